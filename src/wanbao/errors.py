"""What can be wrong, and how it is said: one `Note` for every finding, one small family of errors.

    WanbaoError            a mistake of the user's or of the machine's; carries a Note, never shown as a traceback
    ├── SettingsError      newspaper.yml or the command line
    ├── SourceError        a file of articles/
    ├── AddressError       two things want one address, or an address that may not be
    └── PublishError       the output folder

A `Note` says where, what and what to do. Its code is lasting: the letter is the severity (`E` error, `W` warning,
`D` doubtful reading, `I` information), the number belongs to one kind of finding for ever. `CODES` lists them all.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "doubt", "info"]

_SEVERITIES: dict[str, Severity] = {"E": "error", "W": "warning", "D": "doubt", "I": "info"}

CODES: dict[str, str] = {
    # E1xx, W1xx: a file of articles/
    "E101": "a file cannot be decoded",
    "E102": "the front matter is not readable YAML",
    "E103": "the front matter has an unknown key",
    "E104": "the front matter has a value of the wrong kind",
    "E105": "a date that is no date",
    "E106": "a file cannot be read",
    "E107": "a file is too large",
    "E108": "a file changed while it was read",
    "E109": "a file could not be understood, by a fault of wanbao's own",
    "W110": "the issue has no date",
    "W111": "the page has no number",
    "W112": "the file holds no article",
    "W113": "places of evidence disagree",
    "W114": "characters that cannot be text were found",
    "W115": "not a plain file, skipped",
    "I116": "the text was decoded from another encoding than UTF-8",
    "E117": "a file is no text but a document, a picture or an archive",
    "I118": "files that hold no page were passed over",
    "W119": "an attribute at the end of a line is not known",
    "W120": "a running head's day of the week is not that of its date",
    "W121": "a number that an attribute fixes for an article does not count",
    "W122": "a picture in about.md is left out",
    "W123": "attributes of a line contradict each other, or the page has no place for one",
    "I124": "the text holds an identity-card number or a private telephone number",
    "W125": "a page prints again what another page has",
    "W126": "a text stands twice on a page",
    "W127": "lines of front matter stand where they are read as text",
    "W128": "two pages of an issue have one number in two forms",
    "I129": "an issue is years apart from all others",
    # E2xx: settings
    "E201": "a settings file is missing or unreadable",
    "E202": "newspaper.yml has an unknown key",
    "E203": "newspaper.yml has a value of the wrong kind",
    "E204": "a pattern of newspaper.yml does not fit its own examples",
    "E205": "a theme is missing, is missing a template, or a template is wrong",
    "W206": "a theme has a template that no page uses",
    "E207": "the cache is a folder that wanbao must not use",
    # E3xx, W3xx: addresses and publishing
    "E301": "two things want one address",
    "E302": "the output folder is not ours",
    "E303": "the output and the articles lie inside each other",
    "E304": "a file cannot be written",
    "E305": "another build is at work in this output folder",
    "W306": "a published address would disappear",
    "W307": "an entry of addresses.yml leads nowhere or is not needed",
    "E308": "the system took a process or the memory away from the build",
    "I309": "the file system cannot say when it has written",
    "E310": "the system refuses a file or folder",
    "W311": "an article that was published has another number now",
    "W312": "the prefix of the permanent ids was another when the site was published",
    "I313": "an article was taken down on a day that is not told",
    # E4xx, W4xx: a finished site
    "E401": "a link leads nowhere",
    "E402": "an id is used twice in one page",
    "E403": "a page has no title, heading or language",
    "E404": "search does not find what is there, or finds what is not",
    "E405": "a file of the site differs from its manifest",
    "W406": "a page cannot be reached from the home page",
    "E407": "a page asks another host for something",
    "E408": "a file of the site is cut short or not well-formed",
    "E409": "a source differs from the one the site was built from",
    "W410": "a page of the site is not in its manifest",
    # D5xx: doubtful readings
    "D501": "a name could be read in two ways",
    "D502": "a role is doubtful: another reading of the page is nearly as good",
    "D503": "a heading could be one line or kicker and headline",
    "D504": "paragraphs may or may not belong together",
    "D505": "a bracket or quotation mark has no partner",
    "D506": "text that fits no role was kept as a paragraph",
}


class Record(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What all records of the program are: made in a fraction of the time of a dataclass, of which a page takes two
    hundred, and stored as their values in order, without names.
    """


class Note(Record, frozen=True):
    """One finding, anywhere in the program."""

    code: str
    """The lasting code, a key of `CODES`."""
    message: str
    """What is wrong, with the offending text, in one sentence."""
    remedy: str = ""
    """What to do about it, in one sentence; empty where nothing need be done."""
    path: str = ""
    """The file, relative to the articles folder (or to the site, for findings on a finished site)."""
    line: int = 0
    """The line of that file, from 1; 0 when the finding is about the whole file."""
    column: int = 0
    """The character in that line, from 1; 0 when the finding is about the whole line."""
    taken: str = ""
    """For a doubt: the reading that was taken."""
    refused: str = ""
    """For a doubt: the reading that was refused."""
    margin: float = 0.0
    """For a doubt: by how much the reading taken beats the one refused; smaller is more doubtful."""

    @property
    def severity(self) -> Severity:
        """The severity, told by the first letter of the code."""
        return _SEVERITIES[self.code[0]]

    @property
    def place(self) -> str:
        """`path:line:column`, without the parts that are unknown."""
        parts = [self.path or "-"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)

    def __str__(self) -> str:
        tail = f" ({self.remedy})" if self.remedy else ""
        return shown(f"{self.place}: {self.code} {self.message}{tail}")


def shown(text: str) -> str:
    """A text as a terminal may get it: what could steer it, or turn the direction of what follows, is written out."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\u3000" else ascii(char)[1:-1] for char in text)


class WanbaoError(Exception):
    """A mistake that stops this piece of work; carries the `Note` that tells it, and those found along with it."""

    def __init__(self, note: Note, *more: Note) -> None:
        super().__init__(note, *more)
        self.note = note
        self.notes = (note, *more)

    def __str__(self) -> str:
        return str(self.note)


class SettingsError(WanbaoError):
    """The newspaper's profile or the command line is wrong; nothing can be built."""


class SourceError(WanbaoError):
    """One file of articles/ cannot be used; the others still can."""


class AddressError(WanbaoError):
    """Two things want one address, or an address that may not be used."""


class PublishError(WanbaoError):
    """The output folder cannot be written as promised."""


class YamlError(ValueError):
    """A text is not the YAML we read (`yamlfile`); says what is wrong and in which line, from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def taken_away(what: str) -> Note:
    """The finding that a build lost a process or memory to the system (E308)."""
    remedy = "the site is as it was or whole; free some memory and build again, with --jobs 1 if that is not enough"
    return Note("E308", what, remedy)


def refused(error: OSError) -> Note:
    """The finding that the system refused a file or folder that was named on the command line (E310)."""
    message = f"the system refuses: {error.strerror or error}"
    return Note("E310", message, "name another one, or see to it", str(error.filename or "-"))

"""The newspaper's profile: what `newspaper.yml` says, completed by what holds for Chinese newspapers in general.

Only `name` is compulsory. Everything general (other papers, agencies, role words, QR prompts, advertisements…) lies in
`wanbao.conventions`; the profile adds to it, so a second newspaper is a dozen lines of YAML and no code.
"""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar, get_args

from msgspec.structs import fields

from wanbao.config import MAX_SIZE
from wanbao.disk import read_plain
from wanbao.errors import Note, Record, SettingsError, YamlError
from wanbao.patterns import LANGUAGE_TAG, endless, regex
from wanbao.records import Contributor, ContributorRole, FurnitureKind
from wanbao.settings import load_settings, prove, strange_texts
from wanbao.traditional import simplified
from wanbao.typos import nearest

T = TypeVar("T")


MASKED = ("identity", "mobile")
"""The kinds of private numbers that can be hidden from readers; all are, unless the profile says otherwise."""


class FurniturePattern(Record, frozen=True):
    """What a line looks like that is no article, proved by examples."""

    kind: FurnitureKind
    """What such a line is."""
    pattern: str
    """A regular expression, searched in the line (spaces at its ends removed, half-width digits)."""
    hits: tuple[str, ...] = ()
    """Lines it must find."""
    misses: tuple[str, ...] = ()
    """Lines it must leave alone."""


class Newspaper(Record, frozen=True):
    """A newspaper as its profile describes it."""

    name: str
    """The paper's name as printed: `茂名晚报`."""
    name_en: str = ""
    """Its name in English."""
    short: str = "paper"
    """The ASCII prefix of permanent ids: lower-case letters and digits. Never change it once published."""
    former_names: tuple[str, ...] = ()
    """Names it had, and names of the same publisher's other papers that its pages print."""
    publisher: str = ""
    """Who publishes it: `茂名日报社`."""
    place: str = ""
    """Where it is published."""
    language: str = "zh-Hans"
    """The language of the text (BCP 47)."""
    interface_language: str = "zh-Hans"
    """The language of the site's own words (BCP 47)."""
    base_url: str = ""
    """Where the site will lie, with `/` at the end; empty where unknown."""
    description: str = ""
    """One sentence about the paper for the site."""
    rights: str = ""
    """The statement of rights in its text."""
    contact: str = ""
    """Whom to write to about rights and corrections: an address or a URL."""
    cn: str = ""
    """国内统一连续出版物号: `CN44-0000`."""
    datelines: tuple[str, ...] = ()
    """Sources that its own datelines name, beside its names and 本报: `茂名网`."""
    roles: tuple[tuple[str, ContributorRole], ...] = ()
    """Role words of its own and what they mean, beside the general ones: (`全媒体主播`, `reporter`)."""
    columns: tuple[str, ...] = ()
    """Names of its standing columns as they stand alone on a line: `健康茂名`."""
    furniture: tuple[FurniturePattern, ...] = ()
    """Furniture of its own, beside the general kinds."""
    people: tuple[tuple[str, str], ...] = ()
    """Romanised names that the general rules get wrong: (`覃德`, `Tan De`)."""
    persons: tuple[tuple[str, str], ...] = ()
    """Whose articles are listed elsewhere than under the name they are signed with: (`晓风`, `周晓岚`) for a pen name,
    (`张伟/通讯员`, `张伟（市总工会）`) for one of several people of a name, told by a word of role or organisation."""
    mask: tuple[str, ...] = MASKED
    """Kinds of private numbers that readers do not see: `identity`, `mobile`."""
    digest: str = ""
    """Hex digest of everything above: the same digest, the same reading of a page."""

    @property
    def mail(self) -> str:
        """The addresses of `contact` that mail goes to, with a comma between them; empty where it is anything else."""
        addresses = [one.strip() for one in self.contact.removeprefix("mailto:").split(",")]
        return ",".join(addresses) if all(map(_MAIL.fullmatch, addresses)) else ""

    @property
    def own_names(self) -> tuple[str, ...]:
        """Every name under which the paper signs a dateline or a running head, longest first.

        A name in Traditional characters is there a second time as the text for looking has it.
        """
        names = {self.name, *self.former_names, *self.datelines} - {""}
        return tuple(sorted(names | set(map(simplified, names)), key=lambda name: (-len(name), name)))


def listed_as(persons: tuple[tuple[str, str], ...], credit: Contributor) -> str:
    """The name under which the articles of somebody credited are listed, as `persons` of a profile say."""
    if not persons:
        return credit.name
    signed = f"{credit.role_printed}\n{credit.organisation}"
    of_name = _by_name(persons).get(credit.name, ())
    return next((label for mark, label in of_name if mark in signed), credit.name)


@lru_cache(maxsize=8)
def _by_name(persons: tuple[tuple[str, str], ...]) -> dict[str, list[tuple[str, str]]]:
    """(word of role or organisation, name to list by) for every name, the longest word first, none last."""
    found: dict[str, list[tuple[str, str]]] = {}
    for signed, label in sorted(persons, key=lambda pair: (-len(pair[0]), pair)):
        name, _, mark = signed.partition("/")
        found.setdefault(name, []).append((mark, label))
    return found


_TEXTS = (
    *("name", "name_en", "short", "publisher", "place", "language", "interface_language"),
    *("base_url", "description", "rights", "contact", "cn"),
)
_LISTS = ("former_names", "datelines", "columns")
_KEYS = (*_TEXTS, *_LISTS, "roles", "furniture", "people", "persons", "mask")
_UNSEPARATED = regex(r"[ \t]*(?P<key>[a-z_]{1,20})[ \t]*(?P<colon>：|:(?=[^ \t]))")
"""A line such as `name：茂名晚报` or `name:茂名晚报`."""
_MAIL = regex(r"[^\s@,;:/?#<>()]+@[^\s@,;:/?#<>()]+")
"""An address for mail."""
_PATTERN_KEYS = ("kind", "pattern", "hits", "misses")
_SHORT = regex(r"[a-z][a-z0-9]{0,15}")
_URL = regex(r"https?://[^\s\x00-\x1f<>\"`{}|\\^/?#]+(?:/[^\s\x00-\x1f<>\"`{}|\\^?#]*)?")


def site_address(text: str) -> str:
    """The address of a site as it is kept, with `/` at its end; empty where `text` is no full address, or one with a
    question or a fragment, behind which no page can lie."""
    return (text if text.endswith("/") else text + "/") if _URL.fullmatch(text) else ""


URL_REMEDY = "write it as https://example.org/, without ? and #, or leave it out"


def load_newspaper(path: Path) -> Newspaper:
    """Read a profile.

    Raises SettingsError: E201 missing or unreadable, E202 an unknown key, E203 a value of the wrong kind, E204 a
    pattern that does not fit its own examples. The error carries everything that is wrong, by lines.
    """
    try:
        text = read_plain(path, MAX_SIZE).decode("utf-8-sig")
    except FileNotFoundError:
        remedy = "write one; `name: 茂名晚报` alone is enough"
        if other := _called_otherwise(path):
            remedy = f"rename {other} to newspaper.yml"
        raise SettingsError(Note("E201", "newspaper.yml is missing", remedy, str(path))) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else f"not UTF-8 at byte {error.start}"
        raise SettingsError(Note("E201", f"cannot be read: {reason}", "", str(path))) from None
    return parse_newspaper(text, str(path))


def _called_otherwise(path: Path) -> str:
    """The name of a file beside this path that was probably meant to be it; empty where there is none."""
    names = ("newspaper.yaml", "newspaper.yml.txt", "newspaper.yaml.txt", "newspaper.txt", "newspaper.yml")
    try:
        return next((one.name for one in sorted(path.parent.iterdir()) if one.name.lower() in names), "")
    except OSError:
        return ""


def parse_newspaper(text: str, path: str = "newspaper.yml") -> Newspaper:
    """Read a profile from its YAML; raises SettingsError as `load_newspaper` does."""
    return _Reader(text, path).newspaper()


class _Reader:
    """One profile being read: the YAML's value and the line of every key, for messages."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.found: list[Note] = []
        try:
            value, self.lines = load_settings(text, path)
        except YamlError as error:
            raise _unseparated(text, path) or SettingsError(Note("E201", error.message, "", path, error.line)) from None
        if not isinstance(value, dict):
            what, remedy = "the profile must be a list of `key: value` lines", "`name: 茂名晚报` alone is enough"
            raise _unseparated(text, path) or SettingsError(Note("E203", what, remedy, path))
        self.value = value

    def newspaper(self) -> Newspaper:
        """The profile, checked and with its digest."""
        self.known("", self.value, _KEYS)
        for key, text in strange_texts(self.value):
            self.found.append(self.wrong(key, f"`{key}` holds characters that cannot be text: {text[:60]!a}").note)
        if not any(char.isalnum() for char in str(self.value.get("name") or "")):
            self.found.append(self.wrong("name", "the newspaper's `name` is missing", "write `name: 茂名晚报`").note)
        found: dict[str, object] = {
            key: self.tried(partial(self.text, key)) for key in _TEXTS if self.value.get(key) is not None
        }
        found |= {key: self.tried(partial(self.names, key)) for key in _LISTS if key in self.value}
        found["roles"] = self.tried(partial(self.pairs, "roles", get_args(ContributorRole)))
        found["people"] = self.tried(partial(self.pairs, "people", ()))
        found["persons"] = self.tried(self.persons)
        found["furniture"] = self.tried(self.furniture)
        if "mask" in self.value:
            found["mask"] = self.tried(self.mask)
        self.check_forms(found)
        if self.found:
            raise SettingsError(*sorted(self.found, key=lambda note: note.line))
        bare = Newspaper(**found)  # type: ignore[arg-type]
        return Newspaper(**(found | {"digest": _digest(bare)}))  # type: ignore[arg-type]

    def tried(self, read: Callable[[], T]) -> T | None:
        """What `read` gives, or None where something is wrong, which is kept to be told with the rest."""
        try:
            return read()
        except SettingsError as error:
            self.found.extend(error.notes)
            return None

    def check_forms(self, found: dict[str, object]) -> None:
        short, url = found.get("short", "paper"), str(found.get("base_url") or "")
        if isinstance(short, str) and not _SHORT.fullmatch(short):
            remedy = "use up to 16 lower-case ASCII letters and digits"
            self.found.append(self.wrong("short", f"`short` is {short!r}", remedy).note)
        if url and not site_address(url):
            self.found.append(self.wrong("base_url", f"`base_url` is {url!r}", URL_REMEDY).note)
        elif url:
            found["base_url"] = site_address(url)
        for key in ("language", "interface_language"):
            tag = found.get(key)
            if isinstance(tag, str) and not LANGUAGE_TAG.fullmatch(tag):
                remedy = "write a language tag: zh-Hans, zh-Hant, en"
                self.found.append(self.wrong(key, f"`{key}` is {tag!r}", remedy).note)

    def text(self, key: str) -> str:
        value = self.value[key]
        if not isinstance(value, str):
            raise self.wrong(key, f"`{key}` must be a text")
        return value.strip()

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        if value is None:
            return ()
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise self.wrong(key, f"`{key}` must be a list of texts")
        return tuple(items)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of words that are looked for in pages, where one that shows nothing would be found everywhere."""
        items = self.texts(key, self.value[key])
        if isinstance(self.value[key], str) and (parts := regex(r"\s*[,，、]\s*").split(items[0]))[1:]:
            raise self.wrong(key, f"`{key}` is one text, not a list", f"write `{key}: [{', '.join(parts)}]`")
        for number, item in enumerate(items):
            if not item.strip():
                where = f"{key}.{number}" if f"{key}.{number}" in self.lines else key
                raise self.wrong(where, f"an entry of `{key}` is empty", "write a word or take the entry out")
        return items

    def persons(self) -> tuple[tuple[str, str], ...]:
        """Who is listed elsewhere; nobody under the very name, nor by an empty word."""
        pairs = self.pairs("persons", ())
        for signed, label in pairs:
            name, slash, mark = signed.partition("/")
            if not name.strip() or bool(slash) != bool(mark.strip()) or label in (name, signed):
                remedy = "write `pen name: name` or `name/role or organisation: name（what tells the person）`"
                raise self.wrong(f"persons.{signed}", f"`{signed}: {label}` tells nobody from another", remedy)
        return pairs

    def mask(self) -> tuple[str, ...]:
        """The kinds of numbers to hide, in one order whatever the profile's."""
        items = self.texts("mask", self.value["mask"])
        for number, item in enumerate(items):
            if item not in MASKED:
                where = f"mask.{number}" if f"mask.{number}" in self.lines else "mask"
                remedy = f"use one of {', '.join(MASKED)}, or [] to hide nothing"
                raise self.wrong(where, f"`mask` has {item!r}", remedy)
        return tuple(kind for kind in MASKED if kind in items)

    def pairs(self, key: str, allowed: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        value = self.value.get(key) or {}
        if not isinstance(value, dict):
            raise self.wrong(key, f"`{key}` must be `word: meaning` lines")
        for word, meaning in value.items():
            if not word.strip() or (isinstance(meaning, str) and not meaning.strip()):
                remedy = "write a word and what it means, or take the line out"
                raise self.wrong(f"{key}.{word}", f"a line of `{key}` has nothing before or behind its colon", remedy)
            if not isinstance(meaning, str) or (allowed and meaning not in allowed):
                remedy = f"use one of {', '.join(allowed)}" if allowed else "write one name behind it, as text"
                raise self.wrong(f"{key}.{word}", f"`{word}` means {meaning!r}", remedy)
        return tuple(sorted(value.items()))

    def furniture(self) -> tuple[FurniturePattern, ...]:
        value = self.value.get("furniture") or []
        if not isinstance(value, list):
            raise self.wrong("furniture", "`furniture` must be a list of patterns")
        read = (self.tried(partial(self.pattern, f"furniture.{n}", item)) for n, item in enumerate(value))
        return tuple(pattern for pattern in read if pattern is not None)

    def pattern(self, key: str, item: object) -> FurniturePattern:
        if not isinstance(item, dict):
            raise self.wrong(key, "a furniture pattern has `kind`, `pattern`, `hits` and `misses`")
        self.known(key, item, _PATTERN_KEYS)
        kind, pattern = item.get("kind", "other"), item.get("pattern")
        kinds = tuple(word for word in get_args(FurnitureKind) if word)
        if kind not in kinds:
            raise self.wrong(f"{key}.kind", f"`kind` is {kind!r}", f"use one of {', '.join(kinds)}")
        if not isinstance(pattern, str) or not pattern.strip():
            raise self.wrong(key, "a furniture pattern needs a `pattern`")
        hits = self.texts(f"{key}.hits", item.get("hits"))
        misses = self.texts(f"{key}.misses", item.get("misses"))
        check = partial(self.check_examples, f"{key}.pattern", pattern, hits, misses)
        prove(repr((pattern, hits, misses)), check)
        return FurniturePattern(kind, pattern, hits, misses)

    def check_examples(self, key: str, pattern: str, hits: tuple[str, ...], misses: tuple[str, ...]) -> None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", FutureWarning)  # a pattern that will soon be read in another way
                compiled = re.compile(pattern)
        except (re.error, FutureWarning, OverflowError, RecursionError) as error:
            raise self.wrong(key, f"{pattern[:80]!r} is no regular expression: {error}") from None
        if line := endless(compiled):
            remedy = "write it without a repetition inside a repetition"
            raise self.wrong(key, f"{pattern[:80]!r} takes for ever on lines like {line[:8]!r}…", remedy, code="E204")
        for example in hits:
            if not compiled.search(example):
                raise self.wrong(key, f"{pattern!r} does not find its hit {example!r}", code="E204")
        for example in misses:
            if compiled.search(example):
                raise self.wrong(key, f"{pattern!r} finds its miss {example!r}", code="E204")

    def known(self, prefix: str, mapping: dict[str, object], keys: tuple[str, ...]) -> None:
        for key in mapping:
            if key not in keys:
                near = nearest(key, keys)
                remedy = f"did you mean `{near}`?" if near else f"known keys: {', '.join(keys)}"
                where = f"{prefix}.{key}" if prefix else key
                self.found.append(self.wrong(where, f"the key `{key}` is unknown", remedy, code="E202").note)

    def wrong(self, key: str, message: str, remedy: str = "", code: str = "E203") -> SettingsError:
        return SettingsError(Note(code, message, remedy, self.path, self.lines.get(key, 0)))


def _unseparated(text: str, path: str) -> SettingsError | None:
    """What is wrong with the first line of a profile whose key and value are not set apart (E203); None for another."""
    for number, line in enumerate(text.splitlines(), 1):
        found = _UNSEPARATED.match(line)
        if not found or found["key"] not in _KEYS:
            continue
        key, remedy = found["key"], f"write `{found['key']}: …`"
        if found["colon"] == ":":
            return SettingsError(Note("E203", f"no space stands behind `{key}:`", remedy, path, number))
        what, remedy = f"a full-width colon stands behind `{key}`", f"{remedy} with the colon of the Latin keyboard"
        return SettingsError(Note("E203", what, remedy, path, number))
    return None


def _digest(newspaper: Newspaper) -> str:
    """The digest of everything in the profile."""
    state = hashlib.blake2b(digest_size=16)
    for field in fields(newspaper):
        state.update(f"{field.name}={getattr(newspaper, field.name)!r}\n".encode())
    return state.hexdigest()

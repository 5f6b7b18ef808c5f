"""One file of articles/ as sources, one for each newspaper page in it."""

from __future__ import annotations

import errno
import os
import stat
from hashlib import blake2b, sha256
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from wanbao.config import MAX_LINES, MAX_SIZE
from wanbao.dates import bounds
from wanbao.errors import Note, SourceError
from wanbao.newspaper import Newspaper
from wanbao.read.decode import Decoded, UndecodableError, decode, foreign
from wanbao.read.discover import kind_of
from wanbao.read.filename import NameSays, name_says
from wanbao.read.frontmatter import FrontMatter, read_front_matter
from wanbao.read.misplaced import misplaced
from wanbao.read.pages import Part, TooManyPagesError, split
from wanbao.records import Evidence, Place, Source
from wanbao.signatures import UNKNOWN, Signature, signature_of
from wanbao.strange import Strange, find_strange, replace_forbidden

# A pipe or a device put in the place of a file must not stop the build, nor a link lead it astray.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_NO_FILE = {errno.ELOOP: "a symbolic link", errno.EMLINK: "a symbolic link", errno.ENXIO: "a socket"}
_TRIES = 2


class ReadResult(NamedTuple):
    """What one file gave."""

    sources: tuple[Source, ...]
    """Its pages, in order; none where an error stands among the notes."""
    notes: tuple[Note, ...]
    """What was found on the way."""


def read_file(articles: Path, path: str, newspaper: Newspaper) -> ReadResult:
    """Read the file at `path`, relative to `articles`. Raises nothing: what is wrong becomes notes."""
    return read_and_identify(articles, path, newspaper)[0]


def read_and_identify(articles: Path, path: str, newspaper: Newspaper) -> tuple[ReadResult, Signature, str]:
    """The same with the signature and the SHA-256 of the file as it was read; unknown and empty where it was not."""
    try:
        data, signature = _bytes(f"{articles}/{path}", path)
    except SourceError as error:
        return _left_out(error.note), UNKNOWN, ""
    if data is None:
        message = f"the file has {signature[0] >> 20} MB, more than the {MAX_SIZE >> 20} MB that are read"
        return _left_out(_too_large(path, message)), signature, ""
    return _understood(data, path, newspaper), signature, sha256(data).hexdigest()


def _understood(data: bytes, path: str, newspaper: Newspaper) -> ReadResult:
    """The pages in the bytes of a file, or why it is left out."""
    if kind := foreign(data):
        return _left_out(_no_text(path, kind))
    try:
        decoded = decode(data)
    except UndecodableError as error:
        return _left_out(_undecodable(path, error))
    text, notes = decoded.text, []
    if decoded.encoding != "utf-8":
        notes.append(Note("I116", f"decoded from {decoded.encoding}", path=path))
    if text.count("\n") >= MAX_LINES <= sum(1 for line in text.split("\n") if line.strip()):
        return _left_out(
            _too_large(path, f"the file has more than the {MAX_LINES:,} lines of text that are read"), *notes
        )
    front = read_front_matter(text, path)
    if front.notes:
        return _left_out(*front.notes, *notes)
    if _is_empty(text, front.lines):
        return ReadResult((), (*notes, _empty(path, front.lines)))
    return _parted(decoded, path, front, newspaper, notes)


def _parted(decoded: Decoded, path: str, front: FrontMatter, newspaper: Newspaper, notes: list[Note]) -> ReadResult:
    """The pages of a file whose front matter is understood; `notes` are what was said of it so far."""
    name = name_says(path)
    said = front.place.page_number
    try:
        parts = split(decoded.text, front.lines, said.value if said else name.page_number, newspaper)
    except TooManyPagesError as error:
        return _left_out(_too_large(path, str(error)), *notes)
    if len(parts) > 1 and said:
        return _left_out(_one_number_for_many(path, said, len(parts)), *notes)
    notes += _disagreements(path, front.place, name, len(parts))
    notes += misplaced(decoded.text, path, front.lines)
    strange = find_strange(parts[0].text if len(parts) == 1 else "".join(part.text for part in parts))
    if strange:
        notes.append(_strange_note(path, strange))
        parts = tuple(replace(part, text=replace_forbidden(part.text)) for part in parts)
    place = _place(front.place, name)
    sources = tuple(
        _source(path, part, place, front.lines if index == 0 else 0, decoded.encoding, alone=len(parts) == 1)
        for index, part in enumerate(parts)
    )
    return ReadResult(sources, tuple(notes))


def _is_empty(text: str, head_lines: int) -> bool:
    """Whether nothing stands behind the front matter."""
    if not head_lines:
        return not text or text.isspace()
    lines = text.split("\n", head_lines)
    return len(lines) <= head_lines or not lines[-1].strip()


# --- the bytes ------------------------------------------------------------------------------------------------------


def _bytes(file: str, path: str) -> tuple[bytes | None, Signature]:
    """The bytes of a plain file that stood still while it was read, none of one that is too large, and its signature.
    SourceError otherwise."""
    for _ in range(_TRIES):
        found = _read_once(file, path)
        if found is not None:
            return found
    raise SourceError(Note("E108", "the file changed while it was read", "build again when it is complete", path=path))


def _read_once(file: str, path: str) -> tuple[bytes | None, Signature] | None:
    """What `_bytes` gives; None where the file changed while it was read. SourceError where it cannot be read."""
    try:
        descriptor = os.open(file, _FLAGS)
    except (OSError, ValueError) as error:
        raise SourceError(_unreadable(path, error)) from error
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise SourceError(_no_plain_file(path, kind_of(before.st_mode)))
        if before.st_size > MAX_SIZE:
            return None, signature_of(before)
        data = os.read(descriptor, before.st_size + 1)
        while len(data) < before.st_size:  # a read may stop early on a network disk
            more = os.read(descriptor, before.st_size + 1 - len(data))
            if not more:
                return None
            data += more
        after = os.fstat(descriptor)
    except OSError as error:
        raise SourceError(_unreadable(path, error)) from error
    finally:
        os.close(descriptor)
    if len(data) != before.st_size or signature_of(after) != signature_of(before):
        return None
    return data, signature_of(after)


# --- where it belongs -----------------------------------------------------------------------------------------------


def _place(said: Place, name: NameSays) -> Place:
    """What front matter says, completed by the name of the file."""

    def either(first: Evidence | None, second: str) -> Evidence | None:
        return first or (Evidence(second, "file name") if second else None)

    return Place(
        newspaper=said.newspaper,
        date=either(said.date, name.date),
        issue_number=said.issue_number,
        page_number=either(said.page_number, name.page_number),
        section=either(said.section, name.section),
        edition=either(said.edition, name.edition),
        staff=said.staff,
        source_url=said.source_url,
        rights=said.rights,
        language=said.language,
        name=said.name,
    )


def _source(path: str, part: Part, place: Place, head_lines: int, encoding: str, *, alone: bool) -> Source:
    """One page of the file. The page number and section of the file's name hold only for a page that is alone in it."""
    if not alone or part.page_number or part.section:
        place = replace(
            place,
            page_number=part.page_number or (place.page_number if alone else None),
            section=part.section or (place.section if alone or _from_front_matter(place.section) else None),
        )
    return Source(
        path=path,
        text=part.text,
        digest=_digest(part, place, head_lines),
        place=place,
        first_line=part.first_line,
        front_matter_lines=head_lines,
        encoding=encoding,
    )


def _from_front_matter(evidence: Evidence | None) -> bool:
    return evidence is not None and evidence.kind == "front matter"


def _digest(part: Part, place: Place, head_lines: int) -> str:
    """The digest of everything that parsing looks at: the text, where it begins, and its place; not the path."""
    known = "\x1f".join(
        [
            f"{part.first_line} {head_lines}",
            *map(_said, (place.newspaper, place.date, place.issue_number, place.page_number, place.section)),
            _said(place.edition),
            *(f"{role}\x1e{name}" for role, name in place.staff),
            "",
            place.source_url,
            place.rights,
            place.language,
            place.name,
            part.text,
        ]
    )
    return blake2b(known.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _said(evidence: Evidence | None) -> str:
    return f"{evidence.value}\x1e{evidence.kind}\x1e{evidence.line}" if evidence else ""


# --- what is wrong --------------------------------------------------------------------------------------------------


def _left_out(first: Note, *others: Note) -> ReadResult:
    """No page, for these reasons. The first says so, because an error in one line does not tell that all is missing."""
    told = first if first.severity != "error" else replace(first, message=f"{first.message}; {_OUT}")
    return ReadResult((), (told, *others))


_OUT = "the file is left out, its pages are not in the site until this is mended"


def _disagreements(path: str, said: Place, name: NameSays, pages: int) -> list[Note]:
    """Where the name of the file and its front matter cannot both be right, or the name cannot be right at all."""
    notes = []
    if name.clash and not said.date:
        first, second = name.clash
        message = f"the path gives two dates, {first} and {second}; neither is used"
        notes.append(Note("W113", message, "say the date in front matter", path=path))
    if name.impossible and not said.date:
        message = f"the path gives the date {name.impossible}, which does not exist; it is not used"
        notes.append(Note("W113", message, "correct the name, or say the date in front matter", path=path))
    if name.otherwise and not said.date:
        message = f"{name.otherwise} in the path is read as no date"
        notes.append(Note("W113", message, "write it there, or in front matter, as 2022-05-18", path=path))
    if said.date and name.date and not _overlap(said.date.value, name.date):
        message = f"front matter says {said.date.value}, the file name {name.date}; front matter is used"
        notes.append(Note("W113", message, "correct the one that is wrong", path=path, line=said.date.line))
    page = said.page_number
    if page and name.page_number and _bare(page.value) != _bare(name.page_number):
        message = f"front matter says page {page.value}, the file name {name.page_number}; front matter is used"
        notes.append(Note("W113", message, "correct the one that is wrong", path=path, line=page.line))
    if pages > 1 and name.page_number:
        message = f"the file name says page {name.page_number}, but the file holds {pages} pages; the name is not used"
        notes.append(Note("W113", message, "mark each page with `<!-- page A02 -->`", path=path))
    return notes


def _overlap(first: str, second: str) -> bool:
    """Whether two dates can be the same day."""
    (a, b), (c, d) = bounds(first), bounds(second)
    return a <= d and c <= b


def _bare(page: str) -> str:
    """A page number without the zeros that some write before it: `A02` is page `A2`."""
    letters = page.rstrip("0123456789")
    return letters + page[len(letters) :].lstrip("0")


def _one_number_for_many(path: str, said: Evidence, pages: int) -> Note:
    return Note(
        "E104",
        f"front matter says page {said.value}, but the file holds {pages} pages",
        "leave `page` out and mark each page with `<!-- page A02 -->`",
        path=path,
        line=said.line,
    )


def _strange_note(path: str, strange: Strange) -> Note:
    what = "1 character" if strange.number == 1 else f"{strange.number} characters"
    message = f"{what} that cannot be text, the first U+{ord(strange.first):04X}"
    if strange.replaced:
        message += f"; {strange.replaced} of them may stand in no web page and became U+FFFD"
    return Note("W114", message, "remove them from the file", path=path, line=strange.line, column=strange.column)


def _empty(path: str, head_lines: int) -> Note:
    what = "holds front matter and nothing else" if head_lines else "is empty"
    return Note("W112", f"the file {what}, so it is no page of the site", "put the page's text in or remove it", path)


def _no_text(path: str, kind: str) -> Note:
    return Note("E117", f"this is {kind}, not text", "put the page's text into a .md or .txt file", path)


def _undecodable(path: str, error: UndecodableError) -> Note:
    remedy = "save the file as UTF-8 and mend the damaged place"
    return Note("E101", f"the file cannot be decoded: {error}", remedy, path=path, line=error.line)


def _unreadable(path: str, error: OSError | ValueError) -> Note:
    number = error.errno if isinstance(error, OSError) else None
    if number in _NO_FILE:
        return _no_plain_file(path, _NO_FILE[number])
    if number == errno.ENOENT:
        return Note("E106", "the file vanished while the build ran", "build again", path=path)
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Note("E106", f"the file cannot be read: {reason}", "check who may read it", path=path)


def _no_plain_file(path: str, what: str) -> Note:
    return Note("W115", f"skipped: it is {what}", "put a plain file in its place", path=path)


def _too_large(path: str, message: str) -> Note:
    return Note("E107", message, "cut it into one file for each page", path=path)

"""From text to pieces: the runs of characters that have one role, at first sight.

A piece is a heading line, an image, a table, or a run of plain lines that belong together. Lines that an OCR program
broke at the column's width are joined here; lines that end where they want to (verse, lists) stay lines. Markdown's own
characters are set aside as marks, and so are the maintainer's attributes (`{.headline}`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Literal, cast

from wanbao.nameforms import looks_like_name
from wanbao.parse.invisible import INVISIBLE_RUN, has_invisible, without_invisible
from wanbao.parse.lines import NEWS, is_verse, tables_inside
from wanbao.parse.wraps import BULLET, SENTENCE_ENDS, Wraps, groups_of, is_indented, wraps_of
from wanbao.patterns import regex
from wanbao.records import Source, Span
from wanbao.text import unspaced
from wanbao.variants import is_unusual, looks_as, ordinary, with_plain_blanks, with_round_brackets

Shape = Literal["heading", "bold", "text", "verse", "list", "image", "table", "html", "front", "page_mark", "mark"]

_span = cast("Callable[[tuple[int, int, int]], Span]", partial(tuple.__new__, Span))
"""A span of its fields as a triple: made in C in a third of the time, and every run of characters has one."""


class Piece:
    """A run of characters with one role at first sight; text made of parts of source lines."""

    __slots__ = (
        "attributes",
        "indented",
        "lead",
        "level",
        "lines",
        "marks",
        "parts",
        "printed",
        "rows",
        "shape",
        "text",
    )

    def __init__(self, shape: Shape, text: str, parts: list[tuple[int, int, int]], marks: list[Span]) -> None:
        self.shape = shape
        self.text = text
        """The characters without marks in their ordinary form; lines of verse, lists, tables separated by `\\n`."""
        self.printed = ""
        """The text as printed, where characters of it have another form (`variants`)."""
        self.parts = parts
        """(place in `text`, line, column) of every part that comes from one line, in order."""
        self.marks = marks
        """Characters that were never printed."""
        self.level = 0
        """The level of a heading, from 1."""
        self.lead = 0
        """How many characters of the text are a bold lead-in."""
        self.attributes: tuple[str, ...] = ()
        """The maintainer's attributes."""
        self.indented = False
        """Whether the first line is indented."""
        self.lines = 1
        """How many source lines it is made of."""
        self.rows: list[str] = []
        """The rows of a table."""

    @property
    def line(self) -> int:
        """The line it begins in."""
        if self.parts:
            return self.parts[0][1]
        return self.marks[0].line if self.marks else 0

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where the characters from `start` to `end` of the text stand in the source, blank ends left out."""
        parts = self.parts
        if len(parts) == 1:
            place, line, column = parts[0]
            text = self.text[start:end]
            bare = text.strip()
            first = start + column - place
            size = len(bare)
            if size < len(text):
                first += len(text) - len(text.lstrip())
            return (_span((line, first, first + size)),) if bare else ()
        found = []
        for index, (place, line, column) in enumerate(parts):
            until = parts[index + 1][0] if index + 1 < len(parts) else len(self.text)
            first, last = max(place, start), min(until, end)
            while first < last and self.text[first].isspace():
                first += 1
            while last > first and self.text[last - 1].isspace():
                last -= 1
            if first < last:
                found.append(Span(line, column + first - place, column + last - place))
        return tuple(found)


_HEADING = regex(r"\s{0,3}(#{1,6})(?:\s+|(?=[^#\s]))")
_CLOSING = regex(r"\s#+$")
_ATTRIBUTES = regex(r"\s*\{((?:\s*\.[a-z]+)+)\s*\}$")
_IMAGE = regex(r"!\[[^\[\]]{0,500}\]\([^()\s]{0,2000}\)")
_BOLD = regex(r"(?<![A-Za-z0-9/*])\*\*(?=[^\s*])([^*]+)\*\*(?![0-9*])")
_HTML_IMAGE = regex(
    r"(?:<(?:div|p|center|figure)\b[^<>]{0,300}>\s*)?<img\b[^<>]{0,3000}>\s*(?:</(?:div|p|center|figure)>)?"
)
_PAGE_MARK = regex(r"<!--\s*page\b[^>]{0,200}-->", re.IGNORECASE)
_MARK_ALONE = regex(r"[●◆▲△★■□◇○☆▶•]\s?")
_WIDE_TABLE_TAGS = ("<table", "<TABLE")
KNOWN_ATTRIBUTES = frozenset(
    (
        *("headline", "kicker", "deck", "subhead", "caption", "furniture", "paragraph", "article"),
        *("join", "break", "signature", "byline", "note", "verse"),
    )
)
"""What a maintainer may write at the end of a line."""


def pieces_of(source: Source) -> list[Piece]:
    """All pieces of a source, in order; every non-blank character is in exactly one, as text or as a mark."""
    printed, text = _for_looking(source.text)
    lines = text.split("\n")
    pieces: list[Piece] = []
    invisible = has_invisible(text)
    if invisible:
        lines, pieces = _without_invisible(lines, source.first_line)
    run: list[tuple[int, str]] = []
    wraps = wraps_of(lines)
    table_open = False
    text_begins = source.first_line + source.front_matter_lines
    for number, line in enumerate(lines, source.first_line):
        if number < text_begins:
            if line.strip():
                pieces.append(Piece("front", "", [], [_whole(number, line)]))
            continue
        shape = _shape(line) if line and not table_open else ""
        if shape == "text":
            run.append((number, line))
            continue
        if run:
            if wraps.apart and not shape and wraps.goes_on(run[-1][1].rstrip()):
                continue
            if len(run) == 1:
                pieces.append(_joined(run))
            elif _are_headings(run, lines, number - source.first_line):
                pieces += [_joined([line]) for line in run]
            else:
                pieces += _plain(run, wraps, pieces)
            run = []
        if table_open:
            table_open = _more_html(pieces[-1], number, line)
        elif shape == "html":
            pieces.append(_table("html"))
            table_open = _more_html(pieces[-1], number, line)
        elif shape:
            _special(pieces, shape, number, line)
    found = _close_tables(pieces + _plain(run, wraps, pieces))
    if invisible:
        for piece in found:
            _take_out_invisible(piece)
    if ("  " in text or "\u3000" in text or "\t" in text) and _BLANKS.search(text):
        found = list(map(_with_single_blanks, found))
    if text != printed:
        _remember_printed(found, dict(enumerate(printed.split("\n"), source.first_line)))
    return found


def _for_looking(text: str) -> tuple[str, str]:
    """The text as printed, with plain blanks, and the text for looking, character for character."""
    printed = text
    if is_unusual(text):
        printed = with_plain_blanks(text)
        text = ordinary(printed)
    return printed, with_round_brackets(text)


def _without_invisible(lines: list[str], first_line: int) -> tuple[list[str], list[Piece]]:
    """The lines without what shows nothing at their ends, and those characters as marks."""
    bare = [without_invisible(line, number) for number, line in enumerate(lines, first_line)]
    return [line for line, _ in bare], [Piece("mark", "", [], [span]) for _, spans in bare for span in spans]


_BLANKS = regex(r"[ \u3000\t]{2,}")


def _with_single_blanks(piece: Piece) -> Piece:
    """A line of text with one blank where several were set: how wide a gap is says nothing."""
    if piece.shape == "text" and _BLANKS.search(piece.text):
        _take_out(piece, [(gap.start() + 1, gap.end()) for gap in _BLANKS.finditer(piece.text)])
    return piece


def _remember_printed(pieces: list[Piece], lines: dict[int, str]) -> None:
    """Give every piece its text as these lines, by number, print it, where that is another."""
    for piece in pieces:
        chars = list(piece.text)
        for (place, number, column), (until, _, _) in pairwise([*piece.parts, (len(chars), 0, 0)]):
            for at, char in enumerate(lines[number][column : column + until - place], place):
                if looks_as(char, chars[at]):
                    chars[at] = char
        printed = "".join(chars)
        piece.printed = printed if printed != piece.text else ""


def _take_out_invisible(piece: Piece) -> None:
    """Make marks of the characters inside of a piece's text that show nothing. Tables keep theirs: rows are read by
    the places of their cells."""
    if not piece.rows and (runs := [run.span() for run in INVISIBLE_RUN.finditer(piece.text)]):
        piece.marks += [span for start, end in runs for span in piece.spans(start, end)]
        _take_out(piece, runs)


def _take_out(piece: Piece, gaps: list[tuple[int, int]]) -> None:
    """Take stretches out of a piece's text; where the rest stands in the source is kept."""
    text, parts, done, lead = "", [], 0, piece.lead
    old = [*piece.parts, (len(piece.text), 0, 0)]
    for start, end in [*gaps, (len(piece.text), len(piece.text))]:
        for (place, line, column), (until, _, _) in pairwise(old):
            first, last = max(place, done), min(until, start)
            if first < last:
                parts.append((len(text) + first - done, line, column + first - place))
        text += piece.text[done:start]
        lead -= end - start if end <= piece.lead else 0
        done = end
    piece.text, piece.parts, piece.lead = text, parts, lead


_MOST_HEADINGS, _LONGEST_HEADING = 6, 16


def _are_headings(run: list[tuple[int, str]], lines: list[str], end: int) -> bool:
    """Whether a few short lines in a row without a stop stand above news: the lines of its headline, and no verse."""
    if len(run) > _MOST_HEADINGS or any(len(line) > _LONGEST_HEADING or line[-1] in SENTENCE_ENDS for _, line in run):
        return False
    below = next((line for line in lines[end : end + 3] if line.strip()), "")
    return NEWS.match(below) is not None


def _in_poem(pieces: list[Piece]) -> bool:
    """Whether verse stands just above: its next stanza may be short."""
    return any(piece.shape == "verse" for piece in pieces[-2:])


def _shape(line: str) -> str:
    """What kind of line this is at its first characters; empty for a blank one."""
    bare = line.strip()
    if not bare:
        return "page_mark" if "\f" in line else ""
    first = bare[0]
    if first not in "#|!<*":
        return "text"
    if first == "#" and _HEADING.match(line):
        return "heading"
    if first == "|" and bare[-1] == "|" and len(bare) > 1:
        return "table"
    if first == "!" and _IMAGE.fullmatch(bare):
        return "image"
    if first == "<":
        if _HTML_IMAGE.fullmatch(bare):
            return "image"
        if bare.startswith(_WIDE_TABLE_TAGS):
            return "html"
        if bare.startswith("<!--") and bare.endswith("-->"):
            return "page_mark" if _PAGE_MARK.fullmatch(bare) else "mark"
    if first == "*" and _BOLD.fullmatch(_ATTRIBUTES.sub("", bare) if bare[-1] == "}" else bare):
        return "bold"
    return "text"


def _whole(number: int, line: str) -> Span:
    """The line without its blank ends."""
    return _span((number, len(line) - len(line.lstrip()), len(line.rstrip())))


def _special(pieces: list[Piece], shape: str, number: int, line: str) -> None:
    """A line that is a piece of its own; rows of one table go together."""
    if shape in ("page_mark", "mark"):
        kind: Shape = "page_mark" if shape == "page_mark" else "mark"
        pieces.append(Piece(kind, "", [], [_whole(number, line)] if line.strip() else []))
    elif shape == "image":
        span = _whole(number, line)
        pieces.append(Piece("image", line[span.start : span.end], [(0, number, span.start)], []))
    elif shape == "table":
        last = pieces[-1] if pieces else None
        if last is None or last.shape != "table" or last.parts[-1][1] != number - 1:
            last = _table("table")
            pieces.append(last)
        _row(last, number, line)
    else:
        pieces.append(_heading(shape, number, line))


def _table(shape: Shape) -> Piece:
    """A table without rows; `lines` counts characters until the rows are joined."""
    piece = Piece(shape, "", [], [])
    piece.lines = 0
    return piece


def _row(piece: Piece, number: int, line: str) -> None:
    """Add one row of a table, marks and all: `rows_of` reads the cells, `_close_tables` joins the rows."""
    span = _whole(number, line)
    piece.rows.append(line[span.start : span.end])
    piece.parts.append((piece.lines, number, span.start))
    piece.lines += span.end - span.start + 1


def _close_tables(pieces: list[Piece]) -> list[Piece]:
    """Join the rows of every table."""
    for piece in pieces:
        if piece.rows:
            piece.text, piece.lines = "\n".join(piece.rows), len(piece.rows)
    return pieces


def _more_html(piece: Piece, number: int, line: str) -> bool:
    """Add a line to an HTML table; True while the table is open. A blank line ends one that was never closed."""
    if not line.strip():
        return False
    _row(piece, number, line)
    return "</table>" not in line.lower()


def _heading(shape: str, number: int, line: str) -> Piece:
    """A heading line or a line in bold."""
    span = _whole(number, line)
    start, end = span.start, span.end
    attributes, end = _attributes(line, start, end)
    marks = [Span(number, end, span.end)] if end < span.end else []
    end = len(line[:end].rstrip())
    level = 0
    if shape == "heading":
        found = _HEADING.match(line)
        if found:
            level = len(found.group(1))
            marks.append(Span(number, start, start + level))
            start = min(found.end(), end)
        closing = _CLOSING.search(line, start, end) if line[end - 1 : end] == "#" else None
        if closing:
            marks.append(Span(number, closing.start() + 1, closing.end()))
            end = closing.start()
    text = line[start:end]
    bold = _BOLD.fullmatch(text) if text[:2] == "**" else None
    if bold:
        marks += [Span(number, start, start + 2), Span(number, end - 2, end)]
        start, end = start + 2, end - 2
        text = bold.group(1)
    piece = Piece("heading" if level else "bold", text, [(0, number, start)] if text else [], marks)
    piece.level, piece.attributes = level, attributes
    return piece


def _attributes(line: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The maintainer's attributes at the end of a line, and where the text before them ends."""
    if line[end - 1 : end] != "}":
        return (), end
    at = line.rfind("{", max(start, end - 80), end)
    found = _ATTRIBUTES.match(line, at, end) if at >= 0 else None
    names = tuple(name.strip(".") for name in found.group(1).split()) if found else ()
    if not found or not set(names) <= KNOWN_ATTRIBUTES:
        return (), end
    return names, at


# --- runs of plain lines --------------------------------------------------------------------------------------------


def _plain(run: list[tuple[int, str]], wraps: Wraps, above: list[Piece]) -> list[Piece]:
    """The pieces of a run of plain lines without a blank line between them, and with these pieces above it."""
    if not run:
        return []
    if len(run) == 1:
        return [_joined(run)]
    if len(run) >= 3 and (tables := tables_inside([line.strip() for _, line in run])):
        return _around_tables(run, tables, wraps)
    groups = groups_of(run, wraps)
    if len(groups) >= 2 and all(len(group) == 1 for group in groups):
        poet = len(run) >= 5 and bool(above) and _is_poet(run[0][1])
        verse = _as_lines(run[poet:], 2 if _in_poem(above) else 4)
        if verse is not None:
            return [_joined(run[:1]), *verse] if poet else verse
    return [_joined(group) for group in groups]


def _is_poet(line: str) -> bool:
    """Whether the first line above verse is a name, as printed: `邓文渊`, `方　汀`."""
    name = unspaced(line)
    return len(name) <= 3 and looks_like_name(name)


def _around_tables(run: list[tuple[int, str]], tables: list[tuple[int, int]], wraps: Wraps) -> list[Piece]:
    """The pieces of a run that holds tables set with spaces."""
    pieces: list[Piece] = []
    done = 0
    for start, end in tables:
        table = _table("table")
        for number, line in run[start:end]:
            _row(table, number, line)
        pieces += [*_plain(run[done:start], wraps, []), table]
        done = end
    return pieces + _plain(run[done:], wraps, [])


def _as_lines(run: list[tuple[int, str]], least: int) -> list[Piece] | None:
    """The run as verse or as a list, lines kept; None where its lines are just short paragraphs."""
    texts = [line.strip() for _, line in run]
    if all(BULLET.match(text) for text in texts):
        return [_lines_piece("list", run)]
    return [_lines_piece("verse", run)] if is_verse(texts, least) else None


def _lines_piece(shape: Shape, run: list[tuple[int, str]]) -> Piece:
    piece = Piece(shape, "", [], [])
    texts: list[str] = []
    length = 0
    for number, line in run:
        span = _whole(number, line)
        start = span.start
        bullet = BULLET.match(line, start)
        if bullet and shape == "list":
            piece.marks.append(Span(number, start, start + 1))
            start = bullet.end()
        attributes, end = _attributes(line, start, span.end)
        if attributes:
            piece.attributes += attributes
            piece.marks.append(Span(number, end, span.end))
        text = line[start:end].rstrip()
        piece.parts.append((length, number, start))
        texts.append(text)
        length += len(text) + 1
    piece.text, piece.lines = "\n".join(texts), len(run)
    return piece


def _joined(group: list[tuple[int, str]]) -> Piece:
    """One piece of lines that were broken at the column's width; Latin words keep a space between them."""
    number, line = group[0]
    stripped = line.rstrip()
    text = stripped.lstrip()
    column = len(stripped) - len(text)
    if len(group) == 1 and text[-1] != "}" and "**" not in text and text[0] not in "-*+>":
        piece = Piece("text", text, [(0, number, column)], [])
        piece.indented = column > 0 and is_indented(line)
        return piece
    return _joined_marked(group)


def _joined_marked(group: list[tuple[int, str]]) -> Piece:
    piece = Piece("text", "", [], [])
    chunks: list[str] = []
    length = 0
    piece.indented = is_indented(group[0][1])
    piece.lines = len(group)
    across = len(group) > 1 and _bold_across(group)
    for number, line in group:
        span = _whole(number, line)
        attributes, end = _attributes(line, span.start, span.end)
        if attributes:
            piece.attributes += attributes
            piece.marks.append(Span(number, end, span.end))
            end = len(line[:end].rstrip())
        start = span.start
        if not chunks and (bullet := BULLET.match(line, start, end)):
            piece.marks.append(Span(number, start, start + 1))
            start = bullet.end()
        unbold = _without_marks if across else _without_bold
        for first, last in unbold(piece, number, line, start, end, not chunks):
            text = line[first:last]
            if chunks and first == start and _latin(chunks[-1][-1:]) and _latin(text[:1]):
                chunks.append(" ")
                length += 1
            piece.parts.append((length, number, first))
            chunks.append(text)
            length += len(text)
    piece.text = "".join(chunks)
    return piece


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _bold_across(group: list[tuple[int, str]]) -> bool:
    """Whether a stretch in bold runs over the end of a line: some lines have a single mark, all together a pair."""
    counts = [line.count("**") for _, line in group]
    return any(count % 2 for count in counts) and sum(counts) % 2 == 0 and not any("***" in line for _, line in group)


def _without_marks(
    piece: Piece, number: int, line: str, start: int, end: int, first: bool
) -> Iterator[tuple[int, int]]:
    """The stretches of a line between bold marks, wherever they open and close."""
    place = start
    while (mark := line.find("**", place, end)) >= 0:
        piece.marks.append(Span(number, mark, mark + 2))
        if place < mark:
            yield place, mark
        place = mark + 2
    if place < end:
        yield place, end


def _without_bold(piece: Piece, number: int, line: str, start: int, end: int, first: bool) -> Iterator[tuple[int, int]]:
    """The stretches of a line outside bold marks; a bold beginning of the first line is the piece's lead-in."""
    place = start
    if "**" in line:
        for found in _BOLD.finditer(line, start, end):
            piece.marks += [Span(number, found.start(), found.start() + 2), Span(number, found.end() - 2, found.end())]
            bullet = found.start() - start
            if first and place == start and (not bullet or _MARK_ALONE.fullmatch(line, start, found.start())):
                piece.lead = bullet + len(found.group(1))
            if place < found.start():
                yield place, found.start()
            yield found.start() + 2, found.end() - 2
            place = found.end()
    if place < end:
        yield place, end

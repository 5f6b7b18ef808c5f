"""Lines that their marks make a piece of their own: headings, lines in bold, pictures, rows of tables, comments."""

from __future__ import annotations

import re

from wanbao.parse.attributes import attributes_of
from wanbao.parse.image_marks import is_html_picture, is_picture, is_placeholder, is_reference
from wanbao.parse.piece import Piece, Shape, whole
from wanbao.parse.tables import add_row, new_table
from wanbao.patterns import regex
from wanbao.records import Span

_HEADING = regex(r"\s{0,3}(?:>\s?){0,3}(#{1,6})(?:\s+|(?=[^#\s]))")
"""The marks of a heading; in a quotation `>` stands before them."""
_CLOSING = regex(r"\s#+$")
BOLD = regex(r"(?<![A-Za-z0-9/*])\*\*(?=[^\s*])([^*]+)\*\*(?![0-9*])")
_PAGE_MARK = regex(r"<!--\s*page\b[^>]{0,200}-->", re.IGNORECASE)
_SHEET = regex(r"\{[0-9]{1,4}\}-{16,200}|--- end of page(?:\.page_number)?=[0-9]{1,4} ---|≦ [^≦≧]{1,200} ≧")
"""`{0}----…`: what Marker, PyMuPDF4LLM and Umi-OCR set between pages."""
_FENCE = regex(r"(?:`{3,8}|~{3,8})\s?[A-Za-z]{0,12}|:{3,8}\s?(?:\{[^{}]{0,80}\}|[\w.-]{0,40})", re.ASCII)
"""What language models set around a page, a fence of Markdown, perhaps with `markdown` behind it; and pandoc's."""
_LATEX = regex(
    r"\\(?:begin|end)\{[a-z*]{1,20}\}(?:\[[^\[\]]{0,80}\]|\{[^{}]{0,80}\})?|\\captionsetup\{[^{}]{0,80}\}"
    r"|\\(?:centering|hline|maketitle)"
)
r"""`\begin{figure}`: what Mathpix sets around pictures and tables."""
_MARKING = frozenset("#|!<*>{`~:[【（(=-≦\\")
"""With what a line begins that a mark may make a piece of its own."""
_WIDE_TABLE_TAGS = ("<table", "<TABLE")


def shape_of(line: str) -> str:
    """What kind of line this is at its first characters; empty for a blank one."""
    bare = line.strip()
    if not bare:
        return "page_mark" if "\f" in line else ""
    first = bare[0]
    if first not in _MARKING:
        return "text"
    if first in "{`~:-≦":
        return "page_mark" if _SHEET.fullmatch(bare) else "mark" if _FENCE.fullmatch(bare) else "text"
    if first in "[【（(!\\":
        if first == "\\" and _LATEX.fullmatch(bare):
            return "mark"
        return "image" if is_picture(bare) or is_placeholder(bare) else "mark" if is_reference(bare) else "text"
    if first in "#>" and _HEADING.match(line):
        return "heading"
    if first == "|" and bare[-1] == "|" and len(bare) > 1:
        return "table"
    if first == "<":
        if is_html_picture(bare):
            return "image"
        if bare.startswith(_WIDE_TABLE_TAGS):
            return "html"
        if bare.startswith("<!--") and bare.endswith("-->"):
            return "page_mark" if _PAGE_MARK.fullmatch(bare) else "mark"
    if first in "*=" and is_placeholder(bare):
        return "image"
    if first == "*" and BOLD.fullmatch(bare[: attributes_of(bare, 0, len(bare))[1]].rstrip()):
        return "bold"
    return "text"


def add_marked_line(pieces: list[Piece], shape: str, number: int, line: str) -> None:
    """A line that is a piece of its own; rows of one table go together."""
    if shape in ("page_mark", "mark"):
        kind: Shape = "page_mark" if shape == "page_mark" else "mark"
        pieces.append(Piece(kind, "", [], [whole(number, line)] if line.strip() else []))
    elif shape == "image":
        span = whole(number, line)
        pieces.append(Piece("image", line[span.start : span.end], [(0, number, span.start)], []))
    elif shape == "table":
        last = pieces[-1] if pieces else None
        if last is None or last.shape != "table" or last.parts[-1][1] != number - 1:
            last = new_table("table")
            pieces.append(last)
        add_row(last, number, line)
    else:
        pieces.append(_heading(shape, number, line))


_LONGEST_UNDERLINED = 40
_UNDERLINE = regex(r"\s{0,3}(?:={3,}|-{3,})\s*")
_SHORT_UNDERLINE = regex(r"={2}|-{2}")


def underlined(line: str, below: str) -> int:
    """The level that `===` or `---` right below a line gives it (CommonMark's setext headings), or 0: a sentence stays
    one above a rule."""
    if below.lstrip()[:1] not in ("=", "-"):
        return 0
    text = line.strip()
    if not (_UNDERLINE.fullmatch(below) or (len(text) == 2 and _SHORT_UNDERLINE.fullmatch(below.rstrip()))):
        return 0
    if len(text) > _LONGEST_UNDERLINED or text[-1] in "。；，":
        return 0
    return 1 if "=" in below else 2


def heading_above(text: tuple[int, str], number: int, line: str, level: int) -> Piece:
    """The heading that a line (with its number) is above the line that underlines it."""
    piece = _heading("bold", *text)
    piece.shape, piece.level = "heading", level
    piece.marks.append(whole(number, line))
    return piece


def _heading(shape: str, number: int, line: str) -> Piece:
    """A heading line or a line in bold."""
    span = whole(number, line)
    start, end = span.start, span.end
    attributes, end = attributes_of(line, start, end)
    marks = [Span(number, end, span.end)] if end < span.end else []
    end = len(line[:end].rstrip())
    level = 0
    if shape == "heading":
        level, start, end = _without_hashes(number, line, start, end, marks)
    text = line[start:end]
    bold = BOLD.fullmatch(text) if text[:2] == "**" else None
    if bold:
        marks += [Span(number, start, start + 2), Span(number, end - 2, end)]
        start, end = start + 2, end - 2
        text = bold.group(1)
    piece = Piece("heading" if level else "bold", text, [(0, number, start)] if text else [], marks)
    piece.level, piece.attributes = level, attributes
    return piece


def _without_hashes(number: int, line: str, start: int, end: int, marks: list[Span]) -> tuple[int, int, int]:
    """The level of a heading, and where its text begins and ends between the #; these are added to the marks."""
    level = 0
    found = _HEADING.match(line)
    if found:
        level = len(found.group(1))
        marks.append(Span(number, start, found.end(1)))
        start = min(found.end(), end)
    closing = _CLOSING.search(line, start, end) if line[end - 1 : end] == "#" else None
    if closing:
        marks.append(Span(number, closing.start() + 1, closing.end()))
        end = closing.start()
    return level, start, end

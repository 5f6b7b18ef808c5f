"""Tables, in pipe and in HTML form or set with spaces: gathered row by row, and read as rows of cells."""

from __future__ import annotations

import re
from typing import Literal

from msgspec.structs import replace

from wanbao.parse.grid import MOST_SPANNED, laid_out
from wanbao.parse.invisible import INVISIBLE
from wanbao.parse.piece import Piece, Shape, whole
from wanbao.patterns import regex
from wanbao.records import Cell
from wanbao.variants import ordinary


def new_table(shape: Shape) -> Piece:
    """A table without rows; `lines` counts characters until the rows are joined."""
    piece = Piece(shape, "", [], [])
    piece.lines = 0
    return piece


def add_row(piece: Piece, number: int, line: str) -> None:
    """Add one row of a table, marks and all: `rows_of` reads the cells, `join_rows` joins the rows."""
    span = whole(number, line)
    piece.rows.append(line[span.start : span.end])
    piece.parts.append((piece.lines, number, span.start))
    piece.lines += span.end - span.start + 1


def join_rows(pieces: list[Piece]) -> list[Piece]:
    """Join the rows of every table."""
    for piece in pieces:
        if piece.rows:
            piece.text, piece.lines = "\n".join(piece.rows), len(piece.rows)
    return pieces


def more_html(piece: Piece, number: int, line: str) -> bool:
    """Add a line to an HTML table; True while the table is open. A blank line ends one that was never closed."""
    if not line.strip():
        return False
    add_row(piece, number, line)
    return "</table>" not in line.lower()


_RULE = regex(r"\|?[\s|:\-]+\|?")
_ROW = regex(r"<tr\b[^>]*>", re.IGNORECASE)
_CELL = regex(r"<t([dh])\b([^>]*)>", re.IGNORECASE)
_SPAN = regex(r"\b(col|row)span\s{0,4}=\s{0,4}[\"']?\s{0,4}(\d{1,3})", re.IGNORECASE)
_HEAD_ENDS = regex(r"</thead|<tbody", re.IGNORECASE)
_TAG = regex(r"<[^<>]*>")
_BLANKS = regex(r"\s+")


_SHOWS_NOTHING = dict.fromkeys(map(ord, INVISIBLE))


def rows_of(text: str) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a table, filled up to a rectangle; rows without any text are left out."""
    text = ordinary(text.translate(_SHOWS_NOTHING))
    if text.lstrip().startswith("<"):
        rows = _html_rows(text)
    else:
        rows = _pipe_rows(text) if "|" in text else _spaced_rows(text)
    return laid_out(_scoped(rows))


def text_of(rows: tuple[tuple[Cell, ...], ...]) -> str:
    """A table as text: a line for each row, its cells parted by blanks."""
    return "\n".join(" ".join(cell.text for cell in row if cell.text) for row in rows)


def _scoped(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows with what their head cells head: those of a row of its own what stands below, others what stands beside.
    A cell without text heads nothing, nor does any where all do."""
    texts = [[cell for cell in row if cell.text] for row in rows]
    if not any(cell.scope for row in texts for cell in row):
        return rows
    if all(cell.scope for row in texts for cell in row):
        return [[replace(cell, scope="") for cell in row] for row in rows]
    return [_scoped_row(row, all(cell.scope for cell in told)) for row, told in zip(rows, texts, strict=True)]


def _scoped_row(row: list[Cell], heads_columns: bool) -> list[Cell]:
    scope: Literal["col", "row"] = "col" if heads_columns else "row"
    return [replace(cell, scope=scope if cell.text else "") if cell.scope else cell for cell in row]


def _spaced_rows(text: str) -> list[list[Cell]]:
    """Rows set with spaces, without the dashes that pandoc sets below their names."""
    rows = [line.split() for line in text.split("\n")]
    return [list(map(Cell, row)) for row in rows if any(cell.strip("-") for cell in row)]


def _pipe_rows(text: str) -> list[list[Cell]]:
    """The rows between the rules; the first one heads the columns where a rule stands right below it."""
    lines = [line.strip() for line in text.split("\n")]
    ruled = len(lines) > 1 and _RULE.fullmatch(lines[1]) is not None
    rows = [list(map(_pipe_cell, line.strip("|").split("|"))) for line in lines if not _RULE.fullmatch(line)]
    if ruled and rows:
        rows[0] = [replace(cell, scope="col") for cell in rows[0]]
    return rows


def _pipe_cell(text: str) -> Cell:
    """What a cell says: without the marks of bold, and with blanks for the ends of lines inside of it."""
    if "**" in text:
        text = _BOLD.sub(r"\1", text)
    return Cell((_END_OF_LINE.sub(" ", text) if "<" in text else text).strip())


_BOLD = regex(r"\*\*([^*]+)\*\*")
_END_OF_LINE = regex(r"\s{0,4}<br\s?/?>\s{0,4}")


def _html_rows(text: str) -> list[list[Cell]]:
    """The rows, below what stands above them all: the table's caption."""
    above, *parts = _ROW.split(text)
    if not parts:
        return [[Cell(_words(text))]]
    rows = [[Cell(caption, MOST_SPANNED)]] if (caption := _words(above)) else []
    in_head = "<thead" in above.lower()
    for part in parts:
        rows.append(_html_row(part, in_head))
        in_head = in_head and _HEAD_ENDS.search(part) is None
    return rows


def _html_row(part: str, in_head: bool) -> list[Cell]:
    """The cells of a row; what stands before the first tag of a cell is one whose tag was lost."""
    before, *cells = _CELL.split(part)
    lost = _words(before) if before.strip() else ""
    return [Cell(lost)] * bool(lost) + [
        _html_cell(text, attributes, in_head or kind in "hH")
        for kind, attributes, text in zip(cells[::3], cells[1::3], cells[2::3], strict=True)
    ]


def _html_cell(text: str, attributes: str, heads: bool) -> Cell:
    spans = {name.lower(): int(number) or 1 for name, number in _SPAN.findall(attributes)} if attributes else {}
    return Cell(_words(text), spans.get("col", 1), spans.get("row", 1), "col" if heads else "")


def _words(text: str) -> str:
    words = _TAG.sub(" ", text)
    if "&" in words:
        from html import unescape

        words = unescape(words)
    return _BLANKS.sub(" ", words).strip()

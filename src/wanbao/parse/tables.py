"""Tables, in pipe and in HTML form or set with spaces: gathered row by row, and read as rows of cells."""

from __future__ import annotations

import re

from wanbao.parse.invisible import INVISIBLE
from wanbao.parse.piece import Piece, Shape, whole
from wanbao.patterns import regex
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
_CELL = regex(r"<t[dh]\b[^>]*>", re.IGNORECASE)
_TAG = regex(r"<[^<>]*>")
_BLANKS = regex(r"\s+")


_SHOWS_NOTHING = dict.fromkeys(map(ord, INVISIBLE))


def rows_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a table; rows without any text are left out."""
    text = ordinary(text.translate(_SHOWS_NOTHING))
    if text.lstrip().startswith("<"):
        rows = _html_rows(text)
    else:
        rows = _pipe_rows(text) if "|" in text else _spaced_rows(text)
    return tuple(row for row in rows if any(row))


def _spaced_rows(text: str) -> list[tuple[str, ...]]:
    """Rows set with spaces, without the dashes that pandoc sets below their names."""
    rows = [tuple(line.split()) for line in text.split("\n")]
    return [row for row in rows if any(cell.strip("-") for cell in row)]


def _pipe_rows(text: str) -> list[tuple[str, ...]]:
    lines = [line.strip() for line in text.split("\n")]
    return [tuple(map(_pipe_cell, line.strip("|").split("|"))) for line in lines if not _RULE.fullmatch(line)]


def _pipe_cell(text: str) -> str:
    """What a cell says: without the marks of bold, and with blanks for the ends of lines inside of it."""
    if "**" in text:
        text = _BOLD.sub(r"\1", text)
    return (_END_OF_LINE.sub(" ", text) if "<" in text else text).strip()


_BOLD = regex(r"\*\*([^*]+)\*\*")
_END_OF_LINE = regex(r"\s{0,4}<br\s?/?>\s{0,4}")


def _html_rows(text: str) -> list[tuple[str, ...]]:
    return [tuple(map(_cell, _CELL.split(row)[1:])) for row in _ROW.split(text)[1:]] or [(_cell(text),)]


def _cell(text: str) -> str:
    words = _TAG.sub(" ", text)
    if "&" in words:
        from html import unescape

        words = unescape(words)
    return _BLANKS.sub(" ", words).strip()

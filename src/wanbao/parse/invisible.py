"""Characters that show nothing, as texts copied from the web have them: neither text nor blank."""

from __future__ import annotations

from wanbao.parse.piece import Piece
from wanbao.patterns import regex
from wanbao.records import Span

INVISIBLE = "\u200b\u2060\ufeff\u200e\u200f\xad"
"""Zero-width spaces and joiners, marks of direction, soft hyphens."""
_RUN = regex(f"[{INVISIBLE}]+")
"""A run of them, wherever it stands."""


def has_invisible(text: str) -> bool:
    """Whether any of them stands in the text."""
    return any(map(text.__contains__, INVISIBLE))


def without_invisible(lines: list[str], first_line: int) -> tuple[list[str], list[Piece]]:
    """The lines without what shows nothing at their ends, and those characters as marks."""
    bare = [_bare(line, number) for number, line in enumerate(lines, first_line)]
    return [line for line, _ in bare], [Piece("mark", "", [], [span]) for _, spans in bare for span in spans]


def _bare(line: str, number: int) -> tuple[str, list[Span]]:
    """The line with blanks for those at its ends, and where they stand; those inside of it stay.

    Columns stay as they are, since marks and indents are looked for by column; those inside are taken out later
    (`take_out_invisible`).
    """
    start = len(line) - len(line.lstrip(_BLANKS))
    end = len(line.rstrip(_BLANKS)) if start < len(line) else start
    runs = [run.span() for run in _RUN.finditer(line) if run.end() <= start or run.start() >= end]
    bare = " " * start + line[start:end] + " " * (len(line) - end) if runs else line
    return bare, [Span(number, first, last) for first, last in runs]


_BLANKS = INVISIBLE + " \t\u3000"


def take_out_invisible(piece: Piece) -> None:
    """Make marks of the characters inside of a piece's text that show nothing. Tables keep theirs: rows are read by
    the places of their cells."""
    if not piece.rows and (runs := [run.span() for run in _RUN.finditer(piece.text)]):
        piece.marks += [span for start, end in runs for span in piece.spans(start, end)]
        piece.take_out(runs)

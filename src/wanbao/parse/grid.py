"""The cells of a table laid out in columns, as HTML does it: what spans too much is cut, what is missing is filled."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from wanbao.errors import Record
from wanbao.records import Cell

MOST_SPANNED = 999
"""Columns or rows that a cell may claim to span."""
_PLACES_OF_A_CELL, _PLACES = 4, 10_000
"""How many places a table's cells may claim, each and beyond that. Measured on real tables no cell has more than two on
the average; `colspan="999" rowspan="999"` in cell after cell would make a small file a table of millions."""


class _Placed(Record, frozen=True):
    """A cell with its place."""

    cell: Cell
    """The cell."""
    start: int
    """The column it begins in, from 0."""
    end: int
    """One past its last column."""
    below: int
    """The first row below it, from 0."""

    def within(self, columns: list[int]) -> _Placed:
        """The cell where these are all columns there are."""
        start, end = bisect_left(columns, self.start), bisect_left(columns, self.end)
        return _Placed(replace(self.cell, colspan=end - start), start, end, self.below)


def laid_out(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows as a rectangle without holes in which no cell covers another and no column or row is spanned only.

    Rows without text are left out, and cells become as much smaller. Where cells claim absurdly much, none spans
    anything.
    """
    placed = _placed(_without_blank_rows(_clipped(rows)))
    columns = sorted({one.start for row in placed for one in row})
    filled = []
    above: list[_Placed] = []
    for number, row in enumerate(placed):
        narrowed = [one.within(columns) for one in row]
        filled.append(_filled(narrowed, above, len(columns)))
        above = [one for one in (*above, *narrowed) if one.below > number + 1]
    return tuple(filled)


def _clipped(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The rows with no cell that reaches below the last one."""
    if not any(cell.colspan > 1 or cell.rowspan > 1 for row in rows for cell in row):
        return [list(row) for row in rows]
    cells = places = 0
    clipped = []
    for left, row in zip(range(len(rows), 0, -1), rows, strict=True):
        clipped.append([replace(cell, rowspan=min(cell.rowspan, left)) for cell in row])
        cells += len(row)
        places += sum(cell.colspan * cell.rowspan for cell in clipped[-1])
    if places > _PLACES + _PLACES_OF_A_CELL * cells:
        return [[replace(cell, colspan=1, rowspan=1) for cell in row] for row in rows]
    return clipped


def _without_blank_rows(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows without those in which nothing is printed and nothing begins that reaches below them."""
    blank = [not any(cell.text or cell.rowspan > 1 for cell in row) for row in rows]
    if not any(blank):
        return rows
    kept = [0]
    for is_blank in blank:
        kept.append(kept[-1] + (not is_blank))
    return [
        [replace(cell, rowspan=kept[at + cell.rowspan] - kept[at]) if cell.rowspan > 1 else cell for cell in row]
        for at, row in enumerate(rows)
        if not blank[at]
    ]


def _placed(rows: list[list[Cell]]) -> list[list[_Placed]]:
    """Every cell in the first columns that are free, which end where one from above reaches down."""
    free: list[int] = []  # for every column the first row in which it is free again
    placed = []
    for number, row in enumerate(rows):
        column = 0
        found = []
        for cell in row:
            while column < len(free) and free[column] > number:
                column += 1
            start, last = column, column + cell.colspan
            free += [0] * (start + 1 - len(free))
            while column < last and (column >= len(free) or free[column] <= number):
                free += [0] * (column + 1 - len(free))
                free[column] = number + cell.rowspan
                column += 1
            found.append(_Placed(cell, start, column, number + cell.rowspan))
        placed.append(found)
    return placed


def _filled(row: list[_Placed], above: list[_Placed], width: int) -> tuple[Cell, ...]:
    """The cells of a row, and blank ones for the places that neither they nor those reaching down from above cover; all
    of these stand behind its own."""
    cells = [one.cell for one in row]
    column = 0
    for start, end in [*sorted((one.start, one.end) for one in (*row, *above)), (width, width)]:
        if start > column:
            cells.append(Cell("", start - column))
        column = end
    return tuple(cells)

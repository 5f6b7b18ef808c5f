"""A piece of a page: a run of characters that has one role, and where they stand in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import partial
from operator import itemgetter
from typing import Literal, cast

from wanbao.records import Span

Shape = Literal["heading", "bold", "text", "verse", "list", "image", "table", "html", "front", "page_mark", "mark"]
_span = cast("Callable[[tuple[int, int, int]], Span]", partial(tuple.__new__, Span))
"""A span of its fields as a triple: made in C in a third of the time, and every run of characters has one."""
_place = itemgetter(0)
"""Where a part begins in the text."""


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

    def take_in(self, other: Piece, between: str = "") -> None:
        """Go on with the text of a piece that stands below, with these characters between the two."""
        start = len(self.text) + len(between)
        self.text += between + other.text
        self.parts += [(start + place, line, column) for place, line, column in other.parts]
        self.marks += other.marks
        self.told(other.attributes)

    def told(self, attributes: tuple[str, ...]) -> None:
        """Note what a line of it is told by the maintainer; of what is told twice the last counts."""
        self.attributes = (*(name for name in self.attributes if name not in attributes), *attributes)

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
        return self._spans_of_parts(start, end)

    def _spans_of_parts(self, start: int, end: int) -> tuple[Span, ...]:
        """The same where the text comes from several lines."""
        found, parts = [], self.parts
        # A paragraph may have as many stretches to be found as parts: to look at all of these each time takes for ever.
        for index in range(max(bisect_right(parts, start, key=_place) - 1, 0), len(parts)):
            place, line, column = parts[index]
            if place >= end:
                break
            until = parts[index + 1][0] if index + 1 < len(parts) else len(self.text)
            first, last = max(place, start), min(until, end)
            while first < last and self.text[first].isspace():
                first += 1
            while last > first and self.text[last - 1].isspace():
                last -= 1
            if first < last:
                found.append(Span(line, column + first - place, column + last - place))
        return tuple(found)

    def take_out(self, gaps: list[tuple[int, int]]) -> None:
        """Take stretches, in order, out of the text; where the rest stands in the source is kept."""
        kept: list[str] = []
        parts: list[tuple[int, int, int]] = []
        done, size, lead, at = 0, 0, self.lead, 0
        places = [place for place, _, _ in self.parts] + [len(self.text)]
        for start, end in [*gaps, (len(self.text), len(self.text))]:
            while at < len(self.parts) and places[at] < start:
                place, line, column = self.parts[at]
                first, last = max(place, done), min(places[at + 1], start)
                if first < last:
                    parts.append((size + first - done, line, column + first - place))
                if places[at + 1] > start:
                    break  # it goes on behind the gap
                at += 1
            kept.append(self.text[done:start])
            size += start - done
            lead -= end - start if end <= self.lead else 0
            done = end
        self.text, self.parts, self.lead = "".join(kept), parts, lead


def whole(number: int, line: str) -> Span:
    """The line without its blank ends."""
    return _span((number, len(line) - len(line.lstrip()), len(line.rstrip())))

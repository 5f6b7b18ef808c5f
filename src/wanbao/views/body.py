"""The text of an article: its pieces, the marks on them, and what is doubtful in it."""

from __future__ import annotations

from typing import Literal

from wanbao.views.head import Record


class Doubt(Record, frozen=True):
    """A doubtful reading, told to the reader."""

    text: str
    """What is doubtful, in one sentence."""
    href: str
    """The link to the source line."""
    line: int
    """The line of the source."""


class Run(Record, frozen=True):
    """A run of characters in a paragraph with one mark on it."""

    text: str
    """The characters."""
    kind: Literal["", "time", "doubt"] = ""
    """Nothing, a relative date resolved for the reader, or a doubtful reading."""
    title: str = ""
    """What the mark says."""
    datetime: str = ""
    """For `time`: the day."""


class Cell(Record, frozen=True):
    """A cell of a table; those of all rows fill a rectangle."""

    text: str
    """What it says."""
    colspan: int = 1
    """How many columns it is wide."""
    rowspan: int = 1
    """How many rows it is high."""
    scope: Literal["", "col", "row"] = ""
    """What it heads; empty where it heads nothing."""


class BodyPart(Record, frozen=True):
    """One piece of an article's body."""

    kind: Literal["paragraph", "subhead", "caption", "table", "list", "verse", "editor_note", "image", "jump"]
    """What it is."""
    id: str
    """Its anchor: `p3`."""
    text: str
    """The text, where `runs` is empty."""
    runs: tuple[Run, ...] = ()
    """The text in marked runs; empty where nothing is marked."""
    lead: str = ""
    """The dateline and byline that open the paragraph, where `lead_runs` is empty."""
    lead_runs: tuple[Run, ...] = ()
    """The same in marked runs; empty where nothing is marked."""
    credit: str = ""
    """Of a caption: the credit, not part of `text`."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    """Of a table: its cells, the first row first."""
    lines: tuple[str, ...] = ()
    """Of a subhead, verse or list: its lines."""
    opens: bool = False
    """Of verse: whether it is the first of its stanzas, which share one edge."""
    closes: bool = False
    """Of verse: whether it is the last of its stanzas."""
    source: str = ""
    """The lines of the source it stands in: `7` or `7-9`."""
    image: str = ""
    """Of a caption or image: the picture's address relative to this page; empty where there is no picture."""
    href: str = ""
    """Of a jump: the article or page it leads to; empty where it leads nowhere."""

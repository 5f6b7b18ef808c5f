"""The record of a general furniture pattern."""

from __future__ import annotations

from wanbao.errors import Record
from wanbao.records import FurnitureKind


class Pattern(Record, frozen=True):
    """A general furniture pattern and its proof."""

    kind: FurnitureKind
    """What such a line is."""
    keys: tuple[str, ...]
    """The pattern can only match where one of these stands in the line: a cheap test before the dear one."""
    pattern: str
    """A regular expression, searched; what most lines with a key fail is asked first."""
    hits: tuple[str, ...]
    """Lines it must find."""
    misses: tuple[str, ...]
    """Lines it must leave alone."""

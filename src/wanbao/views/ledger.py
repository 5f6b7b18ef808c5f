"""The source of a newspaper page, line by line with roles (原文对照)."""

from __future__ import annotations

from wanbao.views.head import Head, Link, Record


class LedgerRun(Record, frozen=True):
    """Characters of a source line with one role."""

    text: str
    """The characters."""
    role: str
    """The role for display; empty for white space."""
    name: str
    """The role's name in the records, for the stylesheet."""
    rule: str
    """The rule that gave it."""


class LedgerLine(Record, frozen=True):
    """A line of a source file."""

    number: int
    """Its number; its anchor is `L7`."""
    runs: tuple[LedgerRun, ...]
    """Its characters."""
    article: Link | None = None
    """The article that begins in this line."""
    label: str = ""
    """What the line was read as, for display: its roles, marks left out; empty for an empty line."""


class LedgerView(Record, frozen=True):
    """The source of a newspaper page, line by line with roles (原文对照)."""

    head: Head
    """What every page has."""
    page: Link
    """The newspaper page."""
    source: str
    """The name of the file."""
    lines: tuple[LedgerLine, ...]
    """Its lines."""
    source_url: str = ""
    """Where the text was taken from; empty where nobody wrote it down."""
    language: str = ""
    """The language of the text where it differs from the site's."""

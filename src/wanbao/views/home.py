"""The home page."""

from __future__ import annotations

from wanbao.views.calendar import YearEntry
from wanbao.views.entries import IssueEntry
from wanbao.views.head import Head, Record


class HomeView(Record, frozen=True):
    """The home page."""

    head: Head
    """What every page has."""
    latest: tuple[IssueEntry, ...]
    """The newest issues, newest first, the first one with its leading headlines."""
    years: tuple[YearEntry, ...]
    """All years, newest first."""
    undated: tuple[IssueEntry, ...]
    """The first undated issues."""
    undated_total: int
    """How many undated issues there are."""
    issues: int
    """Issues in all."""
    articles: int
    """Articles in all."""
    people: int
    """People in all."""
    span: str
    """From the oldest to the newest dated issue, for display; empty where there is none."""
    days: tuple[str, ...] = ()
    """The days of the year that have an issue, `05-18`, ordered: the reader's clock, not ours, picks today's."""

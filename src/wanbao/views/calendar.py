"""When issues came out: a year, a day of the year in all years, and the issues whose day is not known."""

from __future__ import annotations

from wanbao.views.entries import IssueEntry
from wanbao.views.head import Head, Link, Record


class YearEntry(Record, frozen=True):
    """A year in the strip of years."""

    link: Link
    """Its calendar; the text is the year."""
    issues: int
    """How many issues."""
    articles: int
    """How many articles."""
    current: bool = False
    """True for the year being shown."""


class Day(Record, frozen=True):
    """A cell of a month's calendar."""

    number: int
    """The day of the month; 0 for an empty cell."""
    link: Link | None = None
    """The issue of that day; the hint is the number of articles."""
    more: tuple[Link, ...] = ()
    """Further editions of that day."""


class Month(Record, frozen=True):
    """A month's calendar; weeks begin on Monday."""

    number: int
    """1 to 12."""
    label: str
    """Its name for display: `5月`."""
    id: str
    """An HTML id: `m-05`."""
    weeks: tuple[tuple[Day, ...], ...]
    """Weeks of seven cells."""
    issues: int
    """How many issues it has."""


class YearView(Record, frozen=True):
    """A year: its months."""

    head: Head
    """What every page has."""
    year: str
    """The year, four digits."""
    years: tuple[YearEntry, ...]
    """The strip of years near this one."""
    months: tuple[Month, ...]
    """All twelve months."""
    partial: tuple[IssueEntry, ...]
    """Issues of which only the year or the month is known."""
    issues: int
    """Issues in this year."""
    articles: int
    """Articles in this year."""


class DayView(Record, frozen=True):
    """A day of the year (历史上的今天): its issues in all years."""

    head: Head
    """What every page has."""
    issues: tuple[IssueEntry, ...]
    """The issues, newest first, each with its first headlines."""


class DaysView(Record, frozen=True):
    """The days of the year that have an issue."""

    head: Head
    """What every page has."""
    months: tuple[Month, ...]
    """All twelve months, each with one row of all its days; a day's link is its `DayView`."""


class UndatedView(Record, frozen=True):
    """The issues whose day is not known."""

    head: Head
    """What every page has."""
    issues: tuple[IssueEntry, ...]
    """By year where the year is known, then by name."""

"""Figures of the archive, and the charts that show them."""

from __future__ import annotations

from wanbao.views.entries import Fact
from wanbao.views.head import Head, Link, Record


class Bar(Record, frozen=True):
    """A bar of a chart."""

    label: str
    """What it stands for."""
    value: int
    """How many."""
    x: float
    """Left edge, in the chart's units."""
    y: float
    """Top edge."""
    width: float
    """Width."""
    height: float
    """Height."""
    href: str = ""
    """The page of what it stands for; empty where there is none to show."""


class Chart(Record, frozen=True):
    """A bar chart with its table."""

    title: str
    """What it shows."""
    id: str
    """An HTML id."""
    width: int
    """The drawing's width."""
    height: int
    """The drawing's height."""
    bars: tuple[Bar, ...]
    """Its bars."""
    columns: tuple[str, str]
    """The headings of the table."""


class Coverage(Record, frozen=True):
    """A year as a strip of its days."""

    link: Link
    """Its calendar, no address where it has none; the text is the year, the hint how many days have an issue."""
    path: str
    """The days with an issue as an SVG path, one unit a day, ten high."""


class StatisticsView(Record, frozen=True):
    """Figures of the archive."""

    head: Head
    """What every page has."""
    facts: tuple[Fact, ...]
    """Totals."""
    charts: tuple[Chart, ...]
    """Articles by year and by month, with their tables."""
    people: Chart | None
    """Those credited most."""
    coverage: tuple[Coverage, ...]
    """The days held, year by year, newest first."""
    gaps: tuple[Fact, ...]
    """Spans without an issue: (first – last day without one, days)."""
    gaps_why: str = ""
    """That these are only the longest; empty where they are all there are."""

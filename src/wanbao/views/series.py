"""Series and standing columns: their index, and the page of each."""

from __future__ import annotations

from wanbao.views.entries import ArticleGroup
from wanbao.views.head import Head, Link, Record


class SeriesEntry(Record, frozen=True):
    """A series or standing column in the index."""

    link: Link
    """Its page; the hint is from when to when it ran."""
    articles: int
    """How many articles."""


class SeriesIndexView(Record, frozen=True):
    """The index of series and standing columns."""

    head: Head
    """What every page has."""
    columns: tuple[SeriesEntry, ...]
    """Standing columns, in order of pinyin."""
    series: tuple[SeriesEntry, ...]
    """Series, which count their parts, in order of pinyin."""


class SeriesView(Record, frozen=True):
    """A series or standing column."""

    head: Head
    """What every page has."""
    name: str
    """Its name."""
    counted: bool
    """True for a series, which counts its parts."""
    groups: tuple[ArticleGroup, ...]
    """Its articles: of a series the first part first, of a column by month, newest first."""
    years: tuple[Link, ...]
    """Where it is cut by month: on its own page all months, the one shown without href."""
    total: int
    """How many articles."""

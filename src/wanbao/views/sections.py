"""The sections of the paper: their index, and the page of each."""

from __future__ import annotations

from wanbao.views.entries import ArticleGroup
from wanbao.views.head import Head, Link, Record


class SectionEntry(Record, frozen=True):
    """A section in the index."""

    link: Link
    """Its page."""
    articles: int
    """How many articles."""


class SectionsView(Record, frozen=True):
    """The index of sections."""

    head: Head
    """What every page has."""
    sections: tuple[SectionEntry, ...]
    """In order of pinyin."""


class SectionView(Record, frozen=True):
    """A section."""

    head: Head
    """What every page has."""
    name: str
    """版名."""
    groups: tuple[ArticleGroup, ...]
    """Its articles by year or month, newest first."""
    years: tuple[Link, ...]
    """Where the section is cut by month: on its own page all months, the one shown without href."""
    total: int
    """How many articles."""

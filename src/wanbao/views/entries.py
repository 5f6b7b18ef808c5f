"""What lists are made of: an article, articles under a heading, an issue, a named value."""

from __future__ import annotations

from wanbao.views.head import Link, Record


class ArticleEntry(Record, frozen=True):
    """An article in a list."""

    link: Link
    """Its page and title; the hint is the issue's date and page where the list spans issues."""
    kicker: str = ""
    """引题, or the standing column where there is none; its lines separated by spaces."""
    excerpt: str = ""
    """The first words of the body."""
    credits: str = ""
    """Who wrote it, names joined with `、`; or, on a person's page, the role held."""
    kind: str = "news"
    """The kind of article: news, photo, brief, letter, verse, box, notice."""
    doubts: int = 0
    """How many doubtful readings it carries."""


class ArticleGroup(Record, frozen=True):
    """Articles under one heading."""

    label: str
    """The heading: a year, a month, or whom they were signed for."""
    id: str
    """Its anchor."""
    articles: tuple[ArticleEntry, ...]
    """The articles."""


class IssueEntry(Record, frozen=True):
    """An issue in a list."""

    link: Link
    """Its page; the text is the date for display, with its edition."""
    datetime: str
    """For `<time datetime>`; empty where the date is unknown."""
    pages: int
    """How many pages it has."""
    articles: int
    """How many articles it has."""
    leads: tuple[ArticleEntry, ...] = ()
    """Its first headlines, for the home page."""
    source: str = ""
    """For undated issues: the name of the file."""


class Fact(Record, frozen=True):
    """A named value: 出版 …"""

    name: str
    """The name."""
    value: str
    """The value."""

"""A day's paper: its contents, and all its text on one page."""

from __future__ import annotations

from wanbao.views.body import BodyPart
from wanbao.views.entries import ArticleEntry
from wanbao.views.head import Head, Link, Record


class PageEntry(Record, frozen=True):
    """A newspaper page in the table of an issue (版面目录)."""

    link: Link
    """Its page; the text is `A02版` or the words for an unknown number, the hint its section."""
    articles: tuple[ArticleEntry, ...]
    """Its articles."""
    id: str
    """An HTML id, unique in the issue: `p-A02`."""


class IssueView(Record, frozen=True):
    """A day's paper."""

    head: Head
    """What every page has."""
    date: str
    """The date for display."""
    datetime: str
    """For `<time datetime>`."""
    dated: bool
    """False where the day is not known."""
    number: str
    """The running number (总期号) for display: `总第9876期`; empty where it is not known."""
    source: str
    """The file an undated issue was read from."""
    pages: tuple[PageEntry, ...]
    """Its pages with their articles."""
    articles: int
    """How many articles."""
    whole: str
    """The link to all its text on one page."""
    data: str
    """The link to its articles as data."""


class WholeArticle(Record, frozen=True):
    """An article among all others of its issue."""

    href: str
    """The link to its page."""
    id: str
    """The permanent id."""
    kicker: tuple[str, ...]
    """Lines of the kicker."""
    headline: tuple[str, ...]
    """Lines of the headline."""
    deck: tuple[str, ...]
    """Lines of the deck."""
    dateline: str
    """The dateline and byline as the reader sees them, where they stand on a line of their own."""
    body: tuple[BodyPart, ...]
    """The body."""
    signature: str
    """The signature at the end."""
    language: str = ""
    """The language of the text where it differs from the site's."""


class WholePage(Record, frozen=True):
    """A newspaper page with all its text."""

    link: Link
    """Its page; the text is `第A02版`, the hint its section."""
    articles: tuple[WholeArticle, ...]
    """Its articles."""


class WholeView(Record, frozen=True):
    """All text of an issue, for reading through and for printing."""

    head: Head
    """What every page has."""
    issue: Link
    """The issue; the text is its date for display."""
    pages: tuple[WholePage, ...]
    """Its pages."""
    articles: int
    """How many articles."""
    citation: str
    """How to cite the issue."""
    rights: str
    """The statement of rights."""

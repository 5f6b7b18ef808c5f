"""A newspaper page."""

from __future__ import annotations

from wanbao.views.body import Doubt
from wanbao.views.entries import ArticleEntry
from wanbao.views.head import Head, Link, Record


class PageView(Record, frozen=True):
    """A newspaper page."""

    head: Head
    """What every page has."""
    label: str
    """`第A02版`, or the words for an unknown number."""
    section: str
    """版名."""
    issue: Link
    """The issue; the text is its date for display."""
    articles: tuple[ArticleEntry, ...]
    """Its articles with excerpts."""
    pages: tuple[Link, ...]
    """The pages of the issue around this one, which has no href."""
    staff: tuple[tuple[str, str], ...]
    """(role, name)."""
    furniture: tuple[str, ...]
    """What was set aside, as printed."""
    doubts: tuple[Doubt, ...]
    """Doubtful readings on this page."""
    ledger: str
    """The link to the source, line by line."""
    source_url: str = ""
    """Where the text was taken from; empty where nobody wrote it down."""
    language: str = ""
    """The language of the text where it differs from the site's."""

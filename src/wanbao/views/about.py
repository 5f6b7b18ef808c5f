"""About this archive, rights, corrections."""

from __future__ import annotations

from wanbao.views.entries import Fact
from wanbao.views.head import Head, Link, Record


class AboutView(Record, frozen=True):
    """About this archive, rights, corrections."""

    head: Head
    """What every page has."""
    facts: tuple[Fact, ...]
    """The newspaper's particulars."""
    rights: str
    """The statement of rights."""
    contact: str
    """Whom to write to."""
    contact_href: str
    """A `mailto:` or http link; empty where there is none."""
    html: str
    """The maintainer's own text from `articles/about.md`, rendered by markdown-it; empty where there is none."""
    package: Link
    """The description of all data files."""
    schema: Link
    """The schema of an article in them."""
    tables: tuple[Link, ...]
    """The tables of articles, a year each."""
    feeds: tuple[Link, ...]
    """The feeds, by what their formats are called."""

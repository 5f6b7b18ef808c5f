"""About this archive, rights, corrections."""

from __future__ import annotations

from wanbao.views.entries import Fact
from wanbao.views.head import Head, Record


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

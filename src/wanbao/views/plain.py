"""Pages that have little but their head: 404, the search, an address that has moved."""

from __future__ import annotations

from wanbao.views.head import Head, Link, Record


class PlainView(Record, frozen=True):
    """A page that has nothing but its head: 404, search."""

    head: Head
    """What every page has."""
    base: str = ""
    """For 404, which a host shows under any address: the absolute or root path of the site; empty where unknown."""


class MovedView(Record, frozen=True):
    """An address that has moved, or whose article was withdrawn."""

    head: Head
    """What every page has."""
    target: Link | None = None
    """Where it has moved to; None where it is gone."""
    reason: str = ""
    """Why it is gone."""

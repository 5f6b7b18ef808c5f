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
    """An address that has moved, or that is gone."""

    head: Head
    """What every page has; `previous` and `next` are the articles beside one that is gone."""
    target: Link | None = None
    """Where it has moved to; None where it is gone."""
    gone: GoneView | None = None
    """What is known of it where it is gone."""


class GoneView(Record, frozen=True):
    """What is known of an address that is gone: never the article's headline, which may hold what had to go."""

    says: str
    """That it was withdrawn, in a sentence."""
    reason: str
    """Why; empty where nobody said."""
    day: str
    """The day of withdrawal for display; empty where nobody said."""
    datetime: str
    """The same for `<time datetime>`."""
    id: str = ""
    """The permanent id; empty where it was no article's."""
    printed_in: tuple[Link, ...] = ()
    """Of an article its issue, by its date, and its newspaper page, where the number of that is known; what the site
    does not have without href."""

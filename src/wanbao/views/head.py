"""What every page has: its head, and the links of which everything is made."""

from __future__ import annotations

from typing import Literal

import msgspec


class Record(msgspec.Struct, frozen=True, gc=False):
    """What all of these are: made in a fraction of the time of a dataclass, of which an article takes two hundred."""


class Link(Record, frozen=True):
    """A link, or a mere text where `href` is empty."""

    href: str
    """Where to, relative to the page it stands on; empty for what has no page."""
    text: str
    """What it reads."""
    hint: str = ""
    """A second text: the date beside a headline, the number of articles."""


class Head(Record, frozen=True):
    """What every page has."""

    address: str
    """The address of this page in the site."""
    root: str
    """The way up to the site's root: `../../`, or empty."""
    title: str
    """The title of the page, without the newspaper's name."""
    nav: Literal["home", "years", "people", "sections", "series", "undated", "search", "statistics", "about", ""] = ""
    """Which entry of the main navigation this page belongs to."""
    description: str = ""
    """For search engines and previews."""
    canonical: str = ""
    """The absolute address; empty where the site has no base URL."""
    crumbs: tuple[Link, ...] = ()
    """The way from home to here, home first, this page last (without href)."""
    robots: str = ""
    """The robots directive, empty for none."""
    metas: str = ""
    """Embedded metadata as `<meta>` elements, already escaped, one a line; empty for none."""
    alternates: tuple[tuple[str, str, str], ...] = ()
    """(media type, href, title) of the same thing in other forms."""
    json_ld: str = ""
    """schema.org JSON, already safe inside a script element; empty for none."""
    previous: Link | None = None
    """The page before this one, for `rel=prev` and the ← key; its text is the headline or the date."""
    next: Link | None = None
    """The page after this one."""

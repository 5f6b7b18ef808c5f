"""A day's paper as the archive holds it, and what each of its pages brings to it."""

from __future__ import annotations

from wanbao.errors import Record
from wanbao.records.pagecard import PageCard


class Sheet(Record, frozen=True):
    """A newspaper page without bodies, with what says which issue it belongs to: what gathering needs of it."""

    key: str
    """The key of its issue."""
    date: str
    """The issue's date, EDTF; empty where unknown."""
    number: str
    """总期号; empty where unknown."""
    edition: str
    """增刊 …; empty for the daily paper."""
    card: PageCard
    """The page."""


class IssueCard(Record, frozen=True):
    """A day's paper as the archive holds it: no bodies."""

    key: str
    """What makes it one issue: `2022-05-18`, `2022-05-18+extra`, `undated-f016e08b`."""
    address: str
    """Its address in the site: `2022/05/18/index.html`."""
    date: str
    """EDTF; empty where unknown."""
    number: str
    """总期号; empty where unknown."""
    edition: str
    """增刊 …; empty for the daily paper."""
    pages: tuple[PageCard, ...]
    """Its pages, ordered."""
    digest: str
    """The digest of everything that was read for it."""

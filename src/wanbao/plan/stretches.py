"""Long lists are cut into stretches: by month or year, each a page and a bundle of its own.

A list of an archive grows at its end. A short one is one page; a long one is a page with its newest stretch and the way
to all others, and a page for every stretch, which knows its two neighbours and nothing else of the list. So one more
issue makes the page of the list and the newest stretch again, and leaves 100 years of others alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from wanbao.errors import Record

ONE_PAGE = 400
"""A list of more articles than this is cut."""

UNDATED = "undated"
"""The stretch of what has no date."""

T = TypeVar("T")


class Stretch(Record, frozen=True):
    """What of a list a page shows, and where it leads."""

    total: int
    """How many articles the stretch has or, on the page of the list, the list."""
    period: str = ""
    """The month or year (`2022-05`, `2022`, `undated`); empty on the page of the list."""
    before: str = ""
    """The stretch before it; empty for the first."""
    after: str = ""
    """The stretch after it; empty for the last."""
    periods: tuple[str, ...] = ()
    """On the page of a list that is cut: all stretches, the newest first."""


class Member(NamedTuple, Generic[T]):
    """An article in a list."""

    period: str
    """Its month or year; empty where unknown."""
    shown: str
    """What stands in a key for all that the list may show of it."""
    item: T
    """The article."""


class Piece(NamedTuple, Generic[T]):
    """A stretch with what it shows."""

    stretch: Stretch
    """The stretch."""
    items: tuple[T, ...]
    """Its articles."""
    shown: str
    """What stands for them in a key."""


def pieces(
    members: Sequence[Member[T]], count: Callable[[Iterable[T]], int] = lambda items: len(list(items))
) -> Iterator[Piece[T]]:
    """The page of the list and, where it is long, a page for every stretch; `members` come in the order of the list.

    `count` tells how many articles items are, where one article may be several items.
    """
    total = count(member.item for member in members)
    if total <= ONE_PAGE:
        yield _piece(Stretch(total), members)
        return
    stretches: dict[str, list[Member[T]]] = {}
    for member in members:
        stretches.setdefault(member.period or UNDATED, []).append(member)
    periods = newest_first(stretches)
    yield _piece(Stretch(total, periods=periods), stretches[periods[0]])
    for after, period, before in zip(("", *periods), periods, (*periods[1:], ""), strict=False):
        found = stretches[period]
        yield _piece(Stretch(count(member.item for member in found), period, before, after), found)


def newest_first(periods: Iterable[str]) -> tuple[str, ...]:
    """Months or years, the newest first, the undated last."""
    return tuple(sorted(periods, key=lambda period: (period != UNDATED, period), reverse=True))


def _piece(stretch: Stretch, members: Sequence[Member[T]]) -> Piece[T]:
    shown = "\n".join(dict.fromkeys(member.shown for member in members))
    return Piece(stretch, tuple(member.item for member in members), shown)

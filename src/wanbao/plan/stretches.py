"""Long lists are cut into stretches: by month or year, each a page and a bundle of its own.

A list of an archive grows at its end. A short one is one page; a long one is a page with its newest stretch and the way
to all others, and a page for every stretch, which knows its two neighbours and nothing else of the list. So one more
issue makes the page of the list and the newest stretch again, and leaves 100 years of others alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
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


class Run(Generic[T]):
    """What belongs to one period of a list, as it grows."""

    __slots__ = ("articles", "items", "last", "shown")

    def __init__(self, articles: int = 0, *shown: str) -> None:
        self.items: list[T] = []
        self.shown = list(shown)
        """What stands in a key for all that may be shown of the items."""
        self.articles = articles
        self.last: object = None
        """What the last item shows."""


class Runs(Generic[T]):
    """Many lists by name, each by period: the one walk over the archive that all their pages are planned from."""

    def __init__(self) -> None:
        self.lists: dict[str, dict[str, Run[T]]] = {}

    def add(self, name: str, period: str, article: object, item: T, shown: str, articles: int = 1) -> None:
        """Add an item to the list `name`, in the order of the list; an empty period is an unknown one.

        `article` is the article that it shows, or whatever stands for the several that it shows; one article may have
        several items, one after the other.
        """
        runs = self.lists.get(name)
        if runs is None:
            runs = self.lists[name] = {}
        run = runs.get(period)
        if run is None:
            run = runs[period] = Run()
        run.items.append(item)
        if article is not run.last:
            run.last = article
            run.articles += articles
            if not run.shown or shown != run.shown[-1]:
                run.shown.append(shown)


class Piece(NamedTuple, Generic[T]):
    """A stretch with what it shows."""

    stretch: Stretch
    """The stretch."""
    items: tuple[T, ...]
    """Its articles."""
    shown: str
    """What stands for them in a key."""


def pieces(runs: Mapping[str, Run[T]]) -> Iterator[Piece[T]]:
    """The page of the list and, where it is long, a page for every stretch."""
    total = sum(run.articles for run in runs.values())
    if total <= ONE_PAGE:
        yield _piece(Stretch(total), runs.values())
        return
    periods = newest_first(period or UNDATED for period in runs)
    found = {period or UNDATED: run for period, run in runs.items()}
    yield _piece(Stretch(total, periods=periods), [found[periods[0]]])
    for after, period, before in zip(("", *periods), periods, (*periods[1:], ""), strict=False):
        run = found[period]
        yield _piece(Stretch(run.articles, period, before, after), [run])


def newest_first(periods: Iterable[str]) -> tuple[str, ...]:
    """Months or years, the newest first, the undated last."""
    return tuple(sorted(periods, key=lambda period: (period != UNDATED, period), reverse=True))


def _piece(stretch: Stretch, runs: Collection[Run[T]]) -> Piece[T]:
    items = tuple(item for run in runs for item in run.items)
    return Piece(stretch, items, "\n".join(shown for run in runs for shown in run.shown))

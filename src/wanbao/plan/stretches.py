"""Long lists are cut into stretches: by month or year, each a page and a bundle of its own.

A list of an archive grows at its end. A short one is one page; a long one is a page with its newest stretch and the way
to all others, and a page for every stretch, which knows its two neighbours and nothing else of the list. So one more
issue makes the page of the list and the newest stretch again, and leaves 100 years of others alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from wanbao.errors import Record
from wanbao.records.archive import Portion

ONE_PAGE = 400
"""A list of more articles than this is cut."""

UNDATED = "undated"
"""The stretch of what has no date."""


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

    @property
    def shows(self) -> str:
        """The stretch whose articles the page shows; empty where it shows all."""
        return self.period or (self.periods[0] if self.periods else "")


class Run:
    """What belongs to one period of a list."""

    __slots__ = ("articles", "shown")

    def __init__(self, articles: int = 0, *shown: str) -> None:
        self.articles = articles
        self.shown = list(shown)
        """What stands in a key for all that may be shown of the articles."""


def runs_of(portions: Iterable[Portion]) -> dict[str, dict[str, Run]]:
    """Lists by name, each by period, of what they have in every month; an empty period is an unknown one."""
    lists: dict[str, dict[str, Run]] = {}
    for one in portions:
        run = lists.setdefault(one.name, {}).setdefault(one.month, Run())
        run.articles += one.articles
        run.shown.append(one.shown)
    return lists


class Piece(Record, frozen=True):
    """A stretch with what it shows."""

    stretch: Stretch
    """The stretch."""
    shown: str
    """What stands for its articles in a key."""


def pieces(runs: Mapping[str, Run]) -> Iterator[Piece]:
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


def _piece(stretch: Stretch, runs: Iterable[Run]) -> Piece:
    return Piece(stretch, "\n".join(shown for run in runs for shown in run.shown))

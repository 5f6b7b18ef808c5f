"""Which addresses the archive takes itself, and what becomes of those that were published once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from wanbao import urls
from wanbao.moves import Moves, in_the_way
from wanbao.plan.jobs import (
    Bundle,
    DayJob,
    DaysJob,
    FrontJob,
    HomeJob,
    IssueJob,
    MovedJob,
    PeopleJob,
    PersonJob,
    PlainJob,
    SectionJob,
    SectionsJob,
    SeriesIndexJob,
    SeriesJob,
    StatisticsJob,
    UndatedJob,
    YearJob,
)
from wanbao.records.issue import IssueCard

_ALONE: dict[type, tuple[str, ...]] = {
    HomeJob: (urls.HOME,),
    DaysJob: (urls.DAYS,),
    UndatedJob: (urls.UNDATED,),
    PeopleJob: (urls.PEOPLE,),
    SectionsJob: (urls.SECTIONS,),
    SeriesIndexJob: (urls.SERIES,),
    StatisticsJob: (urls.STATISTICS,),
    PlainJob: (urls.ABOUT, urls.NOT_FOUND),
}
"""The pages of which a site has one each."""


def addresses_of(bundles: Iterable[Bundle], has_search: bool) -> dict[str, str]:
    """The addresses of all pages that these bundles make, and what their pages are called; of those of which a site has
    one each, nothing."""
    taken = {urls.SEARCH: ""} if has_search else {}
    for bundle in bundles:
        taken.update(_pages_of(bundle.job))
    return taken


def _pages_of(job: object) -> Iterator[tuple[str, str]]:
    """The addresses of the pages that a job makes, and what they are called."""
    if isinstance(job, IssueJob):
        yield from _pages_of_issue(job.issue)
    elif isinstance(job, FrontJob):
        yield job.issue.address, job.issue.date
    elif isinstance(job, PersonJob):
        yield urls.part(job.address, job.stretch.period), job.name
    elif isinstance(job, SectionJob):
        yield urls.part(urls.section(job.name), job.stretch.period), job.name
    elif isinstance(job, SeriesJob):
        yield urls.part(urls.series(job.name), job.stretch.period), job.name
    elif isinstance(job, YearJob):
        yield urls.year(job.year), job.year
    elif isinstance(job, DayJob):
        yield urls.day(job.day), job.day
    else:
        yield from ((address, "") for address in _ALONE.get(type(job), ()))


def _pages_of_issue(issue: IssueCard) -> Iterator[tuple[str, str]]:
    yield urls.whole(issue.key), issue.date
    for page in issue.pages:
        yield page.address, page.number
        yield urls.ledger(page.address.rpartition("/")[0]), page.number
        yield from ((card.address, card.title) for card in page.cards)


def moved_job(moves: Moves, taken: Mapping[str, str]) -> MovedJob:
    """What to publish at old addresses where the site takes these. One that has its own page again is left to it; one
    whose new address is not there is gone, because a link must never lead nowhere (`moves.findings` tells the
    maintainer of both)."""
    stopped = in_the_way(moves, taken)
    open_ways = [(old, new) for old, new in moves.moved if old not in stopped]
    moved = tuple((old, new, taken[new]) for old, new in open_ways if new in taken)
    lost = [(old, "") for old, new in open_ways if new not in taken]
    gone = [(old, reason) for old, reason in moves.gone if old not in stopped]
    return MovedJob(moved, tuple(sorted([*gone, *lost])))

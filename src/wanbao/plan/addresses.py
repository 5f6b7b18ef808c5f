"""Which addresses the archive takes itself, and what becomes of those that were published once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from wanbao import urls
from wanbao.dates import bounds, display, is_day
from wanbao.moves import Gone, Moves, in_the_way
from wanbao.newspaper import Newspaper
from wanbao.plan.dated import date_of
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
    Withdrawn,
    YearJob,
)
from wanbao.records.card import Card
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
        yield urls.ledger(urls.folder_of(page.address)), page.number
        yield from ((card.address, card.title) for card in page.cards)


def moved_job(moves: Moves, taken: Mapping[str, str], issues: Iterable[IssueCard], newspaper: Newspaper) -> MovedJob:
    """What to publish at old addresses where the site takes these. One that has its own page again is left to it; one
    whose new address is not there is gone, because a link must never lead nowhere (`moves.findings` tells the
    maintainer of both)."""
    stopped = in_the_way(moves, taken)
    open_ways = [(old, new) for old, new in moves.moved if old not in stopped]
    moved = tuple((old, new, taken[new]) for old, new in open_ways if new in taken)
    lost = [Gone(old, "") for old, new in open_ways if new not in taken]
    gone = [*(one for one in moves.gone if one.address not in stopped), *lost]
    known = {issue.key: issue for issue in issues} if gone else {}
    rows = (_withdrawn(one, known, newspaper) for one in gone)
    return MovedJob(moved, tuple(sorted(rows, key=attrgetter("address"))))


def _withdrawn(gone: Gone, issues: Mapping[str, IssueCard], newspaper: Newspaper) -> Withdrawn:
    """What an address that is gone can still say of its article: the place it had in the paper, never its headline."""
    if not urls.is_article(gone.address):
        return Withdrawn(gone.address, gone.reason, gone.day)
    folder, number = urls.folder_of(gone.address), urls.number_of(gone.address)
    key = urls.issue_of(folder)
    issue = issues.get(key)
    page = next((page for page in issue.pages if page.address == urls.page(folder)), None) if issue else None
    before, after = _beside(number, page.cards) if page else (_NO_ARTICLE, _NO_ARTICLE)
    language = newspaper.interface_language
    printed = date_of(language, issue) if issue else display(_day_of(key), language)
    return Withdrawn(
        gone.address,
        gone.reason,
        gone.day,
        id=urls.article_id(newspaper.short, key, folder, number),
        issue=(issue.address if issue else "", printed),
        page=(page.address, page.number) if page else ("", urls.page_number(folder)),
        before=before,
        after=after,
    )


_NO_ARTICLE = ("", "")


def _beside(number: int, cards: Iterable[Card]) -> tuple[tuple[str, str], tuple[str, str]]:
    """(address, title) of the articles before and after a number that none of a page has any more."""
    by_number = sorted((urls.number_of(card.address), (card.address, card.title)) for card in cards)
    before = next((called for at, called in reversed(by_number) if at < number), _NO_ARTICLE)
    return before, next((called for at, called in by_number if at > number), _NO_ARTICLE)


def _day_of(key: str) -> str:
    """The day of an issue that the archive does not have; empty where its key tells none of the calendar."""
    day = key.partition("+")[0]
    try:
        return day if is_day(day) and bounds(day) else ""
    except ValueError:
        return ""


def withdrawn_of(job: MovedJob, most: int) -> tuple[tuple[str, str], ...]:
    """(permanent id, day) of the articles that were withdrawn on a day that is told, the latest so many first."""
    dated = sorted((one.day, one.id) for one in job.gone if one.day and one.id)
    return tuple((identifier, day) for day, identifier in reversed(dated[-most:]))

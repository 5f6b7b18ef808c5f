"""Plan: which files the site has, at which address, and exactly what each may show.

`plan` turns the archive into bundles: files that are made together, each bundle with a key that stands for everything
its files show. `files_of` turns the job of a bundle into its files. The first runs once, on cards; the second runs
wherever the bundle is rendered. A list of another kind is a job, a function and a line in `_MAKERS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from wanbao import urls
from wanbao.dates import is_day
from wanbao.moves import Moves
from wanbao.plan.base import Bundle, Context, View, count_articles, date_of, year_of
from wanbao.plan.data import PackageJob, TableJob, by_year, package_views, table_views
from wanbao.plan.days import DayJob, DaysJob, day_jobs, day_views, days_views
from wanbao.plan.indexes import (
    PeopleJob,
    PersonJob,
    SectionJob,
    SectionsJob,
    StatisticsJob,
    people_views,
    person_views,
    section_views,
    sections_views,
    statistics_views,
)
from wanbao.plan.issues import IssueJob, issue_views
from wanbao.plan.lists import (
    LATEST,
    AssetsJob,
    HomeJob,
    PlainJob,
    UndatedJob,
    YearJob,
    assets_views,
    home_views,
    plain_views,
    undated_views,
    year_table,
    year_views,
)
from wanbao.plan.machine import (
    ENTRIES,
    FeedJob,
    RobotsJob,
    SearchJob,
    SegmentJob,
    SitemapJob,
    feed_views,
    robots_views,
    search_run,
    search_views,
    sitemap_views,
)
from wanbao.plan.moved import MovedJob, addresses_of, moved_job, moved_views
from wanbao.records import Archive, Card, IssueCard
from wanbao.related import relations
from wanbao.search import segments
from wanbao.store import digest_of

__all__ = [
    "AssetsJob",
    "Bundle",
    "Context",
    "IssueJob",
    "SegmentJob",
    "View",
    "addresses_of",
    "files_of",
    "issue_views",
    "plan",
]

_MAKERS: dict[type, Callable[[Context, Any], Iterator[View]]] = {
    HomeJob: home_views,
    YearJob: year_views,
    DayJob: day_views,
    DaysJob: days_views,
    UndatedJob: undated_views,
    PersonJob: person_views,
    PeopleJob: people_views,
    SectionJob: section_views,
    SectionsJob: sections_views,
    StatisticsJob: statistics_views,
    PlainJob: plain_views,
    AssetsJob: assets_views,
    FeedJob: feed_views,
    MovedJob: moved_views,
    TableJob: table_views,
    PackageJob: package_views,
    SitemapJob: sitemap_views,
    RobotsJob: robots_views,
    SearchJob: search_views,
}
"""Which function makes the files of a job; those of an issue need its understood pages besides (`issue_views`)."""

NO_MOVES = Moves()
_encode = msgspec.msgpack.Encoder().encode


def files_of(ctx: Context, job: object) -> Iterator[View]:
    """The files of any job but an issue's."""
    return _MAKERS[type(job)](ctx, job)


def plan(ctx: Context, archive: Archive, stored: Mapping[str, str], moves: Moves = NO_MOVES) -> Iterator[Bundle]:
    """Every bundle of the site.

    `stored` gives the name in the store of every understood file by its path, `moves` what became of old addresses.
    """
    yield from _issue_bundles(ctx, archive, stored)
    for person in archive.persons:
        yield _bundle(ctx, f"person {person.address}", 1, PersonJob(person))
    yield from _list_bundles(ctx, archive)
    yield from _machine_bundles(ctx, archive)
    if moves != NO_MOVES:
        yield _bundle(ctx, "moved", 2, moved_job(moves, archive))
    if ctx.has_search:
        yield from _search_bundles(ctx, archive)


def _bundle(ctx: Context, name: str, rank: int, job: object) -> Bundle:
    """A bundle whose key is the digest of its whole job: nothing that it shows can be forgotten."""
    return Bundle(name, digest_of(ctx.base, _encode(job)), rank, job)


def _issue_bundles(ctx: Context, archive: Archive, stored: Mapping[str, str]) -> Iterator[Bundle]:
    """One bundle an issue. Its key is made of digests alone: an archive has very many articles."""
    for at, (issue, related) in enumerate(zip(archive.issues, relations(archive.issues), strict=True)):
        before = _neighbour(ctx, archive.issues[at - 1]) if at else None
        after = _neighbour(ctx, archive.issues[at + 1]) if at + 1 < len(archive.issues) else None
        names = tuple((stored[page.source], page.part) for page in issue.pages)
        run = search_run(ctx, issue).digest if ctx.has_search else ""
        job = IssueJob(issue, names, before, after, run, related)
        key = digest_of(ctx.base, issue.key, issue.digest, repr((names, before, after, run, related)))
        yield Bundle(f"issue {issue.key}", key, 0, job)


def _neighbour(ctx: Context, issue: IssueCard) -> tuple[str, str]:
    return issue.address, date_of(ctx, issue)


def _list_bundles(ctx: Context, archive: Archive) -> Iterator[Bundle]:
    issues = archive.issues
    dated = [issue for issue in issues if is_day(issue.date)]
    undated = tuple(issue for issue in issues if not is_day(issue.date))
    years = year_table(issues)
    for year, _, articles in years:
        days = tuple((i.date, i.address, i.edition, count_articles([i])) for i in dated if i.date[:4] == year)
        partial = tuple(issue for issue in undated if year_of(issue) == year)
        yield _bundle(ctx, f"year {year}", 1, YearJob(year, days, partial, years, articles))
    calendar = day_jobs(dated)
    for day in calendar:
        key = digest_of(ctx.base, repr((day.day, day.before, day.after, [(i.key, i.digest) for i in day.issues])))
        yield Bundle(f"day {day.day}", key, 1, day)
    if calendar:
        yield _bundle(ctx, "days", 1, DaysJob(tuple((day.day, len(day.issues)) for day in calendar)))
    if undated:
        yield _bundle(ctx, "undated", 1, UndatedJob(undated))
    people = tuple(
        (p.name, p.address, len({c.address for c, _, _ in p.credits}), tuple(dict.fromkeys(r for _, r, _ in p.credits)))
        for p in archive.persons
    )
    yield _bundle(ctx, "people", 1, PeopleJob(people))
    yield from _section_bundles(ctx, issues)
    yield _bundle(ctx, "statistics", 1, _statistics(archive, dated, years, people))
    totals = (len(issues), count_articles(issues), len(people))
    span = (dated[0].date, dated[-1].date) if dated else ("", "")
    latest = tuple(reversed(dated[-LATEST:]))
    yield _bundle(ctx, "plain", 1, PlainJob(bool(people)))
    yield _bundle(
        ctx,
        "home",
        2,
        HomeJob(latest, undated[:LATEST], len(undated), years, totals, span, tuple(day.day for day in calendar)),
    )


def _machine_bundles(ctx: Context, archive: Archive) -> Iterator[Bundle]:
    cards: list[Card] = []
    for issue in reversed([issue for issue in archive.issues if is_day(issue.date)]):
        cards.extend(card for page in issue.pages for card in page.cards)
        if len(cards) >= ENTRIES:
            break
    yield _bundle(ctx, "feeds", 2, FeedJob(tuple(cards)))
    maps = []
    years_of_issues = by_year(archive.issues)
    for year, issues in years_of_issues.items():
        addresses = tuple(address for issue in issues for address in _addresses(issue))
        maps.append((year, len(addresses)))
        yield _bundle(ctx, f"sitemap {year}", 2, SitemapJob(year, addresses))
        key = digest_of(ctx.base, year, *(issue.digest for issue in issues))
        yield Bundle(f"data {year}", key, 0, TableJob(year, tuple(issues)))
    keys = tuple((year, tuple(issue.key for issue in issues)) for year, issues in years_of_issues.items())
    yield _bundle(ctx, "data", 2, PackageJob(keys))
    years = tuple(urls.year(year) for year, _, _ in year_table(archive.issues))
    lists = (urls.PEOPLE, urls.STATISTICS, urls.ABOUT)
    people = tuple(person.address for person in archive.persons)
    yield _bundle(ctx, "robots", 2, RobotsJob(tuple(maps), (urls.HOME, *lists, *years, *people)))


def _addresses(issue: IssueCard) -> Iterator[str]:
    """Every page of an issue that search engines may show."""
    yield issue.address
    for page in issue.pages:
        yield page.address
        yield from (card.address for card in page.cards)


def _search_bundles(ctx: Context, archive: Archive) -> Iterator[Bundle]:
    found = segments([search_run(ctx, issue) for issue in archive.issues])
    for segment in found:
        yield Bundle(f"search {segment.label}", digest_of(ctx.base, segment.key), 0, SegmentJob(segment))
    yield Bundle("search", digest_of(ctx.base, *(segment.key for segment in found)), 2, SearchJob(found))


def _section_bundles(ctx: Context, issues: tuple[IssueCard, ...]) -> Iterator[Bundle]:
    sections: dict[str, list[Card]] = {}
    for issue in issues:
        for page in issue.pages:
            if page.section:
                sections.setdefault(page.section, []).extend(page.cards)
    for name in sorted(sections):
        yield _bundle(ctx, f"section {urls.section(name)}", 1, SectionJob(name, tuple(sections[name])))
    if sections:
        yield _bundle(ctx, "sections", 1, SectionsJob(tuple((name, len(sections[name])) for name in sorted(sections))))


def _statistics(
    archive: Archive,
    dated: list[IssueCard],
    years: tuple[tuple[str, int, int], ...],
    people: tuple[tuple[str, str, int, tuple[str, ...]], ...],
) -> StatisticsJob:
    months: Counter[str] = Counter()
    for issue in dated:
        months[issue.date[:7]] += count_articles([issue])
    busiest = sorted(people, key=lambda person: (-person[2], person[0]))[:20]
    cards = [card for issue in archive.issues for page in issue.pages for card in page.cards]
    doubts = sum(page.doubts for issue in archive.issues for page in issue.pages)
    return StatisticsJob(
        years=years,
        months=tuple(sorted(months.items())),
        days=tuple(issue.date for issue in dated),
        people=tuple((name, address, articles) for name, address, articles, _ in busiest),
        totals=(len(archive.issues), len(cards), len(people), sum(card.han for card in cards), doubts),
    )

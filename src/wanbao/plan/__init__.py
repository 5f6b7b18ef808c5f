"""Plan: which files the site has, at which address, and a key for each that stands for everything it shows.

`plan` turns the archive into bundles: files that are made together. It runs in every build, so it imports nothing of
what makes the files (`plan.makers`), and its keys are made of digests: of a newspaper page, whose cards are what its
source, the profile and the program make of it, and of an issue, which is its pages. What is shown of an archive
besides is small, and goes into its key as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from wanbao import urls
from wanbao.dates import is_day, iso_prefix
from wanbao.digests import digest_of
from wanbao.errors import Record
from wanbao.moves import Moves
from wanbao.newspaper import Newspaper
from wanbao.plan.addresses import addresses_of, moved_job, withdrawn_of
from wanbao.plan.credits import spellings, ways_between
from wanbao.plan.dated import by_year, count_articles, date_of, year_of, year_table
from wanbao.plan.jobs import (
    MOST_CREDITED,
    TABLES,
    AssetsJob,
    Bundle,
    DaysJob,
    FeedJob,
    FrontJob,
    HomeJob,
    IssueJob,
    MovedJob,
    PackageJob,
    PeopleJob,
    PersonJob,
    PlainJob,
    RobotsJob,
    SearchJob,
    SectionJob,
    SectionsJob,
    SegmentJob,
    SeriesIndexJob,
    SeriesJob,
    SitemapJob,
    StatisticsJob,
    TableJob,
    UndatedJob,
    YearJob,
    day_jobs,
    schema_name,
    table_name,
)
from wanbao.plan.later import filled
from wanbao.plan.sitetask import SiteTask
from wanbao.plan.stretches import UNDATED, Piece, Run, Stretch, pieces, runs_of
from wanbao.records import ROLES
from wanbao.records.archive import Archive
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import cards_of
from wanbao.related import standings

__all__ = [
    "TABLES",
    "AssetsJob",
    "Bundle",
    "FrontJob",
    "IssueJob",
    "SegmentJob",
    "Setting",
    "SiteTask",
    "TableJob",
    "addresses_of",
    "count_articles",
    "filled",
    "plan",
    "schema_name",
    "table_name",
]

ENTRIES = 100
"""How many articles a feed holds, at the least all of the newest issue."""
AS_BUSY = 200
"""From how many people the page of figures chooses those credited most, where the last were credited as often."""
LATEST = 6
"""How many issues the home page shows."""

NO_MOVES = Moves()
_encode = msgspec.msgpack.Encoder().encode


class Setting(Record, frozen=True):
    """What planning must know besides the archive."""

    newspaper: Newspaper
    """The profile."""
    base: str
    """The digest of program, profile, theme and interface texts: part of every key."""
    has_search: bool
    """Whether the site has a search."""
    bases: Mapping[str, str]
    """The same for those pages that only a part of the theme can shape, by the names of their templates."""

    def base_of(self, *templates: str) -> str:
        """The digest of all that can shape the pages of these templates."""
        return digest_of(*[self.bases.get(template, self.base) for template in templates])


def plan(
    ctx: Setting,
    archive: Archive,
    stored: Mapping[str, str],
    moves: Moves = NO_MOVES,
    standing: Sequence[tuple[str, str]] = (),
) -> Iterator[Bundle]:
    """Every bundle of the site, with jobs that must be `filled` before they are done.

    `stored` gives the name in the store of every understood file by its path, `moves` what became of old addresses,
    `standing` what stands for the earlier articles that belong with those of each issue (`related.Standings.marks`).
    """
    runs = [_run_of(ctx, issue) for issue in archive.issues] if ctx.has_search else [""] * len(archive.issues)
    found = [
        *_issue_bundles(ctx, archive, stored, standing or standings(archive.issues).marks, runs),
        *_person_bundles(ctx, archive),
        *_list_bundles(ctx, archive),
    ]
    yield from found
    job = MovedJob()
    if moves != NO_MOVES:
        job = moved_job(moves, addresses_of(found, ctx.has_search), archive.issues, ctx.newspaper)
        yield _bundle(ctx, "moved", 2, job)
    yield from _machine_bundles(ctx, archive, withdrawn_of(job, ENTRIES))
    if ctx.has_search:
        yield from _search_bundles(ctx, archive, runs)


def _bundle(ctx: Setting, name: str, rank: int, job: object) -> Bundle:
    """A bundle whose key is the digest of its whole job: nothing that it shows can be forgotten."""
    return Bundle(name, digest_of(ctx.base, _encode(job)), rank, job)


def _issue_bundles(
    ctx: Setting,
    archive: Archive,
    stored: Mapping[str, str],
    standing: Sequence[tuple[str, str]],
    runs: Sequence[str],
) -> Iterator[Bundle]:
    """Two bundles an issue: its own page, which links to its neighbours, and all the rest, which a new neighbour leaves
    alone. Their keys are made of digests: an archive has very many articles."""
    neighbours = [None, *(_neighbour(ctx, issue) for issue in archive.issues), None]
    beside = zip(neighbours, neighbours[2:], strict=False)
    base = ctx.base_of("page.html", "ledger.html", "article.html", "whole.html")
    base_of_front = ctx.base_of("issue.html")
    rows = zip(archive.issues, standing, runs, beside, strict=True)
    for issue, (_, stands), run, (before, after) in rows:
        names = tuple((stored[page.source], page.part) for page in issue.pages)
        key = digest_of(base, issue.key, issue.digest, _encode((names, run)), stands)
        yield Bundle(f"issue {issue.key}", key, 0, IssueJob(issue, names, run))
        key = digest_of(base_of_front, issue.key, issue.digest, _encode((before, after)))
        yield Bundle(f"front {issue.key}", key, 1, FrontJob(issue, before, after))


def _neighbour(ctx: Setting, issue: IssueCard) -> tuple[str, str]:
    return issue.address, date_of(ctx.newspaper.interface_language, issue)


def _run_of(ctx: Setting, issue: IssueCard) -> str:
    """The name of an issue's search run, which changes with its text."""
    return digest_of(ctx.newspaper.digest, issue.key, issue.digest)


def _person_bundles(ctx: Setting, archive: Archive) -> Iterator[Bundle]:
    """A bundle for each page of a person."""
    runs: dict[str, dict[str, Run]] = {}
    roles: dict[tuple[str, str], bytes] = {}
    base = ctx.base_of("person.html")
    for volume in archive.volumes:
        for name, articles, held, shown in zip(volume.names, volume.articles, volume.roles, volume.shown, strict=True):
            runs.setdefault(name, {})[volume.year] = Run(articles, shown)
            roles[name, volume.year or UNDATED] = held
    ways = ways_between(ctx.newspaper.persons, runs)
    for name in sorted(ways.keys() - runs.keys()):  # nobody is listed under it any more, but it leads on
        job = PersonJob(name, urls.person(name), (), (), Stretch(0), ways[name])
        yield _list_bundle(base, f"person {job.address}", Piece(job.stretch, ""), job, *job.others)
    spelt = spellings(person.name for person in archive.persons)
    for person in archive.persons:
        same = spelt.get(person.name, ())
        others = ways.get(person.name, ())
        for piece in pieces(runs[person.name]):
            period = piece.stretch.period
            shown_roles = tuple(ROLES[role] for role in roles[person.name, period]) if period else person.roles
            job = PersonJob(person.name, person.address, (), shown_roles, piece.stretch, others, same)
            more = (*shown_roles, *others, *(("spelt", *same) if same else ()))
            yield _list_bundle(base, f"person {person.address}", piece, job, *more)


def _list_bundle(base: str, name: str, piece: Piece, job: object, *more: str) -> Bundle:
    """The bundle of one page of a list; `base` is what shapes it, `more` what it shows beside articles."""
    stretch = piece.stretch
    key = digest_of(base, name, _encode((stretch, more)), piece.shown)
    return Bundle(f"{name} {stretch.period}".rstrip(), key, 1, job)


def _list_bundles(ctx: Setting, archive: Archive) -> Iterator[Bundle]:
    issues = archive.issues
    dated = [issue for issue in issues if is_day(issue.date)]
    undated = tuple(issue for issue in issues if not is_day(issue.date))
    years = year_table(issues)
    for year, _, articles in years:
        days = tuple((i.date, i.address, i.edition, count_articles([i])) for i in dated if i.date[:4] == year)
        partial = tuple(issue for issue in undated if year_of(issue) == year)
        key = digest_of(ctx.base, repr((year, days, _digests(partial), years, articles)))
        yield Bundle(f"year {year}", key, 1, YearJob(year, days, partial, years, articles))
    calendar, base = day_jobs(dated), ctx.base_of("day.html")
    for day in calendar:
        key = digest_of(base, repr((day.day, day.before, day.after, _digests(day.issues))))
        yield Bundle(f"day {day.day}", key, 1, day)
    if calendar:
        yield _bundle(ctx, "days", 1, DaysJob(tuple((day.day, len(day.issues)) for day in calendar)))
    if undated:
        yield Bundle("undated", digest_of(ctx.base, repr(_digests(undated))), 1, UndatedJob(undated))
    people = tuple((person.name, person.address, person.articles, person.roles) for person in archive.persons)
    yield _bundle(ctx, "people", 1, PeopleJob(people))
    yield from _section_bundles(ctx, archive)
    yield from _series_bundles(ctx, archive)
    yield _bundle(ctx, "statistics", 1, _statistics(archive, dated, years, people))
    totals = (len(issues), count_articles(issues), len(people))
    span = (dated[0].date, dated[-1].date) if dated else ("", "")
    latest = tuple(reversed(dated[-LATEST:]))
    yield _bundle(ctx, "plain", 1, PlainJob(tuple(by_year(issues))))
    yield _bundle(
        ctx,
        "home",
        2,
        HomeJob(latest, undated[:LATEST], len(undated), years, totals, span, tuple(day.day for day in calendar)),
    )


def _digests(issues: Iterable[IssueCard]) -> list[tuple[str, str]]:
    """What stands for these issues, with all their cards, in a key."""
    return [(issue.key, issue.digest) for issue in issues]


def _machine_bundles(ctx: Setting, archive: Archive, withdrawn: tuple[tuple[str, str], ...]) -> Iterator[Bundle]:
    cards: list[Card] = []
    for issue in reversed([issue for issue in archive.issues if is_day(issue.date)]):
        cards += cards_of(issue.pages)
        if len(cards) >= ENTRIES:
            break
    yield _bundle(ctx, "feeds", 2, FeedJob(tuple(cards), withdrawn))
    maps = []
    years_of_issues = by_year(archive.issues)
    for year, issues in years_of_issues.items():
        addresses = tuple(address for issue in issues for address in _addresses(issue))
        maps.append((year, sum(1 + articles for _, articles, _ in addresses)))
        yield _bundle(ctx, f"sitemap {year}", 2, SitemapJob(year, addresses))
        key = digest_of(ctx.base, year, *(issue.digest for issue in issues))
        yield Bundle(f"data {year}", key, 0, TableJob(year, tuple(issues)))
    keys = tuple((year, tuple(issue.key for issue in issues)) for year, issues in years_of_issues.items())
    yield _bundle(ctx, "data", 2, PackageJob(keys))
    years = tuple(urls.year(year) for year, _, _ in year_table(archive.issues))
    lists = (urls.PEOPLE, urls.STATISTICS, urls.ABOUT)
    people = tuple(person.address for person in archive.persons)
    yield _bundle(ctx, "robots", 3, RobotsJob(tuple(maps), (urls.HOME, *lists, *years, *people)))


def _addresses(issue: IssueCard) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """The pages of an issue that search engines may show, but for articles: of these it is told how many follow, and
    by which numbers."""
    yield issue.address, 0, ()
    for page in issue.pages:
        yield page.address, page.articles, page.numbers


def _search_bundles(ctx: Setting, archive: Archive, names: Iterable[str]) -> Iterator[Bundle]:
    from wanbao.search import IssueRun, segments

    runs = [
        IssueRun(issue.key, issue.date, name, count_articles([issue]), _running_number(issue.number))
        for issue, name in zip(archive.issues, names, strict=True)
    ]
    found = segments(runs)
    for segment in found:
        yield Bundle(f"search {segment.label}", digest_of(ctx.base, segment.name), 0, SegmentJob(segment))
    yield Bundle("search", digest_of(ctx.base, *(segment.name for segment in found)), 2, SearchJob(found))


def _running_number(text: str) -> int:
    """The running number of an issue that readers may look for; 0 where there is none or it is no plain number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else 0


def _section_bundles(ctx: Setting, archive: Archive) -> Iterator[Bundle]:
    """A bundle for each page of a section, and their index."""
    totals, base = [], ctx.base_of("section.html")
    for name, runs in sorted(runs_of(chain.from_iterable(volume.sections for volume in archive.volumes)).items()):
        for piece in pieces(runs):
            job = SectionJob(name, (), piece.stretch)
            yield _list_bundle(base, f"section {urls.section(name)}", piece, job, name)
        totals.append((name, sum(run.articles for run in runs.values())))
    if any(volume.has_sections for volume in archive.volumes):
        yield _bundle(ctx, "sections", 1, SectionsJob(tuple(totals)))


def _series_bundles(ctx: Setting, archive: Archive) -> Iterator[Bundle]:
    """A bundle for each page of a series, and their index."""
    base = ctx.base_of("series.html")
    portions = [one for volume in archive.volumes for one in volume.series]
    counts = {one.name for one in portions if one.counted}
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for one in portions:
        first[one.name] = first.get(one.name) or one.first
        last[one.name] = one.last or last.get(one.name, "")
    listed: list[tuple[str, bool, int, str, str]] = []
    for name, runs in sorted(runs_of(portions).items()):
        counted = name in counts
        for piece in pieces(runs):
            job = SeriesJob(name, counted, (), piece.stretch)
            yield _list_bundle(base, f"series {urls.series(name)}", piece, job, name, str(counted))
        listed.append((name, counted, sum(run.articles for run in runs.values()), first[name], last[name]))
    if listed:
        yield _bundle(ctx, "series", 1, SeriesIndexJob(tuple(listed)))


def _statistics(
    archive: Archive,
    dated: list[IssueCard],
    years: tuple[tuple[str, int, int], ...],
    people: tuple[tuple[str, str, int, tuple[str, ...]], ...],
) -> StatisticsJob:
    months: Counter[str] = Counter()
    for issue in archive.issues:
        if (month := iso_prefix(issue.date)[:7]) and len(month) == len("2022-08"):
            months[month] += count_articles([issue])
    busiest = sorted(people, key=lambda person: (-person[2], person[0]))
    least = busiest[:MOST_CREDITED][-1][2] if busiest else 0
    return StatisticsJob(
        years=years,
        months=tuple(sorted(months.items())),
        days=tuple(issue.date for issue in dated),
        people=tuple((name, articles) for name, _, articles, _ in busiest[:AS_BUSY] if articles >= least),
        totals=(
            len(archive.issues),
            count_articles(archive.issues),
            len(people),
            sum(volume.han for volume in archive.volumes),
            sum(volume.doubts for volume in archive.volumes),
        ),
    )

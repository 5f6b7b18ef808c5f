"""What can be ordered: a bundle of files, the jobs that say what to make, and what planning itself asks of an issue.

These are all that a build with nothing to do needs of this package: the functions that make files, with the records of
views, the templates and the rest, are imported only where files are made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from wanbao.dates import display, is_day, iso_prefix
from wanbao.digests import code_digest, digest_of
from wanbao.errors import Record
from wanbao.newspaper import Newspaper
from wanbao.plan.stretches import Stretch
from wanbao.records import ArticleKind, ContributorRole
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import CardRef, PageCard
from wanbao.related import Candidates
from wanbao.store import Store

if TYPE_CHECKING:
    from wanbao.search import Segment


class SiteTask(Record, frozen=True):
    """What every process must know to make pages."""

    newspaper: Newspaper
    """The profile."""
    about: str
    """The maintainer's text for the about page, Markdown."""
    theme_dirs: tuple[Path, ...]
    """The theme, folder by folder."""
    theme: Mapping[str, str]
    """The digests of its templates and interface texts (`theme.theme_digests`)."""
    assets: tuple[tuple[str, str], ...]
    """(name, address) of its published files."""
    has_undated: bool
    """Whether some issue has no date."""
    has_sections: bool
    """Whether some page has a section."""
    has_series: bool
    """Whether some article belongs to a series or standing column."""
    has_search: bool
    """Whether the site has a search."""
    output: Path
    """The output folder."""

    def digest(self, template: str = "") -> str:
        """What stands for all of this in the key of every file: program, profile, theme and interface texts; of the
        theme what may shape the pages of a template, or all."""
        flags = repr((self.assets, self.has_undated, self.has_sections, self.has_series, self.has_search))
        paper = self.newspaper
        return digest_of(code_digest(), paper.digest, paper.base_url, self.theme[template], self.about, flags)


class Bundle(Record, frozen=True):
    """Files that are made together, from the same things."""

    name: str
    """Its name in the manifest: `issue 2022-05-18`."""
    key: str
    """The digest of everything its files show: the same key, the same bytes."""
    rank: int
    """When its files are moved into place: 0 articles and issues, 1 lists of them, 2 home and feeds, 3 their lists."""
    job: object
    """The small frozen record that says what to make; `makers.files_of` knows how."""

    def without_job(self) -> Bundle:
        """The bundle once it is made: its job holds cards, which take memory."""
        return Bundle(self.name, self.key, self.rank, None)


class FrontJob(Record, frozen=True):
    """Make the page of one issue, which alone of its pages knows the issues beside it."""

    issue: IssueCard
    """The issue."""
    previous: tuple[str, str] | None
    """(address, date for display) of the issue before."""
    following: tuple[str, str] | None
    """(address, date for display) of the issue after."""


class IssueJob(Record, frozen=True):
    """Make the newspaper pages and articles of one issue."""

    issue: IssueCard
    """The issue."""
    stored: tuple[tuple[str, int], ...]
    """For each of its pages the name of the understood file in the store, and which page of that file."""
    run: str = ""
    """The name of its search run; empty for a site without search."""
    earlier: tuple[tuple[int, Candidates], ...] = ()
    """(article in order of print, from 0; the earlier articles that may belong with it), where there are any; filled in
    when the pages are to be made."""


class HomeJob(Record, frozen=True):
    """Make the home page."""

    latest: tuple[IssueCard, ...]
    """The newest issues, newest first."""
    undated: tuple[IssueCard, ...]
    """The first undated issues."""
    undated_total: int
    """How many undated issues."""
    years: tuple[tuple[str, int, int], ...]
    """(year, issues, articles), newest first."""
    totals: tuple[int, int, int]
    """Issues, articles, people."""
    span: tuple[str, str]
    """The oldest and the newest date, EDTF."""
    days: tuple[str, ...]
    """The days of the year that have an issue: `05-18`."""


class YearJob(Record, frozen=True):
    """Make the calendar of a year."""

    year: str
    """The year."""
    days: tuple[tuple[str, str, str, int], ...]
    """(date, address, edition, articles) of every issue with a day."""
    partial: tuple[IssueCard, ...]
    """Issues of which only the year or month is known."""
    years: tuple[tuple[str, int, int], ...]
    """(year, issues, articles) of all years, newest first."""
    articles: int
    """Articles in this year."""


class UndatedJob(Record, frozen=True):
    """Make the list of undated issues."""

    issues: tuple[IssueCard, ...]
    """The issues, ordered."""


class PlainJob(Record, frozen=True):
    """Make the pages that list nothing: about, search, 404."""

    has_people: bool
    """Whether anybody is credited."""


class AssetsJob(Record, frozen=True):
    """Put the theme's own files into the site."""

    files: tuple[tuple[str, bytes], ...]
    """(address, content)."""


class DayJob(Record, frozen=True):
    """Make the page of a day of the year."""

    day: str
    """The day: `05-18`."""
    issues: tuple[IssueCard, ...]
    """Its issues, oldest first."""
    before: str
    """The nearest earlier day of the year that has a page, or empty."""
    after: str
    """The nearest later one, or empty."""


class DaysJob(Record, frozen=True):
    """Make the list of the days of the year."""

    days: tuple[tuple[str, int], ...]
    """(day, issues) of every day that has one, ordered."""


CreditRow = tuple[str, str, str, bytes, ArticleKind, int, str, str, int]
"""Of an article that somebody is credited for: address, title, what stands above its headline, the roles held by their
numbers in `ROLES`, kind, doubts; then the date it bears, 版次 and its place on the page."""


class PersonJob(Record, frozen=True):
    """Make a page of somebody's articles."""

    name: str
    """The clean name."""
    address: str
    """The address of the person's page."""
    credits: tuple[bytes, ...]
    """What is credited, oldest first: a packed `CreditRow` for each article, month by month; filled in when the page is
    to be made."""
    roles: tuple[ContributorRole, ...]
    """The roles held, in order of first use; on the page of a stretch those held in it."""
    stretch: Stretch
    """What of the list the page shows."""


class PeopleJob(Record, frozen=True):
    """Make the index of people."""

    people: tuple[tuple[str, str, int, tuple[str, ...]], ...]
    """(name, address, articles, roles) of everybody."""


class SectionJob(Record, frozen=True):
    """Make a page of one section."""

    name: str
    """版名."""
    pages: tuple[PageCard, ...]
    """The newspaper pages whose articles it shows, oldest first."""
    stretch: Stretch
    """What of the list the page shows."""


class SectionsJob(Record, frozen=True):
    """Make the index of sections."""

    sections: tuple[tuple[str, int], ...]
    """(name, articles)."""


class SeriesJob(Record, frozen=True):
    """Make a page of one series or standing column."""

    name: str
    """Its name."""
    counted: bool
    """Whether it counts its parts."""
    articles: tuple[CardRef, ...]
    """The articles it shows, oldest first."""
    stretch: Stretch
    """What of the list the page shows."""


class SeriesIndexJob(Record, frozen=True):
    """Make the index of series and standing columns."""

    series: tuple[tuple[str, bool, int, str, str], ...]
    """(name, whether it counts its parts, articles, date of the first, date of the last)."""


class StatisticsJob(Record, frozen=True):
    """Make the page of figures."""

    years: tuple[tuple[str, int, int], ...]
    """(year, issues, articles), newest first."""
    months: tuple[tuple[str, int], ...]
    """(month, articles), oldest first."""
    days: tuple[str, ...]
    """Every day with an issue, in order."""
    people: tuple[tuple[str, str, int], ...]
    """(name, address, articles) of those credited most."""
    totals: tuple[int, int, int, int, int]
    """Issues, articles, people, Han characters, doubtful readings."""


class FeedJob(Record, frozen=True):
    """Make the feeds."""

    cards: tuple[Card, ...]
    """The newest articles, newest issue first, in order of print within an issue."""


class SitemapJob(Record, frozen=True):
    """Make the site map of a year."""

    year: str
    """The year, or `undated`."""
    addresses: tuple[tuple[str, int, tuple[int, ...]], ...]
    """(address, how many articles of that page follow, their numbers where these are not 1, 2, 3 …) of the pages of
    that year, in order."""


class RobotsJob(Record, frozen=True):
    """Make the index of site maps and robots.txt."""

    years: tuple[tuple[str, int], ...]
    """(year or `undated`, addresses) of every site map of issues."""
    addresses: tuple[str, ...]
    """The pages that belong to no year."""


class SegmentJob(Record, frozen=True):
    """Make one segment of the search index."""

    segment: Segment
    """The segment."""
    published: dict[str, str] | None = None
    """The files of the stretch of time as they lie in the site, and the SHA-256 of their bytes; None where that cannot
    be trusted. Filled in when the segment is to be made; its files do not depend on it."""


class SearchJob(Record, frozen=True):
    """Make the files of the search that belong to no segment."""

    segments: tuple[Segment, ...]
    """All segments."""


class TableJob(Record, frozen=True):
    """Make the index of a year."""

    year: str
    """The year, or `undated`."""
    issues: tuple[IssueCard, ...]
    """Its issues, in order."""


class PackageJob(Record, frozen=True):
    """Make the description of all data files."""

    years: tuple[tuple[str, tuple[str, ...]], ...]
    """(year or `undated`, keys of its issues)."""


class MovedJob(Record, frozen=True):
    """Make the pages at old addresses."""

    moved: tuple[tuple[str, str, str], ...]
    """(old address, new address, what the new page is called)."""
    gone: tuple[tuple[str, str], ...]
    """(old address, why it is gone)."""


TABLES = "tables"
"""The kind of what is remembered of the indexes of years."""

NAME = 12
"""How many characters of a headline stand for an issue without any date."""


def date_of(language: str, issue: IssueCard) -> str:
    """The date of an issue for display in the interface's language, with its edition."""
    shown = display(issue.date, language)
    if not issue.date:
        # Nothing else tells one issue without any date from another.
        shown = f"{shown}{'：' if language.startswith('zh') else ': '}{_name_of(issue)}"
    elif len(issue.date) == len("2022-08"):
        # A month stands well in a list of months, but the name of a day's paper says that its day is not known.
        remark = display("", language)
        shown = f"{shown}（{remark}）" if language.startswith("zh") else f"{shown} ({remark.lower()})"
    return f"{shown} {issue.edition}" if issue.edition else shown


def _name_of(issue: IssueCard) -> str:
    """The beginning of its first headline, or its key where there is no article."""
    title = next((card.title for page in issue.pages for card in page.cards), "")
    name = title.split(" ")[0] if len(title) > NAME else title
    if not name:
        return issue.key.removeprefix("undated-")
    return name if len(name) <= NAME else f"{name[:NAME]}…"


def year_of(issue: IssueCard) -> str:
    """The year of an issue, or empty where not even that is known."""
    return iso_prefix(issue.date)[:4]


def count_articles(issues: Iterable[IssueCard]) -> int:
    """How many articles these issues have."""
    return sum(page.articles for issue in issues for page in issue.pages)


def year_table(issues: tuple[IssueCard, ...]) -> tuple[tuple[str, int, int], ...]:
    """(year, issues, articles) of every year that is known, newest first."""
    numbers: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for issue in issues:
        if year := year_of(issue):
            numbers[year] += 1
            articles[year] += count_articles([issue])
    return tuple((year, numbers[year], articles[year]) for year in sorted(numbers, reverse=True))


def by_year(issues: Iterable[IssueCard]) -> dict[str, list[IssueCard]]:
    """The issues by year, those without a day under `undated`."""
    years: dict[str, list[IssueCard]] = {}
    for issue in issues:
        years.setdefault(year_of(issue) if is_day(issue.date) else "undated", []).append(issue)
    return years


def table_name(store: Store, year: str) -> str:
    """The name in the store of the rows of a year's index."""
    return store.name("table", year)


def schema_name(store: Store) -> str:
    """The name in the store of the schema of an article."""
    return store.name("schema")


def day_jobs(dated: Iterable[IssueCard]) -> tuple[DayJob, ...]:
    """The jobs of all days of the year that have an issue, ordered; `dated` are the issues whose day is known."""
    by_day: dict[str, list[IssueCard]] = {}
    for issue in dated:
        by_day.setdefault(issue.date[5:], []).append(issue)
    days = sorted(by_day)
    return tuple(
        DayJob(day, tuple(by_day[day]), before, after)
        for before, day, after in zip(["", *days], days, [*days[1:], ""], strict=False)
    )

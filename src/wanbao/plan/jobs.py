"""What can be ordered: a bundle of files, and the jobs that say what to make.

These are all that a build with nothing to do needs of this package, beside what planning itself asks of issues
(`plan.dated`): the functions that make files, with the records of views, the templates and the rest, are imported only
where files are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wanbao.errors import Record
from wanbao.plan.stretches import Stretch
from wanbao.records import ArticleKind, ContributorRole
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import CardRef, PageCard
from wanbao.related import Candidates
from wanbao.store import Store

if TYPE_CHECKING:
    from wanbao.search import Segment


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
    """Make the pages that list no articles: about, search, 404."""

    tables: tuple[str, ...] = ()
    """The years whose articles are in a table, and `undated` where there is one, in order."""


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


class DaysJob(Record, frozen=True):
    """Make the list of the days of the year."""

    days: tuple[tuple[str, int], ...]
    """(day, issues) of every day that has one, ordered."""


class CreditRow(Record, frozen=True):
    """An article that somebody is credited for, as far as a list shows it."""

    address: str
    """Its address."""
    title: str
    """What it is called."""
    above: str
    """What stands above its headline in a list."""
    roles: bytes
    """The roles held in it, by their numbers in `ROLES`."""
    kind: ArticleKind
    """What kind of article it is."""
    doubts: int
    """How many doubtful readings it carries."""
    date: str
    """The date it bears, EDTF; empty where unknown."""
    page: str
    """版次; empty where unknown."""
    order: int
    """Its place on the page, from 1."""
    continues: str = ""
    """The page from which it says that it goes on; empty where it begins there."""
    organisation: str = ""
    """For whom it was signed; empty for nobody that is named."""


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
    others: tuple[str, ...] = ()
    """The names of lists that hold what is signed with this name, or that this one holds what is signed with."""
    spellings: tuple[str, ...] = ()
    """The same name in the other script, as others are listed."""


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


MOST_CREDITED = 20
"""How many of those credited most the page of figures names."""


class StatisticsJob(Record, frozen=True):
    """Make the page of figures."""

    years: tuple[tuple[str, int, int], ...]
    """(year, issues, articles), newest first."""
    months: tuple[tuple[str, int], ...]
    """(month, articles), oldest first."""
    days: tuple[str, ...]
    """Every day with an issue, in order."""
    people: tuple[tuple[str, int], ...]
    """(name, articles) of the `MOST_CREDITED`, with those credited as often as the last of them."""
    totals: tuple[int, int, int, int, int]
    """Issues, articles, people, Han characters, doubtful readings."""


class FeedJob(Record, frozen=True):
    """Make the feeds."""

    cards: tuple[Card, ...]
    """The newest articles, newest issue first, in order of print within an issue."""
    withdrawn: tuple[tuple[str, str], ...] = ()
    """(permanent id, day of withdrawal) of articles that were taken down, the latest first."""


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


TABLES = "tables"
"""The kind of what is remembered of the indexes of years."""


def table_name(store: Store, year: str) -> str:
    """The name in the store of the rows of a year's index."""
    return store.name("table", year)


def schema_name(store: Store) -> str:
    """The name in the store of the schema of an article."""
    return store.name("schema")


class PackageJob(Record, frozen=True):
    """Make the description of all data files."""

    years: tuple[tuple[str, tuple[str, ...]], ...]
    """(year or `undated`, keys of its issues)."""


class Withdrawn(Record, frozen=True):
    """What stands at an address that is gone."""

    address: str
    """The old address."""
    reason: str
    """Why it is gone; empty where nobody said."""
    day: str
    """The day of withdrawal; empty where nobody said."""
    id: str = ""
    """The permanent id, where it was an article's."""
    issue: tuple[str, str] = ("", "")
    """Address and date for display of its issue; no address where the site has no other article of it."""
    page: tuple[str, str] = ("", "")
    """Address and number of its newspaper page; no address where the site does not have it."""
    before: tuple[str, str] = ("", "")
    """Address and title of the article before it on its page; empty for none."""
    after: tuple[str, str] = ("", "")
    """The same of the one after it."""


class MovedJob(Record, frozen=True):
    """Make the pages at old addresses."""

    moved: tuple[tuple[str, str, str], ...] = ()
    """(old address, new address, what the new page is called)."""
    gone: tuple[Withdrawn, ...] = ()
    """What is gone, ordered by address."""

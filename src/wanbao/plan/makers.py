"""Make: the job of a bundle becomes its files. Runs wherever the bundle is rendered.

A list of another kind is a job, a function and a line in `_MAKERS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from typing import Any

from wanbao.plan.base import Context, View
from wanbao.plan.data import package_views, table_views
from wanbao.plan.days import day_views, days_views
from wanbao.plan.indexes import section_views, sections_views, series_index_views, series_views
from wanbao.plan.issues import front_views, issue_views, search_docs
from wanbao.plan.jobs import (
    AssetsJob,
    DayJob,
    DaysJob,
    FeedJob,
    FrontJob,
    HomeJob,
    IssueJob,
    MovedJob,
    PeopleJob,
    PersonJob,
    PlainJob,
    RobotsJob,
    SearchJob,
    SectionJob,
    SectionsJob,
    SeriesIndexJob,
    SeriesJob,
    SitemapJob,
    StatisticsJob,
    UndatedJob,
    YearJob,
)
from wanbao.plan.lists import assets_views, home_views, plain_views, undated_views, year_views
from wanbao.plan.machine import feed_views, robots_views, search_views, sitemap_views
from wanbao.plan.moved import moved_views
from wanbao.plan.people import people_views, person_views
from wanbao.plan.statistics import statistics_views

__all__ = [
    "Context",
    "View",
    "files_of",
    "issue_views",
    "often_printed",
    "package_views",
    "printed",
    "search_docs",
    "table_views",
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
    SeriesJob: series_views,
    SeriesIndexJob: series_index_views,
    StatisticsJob: statistics_views,
    PlainJob: plain_views,
    AssetsJob: assets_views,
    FeedJob: feed_views,
    FrontJob: front_views,
    MovedJob: moved_views,
    SitemapJob: sitemap_views,
    RobotsJob: robots_views,
    SearchJob: search_views,
}
"""Which function makes the files of a job; `issue_views`, `table_views` and `package_views` need what is remembered
besides."""

_PAGES: dict[type, str] = {
    FrontJob: "issue.html",
    DayJob: "day.html",
    PersonJob: "person.html",
    SectionJob: "section.html",
    SeriesJob: "series.html",
}
"""The template of which a job prints one page or a few."""

OFTEN = 200
"""From how many pages on a template is one that prints many. To compile it for that costs 40 ms more, which it saves on
35 whole issues, 60 pages of issues, 100 to 200 of newspaper pages, sources and sections, 400 of people, 1,000 of
articles."""

ENTRIES_A_PAGE = 50
"""How many entries of a list take as long as a page without any."""


def printed(jobs: Iterable[object]) -> frozenset[str]:
    """The templates of which these jobs print pages that a site has many of."""
    return frozenset(template for job in jobs for template, _ in _printed(job))


def often_printed(wanted: Set[str], site: Iterable[object]) -> frozenset[str]:
    """Those of the wanted templates of which the jobs of the whole site print many pages.

    The site counts and not what is to be done, so that one issue more is printed by what was compiled for all others.
    """
    pages: Counter[str] = Counter()
    often: set[str] = set()
    for job in site:
        if often == wanted:
            break
        for template, number in _printed(job):
            pages[template] += number
            if template in wanted and pages[template] >= OFTEN:
                often.add(template)
    return frozenset(often)


def _printed(job: object) -> Iterator[tuple[str, int]]:
    """The templates of which a job prints pages that a site has many of, and how many."""
    if isinstance(job, IssueJob):
        sheets = job.issue.pages
        yield "page.html", len(sheets)
        yield "ledger.html", len(sheets)
        yield "article.html", sum(sheet.articles for sheet in sheets)
        yield "whole.html", 1
    elif template := _PAGES.get(type(job)):
        yield template, 1 + _listed(job) // ENTRIES_A_PAGE


def _listed(job: object) -> int:
    """How many articles the page of a section or series lists, where that is all of it, or all of a month."""
    if not isinstance(job, (SectionJob, SeriesJob)) or job.stretch.periods:
        return 0
    return job.stretch.total


def files_of(ctx: Context, job: object) -> Iterator[View]:
    """The files of a job that needs nothing besides."""
    return _MAKERS[type(job)](ctx, job)

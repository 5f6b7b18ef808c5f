"""The archive as data: every issue's articles as JSON Lines, an index of every year as CSV, and what describes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wanbao import urls
from wanbao.dates import is_day
from wanbao.exports import Part, article_schema, datapackage, index_csv
from wanbao.plan.base import Context, View, year_of
from wanbao.records import IssueCard


@dataclass(frozen=True, slots=True)
class TableJob:
    """Make the index of a year."""

    year: str
    """The year, or `undated`."""
    issues: tuple[IssueCard, ...]
    """Its issues, in order."""


@dataclass(frozen=True, slots=True)
class PackageJob:
    """Make the description of all data files."""

    years: tuple[tuple[str, tuple[str, ...]], ...]
    """(year or `undated`, keys of its issues)."""


def by_year(issues: Iterable[IssueCard]) -> dict[str, list[IssueCard]]:
    """The issues by year, those without a day under `undated`."""
    years: dict[str, list[IssueCard]] = {}
    for issue in issues:
        years.setdefault(year_of(issue) if is_day(issue.date) else "undated", []).append(issue)
    return years


def table_views(ctx: Context, job: TableJob) -> Iterator[View]:
    """The index of a year."""
    yield View(urls.table(job.year), "", data=index_csv(job.issues))


def package_views(ctx: Context, job: PackageJob) -> Iterator[View]:
    """The description of all data files, and the schema of an article."""
    parts = [Part(year, urls.table(year), tuple(map(urls.issue_data, keys))) for year, keys in job.years]
    yield View(urls.ARTICLE_SCHEMA, "", data=article_schema())
    yield View(urls.DATA_PACKAGE, "", data=datapackage(ctx.newspaper, parts, urls.ARTICLE_SCHEMA))

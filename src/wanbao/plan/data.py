"""The archive as data: every issue's articles as JSON Lines, an index of every year as CSV, and what describes them."""

from __future__ import annotations

from collections.abc import Iterator

from wanbao import urls
from wanbao.exports import Part, article_schema, datapackage, index_csv
from wanbao.plan.base import Context, View
from wanbao.plan.jobs import PackageJob, TableJob


def table_views(ctx: Context, job: TableJob) -> Iterator[View]:
    """The index of a year."""
    yield View(urls.table(job.year), "", data=index_csv(job.issues))


def package_views(ctx: Context, job: PackageJob) -> Iterator[View]:
    """The description of all data files, and the schema of an article."""
    parts = [Part(year, urls.table(year), tuple(map(urls.issue_data, keys))) for year, keys in job.years]
    yield View(urls.ARTICLE_SCHEMA, "", data=article_schema())
    yield View(urls.DATA_PACKAGE, "", data=datapackage(ctx.newspaper, parts, urls.ARTICLE_SCHEMA))

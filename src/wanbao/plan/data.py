"""The archive as data: every issue's articles as JSON Lines, an index of every year as CSV, and what describes them."""

from __future__ import annotations

from collections.abc import Iterator

from wanbao import urls
from wanbao.digests import digest_of
from wanbao.exports import Part, article_schema, datapackage, index_csv, issue_rows
from wanbao.plan.base import Context, View
from wanbao.plan.jobs import TABLES, PackageJob, TableJob, schema_name, table_name
from wanbao.store import Store


def table_views(job: TableJob, store: Store) -> Iterator[View]:
    """The index of a year. Its rows are remembered by issue: one issue more adds some fifty to thousands."""
    name = table_name(store, job.year)
    kept = store.recalled(TABLES, name, tuple[tuple[str, bytes], ...]) or ()
    known = dict(kept)
    marks = {digest_of(issue.key, issue.digest): issue for issue in job.issues}
    rows = tuple((mark, known[mark] if mark in known else issue_rows(issue)) for mark, issue in marks.items())
    if rows != kept:
        store.keep(TABLES, name, rows)
    yield View(urls.table(job.year), "", data=index_csv(of_issue for _, of_issue in rows))


def package_views(ctx: Context, job: PackageJob, store: Store) -> Iterator[View]:
    """The description of all data files, and the schema of an article, which is remembered: only the program changes
    it, and to find it out takes as long as a page of three hundred articles."""
    parts = [Part(year, urls.table(year), tuple(map(urls.issue_data, keys))) for year, keys in job.years]
    yield View(urls.ARTICLE_SCHEMA, "", data=store.remembered(TABLES, schema_name(store), bytes, article_schema))
    yield View(urls.DATA_PACKAGE, "", data=datapackage(ctx.newspaper, parts, urls.ARTICLE_SCHEMA))

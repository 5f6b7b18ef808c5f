"""Pages at addresses that were published once and have no page of their own any more."""

from __future__ import annotations

from collections.abc import Iterator

from wanbao import urls
from wanbao.plan.base import Context, View, head
from wanbao.plan.jobs import MovedJob
from wanbao.views import Link, MovedView


def moved_views(ctx: Context, job: MovedJob) -> Iterator[View]:
    """The pages at old addresses."""
    for old, new, title in job.moved:
        link = Link(urls.relative(old, new), title)
        record = MovedView(head(ctx, old, ctx.strings["moved_title"], robots="noindex"), link)
        yield View(old, "moved.html", record)
    for old, reason in job.gone:
        record = MovedView(head(ctx, old, ctx.strings["withdrawn_title"], robots="noindex"), None, reason)
        yield View(old, "moved.html", record)

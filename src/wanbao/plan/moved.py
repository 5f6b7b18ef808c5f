"""Pages at addresses that were published once and have no page of their own any more."""

from __future__ import annotations

from collections.abc import Iterator

from wanbao import urls
from wanbao.plan.base import Context, View, head
from wanbao.plan.jobs import MovedJob
from wanbao.views.head import Link
from wanbao.views.plain import MovedView

_CALLED = {
    urls.ABOUT: "about",
    urls.DAYS: "on_this_day",
    urls.PEOPLE: "people",
    urls.SEARCH: "search",
    urls.SECTIONS: "sections",
    urls.SERIES: "series",
    urls.STATISTICS: "statistics",
    urls.UNDATED: "undated",
}
"""What pages are called of which a site has one each."""


def moved_views(ctx: Context, job: MovedJob) -> Iterator[View]:
    """The pages at old addresses."""
    for old, new, title in job.moved:
        called = title or (ctx.strings[_CALLED[new]] if new in _CALLED else new)
        link = Link(urls.relative(old, new), called)
        record = MovedView(head(ctx, old, ctx.strings["moved_title"], robots="noindex"), link)
        yield View(old, "moved.html", record)
    for old, reason in job.gone:
        record = MovedView(head(ctx, old, ctx.strings["withdrawn_title"], robots="noindex"), None, reason)
        yield View(old, "moved.html", record)

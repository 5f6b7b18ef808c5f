"""Pages at addresses that were published once and have no page of their own any more."""

from __future__ import annotations

from collections.abc import Iterator

from wanbao import urls
from wanbao.dates import display
from wanbao.plan.base import Context, View, head, page_label
from wanbao.plan.jobs import MovedJob, Withdrawn
from wanbao.views.head import Link
from wanbao.views.plain import GoneView, MovedView

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
    for gone in job.gone:
        yield View(gone.address, "moved.html", _gone_view(ctx, gone))


def _gone_view(ctx: Context, gone: Withdrawn) -> MovedView:
    """The page at an address that is gone."""
    page_name = page_label(ctx, gone.page[1]) if any(gone.page) else ""
    places = (_link(gone.address, *where) for where in (gone.issue, (gone.page[0], page_name)))
    printed_in = tuple(link for link in places if link)
    says, title = ("withdrawn", "withdrawn_title") if gone.id else ("withdrawn_page", "withdrawn_page_title")
    return MovedView(
        head(
            ctx,
            gone.address,
            ctx.strings[title],
            crumbs=[link for link in printed_in if link.href],
            nav=("years" if gone.address[0].isdigit() else "undated") if gone.id else "",
            robots="noindex",
            previous=_link(gone.address, *gone.before),
            following=_link(gone.address, *gone.after),
        ),
        gone=GoneView(
            ctx.strings[says],
            gone.reason,
            display(gone.day, ctx.language) if gone.day else "",
            gone.day,
            gone.id,
            printed_in,
        ),
    )


def _link(origin: str, address: str, text: str) -> Link | None:
    """The link to what has an address, the mere text of what has none, None for nothing."""
    return Link(urls.relative(origin, address) if address else "", text) if text else None

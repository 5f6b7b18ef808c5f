"""What the pages of lists have in common: their heads, and the ways among the stretches of a list that is cut."""

from __future__ import annotations

from wanbao import urls
from wanbao.dates import display
from wanbao.errors import Record
from wanbao.plan.base import Context, answers, head
from wanbao.plan.stretches import UNDATED, Stretch
from wanbao.views.head import Head, Link


class Said(Record, frozen=True):
    """What the page of a list says of itself to programs."""

    description: str = ""
    """A sentence about it."""
    json_ld: str = ""
    """What it is, in JSON-LD."""
    kind: str = "website"
    """What it is of, as previews call it (`og:type`)."""


def head_of_list(ctx: Context, whole: str, name: str, up: Link, nav: str, stretch: Stretch, said: Said) -> Head:
    """The head of a page of a list; `whole` is the address of the list, `up` the list of lists. What is `said` is of
    the list itself, and a stretch of it does not say it again."""
    origin = urls.part(whole, stretch.period)
    above = Link(urls.relative(origin, up.href), up.text)
    if not stretch.period:
        return head(
            ctx,
            origin,
            name,
            nav=nav,
            crumbs=[above],
            description=said.description,
            json_ld=said.json_ld,
            kind=said.kind,
        )
    shown = period_of(ctx, stretch.period)
    return head(
        ctx,
        origin,
        f"{name} · {shown}",
        here=shown,
        nav=nav,
        crumbs=[above, Link(urls.relative(origin, whole), name)],
        previous=_beside(ctx, origin, whole, stretch.before),
        following=_beside(ctx, origin, whole, stretch.after),
    )


def _beside(ctx: Context, origin: str, whole: str, period: str) -> Link | None:
    return Link(urls.relative(origin, urls.part(whole, period)), period_of(ctx, period)) if period else None


def ways_among(ctx: Context, whole: str, stretch: Stretch) -> tuple[Link, ...]:
    """Links to all stretches of a list that is cut; the newest, which its page shows, without href."""
    return tuple(
        Link(urls.relative(whole, urls.part(whole, period)) if at else "", period_of(ctx, period))
        for at, period in enumerate(stretch.periods)
    )


def period_of(ctx: Context, period: str) -> str:
    """A year, a month or `UNDATED` as a heading: without the remark that the day is unknown, which here is no fault."""
    return _periods(ctx)[period]


@answers
def _periods(ctx: Context, period: str) -> str:
    if period == UNDATED:
        return display("", ctx.language)
    year, _, month = period.partition("-")
    if not month:
        return ctx.strings.text("year_title", year=year)
    return ctx.strings.text("month_title", year=year, month=ctx.strings[f"month_{int(month)}"])

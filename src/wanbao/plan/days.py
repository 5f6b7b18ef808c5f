"""历史上的今天: for every day of the year that has an issue in some year, a page of those issues.

The build knows no clock; the reader's browser picks today's page, and the list of days is a page for all others.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from wanbao import urls
from wanbao.plan.base import Context, View, head, issue_entry
from wanbao.plan.jobs import DayJob, DaysJob
from wanbao.views.calendar import Day, DaysView, DayView, Month
from wanbao.views.head import Link

LEADS = 3
"""How many headlines of each issue such a page shows."""
_LEAP_YEAR = 2000


def day_views(ctx: Context, job: DayJob) -> Iterator[View]:
    """The page of a day of the year."""
    address = urls.day(job.day)
    record = DayView(
        head=head(
            ctx,
            address,
            _title(ctx, job.day),
            nav="years",
            crumbs=[Link(urls.relative(address, urls.DAYS), ctx.strings["on_this_day"])],
            previous=_neighbour(ctx, address, job.before),
            following=_neighbour(ctx, address, job.after),
        ),
        issues=tuple(issue_entry(ctx, address, issue, LEADS) for issue in reversed(job.issues)),
    )
    yield View(address, "day.html", record)


def days_views(ctx: Context, job: DaysJob) -> Iterator[View]:
    """The list of the days of the year."""
    counts = dict(job.days)
    record = DaysView(
        head=head(ctx, urls.DAYS, ctx.strings["on_this_day"], nav="years"),
        months=tuple(_month(ctx, number, counts) for number in range(1, 13)),
    )
    yield View(urls.DAYS, "days.html", record)


def _month(ctx: Context, number: int, counts: dict[str, int]) -> Month:
    days = [f"{number:02}-{day:02}" for day in range(1, monthrange(_LEAP_YEAR, number)[1] + 1)]
    row = tuple(Day(at, _day_link(ctx, day, counts.get(day, 0))) for at, day in enumerate(days, 1))
    issues = sum(counts.get(day, 0) for day in days)
    return Month(number, ctx.strings[f"month_{number}"], f"m-{number:02}", (row,), issues)


def _day_link(ctx: Context, day: str, issues: int) -> Link | None:
    if not issues:
        return None
    return Link(urls.relative(urls.DAYS, urls.day(day)), _title(ctx, day), ctx.strings.text("n_issues", n=issues))


def _neighbour(ctx: Context, origin: str, day: str) -> Link | None:
    return Link(urls.relative(origin, urls.day(day)), _title(ctx, day)) if day else None


def _title(ctx: Context, day: str) -> str:
    month, number = day.split("-")
    return ctx.strings.text("day_title", month=ctx.strings[f"month_{int(month)}"], day=str(int(number)))

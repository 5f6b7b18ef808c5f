"""The figures of the archive: what it holds, when, by whom, and what is missing."""

from __future__ import annotations

import itertools
from calendar import isleap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from wanbao import urls
from wanbao.dates import display
from wanbao.plan.base import Context, View, head
from wanbao.plan.jobs import MOST_CREDITED, StatisticsJob
from wanbao.romanised import sort_key
from wanbao.views.entries import Fact
from wanbao.views.head import Link
from wanbao.views.statistics import Bar, Chart, Coverage, StatisticsView

MONTHS = 36
"""How many months their chart shows, up to the last that has an issue."""
MOST_YEARS = 30
"""How many years without an issue are shown in a row: more are a wrong date rather than a gap."""
MOST_GAPS = 20
"""How many spans without an issue are named."""


def statistics_views(ctx: Context, job: StatisticsJob) -> Iterator[View]:
    """The figures of the archive."""
    text = ctx.strings
    names = ("fact_issues", "fact_articles", "fact_people", "fact_han", "fact_doubts")
    charts = []
    if job.years:
        known = {year: articles for year, _, articles in job.years}
        values = [(year, known.get(year, 0)) for year in _every_year(known)]
        # All bars together are all articles: those of unknown year have one of their own.
        if unknown := job.totals[1] - sum(articles for _, articles in values):
            values.append((text["undated"], unknown))
        charts.append(_chart("c-years", text["chart_years"], (text["year"], text["articles"]), values))
    if job.months:
        months = [(display(month, ctx.language), held) for month, held in _every_month(dict(job.months))]
        charts.append(_chart("c-months", text["chart_months"], (text["month"], text["articles"]), months))
    gaps = _gaps_between(job.days)
    record = StatisticsView(
        head=head(ctx, urls.STATISTICS, text["statistics"], nav="statistics"),
        facts=tuple(Fact(text[name], f"{value:,}") for name, value in zip(names, job.totals, strict=True)),
        charts=tuple(charts),
        people=_people(ctx, _most(job.people)),
        coverage=tuple(_coverage(ctx, job.days)),
        gaps=tuple(_gaps(ctx, gaps)),
        gaps_why=text.text("gaps_why", n=MOST_GAPS) if len(gaps) > MOST_GAPS else "",
    )
    yield View(urls.STATISTICS, "statistics.html", record)


def _most(people: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Those credited most, those with as many by pinyin; nobody who was credited once, which tells nothing."""
    often = [(name, articles) for name, articles in people if articles > 1]
    return sorted(often, key=lambda person: (-person[1], sort_key(person[0]), person[0]))[:MOST_CREDITED]


def _people(ctx: Context, people: list[tuple[str, int]]) -> Chart | None:
    """Those credited most, each with the way to the page; None where nobody is."""
    if not people:
        return None
    text = ctx.strings
    chart = _chart("c-people", text["chart_people"], (text["people"], text["articles"]), people)
    ways = (urls.relative(urls.STATISTICS, urls.person(name)) for name, _ in people)
    return replace(chart, bars=tuple(replace(bar, href=way) for bar, way in zip(chart.bars, ways, strict=True)))


def _every_year(years: Iterable[str]) -> list[str]:
    """The years from the first to the last, those without an issue among them, unless they are too many to be shown."""
    ordered = sorted(years)
    shown = ordered[:1]
    for before, after in itertools.pairwise(ordered):
        between = range(int(before) + 1, int(after))
        shown += [f"{year:04}" for year in between if len(between) <= MOST_YEARS]
        shown.append(after)
    return shown


def _every_month(articles: dict[str, int]) -> list[tuple[str, int]]:
    """The last months up to the last with an issue, those without any among them: a gap must show."""
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (min(articles), max(articles)))
    months = (f"{at // 12:04}-{at % 12 + 1:02}" for at in range(max(first, last - MONTHS + 1), last + 1))
    return [(month, articles.get(month, 0)) for month in months]


def _chart(name: str, title: str, columns: tuple[str, str], values: list[tuple[str, int]]) -> Chart:
    """Bars side by side, 20 units wide, the highest 100 units high."""
    top = max(value for _, value in values) or 1
    bars = tuple(
        Bar(label, value, 24.0 * i, round(100 - 100 * value / top, 2), 20.0, round(100 * value / top, 2))
        for i, (label, value) in enumerate(values)
    )
    return Chart(title, name, 24 * len(bars), 100, bars, columns)


def _coverage(ctx: Context, days: Sequence[str]) -> Iterator[Coverage]:
    """Each year as a strip of its days, the newest first; runs of days with an issue are one stroke."""
    by_year: dict[str, list[int]] = {}
    for day in dict.fromkeys(days):
        by_year.setdefault(day[:4], []).append(date.fromisoformat(day).timetuple().tm_yday)
    for year in reversed(_every_year(by_year)):
        held = by_year.get(year, [])
        strokes = []
        for _, run in itertools.groupby(enumerate(sorted(held)), key=lambda pair: pair[1] - pair[0]):
            numbers = [number for _, number in run]
            strokes.append(f"M{numbers[0] - 1} 0h{len(numbers)}v10h-{len(numbers)}z")
        told = ctx.strings.text("coverage_days", n=len(held), all=365 + isleap(int(year)))
        way = urls.relative(urls.STATISTICS, urls.year(year)) if held else ""
        yield Coverage(Link(way, year, told), "".join(strokes))


def _gaps_between(days: Iterable[str]) -> list[tuple[date, date]]:
    """The days with an issue between which others have none, in order of time."""
    dates = sorted({date.fromisoformat(day) for day in days})
    return [(before, after) for before, after in itertools.pairwise(dates) if (after - before).days > 1]


def _gaps(ctx: Context, gaps: Sequence[tuple[date, date]]) -> Iterator[Fact]:
    """The longest spans without an issue, in order of time."""
    for before, after in sorted(sorted(gaps, key=lambda gap: (gap[0] - gap[1], gap[0]))[:MOST_GAPS]):
        missing = dict.fromkeys((before + timedelta(1), after - timedelta(1)))
        between = (display(day.isoformat(), ctx.language) for day in missing)
        yield Fact(" – ".join(between), ctx.strings.text("n_days", n=(after - before).days - 1))

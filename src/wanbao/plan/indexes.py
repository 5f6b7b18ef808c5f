"""The lists by name of sections, columns and series, and their indexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from wanbao import urls
from wanbao.dates import iso_prefix
from wanbao.plan.base import Context, View, article_entry, head, series_part, when_and_where
from wanbao.plan.divided import Said, head_of_list, period_of, ways_among
from wanbao.plan.jobs import SectionJob, SectionsJob, SeriesIndexJob, SeriesJob
from wanbao.plan.stretches import UNDATED, newest_first
from wanbao.records.card import Card
from wanbao.records.pagecard import cards_of
from wanbao.romanised import text_sort_key
from wanbao.views.entries import ArticleEntry, ArticleGroup
from wanbao.views.head import Link
from wanbao.views.sections import SectionEntry, SectionsView, SectionView
from wanbao.views.series import SeriesEntry, SeriesIndexView, SeriesView

FEW = 4
"""Months that hold fewer articles than this, taken together, are no help: such a list is divided by year."""


def section_views(ctx: Context, job: SectionJob) -> Iterator[View]:
    """A page of a section: all its articles by month or, of a long list, one month."""
    whole = urls.section(job.name)
    up = Link(urls.SECTIONS, ctx.strings["sections"])
    above = head_of_list(ctx, whole, job.name, up, "sections", job.stretch, Said())
    groups = _groups(ctx, above.address, job.name, cards_of(job.pages))
    record = SectionView(above, job.name, groups, ways_among(ctx, whole, job.stretch), job.stretch.total)
    yield View(above.address, "section.html", record)


def series_views(ctx: Context, job: SeriesJob) -> Iterator[View]:
    """A page of a series or column: all its articles or, of a long list, one month."""
    whole = urls.series(job.name)
    up = Link(urls.SERIES, ctx.strings["series"])
    above = head_of_list(ctx, whole, job.name, up, "series", job.stretch, Said())
    cards = [article.card for article in job.articles]
    if job.counted and not job.stretch.period and not job.stretch.periods:
        counted = tuple(_counted(ctx, above.address, job.name, cards))
        groups: tuple[ArticleGroup, ...] = (ArticleGroup("", "all", counted),)
    else:
        groups = _groups(ctx, above.address, job.name, cards)
    ways = ways_among(ctx, whole, job.stretch)
    record = SeriesView(above, job.name, job.counted, groups, ways, job.stretch.total)
    yield View(above.address, "series.html", record)


def _counted(ctx: Context, origin: str, name: str, cards: Iterable[Card]) -> Iterator[ArticleEntry]:
    """The parts of a series with their numbers, as they were printed; those without a date last."""
    for card in sorted(cards, key=lambda card: (not card.date, iso_prefix(card.date), dict(card.series)[name])):
        number = series_part(ctx, dict(card.series)[name])
        yield article_entry(
            ctx, origin, card, hint=f"{number} · {when_and_where(ctx, card.date, card.page)}", under=name
        )


def _groups(ctx: Context, origin: str, name: str, cards: Sequence[Card]) -> tuple[ArticleGroup, ...]:
    """The articles of a list of this name by month, or by year where months would hold too few; the newest first."""
    months = len({iso_prefix(card.date)[:7] for card in cards})
    size = len("2023-05") if len(cards) >= FEW * months else len("2023")
    by_period: dict[str, list[Card]] = {}
    for card in cards:
        by_period.setdefault(iso_prefix(card.date)[:size] or UNDATED, []).append(card)
    return tuple(
        ArticleGroup(period_of(ctx, period), f"m-{period}", _entries(ctx, origin, name, _by_date(by_period[period])))
        for period in newest_first(by_period)
    )


def _entries(ctx: Context, origin: str, name: str, cards: Iterable[Card]) -> tuple[ArticleEntry, ...]:
    return tuple(
        article_entry(ctx, origin, card, hint=when_and_where(ctx, card.date, card.page), under=name) for card in cards
    )


def series_index_views(ctx: Context, job: SeriesIndexJob) -> Iterator[View]:
    """All columns and series, by pinyin."""
    found: dict[bool, list[tuple[str, SeriesEntry]]] = {True: [], False: []}
    for name, counted, articles, first, last in job.series:
        ran = " – ".join(dict.fromkeys(period_of(ctx, iso_prefix(date)[:7]) for date in (first, last) if date))
        link = Link(urls.relative(urls.SERIES, urls.series(name)), name, ran)
        found[counted].append((text_sort_key(name), SeriesEntry(link, articles)))
    columns, series = (tuple(entry for _, entry in sorted(found[counted], key=_by_name)) for counted in (False, True))
    yield View(
        urls.SERIES,
        "series_index.html",
        SeriesIndexView(head(ctx, urls.SERIES, ctx.strings["series"], nav="series"), columns, series),
    )


def sections_views(ctx: Context, job: SectionsJob) -> Iterator[View]:
    """All sections, by pinyin."""
    entries = (
        (text_sort_key(name), SectionEntry(Link(urls.relative(urls.SECTIONS, urls.section(name)), name), articles))
        for name, articles in job.sections
    )
    record = SectionsView(
        head=head(ctx, urls.SECTIONS, ctx.strings["sections"], nav="sections"),
        sections=tuple(entry for _, entry in sorted(entries, key=_by_name)),
    )
    yield View(urls.SECTIONS, "sections.html", record)


def _by_name(pair: tuple[str, SectionEntry | SeriesEntry]) -> tuple[str, str]:
    return pair[0], pair[1].link.text


def _by_date(cards: list[Card]) -> list[Card]:
    """Articles by date, newest first, those without a date last; within a day in order of print."""
    ordered = sorted(cards, key=_printed_at)
    return sorted(ordered, key=lambda card: iso_prefix(card.date), reverse=True)


_printed_at = attrgetter("page", "order")

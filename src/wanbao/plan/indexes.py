"""The indexes by name: people, sections, and the figures of the archive."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, timedelta

from wanbao import urls
from wanbao.dates import display, iso_prefix
from wanbao.names import romanise
from wanbao.names import sort_key as name_sort_key
from wanbao.plan.base import Context, View, article_entry, head, role_label, when_and_where
from wanbao.plan.jobs import PeopleJob, PersonJob, SectionJob, SectionsJob, StatisticsJob
from wanbao.records import Card
from wanbao.views import (
    ArticleEntry,
    ArticleGroup,
    Bar,
    Chart,
    Fact,
    LetterGroup,
    Link,
    PeopleView,
    PersonEntry,
    PersonView,
    SectionEntry,
    SectionsView,
    SectionView,
    StatisticsView,
)

ONE_PAGE = 400
"""A list longer than this is cut by year (people) or month (sections), so that a page stays small and old parts
stay as they are."""

UNDATED = "undated"


def person_views(ctx: Context, job: PersonJob) -> Iterator[View]:
    """Somebody's page and, for a long list, one page a year."""
    person = job.person
    by_year: dict[str, list[tuple[Card, str]]] = {}
    for card, role, _ in person.credits:
        by_year.setdefault(iso_prefix(card.date)[:4] or UNDATED, []).append((card, role))
    years = sorted(by_year, key=lambda year: (year != UNDATED, year), reverse=True)
    total = len({card.address for card, _, _ in person.credits})
    cut = total > ONE_PAGE
    pages = [("", years[:1] if cut else years)] + [(year, [year]) for year in years if cut]
    for part, shown in pages:
        address = urls.part(person.address, part)
        groups = tuple(_credits(ctx, address, year, by_year[year]) for year in shown)
        title = f"{person.name} · {_period(ctx, part)}" if part else person.name
        crumbs = [Link(urls.relative(address, urls.PEOPLE), ctx.strings["people"])]
        record = PersonView(
            head=head(ctx, address, title, nav="people", crumbs=crumbs),
            name=person.name,
            pinyin=romanise(person.name, ctx.newspaper.people),
            roles="、".join(dict.fromkeys(role_label(ctx, role) for _, role, _ in person.credits)),
            groups=groups,
            total=total,
            years=_parts(ctx, address, person.address, part or years[0], years) if cut else (),
        )
        yield View(address, "person.html", record)


def _credits(ctx: Context, origin: str, year: str, held: list[tuple[Card, str]]) -> ArticleGroup:
    """The articles of one year, newest first, each with the roles held in it."""
    roles: dict[str, list[str]] = {}
    cards = {}
    for card, role in held:
        cards[card.address] = card
        roles.setdefault(card.address, []).append(role_label(ctx, role))
    entries = []
    for card in newest_first(list(cards.values())):
        entry = article_entry(ctx, origin, card, hint=when_and_where(ctx, card))
        credits = "、".join(dict.fromkeys(roles[card.address]))
        entries.append(ArticleEntry(entry.link, entry.kicker, "", credits, entry.kind, entry.doubts))
    return ArticleGroup(_period(ctx, year), f"y-{year}", tuple(entries))


def _period(ctx: Context, period: str) -> str:
    return display("", ctx.language) if period == UNDATED else display_period(ctx, period)


def display_period(ctx: Context, period: str) -> str:
    """A year or a month as a heading: without the remark that the day is unknown, which here is no fault."""
    year, _, month = period.partition("-")
    if not month:
        return ctx.strings.text("year_title", year=year)
    return ctx.strings.text("month_title", year=year, month=ctx.strings[f"month_{int(month)}"])


def _parts(ctx: Context, origin: str, whole: str, current: str, parts: list[str]) -> tuple[Link, ...]:
    """Links to the parts of a list that is cut, the current one without href."""
    return tuple(
        Link("" if part == current else urls.relative(origin, urls.part(whole, part)), _period(ctx, part))
        for part in parts
    )


def people_views(ctx: Context, job: PeopleJob) -> Iterator[View]:
    """Everybody credited, by pinyin."""
    groups: dict[str, list[tuple[str, PersonEntry]]] = {}
    for name, address, articles, roles in job.people:
        key = name_sort_key(name)
        letter = key[:1].upper() if key[:1].isascii() and key[:1].isalpha() else "#"
        link = Link(urls.relative(urls.PEOPLE, address), name, romanise(name, ctx.newspaper.people))
        entry = PersonEntry(link, "、".join(role_label(ctx, role) for role in roles), articles)
        groups.setdefault(letter, []).append((key, entry))
    record = PeopleView(
        head=head(ctx, urls.PEOPLE, ctx.strings["people"], nav="people"),
        groups=tuple(
            LetterGroup(letter, tuple(entry for _, entry in sorted(groups[letter], key=_by_name)))
            for letter in sorted(groups, key=lambda letter: (letter == "#", letter))
        ),
        total=len(job.people),
    )
    yield View(urls.PEOPLE, "people.html", record)


def _by_name(pair: tuple[str, PersonEntry | SectionEntry]) -> tuple[str, str]:
    return pair[0], pair[1].link.text


def section_views(ctx: Context, job: SectionJob) -> Iterator[View]:
    """A section's page and, for a long list, one page a month."""
    address = urls.section(job.name)
    by_month: dict[str, list[Card]] = {}
    for card in job.cards:
        by_month.setdefault(iso_prefix(card.date)[:7] or UNDATED, []).append(card)
    months = sorted(by_month, key=lambda month: (month != UNDATED, month), reverse=True)
    cut = len(job.cards) > ONE_PAGE
    pages = [("", months[:1] if cut else months)] + [(month, [month]) for month in months if cut]
    for part, shown in pages:
        origin = urls.part(address, part)
        groups = tuple(
            ArticleGroup(
                _period(ctx, month),
                f"m-{month}",
                tuple(
                    article_entry(ctx, origin, card, hint=when_and_where(ctx, card))
                    for card in newest_first(by_month[month])
                ),
            )
            for month in shown
        )
        record = SectionView(
            head=head(
                ctx,
                origin,
                f"{job.name} · {_period(ctx, part)}" if part else job.name,
                nav="sections",
                crumbs=[Link(urls.relative(origin, urls.SECTIONS), ctx.strings["sections"])],
            ),
            name=job.name,
            groups=groups,
            years=_parts(ctx, origin, address, part or months[0], months) if cut else (),
            total=len(job.cards),
        )
        yield View(origin, "section.html", record)


def sections_views(ctx: Context, job: SectionsJob) -> Iterator[View]:
    """All sections, by pinyin."""
    entries = (
        (name_sort_key(name), SectionEntry(Link(urls.relative(urls.SECTIONS, urls.section(name)), name), articles))
        for name, articles in job.sections
    )
    record = SectionsView(
        head=head(ctx, urls.SECTIONS, ctx.strings["sections"], nav="sections"),
        sections=tuple(entry for _, entry in sorted(entries, key=_by_name)),
    )
    yield View(urls.SECTIONS, "sections.html", record)


def statistics_views(ctx: Context, job: StatisticsJob) -> Iterator[View]:
    """The figures of the archive."""
    text = ctx.strings
    names = ("fact_issues", "fact_articles", "fact_people", "fact_han", "fact_doubts")
    charts = []
    if job.years:
        values = [(year, articles) for year, _, articles in reversed(job.years)]
        # All bars together are all articles: those of unknown year have one of their own.
        if unknown := job.totals[1] - sum(articles for _, articles in values):
            values.append((text["undated"], unknown))
        charts.append(_chart("c-years", text["chart_years"], (text["year"], text["articles"]), values))
    if job.months:
        values = [(month, articles) for month, articles in job.months[-36:]]
        charts.append(_chart("c-months", text["chart_months"], (text["month"], text["articles"]), values))
    if job.people:
        values = [(name, articles) for name, _, articles in job.people]
        charts.append(_chart("c-people", text["chart_people"], (text["people"], text["articles"]), values))
    record = StatisticsView(
        head=head(ctx, urls.STATISTICS, text["statistics"], nav="statistics"),
        facts=tuple(Fact(text[name], f"{value:,}") for name, value in zip(names, job.totals, strict=True)),
        charts=tuple(charts),
        gaps=tuple(_gaps(ctx, job.days)),
    )
    yield View(urls.STATISTICS, "statistics.html", record)


def _chart(name: str, title: str, columns: tuple[str, str], values: list[tuple[str, int]]) -> Chart:
    """Bars side by side, 20 units wide, the highest 100 units high."""
    top = max(value for _, value in values) or 1
    bars = tuple(
        Bar(label, value, 24.0 * i, round(100 - 100 * value / top, 2), 20.0, round(100 * value / top, 2))
        for i, (label, value) in enumerate(values)
    )
    return Chart(title, name, 24 * len(bars), 100, bars, columns)


def _gaps(ctx: Context, days: tuple[str, ...], most: int = 20) -> Iterator[Fact]:
    """The longest spans without an issue between the first and the last, in order of time."""
    dates = sorted({date.fromisoformat(day) for day in days})
    gaps = [(after - before, before, after) for before, after in itertools.pairwise(dates)]
    longest = sorted(sorted(gaps, key=lambda gap: (-gap[0].days, gap[1]))[:most], key=lambda gap: gap[1])
    for span, before, after in longest:
        if span.days > 1:
            missing = dict.fromkeys((before + timedelta(1), after - timedelta(1)))
            between = (display(day.isoformat(), ctx.language) for day in missing)
            yield Fact(" – ".join(between), ctx.strings.text("n_days", n=span.days - 1))


def newest_first(cards: list[Card]) -> list[Card]:
    """Articles by date, newest first, those without a date last; within a day in order of print."""
    ordered = sorted(cards, key=lambda card: (card.page, card.order))
    return sorted(ordered, key=lambda card: iso_prefix(card.date), reverse=True)

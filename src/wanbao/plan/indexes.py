"""The indexes by name: people, sections, columns and series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wanbao import urls
from wanbao.dates import display, iso_prefix
from wanbao.plan.base import Context, View, article_entry, head, role_label, series_part, when_and_where
from wanbao.plan.jobs import (
    PeopleJob,
    PersonJob,
    SectionJob,
    SectionsJob,
    SeriesIndexJob,
    SeriesJob,
)
from wanbao.records import Card
from wanbao.romanised import romanise, text_sort_key
from wanbao.romanised import sort_key as name_sort_key
from wanbao.views import (
    ArticleEntry,
    ArticleGroup,
    Head,
    LetterGroup,
    Link,
    PeopleView,
    PersonEntry,
    PersonView,
    SectionEntry,
    SectionsView,
    SectionView,
    SeriesEntry,
    SeriesIndexView,
    SeriesView,
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
        around: tuple[Link | None, Link | None] = (None, None)
        if part:
            crumbs.append(Link(urls.relative(address, person.address), person.name))
            around = _around(ctx, address, person.address, part, years)
        record = PersonView(
            head=head(
                ctx,
                address,
                title,
                here=_period(ctx, part) if part else "",
                nav="people",
                crumbs=crumbs,
                previous=around[0],
                following=around[1],
            ),
            name=person.name,
            pinyin=romanise(person.name, ctx.newspaper.people),
            roles="、".join(dict.fromkeys(role_label(ctx, role) for _, role, _ in person.credits)),
            groups=groups,
            total=total,
            years=_parts(ctx, address, person.address, years[0], years) if cut and not part else (),
        )
        yield View(address, "person.html", record)


def _around(ctx: Context, origin: str, whole: str, part: str, parts: Sequence[str]) -> tuple[Link | None, Link | None]:
    """The part before one and the part after it; `parts` are all parts, the newest first."""
    at = parts.index(part)
    before, after = parts[at + 1 : at + 2], parts[max(0, at - 1) : at]

    def link(found: Sequence[str]) -> Link | None:
        return Link(urls.relative(origin, urls.part(whole, found[0])), _period(ctx, found[0])) if found else None

    return link(before), link(after)


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


def _by_name(pair: tuple[str, PersonEntry | SectionEntry | SeriesEntry]) -> tuple[str, str]:
    return pair[0], pair[1].link.text


def section_views(ctx: Context, job: SectionJob) -> Iterator[View]:
    """A section's page and, for a long list, one page a month."""
    up = Link(urls.SECTIONS, ctx.strings["sections"])
    for part in _parts_of(ctx, urls.section(job.name), job.name, "sections", up, job.cards):
        record = SectionView(part.head, job.name, part.groups, part.links, len(job.cards))
        yield View(part.head.address, "section.html", record)


def series_views(ctx: Context, job: SeriesJob) -> Iterator[View]:
    """The page of a series or column and, for a long list, one page a month."""
    up = Link(urls.SERIES, ctx.strings["series"])
    whole = urls.series(job.name)
    for part in _parts_of(ctx, whole, job.name, "series", up, job.cards, job.name if job.counted else ""):
        record = SeriesView(part.head, job.name, job.counted, part.groups, part.links, len(job.cards))
        yield View(part.head.address, "series.html", record)


class _Part(NamedTuple):
    """A part of a list of articles."""

    head: Head
    """Its head."""
    groups: tuple[ArticleGroup, ...]
    """Its articles."""
    links: tuple[Link, ...]
    """All parts, on the page of the whole list."""


def _parts_of(
    ctx: Context,
    whole: str,
    name: str,
    nav: str,
    up: Link,
    cards: Sequence[Card],
    counted: str = "",
) -> Iterator[_Part]:
    """The pages of a list of articles: one with everything or, for a long list, one with the newest month and the
    way to all others, and one for each month. A month's own page knows its neighbours alone, so old months stay as they
    are.

    `counted` is the name of a series whose parts, where the list is short, stand in their order with their numbers.
    """
    by_month: dict[str, list[Card]] = {}
    for card in cards:
        by_month.setdefault(iso_prefix(card.date)[:7] or UNDATED, []).append(card)
    months = sorted(by_month, key=lambda month: (month != UNDATED, month), reverse=True)
    cut = len(cards) > ONE_PAGE

    def entries(origin: str, found: Iterable[Card]) -> tuple[ArticleEntry, ...]:
        return tuple(article_entry(ctx, origin, card, hint=when_and_where(ctx, card)) for card in found)

    def group(origin: str, month: str) -> ArticleGroup:
        return ArticleGroup(_period(ctx, month), f"m-{month}", entries(origin, newest_first(by_month[month])))

    above = Link(urls.relative(whole, up.href), up.text)
    made = head(ctx, whole, name, nav=nav, crumbs=[above])
    if counted and not cut:
        yield _Part(made, (ArticleGroup("", "all", tuple(_counted(ctx, whole, counted, cards))),), ())
        return
    shown = months[:1] if cut else months
    yield _Part(
        made, tuple(group(whole, month) for month in shown), _parts(ctx, whole, whole, months[0], months) if cut else ()
    )
    for month in months if cut else ():
        origin = urls.part(whole, month)
        before, after = _around(ctx, origin, whole, month, months)
        made = head(
            ctx,
            origin,
            f"{name} · {_period(ctx, month)}",
            here=_period(ctx, month),
            nav=nav,
            crumbs=[Link(urls.relative(origin, up.href), up.text), Link(urls.relative(origin, whole), name)],
            previous=before,
            following=after,
        )
        yield _Part(made, (group(origin, month),), ())


def _counted(ctx: Context, origin: str, name: str, cards: Sequence[Card]) -> Iterator[ArticleEntry]:
    """The parts of a series in the order in which it counts them, each with its number."""
    for card in sorted(cards, key=lambda card: (dict(card.series)[name], not card.date, iso_prefix(card.date))):
        number = series_part(ctx, dict(card.series)[name])
        yield article_entry(ctx, origin, card, hint=f"{number} · {when_and_where(ctx, card)}")


def series_index_views(ctx: Context, job: SeriesIndexJob) -> Iterator[View]:
    """All columns and series, by pinyin."""
    found: dict[bool, list[tuple[str, SeriesEntry]]] = {True: [], False: []}
    for name, counted, articles, first, last in job.series:
        ran = " – ".join(dict.fromkeys(_period(ctx, iso_prefix(date)[:7]) for date in (first, last) if date))
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


def newest_first(cards: list[Card]) -> list[Card]:
    """Articles by date, newest first, those without a date last; within a day in order of print."""
    ordered = sorted(cards, key=lambda card: (card.page, card.order))
    return sorted(ordered, key=lambda card: iso_prefix(card.date), reverse=True)

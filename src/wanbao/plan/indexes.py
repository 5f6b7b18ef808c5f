"""The indexes by name: people, sections, columns and series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter
from typing import Final

from wanbao import urls
from wanbao.dates import display, iso_prefix
from wanbao.jsonld import person_json_ld
from wanbao.plan.base import (
    Context,
    View,
    answers,
    article_entry,
    head,
    once,
    role_label,
    series_part,
    when_and_where,
    with_origin,
)
from wanbao.plan.credits import unpacked
from wanbao.plan.jobs import (
    CreditRow,
    PeopleJob,
    PersonJob,
    SectionJob,
    SectionsJob,
    SeriesIndexJob,
    SeriesJob,
)
from wanbao.plan.stretches import UNDATED, Stretch, newest_first
from wanbao.records import ROLES, ArticleKind
from wanbao.records.card import Card
from wanbao.records.pagecard import cards_of
from wanbao.romanised import romanise, text_sort_key
from wanbao.romanised import sort_key as name_sort_key
from wanbao.views.entries import ArticleEntry, ArticleGroup
from wanbao.views.head import Head, Link
from wanbao.views.people import LetterGroup, PeopleView, PersonEntry, PersonView
from wanbao.views.sections import SectionEntry, SectionsView, SectionView
from wanbao.views.series import SeriesEntry, SeriesIndexView, SeriesView

FEW = 4
"""Months that hold fewer articles than this, taken together, are no help: such a list is divided by year."""


def person_views(ctx: Context, job: PersonJob) -> Iterator[View]:
    """A page of somebody's articles: all of them by year or, of a long list, one year."""
    origin = urls.part(job.address, job.stretch.period)
    up = Link(urls.PEOPLE, ctx.strings["people"])
    pinyin = romanise(bare_name(job.name), ctx.newspaper.people)
    roles = tuple(dict.fromkeys(role_label(ctx, role) for role in job.roles))
    described = ctx.strings.text(
        "person_description", name=job.name, paper=ctx.newspaper.name, roles="、".join(roles), n=job.stretch.total
    )
    signed = () if job.stretch.shows else _by_signature(ctx, job.credits)
    groups = _groups_of(origin, signed or _years_of(ctx, job.credits))
    caveat = "person_caveat_parts" if signed else "person_caveat"
    told = described, person_json_ld(job.name, pinyin, roles, job.address, ctx.newspaper), "profile"
    record = PersonView(
        head=_head_of(ctx, job.address, job.name, "people", up, job.stretch, *(told if job.stretch.total else ())),
        name=job.name,
        pinyin=pinyin,
        roles="、".join(roles),
        groups=groups,
        total=job.stretch.total,
        years=_ways(ctx, job.address, job.stretch),
        others=tuple(Link(urls.relative(origin, urls.person(name)), name) for name in job.others),
        caveat="" if job.others else ctx.strings.text(caveat, name=job.name),
    )
    yield View(origin, "person.html", record)


def bare_name(name: str) -> str:
    """A name without what tells its bearer from others of the same name: `张伟（市总工会）`."""
    return name.partition("（")[0] or name


def _groups_of(origin: str, groups: Iterable[_Group]) -> tuple[ArticleGroup, ...]:
    """The groups of somebody's list with links from the page `origin`."""
    root = urls.root(origin)  # the list of a person shares no folder with any article
    return tuple(
        ArticleGroup(
            label,
            name,
            tuple(
                ArticleEntry(Link(root + address, title, hint), kicker, "", roles, kind, doubts)
                for address, title, hint, kicker, roles, kind, doubts in rows
            ),
        )
        for label, name, rows in groups
    )


def _by_signature(ctx: Context, credits: Sequence[bytes]) -> tuple[_Group, ...]:
    """What somebody is credited for by whom it was signed for, in order of first print; nothing where that is always
    the same, as it is for nearly everybody. Two people of one name may be told apart by it."""
    by_body: dict[str, list[tuple[str, CreditRow]]] = {}
    for row in unpacked(credits):
        by_body.setdefault(_signed_for(ctx, row), []).append((iso_prefix(row[_DATE]), row))
    if len(by_body.keys() - {""}) < 2:
        return ()
    found = []
    for number, (body, credited) in enumerate(by_body.items(), 1):
        rows = _rows(ctx, credited)
        roles = "、".join(dict.fromkeys(row[_HELD] for row in rows))
        label = f"{body or ctx.strings['person_unsigned']} {roles}" if body != roles else roles
        found.append((label, f"s-{number}", rows))
    return tuple(found)


def _signed_for(ctx: Context, row: CreditRow) -> str:
    """Whom an article was signed for: the paper, another body, or as a contributor of none that is named."""
    body, paper = row[_BODY], ctx.newspaper
    if any(name in body for name in ("本报", "本网", paper.publisher or "本报", *paper.own_names)):
        return paper.name
    outside = all(ROLES[role] == "correspondent" for role in row[_ROLES])
    return body or (role_label(ctx, "correspondent") if outside else "")


_Row = tuple[str, str, str, str, str, ArticleKind, int]
"""Of an article in somebody's list: address, title, when and where, kicker, roles, kind and doubts."""
_HELD: Final = 4
_Group = tuple[str, str, tuple[_Row, ...]]
"""A heading, the name of its place on the page, and its articles."""


@once  # what the page of a list shows of it, the page of its newest stretch shows too
def _years_of(ctx: Context, credits: Sequence[bytes]) -> tuple[_Group, ...]:
    """What somebody is credited for by year, the newest first, each article with the roles held in it."""
    by_year: dict[str, list[tuple[str, CreditRow]]] = {}
    for row in unpacked(credits):
        day = iso_prefix(row[_DATE])
        by_year.setdefault(day[:4] or UNDATED, []).append((day, row))
    return tuple((_period(ctx, year), f"y-{year}", _rows(ctx, by_year[year])) for year in newest_first(by_year))


_ROLES: Final = 3
_DATE: Final = 6
_BODY: Final = 10
_day = itemgetter(0)


def _place(credited: tuple[str, CreditRow]) -> tuple[str, int]:
    return credited[1][7:9]


def _rows(ctx: Context, credited: list[tuple[str, CreditRow]]) -> tuple[_Row, ...]:
    ordered = sorted(sorted(credited, key=_place), key=_day, reverse=True)
    hints, roles = _hints(ctx), _roles_labels(ctx)
    return tuple(
        (address, title, hints[date, number, origin], kicker, roles[held], kind, doubts)
        for _, (address, title, kicker, held, kind, doubts, date, number, _, origin, _) in ordered
    )


@answers
def _hints(ctx: Context, when: tuple[str, str, str]) -> str:
    date, page, origin = when
    told = when_and_where(ctx, date, page)
    return with_origin(ctx, told, origin) if origin else told


@answers
def _roles_labels(ctx: Context, roles: bytes) -> str:
    return "、".join(dict.fromkeys(role_label(ctx, ROLES[role]) for role in roles))


def _head_of(
    ctx: Context,
    whole: str,
    name: str,
    nav: str,
    up: Link,
    stretch: Stretch,
    description: str = "",
    json_ld: str = "",
    kind: str = "website",
) -> Head:
    """The head of a page of a list; `whole` is the address of the list, `up` the list of lists. The description and
    what follows it are of the list itself, and a stretch of it does not say them again."""
    origin = urls.part(whole, stretch.period)
    above = Link(urls.relative(origin, up.href), up.text)
    if not stretch.period:
        return head(ctx, origin, name, nav=nav, crumbs=[above], description=description, json_ld=json_ld, kind=kind)
    shown = _period(ctx, stretch.period)
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
    return Link(urls.relative(origin, urls.part(whole, period)), _period(ctx, period)) if period else None


def _ways(ctx: Context, whole: str, stretch: Stretch) -> tuple[Link, ...]:
    """Links to all stretches of a list that is cut; the newest, which its page shows, without href."""
    return tuple(
        Link(urls.relative(whole, urls.part(whole, period)) if at else "", _period(ctx, period))
        for at, period in enumerate(stretch.periods)
    )


def _period(ctx: Context, period: str) -> str:
    return display("", ctx.language) if period == UNDATED else display_period(ctx, period)


def display_period(ctx: Context, period: str) -> str:
    """A year or a month as a heading: without the remark that the day is unknown, which here is no fault."""
    year, _, month = period.partition("-")
    if not month:
        return ctx.strings.text("year_title", year=year)
    return ctx.strings.text("month_title", year=year, month=ctx.strings[f"month_{int(month)}"])


def people_views(ctx: Context, job: PeopleJob) -> Iterator[View]:
    """Everybody credited, by pinyin."""
    groups: dict[str, list[tuple[str, PersonEntry]]] = {}
    for name, address, articles, roles in job.people:
        key = name_sort_key(bare_name(name))
        letter = key[:1].upper() if key[:1].isascii() and key[:1].isalpha() else "#"
        link = Link(urls.relative(urls.PEOPLE, address), name, romanise(bare_name(name), ctx.newspaper.people))
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
    """A page of a section: all its articles by month or, of a long list, one month."""
    whole = urls.section(job.name)
    above = _head_of(ctx, whole, job.name, "sections", Link(urls.SECTIONS, ctx.strings["sections"]), job.stretch)
    groups = _groups(ctx, above.address, job.name, cards_of(job.pages))
    record = SectionView(above, job.name, groups, _ways(ctx, whole, job.stretch), job.stretch.total)
    yield View(above.address, "section.html", record)


def series_views(ctx: Context, job: SeriesJob) -> Iterator[View]:
    """A page of a series or column: all its articles or, of a long list, one month."""
    whole = urls.series(job.name)
    above = _head_of(ctx, whole, job.name, "series", Link(urls.SERIES, ctx.strings["series"]), job.stretch)
    cards = [article.card for article in job.articles]
    if job.counted and not job.stretch.period and not job.stretch.periods:
        counted = tuple(_counted(ctx, above.address, job.name, cards))
        groups: tuple[ArticleGroup, ...] = (ArticleGroup("", "all", counted),)
    else:
        groups = _groups(ctx, above.address, job.name, cards)
    ways = _ways(ctx, whole, job.stretch)
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
        ArticleGroup(_period(ctx, period), f"m-{period}", _entries(ctx, origin, name, by_date(by_period[period])))
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


def by_date(cards: list[Card]) -> list[Card]:
    """Articles by date, newest first, those without a date last; within a day in order of print."""
    ordered = sorted(cards, key=_printed_at)
    return sorted(ordered, key=lambda card: iso_prefix(card.date), reverse=True)


_printed_at = attrgetter("page", "order")

"""The pages of people, each of a name that somebody is credited by, and their index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter

from wanbao import urls
from wanbao.dates import iso_prefix
from wanbao.jsonld import person_json_ld
from wanbao.plan.base import Context, View, answers, head, in_a_row, once, role_label, when_and_where, with_origin
from wanbao.plan.credits import unpacked
from wanbao.plan.divided import Said, head_of_list, period_of, ways_among
from wanbao.plan.jobs import CreditRow, PeopleJob, PersonJob
from wanbao.plan.stretches import UNDATED, newest_first
from wanbao.records import ROLES
from wanbao.romanised import romanise, sort_key
from wanbao.views.entries import ArticleEntry, ArticleGroup
from wanbao.views.head import Link
from wanbao.views.people import LetterGroup, PeopleView, PersonEntry, PersonView


def person_views(ctx: Context, job: PersonJob) -> Iterator[View]:
    """A page of somebody's articles: all of them by year or, of a long list, one year."""
    origin = urls.part(job.address, job.stretch.period)
    up = Link(urls.PEOPLE, ctx.strings["people"])
    pinyin = romanise(_bare(job.name), ctx.newspaper.people)
    roles = tuple(dict.fromkeys(role_label(ctx, role) for role in job.roles))
    signed = () if job.stretch.shows else _by_signature(ctx, origin, job.credits)
    caveat = "person_caveat_parts" if signed else "person_caveat"
    said = _said(ctx, job, pinyin, roles) if job.stretch.total else Said()
    record = PersonView(
        head=head_of_list(ctx, job.address, job.name, up, "people", job.stretch, said),
        name=job.name,
        pinyin=pinyin,
        roles=in_a_row(ctx, roles),
        groups=signed or _by_year(ctx, origin, job.credits),
        total=job.stretch.total,
        years=ways_among(ctx, job.address, job.stretch),
        others=_links(origin, job.others),
        others_are=ctx.strings["person_others" if job.stretch.total else "person_parts"] if job.others else "",
        caveat="" if job.others else ctx.strings.text(caveat, name=job.name),
        spellings=_links(origin, job.spellings),
    )
    yield View(origin, "person.html", record)


def _links(origin: str, names: Iterable[str]) -> tuple[Link, ...]:
    """Links from the page `origin` to the pages of these names."""
    return tuple(Link(urls.relative(origin, urls.person(name)), name) for name in names)


def _said(ctx: Context, job: PersonJob, pinyin: str, roles: Sequence[str]) -> Said:
    """What the page of somebody who is credited says of itself."""
    paper, total = ctx.newspaper, job.stretch.total
    held = in_a_row(ctx, roles)
    described = ctx.strings.text("person_description", name=job.name, paper=paper.name, roles=held, n=total)
    return Said(described, person_json_ld(job.name, pinyin, roles, job.address, paper), "profile")


def _bare(name: str) -> str:
    """A name without what tells its bearer from others of the same name: `张伟（市总工会）`."""
    return name.partition("（")[0] or name


@once  # by year and by signature, and the page of a list shows what the page of its newest stretch shows too
def _rows(_: Context, credits: Sequence[bytes]) -> Sequence[CreditRow]:
    """What somebody is credited for."""
    return unpacked(credits)


def _by_signature(ctx: Context, origin: str, credits: Sequence[bytes]) -> tuple[ArticleGroup, ...]:
    """What somebody is credited for by whom it was signed for, in order of first print; nothing where that is always
    the same, as it is for nearly everybody. Two people of one name may be told apart by it."""
    rows = _rows(ctx, credits)
    signed_for = _signed_for(ctx)
    bodies = {signed: signed_for[signed] for signed in set(map(_SIGNED, rows))}
    if len({*bodies.values()} - {""}) < 2:
        return ()
    by_body: dict[str, list[CreditRow]] = {}
    for row in rows:
        by_body.setdefault(bodies[_SIGNED(row)], []).append(row)
    found = []
    for number, (body, credited) in enumerate(by_body.items(), 1):
        held = {role for row in credited for role in row.roles}
        roles = _roles_labels(ctx)[bytes(sorted(held))]
        label = f"{body or ctx.strings['person_unsigned']} {roles}" if body != roles else roles
        found.append(ArticleGroup(label, f"s-{number}", _entries(ctx, origin, [rows for _, rows in _by_day(credited)])))
    return tuple(found)


_SIGNED = attrgetter("organisation", "roles")
"""What tells for whom a row was signed."""


@answers
def _signed_for(ctx: Context, signed: tuple[str, bytes]) -> str:
    """Whom an article was signed for: the paper, another body, or as a contributor of none that is named."""
    (body, roles), paper = signed, ctx.newspaper
    if any(name in body for name in ("本报", "本网", paper.publisher or "本报", *paper.own_names)):
        return paper.name
    outside = all(ROLES[role] == "correspondent" for role in roles)
    return body or (role_label(ctx, "correspondent") if outside else "")


def _by_year(ctx: Context, origin: str, credits: Sequence[bytes]) -> tuple[ArticleGroup, ...]:
    """What somebody is credited for by year, the newest first, each article with the roles held in it."""
    by_year: dict[str, list[list[CreditRow]]] = {}
    for day, rows in _by_day(_rows(ctx, credits)):
        by_year.setdefault(day[:4] or UNDATED, []).append(rows)
    return tuple(
        ArticleGroup(period_of(ctx, year), f"y-{year}", _entries(ctx, origin, by_year[year]))
        for year in newest_first(by_year)
    )


def _by_day(rows: Iterable[CreditRow]) -> list[tuple[str, list[CreditRow]]]:
    """The rows by their day, ISO, as far as that is known, the newest first; within a day in order of print."""
    by_day: dict[str, list[CreditRow]] = {}
    for row in rows:
        by_day.setdefault(iso_prefix(row.date), []).append(row)
    for of_day in by_day.values():
        if len(of_day) > 1:
            of_day.sort(key=_PLACE)
    return sorted(by_day.items(), key=_DAY, reverse=True)


_DAY = itemgetter(0)
_PLACE = attrgetter("page", "order")


def _entries(ctx: Context, origin: str, days: Iterable[list[CreditRow]]) -> tuple[ArticleEntry, ...]:
    """The articles of these days, with links from the page `origin`."""
    root = urls.root(origin)  # the list of a person shares no folder with any article
    hints, roles = _hints(ctx), _roles_labels(ctx)
    return tuple(
        [
            ArticleEntry(
                Link(root + row.address, row.title, hints[row.date, row.page, row.continues]),
                row.above,
                "",
                roles[row.roles],
                row.kind,
                row.doubts,
            )
            for rows in days
            for row in rows
        ]
    )


@answers
def _hints(ctx: Context, when: tuple[str, str, str]) -> str:
    date, page, origin = when
    told = when_and_where(ctx, date, page)
    return with_origin(ctx, told, origin) if origin else told


@answers
def _roles_labels(ctx: Context, roles: bytes) -> str:
    return in_a_row(ctx, dict.fromkeys(role_label(ctx, ROLES[role]) for role in roles))


def people_views(ctx: Context, job: PeopleJob) -> Iterator[View]:
    """Everybody credited, by pinyin."""
    groups: dict[str, list[tuple[str, PersonEntry]]] = {}
    for name, address, articles, roles in job.people:
        bare = _bare(name)
        key = sort_key(bare)
        letter = key[:1].upper() if key[:1].isascii() and key[:1].isalpha() else "#"
        link = Link(urls.relative(urls.PEOPLE, address), name, romanise(bare, ctx.newspaper.people))
        entry = PersonEntry(link, in_a_row(ctx, (role_label(ctx, role) for role in roles)), articles)
        groups.setdefault(letter, []).append((key, entry))
    record = PeopleView(
        head=head(ctx, urls.PEOPLE, ctx.strings["people"], nav="people"),
        groups=tuple(
            LetterGroup(letter, tuple(entry for _, entry in sorted(groups[letter], key=_by_key)))
            for letter in sorted(groups, key=lambda letter: (letter == "#", letter))
        ),
        total=len(job.people),
    )
    yield View(urls.PEOPLE, "people.html", record)


def _by_key(pair: tuple[str, PersonEntry]) -> tuple[str, str]:
    return pair[0], pair[1].link.text

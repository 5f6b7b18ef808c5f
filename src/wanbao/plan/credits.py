"""Who is credited for what, month by month, in the form in which the lists of people show it.

A month that has not changed is not gone through again: what it gives to each list is remembered as it is packed, and
whoever makes a page unpacks no more than that shows.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial

from wanbao.archive import month_name, months_of, years_of
from wanbao.packing import decoded, encoded
from wanbao.plan.jobs import CreditRow, PersonJob
from wanbao.plan.stretches import UNDATED
from wanbao.records.archive import Archive
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard
from wanbao.store import CREDITS, Store

Packed = dict[str, memoryview]
"""What everybody is credited for, by the name under which it is listed, packed."""
_ROWS = tuple[CreditRow, ...]


def credits_of(jobs: Iterable[PersonJob], archive: Archive, store: Store | None) -> dict[str, dict[str, list[bytes]]]:
    """What these people are credited for, by year, oldest first, in those years that their pages show: packed, month by
    month (`unpacked` reads it)."""
    found: dict[str, dict[str, list[bytes]]] = {}
    always: set[str] = set()
    of_year: dict[str, set[str]] = {}
    for job in jobs:
        found[job.name] = {}
        (of_year.setdefault(period, set()) if (period := job.stretch.shows) else always).add(job.name)
    in_year = {volume.year: volume.names for volume in archive.volumes}
    for year, issues in years_of(archive.issues).items() if found else ():
        wanted = (of_year.get(year or UNDATED, set()) | always).intersection(in_year.get(year, ()))
        for packed in _months(year, issues, store) if wanted else ():
            for name in wanted.intersection(packed):
                found[name].setdefault(year or UNDATED, []).append(bytes(packed[name]))
    return found


def ways_between(persons: Iterable[tuple[str, str]], listed: Container[str]) -> dict[str, tuple[str, ...]]:
    """From which lists of people others are to be found: from a name those of the people who sign with it, and back.
    `persons` are those of the profile, `listed` the names that somebody is listed under."""
    ways: dict[str, dict[str, None]] = {}
    for signed, label in persons:
        name = signed.partition("/")[0]
        if label in listed:
            ways.setdefault(name, {})[label] = None
            ways.setdefault(label, {})[name] = None
    return {name: tuple(others) for name, others in ways.items()}


def spellings(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The other names that are the same in the other script, of every name that has such, ordered: 何靜 of 何静, and
    back. A name is asked for only where some of its characters are none of GB 2312, as Traditional ones are."""
    names = tuple(names)
    odd = [name for name in names if not _is_simplified(name)] if not _is_simplified("".join(names)) else []
    if not odd:
        return {}
    from wanbao.search.fold import simplified

    table = str.maketrans(simplified())
    listed = set(names)
    forms: dict[str, set[str]] = {}
    for name in odd:
        simple = name.translate(table)
        forms.setdefault(simple, {simple} & listed).add(name)
    return {name: tuple(sorted(same - {name})) for same in forms.values() if len(same) > 1 for name in same}


def _is_simplified(text: str) -> bool:
    """Whether all characters of a text are of the set of Simplified ones that names are mostly made of."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def unpacked(packed: Iterable[bytes]) -> tuple[CreditRow, ...]:
    """The rows of several months."""
    return tuple([row for of_month in packed for row in decoded(of_month, _ROWS)])


def _months(year: str, issues: Sequence[IssueCard], store: Store | None) -> Iterator[Mapping[str, memoryview]]:
    """What everybody is credited for, in each month of a year."""
    for month, members in months_of(issues).items():
        if store is None:
            yield _month(members)
        else:
            name = month_name(store, year, month, members)
            yield store.remembered(CREDITS, name, Packed, partial(_month, members))


def _month(issues: Iterable[IssueCard]) -> Packed:
    rows: dict[str, list[CreditRow]] = {}
    for page in (page for issue in issues for page in issue.pages):
        roles_held: dict[tuple[str, int], dict[int, None]] = {}
        for at, name, role in zip(*_columns(page), strict=False):
            roles_held.setdefault((name, at), {})[role] = None
        cards = page.cards if roles_held else ()
        for (name, at), roles in roles_held.items():
            rows.setdefault(name, []).append(_row(page, cards[at], name, bytes(roles)))
    return {name: memoryview(encoded(tuple(of_name))) for name, of_name in rows.items()}


def _row(page: PageCard, card: Card, name: str, roles: bytes) -> CreditRow:
    return CreditRow(
        card.address,
        card.title,
        card.above,
        roles,
        card.kind,
        card.doubts,
        page.date,
        page.number,
        card.order,
        card.continues,
        _organisation(card, name),
    )


def _organisation(card: Card, name: str) -> str:
    """For whom somebody signs an article, the first where there are several; empty where none is printed."""
    names = card.persons or [who for who, _, _ in card.contributors]
    return next((body for who, body in zip(names, card.organisations, strict=False) if who == name and body), "")


def _columns(page: PageCard) -> tuple[Sequence[int], Sequence[str], bytes]:
    names, articles, roles = page.credits
    return articles, names, roles

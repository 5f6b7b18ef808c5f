"""Gather: the sheets of all files become one archive; whatever crosses files is worked out here, afresh each time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

from wanbao import urls
from wanbao.dates import iso_prefix, sort_key
from wanbao.errors import Note
from wanbao.records import ROLES, Archive, IssueCard, Person, Sheet, Volume, stands_for
from wanbao.store import Store, digest_of

VOLUMES = "volumes"
"""The kind of what is remembered of the years and months of an archive."""

YEAR, MONTH = len("2022"), len("2022-05")
"""How much of a date says in which year and month it lies."""


def gather(sheets: Iterable[Sheet], store: Store | None = None) -> Archive:
    """The archive of these pages, whatever order they come in; what was found out before is taken from `store`.

    Two files that want one address cannot both be published: the one with the shorter name is (`A02.md` before
    `A02-copy.md`), of equals the one whose path comes first, and an E301 names both. Pages of one issue that contradict
    each other in its running number are noted (W113).
    """
    notes: list[Note] = []
    groups: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in _without_collisions(sheets, notes):
        groups[sheet.key].append(sheet)
    issues = [_issue(key, group, notes) for key, group in groups.items()]
    issues.sort(key=lambda issue: (sort_key(issue.date), issue.key))
    volumes = tuple(_volumes(issues, store))
    return Archive(tuple(issues), tuple(_persons(volumes)), tuple(sorted(notes, key=str)), volumes)


@lru_cache(maxsize=1024)  # a paper has the same few numbers every day
def page_order(number: str) -> tuple[int, str, int, str]:
    """Where a page number stands: A02 before A10 before B1, plain numbers before lettered blocks, unknown last."""
    block = number.rstrip("0123456789")
    digits = number[len(block) :]
    return (not number, block, int(digits[:9] or 0), number)


def _without_collisions(sheets: Iterable[Sheet], notes: list[Note]) -> Iterable[Sheet]:
    sheets = list(sheets)
    # Folded, because many file systems take A2 and a2 for one folder.
    if len({sheet.card.address.casefold() for sheet in sheets}) == len(sheets):
        yield from sheets
        return
    taken: dict[str, Sheet] = {}
    for sheet in sorted(sheets, key=_precedence):
        first = taken.setdefault(sheet.card.address.casefold(), sheet)
        if first is sheet:
            yield sheet
            continue
        what = "hold the same page" if first.card.digest == sheet.card.digest else "want the same address"
        notes.append(
            Note(
                "E301",
                f"{first.card.source} and {sheet.card.source} {what}: {sheet.card.address}; the second is left out",
                "give one of them another date, page number or edition, or remove it",
                sheet.card.source,
            )
        )


def _precedence(sheet: Sheet) -> tuple[int, str, int]:
    """Who gets an address first: a copy has a longer name than its original."""
    source = sheet.card.source
    return len(source.rpartition("/")[2].rpartition(".")[0]), source, sheet.card.part


def _issue(key: str, sheets: Sequence[Sheet], notes: list[Note]) -> IssueCard:
    ordered = sorted(sheets, key=lambda s: (page_order(s.card.number), s.card.address))
    numbers = dict.fromkeys(s.number for s in ordered if s.number)
    if len(numbers) > 1:
        told = ", ".join(f"{s.card.source} says {s.number}" for s in ordered if s.number)
        notes.append(
            Note("W113", f"the pages of {key} disagree about the issue number: {told}", path=ordered[0].card.source)
        )
    return IssueCard(
        key=key,
        address=urls.issue(key),
        date=min((s.date for s in ordered), key=lambda date: (-len(date), date)),
        number=next(iter(numbers), ""),
        edition=ordered[0].edition,
        pages=tuple(s.card for s in ordered),
        digest=digest_of(*(part for s in ordered for part in (s.card.source, s.card.digest, s.number))),
    )


def volume_names(store: Store, issues: Sequence[IssueCard]) -> Iterator[str]:
    """The names in the store of all that is remembered of who is credited in these issues."""
    for year, members in _periods(issues, YEAR).items():
        yield _volume_name(store, year, members)
        for month, of_month in _periods(members, MONTH).items():
            yield _volume_name(store, f"{month} of {year}", of_month)


def _volume_name(store: Store, period: str, issues: Iterable[IssueCard]) -> str:
    return store.name("volume", period, *(part for issue in issues for part in (issue.key, issue.digest)))


def _volumes(issues: Iterable[IssueCard], store: Store | None) -> Iterator[Volume]:
    """Who is credited in each year; of a year that has changed, what is remembered of its months."""
    for year, members in _periods(issues, YEAR).items():
        make = partial(_year, year, members, store)
        yield store.remembered(VOLUMES, _volume_name(store, year, members), Volume, make) if store else make()


def _year(year: str, issues: Sequence[IssueCard], store: Store | None) -> Volume:
    """Who is credited in the issues of a year, month by month."""
    articles: dict[str, int] = defaultdict(int)
    roles: dict[str, dict[int, None]] = defaultdict(dict)
    shown: dict[str, list[str]] = defaultdict(list)
    for month, members in _periods(issues, MONTH).items():
        make = partial(_volume, month, members)
        name = _volume_name(store, f"{month} of {year}", members) if store else ""
        volume = store.remembered(VOLUMES, name, Volume, make) if store else make()
        for who, number, held, stands in zip(volume.names, volume.articles, volume.roles, volume.shown, strict=True):
            articles[who] += number
            roles[who].update(dict.fromkeys(held))
            shown[who].append(stands)
    return _in_columns(year, articles, roles, shown)


def _periods(issues: Iterable[IssueCard], length: int) -> dict[str, list[IssueCard]]:
    """The issues by year or month, in their order; those of which it is unknown under what is known, or nothing."""
    periods: dict[str, list[IssueCard]] = {}
    for issue in issues:
        periods.setdefault(iso_prefix(issue.date)[:length], []).append(issue)
    return periods


def _volume(period: str, issues: Iterable[IssueCard]) -> Volume:
    """Who is credited in these issues, each article counted once however many roles somebody has in it."""
    articles: dict[str, int] = defaultdict(int)
    roles: dict[str, dict[int, None]] = defaultdict(dict)
    shown: dict[str, list[str]] = defaultdict(list)
    for page in (page for issue in issues for page in issue.pages):
        outline = page.outline
        stands = stands_for(page)
        names = outline.credited.split("\n")
        for name, role in zip(names, outline.roles, strict=False):
            roles[name][role] = None
        for name, number in Counter(name for name, _ in set(zip(names, outline.credited_in, strict=False))).items():
            articles[name] += number
            shown[name].append(stands)
    return _in_columns(period, articles, roles, shown)


def _in_columns(
    period: str, articles: Mapping[str, int], roles: Mapping[str, Iterable[int]], shown: Mapping[str, Iterable[str]]
) -> Volume:
    return Volume(
        period,
        tuple(roles),
        tuple(articles[name] for name in roles),
        tuple(bytes(of) for of in roles.values()),
        tuple(digest_of(*shown[name]) for name in roles),
    )


def _persons(volumes: Iterable[Volume]) -> list[Person]:
    articles: dict[str, int] = defaultdict(int)
    roles: dict[str, dict[int, None]] = defaultdict(dict)
    for volume in volumes:
        for name, number, of in zip(volume.names, volume.articles, volume.roles, strict=True):
            articles[name] += number
            roles[name].update(dict.fromkeys(of))
    return [
        Person(name, urls.person(name), articles[name], tuple(ROLES[role] for role in roles[name]))
        for name in sorted(roles)
    ]

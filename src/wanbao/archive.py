"""Gather: the sheets of all files become one archive; whatever crosses files is worked out here, afresh each time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice, pairwise

from wanbao import urls
from wanbao.dates import MONTH, YEAR, is_day, iso_prefix, sort_key
from wanbao.digests import digest_of
from wanbao.errors import Note
from wanbao.records import ROLES
from wanbao.records.archive import Archive, Named, Person, Portion, Volume
from wanbao.records.issue import IssueCard, Sheet
from wanbao.records.outline import Outline
from wanbao.records.pagecard import PageCard, stands_for
from wanbao.sametext import repeated
from wanbao.store import Store

MANY = 10
"""How many other issues there have to be for one to stand apart,"""
YEARS = 5
"""and by how many years it does."""
VOLUMES = "volumes"
"""The kind of what is remembered of the years and months of an archive."""


def gather(sheets: Iterable[Sheet], store: Store | None = None) -> Archive:
    """The archive of these pages, whatever order they come in; what was found out before is taken from `store`.

    Two files that want one address cannot both be published: the one with the shorter name is (`A02.md` before
    `A02-copy.md`), of equals the one whose path comes first, and an E301 names both. Pages of one issue that contradict
    each other in its running number are noted (W113), and so are numbers of pages that are one number in two forms
    (W128) and a first or last issue that is years from all others (I129).
    """
    notes: list[Note] = []
    groups: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in _without_collisions(sheets, notes):
        groups[sheet.key].append(sheet)
    issues = [_issue(key, group, notes) for key, group in groups.items()]
    issues.sort(key=lambda issue: (sort_key(issue.date), issue.key))
    notes += repeated([page for issue in issues for page in issue.pages])
    notes += _apart(issues)
    volumes = tuple(_volumes(issues, store))
    return Archive(tuple(issues), tuple(_persons(volumes)), tuple(sorted(notes, key=str)), volumes)


@lru_cache(maxsize=1024)  # a paper has the same few numbers every day
def page_order(number: str) -> tuple[int, str, int, str]:
    """Where a page number stands: A02 before A10 before B1, plain numbers before lettered blocks, unknown last; a
    spread where its first page would."""
    first = number.partition("-")[0]
    block = first.rstrip("0123456789")
    digits = first[len(block) :]
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
        notes.append(_numbers_disagree(key, [s for s in ordered if s.number]))
    notes += _one_number_twice(ordered)
    return IssueCard(
        key=key,
        address=urls.issue(key),
        date=min((s.date for s in ordered), key=lambda date: (-len(date), date)),
        number=next(iter(numbers), ""),
        edition=ordered[0].edition,
        pages=tuple(s.card for s in ordered),
        digest=digest_of(*(part for s in ordered for part in (s.card.source, s.card.digest, s.number))),
    )


def _numbers_disagree(key: str, ordered: Sequence[Sheet]) -> Note:
    """That these pages of an issue say several running numbers, at the first that says another than most do."""
    counts = Counter(s.number for s in ordered)
    most = max(counts, key=counts.__getitem__)  # of several the first
    first = next(s for s in ordered if s.number != most)
    told = ", ".join(f"{s.card.source} says {s.number}" for s in ordered)
    what = f"the pages of {key} disagree about the issue number: {told}"
    return Note("W113", what, f"correct the wrong ones; {ordered[0].number} is used", first.card.source)


def _one_number_twice(ordered: Sequence[Sheet]) -> Iterator[Note]:
    """Pages of an issue, in their order, that have one number in two forms, as A2 and A02: mostly one page, twice."""
    for one, other in pairwise(ordered):
        first, second = one.card.number, other.card.number
        if first == second or not first or "-" in first + second:  # a spread is another page than its first
            continue
        if page_order(first)[1:3] == page_order(second)[1:3]:
            what = f"the page {second} stands beside the page {first} of the same issue, which {one.card.source} holds"
            remedy = "give it its right number; if it is the same page, take one out"
            yield Note("W128", what, remedy, other.card.source)


def _apart(issues: Sequence[IssueCard]) -> Iterator[Note]:
    """The first and the last issue, where it is years from all others: the date of such a one may be a slip."""
    if len(issues) <= MANY:
        return
    for ordered, where in ((issues, "before"), (reversed(issues), "after")):
        two = tuple(islice((issue for issue in ordered if is_day(issue.date)), 2))
        if len(two) < 2:
            return
        issue, beside = two
        years = abs(int(issue.date[:4]) - int(beside.date[:4]))
        if years >= YEARS:
            what = f"the issue of {issue.date} is {years} years {where} all others"
            yield Note("I129", what, "correct the date if it is a slip", issue.pages[0].source)


def volume_names(store: Store, issues: Sequence[IssueCard]) -> Iterator[str]:
    """The names in the store of all that is remembered of what these issues hold."""
    for year, members in years_of(issues).items():
        yield _volume_name(store, year, members)
        for month, of_month in months_of(members).items():
            yield month_name(store, year, month, of_month)


def month_name(store: Store, year: str, month: str, issues: Iterable[IssueCard]) -> str:
    """The name in the store of what is remembered of a month that has these issues."""
    return _volume_name(store, f"{month} of {year}", issues)


def years_of(issues: Iterable[IssueCard]) -> dict[str, list[IssueCard]]:
    """The issues by year, in their order; those of which it is unknown under an empty one."""
    return _periods(issues, YEAR)


def months_of(issues: Iterable[IssueCard]) -> dict[str, list[IssueCard]]:
    """The issues of a year by month, in their order; those of which it is unknown under their year."""
    return _periods(issues, MONTH)


def _volume_name(store: Store, period: str, issues: Iterable[IssueCard]) -> str:
    return store.name("volume", period, *(part for issue in issues for part in (issue.key, issue.digest)))


def _volumes(issues: Iterable[IssueCard], store: Store | None) -> Iterator[Volume]:
    """What each year holds; of a year that has changed, what is remembered of its months."""
    for year, members in years_of(issues).items():
        make = partial(_year, year, members, store)
        yield store.remembered(VOLUMES, _volume_name(store, year, members), Volume, make) if store else make()


def _year(year: str, issues: Sequence[IssueCard], store: Store | None) -> Volume:
    """What the issues of a year hold, month by month."""
    held = _Held()
    for month, members in months_of(issues).items():
        make = partial(_month, month, members)
        name = month_name(store, year, month, members) if store else ""
        held.take(store.remembered(VOLUMES, name, Volume, make) if store else make())
    return held.volume(year)


def _periods(issues: Iterable[IssueCard], length: int) -> dict[str, list[IssueCard]]:
    """The issues by year or month, in their order; those of which it is unknown under what is known, or nothing."""
    periods: dict[str, list[IssueCard]] = {}
    for issue in issues:
        periods.setdefault(iso_prefix(issue.date)[:length], []).append(issue)
    return periods


def _month(period: str, issues: Iterable[IssueCard]) -> Volume:
    """What these issues hold."""
    held = _Held()
    for issue in issues:
        outlines = [page.outline for page in issue.pages]
        for page, outline in zip(issue.pages, outlines, strict=True):
            held.read(page, outline)
        names = dict.fromkeys(name for outline in outlines for name in outline.named.split("\n"))
        series = dict.fromkeys(name for outline in outlines for _, name, _ in outline.series)
        held.named.append(Named(issue.key, "\n".join(names), "\n".join(series)))
    return held.volume(period)


class _List:
    """What a section or series has in a month, as it grows."""

    __slots__ = ("articles", "counted", "first", "last", "shown")

    def __init__(self) -> None:
        self.articles = 0
        self.shown: dict[str, None] = {}
        self.counted = False
        self.first = self.last = ""

    def add(self, articles: int, shown: str, counted: bool, first: str, last: str) -> None:
        self.articles += articles
        self.shown[shown] = None
        self.counted = self.counted or counted
        self.first = self.first or first
        self.last = last or self.last


class _Held:
    """What issues hold, as it is read off their pages or added up."""

    def __init__(self) -> None:
        self._articles: dict[str, int] = defaultdict(int)
        self._roles: dict[str, dict[int, None]] = defaultdict(dict)
        self._shown: dict[str, list[str]] = defaultdict(list)
        self._sections: dict[tuple[str, str], _List] = defaultdict(_List)
        self._series: dict[tuple[str, str], _List] = defaultdict(_List)
        self.named: list[Named] = []
        self._has_sections = False
        self._han = self._doubts = 0

    def read(self, page: PageCard, outline: Outline) -> None:
        """Add a page. Each article counts once for a person, however many roles that has in it."""
        stands = stands_for(page)
        names = outline.credited.split("\n")
        for name, role in zip(names, outline.roles, strict=False):
            self._roles[name][role] = None
        for name, number in Counter(name for name, _ in set(zip(names, outline.credited_in, strict=False))).items():
            self._articles[name] += number
            self._shown[name].append(stands)
        month = iso_prefix(page.date)[:MONTH]
        if page.section and page.articles:
            self._sections[page.section, month].add(page.articles, stands, False, page.date, page.date)
        for _, name, part in outline.series:
            self._series[name, month].add(1, stands, part > 0, page.date, page.date)
        self._has_sections = self._has_sections or bool(page.section)
        self._han += page.han
        self._doubts += page.doubts

    def take(self, volume: Volume) -> None:
        """Add what a month holds."""
        for who, number, held, stands in zip(volume.names, volume.articles, volume.roles, volume.shown, strict=True):
            self._articles[who] += number
            roles = self._roles[who]
            for role in held:
                roles[role] = None
            self._shown[who].append(stands)
        for lists, portions in ((self._sections, volume.sections), (self._series, volume.series)):
            for one in portions:
                lists[one.name, one.month].add(one.articles, one.shown, one.counted, one.first, one.last)
        self.named += volume.named
        self._has_sections = self._has_sections or volume.has_sections
        self._han += volume.han
        self._doubts += volume.doubts

    def volume(self, period: str) -> Volume:
        """All of it."""
        roles = self._roles
        return Volume(
            period,
            tuple(roles),
            tuple(self._articles[name] for name in roles),
            tuple(bytes(of) for of in roles.values()),
            tuple(digest_of(*self._shown[name]) for name in roles),
            _portions(self._sections),
            _portions(self._series),
            tuple(self.named),
            self._has_sections,
            self._han,
            self._doubts,
        )


def _portions(lists: Mapping[tuple[str, str], _List]) -> tuple[Portion, ...]:
    return tuple(
        Portion(name, month, one.articles, digest_of(*one.shown), one.counted, one.first, one.last)
        for (name, month), one in lists.items()
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

"""Gather: the sheets of all files become one archive; whatever crosses files is worked out here, afresh each time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from wanbao import urls
from wanbao.dates import sort_key
from wanbao.errors import Note
from wanbao.records import Archive, ContributorRole, IssueCard, Person, Sheet
from wanbao.store import digest_of


def gather(sheets: Iterable[Sheet]) -> Archive:
    """The archive of these pages, whatever order they come in.

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
    return Archive(tuple(issues), tuple(_persons(issues)), tuple(sorted(notes, key=str)))


def page_order(number: str) -> tuple[int, str, int, str]:
    """Where a page number stands: A02 before A10 before B1, plain numbers before lettered blocks, unknown last."""
    block = number.rstrip("0123456789")
    digits = number[len(block) :]
    return (not number, block, int(digits[:9] or 0), number)


def _without_collisions(sheets: Iterable[Sheet], notes: list[Note]) -> Iterable[Sheet]:
    taken: dict[str, Sheet] = {}
    for sheet in sorted(sheets, key=_precedence):
        # Folded, because many file systems take A2 and a2 for one folder.
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


def _persons(issues: Iterable[IssueCard]) -> list[Person]:
    """Everybody credited, each article once however many roles somebody has in it."""
    articles: dict[str, int] = defaultdict(int)
    roles: dict[str, dict[ContributorRole, None]] = defaultdict(dict)
    for issue in issues:
        for page in issue.pages:
            credits = list(page.outline.credits)
            for _, name, role in credits:
                roles[name][role] = None
            for _, name in {(at, name) for at, name, _ in credits}:
                articles[name] += 1
    return [Person(name, urls.person(name), articles[name], tuple(roles[name])) for name in sorted(roles)]

"""下转 and 上接: which article of an issue goes on in which.

Papers print the page on both sides, `（下转A3版）` and `（上接A1版）`, and seldom more. Two parts belong together where
each names the other's page. Where several articles of a page go on upon the same page, the headline decides, which the
second part repeats whole or in part, and then the order of print, which papers keep. What stays open is left open: a
jump then leads to the page it names and no text is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from wanbao.errors import Record
from wanbao.records import PageKey, page_keys
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard

Part = tuple[int, int]
"""An article of an issue: the number of its page in the issue and its own on the page, both from 0."""

ALIKE = 3
"""So many characters in a row that two headlines share make them alike: 古城墙, of 古城墙大修 and 古城墙的四季."""


class Turns(Record, frozen=True):
    """The parts of an issue's articles that belong together; every article goes on, and comes from, once."""

    further: Mapping[Part, Part]
    """Where an article goes on."""
    back: Mapping[Part, Part]
    """Where an article comes from."""

    def other(self, part: Part, direction: str) -> Part | None:
        """The part that this one turns to, or comes from, where it is known."""
        return (self.further if direction == "to" else self.back).get(part)

    def has(self, part: Part) -> bool:
        """Whether an article is a part of one that has several."""
        return part in self.further or part in self.back

    def rest(self, start: Part) -> tuple[Part, ...]:
        """The parts in which an article goes on, in order; a circle is followed once."""
        parts = [start]
        while (part := self.further.get(parts[-1])) is not None and part not in parts:
            parts.append(part)
        return tuple(parts[1:])

    def whole(self, part: Part) -> tuple[Part, ...]:
        """All parts of the article that has this one, in order; of a circle it begins with the first in print."""
        found = [part]
        while (before := self.back.get(found[-1])) is not None and before not in found:
            found.append(before)
        start = found[-1] if before is None else min(found)
        return (start, *self.rest(start))


def turns(issue: IssueCard) -> Turns:
    """The continuations within an issue."""
    jumps = [_jumps(page) for page in issue.pages]
    numbered: dict[PageKey, list[int]] = defaultdict(list)
    for number, page in enumerate(issue.pages):
        for key in page_keys(page.number):
            numbered[key].append(number)
    further: dict[Part, Part] = {}
    for one in range(len(jumps)):
        named = {key for way, key in jumps[one] if way == "to"}
        for other in sorted({other for key in named for other in numbered.get(key, ()) if other != one}):
            further.update(_pairs(issue, jumps, one, other))
    return Turns(further, {end: start for start, end in further.items()})


_Jumps = Mapping[tuple[str, PageKey], Mapping[int, None]]
"""The articles of a page that turn to or from another one, from 0, in order of print."""


def _jumps(page: PageCard) -> _Jumps:
    """Where the articles of a page go on and come from; a page without a number is named by none."""
    found: dict[tuple[str, PageKey], dict[int, None]] = defaultdict(dict)
    for order, way, number in page.jumps:
        for key in page_keys(number) if number else ():
            found[way, key][order - 1] = None
    return found


def _pairs(issue: IssueCard, jumps: Sequence[_Jumps], one: int, other: int) -> Iterator[tuple[Part, Part]]:
    """The articles of page `one` that go on upon page `other`, with what they go on in."""
    starts = _turns(jumps[one], "to", issue.pages[other])
    ends = _turns(jumps[other], "from", issue.pages[one])
    if len(starts) == len(ends) == 1:
        yield (one, next(iter(starts))), (other, next(iter(ends)))
        return
    alike = _Headlines({end: _title(issue, other, end) for end in ends})
    for start in list(starts):
        end = alike.only(_title(issue, one, start))
        if end is not None:
            yield (one, start), (other, end)
            del starts[start], ends[end]
            alike.remove(end)
    if len(starts) == len(ends):
        yield from (((one, start), (other, end)) for start, end in zip(starts, ends, strict=True))


def _turns(jumps: _Jumps, direction: str, towards: PageCard) -> dict[int, None]:
    """The articles that turn to or from a page, or any page of a spread, in order of print."""
    found = {at for key in page_keys(towards.number) for at in jumps.get((direction, key), ())}
    return dict.fromkeys(sorted(found))


def _title(issue: IssueCard, page: int, at: int) -> str:
    return issue.pages[page].cards[at].title


class _Headlines:
    """Headlines by all that stands in them `ALIKE` characters in a row: a page may have thousands that go on, each of
    which would be compared with each of another page."""

    def __init__(self, titles: Mapping[int, str]) -> None:
        self._titles = titles
        self._having: dict[str, dict[int, None]] = defaultdict(dict)
        for at, title in titles.items():
            for row in _rows(title):
                self._having[row][at] = None

    def only(self, title: str) -> int | None:
        """The one article whose headline names the same thing as this one; None where there is none or more."""
        found: set[int] = set()
        for row in _rows(title):
            found.update(islice(self._having.get(row, ()), 2))
            if len(found) > 1:
                return None
        return found.pop() if found else None

    def remove(self, at: int) -> None:
        """Forget the headline of an article."""
        for row in _rows(self._titles[at]):
            self._having[row].pop(at, None)


def _rows(title: str) -> Iterator[str]:
    """All that stands in a headline so many characters in a row."""
    return (title[at : at + ALIKE] for at in range(len(title) - ALIKE + 1))

"""下转 and 上接: which article of an issue goes on in which.

Papers print the page on both sides, `（下转A3版）` and `（上接A1版）`, and seldom more. Two parts belong together where
each names the other's page. Where several articles of a page go on upon the same page, the headline decides, which the
second part repeats whole or in part, and then the order of print, which papers keep. What stays open is left open: a
jump then leads to the page it names and no text is joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from wanbao.errors import Record
from wanbao.records import IssueCard, PageCard, same_page

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

    def rest(self, start: Part) -> tuple[Part, ...]:
        """The parts in which an article goes on, in order; a circle is followed once."""
        parts = [start]
        while (part := self.further.get(parts[-1])) is not None and part not in parts:
            parts.append(part)
        return tuple(parts[1:])


def turns(issue: IssueCard) -> Turns:
    """The continuations within an issue."""
    pages = [number for number, page in enumerate(issue.pages) if page.jumps]
    further = dict(pair for one in pages for other in pages if one != other for pair in _pairs(issue, one, other))
    return Turns(further, {end: start for start, end in further.items()})


def _pairs(issue: IssueCard, one: int, other: int) -> Iterator[tuple[Part, Part]]:
    """The articles of page `one` that go on upon page `other`, with what they go on in."""
    starts = _turns(issue.pages[one], "to", issue.pages[other])
    ends = _turns(issue.pages[other], "from", issue.pages[one])
    if len(starts) == len(ends) == 1:
        yield (one, starts[0]), (other, ends[0])
        return
    for start in list(starts):
        alike = [end for end in ends if _alike(_title(issue, one, start), _title(issue, other, end))]
        if len(alike) == 1:
            yield (one, start), (other, alike[0])
            starts.remove(start)
            ends.remove(alike[0])
    if len(starts) == len(ends):
        yield from (((one, start), (other, end)) for start, end in zip(starts, ends, strict=True))


def _turns(page: PageCard, direction: str, towards: PageCard) -> list[int]:
    """The articles of a page that turn to or from another one, from 0, in order of print."""
    orders = [order for order, way, number in page.jumps if way == direction and same_page(number, towards.number)]
    return [order - 1 for order, _ in groupby(orders)]


def _title(issue: IssueCard, page: int, at: int) -> str:
    return issue.pages[page].cards[at].title


def _alike(one: str, other: str) -> bool:
    """Whether two headlines share so many characters in a row that they name the same thing."""
    return any(one[at : at + ALIKE] in other for at in range(len(one) - ALIKE + 1))

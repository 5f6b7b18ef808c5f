"""Which earlier articles belong with an article, and why: the same rare words in quotation marks, the same series.

A newspaper that comes back to a matter calls it by the same name: “职通车”, 《安全生产法》. So what is compared is the
names that an article puts between quotation marks, and only those that few earlier articles used. Articles are related
to *earlier* ones alone, and whether a name is rare is judged by what was printed before; so an issue added at the end
never changes what older pages show. Where nothing is rare enough, nothing is related.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from wanbao.records import Article, Card, IssueCard

MOST_NAMES = 5
"""How many names of an article count, the longest first: the long ones tell most."""
MOST_RELATED = 4
"""How many related articles a page shows."""
COMMON = 24
"""A name that so many earlier articles used relates nothing."""
REMEMBERED = 6
"""How many of the latest articles that used a name are remembered."""
STRONG = 4
"""A single shared name must have so many characters; of shorter ones it takes two."""

_QUOTED = re.compile(r"[“《「『]([^“”《》「」『』。，；！？\n]{2,20})[”》」』]")
_HAN = re.compile(r"[一-鿿]")


def names_of(article: Article) -> tuple[str, ...]:
    """The names that an article puts between quotation marks, the longest first, those of its headlines before all."""
    headlines = " ".join((*article.kicker_lines, *article.headline_lines, *article.deck_lines))
    found: dict[str, bool] = {}
    for text, headline in ((headlines, True), *((passage.text, False) for passage in article.body)):
        if "“" in text or "《" in text or "「" in text or "『" in text:
            for name in _QUOTED.findall(text):
                if len(_HAN.findall(name)) >= 2:
                    found[name] = found.get(name, False) or headline
    ranked = sorted(found, key=lambda name: (not found[name], -len(name), name))
    return tuple(ranked[:MOST_NAMES])


class Relation(NamedTuple):
    """An earlier article that belongs with one."""

    address: str
    """Its address."""
    title: str
    """What it is called."""
    date: str
    """Its date, EDTF."""
    names: tuple[str, ...]
    """The names they share, the longest first."""


@dataclass(slots=True)
class _Use:
    """How a name was used so far."""

    count: int = 0
    cards: list[Card] = field(default_factory=list)


def relations(issues: Iterable[IssueCard]) -> Iterator[tuple[tuple[Relation, ...], ...]]:
    """For every issue, in their order, what each of its articles is related to; the articles in order of print."""
    used: dict[str, _Use] = {}
    for issue in issues:
        cards = [card for page in issue.pages for card in page.cards]
        yield tuple(_related(card, used) for card in cards)
        for card in cards:
            for name in card.names:
                use = used.setdefault(name, _Use())
                use.count += 1
                if use.count <= COMMON:
                    use.cards = [*use.cards[1 - REMEMBERED :], card]
                else:
                    use.cards = []


def _related(card: Card, used: dict[str, _Use]) -> tuple[Relation, ...]:
    shared: dict[str, tuple[Card, list[str]]] = {}
    for name in card.names:
        use = used.get(name)
        for earlier in use.cards if use else ():
            shared.setdefault(earlier.address, (earlier, []))[1].append(name)
    strong = [(earlier, names) for earlier, names in shared.values() if len(names) > 1 or len(names[0]) >= STRONG]
    strong.sort(key=lambda pair: (sum(map(len, pair[1])), pair[0].date, pair[0].address), reverse=True)
    return tuple(Relation(e.address, e.title, e.date, tuple(names)) for e, names in strong[:MOST_RELATED])

"""What a newspaper page is to others: its articles as packed cards, unpacked when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, Self, TypeVar

import msgspec

from wanbao.errors import Record
from wanbao.packing import decoded, encoded
from wanbao.records.card import Card
from wanbao.records.outline import CreditsOfOutline, NamesOfOutline, Outline, SeriesOfOutline

T = TypeVar("T")


class PageCard(Record, frozen=True):
    """What a newspaper page is to others.

    Its articles are packed: an archive has very many, and a build with little to do shows few of them.
    """

    address: str
    """Its address in the site: `2022/05/18/A02/index.html`."""
    number: str
    """版次; empty where unknown."""
    section: str
    """版名; empty where unknown."""
    source: str
    """The file it was read from."""
    digest: str
    """The digest of its source."""
    packs: memoryview
    """Its `cards`, packed, as a piece of what was read from the disk: to copy it would take a third of the time of
    reading an archive, and to walk through it, as through a `msgspec.Raw`, most of that time."""
    outlined: memoryview
    """Their `outline`, likewise."""
    articles: int
    """How many articles it has."""
    han: int
    """The number of Han characters in their bodies."""
    in_series: bool
    """Whether some article belongs to a series or standing column."""
    doubts: int
    """How many doubtful readings it carries."""
    jumps: tuple[tuple[int, str, str], ...] = ()
    """(order of the article, `to` or `from`, page number) for every 下转 and 上接."""
    part: int = 0
    """Which page of its file it is, from 0."""
    date: str = ""
    """The date it bears, EDTF; empty where unknown."""
    numbers: tuple[int, ...] = ()
    """The numbers in the addresses of its articles, in order; empty where they are 1, 2, 3 …"""
    texts: bytes = b""
    """The digests of the texts of its articles, eight bytes each, noughts for a short one."""

    @classmethod
    def of(
        cls,
        address: str,
        number: str,
        section: str,
        source: str,
        digest: str,
        cards: tuple[Card, ...],
        doubts: int,
        jumps: tuple[tuple[int, str, str], ...] = (),
        part: int = 0,
        date: str = "",
        numbers: tuple[int, ...] = (),
    ) -> Self:
        """The page with these articles."""
        outline = Outline.of(cards)
        return cls(
            address,
            number,
            section,
            source,
            digest,
            memoryview(encoded(cards)),
            memoryview(encoded(outline)),
            len(cards),
            sum(card.han for card in cards),
            bool(outline.series),
            doubts,
            jumps,
            part,
            date,
            numbers,
            bytes.fromhex("".join([card.text or "0" * 16 for card in cards])),
        )

    @property
    def cards(self) -> tuple[Card, ...]:
        """Its articles, in order."""
        return _cards.of(self)

    def card(self, at: int) -> Card:
        """One of its articles, from 0."""
        return _card.of(self, at)

    def packed(self, at: int) -> bytes:
        """The card of one of its articles, packed."""
        return bytes(_apart.of(self)[at])

    @property
    def outline(self) -> Outline:
        """What planning asks of its articles."""
        return decoded(self.outlined, Outline)

    @property
    def credits(self) -> tuple[list[str], tuple[int, ...], bytes]:
        """The names that everybody credited is listed under, for each the article, and the role by its number."""
        found = decoded(self.outlined, CreditsOfOutline)
        return found.credited.split("\n"), found.credited_in, found.roles

    @property
    def named(self) -> tuple[list[str], tuple[int, ...]]:
        """The names that its articles put between quotation marks, and the digests of their texts (`Outline.named`);
        for each of them the article."""
        found = decoded(self.outlined, NamesOfOutline)
        return found.named.split("\n"), found.named_in

    @property
    def series(self) -> tuple[tuple[int, str, int], ...]:
        """(article, series or column, which part), in order (`Outline.series`)."""
        return decoded(self.outlined, SeriesOfOutline).series if self.in_series else ()


_APART = tuple[msgspec.Raw, ...]
_CARDS = tuple[Card, ...]


class _Lately(Generic[T]):
    """What was unpacked of pages lately. A page is known by being the very same: that is quicker told than whether it
    holds the same."""

    def __init__(self, unpack: Callable[[PageCard, int], T], most: int) -> None:
        self._unpack = unpack
        self._most = most
        self._known: dict[tuple[str, int], tuple[PageCard, T]] = {}

    def of(self, page: PageCard, at: int = 0) -> T:
        """What is unpacked of a page, or of one of its articles."""
        known = self._known.get((page.address, at))
        if known is None or known[0] is not page:
            if len(self._known) >= self._most:
                self._known.clear()
            known = self._known[page.address, at] = page, self._unpack(page, at)
        return known[1]


_cards = _Lately(lambda page, _: decoded(page.packs, _CARDS), 64)
"""The pages of an issue ask for the cards of their issue again and again."""
_apart = _Lately(lambda page, _: decoded(page.packs, _APART), 1024)
_card = _Lately(lambda page, at: decoded(page.packed(at), Card), 1024)
"""The articles of an issue are related to the same few earlier ones."""


class CardRef(Record, frozen=True):
    """An article by where it stands: what lists hold while they are planned."""

    page: PageCard
    """Its newspaper page."""
    at: int
    """Its place there, from 0."""

    @property
    def card(self) -> Card:
        """Its card."""
        return self.page.card(self.at)


def cards_of(pages: Iterable[PageCard]) -> list[Card]:
    """The articles of these pages, in order."""
    return [card for page in pages for card in page.cards]


def stands_for(page: PageCard) -> str:
    """What stands in keys for all cards of a newspaper page: they follow from its source."""
    return f"{page.source}\0{page.part}\0{page.digest}"

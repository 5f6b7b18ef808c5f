"""What planning asks of the articles of a newspaper page, in columns that are quickly unpacked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Self

import msgspec

from wanbao.errors import Record
from wanbao.records import ROLES, ContributorRole
from wanbao.records.card import Card

SAME = "\x1f"
"""What stands before the digest of a text among names; no name begins with it."""


class Outline(Record, frozen=True):
    """What planning asks of the articles of a newspaper page. An article is told by its place on the page, from 0.

    Every build goes through those of the whole archive, so they are kept in columns, names one a line: a text is
    unpacked and cut in a fraction of the time of its pieces.
    """

    credited: str
    """The name under which everybody's articles are listed, article by article, once a role."""
    credited_in: tuple[int, ...]
    """For each of them the article."""
    roles: bytes
    """For each of them the role, by its number in `ROLES`."""
    named: str
    """The names that the articles put between quotation marks, article by article, and behind those of an article the
    digest of its text with `SAME` before it."""
    named_in: tuple[int, ...]
    """For each of them the article."""
    series: tuple[tuple[int, str, int], ...]
    """(article, series or column, which part), in order."""

    @classmethod
    def of(cls, cards: Sequence[Card]) -> Self:
        """The outline of a page with these articles."""
        credits = [credit for at, card in enumerate(cards) for credit in _credited(at, card)]
        names = [(at, name) for at, card in enumerate(cards) for name in _named(card)]
        return cls(
            "\n".join(_line(name) for _, name, _ in credits),
            tuple(at for at, _, _ in credits),
            bytes(ROLES.index(role) for _, _, role in credits),
            "\n".join(_line(name) for _, name in names),
            tuple(at for at, _ in names),
            tuple((at, name, number) for at, card in enumerate(cards) for name, number in card.series),
        )

    @property
    def credits(self) -> Iterable[tuple[int, str, ContributorRole]]:
        """(article, name under which it is listed, role) of everybody credited, in order."""
        return zip(self.credited_in, self.credited.split("\n"), map(ROLES.__getitem__, self.roles), strict=False)

    @property
    def names(self) -> Iterable[tuple[int, str]]:
        """(article, name between quotation marks or, behind these, `SAME` with the digest of its text), in order."""
        return zip(self.named_in, self.named.split("\n"), strict=False)


class CreditsOfOutline(Record, frozen=True):
    """The first of an `Outline`: whoever asks for one thing of a whole archive need not unpack the rest."""

    credited: str
    credited_in: tuple[int, ...]
    roles: bytes


class NamesOfOutline(Record, frozen=True):
    """An `Outline` as far as its names, which alone are unpacked."""

    credited: msgspec.Raw
    credited_in: msgspec.Raw
    roles: msgspec.Raw
    named: str
    named_in: tuple[int, ...]


class SeriesOfOutline(Record, frozen=True):
    """An `Outline` whose series alone are unpacked."""

    credited: msgspec.Raw
    credited_in: msgspec.Raw
    roles: msgspec.Raw
    named: msgspec.Raw
    named_in: msgspec.Raw
    series: tuple[tuple[int, str, int], ...]


def _credited(at: int, card: Card) -> Iterable[tuple[int, str, ContributorRole]]:
    if not card.persons:  # nearly always
        return [(at, name, role) for name, role, _ in card.contributors]
    roles = [role for _, role, _ in card.contributors]
    return dict.fromkeys(zip(repeat(at), card.persons, roles, strict=False))


def _named(card: Card) -> tuple[str, ...]:
    return (*card.names, SAME + card.text) if card.text else card.names


def _line(name: str) -> str:
    """A name as one line; no name of a person or a thing has two."""
    return name.replace("\n", " ")

"""The maintainer's attributes: `{.headline}` at the end of a line says what the line is, and that is final."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from wanbao.errors import Note
from wanbao.parse.decode import Reading
from wanbao.parse.piece import Piece
from wanbao.parse.sight import Sight

ROLES: dict[str, tuple[str, ...]] = {
    "headline": ("headline",),
    "kicker": ("kicker",),
    "deck": ("deck",),
    "subhead": ("subhead",),
    "caption": ("caption",),
    "furniture": ("furn",),
    "paragraph": ("para", "last", "open", "open_by", "open_new", "open_by_new"),
    "signature": ("sign",),
    "byline": ("byline",),
    "note": ("note",),
    "verse": ("verse",),
}
"""The roles that each attribute leaves open; `{.article}`, `{.join}` and `{.break}` name no role."""


def forced_roles(sights: list[Sight]) -> dict[int, tuple[str, ...]]:
    """The only roles that each marked piece may have, by its index."""
    return {
        index: ROLES[name] for index, sight in enumerate(sights) for name in sight.piece.attributes if name in ROLES
    }


def without_contradictions(pieces: Iterable[Piece]) -> list[Note]:
    """Take from every piece the attributes that a later one contradicts; a note for each of these (W123)."""
    notes: list[Note] = []
    for piece in pieces:
        if len(piece.attributes) < 2:
            continue
        names = tuple(dict.fromkeys(reversed(piece.attributes)))[::-1]  # each where it is said last
        lost = {one: later for one, later in combinations(names, 2) if _quarrel(one, later)}
        piece.attributes = tuple(name for name in names if name not in lost)
        for one, later in lost.items():
            what = f"{{.{one}}} and {{.{later}}} contradict each other; the last one counts"
            notes.append(Note("W123", what, "leave the one that is meant", line=piece.line))
    return notes


def _quarrel(one: str, other: str) -> bool:
    """Whether no line can be what both attributes say."""
    return (one in ROLES and other in ROLES) or {one, other} in _QUARRELS


_QUARRELS = ({"join", "break"}, {"join", "article"}, {"furniture", "article"}, {"furniture", "join"})
"""Attributes that contradict each other, beside two roles."""


def unkept(sights: Sequence[Sight], readings: Sequence[Reading], forced: Mapping[int, tuple[str, ...]]) -> list[Note]:
    """A note for every attribute that the page has no place for, so that the line has another role (W123)."""
    notes = []
    for index, roles in forced.items():
        if readings[index].role not in roles:
            name = next(name for name in sights[index].piece.attributes if name in ROLES)
            what = f"there can be no {name} here; the line was read as a paragraph"
            notes.append(Note("W123", what, f"take {{.{name}}} away, or write another", line=sights[index].piece.line))
    return notes

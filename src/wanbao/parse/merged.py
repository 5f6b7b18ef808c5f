"""Kicker, headline and deck that were merged into one line are headings of their own.

A blank in a heading is the end of a printed line, and mostly of one headline; where the words alone tell that the lines
are kicker and headline, or headline and deck, the piece is cut there, so that the rules for headings in a row ask
about them (`wanbao.parse.tiers`). What only lengths tell is left to `wanbao.parse.finish`, with its doubt.
"""

from __future__ import annotations

from wanbao.nameforms import looks_like_name
from wanbao.parse.headings import kicker_by_words, printed_lines, split_deck
from wanbao.parse.piece import Piece


def with_merged_apart(pieces: list[Piece]) -> list[Piece]:
    """The pieces, headings cut in two or three where kicker, headline and deck stand in one line."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.shape in _HEADINGS and _may_be_merged(piece):
            found += _cut(piece, _tiers(piece.text))
        else:
            found.append(piece)
    return found


_HEADINGS = ("heading", "bold")
_LEAST = 14
"""Characters: a shorter heading is one headline."""


def _may_be_merged(piece: Piece) -> bool:
    """Whether a heading has several lines, and nobody has said anything about it."""
    text = piece.text
    apart = len(text) >= _LEAST and (" " in text or "\u3000" in text)
    return apart and not (piece.attributes or piece.printed)


def _tiers(text: str) -> list[tuple[str, ...]]:
    """The lines of the kicker, of the headline and of the deck, those that there are."""
    lines = printed_lines(text)
    above = kicker_by_words(lines)
    above = 0 if _names_before(lines[:above]) == above else above
    kicker, headline = lines[:above], lines[above:]
    below = split_deck(headline)
    below += _names_before(headline[: len(headline) - below]) if below else 0
    if below:
        return [tier for tier in (kicker, headline[:-below], headline[-below:]) if tier]
    return [tier for tier in (kicker, headline) if tier]


def _names_before(lines: tuple[str, ...]) -> int:
    """How many names in a row end these lines: `江海 何静 周晓` before `李江等出席` are not a line of
    their own."""
    names = 0
    while names < len(lines) and looks_like_name(lines[-1 - names]):
        names += 1
    return names if names >= _FEWEST_NAMES else 0


_FEWEST_NAMES = 2


def _cut(piece: Piece, tiers: list[tuple[str, ...]]) -> list[Piece]:
    """The piece, one for each of these groups of lines; the marks stay with the first."""
    if len(tiers) < 2 or any(line not in piece.text for tier in tiers for line in tier):
        return [piece]  # “春 夏” may be printed with wider blanks inside its marks
    found: list[Piece] = []
    at = 0
    for tier in tiers:
        start = end = piece.text.index(tier[0], at)
        for line in tier:
            end = piece.text.index(line, end) + len(line)
        part = _part_of(piece, start, end)
        if found:
            part.marks = []
        found.append(part)
        at = end
    return found


def _part_of(piece: Piece, start: int, end: int) -> Piece:
    """The characters from `start` to `end` of a heading as a piece of their own."""
    parts = [(place - start, line, column) for place, line, column in piece.parts if start <= place < end]
    before = [(place, line, column) for place, line, column in piece.parts if place < start]
    if before and not (parts and parts[0][0] == 0):
        place, line, column = before[-1]
        parts.insert(0, (0, line, column + start - place))
    part = Piece(piece.shape, piece.text[start:end], parts, list(piece.marks))
    part.level = piece.level
    part.indented = piece.indented
    return part

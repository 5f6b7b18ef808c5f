"""Openings that a column's end cut in two: `新华社北京2月6日电（记` and below, `者李江）…`.

Who wrote a story is looked for in one run of text, so its dateline and by-line must be whole before anything is looked
at. Elsewhere the two halves of a paragraph are looked at apart and joined in the end (`wanbao.parse.paragraphs`).
"""

from __future__ import annotations

from wanbao.parse.openings import opening
from wanbao.parse.piece import Piece
from wanbao.parse.sight import Rules
from wanbao.parse.wraps import is_open
from wanbao.patterns import regex

_LONGEST_REST, _LONGEST_BEGINNING, _LEAST_TEXT = 40, 30, 16
"""Characters: of what stands before a bracket is closed, of the first half of an opening, of the text behind it."""
_LONGEST_ABOVE = 4000
"""A chain of brackets, each closed below and another opened, is not joined further: that would take the square of its
length."""
_REST = regex(rf"[^（(。！？]{{0,{_LONGEST_REST}}}?[）)]")
"""No sentence ends before the bracket is closed, and no other opens."""
_ENDS = frozenset("。！？")
_STOPS = regex("[。！？!?…”：:，,；;]")
_OF_OPENINGS = regex("[讯电记通报]$|[社网报日]|记者|讯员")
"""What stands in the first half of an opening, or ends it."""
_PARTING = frozenset(("break", "article"))
"""Attributes with which a maintainer parts what stands above."""


def with_whole_openings(pieces: list[Piece], rules: Rules) -> list[Piece]:
    """The pieces, each text that holds the first half of an opening or of a bracket joined to the one right below."""
    found: list[Piece] = []
    above: Piece | None = None  # the last of them, if it is a text that has not ended
    for piece in pieces:
        if piece.shape != "text":
            found.append(piece)
            above = None
            continue
        if above is not None and _may_go_on(above, piece) and _goes_on(above.text, piece.text, rules):
            above.take_in(piece)
            above.lines += piece.lines
        else:
            found.append(piece)
        above = found[-1] if found[-1].text[-1:] not in _ENDS else None
    return found


def _may_go_on(above: Piece, piece: Piece) -> bool:
    """Whether nothing keeps the two texts apart."""
    return not (above.printed or piece.printed or piece.indented) and _PARTING.isdisjoint(piece.attributes)


def _goes_on(above: str, text: str, rules: Rules) -> bool:
    """Whether a text closes the bracket of the one above, or both are an opening that neither is alone."""
    if is_open(above) and len(above) <= _LONGEST_ABOVE:
        return _REST.match(text) is not None
    if len(above) > _LONGEST_BEGINNING or len(text) < _LEAST_TEXT or _STOPS.search(above):
        return False
    if not _OF_OPENINGS.search(above):
        return False
    both = opening(above + text, rules.datelines, rules.grammar)
    if both is None or both.end <= len(above) or rules.grammar.read(above) is not None:
        return False
    return opening(text, rules.datelines, rules.grammar) is None

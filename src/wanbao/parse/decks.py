"""Decks that no mark shows: texts without a stop between a headline and its author or its dateline.

# 潮水退去的村庄
从围垦到退田，三代人与一条海堤的四十年
何静
"""

from __future__ import annotations

from itertools import pairwise

from wanbao.parse.row import Row
from wanbao.parse.sight import DATED, NAMED, Sight
from wanbao.patterns import regex
from wanbao.text import is_han

_BELOW_DECKS = NAMED | DATED
_DECK_SIZES = range(24, 110)
_MOST_LINES = 2


def judge_decks(row: Row) -> None:
    """A text without a stop between a headline and its author or its dateline, as papers print what an essay says or
    the figures of a report: its deck."""
    if _BELOW_DECKS.isdisjoint(row.shown):
        return
    for place, (sight, author) in enumerate(pairwise(row.solid[1:])):
        if sight.size <= _LONGEST_MORE and row.able[place] and _MORE_WORKS.fullmatch(sight.text.strip()):
            sight.byline = None
            sight.withdraw("byline_pen", "byline_names")
            sight.evidence.append("above_author")
        if not row.able[place] or sight.size not in _DECK_SIZES or sight.shape != "text":
            continue
        if not NAMED.isdisjoint(author.evidence):
            below = row.after(place + 2)
            deck = below is not None and _is_prose(below) and _never_stops(sight)
        else:
            deck = not DATED.isdisjoint(author.evidence) and _tells_figures(sight)
        if deck:
            sight.evidence.append("above_author")


_LONGEST_MORE = 8
_MORE_WORKS = regex("[（(]?外[一二两三四五六][首篇章则题][）)]?")
"""`（外二首）` below the title of the first poem: how many more there are."""


def _is_prose(sight: Sight) -> bool:
    """Whether a text is long enough to be what an author's name stands above."""
    return sight.shape == "text" and sight.size >= _DECK_SIZES[0]


def _never_stops(sight: Sight) -> bool:
    """Whether a line or two end with a word and have no full stop inside, and are no text of their own."""
    whole = sight.piece.lines <= _MOST_LINES and not (sight.opening or sight.credit)
    return whole and is_han(sight.text[-1]) and "。" not in sight.text


def _tells_figures(sight: Sight) -> bool:
    """Whether a text of several clauses without a full stop tells figures, and is no caption."""
    if sight.piece.lines > _MOST_LINES or sight.opening or sight.credit or not _NOT_DECK.isdisjoint(sight.evidence):
        return False
    text = sight.text.strip()
    return "。" not in text and text[-1] not in _STOPPED and text.count("，") > 1 and _FIGURES.search(text) is not None


_NOT_DECK = frozenset(("after_image", "long_after_image", "editor_note", "picture_start", "circled", "jump_from"))
_STOPPED = frozenset("。！？；：，、")
_FIGURES = regex(r"\d.*，.*\d")

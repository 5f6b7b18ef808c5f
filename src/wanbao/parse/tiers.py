"""Headings that stand together: kicker, headline and deck, by their words, lengths and levels.

A kicker (引题) tells the occasion, the reason or the mood, seldom who acted; a headline names it; a deck (副题) adds
a figure, a consequence or a voice, often without a subject. What is asked of two headings has a module for each kind:

- `tier_groups`: three or four in a row;
- `tier_lengths`: how long they are, and in how many clauses;
- `tier_breaks`: whether they are one clause that a line's end cut, and no tiers;
- `tier_rules`: what their words say, which stand in `tier_words` and `tier_patterns`;
- `tier_order`: which of them the text below tells first;
- `shapes`: what lengths, clauses and marks tell together.

Here they are asked in this order, and then the levels. The weights are in `wanbao.parse.weights`;
`tests/parse/test_tiers.py` holds how many pairs they tell rightly.
"""

from __future__ import annotations

from typing import Literal

from wanbao.parse.pair import Pair
from wanbao.parse.row import Row
from wanbao.parse.shapes import judge_shapes
from wanbao.parse.sight import AUTHORS, OPENED, Sight
from wanbao.parse.signers import unannounced
from wanbao.parse.tier_breaks import is_one_clause
from wanbao.parse.tier_groups import judge_groups
from wanbao.parse.tier_lengths import judge_clauses, judge_couplet, judge_lengths
from wanbao.parse.tier_order import judge_order
from wanbao.parse.tier_patterns import ATTENDED
from wanbao.parse.tier_rules import judge_words
from wanbao.parse.titles import SPACES

Levels = Literal["steady", "loose", "random"]
"""Whether the levels of a page's headings mean much, little or nothing."""


def judge_tiers(row: Row, index: int, levels: Levels, alone: int = 0) -> None:
    """The heading at `index` of the row and the one below it, on a page with levels of this kind, where headlines
    without another heading beside them have the level `alone`, or 0 where they have several."""
    first, second = row.solid[index], row.solid[index + 1]
    if _is_signed(second) or _is_author_above(row, index) or _divides(row, index):
        return
    if second.text[0] == _DECK_MARK and second.size >= _LEAST_POINT:
        second.evidence.append("marked_deck")
        return
    judge_groups(row, index)
    pair = Pair(first, second)
    judge_lengths(pair)
    if not ATTENDED.search(pair.below) and is_one_clause(pair, row, index):
        _join(pair)
        return
    judge_words(pair)
    if pair.level_one == pair.level_two or levels == "random":
        judge_clauses(pair)
        judge_couplet(pair, row.after(index + 1))
        judge_shapes(row, index)
    if alone and pair.level_one < pair.level_two == alone and _only_two(row, index):
        first.evidence.append("above_own_level")
        second.evidence.append("own_level")
    else:
        _compare_levels(pair, levels)
    if _only_two(row, index):
        judge_order(row, index)


_LEAST_POINT, _DECK_MARK = 7, "●"
"""`●全年客运量增长一成`, one of several below a headline: what the story says, point by point."""


def _is_signed(second: Sight) -> bool:
    """Whether the lower heading is but the name of an author, which is then noted."""
    if signed := unannounced(second.text):
        second.byline = signed
        second.evidence += ["byline", "heading_byline"]
    return signed is not None


def _is_author_above(row: Row, index: int) -> bool:
    """Whether the upper heading names the author with his post before a blank, above a text that names nobody else and
    does not speak of him."""
    first, below = row.solid[index], row.after(index + 1)
    if SPACES.search(first.text.strip()) is None or below is None or not _NAMED.isdisjoint(below.evidence):
        return False
    name = SPACES.split(first.text.strip())[-1]
    if below.is_heading or name in below.text[:_NEAR] or not _is_signed(first):
        return False
    first.evidence.append("author_above")
    return True


_NAMED = OPENED | AUTHORS
_NEAR = 100
"""So near its beginning a text speaks of whom its kicker names."""


def _divides(row: Row, index: int) -> bool:
    """Whether two bold headings on a page that marks its headlines stand above a text that opens nothing: parts of the
    story above, one under `运用节水技术——`, `“这是我们的法宝”`."""
    first, second, below = row.solid[index], row.solid[index + 1], row.after(index + 1)
    if "bold_minor" not in first.evidence or "bold_minor" not in second.evidence:
        return False
    return below is not None and not below.is_heading and OPENED.isdisjoint(below.evidence)


def _join(pair: Pair) -> None:
    """Two headings are two lines of one; what said that an unmarked one runs on into the next proves it instead."""
    pair.first.evidence.append("first_line")
    pair.second.evidence.append("second_line")
    for line in (pair.first, pair.second):
        if "runs_on" in line.evidence:
            line.withdraw("runs_on")
            line.evidence.append("stops_nowhere")


def _only_two(row: Row, index: int) -> bool:
    """Whether exactly the heading at `index` and the one below it stand together."""
    return not (index and row.able[index - 1]) and not (index + 2 < len(row.able) and row.able[index + 2])


def _compare_levels(pair: Pair, levels: Levels) -> None:
    """What it says that one of two headings has the higher level, where both have one."""
    if pair.first.is_heading != pair.second.is_heading:
        return
    if levels == "steady" and pair.level_one < pair.level_two:
        pair.second.evidence.append("level_down")
    elif pair.level_one > pair.level_two and (levels == "steady" or (levels == "loose" and pair.level_one < 7)):
        pair.second.evidence.append("level_up")
        pair.first.evidence.append("before_level_up")

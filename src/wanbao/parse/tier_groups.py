"""Three or four headings in a row: kicker, headline and deck, by their lengths and levels."""

from __future__ import annotations

from collections.abc import Sequence

from wanbao.parse.row import Row, pairable
from wanbao.parse.sight import OPENED, Sight
from wanbao.parse.tier_patterns import OCCASION_END
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced


def judge_groups(row: Row, index: int) -> None:
    """Three or four headings in a row, the first of them at `index`."""
    solid = row.solid
    if index + 3 < len(solid):
        _three(*solid[index : index + 4])
    if index + 4 < len(solid):
        _four(solid[index : index + 5])


def _three(first: Sight, second: Sight, third: Sight, after: Sight) -> None:
    """Three headings above a text, kicker, headline and deck: the second is the shortest, or all are of one level."""
    if not pairable(third) or "twin" in third.evidence:
        return
    if pairable(after) and (after.piece.level or 7) <= (second.piece.level or 7):
        return
    group = (first, second, third)
    sizes = [len(unspaced(sight.text)) for sight in group]
    levels = [sight.piece.level or 7 for sight in group]
    if _is_above_two_lines(sizes):
        _name(group, "first_of_three", "middle_of_three", "second_line")
    elif _dips(first, sizes, levels):
        _name(group, "first_of_three", "middle_of_three", "last_of_three")
    elif len(set(levels)) == 1 and not OPENED.isdisjoint(after.evidence) and _are_alike(group, sizes):
        _name(group, "three_alike_1", "three_alike_2", "three_alike_3")


def _name(group: Sequence[Sight], *names: str) -> None:
    """Give each of the headings its evidence."""
    for sight, name in zip(group, names, strict=True):
        sight.evidence.append(name)


_LONG_KICKER, _SHORT_LINE, _UNEVEN = 12, 8, 3
"""Letters of a kicker above a headline that is set in two short lines: `展示新技术`, `加强新对话`."""


def _is_above_two_lines(sizes: list[int]) -> bool:
    """Whether a long heading stands above two short ones of a length."""
    return sizes[0] >= _LONG_KICKER and max(sizes[1:]) <= _SHORT_LINE and abs(sizes[1] - sizes[2]) <= _UNEVEN


_LEAST_OF_THREE = 7
_NAMES = regex(
    rf"(?:一|[这那]|[两三四五六七八九十]{{1,3}})[个名位座条群场段家户对件张代][^，,：:]{{2,16}}的[{HAN}]{{1,6}}"
)
"""`一个只有三名学生的村小`: it names what the headline below tells of, and tells nothing itself."""


def _dips(first: Sight, sizes: list[int], levels: list[int]) -> bool:
    """Whether the second of three headings is the shortest, and no sub-headline by its level."""
    shortest = min(sizes[0], sizes[2])
    if sizes[0] < _LEAST_OF_THREE or sizes[1] > shortest:
        return False
    if sizes[1] == shortest and not _NAMES.fullmatch(first.text):
        return False
    return not levels[0] < levels[1] >= levels[2] or OCCASION_END.search(first.text.strip()) is not None


def _are_alike(group: Sequence[Sight], sizes: list[int]) -> bool:
    """Three headings of one level above the opening of a story, of whatever lengths: not where the last asks, or where
    the first two are the lines of a couplet."""
    first, second, third = group
    couplet = sizes[0] == sizes[1] and len(first.text.split()) == len(second.text.split())
    return min(sizes) >= _LEAST_OF_THREE and not couplet and third.text.strip()[-1] not in "？！?!"


def _four(group: list[Sight]) -> None:
    """Four headings above a text, the two in the middle shorter than the others: a headline in two lines."""
    if pairable(group[4]) or not (pairable(group[2]) and pairable(group[3])):
        return
    sizes = [len(unspaced(sight.text)) for sight in group[:4]]
    levels = [sight.piece.level for sight in group[:4]]
    if max(sizes[1:3]) < min(sizes[0], sizes[3]) and levels[1] == levels[2]:
        _name(group[:4], "first_of_three", "middle_of_three", "second_line", "last_of_three")

"""Two headings in a row: kicker and headline, headline and deck, or headline and sub-headline."""

from __future__ import annotations

from itertools import pairwise

from wanbao.parse.levels import level_alone, levels_of
from wanbao.parse.row import Row
from wanbao.parse.sight import OPENED, Sight
from wanbao.parse.tiers import judge_tiers
from wanbao.text import unspaced


def compare_pairs(row: Row) -> None:
    """Two headings in a row: kicker and headline, headline and deck, or headline and sub-headline."""
    levels, alone = levels_of(row), level_alone(row)
    for index in row.pairs:
        judge_tiers(row, index, levels, alone)
        first, second = row.solid[index], row.solid[index + 1]
        if "bold_elsewhere" in first.evidence and "bold_minor" in second.evidence:
            first.evidence.append("above_minor")
        if _twin(second, row.solid[index + 2 : index + 40], len(unspaced(second.text))):
            second.evidence.append("twin")
    for index, following in pairwise(row.pairs):
        lines = row.solid[index : index + 3] if following == index + 1 else []
        if lines and _COUPLETS.issubset(lines[1].evidence) and all(map(_is_of_couplet, lines)):
            for line in lines:
                line.evidence += [] if "stack" in line.evidence else ["stack"]


_COUPLETS = frozenset(("couplet_above", "couplet_below"))


def _is_of_couplet(line: Sight) -> bool:
    return not _COUPLETS.isdisjoint(line.evidence)


def _twin(second: Sight, following: list[Sight], size: int) -> bool:
    """Whether text and headings of its own length and level follow the second heading, none opening an article."""
    alike: list[Sight] = []
    for here, after in pairwise(following):
        if not here.is_heading:
            if _SIGNED.intersection(here.evidence):
                break
            continue
        if here.piece.level != second.piece.level or after.is_heading or _SIGNED.intersection(after.evidence):
            break
        alike.append(here)
    alike = [here for here in alike if abs(len(unspaced(here.text)) - size) <= 2]
    if len(alike) < 2 or size > 9:
        return False
    for sight in alike:
        sight.evidence.append("series")
    return True


_SIGNED = OPENED | {"byline_names", "citizen"}

"""Letters that a reporter's story quotes: who signs one signs no story, and what the reporter found goes on below."""

from __future__ import annotations

from wanbao.parse.row import Row
from wanbao.parse.sight import Sight

_LONGEST_SIGN, _FARTHEST_SIGN = 24, 10


def judge_letters(row: Row) -> None:
    """`编辑同志：` below a reporter's name opens a letter that his story quotes: who signs it signs no story, and what
    the reporter found goes on below."""
    solid = row.solid
    for index, sight in enumerate(solid[1:], 1):
        if sight.size > _LONGEST_SALUTATION or "编辑" not in sight.text or sight.text.strip()[-1] not in "：:":
            continue
        author = solid[index - 1].byline
        if author is None or not author.explicit or all(who.role != "reporter" for who in author.credits):
            continue
        for place in range(index + 2, min(index + _FARTHEST_SIGN, len(solid) - 1)):
            if solid[place].is_heading:
                break
            if _signs_letter(solid[place], solid[place + 1]):
                _quote_letter(solid[place], solid[place + 1 : place + 4])
                break


_LONGEST_SALUTATION = 18


def _signs_letter(sight: Sight, after: Sight) -> bool:
    """Whether a line of a quoted letter says who wrote it."""
    if "short_line" not in sight.evidence or sight.size > _LONGEST_SIGN:
        return False
    return after.is_heading or not _LETTER_SIGNS.isdisjoint(sight.evidence)


_LETTER_SIGNS = frozenset(("citizen", "byline_names", "byline", "letter_from"))


def _quote_letter(line: Sight, below: list[Sight]) -> None:
    """The line is a part of the story where the reporter speaks below, under a sub-headline or none."""
    told = next((sight for sight in below if not sight.is_heading), None)
    if told is None or "记者" not in told.text[:120] or told.byline or told.opening:
        return
    line.byline = None
    line.withdraw(*_LETTER_SIGNS)
    line.evidence.append("letter_signed")
    if below[0].is_heading:
        below[0].evidence.append("below_letter")

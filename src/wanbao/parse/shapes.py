"""The shape of two headings that stand together: lengths, clauses and quotation marks, whatever they say.

A kicker is set above a headline that is short and one clause; a deck is longer than its headline, often in two or three
clauses. What is said between quotation marks is rather the headline's. What each of these is worth was fitted to pairs
of our own (`tests/bench/fit_headings.py`); the table is in `wanbao.parse.weights_pairs`.
"""

from __future__ import annotations

from wanbao.parse.row import Row
from wanbao.parse.sight import Sight
from wanbao.parse.weights_pairs import BEFORE, DECK_STEPS, KICKER_STEPS, SHAPES, SHARE, STEP
from wanbao.text import unspaced

_OTHERWISE = frozenset(("dash", "couplet_above", "couplet_below", "place_label", "tiny", "place_name"))
_SAID = frozenset(("adds", "voice_says", "spoken_below", "attended", "speech_below", "tells_which", "expert_tells"))
"""A deck's words: they may stand in a short clause as well."""


_MOST_UNMARKED = 2
_LONGEST_CLAUSE = 16
_OCCASIONS = frozenset(("says", "occasion_start", "occasion_end", "purpose_above", "who_above", "central_subject"))


def judge_shapes(row: Row, index: int) -> None:
    """What the shapes of the heading at `index` and of the one below it say, where exactly these two stand together."""
    first, second = row.solid[index], row.solid[index + 1]
    if (index and row.able[index - 1]) or (index + 2 < len(row.able) and row.able[index + 2]):
        return
    if not (_OTHERWISE.isdisjoint(first.evidence) and _OTHERWISE.isdisjoint(second.evidence)):
        return
    _tell_more(first, second)
    lean = leaning(first.text.strip(), second.text.strip())
    steps = round(abs(lean) / STEP)
    if not (first.is_heading and second.is_heading):
        steps = min(steps, _MOST_UNMARKED)  # more would rather make a paragraph of one of them
    if steps and lean < 0:
        first.evidence.append(f"shaped_deck_{min(steps, DECK_STEPS)}")
    elif steps and _SAID.isdisjoint(second.evidence):
        second.evidence.append(f"shaped_kicker_{min(steps, KICKER_STEPS)}")


def _tell_more(first: Sight, second: Sight) -> None:
    """One clause that tells all, above a longer line of two clauses that tell more: headline and deck."""
    above, below = first.text.strip(), second.text.strip()
    if len(above) > _LONGEST_CLAUSE or len(above.split()) > 1:
        return
    if len(below.split()) < 2 or not len(above) + 3 <= len(below):
        return
    if not _OCCASIONS.isdisjoint(first.evidence) or "asks_below" in second.evidence:
        return
    first.evidence.append("told_in_one")
    second.evidence.append("told_in_two")


def shapes_of(above: str, below: str) -> list[str]:
    """What tells a kicker above from a deck below, by the names of `wanbao.parse.weights_pairs`."""
    clauses = above.split()
    one, two = len(unspaced(above)), len(unspaced(below))
    shown = {
        "short_below": two <= 11,
        "long_below": two >= 16,
        "much_shorter_below": two <= one - 4,
        "shorter_below": one - 4 < two < one,
        "longer_below": one + 3 <= two < one + 9,
        "much_longer_below": two >= one + 9,
        "clause_below": len(below.split()) == 1,
        "even_clauses_above": len(clauses) > 1 and len({*map(len, clauses)}) == 1,
        "quoted_above": "“" in above,
        "quoted_below": "“" in below,
    }
    return [name for name, is_shown in shown.items() if is_shown]


def leaning(above: str, below: str) -> float:
    """How much two headings look like kicker and headline: nats, negative where they look like headline and deck."""
    return BEFORE + SHARE * sum(SHAPES[name] for name in shapes_of(above, below))

"""What the text below two headings says about them: which of them it tells first; and how long the lower one is.

The first sentences tell what the headline says; what a kicker or a deck says comes later, and a deck is long. The
weights (`wanbao.parse.weights_pairs`) lie between two fits: to 777 pairs of labelled pages, beside all other evidence
and set against set, and to pairs of our own (`tests/bench/fit_headings.py`). Of 173 pairs of city papers 0.87 are told
rightly where 0.80 were, of 356 of composed pages 0.88 (0.85), of 232 of the People's Daily 0.94 (0.93), of 16 shared
ones all.
"""

from __future__ import annotations

from wanbao.parse.continuity import share, word_pairs
from wanbao.parse.row import Row
from wanbao.parse.titles import COLUMN_NAME_BEHIND
from wanbao.parse.weights_pairs import EARLY, LATE, LONG, SHORT, STEP, STEPS, USUAL
from wanbao.patterns import regex
from wanbao.text import unspaced

_TOLD = 600
"""Characters of the text in which the words are looked for."""
_LEAST = 60
"""Characters of a text below which the places of words say nothing."""
_LENGTHS = (6, 22)
"""Characters between which the length of the lower heading counts."""
_STOP = regex("[。！？]")


def judge_order(row: Row, index: int) -> None:
    """Which of the heading at `index` and the one below it the text tells first, and how long the lower one is."""
    pair = row.solid[index : index + 2]
    if "couplet_above" in pair[0].evidence or "column_behind" in pair[1].evidence:
        return
    above, below = (COLUMN_NAME_BEHIND.sub("", heading.text.strip()) for heading in pair)
    early, late = order_of(above, below, _told(row, index + 2))
    lean = EARLY * early + LATE * late
    if "level_down" not in pair[1].evidence:  # a smaller heading is a deck however short it is
        length = _length(below)
        lean -= (LONG if length > 0 else SHORT) * length
    steps = min(round(abs(lean) / STEP), STEPS)
    if steps:
        for heading in pair:
            heading.evidence.append(f"order_{'deck' if lean < 0 else 'kicker'}_{steps}")


def order_of(above: str, below: str, told: str) -> tuple[float, float]:
    """By how much more of its words the lower of two headings has in the first sentence of a text, and by how much
    earlier the text has its words: shares from -1 to 1, negative where the upper one is told first, 0 for no text."""
    if len(told) < _LEAST:
        return 0.0, 0.0
    sentence = _STOP.split(told, 1)[0]
    first, second = _place(above, told), _place(below, told)
    places = (first - second) / len(told) if first is not None and second is not None else 0.0
    return share(below, sentence) - share(above, sentence), places


def _length(heading: str) -> int:
    """How many characters a heading has more than is usual, between bounds."""
    least, most = _LENGTHS
    return min(max(len(unspaced(heading)), least), most) - USUAL


def _told(row: Row, index: int) -> str:
    """The beginning of the text from `index` on, without its dateline, up to the next heading."""
    text = ""
    for sight in row.solid[index:]:
        if sight.is_heading or len(text) >= _TOLD:
            break
        if sight.shape == "text" and "credit" not in sight.evidence:
            text += sight.text[sight.first + sight.opening.end if sight.opening else 0 :]
    return text[:_TOLD]


def _place(heading: str, told: str) -> int | None:
    """Where in a text the words of a heading stand: the middle one of the places, or None if none stands there."""
    places = sorted(at for at in map(told.find, word_pairs(heading)) if at >= 0)
    return places[len(places) // 2] if places else None

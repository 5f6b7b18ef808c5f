"""Where a headline may break when it is set in lines: not inside a word that its own text uses.

Chinese text has no blanks between words, so a browser breaks a headline between any two characters (`推进产|业工人`),
and a segmenter small enough to run for every page (BudouX 0.10, 34 µs a headline) cut words in most of 60 headlines
looked at. But what a headline speaks of stands
in its story again and again: two characters that the text has side by side twice or more belong together, unless both
pairs around them do so more. Where the text tells nothing, the line may break as before.
"""

from __future__ import annotations

from itertools import pairwise

from wanbao.errors import Record
from wanbao.patterns import HAN, regex

_LEAST_LINE, _LEAST_TOLD = 10, 100
"""Characters of a line that may be broken at all, and of a text that tells something."""
_LOOKED_AT = 3000
"""Characters of the text that are looked at."""
_TWICE = 2
_LONGEST = 7
"""Characters of the longest word that is kept whole: half a line on a phone."""
_LETTERS = regex(rf"[{HAN}A-Za-z\d]+")


class Stretch(Record, frozen=True):
    """A stretch of a line."""

    text: str
    """Its characters."""
    whole: bool
    """Whether no line breaks inside it."""


def stretches_of(line: str, told: str) -> tuple[Stretch, ...]:
    """A line of a headline in stretches, in order; `told` is the text of its story."""
    told = told[:_LOOKED_AT]
    if len(line) < _LEAST_LINE or len(told) < _LEAST_TOLD:
        return (Stretch(line, False),)
    found: list[Stretch] = []
    done = 0
    for letters in _LETTERS.finditer(line):
        for start, end in _words(letters[0], told):
            start, end = start + letters.start(), end + letters.start()
            if done < start:
                found.append(Stretch(line[done:start], False))
            found.append(Stretch(line[start:end], True))
            done = end
    if done < len(line):
        found.append(Stretch(line[done:], False))
    return tuple(found)


def _words(letters: str, told: str) -> list[tuple[int, int]]:
    """Where words that the text uses begin and end in a run of letters."""
    ties = [0, *(_tie(letters[at : at + 2], told) for at in range(len(letters) - 1)), 0]
    breaks = [
        at for at in range(len(letters) + 1) if not ties[at] or (ties[at] < ties[at - 1] and ties[at] < ties[at + 1])
    ]
    return [(start, end) for start, end in pairwise(breaks) if _TWICE <= end - start <= _LONGEST]


def _tie(pair: str, told: str) -> int:
    """How often a text has these two characters side by side, if that is twice or more."""
    count = told.count(pair)
    return count if count >= _TWICE else 0

"""What an article without a headline is called: its first words, ended where the text itself pauses."""

from __future__ import annotations

from wanbao.patterns import regex
from wanbao.punctuation import unpaired

MOST = 20
"""So many characters, if the text has to be cut;"""
WHOLE = 24
"""and so many of a sentence that is kept whole, because to lose two words of it helps nobody."""
LEAST = 6
"""What is cut off sooner names nothing."""

_SPACES = regex(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")
"""All but those between Latin words and numbers."""
_ENDS = regex(r"[。！？!?][”’」』）)]*")
_PAUSES = regex(r"(?<!\d)[，；：、,;:]|[，；：、,;:](?!\d)|——")
_WORD = regex(r"[A-Za-z0-9.,:%％]*[A-Za-z0-9]$")
_BEGUN = regex(r"[A-Za-z0-9%％]|[.,:][0-9]")


def first_words(text: str) -> str:
    """The first sentences of a text, as many as there is room for, without the last full stop; else its first clauses
    or, where it has no pause in reach, its first characters, followed by `…`. No number and no Latin word is cut."""
    line = _SPACES.sub("", text.strip()).replace("\n", " ")
    if sentences := [found.end() for found in _ENDS.finditer(line, 0, WHOLE + 2)]:
        last = sentences[-1]
        if last >= LEAST or last == len(line):
            return _without_stop(line[:last])
    if len(line) <= WHOLE:
        return line
    return _cut(line) + "…"


def _without_stop(sentences: str) -> str:
    return sentences[:-1] if sentences.endswith("。") else sentences


def _cut(line: str) -> str:
    """The beginning of a line that is too long."""
    pauses = [found.start() for found in _PAUSES.finditer(line, LEAST, MOST + 1)]
    # Rather not between a quotation mark or bracket and its partner.
    outside = [at for at in pauses if not unpaired(line[:at])]
    if outside or pauses:
        return line[: (outside or pauses)[-1]]
    head = line[:MOST]
    if _BEGUN.match(line, MOST) and (word := _WORD.search(head)) and word.start() >= LEAST:
        head = head[: word.start()]
    return head.rstrip()

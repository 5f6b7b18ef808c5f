"""Blanks that stand where a printed line ended: PyMuPDF4LLM, Docling and others join the lines of a paragraph by them.

A paragraph of Chinese has no such blanks, and one that has them stumbles in the middle of words (`加固 堤防`). They are
told by where they stand: the lines of a column are equally wide. Each becomes a character that shows nothing, which is
set aside as a mark (`wanbao.parse.invisible`); blanks that stand elsewhere stay, and so do all where a page shows no
width: names set letter by letter, verse, lists of names, tables.

Other programs set a blank behind every letter: Tesseract throughout a page, PyMuPDF where a line was spread to the
width of its column (`以 来 ， 已 有 14 个 品 牌`). These are set aside as well.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from wanbao.parse.invisible import INVISIBLE
from wanbao.parse.wraps import SENTENCE_ENDS, width_of
from wanbao.patterns import HAN, regex

_NOTHING = INVISIBLE[0]
_PROSE = regex(f"[{HAN}][，。；：！？“”]|[{HAN}][,;:!?]")
_ENDS = SENTENCE_ENDS + "，、,"
_SHORTEST, _NARROWEST, _WIDEST = 30, 20, 120
"""The fewest characters of a line that may have been joined, and how wide a printed one is, in half-width columns."""
_NARROWER, _WIDER, _INDENT = 5, 2, 4
"""How much narrower or wider than the column a printed line may be, and what an indent takes of the first."""
_FEWEST, _FEWEST_INSIDE, _MOST_WIDTHS = 6, 3, 4
"""How many lines show a width, how many of these between two blanks, and how many widths a page may have."""


def without_set_blanks(text: str, begin: int) -> str:
    """The text without the blanks that join printed lines, or stand behind every letter of a line, character for
    character, from line `begin` on."""
    lines = text.split("\n")
    blank = [at for at, line in enumerate(lines) if " " in line and at >= begin]
    spaced = _take_out_spacing(lines, blank)
    joined = _take_out_joins(lines, blank)
    return "\n".join(lines) if spaced or joined else text


def _take_out_joins(lines: list[str], blank: list[int]) -> bool:
    """Take out the blanks that join printed lines, where a page shows how wide these were; whether it does."""
    places = [at for at in blank if _may_be_joined(lines[at])]
    widths = _widths([lines[at] for at in places]) if len(places) > 1 else []
    if not widths:
        return False
    for at in places:
        ends = next(filter(None, (_line_ends(lines[at], width) for width in widths)), [])
        if ends:
            letters = list(lines[at])
            for end in ends:
                if not _parts_words(letters, end):
                    letters[end] = _NOTHING
            lines[at] = "".join(letters)
    return True


_LEAST_GAPS, _LEAST_SHORT, _SPACED_LINES = 9, 3, 4
"""How many blanks between letters a line has that is set letter by letter, and a short one on a page of such lines."""
_LETTERS = HAN + "，。、；：？！“”‘’（）《》…—·％"
_GAP = regex(
    f"(?<=[{_LETTERS}]) (?=[{_LETTERS}])|(?<=[{_LETTERS}]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%℃]) (?=[{_LETTERS}])"
)
_LETTER = regex(f"[{_LETTERS}]")


def _take_out_spacing(lines: list[str], blank: list[int]) -> bool:
    """Take out the blanks behind every letter of a line; whether any line, of those that have blanks, is set so."""
    spaced = [at for at in blank if _has_gaps(lines[at], _LEAST_GAPS)]
    if not spaced or not (len(spaced) == 1 or any(_STOP.search(lines[at]) for at in spaced)):
        return False  # without a stop or comma in any of several lines it is a list of names
    if len(spaced) >= _SPACED_LINES:
        spaced = [at for at in blank if _has_gaps(lines[at], _LEAST_SHORT)]
    for at in spaced:
        lines[at] = _GAP.sub(_NOTHING, lines[at])
    return True


def _has_gaps(line: str, least: int) -> bool:
    """Whether a line is set letter by letter with so many blanks between letters."""
    return line.count(" ") >= least and len(_GAP.findall(line)) >= least and _is_spaced(line)


def _is_spaced(line: str) -> bool:
    """Whether nearly all letters of a line stand alone between blanks, most of them beside other letters: a table or a
    list of prices has words, and figures beside its letters."""
    parts = line.split()
    alone = [part for part in parts if _LETTER.match(part)]
    letters = _LETTER.findall(line)
    beside = sum(_LETTER.match(one) is not None and _LETTER.match(other) is not None for one, other in pairwise(parts))
    return len(letters) <= 1.3 * len(alone) and 2 * beside >= len(alone) and not _NUMERALS.issuperset(letters)


_STOP = regex("[，。；！？]")
_NUMERALS = frozenset("日一二三四五六七八九十〇零")


def _may_be_joined(line: str) -> bool:
    """Whether a line is long, of Chinese sentences, and has blanks: no heading, no row of a table, no list."""
    return len(line) >= _SHORTEST and line[0] not in "#|<!" and " " in line.strip() and _PROSE.search(line) is not None


def _widths(lines: list[str]) -> list[int]:
    """The widths at which printed lines were joined, most frequent first: those that stretches between two blanks
    have in common, and first ones with their indent, most of which end in the middle of a sentence."""
    seen: Counter[int] = Counter()
    ended: Counter[int] = Counter()
    inside: Counter[int] = Counter()
    for line in lines:
        for place, stretch in enumerate(line.strip().split(" ")[:-1]):
            width = width_of(stretch) + (0 if place else _INDENT)
            if _NARROWEST <= width <= _WIDEST:
                seen[width] += 1
                ended[width] += stretch[-1] in _ENDS
                inside[width] += place > 0
    widths = []
    for width in sorted(seen, key=lambda width: (-seen[width], -width)):
        near = range(width - _NARROWER + _WIDER, width + _WIDER + 1)
        times, stops, between = (sum(map(counter.__getitem__, near)) for counter in (seen, ended, inside))
        if times >= _FEWEST and between >= _FEWEST_INSIDE and 2 * stops <= times:
            widths.append(width)
    return widths[:_MOST_WIDTHS]


def _line_ends(line: str, width: int) -> list[int]:
    """Where the printed lines end of which a line consists if they are as wide; none where one is wider."""
    ends: list[int] = []
    start, room = len(line) - len(line.lstrip()), width + _WIDER
    while True:
        narrow = width - _NARROWER - (0 if ends else _INDENT)
        end = _last_blank(line, start, narrow, room)
        if end < 0:
            break
        ends.append(end)
        start = end + 1
    return ends if width_of(line[start:].rstrip()) <= room else []


def _last_blank(line: str, start: int, narrow: int, room: int) -> int:
    """The last blank from `start` on before which the line is at least `narrow` and at most `room` columns wide."""
    last, wide = -1, 0
    for at in range(start, min(len(line.rstrip()), start + room + 1)):
        if line[at] == " " and wide >= narrow:
            last = at
        wide += 1 + (line[at] > "\u02ff")
        if wide > room:
            break
    return last


def _parts_words(letters: list[str], at: int) -> bool:
    """Whether a blank stands between two words of Latin letters or figures."""
    beside = letters[at - 1] + letters[at + 1]
    return beside.isascii() and beside.isalnum()

"""What search takes to be the same, and what it takes to be one unit. `fold.js` says the same for the reader.

Folding looks at one character at a time, so that a place in the folded text leads back to its place in the printed
one: compatibility form (NFKC), small letters, simplified for traditional, all double quotation marks alike, all single
ones alike, all dashes alike, all middle dots alike, all white space alike. Then space is dropped unless it stands
between two characters of words (`New York`), because a printed space inside Chinese says nothing; and a middle dot
between two digits is the decimal point that papers printed so for decades (`8·57亿`).

A **unit** is one Han character (or kana, hangul …) or one *word*: a run of letters and digits with its inner
points, its thousands separators and its percent sign (`C919`, `3.28`, `1,234`, `2.9%`). Everything else is a mark.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from wanbao.patterns import regex

DOUBLE_QUOTES = '"“”„‟〝〞〟＂「」『』﹁﹂﹃﹄'
SINGLE_QUOTES = "'‘’‚‛＇"
DASHES = "-‐‑‒–—―−─━－﹘﹣"
"""Which of them a paper prints in F—16, and a file of GBK in ——, is chance; nobody can type most."""
MIDDLE_DOTS = "·•‧∙⋅・･"
SPACES = "\t\n\v\f\r \x85\xa0\xad\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C)))

_THOUSANDS = regex(r"(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_OLD_POINT = regex(r"(?<=[0-9])·(?=[0-9])")
_SEPARATOR = "\u066c"
"""The Arabic thousands separator stands for the comma inside a number, so that it is no mark."""
WORD_CHARACTERS = "0-9a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f" + _SEPARATOR
WORD = regex(rf"[{WORD_CHARACTERS}]+(?:\.[0-9]+)*%?")
_WORDS = regex(f"({WORD.pattern})")
_LETTER = regex(f"[{WORD_CHARACTERS}]")

_CODES = 0xE000
_CODE_COUNT = 6400
_HAN_LIKE = (
    "\u3005-\u3007\u3021-\u3029\u3041-\u3096\u30a1-\u30fa\u30fc\u3105-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00010000-\U0010ffff"
)
_MARKS = regex(rf"[^{_HAN_LIKE}\ue000-\uf8ff]+")
_STRANGE_MARK = regex(rf"[^\0{_HAN_LIKE}\ue000-\uf8ff]")
_COMMON_MARKS = ",。、:;()!?《》-"


@cache
def simplified() -> dict[str, str]:
    """The simplified form of every traditional character that has one."""
    lines = Path(__file__).with_name("simplified.txt").read_text(encoding="utf-8").splitlines()
    return {pair[0]: pair[1] for line in lines if not line.startswith("#") for pair in line.split()}


class _Folded(dict[int, str]):
    """What each code point is folded to, worked out when first met."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        if character in DOUBLE_QUOTES:
            folded = '"'
        elif character in SINGLE_QUOTES:
            folded = "'"
        elif character in SPACES:
            folded = " "
        elif character in DASHES:
            folded = "-"
        elif character in MIDDLE_DOTS:
            folded = "·"
        elif 0xE000 <= point < 0xF900:
            folded = "\ufffd"  # private use: never printed, and the codes of words live there
        else:
            table = simplified()
            small = unicodedata.normalize("NFKC", character).lower()
            folded = "".join(table.get(c, c) for c in small)
        self[point] = folded
        return folded


_folded = _Folded()
_OFTEN = (
    ("，", ","),
    ("：", ":"),
    ("（", "("),
    ("）", ")"),
    ("；", ";"),
    ("！", "!"),
    ("？", "?"),
    ("“", '"'),
    ("”", '"'),
    ("—", "-"),
)
"""What is folded again and again in any Chinese text; to replace these first is much cheaper than to look at each."""


@cache
def _changing() -> re.Pattern[str]:
    """A character that may not be its own folded form: none of the plain Han characters, small letters and marks."""
    table = simplified()
    plain = "".join(chr(point) for point in range(0x4E00, 0xA000) if chr(point) not in table)
    return re.compile(rf"[^\0a-z0-9!#-&(-/:-@\[-`{{-~。、《》·{_ranges(plain)}]")


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{_ranges(''.join(sorted(simplified())))}]")


def is_traditional(text: str) -> bool:
    """Whether a text has a character that has a simplified form."""
    return _traditional().search(text) is not None


def _ranges(rising: str) -> str:
    """The inside of a character class of these characters."""
    return "".join(f"{run[0]}-{run[-1]}" for run in _runs(rising))


def _runs(rising: str) -> list[str]:
    """Neighbours in the alphabet together."""
    breaks = [at for at in range(1, len(rising)) if ord(rising[at]) - ord(rising[at - 1]) > 1]
    return [rising[start:end] for start, end in pairwise([0, *breaks, len(rising)])]


def _folded_form(found: re.Match[str]) -> str:
    return _folded[ord(found.group())]


def _thousands(found: re.Match[str]) -> str:
    return found.group().replace(",", _SEPARATOR)


def fold(text: str, quotes: bool = False) -> str:
    """The folded text; with `quotes`, its quotation marks stay and count, as in a query that stands in such marks."""
    if "," in text:
        text = _THOUSANDS.sub(_thousands, text)
    for printed, simple in _OFTEN:
        text = text.replace(printed, simple)
    folded = _changing().sub(_folded_form, text)
    if not quotes:
        folded = folded.replace('"', " ").replace("'", " ")
    folded = _spaced(folded) if _GAP.search(folded) else folded.replace(" ", "")
    return _OLD_POINT.sub(".", folded) if "·" in folded else folded


_GAP = regex(rf" (?<=[{WORD_CHARACTERS}] ) *(?=[{WORD_CHARACTERS}])")
"""Space between two letters."""


def _spaced(folded: str) -> str:
    """One space between two letters, none elsewhere."""
    kept: list[str] = []
    for part in folded.split(" "):
        if part:
            if kept and _LETTER.match(part) and _LETTER.match(kept[-1][-1]):
                kept.append(" ")
            kept.append(part)
    return "".join(kept)


@lru_cache(maxsize=65536)
def code(word: str) -> str:
    """The one character that stands for a word beside its neighbours; two words may share one.

    Such a place must be verified on the text.
    """
    number = 0
    for character in word:
        number = (number * 31 + ord(character)) & 0xFFFFFF
    return chr(_CODES + number % _CODE_COUNT)


def units_and_words(folded: str) -> tuple[str, list[str]]:
    """A folded text (without quotation marks) as one character for each unit, runs of marks as `\\0`; and its words."""
    coded, words = _coded(folded)
    return _MARKS.sub("\0", coded), words


def _coded(folded: str) -> tuple[str, list[str]]:
    """A folded text with the codes of its words in their places; and its words."""
    parts = _WORDS.split(folded)
    words = parts[1::2]
    parts[1::2] = map(code, words)
    return "".join(parts).replace(" ", ""), words


def unit_stream(folded: str) -> tuple[str, list[str]]:
    """The same as `units_and_words`, but every mark is a `\0`: quicker, and as good where only pairs are looked at."""
    coded, words = _coded(folded)
    for mark in _COMMON_MARKS:
        coded = coded.replace(mark, "\0")
    return (_MARKS.sub("\0", coded) if _STRANGE_MARK.search(coded) else coded), words


def units(folded: str) -> str:
    """The units of a folded text; see `units_and_words`."""
    return units_and_words(folded)[0]


def is_code(unit: str) -> bool:
    """Whether a unit stands for a word."""
    return _CODES <= ord(unit) < _CODES + _CODE_COUNT


def contains(folded: str, term: str, prefix: bool = False) -> bool:
    """Whether a folded text contains a folded term, beginning and ending at the ends of units.

    With `prefix`, the last word of the term may go on in the text.
    """
    return next(iter(places(folded, term, prefix)), None) is not None


def places(folded: str, term: str, prefix: bool = False) -> list[int]:
    """Where a folded text contains a folded term; see `contains`."""
    found = []
    start = folded.find(term)
    guarded = bool(WORD.search(term))
    while start >= 0:
        if not guarded or _whole(folded, start, start + len(term), prefix):
            found.append(start)
        start = folded.find(term, start + 1)
    return found


def _whole(folded: str, start: int, end: int, prefix: bool) -> bool:
    """Whether neither end of a place cuts a word."""
    for word in WORD.finditer(folded, _run_start(folded, start)):
        if word.start() >= end:
            break
        if word.start() < start < word.end() or (not prefix and word.start() < end < word.end()):
            return False
    return True


def _run_start(folded: str, position: int) -> int:
    """The beginning of the word that `position` may stand in."""
    while position > 0 and _IN_WORD.match(folded, position - 1):
        position -= 1
    return position


_IN_WORD = regex(rf"[{WORD_CHARACTERS}.%]")

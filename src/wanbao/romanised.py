"""Names of people in pinyin: what to sort them by, and how to write them in Latin letters."""

from __future__ import annotations

import contextlib
import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from wanbao.nameforms import COMPOUND
from wanbao.patterns import regex
from wanbao.traditional import simplified

_SURNAME_READINGS = {
    "单": "shan4",
    "解": "xie4",
    "仇": "qiu2",
    "区": "ou1",
    "曾": "zeng1",
    "盖": "ge3",
    "朴": "piao2",
    "查": "zha1",
    "翟": "zhai2",
    "缪": "miao4",
    "乐": "yue4",
    "召": "shao4",
    "么": "yao1",
    "黑": "he4",
    "折": "she2",
    "种": "chong2",
    "员": "yun4",
    "贠": "yun4",
    "覃": "qin2",
    "洗": "xian3",
    "繁": "po2",
    "祭": "zhai4",
    "隗": "wei3",
    "适": "kuo4",
    "秘": "bi4",
    "阚": "kan4",
    "粘": "nian2",
    "卜": "bu3",
    "华": "hua4",
    "任": "ren2",
    "燕": "yan1",
    "尉迟": "yu4 chi2",
    "万俟": "mo4 qi2",
    "长孙": "zhang3 sun1",
    "令狐": "ling2 hu2",
    "单于": "chan2 yu2",
    "澹台": "tan2 tai2",
}
"""Surnames that are read otherwise than the character alone."""


def sort_key(name: str) -> str:
    """What to sort a person's name by: pinyin with tone digits, then the name itself."""
    return f"{' '.join(_syllables(name))} {name}".strip()


def text_sort_key(text: str) -> str:
    """What to sort any other text by: the same, without the readings that only surnames have."""
    return f"{' '.join(_pinyin(text))} {text}".strip()


def romanise(name: str, people: Iterable[tuple[str, str]] = ()) -> str:
    """The name in pinyin by GB/T 28039: `石蕾蕾` is `Shi Leilei`, `欧阳晓` is `Ouyang Xiao`.

    `people` are romanised names that win over the rules: (name, romanised).
    """
    for known, romanised in people:
        if known == name:
            return romanised
    parts = _DOTS.split(name)
    if len(parts) > 1:
        return " ".join("".join(_plain(part)).capitalize() for part in parts if part)
    syllables = _plain(name)
    cut = 2 if simplified(name[:2]) in COMPOUND else 1
    surname, given = "".join(syllables[:cut]), "".join(syllables[cut:])
    return f"{surname.capitalize()} {given.capitalize()}".strip()


_DOTS = regex("[·・•]")


def _plain(name: str) -> list[str]:
    return [syllable.rstrip("012345") for syllable in _syllables(name)]


@lru_cache(maxsize=4096)  # a person's own page and the index ask alike
def _syllables(name: str) -> tuple[str, ...]:
    """A person's name in syllables with tone digits; what is no Han stays as it is, in lower case."""
    surname = simplified(name[:2])
    for length in (2, 1):
        reading = _SURNAME_READINGS.get(surname[:length])
        if reading and (length == 2 or surname not in COMPOUND):
            return (*reading.split(), *_pinyin(name[length:]))
    return tuple(_pinyin(name))


def _pinyin(text: str) -> list[str]:
    """The text in syllables. Without phrases every character is read by itself, and those of names come again and
    again: only where one has no reading must pypinyin see the whole text, because it leaves such runs together."""
    syllables = list(map(_syllable, text))
    return syllables if all(syllables) else _read(text)


@lru_cache(maxsize=8192)
def _syllable(char: str) -> str:
    """How a character is read, or nothing where that is not known."""
    found = _read(char)
    return found[0] if len(found) == 1 and found[0] != char.lower() else ""


_readings: dict[str, list[str]] = {}
"""Whatever was read, character or text, in syllables: what is asked for comes again and again."""
_learnt = 0
"""How many of them were learnt."""
MOST_READINGS = 50_000
"""How many are remembered; all names of an archive have some thousands of characters."""


def learn(readings: Mapping[str, list[str]]) -> None:
    """Take over what was read in an earlier build: to load pypinyin takes as long as to make twenty articles."""
    global _learnt
    _readings.update(readings)
    _learnt = len(_readings)


def news() -> dict[str, list[str]]:
    """All that was read so far, where there is more than was learnt, and not too much to remember."""
    return _readings if _learnt < len(_readings) <= MOST_READINGS else {}


def _read(text: str) -> list[str]:
    if text not in _readings:
        _readings[text] = _by_table(text) or _by_pypinyin(text)
    return _readings[text]


def _by_pypinyin(text: str) -> list[str]:
    # pypinyin's phrase table is for prose; without it the import takes a tenth of the time and names read no worse.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin import Style, lazy_pinyin

    found = lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)
    return [syllable.lower() for syllable in found]


_PART = regex(r"([\x20-\xff‐-‧\u3000-〆〈-】！-～]+)|(.)", re.DOTALL)
"""Letters and marks that are no Han, a run of which stays together, or any other character."""
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
"""The marks of tones above vowels, and the digits that stand for them behind a syllable."""
_NO_TONE = "5"


def _by_table(text: str) -> list[str]:
    """How pypinyin reads a text, by its table alone, which takes a third of the time of its import; nothing where that
    does not tell."""
    parts = [others.lower() or _from_table(char) for others, char in _PART.findall(text)]
    return parts if all(parts) else []


def _from_table(char: str) -> str:
    """How pypinyin reads a Han character, or nothing."""
    if not ("\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"):
        return ""
    reading = unicodedata.normalize("NFD", _table().get(str(ord(char)), "").partition(",")[0])
    tone = next((_TONES[mark] for mark in reading if mark in _TONES), _NO_TONE)
    letters = "".join([mark for mark in reading if mark not in _TONES]).replace("u\u0308", "v")
    return letters + tone if letters.isascii() and letters.isalpha() else ""


@cache
def _table() -> dict[str, str]:
    """pypinyin's readings by the code of the character, the most usual first, with commas between; empty where a
    version of it keeps them elsewhere."""
    package = find_spec("pypinyin")
    with contextlib.suppress(OSError, msgspec.DecodeError):
        for folder in (package and package.submodule_search_locations) or ():
            return msgspec.json.decode((Path(folder) / "pinyin_dict.json").read_bytes(), type=dict[str, str])
    return {}

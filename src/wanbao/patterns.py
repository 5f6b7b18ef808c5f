"""Regular expressions that cost nothing until they are used, and little then.

A newspaper page is read with some two hundred patterns, most of which speak of Han. The standard library walks through
all 28,000 of them each time it compiles a class that holds them, which made the start of the program half a second
long. So a pattern is compiled when it is first used, and a class of Han is written the other way round: everything but
ASCII, Latin-1, punctuation, symbols and full-width forms. That lets letters of other scripts pass for Han, which in a
pattern for names and words is as good; where Han are counted, or marks are judged by them, say `exact`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, cast

from wanbao.precompiled import compiled

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Han characters as the inside of a regular expression's class (`〇` among them)."""


def regex(source: str, flags: int = 0, *, exact: bool = False) -> re.Pattern[str]:
    """The regular expression, compiled when it is first used; `exact` where nothing but Han may pass for Han."""
    return cast("re.Pattern[str]", _Lazy(source, flags, exact))


def word_finder(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds every place where one of these words begins: group 1 is the longest of them, the match one
    letter, so that words are found that overlap. The dear alternatives are tried only where two letters may begin one,
    those of one letter together.
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    endings: dict[str, list[str]] = {}
    for word in longest_first:
        endings.setdefault(word[0], []).append(re.escape(word[1:]))
    alternatives = "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in endings.items())
    firsts = _any_of(word[0] for word in longest_first)
    seconds = _any_of(word[1] for word in longest_first if len(word) > 1)
    alone = _any_of(word for word in longest_first if len(word) == 1)
    begins = "|".join([f"(?={seconds})"] * bool(seconds) + [f"(?<={alone})"] * bool(alone))
    return regex(rf"{firsts}(?:{begins})(?<=(?=({alternatives})).)")


_PATIENCE = 0.5
"""How many seconds of the processor a search through a short line may take; a sound one takes some millionths."""


def endless(pattern: re.Pattern[str]) -> str:
    """A line on which a user's pattern searches for ever, as `(a+)+b` does on forty a; empty where none was found.

    Looked for where the clock can be set only, which is in the main thread.
    """
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        return ""

    def stop(*_: object) -> None:
        raise TimeoutError

    words = re.findall(r"\w\w+", pattern.pattern[:200])
    pieces = dict.fromkeys([*filter(str.isalnum, pattern.pattern[:200]), *words, *"a0汉 。"])
    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        for line in (f"{piece * 40}\0" for piece in pieces):
            signal.setitimer(signal.ITIMER_VIRTUAL, _PATIENCE)
            try:
                pattern.search(line)
            except TimeoutError:
                return line
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        signal.signal(signal.SIGVTALRM, before)
    return ""


def _any_of(letters: Iterable[str]) -> str:
    """The class of these letters, empty where there are none."""
    inside = "".join(map(re.escape, sorted(set(letters))))
    return f"[{inside}]" if inside else ""


_ATTRIBUTES = (
    *("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"),
    *("groupindex", "groups", "flags"),
)
"""What a compiled pattern may be asked for, but for its text."""


class _Compiled:
    """Stands for a compiled pattern, whose attributes it has as its own."""

    def __init__(self, source: str, flags: int, exact: bool) -> None:
        self._source = source
        self._exact = exact
        self._flags = flags

    @property
    def pattern(self) -> str:
        """What is compiled, told without compiling it, because a pattern may be a part of another one."""
        return self._source if self._exact else _without_classes_of_han(self._source)


class _Lazy(_Compiled):
    """Stands for a pattern that is compiled when it is first used. It then turns into a `_Compiled`, because of a class
    with a `__getattr__` Python looks up every attribute more slowly, those that are there as well."""

    def __getattr__(self, name: str) -> Any:
        pattern = compiled(self._source, self._flags, None if self._exact else _without_classes_of_han)
        for attribute in _ATTRIBUTES:
            setattr(self, attribute, getattr(pattern, attribute))
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(pattern, name)


_CLASS = regex(rf"\[(?!\^)([^\[\]]*){re.escape(HAN)}([^\[\]]*)\]", exact=True)
_NO_HAN = (
    *((0x00, 0xFF), (0x2000, 0x27BF), (0x3000, 0x3006), (0x3008, 0x303F), (0xFE30, 0xFE6F), (0xFF00, 0xFFFF)),
    (0x1F000, 0x1FAFF),
)
"""ASCII and Latin-1, marks and symbols, Chinese marks, vertical, small and full-width forms, pictures."""
_SPACES = ((0x09, 0x0D), (0x1C, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F))
_ESCAPED = {"s": (*_SPACES, (0x205F, 0x205F), (0x3000, 0x3000)), "d": ((0x30, 0x39),)}
_ITEM = regex(r"\\(?P<escaped>.)|(?P<first>.)(?:-(?P<last>.))?", re.DOTALL, exact=True)


def _without_classes_of_han(source: str) -> str:
    return _CLASS.sub(_turned, source)


def _turned(found: re.Match[str]) -> str:
    """A class of Han and other characters as the class of nothing else."""
    return _without_han(found[1] + found[2])


@cache
def _without_han(others: str) -> str:
    ranges: list[tuple[int, int]] = list(_NO_HAN)
    for first, last in _items(others):
        ranges = [part for whole in ranges for part in _without(whole, first, last)]
    return f"[^{''.join(f'{_char(first)}-{_char(last)}' for first, last in ranges)}]"


def _items(inside: str) -> Iterator[tuple[int, int]]:
    """The ranges of code points that the inside of a class names."""
    for found in _ITEM.finditer(inside):
        if found["escaped"] in _ESCAPED:
            yield from _ESCAPED[found["escaped"]]
        else:
            first = ord(found["escaped"] or found["first"])
            yield first, ord(found["last"]) if found["last"] else first


def _without(whole: tuple[int, int], first: int, last: int) -> list[tuple[int, int]]:
    """A range without the code points from `first` to `last`."""
    if last < whole[0] or first > whole[1]:
        return [whole]
    parts = ((whole[0], first - 1), (last + 1, whole[1]))
    return [part for part in parts if part[0] <= part[1]]


def _char(code: int) -> str:
    """The character in a class; written out where it means nothing there, because an escape takes longer to read."""
    return chr(code) if code > 0xFF else f"\\x{code:02x}"


LANGUAGE_TAG = regex(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,5}")
"""How a language is named (BCP 47), roughly: `zh-Hant`."""

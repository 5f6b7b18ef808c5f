"""Regular expressions that cost nothing until they are used, and little then.

A newspaper page is read with some two hundred patterns, most of which speak of Han. The standard library walks through
all 28,000 of them each time it compiles a class that holds them, which made the start of the program half a second
long. So a pattern is compiled when it is first used, and a class of Han is written the other way round: everything but
ASCII, Latin-1, punctuation, symbols and full-width forms. That lets letters of other scripts pass for Han, which in a
pattern for names and words is as good; where Han are counted, or marks are judged by them, say `exact`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, cast

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Han characters as the inside of a regular expression's class (`〇` among them)."""


_machine: Any = import_module("_sre")
_compiler: Any = import_module("re._compiler")
_parser: Any = import_module("re._parser")

VERSION = f"{sys.version} {_machine.MAGIC}"
"""Which Python compiled code belongs to."""


def regex(source: str, flags: int = 0, *, exact: bool = False) -> re.Pattern[str]:
    """The regular expression, compiled when it is first used; `exact` where nothing but Han may pass for Han."""
    return cast("re.Pattern[str]", _Lazy(source, flags, exact))


class _Lazy:
    """Stands for a compiled pattern; takes over its methods at the first use of one."""

    def __init__(self, source: str, flags: int, exact: bool) -> None:
        self._source = source
        self._exact = exact
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        source = self._source if self._exact else _CLASS.sub(_turned, self._source)
        compiled = compiled_of(source, int(self._flags))
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "pattern", "groupindex"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


Code = tuple[int, list[int], int, dict[str, int], list[str | None]]
"""What a pattern compiles to: its flags, its code, how many groups it has, their numbers by name, names by number."""

_known: dict[str, Code] = {}
_learned = 0


def compiled_of(source: str, flags: int) -> re.Pattern[str]:
    """The pattern as `re.compile` makes it; from remembered code where there is some.

    Two hundred patterns take a fifth of a second to compile, which is more than it takes to add an issue otherwise.
    The machine checks code before it takes it; whatever it refuses is compiled as if nothing were known. The library
    offers no way to keep code, so this leans on its inside, as far as that is as it is known to be.
    """
    key = f"{flags} {source}"
    try:
        code = _known.get(key)
        if code is None:
            code = _known[key] = _code_of(source, flags)
        found: re.Pattern[str] = _machine.compile(source, *code[:4], tuple(code[4]))
    except re.error:
        raise
    except Exception:
        return re.compile(source, flags)
    return found


def _code_of(source: str, flags: int) -> Code:
    """What a pattern compiles to. Raises whatever the library raises where its inside is another."""
    parsed = _parser.parse(source, flags)
    code = list(map(int, _compiler._code(parsed, flags)))  # some are named constants
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    return flags | parsed.state.flags, code, parsed.state.groups - 1, dict(parsed.state.groupdict), names


def learn(codes: dict[str, Code]) -> None:
    """Take over what an earlier build compiled, for the same Python (`VERSION`)."""
    global _learned
    _known.update(codes)
    _learned = len(_known)


def learned() -> dict[str, Code] | None:
    """All that is compiled, if that is more than was taken over."""
    return _known if len(_known) > _learned else None


_CLASS = re.compile(rf"\[(?!\^)([^\[\]]*){re.escape(HAN)}([^\[\]]*)\]")
_NO_HAN = (
    *((0x00, 0xFF), (0x2000, 0x27BF), (0x3000, 0x3006), (0x3008, 0x303F), (0xFE30, 0xFE6F), (0xFF00, 0xFFFF)),
    (0x1F000, 0x1FAFF),
)
"""ASCII and Latin-1, marks and symbols, Chinese marks, vertical, small and full-width forms, pictures."""
_SPACES = ((0x09, 0x0D), (0x1C, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F))
_ESCAPED = {"s": (*_SPACES, (0x205F, 0x205F), (0x3000, 0x3000)), "d": ((0x30, 0x39),)}
_ITEM = re.compile(r"\\(?P<escaped>.)|(?P<first>.)(?:-(?P<last>.))?", re.DOTALL)


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

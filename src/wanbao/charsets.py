"""Classes of characters in the form that the engine of `re` looks them up in, made by ranges and not letter by letter.

`re` marks each letter of a class in a table of 65,536 and then looks the table through for pages of 256 letters that
are alike: a quarter of a millisecond for a class that holds Han or a single Chinese mark, of which our patterns have
1,400. Here only the pages that a class names are looked at, and what comes of it is the same. As with
`wanbao.firstletters`, what is not public of `re` is used, and only where it is as expected: see `wanbao.precompiled`.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from types import ModuleType
from typing import Any

_PAGE = 256
_FULL = (1 << _PAGE) - 1
_PAGES = 256
"""How many pages the engine's table has; letters beyond are compared one by one."""
_LEAST = 3
"""Two letters or ranges are compared one by one too."""


def with_tables(compiler: ModuleType, pattern: Any) -> None:
    """Put tables in place of the wide classes of a parsed pattern, which must not be one that ignores case."""
    c = compiler
    for place, (op, value) in enumerate(pattern.data):
        if op is c.LITERAL:
            continue
        if op is c.IN:
            pattern.data[place] = (op, table(c, value))
        elif op is c.BRANCH:
            for way in value[1]:
                with_tables(c, way)
        elif op is c.SUBPATTERN:
            if not value[1] and not value[2]:  # no flags of its own
                with_tables(c, value[3])
        elif op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            with_tables(c, value[2])
        elif op in (c.ASSERT, c.ASSERT_NOT):
            with_tables(c, value[1])


def table(compiler: ModuleType, items: list[Any]) -> list[Any]:
    """The items of a class with one table for its letters and ranges; the same items where `re` makes no table."""
    c = compiler
    if len(items) < _LEAST:
        return items
    ranges: list[tuple[int, int]] = []
    others: list[Any] = []
    for item in items:
        op, value = item
        if op is c.LITERAL:
            ranges.append((value, value))
        elif op is c.RANGE:
            ranges.append(value)
        elif op is c.NEGATE or op is c.CATEGORY:
            others.append(item)
        else:
            return items
    ranges = _merged(ranges)
    if len(ranges) < _LEAST or ranges[-1][1] < _PAGE or ranges[_LEAST - 1][0] >= _PAGE * _PAGES:
        return items
    beyond = [(c.RANGE, one) for one in ranges if one[1] >= _PAGE * _PAGES]
    negated = [item for item in others if item[0] is c.NEGATE]
    return [
        *negated,
        (c.BIGCHARSET, _words(tuple(ranges))),
        *beyond,
        *(item for item in others if item[0] is not c.NEGATE),
    ]


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges in order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


@lru_cache(128)  # the same few classes of Han stand in most patterns
def _words(ranges: tuple[tuple[int, int], ...]) -> list[int]:
    """The engine's table: how many different pages there are, for each page of the code its number, and these pages,
    one bit a letter."""
    pages: dict[int, int] = {}
    for first, last in ranges:
        for page in range(first // _PAGE, min(last // _PAGE + 1, _PAGES)):
            start = max(first - page * _PAGE, 0)
            end = min(last - page * _PAGE, _PAGE - 1)
            pages[page] = pages.get(page, 0) | ((_FULL >> (_PAGE - 1 - end + start)) << start)
    numbers = {0: 0}  # the page without letters comes first
    which = bytearray(_PAGES)
    for page, bits in pages.items():
        which[page] = numbers.setdefault(bits, len(numbers))
    bitmaps = b"".join(bits.to_bytes(_PAGE // 8, "little") for bits in numbers)
    return [len(numbers), *memoryview(which).cast("I"), *struct.unpack(f"<{len(bitmaps) // 4}I", bitmaps)]

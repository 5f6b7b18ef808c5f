"""With which letters what a pattern finds may begin, so that its engine passes the others over.

The engine of `re` does that by itself where a pattern begins with a letter, a class, or alternatives that begin with
letters. Ours are alternatives of all shapes, and were tried at every letter of a line, one alternative after another.
Here the letters are gathered from what `re` made of a pattern before it becomes code. Nothing that is found changes:
only where nothing can be found is no longer looked. Of the standard library's modules that are not public: see
`wanbao.precompiled`.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from wanbao.charsets import table, with_tables

_MANY = 32
"""So many alternatives are worth a look at the letter before them."""
_MOST_WORDS = 400
"""A longer class of letters would cost more to keep than it spares."""


def with_guards(compiler: ModuleType, parsed: Any, flags: int) -> list[int]:
    """The code that the library's `compiler` makes of a parsed pattern, looking at the first letter before it tries
    many alternatives."""
    if flags & compiler.SRE_FLAG_IGNORECASE:
        return list(compiler._code(parsed, flags))
    letters = _Letters(compiler)
    anchored = parsed.data[:1] and parsed.data[0][0] is compiler.AT  # the engine tries `^…` once, whatever it is told
    first, certain = ([], False) if anchored else letters.of(parsed.data)
    letters.guard(parsed)
    with_tables(compiler, parsed)
    words = list(compiler._code(parsed, flags))
    return _told(compiler, words, flags, first) if certain else words


def _told(compiler: ModuleType, words: list[int], flags: int, first: list[Any]) -> list[int]:
    """The code, its engine told with which letters a match begins, unless it knows better already.

    It begins with: INFO, the length of what follows about the pattern, what is told, least and greatest length.
    """
    if words[:3] != [compiler.INFO, 4, 0]:
        return words
    charset: list[int] = []
    compiler._compile_charset(compiler._optimize_charset(table(compiler, first))[0], flags, charset)
    if len(charset) > _MOST_WORDS:
        return words
    about = [compiler.SRE_INFO_CHARSET, *words[3:5], *charset]
    return [words[0], len(about) + 1, *about, *words[5:]]


class _Letters:
    """What `re._parser` calls the parts of a pattern, read for their first letters."""

    def __init__(self, compiler: ModuleType) -> None:
        self.c = compiler

    def of(self, parts: list[Any]) -> tuple[list[Any], bool]:
        """The letters that the first of these parts may begin with, as items of a class, and whether a match must begin
        with one of them; none where any letter will do, or no letter is asked for.
        """
        c, found = self.c, []
        for op, value in parts:
            if op in (c.ASSERT_NOT, c.AT) or (op is c.ASSERT and value[0] < 0):
                continue
            letters, certain = self.of_part(op, value)
            if not letters:
                return [], False
            found += letters
            if certain:
                return found, True
        return found, False

    def of_part(self, op: Any, value: Any) -> tuple[list[Any], bool]:
        """The same of one part."""
        c = self.c
        if op is c.LITERAL:
            return [(op, value)], True
        if op is c.IN:
            return ([], False) if value[0][0] is c.NEGATE else (list(value), True)
        if op is c.BRANCH:
            ways = [self.of(way.data) for way in value[1]]
            if not all(letters for letters, _ in ways):
                return [], False
            return [letter for letters, _ in ways for letter in letters], all(certain for _, certain in ways)
        if op is c.SUBPATTERN and not value[1] and not value[2]:
            return self.of(value[3].data)
        if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            letters, certain = self.of(value[2].data)
            return letters, certain and value[0] > 0
        if op is c.ASSERT:
            letters, certain = self.of(value[1].data)
            return (letters, True) if certain else ([], False)
        return [], False

    def guard(self, pattern: Any) -> None:
        """Put a look at the next letter before all alternatives of the pattern that are many."""
        c = self.c
        guarded: list[Any] = []
        for op, value in pattern.data:
            if op is c.LITERAL or op is c.IN:  # nothing is inside of most parts
                guarded.append((op, value))
                continue
            for inner in self.inside(op, value):
                self.guard(inner)
            if op is c.BRANCH and len(value[1]) >= _MANY:
                letters, certain = self.of_part(op, value)
                if letters and certain:
                    guarded.append((c.ASSERT, (1, type(pattern)(pattern.state, [(c.IN, letters)]))))
            guarded.append((op, value))
        pattern.data = guarded

    def inside(self, op: Any, value: Any) -> list[Any]:
        """The patterns that a part is made of."""
        c = self.c
        if op is c.BRANCH:
            return list(value[1])
        if op is c.SUBPATTERN:
            return [value[3]]
        if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            return [value[2]]
        if op in (c.ASSERT, c.ASSERT_NOT) and value[0] > 0:
            return [value[1]]
        return []

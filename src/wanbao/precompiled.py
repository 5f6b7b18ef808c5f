"""Regular expressions that outlive the process that compiled them.

To compile ours takes a quarter of the time of a build with one new issue: the standard library counts out each class of
characters, one by one, and has no way to keep what came of it (a pickled pattern is its source). So the code that it
makes of a pattern, before its engine takes it, is kept, with a look at the first letter added where it spares much
(`wanbao.firstletters`). That asks for a few functions and one module of `re` that are not public: where they are not as
expected, or the engine refuses the code, a pattern is compiled in the usual way, and what another Python made is not
asked for. The engine checks what it is given, as it does for itself.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable, Mapping
from importlib import import_module

from wanbao.firstletters import with_guards

Code = tuple[bytes, int, int, dict[str, int]]
"""What the engine wants of a pattern: its code in words of the machine, its flags, how many groups it has, and the
numbers of those that have names."""

KIND = "patterns"
"""The kind under which the code is kept in the cache."""

PYTHON = f"{sys.version} {sys.platform} {sys.byteorder}"
"""Whose engine understands the code."""

_codes: dict[str, Code] = {}
"""The code of patterns by their flags and source."""
_learnt = 0


def learn(codes: Mapping[str, Code]) -> None:
    """Take over what was compiled in an earlier build."""
    global _learnt
    _codes.update(codes)
    _learnt = len(codes)


def news() -> dict[str, Code]:
    """The code of all patterns, where there are more than were learnt."""
    return dict(_codes) if len(_codes) > _learnt else {}


def compiled(source: str, flags: int = 0, turned: Callable[[str], str] | None = None) -> re.Pattern[str]:
    """The pattern, as `re.compile` gives it of the source, or of that when it is `turned` into another one, which is
    asked for only where the code is not at hand. Raises re.error as it does."""
    # As ASCII, because half a character, as a class of what is no text may hold, cannot be stored.
    name = f"{flags} {'turned ' if turned else ''}{source!a}"
    try:
        if name not in _codes:
            _codes[name] = _code_of(turned(source) if turned else source, flags)
        return _pattern_of(source, _codes[name])
    except Exception:  # whatever a Python that we do not know does instead
        _codes.pop(name, None)
        return re.compile(turned(source) if turned else source, flags)


def _code_of(source: str, flags: int) -> Code:
    """What `re` makes of a pattern before it hands it to its engine."""
    parsed = import_module("re._parser").parse(source, flags)
    words = with_guards(import_module("re._compiler"), parsed, flags | parsed.state.flags)
    state = parsed.state
    return array("I", words).tobytes(), flags | state.flags, state.groups - 1, dict(state.groupdict)


def _pattern_of(source: str, code: Code) -> re.Pattern[str]:
    """The pattern that its engine makes of the code."""
    data, flags, groups, numbers = code
    words = array("I")
    words.frombytes(data)
    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    pattern: re.Pattern[str] = import_module("_sre").compile(
        source, flags, words.tolist(), groups, numbers, tuple(names)
    )
    return pattern

"""Classes of characters that settle Han at once, because nearly every letter that they are asked about is one.

The engine of `re` walks through what it was told of a class step by step, past tables of bits for all of Unicode's
first plane, before it knows that a letter is or is not in it. Where the main block of Han is in a class as a whole, or
outside of it as a whole, that is asked first: then a Han letter takes one step or two, and every other letter as many
more. Nothing that is found changes. Of the standard library's modules that are not public: see `wanbao.precompiled`.
"""

from __future__ import annotations

from functools import cache
from importlib.util import module_from_spec
from types import ModuleType
from typing import Any

_FIRST, _LAST = 0x4E00, 0x9FFF


@cache
def asking(compiler: ModuleType) -> ModuleType:
    """A copy of the library's compiler of patterns, of our own, whose classes ask for Han first."""
    spec = compiler.__spec__
    if spec is None or spec.loader is None:
        raise ImportError(compiler.__name__)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    optimised = module.__dict__["_optimize_charset"]

    def with_han(charset: Any, *rest: Any, **named: Any) -> tuple[list[Any], bool]:
        steps, has_case = optimised(charset, *rest, **named)
        return _han_first(module, charset, steps), has_case

    module.__dict__["_optimize_charset"] = with_han
    return module


def _han_first(c: ModuleType, charset: list[Any], steps: list[Any]) -> list[Any]:
    """The steps of a class, a question for Han before them where it spares a table and says all."""
    if not any(op is c.BIGCHARSET for op, _ in steps):
        return steps
    inside = _holds_han(c, charset)
    if inside is None:
        return steps
    negated = charset[0][0] is c.NEGATE
    asked = [(c.RANGE, (_FIRST, _LAST))]
    # A step that finds its letter ends the walk; whether that means yes or no, NEGATE turns round for all behind it.
    return [*asked, *steps] if inside != negated else [(c.NEGATE, None), *asked, (c.NEGATE, None), *steps]


def _holds_han(c: ModuleType, charset: list[Any]) -> bool | None:
    """Whether what a class lists, be it negated or not, holds the main block of Han; None where it holds a part."""
    inside = False
    for op, value in charset:
        if op is c.NEGATE or (op is c.CATEGORY and value in (c.CATEGORY_SPACE, c.CATEGORY_DIGIT)):
            continue
        if op not in (c.LITERAL, c.RANGE):
            return None
        first, last = (value, value) if op is c.LITERAL else value
        if first <= _FIRST and last >= _LAST:
            inside = True
        elif first <= _LAST and last >= _FIRST:
            return None
    return inside

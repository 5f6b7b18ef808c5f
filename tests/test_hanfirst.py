"""Classes that ask for Han first find what they found."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from wanbao.hanfirst import asking
from wanbao.patterns import HAN
from wanbao.precompiled import compiled

LETTERS = [*map(chr, range(0x250)), *map(chr, range(0x2000, 0x2100)), *map(chr, range(0x2E80, 0x3100))]
LETTERS += [
    *"\u33ff\u3400\u4dbf\u4dc0\u4dff\u4e00一讯电龥\u9fff\ua000\uac00\uf8ff\uf900\ufaff\uff01，\uffff\U00020000\U0001f600"
]
CLASSES = (
    f"[{HAN}]",
    f"[^{HAN}]",
    "[！-～\xa0\u3000]",
    "[^！-～\xa0\u3000]",
    r"[\s，。：；\d]",
    r"[^\s，。：；\d]",
    r"[\w，。：；]",
    r"[\S，。：；]",
    r"[^\D，。：；]",
    "[讯电报，；：]",
    "[^讯电报，；：]",
    "[，；：\u4e00-\u9fff]",
    "[，；：\u4e01-\u9fff]",
    "[^，；：\u4e00-\u9ffe]",
    "[，；：\u3400-\ufaff]",
    "[^，；：\u3400-\ufaff]",
)


@pytest.mark.parametrize("source", CLASSES)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII])
def test_class_holds_what_it_held(source: str, flags: int) -> None:
    ours, theirs = compiled(source, flags), re.compile(source, flags)
    assert [c for c in LETTERS if ours.match(c)] == [c for c in LETTERS if theirs.match(c)]
    assert [c for c in LETTERS if ours.search(f"{c}\0")] == [c for c in LETTERS if theirs.search(f"{c}\0")]


def test_library_keeps_its_own() -> None:
    assert asking(import_module("re._compiler")).__dict__["_optimize_charset"] is not re._compiler._optimize_charset  # type: ignore[attr-defined]
    assert re._compiler._optimize_charset.__module__ == "re._compiler"  # type: ignore[attr-defined]


def test_code_asks_for_han_first() -> None:
    c = asking(import_module("re._compiler"))
    steps, _ = c._optimize_charset([(c.LITERAL, 0xFF0C), (c.LITERAL, 0x3002), (c.LITERAL, 0x2C), (c.LITERAL, 0x41)])
    assert [op for op, _ in steps[:3]] == [c.NEGATE, c.RANGE, c.NEGATE]
    steps, _ = c._optimize_charset([(c.NEGATE, None), (c.LITERAL, 0xFF0C), (c.LITERAL, 0x3002), (c.LITERAL, 0x41)])
    assert [op for op, _ in steps[:2]] == [c.RANGE, c.NEGATE]

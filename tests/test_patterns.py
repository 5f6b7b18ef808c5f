"""Patterns that are compiled when they are used: a class of Han turned inside out holds what it held."""

from __future__ import annotations

import re

import msgspec
import pytest

from wanbao import patterns
from wanbao.patterns import HAN, regex

MARKS = "。，、；：？！“”‘’（）《》〈〉【】「」『』…—·•■□●◆▲★℃％①→ \t\u3000a9Z-_/:!é×"


@pytest.mark.parametrize("also", ["", "·", "·\\s、", "A-Za-z0-9·\\s、，,:（）()", "《》“”·①-⑩", "0-9()"])
def test_a_class_of_han_holds_what_it_names_and_no_mark_besides(also: str) -> None:
    turned, plain = regex(f"[{HAN}{also}]"), re.compile(f"[{HAN}{also}]")
    han = "〇㐀䶿一丁鿿豈\U00020000\U00030000"
    assert [char for char in han + MARKS if turned.fullmatch(char)] == [
        char for char in han + MARKS if plain.fullmatch(char)
    ]


def test_letters_of_other_scripts_pass_for_han_unless_it_must_be_exact() -> None:
    assert regex(f"[{HAN}]+").fullmatch("アリДа")
    assert not regex(f"[{HAN}]+", exact=True).search("アリДа")


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("")


def test_a_pattern_is_as_it_was_written() -> None:
    found = regex(r"(?P<year>\d{4})年", re.ASCII).search("在2022年")
    assert found is not None
    assert found["year"] == "2022"


SOURCES = [r"[一-龥]+(?P<name>a|b)?\b", r"(?i)über(?P<x>.)(?P=x)", r"^(?:(\d+)年)?(?<!第)版$", f"[^{HAN}]*?"]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("flags", [0, re.MULTILINE | re.DOTALL, re.VERBOSE])
def test_remembered_code_is_what_the_library_compiles(source: str, flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_known", {})
    monkeypatch.setattr(patterns, "_learned", 0)
    plain = re.compile(source, flags)
    assert patterns.compiled_of(source, int(flags)) == plain
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(patterns.learned()), type=dict[str, patterns.Code])
    monkeypatch.setattr(patterns, "_known", {})
    monkeypatch.setattr(patterns, "_code_of", lambda *_: pytest.fail("it was remembered"))
    patterns.learn(kept)
    again = patterns.compiled_of(source, int(flags))
    assert again == plain
    assert (again.groupindex, again.groups, again.flags) == (plain.groupindex, plain.groups, plain.flags)


def test_code_that_the_machine_refuses_is_compiled_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    for code in ([], [99, 99], [2**31, 1, 0]):
        monkeypatch.setattr(patterns, "_known", {"0 版+": (32, code, 0, {}, [None])})
        assert patterns.compiled_of("版+", 0) == re.compile("版+")


def test_another_inside_of_the_library_only_costs_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_known", {})
    monkeypatch.setattr(patterns, "_learned", 0)
    monkeypatch.setattr(patterns, "_compiler", None)
    assert patterns.compiled_of("版+", 0) == re.compile("版+")
    assert patterns.learned() is None

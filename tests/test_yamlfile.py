"""Strict YAML: what people write is what we read."""

from __future__ import annotations

import pytest

from wanbao.errors import YamlError
from wanbao.yamlfile import MAX_SIZE, load_strict


def test_scalars_stay_as_written() -> None:
    value, _ = load_strict("date: 2022-05-18\npage: 02\nnumber: 1e3\nflag: no\nquoted: 'true'\n", "x")
    assert value == {"date": "2022-05-18", "page": "02", "number": "1e3", "flag": "no", "quoted": "true"}


def test_true_false_and_nothing_are_read() -> None:
    value, _ = load_strict("a: true\nb: false\nc:\nd: ~\ne: null\nf: ''\n", "x")
    assert value == {"a": True, "b": False, "c": None, "d": None, "e": None, "f": ""}


def test_an_empty_text_is_none() -> None:
    assert load_strict("", "x") == (None, {})
    assert load_strict("# only a remark\n", "x")[0] is None


def test_every_key_and_item_has_its_line() -> None:
    value, lines = load_strict("a: 1\nb:\n  - c: 2\n    d: 3\n  - e\n", "x")
    assert value == {"a": "1", "b": [{"c": "2", "d": "3"}, "e"]}
    assert lines == {"a": 1, "b": 2, "b.0": 3, "b.0.c": 3, "b.0.d": 4, "b.1": 5}


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "second time"),
        ("a: &x [1]\nb: *x\n", 1, "anchors"),
        ("a: 1\nb: *x\n", 2, "alias"),
        ("a: !!python/object:os.system x\n", 1, "tags"),
        ("? [a, b]\n: 1\n", 1, "key"),
        ("a: 1\n---\nb: 2\n", 2, "second YAML document"),
        ("a: 1\nb: [1, 2\n", 3, "not YAML"),
        ("a: 1\nb: \x00\n", 2, "not YAML"),
        ("a: 1\nb: " + "[" * 9 + "]" * 9 + "\n", 2, "deep"),
        ("a: " + "[" * 8 + "]" * 8 + "\n", 1, "deep"),
    ],
)
def test_what_a_reader_would_not_see_is_refused_with_its_line(text: str, line: int, word: str) -> None:
    with pytest.raises(YamlError) as caught:
        load_strict(text, "x")
    assert caught.value.line == line
    assert word in caught.value.message


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    bomb = "a: &a [x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True))
    with pytest.raises(YamlError):
        load_strict(bomb, "x")


def test_a_large_text_is_refused() -> None:
    with pytest.raises(YamlError) as caught:
        load_strict("a: " + "x" * MAX_SIZE, "front.md")
    assert "64 kB" in caught.value.message
    assert load_strict("a: " + "x" * (MAX_SIZE - 10), "front.md")


def test_many_levels_do_not_reach_the_recursion_limit() -> None:
    with pytest.raises(YamlError):
        load_strict("[" * 20000, "x")

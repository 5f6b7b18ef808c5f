"""Punctuation: what OCR narrowed is widened where the context says so, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao.punctuation import repair_punctuation, unpaired

CASES = Path(__file__).parent / "cases" / "punctuation.txt"
SEED = Path(__file__).parents[1] / "articles" / "000_f016e08bf08a1df3.txt"


def cases() -> list[tuple[str, str]]:
    lines = [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(before, after or before) for before, _, after in (line.partition(" → ") for line in lines)]


@pytest.mark.parametrize(("printed", "expected"), cases())
def test_punctuation_is_repaired_by_context(printed: str, expected: str) -> None:
    assert repair_punctuation(printed) == expected


@pytest.mark.parametrize(("printed", "expected"), cases())
def test_repairing_twice_changes_nothing_more(printed: str, expected: str) -> None:
    assert repair_punctuation(expected) == expected


def test_the_seed_page_is_repaired_as_annotated() -> None:
    text = "\n".join(repair_punctuation(line) for line in SEED.read_text("utf-8").splitlines())
    assert [text.count(mark) for mark in "，；（）"] == [84, 8, 5, 5]
    assert [text.count(mark) for mark in ",;():?!"] == [0] * 7
    assert [text.count(mark) for mark in ".-%+"] == [8, 2, 8, 3]


@given(st.text(alphabet="中文，。,.:;()\"'A1 -—－―…“”・　"))
def test_repair_is_stable_on_any_text(text: str) -> None:
    once = repair_punctuation(text)
    assert repair_punctuation(once) == once


@pytest.mark.parametrize(
    ("text", "places"), [("（好）“是”《书》", ()), ("(好", (0,)), ("好）", (1,)), ("“一“二”", (0,)), ('说"好', (1,))]
)
def test_marks_without_a_partner_are_found(text: str, places: tuple[int, ...]) -> None:
    assert unpaired(text) == places


def test_a_hundred_thousand_brackets_take_no_long_time() -> None:
    nested = "(" * 100_000 + "好" + ")" * 100_000
    assert repair_punctuation(nested) == "（" * 100_000 + "好" + "）" * 100_000
    assert unpaired("（" * 100_000) == tuple(range(100_000))

"""Characters: what OCR narrowed is widened where the context says so, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao.text import chinese_number, count_han, fold, is_han, repair_punctuation, unpaired

CASES = Path(__file__).parent / "cases" / "text" / "punctuation.txt"
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


@given(st.text(alphabet="中文，。,.:;()\"'A1 -…“”・　"))
def test_repair_is_stable_on_any_text(text: str) -> None:
    once = repair_punctuation(text)
    assert repair_punctuation(once) == once


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_narrows_letters_digits_and_marks() -> None:
    assert fold("Ａ０：（，）　“好”") == "A0:(,) “好”"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[("", None), ("十二十", None), ("人", None), ("一万", None), ("二三十", None), ("百", None)],
        *[("十八", 18), ("二十", 20), ("廿三", 23), ("卅", 30), ("一百零三", 103), ("两千零五", 2005), ("三", 3)],
        *[("二〇二二", 2022), ("一九九八", 1998), ("３１", 31), ("2022", 2022), ("一〇", 10)],
    ],
)
def test_chinese_numerals_are_read(text: str, number: int | None) -> None:
    assert chinese_number(text) == number


def test_han_is_told_from_the_rest() -> None:
    assert [is_han(char) for char in "中〇𠀀A1，"] == [True, True, True, False, False, False]
    assert count_han("中A文,1字") == 3


@pytest.mark.parametrize(
    ("text", "places"), [("（好）“是”《书》", ()), ("(好", (0,)), ("好）", (1,)), ("“一“二”", (0,)), ('说"好', (1,))]
)
def test_marks_without_a_partner_are_found(text: str, places: tuple[int, ...]) -> None:
    assert unpaired(text) == places


def test_a_hundred_thousand_brackets_take_no_long_time() -> None:
    nested = "(" * 100_000 + "好" + ")" * 100_000
    assert repair_punctuation(nested) == "（" * 100_000 + "好" + "）" * 100_000
    assert unpaired("（" * 100_000) == tuple(range(100_000))


@given(st.text(alphabet=st.characters(exclude_categories=()) | st.sampled_from("〇一龥鿿㐀䶿䷀䷿豈﫿𠀀𪛖\ud800，a")))
def test_han_are_counted_as_they_are_matched(text: str) -> None:
    assert count_han(text) == sum(map(is_han, text))

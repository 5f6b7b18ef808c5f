"""Characters: widths, Han and Chinese numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao.text import chinese_number, count_han, fold, is_han, letters_alone, shortened


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


@given(st.text(alphabet=st.characters(exclude_categories=()) | st.sampled_from("〇一龥鿿㐀䶿䷀䷿豈﫿𠀀𪛖\ud800，a")))
def test_han_are_counted_as_they_are_matched(text: str) -> None:
    assert count_han(text) == sum(map(is_han, text))


def test_letters_are_left_without_marks_and_blanks() -> None:
    assert letters_alone("“新桥”，3.5公里_通车 ") == "新桥35公里通车"
    assert letters_alone("……") == ""


def test_a_text_is_shortened_only_where_it_is_too_long() -> None:
    assert shortened("新桥通车", 4) == "新桥通车"
    assert shortened("新桥通车了", 4) == "新桥通…"

"""Characters that say the same as another: ordinary forms for looking and for the reader, the printed ones kept."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao.punctuation import repair_punctuation
from wanbao.variants import looks_as, ordinary, with_round_brackets


@pytest.mark.parametrize(
    "text", ["", "plain", "海角晚报讯（记者 何静）“一”，二；三…", "㈠①Ⅳ㎡℃", "１２３ＡＢＣ，：", "〇々ー・"]
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert ordinary(text) == text


@pytest.mark.parametrize(
    ("printed", "form"),
    [("⽂⼈", "文人"), ("⻓⻔⻢⻰⺠⼾", "长门马龙民户"), ("\uf914\uf95c", "樂樂"), ("﹐︵｡︶", "，（。）")],
)
def test_a_variant_gets_its_ordinary_form(printed: str, form: str) -> None:
    assert ordinary(printed) == form
    assert repair_punctuation(f"海角{printed}海角") == f"海角{form}海角"


def test_every_radical_and_compatibility_ideograph_becomes_what_unicode_says() -> None:
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFA6E)):
        assert ordinary(chr(code)) == normalize("NFKC", chr(code)).replace("戶", "户"), hex(code)


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("⽂⻓﹐︵｡〔〕［］[]摄记者（）("), max_size=40))
def test_every_character_keeps_its_place(text: str) -> None:
    looked = with_round_brackets(ordinary(text))
    assert len(looked) == len(text)
    assert all(new == old or looks_as(old, new) for old, new in zip(text, looked, strict=True))
    assert ordinary(ordinary(text)) == ordinary(text)


@pytest.mark.parametrize(
    "text",
    [
        "［新闻链接］",
        "[1]",
        "![记者 何静 摄](a.jpg)",
        "［何静］",
        "［图］",
        "〔2021〕5号",
        "〔正宫〕春风",
        "［记者 何静 摄",
    ],
)
def test_other_brackets_stay(text: str) -> None:
    assert with_round_brackets(text) == text


@pytest.mark.parametrize(
    ("text", "looked"),
    [
        ("〔记者 何静〕", "（记者 何静）"),
        ("［何静 摄］", "（何静 摄）"),
        ("[文/图 何静]", "(文/图 何静)"),
    ],
)
def test_brackets_around_a_credit_are_looked_at_as_round(text: str, looked: str) -> None:
    assert with_round_brackets(text) == looked

"""What is the same to search, what is a unit, and where a term stands."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao.search.fold import contains, fold, places, simplified, unit_stream, units, units_and_words

LEFT_ALONE = ("新桥通车", "亮了，心里也亮了。".replace("，", ","), "《桥》", "a-b", "第8·版", "", "○", "2.9%")


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_folded_text_stays_as_it_is(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＰＥＣ　会议", "apec会议"),
        ("產業工人", "产业工人"),
        ("範于余餘於", "范于余余于"),
        ("石蕾 蕾", "石蕾蕾"),
        ("打造“五大”『基地』", "打造五大基地"),
        ("New  York 的", "new york的"),
        ("“GDP”2022", "gdp 2022"),
        ("共1,234名", "共1\u066c234名"),
        ("F—16和F–16", "f-16和f-16"),
        ("TD‑LTE、ＴＤ－ＬＴＥ", "td-lte、td-lte"),
        ("好──不", "好--不"),
        ("8·57亿", "8.57亿"),
        ("８・５７亿", "8.57亿"),
        ("5•12地震、1·2·3", "5.12地震、1.2.3"),
        ("8 · 57", "8.57"),
        ("阿依•买、阿依・买", "阿依·买、阿依·买"),
        ("一行\n二行", "一行二行"),
        ("\ue123字", "\ufffd字"),
    ],
)
def test_what_is_alike_folds_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_quotation_marks_stay_where_they_count() -> None:
    assert fold("“好”『好』‘好’", quotes=True) == '"好""好"\'好\''


def test_no_simplified_form_is_itself_folded_further() -> None:
    table = simplified()
    assert len(table) > 2900
    assert not set(table) & set(table.values())


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(unicodedata.normalize("NFC", text))
    assert fold(once) == once or unicodedata.normalize("NFKC", once) != once


@given(st.text(alphabet="市工会3.%a ，“", max_size=20), st.integers(0, 19), st.integers(1, 6))
def test_a_piece_of_whole_units_is_found_in_its_text(text: str, start: int, length: int) -> None:
    folded = fold(text)
    piece = folded[start : start + length]
    if piece and not contains(folded, piece):
        assert piece[0] in "3.%a " or piece[-1] in "3.%a ", "only a cut word may be missed"


def test_a_unit_is_a_character_or_a_word() -> None:
    sequence = units(fold("产C919、3.28亿"))
    assert (len(sequence), sequence[0], sequence[2], sequence[4]) == (5, "产", "\0", "亿")


def test_words_are_found_whole_and_prefixes_only_where_allowed() -> None:
    text = fold("1515万和515万，c919、c91")
    assert places(text, "515万") == [text.index("515万", 2)]
    assert places(text, "c91") == [text.rindex("c91")]
    assert places(text, "c91", prefix=True) == [text.index("c919"), text.rindex("c91")]
    assert places(text, "5万") == []


@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("工會市會,，。：（）“”《》 ‐‑-1aＡ%.\0")), max_size=40)
)
def test_folding_a_text_is_folding_each_of_its_characters(text: str) -> None:
    singly = "".join(fold(c) if c != "," else c for c in _thousands_apart(text))
    assert fold(text).replace(" ", "") == re.sub("(?<=[0-9])·(?=[0-9])", ".", singly)


def _thousands_apart(text: str) -> str:
    """The text with its thousands separators as a folded text has them."""
    return re.sub(
        "(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])", lambda found: found.group().replace(",", "\u066c"), text
    )


@given(st.text(alphabet="市工会，。《·「5.3%a １：-—\0\ue000", max_size=30))
def test_the_quick_stream_of_units_has_the_same_units_and_words(text: str) -> None:
    sequence, words = units_and_words(fold(text))
    stream, same = unit_stream(fold(text))
    assert re.sub("\0+", "\0", stream) == sequence and same == words

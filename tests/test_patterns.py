"""Patterns that are compiled when they are used: a class of Han turned inside out holds what it held."""

from __future__ import annotations

import re

import pytest

from wanbao.patterns import HAN, regex, word_finder

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


def test_words_are_found_where_they_overlap_and_the_longest_that_begins_at_a_place() -> None:
    words = word_finder(["版", "本版", "版权", "广告", "广告业务", "·-", "E-mail", "mail"])
    line = "本版权归广告业务E-mail·-广"
    assert [found[1] for found in words.finditer(line)] == ["本版", "版权", "广告业务", "E-mail", "mail", "·-"]
    assert not words.search("本报告版务".replace("版", ""))
    assert [found[1] for found in word_finder(["一", "二"]).finditer("三二一")] == ["二", "一"]
    assert [found[1] for found in word_finder(["甲乙", "乙丙"]).finditer("甲乙丙")] == ["甲乙", "乙丙"]

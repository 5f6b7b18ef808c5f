"""Pages in Traditional characters: known by their language or by what they are full of."""

from __future__ import annotations

import pytest

from wanbao.newspaper import Newspaper, parse_newspaper
from wanbao.parse import parse_page
from wanbao.records import Article, Place, Source

SIMPLIFIED = "name: 海角晚报\ndatelines: [东湾播送]\ncolumns: [渔港书简]\nroles: {视频访员: reporter}\n"
TRADITIONAL = """
name: 海角晚報
language: zh-Hant
datelines: [東灣播送]
columns: [漁港書簡]
roles: {視頻訪員: reporter}
"""


def articles(text: str, profile: str = SIMPLIFIED, language: str = "") -> tuple[Article, ...]:
    paper: Newspaper = parse_newspaper(profile)
    return parse_page(Source("a.md", text, "0" * 32, Place(language=language)), paper).articles


@pytest.mark.parametrize(
    ("profile", "language"), [(SIMPLIFIED, "zh-Hant"), (SIMPLIFIED, "zh-HK"), (TRADITIONAL, ""), (SIMPLIFIED, "")]
)
def test_the_language_of_a_page_or_of_its_paper_says_how_it_is_set(profile: str, language: str) -> None:
    (one,) = articles("# 舊碼頭亮燈\n\n本報訊（記者 李偉 通訊員 張華）昨晚，舊碼頭亮燈。", profile, language)
    assert one.dateline is not None
    assert one.dateline.printed == "本報訊"
    assert [(who.name, who.role) for who in one.contributors] == [("李偉", "reporter"), ("張華", "correspondent")]


def test_a_few_traditional_characters_do_not_tell_a_page_of_another_language() -> None:
    text = "# 旧码头亮灯\n\n" + "昨晚，旧码头亮灯，岸边的渔民纷纷前来看新鲜。" * 8 + "\n\n本報訊（記者 李偉）昨晚亮燈。"
    (one,) = articles(text)
    assert not one.contributors


def test_the_profile_s_own_words_are_known_in_traditional_form() -> None:
    text = "# 舊碼頭亮燈\n\n東灣播送訊 視頻訪員 李偉 昨晚，舊碼頭亮燈。"
    for profile in (SIMPLIFIED, TRADITIONAL):
        (one,) = articles(text, profile, "zh-Hant")
        assert one.dateline is not None
        assert one.dateline.source == "東灣播送"
        assert [who.name for who in one.contributors] == ["李偉"]


def test_a_column_of_the_profile_is_known_in_traditional_form() -> None:
    text = "# 舊碼頭亮燈\n\n昨晚，舊碼頭亮燈。\n\n漁港書簡\n\n# 給祖母的信\n\n祖母，燈又亮了。"
    assert [one.column for one in articles(text, TRADITIONAL)] == ["", "漁港書簡"]

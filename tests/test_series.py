"""Standing columns and series, told by the heads of an article alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from wanbao.records import Article
from wanbao.series import series_of

ARTICLE = Article(
    order=1, number=1, kind="news", kicker="", headline="", deck="", headline_lines=("旧船厂点亮三百盏灯",),
    kicker_lines=(),
    deck_lines=(), title="", dateline=None, bylines=(), contributors=(), body=(), signature="", jumps=(),
    column="", first_line=1, last_line=2,
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "name", "part"),
    [
        ("——海州旧城更新见闻之二", "海州旧城更新见闻", 2),
        ("“乡村三问”系列报道之十一", "“乡村三问”系列报道", 11),
        ("走进老字号系列报道③", "走进老字号系列报道", 3),
        ("河长手记系列（四）", "河长手记系列", 4),
        ("高州行之一", "高州行", 1),
        ("创文系列活动之3", "创文系列活动", 3),
    ],
)
def test_a_line_that_counts_its_parts_names_a_series(line: str, name: str, part: int) -> None:
    assert series_of(replace(ARTICLE, deck_lines=(line,))) == ((name, part),)
    assert series_of(replace(ARTICLE, kicker_lines=("沿街老铺重新开张", line))) == ((name, part),)


@pytest.mark.parametrize(
    "line",
    ["全国最美乡村之一", "这是全市最长的隧道之一", "——访退休工程师容国梁", "系列活动明日开幕", "第3届龙舟赛"],
)
def test_other_lines_name_none(line: str) -> None:
    assert series_of(replace(ARTICLE, deck_lines=(line,))) == ()


def test_a_bare_count_takes_its_name_from_the_line_before() -> None:
    lines = ("走读鉴江", "——系列报道之二")
    assert series_of(replace(ARTICLE, kicker_lines=lines)) == (("走读鉴江系列报道", 2),)
    assert series_of(replace(ARTICLE, deck_lines=("系列报道之二",))) == ()


def test_a_column_is_told_by_the_page_or_by_a_short_kicker() -> None:
    assert series_of(replace(ARTICLE, column="【读者来信】")) == (("读者来信", 0),)
    assert series_of(replace(ARTICLE, kicker_lines=("非遗课堂",))) == (("非遗课堂", 0),)
    assert series_of(replace(ARTICLE, kicker_lines=("十二个月", "十二个人"))) == ()
    assert series_of(replace(ARTICLE, kicker_lines=("全市防汛工作会议要求",))) == ()
    assert series_of(replace(ARTICLE, column="简讯")) == ()


def test_forms_and_counts_are_known_in_traditional_characters() -> None:
    assert series_of(replace(ARTICLE, deck_lines=("——老街行走系列報導之三",))) == (("老街行走系列報導", 3),)
    assert series_of(replace(ARTICLE, kicker_lines=("老街行走", "系列報導②"))) == (("老街行走系列報導", 2),)
    assert series_of(replace(ARTICLE, kicker_lines=("圖片新聞",))) == ()
    assert series_of(replace(ARTICLE, deck_lines=("全縣最美鄉村之一",))) == ()


def test_an_article_may_belong_to_a_column_and_a_series() -> None:
    both = replace(ARTICLE, column="旧城新事", deck_lines=("——旧城更新见闻之三",))
    assert series_of(both) == (("旧城新事", 0), ("旧城更新见闻", 3))

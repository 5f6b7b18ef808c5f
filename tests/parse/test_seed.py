"""The real page, read as its hand annotation says (`../shared/seed-truth.yaml`; the expected values stand here).

Where we disagree with the annotation:
- A headline of several lines is kept with one space between the lines, as printed; the annotation uses U+3000.
- The caption's credit keeps the spaces it was printed with (`记者岑稳 摄`); the annotation moves one.
- The photographer's role as printed is 全媒体记者; 摄 is what makes it a photographer's.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from test_conservation import uncovered

from wanbao.newspaper import load_newspaper
from wanbao.parse import parse_page
from wanbao.records import Page, Place, Source

ARTICLES = Path(__file__).parents[2] / "articles"
SEED = ARTICLES / "000_f016e08bf08a1df3.txt"


@pytest.fixture(scope="module")
def page() -> Page:
    source = Source(SEED.name, SEED.read_text("utf-8"), "0" * 32, Place())
    return parse_page(source, load_newspaper(ARTICLES / "newspaper.yml"))


def body(page: Page, order: int, kind: str) -> list[str]:
    return [part.text for part in page.articles[order - 1].body if part.kind == kind]


def test_there_are_three_articles_and_every_character_is_accounted_for(page: Page) -> None:
    assert [(article.first_line, article.last_line) for article in page.articles] == [(3, 31), (33, 51), (53, 61)]
    assert uncovered(SEED.read_text("utf-8"), page) == []


def test_headings_are_told_apart(page: Page) -> None:
    one, two, three = page.articles
    assert (one.kicker_lines, one.headline) == (
        ("高站位谋划", "落实责任", "联动推进"),
        "茂名工会积极推进产业工人队伍建设改革",
    )
    assert (two.kicker, two.headline_lines) == ("", ("“职通车”开进企业", "企业求职者实现“双向奔赴”"))
    assert three.kicker == "我市今年首次启动危险化学品重大危险源企业安全专项检查督导"
    assert three.headline_lines == ("全覆盖排查治理", "重大危险源隐患")
    assert [article.deck for article in page.articles] == ["", "", ""]


def test_a_title_is_joined_where_the_line_broke_a_phrase(page: Page) -> None:
    assert [article.title for article in page.articles] == [
        "茂名工会积极推进产业工人队伍建设改革",
        "“职通车”开进企业 企业求职者实现“双向奔赴”",
        "全覆盖排查治理重大危险源隐患",
    ]


def test_subheads_stand_in_the_first_article(page: Page) -> None:
    assert body(page, 1, "subhead") == [
        "形成齐抓改革工作合力　提高产业工人政治地位",
        "健全产业工人职业发展制度　强化产业工人队伍技能提升",
        "大力优化产业工人维权服务　当好职工信赖的“娘家人”",
    ]


def test_datelines_and_bylines_are_cut_off(page: Page) -> None:
    datelines = [article.dateline for article in page.articles]
    assert [(d.printed, d.source, d.kind, d.via) for d in datelines if d] == [
        ("茂名晚报讯", "茂名晚报", "讯", False)
    ] * 3
    assert [article.bylines for article in page.articles] == [
        ("茂名晚报讯 记者梁奈 通讯员石蕾 蕾 梁冲 陈晓霞",),
        ("茂名晚报讯 记者李君平 通讯员杨焕章 赵立",),
        ("茂名晚报讯",),
    ]


def test_everybody_is_credited_with_role_and_place(page: Page) -> None:
    people = [
        [(who.name, who.role, who.role_printed, who.organisation, who.where) for who in article.contributors]
        for article in page.articles
    ]
    assert people == [
        [
            ("梁奈", "reporter", "记者", "茂名晚报", "byline"),
            ("石蕾蕾", "correspondent", "通讯员", "", "byline"),
            ("梁冲", "correspondent", "通讯员", "", "byline"),
            ("陈晓霞", "correspondent", "通讯员", "", "byline"),
        ],
        [
            ("岑稳", "photographer", "全媒体记者", "茂名日报社", "caption"),
            ("李君平", "reporter", "记者", "茂名晚报", "byline"),
            ("杨焕章", "correspondent", "通讯员", "", "byline"),
            ("赵立", "correspondent", "通讯员", "", "byline"),
        ],
        [
            ("李敏宁", "reporter", "全媒体记者", "茂名日报社", "signature"),
            ("黄丽燕", "correspondent", "通讯员", "", "signature"),
        ],
    ]


def test_the_doubtful_name_is_flagged_and_kept_as_printed(page: Page) -> None:
    who = page.articles[0].contributors[1]
    assert (who.name, who.printed, who.certain) == ("石蕾蕾", "石蕾 蕾", False)
    assert [note.code for note in page.articles[0].notes] == ["D501"]


def test_five_broken_paragraphs_are_joined(page: Page) -> None:
    joined = [part for article in page.articles for part in article.body if part.joins]
    lines = [tuple(sorted({span.line for span in part.spans})) for part in joined]
    assert lines == [(13, 15), (19, 21), (27, 29), (43, 45), (47, 49)]
    assert [len(body(page, order, "paragraph")) for order in (1, 2, 3)] == [7, 4, 3]
    assert "分别发展党员109名、263名，分别占" in body(page, 1, "paragraph")[2]


def test_punctuation_is_widened_for_the_reader_and_kept_as_printed(page: Page) -> None:
    part = page.articles[0].body[0]
    assert part.text.startswith("近年来，茂名市总工会") and part.printed.startswith("近年来,茂名市总工会")


def test_caption_signature_and_furniture_are_found(page: Page) -> None:
    caption = next(part for part in page.articles[1].body if part.kind == "caption")
    assert (caption.text, caption.credit) == (
        "求职者填写有关资料。茂名日报社全媒体记者岑稳 摄",
        "茂名日报社全媒体记者岑稳 摄",
    )
    assert page.articles[2].signature == "(茂名日报社全媒体记者李敏宁 通讯员黄丽燕)"
    assert page.furniture == ("扫一扫 看视频",)
    assert [block.kind for block in page.blocks if block.role == "furniture"] == ["qr"]


def test_nothing_is_guessed_about_date_or_page(page: Page) -> None:
    assert (page.place.date, page.place.page_number, page.place.section) == (None, None, None)

"""Nothing is lost: for any text at all, every character that is not blank belongs to exactly one block."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from parse_cases import case_files, newspaper, parse_text, read_case

from wanbao.parse import parse_page
from wanbao.records import Page, Place, Source

PAPER = newspaper()
MARKS = [
    "# ",
    "## ",
    "**",
    "\n\n",
    "\n",
    "![](a.jpg)",
    "| a | b |",
    "<table>",
    "</table>",
    "<!-- page A1 -->",
    "\f",
    "- ",
    "\u200b",
    "\ufeff \u2060",
    "\xa0",
    "\u2003\u2003",
    "<h2>",
    "</h2>",
    '<div style="text-align: center;">',
    "</div>",
    "<b>",
    "</b>",
    "<br>",
    '<img src="a.jpg"/>',
    "&nbsp;",
    "\n===\n",
    "\n---\n",
    "> # ",
    "> ",
]
INLINE = [
    *(
        "\\*",
        "\\#",
        "\\",
        "\\|",
        "\\.",
        "$2 0 \\%$",
        "$3 5 ^ { \\circ } \\mathrm { C }$",
        "$",
        "\\(5\\)",
        "{.headline}",
    ),
    *(
        "&amp;",
        "&lt;",
        "&gt;",
        "&quot;",
        "&nbsp;",
        "&",
        ";",
        "[看图](https://a.cn/)",
        "[",
        "](",
        "~~旧~~",
        "*渔歌*",
        "*",
    ),
    *(
        "# ",
        "\n",
        "\n\n",
        "**",
        "| ",
        "海角晚报讯",
        "（记者 何静）",
        "昨日开海。",
        " ",
        "![](a.jpg)",
        "<td>",
        "<table>",
    ),
]
WORDS = [
    "海角晚报讯",
    "本报记者",
    "李江",
    "摄",
    "（",
    "）",
    "(",
    ")",
    "，",
    "。",
    "“",
    "”",
    "：",
    "责编:",
    "2022年5月18日",
    "第3版",
]
WORDS += [
    "⽂⻓",
    "﹐",
    "︵",
    "〔",
    "﹝",
    "﹞",
    "［",
    "］",
    "下转第6版",
    "上接第一版",
    "扫一扫",
    "简讯",
    "●",
    "□",
    "编者按：",
    "通讯员",
    "文/图",
    "{.headline}",
    "{.join}",
    "{#3}",
    "{.headline #1}",
    "{.x}",
]
WORDS += [
    "昨日上午，市城市管理局开展整治，清理摊位",
    "　　",
    " ",
    "读者沈康来信——",
    "（据新华社）",
    "——",
    "1、",
    "A02 要闻",
    "\n\n# 海 角 镇 新 桥 通 车\n\n",
    "# 下 转 第 2 版",
    "**上 接 海 角 镇**",
]
TAGS = [
    *("<h1>", "</h1>", "<H6>", "</H6>", "<b>", "</b>", "<strong>", "<p align=center>", "</p>", "<div>", "</div>"),
    *(
        "<br/>",
        "&nbsp;",
        "海角大桥",
        "通车。",
        "\n",
        "\n\n",
        " ",
        "*",
        "# ",
        "**",
        "<table>",
        "</table>",
        "<img src=a>",
    ),
]
PAGES = st.lists(st.sampled_from(MARKS + WORDS), max_size=40).map("".join)


def uncovered(text: str, page: Page) -> list[str]:
    """What is wrong with the ledger: characters that no block or two blocks have, spans that are blank or wild."""
    lines = text.split("\n")
    counts = [[0] * len(line) for line in lines]
    wrong = []
    for block in page.blocks:
        for span in block.spans:
            if not 0 <= span.start < span.end <= len(lines[span.line - 1]):
                wrong.append(f"{span} of {block.role}")
                continue
            for place in range(span.start, span.end):
                counts[span.line - 1][place] += 1
    for number, (line, row) in enumerate(zip(lines, counts, strict=True), 1):
        for place, (char, count) in enumerate(zip(line, row, strict=True)):
            if count > 1 or (count == 0 and not char.isspace()):
                wrong.append(f"{number}:{place} {char!r} {count}")
    return wrong


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_every_character_of_a_case_is_in_one_block(path: object) -> None:
    source, _ = read_case(path)  # type: ignore[arg-type]
    assert uncovered(source, parse_text(source)) == []


@given(PAGES)
@example("#二首）\n⽂⻓\n报讯")
@example("（\n）摄")
@example("{.headline #1}</table>")
@example("下转第6版海角晚报讯海角晚报讯")
def test_every_character_of_a_page_made_of_newspaper_parts_is_in_one_block(text: str) -> None:
    assert uncovered(text, parse_text(text, PAPER)) == []


@given(st.text())
def test_every_character_of_any_text_is_in_one_block(text: str) -> None:
    assert uncovered(text, parse_text(text, PAPER)) == []


@given(
    st.text(alphabet="<>/ \n#*=-pb海角大桥今晨通车，。&;").map(
        lambda text: text.replace("pb", "<b>").replace("p", "<p>")
    )
)
def test_every_character_of_a_heap_of_tags_is_in_one_block(text: str) -> None:
    assert uncovered(text, parse_text(text, PAPER)) == []


@given(st.lists(st.sampled_from(TAGS), max_size=20).map("".join))
@example("<h6>海</h6>")
@example("&nbsp;<h2>海角</h2>")
@example("<div><h5>海角</h5></div>")
@example("<b>海*角</b>")
@example("<b></b>")
@example("<H6>\n---\n<div>**")
@example("<b> 海角大桥</b>")
def test_tags_take_no_letter_and_leave_no_mark_behind(text: str) -> None:
    page = parse_text(text, PAPER)
    assert uncovered(text, page) == []
    shown = [article.headline + article.kicker + article.deck for article in page.articles]
    shown += [passage.text for article in page.articles for passage in article.body]
    assert set("#*").intersection("".join(shown)) <= set(text)


@given(st.lists(st.sampled_from(INLINE), max_size=20).map("".join))
def test_what_stands_for_something_else_is_in_one_block(text: str) -> None:
    assert uncovered(text, parse_text(text, PAPER)) == []


@given(st.text(alphabet="#*|<>!-[](){}.\n 　本报讯记者摄（）“”：，。转接版第1A"))
def test_every_character_of_a_heap_of_marks_is_in_one_block(text: str) -> None:
    assert uncovered(text, parse_text(text, PAPER)) == []


@given(PAGES)
@example("# # # # “# # # # \u3000\u3000”")
def test_blocks_stand_in_order_of_the_text(text: str) -> None:
    blocks = parse_text(text, PAPER).blocks
    assert [block.spans[0] for block in blocks] == sorted(block.spans[0] for block in blocks)


@given(PAGES)
def test_parsing_again_says_the_same(text: str) -> None:
    assert parse_text(text, PAPER) == parse_text(text, PAPER)


@given(PAGES)
def test_a_passage_is_made_of_the_characters_of_its_spans(text: str) -> None:
    lines = text.split("\n")
    for article in parse_text(text, PAPER).articles:
        for passage in article.body:
            held = "".join(lines[span.line - 1][span.start : span.end] for span in passage.spans)
            if passage.kind == "table":
                continue
            assert "".join(held.split()) == "".join(passage.printed.split())


def test_lines_are_counted_in_the_file_and_front_matter_is_set_aside() -> None:
    text = "---\ndate: 2022-05-18\n---\n# 沿江路整治还路于民\n\n海角晚报讯 昨日上午，市城管局开展整治。"
    page = parse_page(Source("x.md", text, "0" * 32, Place(), first_line=11, front_matter_lines=3), PAPER)
    assert [(block.role, block.spans[0].line) for block in page.blocks if block.role == "front_matter"] == [
        ("front_matter", 11),
        ("front_matter", 12),
        ("front_matter", 13),
    ]
    assert page.articles[0].first_line == 14
    assert page.articles[0].last_line == 16

"""`wanbao explain`: a page line by line."""

from __future__ import annotations

import re

from wanbao.explain import explain
from wanbao.newspaper import parse_newspaper
from wanbao.parse import parse_page
from wanbao.records import Page, Place, Source

TEXT = "\n# 沿江路整治还路于民\n\n扫一扫 看视频\n\n海角晚报讯 记者李江 昨日上午，市城管局开展（整治。"


def page(text: str = TEXT, first_line: int = 1) -> Page:
    return parse_page(Source("a.md", text, "0" * 32, Place(), first_line), parse_newspaper("name: 海角晚报\n"))


def test_every_run_of_characters_has_a_line_with_its_role() -> None:
    lines = explain(page(), TEXT, False).splitlines()
    assert [line.split()[0] for line in lines[1:6]] == ["2", "4", "6", "6", "6"]
    words = ["headline", "(qr)", "dateline", "byline", "paragraph"]
    assert all(word in line for word, line in zip(words, lines[1:6], strict=True))
    assert lines[1].endswith("沿江路整治还路于民")


def test_notes_follow() -> None:
    assert explain(page(), TEXT, False).splitlines()[-1].startswith("a.md:6: D505")


def test_a_reading_without_a_doubt_stands_alone() -> None:
    head, *rows = explain(page(), TEXT, False).splitlines()[:6]
    at = head.index(" or ")
    assert {row[at : at + 21].strip() for row in rows} == {""}


def test_beside_a_doubtful_reading_stands_the_one_refused_and_below_what_to_write() -> None:
    text = "# 菜场换新颜 街坊送锦旗来\n\n# 居民给街道送来三十条毛巾\n\n海角晚报讯（记者 李江）昨天上午，菜场换了新颜。"
    head, *rows = explain(page(text), text, False).splitlines()
    (row,) = [row for row in rows if row.endswith("菜场换新颜 街坊送锦旗来")]
    (note,) = [row for row in rows if "D502" in row]
    taken, refused = row.split()[2], row[head.index(" or ") :].split()[0]
    assert {taken, refused} == {"kicker", "headline"}
    assert f"write {{.{taken}}}" in note and f"{{.{refused}}}" in note


def test_lines_are_those_of_the_file_where_the_text_is_one_page_of_it() -> None:
    assert explain(page(first_line=101), TEXT, False).splitlines()[1].split()[0] == "102"


def test_colour_is_only_paint() -> None:
    painted = explain(page(), TEXT, True)
    assert "\x1b[1;31m" in painted
    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == explain(page(), TEXT, False)


def test_an_empty_page_is_explained_too() -> None:
    assert "W112" in explain(page(""), "", False)

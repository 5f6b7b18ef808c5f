"""Hostile pages are read like any other: nothing lost, nothing raised, no step that looks at everything time and again.

Sizes are such that a step whose cost grows with the square of the page would take minutes.
"""

from __future__ import annotations

from time import process_time

import pytest
from parse_cases import newspaper, parse_text
from test_conservation import uncovered

PAPER = newspaper()
PAGES = {
    "one long line": "昨日上午,市城市管理局(含协管)开展“整治”,清理摊位30处。" * 20_000,
    "one line without a mark": "管" * 500_000,
    "headings": "# 沿江路整治还路于民\n\n" * 5_000,
    "short lines": "沿江路整治\n\n" * 5_000,
    "a run of lines": "沿江路整治\n" * 20_000,
    "nested brackets": "（" * 50_000 + "好" + "）" * 50_000,
    "open brackets on lines": "（\n\n" * 5_000,
    "asterisks": "*" * 200_000,
    "bold": "**好**" * 50_000,
    "spaces": "好" + " " * 300_000 + "好",
    "hashes": "#" * 300_000,
    "rows": "| a | b |\n" * 20_000,
    "a table that never ends": "<table>" + "<td>" * 50_000,
    "image marks": "![" * 100_000,
    "role words": "记者" * 100_000,
    "datelines": "本报讯（记者 李江）昨日上午开展整治行动，效果良好。\n\n" * 2_000,
    "quotation marks": "“" * 200_000,
    "attributes": "好{.join}" * 30_000,
    "paragraphs that never end": "昨日上午城市管理局开展整治行动清理摊位\n\n" * 5_000,
    "lines between texts": ("沿江路整治完工\n江边栽上新柳\n\n" + "村里的人都来看热闹，说今年的收成比去年好。\n\n" * 2)
    * 3_000,
    "tags inside lines": "今天天气<br>很好，市民来到海边散步，\n" * 10_000,
    "tags at the ends of lines": "a</b>文\n" * 10_000,
    "tags in one long line": "汉字。<b>a</b>汉字" * 10_000,
    "what shows nothing among tags": "汉\u200b<b>a</b>" * 10_000,
    "attributes on lines": "a {.headline}\n" * 40_000,
    "escapes": "\\*好" * 60_000,
    "formulas in one long line": "占$2 0 \\%$好" * 15_000,
    "formulas that never end": "好\\(5" * 60_000,
    "entities and links": "&amp;[看](https://a.cn/)" * 10_000,
    "a blank behind every letter": "海 角 " * 50_000 + "\n海 角 晚 报 讯 ， 渡 口 加 开 夜 班" * 5_000,
    "blanks that may join lines": ("汉" * 20 + " ") * 20_000,
    "lines that blanks may join": ("汉" * 20 + " " + "汉" * 21 + "， " + "a b c 汉\n") * 8_000,
    "poems in a run of lines": "夜泊江边\n□ 方汀\n" * 5_000 + "船泊在码头边\n" * 5_000,
    "pointed brackets": "〈记者 " * 20_000 + "〉" * 20_000,
    "mouths": "口何静\n" * 10_000,
    "pictures inside of a line": "![](a.jpg)好" * 10_000,
    "pictures that never end": "![](data:image/" * 20_000 + "A" * 200_000,
    "pictures in HTML that never end": "<img src=" * 20_000 + "A" * 200_000,
    "underscores": "，__好" * 40_000,
    "dashes": "-" * 200_000 + "好------" * 20_000,
    "names of headings": "# 好 {#" * 20_000,
    "control characters": "\x00\x1b[31m\u202e好\ud800" * 10_000,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_read_and_nothing_is_lost(name: str) -> None:
    text = PAGES[name]
    assert uncovered(text, parse_text(text, PAPER)) == []


@pytest.mark.parametrize(
    "line",
    ["今天天气<br>很好，市民来到海边散步，\n", "a</b>文\n", "汉\u200b<b>a</b>", "汉字。\n<b>a</b>汉字"],
)
def test_eight_times_as_many_tags_take_about_eight_times_as_long(line: str) -> None:
    def seconds(times: int) -> float:
        start = process_time()
        parse_text(line * times, PAPER)
        return process_time() - start

    few = min(seconds(1_000) for _ in range(3))
    # The square would be 64; on a machine that does other things besides, 24 has been seen.
    assert min(seconds(8_000) for _ in range(3)) < 32 * few

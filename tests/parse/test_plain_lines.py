"""Every reason why a short plain line is no heading refuses its own example, and every use above a heading is known."""

from __future__ import annotations

import pytest

from wanbao.newspaper import parse_newspaper
from wanbao.parse.above_headings import ABOVE_HEADING
from wanbao.parse.evidence import observe
from wanbao.parse.no_headings import BETWEEN_TEXTS, NOWHERE
from wanbao.parse.pieces import pieces_of
from wanbao.parse.sight import Sight, rules_of
from wanbao.records import Place, Source

RULES = rules_of(parse_newspaper("name: 海角晚报"))
HEADLINE = "# 海角镇办起渔民节"
TEXT = "镇上的渔民一早就把船擦得干干净净，码头上挂满了彩旗和灯笼，孩子们跟着锣鼓队跑。"
LINE = "老船长的新船"
FOOT = "岸上的人越聚越多，天色暗下来的时候，第一盏灯升了起来，照着满港的船和人。"


def sights(*lines: str) -> list[Sight]:
    """The pieces of a page, each set apart by a blank line, below a headline and a text."""
    page = "\n\n".join((HEADLINE, FOOT, *lines, FOOT))
    return observe(pieces_of(Source("a.md", page, "0" * 32, Place())), RULES)


BETWEEN = {
    "it names the author": (TEXT, "本报记者 何静", TEXT),
    "the text above is not finished": (TEXT[:-1], LINE, TEXT),
    "no text stands above": ("![](a.jpg)\n\n## 又一条新闻来了又走了", LINE, TEXT),
    "no text stands below": (TEXT, LINE, "| 船号 | 船长 | 出港时间 |\n|---|---|---|\n| 一号 | 何小满 | 早上六点一刻 |"),
    "the text below is short": (TEXT, LINE, "灯火通明。"),
    "it is too long for a heading": (TEXT, "老船长带着三个徒弟把去年买的新船刷了一遍", TEXT),
    "it ends with a mark or a figure": (TEXT, "老船长的新船2", TEXT),
    "it begins with a mark or a figure": (TEXT, "1月17日老船长出海", TEXT),
    "it ends with a word that wants another": (TEXT, "老船长把新船在", TEXT),
    "it ends before what it counts": (TEXT, "老船长又收到一个", TEXT),
    "the piece above is hardly a text": ("灯亮了。", LINE, TEXT),
    "a sentence ends inside it": (TEXT, "灯亮了。老船长", TEXT),
    "somebody asks in it": (TEXT, "老船长：灯亮了吗？", TEXT),
    "what is said in it goes on below": (TEXT, "老船长说：“灯亮了", TEXT),
    "the text below begins in mid-sentence": (TEXT, LINE, "来，" + TEXT),
    "a clause and the beginning of another on a page with marks": (TEXT, "灯亮了，老船长把新船", TEXT),
    "it begins as paragraphs do": (TEXT, "截至老船长出海", TEXT),
    "the text below begins in mid-word": (TEXT, LINE, "们" + TEXT),
}


def test_every_reason_has_its_example() -> None:
    assert list(BETWEEN) == [reason.because for reason in (*NOWHERE, *BETWEEN_TEXTS)]


@pytest.mark.parametrize(("because", "lines"), [pytest.param(*item, id=item[0]) for item in BETWEEN.items()])
def test_a_reason_alone_refuses_its_example(because: str, lines: tuple[str, str, str]) -> None:
    page = sights(*lines)
    place = next(index for index, sight in enumerate(page) if sight.text == lines[1])
    assert "between_texts" not in page[place].evidence
    around = page[place - 1], page[place], page[place + 1]
    assert [reason.because for reason in (*NOWHERE, *BETWEEN_TEXTS) if reason.holds(*around)] == [because]


def test_a_line_without_a_reason_against_it_heads_the_text_below() -> None:
    assert "between_texts" in sights(TEXT, LINE, TEXT)[3].evidence


@pytest.mark.parametrize(
    ("line", "shows"),
    [
        ("□家乡之美 人心之暖", "label_line"),
        ("浙江海角县", "kicker_line"),
        ("新桥有望通车", "lost_above"),
        ("老街新事", "label_line"),
        ("修了两年的海角大桥要通车了", "lost_above"),
        ("修了两年，通车了，人人来看", ""),
    ],
)
def test_the_first_use_above_a_heading_counts(line: str, shows: str) -> None:
    page = sights(TEXT, line, "# 第一辆车开过海角大桥", TEXT)
    used = [use.shows for use in ABOVE_HEADING if use.holds(page[2], page[3], page[5])]
    assert used[:1] == ([shows] if shows else [])
    assert [name for name in page[3].evidence if name in ("label_line", "kicker_line", "lost_above")] == used[:1]

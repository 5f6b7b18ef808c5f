r"""What Markdown, HTML and LaTeX write inside of a line is read as what it means; each character keeps its place."""

from __future__ import annotations

import pytest
from parse_cases import parse_text

from wanbao.parse.inline import without_inline_marks
from wanbao.parse.invisible import INVISIBLE

LEFT_ALONE = (
    "票价从$5涨到$10，船老大说不贵",
    "$5, $10",
    "李*和王*昨日到案，张**在逃",
    "电话 139****0000，又 138****1111",
    "《海角*往事》第3*4场",
    "a < b 且 c > d，R&D 投入 3%，AT&T",
    "见[编者按](下)和[注1](略)",
    "江水~~~涨了",
    "$\\unknown{3}$",
    "$x 元和 y 元$",
    "![渡口\\_夜](images/a\\_b.jpg)",
    "<!-- a\\_b -->",
    "C:\\海角\\报纸",
    "| 甲\\|乙 | 丙 |",
    "&海角; &nosuchname;",
    "用 \\section*{渡口} 写标题",
    "\\sectionx{渡口}",
    "____年__月__日，姓名__________",
    "共涨了__两成__多",
    "# 江水上涨 {#3}",
    "正文 {#3}",
    "-------- --------",
    "甲-----乙",
    "白菜8~~10元，萝卜12~~15元",
    "票价 $ 5 , $ 10 , $ 20",
    "$ 20 / $ 30",
    "*张明 20，*李华 18，王刚* 3",
    "写在 __init__ 里",
    "139***0000，138***1111",
    "网友张***和李***获奖",
    "~~98~~88元",
    "__init__ 与 __pycache__",
)
MEANT = {
    "1\\. 第一班船": "1. 第一班船",
    "139\\*\\*\\*\\*0000": "139****0000",
    "\\#海角\\#": "＃海角＃",
    "第一行\\": "第一行",
    "&quot;渡口&quot;&amp;&#39;夜&#39;&mdash;&hellip;": "\"渡口\"&'夜'—…",
    "&lt;完&gt;": "＜完＞",
    "[扫码看视频](https://example.com/v?a=1)": "扫码看视频",
    "~~旧价~~ 新价": "旧价 新价",
    "*渔歌* 又响起": "渔歌 又响起",
    "上涨 $2 0 \\%$": "上涨 20%",
    "气温 $3 5 ^ { \\circ } \\mathrm { C }$。": "气温 35℃。",
    "东经 $1 1 0 ^ { \\circ }$": "东经 110°",
    "面积 $3 0 0 \\mathrm { m } ^ { 2 }$": "面积 300m²",
    "$\\textcircled{1}$ 第一条": "① 第一条",
    "占 $\\frac { 1 } { 3 }$": "占 1/3",
    "$\\bullet$ 简讯": "● 简讯",
    "$1 9 9 8$ 年": "1998 年",
    "\\(50 \\times 60\\) 厘米": "50×60 厘米",
    "\\section*{渡口加开夜班}": "#渡口加开夜班",
    "\\caption{渡口的夜。周晓 摄}": "渡口的夜。周晓 摄",
    "__海角晚报讯__（记者": "**海角晚报讯**（记者",
    "# 渡口 {#渡口-1}": "# 渡口 ",
    "票价五元------比上月多": "票价五元——比上月多",
    "------三千人等船": "——三千人等船",
    "比分 $3 : 1$": "比分 3:1",
    "\\* 注释": "＊ 注释",
    "\\-5℃，有风": "-5℃，有风",
    "__NBA__ 主办": "**NBA** 主办",
    "* 今天唱 *渔歌* 的": "* 今天唱 渔歌 的",
    "星号 * 表示必答，*姓名* 与电话": "星号 * 表示必答，姓名 与电话",
    "\\- 第一条": "－ 第一条",
    "\\>引用": "＞引用",
    "&#35; 海城": "＃ 海城",
    "&#124;甲&#124;": "｜甲｜",
    "\\*\\*\\*": "＊＊＊",
    "***渡口***：加班": "**渡口**：加班",
    "<https://haijiao.example/a>": "https://haijiao.example/a",
    "[旧闻](news/1.html)": "旧闻",
    "涨了$$2 0 \\%$$": "涨了20%",
}


def meant(line: str) -> str:
    text = without_inline_marks(line, 0)
    assert len(text) == len(line)
    return text.translate(dict.fromkeys(map(ord, INVISIBLE)))


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_what_nobody_can_tell_stays_as_it_is(line: str) -> None:
    assert without_inline_marks(line, 0) == line


@pytest.mark.parametrize(("written", "shown"), MEANT.items())
def test_the_reader_gets_what_is_meant(written: str, shown: str) -> None:
    assert meant(written) == shown


def test_front_matter_is_left_alone() -> None:
    text = '---\ntitle: "a\\*b"\n---\n1\\. 一'
    assert without_inline_marks(text, 3).startswith('---\ntitle: "a\\*b"\n---\n1')
    assert "\\" not in without_inline_marks(text, 3).split("\n")[3]


def test_an_article_is_read_without_the_marks() -> None:
    page = parse_text(
        "# **渡口\\_夜班**\n\n**本报讯**（记者 何静）昨日气温 $3 5 ^ { \\circ } \\mathrm { C }$，上涨 $2 0 \\%$"
        "&mdash;&mdash;[看图](https://example.com/)。\n\n| 甲&amp;乙 | $3 \\%$ |\n|---|---|\n| 1\\. | 2 |\n"
    )
    article = page.articles[0]
    assert article.headline == "渡口_夜班"
    assert article.body[0].text == "昨日气温 35℃，上涨 20%——看图。"
    assert [[cell.text for cell in row] for row in article.body[1].rows] == [["甲&乙", "3%"], ["1.", "2"]]

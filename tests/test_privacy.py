"""Numbers that are nobody's business, and the many that only look like one."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from msgspec.structs import replace

from wanbao.build import build
from wanbao.build.findings import findings_of
from wanbao.config import Config
from wanbao.newspaper import MASKED, load_newspaper
from wanbao.parse import parse_page
from wanbao.privacy import masked
from wanbao.private_numbers import numbers_in, starred
from wanbao.read import read_file
from wanbao.records import Page
from wanbao.search import Search

CARD = "440902199001011233"
"""Nobody's: its digits agree."""


def shown(text: str) -> str:
    return starred(text, [one for one in numbers_in(text) if one.whose == "private"])


ALONE = (
    "新闻热线13800138000，全天接听。",
    "报名电话：13800138000、13900139000（王老师）。",
    "举报电话13800138000",
    "市民可拨打0668-2280000咨询，邮编525000。",
    "总投资13800138000元，其中15900159000万元为贷款。",
    "合同编号：13800138000。",
    "账号 13800138000",
    "他的QQ：13800138000",
    "条码6901234567892，圆周率3.14159265358979。",
    "流水号440902199001011234不是证件。",
    "流水号440902199013011230",
    "派出所电话13800138000，本报广告部：13900139000，订餐热线：张经理13700137000",
    "好邻居超市电话13800138000",
    "总产值13800138000美元，发电13900139000千瓦时",
    "序列号13800138000",
    "中奖号码：13912345678",
    "条形码13912345678",
    "第13800138000名",
    "持身份证办理，营业执照注册号440902000012345",
    "持本人身份证到农行，账号440902193001012345",
    "凭身份证领取，奖券编号123456789012345",
    "螺纹钢 138 4250 4380",
    "大连 26 138 4250 4380 12",
    "穗府139-2022-0518号文件",
    "账号 6222 0213 8001 3800 012",
    "ISBN 978-7-139-00138-0",
    "东经110.9251380，北纬21.13800138000",
    "2022年5月18日",
    "",
)


@pytest.mark.parametrize("text", ALONE)
def test_what_is_nobodys_own_number_is_left_alone(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("联系人：王先生 13800138000。", "联系人：王先生 138****8000。"),
        ("新闻热线12345。失主电话１３８００１３８０００", "新闻热线12345。失主电话１３８****８０００"),
        ("电话138-0013-8000或+8613900139000", "电话138-****-8000或+86139****9000"),
        (f"张某（{CARD}）的钱包", "张某（440902************）的钱包"),
        ("身份证号440902199001011234遗失", "身份证号440902************遗失"),
        ("身份证440902900101123作废", "身份证440902*********作废"),
        ("身份证号：440902 19900101 1234", "身份证号：440902 ******** ****"),
        ("身份证4 4 0 9 0 2 1 9 9 0 0 1 0 1 1 2 3 4", "身份证4 4 0 9 0 2 * * * * * * * * * * * *"),
        ("身份证号44090219900101123×", "身份证号440902************"),
        ("440902199001011234（身份证号）遗失", "440902************（身份证号）遗失"),
        ("联系电话13800138000 万先生", "联系电话138****8000 万先生"),
        ("王先生13800 138000", "王先生138** **8000"),
        ("电话：1380013-8000，138.0013.8000", "电话：138****-8000，138.****.8000"),
        ("电话：1 3 8 0 0 1 3 8 0 0 0", "电话：1 3 8 * * * * 8 0 0 0"),
        ("电话138–0013–8000", "电话138–****–8000"),
        ("138 0013 8000", "138 **** 8000"),
        ("Tel.13800138000", "Tel.138****8000"),
        ("手机013800138000", "手机0138****8000"),
        ("手机卡号13800138000", "手机卡号138****8000"),
        ("QQ及电话13800138000", "QQ及电话138****8000"),
        ("读者王先生拨打热线称，他的手机号13800138000", "读者王先生拨打热线称，他的手机号138****8000"),
    ],
)
def test_a_persons_own_number_is_found(text: str, hidden: str) -> None:
    assert shown(text) == hidden


def understood(folder: Path, text: str) -> tuple[Page, str]:
    (folder / "2022-05-18").mkdir(parents=True)
    (folder / "2022-05-18" / "A02.md").write_text(text, "utf-8")
    (folder / "newspaper.yml").write_text("name: 海州晚报\n", "utf-8")
    newspaper = load_newspaper(folder / "newspaper.yml")
    source = read_file(folder, "2022-05-18/A02.md", newspaper).sources[0]
    return parse_page(source, newspaper), source.text


STORY = f"""# 拾到钱包等失主

海州晚报讯 记者何静 昨日,市民拾到一个钱包,内有身份证,号码为{CARD}。

失主可拨打王先生的电话13800138000认领,也可致电新闻热线13900139000。
"""


def test_a_page_without_such_numbers_is_the_very_same(tmp_path: Path) -> None:
    page, text = understood(tmp_path, STORY.replace(CARD, "何某").replace("13800138000", "2280000"))
    assert masked(page, text, MASKED)[0] == page
    bare, short = understood(tmp_path / "b", "# 春耕\n\n海州晚报讯 昨日开犁。\n")
    assert masked(bare, short, MASKED) == (bare, ())


def test_readers_see_stars_and_the_maintainer_is_told(tmp_path: Path) -> None:
    page, text = understood(tmp_path, STORY)
    seen, notes = masked(page, text, MASKED)
    told = "".join(passage.text + passage.printed for passage in seen.articles[0].body)
    assert CARD not in told and "13800138000" not in told and "13900139000" in told
    assert "号码为440902************" in told and "电话138****8000认领" in told
    assert [(note.code, note.line) for note in notes] == [("I124", 3), ("I124", 5)]
    assert seen.blocks == page.blocks
    assert len(told) == len("".join(passage.text + passage.printed for passage in page.articles[0].body))


def test_tables_are_hidden_cell_by_cell(tmp_path: Path) -> None:
    table = "\n| 姓名 | 电话 |\n| --- | --- |\n| 王先生 | 13800138000 |\n"
    page, text = understood(tmp_path, STORY + table)
    [rows] = [passage.rows for passage in masked(page, text, MASKED)[0].articles[0].body if passage.rows]
    assert [cell.text for row in rows for cell in row] == ["姓名", "电话", "王先生", "138****8000"]


@pytest.mark.parametrize(
    "printed",
    [
        "**138**00138000",
        r"138\-0013\-8000",
        "138&nbsp;0013&nbsp;8000",
        "<b>138</b><i>0013</i>8000",
        "138\u200b00138000",
    ],
)
def test_marks_inside_of_a_number_do_not_show_it(tmp_path: Path, printed: str) -> None:
    page, text = understood(tmp_path, STORY.replace(CARD, "何某").replace("13800138000", printed))
    seen, notes = masked(page, text, MASKED)
    assert "****" in seen.articles[0].body[1].text and "****" in seen.articles[0].body[1].printed
    assert [note.line for note in notes] == [5]


def test_a_number_is_the_same_wherever_the_page_has_it(tmp_path: Path) -> None:
    twice = "\n热心街坊说,138-0013-8000一直有人接,编号13800138000也是它。\n"
    page, text = understood(tmp_path, STORY.replace("# 拾到钱包等失主", "# 请打13800138000等失主") + twice)
    [article] = masked(page, text, MASKED)[0].articles
    assert article.title == article.headline == "请打138****8000等失主"
    assert article.body[-1].text == "热心街坊说，138-****-8000一直有人接，编号138****8000也是它。"
    page, text = understood(tmp_path / "b", STORY + "\n认领热线13800138000全天开通。\n")
    assert "13800138000" in masked(page, text, MASKED)[0].articles[0].body[1].text


def test_a_number_broken_between_the_lines_of_a_headline_is_found(tmp_path: Path) -> None:
    page, text = understood(tmp_path, STORY)
    broken = replace(page.articles[0], headline_lines=("请打13800", "138000"))
    [article] = masked(replace(page, articles=(broken,)), text, MASKED)[0].articles
    assert article.headline_lines == ("请打138**", "**8000")


def test_what_the_profile_does_not_hide_is_noted_all_the_same(tmp_path: Path) -> None:
    page, text = understood(tmp_path, STORY)
    seen, notes = masked(page, text, ("identity",))
    assert "13800138000" in seen.articles[0].body[1].text and CARD not in seen.articles[0].body[0].text
    assert [note.message.rpartition(" is ")[2] for note in notes] == ["hidden from readers", "shown to readers"]
    seen, _ = masked(page, text, ())
    assert seen == page


def test_of_what_is_set_aside_telephones_of_offices_stay(tmp_path: Path) -> None:
    page, text = understood(tmp_path, STORY)
    block = replace(page.blocks[0], role="furniture", kind="ad")
    aside = replace(page, furniture=("旺铺出租 13800138000",), blocks=(block,))
    assert masked(aside, text, MASKED)[0].furniture == ("旺铺出租 138****8000",)
    hotline = replace(
        aside, furniture=(f"电话 13800138000 {CARD}",), blocks=(replace(block, kind="hotline"),), articles=()
    )
    assert masked(hotline, text, MASKED)[0].furniture == ("电话 13800138000 440902************",)


def test_no_file_of_the_site_but_the_view_of_the_source_has_such_a_number(tmp_path: Path) -> None:
    understood(tmp_path / "articles", STORY)
    config = Config(articles=tmp_path / "articles", output=tmp_path / "site", remember=False)
    build(config)
    having = {
        path.relative_to(tmp_path / "site").as_posix()
        for path in (tmp_path / "site").rglob("*.*")
        for coding in ("utf-8", "utf-16-le")
        for number in (CARD, "13800138000")
        if number.encode(coding) in path.read_bytes()
    }
    assert having == {"2022/05/18/A02/source.html"}
    search = Search(lambda address: (tmp_path / "site" / address).read_bytes())
    asked = ("13900139000", CARD, "13800138000", "拨打王先生的电话138")
    assert [len(list(search.answers(query))) for query in asked] == [1, 0, 0, 1]
    assert [note.line for note in findings_of(config) if note.code == "I124"] == [3, 5]


def test_ten_times_as_many_numbers_take_about_ten_times_as_long() -> None:
    def seconds(times: int) -> float:
        text = "13 8 " * times + f"王先生13800138000，身份证{CARD}，李某15900159000、" * times
        start = process_time()
        assert sum(one.whose == "private" for one in numbers_in(text)) == 3 * times
        return process_time() - start

    few = min(seconds(200) for _ in range(3))
    assert min(seconds(2_000) for _ in range(2)) < 40 * few  # the square would be 100

"""The search page of a built site in Chromium: from a host, from disk, under a deep path, by keyboard, on a phone."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import random
import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

import demo
from browsing import Watch, _Quiet, axe_source
from search.small_site import cases, publish
from wanbao.cli import main
from wanbao.search.documents import SearchDoc, doc_of_row
from wanbao.search.pack import unpack
from wanbao.search.query import matches, parse
from wanbao.search.run import TEXT_CODING, text_files

SCRIPTS = Path(__file__).parents[2] / "templates" / "static" / "search"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo archive, built into a folder whose path is not plain; its parent is what a host would serve."""
    folder = tmp_path_factory.mktemp("search")
    demo.write(folder / "articles")
    output = folder / "host" / "a b" / "晚报"
    code = main(["build", "--articles", str(folder / "articles"), "--output", str(output), "--quiet", "--jobs", "1"])
    assert code in (0, 1)
    return output


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path, host: str) -> str:
    """The address of the site's root: from a host, and from disk."""
    if request.param == "file":
        return site.as_uri() + "/"
    return host


@pytest.fixture
def host(site: Path, serve: Callable[[Path], str]) -> str:
    """The address of the site's root from a host."""
    return serve(site.parents[1]) + quote("a b/晚报/")


def ask(page: Page, query: str) -> None:
    page.fill("#q", query)
    page.press("#q", "Enter")
    expect(page.locator(".results")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator(".finder .status")).to_have_text(re.compile("篇|没有"))


def count(page: Page) -> int:
    """How many articles the page says it has found."""
    expect(page.locator(".finder .status")).to_have_text(re.compile("^找到 [0-9]+ 篇$"))
    return int(re.sub("[^0-9]", "", page.locator(".finder .status").inner_text()))


def titles(page: Page) -> list[str]:
    return page.locator(".results .title").all_inner_texts()


def test_nothing_of_the_index_is_loaded_before_somebody_asks(browser_page: Page, address: str) -> None:
    watch = Watch.over(browser_page)
    browser_page.goto(f"{address}search/index.html", wait_until="networkidle")
    assert not [url for url in watch.requests if "/search/" in url and not url.endswith("/index.html")]
    ask(browser_page, "码头")
    assert [url for url in watch.requests if "/search/head.js" in url]


def test_an_answer_has_its_count_its_marks_and_its_address(browser_page: Page, address: str) -> None:
    browser_page.goto(f"{address}search/index.html")
    ask(browser_page, "老码头")
    expect(browser_page.locator(".finder .status")).to_have_text(re.compile("^找到 [0-9]+ 篇$"))
    assert "q=" + quote("老码头") in browser_page.url
    for result in browser_page.locator(".results > li").all():
        assert "老码头" in result.locator("mark").all_inner_texts()


def test_the_help_is_folded_once_somebody_asks(browser_page: Page, address: str) -> None:
    browser_page.goto(f"{address}search/index.html")
    expect(browser_page.locator(".finder .how")).to_have_attribute("open", "")
    ask(browser_page, "码头")
    expect(browser_page.locator(".finder .how")).not_to_have_attribute("open", "")


def test_nothing_found_is_said(browser_page: Page, host: str) -> None:
    browser_page.goto(f"{host}search/index.html?q={quote('头码老')}")
    expect(browser_page.locator(".finder .status")).to_have_text("没有文章含有这些字。")
    assert titles(browser_page) == []


@pytest.mark.parametrize("query", ["，", "&", "???", '"', "*", "-"])
def test_a_query_of_marks_alone_is_told_so(browser_page: Page, host: str, query: str) -> None:
    browser_page.goto(f"{host}search/index.html?q={quote(query)}")
    expect(browser_page.locator(".finder .status")).to_have_text("标点和符号不能单独检索，请输入字、词或数字。")
    browser_page.goto(f"{host}search/index.html?q=%20")
    expect(browser_page.locator(".finder .status")).to_have_text("")


def test_filters_that_leave_nothing_are_named(browser_page: Page, host: str) -> None:
    status = browser_page.locator(".finder .status")
    browser_page.goto(f"{host}search/index.html?q={quote('码头')}&section={quote('无此版')}")
    expect(status).to_have_text("没有文章合于这些筛选：版名 无此版。可清除筛选再查。")
    browser_page.goto(f"{host}search/index.html?since=2024-01-01&until=2023-01-01")
    expect(status).to_have_text("起始日期晚于截止日期，请改正。")


def ways(page: Page) -> list[str]:
    """What the page offers beside its answers."""
    expect(page.locator(".results")).not_to_have_attribute("aria-busy", "true")
    return page.locator(".ways a").all_inner_texts()


def test_who_looks_for_a_date_is_shown_the_way_to_its_papers(browser_page: Page, address: str) -> None:
    browser_page.goto(f"{address}search/index.html")
    ask(browser_page, "1899-05-18")
    assert ways(browser_page) == []
    ask(browser_page, "码头")
    assert ways(browser_page) == []
    ask(browser_page, "5月18日")
    expect(browser_page.locator(".ways a").first).to_have_attribute("href", "../days/index.html#m-05")
    ask(browser_page, "2022年12月31日 码头")
    expect(browser_page.locator(".ways a").first).to_have_attribute(
        "href", re.compile("^../2022/12/31/index.html$|#m-12$")
    )
    browser_page.locator(".ways a", has_text="只在 2022-12-31").click()
    expect(browser_page.locator("#q")).to_have_value("码头")
    expect(browser_page.locator("[name=since]")).to_have_value("2022-12-31")
    dates = browser_page.locator(".results .meta span:first-child").all_inner_texts()
    assert set(dates) <= {"2022年12月31日"}


def test_who_looks_for_a_person_is_shown_the_page_of_that_person(browser_page: Page, site: Path, address: str) -> None:
    rows = [
        row
        for file in site.glob("search/text/*/*.js")
        for row in json.loads(unpack(file.read_bytes()).decode(TEXT_CODING))
    ]
    name = next(person[0] for row in rows for person in doc_of_row(row).contributors if len(person[0]) == 3)
    browser_page.goto(f"{address}search/index.html")
    ask(browser_page, name)
    browser_page.locator(".ways a", has_text=name).click()
    expect(browser_page.locator("h1")).to_have_text(re.compile(name))
    browser_page.goto(f"{address}search/index.html")
    ask(browser_page, name[1:])
    expect(browser_page.locator(".ways a", has_text=name)).to_have_count(1)


def test_who_looks_for_a_section_or_a_page_is_shown_its_articles(browser_page: Page, address: str) -> None:
    browser_page.goto(f"{address}search/index.html")
    ask(browser_page, "副刊")
    browser_page.locator(".ways a", has_text="版名页").click()
    expect(browser_page.locator("h1")).to_have_text(re.compile("副刊"))
    browser_page.goto(f"{address}search/index.html")
    for query in ("a02", "第A02版", "Ａ０２版", "第2版", "第02版"):
        browser_page.goto(f"{address}search/index.html")
        ask(browser_page, query)
        browser_page.locator(".ways a", has_text="第A02版").click()
        expect(browser_page.locator("[name=page]")).to_have_value("A02")
        assert count(browser_page) > 1


def test_who_looks_for_an_id_is_shown_the_article(browser_page: Page, site: Path, address: str) -> None:
    records = [
        json.loads(line)
        for file in (*site.glob("2*/*/*/articles.jsonl"), *site.glob("undated/*/articles.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]
    ways = browser_page.locator(".ways a", has_text="打开：")
    status = browser_page.locator(".finder .status")
    for record in (records[0], records[-1]):
        for query in (record["id"], f" {record['id'].upper()} "):
            browser_page.goto(f"{address}search/index.html?q={quote(query)}")
            expect(status).to_have_text("这是一篇文章的编号。")
            ways.click()
            expect(browser_page.locator(".cite")).to_contain_text(record["id"])
    for query in (f"{records[0]['id']}99", "mmwb-18000101-A01-1", "C919-2"):
        browser_page.goto(f"{address}search/index.html?q={quote(query)}")
        expect(status).to_have_text(re.compile("没有"))
        expect(ways).to_have_count(0)


def test_who_looks_for_the_running_number_of_an_issue_is_shown_it(browser_page: Page, tmp_path: Path) -> None:
    heads = {
        "2021-12-31": "issue: 6999",
        "2022-01-01": "issue: 总第7000期",
        "2022-01-02": "issue: 7001",
        "2022-01-02-增刊": "edition: 增刊\ndate: 2022-01-02",
        "2022-01-03": "section: 要闻",
        "2022-01-05": "issue: 7003",
        "old": "id: festival\nissue: 第123號",
    }
    for name, head in heads.items():
        (tmp_path / "articles" / name).mkdir(parents=True)
        text = f"# 南桥{name[-5:]}通车\n\n本报讯 南桥正式通车，全长7003米，第7000期培训班开班。\n"
        text = f"---\n{head}\npage: A01\n---\n\n{text}"
        (tmp_path / "articles" / name / "A01.md").write_text(text, "utf-8")
    (tmp_path / "articles" / "newspaper.yml").write_text("name: 海角晚报\n", "utf-8")
    output = tmp_path / "site"
    assert main(["build", "--articles", str(tmp_path / "articles"), "--output", str(output), "--quiet"]) in (0, 1)
    ways = browser_page.locator(".ways a", has_text="总第")
    status = browser_page.locator(".finder .status")
    for query, folder in {
        "第7001期": "2022/01/02",
        "总第 7,001 期": "2022/01/02",
        "總第７００１號": "2022/01/02",
        "No. 6999": "2021/12/31",
        "7003": "2022/01/05",
        "第123期": "undated/festival",
    }.items():
        browser_page.goto(f"{output.as_uri()}/search/index.html?q={quote(query)}")
        expect(status).to_have_text("找到 7 篇" if query == "7003" else "这是报纸的期号。")
        expect(ways).to_have_count(1)
        assert ways.get_attribute("href") == f"../{folder}/index.html"
        assert (output / folder / "index.html").is_file()
    for query in ("第7002期", "第7000版", "7000元", "第7001期培训", "0"):
        browser_page.goto(f"{output.as_uri()}/search/index.html?q={quote(query)}")
        expect(status).to_have_text(re.compile("没有"))
        expect(ways).to_have_count(0)


def test_photographers_stand_behind_writers_with_what_they_did(browser_page: Page, host: str) -> None:
    browser_page.goto(f"{host}search/index.html?role=photographer")
    expect(browser_page.locator(".finder .status")).to_have_text(re.compile("^找到"))
    names = browser_page.locator(".results .meta span:last-of-type").all_inner_texts()
    assert any(name.endswith(" 摄影") for name in names)
    assert not [name for name in names if re.search(" 摄影、[^ ]+$", name)]


def test_hits_stand_out_in_the_paragraph_that_is_opened(browser_page: Page, host: str) -> None:
    browser_page.goto(f"{host}search/index.html?q={quote('老码头')}")
    browser_page.locator(".results .title[href*='#p']").first.click()
    target = browser_page.locator(".body :target")
    expect(target).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(target.locator("mark").first).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_who_looks_for_a_column_or_series_is_shown_its_page(browser_page: Page, site: Path, address: str) -> None:
    rows = [
        row
        for file in site.glob("search/text/*/*.js")
        for row in json.loads(unpack(file.read_bytes()).decode(TEXT_CODING))
    ]
    series = {pair for row in rows for pair in doc_of_row(row).series}
    assert series
    for name, href in sorted(series)[:4]:
        browser_page.goto(f"{address}search/index.html")
        ask(browser_page, name)
        way = browser_page.locator(".ways a", has_text="栏目页")
        expect(way).to_have_attribute("href", f"../{href}")
        way.click()
        expect(browser_page.locator("h1")).to_have_text(re.compile(name))


def test_a_name_typed_as_it_was_signed_leads_to_the_page_of_that_spelling(browser_page: Page, tmp_path: Path) -> None:
    page = "---\nlanguage: {}\n---\n\n# {}\n\n本报讯（记者 {}） {}\n"
    old = page.format("zh-Hant", "同鄉會返鄉尋根", "何靜", "旅港同鄉會一行昨日返鄉，參觀了文化宮。")
    new = page.format("zh-Hans", "南桥昨日通车", "何静", "南桥昨日正式通车，居民出行更加方便。")
    recent = [(f"2022-05-{day}", new.replace("南桥", f"南桥{day}号桥")) for day in range(10, 31)]
    for day, text in (("2019-03-05", old), *recent):  # more than an answer shows at first
        (tmp_path / "articles" / day).mkdir(parents=True)
        (tmp_path / "articles" / day / "A01.md").write_text(text, "utf-8")
    (tmp_path / "articles" / "newspaper.yml").write_text("name: 海角晚报\n", "utf-8")
    output = tmp_path / "site"
    assert main(["build", "--articles", str(tmp_path / "articles"), "--output", str(output), "--quiet"]) == 0
    for query, people in (("何静", 1), ("何靜", 2), ("何静靜", 0)):
        browser_page.goto(f"{output.as_uri()}/search/index.html?q={quote(query)}")
        expect(browser_page.locator(".finder .status")).to_have_text(re.compile("篇|没有"))
        expect(browser_page.locator(".ways a[href*='people/']")).to_have_count(people)
    browser_page.goto(f"{output.as_uri()}/search/index.html?q={quote('何靜')}")
    browser_page.locator(".ways a", has_text="何靜").click()
    expect(browser_page.locator("h1")).to_have_text(re.compile("何靜"))


def test_where_nothing_is_found_queries_are_offered_that_find_something(browser_page: Page, address: str) -> None:
    browser_page.goto(f"{address}search/index.html")
    ask(browser_page, "老码头虎")
    expect(browser_page.locator(".indexes a").first).to_be_visible()
    browser_page.locator(".ways a", has_text="“老码头”").click()
    assert count(browser_page) > 0
    expect(browser_page.locator(".indexes a").first).to_be_hidden()
    for query, offered in (("老码头2099", ["老码头"]), ("5月18日", []), ("码头5月虎", ["码头", "5月"])):
        browser_page.goto(f"{address}search/index.html")
        ask(browser_page, query)
        assert [re.sub("改查“(.*?)”.*", r"\1", way) for way in ways(browser_page) if "改查" in way] == offered
    ask(browser_page, "码头 龘龘")
    browser_page.locator(".ways a", has_text="“码头”").click()
    assert count(browser_page) > 0
    ask(browser_page, "码头 -码头")
    assert titles(browser_page) == []
    browser_page.goto(f"{address}search/index.html?q={quote('码头')}&section={quote('无此版')}")
    browser_page.locator(".ways a", has_text="清除筛选").click()
    assert count(browser_page) > 0


def test_back_and_a_shared_address_show_the_same_answer(browser_page: Page, address: str) -> None:
    browser_page.goto(f"{address}search/index.html")
    ask(browser_page, "码头")
    first, shared = titles(browser_page), browser_page.url
    ask(browser_page, "学校 -码头")
    assert titles(browser_page) != first
    browser_page.go_back()
    expect(browser_page.locator("#q")).to_have_value("码头")
    expect(browser_page.locator(".results > li")).to_have_count(len(first))
    assert titles(browser_page) == first
    browser_page.goto(f"{address}index.html")
    browser_page.goto(shared)
    expect(browser_page.locator(".results > li")).to_have_count(len(first))
    assert titles(browser_page) == first


def test_filters_and_facets_narrow_an_answer(browser_page: Page, host: str) -> None:
    browser_page.goto(f"{host}search/index.html")
    ask(browser_page, "码头")
    everything = count(browser_page)
    year = browser_page.locator(".facets button", has_text="2023")
    year.click()
    expect(browser_page.locator(".facets button[aria-pressed=true]")).to_have_text(re.compile("2023"))
    expect(browser_page.locator(".facets button[aria-pressed=true]")).to_be_focused()
    assert "year=2023" in browser_page.url
    of_year = count(browser_page)
    assert 0 < of_year < everything
    browser_page.check("[name=headline]")
    expect(browser_page.locator(".results > li .title mark").first).to_be_visible()
    assert all("码头" in title for title in titles(browser_page))
    assert count(browser_page) < of_year
    browser_page.click("[data-do=clear]")
    expect(browser_page.locator(".finder .status")).to_have_text(f"找到 {everything} 篇")


def test_the_authors_of_an_answer_are_counted_on_request(browser_page: Page, host: str) -> None:
    browser_page.goto(f"{host}search/index.html?q={quote('码头')}")
    browser_page.click(".facets button:has-text('统计作者')")
    author = browser_page.locator(".facets [data-people] li button").first
    name = author.inner_text().split()[0]
    author.click()
    expect(browser_page.locator("[name=person]")).to_have_value(name)
    for result in browser_page.locator(".results > li .meta").all_inner_texts():
        assert name in result


def test_order_turns_the_answer_round(browser_page: Page, host: str) -> None:
    browser_page.goto(f"{host}search/index.html?q={quote('记者')}")
    expect(browser_page.locator(".results > li")).to_have_count(10)
    days = "[...document.querySelectorAll('.results .meta time')].map(day => day.dateTime)"
    newest = browser_page.evaluate(days)
    browser_page.select_option("[name=order]", "oldest")
    expect(browser_page.locator(".results .meta span").first).to_have_text("2022年12月31日")
    oldest = browser_page.evaluate(days)
    assert newest == sorted(newest, reverse=True) and oldest == sorted(oldest)


def test_a_result_opens_at_the_hit_with_all_hits_marked(browser_page: Page, address: str) -> None:
    browser_page.goto(f"{address}search/index.html?q={quote('老碼頭')}")
    browser_page.locator(".results .title").last.click()
    expect(browser_page.locator("article mark").first).to_be_attached()
    assert set(browser_page.locator("article mark").all_inner_texts()) == {"老码头"}
    text = browser_page.locator("article .body").inner_text()
    assert browser_page.locator("article .body mark").count() == text.replace("\n", "").count("老码头")
    assert re.search("#p[0-9]+$", browser_page.url)


def test_more_results_come_with_the_keyboard_left_at_the_first_of_them(browser_page: Page, host: str) -> None:
    browser_page.goto(f"{host}search/index.html?q={quote('的')}")
    expect(browser_page.locator(".results > li")).to_have_count(10)
    browser_page.focus("[data-do=more]")
    browser_page.keyboard.press("Enter")
    expect(browser_page.locator(".results > li:nth-child(11) .title")).to_be_focused()


def test_the_box_of_every_page_leads_to_the_answer(browser_page: Page, host: str) -> None:
    browser_page.goto(f"{host}about/index.html")
    browser_page.keyboard.press("/")
    browser_page.keyboard.type("码头")
    browser_page.keyboard.press("Enter")
    expect(browser_page.locator(".results > li").first).to_be_visible()
    expect(browser_page.locator("#q")).to_have_value("码头")
    browser_page.locator(".results .title").first.focus()
    browser_page.keyboard.press("/")
    expect(browser_page.locator("#q")).to_be_focused()
    expect(browser_page.locator("#q")).to_have_value("码头")


def test_going_back_shows_as_many_results_as_before(browser_page: Page, host: str) -> None:
    browser_page.goto(f"{host}search/index.html?q={quote('的')}")
    browser_page.click("[data-do=more]")
    expect(browser_page.locator(".results > li")).to_have_count(20)
    browser_page.goto(f"{host}about/index.html")
    browser_page.go_back()
    expect(browser_page.locator(".results > li")).to_have_count(20)
    assert browser_page.title().startswith("的 - ")


def test_a_phone_shows_results_on_its_first_screen(browser: Browser, host: str) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(f"{host}search/index.html?q={quote('码头')}")
        expect(page.locator(".results .title").first).to_be_in_viewport()
        expect(page.locator(".facets")).to_be_hidden()
        page.tap(".narrow summary")
        expect(page.locator(".facets button").first).to_be_visible()


def test_a_phone_shows_all_without_scrolling_sideways(browser: Browser, host: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.goto(f"{host}search/index.html?q={quote('码头 记者')}&since=2022-01-01")
        expect(page.locator(".results > li").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.locator(".finder [role=status]").count() == 1
        targets = page.locator(
            ".query button:visible, .query input:visible:not([type=checkbox]), .facets button:visible"
        )
        assert min(target.bounding_box()["height"] for target in targets.all()) >= 24  # type: ignore[index]


@pytest.mark.parametrize("query", ["q=码头", "q=码头虎", "q=码头&since=2022-01-01&order=best"])
def test_axe_finds_nothing_in_any_state_of_the_page(browser_page: Page, host: str, query: str) -> None:
    axe = axe_source()
    if not axe:
        pytest.skip("axe-core is not installed")
    browser_page.goto(f"{host}search/index.html?{query}")
    expect(browser_page.locator(".finder .status")).to_have_text(re.compile("篇|没有"))
    expect(browser_page.locator(".results")).not_to_have_attribute("aria-busy", "true")
    browser_page.evaluate(axe)
    found = browser_page.evaluate("async () => (await axe.run()).violations.map((one) => one.id)")
    assert found == []


def test_without_javascript_the_indexes_are_offered(browser: Browser, host: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{host}search/index.html")
        links = page.locator(".finder a").all()
        assert len(links) >= 3
        assert not page.locator(".query").is_visible()
        links[1].click()
        assert page.locator("h1").is_visible()


def test_a_missing_index_is_said_and_not_silent(browser: Browser, site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/head.js", lambda route: route.abort())
        page.goto(f"{site.as_uri()}/search/index.html?q={quote('码头')}")
        expect(page.locator(".finder .status")).to_have_text(re.compile("重新载入"))


def test_a_page_opened_before_a_new_edition_finds_what_stands_in_the_new_one(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    shutil.copytree(site.parents[2] / "articles", tmp_path / "articles")
    shutil.copytree(site, tmp_path / "site")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{(tmp_path / 'site').as_uri()}/search/index.html")
        ask(page, "的")
        source = next(
            path for path in sorted((tmp_path / "articles").rglob("*.md")) if "码头" in path.read_text("utf-8")
        )
        source.write_text(source.read_text("utf-8").replace("码头", "码头侧畔龙舟竞渡"), "utf-8")
        before = set((tmp_path / "site" / "search").rglob("*.js"))
        folders = ["--articles", str(tmp_path / "articles"), "--output", str(tmp_path / "site")]
        assert main(["build", *folders, "--quiet", "--jobs", "1", "--no-cache"]) in (0, 1)
        assert before - set((tmp_path / "site" / "search").rglob("*.js"))
        ask(page, "侧畔龙舟竞渡")
        assert count(page) >= 1
        assert "龙舟竞渡" in page.locator(".results").inner_text()


class _Strict(_Quiet):
    """A host that forbids every script, style, worker and connection but the site's own files."""

    allowed = ""

    def end_headers(self) -> None:
        policy = f"default-src 'none'; script-src 'self' {self.allowed}; style-src 'self'; img-src 'self' data:"
        self.send_header("Content-Security-Policy", f"{policy}; base-uri 'none'; form-action 'self'")
        super().end_headers()


@pytest.fixture
def strict(site: Path) -> Iterator[str]:
    inline = re.findall("<script>(.*?)</script>", (site / "search" / "index.html").read_text("utf-8"), re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline)
    handler = type("Handler", (_Strict,), {"allowed": " ".join(f"'sha256-{digest}'" for digest in digests)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def leave(page: Page) -> None:
    """Leave the site before its server ends: what the page still asks for would be refused, and be told as a fault."""
    page.wait_for_load_state("networkidle")
    page.goto("about:blank")


def test_a_strict_content_security_policy_is_kept(browser_page: Page, strict: str) -> None:
    browser_page.goto(f"{strict}search/index.html")
    ask(browser_page, "码头")
    browser_page.locator(".results .title").first.click()
    expect(browser_page.locator("article mark").first).to_be_attached()
    leave(browser_page)


class _Compressing(_Quiet):
    """A host that compresses every file and says that all of them are in Latin 1."""

    def do_GET(self) -> None:  # noqa: N802 (the name that the server looks for)
        path = Path(self.translate_path(self.path))
        body = gzip.compress(path.read_bytes()) if path.is_file() else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=iso-8859-1")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def test_a_host_may_compress_and_name_another_charset(browser_page: Page, site: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    # The page itself holds no letter beyond ASCII in its address and the index none that a header could spoil.
    browser_page.goto(f"http://127.0.0.1:{server.server_port}/search/index.html?q={quote('老码头')}")
    expect(browser_page.locator(".results mark").first).to_have_text("老码头")
    leave(browser_page)
    server.shutdown()
    server.server_close()


def test_the_shared_cases_hold_in_chromium(browser_page: Page, tmp_path: Path) -> None:
    issues, asked = cases()
    for name, content in publish(issues).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    names = sorted(path.name for path in SCRIPTS.glob("*.js") if path.name < "70")
    for name in names:
        (tmp_path / name).write_bytes((SCRIPTS / name).read_bytes())
    scripts = "".join(f'<script src="{name}"></script>' for name in names)
    (tmp_path / "index.html").write_text(f'<!doctype html><meta charset="utf-8"><title>cases</title>{scripts}')
    browser_page.goto((tmp_path / "index.html").as_uri())
    answers = browser_page.evaluate(
        """async (asked) => {
          const answers = [];
          for (const { query, filters } of asked) {
            const answer = new finder.Answer(query, filters);
            answers.push((await answer.next(99)).map(({ doc }) => doc.address));
          }
          return answers;
        }""",
        json.loads(json.dumps(asked)),
    )
    assert [(case["query"], found) for case, found in zip(asked, answers, strict=True)] == [
        (case["query"], case["found"]) for case in asked
    ]


def test_the_coding_of_texts_is_read_in_chromium_as_it_was_written(browser_page: Page, tmp_path: Path) -> None:
    points = (*range(0x20, 0xD800), *range(0xE000, 0x10000), *range(0x10000, 0x2FFFF, 7))
    title = "".join(map(chr, points))
    ((_, data),) = text_files("2022-05-18", [SearchDoc("a.html", title)])
    (tmp_path / "text.js").write_bytes(data)
    (tmp_path / "files.js").write_bytes(b"const finder = {};\n" + (SCRIPTS / "30-files.js").read_bytes())
    (tmp_path / "index.html").write_text('<!doctype html><meta charset="utf-8"><script src="files.js"></script>')
    browser_page.goto((tmp_path / "index.html").as_uri())
    read = browser_page.evaluate(
        "async () => JSON.parse(new TextDecoder('gb18030').decode(await finder.load('text.js')))[0][1]"
    )
    assert [hex(ord(a)) for a, b in zip(title, read, strict=True) if a != b] == []


def test_two_hundred_pieces_of_the_demo_archive_are_found_as_the_text_says(browser_page: Page, site: Path) -> None:
    files = sorted(site.glob("search/text/*/*.js"))
    docs = [
        doc_of_row(values) for file in files for values in json.loads(unpack(file.read_bytes()).decode(TEXT_CODING))
    ]
    draw = random.Random(20)
    queries: list[str] = []
    while len(queries) < 200:
        text = draw.choice(draw.choice(docs).body).text
        start = draw.randrange(len(text))
        query = text[start : start + len(queries) % 8 + 1]
        if parse(query):
            queries.append(query)
    browser_page.goto(f"{site.as_uri()}/search/index.html")
    answers = browser_page.evaluate(
        """async (queries) => {
          const answers = [];
          for (const query of queries) {
            const answer = new finder.Answer(query);
            const found = [];
            while (!answer.started || !answer.isDone) found.push(...(await answer.next(50)));
            answers.push(found.map(({ doc }) => doc.address));
          }
          return answers;
        }""",
        queries,
    )
    for query, found in zip(queries, answers, strict=True):
        assert sorted(found) == sorted(doc.address for doc in docs if matches(doc, parse(query))), query

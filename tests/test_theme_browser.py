"""The theme in a real browser, on made-up records: every kind of page, every setting, by keyboard, on paper."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from browsing import Watch
from pages import NOT_FOUND, PAGES_OF_EVERY_KIND, SITE
from wanbao.render import Renderer, default_theme, static_files
from wanbao.strings import load_strings

AXE = os.environ.get("WANBAO_AXE", "")
"""The path of `axe.min.js`; CI sets it."""

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
LOOKS: tuple[tuple[int, str, dict[str, str]], ...] = (
    (320, "light", {"size": "xxl", "contrast": "high"}),
    (320, "dark", {"size": "xxl"}),
    (390, "light", {}),
    (390, "dark", {"contrast": "high"}),
    (768, "light", {"size": "l"}),
    (768, "dark", {"size": "xl"}),
    (1280, "light", {"theme": "dark", "set": "vertical"}),
    (1280, "dark", {"theme": "light", "contrast": "high"}),
)
"""Widths, colour schemes of the system and the reader's settings that every kind of page is looked at in."""
KINDS = tuple(name for name in PAGES_OF_EVERY_KIND if name != "moved")  # which leaves at once
PARAGRAPHS = ".body > p:not([class])"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every made-up page, written into a folder of its own with the theme's files; name → `file://` address."""
    folder = tmp_path_factory.mktemp("theme")
    theme = (default_theme(),)
    files = static_files(theme)
    style = b"".join(data for name, data in files if name.startswith("css/"))
    script = b"\n".join(data for name, data in files if name.startswith("js/"))
    renderer = Renderer(theme, SITE, load_strings(theme))
    addresses = {}
    for name, (template, view) in PAGES_OF_EVERY_KIND.items():
        record: Any = view
        if record.head.root.startswith("/"):  # 404 names the whole path of its site; here it lies at the root
            record = replace(record, head=replace(record.head, root=""))
        path = folder / name / record.head.address
        path.parent.mkdir(parents=True)
        path.write_bytes(renderer.render(template, record))
        (path.parent / "quay.png").write_bytes(PIXEL)
        (folder / name / SITE.style).write_bytes(style)
        (folder / name / SITE.scripts[0]).write_bytes(script)
        (folder / name / SITE.icon).write_bytes(dict(files)["icon.svg"])
        addresses[name] = path.as_uri()
    return addresses


Reader = Callable[..., Any]


@pytest.fixture
def reader(browser: Browser) -> Reader:
    """`with reader(width, scheme, settings) as page`: a reader who has been here before; complaints fail the test."""

    @contextmanager
    def opened(
        width: int = 390, scheme: Any = "light", settings: dict[str, str] | None = None, **more: Any
    ) -> Iterator[Page]:
        with browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce", **more
        ) as context:
            if settings:
                kept = json.dumps(json.dumps(settings))
                context.add_init_script(f"localStorage.getItem('wanbao') ?? localStorage.setItem('wanbao', {kept})")
            page = context.new_page()
            watch = Watch.over(page)
            yield page
        assert not watch.faults, "\n".join(watch.faults)

    return opened


def _open_settings(page: Page) -> None:
    page.evaluate("document.querySelector('[aria-controls=settings]').click()")


@pytest.mark.parametrize(("width", "scheme", "settings"), LOOKS)
def test_no_page_scrolls_sideways_and_no_message_is_shown(
    site: dict[str, str], reader: Reader, width: int, scheme: str, settings: dict[str, str]
) -> None:
    with reader(width, scheme, settings) as page:
        for name in KINDS:
            page.goto(site[name])
            _open_settings(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.skipif(not AXE, reason="WANBAO_AXE names no axe.min.js")
@pytest.mark.parametrize(("width", "scheme", "settings"), (LOOKS[0], *LOOKS[2:4], *LOOKS[5:7]))
def test_axe_finds_nothing_on_any_kind_of_page(
    site: dict[str, str], reader: Reader, width: int, scheme: str, settings: dict[str, str]
) -> None:
    axe = Path(AXE).read_text("utf-8")
    rules = {"target-size": True, "color-contrast-enhanced": settings.get("contrast") == "high"}
    options = {
        "preload": False,
        "resultTypes": ["violations"],
        "rules": {rule: {"enabled": wanted} for rule, wanted in rules.items()},
    }
    found = []
    with reader(width, scheme, settings) as page:
        for name in KINDS:
            page.goto(site[name])
            _open_settings(page)
            page.evaluate(axe)
            for violation in page.evaluate("options => axe.run(document, options)", options)["violations"]:
                found += [f"{name}: {violation['id']}: {node['html'][:200]}" for node in violation["nodes"]]
    assert found == []


def test_wide_characters_of_any_headline_fit_a_narrow_screen(site: dict[str, str], reader: Reader) -> None:
    long = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3
    with reader(320, settings={"size": "xxl"}) as page:
        for name in ("article", "issue", "page", "home", "person"):
            page.goto(site[name])
            page.evaluate(
                "text => document.querySelectorAll('h1, h2, .title, .crumbs li > *, td').forEach("
                "one => one.closest('.month') || (one.textContent = text))",
                long if name != "article" else "很长的标题" * 30,
            )
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_the_readers_settings_last_and_are_there_before_anything_is_drawn(site: dict[str, str], reader: Reader) -> None:
    with reader(390) as page:
        page.goto(site["home"])
        page.get_by_role("button", name="阅读设置").click()
        page.get_by_label("最大").check()
        page.get_by_label("深色").check()
        page.get_by_label("高对比度").check()
        size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
        assert page.evaluate(size) == 36
        page.wait_for_timeout(300)
        page.add_init_script(
            "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())"
            " shift += entry.value }).observe({ type: 'layout-shift', buffered: true });"
            f"addEventListener('DOMContentLoaded', () => {{ window.early = {size} }}, true)"
        )
        page.goto(site["article"])
        page.wait_for_load_state("load")
        page.wait_for_timeout(100)
        assert page.evaluate("early") == 36
        assert page.evaluate("shift") == 0
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
        page.get_by_role("button", name="阅读设置").click()
        expect(page.get_by_label("最大")).to_be_checked()
        expect(page.get_by_label("高对比度")).to_be_checked()
        page.get_by_label("标准").check()
        page.get_by_label("跟随系统").check()
        page.get_by_label("高对比度").uncheck()
        page.wait_for_timeout(300)
        page.reload()
        assert page.evaluate(size) == 18
        assert page.evaluate("localStorage.getItem('wanbao')") == "{}"


@pytest.mark.parametrize(("name", "pixels"), [("标准", 18), ("大", 22), ("特大", 28), ("最大", 36)])
def test_there_are_four_text_sizes(site: dict[str, str], reader: Reader, name: str, pixels: int) -> None:
    with reader() as page:
        page.goto(site["article"])
        page.get_by_role("button", name="阅读设置").click()
        page.get_by_label(name, exact=True).check()
        assert page.locator(PARAGRAPHS).first.evaluate("one => getComputedStyle(one).fontSize") == f"{pixels}px"


def test_everything_is_readable_without_javascript(site: dict[str, str], reader: Reader) -> None:
    with reader(java_script_enabled=False) as page:
        for name in KINDS:
            page.goto(site[name])
            expect(page.locator(".js-only:visible, button[data-do]:visible")).to_have_count(0)
            expect(page.locator("h1")).to_be_visible()
            expect(page.locator("input[type=search]:visible")).to_have_count(0)  # the search needs JavaScript
        page.goto(site["article"])
        for part in page.locator(".body > *").all():
            expect(part).to_be_visible()
        expect(page.locator(".cite dd").first).to_be_visible()


def test_the_page_about_the_archive_sets_facts_side_by_side_and_marks_lists(
    site: dict[str, str], reader: Reader
) -> None:
    with reader(390) as page:
        page.goto(site["about"])
        for row in page.locator(".facts div").all():
            name, value = row.locator("dt").bounding_box(), row.locator("dd").bounding_box()
            assert name and value and name["y"] == value["y"] and value["x"] > name["x"] + name["width"]
        marks = "all => all.map(one => getComputedStyle(one).listStyleType)"
        assert page.locator(".prose li").evaluate_all(marks) == ["disc", "decimal"]
        table, heading = page.locator(".facts").bounding_box(), page.locator(".prose h2").first.bounding_box()
        assert table and heading and heading["y"] > table["y"] + table["height"] + 16


@pytest.mark.parametrize("kind", ["article", "whole"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_stanzas_of_a_poem_begin_at_one_edge_and_the_poem_stands_in_the_middle(
    site: dict[str, str], reader: Reader, kind: str, width: int
) -> None:
    with reader(width) as page:
        page.goto(site[kind])
        poem, body, first, second = (
            page.locator(name).first.bounding_box()
            for name in (".poem:has(.verse + .verse)", ".body", ".verse:has(+ .verse)", ".verse + .verse")
        )
        assert poem and body and first and second
        assert first["x"] == second["x"] == poem["x"]
        assert abs(poem["x"] + poem["width"] / 2 - body["x"] - body["width"] / 2) < 2


def test_forbidden_storage_stops_nothing(site: dict[str, str], reader: Reader) -> None:
    with reader() as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
        page.goto(site["article"])
        page.get_by_role("button", name="阅读设置").click()
        page.get_by_label("最大").check()
        assert page.evaluate("document.documentElement.dataset.size") == "xxl"


def test_the_skip_link_is_the_first_stop_and_leads_to_the_text(site: dict[str, str], reader: Reader) -> None:
    with reader(1280) as page:
        page.goto(site["article"])
        page.keyboard.press("Tab")
        skip = page.locator(".skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", ["home", "article", "year", "issue"])
def test_every_stop_of_the_tab_key_is_seen(site: dict[str, str], reader: Reader, name: str) -> None:
    with reader(1280) as page:
        page.goto(site[name])
        _open_settings(page)
        seen = 0
        while seen < 400:
            page.keyboard.press("Tab")
            state = page.evaluate(
                "(() => { const one = document.activeElement; if (one === document.body) return null;"
                "const style = getComputedStyle(one), box = one.getBoundingClientRect();"
                "return [style.outlineStyle, parseFloat(style.outlineWidth), box.width, one.outerHTML] })()"
            )
            if state is None:
                break
            seen += 1
            outline, width, box, html = state
            assert outline != "none" and width >= 2 and box > 0, html
        assert 10 < seen < 400


def test_keys_turn_pages_step_through_paragraphs_and_open_help(site: dict[str, str], reader: Reader) -> None:
    with reader(1280) as page:
        page.goto(site["article"])
        page.keyboard.press("j")
        expect(page.locator("#p1")).to_be_focused()
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("k")
        expect(page.locator("#p2")).to_be_focused()
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_be_hidden()
        page.keyboard.press("/")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type("?jk")
        expect(page.get_by_role("searchbox")).to_have_value("?jk")
        page.get_by_role("searchbox").blur()
        page.route("**/3.html", lambda route: route.fulfill(body="<title>next</title>", content_type="text/html"))
        page.keyboard.press("ArrowRight")
        page.wait_for_url("**/3.html")


def test_single_keys_can_be_turned_off(site: dict[str, str], reader: Reader) -> None:
    with reader(settings={"keys": "off"}) as page:
        page.goto(site["article"])
        before = page.url
        for key in ("j", "/", "?", "ArrowRight", "ArrowLeft"):
            page.keyboard.press(key)
        expect(page.locator("dialog")).to_be_hidden()
        assert page.evaluate("document.activeElement === document.body")
        assert page.url == before


def test_a_list_is_stepped_through_by_its_headlines(site: dict[str, str], reader: Reader) -> None:
    with reader() as page:
        page.goto(site["page"])
        page.keyboard.press("j")
        expect(page.locator(".title").first).to_be_focused()


def test_vertical_setting_lasts_scrolls_by_itself_and_keeps_the_arrow_keys(
    site: dict[str, str], reader: Reader
) -> None:
    with reader(390) as page:
        page.goto(site["article"])
        button = page.get_by_role("button", name="竖排")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        page.wait_for_timeout(300)  # Chromium writes storage a little later; a reader is never that quick
        page.reload()
        body = page.locator(".body")
        assert body.evaluate("one => getComputedStyle(one).writingMode") == "vertical-rl"
        assert body.evaluate("one => one.scrollWidth > one.clientWidth")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        body.focus()
        before = page.url
        page.keyboard.press("ArrowLeft")
        assert page.url == before
        page.get_by_role("button", name="竖排").click()
        assert body.evaluate("one => getComputedStyle(one).writingMode") == "horizontal-tb"
        expect(body).not_to_have_attribute("tabindex", "0")


def test_a_mouse_wheel_turns_a_vertical_text_and_leaves_the_page_at_its_end(
    site: dict[str, str], reader: Reader
) -> None:
    with reader(390, settings={"set": "vertical"}) as page:
        page.goto(site["article"])
        body = page.locator(".body")
        body.scroll_into_view_if_needed()
        body.hover()
        start = page.evaluate("scrollY")
        page.mouse.wheel(0, 200)
        page.wait_for_function("document.querySelector('.body').scrollLeft <= -200")
        assert page.evaluate("scrollY") == start
        body.evaluate("one => { one.scrollLeft = -one.scrollWidth }")
        page.mouse.wheel(0, 200)
        page.wait_for_function(f"scrollY > {start}")


def test_text_survives_the_spacing_a_reader_may_need(site: dict[str, str], reader: Reader) -> None:
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    with reader(320) as page:
        for name in KINDS:
            page.goto(site[name])
            page.add_style_tag(content=spacing + "p { margin-bottom: 2em !important }")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
            cut = page.evaluate(
                "[...document.querySelectorAll('main *, header *')].filter(one => one.children.length === 0 && "
                "one.clientHeight && one.scrollHeight > one.clientHeight + 2 && getComputedStyle(one).overflowY !== "
                "'visible').map(one => one.outerHTML.slice(0, 80))"
            )
            assert cut == [], name


def test_links_and_citations_are_copied_and_the_reader_is_told(
    site: dict[str, str], reader: Reader, serve: Callable[[Path], str]
) -> None:
    root, _, address = site["article"].removeprefix("file://").partition("/2023/")
    with reader(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{serve(Path(root))}2023/{address}")
        page.get_by_role("button", name="复制链接").click()
        expect(page.get_by_role("status")).to_have_text("已复制")
        assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/2023/05/18/A02/2.html"
        page.locator(".cite").get_by_role("button").first.click()
        assert page.evaluate("navigator.clipboard.readText()").startswith("林晓岚，石蕾蕾. 老码头修旧如旧")


def test_a_phone_shares_by_its_own_sheet(site: dict[str, str], reader: Reader) -> None:
    share = "Object.defineProperty(navigator, 'share', { value: async (what) => { window.shared = what } })"
    with reader(390, is_mobile=True, has_touch=True) as page:
        page.add_init_script(share)
        page.goto(site["article"])
        page.get_by_role("button", name="分享").tap()
        assert page.evaluate("shared.url") == "https://example.org/2023/05/18/A02/2.html"


def test_a_report_of_an_error_names_the_article_and_quotes_what_is_selected(
    site: dict[str, str], reader: Reader, serve: Callable[[Path], str]
) -> None:
    root, _, address = site["article"].removeprefix("file://").partition("/2023/")
    select = "getSelection().selectAllChildren(document.querySelector('#p5'))"
    with reader(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{serve(Path(root))}2023/{address}")
        page.evaluate(select)
        page.evaluate("addEventListener('click', (event) => event.preventDefault())")
        mail = page.get_by_role("link", name="纠错")
        mail.dispatch_event("click")
        assert "hzwb-20230518-A02-2" in mail.get_attribute("href")
        assert "%E5%93%91%E7%9A%84%E4%B8%8D%E7%94%A8" in mail.get_attribute("href")
        page.get_by_role("button", name="复制纠错单").dispatch_event("click")
        expect(page.get_by_role("status")).to_have_text("已复制")
        report = page.evaluate("navigator.clipboard.readText()").split("\n")
        assert report[0].startswith("[hzwb-20230518-A02-2] 老码头")
        assert report[1] == "https://example.org/2023/05/18/A02/2.html"
        assert "哑的不用" in report[2]


LAST_CHARACTERS = """[...document.querySelectorAll(".body > p[id]")].map(one => {
  const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), range = document.createRange();
  let node;
  while (walker.nextNode()) if (!walker.currentNode.parentElement.matches(".anchor")) node = walker.currentNode;
  range.setStart(node, node.length - 1);
  range.setEnd(node, node.length);
  const box = range.getBoundingClientRect();
  return [box.left, box.top, box.right];
})"""


def test_a_paragraph_has_a_link_that_moves_no_character(site: dict[str, str], reader: Reader) -> None:
    for name in ("article", "article-bare"):
        with reader(java_script_enabled=False) as page:
            page.goto(site[name])
            plain = page.evaluate(LAST_CHARACTERS)
        with reader() as page:
            page.goto(site[name])
            expect(page.locator("#p1 .anchor")).to_have_count(1)
            offset = page.evaluate(LAST_CHARACTERS)[0][1] - plain[0][1]
            assert page.evaluate(LAST_CHARACTERS) == [[left, top + offset, right] for left, top, right in plain]
    with reader() as page:
        page.goto(site["article"])
        link = page.locator("#p2 .anchor")
        link.focus()
        assert link.evaluate("one => getComputedStyle(one).opacity") == "1"
        link.click()
        assert page.url.endswith("#p2")


def test_the_links_to_paragraphs_are_one_stop_of_the_tab_key_and_the_arrows_go_along(
    site: dict[str, str], reader: Reader
) -> None:
    with reader(1280) as page:
        page.goto(site["article"])
        expect(page.locator(".body .anchor")).to_have_count(page.locator(".body p[id]").count())
        expect(page.locator(".body .anchor[tabindex='0']")).to_have_count(1)
        page.locator("#p1 .anchor").focus()
        page.keyboard.press("ArrowDown")
        expect(page.locator("#p2 .anchor")).to_be_focused()
        expect(page.locator(".body .anchor[tabindex='0']")).to_have_count(1)
        page.keyboard.press("ArrowUp")
        expect(page.locator("#p1 .anchor")).to_be_focused()


def test_in_the_largest_text_on_a_phone_ranks_are_kept_and_the_headline_is_on_the_first_screen(
    site: dict[str, str], reader: Reader
) -> None:
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    with reader(390, settings={"size": "xxl"}) as page:
        page.goto(site["article"])
        headline, kicker, deck, body = (
            page.locator(what).first.evaluate(size) for what in ("h1", "hgroup .kicker", ".deck", PARAGRAPHS)
        )
        assert headline > max(kicker, deck) >= min(kicker, deck) > body
        expect(page.locator("h1")).to_be_in_viewport()


def test_the_page_for_lost_addresses_has_style_and_links_from_disk_though_it_names_the_sites_path(
    browser: Browser, tmp_path: Path
) -> None:
    theme = (default_theme(),)
    assert NOT_FOUND.head.root == "/archive/"
    (tmp_path / "404.html").write_bytes(Renderer(theme, SITE, load_strings(theme)).render("not_found.html", NOT_FOUND))
    (tmp_path / SITE.style).write_bytes(b"body { color: rgb(1, 2, 3) }")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((tmp_path / "404.html").as_uri())
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(1, 2, 3)"
        expect(page.locator(".paper a")).to_have_attribute("href", "index.html")
        expect(page.locator("main a").last).to_have_attribute("href", "search/index.html")


def test_a_line_that_is_not_of_the_source_has_no_number(site: dict[str, str], reader: Reader) -> None:
    with reader() as page:
        page.goto(site["ledger"])
        link = page.locator(".ledger .opens")
        assert link.evaluate("one => getComputedStyle(one).listStyleType") == "none"
        expect(link).not_to_have_attribute("id", "L1")
        expect(page.locator("#L1 a")).to_have_count(0)


def test_dates_and_doubts_are_told_in_the_text_where_a_reader_wants_it(site: dict[str, str], reader: Reader) -> None:
    told = "one => getComputedStyle(one, '::after').content"
    with reader() as page:
        page.goto(site["article"])
        word, name = page.locator(".body time"), page.locator(".credits .doubt")
        assert word.evaluate(told) == name.evaluate(told) == "none"
        page.get_by_role("button", name="阅读设置").click()
        page.get_by_label("注明日期与存疑").check()
        assert "2023年5月17日" in word.evaluate(told)
        assert "石蕾 蕾" in name.evaluate(told)


def test_a_resolved_date_is_told_at_a_touch(site: dict[str, str], reader: Reader) -> None:
    with reader(has_touch=True) as page:
        page.goto(site["article"])
        word = page.locator(".body time")
        word.tap()
        assert word.evaluate("one => getComputedStyle(one, '::after').content").count("2023年5月17日") == 1
        word.tap()
        assert word.evaluate("one => getComputedStyle(one, '::after').content") == "none"


SPEECH = """
const spoken = window.spoken = [];
class FakeUtterance { constructor(text) { this.text = text } }
const speech = { speaking: false, addEventListener() {}, getVoices: () => VOICES,
  speak(words) { spoken.push([words.text, words.lang]); this.speaking = true; window.finish = () => words.onend(); },
  cancel() { this.speaking = false } };
Object.defineProperty(window, "speechSynthesis", { value: speech });
Object.defineProperty(window, "SpeechSynthesisUtterance", { value: FakeUtterance });
"""


def test_reading_aloud_is_offered_only_where_there_is_a_voice(site: dict[str, str], reader: Reader) -> None:
    with reader() as page:
        page.add_init_script(SPEECH.replace("VOICES", "[{ lang: 'en-US' }]"))
        page.goto(site["article"])
        expect(page.locator("[data-do=read]")).to_be_hidden()


def test_reading_aloud_follows_the_text_and_stops_when_asked(site: dict[str, str], reader: Reader) -> None:
    with reader() as page:
        page.add_init_script(SPEECH.replace("VOICES", "[{ lang: 'zh-CN' }]"))
        page.goto(site["article"])
        page.get_by_role("button", name="朗读").click()
        expect(page.locator(".kicker.reading")).to_have_count(1)
        for _ in range(3):
            page.evaluate("finish()")
        expect(page.locator("#p1.reading")).to_have_count(1)
        expect(page.get_by_role("button", name="停止朗读")).to_be_visible()
        text, language = page.evaluate("spoken[3]")
        assert text.startswith("海州晚报讯 记者林晓岚") and text.endswith("卖鱼丸的陈伯已经支起了炉子。")
        assert language == "zh-CN"
        page.keyboard.press("Escape")
        expect(page.locator(".reading")).to_have_count(0)
        expect(page.get_by_role("button", name="朗读")).to_be_visible()


def test_an_article_is_set_as_chinese_is_set(site: dict[str, str], reader: Reader) -> None:
    with reader(1280) as page:
        page.goto(site["article"])
        style = page.locator(PARAGRAPHS).first.evaluate(
            "one => { const style = getComputedStyle(one), size = parseFloat(style.fontSize);"
            "return { indent: parseFloat(style.textIndent) / size, line: parseFloat(style.lineHeight) / size,"
            "measure: one.getBoundingClientRect().width / size, strict: style.lineBreak, face: style.fontFamily } }"
        )
        assert style["indent"] == 2
        assert style["line"] == pytest.approx(1.8)
        assert 30 <= style["measure"] <= 40
        assert style["strict"] == "strict"
        assert style["face"].startswith('"Source Han Serif SC"')


@pytest.mark.parametrize("name", ["article", "issue"])
def test_on_paper_there_is_the_text_and_where_it_is_from(site: dict[str, str], reader: Reader, name: str) -> None:
    with reader(800, "dark", {"theme": "dark", "contrast": "high", "size": "xxl", "set": "vertical"}) as page:
        page.emulate_media(media="print")
        page.goto(site[name])
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") < 16
        for gone in (".nav", ".tools", ".pager", ".crumbs", "button", ".skip", ".said"):
            expect(page.locator(gone).locator("visible=true")).to_have_count(0)
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".on-paper")).to_contain_text("https://example.org/")
        if name == "article":
            expect(page.locator(".cite dd").first).to_be_visible()
            expect(page.locator(".cite dd").nth(1)).to_be_hidden()
            assert page.pdf(format="A4").count(b"/Type /Page\n") <= 2


def test_on_paper_no_heading_is_cut_by_a_column_or_left_at_its_foot(site: dict[str, str], reader: Reader) -> None:
    cut = """() => [...document.querySelectorAll(".body h2")].filter((one) => one.getClientRects().length > 1
        || one.nextElementSibling.getClientRects()[0].x > one.getBoundingClientRect().x + 9).length"""
    with reader(794) as page:
        page.emulate_media(media="print")
        page.goto(site["article"])
        text = page.locator("#p2")
        for _ in range(60):  # as the text before it grows, the heading comes to every place of a column
            text.evaluate("(one) => one.append('春'.repeat(9))")
            assert page.evaluate(cut) == 0


def test_help_and_contact_stand_at_the_same_place_on_every_page(site: dict[str, str], reader: Reader) -> None:
    places = set()
    with reader(1280) as page:
        for name in KINDS:
            page.goto(site[name])
            links = page.locator(".foot-links > *").all_text_contents()
            places.add(tuple(links))
    assert places == {("关于本站", "联系与更正", "键盘快捷键")}


def test_forced_colours_keep_the_days_with_an_issue_apart(site: dict[str, str], reader: Reader) -> None:
    with reader(forced_colors="active") as page:
        page.goto(site["year"])
        colour = "one => getComputedStyle(one).color"
        day = page.locator(".month td a").first.evaluate(colour)
        assert day != page.locator(".month td:not(:has(a)):not(:empty)").first.evaluate(colour)


def test_whatever_a_finger_touches_is_44_pixels_high(site: dict[str, str], reader: Reader) -> None:
    small = (
        "[...document.querySelectorAll('a, button, summary, input, label')].filter(one => one.checkVisibility() && "
        "!one.closest('.skip, .finder, .body p, .body figure, label *') && !(one.closest('label') && one.type))"
        ".filter(one => one.getBoundingClientRect().height < 43.5).map(one => one.outerHTML.slice(0, 90))"
    )
    with reader(390, is_mobile=True, has_touch=True) as page:
        for name in KINDS:
            page.goto(site[name])
            _open_settings(page)
            assert page.evaluate(small) == [], name


def test_touch_rows_are_even_and_words_that_belong_together_are_close(site: dict[str, str], reader: Reader) -> None:
    heights = "all => [...new Set(all.map(one => Math.round(one.getBoundingClientRect().height)))]"
    with reader(390, is_mobile=True, has_touch=True) as page:
        page.goto(site["year"])
        assert page.locator(".month").first.locator("tbody tr:not(:has(.extra))").evaluate_all(heights) == [46]
        page.goto(site["days"])
        assert page.locator(".days").first.locator("li").evaluate_all(heights) == [44]
        page.goto(site["article"])
        assert page.locator(".actions > *").evaluate_all(heights) == [44]
        page.goto(site["issue"])
        gap = "([kicker, title]) => title.getBoundingClientRect().top - kicker.getBoundingClientRect().bottom"
        pair = [page.locator(f".sheet li:first-child > {one}").first.element_handle() for one in (".kicker", "a")]
        assert page.evaluate(gap, pair) < 4
        for name in ("article", "issue", "home"):
            page.goto(site[name])
            expect(page.get_by_role("button", name="键盘快捷键")).to_be_hidden()


def test_settings_open_and_close_by_keyboard(site: dict[str, str], reader: Reader) -> None:
    with reader(1280) as page:
        page.goto(site["article"])
        button = page.get_by_role("button", name="阅读设置")
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Tab")
        expect(page.get_by_label("标准")).to_be_focused()
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.documentElement.dataset.size") == "l"
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
        expect(page.locator("#settings")).to_be_hidden()

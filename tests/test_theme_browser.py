"""The theme in a real browser, on made-up records: every kind of page, every setting, on paper."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from browsing import axe_source
from pages import NOT_FOUND, SITE
from theming import KINDS, PARAGRAPHS, Reader, open_settings
from wanbao.render import Renderer, default_theme
from wanbao.strings import load_strings

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


@pytest.mark.parametrize(("width", "scheme", "settings"), LOOKS)
def test_no_page_scrolls_sideways_and_no_message_is_shown(
    theme_pages: dict[str, str], reader: Reader, width: int, scheme: str, settings: dict[str, str]
) -> None:
    with reader(width, scheme, settings) as page:
        for name in KINDS:
            page.goto(theme_pages[name])
            open_settings(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.skipif("WANBAO_AXE" not in os.environ, reason="takes a minute more: CI names axe.min.js in WANBAO_AXE")
@pytest.mark.parametrize(("width", "scheme", "settings"), (LOOKS[0], *LOOKS[2:4], *LOOKS[5:7]))
def test_axe_finds_nothing_on_any_kind_of_page(
    theme_pages: dict[str, str], reader: Reader, width: int, scheme: str, settings: dict[str, str]
) -> None:
    axe = axe_source()
    rules = {"target-size": True, "color-contrast-enhanced": settings.get("contrast") == "high"}
    options = {
        "preload": False,
        "resultTypes": ["violations"],
        "rules": {rule: {"enabled": wanted} for rule, wanted in rules.items()},
    }
    found = []
    with reader(width, scheme, settings) as page:
        for name in KINDS:
            page.goto(theme_pages[name])
            open_settings(page)
            page.evaluate(axe)
            for violation in page.evaluate("options => axe.run(document, options)", options)["violations"]:
                found += [f"{name}: {violation['id']}: {node['html'][:200]}" for node in violation["nodes"]]
    assert found == []


def test_wide_characters_of_any_headline_fit_a_narrow_screen(theme_pages: dict[str, str], reader: Reader) -> None:
    long = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3
    with reader(320, settings={"size": "xxl"}) as page:
        for name in ("article", "issue", "page", "home", "person"):
            page.goto(theme_pages[name])
            page.evaluate(
                "text => document.querySelectorAll('h1, h2, .title, .crumbs li > *, td').forEach("
                "one => one.closest('.month') || (one.textContent = text))",
                long if name != "article" else "很长的标题" * 30,
            )
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_the_readers_settings_last_and_are_there_before_anything_is_drawn(
    theme_pages: dict[str, str], reader: Reader
) -> None:
    with reader(390) as page:
        page.goto(theme_pages["home"])
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
        page.goto(theme_pages["article"])
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
def test_there_are_four_text_sizes(theme_pages: dict[str, str], reader: Reader, name: str, pixels: int) -> None:
    with reader() as page:
        page.goto(theme_pages["article"])
        page.get_by_role("button", name="阅读设置").click()
        page.get_by_label(name, exact=True).check()
        assert page.locator(PARAGRAPHS).first.evaluate("one => getComputedStyle(one).fontSize") == f"{pixels}px"


def test_everything_is_readable_without_javascript(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader(java_script_enabled=False) as page:
        for name in KINDS:
            page.goto(theme_pages[name])
            expect(page.locator(".js-only:visible, button[data-do]:visible")).to_have_count(0)
            expect(page.locator("h1")).to_be_visible()
            expect(page.locator("input[type=search]:visible")).to_have_count(0)  # the search needs JavaScript
        page.goto(theme_pages["article"])
        for part in page.locator(".body > *").all():
            expect(part).to_be_visible()
        expect(page.locator(".cite dd").first).to_be_visible()


def test_the_page_about_the_archive_sets_facts_side_by_side_and_marks_lists(
    theme_pages: dict[str, str], reader: Reader
) -> None:
    with reader(390) as page:
        page.goto(theme_pages["about"])
        for row in page.locator(".facts div").all():
            name, value = row.locator("dt").bounding_box(), row.locator("dd").bounding_box()
            assert name and value and name["y"] == value["y"] and value["x"] > name["x"] + name["width"]
        marks = "all => all.map(one => getComputedStyle(one).listStyleType)"
        assert page.locator(".prose :is(ul:not(.data), ol) li").evaluate_all(marks) == ["disc", "decimal"]
        table, heading = page.locator(".facts").bounding_box(), page.locator(".prose h2").first.bounding_box()
        assert table and heading and heading["y"] > table["y"] + table["height"] + 16


@pytest.mark.parametrize("kind", ["article", "whole"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_stanzas_of_a_poem_begin_at_one_edge_and_the_poem_stands_in_the_middle(
    theme_pages: dict[str, str], reader: Reader, kind: str, width: int
) -> None:
    with reader(width) as page:
        page.goto(theme_pages[kind])
        poem, body, first, second = (
            page.locator(name).first.bounding_box()
            for name in (".poem:has(.verse + .verse)", ".body", ".verse:has(+ .verse)", ".verse + .verse")
        )
        assert poem and body and first and second
        assert first["x"] == second["x"] == poem["x"]
        assert abs(poem["x"] + poem["width"] / 2 - body["x"] - body["width"] / 2) < 2


def test_forbidden_storage_stops_nothing(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader() as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
        page.goto(theme_pages["article"])
        page.get_by_role("button", name="阅读设置").click()
        page.get_by_label("最大").check()
        assert page.evaluate("document.documentElement.dataset.size") == "xxl"


def test_text_survives_the_spacing_a_reader_may_need(theme_pages: dict[str, str], reader: Reader) -> None:
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    with reader(320) as page:
        for name in KINDS:
            page.goto(theme_pages[name])
            page.add_style_tag(content=spacing + "p { margin-bottom: 2em !important }")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
            cut = page.evaluate(
                "[...document.querySelectorAll('main *, header *')].filter(one => one.children.length === 0 && "
                "one.clientHeight && one.scrollHeight > one.clientHeight + 2 && getComputedStyle(one).overflowY !== "
                "'visible').map(one => one.outerHTML.slice(0, 80))"
            )
            assert cut == [], name


def test_in_the_largest_text_on_a_phone_ranks_are_kept_and_the_headline_is_on_the_first_screen(
    theme_pages: dict[str, str], reader: Reader
) -> None:
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    with reader(390, settings={"size": "xxl"}) as page:
        page.goto(theme_pages["article"])
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


def test_a_line_that_is_not_of_the_source_has_no_number(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader() as page:
        page.goto(theme_pages["ledger"])
        link = page.locator(".ledger .opens")
        assert link.evaluate("one => getComputedStyle(one).listStyleType") == "none"
        expect(link).not_to_have_attribute("id", "L1")
        expect(page.locator("#L1 a")).to_have_count(0)


def test_an_article_is_set_as_chinese_is_set(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader(1280) as page:
        page.goto(theme_pages["article"])
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
def test_on_paper_there_is_the_text_and_where_it_is_from(
    theme_pages: dict[str, str], reader: Reader, name: str
) -> None:
    with reader(800, "dark", {"theme": "dark", "contrast": "high", "size": "xxl", "set": "vertical"}) as page:
        page.emulate_media(media="print")
        page.goto(theme_pages[name])
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") < 16
        for gone in (".nav", ".tools", ".pager", ".crumbs", "button", ".skip", ".said"):
            expect(page.locator(gone).locator("visible=true")).to_have_count(0)
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".on-paper")).to_contain_text("https://example.org/")
        if name == "issue":
            expect(page.locator(".dateline .sum")).to_contain_text("总第9876期")
            expect(page.locator(".sum a").locator("visible=true")).to_have_count(0)
        if name == "article":
            expect(page.locator(".cite dd").first).to_be_visible()
            expect(page.locator(".cite dd").nth(1)).to_be_hidden()
            assert page.pdf(format="A4").count(b"/Type /Page\n") <= 2


def test_on_paper_no_heading_is_cut_by_a_column_or_left_at_its_foot(
    theme_pages: dict[str, str], reader: Reader
) -> None:
    cut = """() => [...document.querySelectorAll(".body h2")].filter((one) => one.getClientRects().length > 1
        || one.nextElementSibling.getClientRects()[0].x > one.getBoundingClientRect().x + 9).length"""
    with reader(794) as page:
        page.emulate_media(media="print")
        page.goto(theme_pages["article"])
        text = page.locator("#p2")
        for _ in range(60):  # as the text before it grows, the heading comes to every place of a column
            text.evaluate("(one) => one.append('春'.repeat(9))")
            assert page.evaluate(cut) == 0


def test_on_paper_a_long_table_begins_below_its_headline_and_repeats_its_head_and_a_short_one_is_not_cut(
    theme_pages: dict[str, str], reader: Reader
) -> None:
    grow = """(rows) => {
        const table = document.querySelector(".scroll table");
        for (const one of document.querySelectorAll(".body > *")) if (!one.contains(table)) one.remove();
        if (table.rows[0].cells.length === 1) table.rows[0].remove();
        while (table.rows.length < rows) table.tBodies[0].append(table.rows[1].cloneNode(true));
        const ends = [...table.rows].map((row) => row.lastElementChild.getBoundingClientRect().x);
        return [getComputedStyle(table).breakInside, new Set(ends).size, getComputedStyle(table.rows[0]).display];
    }"""
    with reader(794) as page:
        page.emulate_media(media="print")
        page.goto(theme_pages["article"])
        assert page.evaluate(grow, 8) == ["avoid", 1, "table-header-group"]
        assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
        assert page.evaluate(grow, 45) == ["auto", 1, "table-header-group"]
        assert page.pdf(format="A4").count(b"/Type /Page\n") == 2


def test_help_and_contact_stand_at_the_same_place_on_every_page(theme_pages: dict[str, str], reader: Reader) -> None:
    places = set()
    with reader(1280) as page:
        for name in KINDS:
            page.goto(theme_pages[name])
            links = page.locator(".foot-links > *").all_text_contents()
            places.add(tuple(links))
    assert places == {("关于本站", "联系与更正", "键盘快捷键")}


ROWS = """([list, count]) => {
    const rows = new Map();
    while (list.children.length > count) list.lastElementChild.remove();
    while (list.children.length < count) list.append(list.lastElementChild.cloneNode(true));
    for (const one of list.children) {
        const box = one.getBoundingClientRect();
        rows.set(box.top, [...(rows.get(box.top) ?? []), box.right]);
    }
    const end = list.getBoundingClientRect().right;
    return [...rows.values()].map((ends) => [ends.length, Math.abs(end - Math.max(...ends)) < 2]);
}"""
"""Makes a list that long; of each of its rows, how many things it has and whether they fill it."""


def test_no_row_of_the_front_page_and_no_short_issue_leaves_a_gap(theme_pages: dict[str, str], reader: Reader) -> None:
    def rows(page: Any, chosen: str, count: int) -> list[int]:
        found = page.evaluate(ROWS, [page.locator(chosen).first.element_handle(), count])
        assert all(full for _, full in found), (chosen, count, found)
        return [number for number, _ in found]

    with reader(1280) as page:
        for count, expected in ((7, [1, 3, 3]), (6, [1, 3, 2]), (5, [1, 2, 2]), (4, [1, 3]), (3, [1, 2]), (1, [1])):
            page.goto(theme_pages["home"])
            assert rows(page, ".lede", count) == expected
        for count in (1, 2, 3, 4):
            page.goto(theme_pages["issue"])
            assert rows(page, ".sheets", count) == [count]
    with reader(800) as page:
        for count, expected in ((7, [1, 2, 2, 2]), (5, [1, 2, 2])):
            page.goto(theme_pages["home"])
            assert rows(page, ".lede", count) == expected


def test_forced_colours_keep_the_days_with_an_issue_apart(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader(forced_colors="active") as page:
        page.goto(theme_pages["year"])
        colour = "one => getComputedStyle(one).color"
        day = page.locator(".month td a").first.evaluate(colour)
        assert day != page.locator(".month td:not(:has(a)):not(:empty)").first.evaluate(colour)


def test_whatever_a_finger_touches_is_44_pixels_high(theme_pages: dict[str, str], reader: Reader) -> None:
    small = (
        "[...document.querySelectorAll('a, button, summary, input, label')].filter(one => one.checkVisibility() && "
        "!one.closest('.skip, .finder, .body p, .body figure, label *') && !(one.closest('label') && one.type))"
        ".filter(one => one.getBoundingClientRect().height < 43.5).map(one => one.outerHTML.slice(0, 90))"
    )
    with reader(390, is_mobile=True, has_touch=True) as page:
        for name in KINDS:
            page.goto(theme_pages[name])
            open_settings(page)
            assert page.evaluate(small) == [], name


def test_touch_rows_are_even_and_words_that_belong_together_are_close(
    theme_pages: dict[str, str], reader: Reader
) -> None:
    heights = "all => [...new Set(all.map(one => Math.round(one.getBoundingClientRect().height)))]"
    with reader(390, is_mobile=True, has_touch=True) as page:
        page.goto(theme_pages["year"])
        assert page.locator(".month").first.locator("tbody tr:not(:has(.extra))").evaluate_all(heights) == [46]
        page.goto(theme_pages["days"])
        assert page.locator(".days").first.locator("li").evaluate_all(heights) == [44]
        page.goto(theme_pages["article"])
        assert page.locator(".actions > *").evaluate_all(heights) == [44]
        page.goto(theme_pages["issue"])
        gap = "([kicker, title]) => title.getBoundingClientRect().top - kicker.getBoundingClientRect().bottom"
        pair = [page.locator(f".sheet li:first-child > {one}").first.element_handle() for one in (".kicker", "a")]
        assert page.evaluate(gap, pair) < 4
        for name in ("article", "issue", "home"):
            page.goto(theme_pages[name])
            expect(page.get_by_role("button", name="键盘快捷键")).to_be_hidden()


def test_a_wide_table_scrolls_by_itself_on_a_phone_and_has_the_whole_width_on_paper(
    reader: Reader, theme_pages: dict[str, str]
) -> None:
    cut = "one => one.scrollWidth > one.clientWidth"
    with reader(390) as page:
        page.goto(theme_pages["article"])
        table = page.locator(".scroll")
        assert not table.evaluate(cut)
        page.evaluate("for (const cell of document.querySelectorAll('.scroll td')) cell.textContent += '8'.repeat(12)")
        assert table.evaluate(cut)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        table.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.querySelector('.scroll').scrollLeft > 0")
        page.set_viewport_size({"width": 700, "height": 900})
        page.emulate_media(media="print")
        assert table.bounding_box()["width"] == page.locator(".body").bounding_box()["width"]
        assert not table.evaluate(cut)


def test_a_hit_that_runs_over_cells_is_marked_in_each(reader: Reader, theme_pages: dict[str, str]) -> None:
    with reader(390) as page:
        page.goto(theme_pages["article"] + "?hl=开门铺面 9 31#p7")
        assert page.locator(".scroll mark").all_inner_texts() == ["开门铺面", "9", "31"]
        assert page.locator(".scroll tr > mark").count() == 0

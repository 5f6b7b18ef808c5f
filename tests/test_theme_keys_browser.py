"""The theme by keyboard and wheel: where the stops are, what keys do, and how a vertical text is turned."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from theming import Reader, open_settings


def test_the_skip_link_is_the_first_stop_and_leads_to_the_text(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader(1280) as page:
        page.goto(theme_pages["article"])
        page.keyboard.press("Tab")
        skip = page.locator(".skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", ["home", "article", "year", "issue"])
def test_every_stop_of_the_tab_key_is_seen(theme_pages: dict[str, str], reader: Reader, name: str) -> None:
    with reader(1280) as page:
        page.goto(theme_pages[name])
        open_settings(page)
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


def test_keys_turn_pages_step_through_paragraphs_and_open_help(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader(1280) as page:
        page.goto(theme_pages["article"])
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


def test_single_keys_can_be_turned_off(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader(settings={"keys": "off"}) as page:
        page.goto(theme_pages["article"])
        before = page.url
        for key in ("j", "/", "?", "ArrowRight", "ArrowLeft"):
            page.keyboard.press(key)
        expect(page.locator("dialog")).to_be_hidden()
        assert page.evaluate("document.activeElement === document.body")
        assert page.url == before


def test_a_list_is_stepped_through_by_its_headlines(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader() as page:
        page.goto(theme_pages["page"])
        page.keyboard.press("j")
        expect(page.locator(".title").first).to_be_focused()


def test_vertical_setting_lasts_scrolls_by_itself_and_keeps_the_arrow_keys(
    theme_pages: dict[str, str], reader: Reader
) -> None:
    with reader(390) as page:
        page.goto(theme_pages["article"])
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
    theme_pages: dict[str, str], reader: Reader
) -> None:
    with reader(390, settings={"set": "vertical"}) as page:
        page.goto(theme_pages["article"])
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


def test_the_links_to_paragraphs_are_one_stop_of_the_tab_key_and_the_arrows_go_along(
    theme_pages: dict[str, str], reader: Reader
) -> None:
    with reader(1280) as page:
        page.goto(theme_pages["article"])
        expect(page.locator(".body .anchor")).to_have_count(page.locator(".body p[id]").count())
        expect(page.locator(".body .anchor[tabindex='0']")).to_have_count(1)
        page.locator("#p1 .anchor").focus()
        page.keyboard.press("ArrowDown")
        expect(page.locator("#p2 .anchor")).to_be_focused()
        expect(page.locator(".body .anchor[tabindex='0']")).to_have_count(1)
        page.keyboard.press("ArrowUp")
        expect(page.locator("#p1 .anchor")).to_be_focused()


def test_settings_open_and_close_by_keyboard(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader(1280) as page:
        page.goto(theme_pages["article"])
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

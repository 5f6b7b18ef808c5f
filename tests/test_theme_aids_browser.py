"""What the theme helps a reader with: links and citations to copy, reports, dates, reading aloud."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from theming import Reader


def test_links_and_citations_are_copied_and_the_reader_is_told(
    theme_pages: dict[str, str], reader: Reader, serve: Callable[[Path], str]
) -> None:
    root, _, address = theme_pages["article"].removeprefix("file://").partition("/2023/")
    with reader(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{serve(Path(root))}2023/{address}")
        page.get_by_role("button", name="复制链接").click()
        expect(page.get_by_role("status")).to_have_text("已复制")
        assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/2023/05/18/A02/2.html"
        page.locator(".cite").get_by_role("button").first.click()
        assert page.evaluate("navigator.clipboard.readText()").startswith("林晓岚，石蕾蕾. 老码头修旧如旧")


def test_a_phone_shares_by_its_own_sheet(theme_pages: dict[str, str], reader: Reader) -> None:
    share = "Object.defineProperty(navigator, 'share', { value: async (what) => { window.shared = what } })"
    with reader(390, is_mobile=True, has_touch=True) as page:
        page.add_init_script(share)
        page.goto(theme_pages["article"])
        page.get_by_role("button", name="分享").tap()
        assert page.evaluate("shared.url") == "https://example.org/2023/05/18/A02/2.html"


def test_a_report_of_an_error_names_the_article_and_quotes_what_is_selected(
    theme_pages: dict[str, str], reader: Reader, serve: Callable[[Path], str]
) -> None:
    root, _, address = theme_pages["article"].removeprefix("file://").partition("/2023/")
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


def test_a_paragraph_has_a_link_that_moves_no_character(theme_pages: dict[str, str], reader: Reader) -> None:
    for name in ("article", "article-bare"):
        with reader(java_script_enabled=False) as page:
            page.goto(theme_pages[name])
            plain = page.evaluate(LAST_CHARACTERS)
        with reader() as page:
            page.goto(theme_pages[name])
            expect(page.locator("#p1 .anchor")).to_have_count(1)
            offset = page.evaluate(LAST_CHARACTERS)[0][1] - plain[0][1]
            assert page.evaluate(LAST_CHARACTERS) == [[left, top + offset, right] for left, top, right in plain]
    with reader() as page:
        page.goto(theme_pages["article"])
        link = page.locator("#p2 .anchor")
        link.focus()
        assert link.evaluate("one => getComputedStyle(one).opacity") == "1"
        link.click()
        assert page.url.endswith("#p2")


def test_dates_and_doubts_are_told_in_the_text_where_a_reader_wants_it(
    theme_pages: dict[str, str], reader: Reader
) -> None:
    told = "one => getComputedStyle(one, '::after').content"
    with reader() as page:
        page.goto(theme_pages["article"])
        word, name = page.locator(".body time"), page.locator(".credits .doubt")
        assert word.evaluate(told) == name.evaluate(told) == "none"
        page.get_by_role("button", name="阅读设置").click()
        page.get_by_label("注明日期与存疑").check()
        assert "2023年5月17日" in word.evaluate(told)
        assert "石蕾 蕾" in name.evaluate(told)


def test_a_resolved_date_is_told_at_a_touch(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader(has_touch=True) as page:
        page.goto(theme_pages["article"])
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


def test_reading_aloud_is_offered_only_where_there_is_a_voice(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader() as page:
        page.add_init_script(SPEECH.replace("VOICES", "[{ lang: 'en-US' }]"))
        page.goto(theme_pages["article"])
        expect(page.locator("[data-do=read]")).to_be_hidden()


def test_reading_aloud_follows_the_text_and_stops_when_asked(theme_pages: dict[str, str], reader: Reader) -> None:
    with reader() as page:
        page.add_init_script(SPEECH.replace("VOICES", "[{ lang: 'zh-CN' }]"))
        page.goto(theme_pages["article"])
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

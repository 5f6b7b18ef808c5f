"""The watch over a page sees what it should: a watch that sees nothing would pass every page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from browsing import Watch, is_outside


def test_addresses_of_this_machine_are_not_outside() -> None:
    assert not is_outside("http://127.0.0.1:8000/a.html")
    assert not is_outside("file:///tmp/a.html")
    assert not is_outside("data:text/plain,x")


def test_other_hosts_are_outside() -> None:
    assert is_outside("https://fonts.example/a.woff2")
    assert is_outside("http://127.0.0.1.example/")
    assert is_outside("ws://example/")


def test_a_quiet_page_passes(browser_page: Page, serve: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<!doctype html><link rel="icon" href="data:,"><title>x</title>')
    browser_page.goto(serve(tmp_path))
    assert browser_page.title() == "x"


def test_errors_and_requests_to_other_hosts_are_seen(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><title>x</title><img src="http://pictures.invalid/a.png">'
        "<script>console.error('bad'); setTimeout(() => { throw new Error('worse') })</script>"
    )
    with browser.new_context() as context:
        page = context.new_page()
        watch = Watch.over(page)
        with page.expect_event("pageerror"):
            page.goto((tmp_path / "index.html").as_uri())
    faults = "\n".join(watch.faults)
    assert "console error: bad" in faults
    assert "script error: worse" in faults
    assert "request to another host: http://pictures.invalid/a.png" in faults

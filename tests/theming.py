"""Made-up pages of every kind, written with the theme's files, and a reader who opens them, for tests of the theme."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from browsing import Watch
from pages import PAGES_OF_EVERY_KIND, SITE
from wanbao.render import Renderer, default_theme, static_files
from wanbao.strings import load_strings

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
KINDS = tuple(name for name in PAGES_OF_EVERY_KIND if name != "moved")  # which leaves at once
PARAGRAPHS = ".body > p:not([class])"


def write_pages(folder: Path) -> dict[str, str]:
    """Write every made-up page into a folder of its own with the theme's files; name → `file://` address."""
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


def reader_with(browser: Browser) -> Reader:
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


def open_settings(page: Page) -> None:
    """Open the panel of settings, wherever its button stands."""
    page.evaluate("document.querySelector('[aria-controls=settings]').click()")

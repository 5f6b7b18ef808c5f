"""What every test may use: `accept`, the golden-file comparison, and a real browser that watches the page.

accept        True when pytest was called with `--accept`: rewrite what is expected, then review the diff
golden        golden(path, text): the text must be what the file holds, or becomes it under `--accept`
browser       Debian's Chromium, one for the whole run; no browser is a skip, in CI a failure
browser_page  a fresh page; the test fails on any console error, script error or request to another host
reader        a browser with a reader's settings, for pages of the theme; theme_pages are their addresses
serve         serve(folder) -> "http://127.0.0.1:PORT/": a plain static host for the whole run
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir
from playwright.sync_api import Browser, Page, sync_playwright

from browsing import CHROMIUM, Watch, launch, start_server

if TYPE_CHECKING:
    from theming import Reader

# The tests test this checkout, in this process and in every one they start, whatever is installed.
SOURCES = str(Path(__file__).parent.parent / "src")
sys.path.insert(0, SOURCES)
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (SOURCES, os.environ.get("PYTHONPATH", ""))))
# Beside pytest's own cache: a `.hypothesis` in the root is a warning wherever `norecursedirs` is set, hence an error.
set_hypothesis_home_dir(Path(__file__).parent.parent / ".pytest_cache" / "hypothesis")
# A slow machine is no failure, and CI must say the same twice.
settings.register_profile("wanbao", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.load_profile("wanbao")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`."""
    parser.addoption("--accept", action="store_true", help="rewrite the expected files with what the program makes now")


@pytest.fixture(scope="session")
def accept(pytestconfig: pytest.Config) -> bool:
    """Tell whether expected files are to be rewritten."""
    return bool(pytestconfig.getoption("--accept"))


@pytest.fixture(scope="session")
def golden(accept: bool) -> Callable[[Path, str], None]:
    """Compare a text with the file that holds what is expected, or make it so under `--accept`."""

    def compare(path: Path, text: str) -> None:
        if accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_bytes() != text.encode():
                path.write_bytes(text.encode())
        assert path.exists(), f"{path} is missing; `pytest --accept` writes it"
        assert text == path.read_bytes().decode(), f"differs from {path}; `pytest --accept` rewrites it"

    return compare


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    if not CHROMIUM.exists():
        _go_without(f"{CHROMIUM} is missing: apt-get install chromium")
    manager = sync_playwright()
    try:
        playwright = manager.start()
    except Exception as error:  # Playwright raises a bare Exception where its driver does not start.
        _go_without(f"Playwright's driver does not start ({error}): apt-get install libatomic1")
    instance = launch(playwright)
    yield instance
    instance.close()
    playwright.stop()


def _go_without(reason: str) -> NoReturn:
    """A browser test that cannot run is a skip at a desk and a failure in CI."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    """Open a fresh page in a fresh profile, 1280 × 800, and fail if it complains or asks another host for anything."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        watch = Watch.over(page)
        yield page
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve folders from this machine, each on a port of its own."""
    servers = {}

    def address(folder: Path) -> str:
        if folder not in servers:
            servers[folder] = start_server(folder)
        return f"http://127.0.0.1:{servers[folder].server_port}/"

    yield address
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def theme_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every made-up page of the theme, by its name the address from which a browser opens it."""
    from theming import write_pages  # only now: it imports the program, which must be this checkout's

    return write_pages(tmp_path_factory.mktemp("theme"))


@pytest.fixture
def reader(browser: Browser) -> Reader:
    """`with reader(width, scheme, settings) as page`: a reader who has been here before; complaints fail the test."""
    from theming import reader_with

    return reader_with(browser)

"""A browser for tests: how Chromium is started, what is watched on a page, and a static host to serve a site from."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright

CHROMIUM = Path("/usr/bin/chromium")

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page or the browser itself asks for, nothing but this machine can answer.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

_LOCAL_SCHEMES = frozenset({"file", "data", "blob", "about"})
_LOUD = frozenset({"error", "warning"})


def launch(playwright: Playwright) -> Browser:
    """Start Debian's Chromium, without a window."""
    return playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))


def is_outside(url: str) -> bool:
    """Tell whether a request leaves this machine."""
    parts = urlsplit(url)
    return parts.scheme not in _LOCAL_SCHEMES and parts.hostname != "127.0.0.1"


@dataclass(slots=True)
class Watch:
    """What a page asked for and what it complained about."""

    requests: list[str] = field(default_factory=list)
    """Every address requested, in order."""
    messages: list[str] = field(default_factory=list)
    """Every console message: `error: …`."""
    faults: list[str] = field(default_factory=list)
    """Console errors and warnings, script errors and requests that left this machine."""

    @classmethod
    def over(cls, page: Page) -> Watch:
        """Begin to watch a page."""
        watch = cls()
        page.on("request", lambda request: watch._request(request.url))
        page.on("console", lambda message: watch._console(message.type, message.text))
        page.on("pageerror", lambda error: watch.faults.append(f"script error: {error}"))
        return watch

    def _request(self, url: str) -> None:
        self.requests.append(url)
        if is_outside(url):
            self.faults.append(f"request to another host: {url}")

    def _console(self, kind: str, text: str) -> None:
        self.messages.append(f"{kind}: {text}")
        if kind in _LOUD:
            self.faults.append(f"console {kind}: {text}")


class _Quiet(SimpleHTTPRequestHandler):
    """A static host that says nothing."""

    def log_message(self, *_: object) -> None:
        pass


class _Slow(_Quiet):
    """A host at the end of a slow line: after a first flight a page comes in pieces, each ending where a tag begins.

    The first flight of TCP is ten segments, some 14,600 bytes; here it is shorter, yet holds the head of a page.
    """

    FLIGHT, PIECE, PAUSE = 10_000, 300, 0.02

    def copyfile(self, source: Any, outputfile: Any) -> None:
        data: bytes = source.read()
        if not self.path.partition("?")[0].endswith(".html"):
            outputfile.write(data)
            return
        at, size = 0, self.FLIGHT
        while at < len(data):
            end = data.find(b"\n<", at + size)
            piece = data[at : end if end >= 0 else None]
            outputfile.write(piece)
            outputfile.flush()
            at, size = at + len(piece), self.PIECE
            sleep(self.PAUSE)


def start_server(folder: Path, *, slow: bool = False) -> ThreadingHTTPServer:
    """Serve a folder on a free port of this machine, over a slow line if asked; the caller shuts it down."""
    host = _Slow if slow else _Quiet
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def axe_source() -> str:
    """The text of axe-core: the file that WANBAO_AXE names, or the copy that the tests' packages bring; or nothing."""
    named = os.environ.get("WANBAO_AXE")
    if named:
        return Path(named).read_text("utf-8")
    spec = find_spec("axe_playwright_python")
    if not spec or not spec.origin:
        return ""
    return (Path(spec.origin).parent / "axe.min.js").read_text("utf-8")

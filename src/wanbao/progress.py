"""A progress line on a terminal, for whoever waits longer than a moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

_WIDTH = 30
_WORTH_SHOWING = 200
"""Below so many pieces of work the build is over before anybody could read a bar."""

_NAMES = {"read": "reading", "make": "writing"}


def bar(stream: TextIO) -> Callable[[str, int, int], None]:
    """A progress function that draws a bar on this terminal and wipes it when the work is done."""

    def draw(what: str, done: int, total: int) -> None:
        if total < _WORTH_SHOWING:
            return
        if done >= total:
            stream.write("\r\x1b[K")
        else:
            full = _WIDTH * done // total
            name = _NAMES.get(what, what)
            stream.write(f"\r{name:>8} [{'█' * full}{'░' * (_WIDTH - full)}] {done:,} of {total:,}\x1b[K")
        stream.flush()

    return draw

"""The progress of a build: a line on a terminal, for whoever waits longer than a moment."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TextIO

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""

_WIDTH = 30
_WORTH_SHOWING = 1.0
"""How many seconds a build lasts before anybody looks for a bar."""
_OFTEN = 0.1
"""How many seconds a bar stays as it is; drawing it for every file would cost as much as some files."""

_NAMES = {"read": "reading", "make": "writing"}


def silent(what: str, done: int, total: int) -> None:
    """The progress of a build nobody watches."""


def bar(stream: TextIO, clock: Callable[[], float] = monotonic) -> Progress:
    """A progress function that draws a bar on this terminal and wipes it when the work is done."""
    due = clock() + _WORTH_SHOWING
    is_drawn = False

    def draw(what: str, done: int, total: int) -> None:
        nonlocal due, is_drawn
        if done >= total:
            if is_drawn:
                stream.write("\r\x1b[K")
                stream.flush()
            is_drawn = False
        elif (now := clock()) >= due:
            due, is_drawn = now + _OFTEN, True
            full = _WIDTH * done // total
            name = _NAMES.get(what, what)
            stream.write(f"\r{name:>8} [{'█' * full}{'░' * (_WIDTH - full)}] {done:,} of {total:,}\x1b[K")
            stream.flush()

    return draw

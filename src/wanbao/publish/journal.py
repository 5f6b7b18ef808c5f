"""The journal of an unfinished build: what of the site is ours beside what the manifest names.

It has one address a line, with a mark before those that were about to change.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable, Set
from pathlib import Path

from wanbao.disk import read_plain
from wanbao.manifest import safe

_DOUBTFUL = "!"
"""What marks an address in the journal that was about to change; no address begins like that."""


def read_journal(path: Path) -> tuple[frozenset[str], frozenset[str]]:
    """What an unfinished build knew as ours, and which of it was about to change; what is no address is left out."""
    try:
        lines = read_plain(path).decode().split("\n")
    except (OSError, UnicodeDecodeError):
        return frozenset(), frozenset()
    doubtful = frozenset(filter(safe, (line.removeprefix(_DOUBTFUL) for line in lines if line.startswith(_DOUBTFUL))))
    return doubtful.union(line for line in lines if not line.startswith(_DOUBTFUL) and safe(line)), doubtful


def journal_of(addresses: Iterable[str], doubtful: Set[str]) -> bytes:
    """The journal of a build that knows these addresses as ours and is about to change the doubtful ones."""
    lines = (_DOUBTFUL + address if address in doubtful else address for address in sorted(addresses))
    return "\n".join(lines).encode()


def clear_but_journal(work: Path) -> None:
    """Remove what an unfinished build left, but not its journal, which says what of the site is ours."""
    if not work.is_dir():
        return
    with contextlib.suppress(OSError):  # What cannot be removed now is removed by the next build.
        for entry in sorted(work.iterdir()):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            elif entry.name != "journal":
                entry.unlink(missing_ok=True)

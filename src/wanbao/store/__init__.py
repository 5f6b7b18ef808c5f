"""What was made before, remembered by content, so that a build costs what changed.

Several kinds of things are kept in one folder, the cache, each under a name that says all it was made from (the text,
the newspaper's profile, the program's own code). A changed input is another name, so nothing here is ever stale and
there is nothing to invalidate. Whatever cannot be read (absent, cut short, garbage, of another version) counts as
not remembered; whatever cannot be written is simply not remembered. The folder may be deleted at any time. Several
builds may use it at once; what no source asks for any more is forgotten by the one that is alone with it
(`store.share`).

- `files/NN`: for every source file its signature and what others need of it (`store.files`), in shards;
- `pages/…`: the understood pages of one source file with their text, which only rendering needs;
- `runs/…`: the search run of one issue;
- `program/…`: the digest of the program's code;
- `templates/…` and `patterns/…`: compiled templates and patterns, `readings/…`: how names are read, `settings/…`: what
  settings say;
- `volumes/…`, `tables/…`, `related/…`: what was found out of years and months, and stands for related articles;
- `credits/…`: who is credited for what, of every month, as lists of people show it;
- `segments/…`: of what issues the segments of the search index were made last;
- `lastbuild/…`, `unchanged/…`: in what state a build left the site, and a build with nothing to do found all;
- `addresses/…`: which published addresses no longer answer, and which articles have another one.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from wanbao.config import CACHE
from wanbao.digests import digest_of
from wanbao.packing import decoded, encoded
from wanbao.store.checked import read_checked, write_checked

T = TypeVar("T")

CREDITS = "credits"
"""The kind of what is remembered of who is credited in a month."""
SEGMENTS = "segments"
"""The kind of what is remembered of the segments of the search index, as they were made."""

_TAG = "CACHEDIR.TAG"
"""The file by which we know a cache of ours, and programs that make copies know that it need not be copied."""
_TAGGED = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of wanbao's, which may be deleted at any time.\n"


class Store:
    """The cache folder. No method raises for what the folder does."""

    def __init__(self, folder: Path, salt: str, fallback: Path | None = None) -> None:
        """Use `folder` and, for what it does not take, `fallback`; `salt` is part of every name (profile and code)."""
        self.salt = salt
        usable = fallback is None or _usable(folder)
        self.folder = folder if usable or fallback is None else fallback
        self._fallback = fallback if usable and fallback != folder else None

    def name(self, *parts: str) -> str:
        """The name under which something made from these parts is kept."""
        return digest_of(self.salt, *parts)

    def load(self, kind: str, name: str, shape: type[T]) -> T | None:
        """What is kept under this name, or None."""
        data = self._loaded(kind, name)
        if data is None:
            return None
        try:
            return decoded(data, shape)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return None

    def save(self, kind: str, name: str, value: object) -> None:
        """Keep a value under this name, if that can be done."""
        try:
            data = encoded(value)
        except (ValueError, TypeError, OverflowError):
            return
        self.save_bytes(kind, name, data)

    def remembered(self, kind: str, name: str, shape: type[T], make: Callable[[], T]) -> T:
        """What is recalled or, where that is nothing, what `make` makes, which is kept from now on."""
        kept = self.recalled(kind, name, shape)
        if kept is not None:
            return kept
        found = make()
        self.keep(kind, name, found)
        return found

    def keep(self, kind: str, name: str, value: object) -> None:
        """Keep a value with its name, so that a file that was put in another's place is told from the right one."""
        self.save(kind, name, (name, value))

    def recalled(self, kind: str, name: str, shape: type[T]) -> T | None:
        """What `keep` kept under this name, or None."""
        kept = self.load(kind, name, tuple[str, shape])  # type: ignore[valid-type]
        return kept[1] if kept is not None and kept[0] == name else None

    def load_bytes(self, kind: str, name: str) -> bytes | None:
        """The bytes kept under this name, or None where they are absent or damaged."""
        data = self._loaded(kind, name)
        return None if data is None else bytes(data)

    def _loaded(self, kind: str, name: str) -> memoryview | None:
        found = read_checked(self._path(kind, name))
        if found is None and self._fallback is not None:
            found = read_checked(self._path(kind, name, self._fallback))
        return found

    def save_bytes(self, kind: str, name: str, data: bytes) -> None:
        """Keep bytes under this name, if that can be done; a reader sees them whole or not at all.

        What the folder does not take, because it is full, is kept as long as this build lasts.
        """
        if not write_checked(self._path(kind, name), data) and self._fallback is not None:
            write_checked(self._path(kind, name, self._fallback), data)

    def tick(self) -> int:
        """What time it is (ns) by the clock of the file system the cache lies on; 0 where that cannot be told."""
        probe = f"{self.folder}/{_TAG}"
        try:
            os.utime(probe)
            return os.stat(probe).st_mtime_ns
        except OSError:
            return 0

    def sweep(self, kind: str, keep: Iterable[str]) -> None:
        """Forget everything of a kind but these names: what no source asks for any more."""
        wanted = {self._path(kind, name) for name in keep}
        for folder, _, files in os.walk(f"{self.folder}/{kind}"):
            for file in files:
                path = f"{folder}/{file}"
                if path not in wanted:
                    with contextlib.suppress(OSError):
                        os.unlink(path)

    def sweep_folders(self, kind: str, keep: str) -> None:
        """Forget everything of kinds that lie below this one but those below `keep`."""
        import shutil

        with contextlib.suppress(OSError):
            for name in os.listdir(f"{self.folder}/{kind}"):
                if name != keep:
                    shutil.rmtree(f"{self.folder}/{kind}/{name}", ignore_errors=True)

    def _path(self, kind: str, name: str, folder: Path | None = None) -> str:
        return f"{folder or self.folder}/{kind}/{name[:2]}/{name[2:]}"


def run_name(store: Store, run: str) -> str:
    """The name in the store of an issue's search run."""
    return store.name("run", run)


def segment_name(store: Store, label: str) -> str:
    """The name in the store of the segment of a stretch of time, as it was made last."""
    return store.name("segment", label)


def is_foreign(folder: Path) -> bool:
    """Whether a folder holds files and is no cache of ours: what is forgotten in a cache could be somebody's work."""
    try:
        names = os.listdir(folder)
    except OSError:
        return False
    return bool(names) and folder.name != CACHE and _TAG not in names


def _usable(folder: Path) -> bool:
    """Whether the folder can be written; makes it, with a note for git that it is not to be kept."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # New files, because old ones may be writable in a folder that is not.
        for name, text in ((".gitignore", "*\n"), (_TAG, _TAGGED)):
            probe = folder / f"{name}.{os.getpid()}"
            probe.write_text(text)
            probe.replace(folder / name)
    except OSError:
        return False
    return True

"""A build that would do nothing, known for one by what the file system says of the sources and of the site.

After a build that had nothing to do, what it reported is kept beside the cache's other things, with marks of all that
it looked at: every source, setting, template and module of the program (size, inode, times of change), every folder of
the site, and the manifest. While all marks are the same, the next build would do nothing again and report the same; so
it need not read, gather and plan to find that out. In a folder whose time of change is the same, no file came or went.

A mark is only trusted if what it marks is older than the clock's tick in which it was taken (`signatures.RACY_NS`).
The marks of sources are taken before a build reads them and those of the site before it looks what is there, so what
happens meanwhile is seen by the next build. A file of the site that is altered in place is seen by no build, because
that would cost a look at every file (0.2 s for 10,000 articles, twice what such a build takes); `wanbao verify` finds
it, and `wanbao build --no-cache` mends it.
Whatever is odd (a link, a folder that cannot be read, an unfinished build, another build at work) counts as changed.
"""

from __future__ import annotations

import fcntl
import os
import stat
import sys
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from struct import Struct

from wanbao import urls
from wanbao.config import WORK, Config
from wanbao.digests import libraries
from wanbao.disk import Folders
from wanbao.errors import Record
from wanbao.report import Report
from wanbao.signatures import RACY_NS, signature_of
from wanbao.store import Store

KIND = "unchanged"
"""The name of this kind of thing in the cache."""


class OddError(Exception):
    """Something stands in the way that is better looked at by a whole build."""


class Marks(Record, frozen=True):
    """What the file system says of many files, in short."""

    digest: str
    """Stands for the names and signatures of all of them."""
    youngest: int
    """The latest time of change among them (ns)."""


class Seen(Record, frozen=True):
    """What a build that had nothing to do looked at, and what it reported."""

    inputs: str
    """The digest of the marks of everything that the site is made from."""
    site: str
    """The digest of the marks of the site."""
    folders: tuple[str, ...]
    """The folders of the site, below its root."""
    report: Report
    """What was reported."""


class _Inputs(Record, frozen=True):
    """The first of what was `Seen`: the rest, which is long, is read where this is the same."""

    inputs: str


class Watch:
    """The marks of one build's inputs, taken before it reads them."""

    def __init__(self, config: Config) -> None:
        """Take the marks."""
        self._config = config
        self._tick = self._store().tick() if config.remember else 0
        self.look = Folders()
        """What lies in the folders of the inputs: a build finds its sources here as they were when they were marked."""
        self._inputs = marks_of_inputs(config, self.look) if config.remember else None
        self._site: tuple[Marks, tuple[str, ...]] | None = None

    def recall(self) -> Report | None:
        """What the last build reported, if this one would do nothing and report the same."""
        if self._inputs is None or not self._config.output.is_dir():
            return None
        store, name = self._store(), self._name()
        first = store.load(KIND, name, _Inputs)
        if first is None or first.inputs != self._inputs.digest:
            return None
        seen = store.load(KIND, name, Seen)
        if seen is None:
            return None
        try:
            lock = os.open(self._config.output, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except OSError:
            return None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return seen.report if marks_of_site(self._config.output, seen.folders).digest == seen.site else None
        except (OSError, OddError):
            return None
        finally:
            os.close(lock)

    def look_at_site(self, addresses: Iterable[str]) -> None:
        """Take the marks of the site, of which `addresses` are the files, in a build that holds its lock."""
        if self._inputs is None:
            return
        folders = tuple(sorted({address.rpartition("/")[0] for address in addresses} - {""}))
        try:
            self._site = marks_of_site(self._config.output, folders, at_work=True), folders
        except OddError:
            self._site = None

    def keep(self, report: Report) -> None:
        """Remember a build that had nothing to do."""
        if self._inputs is None or self._site is None or report.parsed or report.written or report.removed:
            return
        site, folders = self._site
        if max(self._inputs.youngest, site.youngest) < self._tick - RACY_NS:
            self._store().save(KIND, self._name(), Seen(self._inputs.digest, site.digest, folders, report))

    def _store(self) -> Store:
        return Store(self._config.cache_folder, "")

    def _name(self) -> str:
        config = self._config
        places = (config.articles, config.output, config.theme or "")
        return self._store().name(*map(os.path.abspath, places), repr((config.base_url, config.search)))


def marks_of_inputs(config: Config, look: Folders) -> Marks | None:
    """The marks of the sources, the settings, the theme and the program; None where anything is odd."""
    package = Path(__file__).parent
    folders = [package, package.parents[1] / "templates", config.articles]
    marker = _Marker(look)
    # Another user may read what this one may not.
    marker.note("", f"{sys.version} {libraries()} {config.theme} {os.geteuid()} {os.getegid()} {os.getgroups()}")
    try:
        for folder in (*folders, *([config.theme] if config.theme else [])):
            if folder.is_dir():
                marker.walk(str(folder))
    except (OSError, OddError):
        return None
    return marker.marks()


def marks_of_site(output: Path, folders: Iterable[str], *, at_work: bool = False) -> Marks:
    """The marks of the folders and of the manifest of a site. Raises OddError where something is odd.

    The root counts by the names in it, because every build makes and removes its working folder there. `at_work` says
    that the working folder is our own; any other is an unfinished build's.
    """
    marker = _Marker(Folders())
    try:
        names = sorted(os.listdir(output))
        if at_work:
            names = [name for name in names if name != WORK]
        elif WORK in names:
            raise OddError
        marker.note("", "\0".join(names))
        for name in (*folders, urls.MANIFEST):
            marker.mark(name, os.lstat(f"{output}/{name}"))
    except OSError:
        raise OddError from None
    return marker.marks()


_pack = Struct("<QqQqq").pack
"""A file's mode and signature, in a form that takes no time to write."""


class _Marker:
    """Adds marks up."""

    def __init__(self, look: Folders) -> None:
        self._look = look
        self._names: list[str] = []
        self._facts: list[bytes] = []
        self._times: list[int] = []

    def note(self, name: str, what: str) -> None:
        """Add a fact."""
        self._names.append(f"{name}\0{what}")

    def mark(self, name: str, status: os.stat_result) -> None:
        """Add a file or folder. Raises OddError for anything else."""
        mode = status.st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise OddError
        signature = signature_of(status)
        self._names.append(name)
        self._facts.append(_pack(mode, *signature))
        self._times += signature[2:]

    def walk(self, root: str) -> None:
        """Add everything below a folder. Raises OddError or OSError."""
        waiting = [root]
        while waiting:
            folder = waiting.pop()
            self.mark(folder, os.lstat(folder))
            for entry in self._look.entries(folder):
                if entry.name == "__pycache__":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    self.mark(entry.path, entry.stat(follow_symlinks=False))

    def marks(self) -> Marks:
        """All that was added."""
        digest = blake2b("\n".join(self._names).encode("utf-8", "surrogateescape"), digest_size=16)
        digest.update(b"".join(self._facts))
        return Marks(digest.hexdigest(), max(self._times, default=0))

"""Publish: bytes become the site, in an order in which no page is ever half there and no link ever dangles.

Everything that differs from the site is first written beside it, into a staging folder inside the output. Whatever
goes wrong until then, the site is as it was. Only when all is written, it is moved into place by renames, each of which
happens wholly or not at all:

1. the theme's files (styles, scripts), which link to nothing;
2. for every new page a *stub*, a whole page that says that it is being published, because new pages link to each other
   in circles and no order of theirs alone is free of dangling links;
3. the pages and data themselves, those of issues before those that list them, then the home page, feeds, site maps and
   the head of the search index;
4. every page that is no longer made gives way to a stub, so that removed pages do not dangle into each other; then
   all are removed;
5. the manifest, which says what is ours.

A build killed at any moment leaves stubs at worst, and the next one finishes the job. A first build into an empty
folder is moved into place by one rename of the whole.

A loss of power is worse than a kill, because the disk may then hold names without what was written under them. So all
that was staged, the stubs and the journal among it, is on the disk before anything is moved; all that was moved is
there before the manifest names it; and the manifest is there before the journal goes. That is two questions to the file
system (see `disk`), however many files there are, and none where nothing has changed.

The manifest (`manifest.json`, published with the site) is the only memory of what is ours, so only files it names, or
the journal of an unfinished build, are ever removed.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

from wanbao import urls
from wanbao.config import MAX_SIZE, WORK
from wanbao.disk import holds, keep, keep_all, read_plain, write_whole
from wanbao.errors import Note, PublishError
from wanbao.manifest import Manifest, encode_manifest, read_known, read_manifest
from wanbao.publish.journal import clear_but_journal, journal_of, read_journal
from wanbao.publish.stubs import Stubs


class Output:
    """The output folder, locked for one build. Use as a context manager."""

    def __init__(self, folder: Path, articles: Path, known: str = "") -> None:
        """`known` is the digest of the manifest that is remembered.

        Raises PublishError: E302 not ours, E303 inside the articles or around them.
        """
        self.folder = Path(os.path.realpath(folder))
        if lies_in(folder, articles) or lies_in(articles, folder):
            raise _refused("E303", f"the output `{folder}` and the sources `{articles}` lie inside each other", folder)
        self.manifest: Manifest | None = None
        self.is_known = False
        """Whether the manifest is the one that is remembered."""
        self.left_over: frozenset[str] = frozenset()
        self.doubtful: frozenset[str] = frozenset()
        """What an unfinished build was about to change: it may be old, new or a stub."""
        self._known = known
        self.fresh = False
        self.notes: list[Note] = []
        self._beside = self.folder.parent / f".{self.folder.name}{WORK}"
        self._folders: set[str] = set()
        self._lock = -1
        self._unfinished = False
        self._moved_whole = False

    def __enter__(self) -> Self:
        """Make and lock the folder. Raises PublishError: E302, E304 cannot be made, E305 another build is at work."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not self._is_locked():
                raise BlockingIOError  # a first build has just put its site into the place of this folder
        except BlockingIOError:
            self._unlock()
            raise _refused("E305", f"another build is at work in {self.folder}", self.folder, "wait for it") from None
        except FileExistsError:
            raise _failed(NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)), self.folder) from None
        except OSError as error:
            self._unlock()
            raise _failed(error, self.folder) from None
        try:
            self._adopt()
        except BaseException:
            self._unlock()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Give the folder free, without the traces of the build but the journal of an unfinished one."""
        if self._unfinished:
            clear_but_journal(self.folder / WORK)
        elif not self._moved_whole:  # then the folder is another, in which another build may be at work
            shutil.rmtree(self.folder / WORK, ignore_errors=True)
        self._unlock()

    def _is_locked(self) -> bool:
        """Whether the folder that is locked is the one that lies there."""
        return os.path.samestat(os.fstat(self._lock), os.stat(self.folder))

    def _unlock(self) -> None:
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def _adopt(self) -> None:
        """Make sure the folder is ours, and take over what an unfinished build left behind."""
        if found := read_known(self.folder, self._known):
            self.manifest, self.is_known = found
        ours = self.manifest is not None or (self.folder / WORK).is_dir() or _looks_ours(self.folder)
        if not ours and any(self.folder.iterdir()):
            remedy = "choose an empty folder, or empty this one yourself; wanbao removes only files it has made"
            raise _refused("E302", f"{self.folder} holds files that wanbao has not made", self.folder, remedy)
        self.left_over, self.doubtful = read_journal(self.folder / WORK / "journal")
        # Its journal is needed until a build has finished: one that fails before it changes anything must not lose it.
        self._unfinished = bool(self.left_over)
        self.fresh = not any(name != WORK for name in os.listdir(self.folder))
        clear_but_journal(self.folder / WORK)
        if read_manifest(self._beside) is not None:  # a first build was killed at the very moment it was done
            shutil.rmtree(self._beside, ignore_errors=True)
        try:
            (self.folder / WORK / "staging").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _failed(error, self.folder) from None

    def commit(self, manifest: Manifest, changed: Sequence[str]) -> tuple[str, ...]:
        """Move what was staged into place and remove what is no longer made; gives the removed addresses.

        `changed` are the staged addresses in the order of writing. Raises PublishError E304 when the file system
        refuses; the site then is whole and the next build finishes the job.
        """
        try:
            if not self._is_locked():
                raise FileNotFoundError(errno.ENOENT, "the folder was taken away while the build was at work")
            if self.fresh and self._move_whole(manifest):
                return ()
            return self._move_each(manifest, changed)
        except OSError as error:
            raise _failed(error, self.folder) from None

    def _move_whole(self, manifest: Manifest) -> bool:
        """A first build: one rename puts the whole site into place. False where the parent folder forbids it."""
        staging = self.folder / WORK / "staging"
        write_whole(str(staging / urls.MANIFEST), encode_manifest(manifest))
        self._keep_all()
        try:
            os.rename(staging, self._beside)
        except OSError:
            return False
        try:
            shutil.rmtree(self.folder / WORK)
            os.rename(self._beside, self.folder)
        except OSError:
            (self.folder / WORK).mkdir(exist_ok=True)
            os.rename(self._beside, staging)
            return False
        self._moved_whole = True
        self._keep(self.folder.parent)
        return True

    def _move_each(self, manifest: Manifest, changed: Sequence[str]) -> tuple[str, ...]:
        removed = self._removed(manifest)
        data = encode_manifest(manifest)
        if not changed and not removed and holds(f"{self.folder}/{urls.MANIFEST}", data):
            self._unfinished = False
            return ()
        self._unfinished = True
        self._write_journal(self.left_over.union(changed, removed), {*changed, *removed})
        stubs = Stubs(self.folder, {a.count("/") for a in (*changed, *removed) if a.endswith(".html")})
        self._keep_all()
        for address in (a for a in changed if a.startswith("assets/")):
            self._move(address)
        for address in changed:
            if address.endswith(".html") and not os.path.lexists(f"{self.folder}/{address}"):
                self._folder_of(address)
                stubs.place(address)
        for address in (a for a in changed if not a.startswith("assets/")):
            self._move(address)
        self._remove(removed, stubs)
        write_whole(f"{self.folder}/{WORK}/manifest", data)
        self._keep_all()
        os.rename(f"{self.folder}/{WORK}/manifest", f"{self.folder}/{urls.MANIFEST}")
        self._keep(self.folder)
        self._unfinished = False
        return tuple(removed)

    def _removed(self, manifest: Manifest) -> list[str]:
        """The files of ours that are no longer made: of bundles changed or gone, and of a broken build."""
        before = self.manifest.bundles if self.manifest else {}
        after = manifest.bundles
        old = [name for name, entry in before.items() if after.get(name) is not entry]
        new = after if self.left_over else [name for name, entry in after.items() if before.get(name) is not entry]
        known = self.left_over.union(*(before[name].files for name in old))
        return sorted(known.difference(*(after[name].files for name in new)))

    def _keep(self, path: Path) -> None:
        """Have a file, or the names in a folder, on the disk. Raises OSError."""
        if not keep(str(path)):
            self._cannot_keep()

    def _keep_all(self) -> None:
        """Have all that was written so far on the disk. Raises OSError."""
        if not keep_all(str(self.folder)):
            self._cannot_keep()

    def _cannot_keep(self) -> None:
        self.notes = [Note("I309", "this file system cannot say when it has written", _UNSURE, str(self.folder))]

    def _move(self, address: str) -> None:
        self._folder_of(address)
        os.rename(f"{self.folder}/{WORK}/staging/{address}", f"{self.folder}/{address}")

    def _remove(self, removed: Iterable[str], stubs: Stubs) -> None:
        """Remove files of ours, pages only after all of them have given way to stubs; then the folders left empty."""
        there = [a for a in removed if _plain_below(self.folder, a)]
        for address in (a for a in there if a.endswith(".html")):
            stubs.replace(address)
        folders: set[str] = set()
        for address in there:
            os.unlink(f"{self.folder}/{address}")
            parts = address.split("/")[:-1]
            folders.update("/".join(parts[: n + 1]) for n in range(len(parts)))
        for folder in sorted(folders, key=lambda f: -f.count("/")):
            with contextlib.suppress(OSError):
                os.rmdir(f"{self.folder}/{folder}")

    def _folder_of(self, address: str) -> None:
        """Make the folders of an address, each a real folder: a symbolic link among them could lead out of the site."""
        if address.rpartition("/")[0] in self._folders:
            return
        path = str(self.folder)
        for part in address.split("/")[:-1]:
            path = f"{path}/{part}"
            try:
                os.mkdir(path)
            except FileExistsError:
                if os.path.islink(path):
                    raise OSError(
                        errno.ELOOP, "a symbolic link stands where a folder of the site belongs", path
                    ) from None
        self._folders.add(address.rpartition("/")[0])

    def _write_journal(self, addresses: Iterable[str], doubtful: set[str]) -> None:
        path = f"{self.folder}/{WORK}/journal"
        write_whole(f"{path}.new", journal_of(addresses, doubtful))
        self._keep(Path(f"{path}.new"))  # an older one of a broken build must not be lost for one of no bytes
        os.rename(f"{path}.new", path)


def _plain_below(folder: Path, address: str) -> bool:
    """Whether a file stands at this address without a symbolic link on the way."""
    path = str(folder)
    for part in address.split("/")[:-1]:
        path = f"{path}/{part}"
        if os.path.islink(path):
            return False
    path = f"{folder}/{address}"
    return os.path.lexists(path) and (os.path.islink(path) or os.path.isfile(path))


def _looks_ours(folder: Path) -> bool:
    """Whether the home page says that wanbao made it: for a site whose manifest was lost."""
    try:
        return b'name="generator" content="wanbao' in read_plain(folder / urls.HOME, MAX_SIZE)[:4096]
    except OSError:
        return False


_UNSURE = "after a loss of power, look with `wanbao verify` whether the site is whole"


def _refused(
    code: str, message: str, folder: Path, remedy: str = "choose another folder with --output"
) -> PublishError:
    return PublishError(Note(code, message, remedy, str(folder)))


def _failed(error: OSError, folder: Path) -> PublishError:
    path = str(error.filename or folder)
    remedy = "free some space" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "see to it and build again"
    return PublishError(
        Note("E304", f"cannot write: {error.strerror}", f"the site is as it was or whole; {remedy}", path)
    )


def lies_in(inner: Path, outer: Path) -> bool:
    """Whether a folder is another one or lies below it, links followed."""
    inside, around = Path(os.path.realpath(inner)), Path(os.path.realpath(outer))
    return around == inside or around in inside.parents


def failed(error: OSError, folder: Path) -> PublishError:
    """The error of a file system that refused, as the user reads it (E304)."""
    return _failed(error, folder)

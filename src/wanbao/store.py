"""What was made before, remembered by content, so that a build costs what changed.

Several kinds of things are kept in one folder, the cache, each under a name that says all it was made from (the text,
the newspaper's profile, the program's own code). A changed input is another name, so nothing here is ever stale and
there is nothing to invalidate. Whatever cannot be read (absent, cut short, garbage, of another version) counts as
not remembered; whatever cannot be written is simply not remembered. The folder may be deleted at any time. Several
builds may use it at once; what no source asks for any more is forgotten by the one that is alone with it (`Share`).

- `files/NN`: for every source file its signature and what others need of it (`FileRecord`), in `SHARDS` shards;
- `pages/…`: the understood pages of one source file with their text, which only rendering needs;
- `runs/…`: the search run of one issue;
- `templates/…` and `patterns/…`: compiled templates and patterns, `readings/…`: how names are read, `settings/…`: what
  settings say;
- `volumes/…`, `tables/…`, `related/…`: what was found out of years and months, and stands for related articles;
- `credits/…`: who is credited for what, of every month, as lists of people show it;
- `segments/…`: of what issues the segments of the search index were made last;
- `lastbuild/…`, `unchanged/…`: in what state a build left the site, and a build with nothing to do found all;
- `addresses/…`: which published addresses no longer answer, and which articles have another one.

A signature is what the file system says of a file: size, inode, times of change of the content and of the inode. The
last cannot be set by any program, so a file whose signature is unchanged is unchanged, with one exception that git
knows too: a file written in the very tick of the clock in which it was read. Signatures younger than `RACY_NS` when
they are stored are therefore stored as unknown.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any, Self, TypeVar
from zlib import crc32

import msgspec

from wanbao.config import CACHE, MAX_SIZE
from wanbao.disk import write_whole
from wanbao.errors import Note, Record
from wanbao.records import Page
from wanbao.records.issue import Sheet

SHARDS = 64
"""Into how many files the file records are cut: one more issue rewrites one of them."""

RACY_NS = 2_000_000_000
"""How much older than the stored record a file must be for its signature to be trusted."""

T = TypeVar("T")
Signature = tuple[int, int, int, int]

UNKNOWN: Signature = (0, 0, 0, 0)
"""The signature that no file has."""


class FileRecord(Record, frozen=True):
    """What is remembered of one source file."""

    signature: Signature
    """(size, inode, mtime in ns, ctime in ns); all zero where it cannot be trusted."""
    sha256: str
    """The digest of its bytes, for the manifest."""
    key: str
    """The name of its understood pages in the store."""
    sheets: tuple[Sheet, ...]
    """Its newspaper pages, without bodies."""
    noted: msgspec.Raw
    """Its `notes`, packed: an archive has tens of thousands, and nobody asks for them before the end of a build."""

    @classmethod
    def of(
        cls, signature: Signature, sha256: str, key: str, sheets: Iterable[Sheet] = (), notes: Iterable[Note] = ()
    ) -> Self:
        """The record of a file with these pages and findings."""
        return cls(signature, sha256, key, tuple(sheets), msgspec.Raw(encoded(tuple(notes))))

    @property
    def notes(self) -> tuple[Note, ...]:
        """All findings in it."""
        return decoded(self.noted, _NOTES)


_NOTES = tuple[Note, ...]


class StoredPage(Record, frozen=True):
    """An understood page with the text it was understood from."""

    page: Page
    """The page."""
    text: str
    """The text of its source."""
    first_line: int
    """The number of the text's first line in the file."""


_LIBRARIES = ("edtf", "jinja2", "markdown_it_py", "pypinyin")
"""The libraries that shape what we make, as they are called where they are installed."""


@lru_cache(maxsize=4)
def libraries(names: tuple[str, ...] = _LIBRARIES) -> str:
    """The versions of these libraries, told by the names of the folders that installers leave beside them.

    `importlib.metadata` would read the files in these, which takes longer than a build with nothing to do.
    """
    found = set()
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for name in os.listdir(folder or "."):
                if name.endswith(".dist-info") and name.partition("-")[0].lower() in names:
                    found.add(name.lower())
    return " ".join(sorted(found))


@lru_cache(maxsize=1)
def code_digest() -> str:
    """The digest of the program's own code and of the versions of its libraries: whatever others made is not
    remembered."""
    digest = blake2b(libraries().encode(), digest_size=16)
    package = Path(__file__).parent
    # An installed package holds the default theme too, a checkout does not; themes have digests of their own.
    root = len(str(package)) + 1
    own = []
    for folder, folders, files in os.walk(package):
        if folder == str(package) and "theme" in folders:
            folders.remove("theme")
        own += [f"{folder}/{file}" for file in files if file.endswith((".py", ".txt", ".yml"))]
    for path in sorted(own):
        digest.update(path[root:].encode())
        with open(path, "rb", buffering=0) as file:
            digest.update(file.read())
    return digest.hexdigest()


def digest_of(*parts: str | bytes) -> str:
    """32 hex digits that stand for these parts in this order."""
    try:
        data = _encoder.encode(parts)
    except UnicodeEncodeError:  # half a character, as names of files may hold
        data = _encoder.encode(
            [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]
        )
    return blake2b(data, digest_size=16).hexdigest()


@lru_cache(maxsize=64)
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


_encoder = msgspec.msgpack.Encoder()


def encoded(value: object) -> bytes:
    """A record in the form in which it is stored, and travels between processes."""
    return _encoder.encode(value)


def decoded(data: bytes | memoryview | msgspec.Raw, shape: type[T]) -> T:
    """The record that was encoded. Raises msgspec.MsgspecError for anything else."""
    found: T = _decoder(shape).decode(data)  # type: ignore[arg-type]
    return found


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
            data = _encoder.encode(value)
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
        found = _read_checked(self._path(kind, name))
        if found is None and self._fallback is not None:
            found = _read_checked(self._path(kind, name, self._fallback))
        return found

    def save_bytes(self, kind: str, name: str, data: bytes) -> None:
        """Keep bytes under this name, if that can be done; a reader sees them whole or not at all.

        What the folder does not take, because it is full, is kept as long as this build lasts.
        """
        if not _write_checked(self._path(kind, name), data) and self._fallback is not None:
            _write_checked(self._path(kind, name, self._fallback), data)

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


class Share:
    """A build's share in a cache, which others may use at the same time: what is forgotten in it while two are at work
    could be what the other has just made. Use as a context manager.

    Where the file system knows no locks, nobody is waited for and everybody counts as alone.
    """

    def __init__(self) -> None:
        self._lock = -1

    def __enter__(self) -> Self:
        return self

    def take(self, folder: Path) -> None:
        """Take a share in the cache in this folder; waits while another build forgets what it no longer needs."""
        with contextlib.suppress(OSError):
            self._lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            fcntl.flock(self._lock, fcntl.LOCK_SH)

    def is_alone(self) -> bool:
        """Whether no other build has a share. From then on others wait, or this one has none any more: asked last."""
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except (OSError, ValueError):
            pass
        return True

    def __exit__(self, *_: object) -> None:
        """Give it back."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


CHECK = 8
"""How many bytes tell whether a file of the cache is whole."""


def _check(data: bytes | memoryview) -> bytes:
    """What tells damage of these bytes, their length and a checksum: a digest would take four times as long, and every
    build reads all that is remembered of all sources."""
    return len(data).to_bytes(CHECK, "little")[:4] + crc32(data).to_bytes(4, "little")


def _read_checked(path: str) -> memoryview | None:
    """What `_write_checked` wrote there, or None where it is absent or damaged."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        size = os.fstat(fd).st_size
        data = os.read(fd, size + 1)
        while len(data) < size:
            more = os.read(fd, size - len(data))
            if not more:
                return None
            data += more
    except OSError:
        return None
    finally:
        os.close(fd)
    body = memoryview(data)[:-CHECK]
    return body if _check(body) == data[-CHECK:] else None


def _write_checked(path: str, data: bytes) -> bool:
    """Write bytes with their check, whole or not at all; tells whether that could be done."""
    beside = f"{path}.{os.getpid()}"
    checked = data + _check(data)
    try:
        try:
            write_whole(beside, checked)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write_whole(beside, checked)
        os.rename(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        return False
    return True


def run_name(store: Store, run: str) -> str:
    """The name in the store of an issue's search run."""
    return store.name("run", run)


CREDITS = "credits"
"""The kind of what is remembered of who is credited in a month."""
SEGMENTS = "segments"
"""The kind of what is remembered of the segments of the search index, as they were made."""


def segment_name(store: Store, label: str) -> str:
    """The name in the store of the segment of a stretch of time, as it was made last."""
    return store.name("segment", label)


_TAG = "CACHEDIR.TAG"
"""The file by which we know a cache of ours, and programs that make copies know that it need not be copied."""
_TAGGED = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of wanbao's, which may be deleted at any time.\n"


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


def identify(path: str, largest: int | None = None) -> tuple[Signature, str]:
    """The signature and the SHA-256 of a file; unknown and empty where it cannot be read.

    A file of more than `largest` bytes has a signature and no digest: nobody waits for gigabytes to be read.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return UNKNOWN, ""
    digest = sha256()
    try:
        before = os.fstat(fd)
        if not stat.S_ISREG(before.st_mode):
            return UNKNOWN, ""
        if largest is not None and before.st_size > largest:
            return signature_of(before), ""
        while chunk := os.read(fd, 1 << 20):
            digest.update(chunk)
        after = os.fstat(fd)
    except OSError:
        return UNKNOWN, ""
    finally:
        os.close(fd)
    same = signature_of(before) == signature_of(after)
    return (signature_of(after) if same else UNKNOWN), digest.hexdigest()


def signature_of(status: os.stat_result) -> Signature:
    """The signature of a file by what the file system says of it."""
    return (status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns)


class FileRecords:
    """The records of all source files, sharded by folder so that a new issue rewrites one shard."""

    def __init__(self, store: Store) -> None:
        self.store = store
        # Before any signature is taken: a file written after that is told by its times, however long the build takes.
        self._young = store.tick() - RACY_NS
        self.refreshed: list[str] = []
        self._shards: dict[int, dict[str, FileRecord]] = {}

    def get(self, path: str, entry: os.DirEntry[str]) -> FileRecord | None:
        """What is remembered of the file `path`, which was found as `entry`, if it has not changed since.

        A file whose signature differs or cannot be trusted is read and counts as unchanged if its bytes are the same.
        """
        record = self._shard(_shard_of(path)).get(path)
        if record is None:
            return None
        try:
            if record.signature == signature_of(entry.stat(follow_symlinks=False)):
                return record
        except OSError:
            return None
        signature, digest = identify(entry.path, MAX_SIZE)
        if not digest or digest != record.sha256:
            return None
        self.refreshed.append(path)
        return msgspec.structs.replace(record, signature=signature)

    def replace(self, records: Mapping[str, FileRecord], changed: Iterable[str]) -> None:
        """Keep these records and no others; `changed` names the files whose record is new or gone."""
        touched = {_shard_of(path) for path in (*changed, *self.refreshed)}
        fresh: dict[int, dict[str, FileRecord]] = {shard: {} for shard in touched}
        for path, record in records.items():
            shard = _shard_of(path)
            if shard in touched:
                trusted = max(record.signature[2:]) < self._young
                fresh[shard][path] = record if trusted else msgspec.structs.replace(record, signature=UNKNOWN)
        for shard, content in fresh.items():
            self.store.save("files", self._name(shard), content)

    def known(self) -> set[str]:
        """The paths of all files that were remembered when the records were loaded."""
        return {path for shard in range(SHARDS) for path in self._shard(shard)}

    def _shard(self, number: int) -> dict[str, FileRecord]:
        if number not in self._shards:
            self._shards[number] = self.store.load("files", self._name(number), dict[str, FileRecord]) or {}
        return self._shards[number]

    def _name(self, shard: int) -> str:
        return _shard_name(self.store, shard)


def shard_names(store: Store) -> list[str]:
    """The names in the store of all shards of records."""
    return [_shard_name(store, shard) for shard in range(SHARDS)]


def _shard_name(store: Store, shard: int) -> str:
    return store.name("files", str(shard))


@lru_cache(maxsize=8192)
def _shard_of_folder(folder: str) -> int:
    return blake2b(folder.encode("utf-8", "surrogatepass"), digest_size=2).digest()[0] % SHARDS


def _shard_of(path: str) -> int:
    return _shard_of_folder(path.rpartition("/")[0])

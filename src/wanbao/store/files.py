"""What is remembered of every source file: its record, and its understood pages with their text.

A record counts as long as the signature of its file is unchanged (`signatures`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Self

import msgspec

from wanbao.config import MAX_SIZE
from wanbao.errors import Note, Record
from wanbao.packing import decoded, encoded
from wanbao.records import Page
from wanbao.records.issue import Sheet
from wanbao.signatures import RACY_NS, UNKNOWN, Signature, identify, signature_of
from wanbao.store import Store

SHARDS = 64
"""Into how many files the file records are cut: one more issue rewrites one of them."""


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
    noted: memoryview
    """All findings in it but doubtful readings, packed: nobody asks for them before the end of a build."""
    doubted: memoryview
    """Its doubtful readings, packed; none where it was remembered: an archive has tens of thousands, and a build tells
    no more than their number."""
    doubts: int
    """How many doubtful readings it has, the same one counted once."""

    @classmethod
    def of(
        cls, signature: Signature, sha256: str, key: str, sheets: Iterable[Sheet] = (), notes: Iterable[Note] = ()
    ) -> Self:
        """The record of a file with these pages and findings."""
        found = tuple(notes)
        doubts = tuple(note for note in found if note.severity == "doubt")
        others = tuple(note for note in found if note.severity != "doubt")
        told, doubted = memoryview(encoded(others)), memoryview(encoded(doubts))
        return cls(signature, sha256, key, tuple(sheets), told, doubted, len(set(doubts)))

    @property
    def told(self) -> tuple[Note, ...]:
        """All findings in it but doubtful readings."""
        return _unpacked(self.noted)

    @property
    def notes(self) -> tuple[Note, ...]:
        """All findings in it, doubtful readings last, as far as these are not forgotten."""
        return self.told + _unpacked(self.doubted)


_NOTES = tuple[Note, ...]
_NONE = memoryview(encoded(()))
"""How no findings are packed, which most files have but for doubtful readings."""


def _unpacked(notes: memoryview) -> tuple[Note, ...]:
    return () if notes == _NONE else decoded(notes, _NOTES)


class StoredPage(Record, frozen=True):
    """An understood page with the text it was understood from."""

    page: Page
    """The page."""
    text: str
    """The text of its source."""
    first_line: int
    """The number of the text's first line in the file."""


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
            if (shard := _shard_of(path)) in touched:
                trusted = max(record.signature[2:]) < self._young
                signature = record.signature if trusted else UNKNOWN
                fresh[shard][path] = msgspec.structs.replace(record, signature=signature, doubted=_NONE)
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

"""The sources of a build: understood or remembered, and asked for where all of them seem to be gone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from wanbao.config import INPUTS, PROFILE, Config
from wanbao.disk import Folders
from wanbao.errors import Note, Record, SettingsError
from wanbao.pool import Pool
from wanbao.progress import Progress
from wanbao.read import discovered
from wanbao.records.issue import Sheet
from wanbao.report import MOST_TOLD
from wanbao.signatures import identify
from wanbao.store import Store
from wanbao.store.files import FileRecord, FileRecords


class Sources(Record, frozen=True):
    """The source files of a build, understood."""

    files: dict[str, FileRecord]
    """What each holds, by its path below the folder of articles."""
    found: int
    """How many were found."""
    parsed: list[str]
    """Those that were read and parsed, not remembered."""
    outdated: bool
    """Whether pages may be in the store that nothing asks for any more."""
    unread: tuple[Note, ...]
    """What lies in the folder and is no source."""

    def sheets(self) -> Iterator[Sheet]:
        """The pages of all files."""
        return (sheet for record in self.files.values() for sheet in record.sheets)

    def notes(self) -> list[Note]:
        """What is wrong with any of them, doubtful readings apart."""
        return [*self.unread, *(note for record in self.files.values() for note in record.told)]

    def doubts(self) -> int:
        """How many doubtful readings they have."""
        return sum(record.doubts for record in self.files.values())


def sources_of(config: Config, look: Folders, store: Store, pool: Pool, progress: Progress) -> Sources:
    """All source files of the folder of articles. Raises SettingsError where they seem to be gone."""
    paths, unread = discovered(config.articles, look)
    files, parsed, outdated = understand(paths, store, pool, progress)
    ask_for_sources(config.articles)
    ask_for_pages(files)
    look.forget()
    return Sources(files, len(paths), parsed, outdated, unread)


def understand(
    paths: Mapping[str, os.DirEntry[str]], store: Store, pool: Pool, progress: Progress
) -> tuple[dict[str, FileRecord], list[str], bool]:
    """What every source file holds, remembered where it has not changed; which files were parsed; and whether pages may
    be in the store that nothing asks for any more: of files that have changed or gone, or of another program."""
    records = FileRecords(store)
    files = {path: records.get(path, entry) for path, entry in paths.items()}
    missing = [path for path, record in files.items() if record is None]
    for path, record in pool.understand(missing, lambda done: progress("read", done, len(missing))):
        files[path] = record
    known = {path: record for path, record in files.items() if record is not None}
    before = records.known()
    gone = before - known.keys()
    if missing or gone or records.refreshed:
        records.replace(known, {*missing, *gone})
    return known, missing, bool(gone) or not before.isdisjoint(missing) or not before


def ask_for_sources(articles: Path) -> None:
    """Make sure that the folder of articles did not go as a whole, with its disk, while it was read: each file would
    count as one that somebody has removed, and its pages with it. Raises SettingsError E201."""
    if not (articles / PROFILE).exists():
        what = "the folder of articles vanished while the build ran"
        raise SettingsError(Note("E201", what, "see where it is and build again", str(articles)))


def ask_for_pages(files: Mapping[str, FileRecord]) -> None:
    """Make sure that it is not our own fault that no file gives a page: a site of nothing would take the place of the
    one there is. Raises SettingsError E109."""
    if any(record.sheets for record in files.values()):
        return
    faults = [note for record in files.values() for note in record.told if note.code == "E109"]
    if faults:
        what = f"wanbao failed at {len(faults):,} of {len(files):,} files and no page is left; the site is as it was"
        raise SettingsError(Note("E109", what, "please report it with one of the files"), *faults[:MOST_TOLD])


def names_of(files: Mapping[str, FileRecord]) -> dict[str, str]:
    """The name in the store of every file's understood pages."""
    return {path: record.key for path, record in files.items()}


def inputs_of(articles: Path, files: Mapping[str, FileRecord]) -> dict[str, str]:
    """Everything below articles/ that the site is made of, with SHA-256, ordered."""
    inputs = {path: record.sha256 for path, record in files.items() if record.sha256}
    inputs |= {name: digest for name in INPUTS if (digest := identify(f"{articles}/{name}")[1])}
    return dict(sorted(inputs.items()))

"""What the last build left behind, so that the next one need not look at all of it: cost follows the change.

A site of 100,000 articles is a manifest of 18 MB and 20,000 folders. Both are as the last build left them unless
somebody else has been there, and that is told by less than reading them: a manifest of the same digest is the one that
we wrote, sound and in our own form; and a folder whose signature is the same (see `signatures`) has the same files in
it, because every file that comes or goes leaves a mark on its folder. Only folders that have changed, or were changed
too lately to tell, are looked into. Where nothing of this is remembered, everything is looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from wanbao import urls
from wanbao.config import Config
from wanbao.digests import code_digest, digest_of
from wanbao.disk import read_plain
from wanbao.errors import Record
from wanbao.manifest import Manifest
from wanbao.signatures import RACY_NS, UNKNOWN, Signature, signature_of
from wanbao.store import Store

KIND = "lastbuild"
"""The name of this kind of thing in the cache."""


class _Left(Record, frozen=True):
    """What is remembered."""

    program: str
    """The digest of the program, another one of which may have another form of the manifest."""
    manifest: str
    """The SHA-256 of the manifest."""
    files: int
    """How many files it names."""
    folders: dict[str, Signature]
    """Every folder that has files of ours, with its signature when all of them were there; unknown where they were not,
    or where it was changed too lately."""
    names: dict[str, str]
    """What stands for all names in those folders that the build itself has changed."""


class LastBuild:
    """What the last build into an output folder left behind."""

    def __init__(self, config: Config) -> None:
        """Recall it."""
        self._output = os.path.realpath(config.output)
        self._store = Store(config.cache_folder, "") if config.remember else None
        self._young = 0
        self._left = _Left("", "", 0, {}, {})
        self._folders: dict[str, Signature] = {}
        if self._store is not None:
            self._young = self._store.tick() - RACY_NS
            left = self._store.recalled(KIND, self._store.name(self._output), _Left)
            if left is not None and left.program == code_digest():
                self._left = left

    @property
    def manifest(self) -> str:
        """The digest of the manifest that the last build wrote; empty where that is not known."""
        return self._left.manifest

    def missing(self, manifest: Manifest, known: bool) -> set[str]:
        """Which files of the site's manifest are not there; `known` says whether it is the one that is remembered."""
        folders = self._left.folders if known else dict.fromkeys(map(_folder, manifest.files()), UNKNOWN)
        self._folders = dict(folders)
        strange: dict[str, set[str]] = {}
        for folder, signature in folders.items():
            found = self._signature(folder)
            if signature == UNKNOWN or signature != found:
                names = self._names(folder)
                self._folders[folder] = found if max(found[2:]) < self._young else UNKNOWN
                if not known or self._left.names.get(folder) != _mark(names):
                    strange[folder] = names
        return self._missing(manifest, strange) if strange else set()

    def _missing(self, manifest: Manifest, strange: Mapping[str, set[str]]) -> set[str]:
        """Which files of the manifest are not there, in folders that are otherwise than they were left."""
        missing = set()
        for address in manifest.files():
            folder, _, name = address.rpartition("/")
            if folder in strange and name not in strange[folder]:
                missing.add(address)
                self._folders[folder] = UNKNOWN
        return missing

    def count(self, manifest: Manifest, before: Manifest | None, known: bool) -> int:
        """How many files a manifest names that comes after another one, of which `known` says the same."""
        old, new = before.bundles if before else {}, manifest.bundles
        if not known:
            return sum(len(entry.files) for entry in new.values())
        gone = sum(len(entry.files) for name, entry in old.items() if new.get(name) is not entry)
        come = sum(len(entry.files) for name, entry in new.items() if old.get(name) is not entry)
        return self._left.files - gone + come

    def keep(self, manifest: Manifest, before: Manifest | None, files: int, changed: Iterable[str]) -> None:
        """Remember what this build leaves behind: a manifest of so many files, of which it has made, or removed, those
        that have `changed`; the others were there before."""
        if self._store is None:
            return
        folders = dict.fromkeys(map(_folder, manifest.files()), UNKNOWN) if before is None else self._folders
        touched = set(map(_folder, changed))
        folders.update(dict.fromkeys(touched, UNKNOWN))
        names = {folder: self._names(folder) for folder, known in folders.items() if known == UNKNOWN}
        for folder in [folder for folder in touched if not names[folder]]:
            del folders[folder], names[folder]
        try:
            digest = sha256(read_plain(Path(self._output, urls.MANIFEST))).hexdigest()
        except OSError:
            return
        marks = {folder: _mark(of_folder) for folder, of_folder in names.items()}
        self._store.keep(KIND, self._store.name(self._output), _Left(code_digest(), digest, files, folders, marks))

    def _signature(self, folder: str) -> Signature:
        try:
            return signature_of(os.lstat(f"{self._output}/{folder}"))
        except OSError:
            return UNKNOWN

    def _names(self, folder: str) -> set[str]:
        """The names of the plain files in a folder."""
        try:
            with os.scandir(f"{self._output}/{folder}") as entries:
                return {entry.name for entry in entries if entry.is_file(follow_symlinks=False)}
        except OSError:
            return set()


def _folder(address: str) -> str:
    return address.rpartition("/")[0]


def _mark(names: set[str]) -> str:
    """What stands for names."""
    return digest_of(*sorted(names))

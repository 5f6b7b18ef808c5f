"""Prove that a site is whole: every file is as the manifest says, nothing is missing, and the sources are the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wanbao import urls
from wanbao.errors import Note, PublishError
from wanbao.manifest import read_manifest
from wanbao.store import identify


def verify(site: Path, articles: Path | None = None) -> Iterator[Note]:
    """A note for every file that differs from the manifest (E405), and for every source that differs (E409).

    Raises PublishError E302 where the folder has no manifest that can be read.
    """
    manifest = read_manifest(site)
    if manifest is None:
        remedy = "name a site that wanbao has built, or build it again"
        raise PublishError(Note("E302", f"{site} has no readable {urls.MANIFEST}", remedy, str(site)))
    yield from _differences(site, manifest.files(), "E405", "build again to mend it")
    if articles is not None:
        yield from _differences(articles, manifest.inputs, "E409", "build again: the site shows another version")


def _differences(folder: Path, expected: dict[str, str], code: str, remedy: str) -> Iterator[Note]:
    for address, digest in sorted(expected.items()):
        found = identify(f"{folder}/{address}")[1]
        if not found:
            yield Note(code, "the file is missing or unreadable", remedy, address)
        elif found != digest:
            yield Note(code, "the file is not the one in the manifest", remedy, address)

"""Prove that a site is whole: every file is as the manifest says, nothing is missing or added, and the sources are the
same."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from wanbao import urls
from wanbao.config import INPUTS, MAX_SIZE
from wanbao.errors import Note, PublishError, SettingsError
from wanbao.manifest import read_manifest
from wanbao.read import discover
from wanbao.signatures import identify


def verify(site: Path, articles: Path | None = None) -> Iterator[Note]:
    """A note for every file that differs from the manifest (E405), for every web page that the manifest does not name
    (W410), and for every source and settings file that differs, is gone or is new (E409).

    Raises PublishError E302 where the folder has no manifest that can be read, SettingsError E201 where there is no
    such folder of articles.
    """
    if articles is not None and not articles.is_dir():
        raise SettingsError(Note("E201", "there is no such folder of articles", "correct --articles", str(articles)))
    manifest = read_manifest(site)
    if manifest is None:
        remedy = "name a site that wanbao has built, or build it again"
        raise PublishError(Note("E302", f"{site} has no readable {urls.MANIFEST}", remedy, str(site)))
    yield from _differences(site, manifest.files(), "E405", "build again with --no-cache")
    yield from strangers(site, manifest.files())
    if articles is not None:
        yield from _differences(articles, manifest.inputs, "E409", "build again: the site shows another version")
        yield from _new_sources(articles, manifest.inputs)


def strangers(site: Path, expected: Collection[str]) -> Iterator[Note]:
    """Web pages that lie in the site and are none of its own; hidden folders are nobody's business."""
    for path in sorted(path for path in site.rglob("*") if path.suffix == ".html"):
        address = path.relative_to(site).as_posix()
        if address not in expected and not any(part.startswith(".") for part in address.split("/")):
            yield Note("W410", "the manifest does not name this page", "remove it, unless you put it there", address)


def _new_sources(articles: Path, expected: dict[str, str]) -> Iterator[Note]:
    """What a build would read besides: a file that is too large or cannot be read, it would leave out again."""
    for path in (*discover(articles)[0], *(name for name in INPUTS if (articles / name).is_file())):
        if path not in expected and identify(f"{articles}/{path}", MAX_SIZE)[1]:
            yield Note("E409", "the site was built without this file", "build again", path)


def _differences(folder: Path, expected: dict[str, str], code: str, remedy: str) -> Iterator[Note]:
    for address, digest in sorted(expected.items()):
        found = identify(f"{folder}/{address}")[1]
        if not found:
            yield Note(code, "the file is missing or unreadable", remedy, address)
        elif found != digest:
            yield Note(code, "the file is not the one in the manifest", remedy, address)

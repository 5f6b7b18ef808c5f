"""The manifest: what a site was built from and what it consists of, with digests.

It is published as `manifest.json`. With it anyone can prove that a site is the build of given sources and that no file
was altered (`wanbao verify`), and the next build knows which files are ours and which need not be made again.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import msgspec

from wanbao import urls
from wanbao.disk import read_plain

FORMAT = 1
"""The version of the manifest's form."""


class BundleEntry(msgspec.Struct, frozen=True):
    """What the manifest holds of one bundle of files that are made together."""

    key: str
    """The digest of everything they were made from."""
    files: dict[str, str]
    """Their addresses and the SHA-256 of their bytes."""


class Manifest(msgspec.Struct, frozen=True, dict=True):
    """What the site is made of: anyone can prove with it what the site was built from and that no file was altered."""

    format: int
    """The version of this form."""
    generator: str
    """The program and its version."""
    inputs: dict[str, str]
    """The source files and the SHA-256 of their bytes."""
    bundles: dict[str, BundleEntry]
    """The files of the site, in the bundles that are made together."""

    def files(self) -> dict[str, str]:
        """All files of the site with their digests, the manifest itself excepted."""
        return self._files

    @cached_property
    def _files(self) -> dict[str, str]:
        return {address: digest for bundle in self.bundles.values() for address, digest in bundle.files.items()}


def read_manifest(output: Path) -> Manifest | None:
    """The manifest of a site, or None where there is none that can be read."""
    try:
        found = msgspec.json.decode(read_plain(output / urls.MANIFEST), type=Manifest)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return None
    inside = all(map(safe, found.files())) and all(map(safe, found.inputs))
    return found if found.format == FORMAT and inside else None


def safe(address: str) -> bool:
    """Whether an address read from disk stays below the site, whoever wrote it there."""
    return bool(address) and not address.startswith("/") and ".." not in address.split("/") and "\0" not in address


def encode_manifest(manifest: Manifest) -> bytes:
    """The manifest as published: one bundle a line, sorted."""
    encode = msgspec.json.Encoder(order="sorted").encode
    head = b'{"format":%d,"generator":%b,\n"inputs":%b,\n"bundles":{\n' % (
        manifest.format,
        encode(manifest.generator),
        encode(manifest.inputs),
    )
    text = bytearray(head)  # grown, not joined: a large archive's takes 50 MB
    for number, (name, entry) in enumerate(sorted(manifest.bundles.items())):
        text += (b",\n" if number else b"") + encode(name) + b":" + encode(entry)
    text += b"\n}}\n"
    return bytes(text)

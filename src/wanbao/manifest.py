"""The manifest: what a site was built from and what it consists of, with digests.

It is published as `manifest.json`. With it anyone can prove that a site is the build of given sources and that no file
was altered (`wanbao verify`), and the next build knows which files are ours and which need not be made again.
"""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Self

import msgspec

from wanbao import urls
from wanbao.disk import read_plain

FORMAT = 1
"""The version of the manifest's form."""

_encode = msgspec.json.Encoder(order="sorted").encode
_decode_files = msgspec.json.Decoder(dict[str, str]).decode


class BundleEntry(msgspec.Struct, frozen=True):
    """What the manifest holds of one bundle of files that are made together."""

    key: str
    """The digest of everything they were made from."""
    packed: msgspec.Raw = msgspec.field(name="files")
    """Their `files` as they stand in the manifest: of most bundles nobody asks, and there are very many files."""

    @classmethod
    def of(cls, key: str, files: dict[str, str]) -> Self:
        """The entry of a bundle of these files."""
        return cls(key, msgspec.Raw(_encode(files)))

    @property
    def files(self) -> dict[str, str]:
        """Their addresses and the SHA-256 of their bytes."""
        return _decode_files(self.packed)


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
    found = read_known(output, "")
    return found[0] if found else None


def read_known(output: Path, known: str) -> tuple[Manifest, bool] | None:
    """The manifest of a site, and whether it has the `known` SHA-256; None where there is none that can be read.

    What is known was written by us: it is sound, and in our own form. Anything else is looked through.
    """
    try:
        data = read_plain(output / urls.MANIFEST)
        found = msgspec.json.decode(data, type=Manifest)
        if sha256(data).hexdigest() == known:
            return found, True
        entries = {name: BundleEntry.of(entry.key, entry.files) for name, entry in found.bundles.items()}
        found = Manifest(found.format, found.generator, found.inputs, entries)
        inside = all(map(safe, found.files())) and all(map(safe, found.inputs))
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return (found, False) if found.format == FORMAT and inside else None


def safe(address: str) -> bool:
    """Whether an address read from disk stays below the site, whoever wrote it there."""
    return bool(address) and not address.startswith("/") and ".." not in address.split("/") and "\0" not in address


def encode_manifest(manifest: Manifest) -> bytes:
    """The manifest as published: one bundle a line, sorted."""
    head = b'{"format":%d,"generator":%b,\n"inputs":%b,\n"bundles":{\n' % (
        manifest.format,
        _encode(manifest.generator),
        _encode(manifest.inputs),
    )
    text = bytearray(head)  # grown, not joined: a large archive's takes 50 MB
    for number, (name, entry) in enumerate(sorted(manifest.bundles.items())):
        text += (b",\n" if number else b"") + _encode(name) + b":" + _encode(entry)
    text += b"\n}}\n"
    return bytes(text)

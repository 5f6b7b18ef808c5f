"""What the site consists of after a build, and in which order that is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from wanbao import __version__
from wanbao.errors import AddressError, Note
from wanbao.manifest import FORMAT, BundleEntry, Manifest
from wanbao.plan import Bundle
from wanbao.publish import Output

if TYPE_CHECKING:
    from wanbao.work import Made

GENERATOR = f"wanbao {__version__}"
"""Who makes the site."""


def manifest_of(
    inputs: Mapping[str, str], bundles: Iterable[Bundle], made: Mapping[str, Made], output: Output
) -> Manifest:
    """What the site consists of after this build. Raises AddressError (E301) where two bundles want one address."""
    before = output.manifest.bundles if output.manifest else {}
    entries = {}
    owners: dict[str, str] = {}
    doubtful = bool(before) and not output.is_known
    for bundle in bundles:
        new = made.get(bundle.name)
        if new is None:
            entries[bundle.name] = before[bundle.name]
            continue
        entries[bundle.name] = BundleEntry.of(bundle.key, new.files)
        for address in new.files:
            _own(owners, address, bundle.name)
        if before and not doubtful:
            old = before[bundle.name].files if bundle.name in before else {}
            doubtful = any(os.path.lexists(f"{output.folder}/{address}") for address in new.files.keys() - old.keys())
    if doubtful:  # something lies where a new file goes: it may belong to a bundle that was not made again
        for name, entry in entries.items():
            for address in entry.files:
                _own(owners, address, name)
    return Manifest(FORMAT, GENERATOR, dict(inputs), entries)


def _own(owners: dict[str, str], address: str, name: str) -> None:
    other = owners.setdefault(address, name)
    if other != name:
        raise AddressError(Note("E301", f"{other} and {name} want the same address", path=address))


def in_order(bundles: Iterable[Bundle], made: Mapping[str, Made]) -> list[str]:
    """The staged addresses in the order of writing: issues, then what lists them, then home, feeds and site maps."""
    ranked = sorted((bundle.rank, bundle.name) for bundle in bundles if bundle.name in made)
    return [address for _, name in ranked for address in made[name].changed]

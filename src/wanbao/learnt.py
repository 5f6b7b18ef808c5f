"""What every build would find out anew, whatever the archive holds: the digest of the program, the code of patterns,
and what settings say.

It follows from the program and from texts alone, so it is taken over before anything else is read. The digest of the
program stands for some three hundred files; it is known again by what the file system says of each (`signatures`).
"""

from __future__ import annotations

import os

from wanbao import digests, precompiled, settings
from wanbao.config import Config
from wanbao.digests import code_digest, digest_of, libraries, own_files
from wanbao.errors import Record
from wanbao.signatures import RACY_NS, signature_of
from wanbao.store import Store

PROGRAM = "program"
"""The kind under which the digest of the program is kept in the cache."""


class _Program(Record, frozen=True):
    """What the file system said of the program before it was read."""

    name: str
    """Stands for the signatures of its files; the name under which its digest is kept."""
    is_certain: bool
    """Whether all of these are old enough for that to tell whether any file has changed."""
    is_known: bool
    """Whether its digest is remembered."""


_program: _Program | None = None


def recall(config: Config) -> None:
    """Take over what earlier builds kept; nothing where nothing shall be remembered."""
    global _program
    codes, documents, _program = None, None, None
    if config.remember:
        store = Store(config.cache_folder, "")
        _program = _recalled_program(store)
        codes = store.recalled(precompiled.KIND, _patterns(), dict[str, precompiled.Code])
        documents = store.recalled(settings.KIND, _settings(), dict[str, settings.Document])
    precompiled.learn(codes or {})
    settings.learn(documents or {})


def _recalled_program(store: Store) -> _Program:
    """The program as it lies there, its digest taken over where that is remembered."""
    before = store.tick() - RACY_NS
    signatures = [(path, signature_of(os.stat(path))) for path in own_files()]
    name = digest_of(libraries(), *(f"{path} {signature}" for path, signature in signatures))
    code = store.recalled(PROGRAM, name, str)
    if code is not None:
        digests.learn(code)
    is_certain = all(max(signature[2:]) < before for _, signature in signatures)
    return _Program(name, is_certain, code is not None)


def remember(store: Store) -> None:
    """Keep what this process has found out besides."""
    if _program is not None and _program.is_certain and not _program.is_known:
        store.keep(PROGRAM, _program.name, code_digest())
    if codes := precompiled.news():
        store.keep(precompiled.KIND, _patterns(), codes)
    if documents := settings.news():
        store.keep(settings.KIND, _settings(), documents)


def wanted() -> dict[str, list[str]]:
    """What the next build asks the store for, by kind."""
    program = {PROGRAM: [_program.name]} if _program is not None else {}
    return {**program, precompiled.KIND: [_patterns()], settings.KIND: [_settings()]}


def _patterns() -> str:
    return digest_of(code_digest(), precompiled.PYTHON)


def _settings() -> str:
    # Not a part of the program's digest, which the keys in the manifest hold: another PyYAML makes the same site.
    return digest_of(code_digest(), libraries(("pyyaml",)))

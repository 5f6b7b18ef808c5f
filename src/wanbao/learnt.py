"""What every build would find out anew, whatever the archive holds: the code of patterns, and what settings say.

It follows from the program and from texts alone, so it is taken over before anything else is read.
"""

from __future__ import annotations

from wanbao import precompiled, settings
from wanbao.config import Config
from wanbao.digests import code_digest, digest_of, libraries
from wanbao.store import Store


def recall(config: Config) -> None:
    """Take over what earlier builds kept; nothing where nothing shall be remembered."""
    codes, documents = None, None
    if config.remember:
        store = Store(config.cache_folder, "")
        codes = store.recalled(precompiled.KIND, _patterns(), dict[str, precompiled.Code])
        documents = store.recalled(settings.KIND, _settings(), dict[str, settings.Document])
    precompiled.learn(codes or {})
    settings.learn(documents or {})


def remember(store: Store) -> None:
    """Keep what this process has found out besides."""
    if codes := precompiled.news():
        store.keep(precompiled.KIND, _patterns(), codes)
    if documents := settings.news():
        store.keep(settings.KIND, _settings(), documents)


def wanted() -> dict[str, list[str]]:
    """What the next build asks the store for, by kind."""
    return {precompiled.KIND: [_patterns()], settings.KIND: [_settings()]}


def _patterns() -> str:
    return digest_of(code_digest(), precompiled.PYTHON)


def _settings() -> str:
    # Not a part of the program's digest, which the keys in the manifest hold: another PyYAML makes the same site.
    return digest_of(code_digest(), libraries(("pyyaml",)))

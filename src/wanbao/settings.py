"""What settings and front matter say, mostly without PyYAML: to load it takes longer than to read an issue's files.

What settings say is remembered, because every build reads them, and so are stylesheets as they are published. Front
matter mostly is a few lines `key: words`, which mean the same to any reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from wanbao.patterns import regex
from wanbao.strange import is_clean

KIND = "settings"
"""The kind under which it is kept in the cache."""
MOST = 64
"""How much is remembered. A site has some five texts, a few patterns and a dozen stylesheets; older ones stay until
they are too many."""

Document = tuple[Any, dict[str, int]]
"""What a text says, and the line of every key and list item, under its dotted path."""

_documents: dict[str, Document] = {}
"""What texts say, by their digests."""
_read: set[str] = set()
_learnt: frozenset[str] = frozenset()


def learn(documents: Mapping[str, Document]) -> None:
    """Take over what was read in earlier builds, and nothing else."""
    global _learnt
    _documents.clear()
    _documents.update(documents)
    _read.clear()
    _learnt = frozenset(documents)


def news() -> dict[str, Document]:
    """What settings say, where any were read that were not learnt."""
    if _documents.keys() == _learnt:
        return {}
    few = len(_documents) <= MOST
    return {name: document for name, document in _documents.items() if few or name in _read}


def load_settings(text: str, path: str) -> Document:
    """What `yamlfile.load_strict` gives for the text of a file that the next build will read again; not to be changed.

    Raises YamlError as it does.
    """

    def load() -> Document:
        from wanbao.yamlfile import load_strict

        return load_strict(text, path)

    return _once(text, load)


def strange_texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a document, its keys among them, that holds what cannot be text, with its dotted path: YAML writes
    such characters with signs of its own (`\\0`), so they do not stand in the file itself."""
    if isinstance(value, str):
        if not is_clean(value):
            yield path, value
    elif isinstance(value, dict):
        for key, inside in value.items():
            here = f"{path}.{key}" if path else str(key)
            yield from strange_texts(str(key), here)
            yield from strange_texts(inside, here)
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from strange_texts(inside, f"{path}.{number}" if path else str(number))


def remembered(kind: str, text: str, work: Callable[[str], str]) -> str:
    """What some work of this kind makes of a text, unless it was done in an earlier build."""
    made: str = _once(f"{kind}\0{text}", lambda: (work(text), {}))[0]
    return made


def prove(what: str, proof: Callable[[], None]) -> None:
    """Do what proves that settings are right, unless it was done in an earlier build. Raises what that raises."""

    def load() -> Document:
        proof()
        return None, {}

    _once(f"proof\0{what}", load)


def _once(text: str, load: Callable[[], Document]) -> Document:
    name = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    if name not in _documents:
        _documents[name] = load()
    _read.add(name)
    return _documents[name]


_LINE = r"[a-z_]{1,20}: [0-9A-Za-z\u4e00-\u9fff]{1,40}(?:[-.~/·][0-9A-Za-z\u4e00-\u9fff]{1,20}){0,4}\n"
_SIMPLE = regex(rf"(?:{_LINE}){{1,20}}\Z")
"""Lines that hold nothing that means anything in YAML but the colon."""
_CONSTANTS = frozenset(("true", "false", "null"))


def load_front_matter(text: str, path: str) -> Document:
    """What `yamlfile.load_strict` gives for front matter. Raises YamlError as it does."""
    found = _simply(text)
    if found is None:
        from wanbao.yamlfile import load_strict

        found = load_strict(text, path)
    return found


def _simply(text: str) -> Document | None:
    """What lines say that are simple, with different keys and words that are none of YAML's own; None for others."""
    if not _SIMPLE.match(text):
        return None
    pairs = [line.split(": ") for line in text.splitlines()]
    value = dict(pairs)
    if len(value) < len(pairs) or not _CONSTANTS.isdisjoint(value.values()):
        return None
    return value, {key: number for number, key in enumerate(value, 1)}

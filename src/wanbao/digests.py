"""What stands for things in names and keys: digests of texts, and of the program and its libraries."""

from __future__ import annotations

import contextlib
import os
import sys
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import msgspec

_LIBRARIES = ("edtf", "jinja2", "markdown_it_py", "pypinyin")
"""The libraries that shape what we make, as they are called where they are installed."""


@lru_cache(maxsize=4)
def libraries(names: tuple[str, ...] = _LIBRARIES) -> str:
    """The versions of these libraries, told by the names of the folders that installers leave beside them.

    `importlib.metadata` would read the files in these, which takes longer than a build with nothing to do.
    """
    found = set()
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for name in os.listdir(folder or "."):
                if name.endswith(".dist-info") and name.partition("-")[0].lower() in names:
                    found.add(name.lower())
    return " ".join(sorted(found))


def own_files() -> list[str]:
    """The files of the program's own code."""
    package = str(Path(__file__).parent)
    own = []
    for folder, folders, files in os.walk(package):
        # An installed package holds the default theme too, a checkout does not; themes have digests of their own.
        folders[:] = [name for name in folders if name != "__pycache__" and (name != "theme" or folder != package)]
        own += [f"{folder}/{file}" for file in files if file.endswith((".py", ".txt", ".yml"))]
    return sorted(own)


_known: dict[str, str] = {}


def learn(code: str) -> None:
    """Take over the digest of the code as an earlier build found it, where the files are as they were then."""
    _known.setdefault("code", code)


def code_digest() -> str:
    """The digest of the program's own code and of the versions of its libraries: whatever others made is not
    remembered."""
    if "code" not in _known:
        _known["code"] = _digest_of_code()
    return _known["code"]


def _digest_of_code() -> str:
    digest = blake2b(libraries().encode(), digest_size=16)
    root = len(str(Path(__file__).parent)) + 1
    for path in own_files():
        digest.update(path[root:].encode())
        with open(path, "rb", buffering=0) as file:
            digest.update(file.read())
    return digest.hexdigest()


def digest_of(*parts: str | bytes) -> str:
    """32 hex digits that stand for these parts in this order."""
    try:
        data = _encoder.encode(parts)
    except UnicodeEncodeError:  # half a character, as names of files may hold
        data = _encoder.encode(
            [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]
        )
    return blake2b(data, digest_size=16).hexdigest()


_encoder = msgspec.msgpack.Encoder()

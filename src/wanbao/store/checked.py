"""Files of the cache with a check at their end, by which a damaged one is known."""

from __future__ import annotations

import contextlib
import os
from zlib import crc32

from wanbao.disk import write_whole

CHECK = 8
"""How many bytes tell whether a file of the cache is whole."""


def _check(data: bytes | memoryview) -> bytes:
    """What tells damage of these bytes, their length and a checksum: a digest would take four times as long, and every
    build reads all that is remembered of all sources."""
    return len(data).to_bytes(CHECK, "little")[:4] + crc32(data).to_bytes(4, "little")


def read_checked(path: str) -> memoryview | None:
    """What `write_checked` wrote there, or None where it is absent or damaged."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        size = os.fstat(fd).st_size
        data = os.read(fd, size + 1)
        while len(data) < size:
            more = os.read(fd, size - len(data))
            if not more:
                return None
            data += more
    except OSError:
        return None
    finally:
        os.close(fd)
    body = memoryview(data)[:-CHECK]
    return body if _check(body) == data[-CHECK:] else None


def write_checked(path: str, data: bytes) -> bool:
    """Write bytes with their check, whole or not at all; tells whether that could be done."""
    beside = f"{path}.{os.getpid()}"
    checked = data + _check(data)
    try:
        try:
            write_whole(beside, checked)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write_whole(beside, checked)
        os.rename(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        return False
    return True

"""What tells whether a file has changed: what the file system says of it, and the digest of its bytes.

A signature is size, inode, times of change of the content and of the inode. The last cannot be set by any program, so a
file whose signature is unchanged is unchanged, with one exception that git knows too: a file written in the very tick
of the clock in which it was read. Signatures younger than `RACY_NS` when they are stored are therefore stored as
unknown.
"""

from __future__ import annotations

import os
import stat
from hashlib import sha256

RACY_NS = 2_000_000_000
"""How much older than the stored record a file must be for its signature to be trusted."""

Signature = tuple[int, int, int, int]
UNKNOWN: Signature = (0, 0, 0, 0)
"""The signature that no file has."""


def identify(path: str, largest: int | None = None) -> tuple[Signature, str]:
    """The signature and the SHA-256 of a file; unknown and empty where it cannot be read.

    A file of more than `largest` bytes has a signature and no digest: nobody waits for gigabytes to be read.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return UNKNOWN, ""
    digest = sha256()
    try:
        before = os.fstat(fd)
        if not stat.S_ISREG(before.st_mode):
            return UNKNOWN, ""
        if largest is not None and before.st_size > largest:
            return signature_of(before), ""
        while chunk := os.read(fd, 1 << 20):
            digest.update(chunk)
        after = os.fstat(fd)
    except OSError:
        return UNKNOWN, ""
    finally:
        os.close(fd)
    same = signature_of(before) == signature_of(after)
    return (signature_of(after) if same else UNKNOWN), digest.hexdigest()


def signature_of(status: os.stat_result) -> Signature:
    """The signature of a file by what the file system says of it."""
    return (status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns)

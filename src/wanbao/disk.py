"""What is asked of a disk: to read a plain file, to write one wholly, and to keep what was written if the power fails.

A program that has written and renamed a file knows only that others see it so. The disk may hear of it half a minute
later, of the name before the content: a computer that loses its power, or a disk that turns out to be full when it is
told at last, leaves a file of no bytes under a good name. So what others shall rely on is first asked to be on the
disk. To ask that of each file alone costs a hundred times as much as to ask it once of the whole file system.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

_UNABLE = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP})
"""What file systems answer that cannot be asked."""


class Folders:
    """What lies in folders, each looked into once: what a build finds here it finds as it was at one moment, and who
    asks for the status of an entry again is told it without a question to the system."""

    def __init__(self) -> None:
        self._known: dict[str, list[os.DirEntry[str]]] = {}

    def entries(self, folder: str) -> list[os.DirEntry[str]]:
        """Whatever lies in a folder, by its names. Raises OSError."""
        found = self._known.get(folder)
        if found is None:
            with os.scandir(folder) as entries:
                found = self._known[folder] = sorted(entries, key=_name)
        return found

    def forget(self) -> None:
        """Give back the memory, which a large archive takes much of."""
        self._known.clear()


_name = attrgetter("name")


def write_whole(path: str, data: bytes) -> None:
    """Write a new file, every byte or an OSError."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o644)
    try:
        written = os.write(fd, data)
        while written < len(data):
            written += os.write(fd, data[written:])
    finally:
        os.close(fd)


def read_plain(path: Path, most: int | None = None) -> bytes:
    """The bytes of a file, which must be a plain one of at most so many bytes: a pipe or a device may have no end.

    Raises OSError.
    """
    fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    with open(fd, "rb", buffering=0) as file:
        status = os.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "Not a plain file", str(path))
        if most is not None and status.st_size > most:
            raise OSError(errno.EFBIG, f"It has more than {most:,} bytes", str(path))
        return file.read()


def holds(path: str, data: bytes) -> bool:
    """Whether a plain file holds exactly these bytes."""
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        return os.fstat(fd).st_size == len(data) and os.read(fd, len(data) + 1) == data
    except OSError:
        return False
    finally:
        os.close(fd)


def keep(path: str) -> bool:
    """Have a file, or the names in a folder, on the disk; False where the file system cannot be asked.

    Raises OSError when it could not be written.
    """
    return _asked(path, os.fsync)


def keep_all(folder: str) -> bool:
    """Have everything on the disk that was written to the file system of this folder; False where it cannot be asked.

    Raises OSError when something could not be written: some file systems find out only now that they are full.
    """
    return _asked(folder, lambda fd: syncfs(fd))


def syncfs(fd: int) -> None:
    """The system's call of this name, which Python does not offer; all file systems at once where there is none."""
    try:
        import ctypes

        call = ctypes.CDLL(None, use_errno=True).syncfs
    except (ImportError, OSError, AttributeError):
        os.sync()
        return
    if call(fd):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _asked(path: str, ask: Callable[[int], None]) -> bool:
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        ask(fd)
    except OSError as error:
        if error.errno in _UNABLE:
            return False
        raise OSError(error.errno, error.strerror, path) from None
    finally:
        os.close(fd)
    return True

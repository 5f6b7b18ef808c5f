"""Who uses a cache at the same time: builds that share one must not forget what the other has just made."""

from __future__ import annotations

import contextlib
import fcntl
import os
from pathlib import Path
from typing import Self


class Share:
    """A build's share in a cache, which others may use at the same time: what is forgotten in it while two are at work
    could be what the other has just made. Use as a context manager.

    Where the file system knows no locks, nobody is waited for and everybody counts as alone.
    """

    def __init__(self) -> None:
        self._lock = -1

    def __enter__(self) -> Self:
        return self

    def take(self, folder: Path) -> None:
        """Take a share in the cache in this folder; waits while another build forgets what it no longer needs."""
        with contextlib.suppress(OSError):
            self._lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            fcntl.flock(self._lock, fcntl.LOCK_SH)

    def is_alone(self) -> bool:
        """Whether no other build has a share. From then on others wait, or this one has none any more: asked last."""
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except (OSError, ValueError):
            pass
        return True

    def __exit__(self, *_: object) -> None:
        """Give it back."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

"""Where the files of a build are written before they are moved into place."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from wanbao import urls
from wanbao.config import WORK
from wanbao.disk import holds, write_whole


class Stage:
    """Where the files of one build are written before they are moved into place; one for each worker process."""

    def __init__(self, output: Path) -> None:
        self.output = str(output)
        self.folder = f"{output}/{WORK}/staging"
        self._made: set[str] = set()
        # Where no site was, asking for every file whether it is there costs more than writing it.
        self._compare = os.path.lexists(f"{output}/{urls.HOME}")

    def put(self, address: str, data: bytes) -> tuple[str, bool]:
        """Stage a file unless the site has it already, byte for byte; gives its SHA-256 and whether it differs.

        Raises OSError when it cannot be written.
        """
        differs = not (self._compare and holds(f"{self.output}/{address}", data))
        if differs:
            path = f"{self.folder}/{address}"
            folder = path.rpartition("/")[0]
            if folder not in self._made:
                os.makedirs(folder, exist_ok=True)
                self._made.add(folder)
            write_whole(path, data)
        return sha256(data).hexdigest(), differs

    def read(self, address: str) -> bytes:
        """A file as it will be in the site: staged, or as it stands. Raises OSError."""
        try:
            return Path(self.folder, address).read_bytes()
        except FileNotFoundError:
            return Path(self.output, address).read_bytes()

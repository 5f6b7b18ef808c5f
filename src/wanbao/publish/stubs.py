"""Whole little pages that stand in for pages on their way in or out, so that no link ever dangles."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from wanbao.config import WORK
from wanbao.disk import write_whole

_STUB = """<!DOCTYPE html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>正在更新</title><meta name="robots" content="noindex">
<meta name="generator" content="wanbao"></head><body><main><h1>正在更新</h1>
<p>本页正在发布，请稍后再看。<a href="{root}index.html">返回首页</a></p></main></body></html>
"""


class Stubs:
    """Whole little pages that stand in for pages on their way in or out."""

    def __init__(self, folder: Path, depths: Iterable[int]) -> None:
        """Write one for each depth at which pages come or go, so that all are on the disk before one is needed."""
        self.folder = folder
        for depth in depths:
            write_whole(self._stub(depth), _STUB.format(root="../" * depth).encode())

    def place(self, address: str) -> None:
        """Put a stub where nothing is."""
        os.link(self._stub(address.count("/")), f"{self.folder}/{address}")

    def replace(self, address: str) -> None:
        """Put a stub in the place of a page."""
        beside = f"{self.folder}/{WORK}/stub"
        os.link(self._stub(address.count("/")), beside)
        os.replace(beside, f"{self.folder}/{address}")
        with contextlib.suppress(FileNotFoundError):
            # Renaming a file onto another name of the same file does nothing and leaves both.
            os.unlink(beside)

    def _stub(self, depth: int) -> str:
        return f"{self.folder}/{WORK}/stub-{depth}"

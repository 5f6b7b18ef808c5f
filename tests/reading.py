"""A file that is written and read, for tests of reading."""

from __future__ import annotations

from pathlib import Path

from wanbao.errors import Note
from wanbao.newspaper import Newspaper
from wanbao.read import ReadResult, read_file

PAPER = Newspaper(name="样例晚报", short="yb")
PAGE = "# 城北新桥昨日通车\n\n样例晚报讯 昨日上午，城北新桥正式通车，市民出行更加方便。\n"


def read(folder: Path, path: str, content: str | bytes) -> ReadResult:
    """Write one file and read it."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode(errors="surrogatepass"))
    return read_file(folder, path, PAPER)


def codes(notes: tuple[Note, ...]) -> list[str]:
    return [note.code for note in notes]

"""How long discovering and reading 20,000 pages takes, and how much of that is the system's: run it by hand.

    PYTHONPATH=src python tests/bench/bench_read.py [FILES]

The floor is a bare loop of the same system calls (open, fstat, read, fstat, close) over the same files, in one run.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from wanbao.newspaper import Newspaper
from wanbao.read import discover, read_file

PAPER = Newspaper(name="样例晚报")
PAGE = (
    "样例晚报 2022年5月18日 星期三 第A02版:要闻\n\n# 城北新桥昨日通车\n\n"
    "样例晚报讯 记者甲某 昨日上午，城北新桥正式通车。\n\n"
    + "新桥全长三百二十米，双向四车道，两侧设有人行道。市民出行时间由此缩短约一刻钟。\n\n"
    * 16
)
FRONT = "---\nsection: 要闻\nissue: 9876\nsource_url: https://example.org/paper/A02.html\n---\n"


def make(folder: Path, files: int, head: str) -> None:
    for number in range(files):
        day = folder / f"{1990 + number // 2920}-{number // 240 % 12 + 1:02}-{number // 8 % 28 + 1:02}-{number // 8}"
        day.mkdir(exist_ok=True)
        (day / f"A{number % 8 + 1:02}.md").write_text(f"{head}{PAGE}{number}\n", encoding="utf-8")


def floor(folder: Path, paths: tuple[str, ...]) -> None:
    for path in paths:
        descriptor = os.open(f"{folder}/{path}", os.O_RDONLY)
        size = os.fstat(descriptor).st_size
        os.read(descriptor, size + 1)
        os.fstat(descriptor)
        os.close(descriptor)


def read_all(folder: Path, paths: tuple[str, ...]) -> None:
    for path in paths:
        assert len(read_file(folder, path, PAPER).sources) == 1


def measure(work: Callable[[], object], runs: int = 5) -> float:
    """Median CPU seconds of this process."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def report(label: str, folder: Path, files: int) -> None:
    paths, notes = discover(folder)
    assert len(paths) == files and not notes
    found = measure(lambda: discover(folder)) * 1e6 / files
    bare = measure(lambda: floor(folder, paths)) * 1e6 / files
    read = measure(lambda: read_all(folder, paths)) * 1e6 / files
    print(
        f"{label:16} {files} files, µs of CPU a file: discover {found:5.1f}, read {read:5.1f}, of it calls {bare:5.1f}"
    )


def main() -> None:
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    for label, head in (("no front matter", ""), ("front matter", FRONT)):
        with tempfile.TemporaryDirectory() as name:
            make(Path(name), files, head)
            report(label, Path(name), files)


if __name__ == "__main__":
    main()

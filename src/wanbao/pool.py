"""One process or several, the same work: chunks go out, records without bodies come back, in the order they went.

Work that is small is done in this process, because starting others costs more than it saves. Workers are forked
before the parent holds anything large.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from wanbao.newspaper import Newspaper
from wanbao.plan import Bundle, Context, IssueJob
from wanbao.search import SearchDoc
from wanbao.store import FileRecord, Store
from wanbao.views import Site
from wanbao.work import Made, Workshop

FILES_WORTH_FORKING = 96
"""From how many files on several processes are worth their start."""
BUNDLES_WORTH_FORKING = 48
"""From how many bundles on."""

Count = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class SiteTask:
    """What every process must know to make pages."""

    ctx: Context
    """What is the same for every file."""
    site: Site
    """What is the same on every page."""
    theme_dirs: tuple[Path, ...]
    """The theme, folder by folder."""
    output: Path
    """The output folder."""


class Pool:
    """The processes of one build. Use as a context manager."""

    def __init__(self, articles: Path, newspaper: Newspaper, store: Store, jobs: int | None) -> None:
        self._shop = Workshop(articles, newspaper, store)
        self._jobs = jobs
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def understand(self, paths: Sequence[str], count: Count) -> Iterator[tuple[str, FileRecord]]:
        """Every file with what it holds."""
        if self._processes(len(paths), FILES_WORTH_FORKING) == 1:
            for done, path in enumerate(paths, 1):
                yield path, self._shop.understand(path)
                count(done)
            return
        done = 0
        for chunk, records in self._map(_understand, _chunks(paths, 48), ()):
            yield from zip(chunk, records, strict=True)
            count(done := done + len(chunk))

    def make(self, task: SiteTask, bundles: Sequence[Bundle], count: Count) -> Iterator[Made]:
        """Every bundle rendered and staged."""
        if self._processes(len(bundles), BUNDLES_WORTH_FORKING) == 1:
            self._shop.open_site(task.ctx, task.site, task.theme_dirs, task.output)
            for done, bundle in enumerate(bundles, 1):
                yield self._shop.make(task.ctx, bundle)
                count(done)
            return
        done = 0
        for chunk, made in self._map(_make, _chunks(bundles, 8), (task,)):
            yield from made
            count(done := done + len(chunk))

    def index(self, jobs: Sequence[IssueJob]) -> None:
        """Make the search runs of these issues."""
        if self._processes(len(jobs), BUNDLES_WORTH_FORKING) == 1:
            for job in jobs:
                self._shop.index(job)
            return
        for _ in self._map(_index, _chunks(jobs, 8), ()):
            pass

    def docs(self, job: IssueJob) -> tuple[SearchDoc, ...]:
        """The articles of an issue as the search knows them."""
        return self._shop.docs(job)

    def _processes(self, amount: int, worth: int) -> int:
        if self._jobs is not None:
            return min(self._jobs, max(1, amount))
        return (os.cpu_count() or 1) if amount >= worth else 1

    def _map(
        self, function: Callable[..., list[Any]], chunks: Iterator[Sequence[Any]], extra: tuple[Any, ...]
    ) -> Iterator[tuple[Sequence[Any], list[Any]]]:
        """Like map, with a bounded number of chunks under way, so that a large archive does not pile up."""
        executor = self._start()
        under_way: list[tuple[Sequence[Any], Future[list[Any]]]] = []
        for chunk in chunks:
            under_way.append((chunk, executor.submit(function, chunk, *extra)))
            if len(under_way) > 4 * (self._jobs or os.cpu_count() or 1):
                first, future = under_way.pop(0)
                yield first, future.result()
        for first, future in under_way:
            yield first, future.result()

    def _start(self) -> ProcessPoolExecutor:
        if self._executor is None:
            kind = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
            self._executor = ProcessPoolExecutor(
                self._jobs or os.cpu_count() or 1,
                multiprocessing.get_context(kind),
                initializer=_open,
                initargs=(self._shop.articles, self._shop.newspaper, self._shop.store),
            )
        return self._executor


_shop: Workshop | None = None
"""The workshop of a worker process."""


def _open(articles: Path, newspaper: Newspaper, store: Store) -> None:
    global _shop
    _shop = Workshop(articles, newspaper, store)


def _understand(paths: Sequence[str]) -> list[FileRecord]:
    assert _shop is not None
    return [_shop.understand(path) for path in paths]


def _index(jobs: Sequence[IssueJob]) -> list[None]:
    assert _shop is not None
    for job in jobs:
        _shop.index(job)
    return []


def _make(bundles: Sequence[Bundle], task: SiteTask) -> list[Made]:
    assert _shop is not None
    _shop.open_site(task.ctx, task.site, task.theme_dirs, task.output)
    return [_shop.make(task.ctx, bundle) for bundle in bundles]


def _chunks(items: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    """The items in runs of at most so many; shorter ones where there are few, so that every process gets some."""
    size = max(1, min(most, len(items) // 16 + 1))
    for start in range(0, len(items), size):
        yield items[start : start + size]

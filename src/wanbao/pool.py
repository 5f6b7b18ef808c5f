"""One process or several, the same work: chunks go out, records without bodies come back, in the order they went.

Work that is small is done in this process, because starting others costs more than it saves. Workers are forked
before the parent holds anything large. Records travel in the form they are stored in, which costs a fraction of
pickling them. A build with nothing to do imports neither parser nor templates.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from wanbao.newspaper import Newspaper
from wanbao.plan import Bundle, IssueJob, SiteTask
from wanbao.store import FileRecord, Store, decoded, encoded

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from wanbao.search import SearchDoc
    from wanbao.work import Made, Workshop

FILES_WORTH_FORKING = 96
"""From how many files on several processes are worth their start."""
BUNDLES_WORTH_FORKING = 48
"""From how many bundles on."""

Count = Callable[[int], None]

_SELDOM = (100_000, 20, 50)
"""When to look for records that hold each other in a circle. Ours never do, but an archive is a million of them, and
looking through all every time a few more were read takes a fifth of the time of a build with nothing to do."""


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Let Python look for circles seldom."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Pool:
    """The processes of one build. Use as a context manager."""

    def __init__(self, articles: Path, newspaper: Newspaper, store: Store, jobs: int | None) -> None:
        self._shop_of = (articles, newspaper, store)
        self._jobs = jobs
        self._own: Workshop | None = None
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
            yield from zip(chunk, decoded(records, list[FileRecord]), strict=True)
            count(done := done + len(chunk))

    def make(self, task: SiteTask, bundles: Sequence[Bundle], count: Count) -> Iterator[Made]:
        """Every bundle rendered and staged."""
        if not bundles:
            return
        # Here even if others make the pages: what this compiles of the templates, they find in the store.
        self._shop.open_site(task)
        if self._processes(len(bundles), BUNDLES_WORTH_FORKING) == 1:
            for done, bundle in enumerate(bundles, 1):
                yield self._shop.make(bundle)
                count(done)
            return
        done = 0
        for chunk, made in self._map(_make, _chunks(bundles, 16), (task,), Bundle.packed):
            yield from made
            count(done := done + len(chunk))

    def index(self, jobs: Sequence[IssueJob]) -> None:
        """Make the search runs of these issues."""
        if self._processes(len(jobs), BUNDLES_WORTH_FORKING) == 1:
            for job in jobs:
                self._shop.index(job)
            return
        for _ in self._map(_index, _chunks(jobs, 8), (), encoded):
            pass

    def docs(self, job: IssueJob) -> tuple[SearchDoc, ...]:
        """The articles of an issue as the search knows them."""
        return self._shop.docs(job)

    @property
    def _shop(self) -> Workshop:
        """This process's own workshop."""
        if self._own is None:
            from wanbao.work import Workshop

            self._own = Workshop(*self._shop_of)
        return self._own

    def _processes(self, amount: int, worth: int) -> int:
        if self._jobs is not None:
            return min(self._jobs, max(1, amount))
        return (os.cpu_count() or 1) if amount >= worth else 1

    def _map(
        self,
        function: Callable[..., Any],
        chunks: Iterator[Sequence[Any]],
        extra: tuple[Any, ...],
        pack: Callable[[Any], Any] = lambda item: item,
    ) -> Iterator[tuple[Sequence[Any], Any]]:
        """Like map, with a bounded number of chunks under way, so that a large archive does not pile up."""
        executor = self._start()
        under_way: list[tuple[Sequence[Any], Future[Any]]] = []
        for chunk in chunks:
            under_way.append((chunk, executor.submit(function, list(map(pack, chunk)), *extra)))
            if len(under_way) > 4 * (self._jobs or os.cpu_count() or 1):
                first, future = under_way.pop(0)
                yield first, future.result()
        for first, future in under_way:
            yield first, future.result()

    def _start(self) -> ProcessPoolExecutor:
        if self._executor is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            import wanbao.work  # noqa: F401 (before the fork, so that it is loaded once)

            kind = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
            self._executor = ProcessPoolExecutor(
                self._jobs or os.cpu_count() or 1,
                multiprocessing.get_context(kind),
                initializer=_open,
                initargs=self._shop_of,
            )
        return self._executor


_shop: Workshop | None = None
"""The workshop of a worker process."""


def _open(articles: Path, newspaper: Newspaper, store: Store) -> None:
    global _shop
    from wanbao.work import Workshop

    gc.set_threshold(*_SELDOM)
    _shop = Workshop(articles, newspaper, store)


def _understand(paths: Sequence[str]) -> bytes:
    assert _shop is not None
    return encoded([_shop.understand(path) for path in paths])


def _index(jobs: Sequence[bytes]) -> list[None]:
    assert _shop is not None
    for job in jobs:
        _shop.index(decoded(job, IssueJob))
    return []


def _make(bundles: Sequence[bytes], task: SiteTask) -> list[Made]:
    assert _shop is not None
    _shop.open_site(task)
    return [_shop.make(Bundle.unpacked(bundle)) for bundle in bundles]


def _chunks(items: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    """The items in runs of at most so many; shorter ones where there are few, so that every process gets some."""
    size = max(1, min(most, len(items) // 16 + 1))
    for start in range(0, len(items), size):
        yield items[start : start + size]

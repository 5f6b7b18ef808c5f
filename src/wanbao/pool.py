"""One process or several, the same work: chunks go out, records without bodies come back, in the order they went.

Work that is small is done in this process, because starting others costs more than it saves. For work that is large,
processes are forked when all they need is there (the files' names, or the planned bundles and the compiled templates):
they find it in their memory, so that orders are two numbers. What comes back travels in the form in which records are
stored, which costs a fraction of pickling them. A build with nothing to do imports neither parser nor templates.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wanbao.errors import PublishError, taken_away
from wanbao.newspaper import Newspaper
from wanbao.packing import decoded, encoded
from wanbao.plan import Bundle, IssueJob, SegmentJob, SiteTask
from wanbao.store import Store
from wanbao.store.files import FileRecord

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from wanbao.search import SearchDoc
    from wanbao.work import Made, Workshop

FILES_WORTH_FORKING = 96
"""From how many files on several processes are worth their start."""
BUNDLES_WORTH_FORKING = 48
"""From how many issues to make on; a list is a small part of that (`LISTS_AN_ISSUE`)."""
LISTS_AN_ISSUE = 16
"""How many bundles that are no issues take as long as one that is."""
WARMING = 8
"""How many files are understood before processes are forked, which find in their memory what that has compiled."""

ROUND = 48
"""After how many chunks processes are forked anew."""

Count = Callable[[int], None]

_SELDOM = (1_000_000, 20, 50)
"""When to look for records that hold each other in a circle. Ours never do; only some ten thousand do that Jinja makes
when it compiles. But an archive is a million records: to look through all each time a few more were read takes a fifth
of the time of a build with nothing to do."""


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
    """The processes of one build."""

    def __init__(self, articles: Path, newspaper: Newspaper, store: Store, jobs: int | None) -> None:
        self._shop_of = (articles, newspaper, store)
        self._jobs = jobs

    def understand(self, paths: Sequence[str], count: Count) -> Iterator[tuple[str, FileRecord]]:
        """Every file with what it holds."""
        processes = self._processes(len(paths), FILES_WORTH_FORKING)
        alone = len(paths) if processes == 1 else WARMING
        for done, path in enumerate(paths[:alone], 1):
            yield path, self._shop.understand(path)
            count(done)
        rest = paths[alone:]
        if not rest:
            return
        understand = self._shop.understand
        orders = _spread(lambda start, end: encoded(list(map(understand, rest[start:end]))), len(rest), 48, processes)
        for start, end, records in orders:
            yield from zip(rest[start:end], decoded(records, list[FileRecord]), strict=True)
            count(alone + end)

    def open_site(self, task: SiteTask, todo: Iterable[Bundle], bundles: Iterable[Bundle]) -> None:
        """Make ready for the bundles to do of all of a site. Raises SettingsError (E205)."""
        self._shop.open_site(task, todo, bundles)

    def make(self, bundles: Sequence[Bundle], count: Count, alone: int = 0) -> Iterator[Made]:
        """Every bundle rendered and staged, as it is done. The first `alone` bundles take long and go one by one."""
        if not bundles:
            return
        shop = self._shop
        issues = sum(isinstance(bundle.job, IssueJob | SegmentJob) for bundle in bundles)
        weight = issues + (len(bundles) - issues) // LISTS_AN_ISSUE
        processes = self._processes(weight, BUNDLES_WORTH_FORKING)
        if processes == 1:
            for done, bundle in enumerate(bundles, 1):
                yield shop.make(bundle)
                count(done)
            return
        from wanbao.work import Made

        orders = _spread(
            lambda start, end: encoded(list(map(shop.make, bundles[start:end]))), len(bundles), 16, processes, alone
        )
        done = 0
        for start, end, made in orders:
            yield from decoded(made, list[Made])
            count(done := done + end - start)

    def index(self, jobs: Sequence[IssueJob]) -> None:
        """Make the search runs of these issues."""
        if not jobs:
            return
        shop = self._shop

        def index(start: int, end: int) -> None:
            for job in jobs[start:end]:
                shop.index(job)

        processes = self._processes(len(jobs), BUNDLES_WORTH_FORKING)
        if processes == 1:
            index(0, len(jobs))
            return
        for _ in _spread(index, len(jobs), 8, processes):
            pass

    def docs(self, job: IssueJob) -> tuple[SearchDoc, ...]:
        """The articles of an issue as the search knows them."""
        return self._shop.docs(job)

    @cached_property
    def _shop(self) -> Workshop:
        """This process's own workshop, which forked processes find open."""
        from wanbao.work import Workshop

        return Workshop(*self._shop_of)

    def _processes(self, amount: int, worth: int) -> int:
        if self._jobs is not None:
            return min(self._jobs, max(1, amount))
        return (os.cpu_count() or 1) if amount >= worth else 1


Work = Callable[[int, int], Any]
"""Does the work from one number up to another."""

_work: Work | None = None
"""What the processes forked now are to do."""


def _spread(work: Work, amount: int, most: int, processes: int, alone: int = 0) -> Iterator[tuple[int, int, Any]]:
    """(start, end, what came of it) for chunks of at most `most`, done by so many processes.

    They come in order, but for the first `alone` pieces of work, each a chunk of its own, which nothing waits for.

    A bounded number of chunks is under way, so that what a large archive makes does not pile up.
    """
    global _work
    _work = work
    gc.freeze()  # what is there now is not looked through by the others, which would copy it
    try:
        first = [(at, at + 1) for at in range(alone)]
        chunks = list(_chunks(amount, most, alone))
        for at in range(0, max(1, len(chunks)), ROUND):
            yield from _round(chunks[at : at + ROUND], processes, first if at == 0 else [])
    finally:
        _work = None
        gc.unfreeze()


def _round(
    chunks: Sequence[tuple[int, int]], processes: int, long: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, Any]]:
    """What so many new processes make of these chunks, in order, and of the `long` ones, beside them.

    They are new every round, because one that goes through a large archive ends up with a copy of all of it: to look at
    a record counts a reference to it, which writes to the page of memory it lies on.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    under_way: list[tuple[int, int, Future[Any]]] = []
    lifeline = os.pipe()
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, context, _end_with_the_first, lifeline) as executor:
        try:
            beside = [(start, end, _submit(executor, start, end)) for start, end in long]
            for start, end in chunks:
                under_way.append((start, end, _submit(executor, start, end)))
                if len(under_way) > 4 * processes:
                    start, end, future = under_way.pop(0)
                    yield start, end, future.result()
            for start, end, future in [*under_way, *beside]:
                yield start, end, future.result()
        except KeyboardInterrupt:
            for process in multiprocessing.active_children():
                process.terminate()
            raise
        except BrokenProcessPool:
            raise PublishError(taken_away("a process of the build was killed")) from None
        finally:
            executor.shutdown(cancel_futures=True)
            for end_of_it in lifeline:
                os.close(end_of_it)


def _submit(executor: ProcessPoolExecutor, start: int, end: int) -> Future[Any]:
    """Order a chunk. Processes are forked meanwhile, deaf to Ctrl-C from their first moment on: it is for the process
    that forked them, which ends them, and half a start would look like a process that was killed."""
    import signal

    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return executor.submit(_do, start, end)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_the_first(mouth: int, source: int) -> None:
    """Have this process end when the one that forked it does, however that ends: nobody else tells it.

    It would wait for orders for ever, and hold the lock of the output folder.
    """
    from threading import Thread

    os.close(source)  # so that the first process alone keeps the pipe open

    def wait() -> None:
        os.read(mouth, 1)
        os._exit(1)

    Thread(target=wait, daemon=True).start()


def _do(start: int, end: int) -> Any:
    assert _work is not None
    return _work(start, end)


def _chunks(amount: int, most: int, first: int = 0) -> Iterator[tuple[int, int]]:
    """Runs of at most so many, from the first on; shorter ones where there are few, so that every process gets some."""
    size = max(1, min(most, (amount - first) // 16 + 1))
    for start in range(first, amount, size):
        yield start, min(start + size, amount)

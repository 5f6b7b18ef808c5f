"""The search index in a build: its runs are made with the pages, its segments from the runs, and then it is proved."""

from __future__ import annotations

from collections.abc import Sequence

from wanbao.errors import PublishError
from wanbao.plan import Bundle, IssueJob, SegmentJob
from wanbao.pool import Pool
from wanbao.publish import Output
from wanbao.publish.staging import Stage
from wanbao.search import Sample, selftest, some
from wanbao.store import Store, run_name


def make_runs(bundles: Sequence[Bundle], segments: Sequence[Bundle], pool: Pool, store: Store) -> None:
    """Make the runs that these segments need and the cache has lost; the others were made with their pages."""
    # Loaded, not only looked for: what is there may be damaged.
    lost = [job for job in _indexed(bundles, segments) if store.load_bytes("runs", run_name(store, job.run)) is None]
    pool.index(lost)


def _indexed(bundles: Sequence[Bundle], segments: Sequence[Bundle]) -> list[IssueJob]:
    """The issues of these segments, in the order of the archive."""
    wanted = {
        run.digest for bundle in segments if isinstance(bundle.job, SegmentJob) for run in bundle.job.segment.issues
    }
    return [bundle.job for bundle in bundles if isinstance(bundle.job, IssueJob) and bundle.job.run in wanted]


def prove(
    bundles: Sequence[Bundle], segments: Sequence[Bundle], made: Sequence[Bundle], pool: Pool, output: Output
) -> None:
    """Ask these segments of the index, as they lie staged, for pieces of some of their articles, one of those `made`
    among them; what was published before was proved then. Raises PublishError E404 for a wrong answer."""
    jobs = _indexed(bundles, segments)
    names = {bundle.name for bundle in made}
    new = [at for at, job in enumerate(jobs) if f"issue {job.issue.key}" in names] or range(len(jobs))
    chosen = sorted({0, new[len(new) // 2], len(jobs) - 1})
    sample = [
        Sample(jobs[at].issue.key, number, doc)
        for at in chosen
        for number, doc in some(list(enumerate(pool.docs(jobs[at]))))
    ]
    notes = selftest(Stage(output.folder).read, sample, seed=int(jobs[-1].run[:8], 16))
    if notes:
        raise PublishError(notes[0])

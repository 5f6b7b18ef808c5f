"""Which bundles are made again, and how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from wanbao.lastbuild import LastBuild
from wanbao.packing import decoded, encoded
from wanbao.plan import Bundle, FrontJob, IssueJob, SegmentJob, SiteTask
from wanbao.pool import Pool
from wanbao.progress import Progress
from wanbao.publish import Output
from wanbao.store import Store

if TYPE_CHECKING:
    from wanbao.work import Made


def stale(bundles: Iterable[Bundle], output: Output, last: LastBuild) -> list[Bundle]:
    """The bundles whose key is new or whose files are not all there."""
    if output.manifest is None:
        return list(bundles)
    before = output.manifest.bundles
    missing = last.missing(output.manifest, output.is_known) | output.doubtful
    found = []
    for bundle in bundles:
        entry = before.get(bundle.name)
        is_whole = entry is not None and not (missing and not missing.isdisjoint(entry.files))
        if entry is None or entry.key != bundle.key or not is_whole:
            if entry is not None and is_whole and output.is_known and isinstance(bundle.job, SegmentJob):
                bundle = replace(bundle, job=replace(bundle.job, published=entry.files))
            found.append(bundle)
    return found


def make(
    bundles: Sequence[Bundle],
    todo: Sequence[Bundle],
    task: SiteTask,
    output: Output,
    pool: Pool,
    store: Store,
    progress: Progress,
) -> dict[str, bytes]:
    """The bundles to do, rendered and staged: what came of each by its name, as it travels between processes, because
    that of a large archive takes twice the memory as records.

    Segments of the search index come after the issues, because they are made from what these give, and before all other
    pages, because each takes one process a while; at the end they are proved.
    """
    if not todo:
        return {}
    segments = [bundle for bundle in todo if isinstance(bundle.job, SegmentJob)]
    # The front of an issue behind its other pages, because what both show of its articles is then unpacked once.
    issues = [bundle for bundle in todo if isinstance(bundle.job, IssueJob | FrontJob)]
    others = [bundle for bundle in todo if not isinstance(bundle.job, SegmentJob | IssueJob | FrontJob)]
    pool.open_site(task, todo, bundles)
    made = {one.name: encoded(one) for one in pool.make(issues, lambda done: progress("make", done, len(todo)))}
    if segments:
        from wanbao.indexing import make_runs, prove

        make_runs(bundles, segments, pool, store)
    later = pool.make(
        [*segments, *others], lambda done: progress("make", len(issues) + done, len(todo)), alone=len(segments)
    )
    made |= {one.name: encoded(one) for one in later}
    if segments:
        prove(bundles, segments, issues, pool, output)
    return made


def unpacked(packed: Mapping[str, bytes]) -> dict[str, Made]:
    """What came of bundles, as records."""
    if not packed:
        return {}
    from wanbao.work import Made

    return {name: decoded(data, Made) for name, data in packed.items()}

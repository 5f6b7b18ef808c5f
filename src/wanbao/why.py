"""Why a part of the site was made again, in a word, for `wanbao build -v`.

Nothing is kept for this: the last manifest has the digests of the sources and the keys of all bundles, and what kind of
bundle it is says the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from wanbao.config import ABOUT, PROFILE
from wanbao.errors import shown
from wanbao.manifest import Manifest
from wanbao.plan import AssetsJob, Bundle, IssueJob, SegmentJob
from wanbao.plan.jobs import FrontJob, PersonJob, SearchJob, SectionJob, SeriesJob
from wanbao.records.issue import IssueCard


def reasons(
    todo: Iterable[Bundle], bundles: Iterable[Bundle], before: Manifest | None, inputs: Mapping[str, str], program: str
) -> tuple[str, ...]:
    """`issue 2022-05-18: source changed` for every bundle that is made again, in order; of people, sections and series
    with their names.

    `before` is the manifest of the site as it is, `inputs` are the digests of what it is made from now, `program` made
    it.
    """
    if before is None:
        return tuple(f"{_named(bundle)}: new" for bundle in todo)
    known = [bundle for bundle in bundles if bundle.name in before.bundles and not isinstance(bundle.job, AssetsJob)]
    everything = ""
    if before.inputs == inputs or (known and all(before.bundles[bundle.name].key != bundle.key for bundle in known)):
        everything = _of_all(before, inputs, program)
    edited = {path for path, digest in inputs.items() if before.inputs.get(path) != digest}
    return tuple(f"{_named(bundle)}: {_reason(bundle, before, everything, edited)}" for bundle in todo)


def _named(bundle: Bundle) -> str:
    """The name of a bundle, with whom or what it shows where that tells an address alone."""
    job = bundle.job
    if isinstance(job, PersonJob | SectionJob | SeriesJob):
        return shown(f"{bundle.name} ({job.name})")
    return bundle.name


def _of_all(before: Manifest, inputs: Mapping[str, str], program: str) -> str:
    """What can have changed where every page is made again, or the sources are what they were."""
    if before.generator != program:
        return "another version of wanbao"
    for name in (PROFILE, ABOUT):
        if before.inputs.get(name) != inputs.get(name):
            return f"{name} changed"
    return "templates, settings or the program changed"


def _reason(bundle: Bundle, before: Manifest, everything: str, edited: Collection[str]) -> str:
    entry = before.bundles.get(bundle.name)
    if entry is None:
        return "new"
    if entry.key == bundle.key:
        return "a file of it was lost, a build was broken off, or all is made afresh"
    if everything:
        return everything
    job = bundle.job
    if isinstance(job, IssueJob):
        return "source changed" if _is_edited(job.issue, edited) else "its pages or what they are related to changed"
    if isinstance(job, FrontJob):
        return "source changed" if _is_edited(job.issue, edited) else "neighbour changed"
    if isinstance(job, SegmentJob | SearchJob):
        return "text changed"
    return "what it shows changed"


def _is_edited(issue: IssueCard, edited: Collection[str]) -> bool:
    return any(page.source in edited for page in issue.pages)

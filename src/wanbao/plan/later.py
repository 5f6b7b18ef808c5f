"""What jobs need of the whole archive, found for those that are to be done.

Every build plans the whole site, and most builds make little of it. So planning makes keys of what is remembered of the
archive, and whoever would have to go through all of it to make a job does so here, once for all jobs to be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from wanbao.plan.jobs import Bundle, IssueJob, PersonCredit, PersonJob, year_of
from wanbao.plan.stretches import UNDATED
from wanbao.records import Archive, CardRef, IssueCard
from wanbao.related import candidates


def filled(todo: Sequence[Bundle], archive: Archive) -> list[Bundle]:
    """The bundles, which are to be made, with all that their jobs need."""
    keys = {bundle.job.issue.key for bundle in todo if isinstance(bundle.job, IssueJob)}
    places = [at for at, issue in enumerate(archive.issues) if issue.key in keys]
    found = (earlier for earlier, _ in candidates(archive.issues, places))
    earlier = {archive.issues[at].key: of for at, of in zip(places, found, strict=True)}
    credits = _credits({bundle.job.name for bundle in todo if isinstance(bundle.job, PersonJob)}, archive.issues)
    jobs: list[Bundle] = []
    for bundle in todo:
        job = bundle.job
        if isinstance(job, IssueJob):
            bundle = replace(bundle, job=replace(job, earlier=earlier[job.issue.key]))
        elif isinstance(job, PersonJob):
            bundle = replace(bundle, job=replace(job, credits=_shown(job, credits[job.name])))
        jobs.append(bundle)
    return jobs


def _credits(names: Iterable[str], issues: Iterable[IssueCard]) -> dict[str, dict[str, list[PersonCredit]]]:
    """What these people are credited for, by year, oldest first."""
    found: dict[str, dict[str, list[PersonCredit]]] = {name: {} for name in names}
    if not found:
        return found
    for issue in issues:
        year = year_of(issue) or UNDATED
        for page in issue.pages:
            for at, name, role in page.outline.credits:
                if name in found:
                    found[name].setdefault(year, []).append((CardRef(page, at), role))
    return found


def _shown(job: PersonJob, by_year: dict[str, list[PersonCredit]]) -> tuple[PersonCredit, ...]:
    """Those credits that a page of somebody shows."""
    stretch = job.stretch
    period = stretch.period or (stretch.periods[0] if stretch.periods else "")
    return tuple(credit for year, of_year in by_year.items() if period in ("", year) for credit in of_year)

"""What jobs need of the whole archive, found for those that are to be done.

Every build plans the whole site, and most builds make little of it. So planning makes keys of what is remembered of the
archive, and whoever would have to go through all of it to make a job does so here, once for all jobs to be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from wanbao.plan.jobs import Bundle, IssueJob, PersonCredit, PersonJob, year_of
from wanbao.plan.stretches import UNDATED
from wanbao.records import ROLES, Archive, CardRef, IssueCard
from wanbao.related import Candidates, candidates

Found = tuple[tuple[int, Candidates], ...]
"""The candidates of the articles of an issue (`IssueJob.earlier`)."""
NOTHING: Mapping[str, Found] = MappingProxyType({})


def filled(todo: Sequence[Bundle], archive: Archive, known: Mapping[str, Found] = NOTHING) -> list[Bundle]:
    """The bundles, which are to be made, with all that their jobs need; `known` are candidates that are at hand."""
    keys = {bundle.job.issue.key for bundle in todo if isinstance(bundle.job, IssueJob)} - known.keys()
    places = [at for at, issue in enumerate(archive.issues) if issue.key in keys]
    found = (earlier for earlier, _ in candidates(archive.issues, places))
    earlier = {**known, **{archive.issues[at].key: of for at, of in zip(places, found, strict=True)}}
    credits = _credits([bundle.job for bundle in todo if isinstance(bundle.job, PersonJob)], archive.issues)
    jobs: list[Bundle] = []
    for bundle in todo:
        job = bundle.job
        if isinstance(job, IssueJob):
            bundle = replace(bundle, job=replace(job, earlier=earlier[job.issue.key]))
        elif isinstance(job, PersonJob):
            bundle = replace(bundle, job=replace(job, credits=_shown(job, credits[job.name])))
        jobs.append(bundle)
    return jobs


def _credits(jobs: Iterable[PersonJob], issues: Iterable[IssueCard]) -> dict[str, dict[str, list[PersonCredit]]]:
    """What these people are credited for, by year, oldest first, in those years that their pages show."""
    found: dict[str, dict[str, list[PersonCredit]]] = {}
    always: set[str] = set()
    of_year: dict[str, set[str]] = {}
    for job in jobs:
        found[job.name] = {}
        (of_year.setdefault(period, set()) if (period := _period(job)) else always).add(job.name)
    for issue in issues if found else ():
        year = year_of(issue) or UNDATED
        wanted = of_year.get(year, set()) | always
        for page in issue.pages if wanted else ():
            names = page.credited
            if not wanted.isdisjoint(names):
                outline = page.outline
                for at, name, role in zip(outline.credited_in, names, outline.roles, strict=False):
                    if name in wanted:
                        found[name].setdefault(year, []).append((CardRef(page, at), ROLES[role]))
    return found


def _period(job: PersonJob) -> str:
    """The year that a page of somebody shows, or `undated`; empty where it shows all."""
    return job.stretch.period or (job.stretch.periods[0] if job.stretch.periods else "")


def _shown(job: PersonJob, by_year: dict[str, list[PersonCredit]]) -> tuple[PersonCredit, ...]:
    """Those credits that a page of somebody shows."""
    period = _period(job)
    return tuple(credit for year, of_year in by_year.items() if period in ("", year) for credit in of_year)

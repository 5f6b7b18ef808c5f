"""What jobs need of the whole archive, found for those that are to be done.

Every build plans the whole site, and most builds make little of it. So planning makes keys of what is remembered of the
archive, and whoever would have to go through all of it to make a job does so here, once for all jobs to be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from msgspec.structs import replace

from wanbao.dates import MONTH, iso_prefix
from wanbao.plan.credits import credits_of
from wanbao.plan.jobs import Bundle, IssueJob, PersonJob, SectionJob, SeriesJob
from wanbao.plan.stretches import UNDATED, Stretch
from wanbao.records.archive import Archive, Portion
from wanbao.records.pagecard import CardRef, PageCard
from wanbao.related import Candidates, candidates, names_by_issue
from wanbao.store import Store

Found = tuple[tuple[int, Candidates], ...]
"""The candidates of the articles of an issue (`IssueJob.earlier`)."""
T = TypeVar("T")
NOTHING: Mapping[str, Found] = MappingProxyType({})


def filled(
    todo: Sequence[Bundle], archive: Archive, known: Mapping[str, Found] = NOTHING, store: Store | None = None
) -> list[Bundle]:
    """The bundles, which are to be made, with all that their jobs need; `known` are candidates that are at hand, and in
    `store` it is remembered who is credited for what."""
    keys = {bundle.job.issue.key for bundle in todo if isinstance(bundle.job, IssueJob)} - known.keys()
    places = [at for at, issue in enumerate(archive.issues) if issue.key in keys]
    found = (earlier for earlier, _ in candidates(archive.issues, places, names_by_issue(archive.volumes)))
    earlier = {**known, **{archive.issues[at].key: of for at, of in zip(places, found, strict=True)}}
    credits = credits_of([bundle.job for bundle in todo if isinstance(bundle.job, PersonJob)], archive, store)
    pages = _pages([bundle.job for bundle in todo if isinstance(bundle.job, SectionJob)], archive)
    articles = _articles([bundle.job for bundle in todo if isinstance(bundle.job, SeriesJob)], archive)
    shown: dict[tuple[str, str], tuple[bytes, ...]] = {}
    jobs: list[Bundle] = []
    for bundle in todo:
        job = bundle.job
        if isinstance(job, IssueJob):
            bundle = replace(bundle, job=replace(job, earlier=earlier[job.issue.key]))
        elif isinstance(job, PersonJob):
            # Two pages show the newest stretch of a list, and get the very same: what is made of it is made once.
            what = job.name, job.stretch.shows
            if what not in shown:
                shown[what] = _shown(job.stretch, credits[job.name])
            bundle = replace(bundle, job=replace(job, credits=shown[what]))
        elif isinstance(job, SectionJob):
            bundle = replace(bundle, job=replace(job, pages=_shown(job.stretch, pages[job.name])))
        elif isinstance(job, SeriesJob):
            bundle = replace(bundle, job=replace(job, articles=_shown(job.stretch, articles[job.name])))
        jobs.append(bundle)
    return jobs


def _pages(jobs: Sequence[SectionJob], archive: Archive) -> dict[str, dict[str, list[PageCard]]]:
    """The pages of these sections, by month, oldest first, in those months that are shown."""
    found: dict[str, dict[str, list[PageCard]]] = {job.name: {} for job in jobs}
    wanted = _months(jobs, chain.from_iterable(volume.sections for volume in archive.volumes))
    for page in (page for issue in archive.issues for page in issue.pages) if wanted else ():
        if page.section in found and page.articles:
            month = _month_of(page.date)
            if page.section in wanted.get(month, ()):
                found[page.section].setdefault(month, []).append(page)
    return found


def _articles(jobs: Sequence[SeriesJob], archive: Archive) -> dict[str, dict[str, list[CardRef]]]:
    """The articles of these series, by month, oldest first, in those months that are shown."""
    found: dict[str, dict[str, list[CardRef]]] = {job.name: {} for job in jobs}
    wanted = _months(jobs, chain.from_iterable(volume.series for volume in archive.volumes))
    for page in (page for issue in archive.issues for page in issue.pages) if wanted else ():
        if page.in_series and (names := wanted.get(month := _month_of(page.date))):
            for at, name, _ in page.series:
                if name in names:
                    found[name].setdefault(month, []).append(CardRef(page, at))
    return found


def _months(jobs: Sequence[SectionJob | SeriesJob], portions: Iterable[Portion]) -> dict[str, set[str]]:
    """Which of these lists show what of each month."""
    wanted: dict[str, set[str]] = {}
    whole: set[str] = set()
    for job in jobs:
        (wanted.setdefault(month, set()) if (month := job.stretch.shows) else whole).add(job.name)
    for one in portions if whole else ():
        if one.name in whole:
            wanted.setdefault(one.month or UNDATED, set()).add(one.name)
    return wanted


def _month_of(date: str) -> str:
    return iso_prefix(date)[:MONTH] or UNDATED


def _shown(stretch: Stretch, by_period: Mapping[str, Sequence[T]]) -> tuple[T, ...]:
    """Of a list, by month or year, what a page shows of it."""
    shows = stretch.shows
    return tuple(item for period, items in by_period.items() if shows in ("", period) for item in items)

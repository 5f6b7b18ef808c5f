"""The two things done for each issue, in whichever process: understand its files, make its pages.

A `Workshop` is what a process needs for that, opened once. Bodies of articles never travel between processes: what was
understood goes into the store, and what is rendered into the staging folder; only records without bodies and digests
come back.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from wanbao.cards import sheet_of
from wanbao.errors import Note, Record, SourceError
from wanbao.fold import Compiled
from wanbao.newspaper import Newspaper
from wanbao.parse import parse_page
from wanbao.plan import Bundle, IssueJob, SegmentJob, SiteTask
from wanbao.plan.jobs import PackageJob, PeopleJob, SectionsJob, SeriesIndexJob, TableJob
from wanbao.plan.makers import (
    Context,
    View,
    files_of,
    issue_views,
    often_printed,
    package_views,
    printed,
    search_docs,
    table_views,
)
from wanbao.privacy import masked
from wanbao.publish.staging import Stage
from wanbao.read import read_and_identify
from wanbao.render import Renderer
from wanbao.romanised import learn, news
from wanbao.signatures import UNKNOWN
from wanbao.store import SEGMENTS, Store, run_name, segment_name
from wanbao.store.files import FileRecord, StoredPage
from wanbao.strings import load_strings
from wanbao.theme import site_of

if TYPE_CHECKING:
    from wanbao.search import SearchDoc, Segment

AT_HAND = 64
"""How many files are not read again that were understood in the same build, which for one more issue are all."""

READINGS = "readings"
"""The kind of what is remembered of how names are read."""


class Made(Record, frozen=True):
    """What came of a bundle."""

    name: str
    """Its name."""
    key: str
    """Its key."""
    files: dict[str, str]
    """Its addresses and the SHA-256 of their bytes."""
    changed: tuple[str, ...]
    """Those of them that differ from the site and are staged, in the order they were made."""


class Workshop:
    """What a process needs to understand files and to make pages."""

    def __init__(self, articles: Path, newspaper: Newspaper, store: Store) -> None:
        self.articles = articles
        self.newspaper = newspaper
        self.store = store
        self._site: _Site | None = None
        self._at_hand: dict[str, list[StoredPage]] = {}

    # --- understand ---------------------------------------------------------------------------------------------

    def understand(self, path: str) -> FileRecord:
        """Read and parse one source file and remember its pages; whatever is wrong with it becomes a note."""
        return self._understand(path)[0]

    def _understand(self, path: str) -> tuple[FileRecord, list[StoredPage]]:
        result, signature, digest = read_and_identify(self.articles, path, self.newspaper)
        name = self.store.name("pages", path, digest)
        sheets, pages, notes = [], [], list(result.notes)
        for part, source in enumerate(result.sources):
            try:
                page = parse_page(source, self.newspaper)
            except Exception as error:
                notes.append(_own_fault(path, error))
                return FileRecord.of(UNKNOWN, digest, name, notes=notes), []
            notes.extend(page.notes)
            page, private = masked(page, source.text, self.newspaper.mask)
            sheet, missing = sheet_of(source, page, part, self.newspaper)
            sheets.append(sheet)
            notes.extend((*private, *missing))
            pages.append(StoredPage(page, source.text, source.first_line))
        self.store.save("pages", name, pages)
        if len(self._at_hand) < AT_HAND:
            self._at_hand[name] = pages
        return FileRecord.of(signature, digest, name, sheets, notes), pages

    def pages(self, name: str, path: str) -> list[StoredPage]:
        """The understood pages of a file, from the store or, where they were lost, understood again.

        Raises SourceError where the file has changed meanwhile.
        """
        found = self._at_hand.get(name) or self.store.load("pages", name, list[StoredPage])
        if found is not None:
            return found
        record, pages = self._understand(path)
        if record.key != name or not pages:
            raise SourceError(Note("E108", "the file changed while the site was being built", "build again", path))
        return pages

    def _readings(self) -> dict[str, list[str]]:
        """How names are read, as far as it is remembered."""
        return self.store.recalled(READINGS, self.store.name(READINGS), dict[str, list[str]]) or {}

    # --- make ---------------------------------------------------------------------------------------------------

    def open_site(self, task: SiteTask, todo: Iterable[Bundle], bundles: Iterable[Bundle]) -> None:
        """Make ready for the bundles to do of all of a site, templates that print many pages compiled.

        Raises SettingsError (E205) for a theme that cannot be used.
        """
        soon = printed(one.job for one in todo)
        learn(self._readings())
        self._site = _Site(task, self.store, often_printed(soon, (one.job for one in bundles)), soon)

    def make(self, bundle: Bundle) -> Made:
        """Render and stage the files of a bundle. Raises WanbaoError or OSError."""
        assert self._site is not None, "open_site comes first"
        render, put = self._site.renderer.render, self._site.stage.put
        files, changed = {}, []
        for view in self._views(self._site.ctx, bundle):
            if view.digest:
                files[view.address] = view.digest
                continue
            data = render(view.template, view.record) if view.template else view.data
            files[view.address], differs = put(view.address, data)
            if differs:
                changed.append(view.address)
        if isinstance(bundle.job, PeopleJob | SectionsJob | SeriesIndexJob) and (readings := news()):
            # Other processes read other names, and each would forget what the others kept.
            self.store.keep(READINGS, self.store.name(READINGS), {**self._readings(), **readings})
        return Made(bundle.name, bundle.key, files, tuple(changed))

    def _views(self, ctx: Context, bundle: Bundle) -> Iterator[View]:
        job = bundle.job
        if isinstance(job, SegmentJob):
            return self._segment(job)
        if isinstance(job, TableJob):
            return table_views(job, self.store)
        if isinstance(job, PackageJob):
            return package_views(ctx, job, self.store)
        if not isinstance(job, IssueJob):
            return files_of(ctx, job)
        return self._issue(ctx, job)

    def _issue(self, ctx: Context, job: IssueJob) -> Iterator[View]:
        """The files of an issue; on the way its search run is kept."""
        pages = self._pages_of(job)
        yield from issue_views(ctx, job, pages)
        if job.run:
            from wanbao.search import text_files

            docs = search_docs(job, pages)
            self._index(job, docs)
            for address, data in text_files(job.issue.key, docs):
                yield View(address, "", data=data)

    # --- search -------------------------------------------------------------------------------------------------

    def _segment(self, job: SegmentJob) -> Iterator[View]:
        """The files of a segment, made from what is published of it as far as that goes."""
        from wanbao.search import Segment, build_segment

        name = segment_name(self.store, job.segment.label)
        known = self.store.recalled(SEGMENTS, name, Segment) if job.published else None
        patched = self._patched(job.segment, known, job.published) if known and job.published else None
        if patched is not None:
            yield from patched
        else:
            for address, data in build_segment(job.segment, self._run):
                yield View(address, "", data=data)
        self.store.keep(SEGMENTS, name, job.segment)

    def _patched(self, segment: Segment, before: Segment, published: Mapping[str, str]) -> list[View] | None:
        from wanbao.search import patch_segment

        assert self._site is not None, "open_site comes first"
        output = self._site.task.output

        def read(address: str) -> bytes:
            data = (output / address).read_bytes()
            if sha256(data).hexdigest() != published.get(address):
                raise ValueError("the file is not as it was published")
            return data

        files = patch_segment(segment, before, read, self._run)
        if files is None or not all(data is not None or address in published for address, data in files):
            return None
        return [
            View(address, "", digest=published[address]) if data is None else View(address, "", data=data)
            for address, data in files
        ]

    def index(self, job: IssueJob) -> None:
        """Make the search run of an issue whose pages need not be made again."""
        self._index(job, self.docs(job))

    def docs(self, job: IssueJob) -> tuple[SearchDoc, ...]:
        """The articles of an issue as the search knows them."""
        return search_docs(job, self._pages_of(job))

    def _index(self, job: IssueJob, docs: Sequence[SearchDoc]) -> None:
        from wanbao.search import run_of_issue

        self.store.save_bytes("runs", run_name(self.store, job.run), run_of_issue(docs))

    def _run(self, digest: str) -> bytes:
        data = self.store.load_bytes("runs", run_name(self.store, digest))
        if data is None:
            raise OSError(errno.EIO, "the cache lost what it was given", str(self.store.folder))
        return data

    def _pages_of(self, job: IssueJob) -> Sequence[StoredPage]:
        loaded: dict[str, list[StoredPage]] = {}
        pages = []
        for card, (name, part) in zip(job.issue.pages, job.stored, strict=True):
            if name not in loaded:
                loaded[name] = self.pages(name, card.source)
            pages.append(loaded[name][part])
        return pages


class _Site:
    """What is the same for every page of a site, in the form in which making uses it."""

    def __init__(self, task: SiteTask, store: Store, often: frozenset[str], soon: frozenset[str]) -> None:
        strings = load_strings(task.theme_dirs, task.newspaper.interface_language)
        site = site_of(
            task.newspaper,
            task.assets,
            undated=task.has_undated,
            sections=task.has_sections,
            series=task.has_series,
            search=task.has_search,
        )
        self.task = task
        self.ctx = Context(task.newspaper, strings, task.about, task.has_search)
        self.renderer = Renderer(task.theme_dirs, site, strings, partial(Compiled, store, task.digest()), often, soon)
        self.stage = Stage(task.output)


def _own_fault(path: str, error: Exception) -> Note:
    told = f"{type(error).__name__}: {error}"[:300]
    remedy = "please report it with the file; until then take the file out or mark the difficult line"
    return Note("E109", f"wanbao failed at this file ({told})", remedy, path)

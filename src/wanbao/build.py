"""The whole program on one screen: read → parse → gather → plan → render → publish.

files    = understand(articles)      each file alone, in any process, remembered by content
archive  = gather(files)             everything that crosses issues, afresh, on cards without bodies
bundles  = plan(archive)             every file of the site, in bundles, each with a key
made     = make(bundles)             those whose key is new: rendered and staged, in any process
publish(made)                        moved into place in an order in which no link ever dangles
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from wanbao import __version__, learnt
from wanbao import moves as moved
from wanbao.about import about_text
from wanbao.archive import VOLUMES, gather, volume_names
from wanbao.config import ABOUT, INPUTS, PROFILE, WORK, Config
from wanbao.dates import is_day
from wanbao.digests import code_digest, digest_of
from wanbao.disk import Folders
from wanbao.errors import AddressError, Note, SettingsError
from wanbao.lastbuild import LastBuild
from wanbao.manifest import FORMAT, BundleEntry, Manifest
from wanbao.moves import Moves, load_moves
from wanbao.newspaper import URL_REMEDY, Newspaper, load_newspaper, site_address
from wanbao.packing import decoded, encoded
from wanbao.plan import (
    TABLES,
    AssetsJob,
    Bundle,
    FrontJob,
    IssueJob,
    SegmentJob,
    Setting,
    SiteTask,
    TableJob,
    addresses_of,
    count_articles,
    filled,
    plan,
    schema_name,
    table_name,
)
from wanbao.pool import Pool, seldom_collecting
from wanbao.publish import Output, failed, lies_in
from wanbao.read import discover, discovered
from wanbao.records.archive import Archive
from wanbao.related import Standings, names_by_issue, standings
from wanbao.render import default_theme
from wanbao.report import MOST_TOLD, Report, ordered
from wanbao.signatures import identify
from wanbao.store import CREDITS, SEGMENTS, Store, is_foreign, run_name, segment_name
from wanbao.store.files import FileRecord, FileRecords, shard_names
from wanbao.store.share import Share
from wanbao.theme import Assets, load_assets, theme_digests, unused_templates
from wanbao.unchanged import Watch
from wanbao.verify import strangers
from wanbao.whereabouts import Whereabouts
from wanbao.why import reasons

if TYPE_CHECKING:
    from wanbao.work import Made

GENERATOR = f"wanbao {__version__}"
"""Who makes the site."""

RELATED = "related"
"""The kind of what is remembered of related articles."""

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def silent(what: str, done: int, total: int) -> None:
    """The progress of a build nobody watches."""


def build(config: Config, progress: Progress = silent, watch: Watch | None = None) -> Report:
    """Build the site and say what happened; a build that had nothing to do is remembered by `watch`.

    Raises SettingsError (nothing can be built) or PublishError (the output folder refuses; it is as it was, or whole).
    """
    learnt.recall(config)
    newspaper = profile(config)
    theme_dirs, strange = theme_folders(config.theme)
    assets = load_assets(theme_dirs)
    moves = load_moves(config.articles / moved.FILE)
    about, noted = about_text(config.articles / ABOUT)
    last = LastBuild(config)
    with Output(config.output, config.articles, last.manifest) as output, Share() as share, seldom_collecting():
        try:
            store = open_store(config, newspaper, output.folder)
            share.take(store.folder)
            look = watch.look if watch is not None else Folders()
            paths, notes = discovered(config.articles, look)
            pool = Pool(config.articles, newspaper, store, config.jobs)
            files, parsed, outdated = understand(paths, store, pool, progress)
            ask_for_sources(config.articles)
            ask_for_pages(files)
            found_files = len(paths)
            del paths
            look.forget()
            archive = gather((sheet for record in files.values() for sheet in record.sheets), store)
            task = site_task(config, newspaper, about, theme_dirs, assets, archive, output)
            bases = {template: task.digest(template) for template in task.theme}
            setting = Setting(newspaper, task.digest(), config.search, bases)
            standing = standing_of(archive, store)
            bundles = [assets_bundle(assets), *plan(setting, archive, names_of(files), moves, standing.marks)]
            todo = stale(bundles, output, last) if config.remember else bundles
            if watch is not None and output.manifest is not None and not todo and not parsed:
                watch.look_at_site(output.manifest.files())
            todo = filled(todo, archive, standing.found, store)
            packed = make(bundles, todo, task, output, pool, store, progress) if todo else {}
            learnt.remember(store)
            found = [*strange, *noted, *notes, *archive.notes]
            found += (note for record in files.values() for note in record.notes)
            if moves != Moves():
                found += moved.findings(moves, addresses_of(bundles, config.search), moved.FILE)
            issues, articles = len(archive.issues), count_articles(archive.issues)
            left_out = len(files) - len({page.source for issue in archive.issues for page in issue.pages})
            inputs = inputs_of(config.articles, files)
            why = reasons(todo, bundles, output.manifest, inputs, GENERATOR)
            wanted = wanted_of(store, archive, bundles)
            if outdated:  # otherwise there are as many pages as files, which takes a while to go through
                wanted["pages"] = [record.key for record in files.values()]
                wanted["files"] = shard_names(store)  # another program or profile had its own
            bundles = [bundle.without_job() for bundle in bundles]
            # All cards of the archive: publishing needs their memory for the manifest.
            del files, archive, standing, todo
            made = unpacked(packed)
            del packed
            manifest = manifest_of(inputs, bundles, made, output)
            pages = last.count(manifest, output.manifest, output.is_known)
            whereabouts = Whereabouts(config, output, manifest)
            removed = output.commit(manifest, in_order(bundles, made))
            if output.manifest is None and not output.fresh:
                found += strangers(output.folder, manifest.files())  # what a lost manifest named and this one does not
            if made or removed:
                changed = [*(address for one in made.values() for address in one.files), *removed]
                last.keep(manifest, output.manifest, pages, changed)
                if share.is_alone():
                    tidy(store, wanted, setting.base)
        except OSError as error:
            raise failed(error, output.folder) from None
    report = Report(
        files=found_files,
        parsed=len(parsed),
        issues=issues,
        articles=articles,
        pages=pages,
        written=sum(len(one.changed) for one in made.values()),
        removed=len(removed),
        notes=ordered([*found, *output.notes, *whereabouts.findings(removed)]),
        left_out=left_out,
        reasons=why,
    )
    if watch is not None:
        watch.keep(report)
    return report


def profile(config: Config) -> Newspaper:
    """The newspaper's profile, with what the command line replaces. Raises SettingsError."""
    if not config.articles.is_dir():
        remedy = "name the folder of your sources with --articles"
        raise SettingsError(Note("E201", "there is no such folder of articles", remedy, str(config.articles)))
    newspaper = load_newspaper(config.articles / PROFILE)
    if config.base_url is not None:
        address = site_address(config.base_url)
        if config.base_url and not address:
            raise SettingsError(Note("E203", f"--base-url is {config.base_url!r}", URL_REMEDY, "command line"))
        newspaper = replace(newspaper, base_url=address)
    return newspaper


def theme_folders(theme: Path | None) -> tuple[tuple[Path, ...], list[Note]]:
    """The folders in which templates are looked for, and a warning for each template that no page will use.

    Raises SettingsError E205 where the theme is no folder.
    """
    default = default_theme()
    if theme is None:
        return (default,), []
    if not theme.is_dir():
        raise SettingsError(Note("E205", "there is no such theme folder", "correct --theme", str(theme)))
    return (theme, default), unused_templates(theme, default)


def open_store(config: Config, newspaper: Newspaper, output: Path) -> Store:
    """The cache; where it cannot be written or is not wanted, a folder that lasts as long as this build.

    Raises SettingsError E207 where the cache is a folder of somebody else's, or one that is read or published.
    """
    passing = output / WORK / "cache"
    folder = config.cache_folder if config.remember else passing
    if config.remember and (is_foreign(folder) or lies_in(folder, config.articles) or lies_in(folder, output)):
        what = "the cache holds files that wanbao has not made, or lies in the articles or the output"
        raise SettingsError(Note("E207", what, "choose an empty folder with --cache", str(folder)))
    return Store(folder, digest_of(code_digest(), newspaper.digest), passing)


def understand(
    paths: Mapping[str, os.DirEntry[str]], store: Store, pool: Pool, progress: Progress
) -> tuple[dict[str, FileRecord], list[str], bool]:
    """What every source file holds, remembered where it has not changed; which files were parsed; and whether pages may
    be in the store that nothing asks for any more: of files that have changed or gone, or of another program."""
    records = FileRecords(store)
    files = {path: records.get(path, entry) for path, entry in paths.items()}
    missing = [path for path, record in files.items() if record is None]
    for path, record in pool.understand(missing, lambda done: progress("read", done, len(missing))):
        files[path] = record
    known = {path: record for path, record in files.items() if record is not None}
    before = records.known()
    gone = before - known.keys()
    if missing or gone or records.refreshed:
        records.replace(known, {*missing, *gone})
    return known, missing, bool(gone) or not before.isdisjoint(missing) or not before


def ask_for_sources(articles: Path) -> None:
    """Make sure that the folder of articles did not go as a whole, with its disk, while it was read: each file would
    count as one that somebody has removed, and its pages with it. Raises SettingsError E201."""
    if not (articles / PROFILE).exists():
        what = "the folder of articles vanished while the build ran"
        raise SettingsError(Note("E201", what, "see where it is and build again", str(articles)))


def ask_for_pages(files: Mapping[str, FileRecord]) -> None:
    """Make sure that it is not our own fault that no file gives a page: a site of nothing would take the place of the
    one there is. Raises SettingsError E109."""
    if any(record.sheets for record in files.values()):
        return
    faults = [note for record in files.values() for note in record.notes if note.code == "E109"]
    if faults:
        what = f"wanbao failed at {len(faults):,} of {len(files):,} files and no page is left; the site is as it was"
        raise SettingsError(Note("E109", what, "please report it with one of the files"), *faults[:MOST_TOLD])


def standing_of(archive: Archive, store: Store) -> Standings:
    """What stands for the related articles of every issue, remembered as far as nothing has changed."""
    name = store.name(RELATED)
    known = store.load(RELATED, name, tuple[tuple[str, str], ...]) or ()
    standing = standings(archive.issues, known, names_by_issue(archive.volumes))
    if standing.marks != known:
        store.save(RELATED, name, standing.marks)
    return standing


def names_of(files: Mapping[str, FileRecord]) -> dict[str, str]:
    """The name in the store of every file's understood pages."""
    return {path: record.key for path, record in files.items()}


def site_task(
    config: Config,
    newspaper: Newspaper,
    about: str,
    theme_dirs: tuple[Path, ...],
    assets: Assets,
    archive: Archive,
    output: Output,
) -> SiteTask:
    """What is the same for every file of this site."""
    return SiteTask(
        newspaper=newspaper,
        about=about,
        theme_dirs=theme_dirs,
        theme=theme_digests(theme_dirs, newspaper.interface_language),
        assets=assets.addresses,
        has_undated=any(not is_day(issue.date) for issue in archive.issues),
        has_sections=any(volume.has_sections for volume in archive.volumes),
        has_series=any(volume.series for volume in archive.volumes),
        has_search=config.search,
        output=output.folder,
    )


def assets_bundle(assets: Assets) -> Bundle:
    """The theme's own files."""
    return Bundle("assets", digest_of(*(address for address, _ in assets.files)), 0, AssetsJob(assets.files))


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


def wanted_of(store: Store, archive: Archive, bundles: Iterable[Bundle]) -> dict[str, list[str]]:
    """What the next build may ask the store for, by kind."""
    return {
        "runs": [run_name(store, bundle.job.run) for bundle in bundles if isinstance(bundle.job, IssueJob)],
        VOLUMES: (periods := list(volume_names(store, archive.issues))),
        CREDITS: periods,
        RELATED: [store.name(RELATED)],
        SEGMENTS: [
            segment_name(store, bundle.job.segment.label) for bundle in bundles if isinstance(bundle.job, SegmentJob)
        ],
        **learnt.wanted(),
        TABLES: [
            schema_name(store),
            *(table_name(store, bundle.job.year) for bundle in bundles if isinstance(bundle.job, TableJob)),
        ],
    }


def tidy(store: Store, wanted: Mapping[str, Iterable[str]], base: str) -> None:
    """Forget what no source and no page asks for any more."""
    for kind, names in wanted.items():
        store.sweep(kind, names)
    store.sweep_folders("templates", base)


def inputs_of(articles: Path, files: Mapping[str, FileRecord]) -> dict[str, str]:
    """Everything below articles/ that the site is made of, with SHA-256, ordered."""
    inputs = {path: record.sha256 for path, record in files.items() if record.sha256}
    inputs |= {name: digest for name in INPUTS if (digest := identify(f"{articles}/{name}")[1])}
    return dict(sorted(inputs.items()))


def manifest_of(
    inputs: dict[str, str], bundles: Iterable[Bundle], made: Mapping[str, Made], output: Output
) -> Manifest:
    """What the site consists of after this build. Raises AddressError (E301) where two bundles want one address."""
    before = output.manifest.bundles if output.manifest else {}
    entries = {}
    owners: dict[str, str] = {}
    doubtful = bool(before) and not output.is_known
    for bundle in bundles:
        new = made.get(bundle.name)
        if new is None:
            entries[bundle.name] = before[bundle.name]
            continue
        entries[bundle.name] = BundleEntry.of(bundle.key, new.files)
        for address in new.files:
            _own(owners, address, bundle.name)
        if before and not doubtful:
            old = before[bundle.name].files if bundle.name in before else {}
            doubtful = any(os.path.lexists(f"{output.folder}/{address}") for address in new.files.keys() - old.keys())
    if doubtful:  # something lies where a new file goes: it may belong to a bundle that was not made again
        for name, entry in entries.items():
            for address in entry.files:
                _own(owners, address, name)
    return Manifest(FORMAT, GENERATOR, inputs, entries)


def _own(owners: dict[str, str], address: str, name: str) -> None:
    other = owners.setdefault(address, name)
    if other != name:
        raise AddressError(Note("E301", f"{other} and {name} want the same address", path=address))


def in_order(bundles: Iterable[Bundle], made: Mapping[str, Made]) -> list[str]:
    """The staged addresses in the order of writing: issues, then what lists them, then home, feeds and site maps."""
    ranked = sorted((bundle.rank, bundle.name) for bundle in bundles if bundle.name in made)
    return [address for _, name in ranked for address in made[name].changed]


def findings_of(config: Config) -> Iterable[Note]:
    """All findings in the articles, without writing anything. Raises SettingsError."""
    import tempfile

    newspaper = profile(config)
    paths, notes = discover(config.articles)
    with tempfile.TemporaryDirectory(prefix="wanbao-") as passing:
        store = Store(Path(passing), digest_of(code_digest(), newspaper.digest))
        pool = Pool(config.articles, newspaper, store, config.jobs)
        files = dict(pool.understand(paths, lambda done: None))
        archive = gather(sheet for record in files.values() for sheet in record.sheets)
    found = [*about_text(config.articles / ABOUT)[1], *notes, *archive.notes]
    found += (note for record in files.values() for note in record.notes)
    if (moves := load_moves(config.articles / moved.FILE)) != Moves():
        bundles = plan(Setting(newspaper, "", False, {}), archive, names_of(files))
        found += moved.findings(moves, addresses_of(bundles, config.search), moved.FILE)
    return ordered(found)

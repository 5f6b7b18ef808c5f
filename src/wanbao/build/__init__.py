"""The whole program on one screen: read → parse → gather → plan → render → publish.

files    = understand(articles)      each file alone, in any process, remembered by content
archive  = gather(files)             everything that crosses issues, afresh, on cards without bodies
bundles  = plan(archive)             every file of the site, in bundles, each with a key
made     = make(bundles)             those whose key is new: rendered and staged, in any process
publish(made)                        moved into place in an order in which no link ever dangles

What a build starts from is in `start`, what it does with files in `sources`, with bundles in `bundles`; what the site
then consists of in `contents`, and what is forgotten at the end in `forget`. `findings` tells what is wrong, and writes
nothing.
"""

from __future__ import annotations

from pathlib import Path

from wanbao import learnt
from wanbao import moves as moved
from wanbao.about import about_text
from wanbao.archive import gather
from wanbao.build.bundles import make, stale, unpacked
from wanbao.build.contents import GENERATOR, in_order, manifest_of
from wanbao.build.forget import tidy, wanted_of
from wanbao.build.sources import ask_for_pages, ask_for_sources, inputs_of, names_of, understand
from wanbao.build.start import open_store, profile, theme_folders
from wanbao.config import ABOUT, Config
from wanbao.dates import is_day
from wanbao.digests import digest_of
from wanbao.disk import Folders
from wanbao.lastbuild import LastBuild
from wanbao.moves import Moves, load_moves
from wanbao.newspaper import Newspaper
from wanbao.plan import AssetsJob, Bundle, Setting, SiteTask, addresses_of, count_articles, filled, plan
from wanbao.pool import Pool, seldom_collecting
from wanbao.progress import Progress, silent
from wanbao.publish import Output, failed
from wanbao.read import discovered
from wanbao.records.archive import Archive
from wanbao.related import standing_of
from wanbao.report import Report, ordered
from wanbao.store.files import shard_names
from wanbao.store.share import Share
from wanbao.theme import Assets, load_assets, theme_digests
from wanbao.unchanged import Watch
from wanbao.verify import strangers
from wanbao.whereabouts import Whereabouts
from wanbao.why import reasons


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

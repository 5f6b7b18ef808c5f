"""What a build has to do, and all that it will report of sources and archive, so that neither is needed any longer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from wanbao import moves as moved
from wanbao.build.bundles import stale
from wanbao.build.contents import GENERATOR
from wanbao.build.forget import wanted_of
from wanbao.build.sources import Sources, inputs_of, names_of
from wanbao.build.start import Ground
from wanbao.config import Config
from wanbao.dates import is_day
from wanbao.digests import digest_of
from wanbao.errors import Note, Record
from wanbao.lastbuild import LastBuild
from wanbao.moves import Moves
from wanbao.plan import AssetsJob, Bundle, Setting, SiteTask, addresses_of, count_articles, filled, plan
from wanbao.publish import Output
from wanbao.records.archive import Archive
from wanbao.related import standing_of
from wanbao.store import Store
from wanbao.store.files import shard_names
from wanbao.theme import Assets, theme_digests
from wanbao.why import reasons


class Planned(Record, frozen=True):
    """What a build has to do and to tell."""

    task: SiteTask
    """What is the same for every file of the site."""
    base: str
    """What stands for that in the keys of bundles."""
    bundles: Sequence[Bundle]
    """Every file of the site, in bundles."""
    todo: Sequence[Bundle]
    """The bundles that are made again."""
    reasons: tuple[str, ...]
    """Why they are."""
    inputs: Mapping[str, str]
    """Everything that the site is made of, with SHA-256, ordered."""
    wanted: Mapping[str, Sequence[str]]
    """What the next build may ask the store for, by kind."""
    notes: Sequence[Note]
    """What is wrong with what the site is made of, doubtful readings apart."""
    doubts: int
    """How many doubtful readings it has."""
    files: int
    """Source files that were found."""
    parsed: int
    """Those that were read and parsed."""
    left_out: int
    """Those no page of which is in the site."""
    issues: int
    """Issues."""
    articles: int
    """Articles."""

    def is_idle(self) -> bool:
        """Whether nothing is to be done."""
        return not self.todo and not self.parsed

    def without_jobs(self) -> Planned:
        """The same once all is made: jobs hold cards, which take memory."""
        return replace(self, bundles=[bundle.without_job() for bundle in self.bundles], todo=())


def planned_of(
    config: Config, ground: Ground, sources: Sources, archive: Archive, store: Store, output: Output, last: LastBuild
) -> Planned:
    """What has to be done so that the output folder holds the site of this archive."""
    newspaper = ground.newspaper
    task = _site_task(config, ground, archive, output)
    setting = Setting(newspaper, task.digest(), config.search, {name: task.digest(name) for name in task.theme})
    standing = standing_of(archive, store)
    names = names_of(sources.files)
    bundles = [_assets_bundle(ground.assets), *plan(setting, archive, names, ground.moves, standing.marks)]
    todo = filled(stale(bundles, output, last) if config.remember else bundles, archive, standing.found, store)
    inputs = inputs_of(config.articles, sources.files)
    return Planned(
        task=task,
        base=setting.base,
        bundles=bundles,
        todo=todo,
        reasons=reasons(todo, bundles, output.manifest, inputs, GENERATOR),
        inputs=inputs,
        wanted=_wanted(sources, archive, bundles, store),
        notes=[*ground.notes, *sources.notes(), *archive.notes, *wrong_moves(ground.moves, bundles, config.search)],
        doubts=sources.doubts(),
        files=sources.found,
        parsed=len(sources.parsed),
        left_out=len(sources.files) - len({page.source for issue in archive.issues for page in issue.pages}),
        issues=len(archive.issues),
        articles=count_articles(archive.issues),
    )


def _site_task(config: Config, ground: Ground, archive: Archive, output: Output) -> SiteTask:
    """What is the same for every file of this site."""
    return SiteTask(
        newspaper=ground.newspaper,
        about=ground.about,
        theme_dirs=ground.theme_dirs,
        theme=theme_digests(ground.theme_dirs, ground.newspaper.interface_language),
        assets=ground.assets.addresses,
        has_undated=any(not is_day(issue.date) for issue in archive.issues),
        has_sections=any(volume.has_sections for volume in archive.volumes),
        has_series=any(volume.series for volume in archive.volumes),
        has_search=config.search,
        output=output.folder,
    )


def _assets_bundle(assets: Assets) -> Bundle:
    """The theme's own files."""
    return Bundle("assets", digest_of(*(address for address, _ in assets.files)), 0, AssetsJob(assets.files))


def wrong_moves(moves: Moves, bundles: Iterable[Bundle], has_search: bool) -> Sequence[Note]:
    """What is wrong with addresses.yml, where there is one."""
    return moved.findings(moves, addresses_of(bundles, has_search), moved.FILE) if moves != Moves() else ()


def _wanted(sources: Sources, archive: Archive, bundles: Sequence[Bundle], store: Store) -> dict[str, list[str]]:
    """What the next build may ask the store for, by kind."""
    wanted = wanted_of(store, archive, bundles)
    if sources.outdated:  # otherwise there are as many pages as files, which takes a while to go through
        wanted["pages"] = [record.key for record in sources.files.values()]
        wanted["files"] = shard_names(store)  # another program or profile had its own
    return wanted

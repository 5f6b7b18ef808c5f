"""The whole program on one screen: read → parse → gather → plan → render → publish.

sources  = sources_of(articles)      each file alone, in any process, remembered by content
archive  = gather(sources.sheets())  everything that crosses issues, afresh, on cards without bodies
planned  = planned_of(archive)       every file of the site, in bundles, each with a key; those whose key is new
made     = make(planned)             these rendered and staged, in any process
report   = publish(made)             moved into place in an order in which no link ever dangles

What a build stands on is in `start`, what it does with files in `sources`, what it has to do in `planned`, how that is
made in `bundles`; what the site then consists of in `contents`, how it comes into place in `published`, and what is
forgotten at the end in `forget`. `findings` tells what is wrong, and writes nothing.
"""

from __future__ import annotations

from wanbao import learnt
from wanbao.archive import gather
from wanbao.build.bundles import make, unpacked
from wanbao.build.forget import tidy
from wanbao.build.planned import planned_of
from wanbao.build.published import publish
from wanbao.build.sources import sources_of
from wanbao.build.start import ground_of, open_store
from wanbao.config import Config
from wanbao.disk import Folders
from wanbao.lastbuild import LastBuild
from wanbao.pool import Pool, seldom_collecting
from wanbao.progress import Progress, silent
from wanbao.publish import Output, failed
from wanbao.report import Report
from wanbao.store.share import Share
from wanbao.unchanged import Watch


def build(config: Config, progress: Progress = silent, watch: Watch | None = None) -> Report:
    """Build the site and say what happened; a build that had nothing to do is remembered by `watch`.

    Raises SettingsError (nothing can be built) or PublishError (the output folder refuses; it is as it was, or whole).
    """
    learnt.recall(config)
    ground = ground_of(config)
    last = LastBuild(config)
    with Output(config.output, config.articles, last.manifest) as output, Share() as share, seldom_collecting():
        try:
            store = open_store(config, ground.newspaper, output.folder)
            share.take(store.folder)
            pool = Pool(config.articles, ground.newspaper, store, config.jobs)
            sources = sources_of(config, watch.look if watch is not None else Folders(), store, pool, progress)
            archive = gather(sources.sheets(), store)
            planned = planned_of(config, ground, sources, archive, store, output, last)
            del sources, archive  # all cards: what comes needs their memory
            if watch is not None and output.manifest is not None and planned.is_idle():
                watch.look_at_site(output.manifest.files())
            packed = make(planned.bundles, planned.todo, planned.task, output, pool, store, progress)
            learnt.remember(store)
            planned = planned.without_jobs()  # which hold cards, too
            made = unpacked(packed)
            del packed
            report = publish(planned, made, config, output, last)
            if (made or report.removed) and share.is_alone():
                tidy(store, planned.wanted, planned.base)
        except OSError as error:
            raise failed(error, output.folder) from None
    if watch is not None:
        watch.keep(report)
    return report

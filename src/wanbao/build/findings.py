"""All findings in the articles, told without making a site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wanbao import moves as moved
from wanbao.about import about_text
from wanbao.archive import gather
from wanbao.build.planned import wrong_moves
from wanbao.build.sources import names_of
from wanbao.build.start import profile
from wanbao.config import ABOUT, Config
from wanbao.digests import code_digest, digest_of
from wanbao.errors import Note
from wanbao.moves import Moves, load_moves
from wanbao.plan import Setting, plan
from wanbao.pool import Pool
from wanbao.read import discover
from wanbao.report import ordered
from wanbao.store import Store


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
        found += wrong_moves(moves, bundles, config.search)
    return ordered(found)

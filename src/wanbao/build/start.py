"""What a build starts from: the newspaper's profile, the folders of the theme, the cache."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from wanbao import moves as moved
from wanbao.about import about_text
from wanbao.config import ABOUT, PROFILE, WORK, Config
from wanbao.digests import code_digest, digest_of
from wanbao.errors import Note, Record, SettingsError
from wanbao.moves import Moves, load_moves
from wanbao.newspaper import URL_REMEDY, Newspaper, load_newspaper, site_address
from wanbao.publish import lies_in
from wanbao.render import default_theme
from wanbao.store import Store, is_foreign
from wanbao.theme import Assets, load_assets, unused_templates


class Ground(Record, frozen=True):
    """What a build stands on before it looks at a source."""

    newspaper: Newspaper
    """The newspaper's profile."""
    theme_dirs: tuple[Path, ...]
    """The folders in which templates are looked for, the first one first."""
    assets: Assets
    """The theme's own files."""
    moves: Moves
    """Addresses that have moved."""
    about: str
    """The text of the page about the archive."""
    notes: tuple[Note, ...]
    """What is wrong with any of these."""


def ground_of(config: Config) -> Ground:
    """What a build of this configuration stands on. Raises SettingsError."""
    newspaper = profile(config)
    theme_dirs, strange = theme_folders(config.theme)
    assets = load_assets(theme_dirs)
    moves = load_moves(config.articles / moved.FILE)
    about, noted = about_text(config.articles / ABOUT)
    return Ground(newspaper, theme_dirs, assets, moves, about, (*strange, *noted))


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

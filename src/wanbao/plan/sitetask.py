"""What is the same for every file of a site, as every process must know it to make pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wanbao.digests import code_digest, digest_of
from wanbao.errors import Record
from wanbao.newspaper import Newspaper


class SiteTask(Record, frozen=True):
    """What every process must know to make pages."""

    newspaper: Newspaper
    """The profile."""
    about: str
    """The maintainer's text for the about page, Markdown."""
    theme_dirs: tuple[Path, ...]
    """The theme, folder by folder."""
    theme: Mapping[str, str]
    """The digests of its templates and interface texts (`theme.theme_digests`)."""
    assets: tuple[tuple[str, str], ...]
    """(name, address) of its published files."""
    has_undated: bool
    """Whether some issue has no date."""
    has_sections: bool
    """Whether some page has a section."""
    has_series: bool
    """Whether some article belongs to a series or standing column."""
    has_search: bool
    """Whether the site has a search."""
    output: Path
    """The output folder."""

    def digest(self, template: str = "") -> str:
        """What stands for all of this in the key of every file: program, profile, theme and interface texts; of the
        theme what may shape the pages of a template, or all."""
        flags = repr((self.assets, self.has_undated, self.has_sections, self.has_series, self.has_search))
        paper = self.newspaper
        return digest_of(code_digest(), paper.digest, paper.base_url, self.theme[template], self.about, flags)

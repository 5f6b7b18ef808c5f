"""What one run of the program is asked to do."""

from __future__ import annotations

from pathlib import Path

from wanbao.errors import Record

PROFILE = "newspaper.yml"
"""The newspaper's profile, in the articles folder."""
ABOUT = "about.md"
"""The maintainer's own text for the about page, in the articles folder; it may be missing."""
INPUTS = (PROFILE, ABOUT, "addresses.yml")
"""Files at the head of articles/ that are no pages and yet shape the site."""
MAX_SIZE = 16 << 20
"""The largest source that is read, in bytes: some four hundred broadsheet pages, more than any issue has."""
MAX_LINES = 200_000
"""So many lines of text make a source too large; four hundred such pages have an eighth of it. What is known of a line
while its page is read takes some 2 KB, however short it is."""
WORK = ".wanbao"
"""The folder inside the output that holds staging and journal while a build runs, and is gone afterwards."""
CACHE = ".wanbao-cache"
"""The name of the cache folder, beside the output."""


class Config(Record, frozen=True):
    """What one run of the program is asked to do."""

    articles: Path = Path("articles")
    """The folder of sources, with the newspaper's profile."""
    output: Path = Path("site")
    """The folder the site is written to."""
    theme: Path | None = None
    """A folder of templates that comes before the default theme."""
    base_url: str | None = None
    """Where the site will lie; None for what the profile says."""
    jobs: int | None = None
    """How many processes; None lets the work decide."""
    cache: Path | None = None
    """Where to remember what was made; None for `.wanbao-cache` beside the output."""
    remember: bool = True
    """False to make everything afresh."""
    strict: bool = False
    """True where warnings and doubtful readings count as failure."""
    search: bool = True
    """False for a site without search."""

    @property
    def cache_folder(self) -> Path:
        """The folder of the cache."""
        return self.cache or self.output.absolute().parent / CACHE

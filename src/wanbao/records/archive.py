"""All issues and what crosses them: who is credited, which sections and series there are, what is named."""

from __future__ import annotations

from wanbao.errors import Note, Record
from wanbao.records import ContributorRole
from wanbao.records.issue import IssueCard


class Person(Record, frozen=True):
    """Somebody credited in the archive, under one clean name."""

    name: str
    """The clean name."""
    address: str
    """The address of the person's page."""
    articles: int
    """How many articles."""
    roles: tuple[ContributorRole, ...]
    """The roles held, in order of first use."""


class Portion(Record, frozen=True):
    """What a section, or a series, has in one month."""

    name: str
    """The section, or the series or standing column."""
    month: str
    """The month, or the year where that is unknown; empty where both are."""
    articles: int
    """How many articles."""
    shown: str
    """What stands in keys for all that may be shown of them: a digest of the pages they stand on."""
    counted: bool = False
    """Whether it is a series, which counts its parts."""
    first: str = ""
    """The date of the first of them that has one, EDTF."""
    last: str = ""
    """The date of the last."""


class Named(Record, frozen=True):
    """What the articles of one issue may be related by to later ones."""

    issue: str
    """The key of the issue."""
    names: str
    """All names between quotation marks, one a line, each once."""
    series: str
    """All series and standing columns, likewise."""


class Volume(Record, frozen=True):
    """What the issues of one year or month hold, as far as others ask: who is credited, which sections and series there
    are, what is named. Remembered, because to find it out is to go through all pages."""

    year: str
    """The year, or the month; empty for the issues of which it is unknown."""
    names: tuple[str, ...]
    """The clean names, in order of first use."""
    articles: tuple[int, ...]
    """In how many articles each is credited."""
    roles: tuple[bytes, ...]
    """The roles of each in order of first use, by their numbers in `ROLES`."""
    shown: tuple[str, ...]
    """What stands in keys for the articles of each: a digest of the pages they stand on."""
    sections: tuple[Portion, ...] = ()
    """What the sections have in it."""
    series: tuple[Portion, ...] = ()
    """What series and standing columns have in it."""
    named: tuple[Named, ...] = ()
    """What is named in it, issue by issue."""
    has_sections: bool = False
    """Whether some page has a section."""
    han: int = 0
    """The number of Han characters in the bodies of its articles."""
    doubts: int = 0
    """How many doubtful readings its pages carry."""


class Archive(Record, frozen=True):
    """All issues, ordered by date, undated ones last, and what crosses them."""

    issues: tuple[IssueCard, ...]
    """Every issue."""
    persons: tuple[Person, ...]
    """Everybody credited, in order of code points; readers get them in order of pinyin, which takes a table to load."""
    notes: tuple[Note, ...] = ()
    """Findings that cross files: two files for one page, a jump that leads nowhere."""
    volumes: tuple[Volume, ...] = ()
    """What each year holds, the years in order."""

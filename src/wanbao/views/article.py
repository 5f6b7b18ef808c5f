"""An article."""

from __future__ import annotations

from wanbao.linebreaks import Stretch
from wanbao.views.body import BodyPart, Doubt
from wanbao.views.head import Head, Link, Record


class Credit(Record, frozen=True):
    """Contributors of one role."""

    role: str
    """The role for display: 记者, 通讯员 …"""
    people: tuple[Link, ...]
    """Their pages; the hint says what is doubtful about a name."""


class Citation(Record, frozen=True):
    """A ready-made citation."""

    style: str
    """The style's name: `GB/T 7714—2025`."""
    text: str
    """The citation."""


class Related(Record, frozen=True):
    """A related article and why."""

    link: Link
    """The article; the hint is its date."""
    reason: str
    """Why it is related."""


class ArticleView(Record, frozen=True):
    """An article."""

    head: Head
    """What every page has."""
    id: str
    """The permanent id."""
    kicker: tuple[str, ...]
    """Lines of the kicker."""
    headline: tuple[str, ...]
    """Lines of the headline, at least one."""
    headline_stretches: tuple[tuple[Stretch, ...], ...]
    """The same lines in stretches, of which some are words inside which no line breaks."""
    untitled: bool
    """True where the paper prints no headline and the first words stand in for it."""
    deck: tuple[str, ...]
    """Lines of the deck."""
    dateline: str
    """The dateline and byline as the reader sees them; empty where the credits say all of it."""
    credits: tuple[Credit, ...]
    """Contributors by role."""
    body: tuple[BodyPart, ...]
    """The body."""
    signature: str
    """The signature at the end."""
    series: tuple[Link, ...]
    """The columns and series it belongs to that neither kicker nor deck names; the hint of a series is its part."""
    kind: str
    """The kind of article."""
    date: str
    """The date of issue for display."""
    datetime: str
    """For `<time datetime>`."""
    issue: Link
    """The issue; its text is the date."""
    page: Link
    """The newspaper page; its text is `第A02版`, its hint the section."""
    doubts: tuple[Doubt, ...]
    """Doubtful readings."""
    citations: tuple[Citation, ...]
    """Ready-made citations."""
    downloads: tuple[Link, ...]
    """Citation files: RIS, BibTeX and CSL-JSON."""
    source: Link
    """The printed text, line by line; its text is the range of lines."""
    source_url: str
    """Where the text was taken from; empty where nobody wrote it down."""
    pages: tuple[Link, ...]
    """The pages of the issue around this one, where there are more; the hint is the section, this one has no href."""
    siblings: tuple[Link, ...]
    """The articles of the same page, this one without href."""
    related: tuple[Related, ...]
    """Earlier articles that belong with this one."""
    report: str
    """A `mailto:` link that reports an error with the id filled in; empty where the paper gives no contact."""
    rights: str
    """The statement of rights."""
    han: int
    """The number of Han characters."""
    language: str = ""
    """The language of the text where it differs from the site's."""
    kicker_href: str = ""
    """The column or series that the kicker names; empty where it names none."""
    deck_href: str = ""
    """The column or series that the deck names."""

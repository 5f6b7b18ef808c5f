"""What the templates may see: one frozen record for each kind of page, everything decided.

A template prints its record and nothing else; whatever needs a decision (which link, which order, how many, which
words) is worked out in `plan`. Every `href` is relative to the page it stands on. Texts are plain and are escaped by
the template engine.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Record(msgspec.Struct, frozen=True, gc=False):
    """What all of these are: made in a fraction of the time of a dataclass, of which an article takes two hundred."""


class Link(Record, frozen=True):
    """A link, or a mere text where `href` is empty."""

    href: str
    """Where to, relative to the page it stands on; empty for what has no page."""
    text: str
    """What it reads."""
    hint: str = ""
    """A second text: the date beside a headline, the number of articles."""


class Head(Record, frozen=True):
    """What every page has."""

    address: str
    """The address of this page in the site."""
    root: str
    """The way up to the site's root: `../../`, or empty."""
    title: str
    """The title of the page, without the newspaper's name."""
    nav: Literal["home", "years", "people", "sections", "series", "undated", "search", "statistics", "about", ""] = ""
    """Which entry of the main navigation this page belongs to."""
    description: str = ""
    """For search engines and previews."""
    canonical: str = ""
    """The absolute address; empty where the site has no base URL."""
    crumbs: tuple[Link, ...] = ()
    """The way from home to here, home first, this page last (without href)."""
    robots: str = ""
    """The robots directive, empty for none."""
    metas: str = ""
    """Embedded metadata as `<meta>` elements, already escaped, one a line; empty for none."""
    alternates: tuple[tuple[str, str, str], ...] = ()
    """(media type, href, title) of the same thing in other forms."""
    json_ld: str = ""
    """schema.org JSON, already safe inside a script element; empty for none."""
    previous: Link | None = None
    """The page before this one, for `rel=prev` and the ← key; its text is the headline or the date."""
    next: Link | None = None
    """The page after this one."""


class ArticleEntry(Record, frozen=True):
    """An article in a list."""

    link: Link
    """Its page and title; the hint is the issue's date and page where the list spans issues."""
    kicker: str = ""
    """引题, or the standing column where there is none; its lines separated by spaces."""
    excerpt: str = ""
    """The first words of the body."""
    credits: str = ""
    """Who wrote it, names joined with `、`; or, on a person's page, the role held."""
    kind: str = "news"
    """The kind of article: news, photo, brief, letter, verse, box, notice."""
    doubts: int = 0
    """How many doubtful readings it carries."""


class PageEntry(Record, frozen=True):
    """A newspaper page in the table of an issue (版面目录)."""

    link: Link
    """Its page; the text is `A02版` or the words for an unknown number, the hint its section."""
    articles: tuple[ArticleEntry, ...]
    """Its articles."""
    id: str
    """An HTML id, unique in the issue: `p-A02`."""


class IssueEntry(Record, frozen=True):
    """An issue in a list."""

    link: Link
    """Its page; the text is the date for display, with its edition."""
    datetime: str
    """For `<time datetime>`; empty where the date is unknown."""
    pages: int
    """How many pages it has."""
    articles: int
    """How many articles it has."""
    leads: tuple[ArticleEntry, ...] = ()
    """Its first headlines, for the home page."""
    source: str = ""
    """For undated issues: the name of the file."""


class YearEntry(Record, frozen=True):
    """A year in the strip of years."""

    link: Link
    """Its calendar; the text is the year."""
    issues: int
    """How many issues."""
    articles: int
    """How many articles."""
    current: bool = False
    """True for the year being shown."""


class Day(Record, frozen=True):
    """A cell of a month's calendar."""

    number: int
    """The day of the month; 0 for an empty cell."""
    link: Link | None = None
    """The issue of that day; the hint is the number of articles."""
    more: tuple[Link, ...] = ()
    """Further editions of that day."""


class Month(Record, frozen=True):
    """A month's calendar; weeks begin on Monday."""

    number: int
    """1 to 12."""
    label: str
    """Its name for display: `5月`."""
    id: str
    """An HTML id: `m-05`."""
    weeks: tuple[tuple[Day, ...], ...]
    """Weeks of seven cells."""
    issues: int
    """How many issues it has."""


class HomeView(Record, frozen=True):
    """The home page."""

    head: Head
    """What every page has."""
    latest: tuple[IssueEntry, ...]
    """The newest issues, newest first, the first one with its leading headlines."""
    years: tuple[YearEntry, ...]
    """All years, newest first."""
    undated: tuple[IssueEntry, ...]
    """The first undated issues."""
    undated_total: int
    """How many undated issues there are."""
    issues: int
    """Issues in all."""
    articles: int
    """Articles in all."""
    people: int
    """People in all."""
    span: str
    """From the oldest to the newest dated issue, for display; empty where there is none."""
    days: tuple[str, ...] = ()
    """The days of the year that have an issue, `05-18`, ordered: the reader's clock, not ours, picks today's."""


class YearView(Record, frozen=True):
    """A year: its months."""

    head: Head
    """What every page has."""
    year: str
    """The year, four digits."""
    years: tuple[YearEntry, ...]
    """The strip of years near this one."""
    months: tuple[Month, ...]
    """All twelve months."""
    partial: tuple[IssueEntry, ...]
    """Issues of which only the year or the month is known."""
    issues: int
    """Issues in this year."""
    articles: int
    """Articles in this year."""


class DayView(Record, frozen=True):
    """A day of the year (历史上的今天): its issues in all years."""

    head: Head
    """What every page has."""
    issues: tuple[IssueEntry, ...]
    """The issues, newest first, each with its first headlines."""


class DaysView(Record, frozen=True):
    """The days of the year that have an issue."""

    head: Head
    """What every page has."""
    months: tuple[Month, ...]
    """All twelve months, each with one row of all its days; a day's link is its `DayView`."""


class IssueView(Record, frozen=True):
    """A day's paper."""

    head: Head
    """What every page has."""
    date: str
    """The date for display."""
    datetime: str
    """For `<time datetime>`."""
    dated: bool
    """False where the day is not known."""
    number: str
    """总期号."""
    source: str
    """The file an undated issue was read from."""
    pages: tuple[PageEntry, ...]
    """Its pages with their articles."""
    articles: int
    """How many articles."""
    whole: str
    """The link to all its text on one page."""


class WholeArticle(Record, frozen=True):
    """An article among all others of its issue."""

    href: str
    """The link to its page."""
    id: str
    """The permanent id."""
    kicker: tuple[str, ...]
    """Lines of the kicker."""
    headline: tuple[str, ...]
    """Lines of the headline."""
    deck: tuple[str, ...]
    """Lines of the deck."""
    dateline: str
    """The dateline and byline as printed, where they stand on a line of their own."""
    body: tuple[BodyPart, ...]
    """The body."""
    signature: str
    """The signature at the end."""
    language: str = ""
    """The language of the text where it differs from the site's."""


class WholePage(Record, frozen=True):
    """A newspaper page with all its text."""

    link: Link
    """Its page; the text is `第A02版`, the hint its section."""
    articles: tuple[WholeArticle, ...]
    """Its articles."""


class WholeView(Record, frozen=True):
    """All text of an issue, for reading through and for printing."""

    head: Head
    """What every page has."""
    issue: Link
    """The issue; the text is its date for display."""
    pages: tuple[WholePage, ...]
    """Its pages."""
    articles: int
    """How many articles."""
    citation: str
    """How to cite the issue."""
    rights: str
    """The statement of rights."""


class PageView(Record, frozen=True):
    """A newspaper page."""

    head: Head
    """What every page has."""
    label: str
    """`第A02版`, or the words for an unknown number."""
    section: str
    """版名."""
    issue: Link
    """The issue; the text is its date for display."""
    articles: tuple[ArticleEntry, ...]
    """Its articles with excerpts."""
    pages: tuple[Link, ...]
    """The pages of the issue around this one, which has no href."""
    staff: tuple[tuple[str, str], ...]
    """(role, name)."""
    furniture: tuple[str, ...]
    """What was set aside, as printed."""
    doubts: tuple[Doubt, ...]
    """Doubtful readings on this page."""
    ledger: str
    """The link to the source, line by line."""
    source_url: str = ""
    """Where the text was taken from; empty where nobody wrote it down."""
    language: str = ""
    """The language of the text where it differs from the site's."""


class Doubt(Record, frozen=True):
    """A doubtful reading, told to the reader."""

    text: str
    """What is doubtful, in one sentence."""
    href: str
    """The link to the source line."""
    line: int
    """The line of the source."""


class Run(Record, frozen=True):
    """A run of characters in a paragraph with one mark on it."""

    text: str
    """The characters."""
    kind: Literal["", "time", "doubt"] = ""
    """Nothing, a relative date resolved for the reader, or a doubtful reading."""
    title: str = ""
    """What the mark says."""
    datetime: str = ""
    """For `time`: the day."""


class BodyPart(Record, frozen=True):
    """One piece of an article's body."""

    kind: Literal["paragraph", "subhead", "caption", "table", "list", "verse", "editor_note", "image", "jump"]
    """What it is."""
    id: str
    """Its anchor: `p3`."""
    text: str
    """The text, where `runs` is empty."""
    runs: tuple[Run, ...] = ()
    """The text in marked runs; empty where nothing is marked."""
    lead: str = ""
    """The dateline and byline that open the paragraph, where `lead_runs` is empty."""
    lead_runs: tuple[Run, ...] = ()
    """The same in marked runs; empty where nothing is marked."""
    credit: str = ""
    """Of a caption: the credit, not part of `text`."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table: its cells, the first row first."""
    lines: tuple[str, ...] = ()
    """Of a subhead, verse or list: its lines."""
    opens: bool = False
    """Of verse: whether it is the first of its stanzas, which share one edge."""
    closes: bool = False
    """Of verse: whether it is the last of its stanzas."""
    source: str = ""
    """The lines of the source it stands in: `7` or `7-9`."""
    image: str = ""
    """Of a caption or image: the picture's address relative to this page; empty where there is no picture."""
    href: str = ""
    """Of a jump: the article or page it leads to; empty where it leads nowhere."""


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
    untitled: bool
    """True where the paper prints no headline and the first words stand in for it."""
    deck: tuple[str, ...]
    """Lines of the deck."""
    dateline: str
    """The dateline and byline as printed, for the reader."""
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
    """Citation files: RIS, BibTeX, CSL-JSON."""
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


class LedgerRun(Record, frozen=True):
    """Characters of a source line with one role."""

    text: str
    """The characters."""
    role: str
    """The role for display; empty for white space."""
    name: str
    """The role's name in the records, for the stylesheet."""
    rule: str
    """The rule that gave it."""


class LedgerLine(Record, frozen=True):
    """A line of a source file."""

    number: int
    """Its number; its anchor is `L7`."""
    runs: tuple[LedgerRun, ...]
    """Its characters."""
    article: Link | None = None
    """The article that begins in this line."""
    label: str = ""
    """What the line was read as, for display: its roles, marks left out; empty for an empty line."""


class LedgerView(Record, frozen=True):
    """The source of a newspaper page, line by line with roles (原文对照)."""

    head: Head
    """What every page has."""
    page: Link
    """The newspaper page."""
    source: str
    """The name of the file."""
    lines: tuple[LedgerLine, ...]
    """Its lines."""
    source_url: str = ""
    """Where the text was taken from; empty where nobody wrote it down."""
    language: str = ""
    """The language of the text where it differs from the site's."""


class PersonEntry(Record, frozen=True):
    """Somebody credited, in the index."""

    link: Link
    """The person's page; the hint is the romanised name."""
    roles: str
    """The roles held, for display."""
    articles: int
    """How many articles."""


class LetterGroup(Record, frozen=True):
    """The people whose names begin with one letter."""

    letter: str
    """A to Z."""
    people: tuple[PersonEntry, ...]
    """In order of pinyin."""


class PeopleView(Record, frozen=True):
    """The index of people."""

    head: Head
    """What every page has."""
    groups: tuple[LetterGroup, ...]
    """By first letter."""
    total: int
    """How many."""


class ArticleGroup(Record, frozen=True):
    """Articles under one heading."""

    label: str
    """The heading: a year."""
    id: str
    """Its anchor."""
    articles: tuple[ArticleEntry, ...]
    """The articles."""


class PersonView(Record, frozen=True):
    """Somebody credited."""

    head: Head
    """What every page has."""
    name: str
    """The name."""
    pinyin: str
    """The romanised name."""
    roles: str
    """The roles held, for display."""
    groups: tuple[ArticleGroup, ...]
    """The articles by year, newest first."""
    total: int
    """How many articles."""
    years: tuple[Link, ...] = ()
    """Where the list is cut by year: all years, the one shown without href."""


class SectionEntry(Record, frozen=True):
    """A section in the index."""

    link: Link
    """Its page."""
    articles: int
    """How many articles."""


class SectionsView(Record, frozen=True):
    """The index of sections."""

    head: Head
    """What every page has."""
    sections: tuple[SectionEntry, ...]
    """In order of pinyin."""


class SectionView(Record, frozen=True):
    """A section."""

    head: Head
    """What every page has."""
    name: str
    """版名."""
    groups: tuple[ArticleGroup, ...]
    """Its articles by year or month, newest first."""
    years: tuple[Link, ...]
    """Where the section is cut by month: on its own page all months, the one shown without href."""
    total: int
    """How many articles."""


class SeriesEntry(Record, frozen=True):
    """A series or standing column in the index."""

    link: Link
    """Its page; the hint is from when to when it ran."""
    articles: int
    """How many articles."""


class SeriesIndexView(Record, frozen=True):
    """The index of series and standing columns."""

    head: Head
    """What every page has."""
    columns: tuple[SeriesEntry, ...]
    """Standing columns, in order of pinyin."""
    series: tuple[SeriesEntry, ...]
    """Series, which count their parts, in order of pinyin."""


class SeriesView(Record, frozen=True):
    """A series or standing column."""

    head: Head
    """What every page has."""
    name: str
    """Its name."""
    counted: bool
    """True for a series, which counts its parts."""
    groups: tuple[ArticleGroup, ...]
    """Its articles: of a series the first part first, of a column by month, newest first."""
    years: tuple[Link, ...]
    """Where it is cut by month: on its own page all months, the one shown without href."""
    total: int
    """How many articles."""


class UndatedView(Record, frozen=True):
    """The issues whose day is not known."""

    head: Head
    """What every page has."""
    issues: tuple[IssueEntry, ...]
    """By year where the year is known, then by name."""


class Fact(Record, frozen=True):
    """A named value: 出版 …"""

    name: str
    """The name."""
    value: str
    """The value."""


class AboutView(Record, frozen=True):
    """About this archive, rights, corrections."""

    head: Head
    """What every page has."""
    facts: tuple[Fact, ...]
    """The newspaper's particulars."""
    rights: str
    """The statement of rights."""
    contact: str
    """Whom to write to."""
    contact_href: str
    """A `mailto:` or http link; empty where there is none."""
    html: str
    """The maintainer's own text from `articles/about.md`, rendered by markdown-it; empty where there is none."""


class PlainView(Record, frozen=True):
    """A page that has nothing but its head: 404, search."""

    head: Head
    """What every page has."""
    base: str = ""
    """For 404, which a host shows under any address: the absolute or root path of the site; empty where unknown."""


class MovedView(Record, frozen=True):
    """An address that has moved, or whose article was withdrawn."""

    head: Head
    """What every page has."""
    target: Link | None = None
    """Where it has moved to; None where it is gone."""
    reason: str = ""
    """Why it is gone."""


class Bar(Record, frozen=True):
    """A bar of a chart."""

    label: str
    """What it stands for."""
    value: int
    """How many."""
    x: float
    """Left edge, in the chart's units."""
    y: float
    """Top edge."""
    width: float
    """Width."""
    height: float
    """Height."""


class Chart(Record, frozen=True):
    """A bar chart with its table."""

    title: str
    """What it shows."""
    id: str
    """An HTML id."""
    width: int
    """The drawing's width."""
    height: int
    """The drawing's height."""
    bars: tuple[Bar, ...]
    """Its bars."""
    columns: tuple[str, str]
    """The headings of the table."""


class Coverage(Record, frozen=True):
    """A year as a strip of its days."""

    link: Link
    """Its calendar; the text is the year, the hint how many days have an issue."""
    path: str
    """The days with an issue as an SVG path, one unit a day, ten high."""


class StatisticsView(Record, frozen=True):
    """Figures of the archive."""

    head: Head
    """What every page has."""
    facts: tuple[Fact, ...]
    """Totals."""
    charts: tuple[Chart, ...]
    """Articles by year and by month, with their tables."""
    people: Chart | None
    """Those credited most."""
    coverage: tuple[Coverage, ...]
    """The days held, year by year, newest first."""
    gaps: tuple[Fact, ...]
    """Spans without an issue: (first – last day without one, days)."""


class Site(Record, frozen=True):
    """What is the same on every page; the templates see it as `site`."""

    name: str
    """The newspaper's name."""
    name_en: str
    """Its English name, or empty."""
    publisher: str
    """The publisher."""
    description: str
    """A sentence about the archive."""
    language: str
    """The language of the interface (BCP 47)."""
    style: str
    """The address of the stylesheet."""
    scripts: tuple[str, ...]
    """The addresses of the scripts of every page."""
    icon: str
    """The address of the icon; empty for none."""
    has_undated: bool
    """True where some issue has no date."""
    has_sections: bool
    """True where some page has a section name."""
    has_series: bool
    """True where some article belongs to a series or standing column."""
    has_search: bool
    """True where the site has a search."""
    rights: str
    """The statement of rights, for the foot of every page."""
    text_language: str = ""
    """The language of the newspaper's text where it is not the interface's (BCP 47); empty where they are one."""
    search_script: str = ""
    """The address of the script of the search page; empty for a site without search."""
    traditional: str = ""
    """The address of the script that makes the text traditional; empty for a paper not in simplified Chinese."""
    assets: tuple[tuple[str, str], ...] = ()
    """(name, address) of every other file of the theme."""

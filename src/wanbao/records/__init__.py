"""What the program knows, as frozen records: here, what is read and understood of a newspaper page.

A **source** is one newspaper page as it lies in articles/: its text and, for every fact about its place in the paper
(date, page number, section…), the value and the evidence for it. The parser reads a source and answers with a **page**:
every non-blank character of the source belongs to exactly one **block** (a run of characters with one role and the
rule that gave it), and the blocks with the roles of an article make **articles**.

What an article is to others, in lists, links and indexes, is its **card** (`card`): it never holds the body. A
newspaper page without bodies is a **page card** (`pagecard`), of which most steps read the **outline** alone
(`outline`). The pages of one day make an **issue** (`issue`). All issues with their cards, ordered, are the **archive**
(`archive`).

No record knows its owner: a step is handed what it needs.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from wanbao.errors import Note, Record

Role = Literal[
    "front_matter",  # YAML at the head of the file
    "mark",  # Markdown marks, table scaffolding, attributes: characters that were never printed
    "page_mark",  # a line that says where a page of a whole-issue file begins
    "running_head",  # 报眉: title, date, page number, section name
    "staff",  # 责编 版式 校对 …
    "furniture",  # anything else that is no article: see Block.kind
    "column_label",  # 栏目: the name of a standing column
    "kicker",  # 引题
    "headline",  # 主题
    "deck",  # 副题
    "dateline",  # 电头
    "byline",  # 署名 at the head
    "paragraph",  # 正文
    "subhead",  # 小标题
    "caption",  # 图片说明 with its credit
    "table",
    "list",
    "verse",
    "editor_note",  # 编者按
    "jump",  # 下转 / 上接
    "signature",  # 署名 at the end
    "image",  # a Markdown image
]
FurnitureKind = Literal[
    "", "qr", "ad", "hotline", "notice", "weather", "price", "address", "rule", "photo_note", "other"
]
ContributorRole = Literal[
    "reporter",  # 记者, of every kind
    "correspondent",  # 通讯员
    "photographer",  # 摄, 供图, 图
    "intern",  # 实习生
    "author",  # a bare signature, 文
    "commentator",  # 评论员
    "compiler",  # 整理, 编译
    "artist",  # 画, 制图, 绘
]
ROLES: tuple[ContributorRole, ...] = get_args(ContributorRole)
"""All roles, by which an outline tells them in a byte."""
ArticleKind = Literal["news", "photo", "brief", "letter", "verse", "box", "notice"]
PassageKind = Literal["paragraph", "subhead", "caption", "table", "list", "verse", "editor_note", "image", "jump"]
EvidenceKind = Literal["front matter", "file name", "running head", "page mark", "profile"]


class Span(NamedTuple):
    """A run of characters within one line of a source file."""

    line: int
    """The line, from 1, counted in the file."""
    start: int
    """The first character, from 0."""
    end: int
    """One past the last character."""


class Evidence(Record, frozen=True):
    """A value and where it came from."""

    value: str
    """The value, normalised: a date as EDTF, a page number without 第 and 版."""
    kind: EvidenceKind
    """Where it was found."""
    line: int = 0
    """The line it stands in; 0 when it stands in no line (file name, profile)."""


class Place(Record, frozen=True):
    """Where in the paper a source belongs; None where nothing says so. Nothing here is ever guessed."""

    newspaper: Evidence | None = None
    """The paper's name."""
    date: Evidence | None = None
    """The date of issue, as EDTF: `2022-05-18`, `2022-05`, `2022`, `2022~` …"""
    issue_number: Evidence | None = None
    """总期号."""
    page_number: Evidence | None = None
    """版次, a string: `A02`, `3`; of a spread the first and the last: `A02-A03`."""
    section: Evidence | None = None
    """版名: 要闻, 民生 …"""
    edition: Evidence | None = None
    """增刊, 特刊, 号外 …"""
    staff: tuple[tuple[str, str], ...] = ()
    """The page's staff from front matter: (role as printed, name)."""
    source_url: str = ""
    """Where the text was taken from."""
    rights: str = ""
    """A statement of rights for this page that replaces the newspaper's."""
    language: str = ""
    """The language of the text where it differs from the newspaper's (BCP 47)."""
    name: str = ""
    """Front matter `id`: a lasting name for an undated issue, used in its address in place of the digest."""


class Source(Record, frozen=True):
    """One newspaper page as it lies in articles/: a whole file, or one marked page of a whole-issue file."""

    path: str
    """The file, relative to the articles folder, with `/`."""
    text: str
    """The decoded text of this page, lines separated by `\\n` alone, without byte order mark."""
    digest: str
    """32 hex digits of the digest of this page's text and of the place it was given."""
    place: Place
    """Where in the paper it belongs, with the evidence."""
    first_line: int = 1
    """The number, in the file, of the first line of `text`."""
    front_matter_lines: int = 0
    """How many lines at the head of `text` are front matter, fences included."""
    encoding: str = "utf-8"
    """The encoding the file was decoded from."""


class Block(Record, frozen=True):
    """A run of characters with one role, and who said so. All blocks of a page together are its character ledger."""

    role: Role
    """What the characters are."""
    spans: tuple[Span, ...]
    """The characters, in order; white space at the ends of lines need not be covered."""
    rule: str
    """The name of the rule that gave the role."""
    margin: float = 99.0
    """By how much this role beats the next best reading (nats); 99 where no other reading was possible."""
    article: int = 0
    """The order on the page of the article it belongs to, from 1; 0 for what belongs to the page."""
    kind: FurnitureKind = ""
    """For furniture: of what kind."""


class Contributor(Record, frozen=True):
    """Somebody credited with a part in an article."""

    name: str
    """The clean name, without spaces: `石蕾蕾`."""
    role: ContributorRole
    """The role, normalised."""
    printed: str
    """The name as printed: `石蕾 蕾`."""
    role_printed: str = ""
    """The role as printed: `全媒体记者`, `摄`."""
    organisation: str = ""
    """The organisation, as printed or taken from the dateline: `茂名日报社`."""
    where: Literal["byline", "signature", "caption"] = "byline"
    """Where the credit stands."""
    certain: bool = True
    """False where the name could be read in another way; a note then says which."""


class Dateline(Record, frozen=True):
    """电头: `茂名晚报讯`, `据新华社北京5月1日电`."""

    printed: str
    """The dateline as printed, without the byline."""
    source: str = ""
    """Who: `茂名晚报`, `新华社`."""
    place: str = ""
    """Where it was filed: `北京`."""
    date: str = ""
    """When it was filed, as printed: `5月1日`."""
    kind: str = ""
    """讯, 电, 专电 or 消息."""
    via: bool = False
    """True where 据 stands before it: shortened by the editors."""


class Cell(Record, frozen=True):
    """A cell of a table. The cells of all rows together fill a rectangle: each place of it belongs to one cell, and in
    each column and row one begins."""

    text: str
    """What it says, for the reader; empty where nothing is printed."""
    colspan: int = 1
    """How many columns it is wide."""
    rowspan: int = 1
    """How many rows it is high."""
    scope: Literal["", "col", "row"] = ""
    """What it heads, the cells below it or those beside it; empty where it heads nothing."""


class Passage(Record, frozen=True):
    """One piece of an article's body, in reading order."""

    kind: PassageKind
    """What it is."""
    printed: str
    """The text as printed, parts cut by a column or hard-wrapped joined; verse and tables keep their lines (`\\n`)."""
    text: str
    """The text for the reader: punctuation made full-width, padding inside names removed.
    For subheads, U+3000 between lines."""
    spans: tuple[Span, ...]
    """Where it stands in the source."""
    lead: str = ""
    """The dateline and byline that open this paragraph, as printed; not part of `printed`."""
    credit: str = ""
    """For a caption: the credit line as printed, which is also the end of `printed`."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    """For a table: its cells, row by row, each in the row and column in which it begins."""
    image: str = ""
    """For an image or a caption with one: the image's path as written."""
    joins: int = 0
    """How many breaks (column ends, captions in between) were mended in it; hard-wrapped lines do not count."""


class Jump(Record, frozen=True):
    """下转 or 上接: where an article goes on, or comes from."""

    direction: Literal["to", "from"]
    """`to`: continued on; `from`: continued from."""
    page: str
    """The page number as normalised: `6`, `A1`."""
    printed: str
    """The line as printed."""


class Article(Record, frozen=True):
    """One article of a newspaper page."""

    order: int
    """Its place on the page, from 1."""
    number: int
    """The number in its address and id, from 1: its order, unless a maintainer has fixed a number on the page."""
    kind: ArticleKind
    """What sort of article."""
    kicker: str
    """引题, as printed; empty where there is none."""
    headline: str
    """主题, as printed, its lines separated by one space; empty where there is none."""
    deck: str
    """副题, as printed."""
    headline_lines: tuple[str, ...]
    """The printed lines of the headline, for the reader (full-width punctuation)."""
    kicker_lines: tuple[str, ...]
    """The printed lines of the kicker, for the reader."""
    deck_lines: tuple[str, ...]
    """The printed lines of the deck, for the reader."""
    title: str
    """What the article is called everywhere: the headline's lines joined for the reader, with the deck's where the
    headline ends in a colon or dash, or, where there is none, the first words of the text."""
    dateline: Dateline | None
    """The first dateline."""
    bylines: tuple[str, ...]
    """Dateline and byline lines as printed, in order."""
    contributors: tuple[Contributor, ...]
    """Everybody credited, in order of print."""
    body: tuple[Passage, ...]
    """The body, in reading order."""
    signature: str
    """署名 at the end, as printed."""
    jumps: tuple[Jump, ...]
    """Continuations."""
    column: str
    """栏目: the standing column it runs under, or empty."""
    first_line: int
    """Its first line in the file."""
    last_line: int
    """Its last line in the file."""
    notes: tuple[Note, ...] = ()
    """Doubtful readings in this article."""

    @property
    def credited(self) -> tuple[Contributor, ...]:
        """Everybody credited, those of by-line and signature before those of captions, which a page may print above
        them; for the rest in order of print."""
        return tuple(sorted(self.contributors, key=lambda credit: credit.where == "caption"))


class Page(Record, frozen=True):
    """A newspaper page, understood."""

    source: str
    """The path of the file."""
    digest: str
    """The digest of the source it was parsed from."""
    place: Place
    """Where in the paper it belongs: what read found, completed by what the page itself prints."""
    articles: tuple[Article, ...]
    """Its articles, in order."""
    blocks: tuple[Block, ...]
    """Its character ledger, in order of the text."""
    staff: tuple[tuple[str, str], ...]
    """(role as printed, name): 责编, 版式, 校对 …"""
    furniture: tuple[str, ...]
    """The texts set aside, as printed, one for each block."""
    header_lines: tuple[str, ...]
    """The running heads and staff lines, as printed."""
    notes: tuple[Note, ...] = ()
    """All findings on this page, those of its articles among them."""


PageKey = tuple[str, str]
"""What all page numbers have in common that mean the same page: its block, and its number without zeros before it."""


def same_page(one: str, other: str) -> bool:
    """Whether two page numbers mean the same page: `A02` and `A2`, `3` and `03`; a spread, `A02-A03`, is each of its
    pages, and an unknown number means none."""
    return bool(one) and not set(page_keys(one)).isdisjoint(page_keys(other))


def page_keys(number: str) -> tuple[PageKey, ...]:
    """What stands for the page that a number means, or for each page of a spread."""
    return tuple(map(_page_parts, number.split("-")))


def _page_parts(number: str) -> PageKey:
    block = number.rstrip("0123456789")
    return block.upper(), number[len(block) :].lstrip("0")

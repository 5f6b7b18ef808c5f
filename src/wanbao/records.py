"""What the program knows, as frozen records.

A **source** is one newspaper page as it lies in articles/: its text and, for every fact about its place in the paper
(date, page number, section…), the value and the evidence for it. The parser reads a source and answers with a **page**:
every non-blank character of the source belongs to exactly one **block** (a run of characters with one role and the
rule that gave it), and the blocks with the roles of an article make **articles**. The pages of one day make an
**issue**. What an article is to others, in lists, links and indexes, is its **card**: it never holds the body. All
issues with their cards, ordered, are the **archive**.

No record knows its owner: a step is handed what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Generic, Literal, NamedTuple, Self, TypeVar, get_args

import msgspec

from wanbao.errors import Note, Record

T = TypeVar("T")

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
    rows: tuple[tuple[str, ...], ...] = ()
    """For a table: its cells."""
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


class Card(Record, frozen=True):
    """What an article is to others: enough to list it, link it and credit it, never its body."""

    id: str
    """The permanent id: `mmwb-20220518-A02-3`."""
    address: str
    """Its address in the site: `2022/05/18/A02/3.html`."""
    title: str
    """What it is called."""
    kicker: str
    """引题 for the reader."""
    date: str
    """The issue's date, EDTF; empty where unknown."""
    page: str
    """版次; empty where unknown."""
    section: str
    """版名; empty where unknown."""
    order: int
    """Its place on the page."""
    kind: ArticleKind
    """What sort of article."""
    contributors: tuple[tuple[str, ContributorRole, str], ...]
    """(clean name, role, role as printed) of everybody credited, each name once a role."""
    excerpt: str
    """The first words of the body, for lists and feeds; at most 120 characters."""
    han: int
    """The number of Han characters in the body, subheads included."""
    doubts: int
    """How many doubtful readings it carries."""
    names: tuple[str, ...] = ()
    """The names it puts between quotation marks, by which later articles find it."""
    series: tuple[tuple[str, int], ...] = ()
    """(name, which part) of the series it belongs to; 0 for a standing column, which does not count its parts."""

    @property
    def above(self) -> str:
        """What stands above its headline in a list: the kicker or, where there is none, the standing column."""
        if not self.kicker and self.series:
            return next((name for name, part in self.series if not part), "")
        return self.kicker.replace("　", " ")


class Outline(Record, frozen=True):
    """What planning asks of the articles of a newspaper page. An article is told by its place on the page, from 0.

    Every build goes through those of the whole archive, so they are kept in columns, names one a line: a text is
    unpacked and cut in a fraction of the time of its pieces.
    """

    credited: str
    """Everybody's clean name, article by article, once a role."""
    credited_in: tuple[int, ...]
    """For each of them the article."""
    roles: bytes
    """For each of them the role, by its number in `ROLES`."""
    named: str
    """The names that the articles put between quotation marks, article by article."""
    named_in: tuple[int, ...]
    """For each of them the article."""
    series: tuple[tuple[int, str, int], ...]
    """(article, series or column, which part), in order."""

    @classmethod
    def of(cls, cards: Sequence[Card]) -> Self:
        """The outline of a page with these articles."""
        credits = [(at, name, role) for at, card in enumerate(cards) for name, role, _ in card.contributors]
        names = [(at, name) for at, card in enumerate(cards) for name in card.names]
        return cls(
            "\n".join(_line(name) for _, name, _ in credits),
            tuple(at for at, _, _ in credits),
            bytes(ROLES.index(role) for _, _, role in credits),
            "\n".join(_line(name) for _, name in names),
            tuple(at for at, _ in names),
            tuple((at, name, number) for at, card in enumerate(cards) for name, number in card.series),
        )

    @property
    def credits(self) -> Iterable[tuple[int, str, ContributorRole]]:
        """(article, clean name, role) of everybody credited, in order."""
        return zip(self.credited_in, self.credited.split("\n"), map(ROLES.__getitem__, self.roles), strict=False)

    @property
    def names(self) -> Iterable[tuple[int, str]]:
        """(article, name between quotation marks), in order."""
        return zip(self.named_in, self.named.split("\n"), strict=False)


class _Credited(Record, frozen=True):
    """The first of an `Outline`: whoever asks for one thing of a whole archive need not unpack the rest."""

    credited: str
    credited_in: tuple[int, ...]
    roles: bytes


class _Named(Record, frozen=True):
    """An `Outline` as far as its names."""

    credited: msgspec.Raw
    credited_in: msgspec.Raw
    roles: msgspec.Raw
    named: str


def _line(name: str) -> str:
    """A name as one line; no name of a person or a thing has two."""
    return name.replace("\n", " ")


class PageCard(Record, frozen=True):
    """What a newspaper page is to others.

    Its articles are packed: an archive has very many, and a build with little to do shows few of them.
    """

    address: str
    """Its address in the site: `2022/05/18/A02/index.html`."""
    number: str
    """版次; empty where unknown."""
    section: str
    """版名; empty where unknown."""
    source: str
    """The file it was read from."""
    digest: str
    """The digest of its source."""
    packs: msgspec.Raw
    """Its `cards`, as they were read from the disk: to copy them takes half the time of reading an archive."""
    outlined: msgspec.Raw
    """Their `outline`, likewise."""
    articles: int
    """How many articles it has."""
    han: int
    """The number of Han characters in their bodies."""
    in_series: bool
    """Whether some article belongs to a series or standing column."""
    doubts: int
    """How many doubtful readings it carries."""
    jumps: tuple[tuple[int, str, str], ...] = ()
    """(order of the article, `to` or `from`, page number) for every 下转 and 上接."""
    part: int = 0
    """Which page of its file it is, from 0."""
    date: str = ""
    """The date it bears, EDTF; empty where unknown."""
    numbers: tuple[int, ...] = ()
    """The numbers in the addresses of its articles, in order; empty where they are 1, 2, 3 …"""

    @classmethod
    def of(
        cls,
        address: str,
        number: str,
        section: str,
        source: str,
        digest: str,
        cards: tuple[Card, ...],
        doubts: int,
        jumps: tuple[tuple[int, str, str], ...] = (),
        part: int = 0,
        date: str = "",
        numbers: tuple[int, ...] = (),
    ) -> Self:
        """The page with these articles."""
        outline = Outline.of(cards)
        return cls(
            address,
            number,
            section,
            source,
            digest,
            msgspec.Raw(_pack(cards)),
            msgspec.Raw(_pack(outline)),
            len(cards),
            sum(card.han for card in cards),
            bool(outline.series),
            doubts,
            jumps,
            part,
            date,
            numbers,
        )

    @property
    def cards(self) -> tuple[Card, ...]:
        """Its articles, in order."""
        return _cards.of(self)

    def card(self, at: int) -> Card:
        """One of its articles, from 0."""
        return _card.of(self, at)

    def packed(self, at: int) -> bytes:
        """The card of one of its articles, packed."""
        return bytes(_apart.of(self)[at])

    @property
    def outline(self) -> Outline:
        """What planning asks of its articles."""
        return _unpacked(Outline, self.outlined)

    @property
    def credits(self) -> tuple[list[str], tuple[int, ...], bytes]:
        """The clean names of everybody credited, for each of them the article, and the role by its number."""
        found = _unpacked(_Credited, self.outlined)
        return found.credited.split("\n"), found.credited_in, found.roles

    @property
    def named(self) -> list[str]:
        """The names that its articles put between quotation marks."""
        return _unpacked(_Named, self.outlined).named.split("\n")


_APART = tuple[msgspec.Raw, ...]
_CARDS = tuple[Card, ...]

_pack = msgspec.msgpack.Encoder().encode


@cache
def _unpacker(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


def _unpacked(kind: type[T], packed: bytes | memoryview | msgspec.Raw) -> T:
    found: T = _unpacker(kind).decode(packed)  # type: ignore[arg-type]
    return found


class _Lately(Generic[T]):
    """What was unpacked of pages lately. A page is known by being the very same: that is quicker told than whether it
    holds the same."""

    def __init__(self, unpack: Callable[[PageCard, int], T], most: int) -> None:
        self._unpack = unpack
        self._most = most
        self._known: dict[tuple[str, int], tuple[PageCard, T]] = {}

    def of(self, page: PageCard, at: int = 0) -> T:
        """What is unpacked of a page, or of one of its articles."""
        known = self._known.get((page.address, at))
        if known is None or known[0] is not page:
            if len(self._known) >= self._most:
                self._known.clear()
            known = self._known[page.address, at] = page, self._unpack(page, at)
        return known[1]


_cards = _Lately(lambda page, _: _unpacked(_CARDS, page.packs), 64)
"""The pages of an issue ask for the cards of their issue again and again."""
_apart = _Lately(lambda page, _: _unpacked(_APART, page.packs), 1024)
_card = _Lately(lambda page, at: _unpacked(Card, page.packed(at)), 1024)
"""The articles of an issue are related to the same few earlier ones."""


class CardRef(NamedTuple):
    """An article by where it stands: what lists hold while they are planned."""

    page: PageCard
    """Its newspaper page."""
    at: int
    """Its place there, from 0."""

    @property
    def card(self) -> Card:
        """Its card."""
        return self.page.card(self.at)


def cards_of(pages: Iterable[PageCard]) -> list[Card]:
    """The articles of these pages, in order."""
    return [card for page in pages for card in page.cards]


class Sheet(Record, frozen=True):
    """A newspaper page without bodies, with what says which issue it belongs to: what gathering needs of it."""

    key: str
    """The key of its issue."""
    date: str
    """The issue's date, EDTF; empty where unknown."""
    number: str
    """总期号; empty where unknown."""
    edition: str
    """增刊 …; empty for the daily paper."""
    card: PageCard
    """The page."""


class IssueCard(Record, frozen=True):
    """A day's paper as the archive holds it: no bodies."""

    key: str
    """What makes it one issue: `2022-05-18`, `2022-05-18+extra`, `undated-f016e08b`."""
    address: str
    """Its address in the site: `2022/05/18/index.html`."""
    date: str
    """EDTF; empty where unknown."""
    number: str
    """总期号; empty where unknown."""
    edition: str
    """增刊 …; empty for the daily paper."""
    pages: tuple[PageCard, ...]
    """Its pages, ordered."""
    digest: str
    """The digest of everything that was read for it."""


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


def stands_for(page: PageCard) -> str:
    """What stands in keys for all cards of a newspaper page: they follow from its source."""
    return f"{page.source}\0{page.part}\0{page.digest}"


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

"""What a bibliography has to know of an article, taken from it once for every form of citing it.

Citations, embedded metadata and citation files all print the same few facts. Here they are chosen and cleaned, so that
no control character, no doubled space and no space inside a Chinese name can reach any of them.
"""

from __future__ import annotations

from functools import lru_cache

from wanbao.conventions import COMPOUND_SURNAMES, SURNAMES
from wanbao.dates import iso_prefix
from wanbao.errors import Record
from wanbao.newspaper import Newspaper
from wanbao.patterns import HAN, regex
from wanbao.records import Article, Contributor, ContributorRole
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard
from wanbao.traditional import simplified

WRITERS: tuple[ContributorRole, ...] = ("reporter", "correspondent", "author", "commentator", "intern", "compiler")
"""Who is an author of the text. Photographers and artists are credited, not cited; page editors are no contributors."""

_NOT_TEXT = regex(
    "[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""What no citation may hold: control characters, marks of direction, halves of characters, what is no character."""
_HAN = regex(f"[{HAN}]")
_HAN_NAME = regex(f"[{HAN}]{{2,4}}")
_COMPOUND = frozenset(COMPOUND_SURNAMES)


class Imprint(Record, frozen=True):
    """Where and when a text was printed, which is the same for all articles of a newspaper page, so that what is said
    of it is made once for them. Every text is one line; what is unknown is empty."""

    newspaper: str
    """The paper's name."""
    publisher: str = ""
    """Who publishes the paper."""
    place: str = ""
    """Where the paper is published."""
    language: str = "zh-Hans"
    """The language of the text (BCP 47)."""
    date: str = ""
    """The date of issue, EDTF."""
    page: str = ""
    """版次."""
    section: str = ""
    """版名."""
    edition: str = ""
    """增刊, 特刊, 号外 …"""
    issue_number: str = ""
    """总期号."""
    further: tuple[str, ...] = ()
    """版次 of the pages on which it goes on (下转)."""

    @property
    def pages(self) -> tuple[str, ...]:
        """版次 of all pages it is printed on, each once."""
        if not self.further:  # nearly always
            return (self.page,) if self.page else ()
        return tuple(dict.fromkeys(filter(None, (self.page, *self.further))))

    @property
    def pages_told(self) -> str:
        """The same as one text, as most forms of citation have it: `A01, A06`."""
        return ", ".join(self.pages)

    @property
    def chinese(self) -> bool:
        """Whether the text is Chinese, which settles 等 or et al. and the marks of some styles."""
        return self.language.split("-")[0].lower() == "zh"

    @property
    def day(self) -> str:
        """What is certain of the date: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or empty; an estimate loses its marks."""
        return iso_prefix(self.date)

    @property
    def estimated(self) -> bool:
        """Whether the date is marked as uncertain or approximate."""
        date = self.date
        return "~" in date or "?" in date or "%" in date


class Reference(Record, frozen=True):
    """An article as a bibliography sees it. Every text is one line; what is unknown is empty."""

    id: str
    """The permanent id: `mmwb-20220518-A02-3`."""
    title: str
    """The headline, its separate clauses joined by one space; the kicker is not part of it, and the deck only where the
    headline ends in a colon or dash."""
    imprint: Imprint
    """Where and when it was printed."""
    authors: tuple[str, ...] = ()
    """Who wrote it, each once, in order of print, roles dropped; a Chinese name holds no space."""
    url: str = ""
    """The absolute address; empty where the site has none."""
    abstract: str = ""
    """The first words of the text."""


def imprint(newspaper: Newspaper, issue: IssueCard, page: PageCard, language: str) -> Imprint:
    """Where and when the articles of a newspaper page were printed."""
    return Imprint(
        newspaper=one_line(newspaper.name),
        publisher=one_line(newspaper.publisher),
        place=one_line(newspaper.place),
        language=one_line(language),
        date=page.date,
        page=one_line(page.number),
        section=one_line(page.section),
        edition=one_line(issue.edition),
        issue_number=one_line(issue.number),
    )


def reference(article: Article, card: Card, printed: Imprint, url: str = "") -> Reference:
    """What a bibliography has to know of the article; `url` is its absolute address or empty."""
    return Reference(
        id=card.id,
        title=one_line(article.title),
        imprint=printed,
        authors=authors(article.contributors),
        url=one_line(url).replace(" ", "%20"),
        abstract=one_line(card.excerpt),
    )


def authors(contributors: tuple[Contributor, ...]) -> tuple[str, ...]:
    """The names of those who wrote the text, each once, in order of print.

    A writer credited only in a caption (`文/图 记者…` under a picture) counts where nobody else is credited with
    writing; beside a byline, a caption credits the picture and not the text.
    """
    writers = [c for c in contributors if c.role in WRITERS]
    credited = [c for c in writers if c.where != "caption"] or writers
    names = (clean_name(c.name) for c in credited)
    return tuple(dict.fromkeys(name for name in names if name))


@lru_cache(maxsize=4096)
def clean_name(name: str) -> str:
    """The name in one line, without any space where it has a Han character: Zotero takes a space for the border
    between given name and family name."""
    line = one_line(name)
    return line.replace(" ", "") if _HAN.search(line) else line


def one_line(text: str) -> str:
    """The text with every run of white space as one space, without control and direction characters, lone
    surrogates and non-characters. Joiners and variation selectors stay: they are part of a character's shape."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(_NOT_TEXT.sub("", text).split())


known = lru_cache(maxsize=512)(one_line)
"""`one_line` for what is the same for many articles."""


@lru_cache(maxsize=4096)
def split_name(name: str) -> tuple[str, str]:
    """Family name and given name of a Chinese name; the given name is empty where the name is to stay whole.

    Whole stay names with a middle dot (`阿依古丽·买买提`), names in other letters, names that begin with no known
    surname (pen names: `晓风`), and four characters without a compound surname, whose border nothing tells
    (`尕玛多吉`).
    """
    if not _HAN_NAME.fullmatch(name):
        return name, ""
    surname = simplified(name[:2])
    length = 2 if surname in _COMPOUND else 1
    if not 1 <= len(name) - length <= 2 or (length == 1 and surname[0] not in SURNAMES):
        return name, ""
    return name[:length], name[length:]


def inverted(name: str) -> str:
    """`梁, 奈`: family name, comma, given name, as RIS and `citation_author` want it; or the whole name."""
    family, given = split_name(name)
    return f"{family}, {given}" if given else family


def locale(language: str) -> str:
    """The language as reference managers name it: language and region (`zh-CN`), not language and script."""
    return "zh-CN" if language in ("zh", "zh-Hans", "zh-Hans-CN") else language

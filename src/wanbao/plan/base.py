"""What all makers of files share: what is the same for all of them, and small entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, wraps
from itertools import islice
from typing import TypeVar

from wanbao import urls
from wanbao.dates import display, is_day, iso_prefix
from wanbao.errors import Note, Record
from wanbao.metatags import preview
from wanbao.newspaper import Newspaper
from wanbao.plan.dated import date_of, year_of
from wanbao.records import Place
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import cards_of
from wanbao.reference import one_line
from wanbao.strings import Strings
from wanbao.views.body import Doubt
from wanbao.views.entries import ArticleEntry, IssueEntry
from wanbao.views.head import Head, Link

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"
_DIGITS = ("", *"一二三四五六七八九")


class View(Record, frozen=True):
    """One file of the site before rendering."""

    address: str
    """Where it goes."""
    template: str
    """The template that prints it; empty where `data` is the file already."""
    record: object = None
    """The frozen record the template may see."""
    data: bytes = b""
    """The file itself, where no template makes it."""
    digest: str = ""
    """Its SHA-256, where it stays as it is published and nothing need be made."""


class Context(Record, frozen=True):
    """What is the same for every file of a build."""

    newspaper: Newspaper
    """The profile."""
    strings: Strings
    """The interface's texts."""
    about: str = ""
    """The maintainer's text for the about page, Markdown."""
    has_search: bool = True
    """Whether the site has a search."""

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self.newspaper.interface_language


def head(
    ctx: Context,
    address: str,
    title: str,
    *,
    here: str = "",
    nav: str = "",
    description: str = "",
    crumbs: Sequence[Link] = (),
    robots: str = "",
    previous: Link | None = None,
    following: Link | None = None,
    metas: str = "",
    json_ld: str = "",
    kind: str = "website",
) -> Head:
    """What every page has; the crumbs begin with home and end with this page, called `here` where its title is long.

    A page that says nothing of itself in `metas` and that may be found has what previews ask for; `kind` is its
    `og:type`."""
    canonical = urls.public(ctx.newspaper.base_url, address)
    if not (metas or robots):
        metas = _preview_of(ctx, address, title, canonical, description, kind)
    home = Link(urls.root(address) + urls.HOME, ctx.strings["home"])
    way = (home, *crumbs, Link("", here or title)) if crumbs or nav else ()
    return Head(
        address=address,
        root=urls.root(address),
        title=title,
        nav=nav,  # type: ignore[arg-type]
        description=description,
        canonical=canonical,
        crumbs=tuple(way) if address != urls.HOME else (),
        robots=robots,
        previous=previous,
        next=following,
        metas=metas,
        alternates=alternates(ctx.newspaper, urls.root(address)),
        json_ld=json_ld,
    )


def _preview_of(ctx: Context, address: str, title: str, canonical: str, description: str, kind: str) -> str:
    """What previews ask for; the home page is called as the newspaper is."""
    paper = one_line(ctx.newspaper.name)
    called = one_line(title) if address != urls.HOME else paper
    return preview(called, paper, ctx.language, canonical, one_line(description), kind)


def alternates(newspaper: Newspaper, root: str) -> tuple[tuple[str, str, str], ...]:
    """(media type, address, title) of the feeds, from a page that reaches the site's root by `root`."""
    name = newspaper.name
    further = ((JSON_FEED, root + urls.JSON_FEED, f"{name} (JSON Feed)"),) if newspaper.base_url else ()
    return ((ATOM, root + urls.FEED, name), *further)


T = TypeVar("T")
A = TypeVar("A")


def once(work: Callable[[Context, A], T]) -> Callable[[Context, A], T]:
    """The same function, which does not work again for the very thing, not only an equal one, that it was last asked
    for: that is quicker told than equality, of large things."""
    last: tuple[Context, A, T] | None = None

    @wraps(work)
    def ask(ctx: Context, thing: A) -> T:
        nonlocal last
        if last is None or last[0] is not ctx or last[1] is not thing:
            last = ctx, thing, work(ctx, thing)
        return last[2]

    return ask


class Answers(dict[A, T]):
    """What a function says of things, worked out once for each; to look it up takes no call."""

    def __init__(self, ctx: Context, work: Callable[[Context, A], T]) -> None:
        super().__init__()
        self.ctx = ctx
        self._work = work

    def __missing__(self, thing: A) -> T:
        self[thing] = found = self._work(self.ctx, thing)
        return found


MOST_ANSWERS = 4096
"""How many answers are remembered of a function."""


def answers(work: Callable[[Context, A], T]) -> Callable[[Context], Answers[A, T]]:
    """What the function says, as long as the process makes pages: in lists the same days, pages and roles come again
    and again."""
    known: Answers[A, T] | None = None

    @wraps(work)
    def of(ctx: Context) -> Answers[A, T]:
        nonlocal known
        if known is None or known.ctx is not ctx or len(known) > MOST_ANSWERS:
            known = Answers(ctx, work)
        return known

    return of


def nearest(things: Sequence[T], at: int, reach: int) -> tuple[T, ...]:
    """The thing at a place in a row with so many before it and so many behind it.

    What every page of a row lists of that row must be bounded: a file that is no newspaper's has a thousand pages or
    ten thousand articles, and each of them would list them all.
    """
    return tuple(things[max(0, at - reach) : at + reach + 1])


def in_a_row(ctx: Context, words: Iterable[str]) -> str:
    """Words of the site's own language one behind the other: `记者、摄影`, `Reporter, Photographer`."""
    rest = iter(words)
    row = next(rest, "")
    for word in rest:
        row = ctx.strings.text("in_a_row", before=row, word=word)
    return row


def page_label(ctx: Context, number: str) -> str:
    """`第A02版`, or the words for a page without a number."""
    return _page_label(ctx.strings, number)


@lru_cache(maxsize=512)
def _page_label(strings: Strings, number: str) -> str:
    return strings.text("page_label", page=number) if number else strings["page_unknown"]


def text_language(ctx: Context, place: Place) -> str:
    """The language of a newspaper page's text; empty where it is the newspaper's."""
    return "" if place.language == ctx.newspaper.language else place.language


def role_label(ctx: Context, role: str) -> str:
    """A contributor's role for display."""
    return ctx.strings[f"role_{role}"]


def series_part(ctx: Context, number: int) -> str:
    """Which part of a series an article is, as the paper would print it: `之二`."""
    shown = str(number)
    if ctx.language.startswith("zh") and number < 100:
        tens, ones = divmod(number, 10)
        shown = ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + _DIGITS[ones]
    return ctx.strings.text("series_part", n=shown)


def list_crumbs(ctx: Context, origin: str, issue: IssueCard) -> list[Link]:
    """The way to an issue: its year, or the list of undated issues."""
    if is_day(issue.date):
        return [Link(urls.relative(origin, urls.year(year_of(issue))), year_of(issue))]
    return [Link(urls.relative(origin, urls.UNDATED), ctx.strings["undated"])]


def issue_crumbs(ctx: Context, origin: str, issue: IssueCard) -> list[Link]:
    """The way to what an issue holds."""
    return [*list_crumbs(ctx, origin, issue), Link(urls.relative(origin, issue.address), date_of(ctx.language, issue))]


def doubt(ctx: Context, note: Note, ledger: str) -> Doubt:
    """A doubtful reading as the reader is told of it; `ledger` is the link to the source, line by line."""
    told = _doubt(ctx.strings, note.code, note.taken, note.refused)
    return Doubt(told, f"{ledger}#L{note.line}" if note.line else ledger, note.line)


@lru_cache(maxsize=512)  # an article and its newspaper page tell of the same
def _doubt(strings: Strings, code: str, taken: str, refused: str) -> str:
    return strings.text(f"doubt_{code.lower()}", taken=_reading(strings, taken), refused=_reading(strings, refused))


def _reading(strings: Strings, words: str) -> str:
    """A reading in the reader's language, where it is one of the parser's own words and not a piece of the text."""
    for whose in ("another", "this"):
        if words.endswith(f" of {whose} article"):
            inner = _reading(strings, words.removesuffix(f" of {whose} article"))
            return strings.text(f"reading_of_{whose}", reading=inner)
    name = words.replace(" ", "_")
    key = next((key for key in (f"reading_{name}", f"block_{name}") if key in strings), "")
    return strings[key] if key else words


def article_entry(
    ctx: Context, origin: str, card: Card, *, hint: str = "", with_excerpt: bool = False, under: str = ""
) -> ArticleEntry:
    """An article in a list on the page `origin`; `under` is the list's own heading, which no kicker says again."""
    names = dict.fromkeys([name for name, role, _ in card.contributors if role != "photographer"])
    kicker = card.above
    hint = with_origin(ctx, hint, card.continues) if card.continues else hint
    return ArticleEntry(
        link=Link(urls.relative(origin, card.address), card.title, hint),
        kicker="" if kicker == under else kicker,
        excerpt=card.excerpt if with_excerpt else "",
        credits="、".join(names),
        kind=card.kind,
        doubts=card.doubts,
    )


def when_and_where(ctx: Context, date: str, page: str) -> str:
    """The date and page of an article, for lists that span issues."""
    when, where = display(date, ctx.language), page_label(ctx, page) if page else ""
    return f"{when} {where}" if when and where else when or where


def with_origin(ctx: Context, hint: str, page: str) -> str:
    """A hint to an article that goes on from a page, which says so: it is no article of its own."""
    told = ctx.strings.text("continued_from", page=page)
    return f"{hint} · {told}" if hint else told


def issue_entry(ctx: Context, origin: str, issue: IssueCard, leads: int = 0) -> IssueEntry:
    """An issue in a list on the page `origin`, with its first headlines."""
    return IssueEntry(
        link=Link(urls.relative(origin, issue.address), date_of(ctx.language, issue)),
        datetime=iso_prefix(issue.date),
        pages=len(issue.pages),
        articles=sum(page.articles for page in issue.pages),
        leads=tuple(article_entry(ctx, origin, card, with_excerpt=True) for card in _leading(issue, leads)),
        source="" if is_day(issue.date) else issue.pages[0].source,
    )


def _leading(issue: IssueCard, number: int) -> list[Card]:
    """The first so many articles of an issue that are no boxes or notices, if it has any others. No more pages are
    unpacked than it takes."""
    cards = (card for page in issue.pages for card in page.cards)
    titled = list(islice((card for card in cards if card.kind not in ("box", "notice")), number))
    return titled or cards_of(issue.pages)[:number]

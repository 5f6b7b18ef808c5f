"""What an understood page is to the rest of the archive: its issue, its addresses and a card for every article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from operator import attrgetter

from wanbao import urls
from wanbao.dates import is_day
from wanbao.errors import Note
from wanbao.newspaper import Newspaper, listed_as
from wanbao.parse.numbers import without_numbers
from wanbao.records import Article, Contributor, ContributorRole, Evidence, Page, Source
from wanbao.records.card import Card
from wanbao.records.issue import Sheet
from wanbao.records.pagecard import PageCard
from wanbao.related import names_of
from wanbao.sametext import text_digest
from wanbao.series import series_of
from wanbao.text import count_han

EXCERPT = 120
"""How many characters of the body a list may show."""


def stamp_of(source: Source) -> str:
    """The name of a page that prints neither date nor number: eight hex digits of the SHA-256 of its text.

    Front matter, blank lines at the ends and the numbers fixed for articles do not count, so writing down what is known
    about a page does not move it.
    """
    body = "".join(source.text.split("\n", source.front_matter_lines)[source.front_matter_lines :]).strip()
    return sha256(without_numbers(body).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def sheet_of(source: Source, page: Page, part: int, newspaper: Newspaper) -> tuple[Sheet, tuple[Note, ...]]:
    """The page without bodies, and what is missing to place it in the paper."""
    place = page.place
    date, number, section, edition = map(_value, (place.date, place.page_number, place.section, place.edition))
    stamp = "" if is_day(date) and number else stamp_of(source)
    key = urls.issue_key(date, edition, place.name or stamp)
    folder = urls.page_folder(key, number, stamp)
    cards = tuple(_card(article, newspaper, key, folder, date, number, section) for article in page.articles)
    numbers = tuple(article.number for article in page.articles)
    card = PageCard.of(
        address=urls.page(folder),
        number=number,
        section=section,
        source=source.path,
        digest=source.digest,
        cards=cards,
        doubts=sum(note.severity == "doubt" for note in page.notes),
        jumps=tuple((a.order, jump.direction, jump.page) for a in page.articles for jump in a.jumps),
        part=part,
        date=date,
        numbers=() if numbers == tuple(range(1, len(numbers) + 1)) else numbers,
    )
    return Sheet(key, date, _value(place.issue_number), edition, card), tuple(
        _missing(source, date, number, place.name)
    )


def _value(evidence: Evidence | None) -> str:
    return evidence.value if evidence else ""


def _missing(source: Source, date: str, number: str, name: str) -> list[Note]:
    """What is missing to place a page in the paper; `name` is the lasting name of its issue, where it has one."""
    notes = []
    if not date:
        remedy = "name the file by its date (2022-05-18/A02.md) or write `date:` at its head, once it is known"
        if not (name and number):
            keys = "`id:`" if number else "`page:`" if name else "`id:` and `page:`"
            make = "makes" if name or number else "make"
            remedy += f"; until then its address changes with its text, unless {keys} there {make} it last"
        notes.append(Note("W110", "nothing tells the date of this page; it is shown as undated", remedy, source.path))
    if not number:
        remedy = "write `page:` at its head, once it is known"
        notes.append(Note("W111", "nothing tells the number of this page", remedy, source.path, source.first_line))
    return notes


def _card(article: Article, newspaper: Newspaper, key: str, folder: str, date: str, number: str, section: str) -> Card:
    texts = [passage.text for passage in article.body if passage.kind != "image"]
    credits = _first_said(article.credited, lambda credit: credit.role_printed or credit.role)
    signed = _first_said(article.contributors, attrgetter("organisation"))
    persons = _first_said(article.contributors, lambda credit: listed_as(newspaper.persons, credit))
    return Card(
        id=urls.article_id(newspaper.short, key, folder, article.number),
        address=urls.article(folder, article.number),
        title=article.title,
        kicker="　".join(article.kicker_lines),
        date=date,
        page=number,
        section=section,
        order=article.order,
        kind=article.kind,
        contributors=tuple((name, role, printed) for (name, role), printed in credits.items()),
        excerpt=_excerpt(article),
        han=count_han("".join(texts)),
        doubts=sum(note.severity == "doubt" for note in article.notes),
        names=names_of(article),
        series=series_of(article),
        organisations=tuple(signed.get(one, "") for one in credits) if signed else (),
        persons=tuple(persons.get(one, "") for one in credits) if newspaper.persons else (),
        text=text_digest(article),
        continues=next((jump.page for jump in article.jumps if jump.direction == "from"), ""),
    )


_Credit = tuple[str, ContributorRole]
"""A name and the role it is credited in."""


def _first_said(credits: Iterable[Contributor], says: Callable[[Contributor], str]) -> dict[_Credit, str]:
    """For every name and role, in order, the first that its credits say, if any says something."""
    found: dict[_Credit, str] = {}
    for credit in credits:
        if said := says(credit):
            found.setdefault((credit.name, credit.role), said)
    return found


def _excerpt(article: Article) -> str:
    """The first words of the first paragraph, or of whatever comes first where there is none."""
    passages = [p for p in article.body if p.kind == "paragraph"] or [p for p in article.body if p.text.strip()]
    if not passages:
        return ""
    text = passages[0].text.replace("\n", " ").strip()
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rstrip() + "…"

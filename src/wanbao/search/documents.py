"""What search knows of an article: every text in which it may be found, and what a result shows.

A `SearchDoc` is made of an article's records, or built by hand in a test. Its **fields** are the folded texts that a
query is compared with; `fields` here and `fieldsOf` in `text.js` cut them alike.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple
from unicodedata import normalize

from wanbao import urls
from wanbao.authorlines import authors_for_reader
from wanbao.errors import Record
from wanbao.records import Article, Contributor, ContributorRole, Passage
from wanbao.records.card import Card
from wanbao.search.fold import fold, units
from wanbao.text import letters_alone

_CLOSING = '。！？…”’）】》；：.!?":;)'
"""What a finished paragraph ends with; one that ends otherwise was cut by a column and is read on."""


class Piece(NamedTuple):
    """One piece of the body."""

    anchor: str
    """The id of its element in the article's page: `p3`."""
    text: str
    """Its text as the reader sees it."""
    continues: bool = False
    """True where it reads on from the piece before: a word may be cut between the two."""


class SearchDoc(Record, frozen=True):
    """An article as search sees it."""

    address: str
    """Its address in the site."""
    title: str
    """What it is called."""
    kicker: str = ""
    """引题."""
    deck: str = ""
    """副题."""
    byline: str = ""
    """Datelines, bylines and signature as the reader sees them, separated by `\\n`."""
    body: tuple[Piece, ...] = ()
    """Paragraphs, subheads, captions, tables, lists and verse, in reading order."""
    variants: tuple[str, ...] = ()
    """Other readings by which it must be found: what was printed where a correction says otherwise, clean names."""
    date: str = ""
    """The issue's date, EDTF; empty where unknown."""
    page: str = ""
    """版次; empty where unknown."""
    section: str = ""
    """版名; empty where unknown."""
    contributors: tuple[tuple[str, ContributorRole], ...] = ()
    """(clean name, role), each pair once."""
    series: tuple[tuple[str, str], ...] = ()
    """(name, address of its page) of every standing column and series it belongs to."""
    continues: str = ""
    """The page from which it goes on (上接); empty where it begins here."""


def doc_of_article(card: Card, article: Article, others: Iterable[Contributor] = ()) -> SearchDoc:
    """What search knows of an article. Body passages are anchored `p1`, `p2` … in order. `others` are credited in the
    other parts of an article that goes on upon another page: who wrote it wrote all of it."""
    credits = [*card.contributors, *((one.name, one.role, "") for one in others)]
    lines = [authors_for_reader(line, article.contributors) for line in (*article.bylines, article.signature) if line]
    byline = normalize("NFC", "\n".join(dict.fromkeys(lines)))
    body = tuple(_pieces(article.body))
    return SearchDoc(
        address=card.address,
        title=card.title,
        kicker="\n".join(article.kicker_lines) or card.above,
        deck="\n".join(article.deck_lines),
        byline=byline,
        body=body,
        variants=tuple(dict.fromkeys(normalize("NFC", text) for text in _variants(card, article, byline, body))),
        date=card.date,
        page=card.page,
        section=card.section,
        contributors=tuple(dict.fromkeys((name, role) for name, role, _ in credits)),
        series=tuple((name, urls.series(name)) for name, _ in card.series),
        continues=card.continues,
    )


def _variants(card: Card, article: Article, byline: str, body: Sequence[Piece]) -> Iterator[str]:
    """What was printed where the text says otherwise, and names, of people and columns, that no text spells so."""
    if article.headline and not _alike(article.headline, card.title):
        yield article.headline
    for passage in article.body:
        if passage.printed != passage.text and not _alike(passage.printed, passage.text):
            yield passage.printed
    printed = "\n".join([byline, *(piece.text for piece in body)]).replace(" ", "").replace("\u3000", "")
    for person in article.contributors:
        for name in (person.printed, person.name):
            # Nearly every name stands there as it is; to fold all texts for each would cost more than to index them.
            if name and name.replace(" ", "") not in printed and _letters(name) not in _letters(printed):
                yield name
    if card.series:
        heads = (*article.kicker_lines, card.above, card.title, *article.deck_lines)
        yield from (name for name, _ in card.series if not any(name in line for line in heads))


def _alike(one: str, other: str) -> bool:
    """Whether two texts differ in marks and spaces alone: such are no two readings."""
    return letters_alone(one) == letters_alone(other) or _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return units(fold(text)).replace("\0", "")


def _pieces(body: Sequence[Passage]) -> list[Piece]:
    pieces: list[Piece] = []
    open_ended = False
    for number, passage in enumerate(body, 1):
        is_paragraph = passage.kind == "paragraph"
        text = normalize("NFC", passage.text)
        if text:
            pieces.append(Piece(f"p{number}", text, open_ended and is_paragraph))
            open_ended = is_paragraph and text[-1] not in _CLOSING
    return pieces


def fields(doc: SearchDoc, quotes: bool = False) -> tuple[str, ...]:
    """The folded texts of an article, the title first. A match never crosses from one to the next."""
    return tuple(fold(text, quotes) for text in texts(doc))


def texts(doc: SearchDoc) -> tuple[str, ...]:
    """The texts of an article as printed, the title first, paragraphs that a column cut made whole."""
    flows: list[str] = []
    for piece in doc.body:
        if piece.continues and flows:
            flows[-1] += piece.text
        else:
            flows.append(piece.text)
    heads = (doc.title, doc.kicker, doc.deck, *doc.byline.split("\n"))
    return (*heads, *flows, *doc.variants)


def row(doc: SearchDoc) -> list[object]:
    """An article as the plain lists and texts that stand in its text file, in the order of the fields; of one that
    belongs to no column or series and goes on from no page, nothing is said of these."""
    body = [[piece.anchor, piece.text, int(piece.continues)] for piece in doc.body]
    people = [list(pair) for pair in doc.contributors]
    heads = [doc.address, doc.title, doc.kicker, doc.deck, doc.byline]
    series = [list(pair) for pair in doc.series]
    rest = [series, doc.continues] if doc.continues else [series] if series else []
    return [*heads, body, list(doc.variants), doc.date, doc.page, doc.section, people, *rest]


def doc_of_row(values: list[object]) -> SearchDoc:
    """The article of such lists. Raises TypeError or ValueError where they are none."""
    address, title, kicker, deck, byline, body, variants, date, page, section, people, *rest = values
    series = rest[0] if rest else ()
    return SearchDoc(
        address=str(address),
        title=str(title),
        kicker=str(kicker),
        deck=str(deck),
        byline=str(byline),
        body=tuple(Piece(anchor, text, bool(joined)) for anchor, text, joined in body),  # type: ignore[attr-defined]
        variants=tuple(variants),  # type: ignore[arg-type]
        date=str(date),
        page=str(page),
        section=str(section),
        contributors=tuple((name, role) for name, role in people),  # type: ignore[attr-defined]
        series=tuple((name, way) for name, way in series),  # type: ignore[attr-defined]
        continues=str(rest[1]) if rest[1:] else "",
    )


def digest_of(docs: Sequence[SearchDoc]) -> str:
    """32 hex digits that change with anything search knows of these articles."""
    text = json.dumps([row(doc) for doc in docs], ensure_ascii=False, separators=(",", ":"))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

"""Texts that were printed twice: told by a digest of their letters, so that marks, blanks and breaks do not count.

Each card keeps the digest of its text, and each page those of its articles in a row; an archive of 100,000 articles is
looked through in some milliseconds, and no text is read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from struct import unpack

from wanbao.errors import Note
from wanbao.records import Article
from wanbao.records.pagecard import PageCard
from wanbao.text import letters_alone, shortened

SHORTEST = 60
"""A text of fewer letters says little: weather, thanks and corrections are the same every day."""
_SIZE = 8
_LONGEST_TITLE = 24
_Row = tuple[int, ...]
"""The digests of the texts of a page as numbers, in order; 0 for a short one."""


def text_digest(article: Article) -> str:
    """16 hex digits that texts of the same letters share; empty for a short text."""
    text = letters_alone("".join([passage.text for passage in article.body if passage.kind != "jump"]))
    if len(text) < SHORTEST:
        return ""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def repeated(pages: Sequence[PageCard]) -> Iterator[Note]:
    """Pages that print again what an earlier one has (W125), and texts that stand twice on one page (W126).

    A text that another page has too is no fault by itself: papers print again what they want to. Half of a page is.
    """
    often = _printed_often(pages)
    if not often:
        return
    earlier: dict[int, PageCard] = {}
    for page in pages:
        row = _row(page.texts)
        if often.isdisjoint(row):
            continue
        texts = {number for number in row if number}
        yield from _on_the_page(page, row)
        yield from _of_an_earlier_page(page, texts, earlier)
        for number in texts & often:
            earlier.setdefault(number, page)


def _row(texts: bytes) -> _Row:
    return unpack(f">{len(texts) // _SIZE}Q", texts)


def _printed_often(pages: Sequence[PageCard]) -> set[int]:
    """The texts that these pages have more than once; of most archives there is none, which is told at once."""
    numbers = _row(b"".join([page.texts for page in pages]))
    kinds = set(numbers)
    if len(numbers) - numbers.count(0) == len(kinds) - (0 in kinds):
        return set()
    return {number for number, times in Counter(numbers).items() if times > 1 and number}


def _on_the_page(page: PageCard, row: _Row) -> Iterator[Note]:
    """A note for every text that stands a second time on its page."""
    first: dict[int, int] = {}
    for at, number in enumerate(row):
        if number and first.setdefault(number, at) != at:
            one, other = page.card(first[number]), page.card(at)
            title = shortened(other.title, _LONGEST_TITLE)
            told = f"“{title}” ({other.address}) has the same text as {one.address} on this page"
            yield Note("W126", told, "take one of them out, if the page prints it once", page.source)


def _of_an_earlier_page(page: PageCard, texts: set[int], earlier: Mapping[int, PageCard]) -> Iterator[Note]:
    """A note where half of the texts of a page stand on one page before it; `earlier` has the first page of each."""
    before = [earlier[number] for number in texts if number in earlier]
    for address, shared in Counter(other.address for other in before).most_common(1):
        if 2 * shared >= len(texts):
            other = next(other for other in before if other.address == address)
            where = other.source if other.source != page.source else address
            told = f"{shared} of the {page.articles} articles have the same text as in {where}"
            remedy = "if it is the same page, take one out or give it its right date and number"
            yield Note("W125", told, remedy, page.source)

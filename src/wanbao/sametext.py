"""Texts that were printed twice: told by a digest of their letters, so that marks, blanks and breaks do not count.

Each card keeps the digest of its text, and each page those of its articles in a row; an archive of 100,000 articles is
looked through in some milliseconds, and no text is read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from struct import unpack

from wanbao.errors import Note
from wanbao.patterns import regex
from wanbao.records import Article
from wanbao.records.pagecard import PageCard

SHORTEST = 60
"""A text of fewer letters says little: weather, thanks and corrections are the same every day."""
_SIZE = 8
_NO_LETTERS = regex(r"[\W_]+")
_Row = tuple[int, ...]


def text_digest(article: Article) -> str:
    """16 hex digits that texts of the same letters share; empty for a short text."""
    text = _NO_LETTERS.sub("", "".join([passage.text for passage in article.body if passage.kind != "jump"]))
    if len(text) < SHORTEST:
        return ""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def repeated(pages: Sequence[PageCard]) -> Iterator[Note]:
    """Pages that print again what an earlier one has (W125), and texts that stand twice on one page (W126).

    A text that another page has too is no fault by itself: papers print again what they want to. Half of a page is.
    """
    numbers = _row(b"".join([page.texts for page in pages]))
    kinds = set(numbers)
    if len(numbers) - numbers.count(0) == len(kinds) - (0 in kinds):
        return
    often = {number for number, times in Counter(numbers).items() if times > 1 and number}
    earlier: dict[int, PageCard] = {}
    for page in pages:
        row = _row(page.texts)
        if often.isdisjoint(row):
            continue
        yield from _on_the_page(page, row)
        texts = {number for number in row if number}
        first = Counter(earlier[number].address for number in texts if number in earlier)
        for address, shared in first.most_common(1):
            if 2 * shared >= len(texts):
                other = next(one for one in map(earlier.get, texts) if one is not None and one.address == address)
                yield _printed_again(page, other, shared)
        for number in texts & often:
            earlier.setdefault(number, page)


def _row(texts: bytes) -> _Row:
    return unpack(f">{len(texts) // _SIZE}Q", texts)


def _on_the_page(page: PageCard, row: _Row) -> Iterator[Note]:
    """A note for every text that stands a second time on its page."""
    first: dict[int, int] = {}
    for at, number in enumerate(row):
        if number and first.setdefault(number, at) != at:
            one, other = page.card(first[number]), page.card(at)
            told = f"“{_short(other.title)}” ({other.address}) has the same text as {one.address} on this page"
            yield Note("W126", told, "take one of them out, if the page prints it once", page.source)


def _printed_again(page: PageCard, other: PageCard, shared: int) -> Note:
    where = other.source if other.source != page.source else other.address
    told = f"{shared} of the {page.articles} articles have the same text as in {where}"
    return Note("W125", told, "if it is the same page, take one out or give it its right date and number", page.source)


def _short(title: str) -> str:
    return title if len(title) <= 24 else f"{title[:23]}…"

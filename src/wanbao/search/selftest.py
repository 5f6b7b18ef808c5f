"""Proves a written index: substrings of known articles are asked of the published files, and no answer may be wrong.

The sample decides the price. Within it, recall and precision are exact: every article of the sample that contains the
substring must be found, and none that does not.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, NamedTuple

from wanbao.errors import Note
from wanbao.search.documents import SearchDoc, fields
from wanbao.search.query import agrees, parse
from wanbao.search.reader import Read, Search
from wanbao.search.write import HEAD

LENGTHS = range(1, 9)
PER_ISSUE = 16
"""How many articles of an issue a proof looks at, at most."""
_ABSENT = 4

Folded = dict[tuple[str, int], dict[bool, tuple[str, ...]]]
"""(issue key, number) of an article of the sample → its fields, without and with quotation marks."""


class Sample(NamedTuple):
    """An article whose text is known, and where the index must have it."""

    issue_key: str
    """The key of its issue."""
    number: int
    """Its number among the issue's articles, from 0, as they were given to `run_of_issue`."""
    doc: SearchDoc
    """The article."""


def selftest(read: Read, sample: Sequence[Sample], seed: int, per_length: int = 4) -> tuple[Note, ...]:
    """Ask the published files for substrings of the sample's articles; a note for every wrong answer.

    `read` is handed an address below the site's root and answers with the bytes of that file; `sample` holds articles
    of the archive as they are indexed now. The same seed and sample ask the same questions.
    """
    try:
        return _prove(Search(read), sample, random.Random(seed), per_length) if sample else ()
    except _UNREADABLE as broken:
        return (_unreadable(broken),)


def check_index(read: Read, seed: int = 0, per_length: int = 4) -> tuple[Note, ...]:
    """The same for a site of which nothing else is known: the sample is taken from its own text files."""
    try:
        search = Search(read)
        sample = [
            Sample(key, number, doc)
            for key, docs in search.some_issues()
            for number, doc in some(list(enumerate(docs)))
        ]
        return _prove(search, sample, random.Random(seed), per_length) if sample else ()
    except _UNREADABLE as broken:
        return (_unreadable(broken),)


def some(articles: Sequence[Any]) -> Sequence[Any]:
    """At most `PER_ISSUE` of these, from all over: what is enough of an issue for a proof."""
    return articles[:: len(articles) // PER_ISSUE + 1]


_UNREADABLE = (OSError, KeyError, ValueError, IndexError, TypeError)


def _unreadable(broken: Exception) -> Note:
    remedy = "Build again; if it stays, empty the cache."
    return Note("E404", f"the search index cannot be read: {broken}", remedy, path=HEAD)


def _prove(search: Search, sample: Sequence[Sample], draw: random.Random, per_length: int) -> tuple[Note, ...]:
    folded = {(key, n): {False: fields(doc), True: fields(doc, quotes=True)} for key, n, doc in sample}
    queries = _queries(draw, sample, per_length)
    return tuple(note for query in queries for note in _ask(search, query, sample, folded))


def _queries(draw: random.Random, sample: Sequence[Sample], per_length: int) -> list[str]:
    texts = [(doc.title, *(piece.text for piece in doc.body)) for _, _, doc in sample]
    queries = []
    for length in LENGTHS:
        for _ in range(per_length):
            text = draw.choice(draw.choice(texts))
            start = draw.randrange(max(1, len(text) - length + 1))
            queries.append(text[start : start + length])
    letters = sorted({character for text in texts for part in text for character in part})
    if letters:
        queries += ["".join(draw.choices(letters, k=6)) for _ in range(_ABSENT)]
    return [query for query in dict.fromkeys(queries) if parse(query)]


def _ask(search: Search, query: str, sample: Sequence[Sample], folded: Folded) -> list[Note]:
    terms = parse(query)
    known = {(key, number): doc.address for key, number, doc in sample}
    expected = {place: known[place] for place, texts in folded.items() if agrees(texts, terms)}
    found = {place: known[place] for place in search.places(query, known)}
    remedy = "Build again; if it stays, please report it with this query."
    return [
        Note("E404", f"searching for “{query}” {what} {right[place]}", remedy, path=right[place])
        for what, right, wrong in (("misses", expected, found), ("wrongly finds", found, expected))
        for place in sorted(right.keys() - wrong.keys())
    ]

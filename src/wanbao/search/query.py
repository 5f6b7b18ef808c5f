"""What a reader asks: a line of text cut into terms. `query.js` cuts it alike.

甲乙 丙        both terms
"甲“乙”丙"     exactly this, quotation marks included
-丁            without this
C9* 第202*     the last word may go on
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from wanbao.errors import Record
from wanbao.search.documents import SearchDoc, fields
from wanbao.search.fold import DOUBLE_QUOTES, SPACES, WORD, contains, fold, is_code, units

END = 0
"""The second unit of the pair that says: a mark, or the end of a field, follows."""


class Needs(NamedTuple):
    """What the index must hold of a term, if an article is to contain it."""

    pairs: tuple[int, ...]
    """Pairs of neighbours, each once, in order."""
    lone: tuple[int, ...]
    """Units that stand alone between marks or are the whole term."""
    words: tuple[str, ...]
    """Words."""
    prefix: str
    """How a word begins; empty for none."""
    certain: bool
    """Whether an article that has all this surely contains the term, so that its text need not be looked at."""


class Term(Record, frozen=True):
    """One term of a query."""

    folded: str
    """The folded text."""
    exact: bool = False
    """Whether quotation marks count."""
    negative: bool = False
    """Whether an article must not contain it."""
    prefix: bool = False
    """Whether its last word may go on."""


def parse(query: str) -> tuple[Term, ...]:
    """The terms of a query, in order, each once; terms of nothing but marks are left out."""
    text = normalize("NFC", query)
    terms: list[Term] = []
    at = 0
    while at < len(text):
        if text[at] in SPACES:
            at += 1
            continue
        negative = text[at] in "-－" and at + 1 < len(text) and text[at + 1] not in SPACES
        at += negative
        closing = _closing(text, at) if text[at] in DOUBLE_QUOTES else 0
        end = closing or _word_end(text, at)
        raw = text[at + 1 : end] if closing else text[at:end]
        terms.append(_term(raw, exact=bool(closing), negative=negative))
        at = end + 1
    return tuple(term for term in dict.fromkeys(terms) if units(fold(term.folded)).strip("\0"))


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at] not in SPACES:
        at += 1
    return at


def _closing(text: str, at: int) -> int:
    """The quotation mark that closes the one at `at`: the next that ends a term; 0 for none."""
    for place in range(at + 2, len(text)):
        if text[place] in DOUBLE_QUOTES and (place + 1 == len(text) or text[place + 1] in SPACES):
            return place
    return 0


def _term(raw: str, exact: bool, negative: bool) -> Term:
    bare = raw if exact else raw.rstrip("*＊")
    folded = fold(bare, quotes=exact)
    ends_in_word = [found.end() for found in WORD.finditer(folded)][-1:] == [len(folded)]
    return Term(folded, exact, negative, prefix=len(bare) < len(raw) and ends_in_word)


def needs(term: Term) -> Needs:
    """What to look up for a term."""
    sequence = units(fold(term.folded))
    words = [found.group() for found in WORD.finditer(fold(term.folded))]
    prefix = words.pop() if term.prefix else ""
    runs = (sequence[:-1] if prefix else sequence).split("\0")
    pairs: list[int] = []
    lone: list[int] = []
    for number, run in enumerate(runs):
        points = _points(run)
        last = number + 1 == len(runs)
        if len(points) == 1 and last and not is_code(run):
            lone += points
        elif len(points) > 1 or not last:
            pairs += [before << 16 | after for before, after in pairwise([*points, *([] if last else [END])])]
    if prefix:
        lone = []
    plain = "\0" not in sequence and not (term.exact and ('"' in term.folded or "'" in term.folded))
    short = len(_points(sequence)) == 2 and not term.exact and not any(map(is_code, sequence))
    certain = plain and (len(sequence) == 1 or short)
    return Needs(tuple(dict.fromkeys(pairs)), tuple(lone), tuple(dict.fromkeys(words)), prefix, certain)


def _points(run: str) -> list[int]:
    data = run.encode("utf-16-be", "surrogatepass")
    return [data[at] << 8 | data[at + 1] for at in range(0, len(data), 2)]


def matches(doc: SearchDoc, terms: tuple[Term, ...], headline: bool = False) -> bool:
    """Whether an article answers a query, by its text: the meaning that everything else must agree with."""
    return agrees({exact: fields(doc, exact) for exact in {term.exact for term in terms}}, terms, headline)


def agrees(texts: Mapping[bool, tuple[str, ...]], terms: tuple[Term, ...], headline: bool = False) -> bool:
    """The same for an article whose fields were folded before: without (False) and with (True) quotation marks."""
    return all(
        any(contains(text, term.folded, term.prefix) for text in texts[term.exact][: 1 if headline else None])
        != term.negative
        for term in terms
    )

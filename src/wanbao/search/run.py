"""The run of an issue: what its articles give to the index, worked out once and remembered.

A run is the part of indexing that costs most (folding, cutting into pairs of units), and it needs nothing but the
issue. It is kept in the cache, never published. All numbers are little endian.

    json     a line of JSON: whether traditional, (page, section) of each article, words and names → articles
    pairs    for every article: how many pairs, then the pairs, rising, four bytes each
    titles   the same for headlines alone
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wanbao.patterns import regex
from wanbao.search.documents import SearchDoc, row, texts
from wanbao.search.fold import fold, is_traditional, unit_stream
from wanbao.search.pack import pack

FORMAT = 3
"""The version of everything search writes; it is part of every key and of the reader's code."""

TEXTS = 2
"""How many articles share a text file: more would be fewer files to write and more bytes for every result shown."""

TEXT_CODING = "gb18030"
"""How texts are written: two bytes to a Han character, which packs better than UTF-16, and read by every browser."""
_DISPUTED = regex("[\u1e3f\u9fa6-\u9fff\ud800-\uf8ff\ufe10-\ufe1f]")
"""What editions of that coding write differently, and half characters: written as JSON escapes."""

_BIG = sys.byteorder == "big"


class Run(NamedTuple):
    """What an issue gives to the index, but for its pairs (`read_lists`)."""

    traditional: bool
    """Whether its texts have traditional characters, so that a reader needs the table of these."""
    places: list[tuple[str, str]]
    """(page, section) of every article."""
    words: dict[str, list[int]]
    """The articles, from 0, in which each word stands; `@name` and `@name/role` for contributors."""


class Lists:
    """Lists of numbers, article after article in one stretch of memory: it takes what they are long and goes as whole,
    where a year of lists, each by itself, took twice that and left it in pieces."""

    __slots__ = ("bounds", "numbers")

    def __init__(self) -> None:
        self.numbers = array("I")
        """All of them."""
        self.bounds = [0]
        """Where the list of each article begins, and where the last one ends."""

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def of(self, doc: int) -> array[int]:
        """The list of an article."""
        return self.numbers[self.bounds[doc] : self.bounds[doc + 1]]

    def add(self, numbers: array[int]) -> None:
        """Add the list of the next article."""
        self.numbers.extend(numbers)
        self.bounds.append(len(self.numbers))


def run_of_issue(docs: Sequence[SearchDoc]) -> bytes:
    """The run of an issue's articles, in their order."""
    found: dict[str, list[int]] = {}
    pairs, titles = [], []
    traditional = False
    for number, doc in enumerate(docs):
        text = "\0".join(texts(doc))
        traditional = traditional or is_traditional(text)
        sequence, words = unit_stream(fold(text))
        for word in {*words, *_names(doc)}:
            found.setdefault(word, []).append(number)
        pairs.append(_pairs(sequence))
        titles.append(_pairs(unit_stream(fold(doc.title))[0]))
    head = {
        "traditional": traditional,
        "places": [(doc.page, doc.section) for doc in docs],
        "words": dict(sorted(found.items())),
    }
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return b"".join([line, b"\n", *_lists(pairs), *_lists(titles)])


def read_run(data: bytes) -> Run:
    """The run as it was; raises ValueError where the bytes are no run."""
    head = json.loads(data[: data.index(b"\n")].decode("utf-8", "surrogatepass"))
    return Run(head["traditional"], [(page, section) for page, section in head["places"]], head["words"])


def read_lists(data: bytes, pairs: Lists, titles: Lists) -> int:
    """Add the pairs of units of each article of a run, rising, the first unit times 65536 plus the second, and those of
    its headline; gives how many articles it has. Raises ValueError where the bytes are no run."""
    arrays = list(_arrays(memoryview(data)[data.index(b"\n") + 1 :]))
    docs = len(arrays) // 2
    if len(arrays) != 2 * docs:
        raise ValueError("the run of an issue is cut short")
    for lists, its in ((pairs, arrays[:docs]), (titles, arrays[docs:])):
        for numbers in its:
            lists.add(numbers)
    return docs


def text_files(issue_key: str, docs: Sequence[SearchDoc]) -> Iterator[tuple[str, bytes]]:
    """The text files of an issue: (address, bytes) for every `TEXTS` articles, in order."""
    for first in range(0, len(docs), TEXTS):
        rows = [row(doc) for doc in docs[first : first + TEXTS]]
        text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        yield text_file(issue_key, first), pack(_DISPUTED.sub(_escape, text).encode(TEXT_CODING))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def text_file(issue_key: str, number: int) -> str:
    """The file with the text of an issue's article, by its number from 0."""
    return f"search/text/{issue_key.replace('+', '-')}/{number // TEXTS}.js"


def _names(doc: SearchDoc) -> Iterator[str]:
    for name, role in doc.contributors:
        yield f"@{name}"
        yield f"@{name}/{role}"


def _pairs(sequence: str) -> array[int]:
    """The distinct pairs of neighbours in a text of units, rising; the last unit before a mark pairs with 0."""
    data = f"{sequence}\0".encode("utf-16-be", "surrogatepass")
    whole = array("I", data[: len(data) // 4 * 4])
    whole.extend(array("I", data[2 : 2 + (len(data) - 2) // 4 * 4]))
    if not _BIG:
        whole.byteswap()
    distinct = sorted(set(whole))
    return array("I", distinct[bisect_right(distinct, 0xFFFF) :])


def _lists(arrays: Iterable[array[int]]) -> Iterator[bytes]:
    for numbers in arrays:
        whole = array("I", [len(numbers)]) + numbers
        if _BIG:
            whole.byteswap()
        yield whole.tobytes()


def _arrays(data: memoryview) -> Iterator[array[int]]:
    whole = array("I")
    whole.frombytes(data)
    if _BIG:
        whole.byteswap()
    at = 0
    while at < len(whole):
        count = whole[at]
        yield whole[at + 1 : at + 1 + count]
        at += 1 + count

"""The reader's search, in Python: the same files, read in the same way as `index.js` and `search.js` do.

It proves the index (`selftest`), and a shared file of cases holds the two to the same answers. It never looks at
anything but the published files.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, compress
from typing import Any, Generic, NamedTuple, TypeVar

from wanbao.errors import Record
from wanbao.search.documents import SearchDoc, doc_of_row
from wanbao.search.layout import meta_file, shard_file
from wanbao.search.pack import LAST_BYTES, Reader, unpack
from wanbao.search.query import Needs, Term, matches, needs, parse
from wanbao.search.run import FORMAT, TEXT_CODING, TEXTS, text_file
from wanbao.search.write import ANY, DIGEST, HEAD

Read = Callable[[str], bytes]
Key = TypeVar("Key")


class Filters(Record, frozen=True):
    """What narrows an answer besides its terms."""

    since: str = ""
    """The first day, `2022-05-18`, or a shorter date; an issue without a full date is then left out."""
    until: str = ""
    """The last day, or a shorter date, which is meant whole."""
    year: str = ""
    """One year, or `undated`."""
    page: str = ""
    """版次."""
    section: str = ""
    """版名."""
    person: str = ""
    """The clean name of a contributor."""
    role: str = ""
    """The contributor's role; without a person, anybody's."""
    headline: bool = False
    """Whether only headlines are searched."""


ALL = Filters()
"""Filters that let every article pass."""


class Candidate(NamedTuple):
    """An article that may be an answer."""

    segment: Index
    """The segment it is in."""
    doc: int
    """Its number there."""


class Index:
    """One segment, opened."""

    def __init__(self, read: Read, name: str) -> None:
        self.name = name
        self._read_file = read
        self.content = lru_cache(maxsize=512)(self._content)
        """What the shard of a name holds."""
        self._shard = lru_cache(maxsize=64)(self._unpacked)
        line, _, tail = unpack(read(meta_file(name))).partition(b"\n")
        head = json.loads(line.decode("utf-8", "surrogatepass"))
        self.head: dict[str, Any] = head
        """What its file says of it, but for where its shards are."""
        self._tail = tail
        self.issues: list[tuple[str, str]] = [
            (key, date or (key if key[:1].isdigit() else "")) for key, date, _, _ in head["issues"]
        ]
        """(key, date) of every issue."""
        self.words: list[str] = head["words"]
        """The first word of every shard of words."""

    @cached_property
    def places(self) -> list[tuple[str, str]]:
        """(page, section) of every article."""
        known = [tuple(place) for place in self.head["places"]]
        return [known[place] for _, place, count in self._stretches() for _ in range(count)]

    @cached_property
    def issue_of(self) -> list[int]:
        """The issue of every article."""
        return [issue for issue, _, count in self._stretches() for _ in range(count)]

    @cached_property
    def starts(self) -> list[int]:
        """The first article of every issue."""
        sizes = [sum(stretches[1::2]) for *_, stretches in self.head["issues"]]
        return list(accumulate(sizes, initial=0))[:-1]

    @cached_property
    def _start_of(self) -> dict[str, int]:
        """The first article of every issue, by its key."""
        return {key: start for (key, _), start in zip(self.issues, self.starts, strict=True)}

    @cached_property
    def shards(self) -> dict[str, Directory]:
        """The shards by their letter; those of words have no pairs, and that of contributors is the last of them."""
        reader = Reader(self._tail)
        found = {
            letter: _directory(reader, letter, count) for letter, count in zip("pt", self.head["shards"], strict=True)
        }
        words = [f"w{number}-{reader.bytes(DIGEST).hex()}" for number in range(len(self.words) + 1)]
        return {**found, "w": Directory([], words)}

    def _stretches(self) -> Iterator[tuple[int, int, int]]:
        """(issue, place, how many articles follow that stand there)."""
        for issue, (*_, stretches) in enumerate(self.head["issues"]):
            for place, count in zip(stretches[::2], stretches[1::2], strict=True):
                yield issue, place, count

    def _content(self, name: str) -> bytes:
        return unpack(self._read_file(shard_file(self.name, name)))

    def doc(self, number: int) -> SearchDoc:
        """The text of an article."""
        issue = self.issue_of[number]
        number -= self.starts[issue]
        rows = json.loads(unpack(self._read_file(text_file(self.issues[issue][0], number))).decode(TEXT_CODING))
        return doc_of_row(rows[number % TEXTS])

    def place(self, number: int) -> tuple[str, int]:
        """(issue key, number in the issue) of an article."""
        issue = self.issue_of[number]
        return self.issues[issue][0], number - self.starts[issue]

    def numbers(self, places: Iterable[tuple[str, int]]) -> set[int]:
        """Those articles of these (issue key, number in the issue) that are here."""
        return {self._start_of[key] + number for key, number in places if key in self._start_of}

    def pair(self, letter: str, pair: int) -> tuple[int, ...]:
        """The articles that hold a pair of units."""
        return self._shard(letter, bisect_right(self.shards[letter].starts, pair) - 1).get(pair)

    def lone(self, letter: str, unit: int) -> tuple[int, ...]:
        """The articles that hold a unit."""
        starts = self.shards[letter].starts
        last = bisect_right(starts, unit << 16 | ANY) - 1
        shard = self._shard(letter, last)
        if unit << 16 | ANY in shard.keys:
            return shard.get(unit << 16 | ANY)
        found: set[int] = set()
        for number in range(max(0, bisect_right(starts, unit << 16) - 1), last + 1):
            shard = self._shard(letter, number)
            found.update(*(shard.get(pair) for pair in shard.keys if pair >> 16 == unit))
        return tuple(sorted(found))

    def word(self, word: str) -> tuple[int, ...]:
        """The articles that hold a word."""
        return self._word_shard(bisect_right(self.words, word) - 1).get(word)

    def prefix(self, start: str) -> tuple[int, ...]:
        """The articles that hold a word that begins so."""
        found: set[int] = set()
        number = max(0, bisect_right(self.words, start) - 1)
        while number < len(self.words) and (self.words[number] <= start or self.words[number].startswith(start)):
            shard = self._word_shard(number)
            found.update(*(shard.get(word) for word in shard.keys if word.startswith(start)))
            number += 1
        return tuple(sorted(found))

    def role(self, role: str) -> tuple[int, ...]:
        """The articles that somebody in this role had a part in."""
        shard = self._word_shard(len(self.words))
        return tuple(sorted({doc for key in shard.keys if key.endswith(f"/{role}") for doc in shard.get(key)}))

    def _unpacked(self, letter: str, number: int) -> _Lists[int]:
        if number < 0:
            return _Lists((), Reader(b""))
        reader = Reader(self.content(self.shards[letter].names[number]))
        return _Lists(reader.posting(reader.number()), reader)

    def _word_shard(self, number: int) -> _Lists[str]:
        if number < 0:
            return _Lists((), Reader(b""))
        reader = Reader(self.content(self.shards["w"].names[number]))
        count = reader.number()
        words = reader.bytes(reader.number()).decode("utf-8", "surrogatepass").split("\n")
        return _Lists(tuple(words[:count]), reader)


class _Lists(Generic[Key]):
    """The lists of a shard: only those that are asked for are unpacked."""

    def __init__(self, keys: tuple[Key, ...], reader: Reader) -> None:
        self.keys = keys
        self._sizes = reader.numbers(len(keys))
        self._begin = reader.position
        self._data = reader.data
        rest = reader.data[self._begin :]
        self._ends = list(compress(range(self._begin, len(reader.data)), rest.translate(LAST_BYTES)))
        """Where each number ends."""

    def get(self, key: Key) -> tuple[int, ...]:
        """The articles of a pair or word; none where the shard does not have it."""
        if key not in self.keys:
            return ()
        number = self.keys.index(key)
        before = sum(self._sizes[:number])
        begin = self._ends[before - 1] + 1 if before else self._begin
        return Reader(self._data, begin).posting(self._sizes[number])


class Directory(NamedTuple):
    """The shards of one letter."""

    starts: list[int]
    """The first pair of every shard."""
    names: list[str]
    """Its name."""


def _directory(reader: Reader, letter: str, count: int) -> Directory:
    firsts = reader.posting(count)
    high, low = reader.bytes(count), reader.bytes(count)
    starts = [first << 16 | above << 8 | below for first, above, below in zip(firsts, high, low, strict=True)]
    return Directory(starts, [f"{letter}{start:08x}-{reader.bytes(DIGEST).hex()}" for start in starts])


class Search:
    """The search of a site. `read` is handed an address below the site's root."""

    def __init__(self, read: Read) -> None:
        head = json.loads(unpack(read(HEAD)))
        if head["format"] != FORMAT:
            raise ValueError(f"the search index has format {head['format']}, not {FORMAT}")
        self._read = read
        self._names: list[list[str]] = head["segments"]
        self._opened: dict[str, Index] = {}

    def candidates(self, query: str, filters: Filters = ALL) -> Iterator[tuple[Candidate, bool]]:
        """Every article that may be an answer, newest issue first, and whether it surely is one.

        Without terms, the filters alone say what is an answer; without either, nothing is.
        """
        terms = parse(query)
        if not terms and filters == Filters():
            return
        wanted = {term: needs(term) for term in terms}
        certain = all(_is_certain(need, filters) for need in wanted.values())
        for name, first, last, *_ in reversed(self._ordered()):
            if _outside(str(name), str(first), str(last), filters):
                continue
            index = self._open(name)
            docs = self._docs(index, wanted, filters)
            for _, doc in sorted((-index.issue_of[doc], doc) for doc in docs):
                yield Candidate(index, doc), certain

    def answers(self, query: str, filters: Filters = ALL) -> Iterator[SearchDoc]:
        """Every article that is an answer, newest issue first."""
        terms = parse(query)
        for (index, number), certain in self.candidates(query, filters):
            doc = index.doc(number)
            if certain or matches(doc, terms, filters.headline):
                yield doc

    def places(self, query: str, within: Collection[tuple[str, int]]) -> Iterator[tuple[str, int]]:
        """Every (issue key, number in the issue) of `within` that is an answer; no other segment or text is read."""
        terms = parse(query)
        wanted = {term: needs(term) for term in terms}
        certain = all(need.certain for need in wanted.values())
        for name, first, last, *_ in self._names:
            if not str(name).startswith("undated") and not any(first <= key <= f"{last}~" for key, _ in within):
                continue  # a dated issue is called by its day
            index = self._open(name)
            among = index.numbers(within)
            for number in self._docs(index, wanted, ALL, among) if among else ():
                if certain or matches(index.doc(number), terms):
                    yield index.place(number)

    def some_issues(self) -> Iterator[tuple[str, list[SearchDoc]]]:
        """The middle issue of the first, the middle and the last segment: its key and its articles."""
        for at in sorted({0, len(self._names) // 2, len(self._names) - 1}) if self._names else ():
            index = self._open(self._names[at][0])
            issue = len(index.issues) // 2
            numbers = [number for number, its in enumerate(index.issue_of) if its == issue]
            yield index.issues[issue][0], [index.doc(number) for number in numbers]

    def _open(self, name: str) -> Index:
        if name not in self._opened:
            self._opened[name] = Index(self._read, name)
        return self._opened[name]

    def _ordered(self) -> list[list[str]]:
        """The segments, undated first, then oldest first."""
        undated = [row for row in self._names if row[0].startswith("undated")]
        return undated + [row for row in self._names if row not in undated]

    def _docs(
        self, index: Index, wanted: dict[Term, Needs], filters: Filters, among: set[int] | None = None
    ) -> Iterable[int]:
        """The articles of a segment that may be an answer, `among` these if that is told."""
        found = among
        for docs in self._lists(index, wanted, filters):
            found = set(docs) if found is None else found.intersection(docs)
            if not found:
                return ()
        if found is None:
            found = set(range(len(index.places)))
        for term, need in wanted.items():
            if term.negative and _is_certain(need, filters):
                found.difference_update(*_lookups(index, need, filters.headline))
        return [doc for doc in found if _inside(index, doc, filters)]

    def _lists(self, index: Index, wanted: dict[Term, Needs], filters: Filters) -> Iterator[Sequence[int]]:
        if filters.person:
            yield index.word(f"@{filters.person}/{filters.role}" if filters.role else f"@{filters.person}")
        elif filters.role:
            yield index.role(filters.role)
        for term, need in wanted.items():
            if not term.negative:
                yield from _lookups(index, need, filters.headline)


def _is_certain(need: Needs, filters: Filters) -> bool:
    return need.certain and not (filters.headline and (need.words or need.prefix))


def _lookups(index: Index, need: Needs, headline: bool) -> Iterator[Sequence[int]]:
    letter = "t" if headline else "p"
    for pair in need.pairs:
        yield index.pair(letter, pair)
    for unit in need.lone:
        yield index.lone(letter, unit)
    for word in need.words:
        yield index.word(word)
    if need.prefix:
        yield index.prefix(need.prefix)


def _outside(name: str, first: str, last: str, filters: Filters) -> bool:
    """Whether no article of a segment can pass the filters of date."""
    if name.startswith("undated"):
        return bool(filters.since or filters.until or filters.year not in ("", "undated"))
    if filters.year and not first[:4] <= filters.year <= last[:4]:
        return True
    return bool(filters.since and last < filters.since) or bool(filters.until and first > filters.until + "~")


def _inside(index: Index, doc: int, filters: Filters) -> bool:
    date = index.issues[index.issue_of[doc]][1]
    page, section = index.places[doc]
    if filters.year and filters.year != "undated" and date[:4] != filters.year:
        return False
    if (filters.since and date < filters.since) or (filters.until and date > filters.until + "~"):
        return False
    return filters.page in ("", page) and filters.section in ("", section)

"""Writes a segment's files from the runs of its issues, and the small head that names all segments.

Articles of a segment are numbered from 0 in the order of its issues. The pairs are gathered in stretches of the
alphabet, so that memory holds the pairs of one segment and the lists of one stretch, whatever the size of the archive.

A shard is named by its content, and where it ends depends on what stands nearby alone: between the least and the most
that it may hold, at the roundest pair. So an article's new text makes those shards anew that hold what is new or gone
in it, and no others.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate
from math import log2
from operator import itemgetter, sub
from typing import Any, NamedTuple, Self
from zlib import crc32

from wanbao.search.fold import simplified
from wanbao.search.layout import IssueRun, Segment, meta_file, shard_file
from wanbao.search.pack import VARINTS, pack, posting, steps, varint, varints
from wanbao.search.run import FORMAT, Lists, Run, read_lists, read_run

HEAD = "search/head.js"
TABLE = "search/simplified.js"
SHARD_SIZE = 2560
"""How large a shard is, compressed, about."""
PLAY = 0.2
"""By what part of that it may be smaller or larger, so that it can end at a place that other pairs do not move."""
LONE_SIZE = 16_384
"""Where the pairs of one first unit take more than this, the unit gets a list of its own."""
ANY = 0xFFFF
"""The second unit of such a list; no text holds this character."""
_STRETCH = 300_000
"""How many postings are gathered at a time, about: as many as a processor's cache holds the lists of."""

DIGEST = 2
"""How many bytes of the digest of its content are in the name of a shard. They tell apart two editions of the same
stretch of the alphabet, of the same articles: a reader who is handed the wrong one of these finds less at worst."""

Entry = tuple[int, int, bytes]
"""A pair, how many articles hold it, and their packed list."""
WordList = tuple[str, int, bytes]
"""A word, how many articles hold it, and their packed list."""


class Shard(NamedTuple):
    """A shard of pairs, as it stands in the directory."""

    start: int
    """A number: the pairs from it up to the next one's are there."""
    digest: bytes
    """What its name holds of its content."""

    def name(self, letter: str) -> str:
        """What it is called, among the shards of a letter."""
        return f"{letter}{self.start:08x}-{self.digest.hex()}"


def word_shard(number: int, digest: bytes) -> str:
    """What a shard of words is called."""
    return f"w{number}-{digest.hex()}"


def build_segment(segment: Segment, load_run: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    """Every file of a segment: (address, bytes). `load_run` is handed the digest of an `IssueRun`.

    Raises ValueError where a run is damaged or has another number of articles than its issue.
    """
    lists = _lists_of(segment, load_run)
    directories: list[list[Shard]] = []
    for letter in "pt":
        directories.append([])
        for start, content in Shards(segment.docs).cut(_entries(lists.pop(letter))):
            shard = Shard(start, digest_of_shard(content))
            directories[-1].append(shard)
            yield shard_file(segment.name, shard.name(letter)), pack(content)
    # Read once more for their words: those of a year take as much as its pairs, and neither is needed beside the other.
    contents = Contents()
    for issue in segment.issues:
        contents.add(issue, read_run(load_run(issue.digest)))
    firsts, digests = [], []
    for number, (first, content) in enumerate(word_shards(sorted(contents.lists()))):
        firsts.append(first)
        digests.append(digest_of_shard(content))
        yield shard_file(segment.name, word_shard(number, digests[-1])), pack(content)
    head = contents.head() | numbers_of(segment)
    yield meta_file(segment.name), pack(meta(head, firsts[:-1], directories, digests))
    VARINTS.clear()  # lest what this segment asked for keeps pieces of the memory that was taken beside it


def _lists_of(segment: Segment, load_run: Callable[[str], bytes]) -> dict[str, Lists]:
    """The pairs of all articles of a segment, and those of their headlines, by the letters of their shards."""
    pairs, titles = Lists(), Lists()
    for issue in segment.issues:
        docs = read_lists(load_run(issue.digest), pairs, titles)
        if docs != issue.docs:
            raise ValueError(f"the run of {issue.key} has {docs} articles, not {issue.docs}")
    return {"p": pairs, "t": titles}


def digest_of_shard(content: bytes) -> bytes:
    """What the name of a shard holds of its content."""
    return blake2b(content, digest_size=DIGEST).digest()


def head_files(segments: Sequence[Segment]) -> Iterator[tuple[str, bytes]]:
    """The files that belong to no segment: the list of segments, which changes with every issue, and the table of
    traditional characters, which does not."""
    years: dict[str, int] = {}
    for segment in segments:
        for issue in segment.issues:
            year = issue.date[:4] if segment.label != "undated" else ""
            years[year] = years.get(year, 0) + issue.docs
    rows = [[s.name, s.issues[0].date, s.issues[-1].date, s.docs, *_span(s)] for s in segments]
    head = {"format": FORMAT, "segments": rows, "years": list(years.items())}
    yield TABLE, pack(_table())
    yield HEAD, pack(json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode())


def _span(segment: Segment) -> tuple[int, ...]:
    """The least and the greatest running number of the issues of a segment; nothing where none has one."""
    numbers = [issue.number for issue in segment.issues if issue.number]
    return (min(numbers), max(numbers)) if numbers else ()


def numbers_of(segment: Segment) -> dict[str, list[int]]:
    """The running numbers of its issues as the file of a segment says them: from which issue on they rise by one from
    which number; 0 from an issue that has none. Nothing where no issue has one, as nothing is said of first ones."""
    found: list[int] = []
    for at, issue in enumerate(segment.issues):
        before = segment.issues[at - 1].number if at else 0
        if issue.number != (before + 1 if before else 0):
            found += [at, issue.number]
    return {"numbers": found} if found else {}


def _table() -> bytes:
    """The table of traditional characters: how many, their code points as steps, those of the simplified ones as
    steps up (twice the step) or down (twice the step less one)."""
    table = sorted(simplified().items())
    after = [2 * step if step >= 0 else -2 * step - 1 for step in steps([ord(simple) for _, simple in table])]
    return varints([len(table), *steps([ord(traditional) for traditional, _ in table]), *after])


def _entries(lists: Lists) -> Iterator[Entry]:
    """Every pair of a segment with its articles, rising."""
    numbered = [varint(number) for number in range(len(lists))]
    for found in _gathered(lists):
        group: list[list[int]] = []
        size, first = 0, -1
        for pair in sorted(found):
            if pair >> 16 != first:
                if size > LONE_SIZE:
                    yield lone(first, group)
                group, size, first = [], 0, pair >> 16
            numbers = found[pair]
            count = len(numbers)
            if count == 1:
                packed = numbered[numbers[0]]
            else:
                packed = b"".join(map(numbered.__getitem__, map(sub, numbers, [0, *numbers])))
            group.append(numbers)
            size += len(packed)
            yield pair, count, packed
        if size > LONE_SIZE:
            yield lone(first, group)
        found.clear()  # before the next stretch is gathered


def lone(first: int, group: Iterable[Sequence[int]]) -> Entry:
    """The list of a first unit: the union of those of its pairs."""
    numbers = sorted(set().union(*group))
    return first << 16 | ANY, len(numbers), posting(numbers)


def _gathered(lists: Lists) -> Iterator[dict[int, list[int]]]:
    """Pair → articles, one stretch of the alphabet after the other; no first unit is cut in two."""
    numbers, bounds = lists.numbers, lists.bounds
    some = range(0, len(lists), max(1, len(lists) // 64))
    sample = sorted(pair for doc in some for pair in numbers[bounds[doc] : bounds[doc + 1]])
    parts = len(numbers) // _STRETCH + 1
    cuts = sorted({sample[len(sample) * part // parts] & ~0xFFFF for part in range(1, parts)}) if sample else []
    begins = array("I", bounds[:-1])
    for cut in [*cuts, 1 << 32]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for doc, begin in enumerate(begins):
            end = bisect_left(numbers, cut, begin, bounds[doc + 1])
            for articles in map(found.__getitem__, numbers[begin:end]):
                articles.append(doc)
            begins[doc] = end
        yield found


class Shards:
    """Cuts a rising stream of entries into shards."""

    def __init__(self, docs: int) -> None:
        self._cost = [0.0] * (docs + 1)
        for count in range(1, docs + 1):
            self._cost[count] = 2 + count * (log2(docs / count) + 1.5) / 8

    def cut(self, entries: Iterable[Entry], start: int = 0) -> Iterator[tuple[int, bytes]]:
        """(number, content) of every shard: the pairs from that number up to the next one's are there. The first of
        these entries are those of a shard that begins at `start`."""
        part: list[Entry] = []
        size = 0.0
        cost = self._cost
        most = SHARD_SIZE * (1 + PLAY)
        for entry in entries:
            weight = cost[entry[1]]
            while part and size + weight > most:
                end, following = self._end(part, entry[0])
                yield start, _shard(part[:end])
                part, start = part[end:], following
                size = 0.0
                for _, count, _ in part:  # added up as they come: other sums of the same numbers may differ by a bit
                    size += cost[count]
            part.append(entry)
            size += weight
        if part:
            yield start, _shard(part)

    def _end(self, part: Sequence[Entry], following: int) -> tuple[int, int]:
        """How many entries a shard takes of a part that is about to be too large, and where the next shard begins;
        `following` is the first pair that would no more fit."""
        sizes = accumulate(self._cost[count] for _, count, _ in part)
        least = SHARD_SIZE * (1 - PLAY)
        few = next((at for at, size in enumerate(sizes) if size >= least), len(part) - 1)
        cut = _between(part[few][0], following)
        return bisect_left(part, cut, few + 1, key=itemgetter(0)), cut


def _between(last: int, first: int) -> int:
    """The roundest number above `last` and not above `first`: round numbers pack well."""
    for bits in range(31, -1, -1):
        rounded = first >> bits << bits
        if rounded > last:
            return rounded
    return first


def _shard(part: Sequence[Entry]) -> bytes:
    keys = varints(steps([entry[0] for entry in part]))
    counts = varints(entry[1] for entry in part)
    return b"".join([varint(len(part)), keys, counts, *(entry[2] for entry in part)])


class Contents:
    """What a segment holds beside pairs, as it is read off its runs."""

    def __init__(self) -> None:
        self.words: dict[str, list[int]] = {}
        self.traditional = False
        self.issues: list[list[object]] = []
        """What its file says of every issue."""
        self.places: dict[tuple[str, str], int] = {}
        self._docs = 0

    @classmethod
    def of(cls, head: dict[str, Any], docs: int) -> Self:
        """What the file of a segment of so many articles says of it, words apart."""
        contents = cls()
        contents.traditional = head["traditional"]
        contents.issues = list(head["issues"])
        contents.places = {(page, section): number for number, (page, section) in enumerate(head["places"])}
        contents._docs = docs
        return contents

    def add(self, issue: IssueRun, run: Run) -> None:
        """Add the next issue."""
        for word, numbers in run.words.items():
            self.words.setdefault(word, []).extend(self._docs + number for number in numbers)
        self.place(issue, run)

    def place(self, issue: IssueRun, run: Run) -> None:
        """The same without its words."""
        self._docs += len(run.places)
        self.traditional = self.traditional or run.traditional
        stretches: list[int] = []
        for place in run.places:
            number = self.places.setdefault(place, len(self.places))
            if stretches and stretches[-2] == number:
                stretches[-1] += 1
            else:
                stretches += [number, 1]
        date = "" if issue.date == issue.key else issue.date
        self.issues.append([issue.key, date, _mark_of(issue), stretches])

    def rename(self, at: int, issue: IssueRun) -> None:
        """Take note of another text of an issue."""
        key, date, _, stretches = self.issues[at]
        self.issues[at] = [key, date, _mark_of(issue), stretches]

    def lists(self) -> Iterator[WordList]:
        """Every word with its articles."""
        for word, numbers in self.words.items():
            yield word, len(numbers), posting(numbers)

    def head(self) -> dict[str, object]:
        """What its file says of it, but for where its shards are."""
        return {"traditional": self.traditional, "issues": self.issues, "places": list(self.places)}


def _mark_of(issue: IssueRun) -> str:
    """What changes with the texts of an issue: readers ask for its text files with it."""
    return issue.digest[:4]


def word_shards(words: Sequence[WordList]) -> Iterator[tuple[str, bytes]]:
    """(first word, content) of every shard of these words, which rise, and of the shard of people behind them."""
    people = [one for one in words if one[0][0] == "@" and "/" in one[0]]
    for part in (*_cut_words(words), people):
        yield part[0][0] if part else "", _words(part)


def _cut_words(lists: Sequence[WordList]) -> Iterator[Sequence[WordList]]:
    """The lists of every shard of words. A word has no roundness, so a checksum stands for it."""
    ends = list(accumulate(len(word) + count for word, count, _ in lists))
    begin = 0
    while begin < len(lists):
        before = ends[begin - 1] if begin else 0
        most = max(bisect_right(ends, before + SHARD_SIZE * (1 + PLAY), begin), begin + 1)
        least = min(bisect_left(ends, before + SHARD_SIZE * (1 - PLAY), begin) + 1, most)
        end = most if most == len(lists) else min(range(least, most + 1), key=lambda at: _checksum(lists[at][0]))
        yield lists[begin:end]
        begin = end


def _checksum(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _words(part: Sequence[WordList]) -> bytes:
    text = "\n".join(word for word, *_ in part).encode("utf-8", "surrogatepass")
    counts = varints(count for _, count, _ in part)
    return b"".join([varint(len(part)), varint(len(text)), text, counts, *(packed for *_, packed in part)])


def meta(
    head: dict[str, object],
    firsts: Sequence[str],
    directories: Sequence[Sequence[Shard]],
    words: Sequence[bytes],
) -> bytes:
    """The file that says what a segment holds: `head`, the first word of every shard of words, where the shards of
    pairs begin, and the digests of all of them."""
    head = {**head, "words": firsts, "shards": [len(shards) for shards in directories]}
    parts = [json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), b"\n"]
    for shards in directories:
        parts.append(varints(steps([shard.start >> 16 for shard in shards])))
        parts.append(bytes(shard.start >> 8 & 255 for shard in shards))
        parts.append(bytes(shard.start & 255 for shard in shards))
        parts += [shard.digest for shard in shards]
    return b"".join([*parts, *words])

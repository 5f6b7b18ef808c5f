"""Makes a segment from what is published of it, where some of its articles have another text and all have the same
numbers: only those shards are made that hold what is new or gone, and a few beside them.

The result is what `write.build_segment` makes of all runs, byte for byte. Where a shard ends depends on what stands
nearby alone, so shards are cut anew from a little before a change until they begin where they did. Of what is published
each file is read only where it is needed, and whatever is odd in it counts as not to be patched.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, compress, groupby
from typing import NamedTuple, TypeVar

from wanbao.search import write
from wanbao.search.layout import IssueRun, Segment, meta_file, shard_file
from wanbao.search.pack import Reader, pack, posting
from wanbao.search.reader import LAST_BYTES, Index
from wanbao.search.run import Lists, Run, read_lists, read_run
from wanbao.search.write import ANY, Entry, Shard, Shards, WordList

REACH = 2
"""How many shards before one may end elsewhere because of it: where one ends depends on the first pair that would no
more fit into it, which may be the first of the next but one."""

Key = TypeVar("Key", int, str)
Moves = dict[int, bool]
"""Articles, and whether each comes into a list or goes from it."""
Files = list[tuple[str, bytes | None]]
"""(address, bytes) of files; no bytes where the file stays as it is published."""


def patch_segment(
    segment: Segment, before: Segment, read: Callable[[str], bytes], load_run: Callable[[str], bytes]
) -> Files | None:
    """Every file of a segment that was published as `before`, or None where it must be made from the runs.

    `read` is handed the address of a published file and `load_run` the digest of an `IssueRun`, of both segments; each
    raises OSError or ValueError where that cannot be had.
    """
    if not _same_numbers(segment, before):
        return None
    try:
        changes = _changes(segment, before, load_run)
        return _patched(segment, Index(read, before.name), changes) if changes is not None else None
    except (OSError, ValueError, KeyError, IndexError, TypeError):
        return None


def _same_numbers(segment: Segment, before: Segment) -> bool:
    """Whether the articles of a segment have the numbers that they had."""
    pairs = zip(segment.issues, before.issues, strict=False)
    return len(segment.issues) == len(before.issues) and all(
        (one.key, one.date, one.docs) == (other.key, other.date, other.docs) for one, other in pairs
    )


class _Changes(NamedTuple):
    """What is new or gone, in a segment."""

    pairs: dict[str, dict[int, Moves]]
    """By the letter of shards, pair by pair."""
    units: dict[str, dict[int, Moves]]
    """The same of first units."""
    words: dict[str, Moves]
    """Word by word."""


def _changes(segment: Segment, before: Segment, load_run: Callable[[str], bytes]) -> _Changes | None:
    """What is new or gone; None where more than that has changed in some issue."""
    changes = _Changes({"p": {}, "t": {}}, {"p": {}, "t": {}}, {})
    first = 0
    for issue, old in zip(segment.issues, before.issues, strict=True):
        if issue.digest != old.digest:
            data, was = load_run(issue.digest), load_run(old.digest)
            run, old_run = read_run(data), read_run(was)
            if (run.traditional, run.places) != (old_run.traditional, old_run.places):
                return None
            _changed_words(changes.words, first, run, old_run)
            _changed_pairs(changes, first, _lists(issue, data), _lists(old, was))
        first += issue.docs
    return changes


def _lists(issue: IssueRun, data: bytes) -> dict[str, Lists]:
    pairs, titles = Lists(), Lists()
    if read_lists(data, pairs, titles) != issue.docs:
        raise ValueError(f"the run of {issue.key} has another number of articles")
    return {"p": pairs, "t": titles}


def _changed_words(words: dict[str, Moves], first: int, run: Run, before: Run) -> None:
    for word in run.words.keys() | before.words.keys():
        after = run.words.get(word, [])
        for number in set(after).symmetric_difference(before.words.get(word, [])):
            words.setdefault(word, {})[first + number] = number in after


def _changed_pairs(changes: _Changes, first: int, after: Mapping[str, Lists], before: Mapping[str, Lists]) -> None:
    for letter, lists in after.items():
        for doc in range(len(lists)):
            ours, theirs = set(lists.of(doc)), set(before[letter].of(doc))
            if ours != theirs:
                _move(changes.pairs[letter], first + doc, ours, theirs)
                _move(changes.units[letter], first + doc, {p >> 16 for p in ours}, {p >> 16 for p in theirs})


def _move(moves: dict[Key, Moves], doc: int, after: set[Key], before: set[Key]) -> None:
    for key in after ^ before:
        moves.setdefault(key, {})[doc] = key in after


def _patched(segment: Segment, index: Index, changes: _Changes) -> Files:
    files: Files = []
    directories: list[list[Shard]] = []
    for letter in "pt":
        directories.append([])
        for shard, content in _patched_letter(_Published(index, letter), changes, segment.docs):
            directories[-1].append(shard)
            name = shard.name(letter)
            files.append((shard_file(segment.name, name), None if content is None else pack(content)))
    firsts, digests = [], []
    for number, (first, digest, content) in enumerate(_patched_words(index, changes.words)):
        firsts.append(first)
        digests.append(digest)
        name = write.word_shard(number, digest)
        files.append((shard_file(segment.name, name), None if content is None else pack(content)))
    issues = [
        [key, date, write.mark_of(issue), stretches]
        for issue, (key, date, _, stretches) in zip(segment.issues, index.head["issues"], strict=True)
    ]
    head = {**index.head, "issues": issues}
    files.append((meta_file(segment.name), pack(write.meta(head, firsts[:-1], directories, digests))))
    return files


# --- pairs ------------------------------------------------------------------------------------------------------------


class _Published:
    """The shards of a letter as they are published."""

    def __init__(self, index: Index, letter: str) -> None:
        self.letter = letter
        self.starts = index.shards[letter].starts
        self._index = index
        self.entries = lru_cache(maxsize=256)(self._entries)
        """The entries of one of the shards."""

    def shard(self, number: int) -> Shard:
        """One of them."""
        name = self._index.shards[self.letter].names[number]
        return Shard(self.starts[number], bytes.fromhex(name.rpartition("-")[2]))

    def content(self, number: int) -> bytes:
        """What one of them holds."""
        return self._index.content(self._index.shards[self.letter].names[number])

    def holding(self, pair: int) -> int:
        """Which of them holds a pair, or would."""
        return bisect_right(self.starts, pair) - 1

    def of_unit(self, unit: int) -> list[Entry]:
        """All entries of a first unit."""
        numbers = range(self.holding(unit << 16), self.holding(unit << 16 | ANY) + 1)
        return [entry for number in numbers for entry in self.entries(number) if entry[0] >> 16 == unit]

    def _entries(self, number: int) -> list[Entry]:
        reader = Reader(self.content(number))
        return list(_cut(reader.posting(reader.number()), reader))


def _cut(keys: Sequence[Key], reader: Reader) -> Iterator[tuple[Key, int, bytes]]:
    """The keys of a shard with the lengths of their lists and these, packed."""
    counts = reader.numbers(len(keys))
    rest: bytes = reader.data[reader.position :]
    ends = [0, *compress(range(1, len(rest) + 1), rest.translate(LAST_BYTES))]
    bounds = list(accumulate(counts, initial=0))
    for key, count, begin, end in zip(keys, counts, bounds, bounds[1:], strict=False):
        yield key, count, rest[ends[begin] : ends[end]]


def _patched_letter(published: _Published, changes: _Changes, docs: int) -> Iterator[tuple[Shard, bytes | None]]:
    """Every shard of a letter, with what it holds where that has changed."""
    changed = _changed_entries(published, changes)
    waiting = sorted({published.holding(pair) for pair in changed})
    cutter = Shards(docs)
    at, total = 0, len(published.starts)
    while waiting:
        begin = max(at, waiting[0] - REACH)
        yield from ((published.shard(number), None) for number in range(at, begin))
        at = total
        for start, content in cutter.cut(_entries_from(published, begin, changed), published.starts[begin]):
            number = bisect_left(published.starts, start)
            was = number < total and published.starts[number] == start
            if was and not any(number <= other <= number + REACH for other in waiting) and number > begin:
                at = number
                break
            same = was and published.content(number) == content
            yield (published.shard(number), None) if same else (Shard(start, write.digest_of_shard(content)), content)
        waiting = [number for number in waiting if number > at]
    yield from ((published.shard(number), None) for number in range(at, total))


def _entries_from(published: _Published, begin: int, changed: Mapping[int, Entry | None]) -> Iterator[Entry]:
    """The entries of the shards from one on, as they are now."""
    keys = sorted(changed)
    starts = [*published.starts, 1 << 32]
    for number in range(begin, len(published.starts)):
        here = keys[bisect_left(keys, starts[number]) : bisect_left(keys, starts[number + 1])]
        if not here:
            yield from published.entries(number)
            continue
        entries: dict[int, Entry | None] = {entry[0]: entry for entry in published.entries(number)}
        entries.update((key, changed[key]) for key in here)
        yield from (entry for key in sorted(entries) if (entry := entries[key]) is not None)


def _changed_entries(published: _Published, changes: _Changes) -> dict[int, Entry | None]:
    """The entries that have changed, as they are now; None for those that are gone."""
    moves = changes.pairs[published.letter]
    changed: dict[int, Entry | None] = {}
    for unit, pairs in groupby(sorted(moves), key=lambda pair: pair >> 16):
        before = {entry[0]: entry for entry in published.of_unit(unit)}
        after = dict(before)
        old_lone = after.pop(unit << 16 | ANY, None)
        for pair in pairs:
            entry = _moved(before.get(pair, (pair, 0, b"")), moves[pair])
            if entry[1]:
                after[pair] = entry
            else:
                del after[pair]
        if sum(len(packed) for *_, packed in after.values()) > write.LONE_SIZE:
            after[unit << 16 | ANY] = (
                _moved(old_lone, changes.units[published.letter].get(unit, {}))
                if old_lone
                else write.lone(unit, [_numbers(entry) for entry in after.values()])
            )
        keys = before.keys() | after.keys()
        changed.update((key, after.get(key)) for key in keys if before.get(key) != after.get(key))
    return changed


def _moved(entry: tuple[Key, int, bytes], moves: Moves) -> tuple[Key, int, bytes]:
    """The entry after articles have come into its list and gone from it."""
    numbers = set(_numbers(entry))
    for doc, comes in moves.items():
        if comes == (doc in numbers):
            raise ValueError("what is published is not what it was made from")
        (numbers.add if comes else numbers.remove)(doc)
    return entry[0], len(numbers), posting(sorted(numbers)) if numbers else b""


def _numbers(entry: tuple[Key, int, bytes]) -> tuple[int, ...]:
    return Reader(entry[2]).posting(entry[1])


# --- words ------------------------------------------------------------------------------------------------------------


def _patched_words(index: Index, moves: Mapping[str, Moves]) -> Iterator[tuple[str, bytes, bytes | None]]:
    """(first word, digest, what it holds where that has changed) of every shard of words."""
    names = index.shards["w"].names
    if not moves:
        for first, name in zip((*index.words, ""), names, strict=True):
            yield first, bytes.fromhex(name.rpartition("-")[2]), None
        return
    words: dict[str, WordList] = {one[0]: one for name in names[:-1] for one in _word_lists(index.content(name))}
    for word, of_word in moves.items():
        words[word] = _moved(words.get(word, (word, 0, b"")), of_word)
    lists = sorted(one for one in words.values() if one[1])
    for number, (first, content) in enumerate(write.word_shards(lists)):
        same = number < len(names) and index.content(names[number]) == content
        yield first, write.digest_of_shard(content), None if same else content


def _word_lists(content: bytes) -> Iterable[WordList]:
    reader = Reader(content)
    count = reader.number()
    words = reader.bytes(reader.number()).decode("utf-8", "surrogatepass").split("\n")
    return _cut(words[:count], reader)

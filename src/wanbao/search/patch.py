"""Makes a segment from what is published of it, where its articles keep their numbers: some have another text, or new
issues have come behind them.

Where no issue has come, only those shards are made that hold what is new or gone, and a few beside them. Where a shard
ends depends on what stands nearby alone, so shards are cut anew from a little before a change until they begin where
they did. New issues move the ends of all shards; then what is spared is to gather the articles of every pair.

The result is what `write.build_segment` makes of all runs, byte for byte. Of what is published each file is read only
where it is needed, and whatever is odd in it counts as not to be patched.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, compress, groupby
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from wanbao.search import write
from wanbao.search.layout import IssueRun, Segment, meta_file, shard_file
from wanbao.search.pack import LAST_BYTES, Reader, pack, posting
from wanbao.search.reader import Index
from wanbao.search.run import Lists, Run, read_lists, read_run
from wanbao.search.write import ANY, Contents, Entry, Shard, Shards, WordList

REACH = 2
"""How many shards before one may end elsewhere because of it: where one ends depends on the first pair that would no
more fit into it, which may be the first of the next but one."""

Key = TypeVar("Key", int, str)
Files = list[tuple[str, bytes | None]]
"""(address, bytes) of files; no bytes where the file stays as it is published."""


def patch_segment(
    segment: Segment, before: Segment, read: Callable[[str], bytes], load_run: Callable[[str], bytes]
) -> Files | None:
    """Every file of a segment that was published as `before`, or None where it must be made from the runs.

    `read` is handed the address of a published file and `load_run` the digest of an `IssueRun`, of both segments; each
    raises OSError or ValueError where that cannot be had.
    """
    if not _begins_like(segment, before):
        return None
    try:
        index = Index(read, before.name)
        changes = _changes(segment, before, index, load_run)
        return _patched(segment, index, changes, segment.docs == before.docs) if changes is not None else None
    except (OSError, ValueError, KeyError, IndexError, TypeError):
        return None


def _begins_like(segment: Segment, before: Segment) -> bool:
    """Whether all articles of `before` have the same numbers now."""
    pairs = zip(segment.issues, before.issues, strict=False)
    return len(segment.issues) >= len(before.issues) and all(
        (one.key, one.date, one.docs) == (other.key, other.date, other.docs) for one, other in pairs
    )


# --- what has changed -------------------------------------------------------------------------------------------------


class _Moves(Generic[Key]):
    """Which articles come into lists and go from them."""

    def __init__(self) -> None:
        self._edited: dict[Key, dict[int, bool]] = {}
        """Of articles that were there: whether each comes or goes."""
        self._added: defaultdict[Key, list[int]] = defaultdict(list)
        """Those that come behind all others, rising."""

    def __bool__(self) -> bool:
        return bool(self._edited or self._added)

    def touched(self) -> set[Key]:
        """The lists in which something changes."""
        return self._edited.keys() | self._added.keys()

    def edit(self, doc: int, after: set[Key], before: set[Key]) -> None:
        """Note that an article is in these lists now, and was in those before."""
        for key in after ^ before:
            self._edited.setdefault(key, {})[doc] = key in after

    def add(self, doc: int, keys: Iterable[Key]) -> None:
        """Note that an article has come behind all others."""
        for articles in map(self._added.__getitem__, keys):
            articles.append(doc)

    def applied(self, entry: tuple[Key, int, bytes]) -> tuple[Key, int, bytes]:
        """A list as it is now. Raises ValueError where it cannot have been as it is published."""
        key, count, packed = entry
        edited = self._edited.get(key)
        added: Sequence[int] = self._added.get(key, ())
        if edited is None and added:
            last: int = _last(entry)
            if added[0] <= last:
                raise ValueError("more articles are published than there are")
            first = posting([added[0] - last, *(doc - last for doc in added[1:])])
            return key, count + len(added), packed + first
        numbers = set(_numbers(entry))
        for doc, comes in (edited or {}).items():
            if comes == (doc in numbers):
                raise ValueError("what is published is not what it was made from")
            (numbers.add if comes else numbers.remove)(doc)
        numbers.update(added)
        return key, len(numbers), posting(sorted(numbers)) if numbers else b""


def _numbers(entry: tuple[Key, int, bytes]) -> tuple[int, ...]:
    return Reader(entry[2]).posting(entry[1])


def _last(entry: tuple[Key, int, bytes]) -> int:
    """The last article of a list; 0 for none, from which the first is as far as it is from the beginning."""
    return sum(entry[2]) if entry[2].isascii() else _numbers(entry)[-1]


class _Changes(NamedTuple):
    """What is new or gone in a segment."""

    pairs: dict[str, _Moves[int]]
    """In the lists of pairs, by the letter of their shards."""
    units: dict[str, _Moves[int]]
    """In those of first units, by what stands in shards for them."""
    words: _Moves[str]
    """In those of words."""
    head: dict[str, object]
    """What the file of the segment says now of what it holds, but for where its shards are."""


def _changes(segment: Segment, before: Segment, index: Index, load_run: Callable[[str], bytes]) -> _Changes | None:
    """What is new or gone; None where some issue has changed in what is said of it."""
    contents = Contents.of(index.head, before.docs)
    changes = _Changes({"p": _Moves(), "t": _Moves()}, {"p": _Moves(), "t": _Moves()}, _Moves(), {})
    first = 0
    for at, issue in enumerate(segment.issues):
        if at >= len(before.issues):
            data = load_run(issue.digest)
            run = read_run(data)
            contents.place(issue, run)
            _added(changes, first, run, _lists(issue, data))
        elif issue.digest != before.issues[at].digest:
            data, was = load_run(issue.digest), load_run(before.issues[at].digest)
            run, old_run = read_run(data), read_run(was)
            if (run.traditional, run.places) != (old_run.traditional, old_run.places):
                return None
            contents.rename(at, issue)
            _edited_words(changes.words, first, run, old_run)
            _edited_pairs(changes, first, _lists(issue, data), _lists(issue, was))
        first += issue.docs
    return changes._replace(head=contents.head() | write.numbers_of(segment))


def _lists(issue: IssueRun, data: bytes) -> dict[str, Lists]:
    pairs, titles = Lists(), Lists()
    if read_lists(data, pairs, titles) != issue.docs:
        raise ValueError(f"the run of {issue.key} has another number of articles")
    return {"p": pairs, "t": titles}


def _added(changes: _Changes, first: int, run: Run, lists: Mapping[str, Lists]) -> None:
    for letter, of_letter in lists.items():
        for doc in range(len(of_letter)):
            pairs = of_letter.of(doc)
            changes.pairs[letter].add(first + doc, pairs)
            changes.units[letter].add(first + doc, _units(pairs))
    for word, numbers in run.words.items():
        for number in numbers:
            changes.words.add(first + number, (word,))


def _units(pairs: Iterable[int]) -> set[int]:
    """What stands in shards for the first units of these pairs."""
    return {pair | ANY for pair in pairs}


def _edited_words(words: _Moves[str], first: int, run: Run, before: Run) -> None:
    ours, theirs = _words_of(run), _words_of(before)
    for number in ours.keys() | theirs.keys():
        words.edit(first + number, ours.get(number, set()), theirs.get(number, set()))


def _words_of(run: Run) -> dict[int, set[str]]:
    """The words of every article that has any."""
    words: dict[int, set[str]] = {}
    for word, numbers in run.words.items():
        for number in numbers:
            words.setdefault(number, set()).add(word)
    return words


def _edited_pairs(changes: _Changes, first: int, after: Mapping[str, Lists], before: Mapping[str, Lists]) -> None:
    for letter, lists in after.items():
        for doc in range(len(lists)):
            ours, theirs = set(lists.of(doc)), set(before[letter].of(doc))
            if ours != theirs:
                changes.pairs[letter].edit(first + doc, ours, theirs)
                changes.units[letter].edit(first + doc, _units(ours), _units(theirs))


# --- what becomes of it -----------------------------------------------------------------------------------------------


def _patched(segment: Segment, index: Index, changes: _Changes, same_numbers: bool) -> Files:
    """All files of a segment. Where it has the `same_numbers`, shards in which nothing has changed stay."""
    files: Files = []
    directories: list[list[Shard]] = []
    for letter in "pt":
        directories.append([])
        published = _Published(index, letter)
        changed = _changed_entries(published, changes)
        if same_numbers:
            shards = _recut(published, changed, Shards(segment.docs))
        else:
            shards = _cut_all(published, changed, Shards(segment.docs))
        for shard, content in shards:
            directories[-1].append(shard)
            name = shard.name(letter)
            files.append((shard_file(segment.name, name), None if content is None else pack(content)))
    firsts, digests = [], []
    for number, (first, digest, content) in enumerate(_patched_words(index, changes.words, same_numbers)):
        firsts.append(first)
        digests.append(digest)
        name = write.word_shard(number, digest)
        files.append((shard_file(segment.name, name), None if content is None else pack(content)))
    files.append((meta_file(segment.name), pack(write.meta(changes.head, firsts[:-1], directories, digests))))
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
        found: list[Entry] = []
        for number in range(self.holding(unit << 16), self.holding(unit << 16 | ANY) + 1):
            entries = self.entries(number)
            begin = bisect_left(entries, unit << 16, key=itemgetter(0))
            found += entries[begin : bisect_right(entries, unit << 16 | ANY, begin, key=itemgetter(0))]
        return found

    def _entries(self, number: int) -> list[Entry]:
        reader = Reader(self.content(number))
        return _cut(reader.posting(reader.number()), reader)


def _cut(keys: Sequence[Key], reader: Reader) -> list[tuple[Key, int, bytes]]:
    """The keys of a shard with the lengths of their lists and these, packed."""
    counts = reader.numbers(len(keys))
    rest: bytes = reader.data[reader.position :]
    ends = [0, *compress(range(1, len(rest) + 1), rest.translate(LAST_BYTES))]
    bounds = [ends[at] for at in accumulate(counts, initial=0)]
    return list(zip(keys, counts, map(rest.__getitem__, map(slice, bounds, bounds[1:])), strict=True))


def _cut_all(
    published: _Published, changed: Mapping[int, Entry | None], cutter: Shards
) -> Iterator[tuple[Shard, bytes | None]]:
    """Every shard of a letter, all of them cut anew, with what it holds."""
    for start, content in cutter.cut(_entries_from(published, 0, changed)):
        yield Shard(start, write.digest_of_shard(content)), content


def _recut(
    published: _Published, changed: Mapping[int, Entry | None], cutter: Shards
) -> Iterator[tuple[Shard, bytes | None]]:
    """Every shard of a letter, with what it holds where that has changed."""
    waiting = sorted({published.holding(pair) for pair in changed})
    at, total = 0, len(published.starts)
    while waiting:
        begin = max(at, waiting[0] - REACH)
        yield from ((published.shard(number), None) for number in range(at, begin))
        at = total
        for start, content in cutter.cut(_entries_from(published, begin, changed), published.starts[begin]):
            number = bisect_left(published.starts, start)
            was = number < total and published.starts[number] == start
            if was and number > begin and not any(number <= other <= number + REACH for other in waiting):
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
    moves, units = changes.pairs[published.letter], changes.units[published.letter]
    changed: dict[int, Entry | None] = {}
    for unit, pairs in groupby(sorted(moves.touched()), key=_unit):
        before = {entry[0]: entry for entry in published.of_unit(unit)}
        after = dict(before)
        lone = after.pop(unit << 16 | ANY, None)
        for pair in pairs:
            after[pair] = moves.applied(before.get(pair, (pair, 0, b"")))
            if not after[pair][1]:
                del after[pair]
        if sum(len(packed) for *_, packed in after.values()) > write.LONE_SIZE:
            after[unit << 16 | ANY] = units.applied(lone) if lone else write.lone(unit, map(_numbers, after.values()))
        keys = before.keys() | after.keys()
        changed.update((key, after.get(key)) for key in keys if before.get(key) != after.get(key))
    return changed


def _unit(pair: int) -> int:
    return pair >> 16


# --- words ------------------------------------------------------------------------------------------------------------


def _patched_words(index: Index, moves: _Moves[str], same_numbers: bool) -> Iterator[tuple[str, bytes, bytes | None]]:
    """(first word, digest, what it holds where that has changed) of every shard of words."""
    names = index.shards["w"].names
    if same_numbers and not moves:
        for first, name in zip((*index.words, ""), names, strict=True):
            yield first, bytes.fromhex(name.rpartition("-")[2]), None
        return
    words: dict[str, WordList] = {one[0]: one for name in names[:-1] for one in _word_lists(index.content(name))}
    for word in moves.touched():
        words[word] = moves.applied(words.get(word, (word, 0, b"")))
    lists = sorted(one for one in words.values() if one[1])
    for number, (first, content) in enumerate(write.word_shards(lists)):
        same = same_numbers and number < len(names) and index.content(names[number]) == content
        yield first, write.digest_of_shard(content), None if same else content


def _word_lists(content: bytes) -> Iterable[WordList]:
    reader = Reader(content)
    count = reader.number()
    words = reader.bytes(reader.number()).decode("utf-8", "surrogatepass").split("\n")
    return _cut(words[:count], reader)

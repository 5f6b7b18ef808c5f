"""Which article of one build is which of another, told by titles and texts: addresses may have changed.

What is compared are the data of issues (`exports`), old ones as they lie in the site, whichever version wrote them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from hashlib import blake2b

import msgspec

from wanbao import urls
from wanbao.errors import Record

BEGINNING = 80
"""How many characters of a text tell how it begins."""
ALIKE = 0.8
"""How much two beginnings must have in common (1 is all) to be those of one text that was corrected."""
MOST = 40
"""How many articles of one title are compared by how they begin: of a thousand 简讯 none is told by it."""


class Told(Record, frozen=True):
    """An article as the data of its issue tell of it."""

    address: str
    """Its address."""
    title: str = ""
    """What it is called."""
    text: str = ""
    """The digest of its text; empty where it has none."""
    beginning: str = ""
    """How its text begins."""
    source: str = ""
    """The file it was read from."""
    line: int = 0
    """Its first line there."""

    @property
    def folder(self) -> str:
        """The folder of its newspaper page."""
        return urls.folder_of(self.address)

    @property
    def number(self) -> int:
        """Its number on the page."""
        return urls.number_of(self.address)


Pairs = list[tuple[Told, Told]]
"""Articles, each with the one that it is now."""


class _Passage(msgspec.Struct):
    text: str = ""


class _Line(msgspec.Struct):
    """What is read of a line of an issue's data."""

    address: str
    title: str
    body: tuple[_Passage, ...] = ()
    source: str = ""
    lines: tuple[int, int] = (0, 0)


_decode = msgspec.json.Decoder(_Line).decode_lines


def told_of(data: bytes) -> list[Told]:
    """The articles of an issue by its data; none where these are not of our form."""
    try:
        return [_told(line) for line in _decode(data) if urls.is_article(line.address)]
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return []


def _told(line: _Line) -> Told:
    text = "\n".join(passage.text for passage in line.body)
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest() if text.strip() else ""
    return Told(line.address, line.title, digest, text[:BEGINNING], line.source, line.lines[0])


def pairs_of(old: Sequence[Told], new: Sequence[Told]) -> Pairs:
    """The old articles that are found among the new ones: those of the same title and text, then those of the same
    text, then those of the same title that stand where they stood or begin nearly alike."""
    pairs: Pairs = []
    for key in (_title_and_text, _text):
        pairs += _same(*_rest(old, new, pairs), key)
    pairs += _in_place(*_rest(old, new, pairs))
    pairs += _begin_alike(*_rest(old, new, pairs))
    return pairs


def _rest(old: Sequence[Told], new: Sequence[Told], pairs: Pairs) -> tuple[list[Told], list[Told]]:
    """Those without a partner."""
    before, after = {one.address for one, _ in pairs}, {one.address for _, one in pairs}
    return [one for one in old if one.address not in before], [one for one in new if one.address not in after]


def _title_and_text(one: Told) -> Hashable:
    return (one.title, one.text) if one.text else None


def _text(one: Told) -> Hashable:
    return one.text or None


def _same(old: Sequence[Told], new: Sequence[Told], key: Callable[[Told], Hashable]) -> Pairs:
    """Those that share a key; of several those at the same address, the others in their order."""
    known: dict[Hashable, dict[str, Told]] = {}
    for one in new:
        known.setdefault(key(one), {})[one.address] = one
    known.pop(None, None)
    pairs = [(one, found) for one in old if (found := known.get(key(one), {}).pop(one.address, None))]
    here = {one.address for one, _ in pairs}
    for one in old:
        left = known.get(key(one))
        if left and one.address not in here:
            pairs.append((one, left.pop(next(iter(left)))))
    return pairs


def _in_place(old: Sequence[Told], new: Sequence[Told]) -> Pairs:
    """Those that have kept address and title, whatever became of the text."""
    known = {(one.address, one.title): one for one in new}
    return [(one, found) for one in old if (found := known.get((one.address, one.title)))]


def _begin_alike(old: Sequence[Told], new: Sequence[Told]) -> Pairs:
    """Those of one title whose texts begin nearly alike; where several do, the one of the same number, if that is
    one."""
    titled: dict[str, list[Told]] = {}
    for one in new:
        titled.setdefault(one.title, []).append(one)
    pairs: Pairs = []
    taken: set[str] = set()
    for one in old:
        if not 0 < len(titled.get(one.title, ())) <= MOST:
            continue
        found = [other for other in titled[one.title] if other.address not in taken and _alike(one, other)]
        if len(found) > 1:
            found = [other for other in found if other.number == one.number]
        if len(found) == 1:
            pairs.append((one, found[0]))
            taken.add(found[0].address)
    return pairs


def _alike(one: Told, other: Told) -> bool:
    """Whether two texts begin nearly alike."""
    if one.beginning == other.beginning:
        return True
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, one.beginning, other.beginning, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE

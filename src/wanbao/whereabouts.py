"""What becomes of the addresses of published articles in a build, and what the maintainer may do about it.

The site as it lies there is compared with the one that takes its place, by the data of those issues whose data have
changed. The site itself depends on nothing but its sources; what is remembered here lies in the cache, decides no more
than what is told, and is at worst forgotten.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from os.path import lexists, realpath
from pathlib import Path

from wanbao import urls
from wanbao.config import PROFILE, Config
from wanbao.disk import read_plain
from wanbao.errors import Note, Record
from wanbao.exports import prefix_of
from wanbao.following import Pairs, Told, pairs_of, told_of
from wanbao.manifest import Manifest
from wanbao.publish import Output
from wanbao.publish.staging import Stage
from wanbao.store import Store

ISSUE = "issue "
"""How the names of bundles begin that are an issue; its key follows."""

MANY = 4
"""So many articles of an issue that went to one other are told of together."""
KIND = "addresses"
"""The name of this kind of thing in the cache."""


class Renumbered(Record, frozen=True):
    """An article that has another address now, though its page, or the address, is still there."""

    old: Told
    """As it was published."""
    new: Told
    """As it is."""
    last: int
    """The highest number that was published on its page."""
    between: int
    """The first line of the one article that came to its page, where no other came or went; else 0."""


class Lost(Record, frozen=True):
    """An article whose published address does not answer any more."""

    told: Told
    """As it was published; of one whose data were not to be had, the address alone."""
    now: str = ""
    """The address at which it seems to be; empty where that is not known."""


class _Memory(Record, frozen=True):
    """What is remembered."""

    first: dict[str, str]
    """The addresses of articles that were renumbered, with those under which they were published first."""
    lost: tuple[Lost, ...]
    """The articles whose addresses do not answer any more, by address."""
    prefix: str = ""
    """The prefix of the permanent ids that was published first; empty where there is no other now."""


class Whereabouts:
    """The addresses of published articles in one build."""

    def __init__(self, config: Config, output: Output, manifest: Manifest) -> None:
        """Compare the site as it is with what is staged, before that takes its place."""
        self._folder = output.folder
        self._store = Store(config.cache_folder, "") if config.remember else None
        self._known = _recalled(self._store, self._folder) if self._store else _NOTHING
        self._renumbered: list[Renumbered] = []
        self._where: dict[str, str] = {}
        """Where articles are now, by the address at which they were published."""
        self._gone: dict[str, Told] = {}
        """The articles whose addresses are not made any more, by these."""
        self._came: list[Told] = []
        """The articles at addresses that were not made before."""
        before, after = _issues(output.manifest, manifest), _issues(manifest, output.manifest)
        for address, digest in before.items():
            if after.get(address) != digest:
                self._compare(_old(output, address), _new(output, address) if address in after else [])
        if output.manifest and (self._gone or self._known.lost):
            for address in after.keys() - before.keys():
                self._came += _new(output, address)
        self._came.sort(key=_address)
        self._prefixes = prefix_of(_published(output, urls.DATA_PACKAGE)), prefix_of(_staged(output, urls.DATA_PACKAGE))
        """The prefix of the permanent ids as it was, and as it will be; empty where the site does not change."""

    def _compare(self, old: list[Told], new: list[Told]) -> None:
        """Compare an issue as it was with what it is."""
        pairs = pairs_of(old, new)
        was, there = {one.address for one in old}, {one.address for one in new}
        self._gone |= {one.address: one for one in old if one.address not in there}
        self._came += [one for one in new if one.address not in was]
        moved = [pair for pair in pairs if pair[0].address != pair[1].address]
        self._where |= {one.address: other.address for one, other in moved}
        ways = _ways(old, new, pairs) if moved else {}
        self._renumbered += [
            Renumbered(one, other, *ways[one.folder])
            for one, other in moved
            if one.folder == other.folder or one.address in there
        ]

    def findings(self, removed: Iterable[str], left_out: Collection[str] = ()) -> list[Note]:
        """What is to be told of them, once the site is there and the addresses `removed` are not; what the next build
        must know is remembered. The files `left_out` have errors.

        An address that is lost is told in every build until it answers: with its article, or as addresses.yml says.
        """
        first = dict(self._known.first)
        notes = list(self._told_of_renumbered(first))
        first = {address: origin for address, origin in first.items() if self._answers(address)}
        lost = self._lost(filter(urls.is_article, removed))
        prefix = self._first_prefix()
        if prefix and self._is_renamed():
            notes.append(_told_of_prefix(prefix, self._prefixes[1]))
        now = _Memory(first, lost, prefix)
        if self._store and now != self._known:
            self._store.keep(KIND, _name(self._store, self._folder), now)
        rest, together = _of_moved_issues(lost, left_out) if self._store else (lost, [])  # `moved` must know of them
        return notes + together + [_told_of_lost(one, one.told.source in left_out) for one in rest]

    def _first_prefix(self) -> str:
        """The prefix of the permanent ids that was published first; empty where it is the one of this build."""
        old, new = self._prefixes
        first = self._known.prefix or (old if self._is_renamed() else "")
        return "" if first == new else first

    def _is_renamed(self) -> bool:
        """Whether this build changes the prefix of the permanent ids."""
        old, new = self._prefixes
        return bool(old and new) and old != new

    def _told_of_renumbered(self, first: dict[str, str]) -> Iterator[Note]:
        """A warning for every article whose number changed, unless it changed back; `first` is brought up to date."""
        moves = [(one, first.pop(one.old.address, one.old.address)) for one in self._renumbered]
        restored = {origin for one, origin in moves if one.new.address == origin}
        for one, origin in moves:
            # Who had an address only as long as another article did not have it again was hardly cited by it.
            if origin not in restored:
                first[one.new.address] = origin
                yield _told_of(one, origin)

    def _lost(self, removed: Iterable[str]) -> tuple[Lost, ...]:
        """The articles whose addresses do not answer: those of these that were removed, and those that are remembered.

        Those just removed are looked for first, because others may have been where they were.
        """
        known = {one.told.address: one for one in self._known.lost}
        just = {address: Lost(self._gone.get(address, Told(address))) for address in removed}
        found = [one for one in self._found(just.values()) if not self._answers(one.told.address)]
        others = [one for address, one in known.items() if address not in just and not self._answers(address)]
        return tuple(sorted([*found, *self._found(others)], key=lambda one: one.told.address))

    def _found(self, lost: Iterable[Lost]) -> list[Lost]:
        """These with the addresses at which they seem to be: those known, or those of articles that came."""
        lost = [Lost(one.told, self._now(one)) for one in lost]
        homeless = [one.told for one in lost if not one.now and one.told.text]
        self._where |= {one.address: other.address for one, other in pairs_of(homeless, self._came)}
        return [Lost(one.told, one.now or self._now(one)) for one in lost]

    def _now(self, one: Lost) -> str:
        """Where a lost article seems to be; empty where that is not known, or does not answer either."""
        now = self._where.get(one.told.address) or self._where.get(one.now, one.now)
        return now if now and self._answers(now) else ""

    def _answers(self, address: str) -> bool:
        return lexists(f"{self._folder}/{address}")


_NOTHING = _Memory({}, ())


def _recalled(store: Store, folder: str | Path) -> _Memory:
    """What the last build of this site remembered."""
    return store.recalled(KIND, _name(store, folder), _Memory) or _NOTHING


def _name(store: Store, folder: str | Path) -> str:
    return store.name(realpath(folder))


def lost_addresses(config: Config) -> tuple[Lost, ...]:
    """The articles whose published addresses do not answer in the site as it lies there, as its last build found out,
    by address; where they are now only as far as that answers."""
    folder = str(config.output)
    known = _recalled(Store(config.cache_folder, ""), folder).lost
    return tuple(
        one if one.now and lexists(f"{folder}/{one.now}") else Lost(one.told)
        for one in known
        if not lexists(f"{folder}/{one.told.address}")
    )


def _address(one: Told) -> str:
    return one.address


def _issues(of: Manifest | None, other: Manifest | None) -> dict[str, str]:
    """The data of the issues of a site that the other has not got in the same form: addresses and digests."""
    known = other.bundles if other else {}
    found = {}
    for name, entry in of.bundles.items() if of else ():
        if name.startswith(ISSUE) and entry is not known.get(name):
            address = urls.issue_data(name.removeprefix(ISSUE))
            found[address] = entry.files.get(address, "")
    return found


def _old(output: Output, address: str) -> list[Told]:
    """The articles of an issue as they are published; none where the file cannot be read."""
    return told_of(_published(output, address))


def _new(output: Output, address: str) -> list[Told]:
    """The articles of an issue as they will be."""
    return told_of(_staged(output, address))


def _published(output: Output, address: str) -> bytes:
    """A file of the site as it is; nothing where it cannot be read."""
    try:
        return read_plain(Path(output.folder, address))
    except OSError:
        return b""


def _staged(output: Output, address: str) -> bytes:
    """A file of the site that takes its place; nothing where it stays as it is."""
    try:
        return Stage(output.folder).read(address)
    except OSError:
        return b""


def _ways(old: Sequence[Told], new: Sequence[Told], pairs: Pairs) -> dict[str, tuple[int, int]]:
    """(highest number that was published on it, first line of the one article that came to it, where no other came or
    went, else 0) of every newspaper page of an issue, by its folder."""
    before, after = {one.address for one, _ in pairs}, {one.address for _, one in pairs}
    came: dict[str, list[int]] = {}
    for one in new:
        if one.address not in after:
            came.setdefault(one.folder, []).append(one.line)
    went = {one.folder for one in old if one.address not in before}
    last: dict[str, int] = {}
    for one in old:
        last[one.folder] = max(one.number, last.get(one.folder, 0))
    lines = {folder: of[0] for folder, of in came.items() if len(of) == 1 and folder not in went}
    return {folder: (number, lines.get(folder, 0)) for folder, number in last.items()}


def _of_moved_issues(lost: Iterable[Lost], left_out: Collection[str]) -> tuple[list[Lost], list[Note]]:
    """One warning for the articles of an issue that are in one other now, where these are many; the others remain."""
    ways: dict[tuple[str, str], list[Lost]] = {}
    for one in lost:
        now = "" if one.told.source in left_out else one.now
        ways.setdefault((_issue_of(one.told.address), _issue_of(now)), []).append(one)
    rest: list[Lost] = []
    notes = []
    for (old, new), members in ways.items():
        if not new or old == new or len(members) < MANY:
            rest += members
            continue
        what = f"{len(members)} published articles of this issue are no longer there: “{members[0].told.title}” …"
        remedy = f"they seem to be in {new} now: have `wanbao moved` write their addresses into addresses.yml"
        notes.append(Note("W306", what, remedy, old))
    return rest, notes


def _issue_of(article: str) -> str:
    """The page of the issue of an article, by its address; empty for no address."""
    return urls.around(article)[2] if article else ""


def _told_of_lost(one: Lost, left_out: bool) -> Note:
    """The warning of an article whose published address no longer answers; `left_out` says whether its source has
    errors."""
    address = one.told.address
    title = f": “{one.told.title}”" if one.told.title else ""
    remedy = "if readers may have it, mend its source or put it back, or write its new address under `moved:`"
    remedy += " in addresses.yml"
    if left_out:
        remedy = f"it answers here again once the errors of {one.told.source} are mended"
    elif one.now:
        remedy = f"it seems to be at {one.now} now: write `{address}: {one.now}` under `moved:` in addresses.yml,"
        remedy += " or have `wanbao moved` write all such"
    return Note("W306", f"this published article is no longer there{title}", remedy, address)


def _told_of_prefix(first: str, new: str) -> Note:
    """The warning that all articles have other ids than those under which they were published first."""
    what = f"`short` was {first} when the site was published and is {new} now: addresses stay, but all permanent ids,"
    what += " by which articles are cited and feed readers know them, are others"
    return Note("W312", what, f"write `short: {first}` again if anybody may have read the site", PROFILE)


def _told_of(one: Renumbered, first: str) -> Note:
    """The warning of an article that was published under another address first."""
    old, new = Told(first), one.new
    remedy = "correct the page number, or the text above it, if it belongs where it was"
    if old.folder == new.folder and old.number <= urls.LARGEST_FIXED:
        remedy = f"write {{#{old.number}}} at the end of this line, and it keeps its address and id"
        if one.between and one.last < urls.LARGEST_FIXED:
            remedy += (
                f"; or {{#{one.last + 1}}} at the end of line {one.between}, where the article begins that came in"
            )
    message = f"“{new.title}” was published as {first} and has moved to {new.address}"
    return Note("W311", message, f"{remedy}; no later build says so again", new.source, new.line)

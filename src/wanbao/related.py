"""Which earlier articles belong with an article, and why: the same series, the same rare words, the same writers.

A newspaper that comes back to a matter calls it by the same name: “职通车”, 《安全生产法》, or words of the headline
that the text repeats. So what is compared is the names that an article puts between quotation marks and the phrases
that its headline and its text share, and of all those only what few earlier articles used. The parts of a series belong
together whatever they say, and so do articles whose texts are the same. That two articles have a writer in common makes
weak reasons strong, and is none by itself.

Articles are related to *earlier* ones alone, and whether a name is rare is judged by what was printed before; so an
issue added at the end never changes what older pages show. Where nothing is rare enough, nothing is related.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from types import MappingProxyType

from msgspec import Struct, field

from wanbao.digests import digest_of
from wanbao.errors import Record
from wanbao.patterns import HAN, regex
from wanbao.records import Article
from wanbao.records.archive import Archive, Named, Volume
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.outline import SAME, Outline
from wanbao.records.pagecard import CardRef, PageCard
from wanbao.store import Store

RELATED = "related"
"""The kind of what is remembered of related articles."""

MOST_NAMES = 5
"""How many names of an article count, the longest first: the long ones tell most."""
MOST_RELATED = 4
"""How many related articles a page shows."""
COMMON = 24
"""A name that so many earlier articles used relates nothing."""
REMEMBERED = 6
"""How many of the latest articles that used a name, or belong to a series, are remembered."""
STRONG = 4
"""A single shared name must have so many characters; of shorter ones it takes two, or a writer in common."""
SERIES_WEIGHT = 40
"""What a shared series is worth beside names, which are worth their length."""
SAME_WEIGHT = 1000
"""That their texts are the same tells more than anything else."""

_QUOTED = regex(r"[“《「『]([^“”《》「」『』。，；！？\n]{2,20})[”》」』]")
_TWO_HAN = regex(r"[一-鿿][^一-鿿]*[一-鿿]")
_HAN_RUN = regex(f"[{HAN}]{{3,}}")
_NO_WRITERS = ("photographer", "artist")


def names_of(article: Article) -> tuple[str, ...]:
    """The names that an article puts between quotation marks, the longest first, those of its headlines before all,
    and the phrases of its headline that its text repeats."""
    headlines = " ".join((*article.kicker_lines, *article.headline_lines, *article.deck_lines))
    body = "\n".join([passage.text for passage in article.body])
    phrases = {*_phrases(article.headline_lines, body)}
    of_headlines = phrases.union(_QUOTED.findall(headlines))
    ranked = chain(_longest_first(of_headlines), _longest_first({*_QUOTED.findall(body)} - of_headlines))
    return tuple(islice((name for name in ranked if name in phrases or _TWO_HAN.search(name)), MOST_NAMES))


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(sorted(names), key=len, reverse=True)


def _phrases(headline: Iterable[str], body: str) -> Iterator[str]:
    """The longest stretches of three Han characters and more that the headline holds and the text repeats."""
    for line in headline:
        for run in _HAN_RUN.findall(line):
            start = 0
            while start + 3 <= len(run):
                end = start + 2
                while end < len(run) and _is_repeated(run[start : end + 1], body):
                    end += 1
                if end - start >= 3:
                    yield run[start:end]
                    start = end
                else:
                    start += 1


def _is_repeated(piece: str, text: str) -> bool:
    """Whether the text holds it twice."""
    first = text.find(piece)
    return first >= 0 and text.find(piece, first + len(piece)) >= 0


class Relation(Record, frozen=True):
    """An earlier article that belongs with one."""

    address: str
    """Its address."""
    title: str
    """What it is called."""
    date: str
    """Its date, EDTF."""
    names: tuple[str, ...]
    """The names they share, the longest first."""
    series: str = ""
    """The series or standing column they share."""
    counted: bool = False
    """Whether that is a series, which counts its parts."""
    writers: tuple[str, ...] = ()
    """The writers they share."""
    same: bool = False
    """Whether its text is the same."""


class Candidates(Record, frozen=True):
    """The earlier articles that may belong with one, before it is weighed whether they do."""

    named: tuple[tuple[str, tuple[CardRef, ...]], ...] = ()
    """Its names, and the digest of its text (`SAME`), that few earlier articles have, each with the latest that do."""
    serial: tuple[tuple[str, bool, tuple[CardRef, ...]], ...] = ()
    """Its series and standing columns, whether each counts its parts, and the latest articles of it."""


Uses = dict[str, tuple[CardRef, ...]]
"""The earlier articles that used a name, or the latest of a series; none for a name that has become common."""


class _Shared(Struct):
    """What an earlier article shares with one."""

    card: Card
    writers: tuple[str, ...] = ()
    names: list[str] = field(default_factory=list)
    series: str = ""
    counted: bool = False
    same: bool = False

    def weight(self) -> int:
        """How much it tells; 0 where it is too little."""
        if self.same:
            return SAME_WEIGHT
        strong = self.counted or len(self.names) > 1 or any(len(name) >= STRONG for name in self.names)
        if not strong and not (self.writers and (self.names or self.series)):
            return 0
        return sum(map(len, self.names)) + SERIES_WEIGHT * self.counted + 2 * len(self.writers) + 2 * bool(self.series)


NOTHING_NAMED: Mapping[str, Named] = MappingProxyType({})


def names_by_issue(volumes: Iterable[Volume]) -> dict[str, Named]:
    """What is named in every issue of an archive, the issues by their keys."""
    return {named.issue: named for volume in volumes for named in volume.named}


def candidates(
    issues: Sequence[IssueCard], wanted: Iterable[int] | None = None, names: Mapping[str, Named] = NOTHING_NAMED
) -> Iterator[tuple[tuple[tuple[int, Candidates], ...], str]]:
    """For every issue, in their order: the articles that have candidates (each by its place in order of print, from 0)
    with these, and a text that stands for all that can be shown of them: their cards as they are packed, so that the
    edit of an article concerns only those that may be related to it. Where only some issues are `wanted`, by their
    numbers, rising, it is told of these alone.

    Nothing is weighed here: `related` does that for the articles whose pages are made. `names` are all names of the
    issues of which that is known: most of them name nothing that is asked for, and are passed over.
    """
    chosen = dict.fromkeys(range(len(issues)) if wanted is None else wanted)
    named, serial = _asked_for(issues[at] for at in chosen)
    used: Uses = {}
    series: Uses = {}
    for at in range(max(chosen, default=-1) + 1):
        pages = issues[at].pages
        if at in chosen:
            yield _candidates_of_issue(pages, used, series)
        said = names.get(issues[at].key)
        here = named if said is None else named.intersection(said.names.split("\n"))
        runs = serial if said is None else serial.intersection(said.series.split("\n"))
        for page in pages if here or runs else ():
            if here:
                _remember(page, here, used, named)
            for place, name, _ in page.series if runs else ():
                if name in runs:
                    series[name] = (*series.get(name, ())[1 - REMEMBERED :], CardRef(page, place))


def _asked_for(issues: Iterable[IssueCard]) -> tuple[set[str], set[str]]:
    """The names between quotation marks, and the series, that any article of these issues has."""
    named: set[str] = set()
    serial: set[str] = set()
    for issue in issues:
        for page in issue.pages:
            named.update(page.named[0])
            serial.update([name for _, name, _ in page.series])
    named.discard("")  # what a page without any names gives
    return named, serial


def _candidates_of_issue(
    pages: Sequence[PageCard], used: Uses, series: Uses
) -> tuple[tuple[tuple[int, Candidates], ...], str]:
    """What `candidates` says of one issue, where earlier articles used these names and belong to these series."""
    stands: list[str] = []
    found: list[tuple[int, Candidates]] = []
    before = 0
    for page in pages:
        found += [(before + place, of) for place, of in _candidates(page, page.outline, used, series, stands)]
        before += page.articles
    return tuple(found), "\n".join(stands)


class Standings(Record, frozen=True):
    """What stands for the candidates of every issue, and those that were found on the way."""

    marks: tuple[tuple[str, str], ...]
    """For every issue a digest of it and all before it, and one that stands for its candidates."""
    found: Mapping[str, tuple[tuple[int, Candidates], ...]]
    """The candidates of those issues that had to be looked at, by the key of the issue."""


def standings(
    issues: Sequence[IssueCard], known: Sequence[tuple[str, str]] = (), names: Mapping[str, Named] = NOTHING_NAMED
) -> Standings:
    """What stands for the candidates of these issues. They follow from an issue and all before it; so what is `known`
    from an earlier build need not be found again. `names` are as for `candidates`."""
    chain = ""
    chains = [chain := digest_of(chain, issue.key, issue.digest) for issue in issues]
    pairs = enumerate(zip(chains, known, strict=False))
    same = next((at for at, (one, (other, _)) in pairs if one != other), min(len(chains), len(known)))
    marks = list(known[:same])
    found = {}
    rest = candidates(issues, range(same, len(issues)), names)
    for issue, chain, (of_issue, stands) in zip(issues[same:], chains[same:], rest, strict=True):
        marks.append((chain, digest_of(stands)))
        found[issue.key] = of_issue
    return Standings(tuple(marks), found)


def standing_of(archive: Archive, store: Store) -> Standings:
    """What stands for the related articles of every issue, remembered as far as nothing has changed."""
    name = store.name(RELATED)
    known = store.load(RELATED, name, tuple[tuple[str, str], ...]) or ()
    standing = standings(archive.issues, known, names_by_issue(archive.volumes))
    if standing.marks != known:
        store.save(RELATED, name, standing.marks)
    return standing


def _remember(page: PageCard, here: set[str], used: Uses, named: set[str]) -> None:
    """Remember which of the names asked for, of which these stand in the issue, the articles of a page use, for later
    ones; a name that becomes common is taken out of those asked for."""
    names, places = page.named
    if here.isdisjoint(names):  # as on most pages
        return
    own = (CardRef(page, -1),)
    for at, name in zip(places, names, strict=False):
        if name not in named:
            continue
        if at != own[0].at:
            own = (CardRef(page, at),)
        earlier = used.get(name)
        if earlier is None:
            used[name] = own  # most names come once: they cost nothing but their place
        elif earlier:
            used[name] = earlier + own if len(earlier) < COMMON else ()
            if not used[name]:
                named.discard(name)  # common for ever: nothing need be remembered of it


def _candidates(
    page: PageCard, outline: Outline, used: Uses, series: Uses, stands: list[str]
) -> list[tuple[int, Candidates]]:
    """The candidates of the articles of a page that have any, by their places on it; what stands for them is added to
    `stands`."""
    named: dict[int, list[tuple[str, tuple[CardRef, ...]]]] = {}
    for at, name in outline.names:
        if earlier := used.get(name):
            latest = earlier[-REMEMBERED:]
            named.setdefault(at, []).append((name, latest))
            stands += (page.address, str(at), name, *map(_stands_for, latest))
    serial: dict[int, list[tuple[str, bool, tuple[CardRef, ...]]]] = {}
    for at, name, part in outline.series:
        if latest := series.get(name, ()):
            serial.setdefault(at, []).append((name, part > 0, latest))
            stands += (page.address, str(at), name, str(part), *map(_stands_for, latest))
    return [(at, Candidates(tuple(named.get(at, ())), tuple(serial.get(at, ())))) for at in sorted({*named, *serial})]


def _stands_for(one: CardRef) -> str:
    return _digest_of_card(one.page.packed(one.at))


_digest_of_card = lru_cache(maxsize=4096)(digest_of)
"""Remembered, because the articles of an issue are related to the same few earlier ones."""


def related(card: Card, found: Candidates) -> tuple[Relation, ...]:
    """What an article is related to of its candidates, what tells most first."""
    if not (found.named or found.serial):
        return ()
    shared = _shared_with(found)
    if writers := _writers(card):
        for one in shared:
            one.writers = tuple(name for name in _writers(one.card) if name in writers)
    weighed = [(one.weight(), one) for one in shared]
    strong = [(weight, one.card.date, one.card.address, one) for weight, one in weighed if weight]
    strong.sort(key=lambda row: row[:3], reverse=True)
    return tuple(
        Relation(f.card.address, f.card.title, f.card.date, tuple(f.names), f.series, f.counted, f.writers, f.same)
        for *_, f in strong[:MOST_RELATED]
    )


def _shared_with(found: Candidates) -> list[_Shared]:
    """What an article shares with each of its candidates, writers apart."""
    shared: dict[str, _Shared] = {}

    def with_each_of(articles: Iterable[CardRef]) -> Iterator[_Shared]:
        for earlier in (article.card for article in articles):
            yield shared.get(earlier.address) or shared.setdefault(earlier.address, _Shared(earlier))

    for name, articles in found.named:
        for one in with_each_of(articles):
            if name.startswith(SAME):
                one.same = True
            else:
                one.names.append(name)
    for name, counted, articles in found.serial:
        for one in with_each_of(articles):
            one.series, one.counted = name, counted
    return list(shared.values())


def _writers(card: Card) -> tuple[str, ...]:
    return tuple(dict.fromkeys([name for name, role, _ in card.contributors if role not in _NO_WRITERS]))

"""Works of art on a page: whether they illustrate an article or stand for themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, OPENED, Sight
from wanbao.parse.titles import PICTURE_TITLE
from wanbao.text import fold


def find_artists(row: Row) -> None:
    """Works of art by somebody whom a heading of this page names, or of what it names, illustrate that article."""
    sights = row.sights
    makers = [_maker(sight) if "picture_title" in sight.evidence else None for sight in sights]
    if not any(maker is not None for maker in makers):
        return
    headed = [sight for sight in sights if sight.is_heading and "picture_title" not in sight.evidence]
    named = _named({name for name in makers if name and len(name) >= 2}, headed)
    stories = {heading.text for heading in headed if heading.size in _TITLES}
    headed_works = _below_headline(sights)
    for place, (sight, name) in enumerate(zip(sights, makers, strict=True)):
        if name is None:
            continue
        if not stories.isdisjoint(_pieces(sight.text, _TITLES)):
            sight.evidence.append("title_of_story")
        if _told_above(sights, place):
            sight.evidence.append("told_above")
        if name in named or place in headed_works:
            _illustrates(sight)
        elif name and makers[place + 1 : place + 2] == [name]:
            _by_author_of(sights, place)


def _below_headline(sights: list[Sight]) -> set[int]:
    """Where several works stand in a row between a headline and its text."""
    found: set[int] = set()
    row: list[int] = []
    for place, sight in enumerate(sights):
        if "picture_title" in sight.evidence and not sight.is_heading and (row or "under_heading" in sight.evidence):
            row.append(place)
            continue
        if len(row) > 1 and sight.shape == "text" and not sight.is_heading:
            found.update(row)
        row = []
    return found


_TITLES = range(3, 9)
"""How long a headline is that the title of a picture may have in it."""


def _named(names: set[str], headed: list[Sight]) -> set[str]:
    """Those of these artists whom a heading names; the heading is told."""
    found: set[str] = set()
    sizes = {len(name) for name in names}
    for heading in headed:
        here = names.intersection(_pieces(heading.text, sizes))
        if here:
            found |= here
            heading.evidence.append("artist_heading")
    return found


def _pieces(text: str, sizes: Iterable[int]) -> Iterator[str]:
    """All runs of letters of these lengths in a line."""
    return (text[start : start + size] for size in sizes for start in range(len(text) - size + 1))


def _maker(sight: Sight) -> str:
    """Who made the work whose title a line is, or an empty text."""
    found = PICTURE_TITLE.match(fold(sight.text))
    return ((found.group("who") or found.group("artist") or "") if found else "").rstrip("绘作画剪书刻摄")


def _illustrates(sight: Sight) -> None:
    """The title of a work illustrates the article: its artist signs nothing else."""
    sight.evidence.append("artist_in_heading")
    sight.sign = None
    sight.withdraw("signed_name")


def _told_above(sights: list[Sight], place: int) -> bool:
    """Whether the story right above speaks of what the work shows: half of its title, in pairs of letters, or more."""
    title = fold(sights[place].text).partition("(")[0].strip()
    pairs = {title[start : start + 2] for start in range(len(title) - 1)}
    if not pairs:
        return False
    above = sights[max(0, place - _LONGEST_STORY) : place]
    start = next((index for index in reversed(range(len(above))) if above[index].may_head()), 0)
    story = "".join(fold(sight.text) for sight in above[start:])
    return 2 * sum(pair in story for pair in pairs) >= len(pairs)


_LONGEST_STORY = 40
"""So many pieces above at most stands the heading of the story that a work illustrates."""


_NAMES = AUTHORS | OPENED | {"signed", "signed_name"}
_LONGEST_SKETCH = 12
"""So many pieces above at most stands the heading of a piece with its author's own drawings."""


def _by_author_of(sights: list[Sight], place: int) -> None:
    """Two works of one artist, one after the other below a text, are by its author and illustrate it."""
    above = sights[max(0, place - _LONGEST_SKETCH) : place]
    start = next((index for index in reversed(range(len(above))) if above[index].is_heading), None)
    if start is None or above[-1].shape != "text" or "picture_title" in above[-1].evidence:
        return
    heading = above[start]
    if not all(_NAMES.isdisjoint(sight.evidence) for sight in above[start + 1 :]):
        return  # somebody else wrote it
    for sight in sights[place : place + 2]:
        _illustrates(sight)
    heading.evidence += [name for name in ("artist_heading", "own_author") if name not in heading.evidence]

"""What the levels of headings mean on a page: which open articles, which never do, and whether they mean anything."""

from __future__ import annotations

from wanbao.parse.row import Row
from wanbao.parse.sight import OPENED, Sight
from wanbao.parse.tiers import Levels
from wanbao.parse.titles import is_label
from wanbao.text import unspaced


def levels_of(row: Row) -> Levels:
    """Where headings of one level open most articles and those of a deeper level none, the deeper are sub-headlines:
    of 15 such all are, and of 21 on pages whose articles open under several levels 11.

    Where stories open under several levels, and none has three in four of them, a deeper level tells little.

    Answers what the levels of this page mean: they are steady where most articles open under headings of one level,
    and random where several open and no level has most of them.
    """
    opening, silent = _levels_of_openings(row)
    _back_up(row)
    _beside_headline(row)
    total = sum(opening.values())
    if total < 2:
        return "steady"
    most = max(opening.values()) / total
    if most >= _MOST_STEADY:
        for level, headings in silent.items():
            if level not in opening and level > min(opening) and len(headings) > 1:
                for heading in headings:
                    heading.evidence.append("never_opens")
        return "steady"
    if total < _LEAST_RANDOM:
        return "loose"
    for index in row.heads:
        heading = row.solid[index]
        if "deeper" in heading.evidence:
            heading.withdraw("deeper")
            heading.evidence.append("smaller")
    return "random" if most <= _MOST_RANDOM else "loose"


def _beside_headline(row: Row) -> None:
    """A heading of the level of the headline above it, under which a story with an author or a dateline opened, is no
    deeper than that, whatever other levels the page has."""
    headline = group = 0
    last = -2
    for index in row.heads:
        heading, below = row.solid[index], row.opener(index)
        level = heading.piece.level
        group = min(group, level) if index == last + 1 and group and level else level
        last = index
        if below is None or below.is_heading:
            continue
        if not OPENED.isdisjoint(below.evidence):
            headline = group
        elif level and level == headline:
            heading.withdraw("deeper")


def _levels_of_openings(row: Row) -> tuple[dict[int, int], dict[int, list[Sight]]]:
    """How many articles open under headings of each level, and the headings of each level under which none does."""
    opening: dict[int, int] = {}
    silent: dict[int, list[Sight]] = {}
    group, last = 0, -1  # the highest level among the headings that stand together, and where the last one stood
    for index in row.heads:
        sight, following = row.solid[index], row.opener(index)
        level = sight.piece.level
        if index != last + 1 or not level or is_label(sight):
            group = 0
        last = index
        if not level or following is None or is_label(sight):
            continue
        group = min(group or level, level)
        if following.is_heading or following.shape in ("table", "html"):
            continue
        if not OPENED.isdisjoint(following.evidence):
            opening[group] = opening.get(group, 0) + 1
        else:
            silent.setdefault(level, []).append(sight)
    return opening, silent


_MOST_STEADY, _LEAST_RANDOM, _MOST_RANDOM = 0.75, 4, 0.6


def _back_up(row: Row) -> None:
    """A heading of an article's own level below two sub-headlines of a deeper one: the article is over."""
    top, deeper = 0, 0
    last = -1
    for index in row.heads:
        sight, following = row.solid[index], row.below[index]
        level = sight.piece.level
        group, last = index == last + 1 and last >= 0, index
        if not level or following is None or is_label(sight):
            continue
        if following.is_heading or group:
            top, deeper = (min(top, level) if group and top else level), 0
        elif not OPENED.isdisjoint(following.evidence) or "jump_from" in following.evidence:
            top, deeper = level, 0
        elif top and level > top:
            deeper += 1
        elif top and level == top and deeper >= 2:
            sight.evidence.append("level_back")
            deeper = 0
        else:
            top, deeper = level, 0


def level_alone(row: Row) -> int:
    """The level of headings that open a story and have no other beside them, where all of them have one; else 0."""
    levels = set()
    last = -2
    for index in row.heads:
        following, beside = row.below[index], index == last + 1
        last = index
        if beside or following is None or following.is_heading or is_label(row.solid[index]):
            continue
        if not OPENED.isdisjoint(following.evidence):
            levels.add(row.solid[index].piece.level)
    return (levels.pop() or 0) if len(levels) == 1 else 0


def page_title(row: Row) -> None:
    """A supplement's page has its name at the top, larger than every headline."""
    headings = [sight for sight in row.sights if sight.piece.level and not sight.furniture]
    if len(headings) < 4 or headings[0] not in row.sights[:4] or is_label(headings[0]):
        return
    first, second = headings[0], headings[1]
    below = next((sight for sight in row.sights[row.sights.index(first) + 1 :] if not sight.furniture), first)
    if not OPENED.isdisjoint(below.evidence):
        return  # a story opens right below it
    alone = all(sight.piece.level > first.piece.level for sight in headings[1:])
    if alone and len(unspaced(first.text)) <= 5 and not _DECK_LIKE.intersection(second.evidence):
        first.evidence.append("page_title")


_DECK_LIKE = frozenset(("dash", "long", "stops_inside", "long_second", "twin"))

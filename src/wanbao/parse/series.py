"""Several alike in a row: places of one report, poems of a group, briefs without titles, sub-headlines of one form."""

from __future__ import annotations

from itertools import pairwise

from wanbao.parse.pupils import may_name_pupil
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, DATED, NAMED, OPENED, Sight
from wanbao.patterns import HAN, regex
from wanbao.text import is_han

_PLACE_MARK = regex(rf"[●■◆▲★•·]?\s?(?P<place>[{HAN}]{{2,6}})$")


_LONGEST_PLACE = 3
"""A longer word at the beginning of the news is rather what it is about: `渡口人家`, `渡口人家合唱团昨晚登台`."""


def places(sights: list[Sight]) -> None:
    """Places that divide one report: each is named again by the dateline right under it."""
    for heading, below in pairwise(sights):
        if below.opening is None or not (heading.is_heading or "short_line" in heading.evidence):
            continue
        found = _PLACE_MARK.match(heading.text.strip())
        if found is None:
            continue
        place, end = found.group("place"), below.opening.end
        if place in below.text[:end] or (len(place) <= _LONGEST_PLACE and place in below.text[end : end + 6]):
            heading.evidence.append("place_of_dateline")
            below.evidence.append("dateline_of_place")


_FEWEST_PLACES = 3


def place_row(row: Row) -> None:
    """Names of places as headings one after another, a dateline under each: parts of one report, above all the first,
    which stands right under the headline."""
    found: list[int] = []
    for index in [*row.heads, -1]:
        sight = row.solid[index] if index >= 0 else None
        below = row.after(index) if sight else None
        if sight and below and "place_name" in sight.evidence and not DATED.isdisjoint(below.evidence):
            found.append(index)
        elif below is None or not below.is_heading:  # a headline right above a place begins the row
            named = sum("place_of_dateline" in row.solid[place].evidence for place in found)
            if len(found) >= _FEWEST_PLACES or (named and len(found) > 1):
                for place in found:
                    row.solid[place].evidence.append("place_row")
                if found[0] and row.solid[found[0] - 1].is_heading:
                    row.solid[found[0] - 1].evidence.append("above_places")
            found = []


def several_places(sights: list[Sight]) -> None:
    """Datelines from several places under one headline, nobody signing between them: a report put together from all.

    Papers put news of one thing from Moscow, Baghdad and New York under one headline; news of different things has a
    headline each, or stands in a column of briefs, where every text opens with a dateline.
    """
    dated = [sight.opening.dateline for sight in sights if sight.opening and sight.opening.dateline]
    if len({dateline.place for dateline in dated} - {""}) <= 1:
        return
    places: set[str] = set()
    headed = False
    for sight in sights:
        if sight.is_heading or "no_marks" in sight.evidence:
            headed, places = True, set()
        elif sight.sign or not AUTHORS.isdisjoint(sight.evidence):
            headed = False
        elif headed and sight.opening and sight.opening.dateline and (place := sight.opening.dateline.place):
            if len(places) > 1 or (places and place not in places):
                sight.evidence.append("other_place")
            places.add(place)


_SLUG = regex(rf"[{HAN}]{{2,4}}[\s\u3000：:]+(?=[^\s：:]{{4}})")


def forms(row: Row) -> None:
    """Headings of one form one after another, no dateline under them: `接报 桥洞里有人倒地`, hours, questions, or three
    with the same end: `好心上当`, `贪心上当`, `迷信上当`."""
    alike: list[int] = []
    kind, last = "", 0  # two that stand together are headline and deck, no parts of a story
    heads = row.heads
    if "no_marks" in row.shown:  # of unmarked lines in a row the first
        heads = [index for index, able in enumerate(row.able) if able and not (index and row.able[index - 1])]
    for index in [*heads, -1]:
        sight = row.solid[index] if index >= 0 else None
        after = row.after(index) if sight else None
        opens = after is not None and not OPENED.isdisjoint(after.evidence)
        form = _form(sight.text.strip()) if sight and not opens else ""
        if form != kind or not form:
            if len(alike) >= (2 if kind in ("slug", "spoken") else 3) and alike != [last - 1, last]:
                for place in alike:
                    row.solid[place].evidence.append("same_form")
            alike, kind = [], form
        if form:
            alike.append(index)
            last = index


_HOUR = regex(
    r"(?:[上下]午|凌晨|清晨|中午|傍晚|晚上?|深夜)?\s?\d{1,2}\s?(?:[:：]\s?\d\d|[时点](?:\d{1,2}分|半|许)?)[\s\u3000：:—-]*(?=\D)"
)
"""`03:40 国庆路`, `凌晨4点 粥铺`: a day told by its hours."""


def _form(text: str) -> str:
    """The form of a heading that several sub-headlines share."""
    if _HOUR.match(text):
        return "hour"
    if text[-1:] in "？?":
        return "question"
    if len(text) <= 20 and (slug := _SLUG.match(text)):
        return "spoken" if slug.group().rstrip()[-1] in "：:" else "slug"
    end = text[-2:]
    return end if _LEAST_RHYMED <= len(text) <= _MOST_RHYMED and all(map(is_han, end)) else ""


_LEAST_RHYMED, _MOST_RHYMED = 4, 14
"""Letters of headings that may share their end as parts of one story."""


GROUP_OF_POEMS = regex(r"[（(]?(?:外[一二两三四五六]首|组诗|[二三四五六]首)[）)]$")


def poems(sights: list[Sight]) -> None:
    """Poems under `…（外二首）`: short lines without a full stop, and their titles."""
    if not any(map(_heads_poems, [sight for sight in sights if sight.is_heading])):
        return
    inside = False
    for index, sight in enumerate(sights):
        if sight.is_heading:
            if _heads_poems(sight):
                inside = True
            elif inside and _is_poem(sights[index + 1 : index + 3]) and "heading_byline" not in sight.evidence:
                sight.evidence.append("poem_title")
            else:
                inside = False
        elif inside and sight.shape == "text" and sights[index - 1].shape != "image":
            if sight.size > 40:
                inside = False
            elif _line_of_poem(sight) and not (
                GROUP_OF_POEMS.search(sights[index - 1].text.strip()) and AUTHORS.intersection(sight.evidence)
            ):
                sight.evidence.append("poem_line")


def poems_of_one(sights: list[Sight]) -> None:
    """Several poems under one headline and its author, each with its title: `旅途三首`, who wrote them, `登塔`, verse,
    `渡口`, verse. Poems of several authors have an author each."""
    place = 0
    while place + 3 < len(sights):
        headline, author, title, verse = sights[place : place + 4]
        place += 1
        if not headline.may_head() or NAMED.isdisjoint(author.evidence) or author.is_heading:
            continue
        if not (title.may_head() and verse.shape == "verse"):
            continue
        place += 1
        while place + 1 < len(sights) and sights[place].may_head() and sights[place + 1].shape == "verse":
            sights[place].byline = None  # 延安 is no poet
            sights[place].withdraw("byline_pen", "byline_names")
            sights[place].evidence.append("poem_title")
            place += 2


def _heads_poems(heading: Sight) -> bool:
    """Whether a heading says that several poems stand under it."""
    title = heading.text.strip()
    return title[-1] in "首诗）)" and GROUP_OF_POEMS.search(title) is not None


def _line_of_poem(sight: Sight) -> bool:
    return sight.shape == "text" and sight.size <= 20 and sight.text[-1] not in "。："


def _is_poem(below: list[Sight]) -> bool:
    """Whether verse stands right below a title, or the first lines of some."""
    return (len(below) > 0 and below[0].shape == "verse") or _lines_of_poem(below)


def _lines_of_poem(below: list[Sight]) -> bool:
    return len(below) == 2 and all(map(_line_of_poem, below)) and "byline" not in below[0].evidence


def untitled_briefs(row: Row) -> None:
    """Whole paragraphs under 州县短波 and the like, no dateline or sub-headline among them: each is a brief."""
    for index, heading in enumerate(row.solid):
        if not heading.is_heading and "short_line" not in heading.evidence:
            continue
        if "brief_ending" not in heading.evidence and "brief_column" not in heading.evidence:
            continue
        items: list[Sight] = []
        for place in range(index + 1, len(row.solid)):
            if row.solid[place].is_heading or row.able[place]:
                break
            items.append(row.solid[place])
        whole = all(
            sight.shape == "text"
            and 24 <= sight.size <= 200
            and (sight.text[-1] in "。！" or sight.sign is not None)
            and _MARKED.isdisjoint(sight.evidence)
            for sight in items
        )
        if len(items) >= 3 and whole:
            heading.evidence.append("above_items")
            for sight in items:
                sight.evidence.append("untitled_item")


_MOST_OF_BRIEF = 200


def titled_briefs(row: Row) -> None:
    """Two or more bold lines under 简讯 in #, each above one paragraph: the headlines of the briefs."""
    for index, column in enumerate(row.solid):
        if column.shape != "heading" or "brief_column" not in column.evidence:
            continue
        place = index + 1
        titles: list[Sight] = []
        while place + 1 < len(row.solid):
            title, text = row.solid[place : place + 2]
            if (
                title.shape != "bold"
                or text.shape != "text"
                or text.size > _MOST_OF_BRIEF
                or text.text[-1] not in "。！”」"
            ):
                break
            titles.append(title)
            place += 2
        if len(titles) > 1 and (place == len(row.solid) or row.solid[place].shape == "heading"):
            for title in titles:
                title.withdraw("bold_minor", "deeper")
                title.evidence.append("brief_title")


_MARKED = OPENED | {"bullet_lead", "bold_lead", "credit", "lead_line"}
_ITEM_MARKS = frozenset("■□")


def untitled_items(sights: list[Sight]) -> None:
    """Paragraphs that all begin with ■, under a short heading: briefs without titles."""
    for index, heading in enumerate(sights):
        if not heading.is_heading or heading.size > 8:
            continue
        items: list[Sight] = []
        for sight in sights[index + 1 :]:
            if sight.shape != "text" or sight.text[0] not in _ITEM_MARKS or "bullet_lead" not in sight.evidence:
                break
            items.append(sight)
        if len(items) >= 2:
            heading.evidence.append("above_items")
            for sight in items:
                sight.evidence.append("untitled_item")


_SHORTEST_LIST = 3


def lists_of_pupils(sights: list[Sight]) -> None:
    """Pupils with their classes line by line, `林子墨（城关小学三（1）班）`: who won, and nobody's by-line."""
    named = [index for index, sight in enumerate(sights) if sight.byline and _may_be_of_pupils(sight)]
    if len(named) < _SHORTEST_LIST:
        return
    run: list[int] = []
    for index in [*named, len(sights) + 1]:
        if run and index > run[-1] + 1:
            for place in run if len(run) >= _SHORTEST_LIST else ():
                sights[place].byline = None
                sights[place].withdraw("byline")
            run = []
        run.append(index)


def _may_be_of_pupils(sight: Sight) -> bool:
    """Whether a line may name a pupil with a class."""
    return sight.shape == "text" and may_name_pupil(sight.text)

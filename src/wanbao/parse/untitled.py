"""News without a title below a story that has one: short items whose heading the page does not print."""

from __future__ import annotations

from itertools import pairwise

from wanbao.parse.continuity import share
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, OPENED, Sight
from wanbao.patterns import HAN, regex

_DAY = regex(r"日前|近日|最近|不久前|前不久|今[天晨晚]|昨[天日晚]|(?<=[一二三四五六七八九十\d])日")
"""When it happened: with that an item of news begins."""
_REACH = 40
_FROM = regex(rf"[●◆■▲★•]?\s?[{HAN}]{{2,14}}?(?:省|市|县|自治区|自治州)[{HAN}]")
"""The province, city or county it comes from."""
_NO_NEWS = frozenset("“”‘（【[问答")
_STOPS = frozenset("。“：:")
_NAMED = regex("“[^”。]{2,8}”")
"""`民间组织“旷野之声”`: a name, nothing said."""
_OTHER = (
    OPENED
    | AUTHORS
    | {"titled_lead", "bold_lead", "lead_dateline", "credit", "after_image", "picture_start", "picture_title"}
)
"""Evidence of what has another beginning."""
_FEWEST = 3
"""Two paragraphs on new matters are in many a story; three whole items of news in a row at its end are not."""
_TOLD = 100
"""A story that is no longer shares its words with nothing."""
_STRANGE = 0.035
_STRANGER = 0.09
"""What share of its pairs the first item, and each of the others, has in common with the story above at most."""
_ENDED = frozenset("。！？…”）)")


def news_below(row: Row) -> None:
    """Three whole items of news or more at the end of a story, none of which speaks of what it tells."""
    solid, head = row.solid, ""
    for above, line in pairwise([-1, *row.lines, len(solid)]):
        if line - above - 1 > _FEWEST:
            _look_below(head, solid[above + 1 : line])
        head = head if line == above + 1 else ""
        head += f"{solid[line].text}\n" if line < len(solid) else ""


def signed_items(row: Row) -> None:
    """Paragraphs in a row of which each ends with who wrote it, in brackets, and none begins with a dateline: each is
    an item of news without a title. The first of them may stand right below the words of a picture."""
    run: list[Sight] = []
    start: Sight | None = None
    before: Sight | None = None
    for sight, below in pairwise([*row.solid, None, None]):
        if sight is None or not _goes_in_item(sight):
            if run and sight is not None and "bracketed_names" in sight.evidence and start is None:
                continue  # it signs the item above
            _tell_items(run, before)
            run, start, before = [], None, sight
            continue
        start = start or sight
        if _is_signed(sight, below):
            run.append(start)
            start = None
        elif sight.text[-1] in "。！？":
            _tell_items(run, before)
            run, start, before = [], None, sight


def _is_signed(sight: Sight, below: Sight | None) -> bool:
    """Whether a paragraph ends with names in brackets, or a line of these stands below it."""
    if sight.sign is not None and sight.text[-1] in "）)":
        return True
    return below is not None and "bracketed_names" in below.evidence and sight.text[-1] in "。！？”"


def _goes_in_item(sight: Sight) -> bool:
    """Whether a piece is a text, or a part of one, that opens nothing."""
    return sight.shape == "text" and not sight.is_heading and _OTHER.isdisjoint(sight.evidence)


def _tell_items(run: list[Sight], before: Sight | None) -> None:
    """Note that these paragraphs are items, the first of them too where it follows the words of a picture."""
    if len(run) < _FEWEST:
        return
    pictured = before is not None and not _PICTURED.isdisjoint(before.evidence)
    for sight in run if pictured else run[1:]:
        sight.evidence.append("item_apart")


_PICTURED = frozenset(("credit", "credit_line"))


def _look_below(head: str, story: list[Sight]) -> None:
    """The items at the end of one story."""
    items: list[int] = []
    for place in range(len(story) - 1, 0, -1):
        if story[place - 1].text[-1] not in _ENDED:
            continue  # a column's end cut it off what stands above
        if not _is_item(story[place]):
            break
        items.append(place)
    while len(items) >= _FEWEST:
        above = head + "\n".join(sight.text for sight in story[: items[-1]])
        if len(above) >= _TOLD and _strange(story, items, above):
            for place in items:
                story[place].evidence.append("item_apart")
            return
        items.pop()


def _is_item(sight: Sight) -> bool:
    """Whether a paragraph begins like an item of news."""
    text = sight.text
    if sight.size < 40 or text[0] in _NO_NEWS or not _OTHER.isdisjoint(sight.evidence):
        return False
    found = _DAY.search(text, 0, _REACH)
    if found is None:
        return _FROM.match(text) is not None
    return _STOPS.isdisjoint(_NAMED.sub("", text[: found.start()])) or _FROM.match(text) is not None


def _strange(story: list[Sight], items: list[int], above: str) -> bool:
    """Whether no item speaks of what the story above tells; the first stands last in the list."""
    if share(_told(story[items[-1]]), above) >= _STRANGE:
        return False
    return all(share(_told(story[place]), above) < _STRANGER for place in items)


def _told(sight: Sight) -> str:
    """The beginning of what a paragraph tells, without who signs it."""
    return sight.text[: min(_LOOKED_AT, sight.sign.start if sight.sign else _LOOKED_AT)]


_LOOKED_AT = 110

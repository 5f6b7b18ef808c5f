"""What a heading alone above a text that names nobody shows: its length, its text's first words, what stands around it.

The words tell most (`wanbao.parse.continuity`), but stories of one theme stand side by side. The weights were
fitted, beside all other evidence and set against set, to 598 such headings of real pages of city papers and of the
People's Daily, 157 of them headlines, and to 347 of the shared pages and of pages in other hands.
"""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise

from wanbao.parse.continuity import SHARED, share
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, OPENED, Sight
from wanbao.parse.surroundings import LINES_OF_NAMES
from wanbao.parse.titles import SPACES, is_label
from wanbao.patterns import HAN, regex


def judge_silent(row: Row) -> None:
    """What is told by the form of each heading that stands alone, by the first words of the text under it, and by what
    stands right above and below."""
    lines = frozenset(row.lines)
    below_asides, above_pictures = _below_asides(row), _above_pictures(row)
    last: Sight | None = None  # the heading above, if it is one of a row of short ones
    for index in row.lines:
        heading, below = row.solid[index], row.opener(index)
        above, last = last, None
        if below is None or below.shape != "text" or index - 1 in lines or index + 1 in lines or is_label(heading):
            continue
        if not _CAPTIONED.isdisjoint(below.evidence):
            heading.evidence.append("above_caption")
            heading.withdraw("news_page")
        elif index in above_pictures:
            heading.evidence.append("above_picture")
        if not OPENED.isdisjoint(below.evidence) or not _OF_PICTURES.isdisjoint(below.evidence):
            continue
        if "《" in heading.text and _is_of_own_work(row, index):
            heading.evidence.append("own_work")
        if index in below_asides:
            heading.evidence.append("below_aside")
        if not SHARED.isdisjoint(heading.evidence) and _is_below_lead(row, index):
            heading.evidence.append("below_lead")
        if _letters(heading.text) in _SHORT and not _is_signed(row, index):
            last = heading
            _pair_short(above, heading)
        _look_at_form(heading, below)


def judge_repeated(row: Row) -> None:
    """What it tells that a heading alone above a text that nobody signs has words of the headline above in it."""
    lines = frozenset(row.lines)
    told = ""  # the headline of the story above, with its kicker and deck
    for index in row.lines:
        heading, below = row.solid[index], row.opener(index)
        if index - 1 in lines:
            told = f"{told}\n{heading.text}"
        elif below is None or index + 1 in lines or not _BEGUN.isdisjoint((*below.evidence, *heading.evidence)):
            told = heading.text
        elif told and heading.is_heading and below.shape == "text" and not _is_signed(row, index):
            _note_repeated(heading, told)


def _note_repeated(heading: Sight, told: str) -> None:
    """What it says that a heading, if it is long enough, has pairs of letters in common with the headline above."""
    again = _REPEATS[bisect(_SHARES, share(heading.text, told))] if _letters(heading.text) >= _LEAST_LETTERS else ""
    if again:
        heading.evidence.append(again)


_BEGUN = OPENED | {"reader_told", "credit", "after_image", "long_after_image"}
"""Evidence that another story begins, or that a picture stands below."""
_LEAST_LETTERS = 7
_SHARES, _REPEATS = (0.25, 0.34), ("", "headline_words", "headline_again")
"""From which shares on what is noted."""


def _pair_short(above: Sight | None, heading: Sight) -> None:
    """Two short headings of one level that stand alone one after the other."""
    if above is not None and above.piece.level == heading.piece.level:
        for short in (above, heading):
            short.evidence += [] if "short_row" in short.evidence else ["short_row"]


def _is_of_own_work(row: Row, index: int) -> bool:
    """Whether a heading names a book or a play of which the text right below speaks, and none of the texts above."""
    works = _WORK.findall(row.solid[index].text)
    above = "".join(sight.text for sight in row.solid[max(0, index - _ABOVE) : index])
    below = "".join(sight.text for sight in row.solid[index + 1 : index + 1 + _BELOW])
    return any(work in below for work in works) and not any(work in above for work in works)


_WORK = regex("《([^《》]{2,20})》")
_ABOVE, _BELOW = 12, 3
"""How many pieces above and below a heading are looked at for the work that it names."""


def _look_at_form(heading: Sight, below: Sight) -> None:
    """Whether a heading is one clause, and whether the text below it begins with a day, as news does."""
    letters, parted = _letters(heading.text), SPACES.search(heading.text.strip())
    if heading.is_heading and letters in _ONE_CLAUSE and not parted:
        heading.evidence.append("one_clause")
    lately = _LATELY.match(below.text)
    told = lately or (_DAY_TOLD.match(below.text) and not _THERE.search(below.text, 0, _FIRST))
    if _READER_TOLD.match(below.text):
        heading.evidence.append("reader_told")
    elif told and not (parted and letters < _SHORT_PARTS):
        heading.evidence.append("lately_told" if lately else "day_told")
        if lately:
            heading.withdraw("news_page")


def _above_pictures(row: Row) -> set[int]:
    """Where in `solid` a heading stands right above a picture."""
    found: set[int] = set()
    place = 0
    for sight, below in pairwise(row.sights) if "image" in row.shown else ():
        if place < len(row.solid) and sight is row.solid[place]:
            if sight.is_heading and below.shape == "image":
                found.add(place)
            place += 1
    return found


def _below_asides(row: Row) -> set[int]:
    """Where in `solid` a heading, or a line that may be one, stands right below an advertisement, a notice or the like;
    codes stand anywhere."""
    found: set[int] = set()
    if not [sight for sight in row.sights if sight.furniture and sight.furniture != "qr"]:
        return found
    place, aside = 0, False
    for sight in row.sights:
        if place < len(row.solid) and sight is row.solid[place]:
            if aside and sight.may_head():
                found.add(place)
            place += 1
        aside = bool(sight.furniture) and sight.furniture != "qr"
    return found


def _is_below_lead(row: Row, index: int) -> bool:
    """Whether a reporter's line stands above, and one paragraph or two above that open a story without a dateline."""
    solid = row.solid
    if index < 3 or "byline" not in solid[index - 1].evidence or not _REPORTER.match(solid[index - 1].text):
        return False
    first = next((at for at in (index - 2, index - 3) if at > 0 and solid[at - 1].is_heading), index)
    lead = solid[first : index - 1]
    return bool(lead) and all(sight.shape == "text" and _OPENS.isdisjoint(sight.evidence) for sight in lead)


def _letters(text: str) -> int:
    """How many letters and digits a heading has; counted without a pattern, which would list them all."""
    return sum(map(str.isalnum, text)) + text.count("_")


def _is_signed(row: Row, index: int) -> bool:
    """Whether somebody signs what stands under the heading at `index`, before the next."""
    for place in range(index + 1, len(row.solid)):
        sight = row.solid[place]
        if sight.is_heading:
            break
        if sight.sign or not _SIGNED.isdisjoint(sight.evidence):
            return True
    return False


_REPORTER = regex(rf"\W*(?:文\W)?[{HAN}]{{0,6}}记者")
"""`■ 本报记者 何静`, `文/记者周晓`; not `本栏稿件由海角晚报记者何静采写`."""
_OPENS = OPENED | {"no_marks", "credit"}
"""Evidence that a text is no lead without a dateline."""
_SIGNED = AUTHORS | LINES_OF_NAMES
_ONE_CLAUSE = range(12, 19)
_SHORT = range(5, 11)
"""Letters of a short heading, of which several in a row divide one story; shorter ones name columns and essays too."""
_SHORT_PARTS = 16
"""Letters: a shorter heading in two parts is a sub-headline as often as not, even above a text that begins with a day.
"""
_OF_PICTURES = frozenset(("credit", "after_image", "long_after_image", "picture_words"))
"""Evidence of the words of a picture."""
_CAPTIONED = frozenset(("credit", "credit_line", "after_image", "picture_start"))
"""Evidence of a picture right below."""
_FIRST = 50
"""How far into the text a reporter is looked for."""
_READER_TOLD = regex(
    rf"(?:读者|市民|网友|住在?[{HAN}]{{2,10}}的)[{HAN}]{{1,3}}(?:先生|女士|小姐|同志|大爷|大妈|师傅)?(?:日前|近日|[今昨][日天])?(?:来[电信函]|致电本报|反映|投诉)[，,：:]?"
    rf"|[{HAN}]{{1,2}}(?:先生|女士|小姐|大爷|大妈|师傅)(?:来[电信函]|投诉|反映)[：:]"
)
"""`读者盛先生反映：…`, `住在河口街的陈小姐来电，…`, `盛先生投诉：…`: how short letters begin."""
_DAY_TOLD = regex(r"(?:.{0,6}(?:近日|日前|连日来)|.{0,4}\d{1,2}月\d{1,2}[日号]|\d{1,2}日)")
"""`近日，…`, `8月15日上午，…`, `15日，…`."""
_LATELY = regex(
    "近日|日前|连日来|前不久|前些天"
    r"|[^。！？“”：]{4,60}?(?:(?<![附最])近日(?![本子])|(?<![\d０-９一二三四五六七八九十节假生作])日前|连日来)"
)
"""`近日，…`, `海角县城的第三座大桥日前开工…`: so news begins, hardly ever a part of it."""
_THERE = regex("记者[^，。]{0,6}(?:来|到|走|赶|见|联|采|探|在)")
"""`3月5日，记者来到…`: so a part of a report begins as well."""

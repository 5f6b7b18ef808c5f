"""Who wrote what stands between two headings: a story names its author once, and on a page that names every author a
text without one is a part of a story.

    headline           a story whose author is named at its head
    heading            a text that is signed at its end: another story
    heading, heading   two texts of which only the last is signed: one story in parts
"""

from __future__ import annotations

import re
from itertools import pairwise

from wanbao.conventions import PLACE_NAMES
from wanbao.parse.continuity import SHARED, share
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, Sight
from wanbao.parse.titles import SPACES, is_label
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced

_NAMED = AUTHORS - {"credit_line", "bracketed_source"}
_OPENED_BY = frozenset(("dateline_by", "byline_opens", "topic"))
_SIGNED = frozenset(("signed", "signed_name", "bracketed_names", "citizen", "last_office", "bracketed_source"))
_ENDS = _SIGNED | {"last_names"}
_BEHIND = frozenset(("credit", "credit_line", "after_image", "circled", "jump_to", "picture_title", "shared_credit"))
"""Evidence of what may stand behind the end of a story: pictures, and where it goes on."""
_BEFORE = frozenset(
    ("credit", "after_image", "before_dateline", "editor_note", "circled", "picture_title", "shared_credit")
)
"""Evidence of what may stand before its beginning."""
_LOST = frozenset(("between_paragraphs", "between_texts"))


_OF_OTHERS = regex(
    "[（(](?:[^（）()]{2,40}参与(?:采写|采访|报道|调查)?|(?:除署名|[^（）()]{0,6}均[据由])[^（）()]{2,24})[）)]$"
)
"""`（周晓参与采写）`: somebody else is named at the head; `（除署名外均据新华社电）`: whence several stories come."""


class Part:
    """What stands under one heading, or under several in a row, up to the next."""

    __slots__ = ("dated", "ends", "headings", "last", "opens", "sourced", "texts")

    def __init__(self, headings: list[Sight], texts: list[Sight]) -> None:
        self.headings, self.texts = headings, texts
        first = next((sight for sight in texts if _BEFORE.isdisjoint(sight.evidence)), None)
        self.last = next(filter(_may_end, reversed(texts)), None)
        """The last of its texts but for what may stand behind the end."""
        self.dated = first is not None and "dateline" in first.evidence
        """Whether it opens with a dateline that names nobody."""
        self.opens = first is not None and not (
            _OPENED_BY.isdisjoint(first.evidence) and (_NAMED.isdisjoint(first.evidence) or first is self.last)
        )
        """Whether its author is named at its head."""
        self.ends = (
            not _SIGNED.isdisjoint(texts[-1].evidence)
            or _is_sent(texts[-1])
            or (self.last is not None and not _ENDS.isdisjoint(self.last.evidence))
        ) and not _OF_OTHERS.search(texts[-1].text)
        """Whether it is signed at its end, by others than those who took part in what another wrote."""
        self.sourced = self.last is not None and _is_sourced(self.last)
        """Whether the signature only says where it was taken from."""

    @property
    def silent(self) -> bool:
        """Whether it names nobody at its head, and is a text of a story at all."""
        return not self.opens and not self.dated and self.last is not None and "jump_from" not in self.texts[0].evidence


def _is_sent(sight: Sight) -> bool:
    """Whether a caption names its author, not who took the picture: it is signed for the whole story."""
    credits = sight.credit.credits if sight.credit else ()
    return bool(credits) and all(who.role == "author" for who in credits)


def _is_sourced(last: Sight) -> bool:
    """Whether the signature of a text only says where it was taken from: `（新华社供本报特稿）`."""
    if "bracketed_source" in last.evidence:
        return True
    return last.sign is not None and _SUPPLIED.search(last.text, last.sign.start) is not None


_SUPPLIED = regex("供本报|特稿")


def _may_end(sight: Sight) -> bool:
    """Whether a piece is a text of the story and nothing that may stand behind its end."""
    return sight.shape == "text" and (sight.sign is not None or _BEHIND.isdisjoint(sight.evidence))


def judge_authorship(row: Row) -> None:
    """What the authors of a page tell about its headings."""
    parts = _parts(row)
    _names_of_next(parts)
    _whole_stories(parts)
    told = sum(part.opens or part.dated or part.ends for part in parts if part.last)
    signing = told >= _LEAST_TOLD and told >= _MOST_TOLD * sum(part.last is not None for part in parts)
    rather = told >= _LEAST_TOLD and told >= _MOST_TOLD * (
        told + sum(map(_is_silent_story, parts))
    )  # features in parts
    _judge_labelled(parts)
    digest = sum(part.sourced for part in parts) >= _LEAST_TOLD
    first = 1
    while first < len(parts):
        last = first
        while last < len(parts) and _is_plain(parts[last]) and not (last > first and parts[last - 1].ends):
            last += 1
        if last > first:
            most = _MOST_SIZE if signing else _SHORT_SIZE if rather and last - first > 1 else 0
            _judge_run(parts[first - 1], parts[first:last], most, digest)
            if told >= _LEAST_TOLD:
                _judge_alike(parts[first - 1], parts[first:last])
                _judge_forms(parts[first - 1], parts[first:last])
        first = max(last, first + 1)


_LEAST_TOLD, _MOST_TOLD = 3, 0.75
"""A page names its authors where so many of its parts do, and this share of them."""


def _is_silent_story(part: Part) -> bool:
    """Whether a part that names nobody stands under no heading, or under one that is long for a sub-headline."""
    if part.last is None or part.opens or part.dated or part.ends:
        return False
    return not part.headings or len(unspaced(part.headings[0].text)) > _MOST_SIZE


def _is_plain(part: Part) -> bool:
    """Whether a part stands under one heading and names nobody at its head."""
    return part.silent and len(part.headings) == 1


def _parts(row: Row) -> list[Part]:
    """The parts of a page."""
    parts: list[Part] = []
    headings: list[Sight] = []
    texts: list[Sight] = []
    for sight in row.solid:
        if (sight.is_heading and "bold_minor" not in sight.evidence) or not _LOST.isdisjoint(sight.evidence):
            if texts:
                parts.append(Part(headings, texts))
                headings, texts = [], []
            if not is_label(sight):
                headings.append(sight)
        else:
            texts.append(sight)
    return [*parts, Part(headings, texts)] if texts else parts


def _names_of_next(parts: list[Part]) -> None:
    """A line of names below a story that has an author and above one that has none belongs to the one below."""
    for part, below in pairwise(parts):
        line = part.last
        if line is None or not (part.opens and below.silent) or below.ends or len(part.texts) < 2:
            continue
        if "last_names" in line.evidence and line is part.texts[-1] and line.byline and line.byline.explicit:
            line.evidence.append("names_of_next")
            below.opens = True
            part.ends = False


def _whole_stories(parts: list[Part]) -> None:
    """A text that opens with a dateline and is signed at its end is a whole story: it has no parts below."""
    for part, below in pairwise(parts):
        text = part.texts[-1]
        if part.dated and text.sign is not None and text.sign.credits and below.headings:
            below.headings[0].evidence.append("after_signed")


def _judge_run(above: Part, run: list[Part], most: int, digest: bool) -> None:
    """Parts in a row that name nobody at their heads, and the part above them."""
    if run[-1].ends and not (run[-1].sourced and above.opens and not above.ends):
        if above.opens or above.ends:
            run[0].headings[0].evidence.append("own_author")
        if run[-1].sourced:
            if digest and len(run) > 1:
                run[-1].headings[0].evidence.append("own_author")
            return
        run = run[1:] if above.opens or above.ends or above.dated or above.last is None else run
    elif above.ends or not (above.opens or above.dated):
        return
    elif len(run) > 1 and _begins_anew(run):
        run = run[1:]
    for part in run:
        heading = part.headings[0]
        if _OTHERWISE.isdisjoint(heading.evidence) and _LEAST_SIZE <= _size(heading.text, most) <= most:
            heading.evidence.append("nobody_named")


def _judge_alike(above: Part, run: list[Part]) -> None:
    """Parts whose headings are built alike, below a story that names its author: parts of that story."""
    if not above.opens or above.ends or not _alike(above, run):
        return
    for part in run:
        if "nobody_named" not in part.headings[0].evidence and not _is_of_a_day(part):
            part.headings[0].evidence.append("built_alike")


def _judge_labelled(parts: list[Part]) -> None:
    """Two parts or more in a row that name nobody, each under a word or two and a heading: what each part of a story
    is about, and its sub-headline (`顾客遭遇`, `一只鸡吃出两只翅膀多`)."""
    run: list[list[Sight]] = []
    story, told = "", ""
    for above, part in pairwise([*parts, None]):
        lines = _labelled(above, part) if above is not None and part is not None else []
        if lines and above is not None and part is not None:
            story = story if run else _words(above.headings + above.texts)
            told += _words([*lines, part.texts[0]])
            run.append(lines)
            continue
        if len(run) >= _LEAST_ALIKE and share(told[:_MOST_WORDS], story) >= _LEAST_SHARE:
            for label, heading in run:
                label.withdraw(*_AS_LABEL)
                label.evidence.append("labelled_part")
                heading.evidence.append("labelled_part")
        run, told = [], ""


_LOOKED_AT, _MOST_PIECES, _MOST_WORDS, _LEAST_SHARE = 200, 8, 1600, 0.06
"""So much of each piece is compared. Parts of stories share a quarter of their words with the text above, what stands
under columns hardly any."""


def _words(sights: list[Sight]) -> str:
    """The beginnings of these pieces."""
    return "\n".join(sight.text[:_LOOKED_AT] for sight in sights[:_MOST_PIECES])


_AS_LABEL = ("label_line", "column_four", "column_size", "column_ending", "label_size", "before_leads", "byline_pen")


def _labelled(above: Part, part: Part) -> list[Sight]:
    """The word or two and the longer heading that a part stands under which names nobody; the word may be a plain line
    at the end of the part above."""
    lines = part.headings
    if len(lines) == 1 and "label_line" in above.texts[-1].evidence:
        lines = [above.texts[-1], *lines]
    if not part.silent or len(lines) != _LEAST_ALIKE or "note_above" in lines[0].evidence:
        return []
    label, heading = (unspaced(sight.text).strip("：:【】[]■●◆") for sight in lines)
    return lines if len(label) <= _LABEL_SIZE < len(heading) else []


_LABEL_SIZE = 5


def _judge_forms(above: Part, run: list[Part]) -> None:
    """How the headings of parts that name nobody are built, on a page that names its authors.

    Of 119 such headings with a comma inside and no signature below none was a headline; of those with a word and a
    colon none up to sixteen letters. A story that names its author seldom has a single sub-headline, or one in two long
    halves, unless these are of a deeper level or the text below goes on with the words of the story: of 75 other such
    headings 69 are headlines, of 35 whose texts go on five.
    """
    if run[-1].ends:
        return
    for part in [] if _are_labelled(run) else run:
        heading = part.headings[0]
        line = heading.text.strip()
        if _WHOSE.match(line) or re.split("[：:]", line)[0] in PLACE_NAMES:
            heading.withdraw("news_page")
            heading.evidence.append("whose_news")
        elif not _is_of_a_day(part) and (
            _COMMA.search(line) or (_LABELLED.match(line) and len(line) <= _LONGEST_LABELLED)
        ):
            heading.evidence.append("clauses_silent")
    first = run[0].headings[0]
    for index, part in enumerate(run):
        if _introduces([above, *run[max(0, index - _LOOKED_BACK) : index]], part):
            part.headings[0].evidence.append("own_title")
    if "clauses_silent" not in first.evidence and _divided(run[1:]):
        first.evidence.append("above_alike")
    if not (above.opens or above.dated) or "clauses_silent" in first.evidence or not _DEEPER.isdisjoint(first.evidence):
        return
    if not SHARED.isdisjoint(first.evidence) and _BEHIND.isdisjoint(run[0].texts[0].evidence):
        return  # it goes on with the story, and stands above no picture
    size = len(unspaced(first.text))
    if (len(run) == 1 and size >= _LEAST_HEADLINE) or (SPACES.search(first.text.strip()) and size >= _LONG_HALVES):
        first.withdraw("news_page")
        first.evidence.append("silent_story")


def _is_of_a_day(part: Part) -> bool:
    """Whether what stands under a heading begins like news of a day."""
    return _OF_A_DAY.match(part.texts[0].text) is not None


def _divided(run: list[Part]) -> bool:
    """Whether the first parts, two or more, stand under headings with a colon: what stands above is their headline."""
    return len(run) >= _LEAST_ALIKE and all(_COLON.search(part.headings[0].text.strip()) for part in run[:_LEAST_ALIKE])


def _introduces(above: list[Part], part: Part) -> bool:
    """Whether a heading names a book, a film or a law that its text begins with and nothing above has named."""
    found = _NAMED_WORK.search(part.headings[0].text)
    if found is None or found.group() not in part.texts[0].text[:_INTRODUCTION]:
        return False
    return not any(found.group() in sight.text for other in above for sight in other.headings + other.texts)


def _are_labelled(run: list[Part]) -> bool:
    """Whether two parts and more that speak of what stands above are all labelled by who has a word there: `市教委：…`,
    `市招办：…`."""
    headings = [part.headings[0] for part in run]
    if len(headings) < _LEAST_ALIKE or not all(_WHOSE.match(heading.text.strip()) for heading in headings):
        return False
    return not any(_NEW_WORDS.intersection(heading.evidence) for heading in headings)


_NEW_WORDS = frozenset(("new_words", "few_words"))
_LOOKED_BACK, _INTRODUCTION = 6, 40
_NAMED_WORK = regex("《[^》]{2,}》")
_COLON = regex("[：:](?=.)")
_WHOSE = regex(rf"[{HAN}]{{2,12}}(?:[省市县区镇乡村]|大学|学院|公司|集团|医院|法院|银行|支队|大队|[局厅委办])[：:]")
"""`海角县石山乡：逐村观摩促工作`: whose news it is."""
_OF_A_DAY = regex(
    r"据[^，。,：:“”]{0,12}(?:报道|消息)|[^，。,：:“”]{0,16}(?:[昨今][天日晚晨起]|日前|近日|(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)"
    "(?![^，。,：:“”]{0,8}记者)"
)
"""`昨日夜间…`, `据当地媒体报道…`: news of its own, for a part of a feature tells what a reporter saw that day."""
_COMMA = regex("[，,、](?=.)")
_LABELLED, _LONGEST_LABELLED = regex("[^：:]{1,4}[：:](?=.)"), 16
_LEAST_HEADLINE, _LONG_HALVES = 7, 15
_DEEPER = frozenset(("deeper", "bold_minor", "same_form", "never_opens"))
_STOPS = regex("——|[：，、 \u3000]")
_LEAST_ALIKE = 2


def _alike(above: Part, run: list[Part]) -> bool:
    """Whether the headings of these parts are built alike, and otherwise than the headline above: 现象：…, 对策：…."""
    lines = [part.headings[0].text.strip() for part in run]
    forms = {found.group().strip() if (found := _STOPS.search(line)) else "-" for line in lines}
    if len(lines) < _LEAST_ALIKE or len(forms) > 1:
        return False
    form = forms.pop()
    if not form or form == "-":
        return False  # two halves, or one clause, are what most headlines are made of
    return not any(form in _STOPS.findall(heading.text.strip()) for heading in above.headings)


_LEAST_SIZE, _SHORT_SIZE, _MOST_SIZE = 5, 8, 11
"""How long sub-headlines are that nothing else tells: of 61 such headings of this size three were headlines, of
shorter and longer ones half."""
_QUIET = regex("[“”‘’《》，、？！]")


def _size(heading: str, most: int) -> int:
    """How long a heading is; where only short ones count, without its marks, and none with a space is short."""
    if most == _MOST_SIZE:
        return len(unspaced(heading))
    return most + 1 if SPACES.search(heading.strip()) else len(_QUIET.sub("", heading))


_OTHERWISE = frozenset(("news_page", "artist_heading", "letter_below"))
_APART = frozenset(("new_words", "few_words"))
_AKIN = frozenset(("same_words", "very_words", "most_words"))


def _begins_anew(run: list[Part]) -> bool:
    """Whether the first part speaks of something else than the story above, and the second goes on with it."""
    first, second = run[0].headings[0].evidence, run[1].headings[0].evidence
    return not _APART.isdisjoint(first) and not _AKIN.isdisjoint(second)

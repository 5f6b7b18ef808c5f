"""Pictures that belong together: numbered ones, those cut in two, and the columns of picture news."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from wanbao.parse.continuity import share
from wanbao.parse.pictures import CAPTION_LIKE, CAPTIONED, OWN_DAY
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, DATED, Sight
from wanbao.parse.titles import is_label
from wanbao.patterns import regex
from wanbao.text import chinese_number, fold, is_han, unspaced

_NUMERALS = frozenset("（(123456789１２３４５６７８９图①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""With what a numbered caption begins."""
_NUMBER = regex(
    r"[（(]?([1-9１-９])\s?[)）]?\s?(?:、|[.．：:](?!\d))|图?\s?(?P<ring>[①-⑳])|图(?P<han>[一二三四五六七八九])\s?[、:：]"
)


def _numbered(solid: list[Sight]) -> None:
    """`2、…` right behind a caption with `1、…`: pictures that belong together, under one headline or under none."""
    last = 0
    for before, sight in pairwise([None, *solid]):
        if sight is None or "credit_line" in sight.evidence:
            continue
        first = sight.text[0]
        number = _number_of(sight) if first in _NUMERALS or first.isspace() else 0
        if number:
            _look_at_number(before, sight, number, last)
        last = number


def _number_of(sight: Sight) -> int:
    """The number with which a text begins, 0 where there is none; its first letter is one of those of numbers."""
    if sight.shape != "text" or sight.size > 240:
        return 0
    found = _NUMBER.match(sight.text)
    return _number(found) if found else 0


def _look_at_number(before: Sight | None, sight: Sight, number: int, last: int) -> None:
    """What a numbered text shows below another piece; `last` is the number of the caption above, or 0."""
    pictured = before is not None and (before.credit or not CAPTION_LIKE.isdisjoint(before.evidence))
    told = sight.credit or sight.sign or not CAPTION_LIKE.isdisjoint(sight.evidence)
    if number > 1 and number == last + 1 and pictured and told:
        sight.evidence.append("numbered_next")
    elif number == 2 and last == 1 and before is not None and sight.credit and before.size <= _LONGEST_SHORT:
        before.evidence.append("circled")  # 1、… without a credit, right above 2、… with one
        sight.evidence.append("numbered_next")
    if "long_after_image" in sight.evidence:
        sight.withdraw("long_after_image")
        sight.evidence.append("after_image")


def _number(found: re.Match[str]) -> int:
    """Which picture of several it is: `2、…`, `图②`, `图二、…`."""
    if found["ring"]:
        return ord(found["ring"]) - ord("①") + 1
    return chinese_number(found["han"]) or 0 if found["han"] else int(found.group(1))


def with_colons(row: Row) -> None:
    """`1：…`, `2：…` in a row, where text prints `1、…` and `1．…`: the captions of several pictures."""
    solid = row.solid
    if _FIRST_MARKS.isdisjoint([sight.text[:2] for sight in solid]):
        return
    marks = [fold(sight.text[:2]) if sight.shape == "text" and sight.size <= 240 else "" for sight in solid]
    if "1:" not in marks:
        return
    for place, (above, below) in enumerate(pairwise(marks)):
        if above == "1:" and below == "2:" and "circled" not in solid[place].evidence:
            group = list(takewhile(_is_after_colon, solid[place:]))
            short = len(group) >= _LEAST_ROW and all(sight.size <= _LONGEST_IN_ROW for sight in group)
            for sight in group:
                sight.evidence.append("circled")
                sight.withdraw(*(("sentence",) if short else ()))
            if group:
                _sent_by(group[-1])


def _sent_by(last: Sight) -> None:
    """Who sent the pictures with their story signs the last caption, with where he lives."""
    if last.sign is not None and not last.credit and any(who.organisation for who in last.sign.credits):
        last.credit, last.sign = last.sign, None
        last.withdraw("signed", "signed_like_others")
        last.evidence.append("credit")


_LEAST_ROW, _LONGEST_IN_ROW = 3, 48
"""How many captions behind colons are surely some, and their letters: no other text is told in so few."""


def _is_after_colon(sight: Sight) -> bool:
    """Whether a piece begins with a number and a colon, and is no hour."""
    mark = fold(sight.text[:2]) if sight.shape == "text" and sight.size <= 240 else ""
    return mark[1:] == ":" and mark[0].isdigit() and not sight.text[2:3].isdigit()


_FIRST_MARKS = frozenset(("1:", "1：", "１:", "１："))


def _another(sights: list[Sight]) -> None:
    """A picture with its caption right after the caption of another, both under one headline and no text there."""
    only = False
    headline = ""
    for first, second, sight in zip(sights, sights[1:], sights[2:], strict=False):
        if first.is_heading or (only and first.shape == "image"):
            only = True
            headline = first.text if first.is_heading else headline
        elif not (only and first.shape == "text" and (first.credit or "after_image" in first.evidence)):
            only = False
        if (
            only
            and not first.is_heading
            and first.shape == "text"
            and second.shape == "image"
            and sight.shape == "text"
            and not (_of_other_days(first, sight) and share(headline, sight.text) < _NAMED)
        ):
            sight.evidence += [] if "picture_title" in sight.evidence else ["another_picture"]


_NAMED = 0.12
"""What share of the pairs of a headline stands in the words of a picture that it speaks of too."""


def _of_other_days(first: Sight, second: Sight) -> bool:
    """Whether the words of two pictures begin with days of their own: news in pictures, each for itself."""
    days = OWN_DAY.match(first.text), OWN_DAY.match(second.text)
    return days[0] is not None and days[1] is not None and days[0][1] != days[1][1]


def group_pictures(row: Row) -> None:
    """Pictures that belong together: numbered, or one after the other under a headline."""
    if "image" in row.shown:
        _another(row.sights)
        _only_pictures(row.sights)
    if "credit" in row.shown:
        _numbered_pictures(row)
    _cut_in_two([sight for sight in row.sights if not sight.furniture or sight.shape == "image"])
    _numbered(row.solid)


def _cut_in_two(sights: list[Sight]) -> None:
    """A caption that a column's end cut: right under a heading or a picture, unfinished, and the next text is credited.

    Under a heading nothing else may follow, because news too goes on behind the end of a column, and may be signed so.
    """
    for index, second in enumerate(sights[2:], 1):
        if _CREDITED.isdisjoint(second.evidence):
            continue
        before, first = sights[index - 1], sights[index]
        if not (before.is_heading or before.shape == "image"):
            continue
        if not (first.shape == second.shape == "text") or first.opening or second.opening or first.credit:
            continue
        after = sights[index + 2] if index + 2 < len(sights) else None
        alone = before.shape == "image" or after is None or after.is_heading or is_label(after)
        unfinished = first.size >= _LEAST_HALF and (is_han(first.text[-1]) or first.text[-1] in "，、")
        if alone and unfinished and not second.piece.indented and AUTHORS.isdisjoint(first.evidence):
            first.withdraw("after_image", "long_after_image", "long_text")
            first.evidence.append("caption_begun")
            second.evidence.append("caption_ends")


_CREDITED = frozenset(("credit", "shared_credit"))
_LEAST_HALF = 12
_LONGEST_SHORT, _LONGEST_CREDITED = 120, 200
FARTHEST = 60
"""How many pieces are looked at below a heading, so that the cost grows with the page and no faster."""
_LONGEST_PICTURE_NEWS = 6
_PICTURE_NEWS = frozenset(("图片新闻", "新闻图片", "图片报道", "摄影报道", "图片故事"))


def picture_news(row: Row) -> None:
    """图片新闻 right above the words of pictures: the column that they stand in. News below is none of it."""
    for index, (heading, below) in enumerate(pairwise(row.solid)):
        if heading.size > _LONGEST_PICTURE_NEWS or unspaced(heading.text) not in _PICTURE_NEWS:
            continue
        pieces = row.solid[index + 1 : index + 1 + FARTHEST]
        numbered = _numbered_from_one([sight for sight in pieces if "credit_line" not in sight.evidence])
        if len(numbered) > 1:
            _without_credit(numbered)
            _each_its_own(numbered)
        elif below.shape != "text" or CAPTIONED.isdisjoint(below.evidence):
            continue
        heading.evidence.append("picture_news")
        story = takewhile(_is_no_line, row.solid[index + 2 : index + 1 + FARTHEST])
        if news := next((sight for sight in story if not DATED.isdisjoint(sight.evidence)), None):
            news.evidence.append("below_pictures")


def _each_its_own(captions: list[Sight]) -> None:
    """Numbered pictures of the news without a headline, each with its own credit and its own matter: each stands by
    itself."""
    first = captions[0]
    for sight in captions[1:]:
        if "credit" not in first.evidence or "credit" not in sight.evidence:
            continue
        words = sight.text[: sight.credit.start] if sight.credit else sight.text
        if share(words, first.text) < _SAME_MATTER:
            sight.withdraw("numbered_next", "circled", "another_picture", "short_caption")
            sight.evidence.append("news_picture")


_SAME_MATTER = 0.1


def _numbered_pictures(row: Row) -> None:
    """A heading above nothing but numbered captions, one at least with its credit, is their headline."""
    for index in row.heads:
        captions = _numbered_from_one(row.solid[index + 1 : index + 1 + FARTHEST])
        after = row.after(index + len(captions)) if len(captions) > 1 else row.solid[index]
        if len(captions) > 1 and any(sight.credit for sight in captions) and (after is None or after.is_heading):
            row.solid[index].evidence += [] if "photo_heading" in row.solid[index].evidence else ["photo_heading"]
            _without_credit(captions)


def _without_credit(captions: list[Sight]) -> None:
    """Mark those of several numbered captions that credit nobody."""
    for sight in captions:
        if not sight.credit and "circled" not in sight.evidence:
            sight.evidence.append("circled")


def _numbered_from_one(sights: list[Sight]) -> list[Sight]:
    """The short texts `1、…`, `2、…` in a row with which these pieces begin."""
    found: list[Sight] = []
    for number, sight in enumerate(sights, 1):
        longest = _LONGEST_CREDITED if sight.credit else _LONGEST_SHORT
        match = _NUMBER.match(sight.text) if sight.shape == "text" and sight.size <= longest else None
        if match is None or not match.group(1) or int(match.group(1)) != number:
            break
        found.append(sight)
    return found


def _is_no_line(sight: Sight) -> bool:
    """Whether a piece is no heading and no line that may be one that lost its mark."""
    return not sight.may_head()


def _only_pictures(sights: list[Sight]) -> None:
    """A heading above nothing but two pictures or more, with their titles or words and who made them."""
    heading: Sight | None = None
    images = 0
    for sight in [*sights, None]:
        if sight is None or sight.is_heading:
            if heading is not None and images > 1 and "photo_heading" not in heading.evidence:
                heading.evidence.append("photo_heading")
            heading, images = sight, 0
        elif sight.shape == "image":
            images += 1
        elif _TITLE_OF_PICTURE.isdisjoint(sight.evidence) or (sight.size > _LONGEST_TITLE and not sight.credit):
            heading = None


def titles_below_artist(row: Row) -> None:
    """A heading, who drew (`何静／画`), and nothing but words of two to eight letters: the titles of the drawings."""
    for index in row.heads:
        credit = row.after(index)
        if credit is None or "credit_line" not in credit.evidence:
            continue
        titles = list(takewhile(_is_no_heading, row.solid[index + 2 :]))
        if len(titles) > 1 and all(map(_is_bare_title, titles)):
            for sight in titles:
                sight.byline = None
                sight.withdraw("byline_pen", "byline_names")
                sight.evidence.append("drawing_title")


def marked_captions(row: Row) -> None:
    """`■ 起跑`, `■ 冲线` between a headline and the line that says who took pictures: the words of these."""
    for index in row.heads:
        marked = list(takewhile(_is_marked_line, row.solid[index + 1 : index + 1 + FARTHEST]))
        by = row.after(index + len(marked)) if len(marked) > 1 else None
        if by is None or by.byline is None or not any(who.role == "photographer" for who in by.byline.credits):
            continue
        for sight in marked:
            sight.withdraw("under_heading", "bullet_lead")
            sight.evidence.append("circled")


def _is_marked_line(sight: Sight) -> bool:
    """Whether a piece is a short line behind a mark, and no whole sentence."""
    short = sight.shape == "text" and sight.size <= _LONGEST_SHORT and not sight.is_heading
    return short and sight.text[0] in "■▲◆●" and sight.text[-1] not in "。！？"


def _is_no_heading(sight: Sight) -> bool:
    return not sight.is_heading


def _is_bare_title(sight: Sight) -> bool:
    """Whether a piece is a word or two without any mark."""
    return sight.shape == "text" and sight.size <= _LONGEST_WORD and all(map(is_han, sight.text))


_LONGEST_WORD = 8
"""Letters of the title of a drawing."""
_LONGEST_TITLE = 20
"""Letters of the title of a picture; longer words of one name who took it."""
_TITLE_OF_PICTURE = frozenset(("credit_line", "after_image", "picture_after_image"))

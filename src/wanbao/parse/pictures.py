"""To which story a picture belongs: the one above it, the one below it, or none. Its caption's words tell."""

from __future__ import annotations

from itertools import pairwise, takewhile

from msgspec.structs import replace

from wanbao.parse.continuity import share
from wanbao.parse.credits import is_shared
from wanbao.parse.cuts import Ending
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, DATED, OPENED, Sight
from wanbao.parse.titles import is_label
from wanbao.parse.uncredited import find_uncredited
from wanbao.patterns import HAN, regex
from wanbao.text import fold, is_han, unspaced

_LEAST_TEXT = 120
"""Characters of a story below which its words prove nothing."""
_LEAST_CAPTION = 22
_APART, _RATHER_APART, _AKIN = 0.035, 0.07, 0.12
"""The share of a caption's pairs of Han that stand in a story.

Measured on 106 captions: of those that belong to a story of some length nine in ten share more than 0.05 with it; of
pictures that stand by themselves nine in ten share less than 0.05 with the story above.
"""
_LEAST_NEWS = 30
_OWN_DAY = regex(r"(?:近日|日前|[昨今前][日天晚晨]|\d{1,2}月\d{1,2}日|\d{1,2}日)[^，。]{0,6}，")
"""A caption of some length that begins with its own day tells news of its own, unless it speaks of the story's."""
_NUMBERED = regex(r"[①-⑳\d一二三四五图（(]{1,2}[、.．：:②-⑳]|[①-⑳]")
_SIDE = regex(r"[▲▼]?[（(]?[左右上下]图")
_OPENS = OPENED | {"label_line", "label_before_leads"}
_CAPTION_LIKE = frozenset(("credit", "after_image", "circled"))
_PICTURED = frozenset(("credit", "after_image"))
_CAPTION = frozenset(("credit", "credit_line", "picture_title", "circled", "shared_credit"))


def judge_pictures(row: Row) -> None:
    """Captions with a credit between two stories, and above the first."""
    solid = row.solid
    last: Sight | None = None
    if "after_image" in row.shown:
        _picture_reports(row.sights)
    for index, sight in enumerate(solid):
        if sight.shape != "text" or _PICTURED.isdisjoint(sight.evidence) or "picture_report" in sight.evidence:
            continue
        if (
            sight.size < (_LEAST_CAPTION if "credit" in sight.evidence else 16)
            or sight.opening
            or _NUMBERED.match(sight.text)
        ):
            continue
        if "credit" not in sight.evidence and index and not _CAPTION_LIKE.isdisjoint(solid[index - 1].evidence):
            continue  # one of several pictures in a row
        pair = last is not None and index and solid[index - 1] is last and _SIDE.match(sight.text) is not None
        if pair or not _ends_story(row, index):
            continue
        above = _above(row, index)
        if sight.credit and "credit" in sight.evidence and _ends_report(sight, _story_above(solid, index), above):
            sight.sign, sight.credit = _with_writers(sight.credit), None
            sight.withdraw("credit", "long_caption", "picture_words", "long_text")
            sight.evidence.append("signed")
            continue
        if index and len(above) < _LEAST_TEXT and not ("credit" in solid[index - 1].evidence and len(above) > 60):
            continue
        words = sight.text[: sight.credit.start] if sight.credit and sight.credit.start else sight.text
        shared = share(words, above) if above else 0.0
        apart = shared < (_RATHER_APART if _OWN_DAY.match(words) and len(words) >= _LEAST_NEWS else _APART)
        below = _below(row, index)
        if apart and len(below) >= _LEAST_TEXT and share(words, below) >= _AKIN:
            sight.evidence.append("of_next_story")
        elif above and shared < _RATHER_APART:
            sight.evidence.append("of_no_story" if apart else "of_hardly_a_story")
            last = sight


_BELOW = regex(r"(?!.*(?:记者|通讯员|实习生)).*(?:[/\s](?:摄|图|摄影)(?:[\s、)）]|$)|(?:图|摄影?)[/:]|摄影报道)")
"""Who took a picture, and perhaps who wrote its words, with no role that makes it a story's author line."""
_DESCRIBED = frozenset(("picture_start", "after_image"))


_CREDITS_ITSELF = regex(r"[（(](?:压题|题图|题头)?(?:照片|图片|图)\s?[:：为由]")
"""`（压题照片为李江摄）`: a picture without words of its own."""


_LEAST_SPEECH = 40
_IS_SAID = regex(
    "“[^”]+(?:$|[，。！？…]”[^，。“”]{1,16}(?:说|道|回忆|表示|告诉|坦言|介绍|感慨|认为)[^，。“”]{0,6}[，。])"
)
"""`“…差了一截。”何静回忆。`, or the first column of what somebody says: a paragraph of the story."""


def credits_above(caption: Sight, sight: Sight) -> bool:
    """Whether a line that only credits says who took the picture whose words stand above it."""
    if caption.shape != "text" or caption.size > 300 or caption.opening or _CREDITS_ITSELF.match(sight.text):
        return False
    if caption.size > _LEAST_SPEECH and caption.text[0] == "“" and _IS_SAID.match(caption.text):
        return False
    return "除署名" not in sight.text and (caption.size <= 70 or not is_shared(sight.text))


def no_name(heading: Sight, caption: Sight) -> None:
    """`谷满仓` above a picture's words: in the form of a name, but those who took the picture are named below."""
    if "credit" in caption.evidence and caption.size >= 30 and "byline_names" in heading.evidence:
        heading.byline = None
        heading.withdraw("byline_names", "heading_byline")


def credit_below(caption: Sight, sight: Sight) -> None:
    """`（周晓/摄 林江/文）` right below a picture's words is their end."""
    if caption.credit or caption.size > 120 or _DESCRIBED.isdisjoint(caption.evidence) or sight.byline is None:
        return
    if any(who.role == "photographer" for who in sight.byline.credits) and _BELOW.match(fold(sight.text)):
        sight.credit = Ending(0, sight.byline.credits, True)
        sight.withdraw("byline", "byline_names", "bracketed_names")
        sight.evidence.append("credit_line")


def _with_writers(ending: Ending) -> Ending:
    """Who took the pictures of a report, and as its writers those of them that the paper sent."""
    writers = [replace(who, role="reporter") for who in ending.credits if "记者" in who.role_printed]
    return replace(ending, credits=(*writers, *ending.credits))


def stands_alone(row: Row, index: int) -> bool:
    """Whether a picture's words are followed by the next story's headline, or by the plain line above that."""
    if row.solid[index].size < 30 or "credit" not in row.solid[index].evidence:
        return False
    after, beyond = row.after(index), row.after(index + 1)
    if after is None or row.able[index + 1] or "lead_dateline" in after.evidence:
        return True
    return "short_line" in after.evidence and beyond is not None and beyond.is_heading


def _story_above(solid: list[Sight], index: int) -> list[Sight]:
    """The few pieces above, up to the heading they stand under."""
    first = next((place for place in range(index, max(0, index - 6), -1) if solid[place - 1].is_heading), index)
    return solid[first:index]


def _ends_report(sight: Sight, before: list[Sight], above: str) -> bool:
    """Whether a text that ends `（何静摄影报道）` is the last paragraph of the story above, whose sentence it goes on
    with, or of news whose words it goes on with: who took its pictures wrote it too.
    """
    if sight.credit is None or sight.size < _LEAST_REPORT or "摄影报道" not in sight.text[-6:] or not before:
        return False
    last = before[-1]
    if last.shape != "text" or any(piece.sign or piece.credit for piece in before):
        return False
    if is_han(last.text[-1]) or last.text[-1] in "，、":
        return True
    if not any(piece.byline or (piece.opening and piece.opening.credits) for piece in before):
        told = [piece for piece in before if piece.shape == "text" and piece.size >= _LEAST_TOLD]
        if len(told) > 1 and any("记者" in who.role_printed for who in sight.credit.credits):
            return True  # nobody else has signed the story
    is_news = last.size >= _LEAST_REPORT and any(not DATED.isdisjoint(piece.evidence) for piece in before)
    return is_news and share(sight.text, above) >= _AKIN


_LEAST_REPORT, _LEAST_TOLD = 60, 30
_LEAST_PICTURES = 3


def _picture_reports(sights: list[Sight]) -> None:
    """The captions of stories told in pictures: one right under the headline, and at least three in all."""
    captions: list[Sight] = []
    told = False
    for before, sight in pairwise([None, *sights, None]):
        if sight is None or sight.is_heading:
            for caption in captions if len(captions) >= _LEAST_PICTURES else ():
                caption.evidence.append("picture_report")
            captions, told = [], False
        elif before is not None and before.is_heading:
            told = sight.shape == "image"
        elif told and "after_image" in sight.evidence:
            captions.append(sight)


def _ends_story(row: Row, index: int) -> bool:
    """Whether nothing but other pictures stands between here and the next heading or dateline."""
    for place in range(index + 1, len(row.solid)):
        sight = row.solid[place]
        if sight.is_heading or row.able[place] or is_label(sight) or not _OPENS.isdisjoint(sight.evidence):
            return True
        if _CAPTION.isdisjoint(sight.evidence):
            return False
    return True


def _above(row: Row, index: int) -> str:
    """The story above: its text and its headings."""
    found: list[str] = []
    headed = False
    for place in range(index - 1, max(-1, index - 40), -1):
        sight = row.solid[place]
        if "note_word" in sight.evidence:
            continue
        if sight.is_heading or (row.able[place] and not sight.piece.indented):
            headed = headed or sight.piece.level < 3
        elif headed:
            break
        if _CAPTION.isdisjoint(sight.evidence):
            found.append(sight.text)
    return "\n".join(found)


def _below(row: Row, index: int) -> str:
    """The story below: its headings and its text up to the next heading."""
    found: list[str] = []
    headed = False
    for sight in row.solid[index + 1 : index + 20]:
        if sight.is_heading and headed:
            break
        headed = headed or (bool(found) and not sight.is_heading)
        if _CAPTION.isdisjoint(sight.evidence):
            found.append(sight.text)
    return "\n".join(found)


_ONE_SENTENCE = regex(r"[^。！？“”‘’：:；\s][^。！？“”‘’：:；]{9,43}[。]?$")
"""One sentence in which nobody speaks."""
_SEEN = regex(r"在|正|展示|介绍|查看|接受|表演|演示|整理|操作|参观|手持|手捧|合影|一[景角隅]|现场|近照|外景|全景")
"""Words for what a picture shows: somebody doing something, or a sight."""
_TOLD = regex("(?:介绍|说|表示|透露|坦言|回忆|认为)[，,]")
"""Somebody tells something: no picture shows that."""
_SHOWN = regex(
    rf"[{HAN}]{{2,12}}(?:正在|正(?=[{HAN}])|展示|手持|手捧|手握|指着|捧着|抱着|(?:在|向|为|给|和|与)[{HAN}]{{2,10}}"
    rf"(?:展示|介绍|讲解|演示|示范|整理|查看|检查|挑选|排队|合影|交谈|练习|表演|采摘|劳作|作业|巡查|忙碌))[{HAN}]{{0,14}}。?$"
)
"""Somebody who shows, holds or is doing something, and nothing else."""
_AT_IT = regex(rf"[{HAN}·]{{2,6}}(?:正?在|正)[{HAN}]{{2,8}}。?$")
"""`席小敏在比赛中`"""
_CIRCLED = regex(r"图?\s?[①-⑳]|图\s?[1-9][\s:：](?!\d)")
_SCENE = regex(
    rf"(?:\d{{1,2}}月\d{{1,2}}日|[昨今前][日天晚晨]|[{HAN}“”·\d]{{2,14}})?[，,]?[{HAN}“”·《》]{{2,14}}"
    r"(?:（[左右中前后上下图][^（）]{0,5}）|\([左右中前后上下图][^()]{0,5}\))?[^，,。]{0,3}"
    r"(?:在|正|着|将|把|给|为|向|用|与|和|展示|演示|示范|表演|体验|练习|排队|等候|观看|欣赏|品尝|选购|挑选|检查|查看|观察|接受|参加|参观)"
    r"[^，,。]{2,20}[。]?$"
)
"""Who does what where, and nothing else: what a picture shows."""
_NOT_SEEN = regex(
    "[了说称据是没不也都还却已每她他它我你]|就(?![诊餐座])|曾[经在是]|才[能会有开]|介绍|表示|透露|认为|希望|提醒|记者|如今|近年|去年|今年|明年|当年|以来|将[于在会达提结代出继开进举推参这把从]|延长|推广|扩大|提高|减少|增加|实现|^[愿指]|正在(?:进行|调查|研究|制定|筹)"
    r"|正式|目前|同时|此外|随后|[亿％%]|万[元人]|有关|方面|工作(?!人员|者)"
)
"""Words of a tale or a report, which no caption of one short sentence has."""


_NUMERALS = frozenset("（(123456789１２３４５６７８９图①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""With what a numbered caption begins."""
_NUMBER = regex(r"[（(]?([1-9１-９])\s?[)）]?\s?(?:、|[.．：:](?!\d))|图?\s?(?P<ring>[①-⑳])")


def _numbered(solid: list[Sight]) -> None:
    """`2、…` right behind a caption with `1、…`: pictures that belong together, under one headline or under none."""
    last = 0
    for before, sight in pairwise([None, *solid]):
        if sight is None or not (sight.text[0] in _NUMERALS or sight.text[0].isspace()):
            last = last if sight is None or (last and "credit_line" in sight.evidence) else 0
            continue
        if "credit_line" in sight.evidence:
            continue
        found = _NUMBER.match(sight.text) if sight.shape == "text" and sight.size <= 240 else None
        if found is None:
            last = 0
            continue
        number = ord(found["ring"]) - ord("①") + 1 if found["ring"] else int(found.group(1))
        pictured = before is not None and (before.credit or not _CAPTION_LIKE.isdisjoint(before.evidence))
        told = sight.credit or sight.sign or not _CAPTION_LIKE.isdisjoint(sight.evidence)
        if number > 1 and number == last + 1 and pictured and told:
            sight.evidence.append("numbered_next")
        if number and "long_after_image" in sight.evidence:
            sight.withdraw("long_after_image")
            sight.evidence.append("after_image")
        last = number
    _with_colons(solid)


def _with_colons(solid: list[Sight]) -> None:
    """`1：…`, `2：…` in a row, where text prints `1、…` and `1．…`: the captions of several pictures."""
    if _FIRST_MARKS.isdisjoint([sight.text[:2] for sight in solid]):
        return
    marks = [fold(sight.text[:2]) if sight.shape == "text" and sight.size <= 240 else "" for sight in solid]
    if "1:" not in marks:
        return
    for place, (above, below) in enumerate(pairwise(marks)):
        if above == "1:" and below == "2:" and "circled" not in solid[place].evidence:
            for sight, mark in zip(solid[place:], marks[place:], strict=True):
                if not (mark[1:] == ":" and mark[0].isdigit()) or sight.text[2:3].isdigit():
                    break
                sight.evidence.append("circled")


_FIRST_MARKS = frozenset(("1:", "1：", "１:", "１："))


def _another(sights: list[Sight]) -> None:
    """A picture with its caption right after the caption of another, both under one headline and no text there."""
    only = False
    for first, second, sight in zip(sights, sights[1:], sights[2:], strict=False):
        if first.is_heading or (only and first.shape == "image"):
            only = True
        elif not (only and first.shape == "text" and (first.credit or "after_image" in first.evidence)):
            only = False
        if (
            only
            and not first.is_heading
            and first.shape == "text"
            and second.shape == "image"
            and sight.shape == "text"
        ):
            sight.evidence += [] if "picture_title" in sight.evidence else ["another_picture"]


def group_pictures(row: Row) -> None:
    """Pictures that belong together: numbered, or one after the other under a headline."""
    if "image" in row.shown:
        _another(row.sights)
        _only_pictures(row.sights)
    if "credit" in row.shown:
        _numbered_pictures(row)
    _cut_in_two([sight for sight in row.sights if not sight.furniture or sight.shape == "image"])
    _numbered(row.solid)


_THING = regex(
    rf"(?:\d{{1,2}}月\d{{1,2}}日|[昨今前][日天晚晨]|[{HAN}]{{2,8}})?，?[{HAN}]{{2,14}}的(?![{HAN}]*[日天年月夜晚事季候路题息话])[{HAN}]{{2,6}}。"
)
"""`9月3日，倒塌的围墙。`: a sentence without a predicate."""
_LONGEST_THING = 30


def named_things(row: Row) -> None:
    """A text alone below a headline and its picture whose first sentence only names what is seen."""
    if "long_after_image" not in row.shown:
        return
    sights = row.sights
    for index, (heading, image, sight) in enumerate(zip(sights, sights[1:], sights[2:], strict=False)):
        if not (heading.is_heading and image.shape == "image" and "long_after_image" in sight.evidence):
            continue
        if sight.size > _LONGEST_ALONE or _THING.match(sight.text[:_LONGEST_THING]) is None:
            continue
        after = next((other for other in sights[index + 3 :] if not other.furniture and not other.head), None)
        if after is None or after.is_heading or is_label(after):
            sight.evidence.append("names_thing")


_LONGEST_ALONE = 200


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

_LONGEST_SHORT = 120
_FARTHEST = 60
"""How many pieces are looked at below a heading, so that the cost grows with the page and no faster."""
_LONGEST_PICTURE_NEWS = 6
_PICTURE_NEWS = frozenset(("图片新闻", "新闻图片", "图片报道", "摄影报道", "图片故事"))


def picture_news(row: Row) -> None:
    """图片新闻 right above the words of pictures: the only headline that these have. News below is none of it."""
    for index, (heading, below) in enumerate(pairwise(row.solid)):
        if heading.size > _LONGEST_PICTURE_NEWS or unspaced(heading.text) not in _PICTURE_NEWS:
            continue
        numbered = _numbered_from_one(row.solid[index + 1 : index + 1 + _FARTHEST])
        if len(numbered) > 1:
            _without_credit(numbered)
        elif below.shape != "text" or _PICTURED.isdisjoint(below.evidence):
            continue
        heading.evidence.append("picture_news")
        story = takewhile(_is_no_line, row.solid[index + 2 : index + 1 + _FARTHEST])
        if news := next((sight for sight in story if not DATED.isdisjoint(sight.evidence)), None):
            news.evidence.append("below_pictures")


def _numbered_pictures(row: Row) -> None:
    """A heading above nothing but numbered captions, one at least with its credit, is their headline."""
    for index in row.heads:
        captions = _numbered_from_one(row.solid[index + 1 : index + 1 + _FARTHEST])
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
        match = _NUMBER.match(sight.text) if sight.shape == "text" and sight.size <= _LONGEST_SHORT else None
        if match is None or (match.group(1) or "") != str(number):
            break
        found.append(sight)
    return found


def _is_no_line(sight: Sight) -> bool:
    """Whether a piece is no heading and no line that may be one that lost its mark."""
    return not sight.is_heading and "no_marks" not in sight.evidence


def _only_pictures(sights: list[Sight]) -> None:
    """A heading above nothing but two pictures or more, with their titles and who made them."""
    heading: Sight | None = None
    images = 0
    for sight in [*sights, None]:
        if sight is None or sight.is_heading:
            if heading is not None and images > 1 and "photo_heading" not in heading.evidence:
                heading.evidence.append("photo_heading")
            heading, images = sight, 0
        elif sight.shape == "image":
            images += 1
        elif sight.size > 20 or _TITLE_OF_PICTURE.isdisjoint(sight.evidence):
            heading = None


_TITLE_OF_PICTURE = frozenset(("credit_line", "after_image", "picture_after_image"))


def find_captions(row: Row) -> None:
    """Captions that only their place tells: before the dateline, below a credit, in a story with a photographer."""
    solid = row.solid
    letters = "letter_from" in row.shown
    for index, sight in enumerate(solid):
        if (sight.byline or sight.opening or letters) and _names_photographer(sight):
            _of_photographer(row, index)
    for heading in row.heads:
        if (after := row.after(heading + 1)) is None:
            continue
        sight = solid[heading + 1]  # right under a heading
        if sight.shape != "text" or sight.credit or not AUTHORS.isdisjoint(sight.evidence):
            if "credit_line" in sight.evidence and _is_alone(row, heading + 1):
                after.evidence.append("credit_above")
        elif (
            sight.size <= 60
            and sight.text[-1] == "。"
            and not sight.opening
            and "editor_note" not in sight.evidence
            and not DATED.isdisjoint(after.evidence)
        ):
            sight.evidence.append("before_dateline")
    find_uncredited(row)


_PHOTOGRAPHER = regex("(?:摄影|图片)\\s?[:：/]")


def _names_photographer(sight: Sight) -> bool:
    """Whether the author line, or the by-line that opens a text, says who took the pictures."""
    found = sight.byline or sight.opening
    if found is None:
        return "letter_from" in sight.evidence and _PHOTOGRAPHER.search(sight.text) is not None
    return any(who.role == "photographer" for who in found.credits)


def _is_alone(row: Row, index: int) -> bool:
    """Whether a credit stands right under a heading and above one text, and then comes the next heading or the end."""
    text, end = row.after(index), row.after(index + 1)
    return (
        index > 0
        and row.solid[index - 1].is_heading
        and text is not None
        and text.shape == "text"
        and 30 <= text.size <= 300
        and not text.opening
        and (end is None or end.is_heading)
    )


def _shows(sight: Sight) -> bool:
    """Whether a text is one short sentence about what is seen."""
    text = sight.text
    if sight.size <= 26 and _SHOWN.match(text):
        return True
    return sight.size <= 34 and text[-1] == "。" and not _NOT_SEEN.search(text) and _SCENE.match(text) is not None


def _cut_off(near: list[Sight], sight: Sight) -> bool:
    """Whether a text is the rest of the one above, cut off inside a word that these pieces print elsewhere too."""
    above = near[near.index(sight) - 1].text[-1:]
    word = above + sight.text[0]
    return is_han(above) and is_han(sight.text[0]) and any(word in other.text for other in near)


def _of_photographer(row: Row, index: int) -> None:
    """A story whose author line names a photographer has pictures: numbered sentences are their captions, and so are
    a sentence of what is seen among its paragraphs, or two together, or one behind its end, if it has no other caption.
    """
    solid = row.solid
    story: list[Sight] = []
    near = solid[index : index + _FARTHEST]
    for sight in near[1:]:
        if not OPENED.isdisjoint(sight.evidence) or (sight.is_heading and sight.piece.level == 1):
            break
        story.append(sight)
    texts = [sight for sight in story if sight.shape == "text"]
    while texts and (texts[-1].furniture or texts[-1].head):
        texts.pop()
    if any(not _CAPTION.isdisjoint(sight.evidence) or "after_image" in sight.evidence for sight in texts):
        return
    numbered = [sight for sight in texts if sight.size <= 60 and _CIRCLED.match(sight.text)]
    if len(numbered) >= 2 and all(_ONE_SENTENCE.match(sight.text) for sight in numbered):
        for sight in numbered:
            sight.evidence.append("circled")
    elif shown := [place for place, sight in enumerate(texts[:-1]) if _shows(sight) and not _cut_off(near, sight)]:
        if shown[-1] - shown[0] < min(len(shown), 2):  # one, or two that stand together
            for place in shown:
                texts[place].evidence.append("of_photographer")
    elif 0 < len(texts) <= 2 and texts[-1].size <= 16 and _AT_IT.match(texts[-1].text):
        texts[-1].evidence.append("of_photographer")
    elif len(texts) > 2 and not numbered:
        last = texts[-1]
        seen = _SEEN.search(last.text) and not _TOLD.search(last.text)
        if seen and _ONE_SENTENCE.match(last.text) and texts[-2].text[-1] in "。！？”":
            last.evidence.append("of_photographer")

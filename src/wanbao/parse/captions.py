"""Captions that nobody took: what a line says that shows a picture, and what a picture shows by a name."""

from __future__ import annotations

from wanbao.parse.continuity import share
from wanbao.parse.picture_groups import FARTHEST
from wanbao.parse.pictures import CAPTION
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, DATED, OPENED, Sight
from wanbao.parse.titles import is_label
from wanbao.parse.uncredited import find_uncredited, names_photographer
from wanbao.patterns import HAN, regex
from wanbao.text import is_han

_ONE_SENTENCE = regex(r"[^。！？“”‘’：:；\s][^。！？“”‘’：:；]{9,43}[。]?$")
"""One sentence in which nobody speaks."""
_SEEN = regex(r"在|正|展示|介绍|查看|接受|表演|演示|整理|操作|参观|手持|手捧|合影|一[景角隅]|现场|近照|外景|全景")
"""Words for what a picture shows: somebody doing something, or a sight."""
_TOLD = regex("(?:介绍|说|表示|透露|坦言|回忆|认为)[，,]")
"""Somebody tells something: no picture shows that."""
_GOES_ON = regex("幸运的是|万幸|所幸|幸好|目前|据|随后|最终|此外|另外|对此|截至|记者")
"""With what the last paragraph of a story begins, and no words of a picture."""
_SHOWN = regex(
    rf"[{HAN}]{{2,12}}(?:正在|正(?=[{HAN}])|展示|手持|手捧|手握|指着|捧着|抱着|(?:在|向|为|给|和|与)[{HAN}]{{2,10}}"
    rf"(?:展示|介绍|讲解|演示|示范|整理|查看|检查|挑选|排队|合影|交谈|练习|表演|采摘|劳作|作业|巡查|忙碌))[{HAN}]{{0,14}}。?$"
)
"""`何静展示刚摘的荔枝。`, `老船长正在补网`: somebody who shows, holds or is doing something, and nothing else."""
_AT_IT = regex(rf"[{HAN}·]{{2,6}}(?:正?在|正)[{HAN}]{{2,8}}。?$")
"""`席小敏在比赛中`"""
_CIRCLED = regex(r"图?\s?[①-⑳]|图\s?[1-9][\s:：](?!\d)")
_SCENE = regex(
    rf"(?:\d{{1,2}}月\d{{1,2}}日|[昨今前][日天晚晨]|[{HAN}“”·\d]{{2,14}})?[，,]?[{HAN}“”·《》]{{2,14}}"
    r"(?:（[左右中前后上下图][^（）]{0,5}）|\([左右中前后上下图][^()]{0,5}\))?[^，,。]{0,3}"
    r"(?:在|正|着|将|把|给|为|向|用|与|和|展示|演示|示范|表演|体验|练习|排队|等候|观看|欣赏|品尝|选购|挑选|检查|查看|观察|接受|参加|参观)"
    r"[^，,。]{2,20}[。]?$"
)
"""`市民在江边放风筝。`: who does what where, and nothing else, as a picture shows."""
_TELLS = (
    "[了说称据是没不也都还却已每她他它我你]|就(?![诊餐座])|曾[经在是]|才[能会有开]|介绍|表示|透露|认为|希望|提醒|记者"
)
"""`她已学会了`: a tale, or what somebody says."""
_OTHER_TIMES = "如今|近年|去年|今年|明年|当年|以来|将[于在会达提结代出继开进举推参这把从]"
"""`大桥将于明年通车`: no picture shows that."""
_CHANGES = "延长|推广|扩大|提高|减少|增加|实现|^[愿指]|正在(?:进行|调查|研究|制定|筹)"
"""`有关部门正在调查`: nothing to be seen."""
_REPORTS = "正式|目前|同时|此外|随后|[亿％%]|万[元人]|有关|方面|工作(?!人员|者)"
"""`目前投资三亿元`: a report; `工作人员` may be seen."""
_NOT_SEEN = regex(f"{_TELLS}|{_OTHER_TIMES}|{_CHANGES}|{_REPORTS}")
"""Words of a tale or a report, which no caption of one short sentence has."""
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


def find_captions(row: Row) -> None:
    """Captions that only their place tells: before the dateline, below a credit, in a story with a photographer."""
    solid = row.solid
    letters = "letter_from" in row.shown
    for index, sight in enumerate(solid):
        if (sight.byline or sight.opening or letters) and names_photographer(sight):
            _of_photographer(row, index)
    for heading in row.heads:
        if (after := row.after(heading + 1)) is not None:
            _below_heading(row, heading, after)
    find_uncredited(row)


def _below_heading(row: Row, heading: int, after: Sight) -> None:
    """A caption right under the heading at this place, above the dateline; `after` is what stands below it."""
    sight = row.solid[heading + 1]
    if sight.shape == "text" and sight.size <= _LONGEST_SHOWN and not sight.opening and _ENDS_SHOWN.search(sight.text):
        sight.evidence.append("picture_start")
    if "credit" in sight.evidence and not DATED.isdisjoint(after.evidence) and _is_of(sight, after):
        sight.evidence.append("before_dateline")
        return
    if "byline" in sight.evidence and names_photographer(sight) and (below := row.after(heading + 2)) is not None:
        sight, after = after, below
    if sight.shape != "text" or sight.credit or not AUTHORS.isdisjoint(sight.evidence):
        if "credit_line" in sight.evidence and _is_alone(row, heading + 1):
            after.evidence.append("credit_above")
    elif _is_sentence(sight) and "editor_note" not in sight.evidence and not DATED.isdisjoint(after.evidence):
        sight.evidence.append("before_dateline")


_LONGEST_SHOWN = 200
_ENDS_SHOWN = regex("。图为(?![^。]*(?:所[画绘作]|绘制))[^。]{4,80}。$")
"""`…建成通航。图为货船通过船闸。` right below a headline tells what is seen; all three such were captions."""


def _is_sentence(sight: Sight) -> bool:
    """Whether a text is one short sentence, or a few, without an opening."""
    return sight.size <= _LONGEST_SENTENCE and sight.text[-1] == "。" and not sight.opening


_LONGEST_SENTENCE = 60
"""Letters of a caption between a heading and a dateline."""


_SHORT_OF_STORY, _AKIN = 80, 0.12
"""Longer words with a credit right below a headline, or words that the text does not share, may be the whole story of a
picture."""


def _is_of(sight: Sight, text: Sight) -> bool:
    """Whether the words of a picture speak of what a text tells."""
    return sight.size <= _SHORT_OF_STORY and share(sight.text, text.text) >= _AKIN


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
    near = row.solid[index : index + FARTHEST]
    texts = _texts_of_story(near[1:])
    if any(not CAPTION.isdisjoint(sight.evidence) or "after_image" in sight.evidence for sight in texts):
        return
    numbered = [sight for sight in texts if sight.size <= 60 and _CIRCLED.match(sight.text)]
    if len(numbered) >= 2 and all(_ONE_SENTENCE.match(sight.text) for sight in numbered):
        for sight in numbered:
            sight.evidence.append("circled")
    elif shown := [place for place, sight in enumerate(texts[:-1]) if _shows(sight) and not _cut_off(near, sight)]:
        if shown[-1] - shown[0] < min(len(shown), 2):  # one, or two that stand together
            for place in shown:
                texts[place].evidence.append("of_photographer")
    elif texts and _ends_with_caption(texts, bool(numbered)):
        texts[-1].evidence.append("of_photographer")


def _texts_of_story(below: list[Sight]) -> list[Sight]:
    """The texts of the story whose pieces these are, up to the next one that has an opening or a headline."""
    texts: list[Sight] = []
    for sight in below:
        if not OPENED.isdisjoint(sight.evidence) or (sight.is_heading and sight.piece.level == 1):
            break
        if sight.shape == "text":
            texts.append(sight)
    while texts and (texts[-1].furniture or texts[-1].head):
        texts.pop()
    return texts


def _ends_with_caption(texts: list[Sight], has_numbered: bool) -> bool:
    """Whether the last text of a story is the caption: a few words in a short one, a sentence of what is seen behind
    the end of a longer one."""
    last = texts[-1]
    if len(texts) <= 2:
        return last.size <= 16 and _AT_IT.match(last.text) is not None
    if has_numbered or not _SEEN.search(last.text) or _TOLD.search(last.text) or _GOES_ON.match(last.text):
        return False
    return _ONE_SENTENCE.match(last.text) is not None and texts[-2].text[-1] in "。！？”"

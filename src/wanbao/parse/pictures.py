"""To which story a picture belongs: the one above it, the one below it, or none. Its caption's words tell."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from wanbao.parse.continuity import share
from wanbao.parse.endings import Ending
from wanbao.parse.row import Row
from wanbao.parse.shared_credits import is_shared
from wanbao.parse.sight import DATED, OPENED, Sight
from wanbao.parse.titles import is_label
from wanbao.patterns import regex
from wanbao.text import fold, is_han

_LEAST_TEXT = 120
"""Characters of a story below which its words prove nothing."""
_LEAST_CAPTION = 22
_APART, _RATHER_APART, _AKIN = 0.035, 0.07, 0.12
"""The share of a caption's pairs of Han that stand in a story.

Measured on 106 captions: of those that belong to a story of some length nine in ten share more than 0.05 with it; of
pictures that stand by themselves nine in ten share less than 0.05 with the story above.
"""
_LEAST_NEWS = 30
_TITLED = regex(r"[^。，《》]{0,8}《[^《》]{1,16}》[^。，《》]{0,24}$")
"""`陶瓷《春江》（海州：何静/作）`: the name of a work and whose it is tell no news."""
OWN_DAY = regex(r"(近日|日前|[昨今前][日天晚晨]|\d{1,2}月\d{1,2}日|\d{1,2}日)[^，。]{0,6}，")
"""A caption of some length that begins with its own day tells news of its own, unless it speaks of the story's."""
_NUMBERED = regex(r"[①-⑳\d一二三四五图（(]{1,2}[、.．：:②-⑳]|[①-⑳]")
_SIDE = regex(r"[▲▼]?[（(]?[左右上下]图")
_OPENS = OPENED | {"label_line", "label_before_leads"}
CAPTION_LIKE = frozenset(("credit", "after_image", "circled"))
CAPTIONED = frozenset(("credit", "after_image"))
CAPTION = frozenset(("credit", "credit_line", "picture_title", "circled", "shared_credit"))


def judge_pictures(row: Row) -> None:
    """Captions with a credit between two stories, and above the first."""
    _judge_between(row)
    for sight in row.solid:
        if "credit" in sight.evidence and _PLACED.match(sight.text) and _OF_NO_STORY.isdisjoint(sight.evidence):
            sight.evidence.append("placed_picture")


_PLACED = regex(r"[▲▼]?[左右上下中]{1,2}图[\s\u3000：:为]")
"""`右上图 …`: where the picture stands beside its story."""


def _judge_between(row: Row) -> None:
    """Whether the words of a picture belong to the story above them, to the one below or to none."""
    solid = row.solid
    last: Sight | None = None
    if "after_image" in row.shown:
        _picture_reports(row.sights)
    for index, sight in enumerate(solid):
        if CAPTIONED.isdisjoint(sight.evidence) or not _stands_between(solid, index):
            continue
        pair = last is not None and index and solid[index - 1] is last and _SIDE.match(sight.text) is not None
        above = _above(row, index)
        report = sight.credit and "credit" in sight.evidence and _ends_report(sight, _story_above(solid, index), above)
        if not report and (pair or not _ends_story(row, index) or (index and _goes_with(solid[index - 1], sight))):
            continue
        if sight.credit and report:
            sight.sign, sight.credit = _with_writers(sight.credit), None
            sight.withdraw("credit", "long_caption", "picture_words", "long_text", "caption_ends")
            solid[index - 1].withdraw("caption_begun")
            sight.evidence.append("signed")
        elif not index or len(above) >= _LEAST_TEXT or ("credit" in solid[index - 1].evidence and len(above) > 60):
            kin = _story_of(sight, above, _below(row, index))
            sight.evidence += kin
            last = sight if kin and kin != ["of_next_story"] else last


def _stands_between(solid: list[Sight], index: int) -> bool:
    """Whether the words of a picture are long enough to be compared with stories, and the first of its row."""
    sight = solid[index]
    if sight.shape != "text" or "picture_report" in sight.evidence:
        return False
    credited = "credit" in sight.evidence
    if sight.size < (_LEAST_CAPTION if credited else _LEAST_WORDS) or sight.opening or _NUMBERED.match(sight.text):
        return False
    return credited or not index or CAPTION_LIKE.isdisjoint(solid[index - 1].evidence)


_LEAST_WORDS = 16
"""Letters that the words of a picture have at least, where they do not say who took it."""


def _story_of(sight: Sight, above: str, below: str) -> list[str]:
    """The evidence to which story the words of a picture belong, by the words it shares with the texts around it."""
    words = sight.text[: sight.credit.start] if sight.credit and sight.credit.start else sight.text
    shared = share(words, above) if above else 0.0
    apart = shared < (_RATHER_APART if OWN_DAY.match(words) and len(words) >= _LEAST_NEWS else _APART)
    if apart and len(below) >= _LEAST_TEXT and share(words, below) >= _AKIN:
        return ["of_next_story"]
    if above and shared < _RATHER_APART and not (len(sight.text) < _LEAST_NEWS and _TITLED.match(sight.text)):
        return ["of_no_story" if apart else "of_hardly_a_story"]
    return []


def _goes_with(above: Sight, sight: Sight) -> bool:
    """Whether the words of a picture stand right below those of another, which belong to the story."""
    both = above.shape == "text" and "credit" in above.evidence and "credit" in sight.evidence
    return both and _OF_NO_STORY.isdisjoint(above.evidence)


_OF_NO_STORY = frozenset(("of_no_story", "of_hardly_a_story", "of_next_story"))
_BELOW = regex(r"(?!.*(?:记者|通讯员|实习生)).*(?:[/\s](?:摄|图|摄影)(?:[\s、)）]|$)|(?:图|摄影?)[/:]|摄影报道)")
"""Who took a picture, and perhaps who wrote its words, with no role that makes it a story's author line."""
_DESCRIBED = frozenset(("picture_start", "after_image"))
_CREDITS_ITSELF = regex(r"[（(](?:(?:压题|题图|题头)?(?:照片|图片|图)\s?[:：为由]|(?:压题|题头)(?:照片|图片?)|题图)")
"""`（压题照片为李江摄）`, `（题图何静摄）`: a picture without words of its own."""
_LEAST_SPEECH = 40
_IS_SAID = regex(
    "“[^”]+(?:$|[，。！？…]”[^，。“”]{1,16}(?:说|道|回忆|表示|告诉|坦言|介绍|感慨|认为)[^，。“”]{0,6}[，。])"
)
"""`“…差了一截。”何静回忆。`, or the first column of what somebody says: a paragraph of the story."""


_REPORTED = regex(
    "据悉|据了解|此外|另外|随后|最终|不过|但|目前|记者(?:了解|获悉|从)|[^，。]{2,12}(?:表示|告诉记者|介绍说)"
)
"""How the last part of a story begins, and no caption."""


def credits_above(caption: Sight, sight: Sight) -> bool:
    """Whether a line that only credits says who took the picture whose words stand above it."""
    if caption.shape != "text" or caption.size > 300 or caption.opening or "bracketed_source" in caption.evidence:
        return False
    if _CREDITS_ITSELF.match(sight.text):
        return False
    if _REPORTED.match(caption.text):
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
    """Who took the pictures of a report, and as its writers those of them that the paper sent, or that wrote it too."""
    wrote = [who for who in ending.credits if "记者" in who.role_printed or who.role_printed == "文/图"]
    writers = [replace(who, role="reporter" if "记者" in who.role_printed else "author") for who in wrote]
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
    if sight.credit is None or not before:
        return False
    last = before[-1]
    if last.shape != "text" or any(piece.sign or piece.credit for piece in before):
        return False
    if is_han(last.text[-1]) or last.text[-1] in "，、":  # it goes on with a cut paragraph
        wrote = _WROTE_TOO.search(sight.text, sight.credit.start) is not None
        return wrote and (last.size >= _LEAST_TOLD or sight.size >= _LEAST_REPORT)
    if sight.size < _LEAST_REPORT or "摄影报道" not in sight.text[-6:]:
        return False
    if not any(piece.byline or (piece.opening and piece.opening.credits) for piece in before):
        told = [piece for piece in before if piece.shape == "text" and piece.size >= _LEAST_TOLD]
        if told and any("记者" in who.role_printed for who in sight.credit.credits):
            return True  # nobody else has signed the story
    is_news = last.size >= _LEAST_REPORT and any(not DATED.isdisjoint(piece.evidence) for piece in before)
    return is_news and share(sight.text, above) >= _AKIN


_WROTE_TOO = regex(r"(?:图\s?[/／]\s?文|文\s?[/／]\s?图|图文|文图|摄影报道)")
"""`……花朵的大小不一。图/文 何静` in the second half of a cut paragraph."""
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
        if CAPTION.isdisjoint(sight.evidence):
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
        if CAPTION.isdisjoint(sight.evidence):
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
        if CAPTION.isdisjoint(sight.evidence):
            found.append(sight.text)
    return "\n".join(found)

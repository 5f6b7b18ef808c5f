"""Headings by what stands right under them or above: letters, tables, boxes about somebody, verse, notices, answers."""

from __future__ import annotations

from wanbao.nameforms import looks_like_name
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, Sight
from wanbao.parse.titles import SPACES, is_label
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced

_SALUTATION = regex(r"[^，。,]{0,14}(?:编辑|同志|先生|女士|老师|报社|编辑部|[^，。,]{2}部|栏目组?|热线|信箱)\s?[：:]$")
"""`编辑同志：`, `湖滨日报社群众工作部：`: whom a letter addresses."""
_ADDRESSED = regex(rf"(?:尊敬的)?(?:编辑(?:同志|老师|部)|(?:[{HAN}]{{2,8}})?报社)\s?[：:]")
"""`编辑同志：我们巷子里…`: the same, run on with the letter."""
_LONGEST_ADDRESS = 15
_CALLER = regex(rf"(?:市民|读者|居民|网友)[{HAN}]{{1,2}}(?:先生|女士|小姐|大爷|大妈|师傅|老师)\s?[：:]")
"""`市民郭先生：12日下午…`: who called, before what was said."""
_ASKS = regex(r"[问答Qq Aa](?:[（(][^（）()]{2,24}[）)])?\s?[：:]")
"""`问：`, `答（市一医院医师 何静）：`"""
_TABLE_TITLES = (
    *("表", "图", "榜", "价格", "行情", "名单", "公告", "一览", "排行", "情况", "统计", "指数", "数据", "牌价"),
    "积分",
)
"""How the titles of tables end."""
_TABLES = frozenset(("table", "html"))


_PERSON_BOX = regex("(?:人物|名片|档案|简介|人物(?:名片|档案|简介))[：:\\s]\\s?[\\u4e00-\\u9fff·]{2,8}$")
_BOXES = frozenset(("person_box", "above_dates"))
_BOX_LABEL = regex("(?:人物|个人)?(?:名片|档案|简介|小传|小档案)|人物")
_BORN = regex(
    rf"(?:[男女]，|[{HAN}]{{2,3}}，)?(?:[^，。]{{0,6}}，){{0,2}}(?:生于)?\d{{4}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:出?生|.{{0,3}}生于)"
)
"""`1937年生于天全县…`, `男，1950年出生`: how a box about somebody begins."""
_BEGINS_WITH_DATE = regex(
    rf"(?:19|20)\d\d\s?年|\d{{1,2}}月\d{{1,2}}日|[★●■]?\s?\d{{1,2}}[:：]\d\d|[★●■]\s?[{HAN}]{{2,5}}\s?\d{{1,2}}[:：]\d\d"
)


def _time_line(below: list[Sight]) -> bool:
    """Whether three short texts follow that begin with dates."""
    return len(below) == 3 and all(
        sight.shape == "text" and sight.size <= 70 and _BEGINS_WITH_DATE.match(sight.text) for sight in below
    )


def _begins_letter(sight: Sight) -> bool:
    """Whether a text addresses the editor, or says who called."""
    if sight.shape != "text":
        return False
    if sight.text[0] in "市读居网" and _CALLER.match(sight.text):
        return True
    start = sight.text[:_LONGEST_ADDRESS]
    if ("：" in start or ":" in start) and _ADDRESSED.match(start):
        return True
    line = sight.text.strip() if sight.size <= 18 else ""
    return line[-1:] in ("：", ":") and _SALUTATION.match(line) is not None


_EXPLAINS = frozenset(
    (
        *(
            "adds",
            "voice",
            "deck_words",
            "figures_below",
            "refers_back",
            "speech_below",
            "spoken_below",
            "attended",
            "deck_kind",
        ),
        "same_letter",
    )
)
"""Evidence that a second heading goes on with what the first tells."""


def _are_answered(above: list[Sight]) -> bool:
    """Whether two texts are a question and its answer."""
    return above[1].text[0] in "答Aa" and all(_ASKS.match(sight.text) for sight in above)


_NOTIFIED = regex("特此(?:更正|说明|声明|致歉|公告|通告|通知|启事|函告)[^。]{0,12}。?$|(?:致歉|歉意)[。！]?$")
"""How a correction or a notice ends."""


def _ends_notice(end: str) -> bool:
    """Whether a text of this end is a correction or a notice."""
    return ("特此" in end or "歉" in end) and _NOTIFIED.search(end) is not None


def special_matter(row: Row) -> None:
    """What every heading, or line that may be one, has above it and under it."""
    solid = row.solid
    for index in row.lines:
        sight = solid[index]
        if (sight.is_heading or row.able[index]) and index < len(solid) - 1:
            _below_what(sight, solid[max(0, index - 2) : index], solid[index + 1])
            if solid[index + 1].text[0] in _ASKING and _QUESTION.match(solid[index + 1].text):
                _between_questions(sight, solid[max(0, index - _LOOKED_BACK) : index])
            _above_letter(sight, solid[index + 1 : index + 3])
            _above_author(sight, solid[index - 1] if index else None, solid[index + 1])
            _above_box(sight, solid[index - 1] if index else None, solid[index + 1 : index + 4])
            _above_table(sight, solid[index - 1] if index else None, solid[index + 1 : index + 3])


def _below_what(sight: Sight, above: list[Sight], below: Sight) -> None:
    """A jump line, a notice, or a question with its answer ends above a heading."""
    if not above:
        return
    last = above[-1]
    if last.jump and last.jump.forward:
        sight.evidence.append("after_jump")
    elif last.shape == "text" and _ends_notice(last.text[-30:]):
        sight.evidence.append("after_notice")
    if len(above) == 2 and _are_answered(above) and not _ASKS.match(below.text):
        sight.evidence.append("after_answers")


_LOOKED_BACK = 6
_QUESTION = regex(r"(?:问|记者|主持人)\s?[：:](?=\S)")
_ASKING = frozenset("问记主")
"""With what that begins."""


def _between_questions(sight: Sight, above: list[Sight]) -> None:
    """A heading above a question, below others of the same interview: a part of it, unless another headline stands
    between."""
    for before in reversed(above):
        if before.is_heading:
            return
        if _QUESTION.match(before.text):
            sight.evidence.append("between_questions")
            return


def _above_letter(sight: Sight, below: list[Sight]) -> None:
    """A letter begins under a heading, or under a line below it; under the name of a section it has no headline."""
    if is_label(sight):
        return
    if _begins_letter(below[0]):
        sight.evidence.append("letter_below")
    elif len(below) == 2 and below[0].size <= 60 and _begins_letter(below[1]):
        sight.evidence.append("letter_below")
        if "short_line" in below[0].evidence and AUTHORS.isdisjoint(below[0].evidence):
            below[0].evidence.append("above_letter")


def _above_author(sight: Sight, above: Sight | None, below: Sight) -> None:
    """An author line follows a heading: the headline, or a deck that goes on with the heading above."""
    if "byline" not in below.evidence and "byline_names" not in below.evidence:
        return
    deck = above is not None and above.is_heading and not SPACES.search(above.text.strip())
    explains = deck and not _EXPLAINS.isdisjoint(sight.evidence)
    sight.evidence.append("author_below_deck" if explains else "author_follows")


def _above_box(sight: Sight, above: Sight | None, below: list[Sight]) -> None:
    """A box about somebody, or a table of dates, stands under a heading."""
    bare = unspaced(sight.text)
    named = len(bare) <= 4 and looks_like_name(bare) and _BORN.match(below[0].text)
    if named or (bare[0] in "人名档简" and _PERSON_BOX.match(sight.text.strip())):
        sight.evidence.append("person_box")
        if above is not None and above.is_heading and _BOX_LABEL.fullmatch(unspaced(above.text)):
            above.evidence.append("box_label")
    if below[0].shape == "text" and below[0].size <= 70 and _time_line(below):
        sight.evidence.append("above_dates")
    if _BOXES.intersection(sight.evidence) and "never_opens" in sight.evidence:
        sight.evidence.remove("never_opens")


def _above_table(sight: Sight, above: Sight | None, below: list[Sight]) -> None:
    """A table stands under a heading, perhaps below its unit; or verse ends above it."""
    shapes = {piece.shape for piece in below}
    if _TABLES.isdisjoint(shapes) and (above is None or above.shape != "verse"):
        return
    titled = sight.text.strip().endswith(_TABLE_TITLES)
    after = below[0].shape
    if after == "text" and len(below) == 2 and titled:
        after = below[1].shape  # 单位：元 or a sentence of advice stands above the table
    if after in _TABLES:
        sight.evidence.append("table_title" if titled else "above_table")
        if below[-1].is_heading and below[-1] is not below[0]:
            below[-1].evidence.append("after_table")
    if above is not None and above.shape == "verse" and after not in ("verse", "heading", "bold"):
        sight.evidence.append("after_verse")

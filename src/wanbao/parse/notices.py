"""Notices and advertisements among the pieces of a page: what belongs to them, and what is set aside with them."""

from __future__ import annotations

from itertools import takewhile

from wanbao.parse.row import Row
from wanbao.parse.sight import Sight
from wanbao.patterns import regex
from wanbao.text import fold, unspaced

_NOTICE_ALONE = regex("公告|通告|启事|声明")
CLASSIFIED = regex(
    "(?:分类|便民|供求|生活)?(?:信息|广告)|分类(?:信息|广告)(?:专栏|版)?|(?:招聘|租售|招租|转让|求购|家政)(?:[·•](?:招聘|租售|招租|转让|求购|家政))?"
)
"""The heading of classified advertisements."""


def above_signature(sights: list[Sight]) -> None:
    """Where to write or call, between the text of a notice and who issues it: a part of the notice."""
    for before, sight, after in zip(sights, sights[1:], sights[2:], strict=False):
        if (
            sight.furniture in ("hotline", "address", "other")
            and before.shape == "text"
            and not before.furniture
            and not _ISSUES.isdisjoint(after.evidence)
            and _CONTACT.match(sight.text)
        ):
            sight.furniture = ""
            sight.withdraw("furniture")


_ISSUES = frozenset(("last_office", "byline_names", "citizen"))
_CONTACT = regex("(?:联系|咨询|报名|监督|举报)(?:电话|方式|人)|(?:来信|来稿|稿件)请")


def notice_at_foot(row: Row) -> None:
    """公告 alone above the last text of the page: a notice that is set aside with the advertisements."""
    index = len(row.solid) - 2
    if index < 1:
        return
    heading, below = row.solid[index], row.solid[index + 1]
    if (
        (heading.is_heading or "short_line" in heading.evidence)
        and _NOTICE_ALONE.fullmatch(unspaced(heading.text))
        and below.shape == "text"
        and below.size <= 240
        and not below.opening
    ):
        for sight in (heading, below):
            sight.furniture = "notice"
            sight.evidence.append("notice_at_foot")


def classified(row: Row) -> None:
    """分类信息 above marked lines: all of them are advertisements."""
    for index, heading in enumerate(row.solid[:-1]):
        if heading.size > 10 or not CLASSIFIED.fullmatch(unspaced(heading.text)):
            continue
        items = list(takewhile(_is_marked_item, row.solid[index + 1 :]))
        for sight in [heading, *items] if len(items) > 1 else ():
            sight.furniture = "ad"
            sight.evidence.append("notice_at_foot")


def stray_calls(row: Row) -> None:
    """A line without a stop that tells where to call, to scan or to look, or is set in three parts, alone between a
    story's end and the next heading: furniture in a form that no pattern knows."""
    solid = row.solid
    for index, sight in enumerate(solid):
        if (
            not (_LEAST_CALL <= sight.size <= _MOST_CALL)
            or sight.shape != "text"
            or not _PLAIN.issuperset(sight.evidence)
        ):
            continue
        before = solid[index - 1] if index else None
        after = solid[index + 1] if index + 1 < len(solid) else None
        if before is not None and (before.is_heading or (before.text[-1] not in _ENDED and not before.furniture)):
            continue
        if after is None or after.is_heading or after.furniture:
            line = fold(sight.text)
            if _OF_STORY.match(line) or not _STOPS.isdisjoint(line):
                continue
            calls = _CALLS.search(line) is not None
            if calls or (len(line.split()) >= _LEAST_PARTS and not _RESULT.search(line)):
                sight.furniture = "other"
                sight.evidence.append("stray_call" if calls else "stray_parts")


_LEAST_PARTS = 3
_RESULT = regex(r"\d\s?[:比]\s?\d|[、,]")
"""`甲队3:1乙队 丙队0:0丁队`, or a list: what a story may end with."""
_LEAST_CALL, _MOST_CALL = 8, 60
_PLAIN = frozenset(
    ("text", "sentence", "short_line", "too_short", "long_line", "last_line", "kicker_line", "label_line", "in_block")
)
"""What a line may show beside and still be nothing in particular."""
_ENDED = frozenset("。！？”’）)…0123456789")
_STOPS = frozenset("。;")
_CALLS = regex(
    r"\d{3,4}-[\d*Xx]{3,8}|(?<![\d.])\d{7,8}(?!\d)|1[3-9][\d*Xx]{9}|[\d*Xx]{3,}\*{3,}|扫[一码描]|[二维一]码|小程序|公众号|客户端|视频号|微信|微博|热线"
    r"|QQ|www\.|https?:|@|信箱|邮箱|本[报版刊]|[路街巷道]\d+号|读者|读报|订阅|订报|广告|下载|更多|看直播"
)
"""A number to call, a code, or how a paper speaks of itself."""
_OF_STORY = regex(r"[^:]{0,6}(?:报名|咨询|联系|预约|地址|地点|时间|票价|举报|监督|捐款|账号|户名)[^:]{0,8}:|\(")
"""`报名电话：…`: a part of the notice or the story above."""


def _is_marked_item(sight: Sight) -> bool:
    """Whether a short text begins with a mark, or is set aside anyway."""
    return sight.shape == "text" and sight.size <= 120 and (sight.text[0] in "◆●■▲★◇○□" or bool(sight.furniture))

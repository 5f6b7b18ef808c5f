"""Notices and advertisements among the pieces of a page: what belongs to them, and what is set aside with them."""

from __future__ import annotations

from itertools import takewhile

from wanbao.parse.row import Row
from wanbao.parse.sight import Sight
from wanbao.patterns import regex
from wanbao.text import unspaced

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


def _is_marked_item(sight: Sight) -> bool:
    """Whether a short text begins with a mark, or is set aside anyway."""
    return sight.shape == "text" and sight.size <= 120 and (sight.text[0] in "◆●■▲★◇○□" or bool(sight.furniture))

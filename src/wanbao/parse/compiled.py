"""Calls and letters that one hand compiled: items under the name of a column, `（记者 何静 整理）` below the last.

The column's name is then the headline, and the items' headings are sub-headlines, however much they look like news.
"""

from __future__ import annotations

from wanbao.parse.row import Row
from wanbao.parse.sight import NAMED, OPENED, Sight
from wanbao.patterns import HAN, regex

_BY_ONE_HAND = regex(rf"[（(](?!.{{0,3}}(?:内容|以上|根据|据))[^（）()]{{0,12}}[{HAN}][\s{HAN}]{{1,8}}整理[）)]")
_MOST_ITEMS, _LONGEST_NAME, _LONGEST_ITEM = 24, 10, 16


def judge_compiled(row: Row) -> None:
    """Mark the names of such columns and the headings under them."""
    for end, sight in enumerate(row.solid):
        if "整理" in sight.text[-4:] and sight.size <= 40 and _BY_ONE_HAND.fullmatch(sight.text.strip()):
            _mark(row.solid[max(0, end - _MOST_ITEMS) : end])


def _mark(above: list[Sight]) -> None:
    """The column that ends here: the headings upwards to two in a row, if no story opens between."""
    items: list[Sight] = []
    for sight, before in zip(above[:0:-1], above[-2::-1], strict=True):
        if not OPENED.isdisjoint(sight.evidence):
            return
        if not _may_head(sight):
            continue
        if sight.size > _LONGEST_ITEM:
            return
        items.append(sight)
        if _may_head(before):
            if len(items) >= _FEWEST and before.size <= _LONGEST_NAME:
                before.evidence.append("compiled_below")
                for item in items:
                    item.evidence.append("compiled_item")
            return


def _may_head(sight: Sight) -> bool:
    """Whether it is a heading, or a line that may be one that lost its mark."""
    return sight.is_heading or ("short_line" in sight.evidence and NAMED.isdisjoint(sight.evidence))


_FEWEST = 2

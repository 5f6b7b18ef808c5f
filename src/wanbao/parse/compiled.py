"""Calls and letters that one hand compiled: items under the name of a column, `（记者 何静 整理）` below the last.

The column's name is then the headline and the items' headings are sub-headlines, although they look like headlines.
"""

from __future__ import annotations

from wanbao.conventions import COLUMN_ENDINGS
from wanbao.parse.row import Row
from wanbao.parse.sight import NAMED, OPENED, Sight
from wanbao.patterns import HAN, regex

_BY_ONE_HAND = regex(rf"[（(](?:[{HAN}]{{0,10}}(?:记者|编辑|通讯员|实习生)\s?[{HAN}\s]{{2,20}})+整理[）)]")
"""`（记者 何静 整理）`, `(本报记者 何静 见习记者 吕航 整理)`: named people, and not `（以上内容根据来信整理）`."""
_MOST_PIECES, _FEWEST_ITEMS = 24, 2
_LONGEST_NAME, _SHORT_NAME, _LONGEST_ITEM = 10, 6, 16


def judge_compiled(row: Row) -> None:
    """Mark the names of such columns and the headings under them."""
    if "bracketed_names" not in row.shown:
        return
    for end, sight in enumerate(row.solid):
        if sight.size <= 40 and "整理" in sight.text[-4:] and _BY_ONE_HAND.fullmatch(sight.text.strip()):
            column, items = _column_above(row.solid[max(0, end - _MOST_PIECES) : end])
            if column is not None and len(items) >= _FEWEST_ITEMS and _names_column(column):
                column.evidence.append("compiled_below")
                for item in items:
                    item.evidence.append("compiled_item")


def _column_above(pieces: list[Sight]) -> tuple[Sight | None, list[Sight]]:
    """The upper of the two headings in a row with which the column begins that ends here, and the headings of its
    items; no column where a story opens or is signed between them, or a heading is too long."""
    items: list[Sight] = []
    for sight, before in zip(pieces[:0:-1], pieces[-2::-1], strict=True):
        if sight.sign or not OPENED.isdisjoint(sight.evidence):
            break
        if not _may_head(sight):
            continue
        if sight.size > _LONGEST_ITEM:
            break
        items.append(sight)
        if _may_head(before):
            return before, items
    return None, []


def _may_head(sight: Sight) -> bool:
    """Whether it is a heading, or a line that may be one that lost its mark."""
    lost = (
        "short_line" in sight.evidence and NAMED.isdisjoint(sight.evidence) and sight.text.strip()[-1] not in "。！？?!"
    )
    return sight.is_heading or lost


def _names_column(sight: Sight) -> bool:
    """Whether a heading may be the name of a column and is no section of the paper."""
    name = sight.text.strip()
    fits = sight.size <= _SHORT_NAME or (sight.size <= _LONGEST_NAME and name.endswith(COLUMN_ENDINGS))
    return fits and "section_word" not in sight.evidence

"""Whether the next run of text goes on with the paragraph before it, which the end of a column cut in two."""

from __future__ import annotations

import re

from wanbao.errors import Record
from wanbao.patterns import HAN, regex


class Join(Record, frozen=True):
    """An answer and how sure it is."""

    joined: bool
    """Whether the two belong together."""
    sure: float
    """How sure, in nats; below `SURE` a note says so."""


SURE = 0.7
"""A join that is less sure makes a note."""
_GOES_ON_SURELY, _BEGINS_SURELY = Join(True, 5), Join(False, 99)


_FULL_STOPS = frozenset("。！？!?…：:；;")
_CLOSERS = frozenset("”’）)》】」』")
_GOES_ON = frozenset("，、。；：！？,;:!?”’）》】」』%％℃")
_OPENERS = frozenset("“‘（《【「『(")
_ITEM = regex(
    r"[●◆▲△★■□◇○☆▶•►※①-⑳]|(?:[一二三四五六七八九十]{1,3}|[（(][一二三四五六七八九十\d]{1,2}[）)])[、.．是要]?|\d{1,2}[、.．](?!\d)|【|——|[-－]{2}"
)
_NUMBERED_ITEM = regex(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．](?!\d)")


_LABELLED = regex(rf"[{HAN}]{{2,5}}[：:]|(?:19|20)\d\d\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?$")
"""`时间：…`, `地点：…`, `记者：…`, or a date alone: each is a line of its own."""


_LABELS = regex(
    "(?:时间|地点|地址|票价|电话|主办|承办|嘉宾|主讲|报名|材料|做法|注意|提示|记者|读者|网友|专家|主持人?|问|答|作者|书名|出版"
    "|定价|规格|日期|联系人?|来源|备注|条件|要求|待遇)[^：:]{0,4}[：:]|(?:19|20)"
)
"""`时间：…`, `主讲人：…`: labels of lines that begin anew even where the text above is not finished."""


_WHOSE = regex(r"—{1,2}\s?(?:编\s?者$|摘自|选自|节选自|引自|语出)")
"""`——摘自市政府工作报告`: whose words stand above."""


_ADDRESS = regex(r"[\w.+\-]{2,40}@[\w.\-]{3,60}|(?:https?://|www\.)[^\s]{3,400}", re.ASCII)
"""Where to write, or a page of the web, alone in a line."""
_ROW = regex(rf"(?=.*[{HAN}])(?:[^\s，。；：！？“”,;:]{{1,16}}\s+){{3,40}}[^\s，。；：！？“”,;:]{{1,16}}")
"""`白菜 1元 萝卜 2元`, `张三 李四 王五 赵六`: a row of a list, parted by blanks; not `He said that the river`."""
_CALLED = regex("(?<!\\d)\\d{7,8}$")
"""`东城区服务点…电话2900123`: an item of a list that ends with the number to call."""


def _is_numbered(text: str) -> bool:
    """Whether a text begins like an item with a number: `（二）`, `3.`."""
    return (text[0] in "（(一二三四五六七八九十" or text[0].isdecimal()) and _NUMBERED_ITEM.match(text) is not None


def _is_labelled(text: str) -> bool:
    """Whether a text begins with a label, or is a date."""
    start = text[:6]
    return ("：" in start or ":" in start or start[0] in "12") and _LABELLED.match(text) is not None


def goes_on(before: str, after: str, indents: bool, indented: bool) -> Join:
    """Whether `after` continues `before`; `indents` says whether this page indents its paragraphs."""
    last, first = before[-1:], after[:1]
    if not last or not first:
        return _BEGINS_SURELY
    if indents and indented:
        return Join(False, 99 if last in _FULL_STOPS or last in _CLOSERS else 2)
    if first in _GOES_ON:
        return _GOES_ON_SURELY
    if last in "；;" and not indents and _inside_list(before[:-1], after):
        return Join(True, 3)
    if last in "：:" and first.isdecimal() and before[-2:-1].isdecimal():
        return Join(True, 3)
    if last in _FULL_STOPS:
        return Join(False, 0.5) if indents else _BEGINS_SURELY
    if before[0] == "—" and _WHOSE.match(before):
        return Join(False, 2)
    if last in _CLOSERS:
        return _after_closer(before, last, after)
    if first in "●◆▲△★■□◇☆▶►※【" or _is_numbered(after):
        return Join(False, 2)
    if (last.isascii() and _ADDRESS.fullmatch(before)) or (first.isascii() and _ADDRESS.fullmatch(after)):
        return Join(False, 2)
    if " " in before and " " in after and _ROW.fullmatch(before) and _ROW.fullmatch(after):
        return Join(False, 2)
    if last.isdecimal() and after[-1].isdecimal() and _CALLED.search(before) and _CALLED.search(after):
        return Join(False, 2)
    if last not in "，、," and _is_labelled(after) and (len(before) < 30 or _LABELS.match(after)):
        return Join(False, 2)
    if last in "，、,—" or last in _OPENERS:
        return Join(True, 5)
    if len(before) < _LEAST_LINE:
        apart = len(after) <= _LONGEST_VERSE or first in _OPENERS or _APART.search(before)
        return Join(False, 0.8) if apart else Join(True, 0.6)
    return Join(True, 4 if len(before) >= 16 else 1.2)


_LEAST_LINE, _LONGEST_VERSE = 12, 20
"""Letters: of 226 texts so short that do not end, 216 of them cut by a script from labelled pages, 209 went on in the
text below; above a short one they may be lines of verse."""


_APART = regex(r"[：:\s]")
"""`联系人：周先生`, `4月22日 旧书市集`: a line of its own."""


def _inside_list(before: str, after: str) -> bool:
    """Whether a semicolon at the end of a column stands inside a sentence that lists: a colon or another semicolon
    stands before it. One alone ends a paragraph as a stop does, where clauses are set below each other."""
    if _ITEM.match(after) or _is_labelled(after) or len(before) < 20:
        return False
    sentence = _STOP.split(before)[-1]
    return any(mark in sentence for mark in "：:；;")


_STOP = regex("[。！？!?]")


def _after_closer(before: str, last: str, after: str) -> Join:
    """A closing quote or bracket ends a sentence only with a stop inside or before it."""
    inner = before.rstrip("”’）)》】」』")
    if inner[-1:] in _FULL_STOPS:
        return Join(False, 99)
    if last in "）)":
        start = max(before.rfind("（"), before.rfind("("))
        if start <= 0 or before[:start].rstrip()[-1:] in _FULL_STOPS or before[:start].rstrip()[-1:] in _CLOSERS:
            return Join(False, 99)
    if len(before) < 20 or _is_numbered(after):
        return Join(False, 0.8)
    return Join(True, 1.2)


def glue(before: str, after: str) -> str:
    """What stands between the two halves: a space between Latin words, else nothing."""
    return (
        " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha() else ""
    )

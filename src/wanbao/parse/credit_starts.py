"""Where a credit begins: at its bracket, behind the last sentence, or at who took the picture, as far as he is told."""

from __future__ import annotations

from wanbao.nameforms import looks_like_name
from wanbao.parse.endings import last_bracket
from wanbao.parse.openings import skip
from wanbao.patterns import HAN, regex


def credit_start(tail: str) -> int:
    """Where the credit begins: at its bracket, after the last sentence, or at the organisation before the role word."""
    closed = tail.rstrip("。").rstrip()
    if closed.endswith(")"):
        start = last_bracket(closed)
        if start > 2 and closed[start - 1] == ")" and (before := last_bracket(closed[:start])) >= 0:
            start = before  # （新华社记者李江摄）（传真照片）
        if start > 0 and closed[start - 1] == "摄" and len(closed) - start <= _LONGEST_KIND:
            return credit_start(closed[:start])  # 新华社记者李江摄（传真照片）
        outer = tail.rfind("新华社发", 0, max(start, 0))
        return start if start >= 0 and (outer < 0 or start - outer > 5) else max(outer, 0)
    end, rfind = len(closed) - 2, tail.rfind
    best = max(rfind("。", 0, end), rfind("!", 0, end), rfind("?", 0, end), rfind("…", 0, end), rfind(";", 0, end))
    quoted = rfind("”", 0, end)
    if quoted > best and (tail[quoted - 1] in "。!?…" or tail[quoted + 1] in " 本"):
        best = quoted  # “招工”做准备: behind a word in quotes the sentence goes on
    if best >= 0 and len(closed) - best <= 40:
        organised = _ORGANISED.search(closed) if len(closed) - best > 24 else None
        return organised.start(1) if organised and organised.start(1) > best else skip(tail, best + 1)
    return _role_start(closed)


_LONGEST_KIND = 8
"""Letters of what kind of picture it is, with their brackets."""


def _role_start(tail: str) -> int:
    """Where a credit without a stop before it begins: `…到场 城南晚报记者 陈明摄`."""
    found = _ORGANISED.search(tail)
    if found:
        spaced = _LETTER_BY_LETTER.search(tail, 0, found.start(1)) if found.start(1) else None
        return spaced.start() if spaced else found.start(1)
    glued = _GLUED_WRITER.search(tail)
    if glued:
        return glued.start(1)
    space = max(tail.rfind(" ", 0, len(tail) - 3), tail.rfind(",", 0, len(tail) - 3))
    names = tail[space + 1 :]
    previous = tail.rfind(" ", 0, max(space, 0))
    while space > 0 and looks_like_name(tail[previous + 1 : space].strip()) and previous != space:
        space, previous = previous, tail.rfind(" ", 0, max(previous, 0))
        names = tail[space + 1 :]
    if tail[max(0, space - 2) : space] in READERS and (space == 2 or tail[space - 3] in " ,。"):
        return space - 2
    return space + 1 if len(names) <= 40 else 0


_ORGANISED = regex(
    rf"(?:^|(?<=[\s,。、]))((?:[{HAN}]{{0,10}}(?:[报社网台刊]|中心|客户端|融媒|在线|频道)\s?)?"
    r"(?:首席|见习|实习|特约|全媒体|融媒体|摄影|学生|校园)*\s?"
    rf"(?:记\s?者|通\s?讯\s?员|特约摄影师)[{HAN}·\s、/]{{1,24}})$"
)
"""`海角网记者 何静`, `特约摄影师 周晓`: who took a picture, with his house or his role before him."""
_GLUED_WRITER = regex(rf"[{HAN}“”]{{9}}((?:本报|特约|见习|实习)?(?:记者|通讯员)\s?[{HAN}]{{2,3}}\s?摄)$")
"""`…看得很开心记者周晓摄`: behind words that are too many for the name of a paper."""
_LETTER_BY_LETTER = regex(rf"(?:^|(?<=[\s,]))(?:[{HAN}]\s){{1,6}}$")
"""`瑶 乡 晚 ` before 报 记者: the rest of a paper's name."""
READERS = frozenset(("读者", "市民", "网友", "游客", "村民", "居民", "家长"))

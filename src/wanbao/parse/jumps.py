"""Where a story goes on and where it came from: 下转 at the end of a text, 上接 at its beginning."""

from __future__ import annotations

from wanbao.errors import Record
from wanbao.patterns import HAN, regex
from wanbao.text import chinese_number, fold


class Turn(Record, frozen=True):
    """下转 or 上接."""

    start: int
    """Where it begins."""
    end: int
    """One past its end."""
    forward: bool
    """True for 下转."""
    page: str
    """The page number."""


_PAGE = r"第?\s?(?P<page>[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3}|头)\s?版?"
_JUMP = regex(
    rf"[（(【]?\s?[▶▷►→◀◁←↓>]*\s?(?P<word>下\s?转|紧\s?转|转\s?至?|详见|上\s?接|紧\s?接|接|承接)\s?(?:本报)?{_PAGE}(?:[{HAN}\s《》“”·①-⑩]{{0,12}}(?=[▶▷►→◀◁←>）)】]|$))?\s?[▶▷►→◀◁←>]*[）)】]?"
)


_POINTER = regex(
    r"[（(【]?\s?[◆■●▶►→※]?\s?(?:相关|详细|更多)?(?:报道|内容|新闻|消息)?\s?(?:详见|请见|参见|见|刊)\s?(?:本报|今日|于)?"
    r"\s?(?=第|.{0,12}版|[A-Z])第?(?P<page>[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})"
    rf"(?:[、,，\-—至和]第?[A-Z]?\d{{1,3}}){{0,3}}\s?版?[{HAN}《》“”·]{{0,8}}[）)】]?"
)
"""`（相关报道见第四版）`, `详见A3、4`, `◆刊第五版`: a line that tells where more is printed."""
_TO_BE_CONTINUED = regex(r"[（(【]\s?(?:未完待续|未完|待续|明日待?续|下期待?续|续完)\s?[）)】]\s*$")


def jump(text: str) -> Turn | None:
    """A jump at the beginning (上接) or the end (下转) of a text, or as the whole of it; None otherwise."""
    return _from_page(text) or _unfinished(text) or _pointer(text) or _to_page(text)


_REACH = 24
"""How many letters at either end of a text may be a jump."""


def _from_page(text: str) -> Turn | None:
    """`（上接第一版）` at the beginning."""
    head = text[:_REACH]
    found = _JUMP.match(fold(head)) if "接" in head else None
    if found is None or "接" not in found.group("word"):
        return None
    whole = found.end() >= len(text.rstrip())
    if not (whole or found.group()[0] in "(（【" or "版" in found.group()):
        return None
    return Turn(0, found.end(), False, _page(found.group("page")))


def _unfinished(text: str) -> Turn | None:
    """`（未完待续）` at the end: it goes on, nobody knows where."""
    found = _TO_BE_CONTINUED.search(text[-_REACH:]) if "续" in text[-_REACH:] else None
    return Turn(max(0, len(text) - _REACH) + found.start(), len(text), True, "") if found else None


def _pointer(text: str) -> Turn | None:
    """`详见A3版` as the whole text."""
    page = _pointed_at(text) if len(text) <= _REACH and ("见" in text or "刊" in text) else ""
    return Turn(0, len(text), True, _page(page)) if page else None


def _to_page(text: str) -> Turn | None:
    """`（下转第三版）` at the end."""
    tail = text[-_REACH:]
    if "转" not in tail and "详见" not in tail:
        return None
    for found in _JUMP.finditer(fold(tail)):
        if found.end() == len(tail.rstrip()) and "接" not in found.group("word"):
            whole = found.end() - found.start() >= len(text.strip())
            if found.group()[0] in "(（【" or whole or ("下" in found.group("word") and "版" in found.group()):
                return Turn(len(text) - len(tail) + found.start(), len(text), True, _page(found.group("page")))
    return None


def _pointed_at(text: str) -> str:
    """The page that a line tells of which is nothing else; `见第三章` and `参见第5款` name none."""
    found = _POINTER.fullmatch(fold(text.strip()))
    return found["page"] if found and ("版" in found[0] or "A" <= found["page"] < "[") else ""


def _page(printed: str) -> str:
    if printed == "头":
        return "1"
    number = None if printed.isascii() else chinese_number(printed)
    return printed if number is None else str(number)

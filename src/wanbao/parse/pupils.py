"""Who writes on the pages of pupils: a young reporter (小记者), the school and class, the teacher who helped.

`早报小记者 毕思远（东街小学四（2）班）`, `东街小学四（2）班 毕思远 指导老师：何静`: parts in several orders, alone on a
line, at the beginning of a text or at its end. Pupils are authors, whatever a paper calls them.
"""

from __future__ import annotations

from wanbao.credited import Byline, Credit
from wanbao.nameforms import is_sounded, looks_like_name
from wanbao.patterns import HAN, regex
from wanbao.text import fold, unspaced

_NUMERAL = "[一二三四五六七八九十]"
_KIND = rf"[中小]学|学校|{_NUMERAL}{{1,3}}[小中]|附[小中]|[实外]小|[初高]中|校区|幼儿园"
_SCHOOL = rf"[{HAN}\d]{{2,18}}?(?:{_KIND})(?:[{HAN}]{{1,6}}校区)?"
_GRADE = rf"[{HAN}]{{1,3}}年级|[初高]?{_NUMERAL}|[初高]?\d{{1,2}}"
_CLASS = (
    rf"(?:{_GRADE})\s?(?:\(\s?(?:\d{{1,2}}|{_NUMERAL})\s?\)|\d{{1,4}}|{_NUMERAL})?\s?班"
    rf"|[初高]?{_NUMERAL}年级|[大中小]{_NUMERAL}?班"
)
_WHERE = rf"(?:{_SCHOOL}\s?(?:{_CLASS})|{_CLASS})"
_WHO = rf"(?P<who>(?:[{HAN}]{{1,6}}[报刊]|本[报刊]|校园|星级|优秀)?小记者(?:[团站]|协会)?)\s?[:：]?\s?"
_NAME = rf"(?P<name>[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}]{{1,2}})"
_TAUGHT = (
    rf"(?:\s?[(]?(?P<helped>(?:指导|辅导)(?:老师|教师|员))\s?:?\s?(?P<teacher>[{HAN}]{{2,3}}|[{HAN}]\s[{HAN}])[)]?)?"
)
_NUMBER = r"(?:\s?[(]?编号\s?:?\s?[A-Za-z0-9-]{2,12}[)]?)?"
_MARK = r"[■□◆◇●○▲△◎⊙]?\s?"
_ORDERS = tuple(
    regex(f"{_MARK}{order}{_NUMBER}{_TAUGHT}")
    for order in (
        rf"(?:{_WHO})?{_NAME}\s?\(\s?{_WHERE}\s?\)",
        rf"(?:{_WHO})?{_NAME}\s{_WHERE}",
        rf"\(?{_WHERE}\)?\s?{_WHO}{_NAME}",
        rf"\(?{_WHERE}\)?\s{_NAME}",
        rf"{_WHO}{_NAME}",
    )
)
_LONGEST = 60


def may_name_pupil(text: str) -> bool:
    """A quick look whether such a line may begin here."""
    head = text[:_LONGEST]
    return "小记者" in head or "班" in head or "年级" in head


def read_pupil(text: str, whole: bool = True) -> Byline | None:
    """The by-line of a pupil that is the whole text, or that opens it before a space; None where there is none."""
    head = fold(text[: _LONGEST + 1])
    for order in _ORDERS:
        found = order.fullmatch(head.rstrip()) if whole else order.match(head)
        if found is None or not _is_name(unspaced(found["name"])):
            continue
        end = found.end()
        if not whole and head[end : end + 1] != " ":
            continue
        who = found.groupdict().get("who") or ""
        credits = [Credit(unspaced(found["name"]), found["name"], "author", who, "", True)]
        if found["teacher"]:
            credits.append(Credit(unspaced(found["teacher"]), found["teacher"], "author", found["helped"], "", True))
        return Byline(end, tuple(credits), True)
    return None


_TEACHER = regex(
    rf"[(]?(?P<helped>(?:指导|辅导)(?:老师|教师|员))\s?[:/]?\s?(?P<name>[{HAN}]{{2,3}}|[{HAN}]\s[{HAN}])[)]?"
)


def read_teacher(line: str) -> Byline | None:
    """`指导老师：何静` on a line of its own."""
    found = _TEACHER.fullmatch(fold(line))
    if found is None or not _is_name(name := unspaced(found["name"])):
        return None
    return Byline(len(line), (Credit(name, found["name"], "author", found["helped"], "", True),), True)


def _is_name(text: str) -> bool:
    return looks_like_name(text) or is_sounded(text)

"""Who writes on the pages of pupils: a young reporter (小记者), the school and class, the teacher who helped.

`早报小记者 毕思远（东街小学四（2）班）`, `东街小学四（2）班 毕思远 指导老师：何静`: parts in several orders, alone on a
line, at the beginning of a text or at its end. Pupils are authors, whatever a paper calls them.
"""

from __future__ import annotations

import re

from wanbao.credited import Byline, Credit
from wanbao.nameforms import is_sounded, looks_like_name
from wanbao.patterns import HAN, regex
from wanbao.text import fold, unspaced

_NUMERAL = "[一二三四五六七八九十]"
_KIND = rf"[中小]学|学校|{_NUMERAL}{{1,3}}[小中]|附[小中]|[实外]小|[初高]中|校区|幼儿园"
_SCHOOL = rf"[{HAN}\d]{{2,18}}?(?:{_KIND})(?:[{HAN}]{{1,6}}校区)?"
_GRADE = rf"[{HAN}]{{1,3}}年级|[初高]?{_NUMERAL}年?|[初高]?\d{{1,2}}|\d{{4}}级|[大中小]"
_BRACKETED = rf"(?:{_GRADE})\s?\(\s?(?:\d{{1,2}}|{_NUMERAL})\s?\)\s?班"
_CLASS = rf"{_BRACKETED}|(?:{_GRADE})\s?(?:\d{{1,4}}|{_NUMERAL})?\s?班|[初高]?{_NUMERAL}年级|[大中小]{_NUMERAL}?班"
_WHERE = rf"(?:{_SCHOOL}\s?(?:{_CLASS})|{_CLASS})"
_SURE = rf"(?:{_SCHOOL}\s?(?:{_CLASS})|{_BRACKETED})"
"""A class that no phrase of the story looks like: with its school, or its number in brackets."""
_WHO = rf"(?P<who>(?:[{HAN}]{{1,6}}[报刊]|本[报刊]|校园|星级|优秀)?小记者(?:[团站]|协会)?)\s?[:：]?\s?"
_NAME = rf"(?P<name>[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}]{{1,2}})"
_ONE = rf"(?:[{HAN}]{{2,3}}|[{HAN}]\s[{HAN}])"
_HELPED = r"(?P<helped>(?:指导|辅导)(?:老师|教师|员))\s?[:/]?\s?"
_TAUGHT = rf"(?:\s?[(]?{_HELPED}(?P<teachers>{_ONE})[)]?)?"
_NUMBER = r"(?:\s?[(]?(?:编号|证号|学号)\s?:?\s?[A-Za-z0-9-]{2,12}[)]?)?"
_MARK = r"[■□◆◇●○▲△◎⊙]?\s?"


def _orders(where: str) -> tuple[re.Pattern[str], ...]:
    """The orders in which such a by-line is printed, with classes of this form."""
    orders = (
        rf"(?:{_WHO})?{_NAME}\s?\(\s?{where}\s?\)",
        rf"(?:{_WHO})?{_NAME}\s{where}",
        rf"\(?{where}\)?\s?{_WHO}{_NAME}",
        rf"\(?{where}\)?\s{_NAME}",
        rf"{_WHO}{_NAME}",
    )
    return tuple(regex(f"{_MARK}{order}{_NUMBER}{_TAUGHT}") for order in orders)


_ALONE, _OPENING = _orders(_WHERE), _orders(_SURE)
LONGEST = 60
"""How long such a by-line is at most."""


def may_name_pupil(text: str) -> bool:
    """A quick look whether such a by-line may be here."""
    return "班" in text or ("级" in text and "年级" in text) or ("小" in text and "小记者" in text)


def read_pupil(text: str) -> Byline | None:
    """The whole text as the by-line of a pupil, or None."""
    line = fold(text).rstrip()
    found = next(filter(None, (order.fullmatch(line) for order in _ALONE)), None) if len(line) <= LONGEST else None
    return _byline(found) if found else None


_CLASS_ALONE = regex(rf"{_SCHOOL}\s?(?:{_CLASS})")


def names_class(line: str) -> bool:
    """Whether a folded line is a school and a class, above or below the name of a pupil on a line of its own."""
    return line[-1] == "班" and _CLASS_ALONE.fullmatch(line) is not None


def read_pupil_opening(text: str) -> Byline | None:
    """The by-line of a pupil that opens a text before a space, or None: where the sentence goes on behind the name,
    the text is about the pupil."""
    head = fold(text[: LONGEST + 1])
    for order in _OPENING:
        found = order.match(head)
        if found and head[found.end() : found.end() + 1] == " " and not _GOES_ON.match(head, found.end() + 1):
            return _byline(found)
    return None


_GOES_ON = regex("[说在和正将为是的从到把对向与等站走拿看用]|同学|告诉|表示|介绍|认为|们")
_TEACHER_LINE = regex(rf"[(]?(?:{_SCHOOL}\s)?{_HELPED}(?P<teachers>{_ONE}(?:[、,\s]{_ONE}){{0,2}})[)]?")


def read_teacher(line: str) -> Byline | None:
    """`指导老师：何静`, `指导老师：何静 吕航` on a line of its own."""
    found = _TEACHER_LINE.fullmatch(fold(line))
    credits = _teachers(found) if found else ()
    return Byline(len(line), credits, True) if credits else None


def _byline(found: re.Match[str]) -> Byline | None:
    name = unspaced(found["name"])
    if not _is_name(name):
        return None
    who = found.groupdict().get("who") or ""
    return Byline(found.end(), (Credit(name, found["name"], "author", who, "", True), *_teachers(found)), True)


def _teachers(found: re.Match[str]) -> tuple[Credit, ...]:
    """Who helped; nobody where one of the names is none."""
    printed = re.findall(_ONE, found["teachers"] or "")
    names = [unspaced(name) for name in printed]
    if not all(map(_is_name, names)):
        return ()
    return tuple(
        Credit(name, given, "author", found["helped"], "", True) for name, given in zip(names, printed, strict=True)
    )


_NO_NAME = regex(
    ".*[行营课季题长队班会赛]|招募|应聘|全[体部员校]|安排|平均|单元|严重|成立|毕业|开[学展]|报名|活动|走进|向前冲|时光"
)


def _is_name(text: str) -> bool:
    """Whether it has the form of a name and is no word that stands behind a class or behind 小记者."""
    return (looks_like_name(text) and not _NO_NAME.match(text)) or is_sounded(text)

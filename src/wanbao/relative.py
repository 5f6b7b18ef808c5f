"""Relative dates in an article's text: 昨日, 上周五, 去年11月以来, and the day they mean in a given issue.

The rules are those of Chinese daily journalism: the anchor is the issue date or, where the dateline of the article
prints a date, that date (`anchor`); weeks begin on Monday. Only what is certain is answered. A vague word (日前, 近日,
近年来), a word inside quotation marks or 书名号 (the speaker's 今天 is another day, and 《昨日重现》 is a name), and a
word that may be half of another (说明天气, 目前日均, 如今天气) give nothing: a reader loses a tooltip, where a wrong
date would mislead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from wanbao.dates import is_day
from wanbao.errors import Record
from wanbao.patterns import regex
from wanbao.text import chinese_number, fold
from wanbao.traditional import simplified


class RelativeDate(Record, frozen=True):
    """A word of the text that means a date, and the date."""

    start: int
    """The first character of the word in the text, from 0."""
    end: int
    """One past the last character."""
    word: str
    """The word as printed."""
    edtf: str
    """The date it means, as EDTF: a day, a month, a year or an interval."""


_DAYS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_WEEKS = {"上": -7, "本": 0, "下": 7}
_MONTHS = {"上": -1, "本": 0, "下": 1}
_YEARS = {"前": -2, "去": -1, "今": 0, "明": 1}

_NUMBER = r"(?:1[0-2]|3[01]|[12]?[0-9])"
_WORD = regex(
    rf"(?P<explicit>(?:(?P<ey>[0-9]{{4}})年)?(?<![0-9])(?P<em>{_NUMBER})月(?P<ed>{_NUMBER})日)"
    r"|(?P<day>大前|前|昨|今|明|大后|后)[日天早晨晚夜]"
    r"|(?P<same>[当同]日|当天)"
    r"|(?P<week>[本上下])(?:周|星期)(?P<weekday>[一二三四五六日天])"
    rf"|(?P<month>[本上下])个?月(?:(?P<md>{_NUMBER})日)?"
    rf"|(?P<year>[前去今明])年(?:(?P<early>年?初)|(?:(?P<ym>{_NUMBER})月份?(?:(?P<yd>{_NUMBER})日)?)?(?P<since>以来)?)"
    rf"|(?<![0-9月第近约])(?P<bare>{_NUMBER})日(?=[上下中]午|凌晨|清晨|早晨|傍晚|晚上?|[讯电，,])"
)
"""`昨日`, `当天`, `上周五`, `上月3日`, `去年11月以来`, `今年年初`, `5月18日`, `18日上午`."""
# Where a word above may begin: the expression itself tries all of its branches at every character. Numbers are looked
# for apart, because in most texts none can be the answer, nor tell what another word means.
_START = regex("[大昨今去明前后上本下当同](?=[前后日天早晨晚夜周星个月年])")
_NUMBER_START = regex(r"[0-9](?=[0-9]{0,3}[年月日])(?<![0-9][0-9])")
_MAY_BE_BARE = regex("日(?=[上下中凌清早傍晚讯电，,])(?<=[0-9].)")
_QUOTED = regex(r"“[^”]*”?|‘[^’]*’?|「[^」]*」?|『[^』]*』?|《[^》]*》?|〈[^〉]*〉?|\"[^\"]*\"?")
_DAY = regex(r"\d{4}-\d\d-\d\d", re.ASCII)

# What may stand before a word that is also the end of a common one (文明|日, 日前|日, 然后|天): after any other
# Han character it is left alone.
_BEFORE_GLUED = "在于从到自至将和与及是了就也又即据对为已把让由给以但并或者局员市县区校院厅司队"
_GLUED = "前明后上大"
_SAME_DAY = ("当日", "同日", "当天")
# What may not: 如今|天气, 过去|年代, 基本|月租, 合同|日期.
_NEVER_BEFORE = {
    "今": "如现当而迄古至",
    "去": "过逝离失死下上回进出走除脱",
    "本": "基日资成文版样标课剧书脚根亏原账",
    "下": "以之如天地楼线底手零乡",
    "当": "相适担应恰充正",
    "同": "合不共相如协等",
}
# What may not follow: 今天的中国 is no day, 今天|空 no day at all, 明日之星 a name.
_NEVER_AFTER = regex(
    r"[日天][的空]|天[然堂]|当日本|后天[性养努形失]|[今昨明]日(?:头条|说法|重现|之[星后]|黄花|方舟|帝国)|明天(?:会更好|之星|系|集团|控股)"
)
_IN_BRACKETS = regex(r"\s?[(（](?:\d{1,2}月)?(?P<day>\d{1,2})[日号]")
_PLANNED = regex(r"[将拟]|预计|计划|定于")
_TRADITIONAL = tuple("週後當個來從於將與")
"""One of these stands in any word above, or beside it, that is printed otherwise in Traditional characters."""
_SENTENCE_END = regex(r"[。！？!?\n]")
_FILED = regex(
    r"(?:(?P<month>[0-9〇一二三四五六七八九十]{1,3})\s?月\s?)?(?P<day>[0-9〇一二三四五六七八九十廿卅]{1,3})\s?[日号]?"
)
_LATE = 31
"""How many days a dispatch may be old when it is printed."""
_LATE_WITHOUT_MONTH = 7
"""The same where no month is printed."""


def anchor(filed: str, issue_date: str) -> str:
    """The day that 今天 means in an article whose dateline prints `filed` (`1月15日`, or nothing): EDTF, or empty.

    A dateline prints no year, in Taiwan no month (`6日`): it is the latest such day up to the day of issue. One more
    than a month old, or a week without its month, is a misprint or an old text, and then nothing is known.
    """
    if not filed or not _DAY.fullmatch(issue_date):
        return issue_date
    found = _FILED.fullmatch(fold(filed).strip())
    day = chinese_number(found["day"]) if found else None
    month = chinese_number(found["month"]) if found and found["month"] else None
    issue = date.fromisoformat(issue_date)
    late = _LATE if month else _LATE_WITHOUT_MONTH
    for back in range(min(late, issue.toordinal() - 1) + 1):
        candidate = issue - timedelta(back)
        if candidate.day == day and (candidate.month == month or (found and not found["month"])):
            return candidate.isoformat()
    return ""


def relative_dates(text: str, issue_date: str) -> tuple[RelativeDate, ...]:
    """Every word of the text whose date is certain, in order; `issue_date` is the anchor.

    The text is one for the reader (`punctuation.repair_punctuation`), so its digits are narrow. Nothing unless the
    anchor is one full day.
    """
    if not is_day(issue_date):
        return ()
    read = simplified(text) if any(map(text.__contains__, _TRADITIONAL)) else text
    words = _unquoted(read, _words(read, _starts(read)))
    answers = []
    last_day = ""
    months_named = False
    for found in words:
        if not _stands_alone(read, found):
            continue
        explicit, same, bare, *days_of_months = found.group("explicit", "same", "bare", "md", "ym")
        if explicit:
            last_day, months_named = _explicit(found), True
            continue
        if bare and (months_named or _is_planned(read, found)):
            continue  # 9月10日至11日, 将在25日上午: a day of that month, or one to come
        months_named = months_named or any(days_of_months)
        edtf = last_day if same else _meaning(found.group(), issue_date)
        if edtf and not _is_contradicted(read, found.end(), edtf):
            answers.append(RelativeDate(*found.span(), text[found.start() : found.end()], edtf))
            last_day = edtf if _DAY.fullmatch(edtf) else last_day
    return tuple(answers)


def _starts(text: str) -> list[int]:
    """Where in the text a word may start; numbers only where 当日 may mean their day, or a bare day may stand."""
    starts = [found.start() for found in _START.finditer(text)]
    may_be_bare = "日" in text and _MAY_BE_BARE.search(text) is not None
    if may_be_bare or any(text[start : start + 2] in _SAME_DAY for start in starts):
        return sorted([*starts, *[found.start() for found in _NUMBER_START.finditer(text)]])
    return starts


def _unquoted(text: str, words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words that stand in no quotation, where they may have been said on another day."""
    if not words:
        return words
    quoted = [found.span() for found in _QUOTED.finditer(text, 0, words[-1].start() + 1)]
    if not quoted:
        return words
    return [word for word in words if not any(opening < word.start() < closing for opening, closing in quoted)]


def _words(text: str, starts: Iterable[int]) -> list[re.Match[str]]:
    """What `_WORD.finditer` finds, tried only where a word may start."""
    words = []
    done = 0
    for start in starts:
        if start >= done and (found := _WORD.match(text, start)):
            words.append(found)
            done = found.end()
    return words


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether the word is no part of another word or of a name, as far as its neighbours tell."""
    start, end = found.span()
    first, before = text[start], text[start - 1 : start]
    if first.isdigit():
        return True
    if first in _GLUED and "\u3400" <= before <= "\u9fff" and before not in _BEFORE_GLUED:
        return False
    if before and before in _NEVER_BEFORE.get(first, "") and not text.endswith("截至", 0, start):
        return False
    if text[end - 1] not in "日天":
        return True
    return _NEVER_AFTER.match(text, start) is None and _NEVER_AFTER.match(text, end - 1) is None


def _is_planned(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence speaks of what is to come."""
    ends = [end.end() for end in _SENTENCE_END.finditer(text, 0, found.start())]
    following = _SENTENCE_END.search(text, found.end())
    sentence = text[ends[-1] if ends else 0 : following.start() if following else len(text)]
    return _PLANNED.search(sentence) is not None


def _is_contradicted(text: str, end: int, edtf: str) -> bool:
    """Whether the page itself names another day in brackets: 今天(27号)."""
    named = _IN_BRACKETS.match(text, end)
    return named is not None and bool(_DAY.fullmatch(edtf)) and int(named["day"]) != int(edtf[-2:])


def _explicit(found: re.Match[str]) -> str:
    """The day of a full date, which 当日 after it means; empty where the year is not printed."""
    try:
        return date(int(found["ey"]), int(found["em"]), int(found["ed"])).isoformat() if found["ey"] else ""
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def _meaning(word: str, issue_date: str) -> str:
    """The EDTF of one word, which means the same wherever it stands in an issue; empty where it has none."""
    found = _WORD.match(word + "，")  # what must follow a bare day follows it
    try:
        return _resolve(found, date.fromisoformat(issue_date)) if found else ""
    except (ValueError, OverflowError):  # 本月31日 in a month of thirty days; a year outside the calendar
        return ""


def _resolve(found: re.Match[str], issue: date) -> str:
    """The EDTF of one word. ValueError or OverflowError where the calendar has no such day."""
    if found["day"]:
        return (issue + timedelta(_DAYS[found["day"]])).isoformat()
    if found["week"]:
        monday = issue - timedelta(issue.weekday())
        weekday = "一二三四五六日".index(found["weekday"].replace("天", "日"))
        return (monday + timedelta(_WEEKS[found["week"]] + weekday)).isoformat()
    if found["month"]:
        months = issue.year * 12 + issue.month - 1 + _MONTHS[found["month"]]
        return _iso(months // 12, months % 12 + 1, found["md"])
    if found["bare"]:
        return _latest(int(found["bare"]), issue)
    return _of_year(found, issue)


def _of_year(found: re.Match[str], issue: date) -> str:
    """今年, 去年11月, 今年以来, 今年年初."""
    year = issue.year + _YEARS[found["year"]]
    if found["year"] == "今" and (found["early"] or (found["since"] and not found["ym"])):
        return f"{year:04}-01/{issue.isoformat()}"
    start = _iso(year, int(found["ym"]), found["yd"]) if found["ym"] else f"{date(year, 1, 1).year:04}"
    return f"{start}/.." if found["since"] else start


def _iso(year: int, month: int, day: str | None) -> str:
    """`YYYY-MM` or `YYYY-MM-DD`, checked against the calendar."""
    iso = date(year, month, int(day or 1)).isoformat()
    return iso if day else iso[:7]


def _latest(day: int, issue: date) -> str:
    """The latest such day of a month on or before the issue date."""
    for back in range(3):  # of any two months in a row one has 31 days
        months = issue.year * 12 + issue.month - 1 - back
        try:
            candidate = date(months // 12, months % 12 + 1, day)
        except ValueError:
            continue
        if candidate <= issue:
            return candidate.isoformat()
    return ""

"""Dates: as stored (EDTF), as printed in a newspaper, as shown to a reader.

A date is kept as an EDTF string (Extended Date/Time Format, ISO 8601-2:2019, levels 0 to 2): `2022-05-18`, `2022-05`,
`2022`, `2022~`, `2021-11/..`, `[2022-04-25..2022-06-08]`; the empty string is an unknown date. This is the one
module that knows the `edtf` package, and it is imported only for what the three plain forms cannot say, because its
import costs more than reading a thousand files. Nothing here looks at a clock.
"""

from __future__ import annotations

import re
import warnings
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from wanbao.patterns import regex
from wanbao.text import chinese_number, fold

_PLAIN = regex(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_EDTF_CHARACTERS = regex(r"[0-9X~?%\-./,\[\]{}]{4,64}")
_SEASON = regex(r"(\d{4})-2([1-4])", re.ASCII)
_OPEN = ("", "..")
_ONE_DAY = timedelta(days=1)


def parse_edtf(text: str) -> str:
    """The date in normal form: no white space, `X` for unknown digits. ValueError where it is no date we can hold.

    A newspaper's dates lie in the years 1 to 9999; times of day, longer years and years before 1 are refused.
    """
    edtf = "".join(text.split()).replace("x", "X")
    try:
        lower, upper = bounds(edtf)
    except ValueError as error:
        raise ValueError(f"{text!r} is no date: {error}") from error
    if upper < lower:
        raise ValueError(f"{edtf} ends before it begins")
    return edtf


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[date, date]:
    """The first and the last day the date can mean; an open end is `date.min` or `date.max`. ValueError if no date."""
    plain = _PLAIN.fullmatch(edtf)
    if plain and not _SEASON.fullmatch(edtf):
        return _plain_bounds(*plain.groups())
    if not _EDTF_CHARACTERS.fullmatch(edtf):
        raise ValueError("it has not the form of a date")
    if "/" in edtf:
        # Not left to the package: it raises TypeError on `2021-11/..` and adds ten years to `2021-11/`.
        start, _, end = edtf.partition("/")
        if "/" in end or (start in _OPEN and end in _OPEN):
            raise ValueError("it has not the form of a date")
        return (
            date.min if start in _OPEN else bounds(start)[0],
            date.max if end in _OPEN else bounds(end)[1],
        )
    return _package_bounds(edtf)


def _plain_bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    """The bounds of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; datetime itself refuses what is not in the calendar."""
    y, m, d = int(year), int(month or 1), int(day or 1)
    first = date(y, m, d)
    if day:
        return first, first
    if not month:
        return first, date(y, 12, 31)
    return first, date(y, 12, 31) if m == 12 else date(y, m + 1, 1) - _ONE_DAY


def _package_bounds(edtf: str) -> tuple[date, date]:
    """The bounds as the `edtf` package sees them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package's own grammar draws warnings from pyparsing under `-W error`
        from edtf import EDTFParseException
        from edtf import parse_edtf as parse

    try:
        parsed = parse(edtf)
    except (EDTFParseException, ValueError, TypeError, AttributeError, IndexError) as error:
        raise ValueError("it has not the form of a date") from error
    return _strict_day(parsed, "lower_strict", date.min), _strict_day(parsed, "upper_strict", date.max)


def _strict_day(parsed: Any, bound: str, if_open: date) -> date:
    """One bound of a parsed date as a day."""
    try:
        moment = getattr(parsed, bound)()
    except TypeError:
        return if_open
    # For the open end of `[..2022]` the package raises TypeError or answers with an infinite number.
    return if_open if isinstance(moment, float) else date(*moment[:3])


@lru_cache(maxsize=4096)
def is_day(edtf: str) -> bool:
    """Whether the date is one certain day: `2022-05-18` and nothing looser."""
    return len(edtf) == 10 and _PLAIN.fullmatch(edtf) is not None


def weekday(edtf: str) -> int | None:
    """The day of the week, Monday 0 to Sunday 6; None unless the date is one certain day."""
    return date.fromisoformat(edtf).weekday() if is_day(edtf) else None


def sort_key(edtf: str) -> tuple[int, int, int, str]:
    """What to sort dates by: inside a month its days, then the month alone; inside a year its months, then what is
    known to the year alone; then what spans years, by its first year; the unknown date last of all.
    """
    if not edtf:
        return (10000, 0, 0, "")
    lower, upper = bounds(edtf)
    if lower == upper:
        return (lower.year, lower.month, lower.day, edtf)
    if (lower.year, lower.month) == (upper.year, upper.month):
        return (lower.year, lower.month, 32, edtf)
    if lower.year == upper.year:
        return (lower.year, 13, 0, edtf)
    return (upper.year if lower == date.min else lower.year, 14, 0, edtf)


YEAR, MONTH = len("2022"), len("2022-05")
"""How much of such a date says in which year and month it lies."""


@lru_cache(maxsize=4096)
def iso_prefix(edtf: str) -> str:
    """The finest of `YYYY-MM-DD`, `YYYY-MM`, `YYYY` that holds the whole date; empty where no year does.

    This is what `<time datetime>` and `datePublished` may carry: they know no EDTF marks.
    """
    if not edtf:
        return ""
    if _SEASON.match(edtf) and "/" not in edtf:
        return edtf[:4]  # a winter may begin in one year and end in the next: its months are not certain
    lower, upper = bounds(edtf)
    if lower.year != upper.year:
        return ""
    if lower.month != upper.month:
        return f"{lower.year:04}"
    return lower.isoformat() if lower == upper else f"{lower.year:04}-{lower.month:02}"


# --- shown to a reader --------------------------------------------------------------------------------------------

ZH_DAYS = "一二三四五六日"
_EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EN_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_ZH_SEASONS = "春夏秋冬"
_EN_SEASONS = ("Spring", "Summer", "Autumn", "Winter")

_ZH = {
    "unknown": "日期待考",
    "about": "约{}",
    "doubtful": "{}（存疑）",
    "coarse": "{}（日期待考）",
    "span": "{}至{}",
    "from": "{}起",
    "until": "至{}",
    "between": "{}至{}之间",
}
_EN = {
    "unknown": "Date unknown",
    "about": "about {}",
    "doubtful": "{} (uncertain)",
    "coarse": "{} (exact date unknown)",
    "span": "{} to {}",
    "from": "from {}",
    "until": "until {}",
    "between": "between {} and {}",
}


@lru_cache(maxsize=4096)
def display(edtf: str, language: str = "zh") -> str:
    """The date for a reader, in Chinese for `zh…` and in English for everything else."""
    chinese = language.split("-")[0].lower() == "zh"
    words = _ZH if chinese else _EN
    if not edtf:
        return words["unknown"]
    if is_day(edtf):
        return _day(edtf, chinese)
    if "/" in edtf and edtf[0] not in "[{":
        return _interval(edtf, words, chinese)
    text, coarse = _digits(edtf, words, chinese)
    if "~" in edtf or "%" in edtf:
        text = words["about"].format(text)
    if "?" in edtf or "%" in edtf:
        return words["doubtful"].format(text)
    return words["coarse"].format(text) if coarse else text


@lru_cache(maxsize=1024)  # an issue's articles all say 昨日
def in_words(edtf: str, language: str = "zh") -> str:
    """What a word like 昨日 or 去年 means, in words: without the remark that no day is known."""
    if is_day(edtf) or "/" in edtf:
        return display(edtf, language)
    chinese = language.split("-")[0].lower() == "zh"
    return _digits(edtf, _ZH if chinese else _EN, chinese)[0]


def _interval(edtf: str, words: dict[str, str], chinese: bool) -> str:
    """`a/b` in words."""
    start, _, end = edtf.partition("/")
    left = "" if start in _OPEN else _digits(start, words, chinese)[0]
    right = "" if end in _OPEN else _digits(end, words, chinese)[0]
    if left and right:
        return words["span"].format(left, right)
    return words["from"].format(left) if left else words["until"].format(right)


def _digits(edtf: str, words: dict[str, str], chinese: bool) -> tuple[str, bool]:
    """The date without its marks in words, and whether it is too coarse to stand without a warning."""
    season = _SEASON.match(edtf)
    if season:
        year, which = season[1], int(season[2]) - 1
        return (f"{int(year)}年{_ZH_SEASONS[which]}" if chinese else f"{_EN_SEASONS[which]} {int(year)}"), True
    prefix = iso_prefix(edtf)
    if not prefix:
        lower, upper = bounds(edtf)
        first, last = _words(f"{lower.year:04}", chinese), _words(f"{upper.year:04}", chinese)
        if lower == date.min:
            return words["until"].format(last), True
        return (words["from"].format(first) if upper == date.max else words["between"].format(first, last)), True
    return _words(prefix, chinese), len(prefix) == 4 or edtf[0] in "[{" or "X" in edtf


def _day(iso: str, chinese: bool) -> str:
    """`YYYY-MM-DD` in words, with the day of the week."""
    of_week = date.fromisoformat(iso).weekday()
    words = _words(iso, chinese)
    return f"{words} 星期{ZH_DAYS[of_week]}" if chinese else f"{_EN_DAYS[of_week]}, {words}"


def _words(iso: str, chinese: bool) -> str:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` in words."""
    year, month, day = (int(part) for part in f"{iso}-0-0".split("-")[:3])
    if chinese:
        return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")
    return (f"{day} " if day else "") + (f"{_EN_MONTHS[month - 1]} " if month else "") + str(year)


# --- as printed ---------------------------------------------------------------------------------------------------

_DIGIT = "0-9〇零○一二三四五六七八九"
_NUMBER = rf"[{_DIGIT}十廿卅]{{1,3}}"
_PRINTED = regex(
    # 农历 years are written with the same numerals, and their months and days are no months and days of ours.
    rf"(?<![{_DIGIT}])(?<![农阴夏旧農陰舊][历曆])(?:(?P<republic>民[国國])\s?(?P<reign>元|{_NUMBER})|(?P<year>[{_DIGIT}]{{4}}))"
    rf"\s?年\s?(?P<month>{_NUMBER})\s?月(?:\s?(?P<day>{_NUMBER})\s?[日号]|(?!\s?[{_DIGIT}十廿卅]))"
)
"""`2022年5月18日`, `二〇二二年五月`, `民国三十六年五月三日`."""
_NUMERIC = regex(
    r"(?<![0-9./-])(?P<year>[0-9]{4})(?P<mark>[-./])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9./-])"
)


def parse_printed_date(text: str) -> str | None:
    """The first date printed in the text, as EDTF: `2023年3月15日`, `二〇二二年五月十八日`, `民国三十七年五月一日`,
    `2023-03-15`; `2023年3月` where no day is printed. None where there is none or it is not in the calendar.

    Full-width digits and spaces around 年 月 日 are understood. A year without a month is prose, no date of issue;
    dates of the lunar calendar are left alone.
    """
    narrow = fold(text)
    found = _PRINTED.search(narrow) or _NUMERIC.search(narrow)
    if found is None:
        return None
    parts = found.groupdict()
    try:
        year = (
            1911 + (1 if parts["reign"] == "元" else _number(parts["reign"]))
            if parts.get("republic")
            else _number(parts["year"])
        )
        month = _number(parts["month"])
        day = _number(parts["day"]) if parts["day"] else 1
        iso = date(year, month, day).isoformat()
    except ValueError:
        return None
    return iso if parts["day"] else iso[:7]


def _number(text: str) -> int:
    """The number; ValueError where the numerals make none."""
    number = chinese_number(text)
    if number is None:
        raise ValueError(f"{text} is no number")
    return number

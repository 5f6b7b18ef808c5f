"""What a file's name and its folders say about the page in it.

    2022-05-18/A02.md   2022-05-18-A02.txt   20220518_A02_要闻.md   2022/05/18/A02.md   2022年5月18日第A02版.md

Names are given by people and by machines; only what can be nothing else is taken. Eight digits that are no date, a
hash, a serial number, a year alone say nothing. A bare number is a page number only behind a date.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from wanbao.conventions import SPREADS
from wanbao.dates import parse_printed_date
from wanbao.errors import Record
from wanbao.patterns import regex
from wanbao.text import chinese_number, fold


class NameSays(Record, frozen=True):
    """What a path says; empty where it says nothing."""

    date: str = ""
    """The date of issue, EDTF: a day or a month."""
    page_number: str = ""
    """版次: `A02`."""
    section: str = ""
    """版名: `要闻`."""
    edition: str = ""
    """增刊, 特刊, 号外."""
    clash: tuple[str, str] | None = None
    """Two dates that cannot both be right; then `date` is empty."""
    impossible: str = ""
    """What is written as a day and is none: `2022-02-30`; empty where there is nothing of the kind."""
    otherwise: str = ""
    """What is probably meant as a day and not read as one, because the day or month stands first or the year can be
    none of a newspaper: `18.05.2022`, `2202-05-18`."""


_YEAR = "(?P<y>1[89][0-9]{2}|20[0-9]{2})"
# What follows a date may be a page number at once (20220518A02), but no other letter or digit.
_AFTER = r"(?![0-9a-z]|[A-Z](?![0-9]{1,3}(?![0-9A-Za-z])))"
_DATES = tuple(
    regex(pattern)
    for pattern in (
        rf"(?<![0-9]){_YEAR}(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}}){_AFTER}",
        rf"(?<![0-9]){_YEAR}(?P<mark>[-_./ ])(?P<m>[0-9]{{1,2}})(?P=mark)(?P<d>[0-9]{{1,2}}){_AFTER}",
        # In 2022-05/18/A02 and 2022-05/18-A02 the 18 is the day; in 2022-05/18 it could be a page.
        rf"(?<![0-9]){_YEAR}[-_.]?(?P<m>[0-9]{{2}})/(?P<d>[0-9]{{1,2}})(?=/|[-_ ][A-Z]?[0-9]{{1,3}}(?![0-9A-Za-z]))",
        r"(?P<printed>[^/]{0,12}年[^/]{1,6}月[^/]{1,6}[日号])",
    )
)
_WRITTEN = regex(rf"{_YEAR}(?P<mark>[-年])(?P<m>[0-9]{{1,2}})[-月](?P<d>[0-9]{{1,2}})(?![0-9])")
_NUMBER = "(?:0?[1-9]|[12][0-9]|3[01])"
_OTHERWISE = regex(
    rf"(?<![0-9A-Za-z])(?<![0-9][-_. ])(?:{_NUMBER}(?P<mark>[-_. ]){_NUMBER}(?P=mark)(?:1[89]|20)[0-9]{{2}}"
    rf"|(?:1[0-7]|2[1-9])[0-9]{{2}}-(?:0?[1-9]|1[0-2])-{_NUMBER})(?![0-9A-Za-z])"
)
_MONTH = regex(rf"(?:^|/){_YEAR}[-_./年]?(?P<m>[0-9]{{1,2}})月?/")
# A camera, a scanner or a chat names its pictures after the moment they were taken, which is no date of issue.
_MACHINE = regex(
    r"(?:IMG|VID|PXL|DSC|MVIMG|WIN|scan\w*|screenshot|image|photo|wx_camera|微信图片|截图|屏幕截图|扫描\w*)[-_ ]*\Z",
    re.IGNORECASE,
)
"""`IMG_`, `screenshot-`, `微信图片_`: what a machine puts before the day on which it made a file."""
_TIME = regex(r"[-_ T]?[0-2][0-9][-.]?[0-5][0-9][-.]?[0-5][0-9](?![0-9])")
_LETTERS_BEFORE = regex(r"[A-Za-z]+\Z")
_HEX = regex(r"[a-f]*\Z", re.IGNORECASE)

_TOKENS = regex(r"[\s_\-.,，、·()\[\]【】+&/]+")
_HAN = "[\u4e00-\u9fff]"
_SAID = regex(rf"第?(?P<page>[A-Za-z]{{0,2}}[0-9]{{1,3}}|[〇一二三四五六七八九十]{{1,3}})版(?P<section>{_HAN}{{2,8}})?")
_LETTER = regex(rf"(?P<page>[A-Ha-h][0-9]{{1,3}})(?P<section>{_HAN}{{2,8}})?")
_DIGITS = regex(rf"(?:[Pp](?:age)?)?(?P<page>[0-9]{{1,3}})(?P<section>{_HAN}{{2,8}})?")
_SECTION = regex(rf"{_HAN}{{2,8}}")
_EDITION = regex(rf"{_HAN}{{0,6}}(?:增刊|特刊|号外|增期)")


@lru_cache(maxsize=4096)
def name_says(path: str) -> NameSays:
    """What the path of a file, relative to the articles folder, says about the page."""
    whole = fold(path).rpartition(".")[0]
    days = _days(whole)
    month = _month(whole)
    dates = sorted({day for day, _, _ in days})
    if len(dates) > 1:
        return NameSays(clash=(dates[0], dates[-1]))
    if dates and month and not dates[0].startswith(month):
        return NameSays(clash=(month, dates[0]))
    for _, start, end in days:
        # The date is no token; the / in it stays, to tell folders from the name.
        whole = whole[:start] + re.sub("[^/]", " ", whole[start:end]) + whole[end:]
    folder, _, stem = whole.rpartition("/")
    impossible = "" if days else _impossible(whole)
    otherwise = _OTHERWISE.search(whole) if not (days or month or impossible) else None
    tokens = [token for token in _TOKENS.split(stem) if token]
    on_date = dates[0] if dates else month
    page, section = _page(tokens, dated=bool(dates))
    everything = [*tokens, *_TOKENS.split(folder)]
    edition = next((token for token in everything if _EDITION.fullmatch(token)), "")
    return NameSays(
        on_date,
        page,
        "" if section == edition else section,
        edition,
        None,
        impossible,
        otherwise[0] if otherwise else "",
    )


def _days(whole: str) -> list[tuple[str, int, int]]:
    """Every valid day in the path as (EDTF, start, end)."""
    found: list[tuple[str, int, int]] = []
    for pattern in _DATES if "年" in whole else _DATES[:-1]:
        for match in pattern.finditer(whole):
            iso = _day(match)
            if iso and all(match.end() <= start or match.start() >= end for _, start, end in found):
                found.append((iso, match.start(), match.end()))
    return found


def _day(match: re.Match[str]) -> str:
    """The day of one match; empty where it is none."""
    if "printed" in match.re.groupindex:
        iso = parse_printed_date(match[0]) or ""
        return iso if len(iso) == 10 else ""
    if _MACHINE.search(match.string[: match.start()]) or _TIME.match(match.string, match.end()):
        return ""
    # Letters before the digits are the paper's (mmwb20220518), unless they could be part of a hash.
    letters = _LETTERS_BEFORE.search(match.string, max(0, match.start() - 12), match.start())
    if letters and _HEX.match(letters[0]):
        return ""
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return ""


def _impossible(whole: str) -> str:
    """What is surely written as a day, with marks between its parts, in a path without a valid one."""
    found = _WRITTEN.search(whole)
    return f"{found['y']}-{found['m']:0>2}-{found['d']:0>2}" if found else ""


def _month(whole: str) -> str:
    """The month that folders name (`2022-05/`, `2022/05/`, `2022年5月/`); empty where none does."""
    found = _MONTH.search(whole)
    if not found or not 1 <= int(found["m"]) <= 12:
        return ""
    return f"{found['y']}-{int(found['m']):02}"


def _page(tokens: list[str], *, dated: bool) -> tuple[str, str]:
    """The page number and the section name among the tokens of a name; empty where they are not certain."""
    for pattern, wants_date in ((_SAID, False), (_LETTER, False), (_DIGITS, True)):
        hits = [(index, match) for index, token in enumerate(tokens) if (match := pattern.fullmatch(token))]
        if not hits or (wants_date and not dated):
            continue
        index, match = hits[0]
        if dated and pattern is _LETTER and (spread := _spread(hits)):
            return spread, _section_at(tokens, hits[1][0] + 1)
        if len(hits) > 1 or (pattern is _LETTER and not dated and not _is_all(tokens)):
            return "", ""  # two numbers: which is the page, the name does not say
        return chinese_page(match["page"]), match["section"] or _section_at(tokens, index + 1)
    return "", ""


def _section_at(tokens: list[str], index: int) -> str:
    """The token there, if it may be the name of a section."""
    named = index < len(tokens) and _SECTION.fullmatch(tokens[index]) and tokens[index] not in SPREADS
    return tokens[index] if named else ""


def _spread(hits: list[tuple[int, re.Match[str]]]) -> str:
    """Two page numbers side by side of which the second follows the first, `A01-A02`; empty where they are none."""
    if len(hits) != 2 or hits[0][0] + 1 != hits[1][0] or any(hit["section"] for _, hit in hits):
        return ""
    first, last = (hit["page"].upper() for _, hit in hits)
    return f"{first}-{last}" if first[0] == last[0] and int(last[1:]) == int(first[1:]) + 1 else ""


def _is_all(tokens: list[str]) -> bool:
    """Whether a name is nothing but a page number, with at most the name of a section behind it."""
    return tokens[0][0].isupper() and (len(tokens) == 1 or (len(tokens) == 2 and bool(_SECTION.fullmatch(tokens[1]))))


def chinese_page(text: str) -> str:
    """A page number as it is kept: capital letters, Chinese numerals as digits."""
    if text.isascii():
        return text.upper()
    return str(chinese_number(text) or "")

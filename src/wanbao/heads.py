"""The running head (报眉): the line at the head of a page that says paper, date, page number and section.

    茂名晚报 2022年5月18日 星期三 农历四月十八 第A02版:要闻 责编:张三 版式:李四

A line is a running head only if its whole length is made of such parts, in any order and with any separators between
them. One short unknown word may stand in it as the name of the section, where a page number or a date stands too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wanbao.conventions import PAPER_ENDINGS, SECTIONS, SPREADS
from wanbao.dates import parse_printed_date
from wanbao.errors import Record
from wanbao.head_parts import NAMES, STAFF_WORD, WHICH, components
from wanbao.newspaper import Newspaper
from wanbao.patterns import HAN, regex
from wanbao.text import chinese_number, fold
from wanbao.traditional import simplified

MAX_LENGTH = 160
"""No running head is longer."""


class Head(NamedTuple):
    """What a running head says; empty where it does not say it."""

    newspaper: str
    """The paper's name as printed."""
    date: str
    """The date of issue, EDTF."""
    page_number: str
    """版次 without 第 and 版: `A02`, `3`."""
    section: str
    """版名: `要闻`."""
    issue_number: str
    """总期号, digits."""
    staff: tuple[tuple[str, str], ...]
    """(role as printed, name) of those who made the page."""
    weekdays: str = ""
    """The days of the week as one letter each, `六`; the issue of a weekend may name two."""


def read_head(text: str, newspaper: Newspaper) -> Head | None:
    """What this one line says as a running head, or None if it is none.

    A line of staff alone (`责编:张三 校对:李四`) is a head without date and page number. A date alone is none: letters
    and notices end with dates.
    """
    line = simplified(fold(text)).strip()
    return _read(line, newspaper.own_names) if _may_be_head(line) else None


def read_folded_head(line: str, own_names: tuple[str, ...]) -> Head | None:
    """The same of a line that is folded and has no blank ends, in a newspaper of these names."""
    return _read(line, own_names) if _may_be_head(line) else None


def _may_be_head(text: str) -> bool:
    """Whether a line is short enough, is no sentence, and holds a letter that every running head has one of."""
    return len(text) <= MAX_LENGTH and text[-1:] not in "。！？…" and _HINT.search(text) is not None


def _read(line: str, own_names: tuple[str, ...]) -> Head | None:
    """What a folded line says that may be a running head."""
    if line[0] in "本今" and (glued := _GLUED.fullmatch(line)):
        return Head("", "", "", "", "", ((glued["role"], glued["name"]),))
    if " " in line:
        line = _SPACED_WORD.sub(_unspaced, line)
    if not _MAY_BE.search(line):
        return None
    if _QUOTED_FROM.match(line):
        return None
    if ":" in line and (printed := _PRINTED_AT.match(line)):
        return _read(line[printed.end() :].strip(), own_names) if len(line) > printed.end() + 1 else None
    found = components(line, own_names)
    return (_judge(found, line, own_names) if found else None) or _makers(line)


_GLUED = regex(
    rf"(?:本版|本期|今日)(?P<role>责任编辑|执行编辑|责编|编辑|主编|美编|校对)(?P<name>[{HAN}]{{2,3}})(?<![部组室])"
)
"""`本版责任编辑周泓洋`: one who made the page, nothing between role and name."""
_QUOTED_FROM = regex(r"[（(]?(?:摘自|选自|转自|原载|据)")
"""`摘自1999年5月16日《金陵晚报》`: where a text was printed before."""
_PRINTED_AT = regex(r"\d{1,4}/\d{1,2}/\d{1,4},?\s(?:[上下]午\s?)?\d{1,2}:\d\d(?!\d)(?:\s[AP]M)?")
"""`2024/5/18 16:39`, `5/18/24, 4:39 PM`: when a browser printed a page of the web, which is no day of issue; what is
behind it may be a running head."""
_SPACED_WORD = regex(rf"(?<![{HAN}])(?<![^{HAN}][{HAN}] )[{HAN}](?: [{HAN}]){{1,2}}(?![{HAN}]| [{HAN}](?![{HAN}]))")
"""A word or name printed letter by letter: `影 像`, `陈 立`; of two names, `邹 平 许 放`, the letters stay apart."""


def _unspaced(found: re.Match[str]) -> str:
    return found.group().replace(" ", "")


_HINT = regex("[版年编校设期报0-9０-９]")
_MAY_BE = regex(
    r"[设统检元百\d〇零○一二三四五六七八九版责主美图文编校A-FT报期\s](?<=(?=设计\s?[:/]|统筹\s?[:/]|检校\s?[:/]|\d{4}\s?[年\-./]|[〇零○一二三四五六七八九]{4}年|民国\s?[\d元一二三四五六七八九十百〇零]{1,4}\s?年|版|[责主美图文]\s?[编校]|编辑|校对"
    r"|[A-FT]\s?\d|报\s+\d|期|CN\s?\d|^0?\d{1,2}\s|\s\d{1,2}$)(?s:.))"
)
"""Asked at a letter that may begin one, and looked back at from behind it: so a search passes other letters quickly."""
_MAKERS = regex("设计|版式|[美图文]编|校对|责编|编辑|排版|组版|统筹|视觉")
"""Words of which one stands in every line of those who made a page."""
_MAKER = regex(
    rf"(?P<role>[{HAN}]{{0,4}}(?:编辑|责编|美编|主编|编审|校对|校检|版式|组版|排版|设计|视觉|统筹|策划|执行|制作|审读|监制|值班|总编室|印务))"
    rf"(?:\s?[:/|丨]\s?|(?=[{HAN}]{{2,3}}(?:[/|丨]|$)))(?P<names>(?:{NAMES})(?:[、,\s](?:{NAMES})(?![{HAN}:/]))*)"
)
"""`责编:何静 周晓`, `版式/林可`: a role and who has it."""


_ADDRESS = regex(r"[邮信]箱\s?[:/]?\s?[\w.+-]+@[\w.-]+")
"""Where to write to those who made the page."""


def _makers(line: str) -> Head | None:
    """A line that is for the most part people who made the page, each behind a role, whatever else stands in it."""
    if "。" in line or not (":" in line or "/" in line) or not _MAKERS.search(line):
        return None
    found = list(_MAKER.finditer(line))
    length = sum(len(match.group()) for match in (*found, *_ADDRESS.finditer(line)))
    if len(found) < 2 or length < 0.6 * len(line) or "记者" in line:
        return None
    staff = tuple((match["role"], name) for match in found for name in re.split(r"[、,\s]+", match["names"]) if name)
    return Head("", "", "", "", "", staff)


class _Parts(Record, frozen=True):
    """The parts of which a line is made."""

    line: str
    """The folded line."""
    found: list[tuple[str, str]]
    """(kind, text) of each part, in order."""
    kinds: set[str]
    """The kinds that stand in it."""
    words: list[str]
    """The texts of unknown meaning."""


_MASTHEAD = frozenset({"organ", "issue", "pages", "cn", "weekday", "lunar"})
_PLACING = frozenset({"date", "page", "name", "bare"})
"""Parts that say of what paper, day or page this is."""


def _judge(found: list[tuple[str, str]], line: str, own_names: tuple[str, ...]) -> Head | None:
    """Whether these parts make a running head, and what it says."""
    parts = _Parts(line, found, {kind for kind, _ in found}, [text for kind, text in found if kind == "word"])
    is_masthead = "cn" in parts.kinds and parts.kinds <= _MASTHEAD | {"contact"}
    if not is_masthead and any(is_no_head(parts) for is_no_head in _NO_HEAD):
        return None
    return _head(found, own_names)


def _names_authors(parts: _Parts) -> bool:
    """Authors with nobody who made the page beside them: a by-line."""
    if "made" not in parts.kinds:
        return False
    return "记者" in parts.line or "通讯员" in parts.line or not _MAKERS.search(parts.line)


def _may_be_headline(parts: _Parts) -> bool:
    """`…特别报道`, with too little besides: a headline may end so."""
    kinds = parts.kinds
    if "theme" not in kinds or kinds & {"page", "bare"}:
        return False
    return not ("date" in kinds and kinds & {"name", "weekday", "staff", "issue"})


def _says_too_little(parts: _Parts) -> bool:
    """Nothing that places the page, no two parts of a masthead, and no staff alone or beside issue and section."""
    kinds, words = parts.kinds, parts.words
    if kinds & _PLACING or len(kinds & _MASTHEAD) >= 2 or ("staff" in kinds and not words):
        return False
    return not ({"issue", "staff"} <= kinds and len(words) == 1 and words[0] in SECTIONS)


def _has_strange_words(parts: _Parts) -> bool:
    """More words of unknown meaning than the name of a section has, or one that can be none."""
    kinds = parts.kinds
    is_placed = {"date", "page"} <= kinds or ({"date", "weekday"} <= kinds and kinds & {"staff", "name", "bare"})
    return len(parts.words) > (2 if is_placed else 1) or not all(_section_fits(word, kinds) for word in parts.words)


def _is_date_or_name(parts: _Parts) -> bool:
    """A date alone, as letters end with one, or a paper's name with a word."""
    return (parts.kinds <= {"date", "name"} and len(parts.kinds) < 2) or parts.kinds <= {"name", "word"}


def _is_no_page(parts: _Parts) -> bool:
    """A page number alone that is printed otherwise than `第3版` or `A02`."""
    line = parts.line
    return parts.kinds == {"page"} and not line.endswith("版") and not re.fullmatch(r"[A-Z]\d{2}", line)


def _is_count(parts: _Parts) -> bool:
    """A bare number beside a word that no section has; `05 年味` is padded, as page numbers are and counts are not."""
    kinds, found = parts.kinds, parts.found
    if "bare" not in kinds or kinds & {"date", "name"}:
        return False
    if parts.words and any(part in SECTIONS for part in re.split("[·/&]", parts.words[-1])):
        return False
    padded = found[0][1].startswith("0") and len(found[0][1]) == 2
    return not (kinds in ({"bare", "word"}, {"bare", "theme"}) and padded and len(found[1][1]) <= 4)


_NO_HEAD = (
    _names_authors,
    _may_be_headline,
    _says_too_little,
    _has_strange_words,
    _is_date_or_name,
    _is_no_page,
    _is_count,
)
"""Why parts make no running head; one reason is enough."""


_JUMP_WORD = regex("[下上紧]?[转接]|详见|刊")


def _section_fits(word: str, kinds: set[str]) -> bool:
    """Whether a word of unknown meaning may be the name of the section."""
    if any(part in SECTIONS or part.endswith("副刊") for part in re.split("[·/&]", word)):
        return bool(kinds & {"page", "date", "name", "bare"}) or {"issue", "staff"} <= kinds
    if _JUMP_WORD.match(word):
        return False
    if kinds == {"bare", "word"}:
        return len(word) <= 4
    short = all(len(part) <= 6 for part in re.split("[·/&]", word))
    if {"bare", "name"} == kinds - {"word"}:
        return short  # 14 两江民生·海角早报
    return short and ("page" in kinds or ("date" in kinds and bool(kinds & {"weekday", "name", "bare"})))


def _head(found: list[tuple[str, str]], own_names: tuple[str, ...]) -> Head:
    newspaper, weekly = _names(found, own_names)
    first: dict[str, str] = {}
    for kind, text in found:
        first.setdefault(kind, text)
    return Head(
        newspaper=newspaper,
        date=parse_printed_date(first["date"]) or "" if "date" in first else "",
        page_number=_pages(found) or _page_number(first.get("bare", "")),
        section=_section(found) or weekly,
        issue_number="".join(re.findall(r"\d+", first.get("issue", ""))),
        staff=tuple(entry for kind, text in found if kind == "staff" for entry in _staff(text)),
        weekdays=_weekdays(found),
    )


def _weekdays(found: list[tuple[str, str]]) -> str:
    """The days of the week; a letter in brackets is one only behind a date: `5月3日（五）`, not `连载（六）`."""
    days = [
        text[-1].replace("天", "日")
        for at, (kind, text) in enumerate(found)
        if kind == "weekday" and (len(text) > 1 or (at and found[at - 1][0] == "date"))
    ]
    return "".join(days)


_WEEKLY = regex(rf"[{HAN}]+(?:(?<![晨晚])[刊讯]|周报|导报)")
"""How sections are named that have a paper's name: `健康周刊`, `南太湖副刊`, `楼市导报`."""


def _names(found: list[tuple[str, str]], own_names: tuple[str, ...]) -> tuple[str, str]:
    """The paper's name, and the section that is named as a paper is.

    Such a name is the paper's own where nothing else is and something else names the section: `山水旅游周刊 P12 视觉`.
    One in 报 may stand first as papers do, and one of the profile's names is always the paper's.
    """
    names = [text for kind, text in found if kind == "name"]
    paper = next((name for name in names if name in own_names or not _WEEKLY.fullmatch(name)), "")
    weekly = next((name for name in names if name not in own_names and _WEEKLY.fullmatch(name)), "")
    if paper or not weekly:
        return paper, weekly
    sectioned = any(kind in ("word", "theme") for kind, _ in found)
    leads = found[0] == ("name", weekly) and weekly.endswith("报")
    return (weekly, "") if sectioned or leads else ("", weekly)


def _section(found: list[tuple[str, str]]) -> str:
    """Of several words the one that is a known section, or the last: the first is then the paper's name. What a special
    page is about goes before them."""
    if theme := next((text for kind, text in found if kind == "theme"), ""):
        return theme
    words = [text for kind, text in found if kind == "word" and text not in SPREADS and not _is_half_a_name(text)]
    return next((word for word in words if word in SECTIONS), words[-1] if words else "")


def _is_half_a_name(word: str) -> bool:
    """Whether a word is the end of a paper's name, `日报`; 新闻 is a section as well."""
    return word.endswith("报") and word in PAPER_ENDINGS


_TO = regex(r"[-—~～、/]+")
"""What stands between the first and the last page of a spread."""


def _pages(found: list[tuple[str, str]]) -> str:
    """The number of the page; of a spread the first and the last: `A01 A02 连版`, `A06—A07`."""
    numbers = [_page_number(text) for kind, text in found if kind == "page"]
    spread = len(numbers) == 2 and any(text in SPREADS for _, text in found)
    return "-".join(numbers if spread else numbers[:1])


def _page_number(text: str) -> str:
    """`第A02版` as `A02`, `第三版` as `3`, `A06—A07` as `A06-A07`."""
    bare = _TO.sub("-", re.sub(r"[第版\s]", "", text))
    number = chinese_number(bare)
    return bare if bare.isascii() or number is None else str(number)


_STAFF_ENTRY = regex(rf"^(?:{WHICH})?(?:{STAFF_WORD})")


def _staff(text: str) -> list[tuple[str, str]]:
    """`责编:张三 李四` as two entries; a name padded to three (`王 伟`) is one."""
    match = _STAFF_ENTRY.match(text)
    role = match.group() if match else ""
    rest = text[len(role) :].strip(" :/|丨")
    names: list[str] = []
    for token in re.split(r"[、,\s]+", rest):
        if names and (len(names[-1]) == 1 or (len(token) == 1 and len(names[-1]) <= 1)):
            names[-1] += token
        elif token:
            names.append(token)
    return [(role, name) for name in names]

"""The running head (报眉): the line at the head of a page that says paper, date, page number and section.

    茂名晚报 2022年5月18日 星期三 农历四月十八 第A02版:要闻 责编:张三 版式:李四

A line is a running head only if its whole length is made of such parts, in any order and with any separators between
them. One short unknown word may stand in it as the name of the section, where a page number or a date stands too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from wanbao.conventions import PAPER_ENDINGS, SECTIONS, SPREADS, STAFF_PREFIXES, STAFF_ROLES
from wanbao.dates import parse_printed_date
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
    found = _components(line, own_names)
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


_NUMERALS = "〇零○一二三四五六七八九十百廿卅"
_NUMBER = rf"(?:\d{{1,3}}|[{_NUMERALS}]{{1,4}})"
_HINT = regex("[版年编校设期报0-9０-９]")
_MAY_BE = regex(
    r"[设统检元百\d〇零○一二三四五六七八九版责主美图文编校A-FT报期\s](?<=(?=设计\s?[:/]|统筹\s?[:/]|检校\s?[:/]|\d{4}\s?[年\-./]|[〇零○一二三四五六七八九]{4}年|民国\s?[\d元一二三四五六七八九十百〇零]{1,4}\s?年|版|[责主美图文]\s?[编校]|编辑|校对"
    r"|[A-FT]\s?\d|报\s+\d|期|CN\s?\d|^0?\d{1,2}\s|\s\d{1,2}$)(?s:.))"
)
"""Asked at a letter that may begin one, and looked back at from behind it: so a search passes other letters quickly."""
_SEPARATORS = regex(r"[\s|｜‖┃│∣▏▎▍▌▋▊▐▕/\\■□◆●▲·•,，、:;。—\-_*#()\[\]【】<>〉《》]*")
_LUNAR_MONTH = r"闰?[正一二三四五六七八九十冬腊]{1,2}月(?:[大小])?"
_LUNAR = (
    r"(?:农历|阴历|夏历)?\s?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])?"
    rf"(?:[鼠牛虎兔龙蛇马羊猴鸡狗猪])?年?\s?{_LUNAR_MONTH}(?:初[一二三四五六七八九十]|[十廿卅][一二三四五六七八九十]?|二十[一二三四五六七八九]?|三十)"
)
_STAFF_WORD = "|".join(sorted(STAFF_ROLES, key=lambda word: (-len(word), word)))
_SECTION_WORD = "|".join(sorted((word for word in SECTIONS if len(word) == 2), reverse=True))
_STAFF_WORD = rf"(?:{'|'.join(STAFF_PREFIXES)}){{0,2}}(?:{_STAFF_WORD})|(?:{_SECTION_WORD})(?:责编|编辑|主编)"
_NAMES = rf"[{HAN}]{{1,2}}\s[{HAN}](?![{HAN}])|[{HAN}]{{1,2}}[A-Za-z]{{1,10}}|[{HAN}·]{{2,6}}"
_CONTACT_WORD = (
    f"(?:[{HAN}]{{2,4}})?热线(?:电话)?|(?:联系|编辑部|本版|服务)?电话|(?:版务|业务)?咨询|(?:QQ|微信)(?:群|号)?"
    "|传真|手机|QQ|E-?mail|(?:投稿|来稿|本版|编辑)?(?:电子)?[邮信]箱|网址|投稿"
)
_TERMS = (
    "立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|"
    "立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒"
)
_WHICH = "本版|本期|本栏|今日|值班|[一二三四五六七八九十]{1,2}版"
_STAFF = (
    rf"(?:{_WHICH})?(?:{_STAFF_WORD})(?:\s?[:/|丨]\s?|\s)(?:{_NAMES})"
    rf"(?:[、,\s](?!\s?(?:(?:{_WHICH})?(?:{_STAFF_WORD})|{_CONTACT_WORD}))(?:{_NAMES})(?![{HAN}:/]))*"
)
_MADE = (
    rf"(?:撰文|文字|文稿|采写|摄影|供图|(?:首席|值班|特约|本期)?评论员|(?:本期|栏目)?主持人?|执笔)\s?[:/]\s?(?:{_NAMES})"
    rf"(?:[、,\s](?!\s?(?:{_STAFF_WORD}))(?:{_NAMES})(?![{HAN}:/]))*"
)
"""Authors who stand in a line of staff: they are read with the others only where one of `_MAKERS` stands there too."""
_MAKERS = regex("设计|版式|[美图文]编|校对|责编|编辑|排版|组版|统筹|视觉")
_PAPER = "|".join(word for word in PAPER_ENDINGS if word.endswith("报") and len(word) > 1)
_PARTS: tuple[tuple[str, str], ...] = (
    # The first that matches at a place wins, so longer forms stand before shorter ones.
    ("date", r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s?[-—~至]{1,2}\s?(?:\d{1,2}\s?月)?\s?\d{1,2}\s?日)?"),
    ("date", rf"[{_NUMERALS}]{{4}}年[{_NUMERALS}]{{1,2}}月[{_NUMERALS}]{{1,3}}日"),
    ("date", rf"(?:中华)?民国\s?(?:{_NUMBER}|元)\s?年\s?{_NUMBER}\s?月\s?{_NUMBER}\s?日"),
    (
        "date",
        r"(?:19|20)\d\d(?:-\d{1,2}-|\.\d{1,2}\.|/\d{1,2}/)\d{1,2}(?:\s?[-—~至]{1,2}\s?\d{1,2}[.\-/]\d{1,2})?(?!\d)",
    ),
    ("issue", r"总?第?\s?\d{2,6}\s?期|总\s?第?\s?\d{2,6}\s?[号期]?|第\s?\d{3,6}\s?号"),
    ("pages", r"(?:今日|本期|共)\s?\d{1,3}\s?版|今日[一二三四五六七八九十]{1,3}版"),
    (
        "page",
        r"[TP]\s?\d{1,2}(?=.*\d{4}\s?年)|(?<=日\s)[TP]\s?\d{1,2}(?![\dA-Za-z])",
    ),  # of a supplement; T恤 and T3 stand in prose without a date
    (
        "page",
        r"[A-Z]\d{1,2}\s?[-—~～、/]{1,2}\s?[A-Z]\d{1,2}(?:\s?版)?(?![\dA-Za-z])|\d{2}\s?[-—~～、/]{1,2}\s?\d{2}\s?版",
    ),
    ("page", rf"^T\d{{2}}(?=\s[{HAN}]{{2,4}}$)"),
    ("page", rf"^0\d{{3}}(?=\s[{HAN}]{{2,6}}\s\d{{4}}年)"),  # `0011 杭城民生 2009年2月3日`
    ("page", rf"第\s?[A-Z]?{_NUMBER}\s?版|[A-F]\s?\d{{1,3}}\s?版?(?![\dA-Za-z%])|(?:00)?\d{{1,3}}\s?版"),
    ("page", r"(?<=[日报一二三四五六] )[一二三四五六七八九十]{1,3}版(?=[\s:]|$)"),  # `五月六日 三版`
    ("weekday", r"(?:星期|周|礼拜)[一二三四五六日天]"),
    ("weekday", r"[一二三四五六日](?=\s?[)\]])"),
    ("lunar", _LUNAR),
    (
        "cn",
        r"(?:国内)?统一(?:连续出版物|刊)号\s?:?\s?CN\s?\d\d-[\dX]{4}(?:/[A-Z])?|CN\s?\d\d-[\dX]{4}|邮发代号\s?:?\s?\d+-\d+",
    ),
    ("organ", rf"[{HAN}]{{2,14}}(?:主管主办|主办主管|主管|主办|机关报|出版)(?![{HAN}])"),
    ("contact", rf"(?:{_CONTACT_WORD})\s?[:/]?\s?[\w@.\-—+()/*]{{5,40}}"),
    ("contact", rf"[{HAN}]{{2,4}}(?:请拨打?|请致电|请打)\s?:?\s?[\d*xX\-]{{5,13}}"),
    ("contact", r"(?:记者值班|值班记者)\s?:?\s?\d[\d转\-]{4,20}"),
    ("contact", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[\w./-]+|\d{3,4}[-—]\d{7,8}"),
    ("staff", _STAFF),
    ("made", _MADE),
    ("lunar", rf"(?:{_TERMS})(?![{HAN}])"),
    ("day", rf"{_NUMBER}月{_NUMBER}日(?![{HAN}])"),  # without a year it is no date
    (
        "theme",
        rf"[{HAN}“”《》·0-9]{{0,18}}?(?:特别报道|特别策划|全媒体报道|特刊|专题|专版|专刊)(?![{HAN}])",
    ),
    (
        "name",
        rf"[{HAN}]{{2,8}}?(?:{_PAPER})(?![{HAN}])|[{HAN}]{{3,8}}(?:晨刊|晚讯|晨讯|[^简快电警捷喜战墙举])报?(?<=报|刊|讯)(?<!副刊)(?![{HAN}])",
    ),
    ("bare", r"(?:0\d\d|\d{1,2})(?!\d)"),
    ("latin", r"[A-Za-z][A-Za-z&' ]{2,30}(?![A-Za-z@.:/])"),
    ("word", rf"[{HAN}]{{2,8}}(?:[·/&](?![{HAN}]{{2,6}}(?:{_PAPER})(?![{HAN}]))[{HAN}]{{2,6}}){{0,3}}(?![{HAN}])"),
)


_MAKER = regex(
    rf"(?P<role>[{HAN}]{{0,4}}(?:编辑|责编|美编|主编|编审|校对|校检|版式|组版|排版|设计|视觉|统筹|策划|执行|制作|审读|监制|值班|总编室|印务))"
    rf"(?:\s?[:/|丨]\s?|(?=[{HAN}]{{2,3}}(?:[/|丨]|$)))(?P<names>(?:{_NAMES})(?:[、,\s](?:{_NAMES})(?![{HAN}:/]))*)"
)


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


@lru_cache(maxsize=8)
def _pattern(own_names: tuple[str, ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern for all parts, and the kind of each of its groups."""
    parts = (("name", "|".join(map(re.escape, own_names))), *_PARTS)
    pattern = "|".join(f"(?P<p{index}>{part})" for index, (_, part) in enumerate(parts))
    return regex(pattern), tuple(kind for kind, _ in parts)


def _components(line: str, own_names: tuple[str, ...]) -> list[tuple[str, str]] | None:
    """The (kind, text) of all parts of the line, or None if something else stands in it."""
    pattern, kinds = _pattern(own_names)
    found: list[tuple[str, str]] = []
    place = _end(line, 0)
    while place < len(line):
        match = pattern.match(line, place)
        if match is None or match.end() == place or len(found) > 24:
            return None
        found.append((kinds[int((match.lastgroup or "p0")[1:])], match.group()))
        place = _end(line, match.end())
    return found


def _end(line: str, place: int) -> int:
    match = _SEPARATORS.match(line, place)
    return match.end() if match else place


_MASTHEAD = frozenset({"organ", "issue", "pages", "cn", "weekday", "lunar"})


def _judge(found: list[tuple[str, str]], line: str, own_names: tuple[str, ...]) -> Head | None:
    """Whether these parts make a running head, and what it says."""
    kinds = {kind for kind, _ in found}
    if "made" in kinds and ("记者" in line or "通讯员" in line or not _MAKERS.search(line)):
        return None
    words = [text for kind, text in found if kind == "word"]
    dated = kinds & {"date", "page", "name", "bare"}
    if (
        "theme" in kinds
        and not kinds & {"page", "bare"}
        and not ("date" in kinds and kinds & {"name", "weekday", "staff", "issue"})
    ):
        return None  # a headline may end so
    if kinds <= _MASTHEAD | {"contact"} and "cn" in kinds:
        return _head(found, own_names)
    counted = {"issue", "staff"} <= kinds and len(words) == 1 and words[0] in SECTIONS
    if not dated and not counted and not (kinds & {"staff"} and not words) and len(kinds & _MASTHEAD) < 2:
        return None
    named = {"date", "page"} <= kinds or ({"date", "weekday"} <= kinds and kinds & {"staff", "name", "bare"})
    if len(words) > (2 if named else 1) or not all(_section_fits(word, kinds) for word in words):
        return None
    if (kinds <= {"date", "name"} and len(kinds) < 2) or kinds <= {"name", "word"}:
        return None
    if kinds == {"page"} and not line.endswith("版") and not re.fullmatch(r"[A-Z]\d{2}", line):
        return None
    known = bool(words) and any(part in SECTIONS for part in re.split("[·/&]", words[-1]))
    padded = found[0][1].startswith("0") and len(found[0][1]) == 2
    if kinds in ({"bare", "word"}, {"bare", "theme"}) and padded and len(found[1][1]) <= 4:
        known = True  # 05 年味: page numbers are padded, counts are not
    if "bare" in kinds and not known and not kinds & {"date", "name"}:
        return None
    return _head(found, own_names)


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
    words = [text for kind, text in found if kind == "word" and text not in SPREADS and text not in PAPER_ENDINGS]
    return next((word for word in words if word in SECTIONS), words[-1] if words else "")


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


_STAFF_ENTRY = regex(rf"^(?:{_WHICH})?(?:{_STAFF_WORD})")


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

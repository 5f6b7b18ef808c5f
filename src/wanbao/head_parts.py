"""The parts of a running head as patterns: date, page number, paper, section, staff and what else is printed there."""

from __future__ import annotations

import re
from functools import lru_cache

from wanbao.conventions import PAPER_ENDINGS, SECTIONS, STAFF_PREFIXES, STAFF_ROLES
from wanbao.patterns import HAN, regex

_NUMERALS = "〇零○一二三四五六七八九十百廿卅"
_NUMBER = rf"(?:\d{{1,3}}|[{_NUMERALS}]{{1,4}})"
_SEPARATORS = regex(r"[\s|｜‖┃│∣▏▎▍▌▋▊▐▕/\\■□◆●▲·•,，、:;。—\-_*#()\[\]【】<>〉《》]*")
_LUNAR_MONTH = r"闰?[正一二三四五六七八九十冬腊]{1,2}月(?:[大小])?"
_LUNAR = (
    r"(?:农历|阴历|夏历)?\s?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])?"
    rf"(?:[鼠牛虎兔龙蛇马羊猴鸡狗猪])?年?\s?{_LUNAR_MONTH}(?:初[一二三四五六七八九十]|[十廿卅][一二三四五六七八九十]?|二十[一二三四五六七八九]?|三十)"
)
_STAFF_ROLE = "|".join(sorted(STAFF_ROLES, key=lambda word: (-len(word), word)))
_SECTION_WORD = "|".join(sorted((word for word in SECTIONS if len(word) == 2), reverse=True))
STAFF_WORD = rf"(?:{'|'.join(STAFF_PREFIXES)}){{0,2}}(?:{_STAFF_ROLE})|(?:{_SECTION_WORD})(?:责编|编辑|主编)"
"""`责编`, `执行编辑`, `要闻编辑`: what somebody does who makes the page."""
NAMES = rf"[{HAN}]{{1,2}}\s[{HAN}](?![{HAN}])|[{HAN}]{{1,2}}[A-Za-z]{{1,10}}|[{HAN}·]{{2,6}}"
"""A name: padded (`王 伟`), with Latin letters, or of two to six Han."""
_CONTACT_WORD = (
    f"(?:[{HAN}]{{2,4}})?热线(?:电话)?|(?:联系|编辑部|本版|服务)?电话|(?:版务|业务)?咨询|(?:QQ|微信)(?:群|号)?"
    "|传真|手机|QQ|E-?mail|(?:投稿|来稿|本版|编辑)?(?:电子)?[邮信]箱|网址|投稿"
)
_TERMS = (
    "立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|"
    "立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒"
)
WHICH = "本版|本期|本栏|今日|值班|[一二三四五六七八九十]{1,2}版"
"""Of which page or day somebody is the editor."""
_STAFF = (
    rf"(?:{WHICH})?(?:{STAFF_WORD})(?:\s?[:/|丨]\s?|\s)(?:{NAMES})"
    rf"(?:[、,\s](?!\s?(?:(?:{WHICH})?(?:{STAFF_WORD})|{_CONTACT_WORD}))(?:{NAMES})(?![{HAN}:/]))*"
)
_MADE = (
    rf"(?:撰文|文字|文稿|采写|摄影|供图|(?:首席|值班|特约|本期)?评论员|(?:本期|栏目)?主持人?|执笔)\s?[:/]\s?(?:{NAMES})"
    rf"(?:[、,\s](?!\s?(?:{STAFF_WORD}))(?:{NAMES})(?![{HAN}:/]))*"
)
"""Authors who stand in a line of staff: they count only beside others who made the page."""
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


@lru_cache(maxsize=8)
def _pattern(own_names: tuple[str, ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern for all parts, and the kind of each of its groups."""
    parts = (("name", "|".join(map(re.escape, own_names))), *_PARTS)
    pattern = "|".join(f"(?P<p{index}>{part})" for index, (_, part) in enumerate(parts))
    return regex(pattern), tuple(kind for kind, _ in parts)


def components(line: str, own_names: tuple[str, ...]) -> list[tuple[str, str]] | None:
    """The (kind, text) of all parts of a folded line, or None if something else stands in it.

    Kinds are those of `_PARTS`; `name` is also any of `own_names`, the names of the paper.
    """
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

"""Which standing columns and series an article belongs to: 栏目 and 系列报道.

A column is named by the page itself (`Article.column`) or stands as a kicker of its own above the headline: one line of
a few Han characters, `非遗课堂`, which no sentence is. A series counts its parts: `——旧城更新见闻之二`, `系列报道③`,
`系列谈（三）`; its name is what stands before the number. Both are read from the article alone, so what a page says
of its series never changes when the archive grows.
"""

from __future__ import annotations

from wanbao.conventions import BRIEF_COLUMNS
from wanbao.patterns import HAN, regex
from wanbao.records import Article
from wanbao.text import CIRCLED, chinese_number
from wanbao.traditional import simplified

LONGEST = 24
"""A longer name is a sentence."""

FORMS = frozenset({*BRIEF_COLUMNS, "图片新闻", "本报讯", "系列", "系列报道", "系列评论", "系列活动"})
"""What names a form and no column or series."""

_LABEL = regex(rf"[{HAN}]{{2,6}}")
_EDGES = "—―–-─·:： 　▲■□◆●★☆"
_BRACKETS = ("【】", "[]", "［］", "（）", "()", "〔〕")
_NUMERAL = r"[一二三四五六七八九十百〇零廿卅]{1,4}|\d{1,3}"
_KINDS = (
    "报道|评论|访谈|述评|综述|活动|调查|故事|特写|谈|专访|见闻|观察|札记|纪事|侧记|掠影|巡礼|日记|手记|采访|人物|"
    "文章|连载|记"
)
_COUNTED = regex(rf"(?P<name>.*?(?:系列|{_KINDS}|行|篇))之(?P<number>{_NUMERAL})")
"""`……见闻之二`: the word before 之 says that it is counted, so `最美乡村之一` is none."""
_NUMBERED = regex(
    rf"(?P<name>.*?系列(?:{_KINDS})?)\s?(?:[（(](?P<bracket>{_NUMERAL})[）)]|(?P<circled>[{CIRCLED}])|(?P<plain>{_NUMERAL}))"
)


def series_of(article: Article) -> tuple[tuple[str, int], ...]:
    """(name, which part) of every column and series it belongs to; 0 for a column, which does not count its parts."""
    found: dict[str, int] = {}
    if column := _column(article):
        found[column] = 0
    for lines in (article.kicker_lines, article.headline_lines, article.deck_lines):
        before = ""
        for line in lines:
            name, number = _serial(line, before)
            if name:
                found[name] = number
            before = line
    return tuple(found.items())


def _column(article: Article) -> str:
    """The standing column: told by the page, or a short kicker that is nothing but a name."""
    name = _bare(article.column)
    if not name and len(article.kicker_lines) == 1:
        kicker = _bare(article.kicker_lines[0])
        name = kicker if _LABEL.fullmatch(kicker) else ""
    return "" if simplified(name) in FORMS or len(name) > LONGEST else name


def _serial(line: str, before: str) -> tuple[str, int]:
    """The series that a line of the headline counts, and which part it is."""
    text = line.strip(_EDGES)
    plain = simplified(text)
    match = _COUNTED.fullmatch(plain) or _NUMBERED.fullmatch(plain)
    if not match:
        return "", 0
    name = text[slice(*match.span("name"))].strip(_EDGES)
    if simplified(name) in FORMS:  # `系列报道之三` alone: its name is the line before
        name = before.strip(_EDGES) + name if before else ""
    if not name or len(name) > LONGEST:
        return "", 0
    return name, _number(match.groupdict())


def _number(groups: dict[str, str | None]) -> int:
    if circled := groups.get("circled"):
        return CIRCLED.index(circled) + 1
    printed = groups.get("number") or groups.get("bracket") or groups.get("plain") or ""
    return chinese_number(printed) or 0


def _bare(name: str) -> str:
    """A name without the marks and brackets it is printed in."""
    name = name.strip(_EDGES)
    for pair in _BRACKETS:
        if name[:1] == pair[0] and name[-1:] == pair[1]:
            name = name[1:-1].strip(_EDGES)
    return name

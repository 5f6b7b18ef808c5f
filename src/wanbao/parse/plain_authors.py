"""Author lines of names alone, as the grammar of by-lines reads them, and lines that only look like them."""

from __future__ import annotations

from wanbao.conventions import BRIEF_COLUMNS, COLUMN_ENDINGS, COMMON_SURNAMES, EDITOR_NOTE_WORDS, PLACE_NAMES
from wanbao.nameforms import is_sounded, looks_like_name
from wanbao.parse.credits import credit_of
from wanbao.parse.endings import Ending, without_brackets
from wanbao.parse.offices import SIGNED_ON
from wanbao.parse.sight import Rules, Sight
from wanbao.parse.signers import unannounced
from wanbao.parse.titles import SECTION_NAMES
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced


def without_role(sight: Sight, rules: Rules, line: str) -> bool:
    """Names that nothing announces; and what can be no names, so that no later form asks."""
    signed = None if sight.is_heading else unannounced(sight.text)
    if signed:
        sight.byline = signed
        sight.evidence.append("byline_names")
        return True
    if sight.size > 16:
        return "文" not in line or _TEXT_AND_PICTURE.fullmatch(line) is None
    marked = _is_marked(line)
    if not (marked or "/" in line or _PLAIN_NAMES.fullmatch(line) or (line[0] in "撰文" and _TEXT_BY.match(line))):
        return True
    return not (marked and looks_like_name(unspaced(line[1:]))) and _NO_PEN.search(line) is not None  # □ 林是君


def with_day(sight: Sight, rules: Rules, line: str) -> bool:
    """`何静 周晓 1997年12月`: who wrote, and when, in a line of their own."""
    found = _WITH_DAY.fullmatch(line)
    if found is None or not all(map(looks_like_name, _BLANKS.split(found["names"].strip()))):
        return False
    sight.byline = rules.grammar.read(found["names"].strip())
    if sight.byline is not None:
        sight.evidence.append("byline_names")
    return sight.byline is not None


_BLANKS = regex(r"[\s、]+")
_WITH_DAY = regex(rf"(?P<names>[{HAN}]{{2,4}}(?:[\s、]{{1,2}}[{HAN}]{{2,4}}){{0,2}}\s{{1,4}}){SIGNED_ON}")


def by_grammar(sight: Sight, rules: Rules, line: str) -> bool:
    """Everything else that the grammar of by-lines reads: `本报记者 张三 通讯员 李四`, `张三`, `□凤林(市民)`."""
    sight.byline = rules.grammar.read(sight.text)
    if sight.byline is None and line[-1] == ")" and _is_marked(line):
        sight.byline = rules.grammar.read(without_brackets(sight.text))
    if sight.byline is None:
        return True
    ending = credit_of(sight, rules.grammar) if any(word in line for word in "摄图绘画") else None
    if _PICTURES_FIRST.match(line):
        ending = Ending(0, sight.byline.credits, True)
    nobody = sight.is_heading and not all(looks_like_name(who.name) for who in sight.byline.credits)  # 旅游摄影
    if ending and ending.start == 0 and not (nobody or any(who.role != "photographer" for who in sight.byline.credits)):
        sight.credit = ending
        sight.evidence.append("credit_line")
    elif sight.is_heading:
        _heading_author(sight, line)
    else:
        _plain_author(sight, line)
    return True


_PICTURES_FIRST = regex("[□■●口]?\\s?(?:摄影|图片?)\\s?[/:]")
"""`□摄影/实习记者 何静`"""


def _plain_author(sight: Sight, line: str) -> None:
    """How much a read by-line looks like one: by its role words, by the form of its names, or as a pen name."""
    if sight.byline is None:
        return
    names = all(looks_like_name(who.name) for who in sight.byline.credits)
    if not (sight.byline.explicit or names) and _FOUR_WORDS.fullmatch(line) and not _may_be_name(line[-4:]):
        sight.byline = None  # ■三言两语
        return
    if not names and any(who.role == "compiler" for who in sight.byline.credits) and not _is_marked(line):
        sight.byline = None  # 万余张照片记录书展
        return
    if _SLOGAN.fullmatch(line) and not sight.byline.explicit and not any(map(_is_long_name, line[1:].split())):
        sight.byline = None  # □家乡之美 人心之暖: what the stories below have in common
        sight.evidence.append("slogan")
        return
    if sight.byline.explicit or _is_marked(line) or "/" in line or line.endswith("摄影报道"):
        sight.evidence.append("byline_pen" if line[:3] == "记者:" and not names else "byline")
    elif line in _KNOWN_WORDS or (len(line) >= 3 and line.endswith(COLUMN_ENDINGS)):
        sight.byline = None
    elif _PHRASES.fullmatch(line) and not any(map(_is_long_name, line.split())):
        sight.byline = None  # 街巷更新 惠民暖心: a headline
    else:
        sight.evidence.append("byline_names" if names or _SPACED_NAME.fullmatch(line) else "byline_pen")


def _may_be_name(four: str) -> bool:
    """Whether four letters behind a mark may be a name: of another tongue, or with the surnames of both parents."""
    return is_sounded(four) or (four[0] in COMMON_SURNAMES and four[1] in COMMON_SURNAMES)


def _is_long_name(token: str) -> bool:
    """Whether four letters are one name: 诸葛仓麟, 索朗罗布."""
    return is_sounded(token) or looks_like_name(token)


def _heading_author(sight: Sight, line: str) -> None:
    """An author line that is marked as a heading must be beyond doubt: every name in the form of a name."""
    if not sight.byline or not sight.byline.credits or line in _KNOWN_WORDS:
        sight.byline = None  # 市政府款待中外记者 names nobody, nor does 简讯, which is called as somebody may be
        return
    if not all(looks_like_name(who.name) for who in sight.byline.credits):
        sight.byline = None
        return
    sight.evidence += ["byline" if sight.byline.explicit else "byline_names", "heading_byline"]


def _is_marked(line: str) -> bool:
    """Whether a line begins with a mark before a name: `□ 林见`."""
    return line[0] in _NAME_MARKS and _MARKED_NAME.match(line) is not None


_NAME_MARKS = frozenset("■□▲△●○◎⊙◆◇★☆※N")
_MARKED_NAME = regex(rf".\s?[{HAN}]")
_FOUR_WORDS = regex(rf"[■□◆◇●○★☆▲△]\s?[{HAN}]{{4}}")
_SLOGAN = regex(rf"[■□◆◇●○★☆]\s?[{HAN}]{{4}}\s[{HAN}]{{4}}")
_PHRASES = regex(rf"[{HAN}]{{4}}(?:\s[{HAN}]{{4}}){{1,3}}")
_NO_PEN = regex("[的了是在与这那我你他她它]")
"""Words that stand in no name: 老 家 的 井 is a title with its letters set apart."""
_KNOWN_WORDS = PLACE_NAMES | SECTION_NAMES | frozenset(EDITOR_NOTE_WORDS) | frozenset(BRIEF_COLUMNS)
_TEXT_BY = regex(rf"(?:撰?文|文字)\s?[:·]\s?[{HAN}]{{2,4}}\s(?:图|摄影?)\s?[:·]")
"""`文：李江 图：周晓`"""
_OF_SEVERAL = rf"[{HAN}·]{{2,4}}(?:[\s、,][{HAN}·]{{2,4}}){{0,6}}"
_TEXT_AND_PICTURE = regex(rf"{_OF_SEVERAL}\s(?:文\s?[/、]?\s?[图摄]|文\s{_OF_SEVERAL}\s[图摄])")
"""`林江 何静 周晓 孟珂 文 陆可 图`: many names, none with a role before it."""
_SPACED_NAME = regex(rf"[{HAN}]\s{{1,3}}[{HAN}]")
_PLAIN_NAMES = regex(
    rf"[{HAN}](?:\s[{HAN}]){{2,5}}|[{HAN}·]{{2,4}}(?:[\s、,][{HAN}·]{{1,4}}){{0,3}}|[{HAN}]\s[{HAN}]{{1,2}}"
)

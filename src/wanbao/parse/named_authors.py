"""Author lines whose names stand behind a dash, beside a word for a book or a picture, or in a foreign form."""

from __future__ import annotations

from wanbao.conventions import COLUMN_ENDINGS
from wanbao.credited import Byline, Credit
from wanbao.nameforms import looks_like_name
from wanbao.parse.credits import credit_of
from wanbao.parse.endings import Ending, without_brackets
from wanbao.parse.sight import Rules, Sight
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced


def after_dashes(sight: Sight, rules: Rules, line: str) -> bool:
    """`——林向东`."""
    dashed = _DASHED.match(line)
    if dashed is None:
        return False
    who = dashed.group(1)
    if unspaced(who) in _EDITORS:
        sight.evidence.append("citizen")
        return True
    sight.byline = rules.grammar.read(who) if looks_like_name(who) else rules.grammar.read_signed(who)
    if sight.byline is None:
        return False
    sight.evidence.append("byline_names")
    return True


def behind_word(sight: Sight, rules: Rules, line: str) -> bool:
    """`作者——何静`, `文 何静（海角居民区）`, `文并摄何静`: a word for who wrote, and the name (`图文广角` has none)."""
    found = _BEHIND_WORD.fullmatch(line)
    name = found["author"] or found["wrote"] or found["both"] if found else ""
    if found is None or not looks_like_name(name) or name in COLUMN_ENDINGS:
        return False
    sight.byline = rules.grammar.read(f"文并摄 {name}" if found["both"] else f"作者：{name}")
    if sight.byline is None:
        return False
    sight.evidence.append("byline")
    return True


def of_a_book(sight: Sight, rules: Rules, line: str) -> bool:
    """`林见 著 春野出版社 2020年8月版`."""
    book = _BOOK.match(line) if "出版" in line or "书" in line else None
    if book is None:
        return False
    sight.byline = rules.grammar.read(book.group(1))
    sight.evidence.append("byline")
    return True


def between_dots(sight: Sight, rules: Rules, line: str) -> bool:
    """`·张 三·`, `·张三/文 李四/摄·`."""
    dotted = _BETWEEN_DOTS.fullmatch(sight.text.strip())
    if dotted is None:
        return False
    sight.byline = rules.grammar.read(dotted.group(1))
    if sight.byline is None:
        return False
    sight.evidence.append("byline")
    return True


def from_abroad(sight: Sight, rules: Rules, line: str) -> bool:
    """`[美] 约翰·史密斯`, `［英］彼得·梅尔 著 林见 译`: a writer of another country, and who translated him."""
    found = _FROM_ABROAD.fullmatch(line)
    if found is None:
        return False
    who = [Credit(found["name"], found["name"], "author", "", "", True)]
    if found["translator"]:
        name = unspaced(found["translator"])
        who.append(Credit(name, found["translator"], "compiler", "译", "", looks_like_name(name)))
    sight.byline = Byline(len(sight.text), tuple(who), True)
    sight.evidence.append("byline")
    return True


def signed_by(sight: Sight, rules: Rules, line: str) -> bool:
    """A name with where its bearer lives or works."""
    signed = rules.grammar.read_uncalled(sight.text)
    if signed is None:
        return False
    sight.byline = signed
    sight.evidence.append("citizen" if signed.explicit else "byline_names")
    return True


def took_the_picture(sight: Sight, rules: Rules, line: str) -> bool:
    """`张三 摄`, alone on its line."""
    if line.endswith("报道") or _TEXT_TOO.search(line) or _TEXT_FIRST.match(line):
        return False
    ending = credit_of(sight, rules.grammar)
    if (ending is None or ending.start) and sight.size <= 24:
        found = rules.grammar.read(without_brackets(sight.text))  # 罗 大 江 摄（影像中国）
        if found and all(
            who.role == "photographer"
            and len(who.organisation) <= 12
            and (looks_like_name(who.name) or (found.explicit and len(found.credits) == 1))
            for who in found.credits
        ):
            ending = Ending(0, found.credits, True)
    if ending is None or ending.start != 0:
        return False
    sight.credit = ending
    sight.evidence.append("credit_line")
    return True


def taken_at(sight: Sight, rules: Rules, line: str) -> bool:
    """`记者 周晓 摄于海津`: where it was taken is no name."""
    ending = credit_of(sight, rules.grammar) if "摄于" in line or "摄自" in line else None
    if ending is None or ending.start != 0:
        return False
    sight.credit = ending
    sight.evidence.append("credit_line")
    return True


def set_apart(sight: Sight, rules: Rules, line: str) -> bool:
    """`沈 舟 著`."""
    spaced = _SPACED_AUTHOR.fullmatch(line) if sight.size <= 8 else None
    if spaced is None:
        return False
    sight.byline = rules.grammar.read(f"{spaced.group(1)}{spaced.group(2)} {spaced.group(3)}")
    if sight.byline is None:
        return False
    sight.evidence.append("byline")
    return True


_EDITORS = frozenset(("编者", "编辑部", "本报编辑部", "记者"))
_DASHED = regex(rf"[—-]{{1,4}}\s?((?:[{HAN}]{{2,12}}\s)?[{HAN}]{{2,3}}|编\s者)$")
"""`——林向东`"""
_BEHIND_WORD = regex(
    rf"作者\s?[—-]{{1,4}}\s?(?P<author>[{HAN}]{{2,3}})|文\s(?P<wrote>[{HAN}]{{2,3}})\s?[(（][{HAN}]{{3,12}}[)）]"
    rf"|(?:文并摄|图文)(?P<both>[{HAN}]{{2,3}})"
)
_BOOK = regex(rf"([{HAN}·]{{2,12}})\s?(?:著|编著|编|主编|译|绘|等著)\s.{{0,30}}(?:出版社|书局|书社|书店|出版)")
"""`林见 著 春野出版社 2020年8月版`: a book and who wrote it."""
_BETWEEN_DOTS = regex(
    rf"[·•]\s?([{HAN}](?:\s?[{HAN}]){{1,2}}|[{HAN}]{{2,3}}[\s、][{HAN}]{{2,3}}|[{HAN}\s]{{0,10}}(?:记者|通讯员)[{HAN}\s]{{2,20}}"
    rf"|[{HAN}]{{2,3}}\s?/\s?文\s[{HAN}]{{2,3}}\s?/\s?[摄图])\s?[·•]"
)
"""`·何静·`, `·何静 林向东·`, `·本报记者 何静·`, `·何静/文 周晓/图·`."""
_FROM_ABROAD = regex(
    rf"[\[(【〔](?:[{HAN}]{{1,3}}国?|[{HAN}]{{2,5}})[\])】〕]\s?(?P<name>[{HAN}]{{1,8}}(?:[·•・.][{HAN}A-Z]{{1,8}}){{1,3}}?)"
    rf"(?:\s?[著文作])?(?:\s(?P<translator>[{HAN}](?:\s?[{HAN}]){{1,3}})\s?译)?"
)
"""`（美）约翰·史密斯 著 何静 译`: a writer from abroad, and who translated him."""
_TEXT_TOO = regex(r"(?:^|[\s:/])(?:文\s?/\s?[图摄]|图\s?/\s?文|文并摄|报道\s?摄影)$")
_TEXT_FIRST = regex(r"[□■]?\s?(?:文\s?/\s?图|图\s?/\s?文)\s?[:/\s]")
"""`图/文：记者何静`"""
_SPACED_AUTHOR = regex(rf"([{HAN}])\s([{HAN}])\s?([著文诗])")
"""`沈 舟 著`: a name of two letters set apart, and what it did."""

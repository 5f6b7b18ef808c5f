"""The printed lines of a heading: where they break, which of them are the kicker, and how they are joined again."""

from __future__ import annotations

from itertools import pairwise, takewhile
from string import ascii_letters, digits

from wanbao.parse.tier_patterns import FOLLOW_UP
from wanbao.patterns import regex
from wanbao.punctuation import repair_punctuation
from wanbao.text import holds_any
from wanbao.traditional import simplified

_LATIN = frozenset(ascii_letters + digits)
_BREAK = regex(r"(?<![A-Za-z0-9])[\s\u3000]+|[\s\u3000]+(?![A-Za-z0-9])")
_OCCASION = regex(
    r"^(?:聚焦|关注|直击|走基层|学习贯彻|喜迎|迎接|庆祝|纪念)|系列(?:报道|评论)|之[一二三四五六七八九十\d]{1,5}$"
)
_PAIRS = (("（", "）"), ("(", ")"), ("《", "》"), ("“", "”"))
_OPENERS = tuple(start for start, _ in _PAIRS)
_SAYS = regex(
    r"(?:提出|要求|强调|指出|表示|认为|透露|宣布|部署|获悉|发布|通报|公布|[民主者友]反映)[：:]?$|会议决定[：:]?$"
    r"|(?:发出|发布|发表|颁布|作出|签署)[^\s]{0,4}(?:公告|通知|通告|声明|决定|公报|命令)$"
)
"""`何静强调`, `市政府常务会议决定`, `海关总署发布公告`: what leads to the headline."""


def printed_lines(text: str) -> tuple[str, ...]:
    """The lines of a heading: a space inside it is a printed line break, except between Latin words and numbers."""
    text = text.strip()
    parts = tuple(text.split())
    if len(parts) < 2:
        return (text,) if text else ()
    if any(before[-1] in _LATIN and after[0] in _LATIN for before, after in pairwise(parts)):
        parts = tuple(part for part in _BREAK.split(text) if part)
    if len(parts) > 2 and all(len(part) == 1 for part in parts):
        return ("".join(parts),)  # 新 春 贺 词: letters spaced to fill a line
    return _whole_brackets(parts) if holds_any(text, _OPENERS) else parts


def _whole_brackets(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The lines, but none that breaks inside （…） or 《…》: a space there parts the words of a name."""
    lines: list[str] = []
    open_until = ""
    for place, part in enumerate(parts):
        if open_until:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
        within = lines[-1]
        open_until = next((end for start, end in _PAIRS if within.count(start) > within.count(end)), "")
        if open_until and not any(open_until in later for later in parts[place + 1 :]):
            open_until = ""  # it is never closed
    return tuple(lines)


def kicker_by_words(lines: tuple[str, ...]) -> int:
    """How many of the lines of one merged heading are its kicker as the words tell: the first leads on with ——, tells
    which story is gone on with or that somebody said something, or three or more short groups stand in a row."""
    if len(lines) < 2:
        return 0
    if lines[0].endswith(("——", "—", "--")) and not lines[0].startswith("—"):
        return 1
    if FOLLOW_UP.fullmatch(lines[0]):
        return 1
    said = _SAYS.search(simplified(lines[0][-_LONGEST_SAID:]))
    if said and len(lines[0]) >= _LEAST_SAID - len(said[0]) + 2:
        return 1
    if len(lines) <= _LEAST_GROUPS:
        return 0
    groups = next((index for index, line in enumerate(lines) if len(line) > 8), 0)
    return groups if groups >= _LEAST_GROUPS else 0


_LEAST_GROUPS = 3
_LEAST_SAID, _LONGEST_SAID = 8, 8
"""Letters of a kicker that says so, and of the words that say it."""


def split_merged(lines: tuple[str, ...]) -> tuple[int, bool]:
    """How many of the lines of one merged heading are its kicker, and whether that is doubtful.

    What the words tell (`kicker_by_words`) and 聚焦… come first. A first line that is at least half as long again as
    each other, and long for a headline, is a kicker. Lines of like length are one headline.
    """
    if len(lines) < 2:
        return 0, False
    if told := kicker_by_words(lines):
        return told, False
    first, longest = len(lines[0]), max(map(len, lines[1:]))
    if first <= longest + 4 and _OCCASION.search(simplified(lines[0])):
        return (0 if len(lines) == 2 and first == longest else 1), False  # 聚焦消费前沿 共话发展机遇: a couplet
    if first < 16 or first < 1.5 * longest:
        return 0, False
    if sum(map(len, lines[1:])) < _LEAST_HEADLINE:
        return 0, True
    facts = any(char.isdigit() for line in lines[1:] for char in line)  # 总投资5亿元 adds to a headline
    if first >= (20 if facts else 18):
        return 1, first < 2 * longest
    return 0, not facts


_LEAST_HEADLINE = 7
"""Fewer letters behind a long line rather add to it: `男子住岩洞二十五年靠山药生存 家人劝不回`."""


def split_deck(lines: tuple[str, ...]) -> int:
    """How many of the last lines of one merged heading are its deck.

    A line that begins with —— opens one; so does a last line with commas that is half as long again as all before it,
    and one line or several that tell who came and who spoke.
    """
    for index, line in enumerate(lines):
        if index and line.startswith(("——", "—", "--")):
            return len(lines) - index
    came = sum(1 for _ in takewhile(_tells_who_came, reversed(lines)))
    if 0 < came < len(lines):
        return came if sum(map(len, lines[:-came])) >= _LEAST_SAID else 0
    if len(lines) == 2 and _ADDS.match(lines[1]) and not _COMMAS.search(lines[0]) and _COMMAS.search(lines[1]):
        return 1
    if len(lines) >= 2 and len(lines[-1]) >= 18 and len(lines[-1]) >= 1.5 * sum(map(len, lines[:-1])):
        return 1 if "，" in lines[-1] or "," in lines[-1] else 0
    return 0


_ADDS = regex("(?:[自谎]?称|疑[为似因]|所幸|幸无|目前|警方|事发)")
_COMMAS = regex("[，,]")
"""`称骑车人闯红灯，事发后不见踪影` behind a headline of one clause: its deck."""


def tells_who_came(lines: tuple[str, ...]) -> bool:
    """Whether each of these lines tells who came to an occasion, or who spoke there."""
    return all(map(_tells_who_came, lines))


def _tells_who_came(line: str) -> bool:
    """Whether a line does; a look at its last letter spares most the pattern."""
    return line[-1:] in _CAME_LAST and _CAME.match(line) is not None


_CAME = regex(
    r"^[^，,“]{2,}(?:出席(?:会议|仪式|开幕式|并讲话|并致[词辞])?|致[词辞](?:祝贺)?|作(?:重要)?讲话|分别?讲话|听取(?:意见|汇报)|发(?:来)?贺[信电]|(?:表示|致电)祝贺)$"
)
"""`两国元首致词祝贺`, `何静出席开幕式`."""
_CAME_LAST = frozenset("席议式话词辞贺见报信电")
"""With what that ends."""


def for_reader(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines with full-width punctuation."""
    return tuple(map(repair_punctuation, lines))


def joined(lines: tuple[str, ...], body: str) -> str:
    """The lines as one title: a space between them, but none where the break falls inside a phrase.

    A phrase is cut when the characters around the break stand together in the article's own text.
    """
    title = ""
    for line in lines:
        if title and title[-2:] + line[:2] in body:
            title += line
        else:
            title += f" {line}" if title else line
    return title

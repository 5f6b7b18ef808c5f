"""The tokens of a by-line: what stands between its blanks and separators, and which of them are organisations."""

from __future__ import annotations

from typing import NamedTuple

from wanbao.byline_words import BOTH, TAILS
from wanbao.nameforms import ORGANISATION, is_body, is_house, is_house_word, looks_like_name, may_be_person
from wanbao.patterns import HAN, regex

PROSE = regex(r"[。！？!?；“”（）()《》\d%]|举行|召开|资料|认为|表示|送给|[来给到见问]了$")
"""Signs that a stretch is a sentence, and no names."""
BOTH_TAILS = "\0"
"""The text of a token that says 文 and 图 in one, `文/图`, whatever its form."""
_TOKEN = regex(r"[^\s、,;/:|丨&■□▲●◆○⊙]+")
_WROTE_AND_TOOK = regex(rf"(?<![文图摄影])/文(?=[{HAN}]{{1,3}}\s?[{HAN}]{{1,2}}/[图摄])")
"""`何静/文周晓/图`: who wrote and who took the picture, without a blank between."""


_NAME_AND_PAPER = regex(rf"([{HAN}]{{2,3}})([{HAN}]{{2}}(?:[日晚早晨商时快导]报|都市报|青年报))")
"""A name and the paper of whoever comes next, run together."""


class Token(NamedTuple):
    """A name, a word or a part of one."""

    text: str
    """Its characters, or `BOTH_TAILS`."""
    start: int
    """Where it begins in the line."""
    end: int
    """One past its last character."""


def tokens_of(line: str, start: int, end: int, pictured: bool) -> list[Token]:
    """The tokens of a stretch of a folded line, in which no role word stands.

    `pictured` says whether 图 or 摄 stands anywhere in the line.
    """
    if start >= end:
        return []
    if not pictured:
        return _split(line, start, end)
    if wrote := _WROTE_AND_TOOK.search(line, start, end):
        return tokens_of(line, start, wrote.end(), pictured) + tokens_of(line, wrote.end(), end, pictured)
    tokens: list[Token] = []
    for both in BOTH.finditer(line, start, end):
        tokens += [*_split(line, start, both.start()), Token(BOTH_TAILS, *both.span())]
        start = both.end()
    return tokens + _split(line, start, end)


def with_paper_joined(tokens: list[Token]) -> list[Token]:
    """The tokens, a paper's name that is printed letter by letter (`瑶 乡 晚 报`) put together."""
    if len(tokens) < 3 or tokens[-1].text not in "报网社台刊" or not all(len(token.text) == 1 for token in tokens):
        return tokens
    return [Token("".join(token.text for token in tokens), tokens[0].start, tokens[-1].end)]


def is_organisation(token: str) -> bool:
    """Whether a token between names is whom those behind it work for: `记者 李江 东岛记者站 陈波`."""
    return len(token) >= 3 and not may_be_person(token) and bool(ORGANISATION.search(token) or is_body(token))


def with_paper_parted(tokens: list[Token]) -> list[Token]:
    """The tokens, the paper of who comes next parted from the last name: `通讯员孔方海角晚报记者`."""
    glued = _NAME_AND_PAPER.fullmatch(tokens[-1].text) if tokens else None
    if glued is None or not looks_like_name(glued[1]):
        return tokens
    last = tokens[-1]
    name = Token(glued[1], last.start, last.start + len(glued[1]))
    return [*tokens[:-1], name, Token(glued[2], last.end - len(glued[2]), last.end)]


def take_organisation(tokens: list[Token], end: int, is_first: bool, is_led: bool) -> str | None:
    """Take the organisation off the end of the tokens before a role word at `end`; None where they are prose.

    What touches the first role word, or stands alone behind a slash, belongs to the organisation even where no word in
    it says so.
    """
    taken: list[str] = []
    while tokens and _may_be_organisation(tokens, end, is_first or (is_led and len(tokens) == 1), not taken):
        token = tokens[-1].text
        if PROSE.search(token) or len(token) > (16 if ORGANISATION.search(token) else 12):
            return None
        if token in TAILS or len(token) < 2 or (len(token) == 3 and looks_like_name(token)):
            break
        taken.insert(0, tokens.pop().text)
    return "".join(taken)


def _may_be_organisation(tokens: list[Token], end: int, may_be_any: bool, is_last: bool) -> bool:
    """Whether the last token is, or belongs to, an organisation before a role word at `end`."""
    text, touches = tokens[-1].text, tokens[-1].end == end
    if ORGANISATION.search(text) or (may_be_any and touches):
        return True
    return is_last and ((touches and len(tokens) > 1 and is_house_word(text)) or is_house(text))


def _split(line: str, start: int, end: int) -> list[Token]:
    """The tokens between separators."""
    return [Token(found.group(), *found.span()) for found in _TOKEN.finditer(line, start, end)]

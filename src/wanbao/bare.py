"""By-lines without brackets that open a paragraph: `记者梁奈 通讯员石蕾 近年来…`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from wanbao.credited import Byline
from wanbao.nameforms import COMPOUND, SINGLE, is_bare_name, looks_like_name
from wanbao.names import Grammar
from wanbao.patterns import HAN, regex
from wanbao.text import fold


def read_bare(grammar: Grammar, text: str, start: int = 0) -> Byline | None:
    """The by-line without brackets that opens a paragraph after its dateline, or None.

    `记者梁奈 通讯员石蕾 蕾 梁冲 近年来…` ends before 近年来; `记者罗茂城报道：` ends after the colon;
    `记者从市公安局获悉` is prose.
    """
    head = fold(text[start : start + 100])
    if "报道" in head and (reported := _REPORTED.match(head)) and _is_bounded(head, reported):
        found = grammar.read(text[start : start + reported.end(1)])
        if found and found.credits and (found.explicit or all(looks_like_name(who.name) for who in found.credits)):
            return replace(found, end=start + reported.end())
    role = grammar.role.search(head, 0, 40)
    if role is None or not _opens(head[: role.start()]):
        return None
    learns = _LEARNS.match(head, role.end())
    if learns and looks_like_name(learns.group(1)):
        end: int | None = learns.end(1)
    else:
        end = _bare_end(grammar, head, role)
    if end is None:
        return None
    found = grammar.read(text[start : start + end])
    return replace(found, end=start + end) if found and found.credits else None


def _is_bounded(head: str, reported: re.Match[str]) -> bool:
    """Whether 报道 ends a by-line: a stop or a blank follows, or a role word stands before. 从电视报道得知 is prose."""
    called = "记者" in reported[0] or "通讯员" in reported[0]
    return called or reported[0][-1] in ":, " or head[reported.end() : reported.end() + 1] in ("", " ", "(")


def _bare_end(grammar: Grammar, head: str, role: re.Match[str]) -> int | None:
    """Where a bare by-line ends: before the first token that is no name."""
    end, place, names = None, role.end(), 0
    chain: int | None = None  # where the last name ended that no 、 follows
    called = True  # by a role just before
    while found := _BARE_TOKEN.match(head, place):
        following = grammar.role.match(head, found.start("token"))
        if following:
            place, called = following.end(), True
            continue
        token = found.group("token")
        may_hold = not grammar.begins.isdisjoint(token)
        run_on = grammar.role.search(token, 2) if may_hold else None
        if run_on and looks_like_name(token[: run_on.start()]) and run_on.end() < len(token):
            names, end = names + 1, found.start("token") + run_on.start()
            chain, place, called = end, found.start("token") + run_on.end(), True
            continue
        padded = called and _PADDED_NAME.match(head, found.start("token"))
        if not (padded or is_bare_name(token, called)) or (names and found.end() == len(head)):
            break
        if head[found.end() : found.end() + 1] != "、":
            chain = found.end()
        names, place, end = names + 1, found.end(), found.end()
        called = token in COMPOUND or token in SINGLE  # 鲜于 菲菲, 闫 成成: the rest of the name
        if may_hold and (inner := grammar.role.search(token)):
            place, called = found.start("token") + inner.end(), True
    # 何静 剪纸、陶艺、醒狮……: a list that runs on into the story is no list of names
    return chain if end is not None and head[end : end + 1] == "、" else end


_LEARNS = regex(rf"([{HAN}]{{2,3}})(?=从[^，。,：:]{{2,24}}(?:获悉|了解到|得知|获知))")
"""`记者贾远江从市地震局获悉`: a name and not 记者从…"""


_REPORTED = regex(
    rf"((?:[{HAN}A-Za-z·\s、]|,(?=\s?[{HAN}]{{0,8}}(?:记者|通讯员|实习生))){{3,60}}?(?:(?:\d{{1,2}}月)?\d{{1,2}}日)?报道)\s?[:,]?"
)
"""`新华社记者李甲、张乙,本报记者王丙报道：`: writers of another house, or interns, may stand behind a comma."""
_BARE_TOKEN = regex(rf"[\s:/、]*(?P<token>[{HAN}·]+)(?=[\s、/【“]|$)")
_PADDED_NAME = regex(rf"(?![从在据由就对])[{HAN}]\s[{HAN}](?=[\s、/【])")
"""A name of two characters with a space between them, whatever word the first may be: `向 阳`."""


def _opens(before: str) -> bool:
    """Whether what stands before the first role word may be a mark and an organisation, or nothing."""
    return not before.strip() or (len(before.strip()) <= 16 and bool(_BEFORE_ROLE.fullmatch(before)))


_BEFORE_ROLE = regex(rf"\s*[■□▲●◆N]?\s*(?:(?:文\s?/\s?)?[{HAN}]{{2,14}}|文\s?/\s?图|图\s?/\s?文)\s?")

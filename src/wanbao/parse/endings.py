"""Where the ending of a text begins: its signature, and what stands in brackets behind the last sentence.

Each function looks at the end of a text and says where to cut, with what it understood, or None. Cheap tests come
before dear ones, and no function looks at more than a hundred characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from wanbao.byline_words import BODY
from wanbao.bylines import TIPPED
from wanbao.conventions import AGENCIES
from wanbao.credited import Byline, Credit
from wanbao.errors import Record
from wanbao.nameforms import is_overlong, looks_like_name
from wanbao.names import Grammar
from wanbao.parse.openings import REACH
from wanbao.parse.pupils import LONGEST, may_name_pupil, read_pupil
from wanbao.patterns import HAN, regex
from wanbao.text import fold, unspaced


class Ending(Record, frozen=True):
    """A signature or credit at the end of a text."""

    start: int
    """Where it begins."""
    credits: tuple[Credit, ...]
    """Everybody in it; empty for a source (`据新华社`)."""
    explicit: bool
    """Whether a role word is printed in it."""


_SENTENCE_END = "。！？!?”…』」’.）)"
_NOT_SIGNED = regex(
    r"^今|图|版|完|续|注|略|页|元|期|号|附|见|例|同|笑|掌声|男|女"
    r"|左|右|上|下|前|后|中|化名|[\d０-９]|如|即|指|约|含|包括|文|原载"
)
"""`图为码头`, `下转3版`, `笑声`, `化名`: what stands in brackets and is nobody's name."""
_SOURCE = regex(
    r"(?:(?:除署名外[，,]?|以上|本[版栏组]目?)?(?:消息|稿件|新闻|报道|内容)?均?据|摘自|摘编自|选自|转自|来自|来源\s?[:：]?|综合"
    rf"|本报综合|原载)\s?[{HAN}《》、，,/A-Za-z0-9“”\s]{{2,30}}"
    rf"|《[{HAN}]{{2,10}}》\s?\d{{1,4}}(?:[.\-年月]\d{{1,2}}){{1,2}}日?"
    rf"|(?:本[栏版]目?|以上[{HAN}]{{0,6}}|图文)由[{HAN}]{{0,8}}(?:记者|编辑|通讯员)?\s?[{HAN}\s、]{{2,16}}"
    r"(?:整理|采写|提供|供稿)"
    rf"|[{HAN}]{{2,16}}\s?(?:供稿|供本报特稿|供本报专稿|特稿|专稿|提供|整理)"
    rf"|(?:{'|'.join(AGENCIES)}|新华|央视新闻)(?:电|供稿|稿)?"
    rf"|[{HAN}]{{2,6}}(?:日报|晚报|早报|晨报|都市报|商报|时报|导报|快报|周刊|电子报)|生活报"
    rf"|[{HAN}]{{2,8}}(?:客户端|网|微信公众号|融媒体?中心)"
    rf"|[{HAN}]{{2,4}}[，,]\s?[{HAN}]{{2,20}}(?:教授|讲师|研究员|会员|作家|律师|医[生师]|主任|院长|校长)"
    rf"|(?:[{HAN}]{{2,4}}中心)[/／][{HAN}]{{2,8}}报[道导]"
    rf"|(?:本文)?作者(?:单位|系|为|是)\s?[:：]?[{HAN}、，,·\s]{{2,40}}"
    rf"|作者\s?[:：]\s?[{HAN}·]{{2,6}}[，,]\s?[系为][{HAN}、·]{{2,30}}"
    rf"|编者|本[版报栏刊][{HAN}]{{0,4}}(?:顾问|律师|编辑|主持人)|(?:[{HAN}]{{2,6}}\s)?[{HAN}]{{1,2}}(?:先生|女士|小姐)"
    rf"|以上[{HAN}、，,“”]{{2,24}}(?:整理|提供|记录|综合)|[{HAN}\s]{{0,10}}(?:综合|整理|供稿|编译)"
)
"""`据新华社`, `摘自《海角晚报》`, `本栏目由本报记者何静整理`, `何静，海角大学教授`, `作者单位：市一中`, `李女士`."""
FILED_AT = regex(
    rf"(?:均?据)?(?:本报|{'|'.join(AGENCIES)}|[{HAN}]{{1,6}}报)"
    rf"(?:[{HAN}·]{{0,10}}?\s?[\d０-９一二三四五六七八九十]{{1,3}}月"
    rf"[\d０-９一二三四五六七八九十]{{1,3}}日\s?(?:专?电|讯)|[{HAN}·]{{1,10}}\s?专?电)"
)
"""`（本报珀斯1月11日电）`: a dateline that stands at the end."""
_ANY_MARK = regex("[□■▲●◆◇☆★○◎⊙]")
_TAIL_MARK = regex(rf"[□■▲●◆◇☆★○◎⊙][{HAN}·\s（）()，,、/]{{2,24}}$")
_TAIL_ROLE = regex(
    rf"(?<=[。！？!?”…）)])\s*((?:[/／]|文/)?(?:[{HAN}]{{2,8}}、)?(?:[{HAN}]{{2,8}})?(?:记者|通讯员|实习生|评论员)\s?[{HAN}·\s、]{{2,30}}"
    rf"(?:文\s?/\s?图|图\s?/\s?文|文/摄)?)$"
)
"""`……办好。本报记者 何静 周晓 文/图`: who wrote, behind the last sentence."""


_TAIL_BOTH = regex(
    rf"(?<=[。!?”…)])\s*([{HAN}]{{1,3}}\s?[{HAN}]{{1,2}}\s?/?\s?文(?:[\s、/]+|(?<=/文))[{HAN}]{{1,3}}\s?[{HAN}]{{1,2}}\s?/?\s?"
    r"(?:摄|图|画))$"
)
"""`……办好。何静 文 周晓 摄`: who wrote and who took the picture."""
_WITH_PICTURES = r"(?:文\s?/\s?[图摄]|图\s?/\s?文|文图|图文|文并摄|摄影报道)"
_SOME_NAMES = rf"[{HAN}]{{2,4}}(?:[\s、][{HAN}]{{2,4}}){{0,2}}"
_TAIL_TEXT = regex(
    rf"(?<=[。!?”…)])\s*([文图]\s?/\s?[{HAN}]{{2,4}}|{_WITH_PICTURES}\s?[/:\s]\s?{_SOME_NAMES}"
    rf"|{_SOME_NAMES}\s?/?\s?(?:{_WITH_PICTURES}|报道))$"
)
"""`何静 文 周晓 画`, `何静/文 周晓/摄`, `何静 文/图`, `图文/何静`, `何静报道` behind the last sentence."""


def signature(text: str, grammar: Grammar) -> Ending | None:
    """The signature at the end of the last paragraph, or None: the first of the `_FORMS` that it has."""
    if text[-1:] in "。！？":
        return None
    if ("线索" in text[-24:] or "料" in text[-24:]) and (tipped := TIPPED.search(fold(text[-REACH:]))):
        return signature(text[: max(0, len(text) - REACH) + tipped.start()], grammar)
    if text[-1:] in "）)" and "】" in text[-LONGEST:] and (wire := _WIRE_AND_NAME.search(text, _reach(text))):
        text = text[: wire.start()] + text[wire.start(1) :]  # its signature begins where the bracket of the wire does
    for form in _FORMS:
        found = form(text, grammar)
        if found is not None:
            return None if found is _NOBODY else found
    return None


_NOBODY = Ending(-1, (), False)
"""What a form answers that stands there and names nobody: then no other is asked."""


def _reach(text: str) -> int:
    """Where the part of a text begins that an ending may take."""
    return max(0, len(text) - REACH)


def _named_and_filed(text: str, grammar: Grammar) -> Ending | None:
    if text[-1:] not in "）)" or text[-2:-1] != "电" or not (filed := _NAMED_AND_FILED.search(text, _reach(text))):
        return None
    byline = grammar.read(filed[1])
    return Ending(filed.start(1), byline.credits, True) if byline and byline.credits and _all_names(byline) else None


def _in_square_brackets(text: str, grammar: Grammar) -> Ending | None:
    if text[-1:] not in "】]" or not (square := _SQUARE_SIGNATURE.search(text, _reach(text))):
        return None
    byline = grammar.read(square[1])
    return Ending(square.start(), byline.credits, True) if byline and byline.credits else _NOBODY


def _behind_mark(text: str, grammar: Grammar) -> Ending | None:
    tail = text[-REACH:]
    marked = _TAIL_MARK.search(tail) if _ANY_MARK.search(tail) else None
    if not marked or not marked.start() or tail[: marked.start()].rstrip()[-1:] not in _SENTENCE_END:
        return None
    byline = grammar.read(without_brackets(marked.group()))
    start = _reach(text) + marked.start()
    return Ending(start, byline.credits, byline.explicit) if byline else Ending(start, (), False)


def _author(text: str, grammar: Grammar) -> Ending | None:
    tail = text[-REACH:]
    if not _may_name_author(tail) or not (named := _TAIL_AUTHOR.search(tail)):
        return None
    byline = grammar.read(named[2] or named[3])
    return Ending(_reach(text) + named.start(1), byline.credits, False) if byline and _all_names(byline) else _NOBODY


def _source(text: str, grammar: Grammar) -> Ending | None:
    tail = text[-REACH:]
    if "据" not in tail[-16:] and tail[-2:] != "供稿" and tail[-1:] != "》":
        return None
    source = _TAIL_SOURCE.search(tail)
    return Ending(_reach(text) + source.start(1), (), False) if source else None


def _editors(text: str, _: Grammar) -> Ending | None:
    """`…不容再有。　——编者`: the editors sign what they add, and nobody by name."""
    found = _TAIL_EDITORS.search(text, _reach(text)) if text[-2:] in _EDITORS else None
    return Ending(found.start(1), (), False) if found else None


def _by_role_or_name(text: str, grammar: Grammar) -> Ending | None:
    tail = text[-REACH:]
    found = _role_in(tail) or _name_in(tail)
    if found is None:
        return None
    byline = grammar.read(found[1])
    if byline and all(looks_like_name(who.name) or "·" in who.name for who in byline.credits):
        return Ending(_reach(text) + found.start(1), byline.credits, True)
    return _NOBODY


def _role_in(tail: str) -> re.Match[str] | None:
    """Names with what they did, right behind the last sentence."""
    found = _TAIL_ROLE.search(tail) if "记者" in tail[-40:] or "员" in tail[-40:] or "实习生" in tail[-40:] else None
    if found is None and tail[-1:] in "摄图画":
        found = _TAIL_BOTH.search(fold(tail))
    if found is None and ("文" in tail[-16:] or tail[-1:] == "道"):
        found = _TAIL_TEXT.search(fold(tail))
    return found


def _name_in(tail: str) -> re.Match[str] | None:
    """Names alone behind the last sentence and a blank, or two of them that a blank parts."""
    if _BLANKS.isdisjoint(tail[-4:]):
        return None
    found = _TAIL_NAME.search(tail)
    return found if found and looks_like_name(unspaced(found["name"])) else _TAIL_TWO.search(tail)


def _of_a_body(text: str, grammar: Grammar) -> Ending | None:
    """`…吗？ 海角出版社 何静`: who is of which body, behind the last sentence and a blank."""
    tail = text[-REACH:]
    if _BLANKS.isdisjoint(tail[-4:]) or not (found := _TAIL_BODY.search(tail)):
        return None
    byline = grammar.read_signed(found[1])
    return Ending(_reach(text) + found.start(1), byline.credits, True) if byline and _all_names(byline) else None


def _may_name_author(tail: str) -> bool:
    """A cheap look for the words and marks of `_TAIL_AUTHOR`."""
    return tail[-1] == "·" or "作者" in tail[-20:] or "播报人" in tail[-20:]


_TAIL_NAME = regex(
    rf"(?<=[。！？!?”…])[ \u3000]+((?:[{HAN}]{{2,8}}[省市县区州镇乡村][ \u3000]+)?"
    rf"(?P<name>[{HAN}]{{2,3}}|[{HAN}][ \u3000]+[{HAN}])(?:[ \u3000][{HAN}]{{2,3}}){{0,2}})$"
)
"""`…响起一片掌声。　金江海`, `…大为改善。　海州东乡县　何静`, `…就好。　周晓 何静`: names behind the last sentence and
a blank, or behind where their bearer lives."""
_TAIL_BODY = regex(
    rf"(?<=[。！？!?”…])[ \u3000]+({BODY.pattern}[ \u3000]+[{HAN}]{{1,3}}(?:[ \u3000][{HAN}]{{1,3}}){{0,3}})$"
)
"""`…吗？　海角人民出版社　何静`, `…办好。　市第一中学　周晓　何静`: a body and who is of it."""
_NAMED_AND_FILED = regex(
    rf"(?<=[。！？!?”…])\s*((?:[{HAN}]{{0,4}}记者)?\s?{_SOME_NAMES}|[{HAN}]{{0,4}}记者[{HAN}]{{4,6}})\s?[（(](?:{FILED_AT.pattern}|[{HAN}·]{{2,8}}[\d０-９]{{1,2}}月[\d０-９]{{1,2}}日专?电)[)）]$"
)
"""`…是必定的。何静（早报沈阳专电）`, `…。何静（雅典8月24日电）`: who sent it from where."""
_TAIL_TWO = regex(rf"(?<=[。！？!?”…])([{HAN}]{{3}}[ \u3000][{HAN}]{{2,3}}|[{HAN}]{{2}}[ \u3000][{HAN}]{{3}})$")
"""`…的情况发生。”周晓明 何静`: two names right behind the last sentence, one of three letters."""
_TAIL_AUTHOR = regex(
    rf"(?<=[。！？!?”…])\s*"
    rf"([（(]?(?:作者|播报人)[\s:：]\s?((?:记者|通讯员)?\s?{_SOME_NAMES})[）)]?|·({_SOME_NAMES})·)$"
)
"""`…才放心离去。 作者：何静`, `…也不很大。·周晓 何静·`, `…七个小时。（播报人：何静）`"""
_BLANKS = frozenset(" \u3000")
"""One of them stands among its last four characters."""
_WIRE_AND_NAME = regex(
    rf"(?<=[。！？!?”…])\s*【(?:{'|'.join(AGENCIES)})[^【】。]{{0,8}}】\s*([（(][{HAN}·、，\s]{{2,20}}[）)])$"
)
"""`…。【新华社微特稿】（何静）`: the wire and who wrote."""
OF_THE_NET = regex(rf"[{HAN}A-Za-z\d.]{{0,16}}(?:网友|读者)\s?[:：/]?\s?[A-Za-z][A-Za-z\d_.-]{{2,15}}")
"""`haijiao.com网友：laozhou`: a reader who signs with a name of the net."""
_EDITORS = frozenset(("编者", "辑部"))
_TAIL_EDITORS = regex(r"(?<=[。！？!?”…）)])\s*([—－-]{1,3}\s?(?:本[报刊版栏]\s?)?编(?:者|辑部))$")
_TAIL_SOURCE = regex(
    rf"(?<=[。！？!?”…])\s*((?:文\s?[/、]?\s?图|图\s?[/、]?\s?文)?据(?:{'|'.join(AGENCIES)}|《[{HAN}]{{2,10}}》|[{HAN}]{{2,6}}(?:[日晚早晨]报|时报))"
    rf"(?:专?电|消息|报道|客户端)?|《[{HAN}]{{2,10}}》供稿|(?<![？?])《[{HAN}]{{2,6}}(?:[日晚早晨商时快]报|都市报|周刊|周末)》)$"
)
"""`…。　据新华社电`, `…。《海角晚报》供稿`, `…。”《海角晚报》`: the source behind the last sentence, no bracket."""
_BEHIND_SENTENCE = regex(r"(?<=[。！？!?”…])[（(\s]\s*(?P<who>[^。！？!?”…]{4,58})$")


def _pupil(text: str, _: Grammar) -> Ending | None:
    """`…。（城关小学三（1）班 林子墨）`: a pupil behind the last sentence, in brackets or behind a blank."""
    if text[-1:] == "”" or not may_name_pupil(text[-LONGEST:]):
        return None
    found = _BEHIND_SENTENCE.search(text, _reach(text))
    if found is None:
        return None
    who = found["who"].strip()
    pupil = read_pupil(who[:-1] if found[0][0] in "（(" and who[-1] in "）)" else who)
    return Ending(found.start(), pupil.credits, True) if pupil else None


_SQUARE_SIGNATURE = regex(
    rf"(?<=[。！？!?”…）)])\s*[【\[]\s?((?:[{HAN}]{{0,10}}(?:记者|通讯员|实习生))[^【】\[\]。]{{2,40}})[】\]]$"
)
"""`【记者 周晓】` behind the last sentence."""


def without_brackets(text: str) -> str:
    """`□凤林(市民)` without what the bracket explains."""
    return _SHORT_BRACKET.sub("", text) if "（" in text or "(" in text else text


_SHORT_BRACKET = regex(r"[（(][^（）()]{0,12}[）)]")


def last_bracket(text: str) -> int:
    """Where the bracket that closes at the very end opens, or -1."""
    depth = 0
    for index in range(len(text) - 1, max(-1, len(text) - REACH), -1):
        if text[index] in "）)":
            depth += 1
        elif text[index] in "（(":
            depth -= 1
            if depth == 0:
                return index
    return -1


_MANY = 3
"""More names than these in a row leave no doubt, however long the row is and though one of them may be no usual name.
"""


def _hold_names(byline: Byline) -> bool:
    """Whether all credits but one at most are in the form of a name."""
    return sum(looks_like_name(who.name) for who in byline.credits) + 1 >= len(byline.credits)


def _all_names(byline: Byline) -> bool:
    """Whether everything in it is in the form of a name: 赵文书 may stand where 原文 may not."""
    return all(len(who.name) >= 2 and looks_like_name(who.name) for who in byline.credits)


_COMPILER = regex(rf"[{HAN}\s、]{{2,24}}\s(?:整理|编译|综合|辑|记录)")
"""`何静 整理`, `周晓 讲述 何静 整理`"""


TAKEN_FROM = regex(rf"(?!图|照)[{HAN}]{{0,4}}来源\s?[:：]")
"""`（案例来源：市中级人民法院，本报记者周晓整理）`"""


def taken_down_by(inside: str, grammar: Grammar) -> tuple[Credit, ...]:
    """`作者为市一中校长，本报记者周晓采访整理`: who put down what another says or owns, behind a comma."""
    comma = max(inside.rfind("，"), inside.rfind(","), inside.rfind("；"))
    if comma < 0 or "记者" not in inside[comma:]:
        return ()
    byline = grammar.read(inside[comma + 1 :])
    return byline.credits if byline and byline.explicit and _all_names(byline) else ()


def filed_by_whom(inside: str, grammar: Grammar) -> tuple[Credit, ...] | None:
    """`新华社海角3月5日电　记者何静、周晓`: who is named behind a dateline that stands at the end; None where there is
    no dateline, or something else behind it."""
    filed = FILED_AT.match(inside) if "电" in inside or "讯" in inside else None
    if filed is None:
        return None
    rest = inside[filed.end() :].strip(" \u3000，,")
    byline = grammar.read(rest) if "记者" in rest else None
    if byline is None or not _all_names(byline):
        return None if rest else ()
    return byline.credits


def _in_brackets(text: str, grammar: Grammar) -> Ending | None:
    """What stands in brackets behind the last sentence: who wrote, put together or sent the text, or its source."""
    start = last_bracket(text) if text[-1:] in "）)" else -1
    before = text[: max(start, 0)].rstrip()
    if start < 0 or (before and before[-1] not in _SENTENCE_END):
        return None
    inside = text[start + 1 : -1].strip()
    if ("作者" in inside[:4] and _SOURCE.fullmatch(inside)) or TAKEN_FROM.match(inside):
        writers = taken_down_by(inside, grammar)
        return Ending(start, writers, bool(writers))
    byline = grammar.read(_FILED_FROM.sub("", inside) if "发自" in inside else inside)
    # 河南开封市 牛建海 and 海州 何静 大学生 are neither two people nor three
    if byline is None or any(is_overlong(who.name) for who in byline.credits) or _is_of_three(byline):
        byline = grammar.read_signed(inside) or byline
    if byline and byline.explicit:
        return Ending(start, byline.credits, True)
    if byline and _COMPILER.fullmatch(inside) and _all_names(byline):
        return Ending(start, byline.credits, False)
    if _SOURCE.fullmatch(inside) or OF_THE_NET.fullmatch(inside) or _BODY_ALONE.fullmatch(inside):
        return Ending(start, (), False)
    if (filed := filed_by_whom(inside, grammar)) is not None:
        return Ending(start, filed, bool(filed))
    return Ending(start, byline.credits, False) if byline and _may_sign(inside, byline) else None


_BODY_ALONE = regex(
    rf"(?![^（）()]*(?:[为是与见]|位于|又称|咨询|电话))(?:[{HAN}]{{2,5}}[省市县区州镇乡]|[本省市县区]|中国|国内)"
    rf"[{HAN}]{{2,14}}(?:[局厅委科]|公司|集团|[大支中]队|[协学工]会|办公室|委员会|[村居]委会|学部|政治部|宣传部)"
)
"""`（海角县公安局消防科）`: of four bodies alone in a bracket at the end of a text all sign it."""


def _is_of_three(byline: Byline) -> bool:
    """Whether it is of three words, one of which is no name: who lives where and is what."""
    return len(byline.credits) == _OF_THREE and not byline.explicit and not _all_names(byline)


_OF_THREE = 3
_FILED_FROM = regex(rf"\s?(?:(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日[{HAN}]{{0,2}})?发自[{HAN}]{{2,10}}(?:报道)?$")
"""`记者何静1月10日发自海口`: when and from where it was sent."""


def _may_sign(inside: str, byline: Byline) -> bool:
    """Whether a by-line without a role word, alone in brackets, is one of names and no remark."""
    if byline.credits[0].organisation and any(looks_like_name(who.name) for who in byline.credits):
        return True
    if len(byline.credits) > _MANY and _hold_names(byline):
        return True
    return len(inside) <= _LONGEST_SIGNED and (not _NOT_SIGNED.search(inside) or _all_names(byline))


_LONGEST_SIGNED = 14
"""Letters that stand in brackets at most where few names and no role word do."""


_Form = Callable[[str, Grammar], Ending | None]

_FORMS: tuple[_Form, ...] = (
    _pupil,
    _named_and_filed,
    _in_brackets,
    _in_square_brackets,
    _behind_mark,
    _of_a_body,
    _by_role_or_name,
    _author,
    _source,
    _editors,
)
"""The forms of a signature, in the order in which they are asked: each looks at the last letters first."""

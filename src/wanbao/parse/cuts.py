"""Cuts inside a run of text: the opening (dateline and by-line), the signature, the credit of a caption, the jump.

Each function looks at one end of a text and says where to cut, with what it understood, or None. Cheap tests come
before dear ones, and no function looks at more than a hundred characters.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wanbao.nameforms import looks_like_name
from wanbao.names import Byline, Credit, Grammar
from wanbao.parse.datelines import DatelineReader
from wanbao.records import Dateline
from wanbao.text import HAN, chinese_number, fold

REACH = 100
"""How far a cut looks from the end of a text."""


class Opening(NamedTuple):
    """The dateline and by-line that open a paragraph."""

    dateline_end: int
    """One past the dateline; 0 where there is none."""
    end: int
    """Where the paragraph's own text begins."""
    dateline: Dateline | None
    """The dateline."""
    credits: tuple[Credit, ...]
    """Everybody in the by-line."""
    bracketed: bool = False
    """Whether a by-line in brackets was read."""


class Ending(NamedTuple):
    """A signature or credit at the end of a text."""

    start: int
    """Where it begins."""
    credits: tuple[Credit, ...]
    """Everybody in it; empty for a source (`据新华社`)."""
    explicit: bool
    """Whether a role word is printed in it."""


class Turn(NamedTuple):
    """下转 or 上接."""

    start: int
    """Where it begins."""
    end: int
    """One past its end."""
    forward: bool
    """True for 下转."""
    page: str
    """The page number."""


_OPENERS = "(（【[《"
_SPACE = " \u3000\t"
_CLOSE = {"(": ")）", "（": "）)", "【": "】", "[": "]"}
_NO_NAMES = re.compile(
    rf"(?:综合|综合消息|综合报道|综合整理|据[{HAN}《》]{{2,16}}|[{HAN}]{{2,12}}(?:[报社网台]|客户端|频道|新媒体)|图文|文图)"
)


# --- openings -------------------------------------------------------------------------------------------------------


def opening(text: str, datelines: DatelineReader, grammar: Grammar) -> Opening | None:
    """The dateline and by-line at the beginning of a paragraph, or None where it just begins."""
    head = text[:50]
    if "讯" in head or "电" in head or "消息" in head:
        return _opening(text, datelines, grammar)
    if text[0] == "综" and _COMPILED.match(text):
        return _byline_alone(text, grammar)
    if text[0] in "（(【[" or "报道" in text[:64]:
        return _byline_alone(text, grammar)
    return None


def _opening(text: str, datelines: DatelineReader, grammar: Grammar) -> Opening | None:
    start = 1 if text[0] in "【[（(■□●▲◆▶" else 0
    found = datelines.read(text, start)
    if found is None and text[0] in "本综" and _COMPILED.match(text):
        return _byline_alone(text, grammar)
    if start and text[0] in "■□●▲◆▶":
        start = 0
    if found is None:
        return _byline_alone(text, grammar) if start or "报道" in text[:64] else None
    end, dateline = found
    if start and text[end : end + 1] in _CLOSE[text[0]] and text[end : end + 1]:
        end += 1
    elif start:
        return _byline_alone(text, grammar)
    place, credits, bracketed = _byline_after(text, end, grammar)
    if text[place : place + 1] in ("：", ":"):
        place = _skip(text, place + 1)
    elif text[place : place + 1] == "题" and (topic := _TOPIC.match(text, place)):
        return Opening(end, len(text), dateline, credits, bool(topic))
    if not credits and not bracketed and text[place : place + 1] in ("，", ","):
        return None
    return Opening(end, place, dateline, credits, bracketed)


def _byline_after(text: str, end: int, grammar: Grammar) -> tuple[int, tuple[Credit, ...], bool]:
    """The by-line after a dateline: in brackets (perhaps after a bracket with a source), bare, or none."""
    place = _skip(text, end)
    credits: tuple[Credit, ...] = ()
    bracketed = False
    for _ in range(2):
        inside = _bracket(text, place)
        if inside is None:
            break
        byline = None if _NO_NAMES.fullmatch(inside.strip()) else grammar.read(inside)
        if byline is None and not _NO_NAMES.fullmatch(inside.strip()):
            break
        credits += byline.credits if byline else ()
        place, bracketed = _skip(text, place + len(inside) + 2), True
    if not credits:
        bare = grammar.read_bare(text, place)
        if bare:
            return _skip(text, bare.end), bare.credits, False
    if bracketed and text[place : place + 2] == "报道":
        place = _skip(text, place + 2 + (text[place + 2 : place + 3] in "：:，,"))
    return place, credits, bracketed


def _byline_alone(text: str, grammar: Grammar) -> Opening | None:
    """A by-line at the beginning without a dateline: `本报记者张三报道：`, `（记者 张三）昨日…`."""
    if compiled := _COMPILED.match(text):
        return Opening(0, compiled.end(), None, ())
    inside = _bracket(text, 0) if text[0] in "(（【[" else None
    if inside is not None:
        byline = grammar.read(inside)
        rest = len(text) - len(inside) - 2
        if byline and byline.explicit and rest > 20:
            return Opening(0, _skip(text, len(inside) + 2), None, byline.credits, True)
        return None
    bare = grammar.read_bare(text)
    if bare and text[bare.end - 1] in "：:道" and len(text) - bare.end > 10:
        return Opening(0, _skip(text, bare.end), None, bare.credits)
    return None


_TOPIC = re.compile(r"题\s?[:：]\s?[^。]{4,50}$")
"""`新华社西安8月18日电 题：一封通知书背后的“协作账”`: the agency's own headline, on a line of its own."""
_COMPILED = re.compile(
    rf"(?:(?:本[报刊网台]|新华社|中新社)\s?综合\s?(?:报道|整理|编译)?|综合[{HAN}、，]{{2,24}}[社网报台](?:等)?(?:报道|消息|电))"
    r"(?:[\s\u3000]+|[：:]\s?)(?=\S{10})"
)
"""`本报综合报道 北京时间…`: compiled by the paper, with nobody named."""


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in _SPACE:
        place += 1
    return place


def _bracket(text: str, place: int) -> str | None:
    """What stands in the bracket that opens at `place`, or None."""
    char = text[place : place + 1]
    if not char or char not in "(（【[":
        return None
    for index in range(place + 1, min(len(text), place + REACH)):
        if text[index] in _CLOSE[char]:
            return text[place + 1 : index]
    return None


# --- endings --------------------------------------------------------------------------------------------------------

_SENTENCE_END = "。！？!?”…』」’.）)"
_NOT_SIGNED = re.compile(
    r"图|版|完|续|注|略|页|元|期|号|附|见|例|同|笑|掌声|男|女|左|右|上|下|前|后|中|化名|[\d０-９]|如|即|指|约|含|包括|文|原载"
)
_SOURCE = re.compile(
    rf"(?:据|摘自|摘编自|选自|转自|来源\s?[:：]?|综合|本报综合|原载)\s?[{HAN}《》、，,/A-Za-z0-9“”\s]{{2,30}}"
    rf"|(?:本[栏版]目?|以上[{HAN}]{{0,6}}|图文)由[{HAN}]{{0,8}}(?:记者|编辑|通讯员)?\s?[{HAN}\s、]{{2,16}}(?:整理|采写|提供|供稿)"
    rf"|[{HAN}]{{2,16}}\s?(?:供稿|供本报特稿|供本报专稿|特稿|专稿|提供|整理)"
    rf"|作者(?:单位|系|为|是)\s?[:：]?[{HAN}、，,·\s]{{2,30}}"
    rf"|以上[{HAN}、，,“”]{{2,24}}(?:整理|提供|记录|综合)|[{HAN}\s]{{0,10}}(?:综合|整理|供稿|编译)"
)
_ANY_MARK = re.compile("[□■▲●◆◇☆★○]")
_TAIL_MARK = re.compile(rf"[□■▲●◆◇☆★○][{HAN}·\s（）()，,、/]{{2,24}}$")
_TAIL_ROLE = re.compile(
    rf"(?<=[。！？!?”…）)])\s*((?:[{HAN}]{{2,8}})?(?:记者|通讯员|实习生|评论员)\s?[{HAN}·\s、]{{2,30}}"
    rf"(?:文\s?/\s?图|图\s?/\s?文|文/摄)?)$"
)


def signature(text: str, grammar: Grammar) -> Ending | None:
    """The signature at the end of the last paragraph, or None."""
    last = text[-1:]
    if last in "）)" and (found := _bracket_signature(text, grammar)):
        return found
    if last in "。！？":
        return None
    tail = text[-REACH:]
    offset = len(text) - len(tail)
    marked = _TAIL_MARK.search(tail) if _ANY_MARK.search(tail) else None
    if marked and marked.start() and tail[: marked.start()].rstrip()[-1:] in _SENTENCE_END:
        byline = grammar.read(without_brackets(marked.group()))
        return Ending(offset + marked.start(), byline.credits if byline else (), bool(byline and byline.explicit))
    role = _TAIL_ROLE.search(tail) if "记者" in tail[-40:] or "员" in tail[-40:] or "实习生" in tail[-40:] else None
    if role:
        byline = grammar.read(role.group(1))
        if byline and all(looks_like_name(who.name) or "·" in who.name for who in byline.credits):
            return Ending(offset + role.start(1), byline.credits, True)
    return None


def without_brackets(text: str) -> str:
    """`□凤林(市民)` without what the bracket explains."""
    return re.sub(r"[（(][^（）()]{0,12}[）)]", "", text)


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


def _all_names(byline: Byline) -> bool:
    """Whether everything in it is in the form of a name: 赵文书 may stand where 原文 may not."""
    return all(len(who.name) >= 2 and looks_like_name(who.name) for who in byline.credits)


def _bracket_signature(text: str, grammar: Grammar) -> Ending | None:
    start = last_bracket(text)
    if start < 0:
        return None
    before = text[:start].rstrip()
    if before and before[-1] not in _SENTENCE_END:
        return None
    inside = text[start + 1 : -1].strip()
    byline = grammar.read(inside) or grammar.read_signed(inside)
    if byline and byline.explicit:
        return Ending(start, byline.credits, True)
    if _SOURCE.fullmatch(inside):
        return Ending(start, (), False)
    if byline and len(inside) <= 14 and (not _NOT_SIGNED.search(inside) or _all_names(byline)):
        return Ending(start, byline.credits, False)
    return None


# --- captions -------------------------------------------------------------------------------------------------------

_CREDIT_ENDS = frozenset("摄影图绘画供拍提料发片照制社觉透新联国稿CGPo")
_ART_ENDS = frozenset("作剪刻书")
_PREFIX_HINT = re.compile(r"本[版组文栏][图照摄]|(?:图|摄影|图片|供图|来源|摄)\s?[/／:：|｜]")


def _has_prefix(tail: str) -> bool:
    """Whether a credit may stand behind its word: `图/李四`, `本版摄影 王五`."""
    marked = "/" in tail or ":" in tail or "：" in tail or "／" in tail or "｜" in tail or "|" in tail or "本" in tail
    return marked and _PREFIX_HINT.search(tail) is not None


_CREDIT_END = re.compile(
    r"(?P<photo>(?:[/\s]|文图|图文)?\s?(?:摄影报道|摄影|摄|供图|翻拍|拍摄|提供))"
    r"|(?P<art>(?:绘|画|作|剪|刻|书|制图|绘图|漫画))"
    r"|(?P<alone>(?<=\s)图)"
    r"|(?P<stock>(?:人民视觉|视觉中国|东方IC|IC\s?photo)(?:供图|图片?)?|(?:资料|传真|压题|网络|视频|效果|示意|配|本报|新华社|视觉中国|IC)\s?(?:图片?|照片?|截图|发|供图|稿))"
)
_CREDIT_TAIL = re.compile(rf"(?:{_CREDIT_END.pattern})\s?[）)。]?$")
_PREFIX_CREDIT = re.compile(
    rf"(?:图片?|摄影|供图|图片提供|图片来源|摄|图/文|文/图)\s?[/:：|]\s?(?:[{HAN}]{{2,10}}\s?)?[{HAN}·\s、]{{2,20}}$"
)
_GIVEN_PICTURE = re.compile(rf"[(]?(?:本[版文组]?)?(?:图片|照片|图)均?由[{HAN}A-Za-z]{{2,20}}提供[)]?$")
_ALL_PHOTOS = re.compile(
    rf"本[栏版组文]?[{HAN}]{{0,6}}(?:图片|照片|摄影(?!师|记者)|图)[{HAN}]{{0,3}}?[均由为]*(?P<names>[{HAN}·、\s]{{2,20}})摄(?:影)?"
)


_SHARED = re.compile(
    r"(?:以上|上述|本[版文组栏刊报]|全部|所有|均|皆|都)[\s:]*(?:(?:图片|照片|组图|摄影|图|文图)[\s:]*)?(?:均|皆|都)?[\s:]*[由为]?[\s:]*"
)


def _shared_credit(inside: str, grammar: Grammar) -> tuple[Credit, ...] | None:
    """Who took all pictures, as a line says that stands for several captions: `本版摄影 记者 李明`, `均由张三摄`."""
    prefix = _SHARED.match(inside)
    if prefix is None or not (prefix.end() and re.search("[图摄照均]", inside)):
        return None
    rest = re.sub(r"\s?(?:拍摄|摄影|摄|提供|供图)$", "", inside[prefix.end() :])
    if re.fullmatch(r"资料(?:图片?|照片)?", rest) or not rest:
        return ()
    if not ("摄" in inside or re.search("图片|照片", prefix.group())):
        return None
    byline = grammar.read(rest)
    if byline is None:
        return () if re.fullmatch(rf"[{HAN}]{{2,16}}", rest) and "提供" in inside else None
    names = [who for who in byline.credits if byline.explicit or looks_like_name(who.name)]
    return tuple(who._replace(role="photographer", role_printed=who.role_printed or "摄") for who in names)


def credit(text: str, grammar: Grammar) -> Ending | None:
    """The credit that ends a caption (`本报记者 张三 摄`, `（李四供图）`), or None where the text ends otherwise."""
    last = text.rstrip("）)。 ")[-1:]
    if (
        last not in _CREDIT_ENDS
        and not (last in _ART_ENDS and text[-1] in "）)")
        and not _has_prefix(text[-24:])
        and not text.endswith(("摄影报道", "摄影报道）"))
    ):
        return None
    tail = fold(text[-60:])
    offset = len(text) - len(tail)
    if agency := _AGENCY_CREDIT.search(tail):
        return Ending(offset + agency.start(1), (), True)
    begin = _shared_start(tail)
    if begin >= 0:
        shared = _shared_credit(tail[begin:].strip("() 。"), grammar)
        if shared is not None:
            return Ending(offset + begin, shared, True)
    inner = tail.rstrip(")") if tail.startswith("(") else tail
    prefixed = _PREFIX_CREDIT.search(inner) if "/" in tail[-24:] or ":" in tail[-24:] else None
    if prefixed and (prefixed.start() == 0 or tail[prefixed.start() - 1] in " 。)!?”("):
        byline = grammar.read(prefixed.group())
        if "来源" in prefixed.group():
            return Ending(offset + prefixed.start() - (prefixed.start() == 1), (), True)
        return Ending(offset + prefixed.start(), byline.credits if byline else (), True) if byline else None
    if not _CREDIT_TAIL.search(tail):
        return None
    start = _credit_start(tail)
    if given := _GIVEN_PICTURE.search(tail):
        return Ending(offset + given.start(), (), True)
    inside = tail[start:].strip().strip("()").strip().rstrip("。")
    everything = _ALL_PHOTOS.fullmatch(inside)
    if everything:
        inside = everything.group("names") + "摄"
    if "发(" in inside:
        inside = inside[inside.index("(") + 1 :]
    if "摄)(" in inside:
        inside = inside[: inside.index("摄)(") + 1]
    if (
        _CREDIT_END.fullmatch(inside)
        or _STOCK_ONLY.fullmatch(inside)
        or (re.fullmatch(rf"[{HAN}]{{2,12}}(?:供图|提供|资料图片?|发|图)", inside) and not grammar.read(inside))
    ):
        return Ending(offset + start, (), True)
    byline = grammar.read(inside)
    if byline is None:
        return None
    pictures = tuple(who for who in byline.credits if who.role in ("photographer", "artist"))
    if not byline.explicit and inside.endswith(("供图", "提供")):
        named = tuple(who for who in pictures if looks_like_name(who.name) or "·" in who.name)
        return Ending(offset + start, named, True)
    return Ending(offset + start, pictures, True) if pictures or not byline.credits else None


_AGENCY = r"新华社|新华|中新社|法新社?|路透社?|美联社?|共同社|人民视觉|视觉中国|东方IC|CFP|VCG|IC\s?photo|CNS"
_AGENCY_CREDIT = re.compile(
    rf"(?<=[。!?”)\s])\s?(\(?(?:{_AGENCY})(?:\s?/\s?(?:{_AGENCY}))?\s?(?:供图|图片?|发)?\)?)$", re.IGNORECASE
)
"""`新华社/法新`, `视觉中国`: an agency alone gave the picture."""
_STOCK_ONLY = re.compile(r"(?:本报)?资料(?:图片?|照片)")


def is_shared(text: str) -> bool:
    """Whether a line credits several pictures: `（均由张三摄）`."""
    return _shared_start(fold(text[:60])) == 0


_SHARED_BEGIN = re.compile(
    r"(?:^|(?<=[\s。)!?”]))\(?(?=(?:以上|上述|本[版文组栏]|均|皆)\s?(?:图|照|摄|组图|由|为|文图|均))"
)


def _shared_start(tail: str) -> int:
    """Where a line that credits several pictures begins, or -1."""
    starts = [found.start() for found in _SHARED_BEGIN.finditer(tail, max(0, len(tail) - 36))]
    return starts[-1] if starts else -1


def _credit_start(tail: str) -> int:
    """Where the credit begins: at its bracket, after the last sentence, or at the organisation before the role word."""
    closed = tail.rstrip("。").rstrip()
    if closed.endswith(")"):
        start = last_bracket(closed)
        if start > 2 and closed[start - 1] == ")" and (before := last_bracket(closed[:start])) >= 0:
            start = before  # （新华社记者李江摄）（传真照片）
        outer = tail.rfind("新华社发", 0, max(start, 0))
        return start if start >= 0 and (outer < 0 or start - outer > 5) else max(outer, 0)
    best = max(tail.rfind(mark, 0, len(closed) - 2) for mark in "。!?”…;")
    if best >= 0 and len(closed) - best <= 40:
        return _skip(tail, best + 1)
    return _role_start(closed)


_ORGANISED = re.compile(
    rf"(?:^|(?<=[\s,。、]))((?:[{HAN}]{{2,12}}\s?)?(?:首席|见习|实习|特约|全媒体|融媒体|摄影)*\s?(?:记\s?者|通\s?讯\s?员|特约摄影师)[{HAN}·\s、/]{{1,24}})$"
)


def _role_start(tail: str) -> int:
    """Where a credit without a stop before it begins: `…到场 城南晚报记者 陈明摄`."""
    found = _ORGANISED.search(tail)
    if found:
        return found.start(1)
    space = max(tail.rfind(" ", 0, len(tail) - 3), tail.rfind(",", 0, len(tail) - 3))
    names = tail[space + 1 :]
    previous = tail.rfind(" ", 0, max(space, 0))
    while space > 0 and looks_like_name(tail[previous + 1 : space].strip()) and previous != space:
        space, previous = previous, tail.rfind(" ", 0, max(previous, 0))
        names = tail[space + 1 :]
    return space + 1 if len(names) <= 40 else 0


# --- jumps ----------------------------------------------------------------------------------------------------------

_PAGE = r"第?\s?(?P<page>[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3}|头)\s?版?"
_JUMP = re.compile(
    rf"[（(【]?\s?[▶▷►→◀◁←↓>]*\s?(?P<word>下\s?转|紧\s?转|转\s?至?|详见|上\s?接|紧\s?接|接|承接)\s?(?:本报)?{_PAGE}(?:[{HAN}\s《》“”·①-⑩]{{0,12}}(?=[▶▷►→◀◁←>）)】]|$))?\s?[▶▷►→◀◁←>]*[）)】]?"
)


_TO_BE_CONTINUED = re.compile(r"[（(【]\s?(?:未完待续|未完|待续)\s?[）)】]\s*$")


def jump(text: str) -> Turn | None:
    """A jump at the beginning (上接) or the end (下转) of a text, or as the whole of it; None otherwise."""
    head, tail = text[:24], text[-24:]
    if "接" in head and (found := _JUMP.match(fold(head))) and "接" in found.group("word"):
        whole = found.end() >= len(text.rstrip())
        if whole or found.group()[0] in "(（【" or "版" in found.group():
            return Turn(0, found.end(), False, _page(found.group("page")))
    if "续" in tail and (found := _TO_BE_CONTINUED.search(tail)):
        return Turn(len(text) - len(tail) + found.start(), len(text), True, "")
    if "转" in tail or "详见" in tail:
        for found in _JUMP.finditer(fold(tail)):
            if found.end() == len(tail.rstrip()) and "接" not in found.group("word"):
                whole = found.end() - found.start() >= len(text.strip())
                if found.group()[0] in "(（【" or whole or ("下" in found.group("word") and "版" in found.group()):
                    return Turn(len(text) - len(tail) + found.start(), len(text), True, _page(found.group("page")))
    return None


def _page(printed: str) -> str:
    if printed == "头":
        return "1"
    number = None if printed.isascii() else chinese_number(printed)
    return printed if number is None else str(number)

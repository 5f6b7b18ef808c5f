"""Where the opening of a text ends: its dateline and by-line.

Each function looks at the beginning of a text and says where its own text begins, with what it understood, or None.
Cheap tests come before dear ones, and no function looks at more than a hundred characters.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from wanbao.bare import read_bare
from wanbao.conventions import PLACES
from wanbao.credited import Byline, Credit
from wanbao.errors import Record
from wanbao.nameforms import looks_like_name
from wanbao.names import Grammar
from wanbao.parse.datelines import DatelineReader, may_be_reported
from wanbao.parse.pupils import may_name_pupil, read_pupil_opening
from wanbao.patterns import HAN, regex
from wanbao.records import Dateline
from wanbao.text import fold, unspaced

REACH = 100
"""How far from an end of a text anything is looked for, in characters."""


class Opening(Record, frozen=True):
    """The dateline and by-line that open a paragraph."""

    dateline_end: int
    """One past the dateline; 0 where there is none."""
    end: int
    """Where the paragraph's own text begins."""
    dateline: Dateline | None
    """The dateline."""
    credits: tuple[Credit, ...]
    """Everybody in the by-line."""


_BEFORE_DATELINE = "■□●○◎▲△◆◇★☆▶"
"""What may stand right before a dateline."""
_SPACE = " \u3000\t"
_CLOSE = {"(": ")）", "（": "）)", "【": "】", "[": "]］", "［": "］]", "〔": "〕"}
_NO_NAMES = regex(
    rf"(?:编辑\s?[:：]?\s?[{HAN}\s]{{2,12}}|综合|综合消息|综合报道|综合整理|据[{HAN}《》]{{2,16}}"
    rf"|(?!记者|通讯员)[{HAN}]{{2,12}}(?:[报社网台]|客户端|频道|新媒体)|图文|文图|新闻联播)"
)
"""`编辑 何静`, `综合消息`, `据海角晚报`, `海角网`: what stands in brackets behind a dateline and names no writer."""


_LEAST_TOLD = 15
"""How many characters of a story stand at least behind a pupil's by-line."""

# --- openings -------------------------------------------------------------------------------------------------------


def opening(text: str, datelines: DatelineReader, grammar: Grammar) -> Opening | None:
    """The dateline and by-line at the beginning of a paragraph, or None where it just begins."""
    head = text[:50]
    if may_name_pupil(head) and (pupil := read_pupil_opening(text)) and len(text) - pupil.end > _LEAST_TOLD:
        return Opening(0, skip(text, pupil.end), None, pupil.credits)
    if "讯" in head or "电" in head or ("息" in head and "消息" in head) or (text[0] == "新" and "稿 " in text[:9]):
        return _opening(text, datelines, grammar)
    if may_be_reported(head) and (read := datelines.read(text)):
        place, credits, _ = _byline_after(text, read[0], grammar)
        return Opening(read[0], place, read[1], credits)
    if text[0] == "综" and _COMPILED.match(text):
        return _byline_alone(text, grammar)
    if text[0] in "读市网居村" and (letter := _letter_from(text)):
        return letter
    start = text[:64]
    if "报" in start or "记" in start:
        if "记者" in text[:36] or "报导】" in text[:36]:
            return _opening(text, datelines, grammar)
        if "报道" in start:
            return _byline_alone(text, grammar)
    return _byline_alone(text, grammar) if text[0] in _CLOSE else None


_SENDER = regex(
    rf"(?P<who>读者|市民|网友|居民|村民)\s?(?P<name>[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}])\s?"
    rf"(?:来[信电函稿]|反映|投诉|留言)\s?[:：]\s?(?=\S{{10}})"
)
"""`读者李小江来信：…`, `市民 何静反映：…`."""


def _letter_from(text: str) -> Opening | None:
    """`读者李小江来信：我们厂…`: who wrote the letter that follows; 李先生 is no name to credit."""
    found = _SENDER.match(text)
    if found is None or not looks_like_name(name := unspaced(found["name"])):
        return None
    return Opening(0, found.end(), None, (Credit(name, found["name"], "author", found["who"], "", True),))


def _opening(text: str, datelines: DatelineReader, grammar: Grammar) -> Opening | None:
    """The opening of a text whose first words may be a dateline or name a reporter."""
    in_bracket = text[0] in _CLOSE
    start = 1 if in_bracket or text[0] in _BEFORE_DATELINE else 0
    if writer_first := _writer_first(text, start, grammar):
        return writer_first
    sure = datelines.read(text, start)
    found = sure or datelines.read_loose(text, start)
    if found is None:
        compiled = text[0] in "本综" and _COMPILED.match(text)
        alone = compiled or in_bracket or "报道" in text[:64] or "记者" in text[:36]
        return _byline_alone(text, grammar) if alone else None
    end, dateline = found
    if in_bracket and text[end : end + 1] not in tuple(_CLOSE[text[0]]):
        return _within(text, end, dateline, grammar) or _byline_alone(text, grammar)
    return _from_dateline(text, end + in_bracket, dateline, sure is not None, grammar)


def _writer_first(text: str, start: int, grammar: Grammar) -> Opening | None:
    """An opening in which the writer, or the place alone, stands before what makes a dateline; `start` is 1 behind a
    bracket or a sign."""
    if text.find("记者", 0, 12) >= 0 and (filed := _filed_by(text, grammar)):
        return filed
    if start and (wired := _wired(text, grammar) or _placed(text, grammar)):
        return wired
    if "记者" in text[:12] and ("电" in text[8:44] or "讯" in text[8:44]):
        return _sent(text, grammar)
    return None


def _from_dateline(text: str, end: int, dateline: Dateline, is_sure: bool, grammar: Grammar) -> Opening | None:
    """The opening whose dateline ends at `end`; where that is not sure, it is one only with a by-line behind it."""
    place, credits, bracketed = _byline_after(text, end, grammar)
    if not is_sure and not credits:
        return _byline_alone(text, grammar)
    if text[place : place + 1] in ("：", ":"):
        place = skip(text, place + 1)
    elif text[place : place + 2] == "综合" and (compiled := _COMPILED_NEWS.match(text, place)):
        place = compiled.end()
    elif text[place : place + 1] == "题" and _TOPIC.match(text, place):
        return Opening(end, len(text), dateline, credits)
    # `海角网10月10日消息，` is one, `据海角网消息，` goes on with a sentence
    told_on = dateline.source and dateline.date and not dateline.via
    if not (credits or bracketed or told_on) and text[place : place + 1] in ("，", ","):
        return None
    return Opening(end, place, dateline, credits)


_PLACED = regex(
    rf"[(【\[](?P<place>[{HAN}]{{2,6}}(?<![社报网台]))(?P<date>(?:\d{{1,2}}月)?\d{{1,2}}日)(?P<kind>讯|专?电)[)】\]]"
)


def _placed(text: str, grammar: Grammar) -> Opening | None:
    """`（海角14日讯）`: place and date in a bracket, as papers overseas print them."""
    found = _PLACED.match(fold(text[:30]))
    if found is None:
        return None
    end = found.end()
    place, date = (text[slice(*found.span(part))] for part in ("place", "date"))
    dateline = Dateline(text[:end], place=place, date=date, kind=found.group("kind"))
    after, credits, _ = _byline_after(text, end, grammar)
    return Opening(end, after, dateline, credits)


def _within(text: str, end: int, dateline: Dateline, grammar: Grammar) -> Opening | None:
    """`【海角网讯 记者 张三】`: dateline and by-line in one bracket, where the dateline ends at `end`."""
    inside = _bracket(text, 0)
    byline = grammar.read(inside[end - 1 :]) if inside is not None and text[end : end + 1] in _SPACE else None
    if inside is None or byline is None or not byline.explicit:
        return None
    return Opening(end, skip(text, len(inside) + 2), dateline, byline.credits)


_NUMBERED_DAY = r"\d{1,2}月\d{1,2}日"
_SENT = regex(
    rf"(?P<who>[■□●▲◆]?(?:本[报刊网台社]|[{HAN}]{{2,6}}[报社网台])?\s?"
    rf"(?:特派|特约|随队|前方|随团|驻[{HAN}]{{1,4}})*记者\s?[{HAN}·、\s]{{2,24}}?)"
    rf"\s?(?:(?P<date>{_NUMBERED_DAY})(?P<place>[{HAN}·]{{2,8}}?)?"
    rf"|(?<=\s)(?P<from>[{HAN}·]{{2,8}})\s?(?P<day>{_NUMBERED_DAY}))\s?(?P<kind>专?电|讯)(?=[\s：:])"
)
"""`特派记者周晓 林江 5月8日里约热内卢电`: who sent it, when and from where, without a bracket."""


def _sent(text: str, grammar: Grammar) -> Opening | None:
    """A dateline that names its writer first."""
    found = _SENT.match(fold(text[:60]))
    if found is None:
        return None
    who = text[: found.end("who")]
    begin, place = found.end("who"), found["place"] or ""
    if found["from"] and looks_like_name(found["from"]) and found["from"] not in PLACES:
        who = text[: found.end("from")]  # the last of several writers
        begin = found.end("from")
    elif found["from"]:
        place = found["from"]
    byline = grammar.read(who)
    if byline is None or not all(looks_like_name(writer.name) or "·" in writer.name for writer in byline.credits):
        return None
    printed = text[begin : found.end("kind")].strip()
    dateline = Dateline(printed, place=place, date=found["date"] or found["day"], kind=found["kind"])
    end = skip(text, found.end("kind"))
    return Opening(found.end("kind"), skip(text, end + (text[end : end + 1] in ("：", ":"))), dateline, byline.credits)


def _wired(text: str, grammar: Grammar) -> Opening | None:
    """`（中央社记者刘世怡台北27日电）`: writer, place and date in one bracket; `【新华社北京5月1日电】（记者…）`."""
    found = _WIRED.match(fold(text[:60]))
    if found is None:
        return None
    inside = text[1 : found.end() - 1]
    names = [name for name in re.split("[、,]", found.group("names") or "") if name]
    source = text[slice(*found.span("source"))]
    dateline = Dateline(
        printed=inside,
        source=source,
        place=text[slice(*found.span("place"))],
        date=text[slice(*found.span("date"))],
        kind=found.group("kind"),
        via=False,
    )
    credits = tuple(Credit(name, name, "reporter", "记者", source, True) for name in names)
    after, named, _ = _byline_after(text, found.end(), grammar)
    return Opening(found.end(), after, dateline, credits + named)


_FILED_BY = regex(
    rf"(?P<who>[{HAN}]{{0,10}}记者\s?[{HAN}]{{2,3}}?(?:(?:\s?、|\s)[{HAN}]{{2,3}}?){{0,3}})\s?"
    rf"(?:(?:\d{{1,2}}月)?\d{{1,2}}日\s?[{HAN}]{{2,8}}报道|发自\s?[{HAN}]{{2,8}}(?:报道)?"
    rf"|/\s?[{HAN}、]{{2,10}}报道(?!:))[\s:]\s?(?=\S{{10}})"
)
"""`本报记者周晓发自雅典`, `本报记者周晓5月8日海城报道：`, `記者周曉／台北報導 …`"""


def _filed_by(text: str, grammar: Grammar) -> Opening | None:
    """An opening that says who filed the text and from where, without a dateline."""
    head = text[:60]
    found = _FILED_BY.match(fold(head)) if "发自" in head or "报道" in head else None
    byline = grammar.read(text[: found.end("who")]) if found else None
    if found is None or byline is None or not all(looks_like_name(who.name) for who in byline.credits):
        return None
    return Opening(0, skip(text, found.end()), None, byline.credits)


_WIRED = regex(
    rf"[(\[【〔](?P<source>[{HAN}]{{2,6}}社|路透)(?:(?:特派)?(?:记者|员)(?P<names>[{HAN}]{{2,3}}(?:[、,][{HAN}]{{2,3}})*))?"
    rf"(?P<place>[{HAN}/]{{2,10}}?)(?P<date>(?:\d{{1,2}}月)?(?:\d{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})日)"
    r"(?P<kind>专?电|综合外电报[道导])[)\]】〕]"
)
"""`（中央社记者刘世怡台北27日电）`, `[路透东京5月3日电]`."""


def _byline_after(text: str, end: int, grammar: Grammar) -> tuple[int, tuple[Credit, ...], bool]:
    """The by-line after a dateline: in brackets (perhaps after a bracket with a source), bare, or none.

    Says where the text goes on, who is named, and whether there was a bracket.
    """
    place = skip(text, end)
    if text[place : place + 1] in ("/", "／", "|", "｜") and "记者" in text[place : place + 12]:
        place = skip(text, place + 1)
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
        place, bracketed = skip(text, place + len(inside) + 2), True
    if not credits:
        bare = read_bare(grammar, text, place)
        if bare:
            return skip(text, bare.end), bare.credits, False
    if bracketed and text[place : place + 2] == "报道":
        place = skip(text, place + 2 + (text[place + 2 : place + 3] in "：:，,"))
    return place, credits, bracketed


_WIRES = regex(rf"[{HAN}]{{0,10}}记者[{HAN}\s、]{{2,12}}专电[\s：:]")
"""`本报记者何静天津专电 …`"""


def _byline_alone(text: str, grammar: Grammar) -> Opening | None:
    """A by-line at the beginning without a dateline: `本报记者张三报道：`, `（记者 张三）昨日…`."""
    if text[0] in "本新中综" and (compiled := _COMPILED.match(text)):
        printed = compiled.group().rstrip(" \u3000:：")
        dateline = None if _NAMED_SOURCES.match(printed) else Dateline(printed=printed, source=printed, via=True)
        return Opening(len(printed) if dateline else 0, compiled.end(), dateline, ())
    inside = _bracket(text, 0) if text[0] in _CLOSE else None
    return _bare(text, grammar) if inside is None else _in_bracket(text, inside, grammar)


_LEAST_BEHIND = 20
"""A text is longer than this behind a by-line that stands alone."""


def _in_bracket(text: str, inside: str, grammar: Grammar) -> Opening | None:
    """A paper, a desk or a by-line in the bracket with which the text begins: `【海角日报报道】`, `（记者 张三）`."""
    end = len(inside) + 2
    if len(text) - end <= _LEAST_BEHIND:
        return None
    if text[0] in "【[" and (paper := _PAPER_REPORT.fullmatch(fold(inside))):
        place, credits, _ = _byline_after(text, end, grammar)
        return Opening(end, place, Dateline(text[:end], source=paper.group(1), kind="报道"), credits)
    if _DESK_REPORT.fullmatch(fold(inside)):
        return Opening(0, skip(text, end), None, ())
    byline = grammar.read(inside)
    credits = byline.credits if byline and byline.explicit else _filed(inside, byline)
    return Opening(0, skip(text, end), None, credits) if credits else None


def _bare(text: str, grammar: Grammar) -> Opening | None:
    """A by-line without a bracket: `本报记者张三报道：`, `本报记者 张三 昨日…`."""
    if "专电" in text[:24] and _WIRES.match(text):
        text = text.replace("专电", "报道", 1)
    bare = read_bare(grammar, text)
    if bare is None:
        return None
    said, behind = text[: bare.end].rstrip()[-1:], len(text) - bare.end
    if said == "道" and any(who.name[0] == "在" for who in bare.credits):
        return None  # 本报记者在海城报道这场展览时说
    if said in ("：", ":", "道") and behind > _LEAST_SAID:
        return Opening(0, skip(text, bare.end), None, bare.credits)
    if behind > _LEAST_BEHIND and text[bare.end : bare.end + 1] in _SPACE and _HOUSE_WRITER.match(text):
        place = skip(text, bare.end)
        goes_on = _GOES_ON.match(text, place) and not _DAY_APART.match(text, place)
        if all(looks_like_name(who.name) for who in bare.credits) and not goes_on:
            return Opening(0, place, None, bare.credits)
    return None


_LEAST_SAID = 10
"""It is longer than this behind a by-line that ends with a colon or 报道."""


_TOPIC = regex(r"题\s?[:：]\s?[^。]{4,50}$")
"""`新华社西安8月18日电 题：一封通知书背后的“协作账”`: the agency's own headline, on a line of its own."""
_NAMED_SOURCES = regex("综合(?!外电).*(?:报道|电)$")
"""`综合新华社、中新社报道` says from whom, like a by-line; `本报综合报道` and `综合新华社消息` stand for 本报讯."""
_COMPILED_NEWS = regex(r"综合消息\s?[：:]\s?")
_COMPILED = regex(
    r"(?:(?:本[报刊网台]|新华社|中新社)\s?综合\s?(?:报道|整理|编译)?|综合外电(?:报道)?|综合报道"
    rf"|综合[{HAN}、，]{{2,24}}[社网报台](?:等)?(?:报道|消息|电)|综合[{HAN}、，《》]{{4,30}}(?:消息|报道))"
    r"(?:[\s\u3000]+|[：:]\s?)(?=\S{10})"
)
"""`本报综合报道 北京时间…`: compiled by the paper, with nobody named."""


_PAPER_REPORT = regex(rf"([{HAN}]{{2,8}}[报网社台])·?(?:综合|独家)?报[道导]")
"""`【海角晚报报道】`, `【海角网·独家报道】` stand where 海角晚报讯 would."""
_DESK_REPORT = regex(
    rf"(?:[{HAN}]{{2,6}}(?:中心|[译文闻]组|小组)|即时新闻)/[{HAN}]{{2,8}}报[道导]"
    rf"|(?:本报)?(?:综合|外电|综合(?:[\d一二三四五六七八九十廿卅]{{1,3}}日)?外电)报[道导]|本报(?:记者|[{HAN}]{{2,4}}部)报[道导]"
)
"""`（国际中心／综合报导）`, `〔綜合報導〕`: a desk's report with nobody named."""
_FILED_BY_NAMES = regex(rf"(?:文|撰文)\s?[/:].*|[{HAN}、]{{2,14}}/(?:[{HAN}]{{2,10}}报[道导]|特稿|特写|专访)")
"""`【李江╱台中報導】`, `【文／李江 圖／周曉】`: who wrote it, though no role word says so."""


def _filed(inside: str, byline: Byline | None) -> tuple[Credit, ...]:
    """The writers whom a bracket names without a role word, or none; whoever reported is a reporter."""
    if byline is None or not _FILED_BY_NAMES.fullmatch(fold(inside)):
        return ()
    if not all(looks_like_name(who.name) for who in byline.credits):
        return ()
    reported = inside.endswith(("报道", "报导"))
    return tuple(replace(who, role="reporter") if reported else who for who in byline.credits)


_HOUSE_WRITER = regex(
    rf"[■□●▲◆]?\s?(?:文\s?[/／]\s?)?(?:本报|本刊|[{HAN}]{{1,8}}(?:[报网社]|客户端|新闻|融媒))\s?"
    rf"(?:首席|特约|特派|见习|实习|全媒体|融媒体|驻[{HAN}]{{1,3}})*(?:记者|通讯员)"
)
"""`本报记者`, `海角网驻京记者`, `文/本报通讯员`."""
_GOES_ON = regex("[从在对就说问看来走了向到随跟与和被把赶采报发获昨今前日近]")
"""`本报记者 李江 在现场看到`: the sentence has begun with the writer."""
_DAY_APART = regex(rf"[昨今前近日][{HAN}]{{0,5}}[，,](?![从在对就来走赶采随跟到前记了获看接发])")
"""`昨日，市民反映`: the sentence has a subject of its own."""


def skip(text: str, place: int) -> int:
    """The first place from `place` on that is no blank."""
    while place < len(text) and text[place] in _SPACE:
        place += 1
    return place


def _bracket(text: str, place: int) -> str | None:
    """What stands in the bracket that opens at `place`, or None."""
    char = text[place : place + 1]
    if not char or char not in _CLOSE:
        return None
    for index in range(place + 1, min(len(text), place + REACH)):
        if text[index] in _CLOSE[char]:
            return text[place + 1 : index]
    return None

"""Datelines (电头): `茂名晚报讯`, `据新华社北京5月1日电`, `本 报 讯`, `厦门网-厦门日报讯`, `荆楚网消息`.

    dateline := [据] source [place] [date] kind        kind := 讯 | 电 | 专电 | 消息

`12月15日消息：` stands for one on sites, `北京电` in briefs. False friends are refused: `据报道`, `本报电话`, `通讯`,
`腾讯`, `记者消息灵通`. The forms and their shares were measured on 2,255 real datelines.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from wanbao.conventions import AGENCIES, PAPER_ENDINGS, PLACES
from wanbao.newspaper import Newspaper
from wanbao.patterns import HAN, regex
from wanbao.records import Dateline
from wanbao.text import fold, unspaced

LONGEST = 44
"""No dateline is longer, in characters."""


def may_be_reported(head: str) -> bool:
    """A cheap look for the datelines of no other kind: `海角时报2月8日报道 昨天…`, `本报6012345热线报道 昨天…`,
    `本报热线6012345报道 昨天…`, `海角晚报报道 今年…`."""
    return "报道" in head and ("日报道" in head or "热线" in head or "报报道" in head[:9])


_PORTALS = "(?:新浪|搜狐|网易|腾讯|凤凰|和讯)(?:体育|娱乐|财经|科技|家居|汽车|房产|教育|旅游|健康|军事|文化|读书)"
"""`搜狐体育讯`, `网易娱乐9月6日报道`: the channels of the great portals."""
_DESKS = "体育|经济|图表|特稿|特写|评论|视点|调查|奥运|亚运|全运|世界杯|两会"
"""`9月5日体育专电`, `8月9日奥运专电`: which desk of the agency sent it, or from what occasion."""
_NO_KIND = "话视力子脑信梯影台厂站网动器号息问员使社报稿告灵人说称传面"
"""电话, 电视, 讯号, 消息人士…: characters after which the kind word was no kind word."""


class _Parts(NamedTuple):
    """The parts of a dateline, as patterns without groups; `kind` alone is a group of its name."""

    named: str
    """The paper's own names, agencies, and other papers, stations, sites and portals by how their names end."""
    date: str
    """`5月1日`, `2001年5月1日上午9时`, `五月一日`."""
    source: str
    """Any of these, this paper as it calls itself, and several houses together."""
    kind: str
    """`讯`, `电`, `消息`, `专稿`…"""
    place: str
    """`厦门`, `海角、天涯` before a date, `“海角”号`."""
    on: str
    """The day where a kind word follows: also `17日电`, `今晨电`."""


def _parts(own_names: tuple[str, ...]) -> _Parts:
    own = "|".join(_spaced(name) for name in own_names)
    endings = "|".join(sorted(PAPER_ENDINGS, key=lambda word: (-len(word), word)))
    agencies = "|".join(sorted(AGENCIES, key=lambda word: (-len(word), word)))
    number = "[一二三四五六七八九十廿卅]{1,3}"
    hour = r"(?:(?:凌晨|[上下]午|晚)?\d{1,2}时(?:\d{1,2}分)?)?"
    day = r"(?:[日号]|月(?=专?电|讯))"  # `10月14月讯` is a misprint that papers do print
    date = rf"(?:(?:\d{{4}}\s?年)?\s?(?:\d{{1,2}}|{number})\s?月\s?(?:\d{{1,2}}|{number})\s?{day}){hour}"
    titled = rf"(?:[{HAN}]{{2,6}}(?:之声|广播))?《[{HAN}]{{2,10}}》"
    at_hours = r"[今昨](?:[日天](?:[上下]午|凌晨|晚)?|[晨晚])(?=\s?(?:电|消息))"
    on = rf"(?:{date}|(?:\d{{1,2}}|{number})日(?=\s?(?:专?电(?!讯|文|话|传)|讯|[{HAN}]{{2,5}}讯\s?[(（【]))|{at_hours})"
    site = rf"[{HAN}]{{2,6}}[-－—][{HAN}]{{2,6}}报(?=讯\s?[(（【])"
    plus = rf"[{HAN}]{{2,5}}\+(?:客户端|新闻)?"  # `山河+讯`: the paper as a client for phones
    general = rf"(?:[{HAN}A-Za-z0-9·]{{1,10}}?(?:{endings})|{titled}|{site}|{_PORTALS}|{plus})"
    itself = r"本\s?[报台网刊社](?:\d{5,8}热线(?=消息|讯|\d))?"
    source = rf"(?:{own}|{itself}|{agencies}|(?:[日晚早晨商时导]报|都市报|[晨晚]刊)(?=\s?讯)|{general})"
    partner = rf"(?:{source}|[{HAN}]{{1,4}}(?:频道|视频)|[{HAN}]{{2,6}}(?=\d))"
    house = rf"[{HAN}]{{2,6}}(?:客户端|频道|网站?|新闻(?=\d))"
    source = rf"{source}(?:(?:\s?[-－—/、·]\s?{partner}){{1,3}}|[和与](?:{agencies})|{house})?"
    wire = rf"(?:{_DESKS})?(?:专\s?电|电)"
    kind = rf"综合消息|消息|{wire}|综合讯|专讯|特讯|讯|专?特稿(?=\s)|专稿(?=\s)|快讯(?=[\s(\]】])"
    kind = rf"(?P<kind>{kind})(?![{_NO_KIND}]|报道)"
    several = rf"[{HAN}]{{2,6}}(?:、[{HAN}]{{2,6}}){{1,5}}(?=\s?{date})"
    place = rf"(?:{several}|[{HAN}][{HAN}·]{{1,9}}?(?:\([{HAN}]{{2,8}}\))?|“[{HAN}]{{1,6}}”[{HAN}]{{1,2}})"
    return _Parts(f"{own}|{agencies}|{general}", date, source, kind, place, on)


def _loose_forms(parts: _Parts) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The forms of datelines that only a by-line makes ones (`DatelineReader.read_loose`): without a source, filed from
    elsewhere, without a kind."""
    named, date = parts.named, parts.date
    writer = rf"(?:[{HAN}]{{2,3}}\s|[{HAN}]{{0,14}})(?:记者|通讯员|实习生)"
    # `上海6月13日电（记者…）`.
    unsourced = regex(
        rf"(?P<via>)(?P<source>)(?P<place>[{HAN}]{{2,6}}?)?(?P<date>{date})(?P<kind>讯|(?:{_DESKS})?专?电|消息)(?=\s?(?:\(?{writer}))"
    )
    # `海角财经3月7日北京报道（记者…）`.
    filed = regex(
        rf"(?P<via>)(?!据)(?P<source>[{HAN}]{{2,8}})(?P<date>{date})(?P<place>[{HAN}]{{2,4}})(?P<kind>报道)(?=\s?\({writer})"
    )
    # `海角证券报9月9日（记者…）：`, `【海角网】（通讯员…）`.
    unkinded = regex(
        rf"(?P<via>)(?!据)(?P<source>{named}|新华[{HAN}]{{2}})(?P<place>)(?P<date>{date})?(?P<kind>(?:(?<=日)信息)?)(?:报道)?"
        rf"(?=(?:\([{HAN}]{{2,8}}报\))?[】\]]?\s?(?:\((?![^)]{{0,24}}等人?\)){writer}|【[{HAN}]{{2,4}}/[{HAN}]{{2,8}}报[道导]】))"
    )
    return unsourced, filed, unkinded


class DatelineReader:
    """Reads datelines; knows the paper's own names."""

    def __init__(self, own_names: tuple[str, ...]) -> None:
        """Make the forms of a dateline from their parts."""
        parts = _parts(own_names)
        named, date, source, kind, place, on = parts
        hour = rf"[今昨](?:[晨晚]|天[上下]午)(?=[{HAN}]{{2,3}}电\s)"
        self._full = regex(
            rf"(?P<via>(?:据|(?:本报)?综合)\s?)?(?P<source>{source})(?:热线\d{{5,11}}(?=消息|讯)|{hour})?\s?(?P<place>{place})??\s?(?P<date>{on})?\s?(?:综合|合成|(?<=[日号])(?:[{HAN}]{{2,5}}(?=讯)|(?:热线|\d{{5,8}})(?=消息)))?{kind}"
        )
        """`茂名晚报讯`, `据新华社北京5月1日电`, `海角网-海角晚报讯`, `本报今晨上海电`."""
        self._short = regex(
            rf"(?P<via>(?:据|综合)\s?)?(?P<source>[{HAN}]{{2,6}}?|[又另]|(?=[专特]讯[】)〕\]]))(?P<place>)(?P<date>{date})?(?P<kind>[专特]?讯)(?=[\s(【\])】〕]|$)"
        )
        """`海角讯`, `又讯`, `【专讯】`."""
        self._wire = regex(
            rf"(?P<via>据\s?)?(?P<source>[{HAN}]{{1,8}}社)\s?(?P<place>{place})?\s?(?P<date>{date})(?P<kind>专?电)(?![{_NO_KIND}])"
        )
        """`塔斯社莫斯科5月1日电`: agencies that no list names."""
        self._dated = regex(
            rf"(?P<via>据\s?)?(?P<source>)(?P<place>[{HAN}]{{2,6}}?)?(?P<date>{date})(?P<kind>讯|专?电)(?=[\s【(])"
        )
        """`海角5月1日电（…`: a place and a day, no source."""
        self._from = regex(
            rf"(?P<via>)(?P<source>)(?!据|最[新后终]|权威|官方|可靠|重要|重大|市场)(?P<place>[{HAN}]{{2,8}})(?P<date>)(?P<kind>消息)\s+(?={date}|[昨今本当][日天地])"
        )
        """`海角消息 昨日…`."""
        self._reported = regex(rf"(?P<via>据\s?)?(?P<source>{named})(?P<place>)(?P<date>{date})(?P<kind>报道)(?=[\s(])")
        """`海角时报2月8日报道 昨天…`."""
        self._told = regex(
            rf"(?P<via>)(?P<source>[{HAN}]{{2,4}}(?:[日晚晨早时商快]报|都市报))(?P<place>)(?P<date>)(?P<kind>报道)(?=\s\S)"
        )
        """`海角晚报报道 今年…`."""
        self._called = regex(
            rf"(?P<via>)(?P<source>本报|{named})(?P<place>)(?P<date>)\s?(?:\d{{5,11}}(?:新闻)?热线|(?:新闻)?热线\d{{5,11}})(?P<kind>报道)(?=[\s(:])"
        )
        """`本报6012345热线报道 “…”`."""
        self._city = regex(
            rf"(?P<via>)(?P<source>)(?P<place>{'|'.join(PLACES)})(?P<date>)(?P<kind>电)(?=\s+(?![白影视台力话信器脑网梯动商子站车池缆报]))"
        )
        """`北京电 …`."""
        self._house = regex(
            rf"(?P<via>)(?P<source>[{HAN}]{{2,6}}网)(?P<place>)(?P<date>)\((?:[{HAN}]{{1,5}}报)?(?P<kind>综合消息|消息|讯)\)"
        )
        """`海角网(海报综合消息)`: a site, and of which paper of its house the news is."""
        self._day = regex(rf"(?P<via>)(?P<source>)(?P<place>)(?P<date>{date})(?P<kind>消息)(?=\s?:)")
        """`12月15日消息：…`."""
        self._unsourced, self._filed, self._unkinded = _loose_forms(parts)

    def read_loose(self, text: str, start: int = 0) -> tuple[int, Dateline] | None:
        """A dateline that lacks its source or its kind, and is one only because a by-line follows it at once.

        `上海6月13日电（记者…）`, `5月27日消息（记者…）`, `海角证券报9月9日（记者…）：`, `【海角网】（通讯员…）`,
        `海角财经3月7日北京报道（记者…）`, `海角网（海角晚报）（记者…）`.
        """
        head = text[start : start + LONGEST + 20]
        if "记者" not in head and "讯员" not in head and "】" not in head:
            return None
        line = fold(head)
        found = (self._unsourced.match(line) or self._filed.match(line)) if "月" in line else None
        if found is None and ("(" in line or "【" in line):
            found = self._unkinded.match(line)
        return self._dateline(head, found, start) if found and found.end() <= LONGEST else None

    def read(self, text: str, start: int = 0) -> tuple[int, Dateline] | None:
        """The dateline that stands at `start` and its end, or None."""
        head = text[start : start + LONGEST + 6]
        if may_be_reported(head):
            folded = fold(head)
            if reported := self._reported.match(folded) or self._called.match(folded) or self._told.match(folded):
                return self._dateline(head, reported, start)
        if not ("讯" in head or "电" in head or "消息" in head or "稿" in head):
            return None
        line = fold(head)
        if line[1:2] == " " and (apart := self._read_apart(text, start)):
            return apart
        found = self._full.match(line)
        if found is None or found.end() > LONGEST or not _plausible(found):
            found = self._other_form(line)
        return self._dateline(head, found, start) if found else None

    def _other_form(self, line: str) -> re.Match[str] | None:
        """The first form that fits of those without a known source, each asked only where its letters stand."""
        found = self._short.match(line) if "讯" in line else None
        if found is not None and found.group("source")[-1:] not in _NO_SOURCE:
            return found
        if "社" in line and "电" in line and (wire := self._wire.match(line)):
            return wire
        if "月" in line[:16] and (dated := self._dated.match(line)):
            return dated
        if "电" in line[:6] and (city := self._city.match(line)):
            return city
        if "网(" in line[:8] and (house := self._house.match(line)):
            return house
        return (self._from.match(line) or self._day.match(line)) if "消息" in line[:10] else None

    def _read_apart(self, text: str, start: int) -> tuple[int, Dateline] | None:
        """The same set letter by letter with blanks between: `晨 报 讯`, `新 华 社 北 京 12 月 31 日 电`."""
        letters = _APART.match(text, start)
        if letters is None:
            return None
        close = "".join(letters.group().split())
        found = self._full.match(close)
        if found is None or not _plausible(found):
            return None
        end = next(islice(_LETTER.finditer(text, start), found.end() - 1, None)).end()
        return end, replace(self._dateline(close, found, 0)[1], printed=text[start:end])

    def _dateline(self, head: str, found: re.Match[str], start: int) -> tuple[int, Dateline]:
        """What was matched, as a dateline, and where it ends."""
        printed = head[: found.end()]
        dateline = Dateline(
            printed=printed,
            source=unspaced(head[slice(*found.span("source"))]),
            place=unspaced(head[slice(*found.span("place"))]) if found.group("place") else "",
            date=unspaced(head[slice(*found.span("date"))]) if found.group("date") else "",
            kind=unspaced(found.group("kind")),
            via=bool(found.group("via")),
        )
        return start + found.end(), dateline


_APART = regex(
    rf"[{HAN}](?:\s(?:[{HAN}]|\d{{1,4}})){{2,24}}(?:\d{{1,2}}月\d{{1,2}}日(?:专?电|讯))?(?=[\s（(【\[\]】]|$)"
)
"""Single letters and numbers with blanks between them, and a date that may be printed without any."""
_LETTER = regex(r"\S")
_NO_SOURCE = frozenset("通电资喜短快简音腾问闻审警汛")
_WRITER_FOLLOWS = regex(r"\s?[(【]\s?(?:[\u4e00-\u9fff]{0,6}记\s?者|通讯员)")
_PROSE = regex("[从在的了和与及将被把对向获说称表示]")


def _plausible(found: re.Match[str]) -> bool:
    """Whether the match is a dateline and not the beginning of a sentence that happens to have 电 in it."""
    place = found.group("place") or ""
    if "记者" in place or "特派员" in place:
        return False  # 本报记者李江天津专电
    if found.group("date"):
        return True  # 的黎波里 has a word of prose in it
    if _PROSE.search(place) or ("《" in found.group("source") and found.group("via") and "综" in found.group("via")):
        return False
    if found.group("kind") == "快讯":
        return not place and not found.group("source").endswith("新闻")
    if found.group("kind") in ("电", "消息") and place:
        # 新华社北京电 is printed, 日报社发电 is prose: without a date the place must be short
        wired = found.group("source") in AGENCIES and found.string[found.end() : found.end() + 1].isspace()
        return len(place) <= 3 or (
            len(place) <= 8 and (wired or _WRITER_FOLLOWS.match(found.string, found.end()) is not None)
        )
    return True


def _spaced(name: str) -> str:
    return r"\s?".join(map(re.escape, name))


@lru_cache(maxsize=8)
def _reader(own_names: tuple[str, ...]) -> DatelineReader:
    return DatelineReader(own_names)


def dateline_reader(newspaper: Newspaper) -> DatelineReader:
    """The reader for a newspaper, made once."""
    return _reader(newspaper.own_names)

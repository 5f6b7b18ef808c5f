"""Notices and advertisements among the pieces of a page: what belongs to them, and what is set aside with them."""

from __future__ import annotations

from itertools import takewhile

from wanbao.parse.row import Row
from wanbao.parse.sight import OPENED, Sight
from wanbao.patterns import HAN, regex
from wanbao.text import fold, unspaced

_NOTICE_ALONE = regex("公告|通告|启事|声明")
CLASSIFIED = regex(
    "(?:分类|便民|供求|生活)?(?:信息|广告)|分类(?:信息|广告)(?:专栏|版)?|(?:招聘|租售|招租|转让|求购|家政)(?:[·•](?:招聘|租售|招租|转让|求购|家政))?"
)
"""The heading of classified advertisements."""


_TOLD = frozenset(("dateline", "dateline_by", "byline_opens", "byline"))
_LEAST_TITLE = 7


def news_under(heading: Sight, text: Sight) -> None:
    """A heading right above the dateline or the by-line of a story is its headline, even in words with which a paper
    calls: `码上报名 社区夜校一座难求`. One short name of a box is rather a box of which the page lost the rest."""
    if heading.size >= _LEAST_TITLE and not _TOLD.isdisjoint(text.evidence) and not text.furniture:
        heading.furniture = ""
        heading.withdraw("furniture")
        heading.withdraw("furniture_heading")


def table_under(above: Sight, table: Sight) -> None:
    """A table right below the name of a box is the box: the weather's is an article as that of prices is, another one
    is set aside with its name, and so is one below a forecast in words. Below a call to scan stands the story's own."""
    if above.furniture != "weather" or (not above.is_heading and above.size > _LONGEST_BOX):
        if above.is_heading or above.furniture == "weather":
            table.furniture = above.furniture
            table.evidence.append("furniture")
        return
    above.furniture = ""
    above.withdraw("furniture", "furniture_heading")
    above.evidence += ["titled_table", *(() if above.is_heading else ("short_line",))]


_LONGEST_BOX = 12
"""`今日天气预报`: the name of a box on a line of its own."""


def above_signature(row: Row) -> None:
    """Where to write or call, between the text of a notice and who issues it: a part of the notice."""
    sights = row.sights
    for before, sight, after in zip(sights, sights[1:], sights[2:], strict=False):
        if not sight.furniture:
            continue
        if (
            sight.furniture in ("hotline", "address", "other")
            and before.shape == "text"
            and not before.furniture
            and not _ISSUES.isdisjoint(after.evidence)
            and _CONTACT.match(sight.text)
        ) or _of_weather_story(before, sight, after):
            sight.furniture = ""
            sight.withdraw("furniture")


def _of_weather_story(before: Sight, sight: Sight, after: Sight) -> bool:
    """Whether a forecast in whole sentences goes on with a text that speaks of the weather: a part of it, be it the
    last before a heading or followed by another such text."""
    if sight.furniture != "weather" or sight.shape != "text" or sight.text[-1] != "。" or not _tells_weather(before):
        return False
    return after.is_heading or (OPENED.isdisjoint(after.evidence) and _tells_weather(after))


def _tells_weather(sight: Sight) -> bool:
    """Whether a piece is a text of whole sentences about the weather."""
    told = sight.shape == "text" and not sight.furniture and sight.text[-1] in "。！？”"
    return told and _WEATHER.search(sight.text) is not None


_WEATHER = regex("气象|天气|气温|寒潮|冷空气|降温|高温|[大暴]雨|[大暴]雪|台风|大雾|寒流")
_ISSUES = frozenset(("last_office", "byline_names", "citizen"))
_CONTACT = regex("(?:联系|咨询|报名|监督|举报)(?:电话|方式|人)|(?:来信|来稿|稿件)请")


def notice_at_foot(row: Row) -> None:
    """公告 alone above the last text of the page: a notice that is set aside with the advertisements."""
    index = len(row.solid) - 2
    if index < 1:
        return
    heading, below = row.solid[index], row.solid[index + 1]
    if (
        (heading.is_heading or "short_line" in heading.evidence)
        and _NOTICE_ALONE.fullmatch(unspaced(heading.text))
        and below.shape == "text"
        and below.size <= 240
        and not below.opening
    ):
        for sight in (heading, below):
            sight.furniture = "notice"
            sight.evidence.append("notice_at_foot")


def calls_for_works(row: Row) -> None:
    """`…比赛启事` above texts that ask for works and say where to send them: the paper calls upon its readers."""
    for index in row.heads:
        heading = row.solid[index]
        if heading.size > _LONGEST_CALL or not heading.text.strip().endswith(_CALLS):
            continue
        texts = list(takewhile(_is_of_call, row.solid[index + 1 : index + 1 + _MOST_OF_CALL]))
        told = "\n".join(sight.text for sight in texts)
        if _PAPER.search(told) and _WORKS.search(told) and _WHERE_TO.search(told):
            for sight in (heading, *texts):
                sight.furniture = "notice"
                sight.evidence.append("call_for_works")


_CALLS = ("启事", "征稿")
_LONGEST_CALL, _MOST_OF_CALL = 22, 12
_PAPER = regex("本[报版刊]|编辑部|报社|[日晚晨]报")
_WORKS = regex("来稿|稿件|投稿|应征|征集|参赛|参评")
_WHERE_TO = regex("邮编|传真|邮箱|信箱|截[稿止]|请[^。，]{0,8}寄")


def _is_of_call(sight: Sight) -> bool:
    """Whether a piece is a text of the same notice."""
    return sight.shape == "text" and not sight.is_heading and not sight.opening and OPENED.isdisjoint(sight.evidence)


def box_titles(sights: list[Sight]) -> None:
    """`今日电视` above lines of hours or numbers set aside, with a heading or nothing behind them: the box's title."""
    title: Sight | None = None
    for place, sight in enumerate(sights, 1):
        if sight.is_heading or title is None:
            title = sight if _may_title_box(sight) else None
        elif not _is_in_box(sight):
            title = None
        elif place == len(sights) or sights[place].is_heading:
            title.furniture = sight.furniture
            title.evidence += ["furniture", "box_title"]
            title = None


def _may_title_box(sight: Sight) -> bool:
    """Whether a piece is a short heading that says nothing and is not set aside itself."""
    short = sight.is_heading and sight.size <= _LONGEST_BOX_TITLE
    return short and not sight.furniture and not sight.text.endswith(_SAYS)


_LONGEST_BOX_TITLE = 8
_SAYS = ("！", "？", "!", "?", "”")
_LEAST_DIGITS = 4


def _is_in_box(sight: Sight) -> bool:
    """Whether a line is set aside as one of degrees, prices or hours."""
    if sight.is_heading or sight.furniture not in ("weather", "price", "other"):
        return False
    return sight.furniture != "other" or sum(map(str.isdigit, sight.text)) >= _LEAST_DIGITS


def weather_outlook(row: Row) -> None:
    """`未来一周天气趋势` above what the weather service says and nobody else tells: a box, have it a dateline."""
    for index in row.heads:
        if "天" not in row.solid[index].text or not _OUTLOOK.fullmatch(unspaced(row.solid[index].text)):
            continue
        texts = list(takewhile(_is_plain_text, row.solid[index + 1 : index + 1 + _MOST_OF_CALL]))
        if not texts or not _SERVICE.search(texts[0].text, 0, _NEAR) or (texts[0].opening and texts[0].opening.credits):
            continue
        if all(map(_is_of_outlook, texts[1:])):
            for sight in (row.solid[index], *texts):
                sight.furniture = "weather"
                sight.evidence.append("weather_outlook")


_OUTLOOK = regex("(?:未来|下|本|今后)(?:[一两二三四五六七几]?[周天日]|旬|月)天气(?:趋势|形势|展望)(?:分析)?")
_SERVICE = regex("据[^。，：:]{0,12}气象[台局站]")
_NEAR = 40
_OF_WEATHER = regex("气温|降水|[雨雪云晴]|[东南西北]风|风力|冷空气|气流|天气|[℃度]")


def _is_plain_text(sight: Sight) -> bool:
    """Whether a piece is a text."""
    return sight.shape == "text" and not sight.is_heading


def _is_of_outlook(sight: Sight) -> bool:
    """Whether a text goes on with what the weather service says: it opens nothing and speaks of the weather."""
    return _is_of_call(sight) and _OF_WEATHER.search(sight.text) is not None


def forecast_below(row: Row) -> None:
    """The name of a weather box above a forecast in whole sentences: what only looks ahead belongs to the box, be it
    worded as in the news."""
    for index, name in enumerate(row.sights[:-1]):
        if name.furniture != "weather" or name.size > _LONGEST_NAME or name.text[-1] in "。，":
            continue
        analysis = _ANALYSIS.search(name.text) is not None
        for sight in takewhile(_is_of_outlook if analysis else _is_forecast, row.sights[index + 1 :]):
            sight.furniture = "weather"
            sight.evidence.append("forecast_below")


_ANALYSIS = regex("天气(?:趋势|形势)分析")
"""Below this name stands nothing but what the weather service says, also of days gone by and over several columns."""
_LONGEST_NAME = 48
"""`明天气象预报（1998年1月3日20时—1998年1月4日20时）`: no name of a box is longer."""


def _is_forecast(sight: Sight) -> bool:
    """Whether a text tells the weather to come, and nobody who met with it."""
    if sight.shape != "text" or sight.is_heading or sight.furniture or sight.opening or sight.byline:
        return False
    if sight.size > _LONGEST_FORECAST or not OPENED.isdisjoint(sight.evidence):
        return False
    if _SKY_AND_WIND.search(sight.text) is None:
        return False
    if _BY_OFFICE.match(sight.text):
        return True
    return _AHEAD.search(sight.text) is not None and _LIVED.search(sight.text) is None


_LONGEST_FORECAST = 400
_AHEAD = regex("预计|今天(?:晚上|夜间|白天)|今[晚夜]|明天|明日|后天|未来|夜间|日(?:晚上|白天)?[到至]")
_SKY_AND_WIND = regex("(?:[雨雪雾风晴阴云]|降温|气温).{0,120}(?:[雨雪雾风晴阴云]|降温|气温|℃)")
_BY_OFFICE = regex(rf"据(?:中央|[{HAN}]{{1,4}})气象[台局](?:提供的信息|预报|消息)[：:，,]")
"""`据中央气象台提供的信息：昨天，…`: it may look back, or at a feast."""
_LIVED = regex("记者|市民|读者|本报|居民|农民|通讯员|旅客|乘客|昨[天日]")


def classified(row: Row) -> None:
    """分类信息 above marked lines: all of them are advertisements."""
    for index, heading in enumerate(row.solid[:-1]):
        if heading.size > 10 or not CLASSIFIED.fullmatch(unspaced(heading.text)):
            continue
        items = list(takewhile(_is_marked_item, row.solid[index + 1 :]))
        for sight in [heading, *items] if len(items) > 1 else ():
            sight.furniture = "ad"
            sight.evidence.append("notice_at_foot")


def stray_parts(row: Row) -> None:
    """A line without a stop that is set in three parts, alone between a story's end and the next heading: furniture
    that neither a pattern nor the table of words knows."""
    solid = row.solid
    for index, sight in enumerate(solid):
        if (
            not (_LEAST_STRAY <= sight.size <= _MOST_STRAY)
            or sight.shape != "text"
            or not _PLAIN.issuperset(sight.evidence)
        ):
            continue
        before = solid[index - 1] if index else None
        after = solid[index + 1] if index + 1 < len(solid) else None
        if before is not None and (before.is_heading or (before.text[-1] not in _ENDED and not before.furniture)):
            continue
        if after is not None and not after.is_heading and not after.furniture:
            continue
        line = fold(sight.text)
        if _in_parts(line) and (before is None or not _same_end(fold(before.text), line)):
            sight.furniture = "other"
            sight.evidence.append("stray_parts")


_LEAST_STRAY, _MOST_STRAY = 8, 60
_PLAIN = frozenset(
    ("text", "sentence", "short_line", "too_short", "long_line", "last_line", "kicker_line", "label_line", "in_block")
)
"""What a line may show beside and still be nothing in particular."""
_ENDED = frozenset("。！？”’）)…0123456789")


def _in_parts(line: str) -> bool:
    """Whether a folded line is in three parts with a figure, and neither a sentence nor results."""
    return (
        len(line.split()) >= _LEAST_PARTS
        and _DIGIT.search(line) is not None
        and line[-1] not in _SPOKEN_END
        and _STOPS.isdisjoint(line)
        and not _RESULT.search(line)
        and not _OF_STORY.match(line)
    )


def _same_end(above: str, line: str) -> bool:
    """Whether two lines end alike but for the number: `西城区…电话2900124`, the items of a list."""
    one, two = above.rstrip("0123456789"), line.rstrip("0123456789")
    return len(two) < len(line) and one[-2:] == two[-2:]


_LEAST_PARTS = 3
_DIGIT = regex(r"\d")
"""`换思路 找出路 迈大步` is rather a kicker that lost its mark."""
_RESULT = regex(r"\d\s?[:比]\s?\d|[、,]|\d分\d+秒|\d岁|\d\)?班|第[一二三四五六\d]+名")
"""`甲队3:1乙队 丙队0:0丁队`, or a list: what a story may end with; `第二中学 初一4班 陈大山 13岁` signs."""
_STOPS = frozenset("。;")
_SPOKEN_END = frozenset("!?”’…")
"""`“本报读者再少，我也要送！”`: the last words of a story rather than a call."""
_OF_STORY = regex(
    r"[^:\s]{0,6}(?:报名|咨询|联系|预约|地址|网址|地点|时间|票价|举报|监督|捐款|账号|户名)"
    r"(?:[^:]{0,8}:|\S{0,4}\s?(?=[A-Za-z\d]))|\("
)
"""`报名电话：…`, `预约网址 www.…`: a part of the notice or the story above."""


def _is_marked_item(sight: Sight) -> bool:
    """Whether a short text begins with a mark, or is set aside anyway."""
    return sight.shape == "text" and sight.size <= 120 and (sight.text[0] in "◆●■▲★◇○□" or bool(sight.furniture))

"""What two pieces show that stand side by side: a text after a picture, a deck under a heading, a box and its name."""

from __future__ import annotations

from wanbao.credited import Byline
from wanbao.parse.image_marks import is_placeholder
from wanbao.parse.notices import CLASSIFIED, news_under, table_under
from wanbao.parse.pictures import credit_below, credits_above, no_name
from wanbao.parse.sight import Sight
from wanbao.parse.single_lines import issued_by
from wanbao.parse.surroundings import NO_DECK
from wanbao.patterns import HAN, regex
from wanbao.text import fold, is_han


def look_at_two(before: Sight, sight: Sight) -> None:
    """What two pieces show that stand side by side."""
    if before.furniture and before.is_heading:
        news_under(before, sight)
    if before.furniture and sight.shape in _TABLES:
        table_under(before, sight)
    if before.shape == "image":
        if sight.shape == "text" and not sight.opening:
            sight.evidence.append(_after_image(before, sight))
    elif before.is_heading:
        _below_heading(before, sight)
    else:
        _below_text(before, sight)
    if _may_be_authors_or_box(before, sight):
        for look in _AUTHORS_AND_BOXES:
            look(before, sight)


_TABLES = ("table", "html")


def _may_be_authors_or_box(before: Sight, sight: Sight) -> bool:
    """Whether one of two pieces names an author or is set aside, without which none of `_AUTHORS_AND_BOXES` holds."""
    if sight.byline or sight.furniture or before.furniture:
        return True
    return "bracketed_source" in sight.evidence or not _OF_HEADINGS.isdisjoint(before.evidence)


def _below_text(before: Sight, sight: Sight) -> None:
    """A line that says who took a picture, below the line of who wrote or below the picture's words."""
    if sight.byline and _WROTE_AND_TOOK.match(sight.text):
        return
    if "credit_line" in sight.evidence and "byline" in before.evidence and _WROTE.match(before.text):
        sight.byline = Byline(sight.size, sight.credit.credits, True) if sight.credit else None
        sight.credit = None
        sight.withdraw("credit_line")
        sight.evidence.append("byline")
    elif "credit_line" in sight.evidence and not sight.furniture and credits_above(before, sight):
        before.evidence += ["credit", "long_caption" if before.size >= 60 else "short_caption"]
    elif sight.byline and before.shape == "text" and "short_line" not in before.evidence:
        credit_below(before, sight)


def _title_above_author(before: Sight, sight: Sight) -> None:
    """`海城十月` right above its author's name is a title, and no pen name."""
    if "byline_pen" in before.evidence and "byline_names" in sight.evidence and before.size >= _LEAST_TITLE:
        before.byline = None
        before.withdraw("byline_pen")


def _sent_in(before: Sight, sight: Sight) -> None:
    """`（市妇联供稿）` right below a heading: who wrote the story, and not where the one above came from."""
    if before.is_heading and sight.text.endswith("供稿") and "bracketed_source" in sight.evidence:
        sight.byline = Byline(sight.size, (), True)
        sight.withdraw("bracketed_source")
        sight.evidence.append("byline")


def _item_of_list(before: Sight, sight: Sight) -> None:
    """`海角一中高三（2）班` below `…其中包括：` is an item, and signs nothing."""
    if sight.byline and not sight.byline.credits and before.text.rstrip()[-1:] in ("：", ":"):
        sight.byline = None
        sight.withdraw("byline")


def _heading_above_author(before: Sight, sight: Sight) -> None:
    """`秋分` above `■ 何静` is a heading, and no author's name."""
    if "heading_byline" in before.evidence and not sight.is_heading and _MARKED.match(sight.text) and sight.byline:
        before.byline = None
        before.withdraw("byline_names", "heading_byline")


def _below_word_for_ad(before: Sight, sight: Sight) -> None:
    """A short line below the mere word `广告` is what is advertised."""
    if before.furniture == "ad" and "short_line" in sight.evidence and _AD_ALONE.fullmatch(fold(before.text).strip()):
        sight.evidence.append("furniture")
        sight.furniture = "ad"


def _box_below_name(before: Sight, sight: Sight) -> None:
    """The heading of a forecast, a notice or advertisements is set aside with them."""
    if sight.furniture and _names_box(before, sight):
        before.evidence += ["furniture", "furniture_heading"]
        before.furniture = sight.furniture


_AUTHORS_AND_BOXES = (
    _title_above_author,
    _sent_in,
    _item_of_list,
    _heading_above_author,
    _below_word_for_ad,
    _box_below_name,
)
"""What is asked of any two pieces, in this order, as one may take away what the next looks for."""
_OF_HEADINGS = frozenset(("byline_pen", "heading_byline"))
"""Evidence of an author above another line that takes it for a title."""


_LEAST_TITLE = 4
"""Letters of a title right above the author's name, `海城十月`, that could be a pen name elsewhere."""


_MARKED = regex(rf"[■□●◆○◎]\s?[{HAN}]")
"""`■ 何静`: an author beyond doubt, so a heading above it is none."""
_WROTE_AND_TOOK = regex(rf"[□■●◆]\s?[{HAN}][{HAN}\s、]{{1,12}}\s?/?\s?(?:文\s?/?\s?[图摄]|图\s?/?\s?文)$")
"""`■何静文/图` below the words of a picture: whose story it is as well."""
_WROTE = regex(r"[□■]?\s?文\s?[/／:：]")
"""`文/海角晚报记者 何静`: who took the pictures stands on the next line."""


def _below_heading(heading: Sight, sight: Sight) -> None:
    """A deck that lost its mark, or that ends with ——; and the name above a picture that is rather a credit; a box word
    above the heading of what it announces."""
    if sight.is_heading and "note_word" in heading.evidence and _LINK.search(heading.text):
        heading.evidence.append("note_above")
    if heading.byline and sight.credit:
        no_name(heading, sight)
    if _may_be_deck(sight) and _leads_to(heading, sight):
        heading.evidence.append("says")
        sight.evidence.append("below_colon")
    elif _may_be_deck(sight):
        sight.evidence.append("office_below" if issued_by(sight) else "under_heading")
        if _SAID_BY.match(sight.text):
            sight.evidence.append("deck_words")
    elif (
        sight.shape == "text"
        and sight.size <= 120
        and sight.text.rstrip()[-1] in "—－―"
        and _LEADS_ON.search(sight.text)
    ):
        sight.evidence.append("leads_on")


def _is_one_line(text: str) -> bool:
    """Whether a line that is rather long for a deck has no stop inside, and no bracket at its ends."""
    return len(text) <= _LONGEST_DECK and is_han(text[-1]) and "。" not in text and text[0] not in "【[（("


_USUAL_DECK, _LONGEST_DECK = 26, 32
"""Letters of a deck that lost its mark."""


def _leads_to(heading: Sight, sight: Sight) -> bool:
    """Whether a marked heading ends with a colon and leads to the plain line below it, `# 对话老船长石满仓：`; a label
    of a word or two (`地址：`) does not."""
    if not heading.piece.level or not _SAYS.search(heading.text.strip()) or "note_word" in heading.evidence:
        return False
    return heading.size >= _LEAST_LEADING and sight.size >= _LEAST_LEADING


_LEAST_LEADING = 8
_SAYS = regex("^(?:对话|专访|访).*[：:]$|(?:说|表示|认为|指出|强调|呼吁|感叹|[载撰]文)[：:]$")
"""`对话老船长石满仓：`, `海角网载文：`; not `时间调整如下：` and `致家长的一封信：`."""


def _may_be_deck(sight: Sight) -> bool:
    """Whether a plain line under a heading may be a deck: short, no question, and no answer to where or when."""
    return (
        (sight.size <= _USUAL_DECK or _is_one_line(sight.text))
        and "short_line" in sight.evidence
        and not _LISTED.match(sight.text)
        and sight.text[-1] not in "？?"
        and NO_DECK.isdisjoint(sight.evidence)
    )


def _names_box(heading: Sight, sight: Sight) -> bool:
    """Whether a line is the heading of what is set aside below it: forecast, notice, advertisements."""
    if sight.furniture == "weather" and heading.is_heading and heading.size <= 6 and _FORECAST.match(heading.text):
        return True
    return "notice_heading" in heading.evidence or CLASSIFIED.fullmatch(heading.text) is not None


_LINK = regex("链接|阅读|新闻|背景|延伸|报道|回放|回顾")
"""What a box is called that tells another story; 记者手记 has sub-headlines of its own."""
_LEADS_ON = regex("(?:—|－|―){2,}\\s?$")
_LISTED = regex(
    r"(?:联系人?|咨询人?|报名|[^：:]{0,4}(?:地址|时间|地点|电话|邮箱|票价|热线))[：:]|[^：:]*[：:](?:$|\s?[\d０-９])"
)
"""A line that ends with a colon, gives a number after one, or says whom to ask and where, is no deck."""
_SAID_BY = regex(
    r"(?!联系|作者|电话|地址|时间|地点|主讲|主持|主办|嘉宾|票价|来源|记录|整理|文字|图片|报名|单位|编者"
    rf"|[{HAN}]{{0,4}}记者)[{HAN}]{{2,6}}[：:](?=[{HAN}“]{{3}})"
)
"""`掌门人：灶台在哪…`: who says what."""
_FORECAST = regex("[海江河天气潮空]|.{1,4}(?:气象|天气|海况|水情|预报|指数)$")
"""How the heading of a forecast is worded."""
_AD_ALONE = regex(r"[(【]?(?:公益)?广告[)】]?")


def _after_image(image: Sight, sight: Sight) -> str:
    if "picture_title" in sight.evidence:
        return "picture_after_image"
    if sight.size > 40 and not sight.credit and "。" in sight.text and is_han(sight.text[-1]):
        return "long_after_image"  # no caption of several sentences stops in the middle of one
    told_so = "picture_start" in sight.evidence or not is_placeholder(image.text)
    longest = 90 if told_so else 60  # below a mere word for a picture a story may begin
    told = sight.size > longest or (sight.size > 30 and _I.search(sight.text) is not None) or _SPOKEN.match(sight.text)
    return "after_image" if not told or sight.credit else "long_after_image"


_SPOKEN = regex("“[^”]{3,}[。！？]”(?=[^。！？“]{1,14}(?:说|道|喊|问|念|徒弟|告诉))")
"""`“一推二盖三点凉。”师傅说`: a whole sentence that somebody says opens a story, and no caption."""
_I = regex("(?:^|[，。,])我(?![国市省县区州军校院队])")
"""`我在候车亭等车`: somebody tells a story, no caption does."""

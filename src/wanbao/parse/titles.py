"""What a heading shows: the form of its words, its level, whether it is the name of a section or column."""

from __future__ import annotations

from itertools import pairwise

from wanbao.conventions import BRIEF_COLUMNS, EDITOR_NOTE_WORDS, PLACE_NAMES, SECTIONS
from wanbao.parse.sight import Rules, Sight
from wanbao.patterns import HAN, regex
from wanbao.text import fold, unspaced

_PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海"
    "|内蒙古|广西|西藏|宁夏|新疆|北京|天津|上海|重庆"
)
_PLACE_ALONE = regex(rf"(?:{_PROVINCES})(?:[省市]|自治区)?[{HAN}]{{2,12}}[市县区镇乡村州旗][：:]?")
_CITY_ALONE = regex(rf"(?:{_PROVINCES})(?:[省市]|自治区)?([{HAN}]{{2,3}})[：:]?")
_TIME_ALONE = regex(
    "(?:20\\d\\d年|[去今前]年|[一二三四五六七八九十〇零]{4}年)?(?:前?[一二三四五六七八九十\\d]{1,3}个?月|[上下]半年|前?[一二三四\\d]季度"
    "|[一二三四五六七八九十\\d]{1,3}月[一二三四五六七八九十\\d]{1,3}[日号]|[即今明昨][日天]|[下本][周月])[起内]?"
)
"""`去年前十一个月`, `2月10日起`: a time and nothing else."""
_GENRE = (
    "水彩画?|速写|中国画|国画|油画|版画|木刻|书法|篆刻|摄影|剪纸|漫画|素描|水墨画?|彩墨画|"
    "手指画|指画|粉画|粉笔画|铜版画|蜡染|刺绣|烙画|贺卡|宣传画|年画|插图|雕塑|工笔画?|连环画|资料图片?|资料照片?|图"
    "|(?:套色|黑白)木刻|石膏|[石木根铜]雕|[泥陶]塑|陶[艺瓷]|丙烯画?|[重岩]彩画?|壁画|漆画|丝网画?"
)
_PICTURE_NAME = r"^(?:[\d一二三四五]{1,2}[、.．])?[^。！？，,]{1,16}\s?"
"""`2、夏日荷塘`: what the picture is called."""
_NAMED_ARTIST = rf"(?:[{HAN}]\s[{HAN}]|[{HAN}·]{{2,6}})(?:[\s、][{HAN}]{{2,3}}){{0,2}}(?:\s?(?:绘|作|画|剪|书|刻|摄))?"
"""`何 静`, `何小满作`, `何静 周晓明`"""
_TAUGHT_ARTIST = rf"[（(](?:[{HAN}\d]{{2,8}}[·•])?[{HAN}·]{{2,8}}[：:]\s?[{HAN}·]{{2,8}}(?=[）)])"
"""`（海角小学·指导老师：何静`"""
_GENRE_IN_BRACKETS = (
    rf"[（(](?P<genre>{_GENRE})[^（）()]{{0,6}}[）)]\s?(?:[（(]?(?P<who>{_NAMED_ARTIST}|{_TAUGHT_ARTIST})[）)]?)?"
)
"""`（水彩画）`, `（国画） 何静`, `（剪纸）（何小满）`"""
_NO_ARTIST = (
    "新华社|中新社|本报|人民视觉|视觉|组诗|组章|散文|小说|小小说|随笔|节选|连载|外[一二三四]|[一二三四五六七八九十两]首"
)
"""Agencies, and kinds of literature: `（外二首）`."""
_ARTIST_IN_BRACKETS = rf"[（(](?!{_NO_ARTIST})(?P<artist>[{HAN}·]{{2,6}}(?:绘|作|画|剪|书|刻|摄)?)[）)]"
"""`（何小满绘）`"""
PICTURE_TITLE = regex(rf"{_PICTURE_NAME}(?:{_GENRE_IN_BRACKETS}|{_ARTIST_IN_BRACKETS})$")
"""`夏日荷塘（国画） 何静`, `夏日荷塘（何小满绘）`: the title of a picture."""
SECTION_NAMES = frozenset(SECTIONS)
_BRIEF_COLUMNS = frozenset(BRIEF_COLUMNS)
_NOTE_WORDS = frozenset(EDITOR_NOTE_WORDS)
_SAID = (
    "提出|要求|强调|重申|指出|确认|认定|表明|表示|认为|透露|宣布|呼吁|决定|建议|发出|报告|显示|披露|证实|明确|获悉|部署|(?<=[民主者友])反映"
    "|(?<![明今昨后][日天晚晨])(?<!将)(?:发布|公布)|通报|推出|形成共识|(?<!小)说|称"
)
_SAYS = regex(rf"(?:{_SAID})[——:：]{{0,2}}$")
_SAYS_LAST = frozenset("—:：").union(word.rstrip(")")[-1] for word in _SAID.split("|"))
"""With what the end of such a heading ends."""
_OFFICES = "部门|消协|消保委|科协|文联|妇联|残联|工会|协会|联合会|委员会"
_BIDDINGS = ("提醒", "倡议", "呼吁", "提示", "回应", "建议")
_BIDS = regex(rf"[{HAN}]{{1,8}}(?:{_OFFICES})(?:{'|'.join(_BIDDINGS)})")
"""`海角消协倡议`: an office bids or reminds, and the heading below tells to do what."""
_BRIEF_END = regex(
    "(?:简讯|短讯|快讯|快报|资讯|动态|简报|短波|速递|速览|速读|集纳|集锦|荟萃|拾零|快读|联播|时讯|快车|拼盘|短新闻)$"
)
_DECK_WORDS = regex(
    "昨|今[晨晚日天起年]|明[日天起年]|目前|预计|计划|年内|首[批日期]|共有?|累计|最高|平均|涉及|已有?|拟|将于?"
)
_SPEAKER = regex(r"[^：:，,。]{2,8}(?:提醒|提示|建议|回应|表示|称|说)?[：:](?=\S{4})")
"""`专家提醒：出门少带现金`"""
_DASH = regex("——|--|—|－－|──")
_NUMBERED = regex(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．是]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]{1,2}[章节])"
)
CHAPTER = regex("第[一二三四五六七八九十百\\d]{1,4}[章节回集][\\s\u3000]")
"""`第七章 水磨`"""
NOTICES = frozenset(
    (
        *("讣告", "讣闻", "公告", "通告", "启事", "声明", "更正", "致歉", "招聘启事"),
        *("征稿启事", "寻人启事", "招领启事", "失物招领", "拍卖公告", "招标公告", "中标公告", "遗失声明", "道歉声明"),
        *("致歉信", "道歉信", "感谢信", "公开信", "倡议书", "通报", "通知", "鸣谢", "征集启事"),
        *("致读者", "告读者", "寻找目击者", "寻目击者", "寻找见证人", "寻找失主", "寻找家属", "寻找知情人"),
        *("寻亲启事", "认尸启事", "协查通报", "悬赏通告", "寻物启事", "寻犬启事", "招租启事", "转让启事"),
        *("更正启事", "更正声明", "重要通知", "重要启事", "迁坟公告", "注销公告", "减资公告", "清算公告"),
    )
)
"""Whole headings of notices."""
_NOTICE_END = (
    *("公告", "通告", "启事", "声明", "通知", "通报", "预告", "公示", "讣告", "倡议书", "公报", "名单", "名录"),
    *("须知", "一览表", "时刻表"),
)
_ASKED = regex(rf"(?:问|答|[QA]\d{{0,2}}|[{HAN}]{{1,4}}(?:报|网|刊)|记者|主持人|提问|读者|网友|市民)\s?[：:]")
"""A speaker before a question: `问：一定要做手术吗？`"""


def names_place(text: str, told: str = "") -> bool:
    """Whether a line is but a place in its province: `浙江海角县`, and `浙江海角` if the text names it again."""
    if _PLACE_ALONE.fullmatch(text.strip()):
        return True
    city = _CITY_ALONE.fullmatch(text.strip())
    return city is not None and city.group(1) in told


def names_time(text: str) -> bool:
    """Whether a line is nothing but a time."""
    return _TIME_ALONE.fullmatch(text.strip()) is not None


_ISSUED = regex(
    "(?:发|发布|发出|发表|贴出|作出|收到|接到|签署|公布)[^，。]{0,4}(?:公告|通告|启事|声明|通知|通报|公报|名单)$"
)
"""`就转卖茶叶一事发声明`: news of a notice."""


def is_notice(heading: str) -> bool:
    """Whether a heading is that of a notice: `讣 告`, `停水通知`, `招标公告`."""
    bare = unspaced(heading)
    return bare in NOTICES or (len(bare) <= 24 and bare.endswith(_NOTICE_END))


_SHORT = 10
"""A headline that is no longer may have a comma: 除夕，他们在岗位上."""
_STOPS_INSIDE = regex(r"[，,。；;](?=.)")
SPACES = regex(r"[\s\u3000]+")


def look_at_heading(sight: Sight, rules: Rules, near_top: bool) -> None:
    """What a heading shows."""
    text, evidence = sight.text.strip(), sight.evidence
    bare = unspaced(text)
    if len(bare) <= 3:
        evidence.append("tiny")
    if bare in PLACE_NAMES:
        evidence.append("place_name")
    if len(bare) <= 8:
        look_at_label(sight, rules, bare, near_top)
    look_at_form(sight, text)
    if sight.furniture:
        evidence.append("furniture_heading")
    if "（" in text and (found := PICTURE_TITLE.match(fold(text))) and found.group("genre"):
        evidence += ["picture_title", "art_heading"]


_OF_TWO = regex("[·&]")
"""`健康&教育`: a section of two fields."""


_PART_IN_BRACKETS = regex(
    r"[【\[（(](?:记者|部门|市民|读者|专家|律师|现场)(?:调查|帮办|连线|核实|反映|回应|答复|追踪|走访|说法)[】\]）)]"
)
"""`[记者调查]`: a part of a complaint and what came of it."""


def look_at_label(sight: Sight, rules: Rules, bare: str, near_top: bool) -> None:
    """Whether a short heading is the name of a section or column."""
    evidence = sight.evidence
    if bare in rules.columns:
        evidence.append("column_name")
    elif bare.strip("【】[]") in _BRIEF_COLUMNS:
        evidence.append("brief_column")
    elif bare in SECTION_NAMES or (_OF_TWO.search(bare) and not SECTION_NAMES.isdisjoint(_OF_TWO.split(bare))):
        evidence.append("section_word")
        if near_top:
            evidence.append("at_top")
    elif bare.strip(":：【】[]■□◆◇●★☆▲▶►▼◎※") in _NOTE_WORDS or _PART_IN_BRACKETS.fullmatch(bare):
        evidence.append("note_word")
    elif _BRIEF_END.search(bare):
        evidence.append("brief_ending")
    elif len(bare) <= 6:
        evidence.append("label_size")


_SERIES_KICKER = regex(
    r"^(?:聚焦|关注|直击|走进|走基层|学习贯彻|喜迎|迎接|庆祝|纪念|献礼|回眸)|系列(?:报道|评论|谈)|之[一二三四五六七八九十\d]{1,5}$"
    r"|进行时$|行动派$|特别报道"
)
"""`聚焦…`, `走进…`, `…系列报道`, `…之三`, `…进行时`: what several stories have in common."""
_COLUMN_PREFIX = regex(
    rf"^[{HAN}]{{2,4}}(?:问答|热线|课堂|信箱|门诊|追问|荐书|提醒|手记|时评|连线|观察|论坛|调查)"
    r"[：:\s\u3000]\s?\S"
)
"""`健康问答：春天吃什么`, `记者观察 新桥通车之后`: the name of a column before its headline."""
COLUMN_NAME_BEHIND = regex(rf"(?<=.{{5}})[（(](?!外[一二三四]|[一二三四五六七八九十两]首)[{HAN}“”·、 \d]{{2,22}}[）)]$")
"""`六百年老街续新篇（走进古城）`: the name of its column behind a headline."""
_DECK_END = (
    *("的故事", "见闻", "纪事", "纪实", "侧记", "侧影", "小记", "掠影", "综述", "述评", "回访"),
    *("走访", "观后", "读后", "启示", "启示录", "调查", "印象", "素描", "剪影", "扫描", "透视"),
    *("透析", "回顾", "追记", "札记", "采访记", "观察", "思考", "实践", "做法"),
)
_DECK_START = regex(
    r"^(?:记[^者录忆住]|访|对话|读《|评《|观《|写在|走进|来自|"
    r"一[位名个座所家条]|我市?省?|关于|从.{2,12}(?:看|说起|谈起))"
)
"""`记海州码头的老船长`, `访何静`, `读《渡口》`, `一位老船长…`, `从渡口看海州`: how decks of features begin."""
_DECK_FIRST = frozenset("记访对读评观写走来一我关从")
"""With what that begins."""


def says(text: str) -> bool:
    """Whether a heading ends with somebody saying something: `市消协指出`, `邻国首相炳·素拉暖强调：`."""
    return text[-1] in _SAYS_LAST and _SAYS.search(text, max(0, len(text) - 6)) is not None


def bids(text: str) -> bool:
    """Whether a heading is an office that bids or reminds: of 税务部门提醒 no column is the name."""
    line = text.strip()
    return line.endswith(_BIDDINGS) and _BIDS.fullmatch(line) is not None


def look_at_unmarked(sight: Sight, text: str) -> None:
    """How the words of a line stand that may be a heading without its mark; two halves make it likelier."""
    look_at_form(sight, text)
    if "two_parts" in sight.evidence:
        sight.evidence.append("two_halves")


def look_at_form(sight: Sight, text: str) -> None:
    """How the words of a heading stand."""
    parts = text.split()
    evidence = sight.evidence
    _look_at_clause(evidence, text)
    _look_for_column(evidence, text, parts)
    _look_for_deck(evidence, text)
    _look_at_length(evidence, text)
    _look_for_entry(evidence, text, parts)
    _look_at_parts(evidence, parts)


def _look_at_clause(evidence: list[str], text: str) -> None:
    """Whether it announces what another says, and begins or ends as a deck does."""
    if says(text) or bids(text):
        evidence.append("says")
    if _DECK_WORDS.match(text) or (("：" in text or ":" in text) and _SPEAKER.match(text)):
        evidence.append("deck_words")
    if begins_with_dash(text):
        evidence.append("dash")
    elif text.endswith(("——", "——－", "--")):
        evidence.append("stops_inside")


def begins_with_dash(text: str) -> bool:
    """Whether a line begins with a dash, as decks do."""
    return text[0] in "—-－─" and _DASH.match(text) is not None


def _look_for_column(evidence: list[str], text: str, parts: list[str]) -> None:
    """Whether it names its column or its series."""
    if (len(parts) > 1 or "：" in text or ":" in text) and _COLUMN_PREFIX.match(text):
        evidence.append("column_prefix")
    if text[-1] in "）)" and COLUMN_NAME_BEHIND.search(text):
        evidence.append("column_behind")
    if _SERIES_KICKER.search(text):
        evidence.append("series_kicker")


def _look_for_deck(evidence: list[str], text: str) -> None:
    """Whether it says of what kind a story is, as a deck does."""
    if text.endswith(_DECK_END) or (text[:2] == "写在" and text.endswith(("之际", "前夕", "时", "之后"))):
        evidence.append("deck_kind")
    elif text[0] in _DECK_FIRST and _DECK_START.match(text):
        evidence.append("deck_start")


def _look_at_length(evidence: list[str], text: str) -> None:
    """Whether it is long, and stops as a text does."""
    if len(text) > 28:
        evidence.append("long")
    if len(text) > _SHORT and _STOPS_INSIDE.search(text):
        evidence.append("stops_inside")
    if text[-1:] in "。；":
        evidence.append("ends_like_text")
        if len(text) > 40:
            evidence.append("whole_sentence")


def _look_for_entry(evidence: list[str], text: str, parts: list[str]) -> None:
    """Whether it is one of several: a numbered one, a question, a notice."""
    if (text[0] in "一二三四五六七八九十第（(" or text[0].isdecimal()) and _NUMBERED.match(text):
        evidence.append("numbered")
    if text[-1:] in "？?。" and _ASKED.match(text):
        evidence.append("asked")
    if "".join(parts) in NOTICES:
        evidence.append("notice_heading")
    elif text.endswith(_NOTICE_END) and not _ISSUED.search(text):
        evidence.append("notice_end")


def _look_at_parts(evidence: list[str], parts: list[str]) -> None:
    """Whether it is two clauses, or several words that stand apart."""
    if len(parts) == 2 and 4 <= len(parts[0]) <= 13 and 4 <= len(parts[1]) <= 13:
        evidence.append("two_parts")
    if len(parts) >= 3 and max(map(len, parts)) <= _LONGEST_GROUP:
        evidence.append("groups")


_LONGEST_GROUP = 16
"""Letters: three groups above one line or two are a kicker in 45 of 47 pairs, however long they are."""
_MARKS_ALL = 4
"""So many headings in bold and none with # are the only headings of a page, and not parts of its stories alone."""


def compare_levels(sights: list[Sight]) -> None:
    """What headings show beside each other."""
    headings = [s for s in sights if s.is_heading and not s.furniture and not is_label(s)]
    levels = [s.piece.level for s in headings if s.piece.level]
    minor = [s for s in headings if not s.piece.level]
    if not levels and len(minor) >= _MARKS_ALL:
        for sight in minor:
            sight.withdraw("bold")
            sight.evidence.append("heading")
    if len(levels) >= 2:
        for sight in minor:
            sight.evidence.append("bold_minor")
        if len(minor) >= 2:
            for sight in headings:
                if sight.piece.level:
                    sight.evidence.append("bold_elsewhere")
    if len(set(levels)) > 1:
        top = min(levels)
        for sight in headings:
            if sight.piece.level:
                sight.evidence.append("deeper" if sight.piece.level > top else "shallow")


def refute_sections(sights: list[Sight]) -> None:
    """A page has one section: below a running head that names it, a heading in the name of a column of letters
    above a text of its own is a headline, `# 读者来信` on a page `A02 综合`. Above news it is the name of a column;
    so are other names."""
    section = ""
    for sight, below in pairwise(sights):
        if sight.head is not None:
            section = section or sight.head.section
        bare = unspaced(sight.text)
        if not section or not sight.is_heading or "section_word" not in sight.evidence or bare in section:
            continue
        told = bare.endswith(_TITLE_LETTERS) and _NO_LETTER.isdisjoint(below.evidence)
        told = told or "announces" in below.evidence  # 编辑同志：
        if below.shape == "text" and told and section not in bare:
            sight.withdraw("section_word", "at_top")
            sight.evidence.append("label_size")


_TITLE_LETTERS = ("来信", "来函", "来稿", "信箱", "心声", "回音")
"""How columns of letters are named; one letter may have no other headline."""
_NO_LETTER = frozenset(("dateline", "dateline_by", "short_line", "bullet_lead", "bold_lead", "furniture", "head"))
"""What shows that below the name of a column stand news, headlines without marks or short pieces."""


def is_label(sight: Sight) -> bool:
    """Whether a heading is no headline: the name of a section or column, a running head."""
    return not _LABELS.isdisjoint(sight.evidence)


_LABELS = frozenset(("section_word", "brief_column", "column_name", "head"))

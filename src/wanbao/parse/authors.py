"""What a single line may be beside a paragraph or heading: furniture, a running head, an author line, a jump."""

from __future__ import annotations

from wanbao.conventions import BRIEF_COLUMNS, COLUMN_ENDINGS, EDITOR_NOTE_WORDS
from wanbao.heads import read_head
from wanbao.nameforms import looks_like_name
from wanbao.parse.credits import credit
from wanbao.parse.cuts import FILED_AT, jump, without_brackets
from wanbao.parse.sight import Rules, Sight
from wanbao.parse.signers import unannounced
from wanbao.parse.titles import PLACE_NAMES, SECTION_NAMES
from wanbao.patterns import HAN, regex
from wanbao.text import fold

_TAUGHT = rf"(?:\s?\(?指导(?:老师|教师)\s?:?\s?[{HAN}\s]{{2,8}}\)?)?"
"""`指导老师：柯春燕` behind a pupil."""
_LETTER_FROM = regex(
    rf"(?:读者|市民|网友|居民|群众)\s?[{HAN}·]{{2,4}}\s?(?:(?:来信|来电|来稿|投诉|反映)\s?[—:：-]{{0,4}}|[—:：-]{{1,4}})$"
    rf"|(?:来电读者|来信人|投诉人|记录整理|采访整理|记录|整理|撰稿|口述者?|讲述者?|讲述人|撰文|执笔|采访|主持人?|嘉宾|作者|文字|图片|翻译|编译|漫画|供稿|采写"
    rf"|受访(?:专家|嘉宾|者|人|医生|对象)|解答(?:专家|人)?|指导(?:老师|教师)|辅导(?:老师|教师))"
    rf"\s?[:：/]\s?[{HAN}A-Za-z0-9·\s、，,:（）()]{{2,50}}$"
    rf"|(?:指导|辅导)(?:老师|教师)\s?[{HAN}\s]{{2,6}}$"
    rf"|[{HAN}0-9()]{{2,16}}[班级系]\s[{HAN}·\s]{{2,5}}(?:\s?\([{HAN}]{{2,6}}\).{{0,8}})?{_TAUGHT}$"
    rf"|小记者\s[{HAN}·]{{2,4}}\s[{HAN}0-9()]{{2,16}}[班级]{_TAUGHT}$"
)
_ROLE_ALONE = regex(
    rf"[□■]?\s?(?:本报|本刊|新华社|[{HAN}]{{2,6}}报)\s?(?:特约|首席)?(?:评论员|编辑部|记者|观察员|社论)$"
)
_OFFICES = "局|委|院|公司|中心|政府|处|所|编辑部|学校|集团|办公室|办|社|银行|馆|站|组|队|会|小学|中学|大学"
_DAY = (
    r"(?:(?:\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月"
    r"(?:\s?[\d一二三四五六七八九十]{1,3}\s?日)?|\d{1,2}月\d{1,2}日)"
)
_LAST_LINE = regex(
    rf"(?:[{HAN}()]{{2,24}}(?:{_OFFICES})(?:\s+[{HAN}()]{{2,20}}(?:{_OFFICES})){{0,2}}(?:提供|供稿|发布)?(?:\s*{_DAY})?|{_DAY})(?:\s*[{HAN}]{{2,6}}:\s?\S.{{0,24}})?"
    rf"|[{HAN}\d]{{2,16}}\s?(?:几[位名]|[一二两三四五六七八九十数\d]{{1,3}}[位名]|一群|部分|众)(?:村民|居民|业主|读者|家长|学生|职工|群众|市民|住户)"
)
"""`市供电局 2012年12月6日`, `江北区人民法院`, a date alone: who issues a notice, and when."""
_FROM_SOURCE = regex("(?:以上)?均?(?:据|摘自|摘编|选自|转自|原载|综合)")
_WHOLE_BRACKET = regex(r"[（(][^（）()]{1,60}[）)]$|[【\[][^【】\[\]]{2,60}[】\]]$")
_SOURCE_LINE = regex(
    r"来源\s?:\s?[^。,;:]{2,16}$|(?:据|综合)《[^《》]{2,16}》[^。]{0,10}$|(?:摘自|摘编自|选自|转自|原载)[^。！？]{0,24}《[^《》]{2,20}》[^。！？]{0,20}$"
)
"""`摘自1999年5月16日《金陵晚报》`"""
_PROVIDED = regex(
    rf"(?![^（）()]*[图照摄])[{HAN}]{{3,16}}(?:中心|局|所|站|处|委|部门|厅)提供|本报[{HAN}]{{0,8}}(?:通讯员|记者)"
)
"""`（省物资信息中心提供）`, `（本报驻各站通讯员）`: where a text comes from, nobody by name."""
_OFFICE_IN_BRACKET = regex(
    rf"[{HAN}]{{2,14}}(?:{_OFFICES}|部|科|协会|学会|支队|大队)(?:[、\s][{HAN}]{{2,14}}(?:{_OFFICES}|部|科))?"
)
"""`（党委宣传部）`: the office that sent the news."""
_DASHED = regex(rf"[—-]{{1,2}}\s?((?:[{HAN}]{{2,12}}\s)?[{HAN}]{{2,3}})$")
"""`——林向东`"""
_NAME_AND_SOURCE = regex(rf"([{HAN}·\s]{{2,12}})\(([^()]{{2,24}})\)")
_SOURCE_INSIDE = regex(r"据|摘自|摘编|选自|来源|整理|综合|供稿|转载|原载|编译|提供|特稿|专稿|^作者")
_DATE_ALONE = regex(r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s?星期[一二三四五六日天])?$")
_OF_MASTHEAD = regex(
    rf"[{HAN}]{{2,6}}(?:日报|晚报|早报|晨报|都市报|商报|时报|导报|周报|农村报|生活报|青年报)|[{HAN}](?:\s[{HAN}]){{1,5}}\s报"
    r"|[A-Z]?\d{1,2}|(?:总?第)\s?\d{2,6}\s?期"
)
_PAGE_NUMBER = regex(r"[-—－·•]{1,2}\s?\d{1,3}\s?[-—－·•]{1,2}")
_SECTION_AND_LATIN = regex(rf"[{HAN}·]{{2,6}}\s?[A-Z][A-Za-z&' ]{{2,24}}|[A-Z][A-Za-z&' ]{{2,24}}\s[{HAN}·]{{2,6}}")
"""`人物 RENWU`, `FOCUS 焦点`: a section's name with its pinyin or English."""
_FIGURES_FROM = regex("(?:数据|资料|图表)来源\\s?:")
"""Where the figures of a table or chart come from: nobody who wrote the article."""
_MARKED_NAME = regex(rf"[■□▲△●○◎◆◇★☆※N]\s?[{HAN}]")


def look_at_line(sight: Sight, rules: Rules, near_top: bool) -> None:
    """What a short line may be beside a paragraph or heading: furniture, running head, by-line, jump."""
    text, evidence = sight.text, sight.evidence
    if sight.size > 80 and text[-1] in "。！？”" and not rules.keys.search(text):
        if rules.keyless and sight.size <= 240 and (kind := rules.keyless_kind(fold(text).strip())):
            sight.furniture = kind
            evidence.append("furniture")
        return
    line = fold(text).strip()
    if sight.size <= 160:
        sight.head = read_head(line, rules.newspaper)
        if sight.head:
            evidence.append("head" if any(sight.head[:5]) else "staff")
        elif near_top and _DATE_ALONE.match(line):
            evidence.append("page_date")
        elif near_top and ("".join(line.split()) in rules.newspaper.own_names or _OF_MASTHEAD.fullmatch(line)):
            evidence.append("masthead")
        elif (line[0] in "-—－·•" and _PAGE_NUMBER.fullmatch(line)) or (
            near_top and _SECTION_AND_LATIN.fullmatch(line)
        ):
            evidence.append("page_section")
    kind = rules.furniture_kind(line) if sight.size <= 240 and not sight.head else ""
    if kind:
        sight.furniture = kind
        evidence.append("furniture")
    if sight.size <= 40 and ("转" in text or "接" in text or "详见" in text or "续" in text):
        turn = jump(text)
        if turn and turn.start == 0 and turn.end >= len(text.rstrip()):
            sight.jump = turn
            sight.first = 0 if turn.forward else turn.end
            evidence.append("jump_to" if turn.forward else "jump_from")
    if sight.size <= 80 and not sight.head:
        _author_line(sight, rules, line)


def may_end(sight: Sight) -> bool:
    """Whether a line may be the last of a notice or letter: an office, a date, or both."""
    text = sight.text.strip()
    return len(text) <= 50 and text[-1] not in "。！？；：:" and bool(_LAST_LINE.fullmatch(fold(text)))


def _author_line(sight: Sight, rules: Rules, line: str) -> None:
    """Names alone on a line."""
    evidence = sight.evidence
    if line[0] in "数资图" and _FIGURES_FROM.match(line):
        return
    if line[0] in "来据综摘选转原" and _SOURCE_LINE.match(line):
        evidence.append("bracketed_source")
        return
    if line[0] in "【[" and _WHOLE_BRACKET.match(line):
        found = rules.grammar.read(sight.text.strip()[1:-1])
        if found and found.explicit and found.credits:
            sight.byline = found
            evidence.append("byline")
        return
    if line[0] in "（(" and _WHOLE_BRACKET.match(line):
        inside = sight.text.strip()[1:-1]
        sight.byline = rules.grammar.read(inside)
        if sight.byline and not sight.byline.explicit and _FROM_SOURCE.match(inside):
            sight.byline = None
        signed = rules.grammar.read_signed(inside)
        if signed and not (sight.byline and sight.byline.explicit):
            sight.byline = signed
        ending = credit(sight.text, rules.grammar)
        if _PROVIDED.fullmatch(inside):
            sight.byline = None
            evidence.append("bracketed_source")
        elif ending and ending.start == 0:
            sight.credit = ending
            evidence.append("credit_line")
        elif sight.byline and (sight.byline.explicit or signed or len(inside) <= 12):
            evidence.append("bracketed_names")
        elif _SOURCE_INSIDE.search(inside) or FILED_AT.fullmatch(inside) or _OFFICE_IN_BRACKET.fullmatch(fold(inside)):
            evidence.append("bracketed_source")
        return
    named = _NAME_AND_SOURCE.fullmatch(line) if not sight.is_heading and line[-1] == ")" else None
    if named and _SOURCE_INSIDE.search(named.group(2)) and (found := rules.grammar.read(named.group(1))):
        sight.byline = found
        evidence.append("bracketed_source")
        return
    if line[0] in "—-" and not sight.is_heading and (dashed := _DASHED.match(line)):
        who = dashed.group(1)
        sight.byline = rules.grammar.read(who) if looks_like_name(who) else rules.grammar.read_signed(who)
        if sight.byline:
            evidence.append("byline_names")
            return
    if not sight.is_heading and _LETTER_FROM.match(line):
        evidence.append("letter_from")
        return
    if line[-1] in "员部者论" and _ROLE_ALONE.match(line):
        evidence.append("byline")
        return
    if not sight.is_heading and _BOOK_HINT.search(line) and (book := _BOOK.match(line)):
        sight.byline = rules.grammar.read(book.group(1))
        evidence.append("byline")
        return
    if line[0] in "·•" and (dotted := _BETWEEN_DOTS.fullmatch(sight.text.strip())):
        sight.byline = rules.grammar.read(dotted.group(1))
        if sight.byline:
            evidence.append("byline")
            return
    if not sight.is_heading:
        if _OFFICE.fullmatch(line):
            evidence.append("byline")
            return
        if signed := rules.grammar.read_signed(sight.text):
            sight.byline = signed
            evidence.append("citizen" if signed.explicit else "byline_names")
            return
        if line[-1] in _PICTURED and not line.endswith("报道"):
            ending = credit(sight.text, rules.grammar)
            if ending and ending.start == 0:
                sight.credit = ending
                evidence.append("credit_line")
                return
    if sight.size <= 8 and (spaced := _SPACED_AUTHOR.fullmatch(line)):
        sight.byline = rules.grammar.read(f"{spaced.group(1)}{spaced.group(2)} {spaced.group(3)}")
        if sight.byline:
            evidence.append("byline")
            return
    hinted = rules.grammar.hint.search(line)
    if not hinted and not sight.is_heading and (signed := unannounced(sight.text)):
        sight.byline = signed
        evidence.append("byline_names")
        return
    if not hinted and (
        sight.size > 16 or not (_PLAIN_NAMES.fullmatch(line) or _MARKED_NAME.match(line) or "/" in line)
    ):
        return
    if not hinted and _NO_PEN.search(line):
        return
    sight.byline = rules.grammar.read(sight.text)
    if sight.byline is None and line[-1] == ")" and _MARKED_NAME.match(line):
        sight.byline = rules.grammar.read(without_brackets(sight.text))  # □凤林(市民)
    if sight.byline is None:
        return
    ending = credit(sight.text, rules.grammar) if any(word in line for word in "摄图绘画") else None
    if ending and ending.start == 0 and not any(who.role != "photographer" for who in sight.byline.credits):
        sight.credit = ending
        evidence.append("credit_line")
    elif sight.is_heading:
        _heading_author(sight, line)
    elif sight.byline.explicit or _MARKED_NAME.match(line) or "/" in line:
        spoken = line[:3] == "记者:" and not all(looks_like_name(who.name) for who in sight.byline.credits)
        evidence.append("byline_pen" if spoken else "byline")
    elif line in _KNOWN_WORDS or (len(line) >= 3 and line.endswith(COLUMN_ENDINGS)):
        sight.byline = None
    elif _SPACED_NAME.fullmatch(line) or all(looks_like_name(who.name) for who in sight.byline.credits):
        evidence.append("byline_names")
    else:
        evidence.append("byline_pen")


def _heading_author(sight: Sight, line: str) -> None:
    """An author line that is marked as a heading must be beyond doubt: every name in the form of a name."""
    if not sight.byline or not all(looks_like_name(who.name) for who in sight.byline.credits) or line in PLACE_NAMES:
        sight.byline = None
        return
    sight.evidence += ["byline" if sight.byline.explicit else "byline_names", "heading_byline"]


_NO_PEN = regex("[的了是在与这那我你他她它]")
"""Words that stand in no name: 老 家 的 井 is a title with its letters set apart."""
_KNOWN_WORDS = PLACE_NAMES | SECTION_NAMES | frozenset(EDITOR_NOTE_WORDS) | frozenset(BRIEF_COLUMNS)
_BOOK_HINT = regex("[著编译绘]")
_BOOK = regex(rf"([{HAN}·]{{2,12}})\s?(?:著|编著|编|主编|译|绘|等著)\s.{{0,30}}(?:出版社|书局|书社|书店|出版)")
"""`林见 著 春野出版社 2020年8月版`: a book and who wrote it."""
_SPACED_AUTHOR = regex(rf"([{HAN}])\s([{HAN}])\s?([著文诗])")
"""`沈 舟 著`: a name of two letters set apart, and what it did."""
_SPACED_NAME = regex(rf"[{HAN}]\s{{1,3}}[{HAN}]")
_PICTURED = frozenset("摄影图绘画供拍提)")
_OFFICE = regex(
    rf"(?:本报|本刊|本社|[{HAN}]{{2,6}}(?:日报|晚报|社))\s?(?:特约|首席|特邀)*\s?(?:评论员|编辑部|评论部|编委会|资料室)(?:文章)?"
    rf"|本报(?:综合|综合消息|综合报道)|本报[{HAN}]{{1,6}}[组部室](?:整理|采写|策划|编辑)?|本[组版]稿件[{HAN}\s]{{0,6}}"
)
_BETWEEN_DOTS = regex(rf"[·•]\s?([{HAN}](?:\s?[{HAN}]){{1,2}})\s?[·•]")
_PLAIN_NAMES = regex(
    rf"[{HAN}](?:\s[{HAN}]){{2,5}}|[{HAN}·]{{2,4}}(?:[\s、,][{HAN}·]{{1,4}}){{0,3}}|[{HAN}]\s[{HAN}]{{1,2}}"
)

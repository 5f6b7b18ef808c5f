"""Lines of names alone: what each form of an author line says, form by form.

`FORMS` is the order in which they are asked; the first that knows the line has settled it, also where it settles that
the line names nobody (`数据来源:市统计局`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from wanbao.conventions import AGENCIES, BRIEF_COLUMNS, COLUMN_ENDINGS, EDITOR_NOTE_WORDS, PLACES
from wanbao.credited import Byline
from wanbao.errors import Record
from wanbao.nameforms import is_sounded, looks_like_name
from wanbao.parse.credits import credit_of
from wanbao.parse.endings import FILED_AT, TAKEN_FROM, Ending, filed_by_whom, last_bracket, without_brackets
from wanbao.parse.pupils import may_name_pupil, read_pupil, read_teacher
from wanbao.parse.sight import Rules, Sight
from wanbao.parse.signers import unannounced
from wanbao.parse.titles import PLACE_NAMES, SECTION_NAMES
from wanbao.patterns import HAN, regex
from wanbao.text import fold, unspaced


class Form(Record, frozen=True):
    """One form of an author line."""

    settles: Callable[[Sight, Rules, str], bool]
    """Whether it has settled the line (given as printed in the sight, and folded); what it found is noted in the
    sight."""
    first: str = ""
    """The letters with which such lines begin; empty where they begin with any."""
    last: str = ""
    """The letters with which they end; empty where they end with any."""
    heading: bool = True
    """Whether a heading may be such a line."""
    called: bool = True
    """Whether 记者 or another word for what somebody does may stand in it."""


def look_at_names(sight: Sight, rules: Rules, line: str) -> None:
    """Names alone on a line: the first form that knows it."""
    first, last = line[0] if line[0] in _FIRSTS else "", line[-1] if line[-1] in _LASTS else ""
    for settles in _forms_of(first, last, sight.is_heading, rules.grammar.hint.search(line) is not None):
        if settles(sight, rules, line):
            return


@cache
def _forms_of(first: str, last: str, heading: bool, called: bool) -> tuple[Callable[[Sight, Rules, str], bool], ...]:
    """The forms to ask about a line that begins and ends with these letters; empty for those that no form names.
    `called` says whether a role word stands in it."""
    begun = [form for form in FORMS if not form.first or (first and first in form.first)]
    ended = [form for form in begun if not form.last or (last and last in form.last)]
    return tuple(form.settles for form in ended if (form.heading or not heading) and (form.called or not called))


def figures_from(sight: Sight, rules: Rules, line: str) -> bool:
    """`数据来源:市统计局`: nobody who wrote the article."""
    return _FIGURES_FROM.match(line) is not None


def source_line(sight: Sight, rules: Rules, line: str) -> bool:
    """`摘自1999年5月16日《金陵晚报》`, `——摘自市政府工作报告`."""
    if not _SOURCE_LINE.match(line):
        return False
    sight.evidence.append("bracketed_source")
    return True


def in_square_brackets(sight: Sight, rules: Rules, line: str) -> bool:
    """`【记者 张三 通讯员 李四】`."""
    if not _WHOLE_BRACKET.match(line):
        return False
    found = rules.grammar.read(sight.text.strip()[1:-1])
    if found and found.explicit and found.credits:
        sight.byline = found
        sight.evidence.append("byline")
    return True


def _sent_with_text(text: str, ending: Ending) -> bool:
    """Whether somebody of a body that is no paper tells when he took the picture: he sent the text as well.

    `（海州铁路公安处 林新 1月1日摄于西街）`
    """
    return ("摄于" in text or "摄自" in text) and any(
        len(who.organisation) > 4 and who.role_printed == "摄" for who in ending.credits
    )


def in_round_brackets(sight: Sight, rules: Rules, line: str) -> bool:
    """`（张三 李四）`, `（作者单位：市一中）`, `（据新华社）`, `（王五摄）`: names, a source, or who took a picture."""
    nested = "作者" in line[:5] and line[-1] == ")" and last_bracket(line) == 0
    if not nested and not _WHOLE_BRACKET.match(line):
        return False
    inside = sight.text.strip()[1:-1]
    sight.byline = rules.grammar.read(inside)
    if sight.byline and not sight.byline.explicit and _FROM_SOURCE.match(inside):
        sight.byline = None
    signed = rules.grammar.read_signed(inside)
    if signed and not (sight.byline and sight.byline.explicit):
        sight.byline = signed
    ending = credit_of(sight, rules.grammar)
    if _PROVIDED.fullmatch(inside) or TAKEN_FROM.match(inside):
        sight.byline = None
        sight.evidence.append("bracketed_source")
    elif ending and ending.start == 0 and _sent_with_text(sight.text, ending):
        sight.byline = Byline(sight.size, ending.credits, True)
        sight.evidence.append("bracketed_names")
    elif ending and ending.start == 0 and not (inside.endswith("报道") and "记者" in inside):
        sight.credit = ending
        sight.evidence.append("credit_line")
    elif sight.byline and (sight.byline.explicit or signed or len(inside) <= 12):
        sight.evidence.append("bracketed_names")
    elif filed := filed_by_whom(inside, rules.grammar):
        sight.byline = Byline(sight.size, filed, True)
        sight.evidence.append("bracketed_names")
    elif _SOURCE_INSIDE.search(inside) or any(
        form.fullmatch(fold(inside)) for form in (FILED_AT, _OFFICE_IN_BRACKET, _PRINTED_ON, _EDITED)
    ):
        sight.evidence.append("bracketed_source")
    return True


def name_and_source(sight: Sight, rules: Rules, line: str) -> bool:
    """`张三（据《金陵晚报》）`."""
    named = _NAME_AND_SOURCE.fullmatch(line)
    if named is None or not _SOURCE_INSIDE.search(named.group(2)):
        return False
    found = rules.grammar.read(named.group(1))
    if found is None:
        return False
    sight.byline = found
    sight.evidence.append("bracketed_source")
    return True


def name_and_place(sight: Sight, rules: Rules, line: str) -> bool:
    """`冒江（江苏·如皋）`, `（云南）李江`, `何静（退休教师）`: a name and where its bearer lives, or what he is."""
    if line[-1] not in ")]】" and line[0] not in "([【":
        return False
    found = _NAME_AND_PLACE.fullmatch(line)
    name = unspaced(found["name"] or found["after"] or found["spaced"]) if found else ""
    if not looks_like_name(name) and not ("·" in line and len(name) in (2, 3)):
        return False
    sight.byline = rules.grammar.read(name)
    sight.evidence.append("byline")
    return True


def after_dashes(sight: Sight, rules: Rules, line: str) -> bool:
    """`——林向东`."""
    dashed = _DASHED.match(line)
    if dashed is None:
        return False
    who = dashed.group(1)
    if unspaced(who) in _EDITORS:
        sight.evidence.append("citizen")
        return True
    sight.byline = rules.grammar.read(who) if looks_like_name(who) else rules.grammar.read_signed(who)
    if sight.byline is None:
        return False
    sight.evidence.append("byline_names")
    return True


def pictured_by_reader(sight: Sight, rules: Rules, line: str) -> bool:
    """`读者 何静 摄影报道`."""
    pictured = _READER_PICTURED.fullmatch(line)
    if pictured is None:
        return False
    sight.byline = rules.grammar.read(pictured.group(1))
    sight.evidence.append("byline")
    return True


def of_pupil(sight: Sight, rules: Rules, line: str) -> bool:
    """`早报小记者 毕思远（东街小学四（2）班）`, `（小记者 林子墨）`, `指导老师：何静`."""
    if "导" in line[:4] and (teacher := read_teacher(line)):
        sight.byline = teacher
        sight.evidence.append("taught_by")
        return True
    if not may_name_pupil(line) or (sight.is_heading and "小记者" not in line and "(" not in line):
        return False
    sight.byline = read_pupil(line)
    if sight.byline:
        sight.evidence += ["byline", "heading_byline"] if sight.is_heading else ["byline"]
    elif line[0] == "(" and line[-1] == ")" and (found := read_pupil(line[1:-1])):
        sight.byline = found
        sight.evidence.append("bracketed_names")
    return sight.byline is not None


def letter_from(sight: Sight, rules: Rules, line: str) -> bool:
    """`市民梁先生来信:`, `受访专家：…`."""
    called = line[0] in "读市网居群" or ":" in line or "/" in line
    taught = line[0] in "指辅小" or "班" in line or "级" in line or "系" in line
    if not (called or taught) or not _LETTER_FROM.match(line):
        return False
    sight.evidence.append("letter_from")
    return True


def of_the_net(sight: Sight, rules: Rules, line: str) -> bool:
    """`读者 sl8753`."""
    if not _NICKNAME.fullmatch(line):
        return False
    sight.evidence.append("citizen")
    return True


def is_addressed_to(sight: Sight, rules: Rules, line: str) -> bool:
    """`各位作者：`: whom a letter addresses."""
    return line[-1] == ":" and _ADDRESSED_TO.match(line) is not None


def role_alone(sight: Sight, rules: Rules, line: str) -> bool:
    """`本报评论员`."""
    if not _ROLE_ALONE.match(line):
        return False
    sight.evidence.append("byline")
    return True


def of_a_book(sight: Sight, rules: Rules, line: str) -> bool:
    """`林见 著 春野出版社 2020年8月版`."""
    book = _BOOK.match(line) if "出版" in line or "书" in line else None
    if book is None:
        return False
    sight.byline = rules.grammar.read(book.group(1))
    sight.evidence.append("byline")
    return True


def between_dots(sight: Sight, rules: Rules, line: str) -> bool:
    """`·张 三·`."""
    dotted = _BETWEEN_DOTS.fullmatch(sight.text.strip())
    if dotted is None:
        return False
    sight.byline = rules.grammar.read(dotted.group(1))
    if sight.byline is None:
        return False
    sight.evidence.append("byline")
    return True


def from_abroad(sight: Sight, rules: Rules, line: str) -> bool:
    """`[美] 约翰·史密斯`, `［英］彼得·梅尔 著 林见 译`: a writer of another country."""
    if not _FROM_ABROAD.fullmatch(line):
        return False
    sight.evidence.append("byline")
    return True


def of_an_office(sight: Sight, rules: Rules, line: str) -> bool:
    """`本报编辑部`, `本报综合报道`."""
    if not (line[0] in "本据综" or "报" in line or "社" in line) or not _OFFICE.fullmatch(line):
        return False
    sight.evidence.append("byline")
    return True


def signed_by(sight: Sight, rules: Rules, line: str) -> bool:
    """A name with where its bearer lives or works."""
    signed = rules.grammar.read_uncalled(sight.text)
    if signed is None:
        return False
    sight.byline = signed
    sight.evidence.append("citizen" if signed.explicit else "byline_names")
    return True


def took_the_picture(sight: Sight, rules: Rules, line: str) -> bool:
    """`张三 摄`, alone on its line."""
    if line.endswith("报道") or _TEXT_TOO.search(line):
        return False
    ending = credit_of(sight, rules.grammar)
    if (ending is None or ending.start) and sight.size <= 24:
        found = rules.grammar.read(without_brackets(sight.text))  # 罗 大 江 摄（影像中国）
        if found and all(
            who.role == "photographer"
            and len(who.organisation) <= 12
            and (looks_like_name(who.name) or (found.explicit and len(found.credits) == 1))
            for who in found.credits
        ):
            ending = Ending(0, found.credits, True)
    if ending is None or ending.start != 0:
        return False
    sight.credit = ending
    sight.evidence.append("credit_line")
    return True


def set_apart(sight: Sight, rules: Rules, line: str) -> bool:
    """`沈 舟 著`."""
    spaced = _SPACED_AUTHOR.fullmatch(line) if sight.size <= 8 else None
    if spaced is None:
        return False
    sight.byline = rules.grammar.read(f"{spaced.group(1)}{spaced.group(2)} {spaced.group(3)}")
    if sight.byline is None:
        return False
    sight.evidence.append("byline")
    return True


def without_role(sight: Sight, rules: Rules, line: str) -> bool:
    """Names that nothing announces; and what can be no names, so that no later form asks."""
    signed = None if sight.is_heading else unannounced(sight.text)
    if signed:
        sight.byline = signed
        sight.evidence.append("byline_names")
        return True
    if sight.size > 16:
        return True
    marked = _is_marked(line)
    if not (marked or "/" in line or _PLAIN_NAMES.fullmatch(line) or _TEXT_BY.match(line)):
        return True
    return not (marked and looks_like_name(unspaced(line[1:]))) and _NO_PEN.search(line) is not None  # □ 林是君


def by_grammar(sight: Sight, rules: Rules, line: str) -> bool:
    """Everything else that the grammar of by-lines reads: `本报记者 张三 通讯员 李四`, `张三`, `□凤林(市民)`."""
    sight.byline = rules.grammar.read(sight.text)
    if sight.byline is None and line[-1] == ")" and _is_marked(line):
        sight.byline = rules.grammar.read(without_brackets(sight.text))
    if sight.byline is None:
        return True
    ending = credit_of(sight, rules.grammar) if any(word in line for word in "摄图绘画") else None
    if ending and ending.start == 0 and not any(who.role != "photographer" for who in sight.byline.credits):
        sight.credit = ending
        sight.evidence.append("credit_line")
    elif sight.is_heading:
        _heading_author(sight, line)
    else:
        _plain_author(sight, line)
    return True


def _is_long_name(token: str) -> bool:
    """Whether four letters are one name: 诸葛仓麟, 索朗罗布."""
    return is_sounded(token) or looks_like_name(token)


def _plain_author(sight: Sight, line: str) -> None:
    """How much a read by-line looks like one: by its role words, by the form of its names, or as a pen name."""
    if sight.byline is None:
        return
    names = all(looks_like_name(who.name) for who in sight.byline.credits)
    if not (sight.byline.explicit or names) and _FOUR_WORDS.fullmatch(line) and not is_sounded(line[-4:]):
        sight.byline = None  # ■三言两语
        return
    if _SLOGAN.fullmatch(line) and not any(map(_is_long_name, line[1:].split())):
        sight.byline = None  # □家乡之美 人心之暖: what the stories below have in common
        sight.evidence.append("slogan")
        return
    if sight.byline.explicit or _is_marked(line) or "/" in line or line.endswith("摄影报道"):
        sight.evidence.append("byline_pen" if line[:3] == "记者:" and not names else "byline")
    elif line in _KNOWN_WORDS or (len(line) >= 3 and line.endswith(COLUMN_ENDINGS)):
        sight.byline = None
    elif _PHRASES.fullmatch(line) and not any(map(_is_long_name, line.split())):
        sight.byline = None  # 街巷更新 惠民暖心: a headline
    else:
        sight.evidence.append("byline_names" if names or _SPACED_NAME.fullmatch(line) else "byline_pen")


def _heading_author(sight: Sight, line: str) -> None:
    """An author line that is marked as a heading must be beyond doubt: every name in the form of a name."""
    if not sight.byline or not all(looks_like_name(who.name) for who in sight.byline.credits) or line in PLACE_NAMES:
        sight.byline = None
        return
    sight.evidence += ["byline" if sight.byline.explicit else "byline_names", "heading_byline"]


DESKS = "(?:编辑|评论|副刊|记者|群工|通联|广告|发行|宣传|组织|武装|统战|客服|工程|营业|社教)部|总编室"
"""Departments that sign by their name alone."""
OFFICES = f"{DESKS}|局|委|院|公司|中心|政府|处|所|学校|集团|办公室|办|社|银行|馆|站|组|队|会|小学|中学|大学"
"""How the names of offices end."""
_TAUGHT = rf"(?:\s?\(?指导(?:老师|教师)\s?:?\s?[{HAN}\s]{{2,8}}\)?)?"
"""`指导老师：柯春燕` behind a pupil."""
_LETTER_FROM = regex(
    rf"(?:读者|市民|网友|居民|群众)\s?(?:[{HAN}·]{{2,4}}|[{HAN}]\s[{HAN}]{{1,2}})\s?(?:(?:来[信电稿函]|投书|投诉|反映)\s?[—:：-]{{0,4}}|[—:：-]{{1,4}})$"
    rf"|(?:[来写]信(?:读者|市民|居民|村民|人|者)|来电(?:读者|市民)|投诉[人者]|反映人|咨询[人者]|提问[人者]?|报料人|爆料人|记录整理|采访整理|记录|整理|撰稿|口述者?|讲述者?|讲述人|撰文|执笔|采访|主持人?|嘉宾|作者|文字|图片|翻译|编译|漫画|供稿|采写"
    rf"|主讲(?:人|嘉宾|教师)?|点评(?:人|嘉宾|专家)|本期(?:嘉宾|专家)|受访(?:专家|嘉宾|者|人|医生|对象)|解答(?:专家|人)?|指导(?:老师|教师)|辅导(?:老师|教师))"
    rf"\s?[:：/]\s?[{HAN}A-Za-z0-9·\s、，,:（）()]{{2,50}}$"
    rf"|(?:指导|辅导)(?:老师|教师)\s?[{HAN}\s]{{2,6}}$"
    rf"|(?:[{HAN}\d]{{2,18}}(?:[中小]学|学[校院]|大学|幼儿园)\s)?[{HAN}0-9()]{{2,16}}[班级系]\s[{HAN}·\s]{{2,5}}(?:\s?\([{HAN}]{{2,6}}\).{{0,8}})?{_TAUGHT}$"
    rf"|小记者\s[{HAN}·]{{2,4}}\s[{HAN}0-9()]{{2,16}}[班级]{_TAUGHT}$"
)
_READER_PICTURED = regex(
    rf"(?:热心)?(?:读者|市民|网友|居民|村民)\s?([{HAN}·]{{2,4}}\s?(?:摄影报道|文\s?/\s?图|图\s?/\s?文|图文))"
)
"""`读者 何静 摄影报道`"""
_ADDRESSED_TO = regex(rf"(?:各位|尊敬的|敬爱的|亲爱的|广大|全体|全[市县省国]|致)[{HAN}、\s]{{1,14}}:$")
_EDITORS = frozenset(("编者", "编辑部", "本报编辑部", "记者"))
_FOUR_WORDS = regex(rf"[■□◆◇●○★☆▲△]\s?[{HAN}]{{4}}")
_SLOGAN = regex(rf"[■□◆◇●○★☆]\s?[{HAN}]{{4}}\s[{HAN}]{{4}}")
_PHRASES = regex(rf"[{HAN}]{{4}}(?:\s[{HAN}]{{4}}){{1,3}}")
_NICKNAME = regex(r"(?:读者|网友|市民)\s?[A-Za-z][\w.-]{2,15}", re.ASCII)
"""`读者 sl8753`: a reader who signs with a name of the net."""
_ROLE_ALONE = regex(
    rf"[□■]?\s?(?:本报|本刊|新华社|[{HAN}]{{2,6}}报)\s?(?:特约|首席)?(?:评论员|编辑部|记者|观察员|社论)$"
)
_FROM_SOURCE = regex("(?:以上)?均?(?:据|摘自|摘编|选自|转自|原载|综合)")
_WHOLE_BRACKET = regex(r"[（(][^（）()]{1,60}[）)]$|[【\[][^【】\[\]]{2,60}[】\]]$")
_SOURCE_LINE = regex(
    r"来源\s?:\s?[^。,;:]{2,16}$|(?:据|综合)《[^《》]{2,16}》[^。]{0,10}$|(?:摘自|摘编自|选自|转自|原载)[^。！？]{0,24}《[^《》]{2,20}》[^。！？]{0,20}$"
    r"|—{1,2}\s?(?:摘自|选自|节选自|引自|语出)[^。！？,]{2,30}$"
)
"""`摘自1999年5月16日《金陵晚报》`, `——摘自市政府工作报告`"""
_PROVIDED = regex(
    rf"(?![^（）()]*[图照摄])[{HAN}]{{3,16}}(?:中心|局|所|站|处|委|部门|厅)提供|本报[{HAN}]{{0,8}}(?:通讯员|记者)"
)
"""`（省物资信息中心提供）`, `（本报驻各站通讯员）`: where a text comes from, nobody by name."""
_OFFICE_IN_BRACKET = regex(
    rf"(?:[{HAN}]{{2,8}}\s)?(?:一[位名群]|几位|部分)[{HAN}]{{2,12}}|[{HAN}]{{2,14}}(?:{OFFICES}|部|科|协会|学会|支队|大队)(?:[、\s][{HAN}]{{2,14}}(?:{OFFICES}|部|科))?"
)
"""`（党委宣传部）`: the office that sent the news."""
_DASHED = regex(rf"[—-]{{1,4}}\s?((?:[{HAN}]{{2,12}}\s)?[{HAN}]{{2,3}}|编\s者)$")
"""`——林向东`"""
_NAME_AND_SOURCE = regex(rf"([{HAN}·\s]{{2,12}})\(([^()]{{2,24}})\)")
_WHERE = (
    rf"[{HAN}]{{2,6}}[·•\s][{HAN}]{{2,8}}|(?:{'|'.join(PLACES)})[{HAN}]{{0,6}}|[{HAN}]{{1,8}}(?:[省市县区镇乡村旗州]|大学|中学|小学|学院|公司|[局厂])"
    r"|(?:退休)?(?:市民|教师|学生|读者|职工|工人|农民|干部|作家|诗人|医生|律师|编辑)"
)
_NAME_AND_PLACE = regex(
    rf"[□■]?\s?(?P<name>[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}]{{1,2}})\s?[(\[【](?:{_WHERE})[)\]】]"
    rf"|(?P<spaced>[{HAN}](?:\s[{HAN}]){{1,2}})\s?\((?!.?[国油版]画|摄影|水[彩墨粉]|书法|篆刻|剪纸|漫画|外[一二三四]首|组诗|连载)[{HAN}]{{2,12}}\)"
    rf"|[(\[【](?:{_WHERE})[)\]】]\s?(?P<after>[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}]{{1,2}})"
)
_PRINTED_ON = regex(rf"《[{HAN}]{{2,10}}》\s?\d{{1,4}}(?:[.\-年月]\d{{1,2}}){{1,2}}日?")
"""`（《海角晚报》4.27）`: where a text was printed, and when."""
_CUT, _HEADED = rf"[{HAN}]{{0,4}}有(?:删[节改减]|改动)", rf"[{HAN}]{{0,4}}标题[{HAN}]{{0,4}}编者所?[加拟]"
_EDITED = regex(rf"(?:[{HAN}]{{2,12}}[,;])?(?:{_CUT}|{_HEADED})(?:[\s、,;]{{1,2}}(?:{_CUT}|{_HEADED}))?")
"""`（来信有删节，标题为编者所加）`: what the editors did to a text."""
_SOURCE_INSIDE = regex(r"据|摘自|摘编|选自|来源|整理|综合|供稿|转载|原载|编译|提供|特稿|专稿|^作者|内容.{0,8}核[对实]$")
_FIGURES_FROM = regex("(?:数据|资料|图表)来源\\s?:")
"""Where the figures of a table or chart come from: nobody who wrote the article."""
_NAME_MARKS = frozenset("■□▲△●○◎◆◇★☆※N")
_MARKED_NAME = regex(rf".\s?[{HAN}]")


def _is_marked(line: str) -> bool:
    """Whether a line begins with a mark before a name: `□ 林见`."""
    return line[0] in _NAME_MARKS and _MARKED_NAME.match(line) is not None


_NO_PEN = regex("[的了是在与这那我你他她它]")
"""Words that stand in no name: 老 家 的 井 is a title with its letters set apart."""
_KNOWN_WORDS = PLACE_NAMES | SECTION_NAMES | frozenset(EDITOR_NOTE_WORDS) | frozenset(BRIEF_COLUMNS)
_TEXT_BY = regex(rf"(?:撰?文|文字)\s?:\s?[{HAN}]{{2,4}}\s(?:图|摄影)\s?:")
"""`文：李江 图：周晓`"""
_BOOK = regex(rf"([{HAN}·]{{2,12}})\s?(?:著|编著|编|主编|译|绘|等著)\s.{{0,30}}(?:出版社|书局|书社|书店|出版)")
"""`林见 著 春野出版社 2020年8月版`: a book and who wrote it."""
_SPACED_AUTHOR = regex(rf"([{HAN}])\s([{HAN}])\s?([著文诗])")
"""`沈 舟 著`: a name of two letters set apart, and what it did."""
_SPACED_NAME = regex(rf"[{HAN}]\s{{1,3}}[{HAN}]")
_TEXT_TOO = regex(r"(?:^|[\s:/])(?:文\s?/\s?[图摄]|图\s?/\s?文|文并摄)$")
_OFFICE = regex(
    rf"(?:本报|本刊|本社|[{HAN}]{{2,6}}(?:日报|晚报|社))\s?(?:特约|首席|特邀)*\s?(?:评论员|编辑部|评论部|编委会|资料室)(?:文章)?"
    rf"|(?:据|综合)\s?(?:{'|'.join(AGENCIES)}|[{HAN}]{{2,6}}(?:[日晚]报|新闻|[网台]))(?:[、和及，,]?(?:{'|'.join(AGENCIES)}|[{HAN}]{{2,6}}(?:[日晚]报|新闻|[网台])))*(?:海外版|客户端|微信公众号)?等?(?:[消信]息|报道|专?电|稿)?"
    rf"|本报(?:综合|综合消息|综合报道)|本报[{HAN}]{{1,6}}[组部室](?:整理|采写|策划|编辑)?|本[组版]稿件[{HAN}\s]{{0,6}}"
)
_FROM_ABROAD = regex(
    rf"[\[(【〔](?:[{HAN}]{{1,3}}国?|[{HAN}]{{2,5}})[\])】〕]\s?[{HAN}]{{1,8}}(?:[·•・.][{HAN}A-Z]{{1,8}}){{1,3}}(?:\s?[著文作])?(?:\s[{HAN}\s]{{2,8}}\s?译)?"
)
_BETWEEN_DOTS = regex(
    rf"[·•]\s?([{HAN}](?:\s?[{HAN}]){{1,2}}|[{HAN}\s]{{0,10}}(?:记者|通讯员)[{HAN}\s]{{2,20}})\s?[·•]"
)
_PLAIN_NAMES = regex(
    rf"[{HAN}](?:\s[{HAN}]){{2,5}}|[{HAN}·]{{2,4}}(?:[\s、,][{HAN}·]{{1,4}}){{0,3}}|[{HAN}]\s[{HAN}]{{1,2}}"
)

FORMS = (
    Form(figures_from, first="数资图"),
    Form(source_line, first="来据综摘选转原—"),
    Form(of_pupil),
    Form(in_square_brackets, first="【["),
    Form(in_round_brackets, first="（("),
    Form(name_and_source, last=")", heading=False),
    Form(name_and_place, heading=False),
    Form(after_dashes, first="—-", heading=False),
    Form(pictured_by_reader, first="热读市网居村", last="道图文", heading=False),
    Form(letter_from, heading=False),
    Form(of_the_net, first="读网市", heading=False),
    Form(is_addressed_to, last=":"),
    Form(role_alone, last="员部者论"),
    Form(of_a_book, heading=False),
    Form(between_dots, first="·•"),
    Form(from_abroad, first="[(【〔", heading=False),
    Form(of_an_office, heading=False),
    Form(signed_by, heading=False, called=False),
    Form(took_the_picture, last="摄影图绘画供拍提)PGo国觉发者社联新片照络", heading=False),
    Form(set_apart, last="著文诗"),
    Form(without_role, called=False),
    Form(by_grammar),
)
"""The forms of author lines, in the order in which they are asked: brackets first, what only looks like a name last."""
_FIRSTS = frozenset("".join(form.first for form in FORMS))
_LASTS = frozenset("".join(form.last for form in FORMS))

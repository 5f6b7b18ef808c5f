"""Author lines in brackets, or with a bracket that tells where the author lives, or where the text comes from."""

from __future__ import annotations

from wanbao.conventions import COMPOUND_SURNAMES, PLACES
from wanbao.credited import Byline, Credit
from wanbao.nameforms import looks_like_name
from wanbao.parse.agency_credits import AGENCY
from wanbao.parse.credits import credit_of
from wanbao.parse.endings import FILED_AT, OF_THE_NET, TAKEN_FROM, Ending, filed_by_whom, last_bracket
from wanbao.parse.offices import OFFICES
from wanbao.parse.sight import Rules, Sight
from wanbao.patterns import HAN, regex
from wanbao.text import fold, unspaced


def in_square_brackets(sight: Sight, rules: Rules, line: str) -> bool:
    """`【记者 张三 通讯员 李四】`."""
    if not _WHOLE_BRACKET.match(line):
        return False
    found = rules.grammar.read(sight.text.strip()[1:-1])
    if found and found.explicit and found.credits:
        sight.byline = found
        sight.evidence.append("byline")
    return True


def in_round_brackets(sight: Sight, rules: Rules, line: str) -> bool:
    """`（张三 李四）`, `（作者单位：市一中）`, `（据新华社）`, `（王五摄）`: names, a source, or who took a picture."""
    nested = "作者" in line[:5] and line[-1] == ")" and last_bracket(line) == 0
    if not nested and not _WHOLE_BRACKET.match(line):
        return False
    inside = _AND_OTHERS.sub("", sight.text.strip()[1:-1])
    if (sold := _AGENCY_AND_NAME.fullmatch(inside)) and looks_like_name(sold["name"]):
        who = Credit(sold["name"], sold["name"], "photographer", "", sold["agency"], True)
        sight.credit = Ending(0, (who,), True)
        sight.evidence.append("credit_line")
        return True
    signed = rules.grammar.read_signed(inside)
    sight.byline = _byline_inside(inside, signed, rules)
    ending = credit_of(sight, rules.grammar)
    if _PROVIDED.fullmatch(inside) or TAKEN_FROM.match(inside):
        sight.byline = None
        sight.evidence.append("bracketed_source")
    elif ending and ending.start == 0 and _sent_with_text(sight.text, ending):
        sight.byline = Byline(sight.size, ending.credits, True)
        sight.evidence.append("bracketed_names")
    elif ending and ending.start == 0 and not (_REPORTS.search(line) and "记者" in inside):
        sight.credit = ending
        sight.evidence.append("credit_line")
    elif sight.byline and (sight.byline.explicit or signed or len(inside) <= 12):
        sight.evidence.append("bracketed_names")
    elif filed := filed_by_whom(inside, rules.grammar):
        sight.byline = Byline(sight.size, filed, True)
        sight.evidence.append("bracketed_names")
    elif _SOURCE_INSIDE.search(inside) or any(form.fullmatch(fold(inside)) for form in _SOURCES):
        sight.evidence.append("bracketed_source")
    return True


def _byline_inside(inside: str, signed: Byline | None, rules: Rules) -> Byline | None:
    """The names in a bracket; where no role word makes them sure, as they are `signed`, if they are."""
    byline = rules.grammar.read(inside)
    if byline and byline.explicit:
        return byline
    return signed or (None if _FROM_SOURCE.match(inside) else byline)


def _sent_with_text(text: str, ending: Ending) -> bool:
    """Whether somebody of a body that is no paper tells when he took the picture: he sent the text as well.

    `（海州铁路公安处 林新 1月1日摄于西街）`
    """
    return ("摄于" in text or "摄自" in text) and any(
        len(who.organisation) > 4 and who.role_printed == "摄" for who in ending.credits
    )


def name_and_source(sight: Sight, rules: Rules, line: str) -> bool:
    """`张三（据《金陵晚报》）`, `张三（早报沈阳专电）`, `张三（雅典8月24日电）`."""
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


def writes_from(sight: Sight, rules: Rules, line: str) -> bool:
    """`王小美／大學助理教授（台北市）`, `（王小美／台中市，教師）`, `王小美（台中市，家庭主婦）`.

    Who wrote a letter, what he is and where he lives, as papers of Taiwan sign it.
    """
    found = _WRITES_FROM.fullmatch(line)
    if found is None:
        return False
    name = unspaced(found["name"] or found["inside"] or found["after"])
    where = (found["what"] or found["where"] or found["lives"] or found["town"]).strip("()")
    if not looks_like_name(name) or looks_like_name(where):
        return False
    sight.byline = Byline(sight.size, (Credit(name, name, "author", "", where, True),), True)
    sight.evidence.append("byline")
    return True


_AGENCY_AND_NAME = regex(rf"(?P<agency>{AGENCY})\s?[/／]\s?(?P<name>[{HAN}]{{2,3}})")
"""`（中新社/何静）`: the agency, and who took the picture."""
_AND_OTHERS = regex(rf"(?<=[{HAN}])等\s?[\d一二三四五六七八九十百]{{1,4}}余?[位名户人][{HAN}]{{0,8}}$")
"""`（海角县渔村 陈绪兰 刘振兰等16位渔嫂）`: those without a name."""
_WHOLE_BRACKET = regex(r"[（(][^（）()]{1,60}[）)]$|[【\[][^【】\[\]]{2,60}[】\]]$")
_REPORTS = regex(r"(?:报道|文\s?[/、]?\s?[图摄])\)$")
"""`（海角晚报记者 何静 文/摄）`: who took the picture wrote the story, and signs it."""
_FROM_SOURCE = regex("(?:以上)?均?(?:据|摘自|摘编|选自|转自|原载|综合)")
_PROVIDED = regex(
    rf"(?![^（）()]*[图照摄])[{HAN}]{{3,16}}(?:中心|局|所|站|处|委|部门|厅)提供|本报[{HAN}]{{0,8}}(?:通讯员|记者)"
)
"""`（省物资信息中心提供）`, `（本报驻各站通讯员）`: where a text comes from, nobody by name."""
_OFFICE_IN_BRACKET = regex(
    rf"(?:[{HAN}]{{2,8}}\s)?(?:一[位名群]|几位|部分)[{HAN}]{{2,12}}"
    rf"|[{HAN}]{{2,14}}(?:{OFFICES}|部|科|协会|学会|支队|大队)(?:[、\s][{HAN}]{{2,14}}(?:{OFFICES}|部|科))?"
)
"""`（党委宣传部）`: the office that sent the news."""
_PRINTED_ON = regex(rf"《[{HAN}]{{2,10}}》\s?\d{{1,4}}(?:[.\-年月]\d{{1,2}}){{1,2}}日?")
"""`（《海角晚报》4.27）`: where a text was printed, and when."""
_CUT, _HEADED = rf"[{HAN}]{{0,4}}有(?:删[节改减]|改动)", rf"[{HAN}]{{0,4}}标题[{HAN}]{{0,4}}编者所?[加拟]"
_EDITED = regex(rf"(?:[{HAN}]{{2,12}}[,;])?(?:{_CUT}|{_HEADED})(?:[\s、,;]{{1,2}}(?:{_CUT}|{_HEADED}))?")
"""`（来信有删节，标题为编者所加）`: what the editors did to a text."""
_SOURCES = (FILED_AT, OF_THE_NET, _OFFICE_IN_BRACKET, _PRINTED_ON, _EDITED)
"""The forms of a whole bracket that tells where a text comes from."""
_SOURCE_INSIDE = regex(
    rf"^[{HAN}]{{2,6}}[报网]$|据|摘自|摘编|选自|来源|整理|综合|供稿|转载|原载|编译|提供|特稿|专稿|报[{HAN}]{{1,6}}专?电$|^[{HAN}·]{{2,8}}\s?\d{{1,2}}月\d{{1,2}}日(?:专?电|讯)$|^作者|内容.{{0,8}}核[对实]$"
)
_NAME_AND_SOURCE = regex(rf"([{HAN}·\s]{{2,24}})\(([^()]{{2,24}})\)")
_WHERE = (
    rf"[{HAN}]{{2,6}}[·•\s][{HAN}]{{2,8}}|(?:{'|'.join(PLACES)})[{HAN}]{{0,6}}"
    rf"|[{HAN}]{{1,8}}(?:[省市县区镇乡村旗州]|大学|中学|小学|学院|公司|[局厂])"
    r"|(?:退休)?(?:市民|教师|学生|读者|职工|工人|农民|干部|作家|诗人|医生|律师|编辑)"
)
_TOWN = rf"(?:{'|'.join(PLACES)})[{HAN}]{{0,6}}|[{HAN}]{{1,6}}[县市区乡镇]"
_POST = (
    rf"[{HAN}]{{0,14}}(?:教授|教师|老师|讲师|学生|研究生|研究员|博士|硕士|家长|主妇|公务员|工程师|律师|医师|护士|作家|志工|上班族"
    r"|主任|校长|会长|理事长|秘书长|议员|立委|委员|退休|军公教|自由业|商|农)"
)
_LETTER_PART = rf"(?:{_TOWN}|{_POST})"
_NAME_OF_WRITER = rf"[{HAN}]{{2,3}}|(?:{'|'.join(COMPOUND_SURNAMES)})[{HAN}]{{1,2}}|[{HAN}]\s[{HAN}]"
_WRITES_FROM = regex(
    rf"(?P<name>{_NAME_OF_WRITER})\s?(?:/\s?(?P<what>{_POST})\s?\((?:{_TOWN})\)"
    rf"|\((?P<where>{_LETTER_PART}[、,/]\s?{_LETTER_PART})\))"
    rf"|\((?P<inside>{_NAME_OF_WRITER})\s?[/,]\s?(?P<lives>(?:{_LETTER_PART}[、,/]\s?)?{_LETTER_PART})\)"
    rf"|\((?P<town>{_TOWN})\s?[·/,]\s?(?P<after>{_NAME_OF_WRITER})\)"
)
"""`何静/教师（海州市）`, `何静（海州市、教师）`, `（何静/海州市、教师）`, `（海州市·何静）`."""
_NAME_AND_PLACE = regex(
    rf"[□■]?\s?(?P<name>[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}]{{1,2}})\s?[(\[【](?:{_WHERE})[)\]】]"
    rf"|(?P<spaced>[{HAN}](?:\s[{HAN}]){{1,2}})\s?\("
    rf"(?!.?[国油版]画|摄影|水[彩墨粉]|书法|篆刻|剪纸|漫画|外[一二三四]首|组诗|连载)[{HAN}]{{2,12}}\)"
    rf"|[(\[【](?:{_WHERE})[)\]】]\s?(?P<after>[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}]{{1,2}})"
)
"""`张三（海州）`, `张 三（海州）`, `（海州）张三`."""

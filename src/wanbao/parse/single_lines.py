"""What a single line may be beside a paragraph or heading: furniture, a running head, an author line, a jump."""

from __future__ import annotations

from wanbao.furniture.cues import cued_kind
from wanbao.heads import MAX_LENGTH, read_folded_head
from wanbao.parse.authors import look_at_names
from wanbao.parse.jumps import jump
from wanbao.parse.offices import DESKS, OFFICES, SIGNED_ON
from wanbao.parse.sight import LONGEST_LINE, Rules, Sight
from wanbao.patterns import HAN, regex
from wanbao.text import fold, unspaced

_WHERE_TO_ASK = "(?:联系|咨询|举报|监督|投诉|报名|服务|值班|热线|电话|地址|邮箱|网址|传真)"
_LAST_LINE = regex(
    rf"(?:[{HAN}()“”]{{2,28}}(?:{OFFICES}|厂)(?:\s+[{HAN}()]{{2,20}}(?:{OFFICES})){{0,2}}(?:提供|供稿|发布)?"
    rf"(?:\s*{SIGNED_ON})?|{SIGNED_ON})(?:\s*{_WHERE_TO_ASK}[{HAN}]{{0,4}}:\s?\S.{{0,24}})?"
    r"|(?:一|几)[位名]?(?:忠实)?(?:村民|居民|业主|读者|(?:学生)?家长|学生|职工|群众|市民|住户|老师|司机|乘客)"
    rf"|[{HAN}\d]{{2,16}}\s?(?:全体|几[位名]|[一二两三四五六七八九十数\d]{{1,3}}余?[位名户]|一群|部分|众)"
    r"(?:村民|居民|业主|读者|家长|学生|职工|群众|市民|住户|同学|教师|农民|工人|干部(?:、?职工)?|战士)"
    rf"|(?:[{HAN}]{{2,12}}\s)?[{HAN}]{{2,4}}"
    rf"(?:[\s、][{HAN}]{{2,4}}){{0,2}}\s?等\s?[\d一二三四五六七八九十百]{{1,4}}余?[名位人户](?:[{HAN}]{{2,4}})?"
    rf"|(?:本[报刊社])?(?:{DESKS})|[{HAN}\d]{{2,20}}(?:[中小]学|学[校院]|大学|幼儿园)\s?[{HAN}\d()]{{1,10}}[班级系]"
)
"""`市供电局 2012年12月6日`, `江北区人民法院`, a date alone: who issues a notice, and when."""
_DATE_ALONE = regex(r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s?星期[一二三四五六日天])?$")
_OF_MASTHEAD = regex(
    rf"[{HAN}]{{2,6}}(?:日报|晚报|早报|晨报|都市报|商报|时报|导报|周报|农村报|生活报|青年报)"
    rf"|[{HAN}](?:\s[{HAN}]){{1,5}}\s报"
    r"|[A-Z]?\d{1,2}|(?:总?第)\s?\d{2,6}\s?期"
)
"""`海角晚报`, `海 角 晚 报`, `A02`, `总第9876期`: a line of the masthead."""
_OF_JUMPS = regex("[转接见刊续]")
"""Letters of which one stands in every line that tells where a story goes on."""
_PAGE_NUMBER = regex(r"[-—－·•]{1,2}\s?\d{1,3}\s?[-—－·•]{1,2}")
_PADDED_NUMBER = regex(rf"0\d{{1,2}}\s?[{HAN}]{{2,4}}")
"""`05 年味` stands at the head of a page; below it is the fifth part of a story."""
_SECTION_AND_LATIN = regex(rf"[{HAN}·]{{2,6}}\s?[A-Z][A-Za-z&' ]{{2,24}}|[A-Z][A-Za-z&' ]{{2,24}}\s[{HAN}·]{{2,6}}")
"""`人物 RENWU`, `FOCUS 焦点`: a section's name with its pinyin or English."""


_LONGEST_NUMBER = 4
_NUMBER_OF_PART = regex(r"\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十]{1,2}")


def look_at_line(sight: Sight, rules: Rules, near_top: bool) -> None:
    """What a short line may be beside a paragraph or heading: furniture, running head, by-line, jump."""
    if sight.size > _LONGEST_NAMED and sight.text[-1] in "。！？”" and not (sight.keyed and _holds_key(sight, rules)):
        _ask_profile(sight, rules)
        return
    _look_for_head(sight, rules, near_top)
    _look_for_furniture(sight, rules)
    _look_for_jump(sight)
    if (
        sight.size <= _LONGEST_NUMBER
        and sight.shape == "text"
        and not near_top
        and _NUMBER_OF_PART.fullmatch(sight.line)
    ):
        sight.evidence.append("part_number")
    if sight.size <= _LONGEST_NAMED and not sight.head:
        look_at_names(sight, rules, sight.line)


_LONGEST_NAMED, _LONGEST_JUMP = 80, 40
"""Letters of a line that may name people, and of one that tells where a story goes on."""


def _ask_profile(sight: Sight, rules: Rules) -> None:
    """Whether a sentence that no general pattern knows is furniture by the profile's own."""
    if rules.keyless and sight.size <= LONGEST_LINE and (kind := rules.keyless_kind(sight.line)):
        sight.furniture = kind
        sight.evidence.append("furniture")


def _look_for_head(sight: Sight, rules: Rules, near_top: bool) -> None:
    """Whether the line is a running head, or near the top a part of one that was printed on lines of its own."""
    if sight.size > MAX_LENGTH:
        return
    line = sight.line
    sight.head = read_folded_head(line, rules.own_names)
    if sight.head and not near_top and _PADDED_NUMBER.fullmatch(line):
        sight.head = None
    if sight.head:
        sight.evidence.append("head" if any(sight.head[:5]) else "staff")
    elif near_top and _DATE_ALONE.match(line):
        sight.evidence.append("page_date")
    elif near_top and (unspaced(line) in rules.own_names or _OF_MASTHEAD.fullmatch(line)):
        sight.evidence.append("masthead")
    elif _is_page_number(line) or (near_top and _SECTION_AND_LATIN.fullmatch(line)):
        sight.evidence.append("page_section")


def _is_page_number(line: str) -> bool:
    """Whether a line is nothing but `- 3 -`."""
    return line[0] in "-—－·•" and _PAGE_NUMBER.fullmatch(line) is not None


def _look_for_furniture(sight: Sight, rules: Rules) -> None:
    """Whether the line is furniture by its form or, where no pattern knows it, by the words in it."""
    known = sight.size <= LONGEST_LINE and not sight.head
    if known and (kind := rules.furniture_kind(sight.line, sight.keyed)):
        sight.furniture = kind
        sight.evidence.append("furniture")
    elif _may_be_cued(sight) and (kind := cued_kind(sight.line)):
        sight.furniture = kind
        sight.evidence.append("furniture_words")


def _look_for_jump(sight: Sight) -> None:
    """Whether the whole line tells where a story goes on or whence it comes."""
    if sight.size > _LONGEST_JUMP or not _OF_JUMPS.search(sight.text):
        return
    turn = jump(sight.text)
    if turn and turn.start == 0 and turn.end >= len(sight.text.rstrip()):
        sight.jump = turn
        sight.first = 0 if turn.forward else turn.end
        sight.evidence.append("jump_to" if turn.forward else "jump_from")


def _holds_key(sight: Sight, rules: Rules) -> bool:
    """Whether the keys of a line stand in it as it is printed; they do where folding has changed nothing."""
    return sight.line in sight.text or rules.keys.search(sight.text) is not None


def _may_be_cued(sight: Sight) -> bool:
    """Whether a line stands by itself and has no end of a sentence, so that its words may tell what it is."""
    return sight.shape == "text" and not sight.head and sight.size >= _LEAST_CUED and sight.text[-1] not in _SENTENCE


_LEAST_CUED = 6
_SENTENCE = frozenset("。！？…，、；：")
_OFFICE = regex(
    rf"(?:中共)?[{HAN}]{{2,18}}(?:局|委员会|市委|县委|区委|法院|检察院|政府|办公室|指挥部|委|办)"
    rf"(?:\s+[{HAN}]{{2,18}}(?:局|委员会|法院|检察院|政府|办公室|委|办))?"
)
"""`海州市统计局`, `中共海州市委办公室`."""


def issued_by(sight: Sight) -> bool:
    """Whether a line names nothing but the office that issues a notice: `海州市统计局`."""
    return sight.size >= 5 and _OFFICE.fullmatch(sight.text.strip()) is not None


def may_end(sight: Sight) -> bool:
    """Whether a line may be the last of a notice or letter: an office, a date, or both."""
    text = sight.text.strip()
    return len(text) <= 50 and text[-1] not in "。！？；：:" and bool(_LAST_LINE.fullmatch(fold(text)))

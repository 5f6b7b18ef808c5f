"""Authors whom no word announces: on a line of their own, and at the end of a text where others are signed too.

`凌远科孔庆锋`, `省社会科学院研究员周志明`: papers print them between headline and text, often set as large as a deck,
which is what else stands there. `（文）`, `（海州市统计局 周明）`: what one article of a page does, all do.
"""

from __future__ import annotations

from itertools import pairwise

from wanbao.conventions import COMMON_SURNAMES
from wanbao.credited import Byline, Credit
from wanbao.nameforms import looks_like_name, run_together
from wanbao.parse.endings import FILED_AT, Ending
from wanbao.parse.row import Row
from wanbao.parse.sight import NAMED, Sight
from wanbao.patterns import HAN, regex
from wanbao.text import is_han, unspaced

_BLANKS = frozenset(" \u3000")

_POSTS = (
    "主任|[司局部厅处科所院校县市省镇乡区州厂站会团社行馆队班组台]长|书记|主席|总裁|总?经理|董事|委员|代表|理事|教授|讲师|教师|研究员|工程师"
    "|总监|导演|编剧|编辑|政委|司令员?|律师|医[师生]|[硕博]士|参谋|干事|干部|职工|成员|大学|学院|师院|中心|研究[院所会]|公司|[中小]学|医院|[协学]会|文联|作协"
)
"""What somebody is, or where he works."""
_TELLS = (
    "专?访|采访|记(?!者)|追[记忆]|对话|悼|[回追]?忆|怀念|缅怀|走近|学习|听|致"
    "|会见|[看探]望|祝|任命|选举|推荐|感谢|告别|送"
)
"""Words with which a headline tells of a person."""
_WITH_POST = regex(
    rf"(?!{_TELLS}|[{HAN}]{{0,4}}记者|[{HAN}]{{0,8}}(?:对话|专访|采访|访谈))(?P<body>[{HAN}、《》“”]{{2,26}}(?:{_POSTS}))\s?(?P<names>[{HAN}]{{2,9}})"
)


_LETTER_BY_LETTER = regex(rf"(?P<body>[{HAN}]{{3,14}})[ \u3000]+(?P<name>[{HAN}](?:[ \u3000]+[{HAN}]){{1,2}})")
"""`新立煤矿 荣 卫 国`: letters set apart behind a body are a name."""


def unannounced(text: str) -> Byline | None:
    """The authors whom a whole line names, by their names alone or with the post of one of them; else None."""
    line = text.strip()
    if names := run_together(line):
        return Byline(len(text), tuple(_author(name, "") for name in names), False)
    spaced = _LETTER_BY_LETTER.fullmatch(line) if line[-2:-1] in _BLANKS else None
    if spaced and (looks_like_name(name := unspaced(spaced["name"])) or spaced["body"][-1:] in _OF_PLACES):
        return Byline(len(text), (_author(name, spaced["body"]),), False)
    barred = _BARRED.fullmatch(line) if _BARS.search(line) else None
    if barred and (barred["of_net"] or looks_like_name(barred["name"])):
        return Byline(len(text), (_author(barred["name"] or barred["of_net"], barred["where"] or ""),), True)
    found = _WITH_POST.fullmatch(line) if 5 <= len(line) <= 34 else None
    if found is None:
        return None
    printed = found["names"]
    if _EVENTS.fullmatch(printed):
        return None
    names = (printed,) if looks_like_name(printed) else run_together(printed)
    return Byline(len(text), tuple(_author(name, found["body"]) for name in names), False) if names else None


_EVENTS = regex("成[立军型]|封[顶关]|关[门闭停]|解散|常设|高产|[连全]胜|应[战诉]|查处|向好|双赢")
"""`海州鉴定中心成立`: what happens to a body, in letters of which a name may be made."""
_BARS = regex("[❘|｜丨]")
_BARRED = regex(
    rf"(?P<where>[{HAN}]{{2,10}})[❘|｜丨](?P<name>[{HAN}]{{2,4}})[❘|｜丨][{HAN}]{{0,8}}"
    r"(?:[教老医律]师|学生|职工|工人|农民|干部|医生|作家|编辑|工作者|[经助总]理|教授|职业者?|军人|司机|[小初高大][一二三四五六]|年级"
    r"|[大中小]学|[监党市区县]委|局|支队|协会|医院|学院|公司|集团|中心|街道|社区|报社|主任|书记|主席|[员长师])"
    rf"|[A-Za-z\d.]{{4,16}}网友[❘|｜丨](?P<of_net>[{HAN}]{{2,6}})"
)
"""`海角东城❘周晓❘退休教师`, `haijiao.example网友❘老周`: where a correspondent lives, who he is and what he does."""
_OF_PLACES = frozenset("省市县区镇乡村")
"""`北京市朝阳区　思　来`: behind where somebody lives, also a pen name."""


def _author(name: str, organisation: str) -> Credit:
    return Credit(name, name, "author", "", organisation, True)


def judge_signatures(row: Row) -> None:
    """What the signatures of a page say of each other."""
    if "byline_names" in row.shown:
        _columns_like_names(row)
    _nobody_by_name(row.solid)
    _glued_names(row)
    if "topic" in row.shown:
        _filed_below(row.solid)
    signed = not _SIGNED.isdisjoint(row.shown)
    if signed:
        _askers(row.sights)
    if _pen_names(row.sights) or signed:
        _signed_page(row.sights)


_SIGNED = frozenset(("signed", "signed_name"))


def _glued_names(row: Row) -> None:
    """`…来到动物园。何静`: a name right behind the last sentence of a story, which ends with no stop."""
    for index, sight in enumerate(row.solid):
        if sight.shape != "text" or sight.is_heading or sight.sign is not None or sight.size < _LEAST_SIGNED:
            continue
        found = _GLUED.search(sight.text, sight.size - 5) if is_han(sight.text[-1]) else None
        after = row.after(index) if found else None
        if found is None or (after is not None and not row.able[index + 1]) or found[1] in _NO_NAMES:
            continue
        name = unspaced(found[1])
        if len(name) == _WHOLE_NAME and not looks_like_name(name):
            continue
        sight.sign = Ending(found.start(1), (Credit(name, found[1], "author", "", "", False),), False)
        sight.evidence.append("signed_name")


_WHOLE_NAME = 3
"""Letters of a name with its surname; two may be a pen name."""
_LEAST_SIGNED = 20
"""Letters of a text that a glued name signs, at least."""
_GLUED = regex(rf"[。！？”]([{HAN}]\s?[{HAN}]{{1,2}})$")
_NO_NAMES = frozenset(
    ("待续", "未完", "下转", "上接", "续完", "剧终", "完了", "谢谢", "再见", "同上", "全文完", "全剧终")
)
"""What may stand behind the last sentence and is nobody: `（…）未完`."""
_NEIGHBOURS = regex(
    rf"(?!.*的)[{HAN}\d]{{2,18}}(?:村|社区|小区|街道|新村|新城|大院|花园|家园|公寓|[镇乡路街巷弄苑里组号栋幢楼队])\s?"
    r"(?:部分|全体|众|多[名位]|[几一][名位]|一群)?(?:村民|居民|业主|住户|租户|商户|家长)们?"
    rf"|[{HAN}\d()]{{3,20}}(?:全体|部分)(?:学生|同学|师生|教师|职工|员工|居民|村民|业主|商户|家长)"
    rf"|[{HAN}\d]{{3,20}}(?:公社|大队|生产队|连|厂|矿|[大中小]学|学院|医院|公司|机关|部队)[{HAN}]{{0,4}}一[名位个群]?"
    r"(?:社员|职工|工人|战士|学生|教师|读者|干部|农民|居民|家长|医生|护士|司机)"
    rf"|—{{1,3}}(?![摘选]自|全文|写给|献给|[致记寄完]|未完|题记|后记|代序|纪念)[{HAN}]{{2,6}}"
    rf"|(?:一[名位个群]|几[名位])[{HAN}]{{0,8}}(?:家长|读者|市民|居民|村民|业主|教师|老师|学生|工人|职工|乘客|司机|老人|患者|农民|网友|群众)们?"
)
"""`海州路部分居民`, `三年级（2）班全体家长`, `一群老读者`, `——海边小白`: who signs a letter without a name."""
_LONGEST_NEIGHBOURS = 28


def _nobody_by_name(solid: list[Sight]) -> None:
    """`柳溪村3组村民`, `一名退休教师`, `——海边小白` between a text and the next heading: who signs a letter."""
    for place, sight in enumerate(solid[1:], 1):
        if sight.size > _LONGEST_NEIGHBOURS or "short_line" not in sight.evidence or "no_marks" in sight.evidence:
            continue
        before, after = solid[place - 1], solid[place + 1] if place + 1 < len(solid) else None
        if sight.shape != "text" or before.shape != "text" or before.text[-1] not in _ENDED:
            continue
        if (after is None or after.is_heading) and _NEIGHBOURS.fullmatch(sight.line):
            sight.withdraw("label_line")
            sight.evidence.append("citizen")


def _filed_below(solid: list[Sight]) -> None:
    """`本报海角7月7日电` on a line of its own between a text and the next heading ends the text above."""
    for place, sight in enumerate(solid[1:], 1):
        if "topic" not in sight.evidence or not FILED_AT.fullmatch(sight.line):
            continue
        before, after = solid[place - 1], solid[place + 1] if place + 1 < len(solid) else None
        if before.shape == "text" and before.text[-1] in _ENDED and (after is None or after.is_heading):
            sight.opening = None
            sight.withdraw("topic")
            sight.evidence.append("bracketed_source")


_LONGEST_COLUMN, _COLUMN_LETTERS, _FARTHEST_HEAD = 4, 2, 40


def _columns_like_names(row: Row) -> None:
    """`言 论` alone between two stories that both name their authors at their heads: no third author but a column."""
    solid = row.solid
    for index, sight in enumerate(solid[1:-2], 1):
        if "byline_names" not in sight.evidence or sight.size > _LONGEST_COLUMN or sight.is_heading:
            continue
        bare = unspaced(sight.text)
        if len(bare) != _COLUMN_LETTERS or bare[0] in COMMON_SURNAMES:
            continue  # 周晓阳 signs what stands above
        before, after = solid[index - 1], solid[index + 1]
        if before.shape != "text" or before.text[-1] not in _ENDED or before.sign or not after.is_heading:
            continue
        if any(not NAMED.isdisjoint(line.evidence) for line in solid[index + 2 : index + 4]) and _named_above(
            solid, index - 1
        ):
            sight.byline = None
            sight.withdraw("byline_names")
            sight.evidence.append("label_line")


_ENDED = frozenset("。！？”）…")


def _named_above(solid: list[Sight], index: int) -> bool:
    """Whether the text that ends here stands, without a heading between, below a line that says who wrote it."""
    for place in range(index, max(0, index - _FARTHEST_HEAD), -1):
        if solid[place].is_heading:
            return False
        if "byline" in solid[place].evidence:
            return solid[place - 1].is_heading
    return False


_QUOTING = frozenset(("citizen", "bracketed_source"))


def judge_mottos(row: Row) -> None:
    """`——编者`, `——摘自市政府工作报告` between two texts: whose words stand above the story proper, no signature."""
    if _QUOTING.isdisjoint(row.shown):
        return
    for index, sight in enumerate(row.solid):
        if sight.text[0] == "—" and not _QUOTING.isdisjoint(sight.evidence):
            after = row.after(index)
            if after is not None and after.shape == "text" and "。" in after.text and not after.opening:
                sight.withdraw(*_QUOTING)
                sight.evidence.append("motto")


def _askers(sights: list[Sight]) -> None:
    """Who asks signs the question, not the text: `问：…（鄱阳县 老洪）`, `答：…`."""
    for asked, answer in pairwise(sights):
        if asked.sign and asked.text[0] == "问" and answer.text[0] == "答" and answer.shape == "text":
            asked.sign = None
            asked.withdraw("signed", "signed_name")


_PEN_AT_END = regex(
    rf"(?<=[。！？”])\s?([（(](?!众笑|大笑|掌声|鼓掌|热烈)(?![完笑略续注图同例见附左右上下])[{HAN}]{{1,2}}[)）])\s*$"
)
"""One or two letters in a bracket behind the last sentence, but for （完）, （略）, （左）…"""


def _pen_names(sights: list[Sight]) -> bool:
    """`（文）`, `（月）`, `（丽文）` at the ends of several paragraphs: pen names, which nothing else tells.

    Whether anything like them is there.
    """
    texts = [sight for sight in sights if sight.text[-1] in ")）" and sight.shape == "text" and sight.sign is None]
    ends = [(sight, _PEN_AT_END.search(sight.text, max(0, sight.size - 6))) for sight in texts]
    found = [(sight, match) for sight, match in ends if match]
    if not found:
        return False
    weak = sum("signed_name" in sight.evidence for sight in sights)
    if len({match.group(1) for _, match in found}) + weak > 1:
        for sight, match in found:
            sight.sign = Ending(match.start(1), (), False)
            sight.evidence.append("signed")
    return True


def _named_elsewhere(sights: list[Sight]) -> None:
    """`（周晓）` at the end of a text where the page names 记者周晓: nobody else is meant, and the text is signed."""
    weak = [sight for sight in sights if "signed_name" in sight.evidence and sight.sign]
    if not weak:
        return
    named = {who.name for sight in sights if sight.byline and sight.byline.explicit for who in sight.byline.credits}
    named |= {who.name for sight in sights if sight.opening for who in sight.opening.credits}
    for sight in weak:
        if sight.sign and any(who.name in named for who in sight.sign.credits):
            sight.evidence.append("signed_like_others")


_OFTEN_SIGNED = 3
"""So many signed texts make a page that signs its texts."""


def _signed_page(sights: list[Sight]) -> None:
    """Paragraphs signed at their ends on a page that signs several: what one article of a page does, all do."""
    signed = [sight for sight in sights if "signed" in sight.evidence]
    _named_elsewhere(sights)
    others = sum("bracketed_names" in sight.evidence for sight in sights)
    if signed and len(signed) + others >= _OFTEN_SIGNED:
        for sight in signed:
            sight.evidence.append("signed_like_others")

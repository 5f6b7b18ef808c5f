"""Author lines of those who write to the paper, and of its guests: readers, pupils, whoever is asked or quoted."""

from __future__ import annotations

import re

from wanbao.credited import Byline
from wanbao.nameforms import looks_like_name
from wanbao.parse.pupils import may_name_pupil, names_class, read_pupil, read_teacher
from wanbao.parse.sight import Rules, Sight
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced


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
    if ("指导" in line or "辅导" in line) and (teacher := read_teacher(line)):
        sight.byline = teacher
        sight.evidence.append("taught_by")
        return True
    if not may_name_pupil(line) or (sight.is_heading and "小记者" not in line and "(" not in line):
        return False
    sight.byline = read_pupil(line)
    if sight.byline is None and not sight.is_heading and names_class(line):
        sight.byline = Byline(sight.size, (), True)
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


def nameless(sight: Sight, rules: Rules, line: str) -> bool:
    """Those who write without a name: `东岛海角县读者`, `海角网“留言板”网友`."""
    if not _NAMELESS.fullmatch(line):
        return False
    sight.evidence.append("citizen")
    return True


def lives_at(sight: Sight, rules: Rules, line: str) -> bool:
    """`海角市滨江路12号 周一鸣`: who writes, behind the address."""
    found = _ADDRESS.fullmatch(line) if _DOOR.search(line) else None
    if found is None or not looks_like_name(unspaced(found["name"])):
        return False
    sight.byline = rules.grammar.read(found["name"])
    sight.evidence.append("citizen")
    return True


def is_addressed_to(sight: Sight, rules: Rules, line: str) -> bool:
    """`各位作者：`: whom a letter addresses."""
    return line[-1] == ":" and _ADDRESSED_TO.match(line) is not None


_DOOR = regex("[号室幢栋弄楼箱]")
_ADDRESS = regex(
    rf"(?![^\s]*(?:电话|热线|地址|邮编|号线))[{HAN}]{{2,20}}[{HAN}A-Za-z0-9〇○-]{{0,14}}"
    rf"[0-9一二三四五六七八九十百〇○](?:号楼?|室|幢|栋|弄|楼|信箱)(?:[0-9A-Za-z-]{{1,6}}(?:号楼?|室|幢|栋|楼))*"
    rf"\s(?P<name>[{HAN}]{{2,4}}|[{HAN}]\s[{HAN}]{{1,2}})"
)
"""`海州市海滨路12号楼 何静`, `海州123信箱 何静`: a house or a box of the post office, and who writes from there."""
_TAUGHT = rf"(?:\s?\(?指导(?:老师|教师)\s?:?\s?[{HAN}\s]{{2,8}}\)?)?"
"""`指导老师：柯春燕` behind a pupil."""
_LETTER_FROM = regex(
    rf"读者\s?:\s?[{HAN}]{{2,4}}(?:\s[{HAN}]{{2,4}}){{1,3}}$"
    rf"|(?:读者|市民|网友|居民|群众)\s?(?:[{HAN}·]{{2,4}}|[{HAN}]\s[{HAN}]{{1,2}})\s?"
    rf"(?:(?:来[信电稿函]|投书|投诉|反映)\s?[—:：-]{{0,4}}|[—:：-]{{1,4}})$"
    r"|(?:[来写]信(?:读者|市民|居民|村民|人|者)|来电(?:读者|市民)|投诉[人者]|反映人|咨询[人者]|提问[人者]?|报料人"
    r"|爆料人|记录整理|采访整理|记录|整理|撰稿|口述者?|讲述者?|讲述人|撰文|执笔|采访|主持人?|嘉宾|作者|文字|图片"
    r"|翻译|编译|漫画|供稿|采写"
    r"|主讲(?:人|嘉宾|教师)?|点评(?:人|嘉宾|专家)|本期(?:嘉宾|专家)|受访(?:专家|嘉宾|者|人|医生|对象)"
    r"|解答(?:专家|人)?|指导(?:老师|教师)|辅导(?:老师|教师))"
    rf"\s?[:：/]\s?[{HAN}A-Za-z0-9·\s、，,:（）()]{{2,50}}$"
    rf"|(?:指导|辅导)(?:老师|教师)\s?[{HAN}\s]{{2,6}}$"
    rf"|(?:[{HAN}\d]{{2,18}}(?:[中小]学|学[校院]|大学|幼儿园)\s)?[{HAN}0-9()]{{2,16}}[班级系]\s[{HAN}·\s]{{2,5}}"
    rf"(?:\s?\([{HAN}]{{2,6}}\).{{0,8}})?{_TAUGHT}$"
    rf"|小记者\s[{HAN}·]{{2,4}}\s[{HAN}0-9()]{{2,16}}[班级]{_TAUGHT}$"
)
"""`读者何静来信：`, `整理：周晓`, `指导老师 何静`, `海州小学三年级 李小江`: whose letter or lesson it is."""
_READER_PICTURED = regex(
    rf"(?:热心)?(?:读者|市民|网友|居民|村民)\s?([{HAN}·]{{2,4}}\s?(?:摄影报道|文\s?/\s?图|图\s?/\s?文|图文))"
)
"""`读者 何静 摄影报道`"""
_ADDRESSED_TO = regex(rf"(?:各位|尊敬的|敬爱的|亲爱的|广大|全体|全[市县省国]|致)[{HAN}、\s]{{1,14}}:$")
_NAMELESS = regex(
    rf"[{HAN}]{{2,9}}[省市县区镇乡村](?:一[名位])?(?:读者|村民|居民|市民|网友)|[{HAN}]{{2,6}}网“[{HAN}]{{2,8}}”网友"
)
"""`东岛海角县读者`: where somebody lives who writes, and not who it is."""
_NICKNAME = regex(r"(?:读者|网友|市民)\s?[A-Za-z][\w.-]{2,15}", re.ASCII)
"""`读者 sl8753`: a reader who signs with a name of the net."""

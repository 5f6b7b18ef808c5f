"""Lines that name an office, a desk of the paper or a source in place of an author, and how such bodies are called."""

from __future__ import annotations

from wanbao.conventions import AGENCIES
from wanbao.parse.sight import Rules, Sight
from wanbao.patterns import HAN, regex

DESKS = "(?:编辑|评论|副刊|记者|群工|通联|广告|发行|宣传|组织|武装|统战|客服|工程|营业|社教)部|总编室"
"""Departments that sign by their name alone."""
OFFICES = f"{DESKS}|局|委|院|公司|中心|政府|处|所|学校|集团|办公室|办|社|银行|馆|站|组|队|会|小学|中学|大学"
"""How the names of offices end."""
SIGNED_ON = (
    r"(?:(?:\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月"
    r"(?:\s?[\d一二三四五六七八九十]{1,3}\s?日)?|\d{1,2}月\d{1,2}日)"
)
"""`2012年12月6日`, `一九九七年十二月`, `9月3日`: when something was signed, as the inside of a pattern."""


def figures_from(sight: Sight, rules: Rules, line: str) -> bool:
    """`数据来源:市统计局`: nobody who wrote the article."""
    return _FIGURES_FROM.match(line) is not None


def source_line(sight: Sight, rules: Rules, line: str) -> bool:
    """`摘自1999年5月16日《金陵晚报》`, `——摘自市政府工作报告`, `来源《金陵晚报》作者 何静`."""
    written = _SOURCE_AND_AUTHOR.match(line)
    if written is None and not _SOURCE_LINE.match(line):
        return False
    if written:
        sight.byline = rules.grammar.read(sight.text[written.end() :])
        if sight.byline is None:
            return False  # 来源不明 作者不详
    sight.evidence.append("bracketed_source")
    return True


def role_alone(sight: Sight, rules: Rules, line: str) -> bool:
    """`本报评论员`."""
    if not _ROLE_ALONE.match(line):
        return False
    sight.evidence.append("byline")
    return True


def of_an_office(sight: Sight, rules: Rules, line: str) -> bool:
    """`本报编辑部`, `本报综合报道`, `海角县委报道组`."""
    if not (line[0] in "本据综" or "报" in line or "社" in line or line[-1] in "组者") or not _OFFICE.fullmatch(line):
        return False
    sight.evidence.append("byline")
    return True


_FIGURES_FROM = regex("(?:数据|资料|图表)来源\\s?:")
"""Where the figures of a table or chart come from: nobody who wrote the article."""
_SOURCE_LINE = regex(
    r"来源\s?:\s?[^。,;:]{2,16}$|《[^《》]{2,12}》供稿$|(?:据|综合)《[^《》]{2,16}》[^。]{0,10}$"
    r"|(?:摘自|摘编自|选自|转自|原载)[^。！？]{0,24}《[^《》]{2,20}》[^。！？]{0,20}$"
    r"|—{1,2}\s?(?:摘自|选自|节选自|引自|语出)[^。！？,]{2,30}$"
)
"""`摘自1999年5月16日《金陵晚报》`, `——摘自市政府工作报告`"""
_SOURCE_AND_AUTHOR = regex(
    r"来源\s?:?\s?(?:《[^《》]{2,12}》|[^\s《》。,;:]{2,10})\s?作者\s?[:/]?\s?(?=\S[^。,;:]{1,20}$)"
)
"""`来源《海角晚报》作者 `: what stands before the names."""
_ROLE_ALONE = regex(
    rf"[□■]?\s?(?:本报|本刊|新华社|[{HAN}]{{2,6}}报)\s?(?:特约|首席)?(?:评论员|编辑部|记者|观察员|社论)$"
)
_OFFICE = regex(
    rf"(?:本报|本刊|本社|[{HAN}]{{2,6}}(?:日报|晚报|社))\s?(?:特约|首席|特邀)*\s?"
    r"(?:评论员|编辑部|评论部|编委会|资料室)(?:文章)?"
    rf"|(?:据|综合)\s?(?:{'|'.join(AGENCIES)}|[{HAN}]{{2,6}}(?:[日晚早晨商时快]报|都市报|新闻|[网台]))"
    rf"(?:[、和及，,]?(?:{'|'.join(AGENCIES)}|[{HAN}]{{2,6}}(?:[日晚早晨商时快]报|都市报|新闻|[网台])))*"
    r"(?:海外版|客户端|微信公众号)?等?(?:[消信]息|报道|专?电|稿)?"
    rf"|(?:副刊|本版)编者|[{HAN}]{{2,14}}(?:通讯组|报道组|写作组|采访组|调查组|课题组|编写组)(?:\s(?:本报|[{HAN}]{{2,6}}报)记者)?"
    rf"|本报(?:综合|综合消息|综合报道)|本报[{HAN}]{{1,6}}[组部室](?:整理|采写|策划|编辑)?|本[组版]稿件[{HAN}\s]{{0,6}}"
)
"""`本报评论员`, `据新华社、海角晚报报道`, `本报综合消息`: an office or a house as author."""

"""Authors that a line names without any word that says so: `凌远科孔庆锋`, `省社会科学院研究员周志明`.

Papers print them between headline and text, often set as large as a deck, which is what else stands there.
"""

from __future__ import annotations

from wanbao.nameforms import looks_like_name, run_together
from wanbao.names import Byline, Credit
from wanbao.patterns import HAN, regex

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
_WITH_POST = regex(rf"(?!{_TELLS})(?P<body>[{HAN}、《》“”]{{2,26}}(?:{_POSTS}))\s?(?P<names>[{HAN}]{{2,9}})")


def unannounced(text: str) -> Byline | None:
    """The authors whom a whole line names, by their names alone or with the post of one of them; else None."""
    line = text.strip()
    if names := run_together(line):
        return Byline(len(text), tuple(_author(name, "") for name in names), False)
    found = _WITH_POST.fullmatch(line) if 5 <= len(line) <= 34 else None
    if found is None:
        return None
    printed = found["names"]
    names = (printed,) if looks_like_name(printed) else run_together(printed)
    return Byline(len(text), tuple(_author(name, found["body"]) for name in names), False) if names else None


def _author(name: str, organisation: str) -> Credit:
    return Credit(name, name, "author", "", organisation, True)

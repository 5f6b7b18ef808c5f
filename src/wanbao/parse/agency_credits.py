"""Pictures that an agency, or a body that is asked about the news, gave: `视觉中国`, `周晓/视觉中国`, `图据受访者`."""

from __future__ import annotations

import re

from wanbao.credited import Credit
from wanbao.nameforms import looks_like_name
from wanbao.parse.endings import Ending
from wanbao.patterns import HAN, regex


def from_agency(tail: str) -> Ending | None:
    """The credit of an agency, or of another source that is no person by name, at the folded end of a text."""
    if "图据" in tail[-12:] and (source := _FROM_SOURCE.search(tail)):
        return Ending(source.start(), (), True)
    if agency := _AGENCY_CREDIT.search(tail):
        return Ending(agency.start(1), (), True)
    if "/" in tail[-20:] and (sold := _THROUGH_AGENCY.search(tail)) and looks_like_name(sold["name"]):
        who = Credit(sold["name"], sold["name"], "photographer", "", sold["agency"], True)
        return Ending(sold.start("name"), (who,), True)
    return None


_GIVERS = "受访者|采访对象|当事人|资料|网络|主办方|活动方|警方|校方|院方|通讯员"
AGENCY = (
    r"新华社|新华|中新社|法新社?|路透社?|美联社?|共同社"
    r"|人民视觉|视觉中国|东方IC|CFP|VCG|IC\s?photo|CNS|欧新社|欧联社|中央社|达志影像|盖[蒂帝]图像"
)
PICTURE_AGENCY = r"人民视觉|视觉中国|影像中国|C视觉|东方IC|CFP|VCG|IC\s?photo"
_AGENCY_CREDIT = regex(
    r"(?:^|(?<=[。!?”)\s]))\s?(\(?"
    rf"(?:(?:供|题|配|资料|压题)?图片?(?:来源)?\s?[/:]\s?(?:{_GIVERS}|{AGENCY})(?:/(?:{AGENCY}))?(?:提供|供图|图片?)?"
    rf"|(?:{AGENCY})\s?(?:/\s?(?:{AGENCY})\s?(?:供图|图片?|发)?|供图|图片?|发)|(?:{PICTURE_AGENCY}))\)?)$",
    re.IGNORECASE,
)
"""`新华社/法新`, `视觉中国`: an agency alone gave the picture."""
_THROUGH_AGENCY = regex(
    rf"(?:^|(?<=[。!?”)\s]))(?P<name>[{HAN}]{{2,3}})\s?/\s?(?P<agency>{PICTURE_AGENCY})$", re.IGNORECASE
)
"""`周晓/视觉中国`: who took the picture, and the agency that sold it."""
_FROM_SOURCE = regex(rf"(?:^|(?<=[。!?”)\s]))\(?图据[{HAN}A-Za-z]{{2,8}}\)?$")
"""`图据受访者`, `（图据视觉中国）`"""

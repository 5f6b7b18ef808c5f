"""Lines that credit several pictures at a stroke: `（均由张三摄）`, `本版摄影 记者 李明`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from wanbao.credited import Credit
from wanbao.nameforms import looks_like_name
from wanbao.names import Grammar
from wanbao.patterns import HAN, regex
from wanbao.text import fold


def is_shared(text: str) -> bool:
    """Whether a line credits several pictures: `（均由张三摄）`."""
    return shared_start(fold(text[:60])) == 0


def shared_start(tail: str) -> int:
    """Where a line that credits several pictures begins, or -1."""
    starts = [found.start() for found in _SHARED_BEGIN.finditer(tail, max(0, len(tail) - 36))]
    return starts[-1] if starts else -1


_SHARED_BEGIN = regex(
    r"(?:^|(?<=[\s。)!?”]))\(?(?=(?:以上|上述|本[版文组栏]|均|皆)\s?(?:图|照|摄|组图|由|为|文图|均)"
    r"|(?:图片?|照片)[均皆]\s?[由为])"
)
"""`以上图片`, `本版摄影`, `图片均由`: where a credit of several pictures begins."""


def shared_credit(inside: str, grammar: Grammar) -> tuple[Credit, ...] | None:
    """Who took all pictures, as a line says that stands for several captions: `本版摄影 记者 李明`, `均由张三摄`."""
    prefix = _SHARED.match(inside)
    if prefix is None or not (prefix.end() and re.search("[图摄照均]", inside)):
        return None
    rest = re.sub(r"\s?(?:拍摄|摄影|摄|提供|供图)$", "", inside[prefix.end() :])
    if re.fullmatch(r"资料(?:图片?|照片)?", rest) or not rest:
        return ()
    if not ("摄" in inside or re.search("图片|照片", prefix.group())):
        return None
    byline = (grammar.read(f"{rest} 摄") if "摄" in inside else None) or grammar.read(rest)
    if byline is None:
        return () if re.fullmatch(rf"[{HAN}]{{2,16}}", rest) and "提供" in inside else None
    names = [who for who in byline.credits if byline.explicit or looks_like_name(who.name)]
    return tuple(replace(who, role="photographer", role_printed=who.role_printed or "摄") for who in names)


_SHARED = regex(
    r"(?:以上|上述|本[版文组栏刊报]|全部|所有|均|皆|都)[\s:]*(?:(?:图片|照片|组图|摄影|图|文图)[\s:]*)?"
    r"(?:均|皆|都)?[\s:]*[由为]?[\s:]*"
)
"""`以上图片均由`, `本版摄影：`, `均为`: which pictures a credit is for."""

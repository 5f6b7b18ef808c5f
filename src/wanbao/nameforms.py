"""The forms of Chinese names: what may be one, and where names run together part."""

from __future__ import annotations

from wanbao.conventions import (
    AGENCIES,
    COMMON_SURNAMES,
    COMPOUND_SURNAMES,
    NOT_NAMES,
    PAPER_ENDINGS,
    PLACE_NAMES,
    SURNAMES,
)
from wanbao.patterns import HAN, regex

_NAME = regex(rf"[{HAN}]{{2,4}}")
LONG_NAME = regex(rf"[{HAN}]{{1,8}}(?:[·・•‧．.][{HAN}]{{1,8}})+")
"""Minority and foreign names, with points between their parts."""
_LATIN_NAME = regex(r"[A-Z][A-Za-z.'-]{1,15}")
NOT_NAME = regex("|".join(sorted(NOT_NAMES, key=lambda word: (-len(word), word))))
"""Words that stand where names stand."""
SINGLE = frozenset(SURNAMES)
"""Surnames of one character."""
COMPOUND = frozenset(COMPOUND_SURNAMES)
"""Surnames of two."""
_COMMON = frozenset(COMMON_SURNAMES)
ONLY_HAN = regex(f"[{HAN}]+")
"""Nothing but Han."""


def split_names(token: str) -> tuple[tuple[str, bool], ...]:
    """The names in a token without separators, each with whether that is certain; empty where it holds none.

    Four characters are two names where the third is a surname and the first two are no compound surname; five
    and more are split where every part begins with a surname.
    """
    if 2 <= len(token) <= 3 and _NAME.fullmatch(token):
        return ((token, True),)
    if LONG_NAME.fullmatch(token) or _LATIN_NAME.fullmatch(token):
        return ((token, True),)
    if not ONLY_HAN.fullmatch(token) or not 2 <= len(token) <= LONGEST_RUN:
        return ()
    if is_sounded(token):
        return ((token, len(token) > 4 or not _starts_names(token, 2)),)
    if len(token) == 6 and token[:2] in COMPOUND and token[3] in COMMON_SURNAMES:
        return ((token[:3], False), (token[3:], False))  # 欧阳丽黄文生
    if len(token) > 5 and token[:2] in COMPOUND and token[4] in SINGLE:
        return ((token[:4], True), *split_names(token[4:]))  # 呼延思正刘振
    if len(token) <= 3 or token[:2] in COMPOUND:
        return ((token, len(token) <= 4),)
    if len(token) == 4:
        return ((token[:2], True), (token[2:], True)) if _starts_names(token, 2) else ((token, True),)
    parts = _run_together(token)
    return tuple((part, len(token) < 6) for part in parts) if parts else (((token, False),) if len(token) <= 6 else ())


_SOUNDS = frozenset(
    "阿巴尔特依古丽买提木江艾合肯别克孜那格图其日勒乌兰苏达娜热扎西次仁卓玛洛桑顿珠旺姆丹增索朗罗布央宗多吉才让杰加措坚赞拉"
    "久曲呼德朝鲁恩和赫牧额敦毕力努库吐逊穆萨汗沙麦迪尼瓦甫根哈斯宝音沁其贡嘎平普琼尕藏坎卡米吾甲查干才东知"
    "道格旦朵措姆玛桂芒琪敖珊莎热孜迭亥班完冷智毛诺益伊亚帕合塔卜青志雅琴娅托嘎娃"
)
"""Letters that write the sounds of Mongolian, Tibetan and Turkic names."""


def is_sounded(token: str) -> bool:
    """Whether a token of four to seven letters only writes sounds: 巴特巴依尔, 索朗罗布 are one name each."""
    return 4 <= len(token) <= 7 and _SOUNDS.issuperset(token)


def writes_sounds(part: str) -> bool:
    """Whether every letter of a part of a name only writes a sound: 阿依古丽."""
    return _SOUNDS.issuperset(part)


def is_overlong(token: str) -> bool:
    """Whether a token is longer than a name: a foreign one has its parts set apart, or writes sounds throughout."""
    return len(token) > 4 and "·" not in token and not is_sounded(token)


LONGEST_RUN = 12
"""The longest run of names without separators: four of three."""
_NO_NAME_INSIDE = frozenset("的在了是而就都之")
"""Letters of running text that given names have not, or so seldom that the text is likelier."""


_HANDS = ("文并", "文摄", "文图", "图文")
"""`文并摄何小静`: what one hand did, and who."""
_DOES = regex("(?:参观|会见|出席|视察|考察|讲话|致辞|题词|访问|看望|慰问|接见|当选|获奖|夺冠)$")
"""`周志明何静参观`: a headline about people."""


def run_together(token: str) -> tuple[str, ...]:
    """Two to four names in the form of names that a line prints without anything between them, or none.

    `凌远科孔庆锋`. Stricter than `split_names`, which knows that it reads names: at most one surname may be a rare one,
    and four characters are not enough.
    """
    if not 5 <= len(token) <= LONGEST_RUN or not ONLY_HAN.fullmatch(token) or not _NO_NAME_INSIDE.isdisjoint(token):
        return ()
    if token.startswith(_HANDS) or _DOES.search(token):
        return ()
    parts = _run_together(token)
    rare = sum(part[0] not in _COMMON for part in parts)
    return parts if parts and rare <= 1 and all(map(looks_like_name, parts)) else ()


_SPACED_SIZES: dict[int, tuple[tuple[int, ...], ...]] = {
    3: ((3,),),
    4: ((2, 2),),
    5: ((3, 2), (2, 3)),
    6: ((3, 3), (2, 2, 2)),
    7: ((3, 2, 2), (2, 3, 2), (2, 2, 3)),
    8: ((3, 3, 2), (3, 2, 3), (2, 3, 3), (2, 2, 2, 2)),
    9: ((3, 3, 3),),
}


def spaced_sizes(chars: str) -> tuple[int, ...]:
    """How long the names are in a run of letters printed one by one (`周 凌 旷 达` two of two); empty where none fits.

    The first must begin with a surname; of several ways the one in which most names do, and with one that is common.
    """
    ways = _SPACED_SIZES.get(len(chars), ())
    if not ways or chars[0] not in SINGLE:
        return ()

    def lacking(sizes: tuple[int, ...], surnames: frozenset[str]) -> int:
        return sum(chars[sum(sizes[:n])] not in surnames for n in range(len(sizes)))

    best = min(ways, key=lambda sizes: (lacking(sizes, SINGLE), lacking(sizes, _COMMON)))
    return best if len(best) == 1 or lacking(best, SINGLE) <= 1 else ()


def _starts_names(token: str, cut: int) -> bool:
    return token[0] in SINGLE and token[cut] in SINGLE


def _run_together(token: str) -> tuple[str, ...]:
    """Five to nine characters as names of two or three that all begin with a surname; empty where no way is the best.

    A way with fewer rare surnames is better, then one with fewer names.
    """
    ways: list[tuple[str, ...]] = [()]
    found: list[tuple[str, ...]] = []
    while ways:
        way = ways.pop()
        done = sum(map(len, way))
        if done == len(token):
            found.append(way)
        elif token[done] in SINGLE:
            ways += [(*way, token[done : done + size]) for size in (2, 3) if done + size <= len(token)]
    ranked = sorted((sum(part[0] not in _COMMON for part in way), len(way), way) for way in found)
    if not ranked or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return ()
    return ranked[0][2]


_ADDRESSED = regex(
    rf"[{HAN}]{{1,2}}(?:先生|女士|小姐|同学|某某?|师傅|大爷|大妈|大娘|大姐|大哥|阿姨|奶奶|爷爷|叔叔|伯伯|婆婆|老汉|老人|老师|医生|教授"
    r"|院士|主任|经理|警官|局长|书记|所长|院长|校长)"
)
"""`李先生`, `何大爷`, `周主任`: a surname with how its bearer is addressed."""
_ADDRESS_ENDS = frozenset("生士姐学某傅爷妈娘哥姨奶叔伯婆汉人师授任理官长记")
_PROSE = frozenset("的是在了和他她我你们这那从被把就也很有说为与及对向到让给")


def is_addressed(text: str) -> bool:
    """Whether a text is how somebody is spoken of, `李先生`, `张某`, and no name to credit."""
    return text[-1:] in _ADDRESS_ENDS and len(text) < 6 and _ADDRESSED.fullmatch(text) is not None


def reads_as_prose(token: str) -> bool:
    """Whether a token is too long for a Chinese name and has a word of prose in it: `都是他自己`."""
    if len(token) < 4 or "·" in token or _PROSE.isdisjoint(token) or is_sounded(token):
        return False
    return token[0] not in SINGLE or (len(token) > 4 and len(split_names(token)) < 2)


def looks_like_name(text: str) -> bool:
    """Whether a text of two to four Han is in the form of a Chinese name: a surname first, no common word."""
    if not _NAME.fullmatch(text) or NOT_NAME.match(text) or is_addressed(text):
        return False
    return (text[0] in SINGLE and len(text) <= 3) or text[:2] in COMPOUND


_PREPOSITIONS = frozenset("从在据为昨今由对与到就因将向把被我这该此一二三四五六七八九十新老大去近当每各")


def may_have_helped(name: str) -> bool:
    """Whether what stands before 参与采写 is a name, also of four letters: `方彭依梦` with two surnames, `索朗罗布`."""
    if looks_like_name(name) or "·" in name:
        return True
    return len(name) == 4 and (is_sounded(name) or (name[0] in SINGLE and name[1] in SINGLE))


def is_bare_name(token: str, first: bool) -> bool:
    """Whether a token of a bare by-line is a name and not the beginning of the story."""
    if "·" in token:
        return LONG_NAME.fullmatch(token) is not None
    if NOT_NAME.match(token):
        return False
    if len(token) > 4:
        return bool(run_together(token))
    if len(token) == 1:
        return token not in _PREPOSITIONS
    return first or token[0] in SINGLE or token[:2] in COMPOUND or token.endswith("宣")


_TITLE = regex(
    r"[药医律教厨]师|农艺师|工程师|设计师|咨询师|分析师|营养师|会计师|医生|教授|研究员|主任|会长|校长|院长|所长|馆长|秘书长|作家|诗人|专家"
)


def is_bearing(token: str) -> bool:
    """Whether a token before a name says where or what its bearer is: 鄱阳县 老洪, 市药检所 主管药师 童佩佩."""
    if len(token) < 3:
        return _TITLE.fullmatch(token) is not None
    if token[-1] == "县" or (token[-1] in "镇乡市区" and token[0] not in SINGLE):
        return True
    if token[:2] in PLACE_NAMES and len(token) > 3:
        return True
    if any(found.end() == len(token) for found in _TITLE.finditer(token)):
        return True
    return len(token) > 3 and token[-1] in "所院站馆厂处园室会" and len(split_names(token)) < 2


def is_house(token: str) -> bool:
    """Whether a token is too long for a name and holds no names run together: 海角网快讯."""
    if not 4 < len(token) < 7 or is_sounded(token):
        return False
    return ONLY_HAN.fullmatch(token) is not None and len(split_names(token)) < 2


def is_house_word(token: str) -> bool:
    """Whether a token right before a role word is no name: 海角 in `周晓 海角融媒记者 林江`."""
    return 1 < len(token) <= 4 and ONLY_HAN.fullmatch(token) is not None and not looks_like_name(token)


ORGANISATION = regex(
    r"(?:报|社|社发|台|网|端|中心|部|局|公司|大学|学院|中学|小学|学校|医院|保健院|检察院|法院|派出所|管委会|宣传科|办公室|[支大中]队|[市县区省]委|协会|集团|频道|在线|本刊|晨报|工作室|报道组|采访组|采写组|周刊|画报|总队|支队|大队|新媒体|融媒|记者站)$"
)
"""How bodies end that write, give pictures or send somebody."""


_KNOWN_OFFICES = ("残联", "妇联", "侨联", "公安", "检察", "交警", "消防", "城管", "住建", "卫健", "文旅")
"""Bodies that are known by two letters."""
_OFFICE = regex(
    rf"[市县区省镇州街乡村][{HAN}]{{0,5}}(?:[{HAN}][办委局处科所站院队会社司组联]|委宣|宣传|{'|'.join(_KNOWN_OFFICES)})"
)
"""`市建办`, `区消保委`, `县委组`: a body of its city, county or town."""
_NO_LAST_LETTERS = frozenset("办委局处站院队组")
"""Letters that end bodies and no given names; `区文会` and `区登科` may be people."""


def _is_office(token: str) -> bool:
    """Whether a token of three letters or more is a body by the place that it begins with and the office it ends with;
    区 is a surname as well."""
    if not _OFFICE.fullmatch(token):
        return False
    return token[0] not in SINGLE or len(token) > 4 or token[-1] in _NO_LAST_LETTERS or token.endswith(_KNOWN_OFFICES)


def may_be_person(token: str) -> bool:
    """Whether three letters that end as a body does may be somebody's name: 田有社, 刘汉报, and not 文汇报."""
    known = token[-1:] not in "社报" or token in AGENCIES or token in PAPER_ENDINGS
    return len(token) == 3 and not known and looks_like_name(token)


def is_body(token: str) -> bool:
    """Whether a token is a body; 田有社 and 刘汉报 may be somebody's name, 文汇报 is none."""
    if len(token) < 3:
        return False
    if _is_office(token):
        return True
    if not ORGANISATION.search(token):
        return False
    if len(token) > 3:
        return True
    return token[-1] in "社台网报局署" and not may_be_person(token)

"""A by-line without what stands beside its people: where it was filed, who gave the pictures, what is by them."""

from __future__ import annotations

from wanbao.conventions import PLACES
from wanbao.nameforms import COMPOUND, SINGLE, is_sounded, looks_like_name
from wanbao.patterns import HAN, regex
from wanbao.text import fold

_GIVEN = regex(
    rf"(?<=\S)\s(?:(?:图片?|照片|摄影|配图)\s?[/:]?\s?由?(?:[{HAN}]{{2,10}}(?:提供|供图)|资料图片|资料照片)"
    rf"|(?:图片?来源|图源|图据)\s?[/:]?\s?[{HAN}]{{2,10}}"
    rf"|(?:受访者|采访对象|当事人|主办方|校方|院方|警方|视觉中国|[{HAN}]{{2,8}}(?:[局委队院校馆所社办]|中心|公司|协会|政府))(?:提供|供图)"
    r"|(?:资料|配)(?:图片?|照片))$"
)
"""`图/受访者提供`, `图据视觉中国`, `市消防支队供图` behind the names: a picture that nobody of them took."""
_GIVEN_ENDS = ("提供", "供图", "图片", "照片", "配图", "资料图")
"""How most of those end."""
_FILED = regex(
    rf"\s?发自\s?[{HAN}·]{{2,10}}(?:[、,\s][{HAN}·]{{2,8}}){{0,2}}(?:报道)?$|\s(?:{'|'.join(PLACES)})(?=(?:摄影|综合|图文)?报道$)"
    rf"|(?<!记者)(?<!讯员)(?<!习生)(?<![文图影摄\s])\s?/\s?(?!摄影|图文|文图)[{HAN}]{{2,8}}报道$"
    rf"|(?<=[{HAN}])\s?(?:\d{{1,2}}月)?\d{{1,2}}日\s?[{HAN}]{{0,8}}报道$|\s综合[{HAN}、]{{2,20}}(?:报道|消息)$"
)
"""`发自武汉`, `北京报道`, `李江／台北报道`: where it was filed, behind the names."""
_DAY_OF_MONTH = "(?:(?:[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})月)?(?:[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})日"
_BEHIND_SLASH = regex(
    rf"(?<=[{HAN}])(?<!记者)(?<!讯员)(?<!习生)(?<![文图影摄])\s?/\s?(?!摄影|图文|文图)(?:[{HAN}]{{2,8}}(?:[、,\-—~/][{HAN}]{{2,8}}){{0,3}}报道(?P<took>、摄影)?"
    rf"|[{HAN}]{{0,8}}{_DAY_OF_MONTH}(?:专?电|专?讯|报道)|(?:[{HAN}]{{2,8}})?(?<!综合)(?:专?电|专?讯)"
    rf"|[{HAN}]{{0,4}}(?:特稿|特写|专访|专题|分析|侧记|特别报道))$"
)
"""`李江／台北－高雄連線報導`, `李江／華盛頓五日電`, `李江／特稿`: whence it came or what it is, in Taiwan's manner."""
_WIRED_GLUED = regex(
    rf"(?:记者|特派员)[{HAN}]{{2,3}}?((?:{'|'.join(PLACES)})?{_DAY_OF_MONTH}(?:专?电|专?讯)|(?:{'|'.join(PLACES)})(?:专?电|专?讯))$"
    rf"|(?:记者|特派员)[{HAN}]{{3}}([{HAN}]{{2,4}}{_DAY_OF_MONTH}(?:专?电|专?讯))$"
)
"""`記者李江北京五日電`, `記者李江台北訊`"""
_FILED_APART = regex(
    rf"(?<=[{HAN}])\s(?![{HAN}]*[者员])([{HAN}]{{2,6}})(?<!摄影)(?<!综合)(?<!图文)(?<!文图)(?<!联合)(?<!采访)(?<!独家)(?<!特别)(?<!参与)报道$"
)
"""`李江 汶川报道`: the same from a place of which we know only that nobody is called so."""
_FILED_WITH_PICTURES = regex(rf"(?<=[{HAN}])\s(?![{HAN}]*[者员])([{HAN}]{{2,6}})(?=(?:摄影|图文|文图)报道$)")
"""`李江 雅典摄影报道`: the same by one who took the pictures."""
_FILED_GLUED = regex(rf"(?:记者|[\s、,])[{HAN}]{{2,3}}?((?:{'|'.join(PLACES)})(?:[、,](?:{'|'.join(PLACES)}))?报道)$")
"""`记者李江台北报道`, `记者李江上海、深圳报道`"""
_FILED_UNKNOWN = regex(
    rf"记者([{HAN}]{{4,5}})(?<!摄影)(?<!综合)(?<!图文)(?<!文图)(?<!联合)(?<!采访)(?<!独家)(?<!特别)(?<!参与)报道$"
)
"""`记者李江雅典报道`, from a place that we do not know."""
_REPORT_BEFORE = regex(rf"^[{HAN}]{{2,8}}[网报社][{HAN}]{{0,4}}(?:\d{{1,2}}月\d{{1,2}}日)?(?:综合)?报道(?=\s\S)")
"""`[海角网军事3月21日报道 记者 李江]`: whose report it is, before its writers."""
_OF_THE_PAGE = regex(
    r"^[\s□■●◎◆]*本[版组栏期](?:稿件|文字|图文|文图|撰文|采写|文)?\s?(?:均?[由为])?\s?(?:采写)?[\s:/](?=\S)|^本(?:文|稿|报道)由(?=[^，。]{2,16}(?:采写|撰写|整理)$)"
)
"""`本版采写 本报记者 李江`: who wrote all that stands here."""
_PICTURES_BY = regex("(?<=\\s)本版摄影\\s|图片(?:均)?由(?=[^\\s]{0,8}(?:记者|通讯员))")
"""`图片由记者 李江 摄`, `本版摄影 记者 李江` behind other names."""
_HELPED = regex(
    r"(?:参与|参加|协助)了?(?:本文|本稿|本报道)的?(采[写访]|报道|撰写|整理)$|对(?:本文|此文|本稿|本报道)[亦也均]?有贡献$"
)
"""`李江参与本文采写`, which is read as `李江参与采写`."""
_PAPER = regex(
    rf"《([{HAN}]{{2,10}}(?:报|刊|杂志|新闻|周末)|[{HAN}]{{2,10}}(?=》杂志)|(?<=^《)[{HAN}]{{2,8}}(?=》\s?记者\s))》(?=\s?(?:[{HAN}]{{0,4}}记者|通讯员|编辑))"
)
"""`《中国电力报》记者`: the paper somebody writes for."""
_END_MARKS = frozenset("■□★☆◆│┃丨◢◣")
"""Marks that are printed behind the names as before them."""


TIPPED = regex(
    rf"(?<=\S)[\s,;]+(?:线索提供者?|新闻线索|提供线索|线索(?=:)|[报爆]料人?)[\s:/]\s?[{HAN}·]{{1,4}}(?:[\s、][{HAN}]{{2,4}}){{0,2}}"
    rf"(?:\s?\(?[{HAN}]{{0,3}}\s?\d{{1,4}}元\)?)?$"
)
"""`线索提供 李先生（稿费30元）`: who told the paper, behind those who wrote."""


def _is_name_and_place(token: str) -> bool:
    """Whether four or five letters before 报道 are a name and a place of two letters that nobody is called by."""
    return (
        looks_like_name(token[:-2]) and token[-2] not in SINGLE and not is_sounded(token) and token[:2] not in COMPOUND
    )


_TIMED = regex(r"[昨今前](?:[日天晚晨夜](?:[上下中]午|凌晨|清晨|傍晚|深夜)?)(?:\d{1,2}时)?(?=摄影报道$)")
"""`何静 周晓昨晚9时摄影报道`: when the pictures were taken."""


_BY_DOT = regex(rf"(?:(?<=文)|(?<=图)|(?<=摄影))(?<![{HAN}]文)(?<![{HAN}]图)·(?=[{HAN}\s]{{2,4}}(?:\s|$))")
"""`文·何靜 圖·周曉`: a dot where a slash is usual."""
_FROM_FILES = regex("^(?:本报)?资料(?:照片?|图片?)[,;]\\s?(?=.*(?:记者|摄|图|提供))")
"""`（資料照，記者何靜攝）`"""
_MADE = frozenset("作摄")
_OF_WHERE = regex(rf"[{HAN}]{{1,3}}(?![者员影画文图字片法稿拍计辑面])[{HAN}]:\s?(?=[{HAN}]{{2,3}}\s?/?[作摄]$)")
"""`柳溪：何静/作`: where somebody lives, before the name."""
_FILED_ENDS = frozenset("道影电讯稿写访题析记")
"""How what is behind a slash ends."""


def _without_origin(line: str) -> str:
    """The line without where its report was filed or what it is, where that stands as in Taiwan."""
    if "/" in line and (behind := _BEHIND_SLASH.search(line)):
        return line[: behind.start()] + (" 摄影报道" if behind["took"] else "")
    if line[-1] in "电讯" and (glued := _WIRED_GLUED.search(line)):
        return line[: glued.start(glued.lastindex or 1)]
    return line


def only_people(text: str) -> str:
    """The folded line without what follows its people; up to its end every character keeps its place."""
    line = fold(text)
    for step in _STEPS:
        line = step(line)
    return line


def _blanked(line: str, start: int, end: int) -> str:
    """The line with blanks in place of these characters."""
    return line[:start] + " " * (end - start) + line[end:]


def _as_report(line: str) -> str:
    """`报导` and `专电` as `报道`, and what stands behind a slash in Taiwan's manner left out."""
    if "报导" in line:
        line = line.replace("报导", "报道")
    if line[-1:] in _FILED_ENDS:
        line = _without_origin(line)
    return line[:-2] + "报道" if line.endswith("专电") else line


def _as_usual(line: str) -> str:
    """`参与本文采写` as `参与采写`, `文·何静` as `文/何静`."""
    if "本文" in line[-8:] or "本稿" in line[-8:] or "本报道" in line[-8:]:
        line = _HELPED.sub(lambda found: f"参与{found[1] or '采写'}", line)
    return _BY_DOT.sub("/", line) if "·" in line else line


def _without_files(line: str) -> str:
    """Without `资料照片，` before who took it, and `综合` before papers whose reports were put together."""
    if line.startswith(("资料", "本报资料")):
        line = _FROM_FILES.sub(lambda found: " " * len(found.group()), line)
    return _blanked(line, 0, 2) if line.startswith("综合本报") else line


def _without_home(line: str) -> str:
    """Without where an artist lives, before the name: `柳溪：何静/作`."""
    home = _OF_WHERE.match(line) if line[-1:] in _MADE else None
    return _blanked(line, 0, home.end()) if home else line


def _without_place(line: str) -> str:
    """Without where the report was filed: `发自武汉`, `北京报道`; the forms that are told most surely come first."""
    if not ("发自" in line or line.endswith(("报道", "消息"))):
        return line
    if filed := _FILED.search(line):
        return line[: filed.start()]
    if glued := _FILED_GLUED.search(line):
        return line[: glued.start(1)]
    if (glued := _FILED_UNKNOWN.search(line)) and _is_name_and_place(glued.group(1)):
        return line[: glued.end(1) - 2]
    if (placed := _FILED_APART.search(line)) and not looks_like_name(placed.group(1)):
        return line[: placed.start()]
    if (placed := _FILED_WITH_PICTURES.search(line)) and not looks_like_name(placed.group(1)):
        return _blanked(line, *placed.span())
    return line


def _without_time(line: str) -> str:
    """Without when the pictures were taken: `何静 昨晚9时摄影报道`."""
    timed = _TIMED.search(line) if line.endswith("报道") else None
    return _blanked(line, *timed.span()) if timed else line


def _without_what(line: str) -> str:
    """Without what is by them: `海角网3月21日报道 记者 李江`, `本版采写 本报记者 李江`."""
    if "报道 " in line and (report := _REPORT_BEFORE.match(line)):
        line = _blanked(line, 0, report.end())
    if line[:4].find("本") >= 0 and (page := _OF_THE_PAGE.match(line)):
        line = _blanked(line, 0, page.end())
    return line


def _without_givers(line: str) -> str:
    """Without who gave the pictures or told the paper, behind the names."""
    if "图片" in line or " 本版摄影 " in line:
        line = _PICTURES_BY.sub(lambda found: found.group()[:-1] + "/", line)
    if (line.endswith(_GIVEN_ENDS) or "图" in line[-16:]) and (given := _GIVEN.search(line)):
        line = line[: given.start()]
    if ("线索" in line or "料" in line) and (tipped := TIPPED.search(line)):
        line = line[: tipped.start()]
    return line


def _without_marks(line: str) -> str:
    """Without the marks behind the names, and those around a paper's: `《中国电力报》记者`."""
    if line[-1:] in _END_MARKS:
        line = line.rstrip(" ■□★☆◆│┃丨◢◣")
    return _PAPER.sub(r"  \1", line) if "》" in line else line


_STEPS = (
    _as_report,
    _as_usual,
    _without_files,
    _without_home,
    _without_place,
    _without_time,
    _without_what,
    _without_givers,
    _without_marks,
)
"""What makes a line one of people alone, in this order: a step may need what those before it have taken away."""

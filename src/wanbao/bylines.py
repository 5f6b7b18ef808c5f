"""What stands in a by-line beside people: what they did, where it was filed, who gave the pictures, for which paper."""

from __future__ import annotations

from wanbao.conventions import PLACES
from wanbao.nameforms import COMPOUND, SINGLE, is_sounded, looks_like_name
from wanbao.patterns import HAN, regex
from wanbao.records import ContributorRole
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
ON_THE_ROAD = (
    "走[基进近读访遍]|进[校社企村乡军山机课]|在(?:现场|路上|一线|基层|线)|帮[你您办忙]|跑腿|眼中"
    "|视[线点角]|下基层|体验|亲历|来信"
)
"""记者走基层, 记者进校园, 记者帮你办: the name of a column and nobody's name."""
TAILS: dict[str, tuple[ContributorRole, ...]] = {
    "摄": ("photographer",),
    "摄影": ("photographer",),
    "图": ("photographer",),
    "图片": ("photographer",),
    "供图": ("photographer",),
    "翻拍": ("photographer",),
    "翻摄": ("photographer",),
    "航拍": ("photographer",),
    "拍摄": ("photographer",),
    "手机拍摄": ("photographer",),
    "手机摄": ("photographer",),
    "无人机摄": ("photographer",),
    "无人机拍摄": ("photographer",),
    "无人机航拍": ("photographer",),
    "文": (),
    "文字": (),
    "撰文": (),
    "撰": (),
    "报道": (),
    "采写": (),
    "采访整理": (),
    "采写整理": (),
    "采录": ("compiler",),
    "综合报道": (),
    "联合报道": (),
    "参与采写": ("author",),
    "参与采访": ("author",),
    "参与报道": ("author",),
    "参与撰写": ("author",),
    "参与整理": ("compiler",),
    "整理": ("compiler",),
    "综合": ("compiler",),
    "辑": ("compiler",),
    "编译": ("compiler",),
    "编": ("compiler",),
    "译": ("compiler",),
    "绘": ("artist",),
    "画": ("artist",),
    "作": ("artist",),
    "制图": ("artist",),
    "绘图": ("artist",),
    "漫画": ("artist",),
    "书": ("artist",),
    "讲述": ("author",),
    "口述": ("author",),
    "记录": ("compiler",),
    "著": ("author",),
    "诗": ("author",),
    "词": ("author",),
}
"""Words behind (or with a slash before) names: the roles they give; none where the printed role word stays."""
_CITIZENS = (
    "读者|市民|居民|村民|网友|家长|业主|顾客|消费者|乘客|旅客|游客|司机|学生|教师|老师|职工"
    "|退休工人|退休干部|老人|球迷|观众|听众|志愿者"
)
_BODIES = (
    "科|院|校|系|师|任|长|员|局|所|中心|公司|厂|村|镇|乡|县|区|市|街道|班|队|社|部|大学|中学|小学"
    "|[县市省区党工团常纪地镇乡]委|办公?室|[支分总]行|银行|[处站馆宫团旅矿场港店会室]|信箱|政府|政协|人大|[文妇残]联|作协|报|台"
)
"""How the names of bodies, offices and places end."""
BODY = regex(rf"[{HAN}]{{3,22}}(?:{_BODIES})")
SIGNED = regex(
    rf"(?:(?P<who>[{HAN}]{{0,6}}?(?:{_CITIZENS}))\s?[:/]?\s?|(?P<place>[{HAN}]{{2,8}}|[{HAN}○〇\d]{{6,24}}(?:{_BODIES}))\s)"
    rf"(?P<name>[{HAN}]{{2,3}}|[{HAN}]{{4}}|[{HAN}]\s[{HAN}]{{1,2}}|[{HAN}]\s[{HAN}]\s[{HAN}])(?:\s?(?:撰|文|作|辑|书))?"
)
"""A name with what its bearer is or where he lives: `市民 庄小萍`, `高州 黄海生`."""
BOTH = regex(
    r"文\s?[/、·&]?\s?图片?|图\s?[/、·&]?\s?文|摄影\s?报道|报道\s?摄影|文\s?并\s?摄|撰文\s?摄影|采写\s?摄影|文/摄影?(?<![^\W\d_][^\W\d_]文/摄)|(?<=(?:记者|讯员)[^\W\d_]{3})文/摄$|(?<=(?:记者|讯员)[^\W\d_]{2})文/摄$|摄影?/文"
)
TOOK_PART = frozenset(word for word in TAILS if word.startswith("参与"))
"""`李江参与采写`: who helped those whom the by-line names."""
TAIL_GLUED = regex(
    r"(参与(?:采[写访]|报道|撰写|整理)|采[访写]整理|采写|采录|综合报道|联合报道|摄影|报道|供图|翻[拍摄]|航拍|拍摄|整理|编译|制图|绘图|摄|绘|画|图|文|辑|(?<=[^\W\d_]{3})(?<![今选新编直意音])译)$"
)
GLUED_ENDS = frozenset("道影图拍理译绘摄画文写辑")

READERS = frozenset(("读者", "市民", "网友", "村民", "居民", "游客", "家长"))
"""Who may stand between a word and a name: `图/读者 周晓`."""
_END_MARKS = frozenset("■□★☆◆│┃丨◢◣")
"""Marks that are printed behind the names as before them."""


TIPPED = regex(
    rf"(?<=\S)[\s,;]+(?:线索提供者?|新闻线索|提供线索|[报爆]料人?)[\s:/]\s?[{HAN}·]{{1,4}}(?:[\s、][{HAN}]{{2,4}}){{0,2}}"
    rf"(?:\s?\(?[{HAN}]{{0,3}}\s?\d{{1,4}}元\)?)?$"
)
"""`线索提供 李先生（稿费30元）`: who told the paper, behind those who wrote."""


def _is_name_and_place(token: str) -> bool:
    """Whether four or five letters before 报道 are a name and a place of two letters that nobody is called by."""
    return (
        looks_like_name(token[:-2]) and token[-2] not in SINGLE and not is_sounded(token) and token[:2] not in COMPOUND
    )


_TIMED = regex(r"[昨今前](?:[日天晚晨夜](?:[上下]午)?)(?:\d{1,2}时)?(?=摄影报道$)")
"""`何静 周晓昨晚9时摄影报道`: when the pictures were taken."""


_BY_DOT = regex(rf"(?:(?<=文)|(?<=图)|(?<=摄影))(?<![{HAN}]文)(?<![{HAN}]图)·(?=[{HAN}\s]{{2,4}}(?:\s|$))")
"""`文·何靜 圖·周曉`: a dot where a slash is usual."""
_FROM_FILES = regex("^(?:本报)?资料(?:照片?|图片?)[,;]\\s?(?=.*(?:记者|摄|图|提供))")
"""`（資料照，記者何靜攝）`"""
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
    if "报导" in line:
        line = line.replace("报导", "报道")
    if line[-1:] in _FILED_ENDS:
        line = _without_origin(line)
    if line.endswith("专电"):
        line = line[:-2] + "报道"
    if "本文" in line[-8:] or "本稿" in line[-8:] or "本报道" in line[-8:]:
        line = _HELPED.sub(lambda found: f"参与{found[1] or '采写'}", line)
    if "·" in line:
        line = _BY_DOT.sub("/", line)
    if line.startswith(("资料", "本报资料")):
        line = _FROM_FILES.sub(lambda found: " " * len(found.group()), line)
    if line.startswith("综合本报"):
        line = "  " + line[2:]  # their reports were put together, each of them reported
    if "发自" in line or line.endswith(("报道", "消息")):
        if filed := _FILED.search(line):
            line = line[: filed.start()]
        elif glued := _FILED_GLUED.search(line):
            line = line[: glued.start(1)]
        elif (glued := _FILED_UNKNOWN.search(line)) and _is_name_and_place(glued.group(1)):
            line = line[: glued.end(1) - 2]
        elif (placed := _FILED_APART.search(line)) and not looks_like_name(placed.group(1)):
            line = line[: placed.start()]
        elif (placed := _FILED_WITH_PICTURES.search(line)) and not looks_like_name(placed.group(1)):
            line = line[: placed.start()] + " " * len(placed.group()) + line[placed.end() :]
    if line.endswith("报道") and (timed := _TIMED.search(line)):
        line = line[: timed.start()] + " " * len(timed.group()) + line[timed.end() :]
    if "报道 " in line and (report := _REPORT_BEFORE.match(line)):
        line = " " * report.end() + line[report.end() :]
    if line[:4].find("本") >= 0 and (page := _OF_THE_PAGE.match(line)):
        line = " " * page.end() + line[page.end() :]
    if "图片" in line or " 本版摄影 " in line:
        line = _PICTURES_BY.sub(lambda found: found.group()[:-1] + "/", line)
    if (line.endswith(_GIVEN_ENDS) or "图" in line[-16:]) and (given := _GIVEN.search(line)):
        line = line[: given.start()]
    if ("线索" in line or "料" in line) and (tipped := TIPPED.search(line)):
        line = line[: tipped.start()]
    if line[-1:] in _END_MARKS:
        line = line.rstrip(" ■□★☆◆│┃丨◢◣")
    return _PAPER.sub(r"  \1", line) if "》" in line else line


def join_paper(tokens: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The tokens, a paper's name that is printed letter by letter (`瑶 乡 晚 报`) put together."""
    if len(tokens) < 3 or not all(len(token) == 1 for token, _, _ in tokens) or tokens[-1][0] not in "报网社台刊":
        return tokens
    return [("".join(token for token, _, _ in tokens), tokens[0][1], tokens[-1][2])]

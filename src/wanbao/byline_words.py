"""Words that stand in a by-line beside names: what people did, who they are, and where they live."""

from __future__ import annotations

from wanbao.patterns import HAN, regex
from wanbao.records import ContributorRole

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
    "现场报道": (),
    "跟踪报道": (),
    "核实报道": (),
    "调查报道": (),
    "采访报道": (),
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
_CALLINGS = (
    rf"[{HAN}]{{0,4}}(?:(?:职业|工作|从业)者|教师|医生|护士|律师|工程师"
    "|职员|职工|工人|学生|干部|农民|店主|司机|主妇|人员)"
)
_BODIES = (
    "科|院|校|系|师|任|长|员|局|所|中心|公司|厂|村|镇|乡|县|区|市|街道|班|队|社|部|大学|中学|小学"
    "|[县市省区党工团常纪地镇乡]委|办公?室|[支分总]行|银行|[处站馆宫团旅矿场港店会室]|信箱|政府|政协|人大|[文妇残]联|作协|报|台"
    "|教授|[院博硕]士|主席|书记|经理|编辑|主编|总监|理事|医生"
)
"""How the names of bodies, offices, places and posts end."""
BODY = regex(rf"[{HAN}]{{3,22}}(?:{_BODIES})")
SIGNED = regex(
    rf"(?:(?P<who>[{HAN}]{{0,6}}?(?:{_CITIZENS}))\s?[:/]?\s?|(?P<place>[{HAN}]{{2,8}}|(?:[{HAN}○〇\d]{{6,24}}|《[{HAN}]{{2,12}}》[{HAN}]{{0,8}})(?:{_BODIES}))\s)"
    rf"(?P<name>[{HAN}]{{2,3}}|[{HAN}]{{4}}|[{HAN}]\s[{HAN}]{{1,2}}|[{HAN}]\s[{HAN}]\s[{HAN}])(?:\s?(?:撰|文|作|辑|书)|\s(?P<calling>{_CALLINGS}))?"
)
"""A name with what its bearer is or where he lives: `市民 庄小萍`, `高州 黄海生`, `高州 黄海生 自由职业者`."""
BOTH = regex(
    r"文\s?[/、·&]?\s?图片?|图\s?[/、·&]?\s?文|摄影\s?报道|报道\s?摄影|文\s?并\s?摄|撰文\s?摄影|采写\s?摄影|文/摄影?(?<![^\W\d_][^\W\d_]文/摄)|(?<=(?:记者|讯员)[^\W\d_]{3})文/摄$|(?<=(?:记者|讯员)[^\W\d_]{2})文/摄$|摄影?/文"
)
TOOK_PART = frozenset(word for word in TAILS if word.startswith("参与"))
"""`李江参与采写`: who helped those whom the by-line names."""
TAIL_GLUED = regex(
    r"(参与(?:采[写访]|报道|撰写|整理)|采[访写]整理|采写|采录|综合报道|联合报道|(?:现场|跟踪|核实|调查|采访)报道|摄影|报道|供图|翻[拍摄]|航拍|拍摄|整理|编译|制图|绘图|摄|绘|画|图|文|辑|(?<=[^\W\d_]{3})(?<![今选新编直意音])译)$"
)
GLUED_ENDS = frozenset("道影图拍理译绘摄画文写辑")

READERS = frozenset(("读者", "市民", "网友", "村民", "居民", "游客", "家长"))
"""Who may stand between a word and a name: `图/读者 周晓`."""

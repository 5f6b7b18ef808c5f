"""Lines that speak to the reader about the paper itself, told by the words in them: what no pattern knows by its form.

A call, an address or an advertisement comes in ever new forms, but its words are few: what to scan, whom to call, where
to write, what is for sale, who is not liable. Each group of words counts once; what only stories have counts against.
Of 8,431 plain lines of stories on labelled pages one reaches `LEAST`, of 362 that are set aside every second does; the
patterns beside this module find most of the others by their form. On twenty pages of papers that no pattern had been
written for, the lines set aside rose from 40 of 53 to 50.
"""

from __future__ import annotations

from wanbao.errors import Record
from wanbao.patterns import regex
from wanbao.records import FurnitureKind

LEAST = 3.0
"""What the groups of a line must weigh together."""
LONGEST = 110
"""A longer line tells a story."""


class Cue(Record, frozen=True):
    """A group of words and what they say of the line they stand in."""

    name: str
    """What the words are about."""
    kind: FurnitureKind
    """What the line is if this is its heaviest group; empty where they say nothing of the kind."""
    weight: float
    """What the group counts, once, however many of its words the line has."""
    words: str
    """A regular expression that finds one of the words in a folded line."""


CUES: tuple[Cue, ...] = (
    Cue("disclaimer", "other", 3, r"不承担|仅供.{0,4}参考|风险自担|恕不|概不|[责险果费]自负|声明作废|不代表本"),
    Cue(
        "care",
        "other",
        2,
        r"自行(?:核实|承担|提供|甄别|负责)|谨慎(?:选择|甄别|投资|入市|操作)|更正|致歉|与本[报刊]|不代表",
    ),
    Cue("valid", "other", 1.5, r"以.{1,10}为准|有效期|解释权"),
    Cue("tide", "weather", 3, r"[高低]潮.?\d|浪高\d"),
    Cue("range", "weather", 2, r"\d(?:℃|°C|度)?[-~—至到]{1,2}-?\d+(?:℃|°C|度)"),
    Cue(
        "code",
        "qr",
        2,
        r"扫码|扫一扫|扫描|二维码|小程序|公众号|视频号|长按|识别.{0,4}[图码]|截屏|此码|点此|点击|点“|[戳点](?:视频|这里)|码上|手机(?:点开|对准|扫)|对准.{2,8}图案",
    ),
    Cue(
        "paper",
        "other",
        2,
        r"本报(?!讯|记者|评论员|通讯员|综合|北京|特约)|本[版刊栏]|编辑部|发行部|广告部|热线部|来信组|副刊部|邮发代号|见报",
    ),
    Cue(
        "letters",
        "other",
        2,
        r"[来赐投征]稿|稿件|[来回]信|请寄|寄信|文责|退稿|稿酬|信封|照登|邮编",
    ),
    Cue("tip", "hotline", 2, r"线索|[报爆]料|话费|酬[金谢]|奖励?\d"),
    Cue(
        "number",
        "hotline",
        2,
        r"\d{3,4}-[\d*X×]{3,}|\d{7,11}|\d{2,}[*X×]{2,}|[*X×]{3,}\d*|\d{5}\D+\d{5}|(?:热线|电话|请拨|致电).{0,3}\d{4,}",
    ),
    Cue(
        "sale",
        "ad",
        2,
        r"高价|回收|收购旧|上门|[出招急]租|转让|诚聘|急聘|招聘|招投递|月薪|首付|优惠|免费(?:送|安装|试|领)|厂家直销|开锁"
        r"|疏通|补漏|翻新|批发|订座|预订|摊位|旺铺|专治|老字号|送货",
    ),
    Cue("sky", "weather", 2, r"晴(?!天)|多云|阵雨|[小中大]雨|阴转"),
    Cue("degrees", "weather", 2, r"℃|°C|[\d一二三四五六七八九十]度"),
    Cue("forecast", "weather", 2, r"(?:气象|海洋|水文|环境)[^。,]{0,6}[台局站][^。,]{0,8}(?:\d|发布|提供)"),
    Cue("date", "other", 2, r"农历|星期[一二三四五六日天]"),
    Cue("place", "other", 1, r"客户端|微信|微博|数字[报版]|电子[报版]|直播间|官微|QQ|APP|下载|登[录陆]|搜索"),
    Cue("follow", "other", 1, r"关注|订阅|加入|收[听看]|观看|回看|看视频|听.{0,6}讲|查阅"),
    Cue("contact", "other", 0.5, r"电话|热线|咨询|联系|致电|请拨|拨打|[面接来电]洽|[地店]址|[信邮]箱|@|收$"),
    Cue("group", "qr", 1, r"进.{0,8}[群圈](?:$|\s)|入群"),
    Cue("terms", "ad", 1, r"铺[位面]|非诚勿扰|[面电]谈|底薪|面议|齐全|随叫随到|包[吃食]住|24小时|保修|质保"),
    Cue("take", "other", 1, r"领取|凭.{2,10}[领到]|前台|名额|即日起|抢票|抽奖|可到"),
    Cue("bid", "other", 1, r"请(?!求|假|教|来|进|愿|客|示|战|问)|欢迎(?![会仪词])"),
    Cue("service", "hotline", 1, r"便民|抢修|报修|客服|供[水电热气]|燃气"),
    Cue("wind", "weather", 1, r"[东南西北]风|\d级|[二三四五六七]级|紫外线|指数|湿度"),
    Cue("happened", "", -2, r"了(?!解)|[昨日]前|近日|昨[天日]"),
    Cue("stop", "", -2, r"。.|[!?]$"),
    Cue("end", "", -1, r"。$"),
    Cue("says", "", -1.5, r"说|称|表示|认为"),
    Cue("reported", "", -3, r"记者|通讯员|据悉|获悉"),
    Cue("person", "", -2, r"[他她我]"),
    Cue(
        "people",
        "",
        -4,
        r"市民|居民|选手|考生|民工|老[人汉]|村民|学生|司机|队员|游[人客]|骗|警|派出所|被查|不实|当心|骤降",
    ),
    Cue("long", "", -1, r".{61}"),
    Cue("clauses", "", -1, r",.*,"),
)
"""The groups, the heaviest first."""
_COMPILED = tuple((cue.weight, cue.kind, regex(cue.words)) for cue in CUES)


def cued_kind(line: str) -> FurnitureKind:
    """What a folded line is by its words, or nothing."""
    if len(line) > LONGEST:
        return ""
    total = 0.0
    kind: FurnitureKind = ""
    for weight, says, words in _COMPILED:
        if words.search(line):
            total += weight
            kind = kind or says
    return kind if total >= LEAST else ""

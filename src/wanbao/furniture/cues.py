"""Lines that speak to the reader about the paper itself, told by the words in them: what no pattern knows by its form.

A call, an address or an advertisement comes in ever new forms, but its words are few: what to scan, whom to call, where
to write, what is for sale, who is not liable. Each group of words counts once; what only stories have counts against.
Of 3,506 different plain lines of stories on labelled pages that end without a stop none reaches `LEAST`, of 442 that
are set aside 321 do; the patterns beside this module find most of the others by their form. On twenty pages of papers
that no pattern had been written for, the lines set aside rose from 40 of 53 to 50. A reviewer's lines from hands of
their own: of 22 of stories one was taken, of 25 others 15 found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter

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
    """What the line is if this is its heaviest group, the first of several; empty where they speak against."""
    weight: float
    """What the group counts, once, however many of its words the line has."""
    words: str
    """A regular expression that finds one of the words in a folded line."""
    part: str = ""
    """A part that they all have, for a group that may begin with any letter: it is looked for sooner."""


CUES: tuple[Cue, ...] = (
    Cue(
        "disclaimer",
        "other",
        3,
        r"不承担|仅供.{0,4}参考|风险自担|恕不|概不|[责险果费]自负|声明作废|不代表本|不得购彩|特此更正|现予更正|读者.{0,6}歉|谨[致表].{0,2}歉",
    ),
    Cue(
        "care",
        "other",
        2,
        r"自行(?:核实|承担|提供|甄别|负责)|谨慎(?:选择|甄别|投资|入市|操作)|与本[报刊]|不代表",
    ),
    Cue("valid", "other", 1.5, r"以.{1,10}为准|有效期|解释权"),
    Cue("tide", "weather", 3, r"[高低满干]潮.?\d|日出.{0,2}\d.{0,12}日落"),
    Cue("range", "weather", 1.5, r"\d(?:℃|°C|度)?[-~—至到]{1,2}-?\d+(?:℃|°C|度)"),
    Cue(
        "code",
        "qr",
        2,
        r"扫码|扫一扫|扫这[里儿]|扫描|二维码|小程序|公众号|视频号|长按|识别.{0,4}[图码]|截屏|此码|点此|点击|点“|[戳点](?:视频|这里)|码上|识码|手机(?:点开|对准|扫)|对准.{2,8}图案|手机拍下.{2,6}图案",
    ),
    Cue(
        "paper",
        "other",
        2,
        r"本报(?!讯|记者|评论员|通讯员|综合|北京|特约)|本[版刊栏]|编辑部|记者热线|值班记者|[晚日早晨]报发行|发行部|广告部|热线部|记者部:|来信组|副刊部|投递(?:质量)?(?:监督|投诉|反映)|邮发代号|见报",
    ),
    Cue("staff", "other", 2.5, r"(?:编辑|主编|责编|美编|校对|版式|组版):"),
    Cue("staff_named", "other", 1.5, r"(?:编辑|校对|检校|组版|版式)\s?[:/]?\s?[\u4e00-\u9fff]{2,3}(?:\s|$)"),
    Cue(
        "letters",
        "other",
        2,
        r"[来赐投征]稿|稿件|文责|退稿|稿酬|照登|邮编|请寄|作者.{0,4}(?:来电|请与|速)",
    ),
    Cue("mailbox", "other", 1.5, r"(?:投稿|来稿|征稿|电子)?(?:邮箱|信箱):?\s?[\w.]+@"),
    Cue("subscription", "other", 2, r"征订|订全年|全年.?价|破[季月]|发行站|投递站|订报"),
    Cue("tip", "hotline", 2, r"线索|[报爆]料|[有猛]料|身边.?(?:新闻|新鲜|趣事|烦心)|话费|酬[金谢]|奖励?\d"),
    Cue(
        "number",
        "hotline",
        2,
        r"\d{3,4}-[\d*X×]{3,}|\d{7,11}|\d{2,}[*X×]{2,}|[*X×]{3,}\d*|\d{5}\D+\d{5}|☎|(?:热线|电话|请拨|致电|[报爆]料).{0,3}\d{4,}",
    ),
    Cue(
        "sale",
        "ad",
        2,
        r"收购旧|[出招急]租|诚聘|急聘|招投递|厂家直销"
        r"|高价(?:回收|收购)[^药]{2,12} |疏通|补漏|翻新|批发|订座|旺铺|专治|征婚|诚[招征觅]|现招|急售",
    ),
    Cue("sky", "weather", 1.5, r"晴(?!天)|多云|阵雨|[小中大]雨|阴转"),
    Cue("degrees", "weather", 1, r"℃|°C|[\d一二三四五六七八九十]度"),
    Cue("forecast", "weather", 2, r"(?:气象|海洋|水文|环境)[^。,]{0,6}[台局站][^。,]{0,8}(?:\d|发布|提供)"),
    Cue("price", "price", 3, r"(?:[\u4e00-\u9fff]{2,4}+\s?\d{1,3}\.\d{1,2}[^\d.。]{0,4}){3}", part=r"\d\.\d"),
    Cue("lunar", "other", 2, r"农历"),
    Cue("date", "other", 1, r"星期[一二三四五六日天]"),
    Cue("post", "other", 1, r"[来回]信|寄信|信封"),
    Cue(
        "place",
        "other",
        1,
        r"客户端|微信|微博|数字[报版]|电子[报版]|直播间|官微|QQ|APP|下载|登录|登陆.{2,10}(?:网|APP|平台)|搜索",
    ),
    Cue("follow", "other", 1, r"关注|订阅|加入|收[听看]|观看|回看|看视频|听.{0,6}[讲读]|查阅|抢先看|早知道"),
    Cue("contact", "other", 0.5, r"电话|热线|咨询|联系|致电|请拨|拨打|[面接来电]洽|[地店]址|[信邮]箱|@|收$"),
    Cue("group", "qr", 1, r"进.{0,8}[群圈](?:$|\s)|入群"),
    Cue("groups", "qr", 2.5, r"加群|群号"),
    Cue("reward", "hotline", 1.5, r"线索.{0,6}奖(?:励|金)?\d+元"),
    Cue("store", "other", 2, r"应用(?:市场|商店)"),
    Cue("limits", "other", 2.5, r"尾号限行\D{0,2}\d和\d|限行尾号\W{0,2}\d"),
    Cue("shows", "other", 2.5, r"今日排片|【影讯】"),
    Cue("hours", "other", 1, r"\d{1,2}:\d\d\D{1,3}\d{1,2}:\d\d"),
    Cue("unless", "other", 1.5, r"如无注明|除署名|均由.{2,16}提供"),
    Cue("hint", "other", 1, r"(?:出行|限行|温馨)提示|今日本市"),
    Cue(
        "trade",
        "ad",
        1,
        r"高价|回收|开锁|月薪|首付|免费(?:送|安装|试|领)|上门|转让|招聘|优惠|预订|摊位|老字号|送货|家教|招生|[\d五六七八九]折|满[千百\d]+[送减]|供应优质|代办托运|以旧换新",
    ),
    Cue(
        "terms",
        "ad",
        1,
        r"仅限|中介勿扰|送完即止|待遇从优|铺[位面]|非诚勿扰|[面电]谈|底薪|面议|齐全|随叫随到|包[吃食]住|24小时|保修|质保",
    ),
    Cue("take", "other", 1, r"领取|凭.{2,10}[领到]|前台|名额|即日起|抢票|抽奖|可到|均可|随时可|送[米油食]"),
    Cue("bid", "other", 1, r"请(?!求|假|教|来|进|愿|客|示|战|问)|欢迎(?![会仪词])"),
    Cue("service", "hotline", 1, r"便民|抢修|报修|客服|供[水电热气]|燃气"),
    Cue("sea", "weather", 2, r"[浪潮]高\d|水位.{0,3}\d"),
    Cue(
        "index",
        "weather",
        2,
        r"(?:紫外线|穿衣|洗车|晨练|晾晒|感冒|舒适度|中暑|火险|钓鱼|出海)指数|首要污染物|空气质量.(?:优|良|\d)",
    ),
    Cue("wind", "weather", 1.5, r"[东南西北]风\D{0,2}[\d一二三四五六七][级\d到至~—-]|风[力向]"),
    Cue("level", "weather", 1, r"\d级|[二三四五六七]级|指数|湿度|AQI|PM"),
    Cue("happened", "", -2, r"了(?!解)|[昨日]前|近日|昨[天日](?!.{0,2}(?:本报|[\d一二三四]版))"),
    Cue("stop", "", -2, r"。.|[!?]$"),
    Cue("says", "", -1.5, r"(?<!说)说(?![明说])|(?<!名)称(?!呼)|表示|认为"),
    Cue("reported", "", -3, r"(?<![听看跟])(?<!值班)记者(?!热线|电话)|通讯员|据悉|获悉"),
    Cue("person", "", -2, r"[他她]|(?<!联系)(?<!发给)(?<!告诉)(?<!与)我(?!要[爆报]|们来|们联系)"),
    Cue(
        "people",
        "",
        -4,
        r"市民|居民|选手|考生|民工|老[人汉]|村民|学生|司机|队员|游[人客]|骗|警|派出所|被查|不实|当心|骤降|工作人员|志愿者|求职者|乘客|旅客|职工|环卫工|读者[在正]",
    ),
    Cue("told", "", -2, r"[冒顶正]着|写着|当时|因为|预计|为主|跌破|回升|升至|降至|台风(?!路径)|如果有人|只有"),
    Cue(
        "item",
        "",
        -2,
        r"(?:报名|购票|申请|办理|预约|缴费|领取|查询)(?:方式|渠道|条件|时间|地点|流程)|票价|第[一二三四五]步|(?:时段|设置|范围):",
    ),
    Cue(
        "cut",
        "",
        -3,
        r"(?:[的在把被由之和或并从向将是这那了]|(?<!参)与|(?<!随)到|(?<![即均都])可|也可以)$|,也可|“[^”]*$",
    ),
    Cue("source", "", -4, r"^[(](?:本栏稿件均由[^。]{2,16}提供|除署名外[^。]{0,2}均据[^。]{2,12})[)]$"),
    Cue("long", "", -1, r".{61}"),
    Cue("clauses", "", -1, r",.*,"),
)
"""The groups: what speaks for a line, then what speaks against."""
_FOR = tuple(cue for cue in CUES if cue.weight > 0)
_AGAINST = tuple((cue.weight, regex(cue.words)) for cue in CUES if cue.weight < 0)


def _any_of(cues: Iterable[Cue]) -> re.Pattern[str]:
    """Any word of these groups."""
    return regex("|".join(cue.part or cue.words for cue in cues))


def _bundle(cues: Sequence[Cue]) -> tuple[re.Pattern[str], tuple[tuple[float, FurnitureKind, re.Pattern[str]], ...]]:
    """Any word of these groups, and the weight, the kind and the words of each."""
    return _any_of(cues), tuple((cue.weight, cue.kind, regex(cue.words)) for cue in cues)


_TOGETHER = 7
"""So many groups are looked for at a stroke before each of them is: most lines have a word of one or two."""
_BUNDLES = tuple(_bundle(_FOR[start : start + _TOGETHER]) for start in range(0, len(_FOR), _TOGETHER))
_ANY_FOR = _any_of(_FOR)
"""Any word that speaks for a line. It is looked for first, because most lines of stories hold none."""


def cued_kind(line: str) -> FurnitureKind:
    """What a folded line is by its words, or nothing."""
    if len(line) > LONGEST or not _ANY_FOR.search(line):
        return ""
    groups = [group for some, bundle in _BUNDLES if some.search(line) for group in bundle]
    found = [(weight, kind) for weight, kind, words in groups if words.search(line)]
    weight = sum(weight for weight, _ in found)
    if weight < LEAST or weight + sum(less for less, words in _AGAINST if words.search(line)) < LEAST:
        return ""
    return max(found, key=itemgetter(0))[1]

"""Headings that stand together: kicker, headline and deck, by their words, lengths and levels.

A kicker (引题) tells the occasion, the reason or the mood, seldom who acted; a headline names it; a deck (副题) adds
a figure, a consequence or a voice, often without a subject. The words that tell them apart were collected from 140
pairs of headings of our own (`tests/parse/test_tiers.py` holds them); the weights are in `wanbao.parse.weights`.
"""

from __future__ import annotations

import re
from typing import Literal

from wanbao.parse.row import Row, pairable
from wanbao.parse.shapes import judge_shapes
from wanbao.parse.sight import OPENED, Sight
from wanbao.parse.signers import unannounced
from wanbao.parse.titles import PLACE_NAMES, SPACES, names_time
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced

_OCCASION_START = regex(
    r"(?![今前幕背最落以之先然])[\u4e00-\u9fff]{2,3}后(?![来方勤续卫备台期者悔门院记])|为了?|因|由于|受|经|据|凭|靠|借|把|让|从|在|当|随着|就.{2,16}(?:问题|事件|一事|局势|情况|关系)$|面对|围绕|聚焦|立足|着眼|历时|坚持|深入|持续|连续|过去[：:]|昔日|谎称|酒后|打着"
    r"|不[用满服出再]|刚|一边|出门|夜幕|雨中|千里|路上|走进|打通|探索|推进|贯彻|落实|加快|全面|以(?!表示|色列|方|总[理统]|军|[巴黎叙伊美俄称拒将拟宣承同袭]|要求|外长|防长|国)|学习|喜迎|欢度|情系|心系|携手"
    r"|(?:市民|读者|居民)(?:投诉|来电|来信)|[昨今][日夜晚天晨]|[一二三四五六七八九十百\d]+(?:年|载|日|个月|天)(?![级期])|北京时间"
)
"""为…, 因…, 历时…, 昨日…: the reason, the means or the time of what the headline tells."""
_PURPOSE = regex(
    "全[市省县国区镇村]上下|(?:充分|合理|积极|大力|切实|努力|有效|进一步|不断|更好地?)(?:利用|发挥|调动|运用|挖掘|配置|开展|落实|维护|满足|服务)|采取|实行|推行|出席|应邀|备战|迎战|告别|打造|破解|培育|构建|突出|抓住|瞄准|依托|依靠|紧扣|严把|催生|解读|看[^，。]{4,14}怎[样么]|给[^，。]{2,10}(?:提个?醒|支招)|提高|标志|促进|加强|改善|增强|保障|确保|弘扬|推动|扩大|深化|营造|体现|关心|力争|致力|适应|满足|优化|盘活"
)
"""提高…, 标志…: what for, or what it means, without a subject."""
_PUBLISHED = regex(r"发表(?:社论|评论|文章|声明|讲话|演讲|谈话)(?:\s|$)")
_OCCASION_END = regex(
    r"(?:过后|之后|前夕|之际|时节|期间|以来|召开(?:会议)?|举行|开幕|闭幕|落幕|启动|开启|开考|来袭|突袭|临近|将至|在即|结束|满月|出台|告急|屡禁不止|此起彼伏|居高不下|一[位票床房]难求|何去何从|开战|开打|打响|揭晓|出炉|发布|投产"
    r"|题词|贺[信电]|批示|亮相|开展|举办|印发|通知|公布数据|视察|(?:启动|举行|开展|举办|召开|发起).{2,14}(?:行动|活动|仪式|工程|会议|大会|论坛|计划)|(?:联|锦标|公开|热身|预选|决|四强|资格|邀请)赛|世界杯|亚洲杯|奥运会|全运会|第.{1,6}[届次].{2,14}[赛会节展]"
    r"|(?:停[水电气暖运工摆]|断[水电网粮]|趴窝|罢工|失修|坏了|瘫痪|烂尾|积水|封路)[近了已超]?[\d一二两三四五六七八九十半数多]{1,4}(?:余|多)?个?(?:小时|天|日|周|月|年)"
    r"|新举措|新时尚|不手软|第[一二三四五六七八九十百\d]{1,4}[场轮站])$"
)
"""…召开, …在即: the occasion."""
_PUBLISHED_BRIEFLY = regex(
    "[^《》“”]{2,10}(?:发布|公布|印发|出台|通报|下发)[^《》“”]{0,6}(?:案例|意见|通知|报告|名单|方案|办法|规划|数据|公告|文件|条例|规定|标准|指南)"
)
"""`省法院发布典型案例`: who gave out what, with nothing of what it says."""
_OFFICIAL = regex(rf"[{HAN}、]{{2,20}}(?:负责人|发言人|部长|局长|主任|专家|负责同志)")
_ANSWERED = regex("就.{4,40}(?:答记者问|回答记者提问|答问|回应)$")
_WHY = regex("为何|为啥|谁来|何在|谁之过")
"""A question is a headline, whatever it begins with."""
_WON = regex("[夺获捧摘胜负]|晋级|出线|冲出|落败|出局")
"""…夺得世界杯: what came of the occasion is the news itself."""
_ADDS = regex(
    rf"至少|不包括|覆盖|到\d{{4}}年|确保|促进|重点对|为[{HAN}]{{4,14}}提供"
    r"|逾|无一|造成|致(?=[\d一二两三四五六七八九十数多])|最[高低快长大多少小]|平均|总[投面量价数里]|首[日批期轮付先]|每|累计|共|总计|合计|违者|预计|计划|目前|未来|今[起后]|年底"
    r"|月底|已[经有申]?|将(?!军)|拟|仍|尚|暂|均|或[于将]|还|[同环]比|比(?:原?计划|预[计期定]|原[定来]|规定|往年)|比上年|比去年|较|涉(?:及|案|事)|主要|其中|部分|超[过\d四五六七八九]|近[\d一二三四五六七八九十百千万]"
    r"|提前|超额|创[下出造]|跃居|位居|名列|约|达|由|系|需|须|可[^口爱乐以]|无[人一]|未[造有见]|不[含收得]|所幸|幸未|全程|时间|费用|价格|票价|门票|客流|降幅|涨幅|年销|损失|原因|起因|初步"
    r"|疑[似因]|半月|出土|身[上高]|至今|时隔|多为|曾|正在|有望|记\d|引导|方便|解决|缓解"
    r"|(?:前提|条件|目的|目标|理由|关键|结果|焦点|重点|起因|标准|时限|地点|主题|主角|凶手|祸首|元凶)(?:竟|就|却)?是"
    rf"|(?:[去前今本上]|全|半|近|每)[一二三两]?[年月周季天日](?:来|内)?[{HAN}]{{0,8}}[\d一二两三四五六七八九十百千万]+(?:余|多)?(?:%|％|元|[千百万亿]|成|倍|人|户|家|个|起|次|吨|公里)"
    rf"|[{HAN}]{{2,5}}(?:有望|或将|料将|可望|或可|恐将|势将)"
    r"|享年|终年|时年|生前|一生|毕生|从[艺教警医业军]|遗体|代表作"
    r"|称|自称|据称|原[是来因]|写[了出]|等了|全天|日[均处产]|(?:全市|全省|我市|目前)?仅|只[有要用需]"
    rf"|[{HAN}]{{1,6}}(?:率|额)(?:达|升|降|提高|下降|增|减|超|近|为|仅)|[{HAN}]{{1,3}}(?:量|价|率|额|能力|降幅|涨幅|面积|规模|人数)(?![{HAN}]{{0,2}}[上下]调)"
    rf"|[昨今][天日晚晨][{HAN}\d:：]{{0,8}}(?:已|才|恢复)"
    r"|(?:市民|读者|乘客|家长|学生|游客|考生|居民|旅客|村民)(?:可|不用|无[需须]|须|需|免)"
    r"|[\d一二两三四五六七八九十百千万]+(?:余|多)?(?:部|户|家|辆|件|起|处|元|万|亿|%|成|个)"
)
"""最高…, 预计…, 违者…, 三百多辆…: a figure or a consequence without a subject."""
_ASKS = regex(
    "[？?]$|该不该|能不能|要不要|会不会|行不行|是不是|为何|为啥|谁来|怎么办|何在|何时|哪去了|谁的错|找谁|听谁的|靠谁"
)
_TELLS_WHICH = regex(rf"(?!目)[{HAN}]{{1,4}}的(?:竟|正|就|却)?是")
"""`砸的是自家姐夫的车`: which one it was that the headline tells of."""
_ADVICE = regex(rf"[{HAN}]{{2,8}}(?:提醒|提示|建议|支招|回应|答复|表示|呼吁)[：:]")
"""`医生支招：…`: who adds what to the news above."""
_NO_PLACE = "超城都股门上夜楼车菜集节反社小景园山校灾林家城故下老农乡古红"
"""超市, 社区, 家乡…: with one of these before it, 市 or 区 ends the name of no place."""
_NAMED_FIRST = regex(
    rf"(?:{'|'.join(sorted(PLACE_NAMES, key=lambda name: (-len(name), name)))})"
    rf"|[{HAN}]{{1,3}}(?<![{_NO_PLACE}])[省市县区镇乡村州旗](?=[{HAN}])"
    rf"|中国|[{HAN}]{{2,6}}?(?:公司|集团|大学|医院|法院|公安局?|政府|总统|总理|部长|外长)"
)
"""It begins with the name of a place or an office: who acted, or where."""
_OUTCOME = regex(
    "[将已或](?:由[^，。]{2,8})?(?:接任|接替|继任|接棒|出任|接手)|(?:安全(?:疏散|撤离|转移)|不受影响|[未不]变|无恙|平安|恢复正常|无人(?:员?伤亡|受伤)|已(?:被?控制|脱险|获救)|(?:报名|预约|预订|预售|售票|咨询|申请|热线|通道|网点|名额)(?:电话|通道|渠道|系统)?(?:已|今日?|明日?|昨日?|现|同步|即[日将])(?:起)?(?:开通|开放|开始|启动|开启|公布|报满|约满|结束|截止)|(?:全部|全都|悉数|均|无一)(?:得到|获|脱|被?救|撤|疏散|转移|安置|返回|恢复|归还|落网|到案|伤亡|受伤|遇难|漏网).{0,4}|正在(?:进行|调查)|尚待查明)$"
)
"""…不受影响, …无人伤亡: what came of what the heading above tells."""
_ADDS_MORE = regex(
    r"之?比例?[高约仅]?[达为]?\d+[:：比]\d+$|也[可能将会]|[均即]可|无[须需]|[\s\u3000](?:还|并(?!列)|也|且|同时|另|均|预计|目前)|^[^、—]+、[^、—]+、[^、—]+$"
)
"""`空调、冰箱一应俱全 还能给手机充电`: what there is besides."""
_VOICE = regex(
    r"顾客|客服|邻居|工友|父亲|母亲|丈夫|妻子|家人|评委|厂方|开发商|景区|平台|航空公司|铁路部门|气象台|园林|街坊|女子|男子已|伤者|球迷|网民|游客|住户|警方|民警|交警|消防员?|专家|业内|官方|律师|医生|物业|街道|校方|院方|厂家|商家|店家|店员|商户|超市|车主|业主|家长|学生|读者|网友|居民"
    r"|村民|法院|检方|检察|银行|部门|有关|相关|司机|亲友|家属|主教练|教练|工商|环保|城管|救援队|当事人|新郎|男方|女方|母子|乘客"
)
"""警方…, 物业…: what another party did or said."""
_VOICE_SAYS = regex(
    rf"(?:{_VOICE.pattern})[{HAN}]{{0,3}}?(?:称|说|表示|回应|否认|承认|承诺|答应|提醒|建议|呼吁|解释|道歉|认为)"
)
"""超市答应…, 顾客称…: another party speaks."""
_SPEECH_START = regex(
    "勉励|慰问|祝贺|呼吁|同意|旨在|意在|重点(?:为|是|在)|重在|以便|力争|要求|希望|强调|指出|谴责|邀请|号召|敦促|重申|反映|称|警告|承诺|并(?!非)|同时|向.{2,16}(?:致|祝|表示|献)"
)
"""勉励…, 呼吁…, 向…致以…: what the one above says or does besides, without a subject."""
_SPOKEN = regex(
    rf"(?:[{HAN}]{{2,4}}[、和等\s]{{0,2}}){{1,3}}(?:主持|强调|指出|题词|致[信电词]|批示|作.{{0,4}}(?:报告|讲话|指示)|出席|到会|勉励|呼吁|讲话|看望)"
)
"""李某主持…, 张某王某出席…: who was at the occasion above and what he did."""
_CENTRAL = regex(
    "我国|国务院|党中央|中共中央|中央(?:军委|政治局|纪委)|中纪委|全国(?:人大|政协|总工会)|全总|最高(?:人民)?[法检]|国家[计经科教体税]"
)
"""The bodies of the state: what they do is news, and no occasion."""
_ACTOR = regex(
    r"(?:老[人汉太师]|男子|女子|小伙|大[爷妈学]|阿[姨婆伯]|[小中大]学生|环卫工|保安|的哥|司机|医生|护士|教师|村民|居民|农民|外卖|快递|食堂|图书馆|博物馆"
    rf"|[男女][篮足排]|一[名位个只头条辆]|[{HAN}]{{0,4}}(?:医院|法院|学校|大学|中学|小学|小区|公司|工厂))"
)
"""Somebody or something that acts, at the beginning of a headline."""
_COMMON_STARTS = frozenset("一二三四五六七八九十不大小中全市新")
_AS_REPORTER = regex(
    "(?:本报|本刊|晚报|日报)?记者(?:独家)?(?:对话|专访|走访|采访|探访|暗访|体验|亲历|调查|连线|访谈|访)"
)
_REFERS = regex("[其他她]|该(?![谁怎如不去])|此")
_PLACE_LABEL = regex(f"(?!过去|现在|如今|今天|昔日)[{HAN}]{{2,3}}[：:]")
_INTERVIEW = regex("(?:独家)?(?:对话|专访|访谈)")
_WHOLE_QUOTE = regex("“[^“”]{6,}”$")
_EXPERT_TELLS = regex(
    rf"(?:医师|医生|主任|专家|教授|院士|律师|研究员|会长|校长|院长|所长|馆长|站长|作家|导演|教练|编剧|画家|诗人)[{HAN}]{{2,4}}?(?:谈|话|说|论|讲解?|解读|详解|解析|答疑|支招|揭秘|释疑|解惑|细说|回应)[^，。说]{{2,12}}$"
)
"""`主任医师何静谈耳鸣`: who explains what the headline is about."""
_SUBJECT = regex(
    rf"某[{HAN}]{{1,6}}[团部旅连营军舰艇站校]|我[市省县区国]|全[市省国县区城]|本[市省]|市区|城区|各地|男子|女子|一[名位个]?[男女老]|[一二三四五六七八九十]+(?:岁|旬)|老人|\d+岁"
    r"|多[个名部]|数[十百千万]|中国|[一二两三四五六七八九十\d]+名"
)
"""我市…, 一男子…, 八旬…: who acted or where."""
_QUANTITY = regex(
    r"[\d一二两三四五六七八九十百千万]+(?:余|多)?(?:元|万元|亿元|%|成|部|名|户|家|辆|台|个|起|米|公里|吨|亩|次|座|盏|场|项|天|年|小时|分钟)"
)


Levels = Literal["steady", "loose", "random"]
"""Whether the levels of a page's headings mean much, little or nothing."""


def judge_tiers(row: Row, index: int, levels: Levels, alone: int = 0) -> None:
    """The heading at `index` of the row and the one below it, on a page with levels of this kind, where headlines
    without another heading beside them have the level `alone`, or 0 where they have several."""
    first, second = row.solid[index], row.solid[index + 1]
    if signed := unannounced(second.text):
        second.byline = signed
        second.evidence += ["byline", "heading_byline"]
        return
    _groups(row, index)
    one, two = len(unspaced(first.text)), len(unspaced(second.text))
    if two < 0.78 * one and not (two >= 12 and _SUBJECT.match(second.text.strip())):
        _much_shorter(first, second, one)
    elif two >= 1.6 * one and two >= 20:
        second.evidence.append("long_second")
    level_one, level_two = first.piece.level or 7, second.piece.level or 7
    above, below = first.text.strip(), second.text.strip()
    if _is_cut(above, below, row, index) or (level_one == level_two and max(one, two) <= 13 and _goes_on(above, below)):
        first.evidence.append("first_line")
        second.evidence.append("second_line")
        for line in (first, second):
            if "runs_on" in line.evidence:
                line.withdraw("runs_on")
                line.evidence.append("stops_nowhere")
        return
    _words(first, second, one, two)
    if level_one == level_two or levels == "random":
        _clauses(first, second)
        if one == two:
            _couplet(first, second, row.after(index + 1))
        judge_shapes(row, index)
    if alone and level_one < level_two == alone and _only_two(row, index):
        first.evidence.append("above_own_level")
        second.evidence.append("own_level")
    elif levels == "steady" and level_one < level_two:
        second.evidence.append("level_down")
    elif level_one > level_two and (levels == "steady" or (levels == "loose" and level_one < 7)):
        second.evidence.append("level_up")
        first.evidence.append("before_level_up")


_PLAIN_LINE = regex(rf"[{HAN}“”]{{6,10}}")
_DECK_SIGNS = frozenset(("stops_inside", "dash", "deck_words"))
_COUNTED = regex(r"[\d一二两三四五六七八九十百千万]+[^\d一二两三四五六七八九十百千万]")
_NO_COUPLET = frozenset(
    (
        *("occasion_start", "occasion_end", "deck_kind", "deck_start", "series_kicker", "own_subject", "adds", "voice"),
        *("numbered", "notice_end", "label_size", "deck_words", "twin", "asks_below", "named_below", "word_below"),
    )
)
_OPEN_ENDS = frozenset("着的把被让与和向对从")
_STOPS_NOT = regex("(?:[挡拦阻]|割|隔|打|切)不(?:住|断|了|开)$|(?:忘|少|放|离)不(?:了|开)$")
"""…挡不住: what it did not stop must follow."""
_NO_PREDICATE = regex(r"(?:让|把|将|给|与|同|对)[^，,：:\s]{2,7}$|.*[零一二三四五六七八九十百\d][时日月]$")
_PREDICATE = regex("起|不再|不能|不会|却|竟|才|就|再")


def _goes_on(above: str, below: str) -> bool:
    """Whether two headings are one clause that a line's end cut: `湖底泥芯藏着`, `八千年气候密码`."""
    if above[-1] in _OPEN_ENDS and not above.endswith(("不着", "参与", "给与", "施与", "面对", "针对", "何从", "服从")):
        return True
    if above[-1] in "住断了开" and _STOPS_NOT.search(above):
        return True
    if _PREDICATE.match(below) and _NO_PREDICATE.match(above):
        return True
    return _PREDICATE_LATER.match(below) is not None and _ACTOR_ALONE.fullmatch(above) is not None


def _only_two(row: Row, index: int) -> bool:
    """Whether exactly the heading at `index` and the one below it stand together."""
    return not (index and row.able[index - 1]) and not (index + 2 < len(row.able) and row.able[index + 2])


_LOOKED_AT = 6
_QUOTES = (("《", "》"), ("“", "”"), ("（", "）"))


def _is_cut(above: str, below: str, row: Row, index: int) -> bool:
    """Whether the break between two headings falls inside a phrase: a bracket that opens above closes below, or the
    letters around the break stand together in the text (`加快绿色能源`, `基础设施建设`)."""
    for start, end in _QUOTES:
        if above.count(start) == above.count(end) + 1 and below.count(end) == below.count(start) + 1:
            return True
    if len(above) <= _SHORT_GIVER and _GIVES.search(above) and _TITLE.fullmatch(below):
        return True
    around = above[-3:] + below[: 3 if below[0] == "“" else 2]
    if len(above) < _LEAST_CUT or not (_AROUND.fullmatch(around) or above[-1] == "”"):
        return False  # a place above what is done there is a kicker
    return any(around in sight.text for sight in row.solid[index + 2 : index + 2 + _LOOKED_AT] if not sight.is_heading)


_LEAST_CUT = 7
_AROUND = regex(rf"[{HAN}]{{3}}“?[{HAN}]{{2}}")
_SHORT_GIVER = 10
_GIVES = regex("(?:印发|发布|出台|公布|签署)$")
_TITLE = regex("《[^》]+》")
"""`省检察院印发`, `《渔业检察五年规划》`"""
_PEOPLE = (
    "企业|市民|居民|村民|学生|考生|家长|司机|乘客|旅客|游客|职工|工人|农民|农户|老人|老汉|儿童|患[者儿]|[男女]孩|[男女]子|小伙|姑娘|教师|老师|医生|医师|护士"
    "|干部|党员|民警|交警|战士|官兵|代表|委员|专家|学者|院士|教授|律师|法官|校长|村医|村官|支书|书记|店主|老板|夫妻|夫妇|兄弟|姐妹|母子|父子|一家[人三四五]"
    "|医院|公司|单位|部门|厂|队|城市|县市|乡镇|学校|高校|商场|小区|社区|车站|景区|公园|大桥|高速|[校客公列动货]车|公交车?|出租车?|航班|地铁"
)
_ACTOR_ALONE = regex(rf"[{HAN}\d“”]{{2,9}}(?:{_PEOPLE})")
"""`我省四千家企业`: who, and not what he did."""
_PREDICATE_LATER = regex(
    r"[昨今明][日天晚晨夜起]|[下本][周月]起|[\d一二三四五六七八九十]{1,3}[月日号].{0,3}起|统一|一律|日前|近日|首次|正式|全[面部线]|陆续|相继|集体|同时|即将|将(?!军)|已(?!故)|正在|仍|有望|开始|喜[获迁迎]|齐[聚上]|联合|纷纷|再[次度]|双双|连续|[可能须需](?:到|在|以|免|享|领|凭|申|报|向|持|乘|办|查)"
)
_WHO = regex(rf"[{HAN}]{{0,8}}[一两三四五六七八九十百千\d][{HAN}]{{0,7}}(?:{_PEOPLE})")
"""`湖南一乡村医生`: who, by what he is, without a verb."""
_VERB = regex("[为给把被让将向对与和获夺赴迎办救帮捐送建开修说]")


def _words(first: Sight, second: Sight, one: int, two: int) -> None:
    """What the words of two headings say."""
    if "tiny" in second.evidence or "place_name" in second.evidence:
        return
    above, below = first.text.strip(), second.text.strip()
    if (_WHOLE_QUOTE.match(below) and _INTERVIEW.match(above)) or (
        _ANSWERED.match(below) and _OFFICIAL.fullmatch(above)
    ):
        first.evidence.append("interviewed")
        second.evidence.append("said")
    elif _WHOLE_QUOTE.match(below) and not _WHOLE_QUOTE.match(above) and one >= 7:
        first.evidence.append("quoted_below")
    if _PLACE_LABEL.match(above) and not _PLACE_LABEL.match(below):
        first.evidence.append("place_label")
    if (above.endswith(("——", "－－", "――", "：", ":")) or _PUBLISHED.search(above)) and "says" not in first.evidence:
        first.evidence.append("says")  # 群众普遍反映——, 某报发表社论
    spoken = "says" not in first.evidence and _SPOKEN.match(below) is not None
    if _OCCASION_START.match(above) or names_time(above):
        first.evidence.append("occasion_start")
    elif _PURPOSE.match(above) and not _PURPOSE.match(below):
        first.evidence.append("purpose_above")
    elif _WHO.fullmatch(above) and SPACES.search(below) and not _VERB.search(above):
        first.evidence.append("who_above")
    published = _PUBLISHED_BRIEFLY.fullmatch(above) is not None
    if published:
        first.withdraw("notice_end")
        first.evidence.append("gives_out")
    elif _OCCASION_END.search(above) and not spoken and not _WON.search(above):
        first.evidence.append("occasion_end")
    if _CENTRAL.match(above) and "says" not in first.evidence:
        first.evidence.append("central_subject")
    parts = above.split()
    if len(parts) >= 2 and len(parts[0]) <= 8 and (len({*map(len, parts)}) == 1 or _rhymes(parts)):
        first.withdraw("two_parts")
        first.evidence.append("balanced")
    if _SLOGAN.fullmatch(below) and not SPACES.search(above) and one >= 9:
        second.evidence.append("slogan_below")
    if one <= 4 and two < 20 and "occasion_start" not in first.evidence and "occasion_end" not in first.evidence:
        return  # the name of a column more often than a headline
    wordy = "long" in second.evidence and "stops_inside" in second.evidence  # whoever it names, a deck
    if wordy:
        pass
    elif _ASKS.search(below) and not _ASKS.search(above):
        second.evidence.append("asks_below")
    elif _NAMED_FIRST.match(below) and not _NAMED_FIRST.match(above):
        second.evidence.append("named_below")
    if not wordy and "“" in below[1:] and "“" not in above and below[0] != "“":
        second.evidence.append("word_below")
    if "column_prefix" in second.evidence and "deck_words" in second.evidence and _ADVICE.match(below):
        second.withdraw("column_prefix")  # 中医提醒：… below a headline is no column
        second.evidence.append("adds")
    if wordy or "asks_below" in second.evidence:
        pass  # a question is no deck
    elif spoken:
        second.evidence.append("spoken_below")
    elif "says" not in first.evidence and _SPEECH_START.match(below):
        second.evidence.append("speech_below")
    elif (_EXPERT_TELLS.search(below) or _AS_REPORTER.match(below)) and not _EXPERT_TELLS.search(above):
        second.evidence.append("expert_tells")
    elif _TELLS_WHICH.match(below):
        second.evidence.append("tells_which")
    elif _WHY.search(below):
        pass
    elif _ADDS.match(below) or _OUTCOME.search(below) or _ADDS_MORE.search(below):
        second.evidence.append("adds")
    elif _VOICE.match(below):
        second.evidence += ["voice", "voice_says"] if _VOICE_SAYS.match(below) else ["voice"]
    elif _SUBJECT.match(below):
        second.evidence.append("own_subject")
    if _ACTOR.match(above) and one >= 6 and "occasion_end" not in first.evidence:
        first.evidence.append("actor_above")
    if below[0] in above and below[0] not in _COMMON_STARTS and below[:2] not in PLACE_NAMES:
        second.evidence.append("same_letter")
    if _REFERS.search(below):
        second.evidence.append("refers_back")
    if one >= 9 and two <= 1.8 * one and _QUANTITY.search(below) and not _QUANTITY.search(above):
        second.withdraw("two_parts")
        second.evidence.append("figures_below")


def _rhymes(parts: list[str]) -> bool:
    """Whether two clauses end with the same words: `水退到哪里 种子补到哪里`."""
    return len(parts) == 2 and len(parts[0]) >= 4 and parts[0][-2:] == parts[1][-2:]


_SLOGAN = regex(rf"[{HAN}]{{4,6}}(?:\s[{HAN}]{{4,6}}){{2,3}}")
"""`明确任务 坚持改革 推动发展`"""


def _adds_facts(below: str) -> bool:
    """Whether a heading has the words of a deck: a figure, a consequence, another party."""
    if any(words.match(below) for words in (_ADDS, _VOICE, _TELLS_WHICH)) or re.search(r"\d[:：]\d", below):
        return True
    return any(words.search(below) for words in (_OUTCOME, _REFERS, _QUANTITY, SPACES))


def _clauses(first: Sight, second: Sight) -> None:
    """Several clauses above a single one that names who acted are a kicker."""
    clauses = SPACES.split(first.text.strip())
    below = second.text.strip()
    if len(clauses) < 2 or not all(4 <= len(clause) <= 13 for clause in clauses) or _adds_facts(below):
        return
    if not _DECK_SIGNS.isdisjoint(second.evidence) or len(below) < 7:
        return
    first.evidence.append("clauses_above")


def _couplet(first: Sight, second: Sight, third: Sight | None) -> None:
    """Two lines of one length without a stop, short for a kicker, are rather a headline set as a couplet."""
    if not (_PLAIN_LINE.fullmatch(first.text.strip()) and _PLAIN_LINE.fullmatch(second.text.strip())):
        return
    parallel = _COUNTED.match(first.text.strip()) and _COUNTED.match(second.text.strip())
    if parallel:
        first.evidence.append("first_line")
        second.withdraw("adds")
        second.evidence.append("second_line")
    elif _NO_COUPLET.isdisjoint(first.evidence) and _NO_COUPLET.isdisjoint(second.evidence):
        first.evidence.append("couplet_above")
        second.evidence.append("couplet_below")
    if "couplet_below" in second.evidence or parallel:
        longer = third is not None and pairable(third) and third.size > 1.4 * second.size
        if third is not None and longer and third.piece.shape == second.piece.shape:
            third.evidence.append("last_of_three")


def _much_shorter(first: Sight, second: Sight, size: int) -> None:
    """A short heading under a long one: a deck under a headline of two lines, or a headline under a long kicker."""
    if "groups" in first.evidence:
        return
    clauses = SPACES.split(first.text.strip())
    below = second.text.strip()
    single = min(map(len, clauses)) >= 4 and len(below) >= 7 and "deck_words" not in second.evidence
    if len(clauses) > 1 and single and not _adds_facts(below):
        return
    if len(clauses) > 1:
        first.evidence.append("much_longer")
        second.evidence.append("much_shorter")
    elif size >= 18:
        first.evidence.append("long_plain")
    else:
        second.evidence.append("shorter")


def _groups(row: Row, index: int) -> None:
    """Three or four headings in a row."""
    solid = row.solid
    if index + 3 < len(solid):
        _three(*solid[index : index + 4])
    if index + 4 < len(solid):
        _four(solid[index : index + 5])


_NAMES = regex(
    rf"(?:一|[这那]|[两三四五六七八九十]{{1,3}})[个名位座条群场段家户对件张代][^，,：:]{{2,16}}的[{HAN}]{{1,6}}"
)
"""`一个只有三名学生的村小`: it names what the headline below tells of, and tells nothing itself."""


_LEAST_OF_THREE = 7
_LONG_KICKER, _SHORT_LINE, _UNEVEN = 12, 8, 3
"""Letters of a kicker above a headline that is set in two short lines: `展示新技术`, `加强新对话`."""


def _three(first: Sight, second: Sight, third: Sight, after: Sight) -> None:
    """Three headings above a text, kicker, headline and deck: the second is the shortest, or all are of one level."""
    if not pairable(third) or "twin" in third.evidence:
        return
    if pairable(after) and (after.piece.level or 7) <= (second.piece.level or 7):
        return
    sizes = [len(unspaced(sight.text)) for sight in (first, second, third)]
    levels = [sight.piece.level or 7 for sight in (first, second, third)]
    if sizes[0] >= _LONG_KICKER and max(sizes[1:]) <= _SHORT_LINE and abs(sizes[1] - sizes[2]) <= _UNEVEN:
        first.evidence.append("first_of_three")
        second.evidence.append("middle_of_three")
        third.evidence.append("second_line")
        return
    shortest = min(sizes[0], sizes[2])
    if (
        sizes[0] < 7
        or sizes[1] > shortest
        or (sizes[1] == shortest and not _NAMES.fullmatch(first.text))
        or (levels[0] < levels[1] >= levels[2] and not _OCCASION_END.search(first.text.strip()))
    ):
        if len(set(levels)) == 1 and not OPENED.isdisjoint(after.evidence):
            _three_alike((first, second, third), sizes)
        return
    first.evidence.append("first_of_three")
    second.evidence.append("middle_of_three")
    third.evidence.append("last_of_three")


def _three_alike(group: tuple[Sight, Sight, Sight], sizes: list[int]) -> None:
    """Three headings of one level above the opening of a story, of whatever lengths: not where the last asks, or where
    the first two are the lines of a couplet."""
    first, second, third = group
    couplet = sizes[0] == sizes[1] and len(first.text.split()) == len(second.text.split())
    if min(sizes) >= _LEAST_OF_THREE and not couplet and third.text.strip()[-1] not in "？！?!":
        for place, sight in enumerate(group, 1):
            sight.evidence.append(f"three_alike_{place}")


def _four(group: list[Sight]) -> None:
    """Four headings above a text, the two in the middle shorter than the others: a headline in two lines."""
    if pairable(group[4]) or not (pairable(group[2]) and pairable(group[3])):
        return
    sizes = [len(unspaced(sight.text)) for sight in group[:4]]
    levels = [sight.piece.level for sight in group[:4]]
    if max(sizes[1:3]) < min(sizes[0], sizes[3]) and levels[1] == levels[2]:
        group[0].evidence.append("first_of_three")
        group[1].evidence.append("middle_of_three")
        group[2].evidence.append("second_line")
        group[3].evidence.append("last_of_three")

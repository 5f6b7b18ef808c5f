"""The words that tell kicker, headline and deck apart, in groups of one meaning, each with a heading that has one.

Collected from 140 pairs of headings of our own (`tests/cases/heading_pairs.tsv`) and from labelled pages. They are
regular expressions, because many of them are words only before or behind some others. A table whose name ends with
STARTS holds what a heading begins with, one with ENDS what it ends with, another what stands anywhere in it;
`wanbao.parse.tier_patterns` makes the patterns of them. Where in a table a group stands changes nothing.
"""

from __future__ import annotations

from wanbao.errors import Record
from wanbao.patterns import HAN

NUMBERS = "一二两三四五六七八九十百千万"
"""Han that count, as the inside of a class."""


class Words(Record, frozen=True):
    """Some words of one meaning."""

    about: str
    """What they tell."""
    example: str
    """A heading that has one of them, where the table says."""
    words: str
    """A regular expression that finds them."""


def any_of(table: tuple[Words, ...]) -> str:
    """The regular expression that finds a word of any group, as a part of another or the whole of one."""
    return "|".join(group.words for group in table)


# --- kickers ---------------------------------------------------------------------------------------------------------

OCCASION_STARTS = (
    Words("why, and by what means", "因大风停航", r"为了?|因|由于|受|经|据|凭|靠|借|把|让|不[用满服出再]"),
    Words(
        "by what means: 以 where it is no part of a name or of another word",
        "以诗会友",
        r"以(?!表示|色列|方|总[理统]|军|[巴黎叙伊美俄称拒将拟宣承同袭]|要求|外长|防长|国)",
    ),
    Words("where and on what way", "走进大山深处", r"从|在|出门|雨中|千里|路上|走进"),
    Words(
        "when",
        "昨日清晨",
        r"当|随着|刚|一边|夜幕|酒后|[昨今][日夜晚天晨]|北京时间"
        r"|(?![今前幕背最落以之先然])[\u4e00-\u9fff]{2,3}后(?![来方勤续卫备台期者悔门院记])",
    ),
    Words(
        "how long, and how it once was",
        "历时三年",
        r"历时|坚持|持续|连续|过去[：:]|昔日|[一二三四五六七八九十百\d]+(?:年|载|日|个月|天)(?![级期])",
    ),
    Words(
        "about what",
        "围绕民生热点",
        r"就.{2,16}(?:问题|事件|一事|局势|情况|关系)$|面对|围绕|聚焦|立足|着眼",
    ),
    Words(
        "what all are called to do",
        "贯彻会议精神",
        r"深入|打通|探索|推进|贯彻|落实|加快|全面|学习|喜迎|欢度|情系|心系|携手",
    ),
    Words("under what pretext", "谎称是远房亲戚", r"谎称|打着"),
    Words("who wrote to the paper", "市民来电", r"(?:市民|读者|居民)(?:投诉|来电|来信)"),
)
"""为…, 因…, 历时…, 昨日…: the reason, the means or the time of what the headline tells."""

PURPOSE_STARTS = (
    Words(
        "what for",
        "提高办事效率",
        r"提高|标志|促进|加强|改善|增强|保障|确保|弘扬|推动|扩大|深化|营造|体现|关心|力争|致力|适应|满足|优化|盘活",
    ),
    Words(
        "how well",
        "充分利用闲置校舍",
        r"(?:充分|合理|积极|大力|切实|努力|有效|进一步|不断|更好地?)"
        r"(?:利用|发挥|调动|运用|挖掘|配置|开展|落实|维护|满足|服务)",
    ),
    Words(
        "by doing what",
        "采取多种措施",
        r"采取|实行|推行|打造|破解|培育|构建|突出|抓住|瞄准|依托|依靠|紧扣|严把|催生",
    ),
    Words("coming to what, or leaving it", "备战新赛季", r"出席|应邀|备战|迎战|告别"),
    Words(
        "what is explained to whom",
        "给新手司机提个醒",
        r"解读|看[^，。]{4,14}怎[样么]|给[^，。]{2,10}(?:提个?醒|支招)",
    ),
    Words("everybody", "全市上下齐动员", r"全[市省县国区镇村]上下"),
)
"""提高…, 标志…: what for, or what it means, without a subject."""

OCCASION_ENDS = (
    Words("when", "新春佳节将至", r"过后|之后|前夕|之际|时节|期间|以来|临近|将至|在即"),
    Words(
        "what is held, or is over",
        "全市教育工作会议召开",
        r"召开(?:会议)?|举行|开幕|闭幕|落幕|启动|开启|开考|结束|满月|投产|亮相|开展|举办|视察",
    ),
    Words(
        "what is called to life",
        "海角启动护河行动",
        r"(?:启动|举行|开展|举办|召开|发起).{2,14}(?:行动|活动|仪式|工程|会议|大会|论坛|计划)",
    ),
    Words(
        "a match, a fair, a feast",
        "第三届渔业博览会",
        r"(?:联|锦标|公开|热身|预选|决|四强|资格|邀请)赛|世界杯|亚洲杯|奥运会|全运会|第.{1,6}[届次].{2,14}[赛会节展]"
        r"|第[一二三四五六七八九十百\d]{1,4}(?:[场轮站天日]|个比赛日)|开战|开打|打响",
    ),
    Words(
        "what was made known or written",
        "年度好书榜揭晓",
        r"揭晓|出炉|出台|发布|印发|通知|公布数据|题词|贺[信电]|批示",
    ),
    Words(
        "what troubles all",
        "寒潮来袭",
        r"来袭|突袭|告急|屡禁不止|此起彼伏|居高不下|一[位票床房]难求|何去何从",
    ),
    Words(
        "for how long something is out of order",
        "小区停水三天",
        r"(?:停[水电气暖运工摆]|断[水电网粮]|趴窝|罢工|失修|坏了|瘫痪|烂尾|积水|封路)"
        r"[近了已超]?[\d一二两三四五六七八九十半数多]{1,4}(?:余|多)?个?(?:小时|天|日|周|月|年)",
    ),
    Words("what it is praised as", "便民服务新举措", r"新举措|新时尚|不手软"),
)
"""…召开, …在即: the occasion."""

CENTRAL_STARTS = (
    Words("the country", "我国科学家", r"我国"),
    Words("the party", "中央政治局开会", r"党中央|中共中央|中央(?:军委|政治局|纪委)|中纪委"),
    Words(
        "parliament, unions, courts",
        "全国人大常委会",
        r"全国(?:人大|政协|总工会)|全总|最高(?:人民)?[法检]",
    ),
    Words("the government", "国家税务总局", r"国务院|国家[计经科教体税]"),
)
"""The bodies of the state: what they do is news, and no occasion."""

ACTOR_STARTS = (
    Words(
        "by age", "老人雨夜迷路", r"老[人汉太师]|男子|女子|小伙|大[爷妈学]|阿[姨婆伯]|[小中大]学生|一[名位个只头条辆]"
    ),
    Words(
        "by work",
        "环卫工拾金不昧",
        r"环卫工|保安|的哥|司机|医生|(?:护士|教师)(?!节)|村民|居民|农民|外卖|快递|[男女][篮足排]",
    ),
    Words(
        "a house or a body",
        "海角医院开设夜诊",
        rf"食堂|图书馆|博物馆|[{HAN}]{{0,4}}(?:医院|法院|学校|大学|中学|小学|小区|公司|工厂)",
    ),
)
"""Somebody or something that acts, at the beginning of a headline."""

PEOPLE = (
    Words(
        "people by what they do",
        "企业",
        r"企业|市民|居民|村民|学生|考生|家长|司机|乘客|旅客|游客|职工|工人|农民|农户",
    ),
    Words("people by age", "老人", r"老人|老汉|儿童|患[者儿]|[男女]孩|[男女]子|小伙|姑娘"),
    Words(
        "people by office",
        "乡村医生",
        r"教师|老师|医生|医师|护士|干部|党员|民警|交警|战士|官兵|代表|委员|专家|学者|院士|教授|律师|法官|校长|村医|村官"
        r"|支书|书记|店主|老板",
    ),
    Words("people by kin", "一家三口", r"夫妻|夫妇|兄弟|姐妹|母子|父子|一家[人三四五]"),
    Words("bodies", "医院", r"医院|公司|单位|部门|厂|队|城市|县市|乡镇|学校|高校"),
    Words("places", "小区", r"商场|小区|社区|车站|景区|公园|大桥|高速"),
    Words("what runs", "公交车", r"[校客公列动货]车|公交车?|出租车?|航班|地铁"),
)
"""People and things of which something can be told: what the first line of a headline ends with, or a kicker that says
but who it was."""

# --- decks -----------------------------------------------------------------------------------------------------------

QUESTIONS = (
    Words("by its mark", "钱从哪里来？", r"[？?]$"),
    Words("whether", "该不该收费", r"该不该|能不能|要不要|会不会|行不行|是不是"),
    Words("why and how", "停车为何这么难", r"为何|为啥|怎么办"),
    Words("who, where and when", "谁来管一管", r"谁来|何在|何时|哪去了|谁的错|找谁|听谁的|靠谁"),
)
"""Anywhere in a heading."""

FACT_STARTS = (
    Words(
        "how much or how many",
        "最高补贴五千元",
        r"至少|不包括|覆盖|逾|无一|最[高低快长大多少小]|平均|总[投面量价数里]|每|累计|共|总计|合计|均|约|达|主要|其中|部分"
        r"|超[过\d四五六七八九]|近[\d一二三四五六七八九十百千万]|(?:全市|全省|我市|目前)?仅|不[含收得]|全程|日[均处产]|多为"
        r"|记\d",
    ),
    Words(
        "what it is, without saying of what",
        "为国家二级保护动物",
        rf"[为系属](?:国家|全[国省市球]|我[国省市]|世界|省级|市级|近[{HAN}]?年|目前|首[次个例]|[{NUMBERS}\d]+)",
    ),
    Words(
        "how much in what time",
        "近三年累计交售七百万斤",
        rf"(?:[去前今本上]|全|半|近|每)[一二三两]?[年月周季天日](?:来|内)?[{HAN}]{{0,8}}"
        rf"[\d{NUMBERS}]+(?:余|多)?(?:%|％|元|[千百万亿]|成|倍|人|户|家|个|起|次|吨|公里)",
    ),
    Words(
        "what is counted or paid",
        "票价由听证会定",
        r"时间|费用|价格|票价|门票|客流|降幅|涨幅|年销|损失"
        rf"|[{HAN}]{{1,6}}(?:率|额)(?:达|升|降|提高|下降|增|减|超|近|为|仅)"
        rf"|[{HAN}]{{1,3}}(?:量|价|率|额|能力|降幅|涨幅|面积|规模|人数)(?![{HAN}]{{0,2}}[上下]调)",
    ),
    Words(
        "against another time, or against others",
        "同比增长两成",
        r"[同环]比|比(?:原?计划|预[计期定]|原[定来]|规定|往年)|比上年|比去年|较|提前|超额|创[下出造]|跃居|位居|名列",
    ),
    Words(
        "what is to come",
        "预计年底完工",
        r"到\d{4}年|首[日批期轮付先]|预计|计划|未来|今[起后]|年底|月底|将(?!军)|拟|或[于将]|有望"
        rf"|[{HAN}]{{2,5}}(?:有望|或将|料将|可望|或可|恐将|势将)",
    ),
    Words(
        "what is so by now",
        "目前水位回落",
        r"目前|已[经有申]?|仍|尚|暂|还|曾|正在|至今|时隔|半月|全天|等了"
        rf"|[昨今][天日晚晨][{HAN}\d:：]{{0,8}}(?:已|才|恢复)",
    ),
    Words("what it is good for", "方便两岸居民出行", rf"确保|促进|重点对|为[{HAN}]{{4,14}}提供|引导|方便|解决|缓解"),
    Words(
        "what it did, or why it came",
        "造成两人轻伤",
        r"造成|(?:直接)?经济损失|损失(?=[约近超达]?\d)|致(?=[\d一二两三四五六七八九十数多])|由|系|涉(?:及|案|事)|原因|起因|初步|疑[似因为是]|因(?![特此你爱])|由于|原[是来因]"
        r"|(?:前提|条件|目的|目标|理由|关键|结果|焦点|重点|起因|标准|时限|地点|主题|主角|凶手|祸首|元凶)(?:竟|就|却)?是",
    ),
    Words("what was done to somebody", "被路人送进医院", r"被(?![子褥告害困单动罩面盗骗拐毁淹抢扣偷伤埋罚押堵])"),
    Words("how warm it gets", "今日最高气温二度", r"[今明][日天晚]?[最有]?[高低]?(?:气温|温度)|最[高低](?:气温|温度)"),
    Words("what came of it for others", "此行有助于两岸来往", r"此[行举次番](?!动)"),
    Words(
        "how long it lasted",
        "走丢九个多小时",
        rf"(?:走丢|失踪|被困|昏迷|断电|停电|停水|等候|耗时|用时|历时)[近约了达长]{{0,2}}[\d{NUMBERS}]",
    ),
    Words("what was spoken of", "讨论实施和平协议", r"(?:共同)?(?:讨论|商讨|探讨|磋商|审议|听取)(?!会)"),
    Words("where it happened", "事发江边公路 两人受伤", r"事发(?![突时后前当经现之以])"),
    Words("what did not happen", "所幸无人受伤", r"无[人一]|未[造有见]|所幸|幸[未亏好]|好在|可惜|但(?!愿)"),
    Words(
        "who may or must",
        "市民可凭证领取",
        r"违者|需|须|可[^口爱乐以]|只[有要用需]"
        r"|市民(?:[：:]|体验|反映|大赞|点赞|期盼|质疑)"
        r"|(?:市民|读者|乘客|家长|学生|游客|考生|居民|旅客|村民)(?:可|不用|无[需须]|须|需|免)",
    ),
    Words("what all or many do", "各地节庆纷纷亮相", r"各[地超]|许多|众多|不少"),
    Words(
        "somebody's life, and what he had about him",
        "享年九十岁",
        r"享年|终年|时年|自己[给为替把]自己|生前|一生|毕生|从[艺教警医业军]|遗体|代表作|出土|身[上高]|写[了出]|称|自称|据称",
    ),
)
"""最高…, 预计…, 违者…: a figure or a consequence without a subject."""

COUNT_STARTS = (
    Words(
        "a number of something",
        "十户人家共用一台水泵",
        rf"[\d{NUMBERS}]+(?:余|多)?(?:部|户|家|辆|件|起|处|元|万|亿|%|成|个)",
    ),
)
"""三百多辆…: of ten such below another heading five are decks."""

OUTCOME_ENDS = (
    Words(
        "nobody was harmed",
        "游客安全撤离",
        r"安全(?:疏散|撤离|转移)|不受影响|[未不]变|无恙|平安|恢复正常|无人(?:员?伤亡|受伤)|已(?:被?控制|脱险|获救)",
    ),
    Words(
        "a call or a counter is open",
        "报名通道今日开通",
        r"(?:报名|预约|预订|预售|售票|咨询|申请|热线|通道|网点|名额)(?:电话|通道|渠道|系统)?"
        r"(?:已|今日?|明日?|昨日?|现|同步|即[日将])(?:起)?(?:开通|开放|开始|启动|开启|公布|报满|约满|结束|截止)",
    ),
    Words(
        "what became of all of them",
        "被困村民全部获救",
        r"(?:全部|全都|悉数|均|无一)"
        r"(?:得到|获|脱|被?救|撤|疏散|转移|安置|返回|恢复|归还|落网|到案|伤亡|受伤|遇难|漏网).{0,4}",
    ),
    Words(
        "why it happened, or that nobody knows yet",
        "事故原因尚待查明",
        r"正在(?:进行|调查|抢修|处理)|尚待查明|原因(?:尚|仍|还|暂|正)(?:无法|未|不|待|在)?(?:确定|查明|知晓|调查|明|清楚)"
        rf"|原因(?:不明|不详|待查)|[已未]查明(?:[{HAN}]{{2}})?原因[{HAN}]{{0,6}}",
    ),
)
"""…不受影响, …无人伤亡: what came of what the heading above tells."""

HAPPENS_AT_ONCE = r"同时(?:举行|进行|启动|开[幕工展]|亮相|展出|揭晓)$"
BESIDES = (
    Words("one to how many", "录取比例为1：20", r"之?比例?[高约仅]?[达为]?\d+[:：比]\d+$"),
    Words("what happens at the same time", "好新闻评选同时进行", HAPPENS_AT_ONCE),
    Words("all of it", "换灯泡还是搞科研都做到底", r"(?<=.)(?<![成首京故古大])都(?![市城匀江督])"),
    Words(
        "who or what else, behind those that are named",
        "何静、周晓等送了花圈",
        r"(?<=[\u4e00-\u9fff]{2})(?<![平高中头同优不越])等(?![级于待候同])",
    ),
    Words("what one must", "洗澡后需擦护肤品", r"(?<=[^必急所])[需须](?![求要])"),
    Words("what there is besides", "桥上还有游客刻下的名字", r"(?<=.{2})还[有将会](?!.*(?:多少|几|吗|？))"),
    Words("what one may do as well", "老年人也可参加", r"也[可能将会]|[均即]可|无[须需]"),
    Words(
        "in the second clause",
        "空调、冰箱一应俱全 还能给手机充电",
        r"[\s\u3000](?:还|并(?!列)|也|且|同时|另|均|预计|目前)",
    ),
    Words(
        "a list", "唱歌、跳舞、讲故事", r"^[^、—]+、[^、—]+、[^、—]+$|(?<=[\u4e00-\u9fff]{2})、(?=[\u4e00-\u9fff]{2})"
    ),
)
"""What there is besides, anywhere in a heading."""

VOICE_STARTS = (
    Words(
        "family and neighbours",
        "邻居说他早出晚归",
        r"邻居|街坊|父亲|母亲|丈夫|妻子|家人|亲友|家属|家长|母子|新郎|男方|女方|女子|男子已|当事人|伤者",
    ),
    Words(
        "who buys, rides or looks on",
        "乘客称没听到广播",
        r"顾客|乘客|游客|住户|业主|车主|司机|球迷|网民|网友|读者|居民|村民|学生|工友|评委",
    ),
    Words(
        "who sells, builds or runs something",
        "超市答应退款",
        r"客服|厂方|厂家|开发商|景区|平台|航空公司|物业|商家|店家|店员|商户|超市|银行",
    ),
    Words("police and rescue", "警方提醒市民锁好车", r"警方|民警|交警|消防员?|救援队"),
    Words(
        "whoever speaks before a colon",
        "维保单位：主板今天到货",
        rf"[{HAN}]{{1,7}}(?:部门|单位|局|公司|政府|企业|街道|社区|居委会|村委会|协会|中心|主人|老板|店主|负责人)(?=[：:])",
    ),
    Words(
        "offices and courts",
        "铁路部门加开列车",
        r"铁路部门|供电(?!所)|气象台|园林|官方|街道|法院|检方|检察|部门|有关|相关|工商|环保|城管",
    ),
    Words(
        "schools and people who know",
        "专家建议少开窗",
        r"校方|院方|专家|业内|律师|医生|主教练|教练",
    ),
)
"""警方…, 物业…: what another party did or said."""

SPEECH_STARTS = (
    Words(
        "what he says",
        "勉励同学们勤奋学习",
        r"勉励|慰问|祝贺|呼吁|提醒|同意|要求|希望|强调|指出|谴责|邀请|号召|敦促|重申|反映|称|警告|承诺",
    ),
    Words("what he aims at", "旨在减轻学生负担", r"旨在|意在|重点(?:为|是|在)|重在|以便|力争"),
    Words("what he does besides", "同时开通夜间专线", r"并(?!非)|同时"),
    Words("whom he sees, or what he signs, besides", "看望驻岛官兵", r"看望|拜[会谒]|检阅|接见|签[署订]"),
    Words("whom he greets", "向全市教师致以节日问候", r"向.{2,16}(?:致|祝|表示|献)"),
)
"""勉励…, 呼吁…, 向…致以…: what the one above says or does besides, without a subject."""

SUBJECT_STARTS = (
    Words(
        "the place of the paper",
        "我市新增三所小学",
        r"我[市省县区国]|全[市省国县区城]|本[市省]|市区|城区|各地|中国|本报(?=[\d一二两三四五六七八九十])",
    ),
    Words(
        "somebody without a name",
        "一男子跳河救人",
        r"男子|女子|一[名位个]?[男女老]|[一二三四五六七八九十]+(?:岁|旬)|老人|\d+岁",
    ),
    Words("several", "数百市民排队", r"多[个名部]|数[十百千万]|[一二两三四五六七八九十\d]+名"),
    Words(
        "a body of soldiers without a number",
        "某红军团开展拉练",
        rf"某[{HAN}]{{1,6}}[团部旅连营军舰艇站校]",
    ),
)
"""我市…, 一男子…, 八旬…: who acted or where."""

# --- headlines in two lines ------------------------------------------------------------------------------------------

PREDICATE_STARTS = (
    Words(
        "when",
        "明日起停止供水",
        r"[昨今明][日天晚晨夜起]|[下本][周月]起|[\d一二三四五六七八九十]{1,3}[月日号].{0,3}起|日前|近日"
        r"|首次|即将|将(?!军)|已(?!故)|正在|仍|有望|开始",
    ),
    Words(
        "in what manner",
        "统一更换路牌",
        r"统一|一律|正式|全[面部线]|陆续|相继|集体|同时|联合|纷纷|再[次度获添夺创]|双双|连续",
    ),
    Words("what is feasted", "喜迁新居", r"喜[获迁迎]|齐[聚上]"),
    Words("what they may or must", "可免费乘车", r"[可能须需](?:到|在|以|免|享|领|凭|申|报|向|持|乘|办|查)"),
)
"""What the second line of a headline begins with whose first line says who it is."""

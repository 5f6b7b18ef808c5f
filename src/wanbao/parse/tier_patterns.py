"""What kickers and decks look like: patterns made of the words in `wanbao.parse.tier_words`, and forms of sentences."""

from __future__ import annotations

from wanbao.conventions import PLACE_NAMES
from wanbao.parse.tier_words import (
    ACTOR_STARTS,
    BESIDES,
    CENTRAL_STARTS,
    COUNT_STARTS,
    FACT_STARTS,
    HAPPENS_AT_ONCE,
    NUMBERS,
    OCCASION_ENDS,
    OCCASION_STARTS,
    OUTCOME_ENDS,
    PEOPLE,
    PURPOSE_STARTS,
    QUESTIONS,
    SPEECH_STARTS,
    SUBJECT_STARTS,
    VOICE_STARTS,
    any_of,
)
from wanbao.patterns import HAN, regex

# --- kickers ---------------------------------------------------------------------------------------------------------

OCCASION_START = regex(any_of(OCCASION_STARTS))
PURPOSE = regex(any_of(PURPOSE_STARTS))
OCCASION_END = regex(rf"(?:{any_of(OCCASION_ENDS)})$")
CENTRAL = regex(any_of(CENTRAL_STARTS))
ACTOR = regex(any_of(ACTOR_STARTS))
PUBLISHED = regex(r"发表(?:社论|评论|文章|声明|讲话|演讲|谈话)(?:\s|$)")
"""`某报发表社论`: what it says is the headline."""
ADVISES = regex(
    rf"[{HAN}]{{0,6}}(?:专家|医生|警方|民警|交警|部门|气象台|消协|律师|局|协会|中心)(?:提醒|提示|建议|呼吁|告诫|支招)"
    rf"(?:[{HAN}]{{0,6}}(?:市民|居民|家长|患者|司机|驾驶员|游客|旅客|考生|学生|消费者|老人|读者|股民|业主)(?:们|朋友)?)?"
)
"""`专家提醒高血压患者`: who advises whom, with nothing of what he says."""
PUBLISHED_BRIEFLY = regex(
    "[^《》“”]{2,10}(?:发[布出表]|公布|颁布|印发|出台|通报|下发|作出|签署)[^《》“”]{0,6}"
    "(?:案例|意见|通[知告]|报告|名单|方案|办法|规划|数据|公[告报]|文件|条例|规定|标准|指南|决定|声明|命令|号召)"
)
"""`省法院发布典型案例`: who gave out what, with nothing of what it says."""
OFFICIAL = regex(rf"[{HAN}、]{{2,20}}(?:负责人|发言人|部长|局长|主任|专家|负责同志)")
"""`省财政厅负责人`: who answers in the heading below."""
CAMPAIGN = regex(
    rf"(?:[{HAN}]{{2,6}})?“[^“”]{{2,12}}(?:行动|工程|活动|计划|大赛|公益行)”|[{HAN}]{{0,6}}“[^“”]{{2,12}}”(?:系列)?(?:行动|工程|活动|计划)"
)
"""`晚报“暖冬行动”`, `“春雨”行动`: the name of a campaign and nothing else."""
FOLLOW_UP = regex(
    rf"[■□●◆▲]?\s?(?:本报)?[《“].{{4,30}}[》”](?:一[{HAN}]|的?报道)?(?:的?(?:后续|追踪|跟踪|续闻?|反馈|回音)(?:报道|新闻)?|新闻追踪)[：:]?"
)
"""`《路口的红绿灯坏了》追踪`, `《巷子里的灯》一文后续报道`: which story the news goes on with."""
MISHAP = regex(
    "[起失着]火|烧[毁坏死伤]|撞[上坏死伤毁飞]|身亡|死亡|丧[命生]|送命|被[盗偷抢骗困砸撞]|坠[楼落]|溺|塌|漏[水气电]|爆[炸裂]|断裂"
    "|触电|中毒|落水|翻车|追尾|落网|被抓|受伤|遇难|失踪|昏迷|晕倒|摔[伤下倒]|卡[住喉]"
)
"""`仓库起火 棉被烧毁`: a mishap that is told in two short clauses is the news itself."""
INTERVIEW = regex("(?:独家)?(?:对话|专访|访谈)")
"""`专访…`: whose words the heading below quotes."""
PLACE_LABEL = regex(f"(?!过去|现在|如今|今天|昔日)[{HAN}]{{2,3}}[：:]")
"""`海角：…`: where the news comes from."""
MATCH = regex(
    rf"(?![{HAN}“”\d]*(?:[举承]办|举行|开展|组织|发起|参加|进军|出征|征战|备战|挺进|闯[入进]|[夺捧获摘]|又摆|无缘|退出))[{HAN}“”\d]{{3,16}}"
    r"(?:赛|杯)(?:[首次]轮|第[一二三四五六七八九十百\d]{1,4}[轮日场局])?"
)
"""`海角杯围棋赛首轮`: the name of a match and no verb."""
WON = regex("[夺获捧摘胜负]|晋级|出线|冲出|落败|出局")
"""…夺得世界杯: what came of the occasion is the news itself."""
WHO = regex(rf"[{HAN}]{{0,8}}[一两三四五六七八九十百千\d][{HAN}]{{0,7}}(?:{any_of(PEOPLE)})")
"""`湖南一乡村医生`: who, by what he is, without a verb."""
VERB = regex("[为给把被让将向对与和获夺赴迎办救帮捐送建开修说]")
"""One of these letters, and it is told what he did."""

# --- decks -----------------------------------------------------------------------------------------------------------

FACT = regex(any_of(FACT_STARTS))
COUNT = regex(any_of(COUNT_STARTS))
OUTCOME = regex(rf"[将已或](?:由[^，。]{{2,8}})?(?:接任|接替|继任|接棒|出任|接手)|(?:{any_of(OUTCOME_ENDS)})$")
"""What came of it, at the end; or, anywhere, `已由副校长接任`: who took over."""
ATTENDED = regex("(?:陪同|出席(?:[^，。]{2,6}[式会礼])?|主持|讲话|致辞|等参加|参加会议|作批示)$")
"""`何静等陪同`: who else was there."""
BESIDE = regex(any_of(BESIDES))
AT_ONCE = regex(HAPPENS_AT_ONCE)
VOICE = regex(any_of(VOICE_STARTS))
VOICE_SAYS = regex(
    rf"(?:{any_of(VOICE_STARTS)})[{HAN}]{{0,3}}?"
    "(?:称|说|表示|回应|否认|承认|承诺|答应|提醒|建议|呼吁|解释|道歉|认为|[：:])"
)
"""超市答应…, 顾客称…: another party speaks."""
PARTY_SAYS = regex(
    rf"(?![我本一某数])[{HAN}“”、]{{1,9}}?(?:指责|谴责|否认|反对|警告|呼吁|敦促|希望|重申|抗议|拒绝|(?<![堪号简俗人誉统自])称(?![号赞为])|要求|欢迎|表示|认为"
    rf"|质疑|坦言|透露|驳斥|批评)[{HAN}]"
)
"""`邻国指责对方违约`, `老队长希望大家拼到底`: somebody else speaks to what is told above."""
SPEECH_START = regex(any_of(SPEECH_STARTS))
SUBJECT = regex(any_of(SUBJECT_STARTS))
ASKS = regex(any_of(QUESTIONS))
WHY = regex("为何|为啥|谁来|何在|谁之过")
"""A question is a headline, whatever it begins with."""
ANSWERED = regex("就.{4,40}(?:答记者问|回答记者提问|答问|回应)$")
"""`就学区调整答记者问`: about what an official was asked."""
TELLS_WHICH = regex(rf"(?!目)[{HAN}]{{1,4}}的(?:竟|正|就|却)?是")
"""`砸的是自家姐夫的车`: which one it was that the headline tells of."""
ADVICE = regex(rf"[{HAN}]{{2,8}}(?:提醒|提示|建议|支招|回应|答复|表示|呼吁)[：:]")
"""`医生支招：…`: who adds what to the news above."""
_NO_PLACE = "超城都股门上夜楼车菜集节反社小景园山校灾林家城故下老农乡古红"
"""超市, 社区, 家乡…: with one of these before it, 市 or 区 ends the name of no place."""
NAMED_FIRST = regex(
    rf"(?:{'|'.join(sorted(PLACE_NAMES, key=lambda name: (-len(name), name)))})"
    rf"|[{HAN}]{{1,3}}(?<![{_NO_PLACE}])[省市县区镇乡村州旗](?=[{HAN}])"
    rf"|中国|[{HAN}]{{2,6}}?(?:公司|集团|大学|医院|法院|公安局?|政府|总统|总理|部长|外长)"
)
"""`北京新桥通车`: it begins with the name of a place or an office, who acted or where."""
SPOKEN = regex(
    rf"(?:[{HAN}]{{2,4}}[、和等\s]{{0,2}}){{1,3}}"
    "(?:主持|强调|指出|题词|致[信电词]|批示|作.{0,4}(?:报告|讲话|指示)|出席|到会|勉励|呼吁|讲话|看望|参观|观看|观摩)"
)
"""李某主持…, 张某王某出席…: who was at the occasion above and what he did."""
EXPERT_TELLS = regex(
    "(?:医师|医生|主任|专家|教授|院士|律师|研究员|会长|校长|院长|所长|馆长|站长|作家|导演|教练|编剧|画家|诗人)"
    rf"[{HAN}]{{2,4}}?"
    "(?:谈|话|说|论|讲解?|解读|详解|解析|答疑|支招|揭秘|释疑|解惑|细说|回应)[^，。说]{2,12}$"
)
"""`主任医师何静谈耳鸣`: who explains what the headline is about."""
AS_REPORTER = regex(
    rf"(?:本刊|[{HAN}]{{1,5}}报)?记者(?:独家)?(?:对话|专访|走访|探营|记录|蹲点|直击|目击|采访|探访|暗访|体验|亲历|调查|连线|访谈|访)"
)
"""`本报记者探访…`: how the paper came to know it."""
REFERS = regex("[其他她]|该(?![谁怎如不去])|此")
"""It speaks of somebody whom the heading above has named."""
SPOKE_WITH = regex("[谈问答访说]|对话|首次|第一次")
"""`导演…谈新片`: who says what the heading below quotes, or on what occasion."""
WHOLE_QUOTE = regex("“[^“”]{6,}”$")
"""`“我们一个人也没有落下”`: nothing but what somebody said."""
QUANTITY = regex(
    rf"[\d{NUMBERS}]+(?:余|多)?"
    r"(?:元|万元|亿元|%|成|部|名|户|家|辆|台|个|起|米|公里|吨|亩|次|座|盏|场|项|天|年|小时|分钟)"
)
"""`三百多户`: how much of what."""
SLOGAN = regex(rf"[{HAN}]{{4,6}}(?:\s[{HAN}]{{4,6}}){{2,3}}")
"""`明确任务 坚持改革 推动发展`"""

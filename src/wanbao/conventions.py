"""What holds for Chinese newspapers in general: words, as data. What is set aside stands in `wanbao.furniture`.

A newspaper's own profile (`newspaper.yml`) adds to these lists.
"""

from __future__ import annotations

from wanbao.records import ContributorRole


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


PAPER_ENDINGS: tuple[str, ...] = _words("""
    日报 晚报 早报 晨报 晨刊 晚刊 都市报 商报 时报 快报 导报 周报 周刊 青年报 农村报 生活报 新报 信报 法制报 法治报
    工人报 教育报 经济报 消费报 广播电视报 特区报 侨报 文汇报 画报 新闻网 新闻 在线 客户端 融媒 融媒体 融媒体中心 网讯
    网 报 通讯社 电视台 电台
""")
"""How the names of papers and news sites end, as they stand before 讯, 电 and 消息."""

AGENCIES: tuple[str, ...] = _words("""
    新华社 新华网 中新社 中新网 中国新闻网 中新 人民网 央视 央视网 央广网 中央社 中通社 新华视点 光明网 中青网
    法新社 路透社 美联社 共同社 塔斯社 俄新社 德新社 澳联社 彭博社 韩联社 时事社 国际在线 中国网 求是网
    经济参考报
""")
"""Agencies and national sites that datelines name."""

ROLES: tuple[tuple[str, ContributorRole], ...] = (
    ("记者", "reporter"),
    ("特派员", "reporter"),
    ("特派记者", "reporter"),
    ("特约撰稿人", "author"),
    ("特约撰稿", "author"),
    ("撰稿人", "author"),
    ("特约评论员", "commentator"),
    ("评论员", "commentator"),
    ("通讯员", "correspondent"),
    ("通过员", "correspondent"),  # a misprint that papers do print: domain notes 1.3
    ("通迅员", "correspondent"),  # another
    ("特约通讯员", "correspondent"),
    ("实习生", "intern"),
    ("实习记者", "reporter"),
    ("见习记者", "reporter"),
    ("摄影", "photographer"),
    ("摄影师", "photographer"),
    ("编译", "compiler"),
    ("整理", "compiler"),
    ("编辑整理", "compiler"),
    ("文字整理", "compiler"),
    ("记录整理", "compiler"),
    ("记录", "compiler"),
    ("电话记录", "compiler"),
    ("采访记录", "compiler"),
    ("制图", "artist"),
    ("绘图", "artist"),
    ("漫画", "artist"),
    ("插图", "artist"),
    ("作者", "author"),
    ("撰文", "author"),
)
"""Role words before a name. 记者 may carry any of `ROLE_PREFIXES`."""

DESK_ROLES: tuple[tuple[str, ContributorRole], ...] = (
    ("采写", "reporter"),
    ("采访", "reporter"),
    ("出镜", "reporter"),
    ("撰稿", "author"),
    ("供稿", "author"),
    ("执笔", "author"),
    ("主笔", "author"),
    ("策划", "compiler"),
    ("统筹", "compiler"),
    ("监制", "compiler"),
    ("编辑", "compiler"),
    ("文案", "compiler"),
    ("拍摄者", "photographer"),
    ("拍摄", "photographer"),
    ("摄影者", "photographer"),
    ("摄像", "photographer"),
    ("影像", "photographer"),
    ("航拍", "photographer"),
    ("翻拍", "photographer"),
    ("视频", "photographer"),
)
"""Role words only where a slash or colon follows (`策划/李江`): alone they are verbs."""

ROLE_PREFIXES: tuple[str, ...] = _words("""
    首席 特约 特派 见习 实习 全媒体 融媒体 全媒 融媒 摄影 文字 驻京 驻外 驻站 资深 高级 专职 兼职 视频 首席摄影
    图片 新闻 青年 小 学生 军事 体育 财经 本报 数字
""")
"""Words that may stand before 记者, 通讯员 and the like."""

STAFF_ROLES: tuple[str, ...] = _words("""
    版面编辑 版面责编 版面校对 版式设计 本版美术 学生编辑 见习编辑 实习编辑 助理编辑 文字编辑 图文编辑
    值班老总 老总 值班主编 值班副总编 总值班 带班编委 责任主编 执行编辑 视觉 视觉设计 照排 录入 终校 校读 校阅 初审 复审
    责任编辑 本版责编 本版编辑 执行主编 值班编委 值班总编 值班主任 值班编审 值班 责编 编辑 主编 副主编 编委 版式
    版面设计 版面 美编 美术编辑 美术设计 设计 组版 排版 制作 校对 校检 责校 检校 组版编辑 审读 审校 审核 终审 统筹 策划
    图编 图片编辑 图片 制图 一读 二读 三读 电子邮箱 邮箱 总编 总编辑 主任 总监 编审 文编 专刊编辑
""")
"""Words for those who made the page, never authors of an article."""

STAFF_PREFIXES: tuple[str, ...] = _words("责任 本版 值班 版面 见习 实习 助理 执行 文字 图文 图片 美术 视觉 首席")
"""Words that may stand before them: 责任校对, 见习美编."""

SECTIONS: tuple[str, ...] = _words("""
    要闻 头版 综合 综合新闻 本地新闻 本埠新闻 本市新闻 时事 时政 时政要闻 国内 国内新闻 国际 国际新闻 天下 中国
    世界 国内国际 经济 财经 民生 民生新闻 社会 社会新闻 城事 城市 城区 都市 县区 区县 县域 乡村 三农 农业 农村
    教育 校园 科技 科教 健康 卫生 医疗 文化 文体 体育 体育新闻 娱乐 文娱 副刊 文艺 文学 读书 旅游 房产 楼市 汽车
    车市 金融 证券 股市 消费 商业 公益 法治 法制 政法 军事 评论 观点 言论 时评 理论 专题 专版 专刊 特刊 特别报道
    深度 调查 人物 热点 关注 焦点 互动 读者来信 服务 生活 周刊 周末 悦读 影像 视觉 图片新闻 图片 广告 公告
    观察 视点 深读 身边 分类广告 信息 资讯 今日关注 新闻 广东 省内 全省 珠三角 港澳台 台港澳
""")
"""Names of a newspaper's sections (版名), as a line of their own at the head of a page."""

COLUMN_ENDINGS: tuple[str, ...] = _words("""
    观察 时评 热评 快评 短评 锐评 论坛 视点 聚焦 关注 焦点 速递 播报 连线 专栏 专版 专题 特写 人物 访谈 对话
    茶座 随笔 杂谈 札记 絮语 闲话 周刊 热线 直通车 服务台 信箱 来信 之窗 园地 天地 风采 副刊 书评 影评 快讯 资讯
    新鲜事 帮帮团 帮你办 加油站 播报台 服务站 监督台 会客室 故事会 大讲堂 小贴士 零距离 直播间 朋友圈 风向标 放大镜
    备忘录 俱乐部 小百科 小知识 大观园 周记 圆桌 客座 手记 书架 书房 茶话 乡音 乡愁 走笔 履痕 屐痕 百味
    走基层 名片 档案 数说 微言 微语 心语 读城 拾遗 拾萃 会客厅 面对面 物语 行走 驿站 茶馆 荐书 好书 共读 寻味 养生 问诊
    门诊 问答 说法 以案释法 普法 警示 关键词 进行时 大家谈 万花筒 文苑 诗苑 诗笺 诗叶 诗页 艺苑 新芽 童言
    万象 纵横 广角 视窗 看台 讲堂 课堂 夜话 漫笔 笔记 传真 扫描 追踪 回音壁 回声 百态 瞭望 前沿 链接 提示 提醒
    采风 剪影 掠影 撷英 拾趣 漫话 漫谈 夜谈 沙龙 擂台 亲历 讲述 枪杆诗
    往来 来鸿 心桥 连心桥 在线 之声 之友 话廊 长廊 诗林 文萃 集萃 博览 趣闻 史话 史海 钩沉 视野 视线 视角 点睛 点击 指南
    参谋 支招 学堂 学苑 百事通 小词典 小辞典 信息港 信息窗 信息台 风景线 排行榜 瞭望台 瞭望哨 显微镜 望远镜 多棱镜
    红绿灯 晴雨表 黑板报 民声 心声 反馈 争鸣 书吧 网事 网谈 氧吧 夜读 夜谭 记事本 观察哨 警示钟
    公告栏 曝光台 光荣榜 红黑榜 说事 话题 热议 微评 一线 现场 镜头 视界 图说 光影 连载
""")
"""How the names of standing columns end."""

BRIEF_COLUMNS: tuple[str, ...] = _words("""
    简讯 短讯 快讯 简报 快报 短波 短新闻 要闻简报 新闻简报 国际简讯 国内简讯 体育短波 一句话新闻 微新闻 新闻速递
    新闻快递 新闻集装箱 新闻快读 快读 速览 新闻速览 要闻速览 要闻速递 集纳 新闻集纳 动态 各地动态 各地简讯
    简明新闻 联播 点击 微资讯 资讯速递 国际速览 国内速览 本地快讯 基层动态 县区短波 乡镇快讯 社区短波 文化短讯
    新闻点击 要闻点击 新闻拼盘 新闻快车 信息快车 资讯快递 消息树 一周要闻 国际时讯 国际要闻 国内时讯 体坛短波 体坛快讯
    文坛动态 经济短波 教育简讯 科技简讯 民生短波 城事速递 袖珍新闻 教育短讯 科技短波 警讯 短评快
""")
"""Names of columns that hold short pieces."""

PLACES: tuple[str, ...] = _words("""
    北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川
    贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 石家庄 太原 沈阳 大连 长春 哈尔滨 南京
    苏州 杭州 宁波 合肥 福州 厦门 南昌 济南 青岛 郑州 武汉 长沙 广州 深圳 珠海 佛山 东莞 湛江 茂名 阳江 南宁
    桂林 海口 三亚 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 呼和浩特 唐山 无锡 温州 洛阳 美国 英国 法国
    德国 俄罗斯 日本 韩国 朝鲜 印度 巴西 澳大利亚 加拿大 欧盟 联合国 中东 欧洲 非洲 亚洲 茂南 电白 信宜 高州
    化州 台北 新北 台中 台南 高雄 新竹 基隆 桃园 嘉义 宜兰 花莲 台东 屏东 彰化
""")
"""Names of places that stand alone as sub-headlines of round-ups."""

EDITOR_NOTE_WORDS: tuple[str, ...] = _words("""
    编者按 编者的话 编后 编后语 编后话 编者 开栏的话 开栏语 开篇语 开篇的话 编辑手记 记者手记 采访手记 核心提示
    新闻提示 阅读提示 内容提要 提要 导语 相关链接 新闻链接 延伸阅读 名词解释 新闻背景 背景 链接 记者观察
    新闻观察 短评 点评 相关新闻 新闻附件 背景资料 背景链接 资料链接 知识链接 新闻延伸 新闻回放 新闻回顾 事件回放
    案情回放 前情提要 小资料 专家提醒 专家提示 专家支招 专家建议 专家点评 律师说法
    律师观点 律师提醒 法官说法 法官提醒 警方提醒 民警提醒 医生提醒 法律链接 法条链接 嘉宾简介 作者简介 人物简介 人物名片
    编后记 编辑点评 记者感言 采访后记 结束语 结语 记者追踪 记者核实 记者回访 记者求证 部门回应 部门答复 部门回复
    官方回应 校方回应 警方回应 企业回应 相关部门回应 相关知识 知多一点 小知识
""")
"""Words that open an editor's note or a box beside an article."""

SURNAMES: str = "".join(
    [
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗",
        "凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛",
        "禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌",
        "霍虞万支柯昝管卢莫房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴",
        "糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀",
        "蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄",
        "晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融",
        "冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年",
        "爱阳佟言福肖覃冼麦邝区植揭闫付代邸车苟仝智尕次郄粟占战敬晋朴迟矫逄茆展薄雒鹿苑楚桑滑操亓揣逢练勾由尉昂兰",
        "旷谌招奉仵禤肇苌税稂弋锁幸莘鄢隋漆楼衣字冀芦庹郇苑尧闪泮渠钭麴呙岂郐睢郗铁候英介矣剌咎俸瞿妥脱户",
        "丘涂官盘岩刀栗励辜卿綦蹇戢凃佀锺邾褟禚蒿",
    ]
)
"""Surnames of one character (百家姓 with those that are common today or in Guangdong)."""

COMMON_SURNAMES: str = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范"
    "汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁"
)
"""The hundred-odd most common surnames: where names run together, a cut before one of these is likelier."""

COMPOUND_SURNAMES: tuple[str, ...] = _words("""
    欧阳 上官 司马 诸葛 尉迟 令狐 皇甫 公孙 慕容 夏侯 司徒 长孙 东方 独孤 南宫 闻人 澹台 公冶 宗政 濮阳 淳于
    单于 太叔 申屠 钟离 宇文 鲜于 司空 亓官 司寇 呼延 端木 西门 第五 百里 东郭 轩辕 万俟 赫连 拓跋 完颜
""")
"""Surnames of two characters."""

NOT_NAMES: tuple[str, ...] = _words("""
    近年 近日 近来 近期 日前 昨日 昨天 昨晚 昨晨 昨夜 前日 前天 前晚 今日 今天 今晨 今早 今晚 今年 去年 目前
    当前 如今 随着 为了 由于 根据 通过 经过 从市 从省 从区 从县 从国 从全 获悉 了解 采访 看到 发现 走进 来到
    连载 跟随 报道 讯息 消息 电话 上午 下午 中午 凌晨 清晨 当日 当天 连日 本月 上月 本周 上周 春节 国庆 中秋 元旦
    端午 清明 五一 在市 在省 据悉 据了 据市 从昨 从今 为进 为切 为加 为深 在这 在我 我市 我省 我县 我区 本市
    本省 全市 全省 全国 记者 通讯 实习 本报 本刊 好的 是的 对的 谢谢 您好 你好 为什 怎么 视觉 据 受访 网络 资料
    视觉 采访 本人 家属 警方 校方 网友 读者 市民 见图 见下 见右 见左 见上 如图 图为 资料 图片 未完 待续
    完毕 完成 完工 完善 完全 上接
    活动 预告 下转 略 注 左图 右图 上图 下图 综合 整理 图表 摘自 转载 单位 来源 责编 编辑 详见 视频 附表 另据 又讯 组图
    链接 延伸 背景 新闻 相关 名片 档案 小贴
    前往 赶赴 现场 联合 采写 连线 观察 手记 调查 核实 回访 求证 走访 探营 行动 帮忙 体验 点评 点击 提醒 提示 直击
    探访 暗访 追踪
    左为 右为 中为 前为 后为 全文 编者 楼市 楼盘 楼宇 衣食 衣服 衣着 字画 字幕 铁路 铁道 候鸟
    英国 英语 英雄 介绍 户外 户口 户主 闪光 闪电 脱贫 妥善 芦花 芦苇 芦荟 漆黑 漆器 楼上 楼下 楼梯 楼道
    丘陵 涂鸦 涂料 官方 官员 官兵 官网 官司 盘点 盘活 岩石 岩洞 刀具 刀削 栗子 励志 卿卿
""")
"""Beginnings of words that stand after 记者, or in brackets, and are no names."""

"""One made-up record for every kind of page, with something in every field: what the theme is proved with.

The newspaper, its people and their news are invented.
"""

from __future__ import annotations

from msgspec.structs import replace

from wanbao.linebreaks import Stretch
from wanbao.views.about import AboutView
from wanbao.views.article import ArticleView, Citation, Credit, Related
from wanbao.views.body import BodyPart, Cell, Doubt, Run
from wanbao.views.calendar import Day, DaysView, DayView, Month, UndatedView, YearEntry, YearView
from wanbao.views.entries import ArticleEntry, ArticleGroup, Fact, IssueEntry
from wanbao.views.head import Head, Link
from wanbao.views.home import HomeView
from wanbao.views.issue import IssueView, PageEntry, WholeArticle, WholePage, WholeView
from wanbao.views.ledger import LedgerLine, LedgerRun, LedgerView
from wanbao.views.page import PageView
from wanbao.views.people import LetterGroup, PeopleView, PersonEntry, PersonView
from wanbao.views.plain import GoneView, MovedView, PlainView
from wanbao.views.sections import SectionEntry, SectionsView, SectionView
from wanbao.views.series import SeriesEntry, SeriesIndexView, SeriesView
from wanbao.views.site import Site
from wanbao.views.statistics import Bar, Chart, Coverage, StatisticsView

SITE = Site(
    name="海州晚报",
    name_en="Haizhou Evening News",
    publisher="海州日报社",
    description="海州晚报的文字库，逐版逐篇收录，可按日期翻阅。",
    language="zh-Hans",
    style="style.css",
    scripts=("site.js",),
    search_script="",
    icon="icon.svg",
    has_undated=True,
    has_sections=True,
    has_series=True,
    has_search=True,
    has_contact=True,
    rights="报纸文字的权利归海州日报社及作者所有。",
)


def head(title: str, address: str, nav: str = "", *crumbs: Link) -> Head:
    """A head at this address, with the way up to the root and, for some, everything a head may have."""
    root = "../" * address.count("/")
    home = Link(root + "index.html", "首页")
    return Head(
        address=address,
        root=root,
        title=title,
        nav=nav,  # type: ignore[arg-type]
        description=f"{title}：海州晚报的文字库。",
        canonical=f"https://example.org/{address}",
        crumbs=(home, *crumbs, Link("", title)) if nav != "home" else (),
        metas=f'<meta property="og:title" content="{title}">\n<meta name="DC.language" content="zh-CN">',
        alternates=(("application/atom+xml", root + "feed.xml", "海州晚报：新到各期"),),
        json_ld='{"@context":"https://schema.org","@type":"WebPage","name":"' + title + '"}',
    )


def _between(made: Head, before: str, after: str) -> Head:
    return replace(made, previous=Link("1.html", before), next=Link("3.html", after))


LEAD = ArticleEntry(
    Link("2023/05/18/A01/1.html", "老码头修旧如旧 五一迎来八万游客", "5月18日 A01版"),
    kicker="岸线还给市民 沿街老铺重新开张",
    excerpt="清早六点，海州老码头的石阶刚洒过水，卖鱼丸的陈伯已经支起了炉子。他在这里摆了三十一年摊。",
    credits="林晓岚、赵 平",
    doubts=1,
)
ENTRIES = (
    LEAD,
    ArticleEntry(Link("2.html", "早稻插秧过半", "5月18日 A02版"), excerpt="全市早稻已插一百二十万亩。", credits="何立"),
    ArticleEntry(Link("3.html", "图片新闻：渔船归港"), kind="photo", credits="周海 摄"),
    ArticleEntry(Link("4.html", "本周末有雷阵雨…", "5月18日 A02版"), kind="brief"),
)
ISSUES = (
    IssueEntry(
        Link("2023/05/18/index.html", "2023年5月18日", "星期四"), "2023-05-18", 8, 41, leads=(LEAD, *ENTRIES[1:])
    ),
    IssueEntry(Link("2023/05/17/index.html", "2023年5月17日", "星期三"), "2023-05-17", 8, 39, leads=ENTRIES[1:3]),
    IssueEntry(Link("2022/12/31/index.html", "2022年12月31日", "增刊"), "2022-12-31", 1, 1),
)
UNDATED = (
    IssueEntry(Link("undated/f016e08b/index.html", "日期待考"), "", 1, 3, source="000_f016e08bf08a1df3.txt"),
    IssueEntry(Link("undated/lao-bao/index.html", "2022年（日期待考）"), "2022", 1, 5, source="旧报/第二叠-07.md"),
)
YEARS = (
    YearEntry(Link("2023/index.html", "2023"), 310, 12045, True),
    YearEntry(Link("2022/index.html", "2022"), 1, 1),
    YearEntry(Link("2021/index.html", "2021"), 299, 9876),
)

HOME = HomeView(
    head("首页", "index.html", "home"),
    ISSUES,
    YEARS,
    UNDATED,
    2,
    612,
    21922,
    873,
    "2021年1月1日至2023年5月18日",
    ("02-29", "05-18"),
)


def _month(number: int, first: int, days: int) -> Month:
    """A month that begins on weekday `first` (Monday is 0), with an issue on every third day."""
    cells = [Day(0)] * first
    for day in range(1, days + 1):
        link = Link(f"{number:02}/{day:02}/index.html", f"2023年{number}月{day}日", "41 篇") if day % 3 == 0 else None
        more = (Link(f"{number:02}/{day:02}-extra/index.html", "号外", "2 篇"),) if day == 18 else ()
        cells.append(Day(day, link, more))
    cells += [Day(0)] * (-len(cells) % 7)
    weeks = tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7))
    return Month(number, f"{number}月", f"m-{number:02}", weeks, days // 3)


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
YEAR = YearView(
    replace(head("2023年", "2023/index.html", "years"), previous=Link("../2022/index.html", "2022年")),
    "2023",
    YEARS,
    tuple(_month(n, (6 + sum(_LENGTHS[: n - 1])) % 7, length) for n, length in enumerate(_LENGTHS, 1)),
    UNDATED[1:],
    310,
    12045,
)

PAGES = tuple(
    PageEntry(Link(f"{number}/index.html", f"第{number}版", section), ENTRIES, f"p-{number}")
    for number, section in (("A01", "要闻"), ("A02", "民生"), ("A03", "县域"), ("A04", "体育"), ("B01", ""))
)
ISSUE = IssueView(
    _between(head("2023年5月18日", "2023/05/18/index.html", "years"), "2023年5月17日", "2023年5月19日"),
    "2023年5月18日 星期四",
    "2023-05-18",
    True,
    "总第9876期",
    "",
    PAGES,
    20,
    "whole.html",
    "articles.jsonl",
)
ISSUE_UNDATED = IssueView(
    head("日期待考", "undated/f016e08b/index.html", "undated"),
    "日期待考",
    "",
    False,
    "",
    "000_f016e08bf08a1df3.txt",
    PAGES[:1],
    4,
    "whole.html",
    "articles.jsonl",
)

DOUBTS = (
    Doubt("“石蕾 蕾”读作“石蕾蕾”，也可能是“石蕾”后多印一字。", "source.html#L11", 11),
    Doubt("第三段开头的引号没有下半边。", "source.html#L15", 15),
)
PAGE = PageView(
    _between(head("第A02版", "2023/05/18/A02/index.html", "years"), "第A01版", "第A03版"),
    "第A02版",
    "民生",
    Link("../index.html", "2023年5月18日"),
    ENTRIES,
    (Link("../A01/index.html", "A01版", "要闻"), Link("", "A02版", "民生"), Link("../A03/index.html", "A03版")),
    (("责编", "吴越"), ("版式", "郑一鸣"), ("校对", "冯小满")),
    ("扫一扫 看视频", "新闻热线：0000-0000000"),
    DOUBTS,
    "source.html",
    "https://paper.example.org/hzwb/20230518/A02.html",
)

ARTICLE = ArticleView(
    replace(
        _between(head("老码头修旧如旧 五一迎来八万游客", "2023/05/18/A02/2.html", "years"), "早稻插秧过半", "渔船归港"),
        metas='<meta name="citation_title" content="老码头修旧如旧 五一迎来八万游客">\n'
        '<meta name="citation_author" content="林晓岚">\n'
        '<meta name="citation_publication_date" content="2023/05/18">\n'
        '<meta property="og:type" content="article">\n'
        '<meta property="og:title" content="老码头修旧如旧 五一迎来八万游客">',
    ),
    "hzwb-20230518-A02-2",
    ("岸线还给市民", "沿街老铺重新开张"),
    ("老码头修旧如旧", "五一迎来八万游客"),
    (
        (Stretch("老码头", True), Stretch("修旧如旧", False)),
        (Stretch("五一迎来八万", False), Stretch("游客", True)),
    ),
    False,
    ("——海州旧城更新见闻之三",),
    "文/图 海州晚报记者林晓岚",
    (
        Credit(
            "记者",
            (
                Link("../../../../people/lin.html", "林晓岚"),
                Link("../../../../people/zhao.html", "石蕾蕾", "原文印作“石蕾 蕾”"),
            ),
        ),
        Credit("通讯员", (Link("../../../../people/sun.html", "孙红梅"),)),
        Credit("摄影", (Link("", "周海"),)),
    ),
    (
        BodyPart(
            "paragraph",
            "p1",
            "",
            (
                Run("清早六点，海州老码头的石阶刚洒过水，卖鱼丸的陈伯已经支起了炉子。他在这里摆了三十一年摊，"),
                Run("昨日", "time", "2023年5月17日", "2023-05-17"),
                Run("头一回把招牌挂回自家门前。"),
            ),
            lead="海州晚报讯 记者林晓岚 石蕾 蕾 通讯员孙红梅",
        ),
        BodyPart(
            "paragraph",
            "p2",
            "“从前这里堆满集装箱，连江风都吹不进来。”陈伯说。去年3月，市里把两公里岸线收回，拆去围墙，按1934年的测绘图补砌石阶，"
            "沿街46间骑楼一间不拆，先加固再修面，花了14个月。工程造价1.2亿元，其中8.5%用于旧料回收，GDP一类的账不好算，"
            "街坊的账却清清楚楚：回来的老铺有31家。",
        ),
        BodyPart("caption", "p3", "5月1日晚，市民在老码头散步。", credit="海州日报社记者周海 摄"),
        BodyPart("subhead", "p4", "", lines=("骑楼下：", "老手艺重新开门")),
        BodyPart(
            "paragraph",
            "p5",
            "",
            (
                Run("“修楼的师傅说，旧砖要一块一块敲音，"),
                Run("哑的不用", "doubt", "引号没有下半边"),
                Run("。七十二岁的泥水匠黎师傅带着四个徒弟，把拆下的青砖敲过一遍，选出六万多块。"),
            ),
        ),
        BodyPart("image", "p6", "岸线今昔对照", image="quay.png"),
        BodyPart(
            "table",
            "p7",
            "",
            rows=(
                (Cell("老码头", colspan=3, scope="col"),),
                (Cell("项目", scope="col"), Cell("2021年", scope="col"), Cell("2023年", scope="col")),
                (Cell("开门铺面", scope="row"), Cell("9"), Cell("31")),
                (Cell("日均客流（人次）", scope="row"), Cell("1100"), Cell("8600", rowspan=1)),
            ),
        ),
        BodyPart("list", "p8", "", lines=("6路、12路公交车到老码头站", "渡轮每二十分钟一班")),
        BodyPart("verse", "p9", "", lines=("潮来石上白，", "灯落水中红。", "归人何处认。"), opens=True),
        BodyPart("verse", "p10", "", lines=("一橹又一橹，", "摇碎了满河未眠的灯火，", "也不问"), closes=True),
        BodyPart("editor_note", "p11", "编者按：旧城更新，难在“留”字。本报今起刊出一组见闻。"),
        BodyPart("jump", "p12", "（下转A3版）", href="../A03/1.html"),
    ),
    "（海州日报社全媒体记者林晓岚 通讯员孙红梅）",
    (
        Link("../../../../series/u-0123456789abcdef.html", "旧城新事"),
        Link("../../../../series/u-fedcba9876543210.html", "海州旧城更新见闻", "之一"),
    ),
    "news",
    "2023年5月18日",
    "2023-05-18",
    Link("../index.html", "2023年5月18日"),
    Link("index.html", "第A02版", "民生"),
    DOUBTS,
    (
        Citation(
            "GB/T 7714—2015",
            "林晓岚，石蕾蕾. 老码头修旧如旧 五一迎来八万游客[N/OL]. 海州晚报，2023-05-18（A02）. https://example.org/2023/05/18/A02/2.html.",
        ),
        Citation("Chicago", "Lin Xiaolan and Shi Leilei. “老码头修旧如旧.” Haizhou Evening News, May 18, 2023, A02."),
    ),
    (Link("2.ris", "RIS"), Link("2.bib", "BibTeX"), Link("2.json", "CSL-JSON")),
    Link("source.html#L9", "第 9—31 行"),
    "https://paper.example.org/hzwb/20230518/A02.html",
    (
        Link("../A01/index.html", "第A01版", "要闻"),
        Link("", "第A02版", "民生"),
        Link("../x/index.html", "版次不详"),
    ),
    (Link("1.html", "早稻插秧过半"), Link("", "老码头修旧如旧 五一迎来八万游客"), Link("3.html", "渔船归港")),
    (Related(Link("../../../../2022/12/31/A01/1.html", "老码头围墙拆了", "2022年12月31日"), "同系列：旧城新事"),),
    "mailto:editor@example.org?subject=hzwb-20230518-A02-2",
    "报纸文字的权利归海州日报社及作者所有。",
    486,
    deck_href="../../../../series/u-fedcba9876543210.html",
)
ARTICLE_BARE = ArticleView(
    head("本周末有雷阵雨…", "undated/f016e08b/0/4.html", "undated"),
    "hzwb-f016e08b-0-4",
    (),
    ("本周末有雷阵雨…",),
    ((Stretch("本周末有雷阵雨…", False),),),
    True,
    (),
    "",
    (),
    (BodyPart("paragraph", "p1", "本周末有雷阵雨，出海渔船请留意预报。", source="40"),),
    "",
    (),
    "brief",
    "日期待考",
    "",
    Link("../index.html", "日期待考"),
    Link("index.html", "版次未详"),
    (),
    (Citation("GB/T 7714—2015", "佚名. 本周末有雷阵雨[N]. 海州晚报，[日期不详]."),),
    (),
    Link("source.html#L40", "第 40 行"),
    "",
    (),
    (Link("", "本周末有雷阵雨…"),),
    (),
    "",
    "",
    18,
    "zh-Hant",
)

WHOLE = WholeView(
    head("全期通读 · 2023年5月18日", "2023/05/18/whole.html", "years"),
    Link("index.html", "2023年5月18日 星期四"),
    (
        WholePage(
            Link("A02/index.html", "第A02版", "民生"),
            tuple(
                WholeArticle(
                    "A02/2.html", a.id, a.kicker, a.headline, a.deck, a.dateline, a.body, a.signature, a.language
                )
                for a in (ARTICLE, ARTICLE_BARE)
            ),
        ),
    ),
    2,
    "海州晚报[N/OL]. 海州: 海州日报社, 2023-05-18. https://example.org/2023/05/18/.",
    "报纸文字的权利归海州日报社及作者所有。",
)

LEDGER = LedgerView(
    head("原文对照", "2023/05/18/A02/source.html", "years"),
    Link("index.html", "2023年5月18日 第A02版"),
    "2023-05-18/A02.md",
    (
        LedgerLine(
            1,
            (
                LedgerRun("## ", "标记", "mark", "heading mark"),
                LedgerRun("岸线还给市民 沿街老铺重新开张", "引题", "kicker", "kicker before headline"),
            ),
            Link("2.html", "老码头修旧如旧"),
            "引题",
        ),
        LedgerLine(2, ()),
        LedgerLine(
            3,
            (
                LedgerRun("# ", "标记", "mark", "heading mark"),
                LedgerRun("老码头修旧如旧 五一迎来八万游客", "主题", "headline", "headline before dateline"),
            ),
            None,
            "主题",
        ),
        LedgerLine(
            4,
            (
                LedgerRun("海州晚报讯", "电头", "dateline", "own dateline"),
                LedgerRun(" ", "", "", ""),
                LedgerRun("记者林晓岚 石蕾 蕾", "署名", "byline", "bare byline"),
                LedgerRun(
                    " 清早六点,海州老码头的石阶刚洒过水,卖鱼丸的陈伯已经支起了炉子。", "正文", "paragraph", "text"
                ),
            ),
            None,
            "电头、署名、正文",
        ),
        LedgerLine(5, (LedgerRun("扫一扫 看视频", "其他文字", "furniture", "qr prompt"),), None, "其他文字"),
        LedgerLine(
            6,
            (
                LedgerRun(
                    "https://example.org/a/very/long/address/that/cannot/be/broken/anywhere/at/all/0123456789",
                    "正文",
                    "paragraph",
                    "text",
                ),
            ),
        ),
    ),
)

PEOPLE = PeopleView(
    head("人物", "people/index.html", "people"),
    (
        LetterGroup("C", (PersonEntry(Link("cen-wen.html", "岑稳", "Cen Wen"), "摄影", 12),)),
        LetterGroup(
            "L",
            (
                PersonEntry(Link("lin-xiaolan.html", "林晓岚", "Lin Xiaolan"), "记者、摄影", 1203),
                PersonEntry(Link("lu-yi.html", "鲁一", "Lu Yi"), "通讯员", 1),
            ),
        ),
        LetterGroup("S", (PersonEntry(Link("shi-leilei.html", "石蕾蕾", "Shi Leilei"), "记者", 3),)),
    ),
    4,
)
GROUPS = (
    ArticleGroup("2023年", "y-2023", ENTRIES),
    ArticleGroup("2022年", "y-2022", ENTRIES[:2]),
)
PERSON = PersonView(
    head("林晓岚", "people/lin-xiaolan.html", "people", Link("index.html", "人物")),
    "林晓岚",
    "Lin Xiaolan",
    "记者、摄影",
    GROUPS,
    6,
)
SECTIONS = SectionsView(
    head("版名", "sections/index.html", "sections"),
    (
        SectionEntry(Link("minsheng/index.html", "民生"), 1203),
        SectionEntry(Link("yaowen/index.html", "要闻"), 1),
    ),
)
SECTION = SectionView(
    head("民生", "sections/minsheng/2023.html", "sections", Link("../index.html", "版名")),
    "民生",
    GROUPS,
    (Link("", "2023年"), Link("2022.html", "2022年")),
    6,
)
UNDATED_VIEW = UndatedView(head("日期待考", "undated/index.html", "undated"), UNDATED)
ABOUT = AboutView(
    head("关于本站", "about/index.html", "about"),
    (
        Fact("报名", "海州晚报"),
        Fact("英文名", "Haizhou Evening News of the Delta"),
        Fact("出版", "海州日报社"),
        Fact("地点", "海州"),
    ),
    "报纸文字的权利归海州日报社及作者所有。",
    "海州日报社编辑部 editor@example.org",
    "mailto:editor@example.org",
    "<h2>本库</h2>\n<p>本报库由报社资料室整理。</p>\n<ul>\n<li>收录2022年起的版面</li>\n</ul>\n<ol>\n<li>欢迎指正</li>\n</ol>",
    Link("../datapackage.json", "datapackage.json"),
    Link("../data/article.schema.json", "article.schema.json"),
    tuple(Link(f"../data/articles-{year}.csv", year) for year in map(str, range(2019, 2026))),
    (Link("../feed.xml", "Atom"), Link("../feed.json", "JSON Feed")),
)
SEARCH = PlainView(head("检索", "search/index.html", "search"))
NOT_FOUND = PlainView(
    replace(head("没有这一页", "404.html"), root="/archive/", crumbs=(), robots="noindex"), "/archive/"
)
MOVED = MovedView(replace(head("已移动", "old/1.html"), robots="noindex"), Link("../new/1.html", "老码头修旧如旧"))
GONE = MovedView(
    replace(head("文章已撤下", "2022/05/18/A02/2.html"), robots="noindex", next=Link("3.html", "老码头修旧如旧")),
    gone=GoneView(
        "这篇文章已经撤下。",
        "应当事人要求",
        "2024年3月1日",
        "2024-03-01",
        "mmwb-20220518-A02-2",
        (Link("../index.html", "2022年5月18日"), Link("index.html", "第A02版")),
    ),
)
GONE_BARE = MovedView(
    replace(head("本页已撤下", "people/4f55.html"), robots="noindex"), gone=GoneView("这个网页已经撤下。", "", "", "")
)
STATISTICS = StatisticsView(
    head("统计", "statistics/index.html", "statistics"),
    (Fact("期", "612"), Fact("版", "4,896"), Fact("篇", "21,922"), Fact("人", "873")),
    (
        Chart(
            "各年篇数",
            "by-year",
            720,
            240,
            tuple(
                Bar(str(year), count, 20 + 240 * i, 220 - count / 60, 200, count / 60)
                for i, (year, count) in enumerate(((2021, 9876), (2022, 1), (2023, 12045)))
            ),
            ("年份", "篇数"),
        ),
    ),
    Chart(
        "署名最多的人物",
        "c-people",
        24,
        100,
        (Bar("林晓岚", 11, 0, 0, 20, 100, "../people/6797-6653-5c9a.html"),),
        ("人物", "篇数"),
    ),
    (
        Coverage(Link("../2023/index.html", "2023", "310 / 365 天"), "M0 0h120v10h-120zM130 0h190v10h-190z"),
        Coverage(Link("../2022/index.html", "2022", "1 / 365 天"), "M364 0h1v10h-1z"),
    ),
    (Fact("2022年1月1日至12月30日", "364 天"),),
    "这里只列最长的 20 段。",
)

DAY = DayView(
    _between(head("5月18日", "days/05-18.html", "years", Link("index.html", "历史上的今天")), "5月17日", "5月20日"),
    ISSUES[:2],
)
DAYS = DaysView(
    head("历史上的今天", "days/index.html", "years"),
    tuple(
        Month(
            number,
            f"{number}月",
            f"m-{number:02}",
            (tuple(Day(d, Link("05-18.html", f"{number}月{d}日", "2 期") if d % 4 else None) for d in range(1, 31)),),
            20,
        )
        for number in range(1, 13)
    ),
)

SERIES_INDEX = SeriesIndexView(
    head("栏目与系列", "series/index.html", "series"),
    (SeriesEntry(Link("u-1.html", "读者来信", "2021年1月1日 – 2023年5月18日"), 312),),
    (SeriesEntry(Link("u-2.html", "海州旧城更新见闻", "2023年5月18日"), 1),),
)
SERIES = SeriesView(
    head("海州旧城更新见闻", "series/u-2.html", "series"),
    "海州旧城更新见闻",
    True,
    (ArticleGroup("", "all", ENTRIES),),
    (),
    4,
)
COLUMN = SeriesView(
    _between(head("读者来信 · 2023年5月", "series/u-1/2023-05.html", "series"), "2023年4月", "2023年6月"),
    "读者来信",
    False,
    (ArticleGroup("2023年5月", "m-2023-05", ENTRIES),),
    (Link("", "2023年5月"), Link("2023-04.html", "2023年4月")),
    312,
)

PAGES_OF_EVERY_KIND: dict[str, tuple[str, object]] = {
    "home": ("home.html", HOME),
    "home-empty": ("home.html", HomeView(head("首页", "index.html", "home"), (), (), (), 0, 0, 0, 0, "")),
    "home-undated": (
        "home.html",
        HomeView(head("首页", "index.html", "home"), (), (), UNDATED[:1], 1, 1, 3, 9, ""),
    ),
    "year": ("year.html", YEAR),
    "day": ("day.html", DAY),
    "days": ("days.html", DAYS),
    "issue": ("issue.html", ISSUE),
    "issue-undated": ("issue.html", ISSUE_UNDATED),
    "page": ("page.html", PAGE),
    "article": ("article.html", ARTICLE),
    "article-bare": ("article.html", ARTICLE_BARE),
    "whole": ("whole.html", WHOLE),
    "ledger": ("ledger.html", LEDGER),
    "people": ("people.html", PEOPLE),
    "people-empty": ("people.html", PeopleView(head("人物", "people/index.html", "people"), (), 0)),
    "person": ("person.html", PERSON),
    "sections": ("sections.html", SECTIONS),
    "section": ("section.html", SECTION),
    "series-index": ("series_index.html", SERIES_INDEX),
    "series": ("series.html", SERIES),
    "column": ("series.html", COLUMN),
    "undated": ("undated.html", UNDATED_VIEW),
    "about": ("about.html", ABOUT),
    "search": ("search.html", SEARCH),
    "statistics": ("statistics.html", STATISTICS),
    "moved": ("moved.html", MOVED),
    "gone": ("moved.html", GONE),
    "gone-bare": ("moved.html", GONE_BARE),
    "not-found": ("not_found.html", NOT_FOUND),
}
"""Name → (template, record): every kind of page, and the states in which some kinds look different."""

"""Lists and figures: issues have names that tell them apart, and figures add up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from wanbao.newspaper import Newspaper
from wanbao.plan.base import Context
from wanbao.plan.dated import date_of
from wanbao.plan.indexes import section_views, series_views
from wanbao.plan.issues import front_views
from wanbao.plan.jobs import FrontJob, PlainJob, SectionJob, SeriesJob, StatisticsJob
from wanbao.plan.lists import plain_views
from wanbao.plan.statistics import statistics_views
from wanbao.plan.stretches import Stretch
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import CardRef, PageCard
from wanbao.render import default_theme
from wanbao.strings import load_strings
from wanbao.views.about import AboutView
from wanbao.views.issue import IssueView
from wanbao.views.plain import PlainView
from wanbao.views.sections import SectionView
from wanbao.views.series import SeriesView
from wanbao.views.statistics import StatisticsView

CTX = Context(Newspaper("海州晚报"), load_strings((default_theme(),)), "")


def _issue(date: str, title: str = "") -> IssueCard:
    card = Card("x-1", "undated/6191c68f/0/1.html", title, "", "", "", "", 1, "news", (), "", 9, 0)
    pages = (PageCard.of("undated/6191c68f/0/index.html", "", "", "scan.txt", "", (card,), 0),) if title else ()
    return IssueCard("undated-6191c68f", "undated/6191c68f/index.html", date, "", "", pages, "")


def _page(cards: tuple[Card, ...]) -> PageCard:
    return PageCard.of("x/index.html", "", "", "x.md", "", cards, 0)


def test_a_known_day_has_no_remark() -> None:
    assert date_of("zh-Hans", _issue("2023-05-18", "渡口通航")) == "2023年5月18日 星期四"


def test_a_month_says_that_its_day_is_not_known() -> None:
    assert date_of("zh-Hans", _issue("2022-08")) == "2022年8月（日期待考）"
    assert date_of("en", _issue("2022-08")) == "August 2022 (date unknown)"


def test_an_undated_issue_is_told_from_others_by_its_first_headline() -> None:
    assert date_of("zh-Hans", _issue("", "渡口通航")) == "日期待考：渡口通航"
    assert date_of("zh-Hans", _issue("", "老码头修旧如旧 五一迎来八万游客")) == "日期待考：老码头修旧如旧"
    assert date_of("zh-Hans", _issue("", "春江潮水连海平海上明月共潮生")) == "日期待考：春江潮水连海平海上明月共…"


def test_an_undated_issue_without_articles_has_its_key() -> None:
    assert date_of("zh-Hans", _issue("")) == "日期待考：6191c68f"


@pytest.mark.parametrize(
    ("number", "language", "shown"),
    [
        ("", "zh-Hans", ""),
        ("七千号", "zh-Hans", "七千号"),
        ("特12", "zh-Hans", "特12"),
        ("9876", "zh-Hans", "总第9876期"),
        ("12345", "zh-Hans", "总第12345期"),
        ("9876", "zh-Hant", "總第9876期"),
        ("9876", "en", "No. 9876"),
    ],
)
def test_a_running_number_is_shown_as_one(number: str, language: str, shown: str) -> None:
    ctx = Context(Newspaper("海州晚报"), load_strings((default_theme(),), language), "")
    issue = replace(_issue("2023-05-18", "渡口通航"), number=number)
    [view] = front_views(ctx, FrontJob(issue, None, None))
    assert isinstance(view.record, IssueView)
    assert view.record.number == shown


def _statistics(days: tuple[str, ...], articles: int) -> StatisticsView:
    job = StatisticsJob((("2023", 2, 40),), (), days, (), (3, articles, 0, 0, 0))
    (view,) = statistics_views(CTX, job)
    record = view.record
    assert isinstance(record, StatisticsView)
    return record


def test_the_years_add_up_to_all_articles() -> None:
    assert [(bar.label, bar.value) for bar in _statistics((), 42).charts[0].bars] == [("2023", 40), ("日期待考", 2)]
    assert [bar.label for bar in _statistics((), 40).charts[0].bars] == ["2023"]


def test_days_without_an_issue_are_named_and_those_with_one_are_not() -> None:
    days = ("2023-05-17", "2023-05-18", "2023-05-20", "2023-05-24")
    gaps = [(gap.name, gap.value) for gap in _statistics(days, 40).gaps]
    assert gaps == [
        ("2023年5月19日 星期五", "1 天"),
        ("2023年5月21日 星期日 – 2023年5月23日 星期二", "3 天"),
    ]


@pytest.mark.parametrize(("spans", "told"), [(19, ""), (20, ""), (21, "这里只列最长的 20 段。")])
def test_where_only_the_longest_spans_are_named_it_is_said(spans: int, told: str) -> None:
    days = tuple((date(2023, 1, 1) + timedelta(3 * number)).isoformat() for number in range(spans + 1))
    view = _statistics(days, 40)
    assert (view.gaps_why, len(view.gaps)) == (told, min(spans, 20))


def test_a_year_is_a_strip_of_its_days_in_which_gaps_show() -> None:
    newest, oldest = _statistics(("2023-12-31", "2024-01-01", "2024-01-02", "2024-02-29"), 4).coverage
    assert (newest.link.text, newest.link.hint, newest.path) == (
        "2024",
        "3\u00a0/\u00a0366",
        "M0 0h2v10h-2zM59 0h1v10h-1z",
    )
    assert (oldest.link.href, oldest.link.hint, oldest.path) == (
        "../2023/index.html",
        "1\u00a0/\u00a0365",
        "M364 0h1v10h-1z",
    )


def test_months_without_articles_stand_among_the_others() -> None:
    job = StatisticsJob((), (("2022-11", 3), ("2023-02", 6)), (), (), (0, 9, 0, 0, 0))
    (view,) = statistics_views(CTX, job)
    assert isinstance(view.record, StatisticsView)
    bars = [(bar.label, bar.value) for bar in view.record.charts[0].bars]
    assert bars == [("2022年11月", 3), ("2022年12月", 0), ("2023年1月", 0), ("2023年2月", 6)]


def test_the_parts_of_a_series_stand_in_order_with_their_numbers() -> None:
    def part(number: int, date: str) -> Card:
        series = (("旧城更新见闻", number),)
        address, title = f"x/{number}.html", f"见闻{number}"
        return Card("x", address, title, "", date, "", "", 1, "news", (), "", 9, 0, (), series)

    cards = (part(12, ""), part(2, "2023-05-20"), part(1, "2023-05-18"))
    job = SeriesJob("旧城更新见闻", True, tuple(CardRef(_page(cards), at) for at in range(3)), Stretch(3))
    (view,) = series_views(CTX, job)
    assert isinstance(view.record, SeriesView)
    (group,) = view.record.groups
    told = [(entry.link.text, entry.link.hint.split(" · ")[0]) for entry in group.articles]
    assert told == [("见闻1", "之一"), ("见闻2", "之二"), ("见闻12", "之十二")]


def test_a_list_is_divided_by_month_where_months_hold_enough_and_else_by_year() -> None:
    def labels(*dates: str) -> list[str]:
        cards = tuple(
            Card("x", f"{n}.html", "题", "", date, "", "", 1, "news", (), "", 9, 0) for n, date in enumerate(dates)
        )
        (view,) = section_views(CTX, SectionJob("要闻", (_page(cards),), Stretch(len(cards))))
        assert isinstance(view.record, SectionView)
        return [f"{group.label} {len(group.articles)}" for group in view.record.groups]

    assert labels("2023-05-18", "2023-11-06", "2024-03-15", "") == ["2024年 1", "2023年 2", "日期待考 1"]
    assert labels(*["2023-05-18"] * 4, *["2023-06-01"] * 4) == ["2023年6月 4", "2023年5月 4"]


def test_the_page_of_a_column_does_not_say_its_name_again_above_every_headline() -> None:
    def kickers(kicker: str) -> list[str]:
        card = Card("x", "1.html", "题", kicker, "2023-05-18", "", "", 1, "news", (), "", 9, 0, (), (("读者来信", 0),))
        (view,) = series_views(CTX, SeriesJob("读者来信", False, (CardRef(_page((card,)), 0),), Stretch(1)))
        assert isinstance(view.record, SeriesView)
        return [entry.kicker for group in view.record.groups for entry in group.articles]

    assert kickers("读者来信") == kickers("") == [""]
    assert kickers("街谈巷议") == ["街谈巷议"]


def _about(text: str) -> str:
    ctx = Context(Newspaper("海州晚报"), load_strings((default_theme(),)), text)
    record = next(plain_views(ctx, PlainJob())).record
    assert isinstance(record, AboutView)
    return record.html


@pytest.mark.parametrize(
    ("base_url", "root"),
    [("https://a.example/wb/", "/wb/"), ("https://a.example", "/")],
)
def test_the_page_for_missing_addresses_names_the_feeds_by_their_whole_way(base_url: str, root: str) -> None:
    ctx = Context(Newspaper("海州晚报", base_url=base_url), load_strings((default_theme(),)))
    *_, last = plain_views(ctx, PlainJob())
    assert isinstance(last.record, PlainView)
    assert [way for _, way, _ in last.record.head.alternates] == [f"{root}feed.xml", f"{root}feed.json"]


def test_the_page_about_the_archive_leads_to_all_data() -> None:
    def ways(paper: Newspaper) -> list[str]:
        ctx = Context(paper, load_strings((default_theme(),)))
        record = next(plain_views(ctx, PlainJob(("2022", "undated")))).record
        assert isinstance(record, AboutView)
        return [link.href for link in (record.package, record.schema, *record.tables, *record.feeds)]

    data = ["datapackage.json", "data/article.schema.json", "data/articles-2022.csv", "data/articles-undated.csv"]
    assert ways(Newspaper("海州晚报")) == [f"../{way}" for way in (*data, "feed.xml")]
    whole = ways(Newspaper("海州晚报", base_url="https://a.example/"))
    assert whole == [f"../{way}" for way in (*data, "feed.xml", "feed.json")]


def test_the_page_about_the_archive_has_one_headline() -> None:
    assert _about("# 关于本库\n\n## 来源\n\n- 甲\n") == "<h2>关于本库</h2>\n<h3>来源</h3>\n<ul>\n<li>甲</li>\n</ul>\n"
    assert _about("## 来源\n\n<b>甲</b>\n") == "<h2>来源</h2>\n<p>&lt;b&gt;甲&lt;/b&gt;</p>\n"
    assert _about(" ") == ""


def _most(*credited: tuple[str, int]) -> list[tuple[str, int]]:
    job = StatisticsJob((("2023", 1, 9),), (), ("2023-05-18",), credited, (1, 9, len(credited), 0, 0))
    (view,) = statistics_views(CTX, job)
    assert isinstance(view.record, StatisticsView)
    return [(bar.label, bar.value) for bar in view.record.people.bars] if view.record.people else []


def test_who_was_credited_once_is_not_among_those_credited_most() -> None:
    assert _most(("何静", 1), ("周晓", 1)) == []
    assert _most(("周晓", 3), ("何静", 1)) == [("周晓", 3)]


def test_those_credited_most_lead_to_their_pages() -> None:
    job = StatisticsJob((("2023", 1, 9),), (), ("2023-05-18",), (("何静", 2), ("何静（摄影）", 3)), (1, 9, 2, 0, 0))
    [view] = statistics_views(CTX, job)
    assert isinstance(view.record, StatisticsView)
    assert view.record.people
    ways = [bar.href for bar in view.record.people.bars]
    assert ways == ["../people/4f55-9759-ff08-6444-5f71-ff09.html", "../people/4f55-9759.html"]


def test_those_credited_as_often_stand_by_pinyin() -> None:
    assert _most(("冼雨", 2), ("单青", 2), ("周晓", 3), ("何静", 2)) == [
        ("周晓", 3),
        ("何静", 2),
        ("单青", 2),
        ("冼雨", 2),
    ]


def test_years_without_an_issue_show() -> None:
    years = tuple((year, 1, 2) for year in ("2023", "2021", "1949"))
    job = StatisticsJob(years, (), ("1949-01-01", "2021-05-18", "2023-05-18"), (), (3, 6, 0, 0, 0))
    (view,) = statistics_views(CTX, job)
    assert isinstance(view.record, StatisticsView)
    bars = [(bar.label, bar.value) for bar in view.record.charts[0].bars]
    assert bars == [("1949", 2), ("2021", 2), ("2022", 0), ("2023", 2)]
    held = [(year.link.text, year.link.href, year.path) for year in view.record.coverage]
    assert held[1] == ("2022", "", "") and [year for year, _, _ in held] == ["2023", "2022", "2021", "1949"]

"""历史上的今天: a page for every day of the year that has an issue, and no clock."""

from __future__ import annotations

from wanbao.newspaper import Newspaper
from wanbao.plan.base import Context
from wanbao.plan.days import day_views, days_views
from wanbao.plan.jobs import DaysJob, day_jobs
from wanbao.records.issue import IssueCard
from wanbao.render import default_theme
from wanbao.strings import load_strings
from wanbao.views.calendar import DaysView, DayView

CTX = Context(Newspaper("海州晚报"), load_strings((default_theme(),)), "")


def _issue(date: str) -> IssueCard:
    return IssueCard(date, f"{date.replace('-', '/')}/index.html", date, "", "", (), "")


def test_the_issues_of_one_day_of_all_years_stand_together_newest_first() -> None:
    jobs = day_jobs([_issue("2022-05-18"), _issue("2023-05-18"), _issue("2023-12-31")])
    assert [(job.day, job.before, job.after) for job in jobs] == [("05-18", "", "12-31"), ("12-31", "05-18", "")]
    (view,) = day_views(CTX, jobs[0])
    record = view.record
    assert isinstance(record, DayView)
    assert view.address == "days/05-18.html"
    assert record.head.title == "5月18日"
    assert [issue.link.href for issue in record.issues] == ["../2023/05/18/index.html", "../2022/05/18/index.html"]
    assert record.head.previous is None
    assert record.head.next is not None and record.head.next.href == "12-31.html"


def test_no_issue_is_no_day() -> None:
    assert day_jobs([]) == ()


def test_the_list_has_all_days_of_a_leap_year_and_links_those_with_an_issue() -> None:
    (view,) = days_views(CTX, DaysJob((("02-29", 2), ("12-31", 1))))
    record = view.record
    assert isinstance(record, DaysView)
    days = {(month.number, day.number): day.link for month in record.months for week in month.weeks for day in week}
    assert len(days) == 366
    assert {at for at, link in days.items() if link} == {(2, 29), (12, 31)}
    leap = days[2, 29]
    assert leap is not None and (leap.href, leap.text, leap.hint) == ("02-29.html", "2月29日", "2 期")

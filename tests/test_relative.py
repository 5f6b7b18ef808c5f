"""Relative dates: only what is certain is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao.dates import parse_edtf
from wanbao.relative import anchor, relative_dates

CASES = Path(__file__).parent / "cases" / "dates" / "relative.tsv"
ROWS = [
    line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


@pytest.mark.parametrize("issue_date", ["", "2022", "2022-05", "2022-05-18~", "2022-05/.."])
def test_nothing_is_resolved_unless_the_issue_has_one_full_day(issue_date: str) -> None:
    assert relative_dates("昨日上午", issue_date) == ()


@pytest.mark.parametrize("row", ROWS)
def test_a_word_means_its_day_or_is_left_alone(row: list[str]) -> None:
    text, expected = row
    assert " ".join(f"{found.word}={found.edtf}" for found in relative_dates(text, "2022-05-18")) == expected


def test_weeks_begin_on_monday_and_months_end_where_they_end() -> None:
    assert relative_dates("本周一", "2022-05-22")[0].edtf == "2022-05-16"
    assert relative_dates("上月31日", "2022-05-18") == ()
    assert relative_dates("31日上午，", "2022-03-01")[0].edtf == "2022-01-31"
    assert relative_dates("上月", "2022-01-05")[0].edtf == "2021-12"
    assert relative_dates("昨日", "2022-01-01")[0].edtf == "2021-12-31"


@pytest.mark.parametrize(
    ("filed", "issue_date", "day"),
    [
        ("", "2022-05-18", "2022-05-18"),
        ("", "2022", "2022"),
        ("5月17日", "2022", "2022"),
        ("5月17日", "2022-05-18", "2022-05-17"),
        ("５月１７日", "2022-05-18", "2022-05-17"),
        ("五月十七日", "2022-05-18", "2022-05-17"),
        ("5月18日", "2022-05-18", "2022-05-18"),
        ("12月31日", "2022-01-02", "2021-12-31"),
        ("5月19日", "2022-05-18", ""),
        ("3月1日", "2022-05-18", ""),
        ("13月40日", "2022-05-18", ""),
        ("本月", "2022-05-18", ""),
        ("18日", "2022-05-18", "2022-05-18"),
        ("十七日", "2022-05-18", "2022-05-17"),
        ("30日", "2022-05-02", "2022-04-30"),
        ("19日", "2022-05-18", ""),
        ("40日", "2022-05-18", ""),
        ("1月1日", "0001-01-01", "0001-01-01"),
    ],
)
def test_today_is_the_day_that_the_dateline_prints(filed: str, issue_date: str, day: str) -> None:
    assert anchor(filed, issue_date) == day


def test_the_edges_of_the_calendar_give_nothing() -> None:
    assert relative_dates("昨日 上月 去年", "0001-01-01") == ()
    assert relative_dates("明日 下月 明年", "9999-12-31") == ()


WORDS = [
    "昨日",
    "当天",
    "上周五",
    "去年11月以来",
    "今年年初",
    "本月31日",
    "5日上午",
    "“",
    "”",
    "，",
    "在",
    "1",
    "月",
    "年",
    "5月1日",
]


@given(st.lists(st.sampled_from(WORDS)).map("".join), st.dates().map(str))
def test_every_answer_is_a_date_and_quotes_the_text(text: str, issue_date: str) -> None:
    end = 0
    for found in relative_dates(text, issue_date):
        assert found.start >= end
        end = found.end
        assert text[found.start : found.end] == found.word
        assert parse_edtf(found.edtf) == found.edtf

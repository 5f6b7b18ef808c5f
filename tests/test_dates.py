"""Dates as stored, as printed, as shown."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao.dates import (
    bounds,
    display,
    in_words,
    is_day,
    iso_prefix,
    parse_edtf,
    parse_printed_date,
    sort_key,
    weekday,
)

CASES = Path(__file__).parent / "cases" / "dates"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("text", [row[0] for row in rows("refused.txt")])
def test_what_is_no_date_is_refused_and_quoted(text: str) -> None:
    with pytest.raises(ValueError, match=r"no date|before it begins") as refused:
        parse_edtf(text)
    assert text in str(refused.value)


@pytest.mark.parametrize(("text", "chinese", "english", "iso"), rows("edtf.tsv"))
def test_a_date_is_shown_as_precisely_as_it_is_known(text: str, chinese: str, english: str, iso: str) -> None:
    edtf = parse_edtf(text)
    assert (display(edtf), display(edtf, "en"), iso_prefix(edtf)) == (chinese, english, iso)


def test_an_unknown_date_is_shown_as_unknown() -> None:
    assert (display(""), display("", "en"), iso_prefix("")) == ("日期待考", "Date unknown", "")
    assert display("2022-05-18", "zh-Hant") == display("2022-05-18", "zh-Hans")


def test_white_space_is_no_part_of_a_date() -> None:
    assert parse_edtf(" 2022-05-18\n") == "2022-05-18"
    assert parse_edtf("[2022, 2023]") == "[2022,2023]"


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2022-12", date(2022, 12, 1), date(2022, 12, 31)),
        ("9999", date(9999, 1, 1), date.max),
        ("2022~", date(2022, 1, 1), date(2022, 12, 31)),
        ("[2022-04-25..2022-06-08]", date(2022, 4, 25), date(2022, 6, 8)),
        ("2021-11/..", date(2021, 11, 1), date.max),
        ("../2022-05", date.min, date(2022, 5, 31)),
        ("[..2022]", date.min, date(2022, 12, 31)),
        ("[2022..]", date(2022, 1, 1), date.max),
    ],
)
def test_the_bounds_of_a_date_are_its_first_and_last_day(edtf: str, first: date, last: date) -> None:
    assert bounds(edtf) == (first, last)


def test_days_come_before_their_month_and_months_before_their_year_and_unknown_last() -> None:
    ordered = [
        "2021-12-31",
        "2021",
        "2022-01-01",
        "2022-05-18",
        "2022-05",
        "2022-06-01",
        "2022",
        "2022~",
        "2022/..",
        "",
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


def test_only_one_certain_day_is_a_day_with_a_weekday() -> None:
    assert is_day("2022-05-18")
    assert weekday("2022-05-18") == 2
    for edtf in ("", "2022", "2022-05", "2022-05-1X", "2022-05-18~", "2022-05-18/2022-05-19", "2021-11/.."):
        assert not is_day(edtf)
        assert weekday(edtf) is None


@pytest.mark.parametrize("row", rows("printed.tsv"))
def test_a_printed_date_is_read_and_what_only_looks_like_one_is_not(row: list[str]) -> None:
    text, expected = row
    assert parse_printed_date(text) == (expected or None)


@given(st.dates())
def test_every_day_of_the_calendar_is_read_back_from_print(day: date) -> None:
    assert parse_printed_date(f"{day.year:04}年{day.month}月{day.day}日") == day.isoformat()


@given(st.text(alphabet="0129X~?%-./,[]{}", max_size=70))
def test_any_string_is_a_date_with_every_form_or_is_refused(text: str) -> None:
    try:
        edtf = parse_edtf(text)
    except ValueError:
        return
    lower, upper = bounds(edtf)
    assert lower <= upper
    assert display(edtf)
    assert display(edtf, "en")
    assert parse_edtf(edtf) == edtf
    assert sort_key(edtf) < sort_key("")


def test_plain_dates_cost_no_import_of_the_edtf_package() -> None:
    program = (
        "import sys; from wanbao.dates import *; parse_edtf('2022-05-18'); display('2022'); sort_key('2022-05');"
        "bounds('2021-11/..'); assert 'edtf' not in sys.modules; parse_edtf('2022~'); assert 'edtf' in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)


def test_what_a_word_means_is_told_without_the_remark_that_no_day_is_known() -> None:
    assert in_words("2022-05-17", "zh-Hans") == display("2022-05-17")
    assert in_words("2022-03", "zh-Hans") == "2022年3月"
    assert in_words("2022", "zh-Hans") == "2022年"
    assert in_words("2022", "en") == "2022"
    assert in_words("2022-01/2022-05-17") == display("2022-01/2022-05-17")

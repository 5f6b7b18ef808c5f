"""What a file's name says about the page in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao.dates import is_day, parse_edtf
from wanbao.read.filename import NameSays, name_says

CASES = Path(__file__).parent / "cases" / "read" / "names.tsv"
ROWS = [
    line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS)
def test_a_name_says_what_can_be_nothing_else(row: list[str]) -> None:
    path, date, page, section, edition = row
    assert name_says(path) == NameSays(date, page, section, edition)


@pytest.mark.parametrize(
    ("path", "clash"),
    [
        ("2022-05-18/20220519-A02.md", ("2022-05-18", "2022-05-19")),
        ("20220501-20220518.md", ("2022-05-01", "2022-05-18")),
        ("2022-06/20220518-A02.md", ("2022-06", "2022-05-18")),
    ],
)
def test_two_dates_in_a_path_give_none_and_are_told(path: str, clash: tuple[str, str]) -> None:
    assert name_says(path) == NameSays(clash=clash)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("05-18-2022/A01.md", "05-18-2022"),
        ("18.05.2022/A01.md", "18.05.2022"),
        ("晚报 1-5-2022 A01.md", "1-5-2022"),
        ("2202-05-18/A01.md", "2202-05-18"),
        ("1022-05-18/A01.md", "1022-05-18"),
        ("2022-05-18/1-2-1998.md", ""),
        ("2022-02-30/A01.md", ""),
        ("2022-05/18.05.2022.md", ""),
        ("45-18-2022/A01.md", ""),
        ("v1-2-3.md", ""),
        ("0001-02-03.md", ""),
        ("2202-13-18.md", ""),
        ("10.0.0.2022.5.md", ""),
        ("05-18/2022/A01.md", ""),
        ("a05-18-2022b.md", ""),
    ],
)
def test_what_is_probably_a_day_in_another_form_is_told_and_not_used(path: str, told: str) -> None:
    said = name_says(path)
    assert said.otherwise == told
    assert not (told and said.date)


@given(st.dates().filter(lambda day: 1800 <= day.year < 2100), st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%Y/%m/%d"]))
def test_every_day_is_read_from_every_common_form(day: object, form: str) -> None:
    assert name_says(f"{day:{form}}/A02.md") == NameSays(str(day), "A02")


@given(st.text("0123456789-_/.年月日版第AaBf 增刊", max_size=40))
def test_any_name_gives_sound_facts_or_none(stem: str) -> None:
    said = name_says(stem + ".md")
    assert not said.date or is_day(parse_edtf(said.date)) or len(said.date) == 7
    assert len(said.page_number) <= 5

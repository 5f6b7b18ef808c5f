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


@given(st.dates().filter(lambda day: 1800 <= day.year < 2100), st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%Y/%m/%d"]))
def test_every_day_is_read_from_every_common_form(day: object, form: str) -> None:
    assert name_says(f"{day:{form}}/A02.md") == NameSays(str(day), "A02")


@given(st.text("0123456789-_/.年月日版第AaBf 增刊", max_size=40))
def test_any_name_gives_sound_facts_or_none(stem: str) -> None:
    said = name_says(stem + ".md")
    assert not said.date or is_day(parse_edtf(said.date)) or len(said.date) == 7
    assert len(said.page_number) <= 5

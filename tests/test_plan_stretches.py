"""Long lists are cut, and grow at one end."""

from __future__ import annotations

import pytest

from wanbao.plan import stretches
from wanbao.plan.stretches import Piece, Stretch, pieces, runs_of
from wanbao.records.archive import Portion


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "ONE_PAGE", 4)


def of(*periods: str) -> dict[str, Piece]:
    found = runs_of(Portion("list", period, 1, f"{period}/{n}") for n, period in enumerate(periods))
    return {piece.stretch.period: piece for piece in pieces(found.get("list", {}))}


def test_a_short_list_is_one_page_with_everything() -> None:
    whole = of("2022-05", "2022-05", "2022-06", "")[""]
    assert whole.stretch == Stretch(4)
    assert whole.shown == "2022-05/0\n2022-05/1\n2022-06/2\n/3"
    assert whole.stretch.shows == ""


def test_an_empty_list_is_a_page() -> None:
    whole = of()[""]
    assert whole.stretch == Stretch(0)


def test_a_long_list_is_its_newest_stretch_and_a_page_for_each() -> None:
    found = of("2021-01", "2022-05", "2022-05", "2023-01", "")
    assert list(found) == ["", "2023-01", "2022-05", "2021-01", "undated"]
    assert found[""].stretch == Stretch(5, periods=("2023-01", "2022-05", "2021-01", "undated"))
    assert found[""].shown == found["2023-01"].shown == "2023-01/3"
    assert found[""].stretch.shows == found["2023-01"].stretch.shows == "2023-01"
    assert found["2022-05"].stretch == Stretch(2, "2022-05", before="2021-01", after="2023-01")
    assert found["undated"].stretch == Stretch(1, "undated", after="2021-01")


def test_every_article_stands_in_one_stretch() -> None:
    found = of("2021-01", "2022-05", "2022-05", "2023-01", "2021-01", "")
    shown = [one for period, piece in found.items() if period for one in piece.shown.split("\n")]
    assert len(shown) == len(set(shown)) == 6


def test_one_more_article_changes_the_newest_stretch_and_the_page_of_the_list_alone() -> None:
    before = ("2021-01", "2022-05", "2022-05", "2023-01", "2023-01")
    old, new = of(*before), of(*before, "2023-01")
    assert {period for period in new if new[period] != old.get(period)} == {"", "2023-01"}


def test_a_new_stretch_changes_its_neighbour_and_the_page_of_the_list_alone() -> None:
    before = ("2021-01", "2022-05", "2022-05", "2023-01", "2023-01")
    old, new = of(*before), of(*before, "2023-02")
    assert {period for period in new if new[period] != old.get(period)} == {"", "2023-01", "2023-02"}

"""Long lists are cut, and grow at one end."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from wanbao.plan import stretches
from wanbao.plan.stretches import Piece, Runs, Stretch, pieces
from wanbao.records import Card

CARD = Card("", "", "", "", "", "", "", 1, "news", (), "", 0, 0)


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "ONE_PAGE", 4)


def of(*periods: str) -> dict[str, Piece[str]]:
    runs: Runs[str] = Runs()
    for n, period in enumerate(periods):
        runs.add("list", period, replace(CARD, order=n), f"{period}/{n}", f"page {period}")
    return {piece.stretch.period: piece for piece in pieces(runs.lists.get("list", {}))}


def test_a_short_list_is_one_page_with_everything() -> None:
    whole = of("2022-05", "2022-05", "2022-06", "")[""]
    assert whole.stretch == Stretch(4)
    assert len(whole.items) == 4
    assert whole.shown == "page 2022-05\npage 2022-06\npage "


def test_an_empty_list_is_a_page() -> None:
    whole = of()[""]
    assert whole.stretch == Stretch(0)


def test_a_long_list_is_its_newest_stretch_and_a_page_for_each() -> None:
    found = of("2021-01", "2022-05", "2022-05", "2023-01", "")
    assert list(found) == ["", "2023-01", "2022-05", "2021-01", "undated"]
    assert found[""].stretch == Stretch(5, periods=("2023-01", "2022-05", "2021-01", "undated"))
    assert found[""].items == found["2023-01"].items == ("2023-01/3",)
    assert found["2022-05"].stretch == Stretch(2, "2022-05", before="2021-01", after="2023-01")
    assert found["undated"].stretch == Stretch(1, "undated", after="2021-01")


def test_every_article_stands_in_one_stretch() -> None:
    found = of("2021-01", "2022-05", "2022-05", "2023-01", "2021-01", "")
    shown = [item for period, piece in found.items() if period for item in piece.items]
    assert len(shown) == len(set(shown)) == 6


def test_one_more_article_changes_the_newest_stretch_and_the_page_of_the_list_alone() -> None:
    before = ("2021-01", "2022-05", "2022-05", "2023-01", "2023-01")
    old, new = of(*before), of(*before, "2023-01")
    assert {period for period in new if new[period] != old.get(period)} == {"", "2023-01"}


def test_a_new_stretch_changes_its_neighbour_and_the_page_of_the_list_alone() -> None:
    before = ("2021-01", "2022-05", "2022-05", "2023-01", "2023-01")
    old, new = of(*before), of(*before, "2023-02")
    assert {period for period in new if new[period] != old.get(period)} == {"", "2023-01", "2023-02"}


def test_articles_are_counted_not_their_credits() -> None:
    runs: Runs[str] = Runs()
    for n in range(3):
        card = replace(CARD, order=n)
        for role in ("reporter", "photographer"):
            runs.add("list", "2022", card, role, "page")
    (whole,) = pieces(runs.lists["list"])
    assert whole.stretch.total == 3
    assert len(whole.items) == 6
    assert whole.shown == "page"

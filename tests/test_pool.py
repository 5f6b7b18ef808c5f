"""Work is spread over processes in rounds, and comes back whole and in order."""

from __future__ import annotations

import os

import pytest

from wanbao import pool


@pytest.mark.parametrize(("amount", "alone"), [(0, 0), (1, 0), (7, 2), (50, 0), (50, 3), (3, 3)])
def test_everything_is_done_once_and_in_order(amount: int, alone: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "ROUND", 3)
    found = list(pool._spread(lambda start, end: list(range(start, end)), amount, 4, 2, alone))
    assert sorted(number for _, _, made in found for number in made) == list(range(amount))
    rest = [number for start, _, made in found if start >= alone for number in made]
    assert rest == list(range(alone, amount))


def test_processes_are_new_in_every_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "ROUND", 4)
    by_round = [os_of for _, _, os_of in pool._spread(lambda start, end: os.getpid(), 12, 1, 1)]
    assert len(set(by_round)) == 3
    assert os.getpid() not in by_round

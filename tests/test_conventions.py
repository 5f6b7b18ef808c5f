"""The general furniture patterns fit their own examples."""

from __future__ import annotations

import re

import pytest

from wanbao.furniture import FURNITURE
from wanbao.furniture.pattern import Pattern
from wanbao.text import fold


@pytest.mark.parametrize("item", FURNITURE, ids=lambda item: f"{item.kind}-{item.hits[0][:8]}")
def test_a_pattern_finds_its_hits_and_leaves_its_misses_alone(item: Pattern) -> None:
    pattern = re.compile(item.pattern)
    assert [line for line in item.hits if not pattern.search(fold(line))] == []
    assert [line for line in item.misses if pattern.search(fold(line))] == []


@pytest.mark.parametrize("item", FURNITURE, ids=lambda item: f"{item.kind}-{item.hits[0][:8]}")
def test_every_hit_holds_one_of_the_cheap_keys(item: Pattern) -> None:
    assert [line for line in item.hits if not any(key in fold(line) for key in item.keys)] == []


def test_every_pattern_is_proved_both_ways() -> None:
    assert all(item.hits and item.misses for item in FURNITURE)

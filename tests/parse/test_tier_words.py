"""Every group of words of kickers and decks finds the heading that stands for it, where its table looks for words."""

from __future__ import annotations

import re

import pytest

from wanbao.parse import tier_words
from wanbao.parse.tier_words import Words

TABLES = {
    name: groups
    for name, groups in vars(tier_words).items()
    if isinstance(groups, tuple) and groups and all(isinstance(group, Words) for group in groups)
}


def finds(table: str, group: Words) -> bool:
    """Whether a group finds its own example at the start, at the end or anywhere, as its table's name says."""
    if table.endswith("_STARTS"):
        return re.match(group.words, group.example) is not None
    return re.search(rf"(?:{group.words}){'$' * table.endswith('_ENDS')}", group.example) is not None


def test_there_are_tables_of_either_kind() -> None:
    assert {"OCCASION_STARTS", "OCCASION_ENDS", "QUESTIONS"} <= TABLES.keys()


@pytest.mark.parametrize(
    ("table", "group"),
    [
        pytest.param(name, group, id=f"{name} {group.about}")
        for name, groups in sorted(TABLES.items())
        for group in groups
    ],
)
def test_a_group_finds_its_example(table: str, group: Words) -> None:
    assert finds(table, group)


@pytest.mark.parametrize(
    ("table", "example"), [("STARTS", "海角因大风停航"), ("ENDS", "开幕之后"), ("ANYWHERE", "海角")]
)
def test_an_example_of_other_words_would_be_seen(table: str, example: str) -> None:
    assert not finds(f"_{table}", Words("", example, "因|开幕"))

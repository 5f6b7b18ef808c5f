"""A heading's level means little: the seed page is read alike whatever its levels, and without any marks."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from parse_cases import parse_text

from wanbao.newspaper import load_newspaper

ARTICLES = Path(__file__).parents[2] / "articles"
SEED = (ARTICLES / "000_f016e08bf08a1df3.txt").read_text("utf-8")
PAPER = load_newspaper(ARTICLES / "newspaper.yml")
HEADING = re.compile(r"^#{1,6}\s+(.*)$", re.MULTILINE)


def outline(text: str) -> list[tuple[str, str, list[str]]]:
    """What the articles are called and how they are divided."""
    return [
        (article.kicker, article.headline, [part.text for part in article.body if part.kind == "subhead"])
        for article in parse_text(text, PAPER).articles
    ]


EXPECTED = outline(SEED)


@pytest.mark.parametrize("mark", ["#", "##", "######"])
def test_equal_levels_change_nothing(mark: str) -> None:
    assert outline(HEADING.sub(rf"{mark} \1", SEED)) == EXPECTED


@pytest.mark.parametrize("seed", range(6))
def test_random_levels_change_nothing(seed: int) -> None:
    chance = random.Random(seed)
    assert outline(HEADING.sub(lambda found: "#" * chance.randrange(1, 5) + " " + found[1], SEED)) == EXPECTED


def test_bold_headings_change_nothing() -> None:
    assert outline(HEADING.sub(r"**\1**", SEED)) == EXPECTED


def test_headings_that_lost_their_marks_are_found() -> None:
    assert outline(HEADING.sub(r"\1", SEED)) == EXPECTED

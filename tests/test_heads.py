"""Running heads: a line is one only if all of it is made of a running head's parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from wanbao.heads import MAX_LENGTH, read_head
from wanbao.newspaper import parse_newspaper

CASES = Path(__file__).parent / "cases" / "heads" / "lines.txt"
PAPER = parse_newspaper("name: 海角晚报\nformer_names: [山城日报]\n")


def cases() -> list[tuple[str, str]]:
    lines = [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(before, after) for before, _, after in (line.partition(" → ") for line in lines)]


def written(line: str) -> str:
    head = read_head(line, PAPER)
    if head is None:
        return ""
    staff = " ".join(f"{role}={name}" for role, name in head.staff)
    return " | ".join([*head[:5], staff])


@pytest.mark.parametrize(("line", "expected"), cases())
def test_a_line_is_read_as_a_running_head_or_left_alone(line: str, expected: str) -> None:
    assert written(line).split() == expected.split()


def test_a_long_line_is_no_running_head() -> None:
    assert read_head("2022年5月18日 第3版 " * 40, PAPER) is None
    assert MAX_LENGTH < 1000


def test_a_section_word_of_our_own_profile_name_is_not_needed() -> None:
    assert read_head("天涯日报 2022年5月18日 第2版", PAPER) is not None

"""What fuzzing found once is held for ever, and a short run finds nothing new."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz_parse import FOUND, fault, run, smaller


@pytest.mark.parametrize("path", sorted(FOUND.glob("*.md")), ids=lambda path: path.stem)
def test_what_fuzzing_found_is_mended(path: Path) -> None:
    assert fault(path.read_text("utf-8")) == ""


def test_a_second_of_fuzzing_finds_nothing(tmp_path: Path) -> None:
    assert run(1.0, 1, tmp_path) == 0
    assert list(tmp_path.glob("*.md"))


def test_a_finding_is_made_smaller() -> None:
    assert smaller("abcXdefYgh", lambda text: "X" in text and "Y" in text) == "XY"

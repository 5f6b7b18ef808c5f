"""An attribute that is misspelt stays text, and a note says which was meant."""

from __future__ import annotations

import pytest
from parse_cases import parse_text, rendered


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("沿江路整治还路于民 {.headlin}", "write {.headline}"),
        ("沿江路整治还路于民 {.subheads}", "write {.subhead}"),
        ("沿江路整治还路于民 {.headline .Furniture}", "write {.furniture}"),
        ("沿江路整治还路于民 {.brek}", "write {.break}"),
    ],
)
def test_a_misspelt_attribute_is_told_with_the_nearest(line: str, remedy: str) -> None:
    page = parse_text(f"# 标题\n\n{line}\n")
    (note,) = [note for note in page.notes if note.code == "W119"]
    assert (note.line, note.remedy) == (3, remedy)
    assert "{." in rendered(page)


@pytest.mark.parametrize("line", ["集合 {1, 2}", "{.headline}", "见 {上文}", "沿江路整治还路于民 {.headline}", "{}"])
def test_other_braces_are_no_attribute(line: str) -> None:
    assert [note for note in parse_text(f"# 标题\n\n{line}\n").notes if note.code == "W119"] == []

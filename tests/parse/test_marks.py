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
        ("沿江路整治还路于民 {.headlin}{.article}", "write {.headline}"),
        ("沿江路整治还路于民 {.headline} {.articel}", "write {.article}"),
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


@pytest.mark.parametrize(
    "braces", ["{.headline .article}", "{.headline}{.article}", "{.headline} {.article}", "{.article}{ .headline }"]
)
@pytest.mark.parametrize("line", ["注销公告", "**注销公告**", "## 注销公告"])
def test_several_attributes_stand_in_one_pair_of_braces_or_in_several(line: str, braces: str) -> None:
    page = parse_text(f"# 海角镇新桥通车\n\n昨日，新桥通车。\n\n{line} {braces}\n\n海角商行不慎遗失公章，声明作废。")
    assert [article.headline for article in page.articles] == ["海角镇新桥通车", "注销公告"]
    assert [note for note in page.notes if note.code == "W119"] == []

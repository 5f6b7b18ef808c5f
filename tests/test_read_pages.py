"""A file may be one newspaper page or many: what divides it, and what does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from wanbao.newspaper import Newspaper
from wanbao.read import read_file
from wanbao.records import Evidence

CASES = Path(__file__).parent / "cases" / "read" / "pages.yml"
FILES: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
PAPER = Newspaper(name="样例晚报", short="yb")


def value(evidence: Evidence | None) -> str:
    return evidence.value if evidence else ""


@pytest.mark.parametrize("case", FILES, ids=[case["name"] for case in FILES])
def test_a_file_is_cut_only_where_a_page_begins(case: dict[str, Any], tmp_path: Path) -> None:
    path = case.get("file", "x.md")
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(case["text"], encoding="utf-8")
    sources, notes = read_file(tmp_path, path, PAPER)
    assert [
        [source.first_line, value(source.place.page_number), value(source.place.section), source.text[: len(words)]]
        for source, (_, _, _, words) in zip(sources, case["pages"], strict=True)
    ] == case["pages"]
    assert [note.code for note in notes] == case.get("notes", [])
    assert "".join(source.text for source in sources) == case["text"].replace("\f", " ")


def test_each_mark_is_the_evidence_for_its_page(tmp_path: Path) -> None:
    text = "---\ndate: 2022-05-18\n---\n<!-- page a02 要闻 -->\n文\n<!-- page A03 -->\n文\n"
    (tmp_path / "x.md").write_text(text, encoding="utf-8")
    first, second = read_file(tmp_path, "x.md", PAPER).sources
    assert first.place.page_number == Evidence("A02", "page mark", 4)
    assert first.place.section == Evidence("要闻", "page mark", 4)
    assert second.place.page_number == Evidence("A03", "page mark", 6)
    assert second.place.date == first.place.date == Evidence("2022-05-18", "front matter", 2)
    assert (first.front_matter_lines, second.front_matter_lines) == (3, 0)

"""Which files a change rewrites, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from harness import Desk, add_archive, add_issue, build, edit_template, tree

ISSUES = 20


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("counts") / "desk")
    add_archive(desk.articles, issues=0)
    for day in range(1, ISSUES + 1):
        add_issue(desk.articles, f"2022-05-{day:02}")
    desk.theme.mkdir()
    build(desk)
    return desk


def rewritten(desk: Desk) -> list[str]:
    """The files that a build writes or removes, those that carry their content's digest in their name as `*`."""
    before = tree(desk.site)
    build(desk)
    after = tree(desk.site)
    names = (name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    return sorted({re.sub(r"-[0-9a-f]{6,8}/", "-*/", name) for name in names})


def others(found: Iterable[str], patterns: str) -> list[str]:
    """The files that fit none of these patterns, one a line."""
    known = [re.compile(pattern) for pattern in patterns.split()]
    return [name for name in found if not any(pattern.fullmatch(name) for pattern in known)]


INDEX = r"search/head.js search/2022-\*/[\w-]+\.js"
"""The index of a year, and what says where it lies."""


def test_an_edited_text_rewrites_its_page_and_what_is_made_of_its_text(built: Desk, tmp_path: Path) -> None:
    desk = built.copy(tmp_path / "desk")
    path = desk.articles / "2022-05-10/A01.md"
    before, _, after = path.read_text("utf-8").rpartition("。")
    path.write_text(f"{before}，大家都说好。{after}", "utf-8")
    kept = tree(desk.site)
    found = rewritten(desk)
    own = {f"2022/05/10/{name}" for name in ("A01/4.html", "A01/source.html", "articles.jsonl", "whole.html")}
    sums = {"data/articles-2022.csv", "statistics/index.html", "manifest.json"}
    index = {name for name in found if name.startswith("search/2022-")}
    assert set(found) == {*own, *sums, *index, "search/text/2022-05-10/1.js", "search/head.js"}
    # Five pairs of neighbours are new: each is in one shard. What names the shards is new as well.
    made = [name for name in tree(desk.site).keys() - kept.keys() if name.startswith("search/")]
    shards = [name for name in made if re.fullmatch(r"search/2022-[0-9a-f]{8}/p[0-9a-f]{8}-[0-9a-f]{4}\.js", name)]
    assert 1 <= len(shards) <= 5
    assert len(made) == len(shards) + 1


def test_an_edited_template_rewrites_its_own_pages(built: Desk, tmp_path: Path) -> None:
    desk = built.copy(tmp_path / "desk")
    edit_template(desk)
    found = rewritten(desk)
    assert others(found, r"2022/05/\d\d/A0\d/\d+\.html manifest.json") == []
    assert len(found) == ISSUES * 8 + 1


def test_another_issue_rewrites_what_lists_it(built: Desk, tmp_path: Path) -> None:
    desk = built.copy(tmp_path / "desk")
    add_issue(desk.articles, "2022-05-21")
    found = rewritten(desk)
    own = r"2022/05/21/.* search/text/2022-05-21/\d.js days/05-21.html"
    neighbours = "2022/05/20/index.html days/05-20.html"
    lists = r"index.html 2022/index.html days/index.html people/.* statistics/index.html feed.xml feed.json"
    machines = "data/articles-2022.csv datapackage.json sitemap-2022.xml manifest.json"
    assert others(found, f"{own} {neighbours} {lists} {machines} {INDEX}") == []
    credited = {name for name in found if re.fullmatch(r"people/[0-9a-f-]+\.html", name)}
    pages = "".join(page.read_text("utf-8") for page in (desk.site / "2022/05/21").rglob("*.html"))
    assert all(name in pages for name in credited)

"""A site that was altered, or that its sources no longer are, is found out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from building import run, some_articles, tree, write_page
from wanbao.config import MAX_LINES, MAX_SIZE
from wanbao.errors import PublishError
from wanbao.verify import verify


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return some_articles(tmp_path / "articles")


def test_an_altered_site_is_found_out_and_mended(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    page = tmp_path / "site/2022/05/18/A01/1.html"
    page.write_text("forged", encoding="utf-8")
    (note,) = verify(tmp_path / "site")
    assert (note.code, note.path) == ("E405", "2022/05/18/A01/1.html")
    run(articles, tmp_path / "site", remember=False)
    page.unlink()
    assert [found.path for found in verify(tmp_path / "site")] == ["2022/05/18/A01/1.html"]
    run(articles, tmp_path / "site")
    assert list(verify(tmp_path / "site")) == []


def test_what_was_added_to_a_site_or_its_sources_is_found_out(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    (tmp_path / "site/2022/extra.html").write_text("<p>forged", encoding="utf-8")
    write_page(articles, "2022-05-20/A01.md", 5)
    (articles / "about.md").write_text("关于本站\n", encoding="utf-8")
    with (articles / "newspaper.yml").open("a", encoding="utf-8") as settings:
        settings.write("# a remark\n")
    assert {(note.code, note.path) for note in verify(tmp_path / "site", articles)} == {
        ("W410", "2022/extra.html"),
        ("E409", "2022-05-20/A01.md"),
        ("E409", "about.md"),
        ("E409", "newspaper.yml"),
    }
    run(articles, tmp_path / "site")
    assert [note.code for note in verify(tmp_path / "site", articles)] == ["W410"]


def test_pages_that_a_lost_manifest_named_are_told_of(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    left = {name for name in tree(tmp_path / "site") if name.startswith("2022/05/19/") and name.endswith(".html")}
    shutil.rmtree(articles / "2022-05-19")
    (tmp_path / "site/manifest.json").unlink()
    notes = [note for note in run(articles, tmp_path / "site").notes if note.code == "W410"]
    assert left <= {note.path for note in notes}
    assert {note.path for note in notes} == {note.path for note in verify(tmp_path / "site") if note.code == "W410"}
    (tmp_path / "site/manifest.json").unlink()
    for name in {note.path for note in notes}:
        (tmp_path / "site" / name).unlink()
    assert not [note for note in run(articles, tmp_path / "site").notes if note.code == "W410"]


def test_a_folder_without_manifest_cannot_be_verified(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="E302"):
        list(verify(tmp_path))


def test_a_source_that_no_build_reads_is_none_that_the_site_lacks(articles: Path, tmp_path: Path) -> None:
    with (articles / "2022-05-20.md").open("wb") as file:
        file.truncate(MAX_SIZE + 1)
    (articles / "2022-05-21.md").write_text("行\n" * MAX_LINES, encoding="utf-8")
    assert [note.code for note in run(articles, tmp_path / "site").notes if note.severity == "error"] == ["E107"] * 2
    assert list(verify(tmp_path / "site", articles)) == []
    write_page(articles, "2022-05-22.md", 8)
    assert [(note.code, note.path) for note in verify(tmp_path / "site", articles)] == [("E409", "2022-05-22.md")]

"""A build is whole, the same for the same input whatever the circumstances, and costs what changed."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building import clean, run, some_articles, tree, write_page
from wanbao.build import build
from wanbao.build.findings import findings_of
from wanbao.build.start import profile, theme_folders
from wanbao.check import check_site
from wanbao.config import Config
from wanbao.disk import Folders
from wanbao.errors import Note, SettingsError
from wanbao.manifest import read_manifest
from wanbao.newspaper import Newspaper
from wanbao.parse import parse_page
from wanbao.read import discovered
from wanbao.records import Page, Source
from wanbao.report import exit_code
from wanbao.verify import verify


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return some_articles(tmp_path / "articles")


def test_every_page_of_a_built_site_is_sound(articles: Path, tmp_path: Path) -> None:
    report = run(articles, tmp_path / "site")
    assert (report.files, report.issues, report.articles) == (4, 3, 8)
    assert [note for note in check_site(tmp_path / "site") if note.severity in ("error", "warning")] == []
    assert list(verify(tmp_path / "site", articles)) == []
    assert not (tmp_path / "site" / ".wanbao").exists()


def test_a_page_without_an_article_shows_no_empty_list(articles: Path, tmp_path: Path) -> None:
    (articles / "2022-05-20").mkdir()
    (articles / "2022-05-20" / "A01.md").write_text("扫一扫 看视频 {.furniture}\n", encoding="utf-8")
    run(articles, tmp_path / "site")
    for name in ("A01/index.html", "index.html"):
        page = (tmp_path / "site/2022/05/20" / name).read_text("utf-8")
        assert re.search(r"<ol[^>]*>\s*</ol>", page) is None


def test_nothing_changed_means_nothing_made(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    report = run(articles, tmp_path / "site")
    assert (report.parsed, report.written, report.removed, report.reasons) == (0, 0, 0, ())


def test_an_edited_article_rewrites_its_page_and_what_lists_it(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    before = tree(tmp_path / "site")
    path = articles / "2022-05-18/A01.md"
    path.write_text(path.read_text("utf-8").replace("都盼着明年再来", "都盼着后年再来"), encoding="utf-8")
    run(articles, tmp_path / "site")
    after = tree(tmp_path / "site")
    changed = {name for name in after if before.get(name) != after[name] and not name.startswith("search/")}
    page = "2022/05/18/A01"
    issue = {"2022/05/18/articles.jsonl", "2022/05/18/whole.html"}
    assert changed == {f"{page}/1.html", f"{page}/source.html", *issue, "manifest.json"}


def test_an_edited_article_makes_no_segment_of_the_index_anew(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(articles, tmp_path / "site")
    path = articles / "2022-05-18/A01.md"
    path.write_text(path.read_text("utf-8").replace("都盼着明年再来", "都盼着后年再来"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("wanbao.search.build_segment", None)
        run(articles, tmp_path / "site")
    assert tree(tmp_path / "site") == clean(articles, tmp_path / "clean")


def test_a_shard_that_was_altered_is_not_made_into_another_segment(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    (shard,) = (tmp_path / "site" / "search").glob("2022-*/p*.js")
    shard.write_bytes(shard.read_bytes()[:-9] + shard.read_bytes()[-10:])
    path = articles / "2022-05-18/A01.md"
    path.write_text(path.read_text("utf-8").replace("都盼着明年再来", "都盼着后年再来"), encoding="utf-8")
    run(articles, tmp_path / "site")
    assert tree(tmp_path / "site") == clean(articles, tmp_path / "clean")


def test_a_new_issue_leaves_the_articles_of_its_neighbours_alone(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    write_page(articles, "2022-05-20/A01.md", 30)
    made = run(articles, tmp_path / "site").reasons
    assert {"issue 2022-05-20: new", "front 2022-05-20: new", "front 2022-05-19: neighbour changed"} <= set(made)
    assert not [reason for reason in made if reason.startswith(("issue 2022-05-19", "front 2022-05-18"))]


def test_people_and_sections_are_named_where_a_build_says_why(articles: Path, tmp_path: Path) -> None:
    made = run(articles, tmp_path / "site").reasons
    assert {"issue 2022-05-18: new", "year 2022: new", "people: new"} <= set(made)
    assert "person people/9ec4-5c0f-71d5.html (黄小燕): new" in made
    assert "section sections/u6c11-751f.html (民生): new" in made


def test_a_build_says_why(articles: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"

    def why(theme: Path | None = None) -> dict[str, str]:
        report = build(Config(articles=articles, output=site, theme=theme, jobs=1))
        return {name: reason for name, _, reason in (line.partition(": ") for line in report.reasons)}

    assert set(why().values()) == {"new"}
    assert why() == {}
    path = articles / "2022-05-18/A01.md"
    path.write_text(path.read_text("utf-8").replace("都盼着明年再来", "都盼着后年再来"), encoding="utf-8")
    edited = why()
    assert (edited["issue 2022-05-18"], edited["search"]) == ("source changed", "text changed")
    (site / "404.html").unlink()
    assert why() == {"plain": "a file of it was lost, a build was broken off, or all is made afresh"}
    profile = articles / "newspaper.yml"
    profile.write_text(profile.read_text("utf-8") + "description: 新的\n", "utf-8")
    assert set(why().values()) == {"newspaper.yml changed"}
    (articles / "about.md").write_text("# 关于\n", "utf-8")
    assert set(why().values()) == {"about.md changed"}
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "about.html").write_text('{% extends "default/about.html" %}', "utf-8")
    assert set(why(theme).values()) == {"templates, settings or the program changed"}
    (theme / "person.html").write_text('{% extends "default/person.html" %}{% block title %}人{% endblock %}', "utf-8")
    restyled = why(theme)
    assert set(restyled.values()) == {"templates, settings or the program changed"}
    assert {name.partition(" ")[0] for name in restyled} >= {"person", "home"}
    assert not [name for name in restyled if name.startswith(("issue ", "front ", "section ", "day "))]
    build(Config(articles=articles, output=tmp_path / "clean", theme=theme, jobs=1))
    assert tree(site) == tree(tmp_path / "clean")


def test_any_sequence_of_edits_equals_a_clean_build(articles: Path, tmp_path: Path) -> None:
    draw = random.Random(20220518)
    names = [f"2022-05-{day}/A0{page}.md" for day in (18, 19, 20) for page in (1, 2)] + ["x.md", "2023-01-01_2.md"]
    for step in range(12):
        for name in draw.sample(names, 2):
            if draw.random() < 0.4:
                (articles / name).unlink(missing_ok=True)
            else:
                write_page(articles, name, draw.randrange(40))
        if step == 6:
            shutil.rmtree(tmp_path / ".wanbao-cache")
        run(articles, tmp_path / "site", jobs=draw.choice((1, 2)))
        assert tree(tmp_path / "site") == clean(articles, tmp_path / "clean"), f"after step {step}"


@pytest.mark.parametrize(
    "circumstances",
    [
        {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
        {"TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"},
    ],
)
def test_circumstances_do_not_show(articles: Path, tmp_path: Path, circumstances: dict[str, str]) -> None:
    write_page(articles, "晚报_2022-05-21_A01.md", 5)
    expected = clean(articles, tmp_path / "clean")
    elsewhere = tmp_path / "deep" / "er"
    elsewhere.mkdir(parents=True)
    shutil.copytree(articles, elsewhere / "in")
    command = [sys.executable, "-m", "wanbao", "build", "--articles", "in", "--output", "out", "--jobs", "2"]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.environ["PYTHONPATH"], **circumstances}
    done = subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert tree(elsewhere / "out") == expected


def test_sources_that_vanish_as_a_whole_do_not_empty_the_site(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(articles, tmp_path / "site")
    before = tree(tmp_path / "site")

    def unplugged(folder: Path, look: Folders) -> tuple[dict[str, os.DirEntry[str]], tuple[Note, ...]]:
        found = discovered(folder, look)
        articles.rename(tmp_path / "unplugged")
        return found

    monkeypatch.setattr("wanbao.build.sources.discovered", unplugged)
    with pytest.raises(SettingsError, match="vanished"):
        run(articles, tmp_path / "site")
    assert tree(tmp_path / "site") == before


def test_one_bad_file_does_not_stop_the_others(articles: Path, tmp_path: Path) -> None:
    (articles / "2022-05-20").mkdir()
    (articles / "2022-05-20" / "A01.md").write_text("---\nsecton: 要闻\n---\n# 标题\n\n正文。\n", encoding="utf-8")
    (articles / "2022-05-20" / "A02.md").write_bytes(b"\xff\xfe\xfa broken \x81\x00\xd8")
    report = run(articles, tmp_path / "site")
    errors = {note.code: note for note in report.notes if note.severity == "error"}
    assert errors["E103"].line == 2
    assert "section" in errors["E103"].remedy
    assert exit_code(report.notes, strict=False) == 1
    assert report.articles == 8


def test_two_files_for_one_page_are_an_error_that_names_both(articles: Path, tmp_path: Path) -> None:
    write_page(articles, "again_2022-05-18_A01.md", 9)
    report = run(articles, tmp_path / "site")
    (error,) = (note for note in report.notes if note.code == "E301")
    assert "2022-05-18/A01.md" in error.message
    assert "again_2022-05-18_A01.md" in error.message
    assert [note for note in check_site(tmp_path / "site") if note.severity == "error"] == []


def test_a_stray_copy_does_not_displace_its_original(articles: Path, tmp_path: Path) -> None:
    write_page(articles, "2022-05-18/A01-copy.md", 9)
    report = run(articles, tmp_path / "site")
    (error,) = (note for note in report.notes if note.code == "E301")
    assert error.path == "2022-05-18/A01-copy.md"
    page = tree(tmp_path / "site")["2022/05/18/A01/1.html"]
    (articles / "2022-05-18/A01-copy.md").unlink()
    assert clean(articles, tmp_path / "clean")["2022/05/18/A01/1.html"] == page


def test_without_a_profile_nothing_is_built(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    with pytest.raises(SettingsError, match="E201"):
        run(tmp_path / "articles", tmp_path / "site")
    with pytest.raises(SettingsError, match="E201"):
        run(tmp_path / "nowhere", tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_an_archive_without_a_single_page_is_a_site(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "newspaper.yml").write_text("name: 茂名晚报\n", encoding="utf-8")
    run(tmp_path / "articles", tmp_path / "site")
    assert [note for note in check_site(tmp_path / "site") if note.severity == "error"] == []


def test_another_newspaper_is_another_profile(articles: Path, tmp_path: Path) -> None:
    (articles / "newspaper.yml").write_text("name: 高凉日报\ninterface_language: en\n", encoding="utf-8")
    run(articles, tmp_path / "site", base_url="https://archive.example/gl/")
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert "高凉日报" in home
    assert 'lang="en"' in home
    assert "茂名晚报" not in home
    assert "https://archive.example/gl/2022/05/18/A01/1.html" in (tmp_path / "site/sitemap-2022.xml").read_text("utf-8")


def test_a_base_url_of_the_command_line_is_checked_as_that_of_the_profile(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"E203 --base-url is 'example\.org' \(write it as https://"):
        run(articles, tmp_path / "site", base_url="example.org")
    assert profile(Config(articles=articles, base_url="https://example.org/x")).base_url == "https://example.org/x/"
    assert profile(Config(articles=articles, base_url="")).base_url == ""


def test_a_theme_that_is_no_folder_is_refused(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="nosuch: E205"):
        run(articles, tmp_path / "site", theme=tmp_path / "nosuch")
    assert not (tmp_path / "site").exists()


def test_a_template_that_no_page_uses_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    for name in ("article.html", "artcle.html", "_mine.html", "parts/own.html"):
        (tmp_path / name).write_text("", encoding="utf-8")
    _, (note,) = theme_folders(tmp_path)
    assert (note.code, note.path) == ("W206", str(tmp_path / "artcle.html"))
    assert note.remedy == "did you mean `article.html`?"


def test_a_fault_of_our_own_at_every_file_leaves_the_site_as_it_is(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(articles, tmp_path / "site")
    before = tree(tmp_path / "site")
    (articles / "newspaper.yml").write_text("name: 茂名晚报\nplace: 茂名\n", encoding="utf-8")

    def fail(source: Source, newspaper: Newspaper) -> Page:
        raise IndexError(source.text[:9])

    monkeypatch.setattr("wanbao.work.parse_page", fail)
    for _ in range(2):  # what is remembered of the files says the same
        with pytest.raises(SettingsError, match="E109 wanbao failed at 4 of 4 files") as caught:
            run(articles, tmp_path / "site")
        assert len(caught.value.notes) == 5
        assert tree(tmp_path / "site") == before


def test_a_fault_of_our_own_at_one_file_leaves_out_that_file(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: Source, newspaper: Newspaper) -> Page:
        if source.path == "old.md":
            raise IndexError(source.path)
        return parse_page(source, newspaper)

    monkeypatch.setattr("wanbao.work.parse_page", fail)
    report = run(articles, tmp_path / "site")
    assert (report.issues, report.left_out) == (2, 1)
    assert [note.path for note in report.notes if note.code == "E109"] == ["old.md"]


def test_the_closing_sentence_says_how_many_files_were_left_out(articles: Path, tmp_path: Path) -> None:
    write_page(articles, "2022-05-18/A01-copy.md", 9)
    (articles / "empty.md").touch()
    (articles / "paper.md").write_bytes(b"%PDF-1.7")
    report = run(articles, tmp_path / "site")
    assert report.sentence().startswith("7 files, 3 left out, 3 issues, 8 articles; ")
    assert " files in the site, " in report.sentence()
    assert run(articles, tmp_path / "site").left_out == 3


def test_a_theme_of_ones_own_comes_first(articles: Path, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    template = '{% extends "default/about.html" %}{% block title %}我的主题{% endblock %}'
    (theme / "about.html").write_text(template, encoding="utf-8")
    run(articles, tmp_path / "site", theme=theme)
    assert "<title>我的主题</title>" in (tmp_path / "site/about/index.html").read_text("utf-8")


def test_a_broken_theme_leaves_the_site_as_it_was(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    before = tree(tmp_path / "site")
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "about.html").write_text("{{ view.nothing_of_that_name }}", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"about\.html:1: E205"):
        run(articles, tmp_path / "site", theme=theme)
    assert tree(tmp_path / "site") == before


def test_checking_writes_nothing(articles: Path, tmp_path: Path) -> None:
    before = tree(tmp_path)
    codes = {note.code for note in findings_of(Config(articles=articles, output=tmp_path / "site"))}
    assert {"W110", "W111"} <= codes
    assert tree(tmp_path) == before


def test_the_manifest_names_every_source_and_every_file(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    manifest = read_manifest(tmp_path / "site")
    assert manifest is not None
    sources = {"2022-05-18/A01.md", "2022-05-18/A02_民生.md", "2022-05-19/A01.md", "old.md"}
    assert set(manifest.inputs) == {*sources, "newspaper.yml"}
    assert set(manifest.files()) | {"manifest.json"} == set(tree(tmp_path / "site"))

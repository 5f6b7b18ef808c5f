"""A build is whole, the same for the same input whatever the circumstances, and costs what changed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wanbao.build import build
from wanbao.build.findings import findings_of
from wanbao.build.start import profile, theme_folders
from wanbao.check import check_site
from wanbao.config import MAX_LINES, MAX_SIZE, Config
from wanbao.disk import Folders
from wanbao.errors import Note, PublishError, SettingsError
from wanbao.manifest import read_manifest
from wanbao.newspaper import Newspaper
from wanbao.parse import parse_page
from wanbao.read import discovered
from wanbao.records import Page, Source
from wanbao.report import Report, exit_code
from wanbao.verify import verify

PAGE = """# {headline}

茂名晚报讯 记者{reporter} 昨日上午,{place}举行{headline}活动,吸引了{number}名市民参加。主办方表示,今后将继续办好。

活动现场气氛热烈,{place}的居民李阿姨说,大家都盼着明年再来。

# {place}新添健身步道

本报讯 记者黄小燕 通讯员陈志强 {place}新建的健身步道近日建成开放,全长{number}米,方便了附近居民。
"""
PLACES = ("河东社区", "官渡公园", "站前路", "水东湾", "好心湖畔")
HEADLINES = ("龙舟竞渡", "年货集市", "书画展", "亲子阅读", "乡村音乐会")
NAMES = ("梁小奈", "岑文稳", "李敏宁", "欧阳志远")


def write_page(articles: Path, name: str, seed: int) -> None:
    draw = random.Random(seed)
    text = PAGE.format(
        headline=draw.choice(HEADLINES) + str(seed),
        reporter=draw.choice(NAMES),
        place=draw.choice(PLACES),
        number=draw.randrange(100, 900),
    )
    path = articles / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "newspaper.yml").write_text("name: 茂名晚报\nshort: mmwb\npublisher: 茂名日报社\n", encoding="utf-8")
    for number, name in enumerate(("2022-05-18/A01.md", "2022-05-18/A02_民生.md", "2022-05-19/A01.md", "old.md")):
        write_page(folder, name, number)
    return folder


def run(articles: Path, output: Path, **settings: object) -> Report:
    return build(Config(articles=articles, output=output, **settings))  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def clean(articles: Path, output: Path) -> dict[str, bytes]:
    """What a clean build of these articles makes."""
    shutil.rmtree(output, ignore_errors=True)
    run(articles, output, remember=False)
    return tree(output)


def test_every_page_of_a_built_site_is_sound(articles: Path, tmp_path: Path) -> None:
    report = run(articles, tmp_path / "site")
    assert (report.files, report.issues, report.articles) == (4, 3, 8)
    assert [note for note in check_site(tmp_path / "site") if note.severity in ("error", "warning")] == []
    assert list(verify(tmp_path / "site", articles)) == []
    assert not (tmp_path / "site" / ".wanbao").exists()


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


def test_an_undated_page_keeps_its_address_when_its_section_is_written_down(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    before = {name for name in tree(tmp_path / "site") if name.startswith("undated/")}
    text = (articles / "old.md").read_text("utf-8")
    (articles / "old.md").write_text(f"---\nsection: 要闻\nissue: 9876\n---\n{text}", encoding="utf-8")
    run(articles, tmp_path / "site")
    assert {name for name in tree(tmp_path / "site") if name.startswith("undated/")} == before


def test_a_fixed_number_keeps_address_and_id_and_nothing_else_moves(articles: Path, tmp_path: Path) -> None:
    (articles / "newspaper.yml").write_text("name: 茂名晚报\nshort: mmwb\nbase_url: https://a.example\n", "utf-8")
    run(articles, tmp_path / "site")
    before = tree(tmp_path / "site")
    page = articles / "2022-05-18/A01.md"
    first, second = page.read_text("utf-8").split("# ")[1:]
    third = "河东路灯修好了\n\n茂名晚报讯 记者梁小奈 河东的路灯昨晚亮了。\n\n"
    page.write_text(f"# {first}# {third}# {second.replace(chr(10), ' {#2}' + chr(10), 1)}", "utf-8")
    report = run(articles, tmp_path / "site")
    after = tree(tmp_path / "site")
    assert not [note for note in report.notes if note.code[0] in "EW" and note.path != "old.md"]
    title, id = second.partition("\n")[0], b"mmwb-20220518-A01-2"
    for name, site in (("before", before), ("after", after)):
        assert title.encode() in site["2022/05/18/A01/2.html"], name
        (line,) = [line for line in site["2022/05/18/articles.jsonl"].split(b"\n") if id in line]
        assert title.encode() in line, name
    assert "河东路灯" in after["2022/05/18/A01/3.html"].decode()
    orders = [line.partition(b'"order":')[2][:1] for line in after["2022/05/18/articles.jsonl"].split(b"\n")[:3]]
    assert orders == [b"1", b"2", b"3"]
    listed = [after["2022/05/18/A01/index.html"].index(link) for link in (b'"1.html"', b'"3.html"', b'"2.html"')]
    assert listed == sorted(listed)
    assert after["sitemap-2022.xml"].count(b"/2022/05/18/A01/3.html<") == 1
    assert [note for note in check_site(tmp_path / "site") if note.severity == "error"] == []
    assert after == clean(articles, tmp_path / "clean")


def test_a_number_beyond_the_last_is_in_the_site_map(articles: Path, tmp_path: Path) -> None:
    (articles / "newspaper.yml").write_text("name: 茂名晚报\nshort: mmwb\nbase_url: https://a.example\n", "utf-8")
    page = articles / "2022-05-18/A01.md"
    page.write_text(page.read_text("utf-8").replace("\n", " {#40}\n", 1), "utf-8")
    site = clean(articles, tmp_path / "site")
    found = [name for name in ("1", "2", "40") if f"/2022/05/18/A01/{name}.html<".encode() in site["sitemap-2022.xml"]]
    assert found == ["1", "40"]
    assert {name for name in site if name.startswith("2022/05/18/A01/")} == {
        f"2022/05/18/A01/{name}.html" for name in ("1", "40", "index", "source")
    }
    assert [note for note in check_site(tmp_path / "site") if note.severity == "error"] == []


def test_an_undated_page_keeps_its_address_when_a_number_is_fixed(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    before = {name for name in tree(tmp_path / "site") if name.startswith("undated/")}
    text = (articles / "old.md").read_text("utf-8")
    (articles / "old.md").write_text(text.replace("\n", " {#1}\n", 1), encoding="utf-8")
    run(articles, tmp_path / "site")
    assert {name for name in tree(tmp_path / "site") if name.startswith("undated/")} == before


def test_a_vanished_article_is_warned_of(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    (articles / "2022-05-19/A01.md").unlink()
    report = run(articles, tmp_path / "site")
    assert {note.path for note in report.notes if note.code == "W306"} == {
        "2022/05/19/A01/1.html",
        "2022/05/19/A01/2.html",
    }
    assert tree(tmp_path / "site") == clean(articles, tmp_path / "clean")


def test_an_address_that_was_published_once_still_answers(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    old = next(name for name in tree(tmp_path / "site") if name.startswith("undated/") and name.endswith("/1.html"))
    (articles / "2022-05-20").mkdir()
    (articles / "old.md").rename(articles / "2022-05-20" / "A03.md")
    (articles / "2022-05-19/A01.md").unlink()
    entries = f"moved:\n  {old}: 2022/05/20/A03/1.html\ngone:\n  2022/05/19/A01/1.html: 应作者要求撤下\n"
    (articles / "addresses.yml").write_text(entries, encoding="utf-8")
    report = run(articles, tmp_path / "site")
    assert 'href="../../../2022/05/20/A03/1.html"' in (tmp_path / "site" / old).read_text("utf-8")
    assert "应作者要求撤下" in (tmp_path / "site/2022/05/19/A01/1.html").read_text("utf-8")
    assert {note.path for note in report.notes if note.code == "W306"} == {
        old.replace("/1.html", "/2.html"),
        "2022/05/19/A01/2.html",
    }
    assert [note for note in check_site(tmp_path / "site") if note.severity == "error"] == []
    assert tree(tmp_path / "site") == clean(articles, tmp_path / "clean")


def test_an_old_address_that_any_page_of_the_site_has_is_left_to_it(articles: Path, tmp_path: Path) -> None:
    write_page(articles, "2022-05-18/A03.md", 5)
    text = (articles / "2022-05-18/A03.md").read_text("utf-8")
    (articles / "2022-05-18/A03.md").write_text(f"---\nsection: 要闻\n---\n{text}", encoding="utf-8")
    run(articles, tmp_path / "site")
    pages = sorted(name for name in tree(tmp_path / "site") if name.endswith(".html"))
    # Of home and 404 the file itself may not speak.
    entries = [name for name in pages if "/" in name]
    assert {"statistics/index.html", "2022/index.html", "search/index.html", "days/05-18.html"} < set(entries)
    assert any(name.startswith("sections/") for name in entries)
    text = "".join(f"  {name}: 撤稿\n" for name in [*entries, "2022/05/18/a01/1.html"])
    (articles / "addresses.yml").write_text(f"gone:\n{text}moved:\n  old.html: 2022/index.html\n", encoding="utf-8")
    report = run(articles, tmp_path / "site")
    for notes in (report.notes, findings_of(Config(articles))):
        warned = {note.line for note in notes if note.code == "W307" and note.path == "addresses.yml"}
        assert warned == set(range(2, len(entries) + 3))
    assert sorted({*pages, "old.html"}) == sorted(name for name in tree(tmp_path / "site") if name.endswith(".html"))


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

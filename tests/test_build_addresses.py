"""What was published keeps its address from build to build, and answers when it is gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from building import clean, run, some_articles, tree, write_page
from wanbao.build.findings import findings_of
from wanbao.check import check_site
from wanbao.config import Config
from wanbao.feeds import name_of


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return some_articles(tmp_path / "articles")


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


def test_an_entry_holds_no_number_and_what_the_warning_says_helps(articles: Path, tmp_path: Path) -> None:
    page, gone = articles / "2022-05-18/A01.md", "2022/05/18/A01/1.html"
    run(articles, tmp_path / "site")
    second = page.read_text("utf-8").split("# ")[2]
    (articles / "addresses.yml").write_text(f"gone:\n  {gone}: 应作者要求撤下\n", encoding="utf-8")
    page.write_text(f"# {second}", encoding="utf-8")
    (note,) = [note for note in run(articles, tmp_path / "site").notes if note.code == "W307"]
    assert note.remedy.endswith("; if another article has moved up to it, write {#2} at the end of its headline")
    page.write_text(f"# {second}".replace("\n", " {#2}\n", 1), encoding="utf-8")
    report = run(articles, tmp_path / "site")
    assert [note for note in report.notes if note.code in ("W306", "W307", "W311")] == []
    assert "应作者要求撤下" in (tmp_path / "site" / gone).read_text("utf-8")
    assert second.partition("\n")[0] in (tmp_path / "site/2022/05/18/A01/2.html").read_text("utf-8")
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


def test_what_was_taken_down_says_its_place_in_the_paper_and_feeds_tell_of_it(articles: Path, tmp_path: Path) -> None:
    run(articles, tmp_path / "site")
    assert b"tombstones" not in tree(tmp_path / "site")["feed.xml"]
    page = articles / "2022-05-18/A01.md"
    first, second = page.read_text("utf-8").split("# ")[1:]
    title = first.partition("\n")[0]
    page.write_text("# " + second.replace("\n", " {#2}\n", 1), encoding="utf-8")
    gone = "  2022/05/18/A01/1.html: 2024-02-01 应作者要求撤下\n"
    gone += "  2021/01/02-extra/B03/7.html: 版权\n  people/4f55.html: 错\n"
    gone += "  2022/13/45/A01/1.html: 无此日\n"
    (articles / "addresses.yml").write_text(f"gone:\n{gone}", encoding="utf-8")
    run(articles, tmp_path / "site")
    site = tree(tmp_path / "site")
    told = site["2022/05/18/A01/1.html"].decode()
    assert title not in told
    for piece in ("mmwb-20220518-A01-1", ">2022年5月18日", ">第A01版</a>", "2024年2月1日", ">应作者要求撤下<"):
        assert piece in told
    assert 'rel="next" href="2.html"' in told and 'rel="prev"' not in told and "about/index.html#contact" in told
    other = site["2021/01/02-extra/B03/7.html"].decode()
    assert all(piece in other for piece in ("mmwb-20210102+extra-B03-7", "2021年1月2日", "第B03版"))
    assert "撤下日期" not in other
    assert "编号" not in site["people/4f55.html"].decode()
    (deleted,) = re.findall(rb"<at:deleted-entry [^>]*>", site["feed.xml"])
    assert name_of("mmwb-20220518-A01-1").encode() in deleted and b'when="2024-02-01T12:00:00Z"' in deleted
    assert [note for note in check_site(tmp_path / "site") if note.severity == "error"] == []
    assert site == clean(articles, tmp_path / "clean")

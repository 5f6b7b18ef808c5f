"""`wanbao moved` writes the entries that W306 asks for, and leaves the rest of the file alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from wanbao.build import build
from wanbao.cli import main
from wanbao.config import Config
from wanbao.errors import SettingsError
from wanbao.forwarding import forward, with_moved
from wanbao.moves import load_moves

ISSUE = """\
# 旧船厂点灯

海州晚报讯 旧船厂昨夜点亮三百盏灯，岸边站满了看灯的人。

# 新桥合龙

海州晚报讯 跨海新桥昨日合龙，比原定工期早了四十天。
"""


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A site of one undated page with two articles."""
    made = Config(articles=tmp_path / "articles", output=tmp_path / "site", search=False, jobs=1)
    made.articles.mkdir()
    (made.articles / "newspaper.yml").write_text("name: 海州晚报\nshort: hzwb\n", "utf-8")
    (made.articles / "页.md").write_text(ISSUE, "utf-8")
    build(made)
    return made


def published(config: Config) -> set[str]:
    folders = ("undated", "2022")
    pages = (path for folder in folders for path in config.output.glob(f"{folder}/**/*.html"))
    return {path.relative_to(config.output).as_posix() for path in pages}


def dated(config: Config) -> None:
    (config.articles / "页.md").rename(config.articles / "2022-05-18-A01.md")
    build(config)


def test_nothing_is_written_where_every_address_answers(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["moved", "--articles", str(config.articles), "--output", str(config.output)]) == 0
    assert "Nothing to write" in capsys.readouterr().out
    assert not (config.articles / "addresses.yml").exists()


def test_an_issue_whose_date_was_found_out_answers_at_its_old_addresses(
    config: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    before = published(config)
    dated(config)
    assert before & published(config) <= {"undated/index.html"}
    assert main(["moved", "--articles", str(config.articles), "--output", str(config.output)]) == 0
    said = capsys.readouterr().out
    assert "→ 2022/05/18/A01/1.html" in said and "6 written into addresses.yml; build again" in said
    report = build(config)
    assert before - {"undated/index.html"} <= published(config)
    assert not [note for note in report.notes if note.code == "W306"]
    assert forward(config).written == ()


def test_an_article_that_is_nowhere_is_named_and_left(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    (config.articles / "页.md").write_text(ISSUE.partition("# 新桥")[0], "utf-8")
    build(config)
    assert main(["moved", "--articles", str(config.articles), "--output", str(config.output)]) == 1
    said = capsys.readouterr().out
    assert "nothing tells where it is now" in said and "left to you" in said


@pytest.mark.parametrize(("option", "code"), [("--articles", "E201"), ("--output", "E302")])
def test_a_folder_that_is_not_there_is_told(
    config: Config, option: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = {"--articles": str(config.articles), "--output": str(config.output)}
    folders[option] += "x"
    assert main(["moved", *(word for pair in folders.items() for word in pair)]) == 2
    told = capsys.readouterr()
    assert f"{folders[option]}: {code} there is no " in told.err + told.out


def test_an_entry_that_led_to_an_address_that_moved_is_led_on(config: Config) -> None:
    dated(config)
    forward(config)
    build(config)
    (config.articles / "2022-05-18-A01.md").rename(config.articles / "2022-05-19-A01.md")
    build(config)
    forward(config)
    moved = dict(load_moves(config.articles / "addresses.yml").moved)
    assert all(new.startswith("2022/05/19/") for new in moved.values())
    assert len(moved) == 12


KEPT = """# ours
moved:
    # found by hand
    a/1.html: b/1.html  # sure
gone:
  c/1.html: 应作者要求撤下
"""


def test_every_other_line_stays_as_it_was_written() -> None:
    now = with_moved(KEPT, {"d/1.html": "e/1.html"}, "addresses.yml")
    assert now == KEPT.replace("moved:\n", "moved:\n    d/1.html: e/1.html\n")
    assert with_moved(KEPT, {"b/1.html": "f/1.html"}, "").count("f/1.html") == 2
    assert with_moved("gone:\r\n  c/1.html: x\r\n", {"a/1.html": "b/1.html"}, "").endswith(
        "moved:\r\n  a/1.html: b/1.html\r\n"
    )
    assert with_moved("", {"a/1.html": "b/1.html"}, "") == "moved:\n  a/1.html: b/1.html\n"
    odd = "# two\u2028parts\x85\ngone:\r\n  c/1.html: x"
    assert with_moved(odd, {"a/1.html": "b/1.html"}, "") == f"{odd}\r\nmoved:\r\n  a/1.html: b/1.html\r\n"


@pytest.mark.parametrize("text", ["moved: {a/1.html: b/1.html}\n", "moved: {}\n"])
def test_a_form_to_which_no_line_can_be_added_is_refused(text: str) -> None:
    with pytest.raises(SettingsError) as refused:
        with_moved(text, {"d/1.html": "e/1.html"}, "addresses.yml")
    assert refused.value.notes[0].code == "E203" and refused.value.notes[0].line == 1


def test_a_file_that_is_wrong_stays_as_it_is(config: Config) -> None:
    dated(config)
    file = config.articles / "addresses.yml"
    file.write_text("moved:\n  no address\n", "utf-8")
    with pytest.raises(SettingsError):
        forward(config)
    assert file.read_text("utf-8") == "moved:\n  no address\n"
    assert [path.name for path in config.articles.glob(".*")] == []

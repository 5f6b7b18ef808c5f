"""Whatever is done to the articles, in whatever order: the site that grew is the site that a clean build makes."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from harness import ROUNDS, Desk, add_archive, add_issue, build, differences, edit_template, page, tree, wanbao
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from wanbao.build import build as build_here
from wanbao.config import Config
from wanbao.errors import SettingsError

DAYS = ("2021-12-31", "2022-01-01", "2022-01-02", "2022-02-28", "2023-01-01", "2024-02-29")
NAMES = ("2022-01-01/A01.md", "2022-01-01/A02.md", "2022-01-01-A03.txt", "20220101_A04_要闻.md", "odd.md", "b/odd.md")
PROFILE_LINES = ("description: 旧报新读", "base_url: https://b.example/", "interface_language: en", "rights: 版权所有")


class Edits(RuleBasedStateMachine):
    """A maintainer at work, who builds after every edit."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="wanbao-edits-"))
        self.desk = Desk(self.root / "desk")
        add_archive(self.desk.articles, issues=2, pages=1, each=2)

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    def sources(self) -> list[Path]:
        return sorted(path for path in self.desk.articles.rglob("*") if path.suffix in (".md", ".txt"))

    @rule(day=st.sampled_from(DAYS), pages=st.integers(1, 2))
    def drop_an_issue(self, day: str, pages: int) -> None:
        add_issue(self.desk.articles, day, pages=pages, each=2)

    @rule(name=st.sampled_from(NAMES), seed=st.sampled_from("甲乙丙"))
    def write_a_page(self, name: str, seed: str) -> None:
        path = self.desk.articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(seed, 2), "utf-8")

    @precondition(lambda self: self.sources())
    @rule(data=st.data())
    def remove_a_page(self, data: st.DataObject) -> None:
        data.draw(st.sampled_from(self.sources())).unlink()

    @precondition(lambda self: self.sources())
    @rule(data=st.data(), day=st.sampled_from(("2022-05", "2022~", "2022-01-01", "2023-06-07")))
    def date_a_page(self, data: st.DataObject, day: str) -> None:
        path = data.draw(st.sampled_from(self.sources()))
        text = path.read_text("utf-8").rpartition("\n---\n")[2]
        path.write_text(f"---\ndate: {day}\n---\n{text}", "utf-8")

    @precondition(lambda self: self.sources())
    @rule(data=st.data())
    def change_a_character_behind_the_back(self, data: st.DataObject) -> None:
        """The file keeps its size and its time of change."""
        path = data.draw(st.sampled_from(self.sources()))
        before, text = path.stat(), path.read_text("utf-8")
        path.write_text(text.replace("市", "县", 1) if "市" in text else text.replace("海", "河", 1), "utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    @precondition(lambda self: len(self.sources()) > 1)
    @rule(data=st.data())
    def exchange_two_pages(self, data: st.DataObject) -> None:
        one, other = data.draw(st.permutations(self.sources()))[:2]
        beside = self.root / "beside"
        one.rename(beside)
        other.rename(one)
        beside.rename(other)

    @precondition(lambda self: self.sources())
    @rule(data=st.data(), number=st.integers(0, 4), at=st.integers(0, 1))
    def fix_a_number(self, data: st.DataObject, number: int, at: int) -> None:
        path = data.draw(st.sampled_from(self.sources()))
        lines = path.read_text("utf-8").split("\n")
        headlines = [index for index, line in enumerate(lines) if line.startswith("# ")]
        if headlines:
            index = headlines[at % len(headlines)]
            lines[index] = lines[index].partition(" {#")[0] + f" {{#{number}}}"
        path.write_text("\n".join(lines), "utf-8")

    @precondition(lambda self: self.sources())
    @rule(data=st.data())
    def touch_a_page(self, data: st.DataObject) -> None:
        os.utime(data.draw(st.sampled_from(self.sources())), (1_000_000_000, 1_000_000_000))

    @rule(line=st.sampled_from(PROFILE_LINES))
    def edit_the_profile(self, line: str) -> None:
        path = self.desk.articles / "newspaper.yml"
        key = line.partition(":")[0]
        kept = [old for old in path.read_text("utf-8").splitlines() if not old.startswith(f"{key}:")]
        path.write_text("\n".join([*kept, line]) + "\n", "utf-8")

    @rule(words=st.sampled_from(("甲", "乙")))
    def edit_the_template(self, words: str) -> None:
        edit_template(self.desk, words)

    @rule()
    def drop_the_theme(self) -> None:
        shutil.rmtree(self.desk.theme, ignore_errors=True)

    @rule(text=st.sampled_from(("# 关于\n\n晚报旧刊。\n", "")))
    def write_about(self, text: str) -> None:
        path = self.desk.articles / "about.md"
        path.write_text(text, "utf-8") if text else path.unlink(missing_ok=True)

    @precondition(lambda self: (self.desk.site / "index.html").exists())
    @rule(data=st.data())
    def lose_a_file_of_the_site(self, data: st.DataObject) -> None:
        files = sorted(path for path in self.desk.site.rglob("*") if path.is_file() and path.name != "manifest.json")
        data.draw(st.sampled_from(files)).unlink()

    @rule()
    def lose_the_cache(self) -> None:
        shutil.rmtree(self.desk.root / ".wanbao-cache", ignore_errors=True)

    @invariant()
    def the_site_is_the_clean_one(self) -> None:
        theme = self.desk.theme if self.desk.theme.is_dir() else None
        clean = self.root / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        build_here(Config(self.desk.articles, self.desk.site, theme, jobs=1))
        build_here(Config(self.desk.articles, clean, theme, jobs=1, remember=False))
        assert differences(tree(self.desk.site), tree(clean)) == []


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=max(3, ROUNDS // 4), stateful_step_count=10)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("same") / "desk")
    add_archive(desk.articles, issues=60, pages=2, each=2)  # enough for several processes to be worth it
    build(desk)
    return desk


@pytest.mark.parametrize("jobs", ["1", "2", "4", None])
def test_any_number_of_processes_makes_the_same_site(archive: Desk, tmp_path: Path, jobs: str | None) -> None:
    desk = Desk(tmp_path)
    shutil.copytree(archive.articles, desk.articles)
    build(desk, *(("--jobs", jobs) if jobs else ()))
    assert not differences(tree(desk.site), tree(archive.site))


def test_folders_deep_down_filled_in_another_order_make_the_same_site(archive: Desk, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "a" / "very long name" / ("deep" * 20) / "汉字")
    for path in sorted(archive.articles.rglob("*"), reverse=True):
        if path.is_file():
            target = desk.articles / path.relative_to(archive.articles)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
            os.utime(target, (1, 1))
    build(desk)
    assert not differences(tree(desk.site), tree(archive.site))


def test_paths_named_from_where_one_stands_make_the_same_site(archive: Desk, tmp_path: Path) -> None:
    shutil.copytree(archive.articles, tmp_path / "articles")
    (tmp_path / "elsewhere").mkdir()
    arguments = ["build", "--articles", "../articles", "--output", "./x/../site", "--quiet"]
    bare = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "1", "HOME": "/nowhere"}
    result = wanbao(arguments, env=bare, cwd=tmp_path / "elsewhere")
    assert result.returncode == 0, result.stderr
    assert not differences(tree(tmp_path / "elsewhere" / "site"), tree(archive.site))


def test_a_missing_profile_stops_the_build_before_anything_is_written(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    add_issue(desk.articles, "2022-01-01")
    with pytest.raises(SettingsError):
        build_here(Config(desk.articles, desk.site))
    assert not desk.site.exists()

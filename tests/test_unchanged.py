"""A build that would do nothing is known for one, and every other build is not."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from wanbao import digests, unchanged
from wanbao.build import build
from wanbao.config import WORK, Config
from wanbao.report import Report
from wanbao.unchanged import Watch

PAGE = "# 河东{n}号院装上路灯\n\n本报讯 记者梁小奈 昨日，河东{n}号院装上了路灯。\n"


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    """A site whose second build had nothing to do."""
    # Files of this test are always younger than the clock's tick allows.
    monkeypatch.setattr(unchanged, "RACY_NS", -(10**18))
    made = Config(articles=tmp_path / "articles", output=tmp_path / "site", theme=tmp_path / "theme")
    assert made.theme is not None
    for folder in (made.articles / "2022-05-18", made.theme / "static"):
        folder.mkdir(parents=True)
    (made.articles / "newspaper.yml").write_text("name: 海州晚报\nshort: hzwb\n", "utf-8")
    for n in (1, 2):
        (made.articles / "2022-05-18" / f"A0{n}.md").write_text(PAGE.format(n=n), "utf-8")
    again(made)
    again(made)
    return made


def again(config: Config) -> Report:
    """Build with a watch, without recalling anything."""
    return build(config, watch=Watch(config))


def test_the_report_is_the_same(config: Config) -> None:
    assert Watch(config).recall() == again(config)


def test_a_build_that_did_something_is_not_remembered(config: Config) -> None:
    (config.articles / "2022-05-18" / "A03.md").write_text(PAGE.format(n=3), "utf-8")
    assert Watch(config).recall() is None
    assert again(config).written
    assert Watch(config).recall() is None
    assert not again(config).written
    assert Watch(config).recall() is not None


CHANGES: dict[str, Callable[[Config], object]] = {
    "a source is edited": lambda c: (c.articles / "2022-05-18" / "A01.md").write_text(PAGE.format(n=7), "utf-8"),
    "a source comes": lambda c: (c.articles / "A04.md").write_text(PAGE.format(n=4), "utf-8"),
    "a source goes": lambda c: (c.articles / "2022-05-18" / "A02.md").unlink(),
    "a source is renamed": lambda c: (c.articles / "2022-05-18" / "A02.md").rename(c.articles / "A02.md"),
    "the profile is edited": lambda c: (c.articles / "newspaper.yml").write_text("name: 新报\nshort: hzwb\n", "utf-8"),
    "a text about the archive comes": lambda c: (c.articles / "about.md").write_text("关于", "utf-8"),
    "a link comes": lambda c: (c.articles / "link.md").symlink_to("newspaper.yml"),
    "a pipe comes": lambda c: os.mkfifo(c.articles / "pipe.md"),
    "a template comes": lambda c: (c.theme or Path()).joinpath("about.html").write_text("x", "utf-8"),
    "a style comes": lambda c: (c.theme or Path()).joinpath("static", "x.css").write_text("x", "utf-8"),
    "a page is lost": lambda c: (c.output / "2022/05/18/A01/1.html").unlink(),
    "a stranger's file comes": lambda c: (c.output / "2022" / "note.txt").write_text("x", "utf-8"),
    "a file comes at the root": lambda c: (c.output / "note.txt").write_text("x", "utf-8"),
    "the manifest is edited": lambda c: (c.output / "manifest.json").write_text("{}", "utf-8"),
    "the site is lost": lambda c: c.output.rename(c.output.with_name("away")),
    "a build did not finish": lambda c: (c.output / WORK).mkdir(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_makes_a_whole_build(config: Config, change: Callable[[Config], object]) -> None:
    assert Watch(config).recall() is not None
    change(config)
    assert Watch(config).recall() is None


@pytest.mark.parametrize("settings", [{"search": False}, {"base_url": "https://example.org/"}, {"remember": False}])
def test_other_settings_make_a_whole_build(config: Config, settings: dict[str, object]) -> None:
    other = Config(articles=config.articles, output=config.output, theme=config.theme, **settings)  # type: ignore[arg-type]
    assert Watch(other).recall() is None


def test_an_input_that_changes_during_a_build_is_seen_by_the_next(config: Config) -> None:
    watch = Watch(config)
    source = config.articles / "2022-05-18" / "A01.md"
    report = build(config, watch=watch)
    source.write_text(PAGE.format(n=8), "utf-8")
    watch.keep(report)
    assert Watch(config).recall() is None


def test_a_page_that_is_lost_while_a_build_looks_is_missed_by_the_next(config: Config) -> None:
    watch = Watch(config)
    report = build(config, watch=watch)
    (config.output / "2022/05/18/A01/1.html").unlink()
    watch.keep(report)
    assert Watch(config).recall() is None
    assert again(config).written == 1


BEHIND: dict[str, Callable[[Path], object]] = {
    "its times": lambda path: os.utime(path, (10**9, 10**9)),
    "another file of its size and times": lambda path: _replaced(path, path.read_bytes()[::-1]),
    "its text with its times": lambda path: _rewritten(path, path.read_bytes()[::-1]),
    "who may read it": lambda path: path.chmod(0o600),
}


def _rewritten(path: Path, data: bytes) -> None:
    before = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _replaced(path: Path, data: bytes) -> None:
    beside = path.with_name("beside")
    beside.write_bytes(data)
    shutil.copystat(path, beside)
    beside.rename(path)


@pytest.mark.parametrize("way", BEHIND.values(), ids=BEHIND)
@pytest.mark.parametrize("file", ["articles/2022-05-18/A01.md", "articles/newspaper.yml", "site/manifest.json"])
def test_a_change_behind_the_back_is_seen(config: Config, way: Callable[[Path], object], file: str) -> None:
    way(config.articles.parent / file)
    assert Watch(config).recall() is None


def test_times_that_are_kept_when_a_tree_is_copied_deceive_nobody(config: Config) -> None:
    """As `cp -a` and `rsync -a` do: the same names, sizes and times, other files."""
    for folder in (config.articles, config.output):
        shutil.copytree(folder, folder.with_name("copy"))
        folder.rename(folder.with_name("away"))
        folder.with_name("copy").rename(folder)
        assert Watch(config).recall() is None
        shutil.rmtree(folder)
        folder.with_name("away").rename(folder)


def test_another_user_looks_anew(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert Watch(config).recall() is None


def test_a_slow_build_trusts_nothing_that_was_young_when_it_began(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "RACY_NS", 0)
    (config.articles / "2022-05-18" / "A03.md").write_text(PAGE.format(n=3), "utf-8")
    again(config)
    source = config.articles / "2022-05-18" / "A03.md"
    watch = Watch(config)
    monkeypatch.setattr(watch, "_tick", source.stat().st_mtime_ns)
    watch.keep(build(config, watch=watch))
    assert Watch(config).recall() is None


def test_what_is_younger_than_a_tick_is_not_trusted(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "RACY_NS", 10**12)
    (config.articles / "2022-05-18" / "A03.md").write_text(PAGE.format(n=3), "utf-8")
    again(config)
    again(config)
    assert Watch(config).recall() is None


def test_another_build_at_work_is_left_to_the_whole_build(config: Config) -> None:
    lock = os.open(config.output, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert Watch(config).recall() is None
    finally:
        os.close(lock)


def test_a_damaged_memory_is_no_memory(config: Config) -> None:
    (kept,) = (path for path in (config.cache_folder / unchanged.KIND).rglob("*") if path.is_file())
    kept.write_bytes(b"garbage")
    assert Watch(config).recall() is None


def test_knowing_it_imports_nothing_that_makes_pages(config: Config) -> None:
    program = (
        "import sys\nfrom wanbao.cli import main\nfrom wanbao import unchanged\nunchanged.RACY_NS = -10**18\n"
        f"code = main(['build', '--quiet', '--articles', {str(config.articles)!r}, '--output', {str(config.output)!r},"
        f" '--theme', {str(config.theme)!r}])\n"
        "assert code == 0, code\n"
        "late = ('wanbao.build', 'wanbao.plan', 'wanbao.parse', 'yaml', 'jinja2')\n"
        "print([name for name in late if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]", result.stderr


def test_a_library_of_another_version_is_noticed(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Watch(config).recall() is not None
    monkeypatch.setattr(unchanged, "libraries", lambda: "jinja2-9.9.9.dist-info")
    assert Watch(config).recall() is None


def test_libraries_are_told_by_the_folders_that_installers_leave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Jinja2-3.1.6.dist-info", "pypinyin-0.55.0.dist-info", "other-1.dist-info", "jinja2"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "nowhere")])
    digests.libraries.cache_clear()
    try:
        assert digests.libraries() == "jinja2-3.1.6.dist-info pypinyin-0.55.0.dist-info"
    finally:
        digests.libraries.cache_clear()


def test_a_build_finds_its_sources_as_they_were_when_they_were_marked(config: Config) -> None:
    watch = Watch(config)
    new = config.articles / "2022-05-18" / "A03.md"
    new.write_text(PAGE.format(n=3), "utf-8")
    assert not build(config, watch=watch).written
    assert Watch(config).recall() is None
    assert again(config).parsed == 1

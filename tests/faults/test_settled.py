"""A site at rest, whose next build is recalled and not made: every fault must be seen all the same."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Desk, add_archive, add_issue, build, differences, edit_template, tree

from wanbao.config import Config
from wanbao.signatures import RACY_NS
from wanbao.unchanged import KIND, Watch


def watch(desk: Desk) -> Watch:
    return Watch(Config(desk.articles, desk.site, desk.theme))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("settled") / "desk")
    add_archive(desk.articles, issues=3, pages=1, each=2)
    desk.theme.mkdir()
    build(desk)
    return desk


@pytest.fixture
def desk(archive: Desk, tmp_path: Path) -> Desk:
    """A desk whose marks are old enough to be trusted, and are."""
    made = archive.copy(tmp_path / "desk")
    build(made)
    time.sleep(RACY_NS / 1e9 + 0.1)
    build(made)
    assert watch(made).recall() is not None
    return made


def _kept(desk: Desk) -> Path:
    (path,) = (path for path in (desk.root / ".wanbao-cache" / KIND).rglob("*") if path.is_file())
    return path


def _each_cache_file(change: Callable[[Path], object]) -> Callable[[Desk], None]:
    def harm(desk: Desk) -> None:
        for path in sorted((desk.root / ".wanbao-cache").rglob("*")):
            if path.is_file():
                change(path)

    return harm


def _older_copy(desk: Desk) -> None:
    """As a maintainer does who puts a backup back: another text under old times."""
    path = desk.articles / "2021-01-01" / "A01.md"
    backup = path.with_name("backup")
    shutil.copy2(path, backup)
    backup.write_text(path.read_text("utf-8").replace("市", "县"), "utf-8")
    shutil.copystat(path, backup)
    backup.rename(path)


FAULTS: dict[str, Callable[[Desk], object]] = {
    "a page is lost": lambda d: (d.site / "2021/01/01/A01/1.html").unlink(),
    "a folder is lost": lambda d: shutil.rmtree(d.site / "2021/01/01/A01"),
    "the manifest is lost": lambda d: (d.site / "manifest.json").unlink(),
    "the manifest is cut": lambda d: (d.site / "manifest.json").write_bytes(b"{"),
    "the cache is lost": lambda d: shutil.rmtree(d.root / ".wanbao-cache"),
    "the memory is cut": lambda d: _kept(d).write_bytes(_kept(d).read_bytes()[:40]),
    "the memory is garbage": lambda d: _kept(d).write_bytes(b"\xff" * 400),
    "the whole cache is garbage": _each_cache_file(lambda path: path.write_bytes(b"\xc1" * 100)),
    "the whole cache is empty": _each_cache_file(lambda path: path.write_bytes(b"")),
    "an older copy of a source": _older_copy,
    "a source more": lambda d: add_issue(d.articles, "2024-02-29", 1, 2),
    "a source less": lambda d: shutil.rmtree(d.articles / "2022-01-01"),
    "a template more": lambda d: edit_template(d),
    "a build that broke off": lambda d: (d.site / ".wanbao" / "staging").mkdir(parents=True),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_seen_and_mended(desk: Desk, tmp_path: Path, fault: Callable[[Desk], object]) -> None:
    fault(desk)
    build(desk)
    clean = Desk(tmp_path / "clean")
    for folder in ("articles", "theme"):
        shutil.copytree(desk.root / folder, clean.root / folder)
    build(clean)
    assert not differences(tree(desk.site), tree(clean.site))


def test_another_site_in_the_output_is_seen(desk: Desk, tmp_path: Path) -> None:
    """Two archives built into one folder in turn: the second build of the first has much to do."""
    other = Desk(tmp_path / "other")
    add_archive(other.articles, issues=2, pages=1, each=1)
    before = tree(desk.site)
    build(other, "--output", str(desk.site), "--cache", str(desk.root / ".wanbao-cache"))
    assert differences(tree(desk.site), before)
    build(desk)
    assert not differences(tree(desk.site), before)


def test_two_outputs_of_one_cache_are_told_apart(desk: Desk, tmp_path: Path) -> None:
    cache = ("--cache", str(desk.root / ".wanbao-cache"))
    for _ in range(2):
        build(desk, "--output", str(tmp_path / "second"), *cache)
        assert not differences(tree(tmp_path / "second"), tree(desk.site))
    shutil.rmtree(tmp_path / "second")
    build(desk, "--output", str(tmp_path / "second"), *cache)
    assert not differences(tree(tmp_path / "second"), tree(desk.site))

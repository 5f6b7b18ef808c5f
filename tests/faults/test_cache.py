"""The cache and the manifest may be lost, cut, garbled or from another version: at worst the build is slower."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import (
    Change,
    Desk,
    add_archive,
    add_issue,
    build,
    command,
    differences,
    prepare,
    told_well,
    tree,
    wanbao,
    without_root_powers,
)

from wanbao.store.share import Share


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Change:
    return prepare(tmp_path_factory.mktemp("cache"), issues=4, pages=1, each=2)


@pytest.fixture
def desk(change: Change, tmp_path: Path) -> Desk:
    return change.desk.copy(tmp_path / "desk")


def cache_of(desk: Desk) -> Path:
    folder = desk.root / ".wanbao-cache"
    assert any(path.is_file() for path in folder.rglob("*")), "the build remembered nothing"
    return folder


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def emptied(data: bytes) -> bytes:
    return b""


def garbled(data: bytes) -> bytes:
    return bytes(byte ^ 0x5A for byte in data)


def lengthened(data: bytes) -> bytes:
    return data + b"\0garbage"


def one_bit_turned(data: bytes) -> bytes:
    return data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :]


HARMS = [cut, emptied, garbled, lengthened, one_bit_turned]


@pytest.mark.parametrize("harm", HARMS)
def test_a_harmed_cache_changes_nothing(change: Change, desk: Desk, harm: Callable[[bytes], bytes]) -> None:
    for path in sorted(cache_of(desk).rglob("*")):
        if path.is_file() and path.stat().st_size:
            path.write_bytes(harm(path.read_bytes()))
    build(desk)
    assert not differences(tree(desk.site), change.after)
    build(desk)
    assert not differences(tree(desk.site), change.after)


def test_cache_files_put_in_each_other_s_place_change_nothing(change: Change, desk: Desk) -> None:
    paths = [path for path in sorted(cache_of(desk).rglob("*")) if path.is_file()]
    contents = [path.read_bytes() for path in paths]
    for path, data in zip(paths, contents[1:] + contents[:1], strict=True):
        path.write_bytes(data)
    build(desk)
    assert not differences(tree(desk.site), change.after)


def test_a_deleted_cache_changes_nothing(change: Change, desk: Desk) -> None:
    shutil.rmtree(cache_of(desk))
    build(desk)
    assert not differences(tree(desk.site), change.after)


def test_builds_of_two_archives_at_once_share_a_cache(change: Change, desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "other")
    add_archive(other.articles, issues=3, pages=2, each=3)
    cache = ["--cache", str(cache_of(desk))]
    build(other, "--no-cache")
    wanted = tree(other.site)
    for number in range(4):
        started = []
        for each in (desk, other):
            shutil.rmtree(each.site, ignore_errors=True)
            arguments = each.arguments(*cache, "--jobs", "1")
            started.append(subprocess.Popen(command(arguments), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE))
            time.sleep(0.1 * number)
        ends = [(process.communicate(timeout=120)[1], process.returncode) for process in started]
        assert ends == [(b"", 0)] * 2
        assert not differences(tree(desk.site), change.after)
        assert not differences(tree(other.site), wanted)


def test_nothing_is_forgotten_that_a_build_at_work_may_need(desk: Desk) -> None:
    build(desk)
    runs = set(tree(cache_of(desk) / "runs"))
    [gone] = [path for path in desk.articles.iterdir() if path.name == "2024-02-29"]
    shutil.rmtree(gone)
    with Share() as other:
        other.take(cache_of(desk))
        build(desk)
        assert runs <= set(tree(cache_of(desk) / "runs"))
    add_issue(desk.articles, "2024-02-28", pages=1, each=1)
    build(desk)
    assert not runs <= set(tree(cache_of(desk) / "runs"))


def test_a_cache_that_is_a_file_changes_nothing(change: Change, desk: Desk) -> None:
    shutil.rmtree(cache_of(desk))
    (desk.root / ".wanbao-cache").write_text("in the way")
    build(desk)
    assert not differences(tree(desk.site), change.after)


def test_folders_where_cache_files_belong_change_nothing(change: Change, desk: Desk) -> None:
    for path in sorted(cache_of(desk).rglob("*")):
        if path.is_file():
            path.unlink()
            path.mkdir()
    build(desk)
    assert not differences(tree(desk.site), change.after)


def test_an_unwritable_cache_changes_nothing(change: Change, desk: Desk) -> None:
    folders = [cache_of(desk), *(path for path in cache_of(desk).rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        result = wanbao(desk.arguments(), prefix=without_root_powers())
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert result.returncode == 0, result.stderr
    assert not told_well(result.returncode, result.stderr)
    assert not differences(tree(desk.site), change.after)


def test_a_full_disk_of_the_cache_changes_nothing(change: Change, desk: Desk, tmp_path: Path) -> None:
    shutil.rmtree(cache_of(desk))
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mount is not permitted")
    try:
        for _ in range(2):
            build(desk, "--cache", str(small / "cache"))
            assert not differences(tree(desk.site), change.after)
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


@pytest.mark.parametrize("where", [".", "theme", "articles/cache", "site", "site/cache"])
def test_a_folder_of_somebody_else_is_never_used_as_cache(desk: Desk, where: str) -> None:
    """What is forgotten of a cache could be a maintainer's own `pages` and `templates`, or be published or read."""
    for name in ("pages/mine.md", "theme/templates/parts/mine.html", ".gitignore"):
        (desk.root / name).parent.mkdir(parents=True, exist_ok=True)
        (desk.root / name).write_text("mine")
    before = tree(desk.root)
    result = wanbao(desk.arguments("--cache", str(desk.root / where)))
    assert result.returncode == 2
    assert "E207" in result.stderr
    assert not differences(tree(desk.root), before)


@pytest.mark.parametrize("harm", [cut, emptied, garbled, lengthened])
def test_a_harmed_manifest_is_made_again(change: Change, desk: Desk, harm: Callable[[bytes], bytes]) -> None:
    manifest = desk.site / "manifest.json"
    manifest.write_bytes(harm(manifest.read_bytes()))
    result = wanbao(desk.arguments())
    assert not told_well(result.returncode, result.stderr)
    assert result.returncode == 0, result.stderr
    # What the lost manifest named and the new site does not have is nobody's: it may stay, but nothing else may differ.
    found = tree(desk.site)
    assert not [name for name, data in change.after.items() if found.get(name) != data]
    assert set(found) <= set(change.after) | set(change.before)


def test_a_manifest_that_names_files_elsewhere_removes_none_of_them(desk: Desk, tmp_path: Path) -> None:
    precious = tmp_path / "precious.html"
    precious.write_text("precious")
    manifest = desk.site / "manifest.json"
    text = manifest.read_text("utf-8")
    assert '"index.html"' in text
    for evil in (f'"{precious}"', '"../../precious.html"', '"2021/../../../precious.html"'):
        manifest.write_text(text.replace('"index.html"', evil), "utf-8")
        result = wanbao(desk.arguments())
        assert "Traceback" not in result.stderr
        assert precious.read_text() == "precious"


def test_pages_altered_in_place_are_found_by_verify_and_mended_by_a_build_without_cache(
    change: Change, desk: Desk
) -> None:
    build(desk)
    altered = ["index.html", "2021/01/01/A01/1.html", "search/head.js", "sitemap-2021.xml"]
    for address in altered:
        path = desk.site / address
        path.write_bytes(one_bit_turned(path.read_bytes()))
    found = wanbao(["verify", "--output", str(desk.site), "--articles", str(desk.articles)])
    assert all(f"{address}: E405" in found.stdout for address in altered), found.stdout
    assert "--no-cache" in found.stdout
    build(desk, "--no-cache")
    assert not differences(tree(desk.site), change.after)
    assert not wanbao(["verify", "--output", str(desk.site), "--articles", str(desk.articles)]).returncode


def test_a_build_without_cache_makes_the_same_site(change: Change, desk: Desk) -> None:
    shutil.rmtree(cache_of(desk))
    build(desk, "--no-cache")
    assert not differences(tree(desk.site), change.after)
    assert not (desk.root / ".wanbao-cache").exists()

"""Every operation on the disk may fail or be the last: the site stays whole, the message clear, the next build right.

The experiments are made by `inject.py`, which breaks the k-th operation of a build for every k in turn.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import inject
import pytest
from harness import (
    Change,
    Desk,
    add_archive,
    add_issue,
    build,
    differences,
    mended,
    prepare,
    report,
    told_well,
    tree,
    wanbao,
    without_root_powers,
    wounds,
)

COMMAND = ["build", "--articles", "DESK/articles", "--output", "DESK/site", "--theme", "DESK/theme", "--quiet"]


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Change:
    return prepare(tmp_path_factory.mktemp("errors"), issues=4, pages=1, each=2)


def experiments(
    desk: Desk, work: Path, ways: list[str], moments: list[int], undo: str = "", count: int = 0
) -> Iterator[dict[str, Any]]:
    """Run `inject.py` over copies of a desk, one process per build; a copy is removed once it has been looked at."""
    work.mkdir(exist_ok=True)
    plan = inject.Plan([*COMMAND, "--jobs", "1"], str(desk.root), str(work), ways, moments, undo, count)
    (work / "plan.json").write_text(inject.to_json(plan), "utf-8")
    most = 300 + 60 * len(ways) * len(moments)
    with subprocess.Popen(
        ["timeout", str(most), sys.executable, inject.__file__, str(work / "plan.json")],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        for line in process.stdout:
            told = json.loads(line)
            yield told
            shutil.rmtree(told["desk"])
    assert process.returncode == 0


SILENT = ("kill", "power")
"""Ways after which nobody is left to say anything."""

SAMPLE = 16
"""How many operations are broken, each in a build of its own, for every way of breaking one."""


def moments_of(desk: Desk, work: Path, way: str, where: str = "") -> tuple[list[int], int]:
    """The operations to break, all in such a place, and how many there are: a seeded sample of those that can tell
    something; with `WANBAO_FAULTS=all` each of them, which takes an hour."""
    [probe] = experiments(desk, work, ["EIO"], [0])
    assert probe["code"] == 0, probe["errors"]
    assert probe["count"] > 30, "the wrappers see too little to break"
    every = [number for number in inject.telling(way, probe["places"]) if where in probe["places"][number - 1][1]]
    assert every, f"nothing is done in {where}: has it been moved?"
    if os.environ.get("WANBAO_FAULTS") == "all":
        return every, probe["count"]
    return sorted(random.Random(way).sample(every, min(len(every), SAMPLE))), probe["count"]


def verdict(change: Change, told: dict[str, Any]) -> list[str]:
    """What went wrong in one experiment."""
    desk = Desk(Path(told["desk"]))
    broken = desk.root / "broken"
    wrong = [] if told["way"] in SILENT else told_well(told["code"], told["errors"])
    wrong += wounds(broken, change.before, change.after)
    if told["code"] == 0:
        # What could not be swept away may lie in the hidden folder until the next build; the site itself is right.
        seen = {name: data for name, data in tree(broken).items() if not name.startswith(".wanbao/")}
        wrong += [f"{name} differs though all seemed well" for name in differences(seen, change.after)]
    return wrong + healed(desk, change, told)


def healed(desk: Desk, change: Change, told: dict[str, Any]) -> list[str]:
    """What is wrong after the next build."""
    wrong = told_well(told["next"]["code"], told["next"]["errors"])
    if told["next"]["code"]:
        wrong.append(f"the next build failed: {told['next']['errors'][-300:]}")
    return wrong + [f"{name} differs after the next build" for name in differences(tree(desk.site), change.after)]


@pytest.mark.parametrize("way", ["kill", "power", "EIO", "ENOSPC", "ENOSPC+", "EROFS+", "short"])
def test_any_operation_may_break(change: Change, tmp_path: Path, way: str) -> None:
    moments, count = moments_of(change.desk, tmp_path / "work", way)
    faults, struck = [], 0
    for one in experiments(change.desk, tmp_path / "work", [way], moments, count=count):
        faults.append((f"{way} at {one['moment']} ({one['broken']})", verdict(change, one)))
        struck += bool(one["broken"])
    assert len(faults) == len(moments)
    assert struck == len(faults) or way in SILENT
    print(f"{way}: {len(faults)} of {count} operations broken")
    assert not report(faults), report(faults)


@pytest.mark.parametrize(("way", "code"), [("EIO", 2), ("ENOSPC", 2), ("EINVAL+", 0)])
def test_a_disk_that_is_asked_to_keep_may_say_no(change: Change, tmp_path: Path, way: str, code: int) -> None:
    """Some file systems are found to be full only then; those that cannot be asked at all hold a site all the same."""
    [probe] = experiments(change.desk, tmp_path / "work", ["EIO"], [0])
    asked = [number for number, (name, _, _) in enumerate(probe["places"], 1) if name in ("fsync", "syncfs")]
    assert [probe["places"][number - 1][0] for number in asked] == ["fsync", "syncfs", "syncfs", "fsync"]
    faults = []
    for one in experiments(change.desk, tmp_path / "work", [way], asked):
        wrong = verdict(change, one)
        wrong += [f"exit code {one['code']}"] if one["code"] != code else []
        faults.append((f"{way} at {one['moment']} ({one['broken']})", wrong))
    assert not report(faults), report(faults)


@pytest.mark.parametrize("way", ["kill", "power", "EIO", "ENOSPC+"])
def test_a_first_build_may_break_anywhere(tmp_path: Path, way: str) -> None:
    desk = Desk(tmp_path / "desk")
    add_archive(desk.articles, issues=2, pages=1, each=2)
    desk.theme.mkdir()
    clean = desk.copy(tmp_path / "clean")
    build(clean)
    change = Change(desk, {}, tree(clean.site))
    moments, count = moments_of(desk, tmp_path / "work", way)
    faults = []
    for one in experiments(desk, tmp_path / "work", [way], moments, count=count):
        # Of a first build nothing need be there yet; what the next one makes must be the clean site.
        copy = Desk(Path(one["desk"]))
        wrong = [] if way in SILENT else told_well(one["code"], one["errors"])
        beside = sorted(path.name for path in copy.root.iterdir() if path.name.startswith(".site"))
        wrong += [f"{name} was left behind" for name in beside]
        faults.append((f"{way} at {one['moment']} ({one['broken']})", wrong + healed(copy, change, one)))
    print(f"{way}: {len(faults)} of {count} operations broken")
    assert not report(faults), report(faults)


@pytest.mark.parametrize("way", ["kill", "power", "EIO", "ENOSPC+"])
def test_a_change_that_broke_off_may_be_taken_back(change: Change, tmp_path: Path, way: str) -> None:
    """The files of a broken build may be old, new or stubs, though the old manifest names the keys of the next one."""
    old = change.desk.copy(tmp_path / "old")
    shutil.rmtree(old.theme)
    old.theme.mkdir()
    build(old)
    moved = old.copy(tmp_path / "moved")
    days = sorted(path.name for path in moved.articles.iterdir() if path.is_dir())
    shutil.rmtree(moved.articles / days[1])
    add_issue(moved.articles, days[0], pages=1, each=2, edition="moved")
    add_issue(moved.articles, "2024-03-01", pages=1, each=2)
    before = tree(old.site)
    # Before it moves files, a build has changed nothing that could be taken back.
    moments, count = moments_of(moved, tmp_path / "work", way, inject.COMMIT)
    faults = []
    for one in experiments(moved, tmp_path / "work", [way], moments, str(old.articles), count):
        wrong = healed(Desk(Path(one["desk"])), Change(old, before, before), one)
        faults.append((f"{way} at {one['moment']} ({one['broken']})", wrong))
    assert not report(faults), report(faults)


def test_a_build_that_fails_before_it_writes_keeps_what_a_broken_one_left(change: Change, tmp_path: Path) -> None:
    desk = change.desk.copy(tmp_path / "desk")
    moments = range(1, next(experiments(desk, tmp_path / "probe", ["EIO"], [0]))["count"])
    for one in experiments(desk, tmp_path / "work", ["kill"], list(moments)[-120:-20:25]):
        copy = Desk(Path(one["desk"]))
        shutil.rmtree(copy.site)
        (copy.root / "broken").rename(copy.site)
        (copy.theme / "home.html").write_text("{{ nothing.at.all }}", "utf-8")
        failed = wanbao(copy.arguments())
        assert failed.returncode == 2, failed.stderr
        assert "E205" in failed.stderr
        (copy.theme / "home.html").unlink()
        assert not mended(copy, change.after), one["moment"]


def test_a_full_disk_leaves_the_old_site(change: Change, tmp_path: Path) -> None:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(tmp_path)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mount is not permitted")
    try:
        desk = change.desk.copy(tmp_path / "desk")
        ballast = tmp_path / "ballast"
        free = os.statvfs(tmp_path).f_bavail * os.statvfs(tmp_path).f_frsize
        for left in (0, 8192, 65536):
            ballast.write_bytes(b"\0" * (free - left))
            result = wanbao(desk.arguments())
            wrong = told_well(result.returncode, result.stderr) + wounds(desk.site, change.before, change.after)
            assert not wrong, f"{left} bytes left: {wrong}"
            assert result.returncode == 2, f"{left} bytes left: {result.stderr}"
            assert "No space left" in result.stderr
            ballast.unlink()
        assert not mended(desk, change.after)
    finally:
        subprocess.run(["umount", "-l", str(tmp_path)], check=True)


def test_an_output_folder_that_cannot_be_written_is_said_so(change: Change, tmp_path: Path) -> None:
    desk = change.desk.copy(tmp_path / "desk")
    folders = [desk.site, *(path for path in desk.site.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        result = wanbao(desk.arguments(), prefix=without_root_powers())
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert result.returncode == 2, result.stderr
    assert not told_well(result.returncode, result.stderr)
    assert str(desk.site) in result.stderr
    assert not differences(tree(desk.site), change.before)
    assert not mended(desk, change.after)


def test_one_folder_that_cannot_be_written_leaves_a_whole_site(change: Change, tmp_path: Path) -> None:
    desk = change.desk.copy(tmp_path / "desk")
    folder = desk.site / "people"
    folder.chmod(0o555)
    try:
        result = wanbao(desk.arguments(), prefix=without_root_powers())
    finally:
        folder.chmod(0o755)
    assert result.returncode == 2, result.stderr
    assert not told_well(result.returncode, result.stderr)
    assert not wounds(desk.site, change.before, change.after)
    assert not mended(desk, change.after)

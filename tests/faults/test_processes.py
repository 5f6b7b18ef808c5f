"""A build of several processes that loses one of them: a message, a whole site, and nobody is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from harness import Change, Desk, command, mended, prepare, told_well, wanbao, wounds

TRIES = 5
"""How often a build that was over too soon is begun again."""
SOON = 30
"""Seconds within which a process must be gone; a healthy one needs a hundredth of one."""

DELAYS = (0.0, 0.3) if not os.environ.get("CI") else (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.2)
"""How long after the processes were started one is killed."""


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Change:
    return prepare(tmp_path_factory.mktemp("processes"), issues=24, pages=2, each=2)


def started(desk: Desk) -> subprocess.Popen[str]:
    """A build at work with two processes besides the first."""
    return subprocess.Popen(
        command(desk.arguments("--jobs", "2")),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """The processes that a build has started, once it has started some."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None:
        if found := [int(word) for word in children.read_text().split()]:
            return found
        time.sleep(0.001)
    raise AssertionError("the build was over before it had started any process")


def is_at_work(process: int) -> bool:
    """Whether there is such a process and it is not merely waiting to be buried."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


@pytest.mark.parametrize("delay", DELAYS)
@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGTERM])
def test_a_build_whose_first_process_is_killed_leaves_no_other_behind(
    change: Change, tmp_path: Path, way: signal.Signals, delay: float
) -> None:
    desk = change.desk.copy(tmp_path / "desk")
    process = started(desk)
    workers = workers_of(process)
    time.sleep(delay)
    process.send_signal(way)
    process.communicate(timeout=SOON)
    end = time.monotonic() + SOON
    while any(map(is_at_work, workers)) and time.monotonic() < end:
        time.sleep(0.01)
    assert not any(map(is_at_work, workers))
    assert not wounds(desk.site, change.before, change.after)
    assert not mended(desk, change.after)


@pytest.mark.parametrize("delay", DELAYS)
def test_a_build_one_of_whose_processes_is_killed_says_so(change: Change, tmp_path: Path, delay: float) -> None:
    desk = change.desk.copy(tmp_path / "desk")
    process = started(desk)
    worker = workers_of(process)[0]
    time.sleep(delay)
    struck = is_at_work(worker)
    if struck:
        os.kill(worker, signal.SIGKILL)
    _, errors = process.communicate(timeout=SOON)
    assert not told_well(process.returncode, errors)
    assert process.returncode == 0 or "E308" in errors
    assert delay or struck
    assert not wounds(desk.site, change.before, change.after)
    assert not mended(desk, change.after)


def heed_interrupts() -> None:
    """Listen to SIGINT again: whatever a shell starts in the background ignores it, and so do its descendants."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupted(desk: Desk) -> tuple[int, str]:
    """What a build answers that is interrupted, with all its processes, as soon as it has started one."""
    process = subprocess.Popen(
        command(desk.arguments("--jobs", "2")),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heed_interrupts,
    )
    workers_of(process)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=SOON)
    return process.returncode, errors


def test_an_interrupted_build_says_so_once(change: Change, tmp_path: Path) -> None:
    for number in range(TRIES):
        desk = change.desk.copy(tmp_path / f"desk{number}")
        code, errors = interrupted(desk)
        assert not wounds(desk.site, change.before, change.after)
        if (code, errors) != (0, ""):
            break  # on a busy machine the build may be over before the signal is sent
    assert code == 130
    assert errors == "interrupted; the site is as it was, or whole: build again to finish it\n"
    assert not mended(desk, change.after)


def test_too_little_memory_is_said(change: Change, tmp_path: Path) -> None:
    """Whatever amount is too little, in the first process or in another, the site stays whole."""
    desk = change.desk.copy(tmp_path / "desk")
    (desk.articles / "2024-03-01-A01.md").write_text("# 题\n\n" + "海州晚报讯，昨日通航。" * 100_000, "utf-8")
    failed = 0
    for jobs, megabytes in (("1", 120), ("2", 160)):
        result = wanbao(desk.arguments("--jobs", jobs), prefix=("prlimit", f"--as={megabytes << 20}"))
        if "python" in result.stderr.lower() and "wanbao" not in result.stderr:
            continue  # not even Python could start
        failed += result.returncode == 2
        assert not told_well(result.returncode, result.stderr), f"{megabytes} MB: {result.stderr}"
        assert not wounds(desk.site, change.before, change.after) or result.returncode != 2
    assert failed
    (desk.articles / "2024-03-01-A01.md").unlink()
    assert not mended(desk, change.after)

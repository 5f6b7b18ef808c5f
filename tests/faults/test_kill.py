"""A build that is killed at any moment leaves whole pages and no dangling link, and the next one finishes the job."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from harness import ROUNDS, Change, Desk, command, mended, prepare, report, wanbao, wounds


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Change:
    made = prepare(tmp_path_factory.mktemp("kill"), issues=32, pages=2, each=6)
    assert len(made.before) > 500
    return made


def killed(desk: Desk, after: float, jobs: int) -> bool:
    """Build a desk and kill all its processes after so many seconds; tell whether it was still at work."""
    process = subprocess.Popen(
        command(desk.arguments("--jobs", str(jobs))),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_build_killed_at_a_random_moment_leaves_a_whole_site(change: Change, tmp_path: Path, jobs: int) -> None:
    trial = change.desk.copy(tmp_path / "trial")
    began = time.monotonic()
    assert wanbao(trial.arguments("--jobs", str(jobs))).returncode == 0
    lasts = time.monotonic() - began
    chance = random.Random(f"kill {jobs}")
    faults, hits = [], 0
    for number in range(ROUNDS // 2):
        moment = chance.uniform(0.2, 1.0) * lasts
        desk = change.desk.copy(tmp_path / f"kill-{number}")
        hit = killed(desk, moment, jobs)
        hits += hit
        if not hit:
            lasts *= 0.8  # the machine is less busy than when it was measured
        wrong = wounds(desk.site, change.before, change.after) + mended(desk, change.after)
        faults.append((f"killed after {moment:.3f} s of {lasts:.3f} s", wrong))
    assert not report(faults), report(faults)
    assert hits >= ROUNDS // 4, f"only {hits} of {ROUNDS // 2} builds were still at work when they were killed"

"""The verdict of .ci/run on a test report cannot be bought by skipping."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

CI = Path(__file__).parent.parent / ".ci"


@pytest.fixture(scope="module")
def no_skips() -> ModuleType:
    spec = importlib.util.spec_from_file_location("no_skips", CI / "no_skips.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(*cases: str) -> str:
    return "<testsuites><testsuite>" + "".join(cases) + "</testsuite></testsuites>"


PASSED = '<testcase classname="test_a" name="test_1"/>'
SKIPPED = '<testcase classname="test_a" name="test_2"><skipped message="no chromium"/></testcase>'


def test_a_run_without_skips_is_fine(no_skips: ModuleType) -> None:
    assert no_skips.verdict(report(PASSED, PASSED), "") == ("2 passed, 0 skipped", [])


def test_an_excused_skip_is_fine(no_skips: ModuleType) -> None:
    assert no_skips.verdict(report(PASSED, SKIPPED), "# why\n\nno chromium\n") == ("1 passed, 1 skipped", [])


def test_any_other_skip_is_named(no_skips: ModuleType) -> None:
    assert no_skips.verdict(report(PASSED, SKIPPED), "# no chromium\nmount\n")[1] == ["test_a.test_2: no chromium"]


def test_a_run_in_which_nothing_passed_is_no_success(no_skips: ModuleType) -> None:
    with pytest.raises(ValueError, match="no test passed"):
        no_skips.verdict(report(SKIPPED), "no chromium")


def test_the_lock_names_every_package_of_the_tests_with_its_digest() -> None:
    lock = (CI.parent / "requirements.lock").read_text("utf-8")
    pins = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
    assert pins
    assert all("==" in pin and pin.endswith("\\") for pin in pins)
    assert "://" not in lock, "a lock that names an index works on one machine only"


def test_the_lock_holds_everything_that_the_project_asks_for() -> None:
    project = tomllib.loads((CI.parent / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    lock = (CI.parent / "requirements.lock").read_text("utf-8").lower()
    missing = [name for name in asked if f"\n{re.split('[^A-Za-z0-9.-]', name)[0].lower()}==" not in lock]
    assert missing == []

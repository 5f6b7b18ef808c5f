"""The README says everything there is, nothing that is not, and its examples run."""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import fields

from wanbao import __version__
from wanbao.cli import commands_of, parser
from wanbao.errors import CODES
from wanbao.newspaper import Newspaper, parse_newspaper
from wanbao.parse.marks import ROLES
from wanbao.parse.weights import DOUBT
from wanbao.read import KEYS, NOT_SOURCES
from wanbao.records import ContributorRole, FurnitureKind

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")

SET_UP = re.compile(r"python3 -m venv --without-pip \.venv && python3 -m pip --python \.venv/bin/python install .* && ")
"""How the two commands of the first screen begin: their own set-up, which needs the network and is run by .ci/run."""


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command of the program with its grammar."""
    return commands_of(parser())


def options() -> set[str]:
    """Every long option of the program."""
    parsers = [parser(), *commands().values()]
    return {word for one in parsers for action in one._actions for word in action.option_strings if word[:2] == "--"}


def shell_examples() -> list[str]:
    """Every line of the README's shell blocks, continued lines joined."""
    blocks = re.findall(r"^```(?:sh|console|bash)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.replace("\\\n", "").splitlines() if line.strip()]


def test_every_command_is_named() -> None:
    assert [name for name in commands() if f"`wanbao {name}" not in README] == []


def test_every_command_that_is_named_exists() -> None:
    assert set(re.findall(r"`wanbao ([a-z]+)", README)) <= set(commands())


def test_every_option_is_named() -> None:
    assert sorted(word for word in options() if not re.search(rf"`(?:wanbao )?{word}\b", README)) == []


def test_every_option_that_is_named_exists() -> None:
    prose = "\n".join(line for line in README.splitlines() if not line.startswith("python3 "))
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", prose))
    assert named <= options()


def test_every_setting_is_named() -> None:
    settings = {field.name for field in fields(Newspaper)} - {"digest"}
    assert sorted(name for name in settings if f"`{name}`" not in README) == []


@pytest.mark.parametrize(
    ("beginning", "values"),
    [("A role word means one of these:", get_args(ContributorRole)), ("Its kinds are these:", get_args(FurnitureKind))],
)
def test_every_value_of_a_setting_is_named_and_no_other(beginning: str, values: tuple[str, ...]) -> None:
    [paragraph] = [block for block in README.split("\n\n") if beginning in block]
    assert re.findall(r"`([a-z_]+)`", paragraph.partition(beginning)[2]) == [value for value in values if value]


def test_the_examples_of_settings_are_settings() -> None:
    examples = re.findall(r"^```yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    profiles = [example for example in examples if example.startswith("furniture:")]
    assert [parse_newspaper(f"name: 样例晚报\n{profile}").furniture[0].kind for profile in profiles] == ["qr"]


def test_every_key_of_the_front_matter_is_named() -> None:
    assert [key.name for key in KEYS if f"`{key.name}`" not in README] == []


def test_every_attribute_of_a_line_is_named() -> None:
    assert sorted(name for name in (*ROLES, "article", "join", "break") if f"{{.{name}}}" not in README) == []
    assert "`{#3}`" in README


def test_the_margin_below_which_a_reading_is_doubtful_is_the_one_in_use() -> None:
    assert f"below {DOUBT} `wanbao check` lists it" in README
    assert f"margin below {DOUBT})" in CHANGELOG


def test_every_file_that_is_named_exists() -> None:
    named = re.findall(r"`((?:src|tests|templates|articles|\.ci)/[\w./-]*)`", README)
    made_by_users = {f"articles/{name}" for name in NOT_SOURCES}
    assert named
    assert [name for name in named if name not in made_by_users and not (ROOT / name).exists()] == []


def test_every_code_that_is_named_exists() -> None:
    assert set(re.findall(r"\b[EWDI][0-9]{3}\b", README)) <= set(CODES)


def test_the_change_log_tells_of_this_version() -> None:
    assert re.search(rf"^## .*{re.escape(__version__)}|^## Unreleased", CHANGELOG, re.MULTILINE | re.IGNORECASE)


def test_the_two_commands_of_the_first_screen_do_their_own_set_up() -> None:
    first_screen = README.split("\n## ", 1)[0]
    found = [line for line in first_screen.splitlines() if SET_UP.match(line)]
    assert [SET_UP.sub("", line) for line in found] == [".venv/bin/wanbao build", ".venv/bin/python -m pytest"]
    assert len(first_screen.splitlines()) <= 40


def examples_to_run() -> list[str]:
    """The examples without their set-up; the tests themselves need not be run by a test."""
    bare = [SET_UP.sub("", line) for line in shell_examples()]
    return [line for line in bare if not line.endswith("-m pytest")]


def test_there_are_examples() -> None:
    assert ".venv/bin/wanbao build" in examples_to_run()


@pytest.mark.parametrize("example", examples_to_run())
def test_an_example_runs(example: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "articles", tmp_path / "articles")
    program, *arguments = shlex.split(example)
    assert Path(program).name == "wanbao", f"an example that cannot be tried: {example}"
    result = subprocess.run(
        [sys.executable, "-m", "wanbao", *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def test_every_command_explains_itself() -> None:
    for name, grammar in commands().items():
        text = grammar.format_help()
        assert "exit codes" in text, name
        assert all(action.help for action in grammar._actions), name

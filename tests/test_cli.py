"""The command line: what is wrong is said, with an exit code, and never as a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from wanbao import __version__
from wanbao.cli import main
from wanbao.publish import Output

PAGE = "# 城北新桥昨日通车\n\n样例晚报讯 昨日上午，城北新桥正式通车，市民出行更加方便。\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles/, which is the current one."""
    (tmp_path / "articles/2022-05-18").mkdir(parents=True)
    (tmp_path / "articles/newspaper.yml").write_text("name: 样例晚报\n", encoding="utf-8")
    (tmp_path / "articles/2022-05-18/A02.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "articles/scan.pdf").write_bytes(b"%PDF-1.7")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", ["parse", "explain"])
@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("nofile.md", "there is no such file"),
        ("articles", "this is a folder"),
        ("articles/newspaper.yml", "no page text"),
        ("articles/scan.pdf", "no page text"),
    ],
)
def test_what_is_no_page_is_refused(command: str, file: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, file]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{file}: E106 ")
    assert words in printed.err


@pytest.mark.parametrize("command", ["parse", "explain"])
def test_a_page_is_shown(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "articles/2022-05-18/A02.md"]) == 0
    assert "城北新桥昨日通车" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["parse", "explain"])
@pytest.mark.parametrize(("front", "code"), [("plaec: 2022-05-18", "E103"), ("date: [2022", "E102")])
def test_a_file_that_is_left_out_is_told_of(
    command: str, front: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("articles/2022-05-18/A02.md").write_text(f"---\n{front}\n---\n# 新桥通车\n", encoding="utf-8")
    assert main([command, "articles/2022-05-18/A02.md"]) == 1
    assert capsys.readouterr().err.split(" ")[1] == code


def test_what_explain_says_below_the_lines_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("articles/2022-05-18/A02.md").write_text("# 新桥通车\n\n昨日上午，新桥（通车了。\n", encoding="utf-8")
    assert main(["explain", "articles/2022-05-18/A02.md"]) == 0
    printed = capsys.readouterr()
    assert "D505" in printed.out
    assert "D505" not in printed.err


@pytest.mark.parametrize("command", ["build --jobs=1 --no-search --quiet", "build --job 1 --no-se --qui", "check"])
def test_words_that_are_known_are_left_alone(command: str) -> None:
    assert main(command.split()) == 0


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("biuld", "there is no command 'biuld' (did you mean build?)"),
        ("xyz", "there is no command 'xyz'; there are build, check, parse, explain, moved, verify"),
        ("build --jbos 2", "build has no option --jbos (did you mean --jobs?)"),
        ("build --jbos=2", "build has no option --jbos (did you mean --jobs?)"),
        ("--stirct check", "check has no option --stirct (did you mean --strict?)"),
        ("build --site x", "build has no option --site; check may have it"),
        ("build -q", "build has no option -q"),
        ("check articles", "check takes no 'articles'; folders are named by --articles, --site"),
        ("explain a.md b.md", "explain takes no 'b.md'"),
    ],
)
def test_a_word_that_is_not_known_is_told_with_what_was_meant(
    here: Path, command: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(command.split())
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].partition(" error: ")[2] == told
    assert not (here / "site").exists()


def test_everything_that_is_wrong_in_the_profile_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    text = "name: 样例晚报\nplcae: 茂名\nbase_url: example.org\nfurniture:\n  - kind: xx\n    pattern: a\n"
    Path("articles/newspaper.yml").write_text(text, encoding="utf-8")
    assert main(["build"]) == 2
    *lines, closing = capsys.readouterr().err.splitlines()
    assert closing == "Nothing was built and nothing has changed; build again when this is mended."
    assert [line.split(" ")[:2] for line in lines] == [
        ["articles/newspaper.yml:2:", "E202"],
        ["articles/newspaper.yml:3:", "E203"],
        ["articles/newspaper.yml:5:", "E203"],
    ]


BUILD = ("build", "--jobs", "1", "--no-search")


def test_a_build_without_errors_ends_with_what_it_did_and_no_advice(capsys: pytest.CaptureFixture[str]) -> None:
    Path("articles/old.md").write_text(PAGE, encoding="utf-8")
    assert main(BUILD) == 0
    assert capsys.readouterr().out.count("\n") == 1


@pytest.mark.parametrize(
    ("change", "options", "code", "closing"),
    [
        (
            {"2022-05-18/A03.md": "---\nsecton: 要闻\n---\n" + PAGE},
            [],
            1,
            "The pages of 1 file left out are not in this site; their addresses answer once the errors are mended and"
            " the site is built again.",
        ),
        (
            {"old.md": PAGE},
            ["--strict"],
            1,
            "All is built; --strict counts warnings and doubtful readings as failure.",
        ),
        (
            {"newspaper.yml": "nmae: 样例晚报\n"},
            [],
            2,
            "Nothing was built and nothing has changed; build again when this is mended.",
        ),
        (
            {},
            ["--output", "articles"],
            2,
            "Nothing was built and nothing has changed; build again when this is mended.",
        ),
        ({"../blocked": ""}, ["--output", "blocked"], 2, "The build was broken off; the next one finishes it."),
    ],
)
def test_a_build_that_is_not_well_ends_with_how_the_site_stands(
    change: dict[str, str], options: list[str], code: int, closing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in change.items():
        Path("articles", name).write_text(text, encoding="utf-8")
    assert main([*BUILD, *options]) == code
    printed = capsys.readouterr()
    assert (printed.out if code == 1 else printed.err).splitlines()[-1] == closing
    main([*BUILD, *options, "--quiet"])
    assert closing not in "".join(capsys.readouterr())


def test_a_build_beside_another_one_says_that_the_other_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    with Output(Path("site"), Path("articles")):
        assert main(BUILD) == 2
    assert capsys.readouterr().err.splitlines()[-1] == "Nothing was built; the other build goes on."


def test_other_commands_end_without_a_word_on_building(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_build_names_the_files_it_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--jobs", "1", "--no-search"]) == 0
    assert "I118 1 file holds no page and stayed unread: scan.pdf" in capsys.readouterr().err


def test_findings_are_told_to_programs(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "articles/old.md").write_text(PAGE, encoding="utf-8")
    assert main(["check", "--format", "json"]) == 0
    found = {(row["code"], row["severity"], row["path"]) for row in json.loads(capsys.readouterr().out)}
    assert ("W110", "warning", "old.md") in found
    assert ("I118", "info", ".") in found


def test_the_version_is_told_without_loading_what_commands_need() -> None:
    program = "import sys\nsys.argv[1:] = ['--version']\ntry:\n    from wanbao.cli import entry; entry()\n"
    program += "finally:\n    print(sorted({'msgspec', 'yaml', 'jinja2', 'wanbao.errors'} & sys.modules.keys()))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.splitlines() == [f"wanbao {__version__}", "[]"]


def test_verify_says_what_was_compared(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", "--jobs", "1", "--no-search", "--quiet"])
    assert main(["verify"]) == 0
    assert "compared with the sources in articles" in capsys.readouterr().out
    assert main(["verify", "--articles", "elsewhere"]) == 2
    (here / "articles").rename(here / "sources")
    assert main(["verify"]) == 0
    assert "its sources were not compared" in capsys.readouterr().out


@pytest.mark.parametrize("end", [">&-", "2>&-", ">&- 2>&- <&-", "> /dev/full", "2> /dev/full", "| true"])
def test_nobody_need_listen(here: Path, end: str) -> None:
    """Streams that are closed, full or left by their reader bring no traceback, and no exit code but those told."""
    command = f"{sys.executable} -m wanbao check {end}; echo $? > code"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    code = int((here / "code").read_text())
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert code in ((0, 1, 2) if "full" in end else (0, 1))


def test_what_a_terminal_cannot_show_is_told_all_the_same(tmp_path: Path) -> None:
    page = tmp_path / "2022-05-18-A01.md"
    page.write_text("# 😀 海州开港\n\n海州晚报讯 é が 昨日通航。\n", "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "gbk"}
    command = [sys.executable, "-m", "wanbao", "parse", str(page)]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "海州开港" in done.stdout.decode("gbk")

"""Output folders of every awkward kind: what is not ours stays, what is ours is never mixed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from harness import Change, Desk, add_archive, build, command, differences, prepare, told_well, tree, wanbao


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Change:
    return prepare(tmp_path_factory.mktemp("output"), issues=4, pages=1, each=2)


@pytest.fixture
def desk(change: Change, tmp_path: Path) -> Desk:
    return change.desk.copy(tmp_path / "desk")


def test_an_empty_output_folder_is_used(change: Change, desk: Desk, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    build(desk, "--output", str(empty))
    assert not differences(tree(empty), change.after)


def test_a_folder_with_files_of_somebody_else_is_refused(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("不可删")
    result = wanbao(desk.arguments("--output", str(other)))
    assert result.returncode == 2
    assert "E302" in result.stderr
    assert tree(other) == {"thesis.txt": "不可删".encode()}


def test_a_stranger_s_file_in_our_folder_is_left_alone(change: Change, desk: Desk) -> None:
    (desk.site / "CNAME").write_text("paper.example")
    (desk.site / "2022" / "notes.txt").write_text("mine")
    build(desk)
    found = tree(desk.site)
    assert found.pop("CNAME") == b"paper.example"
    assert found.pop("2022/notes.txt") == b"mine"
    assert not differences(found, change.after)


@pytest.mark.parametrize("where", ["same", "inside", "around"])
def test_output_and_articles_inside_each_other_are_refused(desk: Desk, where: str) -> None:
    output = {"same": desk.articles, "inside": desk.articles / "site", "around": desk.root}[where]
    before = tree(desk.root)
    result = wanbao(desk.arguments("--output", str(output)))
    assert result.returncode == 2
    assert "E303" in result.stderr
    assert tree(desk.root) == before


def test_output_inside_the_articles_behind_a_link_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(desk.articles)
    result = wanbao(desk.arguments("--output", str(tmp_path / "link" / "site")))
    assert result.returncode == 2
    assert "E303" in result.stderr


def test_an_output_that_is_a_link_to_a_folder_keeps_the_link(change: Change, desk: Desk, tmp_path: Path) -> None:
    desk.site.rename(tmp_path / "real")
    desk.site.symlink_to(tmp_path / "real")
    build(desk)
    assert desk.site.is_symlink()
    assert not differences(tree(tmp_path / "real"), change.after)


def test_an_output_that_is_a_link_to_an_empty_folder_keeps_the_link(change: Change, tmp_path: Path) -> None:
    desk = change.desk.copy(tmp_path / "desk")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    build(desk, "--output", str(tmp_path / "link"))
    assert (tmp_path / "link").is_symlink()
    assert not differences(tree(tmp_path / "real"), change.after)


def test_a_link_inside_the_output_is_not_followed_out(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (desk.site / "people").rename(outside)
    (desk.site / "people").symlink_to(outside)
    before = tree(outside)
    result = wanbao(desk.arguments())
    assert not told_well(result.returncode, result.stderr)
    assert tree(outside) == before


def test_a_file_of_ours_that_became_a_link_is_replaced_not_written_through(
    change: Change, desk: Desk, tmp_path: Path
) -> None:
    outside = tmp_path / "precious"
    outside.write_text("precious")
    (desk.site / "index.html").unlink()
    (desk.site / "index.html").symlink_to(outside)
    result = wanbao(desk.arguments())
    assert result.returncode == 0, result.stderr
    assert outside.read_text() == "precious"
    assert not differences(tree(desk.site), change.after)


@pytest.mark.parametrize("name", ["index.html", "manifest.json", "2021/01/01/A01/1.html"])
def test_a_pipe_in_the_place_of_a_file_of_ours_is_replaced(change: Change, desk: Desk, name: str) -> None:
    assert name in change.after
    (desk.site / name).unlink()
    os.mkfifo(desk.site / name)
    result = wanbao(desk.arguments())
    assert result.returncode == 0, result.stderr
    found = tree(desk.site)
    assert not [name for name, data in change.after.items() if found.get(name) != data]


def test_an_output_that_is_a_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = wanbao(desk.arguments("--output", str(tmp_path / "file")))
    assert result.returncode == 2
    assert not told_well(result.returncode, result.stderr)
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.parametrize("option", ["--output", "--articles", "--theme", "--cache"])
def test_a_name_that_no_file_system_has_is_told(desk: Desk, option: str) -> None:
    result = wanbao(desk.arguments(option, "a" * 300), cwd=desk.root)
    assert not told_well(result.returncode, result.stderr)
    assert result.returncode == (0 if option == "--cache" else 2)


def test_a_folder_where_a_page_belongs_is_told(desk: Desk) -> None:
    (desk.site / "index.html").unlink()
    (desk.site / "index.html").mkdir()
    (desk.site / "index.html" / "mine.txt").write_text("mine")
    result = wanbao(desk.arguments())
    assert result.returncode == 2
    assert not told_well(result.returncode, result.stderr)
    assert "index.html" in result.stderr
    assert (desk.site / "index.html" / "mine.txt").read_text() == "mine"


def test_an_output_on_another_device_is_built_too(change: Change, tmp_path: Path) -> None:
    device = Path("/dev/shm")
    if not device.is_dir() or device.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second device")
    desk = change.desk.copy(tmp_path / "desk")
    output = device / f"wanbao-{os.getpid()}"
    try:
        build(desk, "--output", str(output))
        assert not differences(tree(output), change.after)
        build(desk, "--output", str(output))
        assert not differences(tree(output), change.after)
    finally:
        subprocess.run(["rm", "-rf", str(output)], check=True)


def test_a_file_of_ours_that_was_altered_or_lost_is_made_again(change: Change, desk: Desk) -> None:
    build(desk)
    (desk.site / "index.html").unlink()
    build(desk)
    assert not differences(tree(desk.site), change.after)


def test_two_builds_at_once_are_never_mixed(change: Change, desk: Desk) -> None:
    started = [
        subprocess.Popen(command(desk.arguments()), stderr=subprocess.PIPE, stdin=subprocess.DEVNULL) for _ in range(4)
    ]
    ends = [(process.communicate(timeout=120)[1].decode(), process.returncode) for process in started]
    for errors, code in ends:
        assert code == 0 or (code == 2 and "E305" in errors), errors
        assert "Traceback" not in errors
    assert any(code == 0 for _, code in ends)
    assert not differences(tree(desk.site), change.after)


def test_a_build_beside_one_at_work_is_refused_and_says_so(desk: Desk) -> None:
    holder = (
        "import sys\nfrom pathlib import Path\nfrom wanbao.publish import Output\n"
        "with Output(Path(sys.argv[1]), Path(sys.argv[2])):\n    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    before = tree(desk.site)
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(desk.site), str(desk.articles)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout and process.stdin
        assert process.stdout.readline() == "held\n"
        result = wanbao(desk.arguments())
        process.stdin.close()
    assert result.returncode == 2
    assert "E305" in result.stderr
    assert not differences({n: d for n, d in tree(desk.site).items() if n[0] != "."}, before)


def test_a_first_build_without_articles_says_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    result = wanbao(desk.arguments())
    assert result.returncode == 2
    assert "E201" in result.stderr
    assert not desk.site.exists()


def test_a_failed_first_build_leaves_no_folder_behind_that_blocks_the_next(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    add_archive(desk.articles, issues=1, pages=1, each=1)
    (desk.articles / "newspaper.yml").write_text("name: [")
    assert wanbao(desk.arguments()).returncode == 2
    add_archive(desk.articles, issues=1, pages=1, each=1)
    build(desk)
    assert (desk.site / "index.html").is_file()

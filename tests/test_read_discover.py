"""Which files of articles/ are read, and what is said of the others."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest

from reading import PAGE, PAPER, codes
from wanbao.read import NOT_SOURCES, discover, read_file


def test_settings_and_hidden_files_are_passed_over_in_silence(tmp_path: Path) -> None:
    for name in (*NOT_SOURCES, ".hidden.md", ".git/x.md", ".DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.jpg").symlink_to("newspaper.yml")
    assert discover(tmp_path) == ((), ())


def test_files_that_hold_no_page_are_counted_and_the_first_are_named(tmp_path: Path) -> None:
    for name in ("photo.jpg", "2022/A01.pdf", "newspaper.yaml", "README.md", "2022/readme_zh.txt", "md", "readmes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    paths, notes = discover(tmp_path)
    assert paths == ("readmes.md",)
    assert [(note.code, note.message) for note in notes] == [
        ("I118", "6 files hold no page and stayed unread: 2022/A01.pdf, 2022/readme_zh.txt, README.md, …")
    ]


def test_about_is_a_source_only_below_the_head_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "2022").mkdir()
    (tmp_path / "2022" / "about.md").write_text(PAGE)
    assert discover(tmp_path)[0] == ("2022/about.md",)


def test_sources_are_found_at_any_depth_in_the_order_of_code_points(tmp_path: Path) -> None:
    names = ["B.txt", "a.md", "a/b/c/d/e.md", "a/z.TXT", "é.md", "要闻.md", "a b.Md"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    assert discover(tmp_path) == (tuple(sorted(names)), ())


def test_what_is_no_plain_file_is_named_and_nothing_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "folder.md" / "inside.md").write_text(PAGE)
    (tmp_path / "good.md").write_text(PAGE)
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(tmp_path)  # the name of a socket must be short
        try:
            server.bind("socket.md")
        finally:
            os.chdir(here)
        paths, notes = discover(tmp_path)
        assert paths == ("good.md",)
        assert [(note.path, note.code) for note in notes] == [
            ("folder.md", "W115"),
            ("pipe.md", "W115"),
            ("socket.md", "W115"),
        ]
        assert [note.message for note in notes] == [
            "skipped: it is a folder",
            "skipped: it is a pipe",
            "skipped: it is a socket",
        ]
        for name in ("pipe.md", "folder.md", "socket.md"):  # put there after the folder was looked through
            assert codes(read_file(tmp_path, name, PAPER).notes) == ["W115"]


def test_a_device_is_named_and_not_read(tmp_path: Path) -> None:
    try:
        os.mknod(tmp_path / "zero.md", 0o020666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("devices need root")
    assert [note.message for note in discover(tmp_path)[1]] == ["skipped: it is a device"]
    assert codes(read_file(tmp_path, "zero.md", PAPER).notes)[0] in ("W115", "E106")


def test_no_link_is_followed_wherever_it_leads(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    (articles / "sub").mkdir(parents=True)
    (articles / "sub" / "x.md").write_text(PAGE)
    (tmp_path / "secret.md").write_text(PAGE)
    links = {
        "dangling.md": "nowhere.md",
        "loop-a.md": "loop-b.md",
        "loop-b.md": "loop-a.md",
        "inside.md": "sub/x.md",
        "out.md": "../secret.md",
        "out": "..",
        "sub/parent": "..",
        "broken": "nowhere",
    }
    for name, target in links.items():
        (articles / name).symlink_to(target)
    paths, notes = discover(articles)
    assert paths == ("sub/x.md",)
    assert {note.path: note.code for note in notes} == dict.fromkeys(sorted(links), "W115")
    for name in ("dangling.md", "loop-a.md", "inside.md", "out.md"):
        assert read_file(articles, name, PAPER).sources == ()


def test_a_folder_that_cannot_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("closed", "open"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.md").write_text(PAGE)
    real = os.scandir

    def scandir(path: Any) -> Any:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    paths, notes = discover(tmp_path)
    assert paths == ("open/x.md",)
    assert [(note.code, note.path) for note in notes] == [("E106", "closed")]


def test_a_missing_folder_is_an_error_and_no_crash(tmp_path: Path) -> None:
    paths, notes = discover(tmp_path / "nowhere")
    assert (paths, codes(notes)) == ((), ["E106"])


def test_a_name_that_is_no_text_is_named_in_print(tmp_path: Path) -> None:
    for name in (b"\xff\xfe.md", b"a\nb.md", b"a\tb.md", b"\xe2\x80\xaegnp.md", b"a\x1b[31m.md"):
        (tmp_path / os.fsdecode(name)).write_text(PAGE)
    (tmp_path / os.fsdecode(b"\xff")).mkdir()
    (tmp_path / "要闻　版.md").write_text(PAGE)
    paths, notes = discover(tmp_path)
    assert paths == ("要闻　版.md",)
    assert [(note.code, note.path) for note in notes] == [
        ("E106", "\\u202egnp.md"),
        ("E106", "\\udcff"),
        ("E106", "\\udcff\\udcfe.md"),
        ("E106", "a\\nb.md"),
        ("E106", "a\\tb.md"),
        ("E106", "a\\x1b[31m.md"),
    ]

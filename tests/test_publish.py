"""The output folder is locked, ours, whole at every moment, and holds nothing that we no longer make."""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from wanbao.config import WORK
from wanbao.errors import PublishError
from wanbao.manifest import FORMAT, BundleEntry, Manifest, encode_manifest, read_manifest
from wanbao.publish import Output
from wanbao.publish.staging import Stage

HOME = '<html><head><meta name="generator" content="wanbao"></head><a href="a.html">a</a></html>'
Site = Mapping[str, str]


def manifest_of(files: Site) -> Manifest:
    digests = {address: sha256(text.encode()).hexdigest() for address, text in files.items()}
    return Manifest(FORMAT, "wanbao 0", {"a.md": "0" * 64}, {"all": BundleEntry.of("key", digests)})


def publish(output: Path, files: Site) -> tuple[list[str], tuple[str, ...]]:
    """Publish exactly these files; gives the changed and the removed addresses."""
    articles = output.parent / "articles"
    articles.mkdir(exist_ok=True)
    with Output(output, articles) as opened:
        stage = Stage(opened.folder)
        changed = [address for address, text in files.items() if stage.put(address, text.encode())[1]]
        removed = opened.commit(manifest_of(files), changed)
    return changed, removed


def content(output: Path) -> dict[str, str]:
    files = (path for path in sorted(output.rglob("*")) if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_text() for path in files if path.name != "manifest.json"}


ONE = {"index.html": HOME, "a.html": '<a href="2022/b.html">b</a>', "2022/b.html": '<a href="../a.html">a</a>'}
TWO = {"index.html": HOME, "a.html": '<a href="c/d.html">d</a>', "c/d.html": '<a href="../a.html">a</a>', "x.css": "a"}


def test_what_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    output = tmp_path / "site"
    assert sorted(publish(output, ONE)[0]) == sorted(ONE)
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()}
    assert publish(output, ONE) == ([], ())
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file()} == before


def test_a_changed_site_holds_exactly_the_new_files(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(output, ONE)
    _, removed = publish(output, TWO)
    assert content(output) == TWO
    assert removed == ("2022/b.html",)
    assert not (output / "2022").exists()
    assert not (output / WORK).exists()


def test_a_file_that_was_deleted_or_altered_by_hand_is_mended(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(output, ONE)
    (output / "a.html").unlink()
    (output / "2022/b.html").write_text("altered")
    publish(output, ONE)
    assert content(output) == ONE


def test_files_of_others_are_never_touched(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(output, ONE)
    (output / "CNAME").write_text("archive.example")
    (output / "2022" / "note.txt").write_text("mine")
    publish(output, TWO)
    assert (output / "CNAME").read_text() == "archive.example"
    assert (output / "2022" / "note.txt").read_text() == "mine"


def test_a_folder_with_files_of_others_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "site"
    output.mkdir()
    (output / "thesis.odt").write_text("five years")
    with pytest.raises(PublishError, match="E302"):
        publish(output, ONE)
    assert (output / "thesis.odt").read_text() == "five years"


@pytest.mark.parametrize("where", ["articles", "articles/site", "."])
def test_output_and_articles_inside_each_other_are_refused(tmp_path: Path, where: str) -> None:
    articles = tmp_path / "home" / "articles"
    articles.mkdir(parents=True)
    with pytest.raises(PublishError, match="E303"):
        Output(tmp_path / "home" / where, articles)


def test_a_second_build_at_once_is_refused(tmp_path: Path) -> None:
    output, articles = tmp_path / "site", tmp_path / "articles"
    articles.mkdir()
    with Output(output, articles), pytest.raises(PublishError, match="E305"), Output(output, articles):
        pass
    publish(output, ONE)
    assert content(output) == ONE


def test_a_lost_manifest_costs_nothing_but_time(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(output, ONE)
    for damage in ("", "{", '{"format":99}', "\0" * 50):
        (output / "manifest.json").write_text(damage)
        publish(output, ONE)
        assert content(output) == ONE
        assert read_manifest(output) == manifest_of(ONE)


@pytest.mark.parametrize("address", ["../precious", "/etc/precious", "a/../../precious"])
def test_a_forged_manifest_removes_nothing_outside(tmp_path: Path, address: str) -> None:
    output = tmp_path / "site"
    publish(output, ONE)
    (tmp_path / "precious").write_text("keep")
    (output / "manifest.json").write_bytes(encode_manifest(manifest_of({**ONE, address: ""})))
    publish(output, ONE)
    assert (tmp_path / "precious").read_text() == "keep"


def test_a_symbolic_link_does_not_lead_out_of_the_site(tmp_path: Path) -> None:
    output, outside = tmp_path / "site", tmp_path / "outside"
    publish(output, ONE)
    outside.mkdir()
    (outside / "b.html").write_text("keep")
    (output / "2022/b.html").unlink()
    (output / "2022").rmdir()
    (output / "2022").symlink_to(outside)
    with pytest.raises(PublishError, match="E304"):
        publish(output, {**ONE, "2022/b.html": "new"})
    publish(output, {"index.html": HOME})
    assert (outside / "b.html").read_text() == "keep"


def test_an_output_that_is_taken_away_during_a_build_is_told(tmp_path: Path) -> None:
    """Only what has changed is staged, so the rest of the site would be missing."""
    output, articles = tmp_path / "site", tmp_path / "articles"
    publish(output, ONE)
    with pytest.raises(PublishError, match="E304"), Output(output, articles) as opened:
        changed = [address for address, text in TWO.items() if Stage(opened.folder).put(address, text.encode())[1]]
        output.rename(tmp_path / "elsewhere")
        output.mkdir()
        opened.commit(manifest_of(TWO), changed)
    assert list(output.iterdir()) == []
    publish(output, TWO)
    assert content(output) == TWO


def test_a_first_build_leaves_the_folder_that_it_moved_into_place_to_the_next(tmp_path: Path) -> None:
    """Its lock went with the empty folder: another build may be at work there already when it ends."""
    output, articles = tmp_path / "site", tmp_path / "articles"
    articles.mkdir()
    with Output(output, articles) as first:
        changed = [address for address, text in ONE.items() if Stage(first.folder).put(address, text.encode())[1]]
        first.commit(manifest_of(ONE), changed)
        second = Output(output, articles).__enter__()
        changed = [address for address, text in TWO.items() if Stage(second.folder).put(address, text.encode())[1]]
    second.commit(manifest_of(TWO), changed)
    second.__exit__()
    assert content(output) == TWO


def test_a_build_that_waited_at_the_door_of_a_replaced_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It locked the folder that a first build has moved away from, not the one with the site."""
    output, articles = tmp_path / "site", tmp_path / "articles"
    articles.mkdir()
    real = fcntl.flock

    def late(lock: int, how: int) -> None:
        monkeypatch.setattr(fcntl, "flock", real)
        output.rmdir()
        publish(output, ONE)
        real(lock, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with pytest.raises(PublishError, match="E305"), Output(output, articles):
        pass
    assert content(output) == ONE


def test_what_a_first_build_left_beside_the_output_is_removed(tmp_path: Path) -> None:
    """It was killed between its two renames: the whole site lies beside, the folder is empty."""
    output = tmp_path / "site"
    publish(output, ONE)
    output.rename(tmp_path / ".site.wanbao")
    output.mkdir()
    publish(output, ONE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "site"]


def test_an_output_that_is_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    publish(tmp_path / "site", ONE)
    publish(tmp_path / "site", TWO)
    assert content(tmp_path / "real") == TWO


class Killed(BaseException):
    """Stands for kill -9: nothing may run after it."""


CALLS = ("rename", "link", "unlink", "mkdir", "replace", "rmdir", "write", "fsync")


def dangling(output: Path) -> list[str]:
    found = []
    for page in output.rglob("*.html"):
        if WORK in page.parts:
            continue
        text = page.read_text()
        assert text.rstrip().endswith(("</html>", "</a>"))
        for href in re.findall(r'href="([^"]+)"', text):
            if not (page.parent / href).is_file():
                found.append(f"{page} -> {href}")
    return found


def moments(output: Path, files: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Publish again and again, stopped at the first, second, third… change to the file system."""
    number = 0
    while True:
        number += 1
        left = [number]

        def counted(name: str, left: list[int] = left) -> object:
            real = getattr(os, name)

            def call(*args: object, **named: object) -> object:
                left[0] -= 1
                if left[0] == 0:
                    raise Killed
                return real(*args, **named)

            return call

        with monkeypatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, counted(name))
            patch.setattr(Output, "__exit__", lambda self, *_: self._unlock())
            try:
                publish(output, files)
            except Killed:
                pass
            else:
                return
        yield number


@pytest.mark.parametrize(("before", "after"), [(ONE, TWO), (TWO, ONE), ({"index.html": HOME, "a.html": "</a>"}, TWO)])
def test_killed_at_any_moment_no_link_dangles_and_the_next_build_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: Site, after: Site
) -> None:
    output = tmp_path / "site"
    publish(output, before)
    last = 0
    for moment in moments(output, after, monkeypatch):
        last = moment
        assert dangling(output) == []
        publish(output, after)
        assert content(output) == after
        publish(output, before)
        assert content(output) == before
    assert last > 5


def test_a_full_disk_leaves_the_site_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "site"
    publish(output, ONE)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space"):
        patch.setattr(os, "write", full)
        publish(output, TWO)
    assert content(output) == ONE
    assert not (output / WORK).exists()

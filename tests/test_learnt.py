"""What every build would find out anew is taken over as long as nothing has changed that it follows from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wanbao import digests, learnt
from wanbao.config import Config
from wanbao.digests import code_digest
from wanbao.signatures import RACY_NS
from wanbao.store import Store


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program of one file, in a process that does not know its digest, with a cache whose clock is far ahead."""
    path = tmp_path / "program.py"
    path.write_text("one")
    monkeypatch.setattr(digests, "own_files", lambda: [str(path)])
    monkeypatch.setattr(learnt, "own_files", lambda: [str(path)])
    monkeypatch.setattr(Store, "tick", lambda _: path.stat().st_ctime_ns + 2 * RACY_NS)
    forget()
    yield path
    forget()
    learnt.recall(Config(tmp_path / "articles", tmp_path / "site", remember=False))


def forget() -> None:
    digests._known.clear()


def build(folder: Path) -> str:
    """The digest of the program in a build that remembers it."""
    forget()
    config = Config(folder / "articles", folder / "site", cache=folder / "cache")
    learnt.recall(config)
    learnt.remember(Store(config.cache_folder, ""))
    return code_digest()


def test_the_program_is_read_once_and_again_when_it_has_changed(
    code: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(tmp_path)
    read = digests._digest_of_code
    monkeypatch.setattr(digests, "_digest_of_code", lambda: pytest.fail("was read again"))
    assert build(tmp_path) == first
    monkeypatch.setattr(digests, "_digest_of_code", read)
    code.write_text("two")
    second = build(tmp_path)
    assert second not in ("", first)
    assert build(tmp_path) == second


def test_a_program_that_was_written_just_now_is_not_remembered(
    code: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "tick", lambda _: code.stat().st_ctime_ns + RACY_NS // 2)
    build(tmp_path)
    assert not (tmp_path / "cache" / learnt.PROGRAM).exists()

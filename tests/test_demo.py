"""The demo archive: the same every time, and every piece of it used."""

from __future__ import annotations

from pathlib import Path

from demo import ISSUES, pieces, write


def _content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_demo_archive_is_the_same_every_time(tmp_path: Path) -> None:
    write(tmp_path / "a")
    write(tmp_path / "b")
    assert _content(tmp_path / "a") == _content(tmp_path / "b")


def test_the_demo_archive_uses_every_piece_over_three_years(tmp_path: Path) -> None:
    write(tmp_path)
    everything = b"\n".join(_content(tmp_path).values()).decode()
    unused = [
        key for name in ("articles.md", "furniture.md") for key, text in pieces(name).items() if text not in everything
    ]
    assert unused == []
    assert len(ISSUES) == 12
    assert {date[:4] for date, _ in ISSUES} == {"2022", "2023", "2024"}

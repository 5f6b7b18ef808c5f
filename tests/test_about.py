"""The maintainer's text about the archive: what it says is shown, what it would ask another host for is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from wanbao.about import about_html, about_text
from wanbao.errors import Note


def read(folder: Path, text: str) -> tuple[str, list[Note]]:
    path = folder / "about.md"
    path.write_bytes(text.encode())
    return about_text(path)


def test_no_text_is_no_page(tmp_path: Path) -> None:
    assert about_text(tmp_path / "about.md") == ("", [])
    assert about_html(" \n") == ""


@pytest.mark.parametrize(
    "text",
    [
        "# 关于\n\n海州晚报，**1998**年创刊。[写信](mailto:a@example.org)\n\n| 年 | 期 |\n|---|---|\n| 1998 | 10 |\n",
        "`![x](a.png)`，代码里的不算图。\n",
        "![图](data:image/png;base64,AAAA)\n",
        "\\![x](a.png) 是链接。\n",
    ],
)
def test_a_text_without_pictures_from_elsewhere_is_left_alone(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == (text, [])


def test_pictures_are_left_out_and_told_with_their_lines(tmp_path: Path) -> None:
    text, notes = read(
        tmp_path,
        "# 关于\n\n![报头 <b>](http://e.example/a.png)\n第二行 ![x](b.png)\n\n- ![旧**址**][pic]\n\n[pic]: c.png\n",
    )
    assert [(note.code, note.path, note.line) for note in notes] == [("W122", "about.md", line) for line in (3, 4, 6)]
    assert "a.png" in notes[0].message
    html = about_html(text)
    assert "<img" not in html
    assert "报头 &lt;b&gt;" in html
    assert "旧址" in html


def test_raw_html_is_shown_as_text(tmp_path: Path) -> None:
    text, notes = read(tmp_path, "<img src=http://e.example/a.png>\n")
    assert notes == []
    assert "&lt;img" in about_html(text)


def test_characters_that_cannot_be_text_are_replaced_and_told(tmp_path: Path) -> None:
    text, notes = read(tmp_path, "\ufeff关于\r\n本\x01站\u202e\0\n")
    assert text == "关于\n本\ufffd站\u202e\ufffd\n"
    assert [(note.code, note.place) for note in notes] == [("W114", "about.md:2:2")]

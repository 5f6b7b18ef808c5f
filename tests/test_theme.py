"""The published files of a theme: joined by purpose, and lean."""

from __future__ import annotations

from pathlib import Path

import pytest

from wanbao.theme import load_assets


def published(folder: Path, name: str, text: str) -> str:
    path = folder / "static" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    ((_, data),) = load_assets((folder,)).files
    return data.decode()


@pytest.mark.parametrize(
    ("written", "lean"),
    [
        (
            "/* why */\na {\n  color: red; /* so */\n  margin: 0 1px;\n}\n\nb, i { x: y }\n",
            "a{color:red;margin:0 1px}b,i{x:y}",
        ),
        ('a::before { content: "; /* not */ {"; }', 'a::before{content:"; /* not */ {"}'),
        ("a { background: url(a /*b*/.png) ; }", "a{background:url(a /*b*/.png)}"),
        ("/*! licence */ a { x: y }", "/*! licence */ a{x:y}"),
        (".a /* b */ .c > .d { x: calc(1px + 2px) }", ".a .c>.d{x:calc(1px + 2px)}"),
    ],
)
def test_a_stylesheet_loses_comments_and_white_space_and_no_text(tmp_path: Path, written: str, lean: str) -> None:
    assert published(tmp_path, "css/a.css", written) == lean


def test_a_script_loses_indents_and_lines_that_are_comments(tmp_path: Path) -> None:
    script = "// why\n{\n  const a = 1; // so\n\n  // and\n  go(`${a} // b`);\n}\n"
    assert published(tmp_path, "js/a.js", script) == "{\nconst a = 1; // so\ngo(`${a} // b`);\n}"


def test_a_script_with_a_text_over_several_lines_stays_as_it_is(tmp_path: Path) -> None:
    script = "const a = `\n  // no comment\n`;\n"
    assert published(tmp_path, "js/a.js", script) == script


def test_files_of_one_purpose_are_one_file_in_order_of_their_names(tmp_path: Path) -> None:
    for name in ("20-b.css", "10-a.css"):
        path = tmp_path / "static" / "css" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f".{name[3]} {{ x: y }}\n", "utf-8")
    ((address, data),) = load_assets((tmp_path,)).files
    assert address.startswith("assets/style-") and data == b".a{x:y}\n.b{x:y}"

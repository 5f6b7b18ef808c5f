"""The published files of a theme: joined by purpose, and lean."""

from __future__ import annotations

from pathlib import Path

import pytest

from wanbao.theme import load_assets, theme_digests


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


def digests(folder: Path, **templates: str) -> dict[str, str]:
    """Of a theme that has these templates besides; its own `article.html` and `person.html` are the default's."""
    default = folder / "default"
    (default / "parts").mkdir(parents=True, exist_ok=True)
    own = {"base": "", "article": '{% extends "base.html" %}', "person": '{%- extends "base.html" -%}'}
    for name, text in {**own, **templates}.items():
        (default / f"{name.replace('__', '/')}.html").write_text(text, "utf-8")
    return theme_digests((default,), "en")


def test_a_template_that_only_its_own_pages_use_stands_for_no_others(tmp_path: Path) -> None:
    before = digests(tmp_path)
    after = digests(tmp_path, article='{% extends "base.html" %}x')
    assert {"article.html", "person.html"} <= set(before)
    assert [name for name in before if before[name] != after[name]] == ["", "article.html"]


@pytest.mark.parametrize(
    "changed",
    [
        {"base": "x"},
        {"parts__new": "x"},
        {"parts__person": '{% include "article.html" %}'},
        {"parts__person": "{% include 'default/article.html' ignore missing %}"},
    ],
)
def test_what_others_may_use_stands_for_all_pages(tmp_path: Path, changed: dict[str, str]) -> None:
    before = digests(tmp_path)
    after = digests(tmp_path, **changed)
    assert before["person.html"] != after.get("person.html", after[""])
    last = digests(tmp_path, **changed, article="y") if "parts__person" in changed else {}
    assert not last or (last["person.html"] != after["person.html"] and "article.html" not in last)


@pytest.mark.parametrize(
    "other",
    ["view.other", '"article" ~ ".html"', '["article.html"]', r'"\x61rticle.html"', '"art" "icle.html"', '"a" if x'],
)
def test_where_a_name_is_worked_out_every_template_stands_for_every_page(tmp_path: Path, other: str) -> None:
    for tag in ("extends", "include", "import", "from"):
        assert set(digests(tmp_path, parts__other=f"{{%- {tag} {other} %}}")) == {""}

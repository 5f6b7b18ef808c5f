"""Themes that do not work, or go round in circles: named with file and line, the site as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Desk, add_archive, build, differences, told_well, tree, wanbao

TEMPLATES: dict[str, str | bytes] = {
    "it includes itself": '{% include "article.html" %}',
    "it extends itself": '{% extends "article.html" %}',
    "it imports itself": '{% from "article.html" import m %}{% macro m() %}x{% endmacro %}{{ m() }}',
    "a macro calls itself": "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}",
    "a part is missing": '{% include "parts/none.html" %}',
    "it has no end": "{% if view %}",
    "a stretch has no end": "{% same 1 %}x",
    "a stretch has a key that cannot be one": "{% same [1] %}x{% endsame %}",
    "an unknown tag": "{% foo %}",
    "an unknown filter": "{{ view|nope }}",
    "an unknown name": "{{ view.nope }}",
    "a deep expression": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "deep branches": "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
    "too long a text": '{{ "x" * 100000000000 }}',
    "no text": b"\xff\xfe",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("themes") / "desk")
    add_archive(desk.articles, issues=2, pages=1, each=2)
    desk.theme.mkdir()
    build(desk)
    return desk


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_that_does_not_work_is_named(built: Desk, tmp_path: Path, name: str) -> None:
    desk = built.copy(tmp_path / "desk")
    before = tree(desk.site)
    text = TEMPLATES[name]
    (desk.theme / "article.html").write_bytes(text if isinstance(text, bytes) else text.encode())
    result = wanbao(desk.arguments(), prefix=("prlimit", f"--as={2 << 30}"))
    assert not told_well(result.returncode, result.stderr)
    assert result.returncode == 2
    assert "article.html" in result.stderr
    assert "E205" in result.stderr
    assert not differences(tree(desk.site), before)


def test_templates_in_a_circle_are_named(built: Desk, tmp_path: Path) -> None:
    desk = built.copy(tmp_path / "desk")
    (desk.theme / "article.html").write_text('{% extends "page.html" %}', "utf-8")
    (desk.theme / "page.html").write_text('{% extends "article.html" %}', "utf-8")
    result = wanbao(desk.arguments())
    assert not told_well(result.returncode, result.stderr)
    assert "E205" in result.stderr


def _bytes_that_are_no_text(folder: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"x")


ODD: dict[str, Callable[[Path], object]] = {
    "a style that is no text": lambda theme: (theme / "static/css/z.css").write_bytes(b"a{b:'\xff'}"),
    "a script that is no text": lambda theme: (theme / "static/js/z.js").write_bytes(b"// \xff\nvar a"),
    "a name with quotes": lambda theme: (theme / "static/a\"b'.txt").write_text("x"),
    "a name with a new line": lambda theme: (theme / "static/a\nb.txt").write_text("x"),
    "a name with an escape": lambda theme: (theme / "static/a%2f..%2fb.txt").write_text("x"),
    "a name of Han": lambda theme: (theme / "static/坏.txt").write_text("x"),
    "a long name": lambda theme: (theme / f"static/{'a' * 250}").write_text("x"),
    "a name that is no text": lambda theme: _bytes_that_are_no_text(theme / "static", b"\xff.txt"),
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_a_file_of_a_theme_that_cannot_be_published_is_named(
    built: Desk, tmp_path: Path, odd: Callable[[Path], object]
) -> None:
    desk = built.copy(tmp_path / "desk")
    before = tree(desk.site)
    for folder in ("css", "js"):
        (desk.theme / "static" / folder).mkdir(parents=True)
    odd(desk.theme)
    result = wanbao(desk.arguments())
    assert not told_well(result.returncode, result.stderr)
    assert result.returncode == 2
    assert "E205" in result.stderr
    assert "static/" in result.stderr
    assert not differences(tree(desk.site), before)


@pytest.mark.parametrize("kind", ["a loop", "a pipe", "a folder", "a name that is no text"])
def test_a_template_that_is_no_file_is_named_and_not_used(built: Desk, tmp_path: Path, kind: str) -> None:
    desk = built.copy(tmp_path / "desk")
    path = desk.theme / "article.html"
    if kind == "a loop":
        path.symlink_to("article.html")
    elif kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a folder":
        path.mkdir()
    else:
        _bytes_that_are_no_text(desk.theme, b"\xff.html")
    arguments = [word for word in desk.arguments() if word != "--quiet"]
    result = wanbao(arguments)
    assert result.returncode == 0, result.stderr
    assert "W206" in result.stderr

"""Doubtful readings are told in the reader's language, and what the paper prints is left as it is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import wanbao.parse
from wanbao.errors import Note
from wanbao.newspaper import Newspaper
from wanbao.plan.base import Context, doubt
from wanbao.render import default_theme
from wanbao.strings import load_strings

THEME = (default_theme(),)
CTX = Context(Newspaper("海州晚报"), load_strings(THEME), "")


def _words() -> list[str]:
    """Every constant word that the parser hands to a note as a reading."""
    found: set[str] = set()
    for path in Path(wanbao.parse.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Assign):
                continue
            names = {one.id for target in node.targets for one in ast.walk(target) if isinstance(one, ast.Name)}
            parts: list[ast.AST] = []
            if names & {"taken", "refused"}:
                parts = list(ast.walk(node.value))
            elif "_WORDS" in names and isinstance(node.value, ast.Dict):
                parts = list(node.value.values)
            found |= {one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return sorted(word for word in found if word.strip() == word != "")


def test_a_name_is_told_as_it_is_printed() -> None:
    note = Note("D501", "", taken="石蕾蕾", refused="石蕾 蕾", line=11)
    told = doubt(CTX, note, "source.html")
    assert told.text == "人名读作“石蕾蕾”，也可能是“石蕾 蕾”。"
    assert (told.href, told.line) == ("source.html#L11", 11)


@pytest.mark.parametrize("word", _words())
def test_every_word_of_the_parser_is_told_in_chinese(word: str) -> None:
    told = doubt(CTX, Note("D502", "", taken=word, refused=f"{word} of another article"), "source.html").text
    assert told.isascii() is False
    assert not any(character.isascii() and character.isalpha() for character in told), told


def test_roles_have_the_names_that_the_source_page_gives_them() -> None:
    assert doubt(CTX, Note("D502", "", taken="headline", refused="kicker"), "s").text.count("主题") == 1

"""The interface's texts: every language whole, every key a template asks for there."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from wanbao.errors import SettingsError
from wanbao.render import default_theme
from wanbao.strings import Strings, languages, load_strings

THEME = (default_theme(),)
LANGUAGES = ("en", "zh-Hans", "zh-Hant")


def _keys(strings: Strings) -> set[str]:
    return {key for key in strings if not key.endswith("_one")}


def test_the_default_theme_speaks_three_languages() -> None:
    assert languages(THEME) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_misses_a_text_or_has_one_that_the_others_lack(language: str) -> None:
    assert _keys(load_strings(THEME, language)) == _keys(load_strings(THEME))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_the_same_places_in_every_language(language: str) -> None:
    ours, default = load_strings(THEME, language), load_strings(THEME)
    for key in _keys(ours):
        assert set(re.findall(r"\{\w+\}", ours[key])) == set(re.findall(r"\{\w+\}", default[key])), key
        assert ours[key].strip() == ours[key] != "", key


def test_every_text_that_a_template_names_exists_and_every_text_is_named_somewhere() -> None:
    root = Path(__file__).parents[1]
    templates = "\n".join(path.read_text("utf-8") for path in sorted(default_theme().rglob("*.html")))
    named = set(re.findall(r"\bs\.(?!text\b)(\w+)", templates)) | set(re.findall(r"s\.text\(\"(\w+)\"", templates))
    known = _keys(load_strings(THEME))
    assert named - known == set()
    code = "\n".join(path.read_text("utf-8") for path in sorted((root / "src").rglob("*.py")))
    families = ("role_", "block_", "month_", "doubt_", "reading_")
    unused = {key for key in known - named if key not in code and not key.startswith(families)}
    assert unused == set()


def test_places_are_filled_and_whole_numbers_are_grouped() -> None:
    strings = Strings("en", {"n_things": "{n} things in {where}", "n_things_one": "{n} thing in {where}"})
    assert strings.text("n_things", n=12345, where="{n}") == "12,345 things in {n}"
    assert strings.text("n_things", n=1, where="it") == "1 thing in it"
    assert strings.text("n_things", n="2022", where="it") == "2022 things in it"


def test_braces_that_are_no_place_stay() -> None:
    assert Strings("en", {"odd": "{} {0} { n } {N}"}).text("odd") == "{} {0} { n } {N}"


def test_an_unknown_key_and_an_empty_place_are_errors() -> None:
    strings = Strings("en", {"span": "{first} to {last}"})
    with pytest.raises(KeyError):
        strings.text("nothing")
    with pytest.raises(KeyError):
        strings.text("span", first="1")
    with pytest.raises(AttributeError, match="nothing"):
        _ = strings.nothing


def test_texts_cannot_be_changed() -> None:
    strings = Strings("en", {"skip": "Skip"})
    with pytest.raises(AttributeError):
        strings.skip = "Jump"


def test_texts_survive_the_way_to_another_process() -> None:
    strings = load_strings(THEME, "en")
    copy = pickle.loads(pickle.dumps(strings))
    assert copy.skip == strings.skip
    assert copy.digest == strings.digest


def test_a_users_folder_wins_key_by_key_and_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings" / "en.yml").write_text("skip: Jump\n", "utf-8")
    strings = load_strings((tmp_path, *THEME), "en")
    plain = load_strings(THEME, "en")
    assert (strings.skip, strings.close) == ("Jump", plain.close)
    assert strings.digest != plain.digest


@pytest.mark.parametrize(
    ("text", "line"),
    [("skip: [a]\n", 1), ("skip: a\nSkip: b\n", 2), ("skip: a\ntext: b\n", 2), ("skip: a\nskip: b\n", 2), ("- a\n", 1)],
)
def test_a_file_that_holds_anything_but_texts_is_refused_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings" / "en.yml").write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_strings((tmp_path, *THEME), "en")
    assert (caught.value.note.code, caught.value.note.line) == ("E205", line)


def test_an_unknown_language_is_refused_with_the_list_of_those_there_are() -> None:
    with pytest.raises(SettingsError, match=r"'fr'.*en, zh-Hans, zh-Hant"):
        load_strings(THEME, "fr")


def test_a_language_of_the_users_own_must_be_whole(tmp_path: Path) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings" / "fr.yml").write_text("skip: Sauter\n", "utf-8")
    with pytest.raises(SettingsError, match="missing in 'fr'"):
        load_strings((tmp_path, *THEME), "fr")

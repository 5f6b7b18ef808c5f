"""The interface's texts, by language: `strings/<language>.yml` of the theme folders, the first folder winning per key.

A template writes `{{ s.skip }}` for a plain text and `{{ s.text('n_articles', n=3) }}` for one with named places
(`{n} 篇`). Whole numbers are grouped by thousands where they are filled in. Where `n` is 1 and the language has a text
under the key with `_one` added, that one is taken; so English says "1 article" and Chinese needs no such thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from wanbao.errors import Note, SettingsError, YamlError
from wanbao.patterns import regex
from wanbao.settings import load_settings

DEFAULT_LANGUAGE = "zh-Hans"

_PLACE = regex(r"\{([a-z]+)\}")
_KEY = regex(r"[a-z][a-z0-9_]*\Z")


class Strings:
    """The texts of one language: an attribute for each key, which cannot be set again.

    An unknown key is an `AttributeError` (for a template, a message that names file and line).
    """

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        """Hold `texts` for `language`; raises ValueError for a key that would hide a method or is no plain name."""
        for key in texts:
            if not _usable(key):
                raise ValueError(f"{key!r} cannot be the name of an interface text")
        # Real attributes, not __getattr__: a page prints some eighty texts, a site has 100,000 pages.
        self.__dict__.update(texts)
        self.__dict__["_texts"] = dict(sorted(texts.items()))
        self.__dict__["_language"] = language

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("interface texts are read only")

    def __getattr__(self, name: str) -> str:
        # Reached only where no such text exists; here so that mypy knows that every attribute is a str.
        raise AttributeError(f"there is no interface text {name!r}")

    def __getitem__(self, key: str) -> str:
        """The text of `key`; raises KeyError."""
        return self._map[key]

    def __contains__(self, key: str) -> bool:
        return key in self._map

    def __iter__(self) -> Iterator[str]:
        return iter(self._map)

    def __reduce__(self) -> tuple[type[Strings], tuple[str, dict[str, str]]]:
        return Strings, (self.tag, self._map)

    @property
    def _map(self) -> dict[str, str]:
        texts: dict[str, str] = self.__dict__["_texts"]
        return texts

    @property
    def tag(self) -> str:
        """The language (BCP 47)."""
        language: str = self.__dict__["_language"]
        return language

    @property
    def digest(self) -> str:
        """32 hex digits that change when any text does: part of the key of every page."""
        digest = blake2b(self.tag.encode(), digest_size=16)
        for key, text in self._map.items():
            digest.update(f"\0{key}\0{text}".encode())
        return digest.hexdigest()

    def text(self, key: str, /, **values: str | int) -> str:
        """The text of `key` with its places filled in; raises KeyError for an unknown key or a place left empty."""
        one = key + "_one"
        text = self._map[one if values.get("n") == 1 and one in self._map else key]
        form, places = _form(text)
        if not places:
            return text
        return form % tuple([f"{value:,}" if isinstance(value := values[place], int) else value for place in places])


def load_strings(theme_dirs: tuple[Path, ...], language: str = DEFAULT_LANGUAGE) -> Strings:
    """The texts of `language` from every theme folder that has any, the first folder winning per key.

    Raises SettingsError (E205) where no folder knows the language, where a file holds anything but texts, or where a
    theme leaves out a text that the default language has.
    """
    texts = _merged(theme_dirs, language)
    if not texts:
        raise _wrong(
            f"`interface_language` is {language!r}, for which the theme has no texts",
            f"use one of {', '.join(languages(theme_dirs))}, or add strings/{language}.yml to your theme",
            "newspaper.yml",
        )
    for key in _merged(theme_dirs, DEFAULT_LANGUAGE) if language != DEFAULT_LANGUAGE else ():
        if key not in texts and not key.endswith("_one"):
            raise _wrong(f"the interface text {key!r} is missing in {language!r}", f"add it to strings/{language}.yml")
    return Strings(language, texts)


def languages(theme_dirs: tuple[Path, ...]) -> tuple[str, ...]:
    """The languages that the theme folders have texts for, in order of their tags."""
    return tuple(sorted({path.stem for folder in theme_dirs for path in (folder / "strings").glob("*.yml")}))


def _merged(theme_dirs: tuple[Path, ...], language: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    for folder in reversed(theme_dirs):
        path = folder / "strings" / f"{language}.yml"
        if path.is_file():
            texts.update(_read(path))
    return texts


def _read(path: Path) -> dict[str, str]:
    try:
        value, lines = load_settings(path.read_text("utf-8"), path.name)
    except YamlError as error:
        raise _wrong(error.message, "mend the file", path, error.line) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(f"the file cannot be read: {error}", "save it as UTF-8", path) from error
    texts: dict[str, str] = {}
    for key, text in (value if isinstance(value, dict) else {"": value}).items():
        if not isinstance(text, str) or not _usable(key):
            remedy = "write one `name: text` in a line, the name in small letters, digits and _"
            raise _wrong(f"{key!r} is no interface text", remedy, path, lines.get(key, 1))
        texts[key] = text
    return texts


@lru_cache(maxsize=1024)
def _form(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with `%s` for its places, and their names."""
    pieces = _PLACE.split(text)
    return "%s".join([piece.replace("%", "%%") for piece in pieces[::2]]), tuple(pieces[1::2])


def _usable(key: str) -> bool:
    return bool(_KEY.match(key)) and not hasattr(Strings, key)


def _wrong(message: str, remedy: str, path: Path | str = "", line: int = 0) -> SettingsError:
    return SettingsError(Note("E205", message, remedy, str(path), line))

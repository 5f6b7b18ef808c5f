"""Patterns that were compiled by an earlier build are the same patterns; whatever is wrong with what was kept, they are
compiled."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import wanbao.build
import wanbao.parse  # noqa: F401  (for their patterns)
from wanbao import precompiled
from wanbao.furniture import FURNITURE
from wanbao.patterns import HAN, _Compiled, regex
from wanbao.store import Store
from wanbao.text import fold

SOURCES = (
    ("", 0),
    ("a|b*?(c)", 0),
    (rf"(?P<name>[{HAN}]{{2,4}})(?P<mark>[、，])?\s*(?P=name)", 0),
    (r"(?<=记者)[^\W\d_]+(?!摄)", re.MULTILINE),
    ("straße|ſ", re.IGNORECASE),
    (r"(?x) \d+ # digits", 0),
    (r"(?:记者|[王李]\w?|(?=a)abc|\d{2,}|、?王|s?straße)+", 0),
    (r"(?:x|^)记者|(?!b)(?:a|(?:b|1)?2|三?)二", re.MULTILINE),
    (r"\s*(?:\w|\d)+\s", 0),
    (r"(?<=者)(?:李|王)(?:小|二)?|(?:(?>c)|(?:1|2)*+3)$", 0),
    ("|".join(f"{letter}{letter}?[^{letter}]" for letter in "abcdefghijklmnopqrstuvwxyz012345李小龙记者"), 0),
    (
        r"\S*?(?:"
        + "|".join(f"{letter}{letter}|{letter}" for letter in "abcdefghijklmnopqrstuvwxyz0123456789摄")
        + ")",
        0,
    ),
)
SEED = Path(__file__).parent.parent / "articles" / "000_f016e08bf08a1df3.txt"
TEXT = "记者李小龙、李小龙\u3000２ STRASSE straße\n记者王二 摄 abc 123 c"


def forget() -> None:
    """Be as a process that has compiled nothing yet."""
    precompiled._codes.clear()
    precompiled.learn({})


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Every test in a process that has compiled nothing, and none after it with what it did."""
    before = dict(precompiled._codes)
    forget()
    yield
    forget()
    precompiled.learn(before)


def kept() -> dict[str, precompiled.Code]:
    """What a build keeps that needs all of `SOURCES`."""
    for source, flags in SOURCES:
        precompiled.compiled(source, flags)
    return precompiled.news()


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that compiles no pattern."""

    def refuse(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(re, "compile", refuse)
    monkeypatch.setattr(precompiled, "_code_of", refuse)


def same(first: re.Pattern[str], second: re.Pattern[str]) -> bool:
    """Whether two patterns find the same in a text that has something for each, and say the same of themselves."""
    found = [
        [(match.span(), match.groupdict(), match.groups()) for match in pattern.finditer(TEXT)]
        for pattern in (first, second)
    ]
    told = [(pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)) for pattern in (first, second)]
    return found[0] == found[1] and told[0] == told[1]


def test_nothing_is_kept_where_nothing_was_compiled() -> None:
    assert precompiled.news() == {}


def ours() -> Iterator[Any]:
    """All patterns that our modules keep as their own."""
    modules = [module for name, module in sys.modules.items() if name.startswith("wanbao.")]
    return (value for module in modules for value in vars(module).values() if isinstance(value, _Compiled))


def test_our_patterns_find_what_the_library_finds() -> None:
    lines = [fold(line) for item in FURNITURE for line in (*item.hits, *item.misses)]
    lines += [*SEED.read_text("utf-8").split("\n"), TEXT, "\u3000２０\xa0年：\t"]
    patterns = {pattern.pattern: pattern for pattern in ours()}
    assert len(patterns) > 200
    for source, pattern in patterns.items():
        library = re.compile(source, pattern.flags)
        for line in lines:
            for way in ("search", "match", "fullmatch"):
                found, wanted = (getattr(one, way)(line) for one in (pattern, library))
                assert (found and found.regs) == (wanted and wanted.regs), (source, line)


@pytest.mark.parametrize(
    "inside",
    [
        f"{HAN}、a",
        "^\\x00-\\xff、-〉\u3400-\ufffe",
        r"^\s、。王",
        "\u00fe-\u0101\u0300-\u0300龙\uffff\U0001f600-\U0001f64f",
        r"龙记者\d王",
        "\uff10-\uff19\U00020000\U00020002王、",
    ],
)
def test_a_class_holds_the_letters_that_the_library_says(inside: str) -> None:
    letters = "".join(map(chr, range(0x21000)))
    assert precompiled.compiled(f"[{inside}]").findall(letters) == re.findall(f"[{inside}]", letters)
    assert precompiled.compiled(f"者(?:[{inside}]|二)").findall(f"者{'者'.join(letters)}") == re.findall(
        f"者(?:[{inside}]|二)", f"者{'者'.join(letters)}"
    )


def test_what_was_learnt_is_no_news() -> None:
    codes = kept()
    forget()
    precompiled.learn(codes)
    assert precompiled.news() == {}
    precompiled.compiled("new")
    assert precompiled.news().keys() == codes.keys() | {"0 'new'"}


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_pattern_is_the_one_that_the_library_makes(source: str, flags: int) -> None:
    assert same(precompiled.compiled(source, flags), re.compile(source, flags))


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_pattern_is_the_same_and_is_not_compiled(
    source: str, flags: int, request: pytest.FixtureRequest
) -> None:
    codes, wanted = kept(), re.compile(source, flags)
    forget()
    precompiled.learn(codes)
    request.getfixturevalue("idle")
    assert same(precompiled.compiled(source, flags), wanted)


@pytest.mark.parametrize(
    "code",
    [
        (b"", 0, 0, {}),
        (b"odd", 0, 0, {}),
        (b"\xff" * 64, 32, 1, {}),
        (b"\0" * 4096, 32, 1, {"name": 7}),
        (b"", -1, -5, {}),
        (b"", 0, 1 << 40, {}),
    ],
)
def test_broken_code_is_compiled_anew(code: precompiled.Code) -> None:
    precompiled.learn({"0 '(a+)b'": code})
    found = precompiled.compiled("(a+)b").search("xaab")
    assert found is not None
    assert found[1] == "aa"


@pytest.mark.parametrize("missing", ["re._parser", "re._compiler", "_sre"])
def test_a_python_with_another_inside_compiles_as_usual(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(name: str) -> ModuleType:
        if name == missing:
            raise ModuleNotFoundError(name)
        return __import__(name, fromlist=["*"])

    monkeypatch.setattr(precompiled, "import_module", lacking)
    assert same(precompiled.compiled("a|b*?(c)"), re.compile("a|b*?(c)"))
    assert precompiled.news() == {}


def test_a_wrong_pattern_is_told_as_by_the_library() -> None:
    with pytest.raises(re.error, match="unterminated"):
        precompiled.compiled("(a")


def test_a_pattern_with_half_a_character_can_be_kept(tmp_path: Path) -> None:
    precompiled.compiled("[\ud800-\udfff]")
    store = Store(tmp_path, "")
    store.keep(precompiled.KIND, "all", precompiled.news())
    assert store.recalled(precompiled.KIND, "all", dict[str, precompiled.Code]) == precompiled.news()


def test_to_ask_for_the_source_compiles_nothing() -> None:
    lazy = regex(rf"a[{HAN}]b")
    assert re.compile(lazy.pattern).match("a汉b")
    assert precompiled.news() == {}

"""What is read without PyYAML is what PyYAML reads, and what is remembered is what was read."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao import settings
from wanbao.errors import YamlError
from wanbao.yamlfile import load_strict

TEXT = "name: 茂名晚报\nfurniture:\n  - kind: qr\n    pattern: ^扫\nempty:\n"

SIMPLE = "date: 2022-05-18\npage: A02\nsection: 要闻\nnumber: 0012\nrole: 图/文\n"


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Every test in a process that has learnt nothing, and none after it with what it did."""
    settings.learn({})
    yield
    settings.learn({})


@pytest.fixture
def without_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that has no PyYAML."""
    monkeypatch.delitem(sys.modules, "wanbao.yamlfile", raising=False)
    monkeypatch.setitem(sys.modules, "yaml", None)


def test_settings_are_what_yaml_says() -> None:
    assert settings.load_settings(TEXT, "x") == load_strict(TEXT, "x")


def test_what_was_learnt_is_not_read_again_and_no_news(request: pytest.FixtureRequest) -> None:
    wanted = settings.load_settings(TEXT, "x")
    kept = settings.news()
    assert list(kept.values()) == [wanted]
    settings.learn(kept)
    request.getfixturevalue("without_yaml")
    assert settings.load_settings(TEXT, "x") == wanted
    assert settings.news() == {}


def test_another_text_is_read() -> None:
    settings.load_settings(TEXT, "x")
    settings.learn(settings.news())
    assert settings.load_settings("name: B\n", "x")[0] == {"name": "B"}
    assert len(settings.news()) == 2


def test_older_texts_are_forgotten_where_they_are_many() -> None:
    for number in range(settings.MOST):
        settings.load_settings(f"name: {number}\n", "x")
    kept = settings.news()
    assert len(kept) == settings.MOST
    settings.learn(kept)
    settings.load_settings(TEXT, "x")
    assert list(settings.news().values()) == [load_strict(TEXT, "x")]


def test_a_wrong_text_is_refused_each_time() -> None:
    for _ in range(2):
        with pytest.raises(YamlError, match="second time"):
            settings.load_settings("a: 1\na: 2\n", "x")
    assert settings.news() == {}


def test_simple_front_matter_needs_no_yaml(request: pytest.FixtureRequest) -> None:
    wanted = load_strict(SIMPLE, "x")
    request.getfixturevalue("without_yaml")
    assert settings.load_front_matter(SIMPLE, "x") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: true\n",
        "a: null\n",
        "a:\n",
        "a: b: c\n",
        "a: 'b'\n",
        "a: b \n",
        "a: [b]\n",
        "- a\n",
        "a: b\n\nc: d\n",
        "a: b",
    ],
)
def test_other_front_matter_is_read_by_yaml(text: str) -> None:
    def read(load: object) -> object:
        try:
            return load(text, "x")  # type: ignore[operator]
        except YamlError as error:
            return error.message, error.line

    assert settings._simply(text) is None
    assert read(settings.load_front_matter) == read(load_strict)


WORDS = st.text(st.sampled_from("aZ09要闻-.~/· :#'\"truefalsn\u3000\x85\u2028"), max_size=8)


@given(st.lists(st.tuples(st.sampled_from(["date", "page", "a_b", "null"]), WORDS), max_size=4))
def test_what_is_read_simply_is_what_yaml_reads(pairs: list[tuple[str, str]]) -> None:
    text = "".join(f"{key}: {words}\n" for key, words in pairs)
    found = settings._simply(text)
    if found is not None:
        assert found == load_strict(text, "x")


def test_what_is_proven_is_not_proven_again_and_what_is_refused_is() -> None:
    done: list[str] = []
    for _ in range(2):
        settings.prove("a", lambda: done.append("a"))
        settings.learn(dict(settings._documents))
    assert done == ["a"]

    def refuse() -> None:
        done.append("b")
        raise ValueError

    for _ in range(2):
        with pytest.raises(ValueError):
            settings.prove("b", refuse)
    assert done == ["a", "b", "b"]

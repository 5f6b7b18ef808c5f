"""`{% same %}`: printed once for each value of its keys, and never for another."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, StrictUndefined, TemplateSyntaxError

from wanbao import same
from wanbao.fold import FlatEnvironment, FoldingEnvironment

TEMPLATES = {
    "page": "{% include 'part' %}{{ view }}",
    "part": '{% same root, nav %}<a href="{{ root }}">{{ nav }}{{ probe() }}</a>{% endsame %}'
    "{% same root %}{{ root }}{{ probe() }}{% endsame %}",
    "base": "{% same root %}{{ root }}{% endsame %}{% block main %}{% endblock %}",
    "child": "{% extends 'base' %}{% block main %}{{ view }}{% same nav %}{{ nav }}{% endsame %}{% endblock %}",
    "open": "{% same root %}",
    "no key": "{% same %}{% endsame %}",
}


def environment(kind: type[FoldingEnvironment]) -> FoldingEnvironment:
    return kind(loader=DictLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True, extensions=[same.Same])


@pytest.mark.parametrize("kind", [FoldingEnvironment, FlatEnvironment])
def test_a_stretch_is_printed_once_for_each_value_of_its_keys(kind: type[FoldingEnvironment]) -> None:
    asked: list[str] = []
    made = environment(kind)
    made.globals["probe"] = lambda: asked.append("x") or len(asked)  # type: ignore[func-returns-value]
    page = made.get_template("page")
    first = page.render(root="<../", nav="home", view=1)
    assert first == '<a href="&lt;../">home1</a>&lt;../21'
    assert page.render(root="<../", nav="home", view=2) == first[:-1] + "2"
    assert page.render(root="<../", nav="years", view=1) == '<a href="&lt;../">years3</a>&lt;../21'
    assert len(asked) == 3


@pytest.mark.parametrize("kind", [FoldingEnvironment, FlatEnvironment])
def test_a_page_that_extends_another_says_its_own(kind: type[FoldingEnvironment]) -> None:
    child = environment(kind).get_template("child")
    assert child.render(root="r", nav="n", view="<") == "r&lt;n"
    assert child.render(root="s", nav="n", view="2") == "s2n"


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(same, "MOST", 3)
    made = environment(FoldingEnvironment)
    page = made.get_template("base")
    assert [page.render(root=f"{n}") for n in range(8)] == [f"{n}" for n in range(8)]
    (tag,) = made.extensions.values()
    assert isinstance(tag, same.Same)
    assert len(tag._known) <= 3


@pytest.mark.parametrize("name", ["open", "no key"])
def test_a_tag_that_is_wrong_is_said(name: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        environment(FoldingEnvironment).get_template(name)

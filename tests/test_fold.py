"""Working constants into templates, and making them flat, changes nothing that they print."""

from dataclasses import dataclass
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from wanbao.fold import FlatEnvironment, FoldingEnvironment


@dataclass
class Record:
    word: str = "“晚报” <&>"
    yes: bool = True
    no: bool = False
    many: tuple[str, ...] = ("a", "b")

    def text(self, key: str) -> str:
        return key.upper()


TEMPLATES = {
    "output": "{{ c.word }}-{{ view }}-{{ c.word }}",
    "attribute": '<a title="{{ c.word }}">{{ c.word|length }}</a>',
    "branches": "{% if c.yes %}1{{ c.word }}{% else %}2{% endif %}{% if c.no %}3{% else %}4{% endif %}",
    "branch without else": "{{ view }}{% if c.no %}5{% endif %}",
    "elif": "{% if c.no %}1{% elif c.yes %}2{% else %}3{% endif %}",
    "loop": "{% for item in c.many %}{{ item }}{{ c.word }}{% endfor %}",
    "call": "{{ c.text('key') }}{{ c.text(view) }}",
    "included": "{% include 'output' %}",
    "extended": "{% extends 'parent' %}{% block body %}{{ c.word }}{{ super() }}{% endblock %}",
    "parent": "<p>{% block body %}{{ c.word }}{% endblock %}</p>",
    "grandchild": "{% extends 'child' %}{% set own = 1 %}{% block body %}{{ own }}{{ outer }}{% endblock %}",
    "child": "{% extends 'top' %}{% block body %}child{% endblock %}{% block foot %}{{ view }}{% endblock %}",
    "top": "{% set outer = view %}<p>{% block body %}{% endblock %}{% block foot %}{% endblock %}{{ outer }}</p>",
    "printed before": "x{% extends 'parent' %}{% block body %}y{% endblock %}",
    "set in a block": "{% extends 'top' %}{% block body %}{% set outer = 'mine' %}{{ outer }}{% endblock %}",
    "set in a part": "{% set a = 1 %}{% include 'part' %}{{ a }}",
    "part": "{% set a = 2 %}{{ a }}{{ view }}",
    "part is missing": "{% include 'nowhere' ignore missing %}-",
    "macros": "{% macro one(a, b='<') %}[{{ a }}{{ b }}]{% endmacro %}{{ one('x', b='y') }}{{ one(view, view) }}",
    "module": "{% macro one(a, b='<') %}[{{ a }}{{ b }}]{% endmacro %}"
    "{% macro two(many) %}{% for a in many %}{{ one(a) }}{% if not loop.last %},{% endif %}{% endfor %}{% endmacro %}"
    "{{ two(c.many) }}",
    "imported": "{% from 'module' import one as uno, two %}{% set a = 'outer' %}{{ uno(1) }}{{ two([view]) }}{{ a }}",
    "macro in an attribute": "{% from 'module' import one %}<a title=\"{{ one(view)|upper }}\">{{ one(view) }}</a>",
    "macro with any arguments": "{% macro any() %}{{ varargs|join }}{% endmacro %}{{ any(1, 2) }}",
    "macro that is passed on": "{% macro f(a) %}{{ a }}{% endmacro %}{% set g = f %}{{ g(1) }}{{ f(2) }}",
    "macro that calls itself": "{% macro f(n) %}{{ n }}{% if n %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}",
    "macro of the caller's": "{% macro f() %}{{ caller() }}{% endmacro %}{% call f() %}{{ view }}{% endcall %}",
    "safe": "{{ view|safe }}{{ c.word|safe }}{{ 1.5 }}{{ none }}{{ c.many }}",
    "shadowed": "{% for c in [view] %}{{ c.word }}{% endfor %}",
    "condition": "{{ c.word if c.yes else view }}{{ 'x' if view and c.no else 'y' }}",
    "missing": "{{ c.nothing }}",
}


def environment(constants: dict[str, Any], kind: type[FoldingEnvironment] = FoldingEnvironment) -> FoldingEnvironment:
    made = kind(loader=DictLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True)
    made.globals.update(c=Record())
    made.constants = constants
    return made


@pytest.mark.parametrize("kind", [FoldingEnvironment, FlatEnvironment])
@pytest.mark.parametrize("name", sorted(TEMPLATES.keys() - {"missing", "shadowed"}))
def test_a_template_prints_the_same(name: str, kind: type[FoldingEnvironment]) -> None:
    usual = Environment(loader=DictLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True)
    usual.globals.update(c=Record())
    plain = usual.get_template(name).render(view="v<")
    assert environment({}, kind).get_template(name).render(view="v<") == plain
    assert environment({"c": Record()}, kind).get_template(name).render(view="v<") == plain
    assert plain


@pytest.mark.parametrize("name", ["grandchild", "imported", "set in a block"])
def test_a_flat_template_asks_for_no_other(name: str) -> None:
    made = environment({"c": Record()}, FlatEnvironment)
    made.get_template(name).render(view="v")
    assert made.cache is not None
    assert [key[1] for key in made.cache] == [name]


def test_a_name_of_the_templates_own_is_left_alone() -> None:
    other = Record(word="其他")
    assert environment({"c": Record()}).get_template("shadowed").render(view=other) == "其他"


def test_an_attribute_that_does_not_exist_still_fails() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        environment({"c": Record()}).get_template("missing").render(view="")


def test_constants_are_worked_in_before_the_template_runs() -> None:
    record = Record()
    template = environment({"c": record}).get_template("output")
    record.word = "changed"
    assert "changed" not in template.render(view="")

"""Working constants into templates changes nothing that they print."""

from dataclasses import dataclass
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from wanbao.fold import FoldingEnvironment


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
    "shadowed": "{% for c in [view] %}{{ c.word }}{% endfor %}",
    "condition": "{{ c.word if c.yes else view }}{{ 'x' if view and c.no else 'y' }}",
    "missing": "{{ c.nothing }}",
}


def environment(constants: dict[str, Any]) -> FoldingEnvironment:
    made = FoldingEnvironment(loader=DictLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True)
    made.globals.update(c=Record())
    made.constants = constants
    return made


@pytest.mark.parametrize("name", sorted(TEMPLATES.keys() - {"missing", "shadowed"}))
def test_a_template_prints_the_same_with_its_constants_worked_in(name: str) -> None:
    usual = Environment(loader=DictLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True)
    usual.globals.update(c=Record())
    plain = usual.get_template(name).render(view="v<")
    assert environment({}).get_template(name).render(view="v<") == plain
    assert environment({"c": Record()}).get_template(name).render(view="v<") == plain
    assert plain


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

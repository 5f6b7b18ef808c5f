"""`{% same KEY, … %}…{% endsame %}`: a stretch of a template that is the same on all pages on which its keys are.

The head, the navigation and the foot of a page depend on how deep it lies and where it belongs, and on nothing else; an
archive has 100,000 pages of a dozen such frames. The stretch is printed once for each value of its keys and remembered
for as long as the process makes pages. What it holds must follow from its keys and from `site` and `s`.
"""

from __future__ import annotations

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

MOST = 1000
"""How many stretches are remembered; more than that are no frames, and are forgotten all at once."""


class Same(Extension):
    """The tag."""

    tags = frozenset({"same"})  # type: ignore[assignment]

    def __init__(self, environment: Environment) -> None:
        """Remember nothing yet."""
        super().__init__(environment)
        self._known: dict[tuple[str, tuple[object, ...]], str] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag as: look the stretch up; where it is not known, print it aside and keep it; print it."""
        line = next(parser.stream).lineno
        keys = [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            keys.append(parser.parse_expression())
        body = parser.parse_statements(("name:endsame",), drop_needle=True)
        place: list[nodes.Expr] = [nodes.Const(f"{parser.name}:{line}"), nodes.Tuple(keys, "load")]
        name = f"same_{line}"
        found = nodes.Name(name, "load")
        keep = self.call_method("keep", [*place, found])
        unknown = nodes.Compare(found, [nodes.Operand("eq", nodes.Const(None))])
        make = nodes.If(
            unknown,
            [
                nodes.AssignBlock(nodes.Name(name, "store"), None, body),
                nodes.Assign(nodes.Name(name, "store"), keep),
            ],
            [],
            [],
        )
        look = self.call_method("find", place)
        inside: list[nodes.Node] = [make, nodes.Output([nodes.MarkSafe(found)])]
        return nodes.With([nodes.Name(name, "param")], [look], inside).set_lineno(line)

    def find(self, place: str, keys: tuple[object, ...]) -> str | None:
        """The stretch, if it was printed before."""
        return self._known.get((place, keys))

    def keep(self, place: str, keys: tuple[object, ...], text: str) -> str:
        """Remember the stretch; gives it back."""
        if len(self._known) >= MOST:
            self._known.clear()
        found = self._known[place, keys] = str(Markup(text))
        return found

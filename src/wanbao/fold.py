"""Jinja with what never changes worked in before it compiles: a page prints some hundred texts of the interface, a site
has 100,000 pages.

`{{ s.skip }}` and `{{ site.name }}` are the same on every page of a build. Here the syntax tree of a template is
rewritten before it is compiled: such an expression becomes its value, and `{% if site.has_search %}` becomes the branch
that is taken. Jinja itself then joins neighbouring constants and escapes them once. What a template prints is the same
(a test renders both ways); an attribute that does not exist is left alone, so that it fails where it is printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer

_PLAIN = (str, int, bool, type(None))


class FoldingEnvironment(Environment):
    """An environment that works the attributes of `constants` into every template."""

    constants: Mapping[str, object] = MappingProxyType({})
    """The values that are the same for every page, by the name that templates know them by."""

    def compile(self, source: Any, name: Any = None, filename: Any = None, *rest: Any, **named: Any) -> Any:
        """Compile a template after its constants are worked in."""
        tree = self.parse(source, name, filename) if isinstance(source, str) else source
        return super().compile(_Fold(self.constants, tree).visit(tree), name, filename, *rest, **named)


class _Fold(NodeTransformer):
    """Replaces what is constant in one template."""

    def __init__(self, constants: Mapping[str, object], tree: nodes.Template) -> None:
        # A name that the template itself sets or loops over is its own.
        own = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
        self._constants = {name: value for name, value in constants.items() if name not in own}

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 (Jinja's name)
        self.generic_visit(node)
        inner = node.node
        if isinstance(inner, nodes.Name) and inner.name in self._constants:
            value = getattr(self._constants[inner.name], node.attr, self)
            if isinstance(value, _PLAIN):
                return nodes.Const(value, lineno=node.lineno)
        return node

    def visit_If(self, node: nodes.If) -> nodes.Node | list[nodes.Node]:  # noqa: N802 (Jinja's name)
        others, node.elif_ = node.elif_, []
        self.generic_visit(node)
        # An `elif` is an If whose branches are not its own to give away.
        for other in others:
            self.generic_visit(other)
        node.elif_ = others
        if isinstance(node.test, nodes.Const) and not node.elif_:
            return node.body if node.test.value else node.else_
        return node

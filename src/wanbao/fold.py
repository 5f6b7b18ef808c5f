"""Jinja, compiled for a site of 100,000 pages: what a template prints is the same, it is printed with less ado.

Three things, each in the place that Jinja gives for it, and none that a template could notice:

- **Constants are worked in** before a template is compiled. `{{ s.skip }}` and `{{ site.name }}` are the same on every
  page of a build; such an expression becomes its value, and `{% if site.has_search %}` the branch that is taken. Jinja
  itself then joins neighbouring constants and escapes them once.
- **Attributes are read as attributes.** Templates see frozen records, so `view.title` need not be looked up as an item
  as well; a name that a record does not have is an error all the same.
- **Texts are escaped without wrapping** each in an object that says that it is escaped.

A test renders every kind of template both ways.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import jinja2
from jinja2 import BytecodeCache, Environment, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import escape

from wanbao.store import Store

_PLAIN = (str, int, bool, type(None))


def escaped(value: object) -> str:
    """The value as HTML: what markupsafe's `escape` makes of it, but a text with nothing to escape stays itself."""
    if type(value) is str and not ("<" in value or "&" in value or ">" in value or '"' in value or "'" in value):
        return value
    return escape(value)


class _Generator(CodeGenerator):
    """Writes the Python code of a template."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class FoldingEnvironment(Environment):
    """An environment that works the attributes of `constants` into every template."""

    code_generator_class = _Generator
    escaped = staticmethod(escaped)
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


class Compiled(BytecodeCache):
    """Compiled templates, kept in the cache: compiling all costs as much as making a hundred articles."""

    def __init__(self, store: Store, site: str) -> None:
        """Keep them in `store`; `site` is a digest of the site, whose constants are worked into the code."""
        self._store = store
        self._kind = f"templates/{site}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what is kept, if anything."""
        data = self._store.load_bytes(self._kind, self._name(bucket))
        if data is not None:
            with contextlib.suppress(EOFError, ValueError, TypeError):
                bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._store.save_bytes(self._kind, self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        # Compiled code is of one Python and one Jinja.
        versions = f"{sys.implementation.cache_tag} {jinja2.__version__}"
        return self._store.name(versions, bucket.key, bucket.checksum)

"""Jinja, compiled for a site of 100,000 pages: what a template prints is the same, it is printed with less ado.

Four things, each in the place that Jinja gives for it, and none that a template could notice:

- **Inheritance, includes and macros are made flat** (`wanbao.flatten`) in templates that are printed often.
- **Constants are worked in** before a template is compiled. `{{ s.skip }}` and `{{ site.name }}` are the same on every
  page of a build; such an expression becomes its value, and `{% if site.has_search %}` the branch that is taken. Jinja
  itself then joins neighbouring constants and escapes them once.
- **Attributes are read as attributes, and methods called as methods.** Templates see frozen records, so `view.title`
  need not be looked up as an item as well; a name that a record does not have is an error all the same.
- **Texts are escaped without wrapping** each in an object that says that it is escaped.

A test renders every kind of template both ways.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from keyword import iskeyword
from types import MappingProxyType
from typing import Any

import jinja2
from jinja2 import BytecodeCache, Environment, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame

from wanbao.flatten import Flattener, Transformer, copied, names_in, walk
from wanbao.store import Store

_PLAIN = (str, int, bool, type(None))


class _Generator(CodeGenerator):
    """Writes the Python code of a template."""

    _is_direct = False
    """Whether what is printed now is escaped without a wrapper."""
    _unwrapped: nodes.Expr | None = None
    """What is printed now, if it is HTML already."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (Jinja's name)
        self.writeline("from wanbao.markup import escape_text")
        for inner in walk(node):
            if isinstance(inner, (nodes.Template, nodes.For)):  # those that Jinja asks for what is below them
                inner.__dict__["find_all"] = partial(_below, inner)
        super().visit_Template(node, frame)

    def pull_dependencies(self, nodes: Iterable[nodes.Node]) -> None:
        """Note the filters and tests that are used, of which there is one in few of these nodes."""
        below = list(nodes)
        if any(isinstance(node, _NAMED_APART) for root in below for node in walk(root)):
            super().pull_dependencies(below)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        awkward = forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(kw.key) for kw in node.kwargs)
        if awkward or not isinstance(node.node, (nodes.Getattr, nodes.ExtensionAttribute)):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.write(f"{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")
        self.write(")")

    def visit_MarkSafe(self, node: nodes.MarkSafe, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        if node is self._unwrapped:
            self.visit(node.expr, frame)
        else:
            super().visit_MarkSafe(node, frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        if node is self._unwrapped and node.node is not None:
            self.visit(node.node, frame)
        else:
            super().visit_Filter(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self._is_direct = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None
        self._unwrapped = node if self._is_direct and _is_safe(node) else None
        if self._unwrapped:
            self.write("(_o if (_o := (")
        elif self._is_direct:
            self.write("(escape_text(_o) if (_o := (")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._unwrapped:
            self.write(")).__class__ is str else Markup(_o))")
        elif self._is_direct:
            self.write(")).__class__ is str else str(_o) if _o.__class__ is int else escape(_o))")
        else:
            super()._output_child_post(node, frame, finalize)


_NAMED_APART = (nodes.Filter, nodes.Test)


def _below(root: nodes.Node, kind: type[nodes.Node]) -> list[nodes.Node]:
    """The nodes of a kind below one, as Jinja's `find_all` gives them, which takes five times as long."""
    return [node for node in walk(root) if isinstance(node, kind) and node is not root]


def _is_safe(node: nodes.Expr) -> bool:
    """Whether the template says that this is HTML already."""
    return isinstance(node, nodes.MarkSafe) or (isinstance(node, nodes.Filter) and node.name == "safe")


class FoldingEnvironment(Environment):
    """An environment that works the attributes of `constants` into every template."""

    code_generator_class = _Generator
    constants: Mapping[str, object] = MappingProxyType({})
    """The values that are the same for every page, by the name that templates know them by."""

    @cached_property
    def parsed(self) -> dict[tuple[Any, str], nodes.Template]:
        """The templates that were parsed, by name and source: two environments of a theme share theirs."""
        return {}

    def _parse(self, source: str, name: Any, filename: Any) -> nodes.Template:
        """The syntax tree of a template, parsed once; a copy, for trees are changed in place."""
        if (name, source) not in self.parsed:
            self.parsed[name, source] = super()._parse(source, name, filename)
        return copied(self.parsed[name, source], self)

    def compile(self, source: Any, name: Any = None, filename: Any = None, *rest: Any, **named: Any) -> Any:
        """Compile a template after its constants are worked in."""
        tree = self.parse(source, name, filename) if isinstance(source, str) else source
        return super().compile(_joined(self.folded(tree)), name, filename, *rest, **named)

    def folded(self, tree: nodes.Template) -> nodes.Template:
        """The tree with its constants worked in."""
        found: nodes.Template = _Fold(self.constants, tree).visit(tree)
        return found


class FlatEnvironment(FoldingEnvironment):
    """The same, with templates made flat: for those that are printed many times, because making them flat costs."""

    @cached_property
    def _flattener(self) -> Flattener:
        return Flattener(self, self.constants, self.folded)

    def compile(self, source: Any, name: Any = None, filename: Any = None, *rest: Any, **named: Any) -> Any:
        """Compile a template after it was made flat."""
        if not isinstance(source, str) or not name:
            return super().compile(source, name, filename, *rest, **named)
        return Environment.compile(self, _joined(self._flattener.flat(name)), name, filename, *rest, **named)


class _Fold(Transformer):
    """Replaces what is constant in one template."""

    def __init__(self, constants: Mapping[str, object], tree: nodes.Template) -> None:
        # A name that the template itself sets or loops over is its own.
        own, _ = names_in(tree)
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


def _joined(tree: nodes.Template) -> nodes.Template:
    """The tree with neighbouring outputs as one, so that Jinja joins what is constant in them."""
    for node in walk(tree):
        for field in ("body", "else_"):
            statements = node.__dict__.get(field)
            if isinstance(statements, list) and len(statements) > 1:
                statements[:] = _runs(statements)
    return tree


def _runs(statements: list[nodes.Node]) -> Iterator[nodes.Node]:
    last: nodes.Output | None = None
    for statement in statements:
        if isinstance(statement, nodes.Output) and last is not None:
            last.nodes += statement.nodes
            continue
        if last is not None:
            yield last
        last = statement if isinstance(statement, nodes.Output) else None
        if last is None:
            yield statement
    if last is not None:
        yield last


class Compiled(BytecodeCache):
    """Compiled templates, kept in the cache: compiling all costs as much as making a hundred articles."""

    def __init__(self, store: Store, site: str, form: str = "") -> None:
        """Keep them in `store`; `site` is a digest of the site, whose constants are worked into the code.

        `form` tells code of one kind of environment from that of another.
        """
        self._store = store
        self._form = form
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
        return self._store.name(versions, self._form, bucket.key, bucket.checksum)

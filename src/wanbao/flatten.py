"""Templates made flat before they are compiled: one function a page instead of a tower of generators.

A page of ours is a template that extends another, includes parts and calls macros. Jinja makes a generator of each,
and every piece of text climbs through all of them; a macro call costs as much as ten lines of output. So before a
template is compiled, its syntax tree is made flat: the blocks of the child take the place of the parent's, included
parts stand where they are included, and a macro's body stands where it is called, its parameters set by `with`.

Whatever cannot be moved without changing what it means (`super()`, `self`, a template named by an expression, macros
with `caller` or a variable number of arguments) stays as it is, and Jinja does it in its own way. Scopes of names are
kept by Jinja's own nodes `Scope` and `With`. A test renders every kind of template both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

if TYPE_CHECKING:
    from jinja2 import Environment

N = TypeVar("N", bound=nodes.Node)
_LEAVES = frozenset((nodes.Name, nodes.NSRef, nodes.Const, nodes.TemplateData))
"""Nodes below which there are none: most of a tree."""
_MOVABLE = (nodes.FromImport, nodes.Import, nodes.Macro, nodes.Assign, nodes.AssignBlock)
"""What a template that extends another may have beside its blocks without printing anything."""


Prepare = Callable[[nodes.Template], nodes.Template]
"""What is done to a template before it is made flat."""


class Transformer(NodeTransformer):
    """Jinja's own in half the time, for visitors that no leaf interests."""

    def generic_visit(self, node: nodes.Node, *args: object, **kwargs: object) -> nodes.Node:
        """Visit what is below a node but leaves, and put in its place what comes of it."""
        inside = node.__dict__
        for name in node.fields:
            value = inside.get(name)
            if isinstance(value, list):
                value[:] = self._made_of(value)
            elif isinstance(value, nodes.Node) and value.__class__ not in _LEAVES:
                inside[name] = self.visit(value)
        return node

    def _made_of(self, items: list[object]) -> list[object]:
        made: list[object] = []
        for item in items:
            found = self.visit(item) if isinstance(item, nodes.Node) and item.__class__ not in _LEAVES else item
            if isinstance(found, list):
                made += found
            elif found is not None:
                made.append(found)
        return made


class Flattener:
    """Makes the templates of one environment flat; each is read and parsed once."""

    def __init__(self, environment: Environment, shared: Iterable[str], prepare: Prepare) -> None:
        """`shared` are the names that mean the same in every template; `prepare` is done to each before all else."""
        self.environment = environment
        self.shared = frozenset(shared)
        self._prepare = prepare
        self.loading: list[str] = []
        self._trees: dict[str, nodes.Template] = {}
        self._macros: dict[str, dict[str, nodes.Macro]] = {}

    def flat(self, name: str) -> nodes.Template:
        """The template without inheritance, includes and macro calls, as far as that can be done.

        Raises what Jinja raises for a template that is missing or cannot be parsed.
        """
        tree = _without_inheritance(self, self.load(name))
        _drop_unused(tree)
        return tree

    def load(self, name: str) -> nodes.Template:
        """A template by its name, macro calls and includes replaced: a copy, for trees are changed in place."""
        if name not in self._trees:
            self.loading.append(name)
            tree = self._inlined(self._prepare(self._parsed(name)))
            self._trees[name] = _Includes(self).visit(tree)
            self.loading.pop()
        return copied(self._trees[name])

    def _inlined(self, tree: nodes.Template) -> nodes.Template:
        """The tree with the bodies of macros where they are called; a macro must stand before its calls."""
        known: dict[str, nodes.Macro] = {}
        visitor = _Macros(known)
        body: list[nodes.Node] = []
        for node in tree.body:
            body += _listed(visitor.visit(node))
            if isinstance(node, nodes.FromImport):
                known |= self._imported(node)
            elif isinstance(node, nodes.Macro) and self._is_movable(node):
                known[node.name] = node
        tree.body = body
        return tree

    def _parsed(self, name: str) -> nodes.Template:
        """A template by its name, as it is written."""
        environment = self.environment
        assert environment.loader is not None
        source, filename, _ = environment.loader.get_source(environment, name)
        return environment._parse(source, name, filename)

    def _imported(self, node: nodes.FromImport) -> dict[str, nodes.Macro]:
        """The movable macros that an import brings, by the names it gives them."""
        if node.with_context or not isinstance(node.template, nodes.Const):
            return {}
        offered = self._of_module(node.template.value)
        pairs = [item if isinstance(item, tuple) else (item, item) for item in node.names]
        return {alias: offered[name] for name, alias in pairs if name in offered}

    def _of_module(self, name: str) -> dict[str, nodes.Macro]:
        """The movable macros of a template, the calls in them replaced already."""
        if name not in self._macros:
            self._macros[name] = {}  # a module that imports itself finds nothing
            own = [node for node in self.load(name).body if isinstance(node, nodes.Macro)]
            self._macros[name] = {macro.name: macro for macro in own if self._is_movable(macro)}
        return self._macros[name]

    def _is_movable(self, macro: nodes.Macro) -> bool:
        """Whether the body means the same elsewhere: all names it uses are its own or shared by all templates."""
        own, used = names_in(macro)
        return used <= own | self.shared | {"loop"} and all(isinstance(d, nodes.Const) for d in macro.defaults)


class _Macros(Transformer):
    """Puts the body of a macro where it is printed."""

    def __init__(self, known: dict[str, nodes.Macro]) -> None:
        self._known = known
        self._open: list[str] = []

    def visit_Output(self, node: nodes.Output) -> nodes.Node | list[nodes.Node]:  # noqa: N802 (Jinja's name)
        """The output, parted where a macro is called."""
        parts: list[nodes.Node] = []
        run: list[nodes.Expr] = []
        for item in node.nodes:
            body = self._body(item)
            if body is None:
                run.append(item)
                continue
            if run:
                parts.append(nodes.Output(run, lineno=node.lineno))
            run = []
            parts.append(body)
        if not parts:
            return node
        return [*parts, nodes.Output(run, lineno=node.lineno)] if run else parts

    def _body(self, call: nodes.Expr) -> nodes.With | None:
        """The body of the macro that is called, or None where this is no call that can be replaced."""
        if not isinstance(call, nodes.Call) or not isinstance(call.node, nodes.Name):
            return None
        name = call.node.name
        macro = self._known.get(name)
        if macro is None or name in self._open:
            return None
        values = _arguments(macro, call)
        if values is None:
            return None
        self._open.append(name)
        statements = [copied(statement) for statement in macro.body]
        own = {argument.name: f"{name}_{argument.name}" for argument in macro.args}
        for statement in statements:
            _rename(statement, own)
        body = [made for statement in statements for made in _listed(self.visit(statement))]
        self._open.pop()
        targets: list[nodes.Expr] = [nodes.Name(new, "param", lineno=call.lineno) for new in own.values()]
        return nodes.With(targets, values, body, lineno=call.lineno)


def _arguments(macro: nodes.Macro, call: nodes.Call) -> list[nodes.Expr] | None:
    """A value for each parameter, or None where the call does not fit plainly."""
    if call.dyn_args is not None or call.dyn_kwargs is not None or len(call.args) > len(macro.args):
        return None
    names = [argument.name for argument in macro.args]
    values: dict[str, nodes.Expr] = dict(zip(reversed(names), reversed(macro.defaults), strict=False))
    values |= dict(zip(names, call.args, strict=False))
    for keyword in call.kwargs:
        if keyword.key not in names[len(call.args) :]:
            return None
        values[keyword.key] = keyword.value
    return [values[name] for name in names] if len(values) == len(names) else None


def _without_inheritance(flat: Flattener, tree: nodes.Template) -> nodes.Template:
    """The tree with its blocks in the place of those of the templates it extends."""
    chain = [tree]
    while (parent := _parent(chain[-1])) is not None:
        chain.append(flat.load(parent))
    if len(chain) == 1:
        return tree  # whoever extends it may want its blocks
    if any(_blocks_flattening(one, one is not chain[-1]) for one in chain):
        return tree
    blocks: dict[str, nodes.Block] = {}
    for one in chain:
        for block in walk(one):
            if isinstance(block, nodes.Block):
                blocks.setdefault(block.name, block)
    kept = [node for one in chain[:-1] for node in one.body if isinstance(node, _MOVABLE)]
    whole: nodes.Template = _Blocks(blocks).visit(chain[-1])
    whole.body = [*kept, *whole.body]
    for node in walk(whole):
        node.environment = flat.environment
    return whole


def _parent(tree: nodes.Template) -> str | None:
    """The name of the template that this one extends."""
    extends = next((node for node in tree.body if isinstance(node, nodes.Extends)), None)
    name = extends.template.value if extends and isinstance(extends.template, nodes.Const) else None
    return name if isinstance(name, str) else None


def _blocks_flattening(tree: nodes.Template, extends: bool) -> bool:
    """Whether a template has anything that means something only in Jinja's own inheritance."""
    if not names_in(tree)[1].isdisjoint(("super", "self")):
        return True
    if not extends:
        return any(isinstance(node, nodes.Extends) for node in tree.body)
    before = True
    for node in tree.body:
        if isinstance(node, nodes.Extends):
            before = False
        elif isinstance(node, nodes.Output) and before:
            return True  # printed before the parent
        elif not isinstance(node, (nodes.Block, nodes.Output, *_MOVABLE)):
            return True
    return False


class _Blocks(Transformer):
    """Puts the youngest block of a name where the oldest template has its place."""

    def __init__(self, blocks: dict[str, nodes.Block]) -> None:
        self._blocks = blocks

    def visit_Block(self, node: nodes.Block) -> nodes.Scope:  # noqa: N802 (Jinja's name)
        """The block's body in a scope of its own."""
        chosen = self._blocks[node.name]
        body = [made for statement in chosen.body for made in _listed(self.visit(statement))]
        return nodes.Scope(body, lineno=node.lineno)


class _Includes(Transformer):
    """Puts an included template where it is included."""

    def __init__(self, flat: Flattener) -> None:
        self._flat = flat

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 (Jinja's name)
        """The included template's body in a scope of its own, or the include as it is."""
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(name, str) or node.ignore_missing or not node.with_context or name in self._flat.loading:
            return node
        tree = self._flat.load(name)
        if any(isinstance(inner, (nodes.Extends, nodes.Block)) for inner in walk(tree)):
            return node
        return nodes.Scope(tree.body, lineno=node.lineno)


def _drop_unused(tree: nodes.Template) -> None:
    """Forget imports of which nothing is called any more: importing a template costs time on every page."""
    _, used = names_in(tree)
    tree.body = [node for node in tree.body if not _is_unused(node, used)]


def _is_unused(node: nodes.Node, used: set[str]) -> bool:
    return isinstance(node, nodes.FromImport) and not any(
        (item[1] if isinstance(item, tuple) else item) in used for item in node.names
    )


def walk(root: nodes.Node) -> Iterator[nodes.Node]:
    """The node and all below it, in their order: what Jinja's `find_all` does in five times the time."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if node.__class__ in _LEAVES:
            continue
        inside = node.__dict__
        for name in reversed(node.fields):
            value = inside.get(name)
            if isinstance(value, nodes.Node):
                waiting.append(value)
            elif isinstance(value, list):
                waiting += [item for item in reversed(value) if isinstance(item, nodes.Node)]


def names_in(root: nodes.Node) -> tuple[set[str], set[str]]:
    """The names that are set below a node, and those that are used."""
    own: set[str] = set()
    used: set[str] = set()
    for node in walk(root):
        if isinstance(node, nodes.Name):
            (used if node.ctx == "load" else own).add(node.name)
    return own, used


def _listed(made: nodes.Node | Sequence[nodes.Node] | None) -> Iterator[nodes.Node]:
    """What a visitor made, one by one."""
    if isinstance(made, nodes.Node):
        yield made
    elif made is not None:
        yield from made


def _rename(root: nodes.Node, names: Mapping[str, str]) -> None:
    """Give names below a node other names: a parameter must not look like an imported macro."""
    for node in walk(root):
        if isinstance(node, nodes.Name) and node.name in names:
            node.name = names[node.name]


def copied(node: N, environment: Environment | None = None) -> N:
    """The same node anew, as one of this environment if it is given: a macro's body stands in many places, and each is
    changed on its own."""
    made: N = object.__new__(type(node))
    inside = made.__dict__
    inside.update(node.__dict__)
    if environment is not None:
        inside["environment"] = environment
    if node.__class__ in _LEAVES:
        return made
    for name in node.fields:
        value = inside.get(name)
        if isinstance(value, nodes.Node):
            inside[name] = copied(value, environment)
        elif isinstance(value, list):
            inside[name] = [copied(item, environment) if isinstance(item, nodes.Node) else item for item in value]
    return made

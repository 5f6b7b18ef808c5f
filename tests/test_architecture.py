"""The house stands: imports flow down, addresses come from one room, nothing depends on the clock or the machine."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from wanbao import urls

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "wanbao"
TEMPLATES = ROOT / "templates"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("charsets",),
    ("firstletters",),
    ("precompiled",),
    ("patterns",),
    ("variants",),
    ("errors", "typos", "text", "traditional", "markup", "pagescan", "digests", "packing", "signatures"),
    ("records", "punctuation", "private_numbers", "yamlfile", "strange"),
    (
        *(
            "settings",
            "config",
            "conventions",
            "furniture",
            "strings",
            "disk",
            "store",
            "learnt",
            "dates",
            "relative",
        ),
        *(
            "nameforms",
            "romanised",
            "byline_words",
            "bylines",
            "credited",
            "rolewords",
            "byline_tokens",
            "byline_reading",
            "names",
            "authorlines",
            "bare",
            "newspaper",
            "urls",
            "head_parts",
            "heads",
            "moves",
            "series",
            "sametext",
            "related",
        ),
    ),
    ("parse",),
    ("read", "cards", "privacy"),
    ("archive", "reference"),
    ("cite", "feeds", "search", "exports", "following", "about", "linebreaks"),
    ("views", "metatags", "jsonld", "flatten", "fold", "same", "render", "theme", "plan"),
    (
        "manifest",
        "lastbuild",
        "publish",
        "whereabouts",
        "forwarding",
        "check",
        "verify",
        "inspect",
        "explain",
        "report",
        "why",
        "unchanged",
        "progress",
        "work",
        "pool",
        "indexing",
    ),
    ("build",),
    ("cli",),
)
"""Rooms from the ground up. A room leans on floors below its own; the inside of a package is its own affair."""

STAIRS = frozenset({7, 12, 13})
"""Floors whose rooms may also lean on the rooms to their left: newspaper on conventions, plan on views …"""

LONGEST = 400
"""Lines of code, documentation apart (nobody shall save on that); a longer module is a drawer."""

EXCUSED: frozenset[str] = frozenset()
"""Modules that may be longer than `LONGEST`: none."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """`parse.lines` for src/wanbao/parse/lines.py; a package's `__init__` has the package's name."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def room_of(name: str) -> str:
    return name.partition(".")[0]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes(), filename=str(path))


def imports_of(path: Path, known: frozenset[str]) -> Iterator[tuple[str, int]]:
    """(module of ours, line) for every import in a file, those under TYPE_CHECKING and inside functions included."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.partition(".")[0] != "wanbao":
                continue
            inside = name.removeprefix("wanbao").removeprefix(".")
            while inside and inside not in known:
                inside = inside.rpartition(".")[0]
            if inside:
                yield inside, node.lineno


def graph() -> dict[str, list[tuple[str, int]]]:
    known = frozenset(name_of(path) for path in modules())
    return {name_of(path): list(imports_of(path, known)) for path in modules() if name_of(path) != "__init__"}


def may_lean_on(room: str, other: str) -> bool:
    floor = {name: number for number, row in enumerate(FLOORS) for name in row}
    if room not in floor or other not in floor or floor[other] != floor[room]:
        return floor.get(other, len(FLOORS)) < floor.get(room, -1)
    row = FLOORS[floor[room]]
    return floor[room] in STAIRS and row.index(other) < row.index(room)


def test_every_module_has_a_floor_and_every_room_is_there() -> None:
    listed = {name for row in FLOORS for name in row}
    assert {room_of(name_of(path)) for path in modules()} - {"__init__", "__main__"} == listed


def test_no_room_is_listed_twice() -> None:
    names = [name for row in FLOORS for name in row]
    assert len(names) == len(set(names))


def test_imports_flow_down() -> None:
    wrong = [
        f"{name}:{line} imports {other}"
        for name, imports in graph().items()
        for other, line in imports
        if name != "__main__" and room_of(name) != room_of(other) and not may_lean_on(room_of(name), room_of(other))
    ]
    assert not wrong


def test_no_import_runs_in_a_circle() -> None:
    edges = {name: sorted({other for other, _ in imports}) for name, imports in graph().items()}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name not in done:
            for other in edges.get(name, []):
                # A package's own __init__ may gather its modules; a module asking its package for itself is a circle.
                walk(other, (*trail, name))
            done.add(name)

    for name in edges:
        walk(name, ())


def test_the_rules_on_imports_can_fail() -> None:
    assert may_lean_on("plan", "urls")
    assert may_lean_on("plan", "views")
    assert not may_lean_on("urls", "plan")
    assert not may_lean_on("views", "plan")
    assert not may_lean_on("feeds", "cite")


def is_text(node: ast.AST) -> bool:
    """Tell whether a node is a docstring, of a module, a function, a class or a field."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def lines_of_code(tree: ast.Module) -> set[int]:
    """The lines on which code stands: not blank, no comment, no docstring."""
    words: set[int] = set()
    for node in ast.walk(tree):
        if is_text(node):
            assert isinstance(node, ast.Expr)
            words.update(range(node.lineno, (node.end_lineno or 0) + 1))
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.expr | ast.stmt | ast.arg | ast.alias))
    ends = {line for node in nodes for line in (node.lineno, node.end_lineno or 0)}
    return ends - words


def test_documentation_is_not_counted() -> None:
    assert lines_of_code(ast.parse('"""Doc\n\nmore."""\n\n# comment\nx = 1\n"""Field."""\n')) == {6}


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_module_is_a_drawer(path: Path) -> None:
    length = len(lines_of_code(tree_of(path)))
    assert length <= LONGEST or name_of(path) in EXCUSED, f"{length} lines of code"


# Addresses -----------------------------------------------------------------------------------------------------------


def pieces_of_text(tree: ast.Module) -> Iterator[tuple[str, int, bool]]:
    """(text, line, whether it is joined to another text) of every string that is not a docstring."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and is_text(node)}
    joined = {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    added = {id(side) for node in ast.walk(tree) if isinstance(node, ast.BinOp) for side in (node.left, node.right)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value, node.lineno, id(node) in joined | added


def makes_an_address(text: str, is_piece: bool, templates: frozenset[str]) -> bool:
    """Tell whether a string is (part of) an address: it ends like one, and is neither a template nor a mere suffix."""
    if not re.search(r"\.html?\Z", text) or " " in text:
        return False
    return is_piece or (text not in templates and text != ".html")


def test_addresses_are_made_in_one_room() -> None:
    templates = frozenset(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
    wrong = [
        f"{name_of(path)}:{line} {text!r}"
        for path in modules()
        if name_of(path) != "urls"
        for text, line, is_piece in pieces_of_text(tree_of(path))
        if makes_an_address(text, is_piece, templates)
    ]
    assert not wrong


def test_an_address_made_elsewhere_would_be_seen() -> None:
    [(text, _, is_piece)] = pieces_of_text(ast.parse("folder + '.html'"))
    assert makes_an_address(text, is_piece, frozenset())
    assert makes_an_address("/index.html", True, frozenset())
    assert makes_an_address("people/index.html", False, frozenset({"people.html"}))
    assert not makes_an_address("people.html", False, frozenset({"people.html"}))
    assert not makes_an_address(".html", False, frozenset())


_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ROOT = re.compile(r"\{\{-?\s*(?:view\.head\.|head\.)?root\s*-?\}\}")
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def addresses_in(template: str) -> list[str]:
    """What looks like an address of a page in the words of a template; `\0` stands for an expression."""
    words = _EXPRESSION.sub("\0", _ROOT.sub("", _TAG.sub("", template)))
    return re.findall(r"[\w/.\0-]*\.html\b", words)


def test_templates_make_no_address_but_name_fixed_ones() -> None:
    fixed = {value for value in vars(urls).values() if isinstance(value, str)}
    wrong = [
        f"{path.relative_to(TEMPLATES)}: {found}"
        for path in sorted(TEMPLATES.rglob("*.html"))
        for found in addresses_in(path.read_text("utf-8"))
        if found not in fixed
    ]
    assert not wrong


def test_an_address_made_by_a_template_would_be_seen() -> None:
    assert addresses_in('<a href="{{ root }}people/{{ name }}.html">') == ["people/\0.html"]
    assert addresses_in('{% extends "base.html" %}{{ view.html }}') == []


# Nothing but the input ----------------------------------------------------------------------------------------------

_UNSTEADY_MODULES = frozenset({"locale", "secrets", "uuid"})
_UNSTEADY_CALLS = re.compile(
    r"(?:\w+\.)*(?:datetime|date)\.(?:now|today|utcnow|fromtimestamp)\Z"
    r"|time\.(?:time|time_ns|localtime|gmtime|ctime|strftime|asctime)\Z"
    r"|os\.(?:urandom|getlogin|uname)\Z|platform\.\w+\Z|socket\.gethostname\Z"
    r"|random\.(?!Random\Z)\w+\Z|hash\Z|id\Z"
)


def unsteady(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, what) for everything whose answer may differ between two runs or two machines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            yield from ((node.lineno, name) for name in names if name in _UNSTEADY_MODULES)
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if _UNSTEADY_CALLS.match(called) or (called.endswith("Random") and not node.args):
                yield node.lineno, called


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_nothing_depends_on_the_clock_the_locale_or_chance(path: Path) -> None:
    assert not [f"{path.name}:{line} {what}" for line, what in unsteady(tree_of(path))]


@pytest.mark.parametrize(
    "code",
    [
        "datetime.now()",
        "datetime.date.today()",
        "time.time()",
        "random.choice(x)",
        "random.Random()",
        "hash(x)",
        "import locale",
        "from uuid import uuid4",
    ],
)
def test_unsteady_code_would_be_seen(code: str) -> None:
    assert list(unsteady(ast.parse(code)))


@pytest.mark.parametrize("code", ["time.perf_counter()", "random.Random(7)", "date.fromisoformat(x)", "x.hash(y)"])
def test_steady_code_is_left_alone(code: str) -> None:
    assert not list(unsteady(ast.parse(code)))


# The reader depends on nobody -----------------------------------------------------------------------------------------

_LOADS = re.compile(
    r"""(?ix)
    \b(?:src|srcset|poster|data|action|formaction|background)\s*=\s*["']?\s*(?:https?:)?//
    | <link\b[^>]*\bhref\s*=\s*["']?\s*(?:https?:)?//
    | \burl\(\s*["']?\s*(?:https?:)?//
    | @import\s+["']\s*(?:https?:)?//
    | \b(?:fetch|import|importScripts|Worker|EventSource|WebSocket|sendBeacon)\s*\(\s*["'`](?:https?|wss?):
    | \bfrom\s+["']https?:
    """
)


def test_the_theme_loads_nothing_from_another_host() -> None:
    wrong = [
        f"{path.relative_to(TEMPLATES)}: {found[0]}"
        for path in sorted(TEMPLATES.rglob("*"))
        if path.is_file() and (found := _LOADS.search(path.read_text("utf-8", errors="replace")))
    ]
    assert not wrong


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://cdn.example/x.js">',
        "<img src=//cdn.example/x.png>",
        '<link rel="stylesheet" href="http://x.example/y.css">',
        "@import 'https://x.example/y.css'",
        "src: url(https://x.example/y.woff2)",
        'fetch("https://x.example/")',
    ],
)
def test_a_load_from_another_host_would_be_seen(text: str) -> None:
    assert _LOADS.search(text)


def test_a_mere_link_to_another_host_is_left_alone() -> None:
    assert not _LOADS.search('<a href="https://www.w3.org/">')
    assert not _LOADS.search('<svg xmlns="http://www.w3.org/2000/svg">')

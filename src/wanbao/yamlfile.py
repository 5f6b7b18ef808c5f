"""Strict YAML for files that people write by hand: settings and front matter.

Strict means that a file can only say what its reader sees. Every scalar is text (so the page number `02` keeps its
zero and the date `2022-05-18` stays as written), apart from a bare `true` or `false` and an empty value, `null` or `~`.
A key said twice, anchors, aliases and tags are refused; so is a file that is too deep or too large, because settings
never are and bombs always are.
"""

from __future__ import annotations

from typing import Any

import yaml

from wanbao.errors import YamlError

MAX_SIZE = 64 * 1024
"""The largest text that is read, in bytes of UTF-8."""
MAX_DEPTH = 8
"""How deep mappings and lists may lie in each other."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "": None, "~": None, "null": None}


def load_strict(text: str, path: str) -> tuple[object, dict[str, int]]:
    """Read YAML strictly.

    Returns the value (nested dicts, lists, strings, True, False, None; None for an empty text) and the line, from 1,
    of every key and list item, under its dotted path (`furniture.0.kind`).
    Raises YamlError, a ValueError with `message` and `line`. `path` is only named in the message about size.
    """
    if len(text) > MAX_SIZE or len(text.encode("utf-8", "replace")) > MAX_SIZE:
        raise YamlError(f"{path} holds more than {MAX_SIZE // 1024} kB of YAML", 1)
    lines: dict[str, int] = {}
    try:
        loader = _Loader(text)
    except yaml.YAMLError as error:
        raise _broken(error, text) from error
    try:
        return _document(loader, lines), lines
    except yaml.YAMLError as error:
        raise _broken(error, text) from error
    finally:
        loader.dispose()


def _document(loader: Any, lines: dict[str, int]) -> object:
    """The one document of the text."""
    loader.get_event()  # start of the stream
    event = loader.get_event()
    if isinstance(event, yaml.StreamEndEvent):
        return None
    value = _value(loader, loader.get_event(), "", 1, lines)
    loader.get_event()  # end of the document
    event = loader.get_event()
    if not isinstance(event, yaml.StreamEndEvent):
        raise YamlError("a second YAML document begins here", event.start_mark.line + 1)
    return value


def _value(loader: Any, event: Any, path: str, depth: int, lines: dict[str, int]) -> object:
    """The value that begins with this event."""
    line = event.start_mark.line + 1
    if isinstance(event, yaml.AliasEvent):
        raise YamlError(f"aliases are not read here (*{event.anchor})", line)
    if event.anchor is not None:
        raise YamlError(f"anchors are not read here (&{event.anchor})", line)
    if event.tag is not None:
        raise YamlError(f"tags are not read here ({event.tag})", line)
    if isinstance(event, yaml.ScalarEvent):
        plain = event.implicit[0]
        return _CONSTANTS.get(event.value, event.value) if plain else event.value
    if depth > MAX_DEPTH:
        raise YamlError(f"lies more than {MAX_DEPTH} levels deep", line)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(loader, path, depth, lines)
    return _mapping(loader, path, depth, lines)


def _sequence(loader: Any, path: str, depth: int, lines: dict[str, int]) -> list[object]:
    items: list[object] = []
    while not isinstance(event := loader.get_event(), yaml.SequenceEndEvent):
        here = f"{path}.{len(items)}" if path else str(len(items))
        lines[here] = event.start_mark.line + 1
        items.append(_value(loader, event, here, depth + 1, lines))
    return items


def _mapping(loader: Any, path: str, depth: int, lines: dict[str, int]) -> dict[str, object]:
    result: dict[str, object] = {}
    while not isinstance(event := loader.get_event(), yaml.MappingEndEvent):
        line = event.start_mark.line + 1
        if not isinstance(event, yaml.ScalarEvent) or event.anchor is not None or event.tag is not None:
            raise YamlError("a key must be plain text", line)
        key = event.value
        if key in result:
            raise YamlError(f"the key {key!r} stands here a second time", line)
        here = f"{path}.{key}" if path else key
        lines[here] = line
        result[key] = _value(loader, loader.get_event(), here, depth + 1, lines)
    return result


def _broken(error: yaml.YAMLError, text: str) -> YamlError:
    """PyYAML's error as ours."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None)
    if mark is not None:
        return YamlError(f"not YAML: {problem}", mark.line + 1)
    position = getattr(error, "position", 0)
    reason = getattr(error, "reason", "unreadable")
    return YamlError(f"not YAML: {reason}", text.count("\n", 0, position) + 1)

"""The maintainer's attributes as they are written: `{.headline}` at the end of a line."""

from __future__ import annotations

from wanbao.patterns import regex

KNOWN_ATTRIBUTES = frozenset(
    (
        *("headline", "kicker", "deck", "subhead", "caption", "furniture", "paragraph", "article"),
        *("join", "break", "signature", "byline", "note", "verse"),
    )
)
"""What a maintainer may write at the end of a line."""
ATTRIBUTES = regex(r"\s*\{((?:\s*\.[a-z]+)+)\s*\}$")


def attributes_of(line: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The maintainer's attributes at the end of a line, and where the text before them ends."""
    if line[end - 1 : end] != "}":
        return (), end
    at = line.rfind("{", max(start, end - 80), end)
    found = ATTRIBUTES.match(line, at, end) if at >= 0 else None
    names = tuple(name.strip(".") for name in found.group(1).split()) if found else ()
    if not found or not set(names) <= KNOWN_ATTRIBUTES:
        return (), end
    return names, at

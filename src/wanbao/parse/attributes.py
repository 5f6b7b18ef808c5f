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
_MOST_PAIRS = 8
"""How many pairs of braces a line may have; what stands before them is text."""
_BRACES = regex(r"\{((?:\s*\.[a-z]+)+)\s*\}$")


def attributes_of(line: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The maintainer's attributes at the end of a line, in one pair of braces or several, and where the text before
    them ends."""
    names: tuple[str, ...] = ()
    last = end
    for _ in range(_MOST_PAIRS):
        if line[last - 1 : last] != "}":
            break
        at = line.rfind("{", max(start, last - 80), last)
        found = _BRACES.match(line, at, last) if at >= 0 else None
        inside = tuple(name.strip(".") for name in found.group(1).split()) if found else ()
        if not found or not set(inside) <= KNOWN_ATTRIBUTES:
            break
        names, end = inside + names, at
        last = len(line[:at].rstrip())
    return names, end

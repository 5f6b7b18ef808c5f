"""The maintainer's attributes: `{.headline}` at the end of a line says what the line is, and that is final."""

from __future__ import annotations

from wanbao.errors import Note
from wanbao.parse.attributes import KNOWN_ATTRIBUTES
from wanbao.parse.sight import Sight
from wanbao.patterns import regex
from wanbao.records import Source
from wanbao.typos import nearest

ROLES: dict[str, tuple[str, ...]] = {
    "headline": ("headline",),
    "kicker": ("kicker",),
    "deck": ("deck",),
    "subhead": ("subhead",),
    "caption": ("caption",),
    "furniture": ("furn",),
    "paragraph": ("para", "last", "open", "open_by", "open_new", "open_by_new"),
    "signature": ("sign",),
    "byline": ("byline",),
    "note": ("note",),
    "verse": ("verse",),
}
"""The roles that each attribute leaves open; `{.article}`, `{.join}` and `{.break}` name no role."""


def forced_roles(sights: list[Sight]) -> dict[int, tuple[str, ...]]:
    """The only roles that each marked piece may have, by its index."""
    return {
        index: ROLES[name] for index, sight in enumerate(sights) for name in sight.piece.attributes if name in ROLES
    }


_LIKE_ATTRIBUTES = regex(r"(?:\{[\sA-Za-z0-9#._-]+\}\s*)+$")
_WORD = regex(r"[^\s{}]+")
_LIKE_WORD = regex(r"[.A-Za-z_-]+|#[A-Za-z0-9_-]*")


def misspelt_attributes(source: Source) -> list[Note]:
    """A note for every line that ends with something like an attribute which is none; the line keeps it as text."""
    notes: list[Note] = []
    if "}" not in source.text:
        return notes
    for number, line in enumerate(source.text.split("\n"), source.first_line):
        bare = line.rstrip()
        if bare[-1:] != "}" or bare.startswith(":::") or number < source.first_line + source.front_matter_lines:
            continue
        found = _LIKE_ATTRIBUTES.search(bare, max(0, len(bare) - 80))
        words = _WORD.findall(found.group()) if found else []
        dotless = bool(words) and KNOWN_ATTRIBUTES.issuperset(words)
        if not (dotless or any(word.startswith(".") for word in words)) or not all(map(_LIKE_WORD.fullmatch, words)):
            continue
        for word in words:
            if word[1:] in KNOWN_ATTRIBUTES if word[0] == "." else word[0] == "#" and word[1:].isdigit():
                continue
            near = nearest(word.strip(".").lower(), sorted(KNOWN_ATTRIBUTES), 0.6)
            remedy = f"write {{.{near}}}" if near else f"known are {', '.join(sorted(KNOWN_ATTRIBUTES))}"
            notes.append(Note("W119", f"the attribute {word} is not known and stays text", remedy, line=number))
    return notes

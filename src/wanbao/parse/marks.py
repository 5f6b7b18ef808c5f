"""The maintainer's attributes: `{.headline}` at the end of a line says what the line is, and that is final."""

from __future__ import annotations

from wanbao.parse.sight import Sight

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

"""The note on a piece whose role is doubtful, in words."""

from __future__ import annotations

from wanbao.errors import Note
from wanbao.parse.decode import Reading
from wanbao.parse.sight import Sight

_WORDS = {
    "open": "the opening of the article",
    "open_by": "the opening of the article",
    "open_new": "the opening of an article without headline",
    "open_by_new": "the opening of an article without headline",
    "last": "the last paragraph",
    "last_new": "a brief of its own",
    "para": "a paragraph",
    "para_new": "a brief of its own",
    "furn": "furniture",
    "head": "a running head",
    "label": "the name of a column",
    "briefs": "the name of a column of briefs",
    "sign": "a signature",
    "lead": "a brief with its headline in front",
    "photo": "a photo story",
    "caption_above": "a picture of the story below",
    "artwork": "a picture of its own",
}


_ATTRIBUTES = {
    **{role: role for role in ("headline", "kicker", "deck", "subhead", "caption", "byline", "verse")},
    **dict.fromkeys(("open", "open_by", "last", "para"), "paragraph"),
    **dict.fromkeys(("open_new", "open_by_new", "last_new", "para_new"), "article"),
    **dict.fromkeys(("furn", "head", "label", "briefs"), "furniture"),
    **dict.fromkeys(("photo", "artwork", "caption_above", "credit"), "caption"),
    "sign": "signature",
    "lead": "paragraph",
    "note": "note",
}
"""With which attribute a maintainer says that a piece has a role."""


def _settled(reading: Reading) -> str:
    """How to settle a doubt: the attributes of both readings, or of a start where both are the same."""
    taken, other = _ATTRIBUTES.get(reading.role, "paragraph"), _ATTRIBUTES.get(reading.other, "paragraph")
    if taken == other:
        begins = f"{taken} .article"
        taken, other = (begins, taken) if reading.starts else (taken, begins)
    return f"write {{.{taken}}} at the end of the line to keep it so, {{.{other}}} if it is the other"


def role_doubt(sight: Sight, reading: Reading) -> Note:
    """The reading that was taken and the one that is nearly as good."""
    other = _WORDS.get(reading.other, reading.other)
    taken = _WORDS.get(reading.role, reading.role)
    if other == taken:
        other, taken = f"{other} of another article", f"{taken} of this article"
    return Note(
        "D502",
        f"“{sight.printed[:16]}…” was read as {taken}; as {other} it would be nearly as good",
        _settled(reading),
        line=sight.piece.line,
        taken=taken,
        refused=other,
        margin=round(reading.margin, 2),
    )

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


def role_doubt(sight: Sight, reading: Reading) -> Note:
    """The reading that was taken and the one that is nearly as good."""
    other = _WORDS.get(reading.other, reading.other)
    taken = _WORDS.get(reading.role, reading.role)
    if other == taken:
        other, taken = f"{other} of another article", f"{taken} of this article"
    return Note(
        "D502",
        f"“{sight.printed[:16]}…” was read as {taken}; as {other} it would be nearly as good",
        "settle it with an attribute such as {.headline} or {.subhead} at the end of the line",
        line=sight.piece.line,
        taken=taken,
        refused=other,
        margin=round(reading.margin, 2),
    )

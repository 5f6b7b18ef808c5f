"""What each piece of a page shows: named pieces of evidence, weighed in `wanbao.parse.weights`.

Evidence is collected piece by piece, by small functions that each add names to the piece's list, and then between
neighbours (two headings in a row, a caption after its picture). Nothing is decided here.
"""

from __future__ import annotations

from wanbao.parse.authors import look_at_line
from wanbao.parse.neighbours import look_at_neighbours
from wanbao.parse.pieces import Piece
from wanbao.parse.sight import Rules, Sight
from wanbao.parse.texts import look_at_text
from wanbao.parse.titles import compare_levels, is_label, look_at_heading


def observe(pieces: list[Piece], rules: Rules) -> list[Sight]:
    """What every piece shows, alone and beside its neighbours."""
    sights = [
        Sight(piece) for piece in pieces if piece.shape not in ("front", "page_mark", "mark") and piece.text.strip()
    ]
    marked = any(sight.is_heading for sight in sights)
    near_top = True
    for index, sight in enumerate(sights):
        _look(sight, rules, marked, near_top)
        near_top = near_top and index < 6 and sight.size <= 40 and (is_label(sight) or not sight.is_heading)
    compare_levels(sights)
    look_at_neighbours(sights)
    return sights


def _look(sight: Sight, rules: Rules, marked: bool, near_top: bool) -> None:
    """Look at one piece alone."""
    shape = sight.shape
    if shape in ("heading", "bold"):
        sight.evidence.append(shape)
        look_at_line(sight, rules, near_top)
        look_at_heading(sight, rules, near_top)
    elif shape == "text":
        look_at_text(sight, rules, marked, near_top)
    else:
        sight.evidence.append("table" if shape == "html" else shape)

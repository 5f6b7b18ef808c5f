"""Lines on a page without heading marks that are no headings: pieces of a paragraph that a column's end cut."""

from __future__ import annotations

from itertools import pairwise

from wanbao.parse.sight import Sight
from wanbao.text import is_han


def run_on(sights: list[Sight]) -> None:
    """On a page without heading marks: a short line that a word joins to the next was cut off by the column's end."""
    page = "\n".join(sight.text for sight in sights)
    for sight, following in pairwise(sights):
        if "no_marks" in sight.evidence and following.piece.shape == "text":
            pair = sight.text[-1:] + following.text[:1]
            if (
                len(pair) == 2
                and is_han(pair[0])
                and is_han(pair[1])
                and (pair in page or following.text[1:2] in "，、,")
            ):
                sight.evidence.append("runs_on")
        if "no_marks" in following.evidence and _is_unfinished(sight):
            following.evidence.append("runs_from")


_FINISHED = frozenset(
    ["credit", "credit_line", "byline", "byline_names", "bracketed_names", "after_image", "picture_start", "jump_to"]
)


def _is_unfinished(sight: Sight) -> bool:
    """Whether a paragraph stops in the middle of a sentence, and is nothing that ends without a stop."""
    return (
        sight.shape == "text"
        and sight.size > 30
        and is_han(sight.text[-1])
        and sight.sign is None
        and not sight.furniture
        and sight.head is None
        and (sight.opening is not None or "。" in sight.text)
        and _FINISHED.isdisjoint(sight.evidence)
    )

"""The pieces of a page side by side, as neighbours are compared: without pictures and what is set aside."""

from __future__ import annotations

from wanbao.parse.sight import DATED, PASSED_OVER, Sight
from wanbao.parse.titles import is_label


class Row:
    """The pieces of a page in a row. What each of them is by itself is settled when the row is made."""

    __slots__ = ("able", "below", "heads", "lines", "pairs", "shown", "sights", "solid")

    def __init__(self, sights: list[Sight]) -> None:
        self.sights = sights
        """All pieces that print something."""
        self.shown = frozenset().union(*(sight.evidence for sight in sights))
        """All evidence that any piece shows, so that a rule about something rare is not tried in vain."""
        self.look()

    def look(self) -> None:
        """List the pieces afresh, after some were set aside."""
        self.solid = solid = [sight for sight in self.sights if PASSED_OVER.isdisjoint(sight.evidence)]
        """Those that count when neighbours are compared."""
        self.below = [*solid[1:], None, None]
        """What stands behind each of them, and behind the end."""
        self.heads = [index for index, sight in enumerate(solid) if sight.is_heading]
        """Where in `solid` the headings are."""
        lost = "no_marks" in self.shown  # whether a plain line may be a heading
        self.lines = self.heads
        """The same, with plain lines that may be headings: between these stand the texts."""
        if lost:
            self.lines = [n for n, sight in enumerate(solid) if sight.is_heading or "no_marks" in sight.evidence]
        self.able = able = [(lost or sight.is_heading or _is_lost(sight)) and pairable(sight) for sight in solid]
        """Which of `solid` may be one of two headings that belong together."""
        self.pairs = [index for index in range(len(solid) - 1) if able[index] and able[index + 1]]
        """Where in `solid` two such lines begin."""
        if lost and "after_image" in self.shown:  # a plain line below a picture tells what it shows
            self.pairs = [index for index in self.pairs if "after_image" not in solid[index + 1].evidence]

    def after(self, index: int) -> Sight | None:
        """The piece behind one of `solid`."""
        return self.below[index]

    def opener(self, index: int) -> Sight | None:
        """The piece with which a story may open below one of `solid`: what stands behind it, but for a short caption
        above a dateline."""
        below = self.below[index]
        if below is not None and "short_caption" in below.evidence:
            told = self.below[index + 1]
            if told is not None and not DATED.isdisjoint(told.evidence):
                return told
        return below


def pairable(sight: Sight) -> bool:
    """Whether a line may be one of two headings that belong together."""
    unmarked = "no_marks" in sight.evidence and not (_is_bracketed(sight.text) or sight.credit)
    if not (sight.is_heading or unmarked or _is_lost(sight)):
        return False
    return not sight.byline and "letter_from" not in sight.evidence and not is_label(sight)


def _is_lost(sight: Sight) -> bool:
    """Whether a plain line right above a heading is one that lost its mark."""
    return "lost_above" in sight.evidence


def _is_bracketed(line: str) -> bool:
    """Whether a line stands in brackets as a whole: where a story goes on, or who took it down."""
    return line[0] in "（(" and line[-1] in "）)"

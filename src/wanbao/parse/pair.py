"""Two headings that stand together, as the rules of kicker, headline and deck look at them."""

from __future__ import annotations

from wanbao.parse.sight import Sight
from wanbao.text import unspaced


class Pair:
    """A heading and the one below it."""

    __slots__ = ("above", "below", "first", "level_one", "level_two", "one", "second", "two")

    def __init__(self, first: Sight, second: Sight) -> None:
        self.first = first
        """The upper heading."""
        self.second = second
        """The lower heading."""
        self.above = first.text.strip()
        """What the upper one says."""
        self.below = second.text.strip()
        """What the lower one says."""
        self.one = len(unspaced(first.text))
        """How many characters the upper one has, without blanks."""
        self.two = len(unspaced(second.text))
        """How many the lower one has."""
        self.level_one = first.piece.level or 7
        """The level of the upper one; 7 where it is no heading by its mark."""
        self.level_two = second.piece.level or 7
        """The level of the lower one."""

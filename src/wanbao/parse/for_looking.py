"""From the text as printed to the text for looking: plain blanks, round brackets, ordinary forms of characters.

The way back is `wanbao.parse.original`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from wanbao.conventions import COMMON_SURNAMES
from wanbao.nameforms import looks_like_name
from wanbao.parse.piece import Piece
from wanbao.patterns import HAN, regex
from wanbao.punctuation import with_middle_dots
from wanbao.text import unspaced
from wanbao.variants import is_unusual, looks_as, ordinary, with_plain_blanks, with_round_brackets


def for_looking(text: str) -> tuple[str, str]:
    """The text as printed, with plain blanks, and the text for looking, character for character."""
    printed = text
    if is_unusual(text):
        printed = with_plain_blanks(text)
        text = ordinary(printed)
    text = with_middle_dots(text)
    if "口" in text and "\n口" in text:
        text = _BOX.sub(_box, text)
    return printed, with_round_brackets(text)


_BOX = regex(rf"(?<=\n)口(?=\s?([{HAN}](?:\s?[{HAN}]){{1,2}})\s*(?:\n|$))")
"""`口周晓岚`: the box before an author as OCR programs read it, above or below a blank line or a title."""


def _box(found: re.Match[str]) -> str:
    return "□" if looks_like_name(unspaced(found[1])) and found[1][0] in COMMON_SURNAMES else found[0]


_BLANKS = regex(r"[ \u3000\t]{2,}")


def has_wide_blanks(text: str) -> bool:
    """Whether several blanks stand side by side anywhere."""
    return ("  " in text or "\u3000" in text or "\t" in text) and _BLANKS.search(text) is not None


def set_single_blanks(piece: Piece) -> None:
    """Leave one blank in a line of text where several were set: how wide a gap is says nothing."""
    if piece.shape == "text" and _BLANKS.search(piece.text):
        piece.take_out([(gap.start() + 1, gap.end()) for gap in _BLANKS.finditer(piece.text)])


def remember_printed(pieces: list[Piece], lines: dict[int, str]) -> None:
    """Give every piece its text as these lines, by number, print it, where that is another."""
    for piece in pieces:
        chars = list(piece.text)
        for (place, number, column), (until, _, _) in pairwise([*piece.parts, (len(chars), 0, 0)]):
            for at, char in enumerate(lines[number][column : column + until - place], place):
                if looks_as(char, chars[at]):
                    chars[at] = char
        printed = "".join(chars)
        piece.printed = printed if printed != piece.text else ""

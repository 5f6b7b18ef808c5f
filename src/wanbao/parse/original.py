"""Back from the text for looking to the text as printed: names and datelines of pages in Traditional characters.

Of characters that only a program set (`variants`), names of people, places and papers keep the ordinary form.
"""

from __future__ import annotations

from msgspec.structs import replace

from wanbao.credited import Credit
from wanbao.parse.sight import Sight
from wanbao.records import Dateline
from wanbao.text import fold, unspaced
from wanbao.variants import ordinary


def printed_credits(sight: Sight, credits: tuple[Credit, ...]) -> tuple[Credit, ...]:
    """The credits that were read in a piece, with names and organisations in the characters that are printed."""
    if sight.text == sight.printed:
        return credits
    return tuple(_credit(sight, who) for who in credits)


def printed_dateline(sight: Sight, dateline: Dateline) -> Dateline:
    """The dateline that was read in a piece, in the characters that are printed."""
    if sight.text == sight.printed:
        return dateline
    return replace(
        dateline,
        printed=original(sight, dateline.printed),
        source=ordinary(original(sight, dateline.source)),
        place=ordinary(original(sight, dateline.place)),
    )


def _credit(sight: Sight, who: Credit) -> Credit:
    printed = original(sight, who.printed)
    bare = ordinary(unspaced(printed))
    return replace(
        who,
        name=bare if len(bare) == len(who.name) else who.name,
        printed=printed,
        role_printed=original(sight, who.role_printed),
        organisation=ordinary(original(sight, who.organisation)),
    )


def original(sight: Sight, text: str) -> str:
    """A stretch of the text for looking, as it is printed; itself where it does not stand there as it is."""
    start = sight.text.find(text) if text else -1
    if text and start < 0:
        start = fold(sight.text).find(text)  # read in the folded line
    return sight.printed[start : start + len(text)] if start >= 0 else text

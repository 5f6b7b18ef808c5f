"""Pictures on the walk down a page, their captions, and who took them."""

from __future__ import annotations

from wanbao.parse.decode import Reading
from wanbao.parse.image_marks import address_of
from wanbao.parse.original import printed_credits
from wanbao.parse.shared_credits import is_shared
from wanbao.parse.sight import Sight
from wanbao.parse.walk import Walk


def image_line(walk: Walk, sight: Sight, reading: Reading) -> None:
    """A picture: its address is kept for the caption that follows."""
    walk.whole(sight, reading, "image", walk.open)
    walk.image = address_of(sight.printed)


def caption(walk: Walk, sight: Sight, reading: Reading) -> None:
    """A caption, or the rest of the one above."""
    draft = walk.draft()
    part = draft.parts[-1] if draft.parts and "caption_ends" in sight.evidence else None
    if part is not None and part.kind == "caption" and not part.credit:
        spans = sight.piece.spans(0, len(sight.printed))
        part.join(sight.printed.strip(), spans, sight)
        draft.touch(spans)
    else:
        part = walk.part(sight, reading, "caption").parts[-1]
        part.image = walk.image
    if sight.credit:
        part.credit = sight.printed[sight.credit.start :].strip()
        draft.credit(printed_credits(sight, sight.credit.credits), "caption")
        return
    for named in (sight.byline, sight.sign):
        if named and any(who.role == "photographer" for who in named.credits):
            draft.credit(printed_credits(sight, named.credits), "caption")
            return


def credit(walk: Walk, sight: Sight, reading: Reading) -> None:
    """A line that only says who took the picture: the end of the caption before it."""
    draft = walk.draft()
    part = draft.last_part("caption")
    credits = sight.credit.credits if sight.credit else sight.byline.credits if sight.byline else ()
    draft.credit(printed_credits(sight, credits), "caption")
    if part is None or part.credit or is_shared(sight.text.strip()):
        caption(walk, sight, reading)
        return
    spans = sight.piece.spans(0, len(sight.printed))
    part.chunks.append((" " if part.tail[-1:].isalnum() else "") + sight.printed.strip())
    part.credit = sight.printed.strip()
    part.spans += spans
    draft.touch(spans)

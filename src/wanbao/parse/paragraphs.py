"""Paragraphs on the walk down a page: cut off what opens or ends them, and join what was cut in two."""

from __future__ import annotations

from wanbao.errors import Note
from wanbao.parse.decode import Reading
from wanbao.parse.drafts import Draft, Part
from wanbao.parse.joins import SURE, goes_on
from wanbao.parse.jumps import Turn, jump
from wanbao.parse.original import printed_credits, printed_dateline
from wanbao.parse.sight import Sight
from wanbao.parse.walk import Walk
from wanbao.records import Jump


def paragraph(walk: Walk, sight: Sight, reading: Reading, start: int = 0) -> None:
    """A paragraph, from `start` of the piece on: its opening and jump are cut off, and it is joined to the one
    that it goes on with."""
    draft = walk.open or walk.draft()
    end = _cut_jump(walk, sight, draft, start) if sight.jump else len(sight.printed)
    place = _cut_opening(walk, sight, start, draft) if sight.opening else max(start, sight.first)
    spans = sight.piece.spans(place, end)
    text = sight.printed[place:end].strip()
    if not text:
        return
    draft.touch(spans)
    before = draft.text
    if before is not None and place == start == 0 and _continues(walk, before, sight, text, draft):
        before.join(text, spans, sight)
        before.margin = min(before.margin, reading.margin)
    else:
        part = Part("paragraph", text, spans, sight, reading, place)
        part.lead = sight.printed[start:place].strip()
        part.note = reading.role == "note"
        draft.parts.append(part)
        draft.text = part
    if sight.jump and sight.jump.forward:
        draft.text = None


def _continues(walk: Walk, before: Part, sight: Sight, text: str, draft: Draft) -> bool:
    """Whether the text goes on with the paragraph before it."""
    if "join" in sight.piece.attributes:
        return True
    if "break" in sight.piece.attributes or before.sight.sign or sight.piece.lead:
        return False
    join = goes_on(before.tail, text, walk.indents, sight.piece.indented)
    if join.sure < SURE and not sight.piece.attributes:
        taken = "goes on with the paragraph before" if join.joined else "is a paragraph of its own"
        refused = "is a paragraph of its own" if join.joined else "goes on with the paragraph before"
        draft.notes.append(
            Note(
                "D504",
                f"“{text[:16]}…” {taken}",
                "settle it with {.join} or {.break} at the end of the line",
                line=sight.piece.line,
                taken=taken,
                refused=refused,
                margin=join.sure,
            )
        )
    return join.joined


def _cut_opening(walk: Walk, sight: Sight, start: int, draft: Draft) -> int:
    """Cut off dateline and by-line; the place where the paragraph's own text begins."""
    opening, first = sight.opening, sight.first
    if opening is None or start:
        return max(start, first)
    text, piece = sight.printed, sight.piece
    source = opening.dateline.source if opening.dateline else ""
    house = walk.rules.newspaper.name if source.startswith("本") else source
    draft.credit(printed_credits(sight, opening.credits), "byline", house)
    if opening.dateline and draft.dateline is None:
        draft.dateline = printed_dateline(sight, opening.dateline)
    cut, end = first + opening.dateline_end, first + opening.end
    draft.bylines.append(text[first:end].strip().lstrip(_DATELINE_BULLETS))
    dated, named = piece.spans(first, cut), piece.spans(cut, end)
    walk.ledger.add("dateline", dated, "a dateline", 99.0, draft.order)
    walk.ledger.add("byline", named, "a by-line", 99.0, draft.order)
    draft.touch(dated + named)
    return end


def _cut_jump(walk: Walk, sight: Sight, draft: Draft, start: int) -> int:
    """Cut off 下转 at the end or 上接 at the beginning; the place where the text ends."""
    turn = sight.jump
    if turn is None or start:
        return len(sight.printed)
    _turn(walk, sight, turn, draft)
    return turn.start if turn.forward else len(sight.printed)


def _turn(walk: Walk, sight: Sight, turn: Turn, draft: Draft) -> None:
    """Enter 下转 or 上接."""
    printed = sight.printed[turn.start : turn.end].strip()
    draft.jumps.append(Jump("to" if turn.forward else "from", turn.page, printed))
    spans = sight.piece.spans(turn.start, turn.end)
    walk.ledger.add("jump", spans, "下转 and 上接", 99.0, draft.order)
    draft.touch(spans)


def jump_line(walk: Walk, sight: Sight, reading: Reading) -> None:
    """A line that only says where the story goes on, or where it began."""
    draft = walk.draft()
    turn = sight.jump or jump(sight.text)
    if turn is None:
        paragraph(walk, sight, reading)
        return
    _turn(walk, sight, turn, draft)
    draft.text = None


_DATELINE_BULLETS = "●◆▲★• "
"""Marks that are cut off from a dateline in print; others, `○`, are kept with it."""
_BULLETS = "●◆▲△★◇○☆▶•"
"""Marks of briefs only."""
MARKS = f"{_BULLETS}■□"
"""What may stand before a brief or a by-line and is no part of it."""

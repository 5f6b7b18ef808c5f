"""From readings to articles: walk down the page once, cut inside runs of text, and join what was cut in two."""

from __future__ import annotations

from collections.abc import Callable

from wanbao.errors import Note, Record
from wanbao.parse.briefs import item, lead
from wanbao.parse.decode import Reading
from wanbao.parse.drafts import Draft, Ledger
from wanbao.parse.illustrations import caption, credit, image_line
from wanbao.parse.original import printed_credits, printed_dateline
from wanbao.parse.paragraphs import jump_line, paragraph
from wanbao.parse.people import credit_people
from wanbao.parse.sight import Rules, Sight
from wanbao.parse.tables import rows_of, text_of
from wanbao.parse.walk import Walk
from wanbao.parse.weights import DOUBT, DOUBTS
from wanbao.records import Role
from wanbao.text import unspaced
from wanbao.variants import ordinary


class Assembled(Record, frozen=True):
    """What the walk leaves behind."""

    drafts: list[Draft]
    """The articles, in order."""
    ledger: Ledger
    """Who has which characters."""
    notes: list[Note]
    """Findings that belong to no article."""


def assemble(sights: list[Sight], readings: list[Reading], rules: Rules) -> Assembled:
    """Put the articles of a page together."""
    walk = Walk(rules, _indents(sights))
    for sight, reading in zip(sights, readings, strict=True):
        _take(walk, sight, reading)
    walk.close()
    return Assembled(walk.drafts, walk.ledger, walk.notes)


def _indents(sights: list[Sight]) -> bool:
    """Whether an indent tells where a paragraph begins: some lines have one and some have none."""
    if not [sight for sight in sights if sight.piece.indented]:
        return False
    indented = [sight.piece.indented for sight in sights if sight.shape == "text" and sight.size > 20]
    return any(indented) and not all(indented)


def _take(walk: Walk, sight: Sight, reading: Reading) -> None:
    """One piece with its reading."""
    role = reading.role
    if reading.starts or "article" in sight.piece.attributes:
        walk.close()
        walk.open = None
        if role in ("headline", "kicker") and walk.briefs:
            walk.column, walk.briefs = "", False
    for span in sight.piece.marks:
        walk.ledger.add("mark", (span,), "Markdown's own characters")
    _HANDLERS.get(role, paragraph)(walk, sight, reading)
    if walk.image and role not in ("image", "furn", "head", "staff"):
        walk.image = ""
    if reading.margin < DOUBTS.get((role, reading.other), DOUBT):
        walk.doubt(sight, reading)
    else:
        walk.pair = ""


def _heading(walk: Walk, sight: Sight, reading: Reading) -> None:
    """A line of the headline, the kicker or the deck."""
    draft = walk.draft()
    role: Role = reading.role  # type: ignore[assignment]
    {"kicker": draft.kicker, "headline": draft.headline, "deck": draft.deck}[reading.role].append(sight.printed.strip())
    draft.heading_line = draft.heading_line or sight.piece.line
    walk.whole(sight, reading, role, draft)


def _subhead(walk: Walk, sight: Sight, reading: Reading) -> None:
    """A sub-headline, or the second line of the one right above."""
    before = walk.open.parts[-1] if walk.open and walk.open.parts else None
    if before is not None and before.kind == "subhead" and _second_line(before.sight, sight):
        spans = sight.piece.spans(0, len(sight.printed))
        before.chunks += [" ", sight.printed.strip()]
        before.spans += spans
        walk.draft().touch(spans)
        return
    walk.part(sight, reading, "subhead").text = None


def _second_line(before: Sight, sight: Sight) -> bool:
    """Whether a sub-headline right under another of its level is the second line of it."""
    alike = before.piece.level == sight.piece.level and before.piece.shape == sight.piece.shape
    labelled = {"numbered", "place_name", "note_word", "asked", "labelled_part"} & {*before.evidence, *sight.evidence}
    named = len(unspaced(before.text)) <= _LONGEST_LABEL or before.text.strip()[-1] in "—－―：:"
    return alike and sight.is_heading and not labelled and not named


_LONGEST_LABEL = 4
"""`为何培养` above `拓宽思路、盘活资源`: what a part is about, and its sub-headline."""


def _byline(walk: Walk, sight: Sight, reading: Reading) -> None:
    """An author line above the text, which may begin with a dateline."""
    draft = walk.draft()
    if sight.opening and sight.opening.dateline:
        draft.dateline = draft.dateline or printed_dateline(sight, sight.opening.dateline)
        draft.credit(printed_credits(sight, sight.opening.credits), "byline", sight.opening.dateline.source)
    draft.bylines.append(sight.printed.strip())
    credit_people(draft, sight, "byline", walk.rules.grammar)
    walk.whole(sight, reading, "byline", draft)


def _sign(walk: Walk, sight: Sight, reading: Reading) -> None:
    """An author line below the text."""
    draft = walk.draft()
    draft.signature = f"{draft.signature} {sight.printed.strip()}".strip()
    credit_people(draft, sight, "signature", walk.rules.grammar)
    walk.whole(sight, reading, "signature", draft)
    draft.text = None


def _table(walk: Walk, sight: Sight, reading: Reading) -> None:
    """A table, with its rows as cells."""
    draft = walk.part(sight, reading, "table")
    part = draft.parts[-1]
    part.rows = rows_of(sight.printed)
    part.chunks = [text_of(part.rows)]


def _lines(walk: Walk, sight: Sight, reading: Reading) -> None:
    """Verse or a list, which no run of text goes on with."""
    walk.part(sight, reading, "verse" if reading.role == "verse" else "list").text = None


def _set_aside(walk: Walk, sight: Sight, reading: Reading) -> None:
    """What belongs to no article."""
    walk.whole(sight, reading, _SET_ASIDE[reading.role], None)


_SET_ASIDE: dict[str, Role] = {"furn": "furniture", "head": "running_head", "staff": "staff"}


def _label(walk: Walk, sight: Sight, reading: Reading) -> None:
    """The name of a column, which the next article stands in, or of the section of the page."""
    section = "section_word" in sight.evidence and "at_top" in sight.evidence
    walk.whole(sight, reading, "running_head" if section else "column_label", None)
    if not section:
        walk.column = ordinary(sight.printed.strip())
        walk.briefs = reading.role == "briefs"
    walk.close()
    walk.open = None


_HANDLERS: dict[str, Callable[[Walk, Sight, Reading], None]] = {
    "kicker": _heading,
    "headline": _heading,
    "deck": _heading,
    "subhead": _subhead,
    "byline": _byline,
    "open": paragraph,
    "open_by": paragraph,
    "open_new": item,
    "open_by_new": item,
    "last": paragraph,
    "last_new": item,
    "para": paragraph,
    "para_new": item,
    "note": paragraph,
    "lead": lead,
    "caption": caption,
    "photo": caption,
    "caption_above": caption,
    "artwork": caption,
    "credit": credit,
    "image": image_line,
    "table": _table,
    "verse": _lines,
    "list": _lines,
    "jump_to": jump_line,
    "jump_from": jump_line,
    "sign": _sign,
    "furn": _set_aside,
    "head": _set_aside,
    "staff": _set_aside,
    "label": _label,
    "briefs": _label,
}
"""What is done with a piece of each role; with any other it is what is done with a paragraph."""

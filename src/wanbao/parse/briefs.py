"""Briefs on the walk down a page: short news whose headline, if there is one, begins its paragraph."""

from __future__ import annotations

from wanbao.parse.decode import Reading
from wanbao.parse.drafts import Draft
from wanbao.parse.openings import opening
from wanbao.parse.original import printed_credits, printed_dateline
from wanbao.parse.paragraphs import MARKS, paragraph
from wanbao.parse.sight import Sight
from wanbao.parse.walk import Walk
from wanbao.patterns import regex


def item(walk: Walk, sight: Sight, reading: Reading) -> None:
    """A brief without a headline; the bullet of one is a mark."""
    draft = walk.draft()
    draft.brief = True
    mark = _BULLET.match(sight.text) if "item_apart" in sight.evidence else None
    if mark and sight.text[0] in _PLAIN_BULLETS:
        walk.ledger.add("mark", sight.piece.spans(0, mark.end()), "the bullet of a brief", 99.0, draft.order)
        paragraph(walk, sight, reading, mark.end())
    else:
        paragraph(walk, sight, reading)


def lead(walk: Walk, sight: Sight, reading: Reading) -> None:
    """A brief whose headline stands at the beginning of its paragraph."""
    draft = walk.draft()
    if not reading.starts:
        paragraph(walk, sight, reading)
        return
    draft.brief = True
    end = sight.piece.lead
    mark = _BULLET.match(sight.text)
    first = mark.end() if mark else 0
    if not end and "titled_lead" in sight.evidence:
        found = _TITLE_END.search(sight.text, first + 1)
        end = found.start(found.lastgroup or 0) if found else 0
    if end:
        draft.headline.append(sight.printed[first:end].strip())
        draft.heading_line = sight.piece.line
        spans = sight.piece.spans(0, end)
        walk.ledger.add("headline", spans, reading.rule, reading.margin, draft.order)
        draft.touch(spans)
    elif first and sight.text[0] in _PLAIN_BULLETS:
        walk.ledger.add("mark", sight.piece.spans(0, first), "the bullet of a brief", 99.0, draft.order)
    else:
        first = 0  # △ and ■ are printed signs, they stay in the text
    _rest_of_lead(walk, sight, end or first, draft, reading)


def _rest_of_lead(walk: Walk, sight: Sight, start: int, draft: Draft, reading: Reading) -> None:
    """The text of a brief after its lead-in, which may open with a dateline."""
    text, ended = sight.text, start
    while start < len(text) and text[start] in " \u3000:：":
        start += 1
    walk.ledger.add("headline", sight.piece.spans(ended, start), reading.rule, reading.margin, draft.order)
    rest = text[start:]
    found = opening(rest, walk.rules.datelines, walk.rules.grammar) if rest else None
    place = start
    if found:
        draft.credit(printed_credits(sight, found.credits), "byline")
        if found.dateline and draft.dateline is None:
            draft.dateline = printed_dateline(sight, found.dateline)
        draft.bylines.append(sight.printed[start : start + found.end].strip())
        cut = start + found.dateline_end
        place = start + found.end
        walk.ledger.add("dateline", sight.piece.spans(start, cut), "a dateline", 99.0, draft.order)
        walk.ledger.add("byline", sight.piece.spans(cut, place), "a by-line", 99.0, draft.order)
    if place < len(text):
        paragraph(walk, sight, reading, place)
        part = draft.parts[-1]
        part.lead = sight.printed[start:place].strip()


_BULLET = regex(rf"^[{MARKS}]\s?")
_PLAIN_BULLETS = frozenset("●◆▲★•")
_TITLE_END = regex(r"(?<=\S)[:：][^\s，。,；：:！？]{5,20}(?P<end>[\s\u3000])(?=\S{6})|(?P<mark>[\s\u3000:：])")
"""A title of one part, or of two with a colon between them and a space behind."""

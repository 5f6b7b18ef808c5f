"""From readings to articles: walk down the page once, cut inside runs of text, and join what was cut in two."""

from __future__ import annotations

from collections.abc import Callable

from wanbao.errors import Note, Record
from wanbao.parse.decode import Reading
from wanbao.parse.doubts import role_doubt
from wanbao.parse.drafts import Draft, Ledger, Part
from wanbao.parse.joins import SURE, goes_on
from wanbao.parse.jumps import Turn, jump
from wanbao.parse.original import printed_credits, printed_dateline
from wanbao.parse.people import credit_people
from wanbao.parse.shared_credits import is_shared
from wanbao.parse.sight import Rules, Sight
from wanbao.parse.tables import rows_of
from wanbao.parse.weights import DOUBT
from wanbao.patterns import regex
from wanbao.records import Jump, PassageKind, Role
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
    walk = _Walk(rules, _indents(sights))
    for sight, reading in zip(sights, readings, strict=True):
        walk.take(sight, reading)
    walk.close()
    return Assembled(walk.drafts, walk.ledger, walk.notes)


_MARKS = "●◆▲△★■□◇○☆▶•"
"""What may stand before a brief or a by-line and is no part of it."""
_BULLET = regex(rf"^[{_MARKS}]\s?")
_PLAIN_BULLETS = frozenset("●◆▲★•")
_TITLE_END = regex(r"(?<=\S)[:：][^\s，。,；：:！？]{5,20}(?P<end>[\s\u3000])(?=\S{6})|(?P<mark>[\s\u3000:：])")
"""A title of one part, or of two with a colon between them and a space behind."""


def _second_line(before: Sight, sight: Sight) -> bool:
    """Whether a sub-headline right under another of its level is the second line of it."""
    alike = before.piece.level == sight.piece.level and before.piece.shape == sight.piece.shape
    labelled = {"numbered", "place_name", "note_word", "asked", "labelled_part"} & {*before.evidence, *sight.evidence}
    return alike and sight.is_heading and not labelled


def _indents(sights: list[Sight]) -> bool:
    """Whether an indent tells where a paragraph begins: some lines have one and some have none."""
    if not [sight for sight in sights if sight.piece.indented]:
        return False
    indented = [sight.piece.indented for sight in sights if sight.shape == "text" and sight.size > 20]
    return any(indented) and not all(indented)


class _Walk:
    """The state of the walk: the article that is open, and the picture that waits for its caption."""

    def __init__(self, rules: Rules, indents: bool) -> None:
        self.rules = rules
        self.indents = indents
        self.drafts: list[Draft] = []
        self.ledger = Ledger()
        self.notes: list[Note] = []
        self.image = ""
        self.column = ""
        self.briefs = False
        self.pair = ""
        self.open: Draft | None = None
        self.tails: list[tuple[Sight, Reading, int]] = []

    def take(self, sight: Sight, reading: Reading) -> None:
        """One piece with its reading."""
        role = reading.role
        if reading.starts or "article" in sight.piece.attributes:
            self.close()
            self.open = None
            if role in ("headline", "kicker") and self.briefs:
                self.column, self.briefs = "", False
        for span in sight.piece.marks:
            self.ledger.add("mark", (span,), "Markdown's own characters")
        _HANDLERS.get(role, _Walk.paragraph)(self, sight, reading)
        if self.image and role not in ("image", "furn", "head", "staff"):
            self.image = ""
        if reading.margin < DOUBT:
            self.doubt(sight, reading)
        else:
            self.pair = ""

    # --- articles -----------------------------------------------------------------------------------------------

    def draft(self) -> Draft:
        """The open article; one is begun where none is."""
        if self.open is None:
            self.open = Draft(order=len(self.drafts) + 1, column=self.column)
            self.drafts.append(self.open)
            if not self.briefs:
                self.column = ""
        return self.open

    def close(self) -> None:
        """The article ends: cut the signature off its last paragraph."""
        draft = self.open
        if draft is None:
            return
        texts = [part for part in draft.parts if part.kind not in ("caption", "image", "table")]
        last = next((part for part in reversed(texts) if not part.note), texts[-1] if texts else None)
        if last is not None and last.kind == "paragraph" and not draft.signature:
            self.cut_signature(draft, last)
        for part in draft.parts:
            if part.kind == "paragraph" and part is not last and part.sight.sign and part.sight.sign.explicit:
                draft.credit(printed_credits(part.sight, part.sight.sign.credits), "signature")
            self.enter(part, draft)

    def cut_signature(self, draft: Draft, part: Part) -> None:
        sight = part.sight
        ending = sight.sign
        if ending is None or ending.start <= part.start:
            return
        text = sight.printed[ending.start :].strip()
        spans = sight.piece.spans(ending.start, len(sight.printed))
        if not part.cut(text, spans):
            return
        draft.signature = text
        draft.credit(printed_credits(sight, ending.credits), "signature")
        self.ledger.add("signature", spans, "names in brackets end the last paragraph", 99.0, draft.order)

    def enter(self, part: Part, draft: Draft) -> None:
        """Enter a passage into the ledger."""
        role: Role = "editor_note" if part.note else part.kind
        self.ledger.add(role, tuple(part.spans), part.rule, part.margin, draft.order)

    # --- roles --------------------------------------------------------------------------------------------------

    def heading(self, sight: Sight, reading: Reading) -> None:
        draft = self.draft()
        role: Role = reading.role  # type: ignore[assignment]
        {"kicker": draft.kicker, "headline": draft.headline, "deck": draft.deck}[reading.role].append(
            sight.printed.strip()
        )
        draft.heading_line = draft.heading_line or sight.piece.line
        self.whole(sight, reading, role, draft)

    def whole(self, sight: Sight, reading: Reading, role: Role, draft: Draft | None) -> None:
        """Enter all of a piece under one role."""
        spans = sight.piece.spans(0, len(sight.printed))
        self.ledger.add(role, spans, reading.rule, reading.margin, draft.order if draft else 0, sight.furniture)
        if draft:
            draft.touch(spans)

    def subhead(self, sight: Sight, reading: Reading) -> None:
        before = self.open.parts[-1] if self.open and self.open.parts else None
        if before is not None and before.kind == "subhead" and _second_line(before.sight, sight):
            spans = sight.piece.spans(0, len(sight.printed))
            before.chunks += [" ", sight.printed.strip()]
            before.spans += spans
            self.draft().touch(spans)
            return
        self.part(sight, reading, "subhead").text = None

    def part(self, sight: Sight, reading: Reading, kind: PassageKind) -> Draft:
        """Add a passage to the open article."""
        draft = self.draft()
        spans = sight.piece.spans(0, len(sight.printed))
        part = Part(kind, sight.printed.strip(), spans, sight, reading)
        draft.parts.append(part)
        draft.touch(spans)
        return draft

    def byline(self, sight: Sight, reading: Reading) -> None:
        draft = self.draft()
        if sight.opening and sight.opening.dateline:
            draft.dateline = draft.dateline or printed_dateline(sight, sight.opening.dateline)
            draft.credit(printed_credits(sight, sight.opening.credits), "byline", sight.opening.dateline.source)
        draft.bylines.append(sight.printed.strip())
        credit_people(draft, sight, "byline", self.rules.grammar)
        self.whole(sight, reading, "byline", draft)

    def item(self, sight: Sight, reading: Reading) -> None:
        draft = self.draft()
        draft.brief = True
        mark = _BULLET.match(sight.text) if "item_apart" in sight.evidence else None
        if mark and sight.text[0] in _PLAIN_BULLETS:
            self.ledger.add("mark", sight.piece.spans(0, mark.end()), "the bullet of a brief", 99.0, draft.order)
            self.paragraph(sight, reading, mark.end())
        else:
            self.paragraph(sight, reading)

    def paragraph(self, sight: Sight, reading: Reading, start: int = 0) -> None:
        """A paragraph, from `start` of the piece on: its opening and jump are cut off, and it is joined to the one
        that it goes on with."""
        draft = self.open or self.draft()
        end = self.cut_jump(sight, draft, start) if sight.jump else len(sight.printed)
        place = self.cut_opening(sight, start, draft) if sight.opening else max(start, sight.first)
        spans = sight.piece.spans(place, end)
        text = sight.printed[place:end].strip()
        if not text:
            return
        draft.touch(spans)
        before = draft.text
        if before is not None and place == start == 0 and self.continues(before, sight, text, draft):
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

    def continues(self, before: Part, sight: Sight, text: str, draft: Draft) -> bool:
        """Whether the text goes on with the paragraph before it."""
        if "join" in sight.piece.attributes:
            return True
        if "break" in sight.piece.attributes or before.sight.sign or sight.piece.lead:
            return False
        join = goes_on(before.tail, text, self.indents, sight.piece.indented)
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

    def cut_opening(self, sight: Sight, start: int, draft: Draft) -> int:
        """Cut off dateline and by-line; the place where the paragraph's own text begins."""
        opening, first = sight.opening, sight.first
        if opening is None or start:
            return max(start, first)
        text, piece = sight.printed, sight.piece
        source = opening.dateline.source if opening.dateline else ""
        house = self.rules.newspaper.name if source.startswith("本") else source
        draft.credit(printed_credits(sight, opening.credits), "byline", house)
        if opening.dateline and draft.dateline is None:
            draft.dateline = printed_dateline(sight, opening.dateline)
        cut, end = first + opening.dateline_end, first + opening.end
        draft.bylines.append(text[first:end].strip().lstrip(f"{_MARKS} "))
        dated, named = piece.spans(first, cut), piece.spans(cut, end)
        self.ledger.add("dateline", dated, "a dateline", 99.0, draft.order)
        self.ledger.add("byline", named, "a by-line", 99.0, draft.order)
        draft.touch(dated + named)
        return end

    def cut_jump(self, sight: Sight, draft: Draft, start: int) -> int:
        """Cut off 下转 at the end or 上接 at the beginning; the place where the text ends."""
        turn = sight.jump
        if turn is None or start:
            return len(sight.printed)
        self.turn(sight, turn, draft)
        return turn.start if turn.forward else len(sight.printed)

    def turn(self, sight: Sight, turn: Turn, draft: Draft) -> None:
        printed = sight.printed[turn.start : turn.end].strip()
        draft.jumps.append(Jump("to" if turn.forward else "from", turn.page, printed))
        spans = sight.piece.spans(turn.start, turn.end)
        self.ledger.add("jump", spans, "下转 and 上接", 99.0, draft.order)
        draft.touch(spans)

    def jump(self, sight: Sight, reading: Reading) -> None:
        draft = self.draft()
        turn = sight.jump or jump(sight.text)
        if turn is None:
            self.paragraph(sight, reading)
            return
        self.turn(sight, turn, draft)
        draft.text = None

    def lead(self, sight: Sight, reading: Reading) -> None:
        """A brief whose headline stands at the beginning of its paragraph."""
        draft = self.draft()
        if not reading.starts:
            self.paragraph(sight, reading)
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
            self.ledger.add("headline", spans, reading.rule, reading.margin, draft.order)
            draft.touch(spans)
        elif first and sight.text[0] in _PLAIN_BULLETS:
            self.ledger.add("mark", sight.piece.spans(0, first), "the bullet of a brief", 99.0, draft.order)
        else:
            first = 0  # △ and ■ are printed signs, they stay in the text
        self.rest_of_lead(sight, end or first, draft, reading)

    def rest_of_lead(self, sight: Sight, start: int, draft: Draft, reading: Reading) -> None:
        """The text of a brief after its lead-in, which may open with a dateline."""
        from wanbao.parse.openings import opening as find_opening

        text, ended = sight.text, start
        while start < len(text) and text[start] in " \u3000:：":
            start += 1
        self.ledger.add("headline", sight.piece.spans(ended, start), reading.rule, reading.margin, draft.order)
        rest = text[start:]
        found = find_opening(rest, self.rules.datelines, self.rules.grammar) if rest else None
        place = start
        if found:
            draft.credit(printed_credits(sight, found.credits), "byline")
            if found.dateline and draft.dateline is None:
                draft.dateline = printed_dateline(sight, found.dateline)
            draft.bylines.append(sight.printed[start : start + found.end].strip())
            cut = start + found.dateline_end
            place = start + found.end
            self.ledger.add("dateline", sight.piece.spans(start, cut), "a dateline", 99.0, draft.order)
            self.ledger.add("byline", sight.piece.spans(cut, place), "a by-line", 99.0, draft.order)
        if place < len(text):
            self.paragraph(sight, reading, place)
            part = draft.parts[-1]
            part.lead = sight.printed[start:place].strip()

    def caption(self, sight: Sight, reading: Reading) -> None:
        draft = self.draft()
        part = draft.parts[-1] if draft.parts and "caption_ends" in sight.evidence else None
        if part is not None and part.kind == "caption" and not part.credit:
            spans = sight.piece.spans(0, len(sight.printed))
            part.join(sight.printed.strip(), spans, sight)
            draft.touch(spans)
        else:
            part = self.part(sight, reading, "caption").parts[-1]
            part.image = self.image
        if sight.credit:
            part.credit = sight.printed[sight.credit.start :].strip()
            draft.credit(printed_credits(sight, sight.credit.credits), "caption")
            return
        for named in (sight.byline, sight.sign):
            if named and any(who.role == "photographer" for who in named.credits):
                draft.credit(printed_credits(sight, named.credits), "caption")
                return

    def credit(self, sight: Sight, reading: Reading) -> None:
        """A line that only says who took the picture: the end of the caption before it."""
        draft = self.draft()
        part = draft.last_part("caption")
        credits = sight.credit.credits if sight.credit else sight.byline.credits if sight.byline else ()
        draft.credit(printed_credits(sight, credits), "caption")
        if part is None or part.credit or is_shared(sight.text.strip()):
            self.caption(sight, reading)
            return
        spans = sight.piece.spans(0, len(sight.printed))
        part.chunks.append((" " if part.tail[-1:].isalnum() else "") + sight.printed.strip())
        part.credit = sight.printed.strip()
        part.spans += spans
        draft.touch(spans)

    def image_line(self, sight: Sight, reading: Reading) -> None:
        self.whole(sight, reading, "image", self.open)
        self.image = sight.printed[sight.printed.rfind("(") + 1 : -1]

    def table(self, sight: Sight, reading: Reading) -> None:
        draft = self.part(sight, reading, "table")
        part = draft.parts[-1]
        part.rows = rows_of(sight.printed)
        part.chunks = ["\n".join(" ".join(row) for row in part.rows)]

    def verse(self, sight: Sight, reading: Reading) -> None:
        self.part(sight, reading, "verse").text = None

    def list(self, sight: Sight, reading: Reading) -> None:
        self.part(sight, reading, "list").text = None

    def sign(self, sight: Sight, reading: Reading) -> None:
        draft = self.draft()
        draft.signature = f"{draft.signature} {sight.printed.strip()}".strip()
        credit_people(draft, sight, "signature", self.rules.grammar)
        self.whole(sight, reading, "signature", draft)
        draft.text = None

    def furniture(self, sight: Sight, reading: Reading) -> None:
        self.whole(sight, reading, "furniture", None)

    def head(self, sight: Sight, reading: Reading) -> None:
        self.whole(sight, reading, "running_head", None)

    def staff(self, sight: Sight, reading: Reading) -> None:
        self.whole(sight, reading, "staff", None)

    def label(self, sight: Sight, reading: Reading) -> None:
        section = "section_word" in sight.evidence and "at_top" in sight.evidence
        self.whole(sight, reading, "running_head" if section else "column_label", None)
        if not section:
            self.column = ordinary(sight.printed.strip())
            self.briefs = reading.role == "briefs"
        self.close()
        self.open = None

    # --- doubts -------------------------------------------------------------------------------------------------

    def doubt(self, sight: Sight, reading: Reading) -> None:
        """A small margin makes a note."""
        pair, self.pair = self.pair, ""
        if sight.piece.attributes or not reading.other:
            return
        if pair == f"{reading.role}/{reading.other}":
            return  # kicker and headline or headline and deck: one doubt, told once
        self.pair = {"kicker": "headline/deck", "headline": "deck/headline"}.get(reading.role, "")
        (self.open.notes if self.open else self.notes).append(role_doubt(sight, reading))


_HANDLERS: dict[str, Callable[[_Walk, Sight, Reading], None]] = {
    "kicker": _Walk.heading,
    "headline": _Walk.heading,
    "deck": _Walk.heading,
    "subhead": _Walk.subhead,
    "byline": _Walk.byline,
    "open": _Walk.paragraph,
    "open_by": _Walk.paragraph,
    "open_new": _Walk.item,
    "open_by_new": _Walk.item,
    "last": _Walk.paragraph,
    "last_new": _Walk.item,
    "para": _Walk.paragraph,
    "para_new": _Walk.item,
    "note": _Walk.paragraph,
    "lead": _Walk.lead,
    "caption": _Walk.caption,
    "photo": _Walk.caption,
    "caption_above": _Walk.caption,
    "artwork": _Walk.caption,
    "credit": _Walk.credit,
    "image": _Walk.image_line,
    "table": _Walk.table,
    "verse": _Walk.verse,
    "list": _Walk.list,
    "jump_to": _Walk.jump,
    "jump_from": _Walk.jump,
    "sign": _Walk.sign,
    "furn": _Walk.furniture,
    "head": _Walk.head,
    "staff": _Walk.staff,
    "label": _Walk.label,
    "briefs": _Walk.label,
}

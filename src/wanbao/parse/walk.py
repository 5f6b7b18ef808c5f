"""The walk down a page: the article that is open, what is entered into the ledger, and the doubts on the way."""

from __future__ import annotations

from wanbao.errors import Note
from wanbao.parse.decode import Reading
from wanbao.parse.doubts import role_doubt
from wanbao.parse.drafts import Draft, Ledger, Part
from wanbao.parse.original import printed_credits
from wanbao.parse.sight import Rules, Sight
from wanbao.records import PassageKind, Role


class Walk:
    """The state of the walk: the article that is open, and the picture that waits for its caption."""

    def __init__(self, rules: Rules, indents: bool) -> None:
        self.rules = rules
        self.indents = indents
        """Whether an indent tells where a paragraph begins."""
        self.drafts: list[Draft] = []
        """The articles so far."""
        self.ledger = Ledger()
        self.notes: list[Note] = []
        """Findings that belong to no article."""
        self.image = ""
        """The address of the picture that waits for its caption."""
        self.column = ""
        """The name of the column that the next article stands in, or all of its briefs do."""
        self.briefs = False
        """Whether that is a column of briefs."""
        self.pair = ""
        """The doubt that would be the same as the one just told, told of the other heading."""
        self.open: Draft | None = None
        """The article that is open."""

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
        """Cut the signature off the end of a paragraph, where it has one."""
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

    def whole(self, sight: Sight, reading: Reading, role: Role, draft: Draft | None) -> None:
        """Enter all of a piece under one role."""
        spans = sight.piece.spans(0, len(sight.printed))
        self.ledger.add(role, spans, reading.rule, reading.margin, draft.order if draft else 0, sight.furniture)
        if draft:
            draft.touch(spans)

    def part(self, sight: Sight, reading: Reading, kind: PassageKind) -> Draft:
        """Add a passage to the open article."""
        draft = self.draft()
        spans = sight.piece.spans(0, len(sight.printed))
        part = Part(kind, sight.printed.strip(), spans, sight, reading)
        draft.parts.append(part)
        draft.touch(spans)
        return draft

    def doubt(self, sight: Sight, reading: Reading) -> None:
        """A small margin makes a note."""
        pair, self.pair = self.pair, ""
        if sight.piece.attributes or not reading.other:
            return
        if pair == f"{reading.role}/{reading.other}":
            return  # kicker and headline or headline and deck: one doubt, told once
        self.pair = {"kicker": "headline/deck", "headline": "deck/headline"}.get(reading.role, "")
        (self.open.notes if self.open else self.notes).append(role_doubt(sight, reading))

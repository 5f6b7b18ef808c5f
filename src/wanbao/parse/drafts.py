"""Articles while they are being put together: mutable here, frozen when they are done."""

from __future__ import annotations

from msgspec import Struct, field

from wanbao.credited import Credit
from wanbao.errors import Note
from wanbao.parse.decode import Reading
from wanbao.parse.joins import glue
from wanbao.parse.sight import Sight
from wanbao.records import Block, Cell, Contributor, Dateline, FurnitureKind, Jump, PassageKind, Role, Span


class Part:
    """A passage of an article while runs of text may still be joined to it."""

    __slots__ = (
        "chunks",
        "credit",
        "image",
        "joins",
        "kind",
        "lead",
        "margin",
        "note",
        "rows",
        "rule",
        "sight",
        "spans",
        "start",
        "tail",
    )

    def __init__(
        self, kind: PassageKind, printed: str, spans: tuple[Span, ...], sight: Sight, reading: Reading, start: int = 0
    ) -> None:
        self.kind = kind
        self.chunks = [printed]
        """The runs of text, with what glues them."""
        self.tail = printed[-_TAIL:]
        """The end of the text, for judging whether it goes on."""
        self.spans = list(spans)
        self.sight = sight
        """The last piece that went into it."""
        self.start = start
        """Where in that piece the passage's own text begins."""
        self.lead = ""
        self.credit = ""
        self.rows: tuple[tuple[Cell, ...], ...] = ()
        self.image = ""
        self.joins = 0
        self.rule = reading.rule
        """The evidence that gave it its role."""
        self.margin = reading.margin
        """The smallest margin of the pieces in it."""
        self.note = False
        """Whether it belongs to an editor's note."""

    @property
    def printed(self) -> str:
        """The text so far."""
        return self.chunks[0] if len(self.chunks) == 1 else "".join(self.chunks)

    def join(self, text: str, spans: tuple[Span, ...], sight: Sight) -> None:
        """Go on with another run of text."""
        self.chunks += [glue(self.tail, text), text]
        self.tail = (self.tail + text)[-_TAIL:]
        self.spans += spans
        self.sight = sight
        self.start = 0
        self.joins += 1

    def cut(self, text: str, spans: tuple[Span, ...]) -> bool:
        """Cut this text with these spans off the end; False where it does not stand there."""
        last = self.chunks[-1]
        if not last.endswith(text):
            return False
        self.chunks[-1] = last[: -len(text)].rstrip()
        first = spans[0]
        while self.spans and self.spans[-1] >= (first.line, first.start):
            self.spans.pop()
        if self.spans and self.spans[-1].line == first.line and self.spans[-1].end > first.start:
            end = first.start - (len(last) - len(text) - len(self.chunks[-1]))
            self.spans[-1] = self.spans[-1]._replace(end=end)
        return True


_TAIL = 200


class Draft(Struct):
    """An article being put together."""

    order: int
    kicker: list[str] = field(default_factory=list)
    headline: list[str] = field(default_factory=list)
    deck: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    dateline: Dateline | None = None
    bylines: list[str] = field(default_factory=list)
    contributors: list[Contributor] = field(default_factory=list)
    signature: str = ""
    jumps: list[Jump] = field(default_factory=list)
    column: str = ""
    brief: bool = False
    letter: bool = False
    closed: bool = False
    first_line: int = 0
    last_line: int = 0
    notes: list[Note] = field(default_factory=list)
    text: Part | None = None
    """The paragraph that the next run of text may go on with."""
    heading_line: int = 0
    """The line of the first heading, for notes."""

    def last_part(self, kind: PassageKind) -> Part | None:
        """The last passage of a kind."""
        return next((part for part in reversed(self.parts) if part.kind == kind), None)

    def touch(self, spans: tuple[Span, ...]) -> None:
        """Remember the lines that belong to the article."""
        if spans:
            first, last = spans[0].line, spans[-1].line
            if not self.first_line or first < self.first_line:
                self.first_line = first
            if last > self.last_line:
                self.last_line = last

    def credit(self, credits: tuple[Credit, ...], where: str, organisation: str = "") -> None:
        """Add the people of a by-line, signature or caption, each name and role once."""
        known = {(one.name, one.role) for one in self.contributors}
        for who in credits:
            if len(who.name) < 2 or (who.name, who.role) in known:
                continue
            known.add((who.name, who.role))
            own = who.organisation or (organisation if who.role == "reporter" else "")
            self.contributors.append(
                Contributor(who.name, who.role, who.printed, who.role_printed, own, where, who.certain)  # type: ignore[arg-type]
            )


class Ledger:
    """The character ledger of a page while it is being filled."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def add(
        self,
        role: Role,
        spans: tuple[Span, ...],
        rule: str,
        margin: float = 99.0,
        article: int = 0,
        kind: FurnitureKind = "",
    ) -> None:
        """Enter a run of characters; nothing happens where it is empty."""
        if spans:
            self.blocks.append(Block(role, spans, rule, margin, article, kind))

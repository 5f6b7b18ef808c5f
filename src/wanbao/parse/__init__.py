"""Understand one newspaper page: text -> pieces -> evidence -> roles -> articles.

The whole algorithm is the list `STEPS`; each step is a pure function in the module named beside it.
"""

from __future__ import annotations

from wanbao.errors import Note
from wanbao.newspaper import Newspaper
from wanbao.parse.assemble import Assembled, assemble
from wanbao.parse.cut_openings import with_whole_openings
from wanbao.parse.decode import decode
from wanbao.parse.evidence import observe
from wanbao.parse.finish import finish
from wanbao.parse.marks import forced_roles, unkept, without_contradictions
from wanbao.parse.merged import with_merged_apart
from wanbao.parse.misspelt import misspelt_attributes
from wanbao.parse.numbers import Fixed, numbering, set_aside
from wanbao.parse.piece import Piece
from wanbao.parse.pieces import pieces_of
from wanbao.parse.place import complete_place
from wanbao.parse.sight import rules_of
from wanbao.parse.stanzas import with_stanzas
from wanbao.records import Block, Page, Source
from wanbao.text import of_spans

STEPS = (
    ("numbers", set_aside, "the numbers that the maintainer fixes for articles are set aside"),
    ("pieces", pieces_of, "lines become pieces: headings, runs of text, tables, pictures"),
    ("openings", with_whole_openings, "a dateline or by-line that a column's end cut in two is whole again"),
    ("stanzas", with_stanzas, "short stanzas above a longer one are verse too"),
    ("merged", with_merged_apart, "kicker, headline and deck in one line are headings of their own"),
    ("evidence", observe, "each piece shows what it could be: a dateline, a credit, a short line after a picture"),
    ("marks", forced_roles, "the maintainer's attributes are final"),
    ("decode", decode, "the best sequence of roles for the whole page, with the margin of each"),
    ("assemble", assemble, "cuts inside runs, joins across columns, articles"),
    ("finish", finish, "titles, texts for the reader, notes"),
    ("place", complete_place, "what the running head says about date, page and section"),
)
"""How a page is understood, step by step: (name, function, what it does)."""


def parse_page(source: Source, newspaper: Newspaper) -> Page:
    """Understand a page: the role of every character, and what makes an article. Pure; any text has a reading."""
    rules = rules_of(newspaper)
    bare, fixed = set_aside(source)
    pieces = with_merged_apart(with_stanzas(with_whole_openings(pieces_of(bare), rules)))
    settling = without_contradictions(pieces)
    sights = observe(pieces, rules, source.place.language or newspaper.language)
    forced = forced_roles(sights)
    readings = decode(sights, forced)
    settling += unkept(sights, readings, forced)
    assembled = assemble(sights, readings, rules)
    texts = source.text.split("\n")
    numbers, number_notes = numbering(fixed, len(assembled.drafts), assembled.ledger.blocks)
    articles = tuple(
        finish(draft, number, source.path, texts, source.first_line)
        for draft, number in zip(assembled.drafts, numbers, strict=True)
    )
    place, staff, place_notes = complete_place(source, sights, readings)
    blocks = _ledger(pieces, assembled, fixed)
    return Page(
        source=source.path,
        digest=source.digest,
        place=place,
        articles=articles,
        blocks=blocks,
        staff=staff,
        furniture=tuple(
            _printed(b, texts, source.first_line) for b in blocks if b.role in ("furniture", "column_label")
        ),
        header_lines=tuple(
            _printed(b, texts, source.first_line) for b in blocks if b.role in ("running_head", "staff")
        ),
        notes=_notes(assembled, articles, [*place_notes, *number_notes, *settling], source),
    )


def _ledger(pieces: list[Piece], assembled: Assembled, fixed: tuple[Fixed, ...]) -> tuple[Block, ...]:
    """All blocks in order of the text, those of front matter and page marks among them."""
    ledger = assembled.ledger
    for piece in pieces:
        if piece.shape in ("front", "page_mark", "mark"):
            role = {"front": "front_matter", "page_mark": "page_mark", "mark": "mark"}[piece.shape]
            ledger.add(role, tuple(piece.marks), "not printed")  # type: ignore[arg-type]
        elif not piece.text.strip():
            ledger.add("mark", tuple(piece.marks), "a mark without text")
    for one in fixed:
        if one.alone is not None:
            ledger.add("mark", (one.alone,), "the number of an article")
    return tuple(sorted(ledger.blocks, key=lambda block: block.spans[0]))


def _printed(block: Block, lines: list[str], first_line: int) -> str:
    return of_spans(block.spans, lines, first_line)


def _notes(assembled: Assembled, articles: tuple, page_notes: list[Note], source: Source) -> tuple[Note, ...]:  # type: ignore[type-arg]
    """All findings, in order of lines."""
    notes = [*page_notes, *misspelt_attributes(source), *assembled.notes]
    if not articles:
        notes.append(Note("W112", "the page holds no article", line=source.first_line))
    located = [
        Note(n.code, n.message, n.remedy, source.path, n.line, n.column, n.taken, n.refused, n.margin) for n in notes
    ]
    located += [note for article in articles for note in article.notes]
    return tuple(sorted(located, key=lambda note: (note.line, note.column, note.code)))

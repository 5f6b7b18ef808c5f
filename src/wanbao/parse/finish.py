"""From drafts to frozen articles: titles, texts for the reader, kinds, and the notes on names and brackets."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from wanbao.authorlines import authors_for_reader
from wanbao.errors import Note
from wanbao.parse.drafts import Draft, Part
from wanbao.parse.first_words import first_words
from wanbao.parse.headings import for_reader, joined, printed_lines, split_deck, split_merged
from wanbao.parse.tables import text_of
from wanbao.parse.titles import is_notice
from wanbao.punctuation import repair_punctuation, unpaired
from wanbao.records import Article, ArticleKind, Cell, Contributor, Passage

_UNTITLED = "…"
"""What an article is called that prints not one word: a picture alone."""
_LEADS_ON = ("：", ":", "—")
"""How a headline ends that is only half of one: `对话何静：` above `一支笔要走一百二十步`."""


def finish(draft: Draft, number: int, path: str, page: Sequence[str], first_line: int) -> Article:
    """The article as it stays, with its number; `page` are the lines of its page, the first of which is line
    `first_line`."""
    body = tuple(_passage(part, draft.contributors) for part in draft.parts)
    kicker, headline, deck, doubts = _headings(draft, bool(body))
    notes = [*draft.notes, *doubts, *_name_notes(draft, page, first_line), *_bracket_notes(body)]
    headline_lines = for_reader(headline)
    return Article(
        order=draft.order,
        number=number,
        kind=_kind(draft, body),
        kicker=" ".join(kicker),
        headline=" ".join(headline),
        deck=" ".join(deck),
        headline_lines=headline_lines,
        kicker_lines=for_reader(kicker),
        deck_lines=for_reader(deck),
        title=_title(headline_lines, for_reader(deck), body) or _UNTITLED,
        dateline=draft.dateline,
        bylines=tuple(draft.bylines),
        contributors=tuple(draft.contributors),
        body=body,
        signature=draft.signature,
        jumps=tuple(draft.jumps),
        column=draft.column,
        first_line=draft.first_line,
        last_line=draft.last_line,
        notes=tuple(_at(note, path) for note in sorted(notes, key=lambda note: (note.line, note.column, note.code))),
    )


_Lines = tuple[str, ...]


def _headings(draft: Draft, has_body: bool) -> tuple[_Lines, _Lines, _Lines, list[Note]]:
    """The lines of kicker, headline and deck, those parted that stood in one heading, and what is doubtful of that."""
    kicker, headline, deck = (_lines(texts) for texts in (draft.kicker, draft.headline, draft.deck))
    doubts: list[Note] = []
    if not kicker and len(draft.headline) == 1:
        cut, doubtful = split_merged(headline)
        kicker, headline = headline[:cut], headline[cut:]
        if len(headline) > 1 and not deck and (below := split_deck(headline)):
            headline, deck = headline[:-below], headline[-below:]
        if doubtful:
            doubts.append(_merged_note(draft, bool(cut)))
    if not headline and (kicker or not has_body):
        # A kicker or a deck with nothing to stand over or under is what the article has for a headline.
        headline, kicker, deck = (kicker, (), deck) if kicker else (deck, (), ())
    return kicker, headline, deck, doubts


def _lines(texts: list[str]) -> tuple[str, ...]:
    return tuple(line for text in texts for line in printed_lines(text))


def _at(note: Note, path: str) -> Note:
    return Note(
        note.code, note.message, note.remedy, path, note.line, note.column, note.taken, note.refused, note.margin
    )


def _passage(part: Part, people: Sequence[Contributor]) -> Passage:
    printed = part.printed
    rows = _for_reader(part.rows)
    text = text_of(rows) if rows else repair_punctuation(printed)
    if part.credit and text.endswith(credit := repair_punctuation(part.credit)):
        text = text[: -len(credit)] + authors_for_reader(part.credit, people)
    if part.kind == "subhead":
        text = "\u3000".join(printed_lines(text))
    kind = "editor_note" if part.note else part.kind
    return Passage(kind, printed, text, tuple(part.spans), part.lead, part.credit, rows, part.image, part.joins)


def _for_reader(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a table, each with its punctuation repaired: what stands in another is no context."""
    return tuple(tuple(replace(cell, text=repair_punctuation(cell.text)) for cell in row) for row in rows)


def _title(headline: tuple[str, ...], deck: tuple[str, ...], body: tuple[Passage, ...]) -> str:
    """The headline's lines as one, with the deck's behind them where the headline leads on to it; or the first words of
    the text."""
    if not headline:
        return first_words(next((part.text for part in body if part.text), ""))
    leads_on = deck and headline[-1].endswith(_LEADS_ON) and not deck[0].startswith("—")
    if len(headline) == 1 and not leads_on:
        return headline[0]
    text = "".join(part.text for part in body)
    return joined(headline, text) + (joined(deck, text) if leads_on else "")


def _kind(draft: Draft, body: tuple[Passage, ...]) -> ArticleKind:
    kinds = {part.kind for part in body}
    if draft.letter:
        return "letter"
    if "paragraph" in kinds and draft.dateline is None and any(is_notice(line) for line in draft.headline):
        return "notice"
    if "verse" in kinds and _most_is_verse(body):
        return "verse"
    if kinds & {"paragraph", "editor_note", "list"}:
        return "brief" if draft.brief else "news"
    if "caption" in kinds:
        return "photo"
    return "box" if "table" in kinds else "news"


def _most_is_verse(body: tuple[Passage, ...]) -> bool:
    """Whether a poem is the article, and not a couplet in a story."""
    verse = sum(len(part.text) for part in body if part.kind == "verse")
    return verse >= sum(len(part.text) for part in body if part.kind == "paragraph")


def _merged_note(draft: Draft, cut: bool) -> Note:
    taken, refused = ("kicker and headline", "one headline") if cut else ("one headline", "kicker and headline")
    return Note(
        "D503",
        f"“{draft.headline[0][:24]}…” was read as {taken}; it could be {refused}",
        "write the kicker on a line of its own with {.kicker}",
        line=draft.heading_line,
        taken=taken,
        refused=refused,
    )


def _name_notes(draft: Draft, page: Sequence[str], first_line: int) -> list[Note]:
    notes, seen = [], set()
    for who in draft.contributors:
        if who.certain or who.printed in seen:
            continue
        seen.add(who.printed)
        notes.append(
            Note(
                "D501",
                f"“{who.printed}” was read as {who.name}; the printed form could be read otherwise"
                if who.printed != who.name
                else f"“{who.printed}” was read as one name; it may be longer, shorter, or two",
                "correct the source if the name is wrong",
                line=_line_of(who.printed, draft, page, first_line),
                taken=who.name,
                refused=who.printed,
            )
        )
    return notes


def _line_of(printed: str, draft: Draft, page: Sequence[str], first_line: int) -> int:
    """The line of the article that holds these characters; its first line where a line break cuts them."""
    lines = range(draft.first_line, draft.last_line + 1)
    return next((number for number in lines if printed in page[number - first_line]), draft.first_line)


def _balanced(text: str) -> bool:
    """Whether as many brackets and quotation marks open as close: asking comes before counting, and that before
    looking for partners."""
    count = text.count
    return (
        (not ("“" in text or "”" in text) or count("“") == count("”"))
        and (not ("(" in text or ")" in text or "（" in text or "）" in text) or _round_brackets_close(text))
        and (not ("《" in text or "》" in text) or count("《") == count("》"))
        and (not ("【" in text or "】" in text) or count("【") == count("】"))
        and ('"' not in text or count('"') % 2 == 0)
    )


def _round_brackets_close(text: str) -> bool:
    """Whether as many round brackets open as close, narrow ones and wide ones taken together."""
    count = text.count
    return count("（") + count("(") == count("）") + count(")")


def _bracket_notes(body: tuple[Passage, ...]) -> list[Note]:
    """Brackets and quotation marks without a partner; counting comes before looking."""
    notes = []
    for part in body:
        text = part.printed
        if _balanced(text):
            continue
        lonely = unpaired(text)
        if lonely and part.spans:
            around = text[max(0, lonely[0] - 6) : lonely[0] + 7]
            notes.append(
                Note(
                    "D505", f"“{text[lonely[0]]}” has no partner: …{around}…", "check the scan", line=part.spans[0].line
                )
            )
    return notes

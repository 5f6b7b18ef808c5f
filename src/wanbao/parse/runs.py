"""Runs of plain lines without a blank line between them: paragraphs, verse, lists, and tables set with spaces."""

from __future__ import annotations

from collections.abc import Iterator

from wanbao.parse.attributes import attributes_of
from wanbao.parse.lines import is_verse, tables_inside
from wanbao.parse.marked_lines import BOLD
from wanbao.parse.piece import Piece, Shape, whole
from wanbao.parse.poems_inside import is_poet, poems_inside, stanza_at
from wanbao.parse.tables import add_row, new_table
from wanbao.parse.wraps import BULLET, Wraps, groups_of, is_cut_headline, is_indented
from wanbao.patterns import regex
from wanbao.records import Span


def pieces_of_run(run: list[tuple[int, str]], wraps: Wraps, above: list[Piece]) -> list[Piece]:
    """The pieces of a run of plain lines without a blank line between them, and with these pieces above it."""
    if not run:
        return []
    if len(run) == 1:
        return [joined(run)]
    if len(run) >= 3 and (tables := tables_inside([line.strip() for _, line in run])):
        return _around_tables(run, tables, wraps)
    if len(run) > 5 and (poems := poems_inside([line.strip() for _, line in run])):
        return _around_poems(run, poems, wraps, above)
    return _plain(run, wraps, above)


def _plain(run: list[tuple[int, str]], wraps: Wraps, above: list[Piece]) -> list[Piece]:
    """The pieces of a run that holds no table and no poem with title and author."""
    if above and above[-1].shape == "verse" and (end := stanza_at([line.strip() for _, line in run])):
        return [_lines_piece("verse", run[:end]), *pieces_of_run(run[end:], wraps, [])]
    groups = groups_of(run, wraps)
    if len(groups) >= 2 and all(len(group) == 1 for group in groups):
        poet = len(run) >= 5 and bool(above) and is_poet(run[0][1]) and not is_poet(above[-1].text)
        verse = _as_lines(run[poet:], 2 if _in_poem(above) else 4)
        if verse is not None:
            return [joined(run[:1]), *verse] if poet else verse
    return [joined(group) for group in groups]


def _in_poem(pieces: list[Piece]) -> bool:
    """Whether verse stands just above: its next stanza may be short."""
    return any(piece.shape == "verse" for piece in pieces[-2:])


def _around_tables(run: list[tuple[int, str]], tables: list[tuple[int, int]], wraps: Wraps) -> list[Piece]:
    """The pieces of a run that holds tables set with spaces."""
    pieces: list[Piece] = []
    done = 0
    for start, end in tables:
        table = new_table("table")
        for number, line in run[start:end]:
            add_row(table, number, line)
        pieces += [*pieces_of_run(run[done:start], wraps, []), table]
        done = end
    return pieces + pieces_of_run(run[done:], wraps, [])


def _around_poems(
    run: list[tuple[int, str]], poems: list[tuple[int, int]], wraps: Wraps, above: list[Piece]
) -> list[Piece]:
    """The pieces of a run that holds poems, each below its title and its author."""
    pieces: list[Piece] = []
    done = 0
    for start, end in poems:
        pieces += _plain(run[done:start], wraps, above) if done < start else []
        pieces += [joined([run[start]]), joined([run[start + 1]]), _lines_piece("verse", run[start + 2 : end])]
        done = end
    return pieces + (_plain(run[done:], wraps, above) if done < len(run) else [])


def _as_lines(run: list[tuple[int, str]], least: int) -> list[Piece] | None:
    """The run as verse or as a list, lines kept; None where its lines are just short paragraphs."""
    texts = [line.strip() for _, line in run]
    bullets = [BULLET.match(text) for text in texts]
    told = [text[bullet.end() :][:1] in _BRIEFS for text, bullet in zip(texts, bullets, strict=True) if bullet]
    if all(bullets) and not (
        all(told) and (any("。" in text for text in texts) or max(map(len, texts)) <= _MARK_ALONE_SIZE)
    ):
        return [_lines_piece("list", run)]
    return [_lines_piece("verse", run)] if is_verse(texts, least) else None


_MARK_ALONE_SIZE = 3
"""`- ●`: marks and no words."""
_BRIEFS = frozenset("●◆■▲★○◇□△☆•")
"""What the paper prints before a brief: where any has a sentence, no item of a list, whatever a converter sets before
it."""


def _lines_piece(shape: Shape, run: list[tuple[int, str]]) -> Piece:
    piece = Piece(shape, "", [], [])
    texts: list[str] = []
    length = 0
    for number, line in run:
        span = whole(number, line)
        start = span.start
        bullet = BULLET.match(line, start)
        if bullet and shape == "list":
            piece.marks.append(Span(number, start, start + 1))
            start = bullet.end()
        attributes, end = attributes_of(line, start, span.end)
        if attributes:
            piece.told(attributes)
            piece.marks.append(Span(number, end, span.end))
        text = line[start:end].rstrip()
        piece.parts.append((length, number, start))
        texts.append(text)
        length += len(text) + 1
    piece.text, piece.lines = "\n".join(texts), len(run)
    if "**" in piece.text:
        _take_out_bold(piece)
    return piece


def _take_out_bold(piece: Piece) -> None:
    """Make marks of the marks of bold inside of lines."""
    runs = [edge for found in BOLD.finditer(piece.text) for edge in (_edge(found.start()), _edge(found.end() - 2))]
    piece.marks += [span for start, end in runs for span in piece.spans(start, end)]
    piece.take_out(runs)


def _edge(start: int) -> tuple[int, int]:
    return start, start + 2


def joined(group: list[tuple[int, str]]) -> Piece:
    """One piece of lines that were broken at the column's width; Latin words keep a space between them."""
    number, line = group[0]
    stripped = line.rstrip()
    text = stripped.lstrip()
    column = len(stripped) - len(text)
    if len(group) == 1 and text[-1] != "}" and text[0] not in "-*+>" and not ("*" in text and "**" in text):
        piece = Piece("text", text, [(0, number, column)], [])
        piece.indented = column > 0 and is_indented(line)
        return piece
    return _joined_marked(group)


def _joined_marked(group: list[tuple[int, str]]) -> Piece:
    piece = Piece("text", "", [], [])
    chunks: list[str] = []
    length = 0
    piece.indented = is_indented(group[0][1])
    piece.lines = 1 if is_cut_headline([line.strip() for _, line in group]) else len(group)
    across = len(group) > 1 and _bold_across(group)
    for number, line in group:
        span = whole(number, line)
        attributes, end = attributes_of(line, span.start, span.end)
        if attributes:
            piece.told(attributes)
            piece.marks.append(Span(number, end, span.end))
            end = len(line[:end].rstrip())
        start = span.start
        if not chunks and (bullet := BULLET.match(line, start, end)):
            piece.marks.append(Span(number, start, start + 1))
            start = bullet.end()
        unbold = _without_marks if across else _without_bold
        for first, last in unbold(piece, number, line, start, end, not chunks):
            text = line[first:last]
            if chunks and first == start and _latin(chunks[-1][-1:]) and _latin(text[:1]):
                chunks.append(" ")
                length += 1
            piece.parts.append((length, number, first))
            chunks.append(text)
            length += len(text)
    piece.text = "".join(chunks)
    return piece


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _bold_across(group: list[tuple[int, str]]) -> bool:
    """Whether a stretch in bold runs over the end of a line: some lines have a single mark, all together a pair."""
    counts = [line.count("**") for _, line in group]
    return any(count % 2 for count in counts) and sum(counts) % 2 == 0 and not any("***" in line for _, line in group)


def _without_marks(
    piece: Piece, number: int, line: str, start: int, end: int, first: bool
) -> Iterator[tuple[int, int]]:
    """The stretches of a line between bold marks, wherever they open and close."""
    place = start
    while (mark := line.find("**", place, end)) >= 0:
        piece.marks.append(Span(number, mark, mark + 2))
        if place < mark:
            yield place, mark
        place = mark + 2
    if place < end:
        yield place, end


_MARK_ALONE = regex(r"[●◆▲△★■□◇○☆▶•]\s?")


def _without_bold(piece: Piece, number: int, line: str, start: int, end: int, first: bool) -> Iterator[tuple[int, int]]:
    """The stretches of a line outside bold marks; a bold beginning of the first line is the piece's lead-in."""
    place = start
    if "**" in line:
        for found in BOLD.finditer(line, start, end):
            piece.marks += [Span(number, found.start(), found.start() + 2), Span(number, found.end() - 2, found.end())]
            bullet = found.start() - start
            if first and place == start and (not bullet or _MARK_ALONE.fullmatch(line, start, found.start())):
                piece.lead = bullet + len(found.group(1))
            if place < found.start():
                yield place, found.start()
            yield found.start() + 2, found.end() - 2
            place = found.end()
    if place < end:
        yield place, end

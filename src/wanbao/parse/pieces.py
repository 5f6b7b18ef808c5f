"""From text to pieces: the runs of characters that have one role, at first sight.

A piece is a heading line, an image, a table, or a run of plain lines that belong together. Lines that an OCR program
broke at the column's width are joined here; lines that end where they want to (verse, lists) stay lines. Markdown's own
characters are set aside as marks, and so are the maintainer's attributes (`{.headline}`). What a single line is, says
`wanbao.parse.marked_lines`, what plain lines are together, `wanbao.parse.runs`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wanbao.parse.for_looking import for_looking, has_wide_blanks, remember_printed, set_single_blanks
from wanbao.parse.image_marks import behind_picture
from wanbao.parse.inline import without_inline_marks
from wanbao.parse.invisible import has_invisible, take_out_invisible, without_invisible
from wanbao.parse.joined_lines import without_set_blanks
from wanbao.parse.lines import NEWS
from wanbao.parse.marked_lines import add_marked_line, heading_above, shape_of, underlined
from wanbao.parse.piece import Piece, whole
from wanbao.parse.runs import joined, pieces_of_run
from wanbao.parse.tables import join_rows, more_html, new_table
from wanbao.parse.tags import has_tags, take_out_tags, without_tags
from wanbao.parse.wraps import SENTENCE_ENDS, headline_lines, wraps_of
from wanbao.records import Source


def pieces_of(source: Source) -> list[Piece]:
    """All pieces of a source, in order; every non-blank character is in exactly one, as text or as a mark."""
    printed, text = for_looking(_as_meant(source))
    lines = text.split("\n")
    marks: list[Piece] = []
    invisible = has_invisible(text)
    if invisible:
        lines, marks = without_invisible(lines, source.first_line)
    begin = source.front_matter_lines
    tagged = has_tags(text)
    if tagged:
        lines, tags = without_tags(lines, begin, source.first_line)
        marks += tags
    pieces = marks + _front_matter(lines[:begin], source.first_line)
    pictured = ("!" in text and "![" in text) or ("<" in text and "<img" in text)
    found = join_rows(_read(lines, begin, source.first_line, pieces, pictured))
    if invisible:
        for piece in found:
            take_out_invisible(piece)
    if tagged:
        for piece in found:
            take_out_tags(piece)
    if has_wide_blanks(text):
        for piece in found:
            set_single_blanks(piece)
    if text != printed:
        remember_printed(found, dict(enumerate(printed.split("\n"), source.first_line)))
    return found


def _as_meant(source: Source) -> str:
    """The text as it was meant, character for character."""
    meant = without_inline_marks(source.text, source.front_matter_lines)
    return without_set_blanks(meant, source.front_matter_lines)


def _front_matter(lines: list[str], first_line: int) -> list[Piece]:
    """The lines of front matter, which no reader of the paper saw."""
    return [
        Piece("front", "", [], [whole(number, line)]) for number, line in enumerate(lines, first_line) if line.strip()
    ]


def _read(lines: list[str], begin: int, first_line: int, pieces: list[Piece], pictured: bool) -> list[Piece]:
    """These pieces and those of the lines from `begin` on; `pictured` says whether any may hold a picture."""
    run: list[tuple[int, str]] = []
    wraps = wraps_of(lines)
    table_open = False
    numbered = _with_pictures_apart if pictured else enumerate
    for number, line in numbered(lines[begin:], first_line + begin):
        shape = shape_of(line) if line and not table_open else ""
        if shape == "text":
            right_below = len(run) == 1 and run[0][0] == number - 1
            if right_below and (level := underlined(run[0][1], line)):
                pieces.append(heading_above(run.pop(), number, line, level))
            else:
                run.append((number, line))
            continue
        if run:
            if wraps.apart and not shape and wraps.goes_on(run[-1][1].rstrip()):
                continue
            if len(run) == 1:
                pieces.append(joined(run))
            elif _are_headings(run, lines, number - first_line):
                pieces += map(joined, headline_lines(run, _below(lines, number - first_line)))
            else:
                pieces += pieces_of_run(run, wraps, pieces)
            run = []
        if table_open:
            table_open = more_html(pieces[-1], number, line)
        elif shape == "html":
            pieces.append(new_table("html"))
            table_open = more_html(pieces[-1], number, line)
        elif shape:
            add_marked_line(pieces, shape, number, line)
    return pieces + pieces_of_run(run, wraps, pieces)


def _with_pictures_apart(lines: list[str], first_line: int) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, each picture before the text of its line on its own."""
    for number, line in enumerate(lines, first_line):
        for _ in range(_MOST_PICTURES):
            end = behind_picture(line)
            if not end:
                break
            start = len(line) - len(line.lstrip())
            yield number, " " * start + line[start:end]
            line = " " * end + line[end:]
        yield number, line


_MOST_HEADINGS, _LONGEST_HEADING = 6, 16
_MOST_PICTURES = 40
"""Of a line: each takes a copy of it."""


def _are_headings(run: list[tuple[int, str]], lines: list[str], end: int) -> bool:
    """Whether a few short lines in a row without a stop stand above news: the lines of its headline, and no verse."""
    if len(run) > _MOST_HEADINGS or any(len(line) > _LONGEST_HEADING or line[-1] in SENTENCE_ENDS for _, line in run):
        return False
    return NEWS.match(_below(lines, end)) is not None


def _below(lines: list[str], end: int) -> str:
    """The next printed line, as far as it stands near."""
    return next((line for line in lines[end : end + 3] if line.strip()), "")

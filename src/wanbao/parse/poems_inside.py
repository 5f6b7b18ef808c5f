"""Poems inside of a run of lines: a title, its author and the lines of verse, without a blank line around them.

Programs that take text out of PDF files (pdftotext, PyMuPDF, pypdf) give a page line by line; what stands above a poem
then belongs to the same run.
"""

from __future__ import annotations

from wanbao.nameforms import looks_like_name
from wanbao.parse.lines import NO_VERSE, is_verse
from wanbao.parse.wraps import SENTENCE_ENDS
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced

_MARKED = regex(rf"[□■◆●○◎]\s?[{HAN}]{{1,4}}(?:\s{{1,4}}[{HAN}]{{1,2}})?")
_LONGEST_TITLE, _LONGEST_LINE, _LEAST = 20, 16, 4
_MOST_LINES = 120
"""Of a poem inside of a run: more lines are a list, and no more are looked at for each name among them."""


def is_poet(line: str) -> bool:
    """Whether a line above verse is a name, as printed: `邓文渊`, `方　汀`, `□ 方汀`."""
    name = unspaced(line)
    return _MARKED.fullmatch(line.strip()) is not None or (len(name) <= 3 and looks_like_name(name))


def poems_inside(texts: list[str]) -> list[tuple[int, int]]:
    """Where poems with title and author stand among lines without blank ends: (title, one past the last line)."""
    found: list[tuple[int, int]] = []
    done = 0
    for place in range(1, len(texts) - _LEAST):
        if place <= done or not _is_title(texts[place - 1]) or not _may_be_line(texts[place + 1]):
            continue
        if not is_poet(texts[place]):
            continue
        end = _end(texts, place + 1)
        if end > place + _MOST_LINES:
            continue
        if is_verse(texts[place + 1 : end], _LEAST) and not _names(texts[place + 1 : end]):
            found.append((place - 1, end))
            done = end
    return found


def _names(lines: list[str]) -> bool:
    """Whether most lines are names: a list."""
    return 2 * sum(looks_like_name(unspaced(line)) for line in lines) > len(lines)


def stanza_at(texts: list[str]) -> int:
    """How many lines are another stanza where a poem stands above: short ones above the page's staff, or above prose
    but for the last, which may be a headline; 0 where all or none are."""
    end = _end(texts, 0)
    if end < len(texts) and not _STAFF.match(texts[end]):
        end -= 1
    return end if 2 <= end < len(texts) and is_verse(texts[:end], 2) else 0


_STAFF = regex(r"[本责美][版编任]|编辑|版式|校对")


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and text[-1] not in SENTENCE_ENDS + "，、"


def _may_be_line(text: str) -> bool:
    """Whether a line may be one of a poem."""
    return 2 <= len(text) <= _LONGEST_LINE and NO_VERSE.search(text) is None


def _end(texts: list[str], start: int) -> int:
    """One past the last line of the poem that begins at `start`, before the title of another."""
    end = start
    while end < min(len(texts), start + _MOST_LINES + 1) and _may_be_line(texts[end]):
        if _MARKED.fullmatch(texts[end]):
            return end - 1
        end += 1
    return end

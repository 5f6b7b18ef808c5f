"""Short stanzas beside longer ones: a poem is verse from its first line to its last.

Four short lines in a row are verse by themselves (`wanbao.parse.lines`); two or three could as well be an address.
Where a longer stanza stands below them, under one headline, they are stanzas of its poem.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise

from wanbao.parse.piece import Piece
from wanbao.parse.poems_inside import is_poet
from wanbao.parse.series import GROUP_OF_POEMS
from wanbao.patterns import HAN, regex

_LONGEST = 16
"""No line of such a stanza is longer."""
_PROSE = 40
"""A longer text is no line of a poem."""
_STOPS = "：:）)。"


def with_stanzas(pieces: list[Piece]) -> list[Piece]:
    """The pieces, the lines of stanzas beside verse joined to stanzas, and lines far apart to a poem."""
    pieces = _regular_lines(_far_apart(pieces))
    lines = [piece for piece in pieces if piece.shape in ("heading", "bold", "verse")]
    if not any(piece.shape == "verse" or _names_poems(piece) for piece in lines):
        return pieces
    found: list[Piece] = []
    block: list[Piece] = []  # lines since the last heading that may be verse
    poems = False  # whether a group of poems is open
    for piece in pieces:
        if piece.shape == "text" and _may_be_line(piece):
            block.append(piece)
            continue
        if piece.shape == "verse" and _names_author(block, piece):
            found += block  # it ends with the title and the author of this poem
        else:
            found += _stanzas(block) if piece.shape == "verse" or poems else block
        found.append(piece)
        block = []
        poems = _names_poems(piece) or (poems and (piece.shape != "text" or len(piece.text) <= _PROSE))
    return found + (_stanzas(block) if poems else block)


_LEAST_LINES = 8
_ENDS = frozenset(("heading", "bold", "image", "page_mark"))
_NO_LINE = regex(r"[\d０-９：:●◆■□▲★☆（(【“]|[。！？；，、]$")
_AUTHOR_MARKS = frozenset("■□●◆○◎")
_AUTHOR = regex(rf"[■□●◆○◎]\s?[{HAN}]{{2,4}}(?:\s[{HAN}]{{1,2}})?")


def _far_apart(pieces: list[Piece]) -> list[Piece]:
    """A poem with a blank line between any two of its lines: many short ones in a row without a mark, below its
    author's line, and nothing but a heading below them."""
    if not [piece for piece in pieces if _is_author(piece)]:
        return pieces
    found: list[Piece] = []
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece is not None and piece.shape == "text" and _is_bare(piece) and (run or _may_begin(found)):
            run.append(piece)
            continue
        next_poet = piece is not None and _is_author(piece)
        title = [run.pop()] if next_poet and run else []
        ends = piece is None or next_poet or piece.shape in _ENDS or _OF_THE_PAPER.match(piece.text) is not None
        if ends and len(run) >= _LEAST_LINES and not _are_entries(run):
            _join(run)
            run = run[:1]
        found += run + title
        run = []
        if piece is not None:
            found.append(piece)
    return found


_REGULAR = regex(rf"(?:[{HAN}]{{5}}|[{HAN}]{{7}})[，。！？；]")
_REGULAR_SIZES = (6, 8)
_LEAST_REGULAR = 4


def _regular_lines(pieces: list[Piece]) -> list[Piece]:
    """The pieces, four or more lines in a row of five or of seven letters with a mark made one poem, which PDF tools
    give with blank lines between them."""
    if len([piece for piece in pieces if len(piece.text) in _REGULAR_SIZES and _is_regular(piece)]) < _LEAST_REGULAR:
        return pieces
    found: list[Piece] = []
    for _, group in groupby(pieces, lambda piece: len(piece.text) if _is_regular(piece) else 0):
        lines = list(group)
        if _is_regular(lines[0]) and len(lines) >= _LEAST_REGULAR:
            _join(lines)
            lines = lines[:1]
        found += lines
    return found


def _is_regular(piece: Piece) -> bool:
    return piece.shape == "text" and len(piece.text) in _REGULAR_SIZES and _REGULAR.fullmatch(piece.text) is not None


def _are_entries(lines: list[Piece]) -> bool:
    """Whether two letters stand side by side in most lines: prices, `白菜每斤一元`, or names of one kind."""
    pairs = Counter(pair for line in lines for pair in {*map("".join, pairwise(line.text))})
    return pairs.most_common(1)[0][1] > len(lines) / 2


def _is_bare(piece: Piece) -> bool:
    """Whether a line may be one of such a poem."""
    text = piece.text
    bare = piece.lines <= 1 and 2 <= len(text) <= _LONGEST and not _NO_LINE.search(text)
    return bare and not _OF_THE_PAPER.match(text)


def _may_begin(above: list[Piece]) -> bool:
    """Whether a poem may begin below these pieces: below its author, who stands right below a heading, or a line that
    may be one. Without an author the lines may be headlines, names, shops or what somebody cooks with."""
    if len(above) < 2 or not _is_author(above[-1]):
        return False
    title = above[-2]
    return title.shape in ("heading", "bold") or (title.shape == "text" and _is_bare(title))


def _is_author(piece: Piece) -> bool:
    """Whether a line is an author with a mark."""
    text = piece.text.strip()
    return text[:1] in _AUTHOR_MARKS and piece.shape == "text" and _AUTHOR.fullmatch(text) is not None


def _names_poems(piece: Piece) -> bool:
    """Whether a heading says that several poems stand under it: 茶山三月（外一首）."""
    if piece.shape not in ("heading", "bold"):
        return False
    title = piece.text.strip()
    return title[-1:] in ("）", ")") and GROUP_OF_POEMS.search(title) is not None


def _may_be_line(piece: Piece) -> bool:
    """Whether a line may be one of a stanza."""
    text = piece.text
    return piece.lines <= 1 and 2 <= len(text) <= _LONGEST and text[-1] not in _STOPS and not _OF_THE_PAPER.match(text)


_OF_THE_PAPER = regex("本[版栏](?:图|照|文|稿|作|责|编)|本[报刊](?:图|照)")
"""`本版图片均为资料图片`: what the paper says below a poem."""


def _stanzas(block: list[Piece]) -> list[Piece]:
    """The lines of a block that stands above verse, those without a blank line between them joined.

    A line alone at the beginning is the poet's name.
    """
    groups: list[list[Piece]] = []
    for piece in block:
        if groups and _is_below(piece, groups[-1][-1]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    first = next((index for index, group in enumerate(groups) if len(group) > 1), len(groups))
    for group in groups[first:]:
        _join(group)
    return [piece for group in groups[:first] for piece in group] + [group[0] for group in groups[first:]]


def _names_author(block: list[Piece], verse: Piece) -> bool:
    """Whether lines above verse end with the title and the author of a poem, who has a mark or stands right above."""
    if len(block) < 2:
        return False
    name = block[-1].text.strip()
    return is_poet(name) and (name[0] in "□■◆●○◎" or _is_below(verse, block[-1]))


def _is_below(piece: Piece, above: Piece) -> bool:
    """Whether no blank line stands between two pieces."""
    return above.parts[-1][1] + 1 == piece.parts[0][1]


def _join(lines: list[Piece]) -> None:
    """Make the first line a stanza of all of them."""
    stanza = lines[0]
    if any(line.printed for line in lines):
        stanza.printed = "\n".join(line.printed or line.text for line in lines)
    for line in lines[1:]:
        stanza.take_in(line, "\n")
    stanza.shape, stanza.lines = "verse", len(lines)

"""Short stanzas beside longer ones: a poem is verse from its first line to its last.

Four short lines in a row are verse by themselves (`wanbao.parse.lines`); two or three could as well be an address.
Where a longer stanza stands below them, under one headline, they are stanzas of its poem.
"""

from __future__ import annotations

from wanbao.parse.piece import Piece
from wanbao.parse.series import GROUP_OF_POEMS

_LONGEST = 16
"""No line of such a stanza is longer."""
_PROSE = 40
"""A longer text is no line of a poem."""
_STOPS = "：:）)。"


def with_stanzas(pieces: list[Piece]) -> list[Piece]:
    """The pieces, the lines of stanzas beside verse joined to stanzas."""
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
        found += _stanzas(block) if piece.shape == "verse" or poems else block
        found.append(piece)
        block = []
        poems = _names_poems(piece) or (poems and (piece.shape != "text" or len(piece.text) <= _PROSE))
    return found + (_stanzas(block) if poems else block)


def _names_poems(piece: Piece) -> bool:
    """Whether a heading says that several poems stand under it: 茶山三月（外一首）."""
    if piece.shape not in ("heading", "bold"):
        return False
    title = piece.text.strip()
    return title[-1:] in ("）", ")") and GROUP_OF_POEMS.search(title) is not None


def _may_be_line(piece: Piece) -> bool:
    """Whether a line may be one of a stanza."""
    return piece.lines <= 1 and 2 <= len(piece.text) <= _LONGEST and piece.text[-1] not in _STOPS


def _stanzas(block: list[Piece]) -> list[Piece]:
    """The lines of a block that stands above verse, those without a blank line between them joined.

    A line alone at the beginning is the poet's name.
    """
    groups: list[list[Piece]] = []
    for piece in block:
        if groups and groups[-1][-1].parts[-1][1] + 1 == piece.parts[0][1]:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    first = next((index for index, group in enumerate(groups) if len(group) > 1), len(groups))
    for group in groups[first:]:
        _join(group)
    return [piece for group in groups[:first] for piece in group] + [group[0] for group in groups[first:]]


def _join(lines: list[Piece]) -> None:
    """Make the first line a stanza of all of them."""
    stanza = lines[0]
    if any(line.printed for line in lines):
        stanza.printed = "\n".join(line.printed or line.text for line in lines)
    for line in lines[1:]:
        stanza.take_in(line, "\n")
    stanza.shape, stanza.lines = "verse", len(lines)

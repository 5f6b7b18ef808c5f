"""A page line by line, with the role of every line, the rule that gave it and the margin: `wanbao explain FILE`."""

from __future__ import annotations

from collections.abc import Mapping

from wanbao.records import Block, Page, Role
from wanbao.text import of_spans, shortened

_COLOURS: dict[str, str] = {
    "headline": "1;31",
    "kicker": "31",
    "deck": "31",
    "subhead": "1;33",
    "dateline": "36",
    "byline": "36",
    "signature": "36",
    "caption": "35",
    "image": "35",
    "running_head": "90",
    "staff": "90",
    "furniture": "90",
    "column_label": "90",
    "mark": "90",
    "front_matter": "90",
    "page_mark": "90",
    "jump": "34",
    "editor_note": "32",
    "table": "32",
    "verse": "32",
    "list": "32",
}
_CERTAIN = 99.0
_ROLE_WIDTH = 12
_RULE_WIDTH = 18
_OTHER_WIDTH = 20
_TEXT_WIDTH = 56
_ON_ROLES = ("D502", "D503")
"""Notes that name the reading of a line that was refused."""


def explain(page: Page, source_text: str, colour: bool) -> str:
    """The page as a table, one line for every run of characters, then the notes.

    Columns: line, number of the article, role, rule, margin (nats; `-` where no other reading was possible), the
    reading that was refused where the one taken is doubtful, and the text's beginning. `source_text` is the page's text
    as read; `colour` adds terminal colours.
    """
    lines = source_text.split("\n")
    first_line = _first_line(page, lines)
    numbers = {article.order: article.number for article in page.articles}
    refused = {note.line: note.refused for note in reversed(page.notes) if note.code in _ON_ROLES}
    shown = [block for block in page.blocks if block.role != "mark"]
    rows = [_row(block, numbers, refused, _text(block, lines, first_line), colour) for block in shown]
    head = f"{'line':>5} {'art':>3} {'role':<{_ROLE_WIDTH}} {'rule':<{_RULE_WIDTH}} {'margin':>6}"
    head += f" {'or':<{_OTHER_WIDTH}} text"
    notes = list(map(str, page.notes))
    return "\n".join([head, *rows, *([""] if notes else []), *notes])


def _first_line(page: Page, lines: list[str]) -> int:
    """The number of the text's first line in the file: the first block stands in the first line that is not blank."""
    blank = next((index for index, line in enumerate(lines) if line.strip()), 0)
    return page.blocks[0].spans[0].line - blank if page.blocks else 1


def _text(block: Block, lines: list[str], first_line: int) -> str:
    """How the text of a block begins."""
    return shortened(of_spans(block.spans[:_TEXT_WIDTH], lines, first_line), _TEXT_WIDTH)


def _row(block: Block, numbers: Mapping[int, int], refused: Mapping[int, str], text: str, colour: bool) -> str:
    """The row of a block; `refused` are the readings that were refused in doubt, by their lines."""
    line, certain = block.spans[0].line, block.margin >= _CERTAIN
    margin = "-" if certain else f"{block.margin:.1f}"
    other = "" if certain else shortened(refused.get(line, ""), _OTHER_WIDTH)
    article = str(numbers.get(block.article, ""))
    role = _painted(block.role, f"{_named(block):<{_ROLE_WIDTH}}", colour)
    rule = f"{block.rule:<{_RULE_WIDTH}.{_RULE_WIDTH}}"
    return f"{line:>5} {article:>3} {role} {rule} {margin:>6} {other:<{_OTHER_WIDTH}} {text}"


def _named(block: Block) -> str:
    """The role, for furniture with its kind."""
    return f"{block.role}" if not block.kind else f"({block.kind})"


def _painted(role: Role, text: str, colour: bool) -> str:
    code = _COLOURS.get(role, "")
    return f"\x1b[{code}m{text}\x1b[0m" if colour and code else text

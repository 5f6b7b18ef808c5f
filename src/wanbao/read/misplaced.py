"""Front matter that stands where it is none: below a blank line or the paper's name, without its lines of hyphens or
between others (`——`, a fence of code), or in the middle of a file. It is read as text and would be published, so
somebody is told.
"""

from __future__ import annotations

import re

from wanbao.errors import Note
from wanbao.patterns import regex

_SIGNS = tuple(key + colon for key in ("page", "date", "section") for colon in ":：")
"""What any such lines hold: to look for it costs nothing."""
_LINE = r"(?P<line>(?:page|date|section|issue|edition|page_name|staff|newspaper|id)[:：][ \t]*\S.{0,79})$"
_FENCED = regex(rf"^(?:[-—–]{{2,}}|`{{3,}}\w*|\+{{3}})[ \t]*\n[ \t]*{_LINE}", re.MULTILINE)
_BARE = regex(rf"\s*{_LINE}", re.MULTILINE)
"""The first line of a file that says anything."""


def misplaced(text: str, path: str, head_lines: int) -> tuple[Note, ...]:
    """What is said of the first such line (W127), if there is one, in a text whose front matter takes `head_lines`."""
    if not any(sign in text for sign in _SIGNS):
        return ()
    behind = _behind(text, head_lines)
    found = _FENCED.search(text, behind) or (_BARE.match(text) if not head_lines else None)
    if not found:
        return ()
    what = f"'{found['line']}' is read as text, because it does not stand in front matter"
    remedy = "front matter begins a file, between two lines `---`; inside of one, `<!-- page A02 -->` begins a page"
    return (Note("W127", what, remedy, path, text.count("\n", 0, found.start("line")) + 1),)


def _behind(text: str, lines: int) -> int:
    """Where the line after so many lines begins."""
    at = 0
    for _ in range(lines):
        at = text.find("\n", at) + 1 or len(text)
    return at

"""Characters that cannot be text, whoever wrote them into a source or into settings."""

from __future__ import annotations

from wanbao.errors import Record
from wanbao.patterns import regex

_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17)
)
"""Characters that XML 1.0 (2.2) or HTML (13.2.3.5) does not allow in a document: controls apart from tab and line feed,
surrogates, noncharacters. A form feed at the end of a page is no longer there when these are looked for."""
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Characters that turn the direction of what follows (Unicode Bidirectional Algorithm, UAX #9, 2)."""
_STRANGE = regex(f"[{_FORBIDDEN}{_DIRECTION}\ufeff\u2028\u2029]")
_REPLACED = regex(f"[{_FORBIDDEN}]")


class Strange(Record, frozen=True):
    """The characters of a text that cannot be text."""

    number: int
    """How many there are."""
    replaced: int
    """How many of them may not stand in any page of the web and became U+FFFD."""
    first: str
    """The first of them."""
    line: int
    """The line of the first, from 1."""
    column: int
    """The character of that line, from 1."""


def find_strange(text: str) -> Strange | None:
    """What stands in the text that cannot be text; None where there is nothing, as in nearly every file."""
    if is_clean(text):
        return None
    first = _STRANGE.search(text)
    assert first is not None
    start = first.start()
    return Strange(
        number=sum(1 for _ in _STRANGE.finditer(text, start)),
        replaced=sum(1 for _ in _REPLACED.finditer(text, start)),
        first=first.group(),
        line=text.count("\n", 0, start) + 1,
        column=start - text.rfind("\n", 0, start),
    )


def replace_forbidden(text: str) -> str:
    """The text with U+FFFD for every character that no page of the web may hold; as long as before."""
    return _REPLACED.sub("\ufffd", text)


def is_clean(text: str) -> bool:
    """Whether nothing stands in the text that cannot be text."""
    # isprintable is ten times as fast as the pattern and strict enough: it refuses every character of the pattern.
    plain = text.replace("\n", "").replace("\u3000", "")
    return plain.isprintable() or _STRANGE.search(text) is None

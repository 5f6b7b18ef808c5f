"""The numbers that a maintainer fixes: `{#3}` at the end of a line of an article says by which number it is called.

The number stands in the article's address and id. Where its place among the others changes, because a doubt was settled
or a text corrected, what was published keeps its address. It says nothing of the line: the page is read as if it were
not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from msgspec.structs import replace

from wanbao.errors import Note, Record
from wanbao.parse.attributes import KNOWN_ATTRIBUTES
from wanbao.parse.tags import NAMES
from wanbao.patterns import regex
from wanbao.records import Block, Source, Span
from wanbao.urls import LARGEST_FIXED

_NUMBER = regex(r"#[0-9]{1,9}")
_ATTRIBUTE = regex(rf"\{{\s*((?:\.[a-z]+\s*|#[0-9]{{1,9}}\s*)+)\}}(?=(?:\s*</(?i:{NAMES})>|\s*\{{[.a-z\s]+\}})*\s*\Z)")
"""Attributes at the end of a line, or right before tags or others at its end."""
_WITH_A_BLANK = regex(r"\s+#[0-9]+|#[0-9]+\s*")
_REACH = 120
"""How far from its end a line is looked through."""


class Fixed(Record, frozen=True):
    """A number as a maintainer wrote it."""

    number: int
    """The number."""
    line: int
    """The line, from 1, counted in the file."""
    alone: Span | None
    """Where the attribute stands, if nothing but the number is written in it."""


def set_aside(source: Source) -> tuple[Source, tuple[Fixed, ...]]:
    """The source as if no number were fixed in it, all other characters where they were; and the numbers."""
    if "{" not in source.text or "#" not in source.text:
        return source, ()
    lines = source.text.split("\n")
    fixed = []
    for at in range(source.front_matter_lines, len(lines)):
        line = lines[at]
        found = _attribute(line) if "}" in line else None
        if found is None:
            continue
        number = next(_NUMBER.finditer(line, *found.span(1)))
        alone = found[1].strip() == number[0]
        start, end = found.span() if alone else number.span()
        lines[at] = f"{line[:start]}{' ' * (end - start)}{line[end:]}".rstrip()
        one = source.first_line + at
        fixed.append(Fixed(int(number[0][1:]), one, Span(one, start, end) if alone else None))
    return (replace(source, text="\n".join(lines)) if fixed else source), tuple(fixed)


def without_numbers(text: str) -> str:
    """The text as it was before numbers were fixed in it."""
    if "{" not in text or "#" not in text:
        return text
    return "\n".join(_unnumbered(line) if "}" in line else line for line in text.split("\n"))


def _unnumbered(line: str) -> str:
    found = _attribute(line)
    if found is None:
        return line
    others = _WITH_A_BLANK.sub("", found[0])
    before = line[: found.start()]
    return (before + others if others.strip("{} ") else before.rstrip()) + line[found.end() :]


def _attribute(line: str) -> re.Match[str] | None:
    """The attribute of a line that fixes a number: one number, and classes that are known."""
    for found in _ATTRIBUTE.finditer(line, max(0, len(line) - _REACH)):
        classes, numbers = _NUMBER.subn(" ", found[1])
        if numbers == 1 and KNOWN_ATTRIBUTES.issuperset(classes.replace(".", " ").split()):
            return found
    return None


def numbering(fixed: Sequence[Fixed], articles: int, blocks: Iterable[Block]) -> tuple[list[int], list[Note]]:
    """The numbers of so many articles in their order, and what is wrong with those that are fixed (W121).

    An article has the number fixed in one of its lines, unless another wants the same; the rest take the numbers that
    are left, in order. `blocks` tell which article has which line.
    """
    if not fixed:
        return list(range(1, articles + 1)), []
    whose = _articles_by_line(blocks)
    notes = [note for one in fixed if (note := _useless(one, whose))]
    sound = [one for one in fixed if not _useless(one, whose)]
    notes += _quarrels(sound, whose)
    in_doubt = {note.line for note in notes}
    given = {whose[one.line]: one.number for one in sound if one.line not in in_doubt}
    taken = set(given.values())
    left = (number for number in count(1) if number not in taken)
    return [given[order] if order in given else next(left) for order in range(1, articles + 1)], notes


def _articles_by_line(blocks: Iterable[Block]) -> dict[int, int]:
    """The article that has the end of each line, by its order."""
    ends = sorted((span.line, span.start, block.article) for block in blocks for span in block.spans if block.article)
    return {line: article for line, _, article in ends}


def _useless(one: Fixed, whose: Mapping[int, int]) -> Note | None:
    """What is wrong with a number by itself."""
    if not 1 <= one.number <= LARGEST_FIXED:
        what, remedy = (
            f"{{#{one.number}}} fixes no number that an article may have",
            f"write one from 1 to {LARGEST_FIXED}",
        )
    elif one.line not in whose:
        what, remedy = f"{{#{one.number}}} stands in a line of no article", "write it at the end of a headline's line"
    else:
        return None
    return Note("W121", f"{what}; it does not count", remedy, line=one.line)


def _quarrels(fixed: Sequence[Fixed], whose: Mapping[int, int]) -> list[Note]:
    """What is wrong with numbers because of each other: a note for each of those that do not count."""
    by_number: dict[int, list[Fixed]] = {}
    by_article: dict[int, list[Fixed]] = {}
    for one in fixed:
        by_number.setdefault(one.number, []).append(one)
        by_article.setdefault(whose[one.line], []).append(one)
    notes: list[Note] = []
    for rivals in by_number.values():
        notes += _told(rivals, [whose[one.line] for one in rivals], "is the number of another article too")
    for rivals in by_article.values():
        notes += _told(rivals, [one.number for one in rivals], "is not the only number of its article")
    return notes


def _told(rivals: Sequence[Fixed], values: Sequence[int], what: str) -> Iterator[Note]:
    """A note for each of these where they have not all the same value, with the line of one that has another."""
    others = {value: one.line for one, value in zip(rivals, values, strict=True)}
    for one, value in zip(rivals, values, strict=True):
        other = next((line for known, line in others.items() if known != value), 0)
        if other:
            message = f"{{#{one.number}}} {what}, which stands in line {other}; neither counts"
            yield Note("W121", message, "leave one of them, or write another", line=one.line)

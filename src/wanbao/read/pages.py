"""Where the pages of a whole-issue file begin: at a mark, at a form feed, or at the running head of another page."""

from __future__ import annotations

import re

from msgspec.structs import replace

from wanbao.errors import Record
from wanbao.heads import MAX_LENGTH, Head, read_head
from wanbao.newspaper import Newspaper
from wanbao.patterns import regex
from wanbao.records import Evidence
from wanbao.text import fold

MAX_PAGES = 1000
"""The most pages one file may hold; a thousand newspaper pages are half a year."""


class TooManyPagesError(ValueError):
    """The file holds more than `MAX_PAGES` pages."""


class Part(Record, frozen=True):
    """One page's share of a file's text."""

    text: str
    """The text."""
    first_line: int
    """The line of the file it begins in, from 1."""
    page_number: Evidence | None = None
    """版次, where a mark says it."""
    section: Evidence | None = None
    """版名, where a mark says it."""


# Possessive quantifiers: a hostile line of a million spaces must not be tried a million times.
_MARK = regex(
    r"^[ \t]*+(?:\{[0-9]{1,4}\}-{16,200}|--- end of page(?:\.page_number)?=[0-9]{1,4} ---|≦ [^\n≦≧]{1,200} ≧"
    r"|<!--[ \t]*+page[ \t_-]?break[ \t]*+-->"
    r"|<!--[ \t]*+(?:page|版)(?:[ \t:：]++(?P<page>第?[A-Z]{0,3}[0-9]{1,4}[A-Z]?版?)(?=[ \t:：-]))?"
    r"(?:[ \t:：]++(?P<section>[^\s<>][^\n<>]{0,39}?))?[ \t]*+-->)[ \t]*+$",
    re.MULTILINE | re.IGNORECASE,
)
"""`<!-- page A02 要闻 -->`; `<!-- PageBreak -->` and `{0}----…` are set between pages by Azure, Docling and Marker,
`--- end of page=0 ---` behind them by PyMuPDF4LLM, `≦ A02.png ≧` before them by Umi-OCR."""
_SIGNS = ("<!--", "}----", "--- end of page", " ≧")
"""What every mark has one of."""
_LETTERED = regex(r"[A-FＡ-Ｆ]\s?[0-9０-９]")


def split(text: str, head_lines: int, number: str, newspaper: Newspaper) -> tuple[Part, ...]:
    """The pages of a file's text, in order; one where nothing divides it.

    `head_lines` lines of front matter belong to the first page. `number` is the page number that front matter or the
    name of the file gives, or empty: a running head with the same number begins no other page. Raises
    TooManyPagesError.
    """
    marks = list(_MARK.finditer(text)) if any(map(text.__contains__, _SIGNS)) else []
    end = len(text)
    while marks and not text[marks[-1].end() : end].strip():
        end = marks.pop().start()  # nothing stands behind it
    if marks:
        return _at_marks(text, head_lines, marks, newspaper)
    if "\f" in text:
        return _at_feeds(text, head_lines)
    starts = _further_heads(text, head_lines, number, newspaper)
    return tuple(_cut(text, starts)) if starts else (Part(text, 1),)


def _cut(text: str, starts: list[int]) -> list[Part]:
    """The text cut before each of these offsets, all of them beginnings of lines."""
    if len(starts) >= MAX_PAGES:
        raise TooManyPagesError(f"the file holds {len(starts) + 1} pages, more than the {MAX_PAGES} that are read")
    parts, line = [], 1
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        parts.append(Part(text[start:end], line))
        line += text.count("\n", start, end)
    return parts


def _at_marks(text: str, head_lines: int, marks: list[re.Match[str]], newspaper: Newspaper) -> tuple[Part, ...]:
    """One page for each mark. What stands before the first is a page of its own, unless it is only a running head."""
    starts = [mark.start() for mark in marks]
    before = text[: starts[0]].split("\n")[head_lines:]
    alone = all(not line.strip() or read_head(line, newspaper) for line in before)
    pieces = _cut(text, starts[1:] if alone else starts)
    if not alone:
        marks = [marks[0], *marks]
    parts = []
    for index, (piece, mark) in enumerate(zip(pieces, marks, strict=True)):
        if index == 0 and not alone:
            parts.append(piece)
            continue
        line = text.count("\n", 0, mark.start()) + 1
        page = fold(mark["page"] or "").removeprefix("第").removesuffix("版").upper()
        section = (mark["section"] or "").strip()
        parts.append(
            replace(
                piece,
                page_number=Evidence(page, "page mark", line) if page else None,
                section=Evidence(section, "page mark", line) if section else None,
            )
        )
    return tuple(parts)


def _at_feeds(text: str, head_lines: int) -> tuple[Part, ...]:
    """One page for each form feed at the beginning or end of a line; those feeds become spaces.

    A form feed inside a line is no end of a page and stays, to be told of as a character that cannot be text.
    """
    lines: list[str] = []
    starts: list[int] = []
    offset, has_body, asked = 0, False, -1
    for index, line in enumerate(text.split("\n")):
        if line.startswith("\f") and asked < 0:
            asked = offset
        if index >= head_lines and line.strip():
            if asked >= 0 and has_body:
                starts.append(asked)
            asked, has_body = -1, True
        after = line.rstrip(" \t\f")
        offset += len(line) + 1
        if len(after) < len(line) and "\f" in line[len(after) :] and asked < 0:
            asked = offset
        lines.append(_spaced(line, after) if "\f" in line else line)
    return tuple(_cut("\n".join(lines), starts))


def _spaced(line: str, after: str) -> str:
    """The line with spaces for the form feeds before and behind its text."""
    text = after.lstrip("\f")
    return " " * (len(after) - len(text)) + text + line[len(after) :].replace("\f", " ")


def _further_heads(text: str, head_lines: int, number: str, newspaper: Newspaper) -> list[int]:
    """Where the running head of another page than the one before begins, with text before it and behind it.

    To cut a page in two is worse than to leave two together. So a head, which may take several lines, counts only if
    the page before is known by its number, and the head names another number or another day, and the paper or the date.
    A list of pages (导读) names neither.
    """
    if not _may_hold_a_further_head(text, head_lines):
        return []
    starts: list[int] = []
    group: list[Head] = []
    group_start, offset, has_body, current = 0, 0, False, (number, "")
    for index, line in enumerate(text.split("\n")):
        start, offset = offset, offset + len(line) + 1
        if index < head_lines or not line.strip():
            continue
        head = read_head(line, newspaper) if len(line) <= MAX_LENGTH else None
        if head is not None:
            group_start = group_start if group else start
            group.append(head)
            continue
        found = _number_and_date(group)
        if found[0] and (not has_body or _is_another(found, current, group)):
            if has_body:
                starts.append(group_start)
            current = found
        group, has_body = [], True
    return starts


def _number_and_date(group: list[Head]) -> tuple[str, str]:
    """The page number and the date that the lines of one running head print."""
    number = next((head.page_number for head in group if head.page_number), "")
    return number, next((head.date for head in group if head.date), "")


def _is_another(found: tuple[str, str], current: tuple[str, str], group: list[Head]) -> bool:
    """Whether a running head surely belongs to another page than the one before."""
    if not current[0] or not any(head.newspaper or head.date for head in group):
        return False
    return found[0] != current[0] or bool(found[1] and current[1] and found[1] != current[1])


def _may_hold_a_further_head(text: str, head_lines: int) -> bool:
    """A cheap no for nearly every file: below its first lines, none that may be a head holds a page number."""
    offset = 0
    for _ in range(head_lines + 3):
        offset = text.find("\n", offset) + 1
        if not offset:
            return False
    lines = text[offset:].split("\n")
    return any(line and len(line) <= MAX_LENGTH and ("版" in line or _LETTERED.search(line)) for line in lines)

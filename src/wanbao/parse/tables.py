"""Tables, in pipe and in HTML form or set with spaces, as rows of cells."""

from __future__ import annotations

import re

from wanbao.patterns import regex

_RULE = regex(r"\|?[\s|:\-]+\|?")
_ROW = regex(r"<tr\b[^>]*>", re.IGNORECASE)
_CELL = regex(r"<t[dh]\b[^>]*>", re.IGNORECASE)
_TAG = regex(r"<[^<>]*>")
_BLANKS = regex(r"\s+")


def rows_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a table; rows without any text are left out."""
    if text.lstrip().startswith("<"):
        rows = _html_rows(text)
    else:
        rows = _pipe_rows(text) if "|" in text else [tuple(line.split()) for line in text.split("\n")]
    return tuple(row for row in rows if any(row))


def _pipe_rows(text: str) -> list[tuple[str, ...]]:
    lines = [line.strip() for line in text.split("\n")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if not _RULE.fullmatch(line)]


def _html_rows(text: str) -> list[tuple[str, ...]]:
    return [tuple(map(_cell, _CELL.split(row)[1:])) for row in _ROW.split(text)[1:]] or [(_cell(text),)]


def _cell(text: str) -> str:
    words = _TAG.sub(" ", text)
    if "&" in words:
        from html import unescape

        words = unescape(words)
    return _BLANKS.sub(" ", words).strip()

"""The box that says what stands on other pages (导读)."""

from __future__ import annotations

from wanbao.parse.row import Row
from wanbao.patterns import regex
from wanbao.text import fold


def inside_pages(row: Row) -> None:
    """The lines of a box that says what stands on other pages are set aside with it."""
    sights = row.sights
    if not [sight for sight in sights if sight.furniture and _names_index(sight.text)]:
        return
    inside = found = False
    for sight in sights:
        line = fold(sight.text).strip() if inside or sight.furniture else ""
        if sight.furniture and _names_index(line):
            inside = True
        elif inside and sight.size <= 50 and not sight.is_heading and _INDEX_LINE.match(line):
            if not sight.furniture:
                sight.furniture = "other"
                sight.evidence.append("furniture")
                found = True
        elif inside:
            inside = False
    if found:
        row.look()


def _names_index(line: str) -> bool:
    """Whether a line stands above what is on other pages."""
    return "导读" in line or "看点" in line


_INDEX_LINE = regex(
    r"^(?:第?\s?[A-Z]?\d{1,2}\s?版?[\s·.:：/|]+\S.{3,40}|.{4,40}[\s·.…:：/|]+第?\s?[A-Z]?\d{1,2}\s?版?)$"
)

"""What the page's own running heads say about its place in the paper."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from wanbao.dates import parse_printed_date
from wanbao.errors import Note
from wanbao.parse.decode import Reading
from wanbao.parse.original import original
from wanbao.parse.sight import Sight
from wanbao.records import Evidence, Place, Source
from wanbao.text import unspaced
from wanbao.variants import ordinary

_FIELDS = (
    ("newspaper", "newspaper", "newspaper"),
    ("date", "date", "date"),
    ("page_number", "page_number", "page number"),
    ("section", "section", "section"),
    ("issue_number", "issue_number", "issue number"),
)


def complete_place(
    source: Source, sights: list[Sight], readings: list[Reading]
) -> tuple[Place, tuple[tuple[str, str], ...], list[Note]]:
    """The place with what the running heads add, the staff they name, and a note for every disagreement.

    What front matter or the file name says wins over what is printed.
    """
    place, staff, notes = source.place, list(source.place.staff), []
    found: dict[str, Evidence] = {}
    for sight, reading in zip(sights, readings, strict=True):
        if reading.role not in ("head", "staff", "label"):
            continue
        line = sight.piece.line
        if reading.role == "label":
            if "at_top" in sight.evidence:
                found.setdefault("section", Evidence(ordinary(sight.printed.strip()), "running head", line))
            continue
        if sight.head is None:
            if date := parse_printed_date(sight.printed):
                found.setdefault("date", Evidence(date, "running head", line))
            printed = ordinary(unspaced(sight.printed))
            if "masthead" in sight.evidence:
                name = "page_number" if printed.isascii() else "newspaper"
                found.setdefault(name, Evidence(printed, "running head", line))
            elif "page_section" in sight.evidence:
                number = printed.strip("-—－·•")
                section = ordinary(sight.printed.strip())
                name, value = ("page_number", number) if number.isdigit() else ("section", section)
                found.setdefault(name, Evidence(value, "running head", line))
            continue
        named = [(original(sight, role), ordinary(original(sight, name))) for role, name in sight.head.staff]
        staff += [entry for entry in named if entry not in staff]
        for name, attribute, _ in _FIELDS:
            if value := getattr(sight.head, attribute):
                found.setdefault(name, Evidence(ordinary(original(sight, value)), "running head", line))
    for name, _, word in _FIELDS:
        if name not in found:
            continue
        known: Evidence | None = getattr(place, name)
        if known is None:
            changes: dict[str, Any] = {name: found[name]}
            place = replace(place, **changes)
        elif not _agree(name, known.value, found[name].value):
            notes.append(_disagreement(word, known, found[name]))
    return place, tuple(staff), notes


def _agree(name: str, known: str, printed: str) -> bool:
    """Whether two values mean the same: `A02` and `A2`; `2022` holds `2022-05-18`."""
    if name == "page_number":
        return _bare(known) == _bare(printed)
    if name == "date":
        return known.startswith(printed) or printed.startswith(known) or "~" in known or "?" in known
    return known == printed


def _bare(number: str) -> tuple[str, str]:
    digits = number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    return number[: len(number) - len(digits)].upper(), digits.lstrip("0")


def _disagreement(word: str, known: Evidence, printed: Evidence) -> Note:
    return Note(
        "W113",
        f"the {known.kind} says {word} {known.value}, the running head {printed.value}",
        "the first is used; correct whichever is wrong",
        line=printed.line,
        taken=known.value,
        refused=printed.value,
    )

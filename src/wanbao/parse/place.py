"""What the page's own running heads say about its place in the paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from wanbao.dates import ZH_DAYS, parse_printed_date, weekday
from wanbao.errors import Note
from wanbao.parse.decode import Reading
from wanbao.parse.original import original
from wanbao.parse.sight import Sight
from wanbao.records import Evidence, Place, Source, same_page
from wanbao.text import unspaced
from wanbao.variants import ordinary

_FIELDS = {
    "newspaper": "newspaper",
    "date": "date",
    "page_number": "page number",
    "section": "section",
    "issue_number": "issue number",
}
"""What a running head may say, by its name in `Place` and in `Head`, and what a note calls it."""
_HEADS = ("head", "staff", "label")


def complete_place(
    source: Source, sights: list[Sight], readings: list[Reading]
) -> tuple[Place, tuple[tuple[str, str], ...], list[Note]]:
    """The place with what the running heads add, the staff they name, and a note for every disagreement.

    What front matter or the file name says wins over what is printed.
    """
    staff = list(source.place.staff)
    found: dict[str, Evidence] = {}
    dates: list[Evidence] = []
    heads: list[Sight] = []
    for sight, reading in zip(sights, readings, strict=True):
        if reading.role not in _HEADS:
            continue
        for name, value in _told(sight, reading.role):
            told = Evidence(value, "running head", sight.piece.line)
            found.setdefault(name, told)
            if name == "date":
                dates.append(told)
        if sight.head:
            heads.append(sight)
        if reading.role != "label":
            staff += [entry for entry in _staff(sight) if entry not in staff]
    place, notes = _completed(source.place, found)
    return place, tuple(staff), [*notes, *_other_dates(place, dates), *_wrong_weekdays(place, heads)]


def _told(sight: Sight, role: str) -> Iterator[tuple[str, str]]:
    """What a line of the head says of the place, by the name of the field."""
    if role == "label":
        if "at_top" in sight.evidence:
            yield "section", ordinary(sight.printed.strip())
    elif sight.head is None:
        yield from _told_by_part(sight)
    else:
        for name in _FIELDS:
            if value := getattr(sight.head, name):
                yield name, ordinary(original(sight, value))


def _told_by_part(sight: Sight) -> Iterator[tuple[str, str]]:
    """What a line says that is a part of the head: the date, the paper's name, the section or the number alone."""
    if date := parse_printed_date(ordinary(sight.printed)):
        yield "date", date
    printed = ordinary(unspaced(sight.printed))
    if "masthead" in sight.evidence:
        yield "page_number" if printed.isascii() else "newspaper", printed
    elif "page_section" in sight.evidence:
        number = printed.strip("-—－·•")
        if number.isdigit():
            yield "page_number", number
        else:
            yield "section", ordinary(sight.printed.strip())


def _staff(sight: Sight) -> list[tuple[str, str]]:
    """Those whom the line names, each with what they do, as printed."""
    staff = sight.head.staff if sight.head else ()
    return [(original(sight, role), ordinary(original(sight, name))) for role, name in staff]


def _completed(place: Place, found: dict[str, Evidence]) -> tuple[Place, list[Note]]:
    """The place with what was found for the fields that nobody has filled, and notes on what contradicts the others."""
    notes = []
    for name, word in _FIELDS.items():
        if name not in found:
            continue
        known: Evidence | None = getattr(place, name)
        if known is None:
            changes: dict[str, Any] = {name: found[name]}
            place = replace(place, **changes)
        elif not _agree(name, known.value, found[name].value):
            notes.append(_disagreement(word, known, found[name]))
    return place, notes


def _other_dates(place: Place, dates: list[Evidence]) -> Iterator[Note]:
    """A note for every later running head that says another date than the first one, and than the page has."""
    for told in dates[1:]:
        if place.date and told.value != dates[0].value and not _agree("date", place.date.value, told.value):
            yield _disagreement("date", place.date, told)


def _wrong_weekdays(place: Place, heads: list[Sight]) -> Iterator[Note]:
    """A note for every running head whose day of the week is not that of its date; of the page's where it has none."""
    for sight in heads:
        days = sight.head.weekdays if sight.head else ""
        date = (sight.head.date if sight.head else "") or (place.date.value if place.date else "")
        number = weekday(date)
        if len(days) != 1 or number is None or ZH_DAYS[number] == days:  # 周一至周五出版 names none
            continue
        yield Note(
            "W120",
            f"the running head says 星期{days[0]}, but {date} is 星期{ZH_DAYS[number]}",
            "the date is used; correct it if it is wrong",
            line=sight.piece.line,
            taken=date,
            refused=f"星期{days[0]}",
        )


def _agree(name: str, known: str, printed: str) -> bool:
    """Whether two values mean the same: `A02` and `A2`; `2022` holds `2022-05-18`."""
    if name == "page_number":
        return same_page(known, printed)
    if name == "date":
        return known.startswith(printed) or printed.startswith(known) or "~" in known or "?" in known
    return known == printed


def _other(known: Evidence) -> str:
    return "another" if known.kind == "running head" else "the"


def _disagreement(word: str, known: Evidence, printed: Evidence) -> Note:
    return Note(
        "W113",
        f"the {known.kind} says {word} {known.value}, {_other(known)} running head {printed.value}",
        "the first is used; correct whichever is wrong",
        line=printed.line,
        taken=known.value,
        refused=printed.value,
    )

"""References after GB/T 7714, the national standard, editions 2015 and 2025: the form for newspapers, `[N]`.

A reference has no number of its own; it is for the reader to put into a list.
"""

from __future__ import annotations

from functools import lru_cache

from wanbao.dates import iso_prefix
from wanbao.errors import Record
from wanbao.reference import Imprint, Reference

MOST_AUTHORS = 3
"""GB/T 7714 prints so many authors, then 等."""


class _Marks(Record, frozen=True):
    """The marks that the editions of the standard set differently."""

    comma: str
    opening: str
    closing: str
    after_url: str


_MARKS_2015 = _Marks(", ", "(", ")", ".")
_MARKS_2025 = _Marks("，", "（", "）", "")
_MARKS_2025_LATIN = _Marks(", ", "(", ")", "")


def gbt7714_2015(ref: Reference) -> str:
    """The reference after GB/T 7714—2015, numeric system, without its number.

    `梁奈, 石蕾蕾, 梁冲, 等. 题名[N]. 茂名晚报, 2022-05-18(A02).`
    """
    return _numeric(ref, _MARKS_2015)


def gbt7714_2025(ref: Reference) -> str:
    """The reference after GB/T 7714—2025, numeric system, without its number.

    `梁奈，石蕾蕾，梁冲，等. 题名[N]. 茂名晚报，2022-05-18（A02）.`
    """
    return _numeric(ref, _marks_2025(ref))


def gbt7714_issue(newspaper: str, place: str, publisher: str, date: str, edition: str, url: str) -> str:
    """A whole issue after GB/T 7714—2015: `茂名晚报[N]. 茂名: 茂名日报社, 2022-05-18.`; what is unknown is left out."""
    title = f"{newspaper}: {edition}" if edition else newspaper
    house = ": ".join(part for part in (place, publisher) if part)
    made = ", ".join(part for part in (house, iso_prefix(date)) if part)
    kind = "[N/OL]" if url else "[N]"
    return ". ".join(part for part in (f"{title}{kind}", made, url) if part) + "."


def _marks_2025(ref: Reference) -> _Marks:
    return _MARKS_2025 if ref.imprint.chinese else _MARKS_2025_LATIN


def _numeric(ref: Reference, marks: _Marks) -> str:
    names = _names(ref, marks)
    return (f"{names}. " if names else "") + _work(ref, marks)


def _names(ref: Reference, marks: _Marks) -> str:
    """The first three authors and 等."""
    names = list(ref.authors[:MOST_AUTHORS])
    if len(ref.authors) > MOST_AUTHORS:
        names.append("等" if ref.imprint.chinese else "et al")
    return marks.comma.join(names)


def _work(ref: Reference, marks: _Marks) -> str:
    """Everything behind the authors: `题名[N/OL]. 报名, 日期(版次). 地址`."""
    paper = _paper(ref.imprint, marks)
    if not ref.url:
        return f"{ref.title}[N]. {paper}."
    return f"{ref.title}[N/OL]. {paper}. {ref.url}{marks.after_url}"


@lru_cache(maxsize=64)
def _paper(printed: Imprint, marks: _Marks) -> str:
    """`报名, 日期(版次)`."""
    date = _estimated(printed, printed.day)
    pages = marks.comma.join(printed.pages)
    page = f"{marks.opening}{pages}{marks.closing}" if pages else ""
    return marks.comma.join(part for part in (printed.newspaper, date) if part) + page


def _estimated(printed: Imprint, date: str) -> str:
    """The date, in square brackets where it is an estimate."""
    return f"[{date}]" if date and printed.estimated else date

"""Lines that are set aside: furniture of a page by kind, as patterns with their proof.

A newspaper's own profile (`newspaper.yml`) adds to them. Every pattern stands with lines it must find and lines it must
leave alone; `tests/test_conventions.py` holds them to it. Patterns see a line whose full-width letters, digits and
punctuation have been folded to half width (`wanbao.text.fold`) and whose ends carry no space.
"""

from __future__ import annotations

from wanbao.furniture.advertisements import ADVERTISEMENTS
from wanbao.furniture.codes import CODES
from wanbao.furniture.contacts import CONTACTS
from wanbao.furniture.contributions import CONTRIBUTIONS
from wanbao.furniture.daily_numbers import DAILY_NUMBERS
from wanbao.furniture.disclaimers import DISCLAIMERS
from wanbao.furniture.imprint import IMPRINT
from wanbao.furniture.litter import LITTER
from wanbao.furniture.notices import NOTICES
from wanbao.furniture.pattern import Pattern
from wanbao.furniture.photo_notes import PHOTO_NOTES
from wanbao.furniture.pointers import POINTERS
from wanbao.furniture.weather import WEATHER

_RULE = Pattern(
    "rule",
    ("-", "=", "*", "_", "—", "·", "…", "~", "■", "□", "◆", "●", "★", "▲", "☆", "○", "※", "#", "|", "+"),
    r"^[\s\-=*_—·…~■□◆●★▲☆○※#|+]+$",
    ("---", "***", "————————", "■ ■ ■", "◆◆◆"),
    ("——“竹影斋”主人逸话", "* * * 星级酒店"),
)
"""A rule of marks."""

FURNITURE: tuple[Pattern, ...] = (
    *CONTACTS,
    *LITTER,
    *PHOTO_NOTES,
    *DISCLAIMERS,
    *IMPRINT,
    *CONTRIBUTIONS,
    *POINTERS,
    *CODES,
    *ADVERTISEMENTS,
    *DAILY_NUMBERS,
    *NOTICES,
    *WEATHER,
    _RULE,
)
"""General furniture: the first pattern that finds a line gives its kind."""

"""What pieces show beside each other: captions after pictures, headings in pairs, names of columns above headlines."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from wanbao.errors import Record
from wanbao.parse.artists import find_artists
from wanbao.parse.authorship import judge_authorship
from wanbao.parse.captions import find_captions, named_things
from wanbao.parse.columns import judge_columns
from wanbao.parse.compiled import judge_compiled
from wanbao.parse.continuity import judge_continuity
from wanbao.parse.heading_pairs import compare_pairs
from wanbao.parse.inside_pages import inside_pages
from wanbao.parse.leads import look_at_leads
from wanbao.parse.levels import page_title
from wanbao.parse.lost_headings import find_lost_headings
from wanbao.parse.notices import (
    above_signature,
    calls_for_works,
    classified,
    forecast_below,
    notice_at_foot,
    stray_parts,
    weather_outlook,
)
from wanbao.parse.picture_groups import (
    group_pictures,
    marked_captions,
    picture_news,
    titles_below_artist,
    with_colons,
)
from wanbao.parse.pictures import judge_pictures
from wanbao.parse.row import Row
from wanbao.parse.series import lists_of_pupils
from wanbao.parse.side_by_side import look_at_two
from wanbao.parse.sight import Sight
from wanbao.parse.signers import judge_mottos
from wanbao.parse.silent import judge_repeated, judge_silent
from wanbao.parse.surroundings import PICTURED, judge_news_page, judge_pairs, stories_below
from wanbao.parse.unmarked import run_on
from wanbao.parse.untitled import news_below, signed_items


class Rule(Record, frozen=True):
    """One thing that is looked at between the pieces of a page."""

    look: Callable[[Row], None]
    """What looks at it, and notes what it finds in the sights."""
    where: frozenset[str] = frozenset()
    """The evidence of which a piece of the page must show some, or else it is not asked; empty where it always is."""


def look_at_neighbours(sights: list[Sight]) -> None:
    """What pieces show beside each other: captions after pictures, headings in pairs."""
    for before, sight in pairwise(sights):
        look_at_two(before, sight)
    lists_of_pupils(sights)
    row = Row(sights)
    for rule in RULES:
        if not rule.where or not rule.where.isdisjoint(row.shown):
            rule.look(row)


def _long_captions(row: Row) -> None:
    """A run of text that has a caption's marks and is long for one."""
    for sight in row.sights:
        if sight.size > 60 and not PICTURED.isdisjoint(sight.evidence):
            sight.evidence.append("long_text")


def _last_line(row: Row) -> None:
    """A heading, or a short line, as the last piece of the page: no story stands under it."""
    last = row.solid[-1] if row.solid else None
    if last is not None and (last.is_heading or ("short_line" in last.evidence and not last.byline)):
        last.evidence.append("last_line")


_PICTURES = frozenset(("after_image", "credit"))
_FURNITURE = frozenset(("furniture",))
RULES = (
    Rule(_long_captions, where=PICTURED),
    Rule(judge_mottos),
    Rule(find_lost_headings),
    Rule(inside_pages, where=_FURNITURE),
    Rule(look_at_leads),
    Rule(stories_below),
    Rule(run_on, where=frozenset(("short_line",))),
    Rule(compare_pairs),
    Rule(group_pictures, where=_PICTURES),
    Rule(with_colons),
    Rule(marked_captions, where=frozenset(("byline",))),
    Rule(titles_below_artist, where=frozenset(("credit_line",))),
    Rule(picture_news),
    Rule(named_things),
    Rule(find_captions, where=frozenset(("byline", "credit_line", "dateline", "dateline_by"))),
    Rule(judge_pairs),
    Rule(judge_columns),
    Rule(page_title),
    Rule(find_artists, where=frozenset(("picture_title",))),
    Rule(judge_continuity),
    Rule(news_below),
    Rule(signed_items, where=frozenset(("signed", "signed_name", "bracketed_names"))),
    Rule(judge_pictures, where=_PICTURES),
    Rule(above_signature, where=_FURNITURE),
    Rule(judge_news_page),
    Rule(judge_authorship),
    Rule(judge_silent),
    Rule(judge_repeated),
    Rule(judge_compiled),
    Rule(stray_parts),
    Rule(forecast_below, where=_FURNITURE),
    Rule(notice_at_foot),
    Rule(weather_outlook),
    Rule(calls_for_works),
    Rule(classified),
    Rule(_last_line),
)
"""What is looked at, in this order: a rule may build on what those above it have noted."""

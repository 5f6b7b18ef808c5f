"""What a short line of plain text is right above a heading, or above paragraphs with leads."""

from __future__ import annotations

from collections.abc import Callable

from wanbao.conventions import COLUMN_ENDINGS
from wanbao.errors import Record
from wanbao.parse.columns import BARRED
from wanbao.parse.no_headings import NO_TITLE
from wanbao.parse.sight import Sight
from wanbao.parse.titles import names_place
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced


class Use(Record, frozen=True):
    """One use of a short plain line right above a heading."""

    shows: str
    """The evidence of it."""
    holds: Callable[[Sight, Sight, Sight], bool]
    """Whether a line is that, which stands between the piece above and the text below the heading."""


_LONGEST_NAME = 8
"""Letters of the name of a column."""
_LEAD_INS = frozenset(("bold_lead", "titled_lead", "lead_dateline"))
_NAMES_SOMEBODY = frozenset(("byline", "byline_names", "bracketed_names"))
_KICKS = frozenset(("last_office", "editor_note", "notice_heading", "jump_to", "picture_title", "credit"))
_PLAIN_CLAUSE = regex(rf"[{HAN}“”《》\d]{{4,24}}(?:[ \u3000][{HAN}“”《》\d]{{4,14}})?")
_STATES = regex(
    "有望|并?[不非]|[将须难愿欲可]|获|遭|再[次度添现]|已|终|竟|仍|见|成(?!长|人|才)|结|夺|赢|升|降|增|减|破"
    "|启动|开[工幕通]|显"
)
"""`新桥有望通车`: what a clause has and the name of a column has not."""
_LEAST_STATED, _LEAST_CLAUSE = 6, 9


def heads_leads(line: Sight, below: Sight) -> bool:
    """Whether a line above paragraphs with leads may name their column: short, no mark inside, nobody's name."""
    if line.size > _LONGEST_NAME or _LEAD_INS.isdisjoint(below.evidence):
        return False
    return _NAMES_SOMEBODY.isdisjoint(line.evidence) and NO_TITLE.isdisjoint(line.text)


def _is_slogan(above: Sight, line: Sight, told: Sight) -> bool:
    """`□家乡之美 人心之暖`: what the stories below have in common."""
    return "slogan" in line.evidence


def _names_where(above: Sight, line: Sight, told: Sight) -> bool:
    """`浙江海角县`: where the story of the headline happened."""
    return names_place(line.text, told.text[:120])


def _may_name_column(above: Sight, line: Sight, told: Sight) -> bool:
    """A short line without a mark."""
    return line.size <= _LONGEST_NAME and NO_TITLE.isdisjoint(line.text)


def _states_briefly(above: Sight, line: Sight, told: Sight) -> bool:
    """`新桥有望通车`: as short as the name of a column, but a clause."""
    if line.size < _LEAST_STATED or not _may_name_column(above, line, told):
        return False
    return _STATES.search(line.text) is not None and not line.text.endswith(COLUMN_ENDINGS)


def _is_clause(above: Sight, line: Sight, told: Sight) -> bool:
    """A clause or two, longer than the name of a column, that belongs to nothing else, behind a text that is no line
    itself."""
    return (
        above.shape == "text"
        and line.size >= _LEAST_CLAUSE
        and _PLAIN_CLAUSE.fullmatch(line.text.strip()) is not None
        and _KICKS.isdisjoint(line.evidence)
        and (above.size > 30 or above.text[-1] in "）)")
    )


_SPECIAL_REPORT = regex(rf"(?![{HAN}\s]*[了的上])[{HAN}“”\s]{{4,24}}(?:特别|系列)报道")
"""`追赶超越再出发特别报道`: what several stories belong to; not `小店上了央视特别报道`."""


def _is_barred(above: Sight, line: Sight, told: Sight) -> bool:
    """`七十年风雨丨我与晚报`: a series and its column."""
    return BARRED.fullmatch(unspaced(line.text)) is not None


_OCCASION = regex(rf"(?:热烈)?(?:庆祝|纪念|喜迎|迎接)[{HAN}\d“”]{{4,20}}(?:周年|诞辰|大会|大庆|[国春]庆|[国春]节)")
"""`庆祝海角建市三十周年`: on what occasion several stories are printed."""

ABOVE_HEADING = (
    Use("label_line", _is_slogan),
    Use("label_line", _is_barred),
    Use("label_line", lambda above, line, told: _SPECIAL_REPORT.fullmatch(line.text.strip()) is not None),
    Use("label_line", lambda above, line, told: _OCCASION.fullmatch(unspaced(line.text)) is not None),
    Use("kicker_line", _names_where),
    Use("lost_above", _states_briefly),
    Use("label_line", _may_name_column),
    Use("lost_above", _is_clause),
)
"""What a line is right above a heading, in the order in which it is asked; nothing where none holds."""

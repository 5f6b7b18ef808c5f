"""Short lines of plain text: what stands around them tells whether they head something.

Three tables tell: `no_headings.NOWHERE` says why a line heads nothing wherever it stands, `BETWEEN_TEXTS` why it is no
heading between two texts, where it is one otherwise, and `above_headings.ABOVE_HEADING` what it is right above one.
"""

from __future__ import annotations

from itertools import pairwise

from wanbao.parse.above_headings import ABOVE_HEADING, heads_leads
from wanbao.parse.no_headings import BETWEEN_TEXTS, NOWHERE, any_holds
from wanbao.parse.row import Row
from wanbao.parse.sight import Sight
from wanbao.parse.surroundings import LINES_OF_NAMES
from wanbao.parse.titles import COLUMN_NAME_BEHIND, look_at_unmarked
from wanbao.parse.unmarked import GOES_ON
from wanbao.patterns import HAN, regex


def look_at_plain_lines(row: Row) -> None:
    """Short lines of plain text between finished paragraphs, and right above a heading."""
    solid = row.solid
    _blocks(row.sights)
    _first_line(row)
    if _page_head(row.sights):
        row.look()
    asked = len([sight for sight in solid if sight.text[-1] in _ASKING and "short_line" in sight.evidence])
    for above, line, below, told in zip(solid, solid[1:], solid[2:], [*solid[3:], *solid[-1:]], strict=False):
        if below.is_heading and line.shape == "text" and _leads_to_heading(line):
            line.evidence.append("kicker_line")
        elif above.is_heading and "under_heading" in line.evidence and "says" in above.evidence:
            line.withdraw("under_heading", "prose")
            line.evidence.append("said_below")
        elif above.is_heading and "under_heading" in line.evidence and _is_deck(line, below):
            line.withdraw("prose")
            line.evidence.append("deck_line")
        elif "short_line" in line.evidence and _ELSEWHERE.isdisjoint(line.evidence):
            _look_around(above, line, below, told, asked == 1)
    _plain_series(solid)
    if [line for line in solid if "lost_above" in line.evidence]:
        row.look()


_ASKING = frozenset("？?")
_ELSEWHERE = frozenset(("in_block", "after_image", "picture_title"))
"""Evidence that a short line belongs to a poem or a picture."""


def _look_around(above: Sight, line: Sight, below: Sight, told: Sight, asks_alone: bool) -> None:
    """What a line is by the piece above, the one below and what that tells of, if it is a heading.

    `asks_alone` says whether no two lines of the page are questions.
    """
    if heads_leads(line, below):
        line.evidence.append("label_before_leads")
    elif any_holds(NOWHERE, above, line, below):
        return
    elif below.is_heading:
        _use_above_heading(above, line, told)
    elif not any_holds(BETWEEN_TEXTS, above, line, below):
        _head_between_texts(line, asks_alone)


_LEAST_DECK, _LEAST_BELOW = 10, 40
_ONE_OR_TWO = regex(rf"[{HAN}\d“”‘’《》、%％\s·：:—\-.]{{4,}}(?:[，,\s\u3000][{HAN}\d“”‘’《》、%％·：:—\-.]{{4,}})?")


def _is_deck(line: Sight, below: Sight) -> bool:
    """A clause or two without a stop between a heading and a whole paragraph: no paragraph is so short, and one of
    a column that was cut would go on below."""
    if line.size < _LEAST_DECK or below.shape != "text" or below.size < _LEAST_BELOW:
        return False
    if GOES_ON.match(below.text) or _BEGINS_TEXT.match(line.text):
        return False
    return _ONE_OR_TWO.fullmatch(line.text.strip()) is not None and (
        line.size <= _WITHOUT_PAUSE or _PAUSE.search(line.text.strip()) is not None
    )


_BEGINS_TEXT = regex(r"(?:[昨今前][日天晚晨]|近日|日前|\d{1,2}月|\d{1,2}日|[上下]午|记者)")
"""With what a paragraph begins, and a deck seldom."""
_WITHOUT_PAUSE = 24
_PAUSE = regex(r"[，,\s\u3000]")


_LONGEST_LEADING = 70
_AT_HEADING = regex("[且请]看[—─－]{2}$")


def _leads_to_heading(line: Sight) -> bool:
    """`……如今四川怎么样？且看——`, right above a heading: a kicker, however many sentences it has."""
    return line.size <= _LONGEST_LEADING and _AT_HEADING.search(line.text.rstrip()) is not None


def _use_above_heading(above: Sight, line: Sight, told: Sight) -> None:
    """The first use that is known settles what the line is."""
    for use in ABOVE_HEADING:
        if use.holds(above, line, told):
            line.evidence.append(use.shows)
            if use.shows == "lost_above":
                _look_as_heading(line)
            return


def _look_as_heading(line: Sight) -> None:
    """What a line shows that has lost its mark, beside the heading below it."""
    line.withdraw("too_short")
    look_at_unmarked(line, line.text.strip())


def _head_between_texts(line: Sight, asks_alone: bool) -> None:
    """No reason speaks against a heading. A question is one only beside others, on a page without marks."""
    unmarked = "no_marks" in line.evidence
    if line.text[-1] in _ASKING and (asks_alone or not unmarked):
        line.evidence.append("asks_alone")
        return
    if unmarked:
        line.withdraw("prose")
    line.evidence.append("between_paragraphs" if unmarked else "between_texts")
    if not unmarked and COLUMN_NAME_BEHIND.search(line.text.strip()):
        line.evidence.append("column_behind")


# --- what belongs together -------------------------------------------------------------------------------------------


def _blocks(sights: list[Sight]) -> None:
    """Short lines of one block, where a page sets its paragraphs apart by blank lines: a poem or an address."""
    short = [index for index, sight in enumerate(sights) if "short_line" in sight.evidence]
    if not any(map(_are_close, [sights[max(0, index - 1) : index + 2] for index in short])):
        return
    texts = [(a, b) for a, b in pairwise(sights) if a.shape == b.shape == "text" and "no_marks" not in b.evidence]
    close = [(a, b) for a, b in texts if a.piece.parts[-1][1] + 1 == b.piece.line and not _heads(a, b)]
    if len(close) > 0.5 * len(texts) and len(close) > 8:
        return
    for pair in close:
        for sight in pair:
            if "short_line" in sight.evidence and "in_block" not in sight.evidence:
                sight.withdraw("byline_pen")
                sight.evidence.append("in_block")


def _heads(line: Sight, text: Sight) -> bool:
    """Whether a line of a page without marks may be the heading of the text that begins right below it."""
    return "no_marks" in line.evidence and text.size > _LEAST_TOLD


_LEAST_TOLD = 40


def _are_close(sights: list[Sight]) -> bool:
    """Whether no blank line stands between two of these."""
    return any(a.piece.parts[-1][1] + 1 == b.piece.line for a, b in pairwise(sights))


def _first_line(row: Row) -> None:
    """The line between a running head and a heading may name the section or a column."""
    if len(row.solid) < 3 or not row.sights[0].head:
        return
    line, second, third = row.solid[:3]
    if third.is_heading and second.byline and second.byline.explicit and not (line.byline and line.byline.explicit):
        line.byline = None  # 东西问, 海中社记者 何静, and then their headline
        line.withdraw("byline_names", "byline_pen")
    elif not second.is_heading:
        return
    if "short_line" in line.evidence and 3 <= line.size <= 6 and LINES_OF_NAMES.isdisjoint(line.evidence):
        line.evidence.append("label_line")


_SPECIAL = regex("(?:特刊|专刊|周刊|专版|特辑|特别报道|特别策划|增刊|副刊)$")
_OF_HEAD = frozenset(("head", "staff", "page_date", "masthead", "page_section"))


def _page_head(sights: list[Sight]) -> bool:
    """Short lines above or right below the parts of the running head belong to it: the section, a special issue.

    Whether there are any.
    """
    found = False
    last = max((n for n, sight in enumerate(sights[:5]) if _OF_HEAD.intersection(sight.evidence)), default=-1)
    for index, sight in enumerate(sights[: last + 2]):
        if sight.shape != "text" or _OF_HEAD.intersection(sight.evidence) or sight.furniture:
            continue
        if "short_line" not in sight.evidence or (sight.byline and sight.byline.explicit):
            continue
        if (index < last and sight.size <= 8) or (sight.size <= 14 and _SPECIAL.search(sight.text.strip())):
            sight.evidence.append("page_section")
            found = True
    return found


_LEAST_SERIES = 2


def _plain_series(solid: list[Sight]) -> None:
    """Several such lines under one heading: sub-headlines that lost their marks."""
    if len([sight for sight in solid if "between_texts" in sight.evidence]) < _LEAST_SERIES:
        return
    group: list[Sight] = []
    for sight in [*solid, None]:
        if sight is None or sight.is_heading:
            if len(group) >= _LEAST_SERIES:
                for line in group:
                    line.evidence.append("plain_series")
            group = []
        elif "between_texts" in sight.evidence:
            group.append(sight)

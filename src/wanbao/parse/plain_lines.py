"""Short lines of plain text: what stands around them tells whether they head something.

A heading that lost its mark looks like a verse, an address or the rest of a paragraph that a column's end cut. Three
tables tell them apart: `NOWHERE` says why a line heads nothing wherever it stands, `ABOVE_HEADING` what it is right
above a heading, `BETWEEN_TEXTS` why it is no heading between two texts, where it is one otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from wanbao.conventions import COLUMN_ENDINGS
from wanbao.errors import Record
from wanbao.parse.columns import BARRED
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, Sight
from wanbao.parse.surroundings import LINES_OF_NAMES
from wanbao.parse.titles import COLUMN_NAME_BEHIND, SPACES, look_at_unmarked, names_place
from wanbao.parse.unmarked import GOES_ON
from wanbao.patterns import HAN, regex
from wanbao.text import is_han, unspaced


class Reason(Record, frozen=True):
    """One reason why a short plain line is no heading."""

    because: str
    """The reason in words."""
    holds: Callable[[Sight, Sight, Sight], bool]
    """Whether it holds for a line, which stands between the piece above and the one below."""


class Use(Record, frozen=True):
    """One use of a short plain line right above a heading."""

    shows: str
    """The evidence of it."""
    holds: Callable[[Sight, Sight, Sight], bool]
    """Whether a line is that, which stands between the piece above and the text below the heading."""


def look_at_plain_lines(row: Row) -> None:
    """Short lines of plain text between finished paragraphs, and right above a heading."""
    solid = row.solid
    _blocks(row.sights)
    _first_line(row)
    if _page_head(row.sights):
        row.look()
    asked = sum("short_line" in sight.evidence and sight.text[-1] in _ASKING for sight in solid)
    for above, line, below, told in zip(solid, solid[1:], solid[2:], [*solid[3:], *solid[-1:]], strict=False):
        if below.is_heading and line.shape == "text" and _leads_to_heading(line):
            line.evidence.append("kicker_line")
        elif above.is_heading and "under_heading" in line.evidence and _is_deck(line, below):
            line.withdraw("prose")
            line.evidence.append("deck_line")
        elif "short_line" in line.evidence and _ELSEWHERE.isdisjoint(line.evidence):
            _look_around(above, line, below, told, asked == 1)
    _plain_series(solid)
    if any("lost_above" in line.evidence for line in solid):
        row.look()


_ASKING = frozenset("？?")
_ELSEWHERE = frozenset(("in_block", "after_image"))
"""Evidence that a short line belongs to a poem or a picture."""


def _look_around(above: Sight, line: Sight, below: Sight, told: Sight, asks_alone: bool) -> None:
    """What a line is by the piece above, the one below and what that tells of, if it is a heading.

    `asks_alone` says whether no two lines of the page are questions.
    """
    if _heads_leads(line, below):
        line.evidence.append("label_before_leads")
    elif _any_holds(NOWHERE, above, line, below):
        return
    elif below.is_heading:
        _use_above_heading(above, line, told)
    elif not _any_holds(BETWEEN_TEXTS, above, line, below):
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


def _any_holds(reasons: tuple[Reason, ...], above: Sight, line: Sight, below: Sight) -> bool:
    """Whether there is a reason why the line heads nothing."""
    return any(reason.holds(above, line, below) for reason in reasons)


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


# --- wherever it stands ----------------------------------------------------------------------------------------------


ENDED = frozenset("。！？!?…”）)】」』—")
"""With what a text ends that is finished."""
_SIGNED = frozenset(("byline", "byline_names", "bracketed_names", "letter_from", "citizen", "credit_line", "credit"))
_HOLDING = frozenset(("text", "verse", "table", "html", "list"))


def _names_author(above: Sight, line: Sight, below: Sight) -> bool:
    """Four letters that may be a pen name may as well be a heading."""
    may_head = "byline_pen" in line.evidence and line.size >= 4
    return not AUTHORS.isdisjoint(line.evidence) and not may_head


def _is_cut_off(above: Sight, line: Sight, below: Sight) -> bool:
    """A text that ends without a stop or an author goes on in the line."""
    return above.shape == "text" and above.text[-1] not in ENDED and _SIGNED.isdisjoint(above.evidence)


NOWHERE = (
    Reason("it names the author", _names_author),
    Reason("the text above is not finished", _is_cut_off),
    Reason("no text stands above", lambda above, line, below: above.shape not in _HOLDING),
)
"""Why a line is no heading, wherever it stands."""


# --- above leads and headings ----------------------------------------------------------------------------------------


_LONGEST_NAME = 8
"""Letters of the name of a column."""
_LEAD_INS = frozenset(("bold_lead", "titled_lead", "lead_dateline"))
_NAMES_SOMEBODY = frozenset(("byline", "byline_names", "bracketed_names"))
_NO_TITLE = frozenset("：:，,。；;、") | frozenset("0123456789０１２３４５６７８９")
_KICKS = frozenset(("last_office", "editor_note", "notice_heading", "jump_to", "picture_title", "credit"))
_PLAIN_CLAUSE = regex(rf"[{HAN}“”《》\d]{{4,24}}(?:[ \u3000][{HAN}“”《》\d]{{4,14}})?")
_STATES = regex(
    "有望|并?[不非]|[将须难愿欲可]|获|遭|再[次度添现]|已|终|竟|仍|见|成(?!长|人|才)|结|夺|赢|升|降|增|减|破"
    "|启动|开[工幕通]|显"
)
"""What a clause has and the name of a column has not."""
_LEAST_STATED, _LEAST_CLAUSE = 6, 9


def _heads_leads(line: Sight, below: Sight) -> bool:
    """Whether a line above paragraphs with leads may name their column: short, no mark inside, nobody's name."""
    if line.size > _LONGEST_NAME or _LEAD_INS.isdisjoint(below.evidence):
        return False
    return _NAMES_SOMEBODY.isdisjoint(line.evidence) and _NO_TITLE.isdisjoint(line.text)


def _is_slogan(above: Sight, line: Sight, told: Sight) -> bool:
    """`□家乡之美 人心之暖`: what the stories below have in common."""
    return "slogan" in line.evidence


def _names_where(above: Sight, line: Sight, told: Sight) -> bool:
    """`浙江海角县`: where the story of the headline happened."""
    return names_place(line.text, told.text[:120])


def _may_name_column(above: Sight, line: Sight, told: Sight) -> bool:
    """A short line without a mark."""
    return line.size <= _LONGEST_NAME and _NO_TITLE.isdisjoint(line.text)


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


ABOVE_HEADING = (
    Use("label_line", _is_slogan),
    Use("label_line", _is_barred),
    Use("label_line", lambda above, line, told: _SPECIAL_REPORT.fullmatch(line.text.strip()) is not None),
    Use("kicker_line", _names_where),
    Use("lost_above", _states_briefly),
    Use("label_line", _may_name_column),
    Use("lost_above", _is_clause),
)
"""What a line is right above a heading, in the order in which it is asked; nothing where none holds."""


# --- between two texts -----------------------------------------------------------------------------------------------


_LEAST_HEADED, _LEAST_ABOVE = 30, 8
"""Letters that the text below a heading has more than, and the piece above."""
_MOST_LOST, _MOST_HALVES, _MOST_UNMARKED = 18, 24, 30
"""Letters of a heading without a mark, of one in two halves, and of one without a comma on a page without marks."""
_BEGINS_STORY = regex(r"(?:近日|日前|[昨今][日天晚晨]|(?:\d{1,2}月)?\d{1,2}日)[^，。]{0,12}，")
"""How a story begins that has no dateline."""
_COUNTS = regex(rf"\d{{1,5}}(?:\.\d)?(?![月日])[{HAN}]{{2}}")
"""`1小时修30台`, `10号线二期`: a heading that begins with a number; `1月17日，` begins a sentence."""
_COUNTED_END = regex("[一两几每][个名家件条位项种辆张座]$")
"""`就可收到一个`: of what, the next line says."""
_WANTS_MORE = regex("(?:[在的把被让与和向对从将使—]|借助|通过|随着|为了|由于|根据|按照|以及|并且|而且)$")
"""How a line ends that a column cut: what it speaks of must follow."""
_LEAST_CUT = 16
"""Letters of such a beginning."""
_CLAUSE_AND_MORE = regex("[^：:—/]+[，,][^：:—/]+(?<![！!？?])")
"""`王江透露，目前公司已在全球建立了`: of 14 such lines on pages that mark their headings none was a heading."""
_SPOKEN = regex(r"[^：:]{1,8}[：:].*[？?]$")
"""`问：一定要做手术吗？`"""
_BEGUN = regex(
    "记者(?:[从在跟]|了解|看到)|在[^，]{2,14}[下中上里后]，|据(?!点|说)|截至|对此，|此外|往[深远]|[^，]{2,16}(?:显示|表示|介绍说?|认为|指出|获悉|后)，[^，]{2,12}$"
)
"""`国家邮政局数据显示，随着快递`, `记者从省医保局`: the beginning of a paragraph that a column's end cut off."""
_BROKEN = frozenset("。，、,")
"""With these, or with one letter and one of them, no paragraph begins: a column's end cut it in two."""


def _most_letters(line: Sight, below: Sight) -> int:
    """How long the line may be and still be a heading that lost its mark."""
    comma = "，" in line.text or "," in line.text  # as in a paragraph cut short
    if "no_marks" in line.evidence and (not comma or _BEGINS_STORY.match(below.text)):
        return _MOST_UNMARKED
    return _MOST_HALVES if SPACES.search(line.text.strip()) and not comma else _MOST_LOST


def _begins_amiss(above: Sight, line: Sight, below: Sight) -> bool:
    """`1小时修30台` counts something and may be a heading, `1月17日` not."""
    return line.text[0] in _NO_TITLE and not _COUNTS.match(line.text)


def _hardly_text_below(above: Sight, line: Sight, below: Sight) -> bool:
    """A line or two, and not the beginning of a sentence that a column's end cut."""
    cut = below.size >= _LEAST_CUT and is_han(below.text[-1]) and ("，" in below.text or "," in below.text)
    return below.size <= _LEAST_HEADED and not cut


def _breaks_off(above: Sight, line: Sight, below: Sight) -> bool:
    """A clause and more, which no sub-headline is that lost its mark where the others have theirs."""
    return "no_marks" not in line.evidence and _CLAUSE_AND_MORE.fullmatch(line.text.strip()) is not None


BETWEEN_TEXTS = (
    Reason("no text stands below", lambda above, line, below: below.shape != "text"),
    Reason("the text below is short", _hardly_text_below),
    Reason("it is too long for a heading", lambda above, line, below: line.size > _most_letters(line, below)),
    Reason("it ends with a mark or a figure", lambda above, line, below: line.text[-1] in _NO_TITLE),
    Reason("it begins with a mark or a figure", _begins_amiss),
    Reason(
        "it ends with a word that wants another", lambda above, line, below: _WANTS_MORE.search(line.text) is not None
    ),
    Reason("it ends before what it counts", lambda above, line, below: _COUNTED_END.search(line.text) is not None),
    Reason("the piece above is hardly a text", lambda above, line, below: above.size <= _LEAST_ABOVE),
    Reason("a sentence ends inside it", lambda above, line, below: "。" in line.text),
    Reason("somebody asks in it", lambda above, line, below: _SPOKEN.match(line.text) is not None),
    Reason("what is said in it goes on below", lambda above, line, below: line.text.count("“") > line.text.count("”")),
    Reason("the text below begins in mid-sentence", lambda above, line, below: not _BROKEN.isdisjoint(below.text[:2])),
    Reason("a clause and the beginning of another on a page with marks", _breaks_off),
    Reason("it begins as paragraphs do", lambda above, line, below: _BEGUN.match(line.text) is not None),
    Reason("the text below begins in mid-word", lambda above, line, below: GOES_ON.match(below.text) is not None),
)
"""Why a line between two texts is no heading that lost its mark: one reason is enough."""


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


def _plain_series(solid: list[Sight]) -> None:
    """Several such lines under one heading: sub-headlines that lost their marks."""
    group: list[Sight] = []
    for sight in [*solid, None]:
        if sight is None or sight.is_heading:
            if len(group) >= 2:
                for line in group:
                    line.evidence.append("plain_series")
            group = []
        elif "between_texts" in sight.evidence:
            group.append(sight)

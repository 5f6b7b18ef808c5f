"""Why a short line of plain text heads nothing, wherever it stands (`NOWHERE`) and between two texts (`BETWEEN_TEXTS`).

A heading that lost its mark looks like a verse, an address or the rest of a paragraph that a column's end cut.
"""

from __future__ import annotations

from collections.abc import Callable

from wanbao.errors import Record
from wanbao.parse.sight import AUTHORS, Sight
from wanbao.parse.titles import SPACES
from wanbao.parse.unmarked import GOES_ON
from wanbao.patterns import HAN, regex
from wanbao.text import is_han


class Reason(Record, frozen=True):
    """One reason why a short plain line is no heading."""

    because: str
    """The reason in words."""
    holds: Callable[[Sight, Sight, Sight], bool]
    """Whether it holds for a line, which stands between the piece above and the one below."""


def any_holds(reasons: tuple[Reason, ...], above: Sight, line: Sight, below: Sight) -> bool:
    """Whether there is a reason why the line heads nothing."""
    return any(reason.holds(above, line, below) for reason in reasons)


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


# --- between two texts -----------------------------------------------------------------------------------------------


_LEAST_HEADED, _LEAST_ABOVE = 30, 8
"""Letters that the text below a heading has more than, and the piece above."""
NO_TITLE = frozenset("：:，,。；;、") | frozenset("0123456789０１２３４５６７８９")
"""With none of these does a name or a heading without a mark begin or end."""
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
    return line.text[0] in NO_TITLE and not _COUNTS.match(line.text)


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
    Reason("it ends with a mark or a figure", lambda above, line, below: line.text[-1] in NO_TITLE),
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

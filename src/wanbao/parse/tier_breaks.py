"""Two headings that are one clause, cut by the end of a line: `加快绿色能源`, `基础设施建设`."""

from __future__ import annotations

from wanbao.parse.pair import Pair
from wanbao.parse.row import Row
from wanbao.parse.tier_words import PEOPLE, PREDICATE_STARTS, any_of
from wanbao.patterns import HAN, regex

_SHORT_LINE = 13
"""Letters of the longer of two lines of which the words alone may say that they are one clause."""


def is_one_clause(pair: Pair, row: Row, index: int) -> bool:
    """Whether the heading at `index` of the row and the one below it, which are the pair, are one clause."""
    if _is_cut(pair, row, index):
        return True
    return pair.level_one == pair.level_two and max(pair.one, pair.two) <= _SHORT_LINE and _goes_on(pair)


# --- by what stands on the page ---------------------------------------------------------------------------------------

_QUOTES = (("《", "》"), ("“", "”"), ("（", "）"))
_SHORT_GIVER = 10
_GIVES = regex("(?:印发|发布|出台|公布|签署)$")
_TITLE = regex("《[^》]+》")
"""`省检察院印发`, `《渔业检察五年规划》`"""
_LEAST_CUT = 7
_AROUND = regex(rf"[{HAN}]{{3}}“?[{HAN}]{{2}}")
_LOOKED_AT = 6


def _is_cut(pair: Pair, row: Row, index: int) -> bool:
    """Whether the break between two headings falls inside a phrase: a bracket that opens above closes below, or the
    letters around the break stand together in the text (`加快绿色能源`, `基础设施建设`)."""
    return _is_bracketed(pair) or _gives_title(pair) or _is_printed_whole(pair, row, index)


def _is_bracketed(pair: Pair) -> bool:
    """Whether a bracket that opens above closes below."""
    above, below = pair.above, pair.below
    for start, end in _QUOTES:
        if above.count(start) == above.count(end) + 1 and below.count(end) == below.count(start) + 1:
            return True
    return False


def _gives_title(pair: Pair) -> bool:
    """Whether it says above who gave out what has its title below."""
    if len(pair.above) > _SHORT_GIVER or not _GIVES.search(pair.above):
        return False
    return _TITLE.fullmatch(pair.below) is not None


def _is_printed_whole(pair: Pair, row: Row, index: int) -> bool:
    """Whether the letters around the break stand together in the text."""
    above, below = pair.above, pair.below
    if len(above) < _LEAST_CUT:
        return False  # a place above what is done there is a kicker
    around = above[-3:] + below[: 3 if below[0] == "“" else 2]
    if not (_AROUND.fullmatch(around) or above[-1] == "”"):
        return False
    return any(around in sight.text for sight in row.solid[index + 2 : index + 2 + _LOOKED_AT] if not sight.is_heading)


# --- by the words before and behind the break -------------------------------------------------------------------------

_OPEN_ENDS = frozenset("着的把被让与和向对从")
_CLOSED = ("不着", "参与", "给与", "施与", "面对", "针对", "何从", "服从")
"""Words with such an end that may stand last."""
_STOPS_NOT = regex("(?:[挡拦阻]|割|隔|打|切)不(?:住|断|了|开)$|(?:忘|少|放|离)不(?:了|开)$")
"""…挡不住: what it did not stop must follow."""
_NO_PREDICATE = regex(r"(?:让|把|将|给|与|同|对)[^，,：:\s]{2,7}$|.*[零一二三四五六七八九十百\d][时日月]$")
_PREDICATE = regex("起|不再|不能|不会|却|竟|才|就|再")
"""`让老街坊`, `不再爬楼`; `明年一月`, `起施行`"""
_ACTOR_ALONE = regex(rf"[{HAN}\d“”]{{2,9}}(?:{any_of(PEOPLE)})|[{HAN}]{{2,6}}[省市县区镇乡州]")
"""`我省四千家企业`, `海角市`: who, and not what he did."""
_PREDICATE_LATER = regex(any_of(PREDICATE_STARTS))


def _goes_on(pair: Pair) -> bool:
    """Whether two headings are one clause that a line's end cut: `湖底泥芯藏着`, `八千年气候密码`."""
    above, below = pair.above, pair.below
    if above[-1] in _OPEN_ENDS and not above.endswith(_CLOSED):
        return True
    if above[-1] in "住断了开" and _STOPS_NOT.search(above):
        return True
    if _PREDICATE.match(below) and _NO_PREDICATE.match(above):
        return True
    return _PREDICATE_LATER.match(below) is not None and _ACTOR_ALONE.fullmatch(above) is not None

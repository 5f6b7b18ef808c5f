"""What the lengths and the clauses of two headings that stand together say, with a look at their words."""

from __future__ import annotations

from wanbao.parse.pair import Pair
from wanbao.parse.row import pairable
from wanbao.parse.sight import Sight
from wanbao.parse.tier_patterns import FACT, OUTCOME, QUANTITY, REFERS, SUBJECT, TELLS_WHICH, VOICE
from wanbao.parse.titles import SPACES
from wanbao.patterns import HAN, regex


def judge_lengths(pair: Pair) -> None:
    """The lower heading is much shorter, or it is long."""
    shorter = pair.two < 0.78 * pair.one
    if shorter and not (pair.two >= 12 and SUBJECT.match(pair.below)):
        _much_shorter(pair)
    elif pair.two >= 1.6 * pair.one and pair.two >= 20:
        pair.second.evidence.append("long_second")


def _much_shorter(pair: Pair) -> None:
    """A short heading under a long one: a deck under a headline of two lines, or a headline under a long kicker."""
    first, second = pair.first, pair.second
    if "groups" in first.evidence:
        return
    clauses = SPACES.split(pair.above)
    single = min(map(len, clauses)) >= 4 and len(pair.below) >= 7 and "deck_words" not in second.evidence
    if len(clauses) > 1 and single and not _adds_facts(pair.below):
        return
    if len(clauses) > 1:
        first.evidence.append("much_longer")
        second.evidence.append("much_shorter")
    elif pair.one >= 18:
        first.evidence.append("long_plain")
    else:
        second.evidence.append("shorter")


_SCORE = regex(r"\d[:：]\d")


def _adds_facts(below: str) -> bool:
    """Whether a heading has the words of a deck: a figure, a consequence, another party."""
    if any(words.match(below) for words in (FACT, VOICE, TELLS_WHICH)) or _SCORE.search(below):
        return True
    return any(words.search(below) for words in (OUTCOME, REFERS, QUANTITY, SPACES))


_DECK_SIGNS = frozenset(("stops_inside", "dash", "deck_words"))


def judge_clauses(pair: Pair) -> None:
    """Several clauses above a single one that names who acted are a kicker."""
    clauses = SPACES.split(pair.above)
    if len(clauses) < 2 or not all(4 <= len(clause) <= 13 for clause in clauses) or _adds_facts(pair.below):
        return
    if not _DECK_SIGNS.isdisjoint(pair.second.evidence) or len(pair.below) < 7:
        return
    pair.first.evidence.append("clauses_above")


_PLAIN_LINE = regex(rf"[{HAN}“”]{{6,10}}")
_COUNTED = regex(r"[\d一二两三四五六七八九十百千万]+[^\d一二两三四五六七八九十百千万]")
"""`三代人守一座灯塔`: both lines begin with a number."""
_NO_COUPLET = frozenset(
    (
        *("occasion_start", "occasion_end", "deck_kind", "deck_start", "series_kicker", "own_subject", "adds", "voice"),
        *("numbered", "notice_end", "label_size", "deck_words", "twin", "asks_below", "named_below", "word_below"),
    )
)


def judge_couplet(pair: Pair, third: Sight | None) -> None:
    """Two lines of one length without a stop, short for a kicker, are rather a headline set as a couplet; what stands
    below them, if it is longer, is their deck."""
    first, second = pair.first, pair.second
    if pair.one != pair.two or not (_PLAIN_LINE.fullmatch(pair.above) and _PLAIN_LINE.fullmatch(pair.below)):
        return
    if _COUNTED.match(pair.above) and _COUNTED.match(pair.below):
        first.evidence.append("first_line")
        second.withdraw("adds")
        second.evidence.append("second_line")
    elif _NO_COUPLET.isdisjoint(first.evidence) and _NO_COUPLET.isdisjoint(second.evidence):
        first.evidence.append("couplet_above")
        second.evidence.append("couplet_below")
    elif "couplet_below" not in second.evidence:
        return
    if third is not None and _is_longer(third, second):
        third.evidence.append("last_of_three")


def _is_longer(third: Sight, second: Sight) -> bool:
    """Whether a heading of the same kind below a couplet is longer than its lines."""
    return pairable(third) and third.size > 1.4 * second.size and third.piece.shape == second.piece.shape

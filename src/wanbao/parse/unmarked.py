"""Lines without a heading mark that are no headings: pieces of a paragraph that a column's end cut."""

from __future__ import annotations

from itertools import chain, pairwise

from wanbao.parse.row import Row
from wanbao.parse.sight import OPENED, Sight
from wanbao.patterns import regex
from wanbao.text import is_han

GOES_ON = regex(
    "了(?![解却不])|的(?![哥姐士确])|得(?![知益到])|着(?![力眼手重陆装火急])|[们吗呢]|获悉|了解到|送到|看到"
    "|[者么些况辆件际械吨圾圳型址够]|间(?![距谍隔接歇作])"
)
"""With what the rest of a cut sentence begins, and no paragraph: `了人与城市的联结`."""
_NO_END = frozenset("凌昨虽但仍或很每各这")
"""With what no heading ends."""


def run_on(row: Row) -> None:
    """A short line that a word joins to the next was cut off by the column's end: on a page without heading marks, and
    where it would else be a heading that lost its mark."""
    sights = row.sights
    if not [sight for sight in sights if not _HEADS.isdisjoint(sight.evidence)]:
        return
    words = _pairs(sights)
    for sight, following in pairwise(sight for sight in sights if not sight.furniture):
        may_head = not _HEADS.isdisjoint(sight.evidence)
        if may_head and following.piece.shape == "text" and _runs_on(sight, following, words):
            sight.withdraw("between_texts", "plain_series")
            sight.evidence.append("runs_on")
        if "no_marks" in following.evidence and _is_unfinished(sight):
            following.evidence.append("runs_from")
    _between_stories(sights)


_HEADS = frozenset(("no_marks", "between_texts"))
"""Evidence that a plain line may be a heading."""


def _runs_on(sight: Sight, following: Sight, words: frozenset[tuple[str, str]]) -> bool:
    """Whether a line and the text below it are one sentence, between two Han."""
    last, first = sight.text[-1:], following.text[:1]
    if ("，" in sight.text or "," in sight.text) and _IN_NUMBER.search(f"{last}|{following.text[:4]}"):
        return True
    if not (last and first and is_han(last) and is_han(first)):
        return False
    return (
        (last, first) in words
        or last in _NO_END
        or following.text[1:2] in "，、,"
        or _is_end(sight, following)
        or GOES_ON.match(following.text) is not None
    )


_IN_NUMBER = regex(
    r"[点时]\|\d{1,2}分|年\|\d{1,2}月|月\|\d{1,2}日|[\d一二三四五六七八九十百千万]\|(?:余(?!先生|女士|小姐|某)|多(?![数少么年]))|\d\|[万亿元岁]"
)
"""`…7月8日晚上7点` above `21分接到报警`, `…建成十` above `余年`."""
_LONGEST_END = 8
"""Letters of the end of a sentence whose beginning stands in the line above."""


def _is_end(sight: Sight, following: Sight) -> bool:
    """Whether a text begins with a sentence so short that it is the end of the long line above: `历史的老酒厂。`"""
    return "long_line" in sight.evidence and 0 < following.text.find("。") <= _LONGEST_END


_OF_PROGRAMME = regex(
    r"(?:\d{1,2}月)?\d{1,2}[日号](?:[（(][^（）()]{1,6}[）)])?[\s\u3000：:《].+|(?:周|星期)[一二三四五六日天][\s\u3000：:].+"
    r"|\d{1,2}[:：]\d\d.+"
)
"""`5月18日（周三） 讲座`, `周六：书展`, `19:30 新闻`: a line of a programme."""
_LEAST_ITEMS = 2


def programmes(sights: list[Sight]) -> None:
    """Two lines or more in a row that begin with a day or an hour: `4月20日 诗歌朗诵会` is no heading."""
    run: list[Sight] = []
    for sight in [*sights, None]:
        if sight is not None and "no_marks" in sight.evidence and _OF_PROGRAMME.fullmatch(sight.text.strip()):
            run.append(sight)
            continue
        if len(run) >= _LEAST_ITEMS:
            for line in run:
                line.withdraw("no_marks", "short_line", "two_halves")
        run = []


def _pairs(sights: list[Sight]) -> frozenset[tuple[str, str]]:
    """All pairs of characters side by side, collected once: to look through the page for each line would take the
    square of its length."""
    return frozenset(chain.from_iterable(pairwise(sight.text) for sight in sights))


_STOPS = frozenset("。！？”）…!?)")
_MOST_LINES = 3
_LEAST_TEXT = 40
_MOST_COMMAS = 2
_ELSEWHERE = frozenset(("runs_on", "runs_from", "byline", "byline_names", "credit", "caption", "announces"))


def _between_stories(sights: list[Sight]) -> None:
    """One to three short lines without a stop between a finished paragraph and a story: all of them are its headings,
    for a paragraph that a column's end had cut would go on."""
    run: list[Sight] = []
    finished = False
    for sight in sights:
        if "no_marks" in sight.evidence and _ELSEWHERE.isdisjoint(sight.evidence):
            run.append(sight)
            continue
        named = not OPENED.isdisjoint(sight.evidence)
        opens = named or (len(run) > 1 and sight.shape == "text" and sight.size > _LEAST_TEXT)
        if finished and opens and 0 < len(run) <= _MOST_LINES and (named or "prose" not in run[-1].evidence):
            _head(run, named)
        run = []
        finished = sight.shape == "text" and sight.text[-1:] in _STOPS


_FINISHED = frozenset(
    ["credit", "credit_line", "byline", "byline_names", "bracketed_names", "after_image", "picture_start", "jump_to"]
)


def _is_unfinished(sight: Sight) -> bool:
    """Whether a paragraph stops in the middle of a sentence, and is nothing that ends without a stop."""
    return (
        sight.shape == "text"
        and sight.size > 30
        and is_han(sight.text[-1])
        and sight.sign is None
        and not sight.furniture
        and sight.head is None
        and (sight.opening is not None or "。" in sight.text)
        and _FINISHED.isdisjoint(sight.evidence)
    )


def _head(run: list[Sight], named: bool) -> None:
    """These lines are headings, a kicker of two clauses among them; above a text that names nobody they may be parts
    of the story above."""
    for line in run:
        line.evidence.append("stops_nowhere" if named else "stops_above_text")
        if "prose" in line.evidence and "。" not in line.text and line.text.count("，") <= _MOST_COMMAS:
            line.withdraw("prose")

"""What each piece of a page shows: named pieces of evidence, weighed in `wanbao.parse.weights`.

Evidence is collected piece by piece, by small functions that each add names to the piece's list, and then between
neighbours (two headings in a row, a caption after its picture). Nothing is decided here.
"""

from __future__ import annotations

from itertools import pairwise

from wanbao.conventions import SECTIONS
from wanbao.heads import Head, read_folded_head
from wanbao.parse.lines import NEWS
from wanbao.parse.neighbours import look_at_neighbours
from wanbao.parse.notices import box_titles
from wanbao.parse.piece import Piece
from wanbao.parse.sight import Rules, Sight, fold_lines
from wanbao.parse.single_lines import look_at_line
from wanbao.parse.texts import look_at_text, short_line
from wanbao.parse.titles import compare_levels, is_label, look_at_heading, refute_sections
from wanbao.parse.unmarked import programmes
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced
from wanbao.traditional import is_traditional, names_traditional


def observe(pieces: list[Piece], rules: Rules, language: str = "") -> list[Sight]:
    """What every piece shows, alone and beside its neighbours; `language` is that of the text (BCP 47).

    Traditional characters are known by the language or, where nobody wrote it down, by what a page is full of: two
    paragraphs alone are too few to tell.
    """
    solid = [piece for piece in pieces if piece.shape not in ("front", "page_mark", "mark") and piece.text.strip()]
    traditional = names_traditional(language) or is_traditional("".join([piece.text[:200] for piece in solid[:40]]))
    sights = [Sight(piece, traditional) for piece in solid]
    fold_lines(sights, rules)
    marked = _is_marked(solid)
    near_top = True
    for sight, head in zip(sights, _head_in_lines(sights, rules), strict=False):
        sight.head = head
    for index, sight in enumerate(sights):
        if sight.head:
            sight.evidence += ["text", "head"]
            continue
        _look(sight, rules, marked, near_top)
        if sight.furniture and not marked and _heads_news(sights, index):
            sight.furniture = ""
            sight.withdraw("furniture")
            short_line(sight, rules, marked, near_top)
        near_top = index < _TOP and _is_below_top(sights, index, near_top)
    if not marked:
        programmes(sights)
    refute_sections(sights)
    if any(sight.furniture for sight in sights):
        box_titles(sights)
    compare_levels(sights)
    look_at_neighbours(sights)
    return sights


_MOST_LINES, _LONGEST_PART = 5, 16
_PART_OF_HEAD = regex(
    r"(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日)?(?:星期[一二三四五六日天])?|第?[A-Z]?\d{1,3}版?|第[一二三四五六七八九十]{1,3}版"
    r"|(?:[〇零○一二三四五六七八九]{4}年|(?:中华)?民国[\d〇零○一二三四五六七八九十]{1,4}年)"
    r"[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日(?:星期[一二三四五六日天])?"
)
"""`2022年`, `5月18日`, `星期三`, `A02版`: a part of the running head alone on a line."""


def _head_in_lines(sights: list[Sight], rules: Rules) -> list[Head]:
    """The running head of which each part stands on a line of its own, line by line, the first with all that they say;
    empty where the first lines are no such head."""
    lines: list[str] = []
    for sight in sights[:_MOST_LINES]:
        if sight.shape != "text" or sight.size > _LONGEST_PART:
            break
        lines.append(unspaced(sight.line))
    while len(lines) > 2 and not _PART_OF_HEAD.fullmatch(lines[-1]):
        lines.pop()
    parts = [line for line in lines if _PART_OF_HEAD.fullmatch(line)]
    others = [at for at, line in enumerate(lines) if not _PART_OF_HEAD.fullmatch(line)]
    if len(parts) < 2 or len(others) > 1 or (others and others[0] and lines[others[0]] not in SECTIONS):
        return []
    head = read_folded_head(" ".join(lines), rules.own_names)
    return [head, *[Head("", "", "", "", "", ())] * (len(lines) - 1)] if head and head.date else []


_TOP = 6
_TITLE_SIZES = range(7, 31)
_CALL = regex("[▲▼◀▶►☝↑↓←→☞]|扫|请|长按|识别|欢迎|本[报版]|.*(?:[：:]|[\\d*-]{7})")
"""How a call to readers begins, or what it has in it, and a headline has not."""


def _heads_news(sights: list[Sight], index: int) -> bool:
    """Whether a line in words with which a paper calls is the only headline that the news right below it may have, on a
    page without marks: `关注公众号 老人学会网上挂号` below a finished text and above a dateline."""
    sight = sights[index]
    if sight.shape != "text" or sight.size not in _TITLE_SIZES or sight.piece.lines > 1 or index + 1 == len(sights):
        return False
    above = sights[index - 1] if index else None
    finished = above is None or above.head is not None or above.text[-1] in "。！？”）"
    return (
        (finished or (above is not None and above.furniture != ""))
        and sights[index + 1].shape == "text"
        and _is_news(sights[index + 1].piece)
        and not _CALL.match(sight.text)
    )


def _is_below_top(sights: list[Sight], index: int, near_top: bool) -> bool:
    """Whether what follows this piece still stands near the top of the page, as the piece itself does or not."""
    sight = sights[index]
    if index == 1 and sight.head is not None and sights[0].is_heading and sights[0].size <= 6:
        return True  # the name of a supplement's page stands above the running head
    short = sight.size <= 40 or sight.head is not None
    return near_top and short and (is_label(sight) or not sight.is_heading)


_QUESTION = regex("[问答记][^：:]{0,3}[：:]")


def _is_news(piece: Piece) -> bool:
    """Whether a text begins like news."""
    start = piece.text[:24]
    return ("讯" in start or "电" in start or "電" in start) and NEWS.match(start) is not None


_BYLINE = regex(rf"(?:本报|本刊|[{HAN}]{{2,8}}[报网社])\s?(?:记者|通讯员)[\s\u3000][{HAN}\s\u3000]{{2,24}}")


def _is_signed(piece: Piece) -> bool:
    """Whether a line is a by-line as it stands below a headline: `本报记者　何静`."""
    return len(piece.text) <= _LONGEST_BYLINE and "记者" in piece.text and _BYLINE.fullmatch(piece.text) is not None


_LONGEST_BYLINE, _LONGEST_UNMARKED = 36, 34


def _is_marked(pieces: list[Piece]) -> bool:
    """Whether the page marks its headings: not where lines in bold are questions or leads alone, nor where too
    much news stands under unmarked lines."""
    headings = [p for p in pieces if p.shape == "heading" or (p.shape == "bold" and not _QUESTION.match(p.text))]
    if not headings:
        return False
    unmarked = len(
        [
            before
            for before, piece in pairwise(pieces)
            if before.shape == piece.shape == "text"
            and len(before.text) <= _LONGEST_UNMARKED
            and before.text[-1] not in "。！？”"
            and (_is_news(piece) or _is_signed(piece))
            and not _NO_HEADLINE.search(before.text)
        ]
    )
    if unmarked < 2:
        return True
    headed = sum(
        piece.shape == "text" and (_is_news(piece) or _is_signed(piece))
        for before, piece in pairwise(pieces)
        if before.shape in _MARKED
    )
    return headed >= _HEADED_TO_UNMARKED * unmarked


_MARKED = ("heading", "bold")
_NO_HEADLINE = regex("记者|通讯员|摄|图|供|扫|码|客户端|热线|。|，$")
"""Words of by-lines, credits and calls to readers, as they stand above news as well, and of prose that was cut."""
_HEADED_TO_UNMARKED = 2
"""How many openings of news stand under marked headings for each that stands under an unmarked line, where headings
without a mark are the exception: one such line may be anything, two are none."""


def _look(sight: Sight, rules: Rules, marked: bool, near_top: bool) -> None:
    """Look at one piece alone."""
    shape = sight.shape
    if shape in _MARKED:
        sight.evidence.append(shape)
        look_at_line(sight, rules, near_top)
        look_at_heading(sight, rules, near_top)
    elif shape == "text":
        look_at_text(sight, rules, marked, near_top)
    else:
        sight.evidence.append("table" if shape == "html" else shape)

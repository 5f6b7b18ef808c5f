"""Lines that an OCR program broke at the column's width: whether a page has them, and which belong together."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from operator import and_

from wanbao.errors import Record
from wanbao.patterns import regex

SENTENCE_ENDS = "。！？；!?;”）)…："
"""What a sentence or a clause may end with."""
_LINE_ENDS = SENTENCE_ENDS + "，,摄"
"""What lines end with that end where they want to: verse, lists, captions."""
BULLET = regex(r"[-*+]\s+(?=\S)|>\s?")
"""Markdown's own mark of an item."""


class Wraps(Record, frozen=True):
    """Where the lines of a page were broken."""

    width: int
    """The width at which they were broken, in half-width columns, or 0 where they were not."""
    letters: int
    """The number of characters at which lines with full-width digits were broken, or 0."""
    apart: bool
    """Whether a blank line follows every printed one."""

    def is_full(self, text: str) -> bool:
        """Whether a line, its end stripped, ends where the column does."""
        return width_of(text) >= self.width - 3 or (self.letters > 0 and len(text) == self.letters)

    def goes_on(self, text: str) -> bool:
        """Whether a line, its end stripped, goes on in the next: it is full, or a by-line's bracket is open."""
        return self.is_full(text) or is_open(text)


def wraps_of(lines: list[str]) -> Wraps:
    """Where the lines of this page were broken."""
    width = _wrap_width(lines)
    if width:
        return Wraps(width, _wrap_count(lines), False)
    if _may_be_apart(lines):
        printed = [line for line in lines if line and not line.isspace()]
        width = _wrap_width(printed, _SHARE_WHERE_APART)
        return Wraps(width, _wrap_count(printed) if width else 0, width > 0)
    return Wraps(0, 0, False)


def width_of(text: str) -> int:
    """How wide the text is in half-width columns, roughly: everything beyond Latin-1 is wide."""
    return len(text) + sum(map("\u02ff".__lt__, text))


_SHARE, _SHARE_WHERE_APART = 0.5, 0.35
"""How many of the lines that another follows have the page's width; where all follow, last lines of paragraphs too."""


def _wrap_width(lines: list[str], share: float = _SHARE) -> int:
    """The width at which the page's lines were broken, or 0 where they were not.

    Lines of a hard-wrapped page crowd at one width, at least this share of them, and end anywhere; verse and lists end
    with punctuation.
    """
    following = [
        line
        for line, after in pairwise(lines)
        if after and 9 < len(line) < 100 and not after.isspace() and not line.lstrip(" ")[:1].isascii()
    ]
    if len(following) < 3:
        return 0
    widths = Counter(width_of(line.rstrip()) for line in following)
    best = max(widths, key=lambda width: (widths[width], width))
    if best <= 28 and sum(width_of(line.rstrip()) > 3 * best for line in lines) >= 5:
        return 0  # whole paragraphs stand on one line: the short ones are verse
    near = [line for line in following if abs(width_of(line.rstrip()) - best) <= 3]
    ended = sum(line.rstrip()[-1] in _LINE_ENDS for line in near)
    if best < 20 or ended > 0.4 * len(near):
        return 0
    enough = len(near) >= share * len(following) or (
        _is_prose(near, ended) and len(near) >= _LEAST_SHARE * len(following)
    )
    return best if enough else 0


_LEAST_SHARE, _FEWEST_OF_PROSE = 0.33, 9


def _is_prose(lines: list[str], ended: int) -> bool:
    """Whether lines of one width are surely parts of sentences: most have a comma inside, as verse and lists have none,
    and few end with a mark. What PDF tools give has headings, tables and verse between them."""
    inside = sum(_COMMA.search(line, 0, len(line.rstrip()) - 1) is not None for line in lines)
    return len(lines) >= _FEWEST_OF_PROSE and 2 * inside >= len(lines) and 3 * ended <= len(lines)


_COMMA = regex("[，。、；：]")


_LONGEST_WRAPPED, _FEWEST_WRAPPED = 60, 12


def _may_be_apart(lines: list[str]) -> bool:
    """Whether a program may have set every printed line apart by a blank one: few are long, few follow close."""
    if sum(map(_LONGEST_WRAPPED.__lt__, map(len, lines))) * 20 > len(lines):
        return False
    printed = list(map(bool, lines))
    close = sum(map(and_, printed, printed[1:]))
    return sum(printed) >= _FEWEST_WRAPPED and close * 20 <= sum(printed)


def _wrap_count(lines: list[str]) -> int:
    """The number of characters at which a page's lines were broken that sets digits full width, or 0."""
    counts = Counter(
        len(line.rstrip()) for line, after in pairwise(lines) if len(line) > 9 and after and not after.isspace()
    )
    best, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    return best if times >= 0.4 * counts.total() else 0


_STANDS_ALONE = regex(
    r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日.{0,12}星期|责编|责任编辑|美编|版式\s?[:：/]|校对\s?[:：/]"
)
"""A running head or line of staff, wherever a page's lines were broken."""


def groups_of(run: list[tuple[int, str]], wraps: Wraps) -> list[list[tuple[int, str]]]:
    """Lines that belong to one paragraph: broken at the page's width and the next not indented."""
    groups = [[run[0]]]
    for place, ((_, before), (number, line)) in enumerate(pairwise(run), 1):
        text = before.rstrip()
        below = run[place + 1][1] if place + 1 < len(run) else ""
        if not _begins(text, line) and (
            _is_broken(text, line, below, wraps, at_head=number - run[0][0] <= _HEAD_LINES)
            or _is_cut_short(text, line, below, wraps, indents=is_indented(groups[-1][0][1]))
        ):
            groups[-1].append((number, line))
        else:
            groups.append([(number, line)])
    return groups


_HEAD_LINES = 3
"""So many lines below its first one a run may still hold a running head."""


def _begins(text: str, line: str) -> bool:
    """Whether a line begins a paragraph below this text by how it is set: indented, marked or numbered."""
    if is_indented(line) or line[0] in "●◆▲△★■□◇○" or BULLET.match(line):
        return True
    return _ends(text) and _NUMBER.match(line) is not None


def _is_broken(text: str, line: str, below: str, wraps: Wraps, *, at_head: bool) -> bool:
    """Whether a printed text was broken where its column, or what a program allows a line, ended."""
    if not wraps.width:
        return _is_broken_at_a_blank(text, line)
    if is_open(text) or _is_rest_of_headline(text, line.strip(), below):
        return True
    return wraps.is_full(text) and not (
        (at_head and text[-1] not in "，、" and "。" not in text and _STANDS_ALONE.search(text))
        or _is_headline_below(text, line, below)
        or _is_heading_below(text, line.rstrip(), below, wraps)
    )


def _is_headline_below(text: str, line: str, below: str) -> bool:
    """Whether a text ended with its full line by chance, above a headline: the line ends as no paragraph does, and the
    next one begins below it."""
    return _ends(text) and bool(below) and is_indented(below) and not _ends(line.rstrip())


def _is_cut_short(text: str, line: str, below: str, wraps: Wraps, *, indents: bool) -> bool:
    """Whether a text that is not finished goes on although its line is not full: with a mark, or beside a picture;
    `indents` says whether its paragraph is indented."""
    if not wraps.width or text[-1] in SENTENCE_ENDS:
        return False
    return line[0] in "，。、；：？！”）》" or (indents and _is_inside(line, below, wraps))


_LEAST_BROKEN = 20


def _is_broken_at_a_blank(text: str, line: str) -> bool:
    """Whether a long line goes on in the next: pandoc and html2text break lines at blanks, wherever these stand
    (`司机李`, `博说，…`). No headline is as long, and what follows ends as a sentence does."""
    if len(text) < _LEAST_BROKEN or text[-1] in _LINE_ENDS or not _COMMA.search(text):
        return False
    return _ends(line.rstrip()) and "：" not in line[:8] and _COMMA.search(line) is not None


_SHORT = 0.7


def _is_heading_below(text: str, line: str, below: str, wraps: Wraps) -> bool:
    """Whether a short line without any mark stands between a sentence, or caption, that ends with its full line by
    chance and another full line or a dateline."""
    if not (_ends(text) or text[-1] == "摄") or _ends(line) or _COMMA.search(line):
        return False
    begins = wraps.is_full(below.rstrip()) or _DATELINE.match(below) is not None
    return begins and width_of(line) < _SHORT * wraps.width


_LEAST_HEADLINE, _LONGEST_HEADLINE, _LONGEST_REST = 8, 24, 5
_DATELINE = regex(r"[\s\u3000]*[【（(]?(?:据|综合)?[^，。！？\s]{1,16}(?:讯|电|電)(?:[（(\s\u3000]|$)")


def headline_lines(run: list[tuple[int, str]], below: str) -> list[list[tuple[int, str]]]:
    """The lines of a headline above this line, its few last letters with what they are the rest of."""
    groups = [[line] for line in run]
    if len(run) > 1 and _is_rest_of_headline(run[-2][1].strip(), run[-1][1].strip(), below):
        groups[-2:] = [run[-2:]]
    return groups


def _is_rest_of_headline(text: str, rest: str, below: str) -> bool:
    """Whether a few letters between a headline without a stop and a dateline are its end: `…观测站`, `投入使用`. No
    dateline stands below a pen name."""
    return _DATELINE.match(below) is not None and is_cut_headline([text, rest])


def is_cut_headline(lines: list[str]) -> bool:
    """Whether lines may be those of a headline of which the second holds a few letters."""
    if len(lines) != 2 or not _LEAST_HEADLINE <= len(lines[0]) <= _LONGEST_HEADLINE:
        return False
    return 2 <= len(lines[1]) <= _LONGEST_REST and lines[0][-1] not in _LINE_ENDS and lines[1][-1] not in _LINE_ENDS


def _is_inside(line: str, below: str, wraps: Wraps) -> bool:
    """Whether a line below an unfinished, indented paragraph goes on with it, because it is full or ends a sentence, or
    another that is not indented goes on: what a picture beside the column, or its end, cut short. A headline does
    neither."""
    text = line.rstrip()
    return wraps.is_full(text) or _ends(text) or (bool(below) and not is_indented(below))


_NUMBER = regex(r"[1-9]\d?[、.．](?!\d)")
"""`2、湖北…`: an item of a list, or a caption of several."""


def is_indented(line: str) -> bool:
    """Whether a paragraph begins here, on a page that indents them."""
    return line[0] in " \u3000\t" and (line[:2] in ("\u3000\u3000", "  ") or line[0] == "\t")


_LONGEST_OPEN = 30


def is_open(text: str) -> bool:
    """Whether the last bracket near the end of a line, of either width, is still open, as that of a by-line broken at
    the column's width. Brackets inside of others are not counted."""
    end = text[-_LONGEST_OPEN:]
    return max(end.rfind("（"), end.rfind("(")) > max(end.rfind("）"), end.rfind(")"))


def _ends(text: str) -> bool:
    """Whether a line ends as paragraphs do."""
    return text[-1] in "。！？”…）)」』；：:"

"""A piece of a page and what it shows, and a newspaper's patterns compiled for looking."""

from __future__ import annotations

from bisect import bisect
from functools import lru_cache
from itertools import accumulate

from wanbao.credited import Byline
from wanbao.furniture import FURNITURE
from wanbao.heads import Head
from wanbao.names import Grammar, grammar
from wanbao.newspaper import Newspaper
from wanbao.parse.datelines import DatelineReader, dateline_reader
from wanbao.parse.endings import Ending
from wanbao.parse.jumps import Turn
from wanbao.parse.openings import Opening
from wanbao.parse.piece import Piece
from wanbao.patterns import regex, word_finder
from wanbao.records import ContributorRole, FurnitureKind
from wanbao.text import fold, unspaced
from wanbao.traditional import simplified


class Sight:
    """A piece and what it shows."""

    __slots__ = (
        "byline",
        "credit",
        "ending",
        "evidence",
        "first",
        "furniture",
        "head",
        "is_heading",
        "jump",
        "keyed",
        "line",
        "opening",
        "piece",
        "printed",
        "shape",
        "sign",
        "size",
        "text",
    )

    def __init__(self, piece: Piece, traditional: bool = False) -> None:
        self.piece = piece
        self.shape = piece.shape
        """What the piece is at first sight."""
        self.is_heading = piece.shape in ("heading", "bold")
        """Whether it is marked as a heading."""
        self.printed = piece.printed or piece.text
        """The text as printed."""
        text = piece.text
        if self.is_heading and text[1:2].isspace() and _is_letter_spaced(text):
            text = unspaced(text)
        self.text = simplified(text) if traditional else text
        """The text for looking: a heading is closed up whose letters are set apart, and Traditional characters of
        newspapers' own words are simplified."""
        self.size = len(text)
        """How many characters the text for looking has."""
        self.line = ""
        """The text folded and without blank ends, where it may be a line: see `fold_lines`."""
        self.keyed = _NO_KEYS
        """The places of the general patterns of furniture that have a key in this line."""
        self.evidence: list[str] = []
        """The names of the evidence, keys of `weights.EVIDENCE`."""
        self.opening: Opening | None = None
        """The dateline and by-line at its beginning."""
        self.first = 0
        """Where its own text begins, after 上接."""
        self.byline: Byline | None = None
        """The whole of it as a by-line."""
        self.credit: Ending | None = None
        """The credit at its end."""
        self.ending: Ending | None = None
        """The credit at its end as it was read, whatever it turns out to be: see `credits.credit_of`."""
        self.sign: Ending | None = None
        """The signature at its end."""
        self.jump: Turn | None = None
        """下转 or 上接 at one of its ends."""
        self.head: Head | None = None
        """The whole of it as a running head or line of staff."""
        self.furniture: FurnitureKind = ""
        """Of what kind it is, if it is furniture."""

    def may_head(self) -> bool:
        """Whether the piece is a heading, or a line that may be one on a page without marks."""
        return self.is_heading or "no_marks" in self.evidence

    def withdraw(self, *names: str) -> None:
        """Take evidence back, which something else on the page has refuted."""
        self.evidence[:] = [name for name in self.evidence if name not in names]


_NO_KEYS: frozenset[int] = frozenset()
_LEAST_SPACED = 5
_CUT_OFF = frozenset("转接续讯电摄图影记员编校●◆▲△★■□◇○☆▶•")
"""Letters of what may be cut off a heading (下转, 记者…): such a heading is looked at as it is printed."""


def _is_letter_spaced(text: str) -> bool:
    """Whether every letter of a heading stands apart, as a wide setting is read: `海 角 镇 新 桥 通 车`."""
    letters = text.split()
    apart = len(letters) >= _LEAST_SPACED and all(len(letter) == 1 or letter.isascii() for letter in letters)
    return apart and _CUT_OFF.isdisjoint(letters)


RULE_MARKS = frozenset("-=*_—·…~■□◆●★▲☆○※#|+ ")


class Rules:
    """A newspaper's patterns, compiled once."""

    def __init__(self, newspaper: Newspaper) -> None:
        self.newspaper = newspaper
        self.own_names = newspaper.own_names
        self.grammar: Grammar = grammar(_with_simplified(newspaper.roles))
        self.datelines: DatelineReader = dateline_reader(newspaper)
        self.columns = frozenset((*newspaper.columns, *map(simplified, newspaper.columns)))
        self.keyless = [(item.kind, regex(item.pattern)) for item in newspaper.furniture]
        """Patterns of the profile: they have no keys, every line must be tried."""
        self.keyed = [(item.kind, regex(item.pattern)) for item in FURNITURE]
        """The general patterns, each to be tried where one of its keys stands in the line."""
        self.keys = word_finder({key for item in FURNITURE for key in item.keys} - RULE_MARKS)
        self.places = _places()

    def keyless_kind(self, line: str) -> FurnitureKind:
        """Of what kind a folded line is by the patterns of the profile alone."""
        for kind, pattern in self.keyless:
            if pattern.search(line):
                return kind
        return ""

    def furniture_kind(self, line: str, keyed: frozenset[int]) -> FurnitureKind:
        """Of what kind of furniture a folded line is that has keys of these patterns, or nothing."""
        if kind := self.keyless_kind(line):
            return kind
        if not keyed and line[0] not in self.places:
            return ""
        if line[0] in self.places:
            keyed |= self.places[line[0]]  # a rule begins with one of its marks
        for place in sorted(keyed):
            kind, pattern = self.keyed[place]
            if pattern.search(line):
                return kind
        return ""


def _with_simplified(roles: tuple[tuple[str, ContributorRole], ...]) -> tuple[tuple[str, ContributorRole], ...]:
    """Role words, those in Traditional characters a second time as the text for looking has them."""
    return tuple(dict.fromkeys((*roles, *((simplified(word), role) for word, role in roles))))


def _places() -> dict[str, frozenset[int]]:
    """For every key the places of the patterns in `FURNITURE` that have it, or a beginning of it, among their keys."""
    having: dict[str, set[int]] = {}
    for place, item in enumerate(FURNITURE):
        for key in item.keys:
            having.setdefault(key, set()).add(place)
    return {key: frozenset().union(*(having.get(key[:size], ()) for size in range(1, len(key) + 1))) for key in having}


LONGEST_LINE = 240
"""No longer text is looked at as a line."""


def fold_lines(sights: list[Sight], rules: Rules) -> None:
    """Fold all headings and short texts of a page at a stroke, and find the keys of furniture in them."""
    lines = [sight for sight in sights if sight.is_heading or (sight.shape == "text" and sight.size <= LONGEST_LINE)]
    if not lines:
        return
    page = fold("\n".join([sight.text for sight in lines]))
    for sight, line in zip(lines, page.split("\n"), strict=True):
        sight.line = line.strip()
    ends = list(accumulate([sight.size + 1 for sight in lines]))
    for found in rules.keys.finditer(page):
        lines[bisect(ends, found.start())].keyed |= rules.places[found[1]]


@lru_cache(maxsize=8)
def rules_of(newspaper: Newspaper) -> Rules:
    """The compiled patterns of a newspaper."""
    return Rules(newspaper)


NAMED = frozenset(("byline", "byline_names"))
"""Evidence of a line that names its author beyond doubt or by the form of the name."""
AUTHORS = frozenset(
    (
        "byline",
        "byline_names",
        "byline_pen",
        "citizen",
        "letter_from",
        "bracketed_names",
        "bracketed_source",
        "credit_line",
    )
)
"""Evidence that a line names people."""
DATED = frozenset(("dateline", "dateline_by"))
"""Evidence that a dateline opens a piece."""
OPENED = DATED | {"byline_opens", "byline", "letter_from"}
"""Evidence that a piece opens an article by itself."""
PASSED_OVER = frozenset(
    ("furniture", "furniture_words", "head", "staff", "image", "page_date", "masthead", "page_section")
)

"""Evidence of what does not count when neighbours are compared: pictures and what is set aside."""

"""Headings that lost their marks, and lines between texts that are none: short lines by what stands around them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from wanbao.conventions import COLUMN_ENDINGS
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, NAMED, Sight
from wanbao.parse.surroundings import LINES_OF_NAMES, PICTURED
from wanbao.parse.titles import COLUMN_NAME_BEHIND, SPACES, names_place
from wanbao.parse.unmarked import GOES_ON
from wanbao.patterns import HAN, regex

_NO_TITLE = frozenset("：:，,。；;、") | frozenset("0123456789０１２３４５６７８９")
_ENDED = frozenset("。！？!?…”）)】」』—")


def find_lost_headings(row: Row) -> None:
    """Headings and names of columns in plain lines, and captions above a line that credits them all."""
    _speakers(row.sights)
    if "picture_start" in row.shown and "bullet_lead" in row.shown:
        _marked_items(row)
    _short_lines(row)
    if "byline_names" in row.shown and _names_before_text(row.solid):
        row.look()
    if "credit_line" in row.shown:
        _shared_credits(row.sights)
    if not _AFTER_IMAGE.isdisjoint(row.shown) or "credit_line" in row.shown:
        _circled(row.sights)
    _interruptions(row)
    if "heading_byline" in row.shown and _titles_like_names(row.solid):
        row.look()


def _titles_like_names(solid: list[Sight]) -> bool:
    """Headings in the form of a name above the line that names the author: titles. Whether there are any."""
    found = False
    for sight, below in pairwise(solid):
        if "heading_byline" in sight.evidence and not below.is_heading and not NAMED.isdisjoint(below.evidence):
            sight.byline = None
            sight.withdraw("heading_byline", *NAMED)
            found = True
    return found


def _marked_items(row: Row) -> None:
    """Three texts or more in a row with ▲, no picture among them: briefs or items, not captions."""
    group: list[Sight] = []
    for sight in [*row.sights, None]:
        if sight is not None and "picture_start" in sight.evidence and "bullet_lead" in sight.evidence:
            group.append(sight)
            continue
        if len(group) >= 3 and not any("credit" in item.evidence for item in group):
            for item in group:
                item.evidence.remove("picture_start")
                if "titled_lead" in item.evidence:
                    item.evidence.append("lead_series")
        group = []


def _speakers(sights: list[Sight]) -> None:
    """Leads in bold with a colon that come again on the page: who speaks in an interview, no headlines of briefs."""
    spoken = [sight for sight in sights if sight.piece.lead and sight.text[sight.piece.lead - 1] in "：:"]
    if len(spoken) < 2:
        return
    leads = Counter(sight.text[: sight.piece.lead] for sight in spoken)
    for sight in spoken:
        if leads[sight.text[: sight.piece.lead]] > 1:
            sight.withdraw("bold_lead", "lead_line")
            sight.evidence.append("speaker")


_AFTER_IMAGE = frozenset(("after_image", "long_after_image"))
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩")


def _circled(sights: list[Sight]) -> None:
    """Short texts with ①②… of which one stands right after a picture: all of them are captions."""
    marked = [sight for sight in sights if sight.shape == "text" and sight.text[0] in _CIRCLED and sight.size <= 120]
    if not all(_AFTER_IMAGE.isdisjoint(sight.evidence) for sight in marked) or _credited(sights):
        for sight in marked:
            sight.evidence.append("circled")


def _credited(sights: list[Sight]) -> bool:
    """Whether two such texts or more stand right under a heading and right above a line that credits them all."""
    for index, sight in enumerate(sights):
        if "credit_line" in sight.evidence and index > 2:
            first = index
            while first and sights[first - 1].text[0] in _CIRCLED and sights[first - 1].size <= 120:
                first -= 1
            if index - first > 1 and first and sights[first - 1].is_heading:
                sights[first - 1].evidence.append("photo_heading")
                return True
    return False


def _indents(sights: list[Sight]) -> bool:
    """Whether the page indents its paragraphs; those that a column's end cut off begin without an indent."""
    if not [sight for sight in sights if sight.piece.indented]:
        return False
    texts = [sight for sight in sights if sight.shape == "text" and sight.size > 30]
    return len(texts) >= 4 and sum(sight.piece.indented for sight in texts) >= 0.4 * len(texts)


def _flush(solid: list[Sight]) -> None:
    """Short lines without an indent where the text above is finished and the one below begins with an indent."""
    for before, sight, after in zip([None, *solid], solid, solid[1:], strict=False):
        if (
            "short_line" in sight.evidence
            and not sight.piece.indented
            and not AUTHORS.intersection(sight.evidence)
            and (before is None or before.text[-1] in _ENDED or "short_line" in before.evidence)
            and (after.piece.indented or "short_line" in after.evidence)
        ):
            sight.evidence.append("flush")


def _interruptions(row: Row) -> None:
    """A sentence between the two halves of an indented paragraph: on a page with indents, text without one goes on."""
    if not _indents(row.sights):
        return
    solid = row.solid
    _flush(solid)
    for before, sight, after in zip(solid, solid[1:], solid[2:], strict=False):
        if (
            before.shape == sight.shape == after.shape == "text"
            and before.piece.indented
            and not (sight.piece.indented or after.piece.indented)
            and 10 <= sight.size <= 60
            and not PICTURED.intersection(after.evidence)
            and sight.text[-1] == "。"
            and before.size > 30
            and after.size > 12
            and "short_line" not in after.evidence
            and before.text[-1] not in _ENDED
            and before.text[-1] not in "，、："
        ):
            sight.evidence.append("interrupts")


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


_NAMES_SOMEBODY = frozenset(("byline", "byline_names", "bracketed_names"))


def _may_be_label(sight: Sight) -> bool:
    """Whether a short plain line may name a column: no mark inside, nobody's name."""
    named = not _NAMES_SOMEBODY.isdisjoint(sight.evidence)
    return not named and not _NO_TITLE.intersection(sight.text)


_BROKEN = frozenset("。，、,")
"""With these, or with one letter and one of them, no paragraph begins: a column's end cut it in two."""
_SIGNED = frozenset(("byline", "byline_names", "bracketed_names", "letter_from", "citizen", "credit_line", "credit"))
_LEAD_INS = frozenset(("bold_lead", "titled_lead", "lead_dateline"))
_BEGUN = regex(
    "记者(?:[从在]|了解|看到)|据(?!点|说)|截至|对此，|此外|往[深远]|[^，]{2,16}(?:显示|表示|介绍说?|认为|指出|获悉|后)，[^，]{2,12}$"
)
"""`国家邮政局数据显示，随着快递`, `记者从省医保局`: the beginning of a paragraph that a column's end cut off."""
_SPOKEN = regex(r"[^：:]{1,8}[：:].*[？?]$")
_KICKS = frozenset(("last_office", "editor_note", "notice_heading", "furniture", "jump_to", "picture_title", "credit"))
_PLAIN_CLAUSE = regex(rf"[{HAN}“”《》\d]{{4,24}}(?:[ \u3000][{HAN}“”《》\d]{{4,14}})?")
_STATES = regex(
    "有望|并?[不非]|[将须难愿欲可]|获|遭|再[次度添现]|已|终|竟|仍|见|成(?!长|人|才)|结|夺|赢|升|降|增|减|破"
    "|启动|开[工幕通]|显"
)
"""What a clause has and the name of a column has not."""


def _is_clause(sight: Sight) -> bool:
    """Whether a plain line longer than the name of a column is a clause or two, and nothing that stands elsewhere."""
    return (
        sight.size >= 9
        and _PLAIN_CLAUSE.fullmatch(sight.text.strip()) is not None
        and _KICKS.isdisjoint(sight.evidence)
    )


def _short_lines(row: Row) -> None:
    """Short lines of plain text between finished paragraphs, and right before a heading."""
    if "short_line" not in row.shown:
        return
    sights, solid = row.sights, row.solid
    _blocks(sights)
    if len(solid) > 1 and sights[0].head and solid[1].is_heading and _names_section(solid[0]):
        solid[0].evidence.append("label_line")
    if _page_head(sights):
        row.look()
    asked = sum("short_line" in sight.evidence and sight.text[-1] in "？?" for sight in solid)
    for index in [index for index, sight in enumerate(solid) if "short_line" in sight.evidence]:
        if not 0 < index < len(solid) - 1 or not _ELSEWHERE.isdisjoint(solid[index].evidence):
            continue
        before, sight, after = solid[index - 1 : index + 2]
        if sight.size <= 8 and _LEAD_INS.intersection(after.evidence) and _may_be_label(sight):
            sight.evidence.append("label_before_leads")
            continue
        if AUTHORS.intersection(sight.evidence) and not ("byline_pen" in sight.evidence and sight.size >= 4):
            continue
        if before.shape == "text" and before.text[-1] not in _ENDED and _SIGNED.isdisjoint(before.evidence):
            continue
        if before.shape not in ("text", "verse", "table", "html", "list"):
            continue
        if after.is_heading and "slogan" in sight.evidence:
            sight.evidence.append("label_line")
        elif after.is_heading:
            if names_place(sight.text, solid[min(index + 2, len(solid) - 1)].text[:120]):
                sight.evidence.append("kicker_line")
            elif sight.size <= 8 and not _NO_TITLE.intersection(sight.text):
                states = sight.size >= 6 and _STATES.search(sight.text) and not sight.text.endswith(COLUMN_ENDINGS)
                sight.evidence.append("kicker_line" if states else "label_line")
            elif before.shape == "text" and _is_clause(sight) and (before.size > 30 or before.text[-1] in "）)"):
                sight.evidence.append("kicker_line")
        elif (
            after.shape == "text"
            and after.size > 30
            and sight.size <= _most_letters(sight)
            and not _NO_TITLE.intersection(sight.text[-1:])
            and (sight.text[0] not in _NO_TITLE or _COUNTS.match(sight.text))
            and sight.text[-1] not in _OPEN_END
            and not _COUNTED_END.search(sight.text)
            and "furniture" not in after.evidence
            and before.size > 8
            and "。" not in sight.text
            and not _SPOKEN.match(sight.text)
            and "：“" not in sight.text
            and _BROKEN.isdisjoint(after.text[:2])
            and not _BEGUN.match(sight.text)
            and not GOES_ON.match(after.text)
        ):
            if sight.text[-1] in "？?" and (asked == 1 or "no_marks" not in sight.evidence):
                sight.evidence.append("asks_alone")
                continue
            sight.evidence.append("between_paragraphs" if "no_marks" in sight.evidence else "between_texts")
            if "no_marks" not in sight.evidence and COLUMN_NAME_BEHIND.search(sight.text.strip()):
                sight.evidence.append("column_behind")
    _plain_series(solid)


_MOST_LOST, _MOST_HALVES, _MOST_UNMARKED = 18, 24, 30
"""Letters of a heading without a mark, of one in two halves, and of one without a comma on a page without marks."""
_COUNTS = regex(rf"\d{{1,5}}(?:\.\d)?(?![月日])[{HAN}]{{2}}")
"""`1小时修30台`, `10号线二期`: a heading that begins with a number; `1月17日，` begins a sentence."""


def _most_letters(line: Sight) -> int:
    """How long the line may be and still be a heading that lost its mark."""
    if _is_unmarked(line):
        return _MOST_UNMARKED
    halves = SPACES.search(line.text.strip()) and not ("，" in line.text or "," in line.text)
    return _MOST_HALVES if halves else _MOST_LOST


def _is_unmarked(line: Sight) -> bool:
    """Whether it stands on a page without marks and has no comma, as a paragraph cut short would."""
    return "no_marks" in line.evidence and not ("，" in line.text or "," in line.text)


_COUNTED_END = regex("[一两几每][个名家件条位项种辆张座]$")
"""`就可收到一个`: of what, the next line says."""
_OPEN_END = frozenset("在的把被让与和向对从将使—")
"""How a line ends that a column cut: what it speaks of must follow."""
_ELSEWHERE = frozenset(("in_block", "after_image"))
"""Evidence that a short line belongs to a poem or a picture."""
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


_NO_TEXT = frozenset(("editor_note", "leads_on", "under_heading", "no_marks"))
"""Evidence that a line is no text of the story: its deck, its heading, a note above it."""


def _names_before_text(solid: list[Sight]) -> bool:
    """A line in the form of a name between two texts: nobody signs in the middle, it is rather a heading.

    Answers whether there was one.
    """
    found = False
    for before, sight, after in zip(solid, solid[1:], solid[2:], strict=False):
        if (
            "byline_names" in sight.evidence
            and sight.byline
            and not sight.byline.explicit
            and before.shape == after.shape == "text"
            and after.size > 30
            and not after.opening
            and before.text[-1] in _ENDED
            and _NO_TEXT.isdisjoint(before.evidence)
            and not ("short_line" in before.evidence and COLUMN_NAME_BEHIND.search(before.text))
        ):
            sight.byline = None
            sight.withdraw("byline_names")
            sight.evidence.append("names_before_text")
            found = True
    return found


def _names_section(sight: Sight) -> bool:
    """Whether the first line under a running head may name the section or a column."""
    named = LINES_OF_NAMES.intersection(sight.evidence)
    return "short_line" in sight.evidence and 3 <= sight.size <= 6 and not named


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


def _shared_credits(sights: list[Sight]) -> None:
    """Captions above a line that credits them all: every short line from the picture to the credit."""
    for index, sight in enumerate(sights):
        if "credit_line" not in sight.evidence:
            continue
        group: list[Sight] = []
        for other in reversed(sights[max(0, index - 8) : index]):
            if other.shape == "image":
                for caption in group:
                    if not PICTURED.intersection(caption.evidence):
                        caption.evidence.append("shared_credit")
            elif other.shape != "text" or other.size > 70 or other.opening or other.credit:
                break
            else:
                group.append(other)

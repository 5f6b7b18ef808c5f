"""Headings that lost their marks, and lines that only look like them: what stands around a line tells."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from wanbao.parse.no_headings import ENDED
from wanbao.parse.plain_lines import look_at_plain_lines
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, NAMED, Sight
from wanbao.parse.surroundings import PICTURED
from wanbao.parse.titles import COLUMN_NAME_BEHIND


def find_lost_headings(row: Row) -> None:
    """Headings and names of columns in plain lines, and captions above a line that credits them all."""
    _speakers(row.sights)
    if "picture_start" in row.shown and "bullet_lead" in row.shown:
        _marked_items(row)
    if "short_line" in row.shown:
        look_at_plain_lines(row)
    if "byline_names" in row.shown and _names_before_text(row.solid):
        row.look()
    if "byline_pen" in row.shown:
        _titles_of_pictures(row.sights)
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


def _titles_of_pictures(sights: list[Sight]) -> None:
    """What may be a pen name right above a picture, below the credited words of another, is its title."""
    for before, sight, after in zip(sights, sights[1:], sights[2:], strict=False):
        if "byline_pen" in sight.evidence and "credit" in before.evidence and after.shape == "image":
            sight.byline = None
            sight.withdraw("byline_pen")


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
            and (before is None or before.text[-1] in ENDED or "short_line" in before.evidence)
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
            and before.text[-1] not in ENDED
            and before.text[-1] not in "，、："
        ):
            sight.evidence.append("interrupts")


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
            and not (after.opening or after.piece.lead)
            and before.text[-1] in ENDED
            and _NO_TEXT.isdisjoint(before.evidence)
            and not ("short_line" in before.evidence and COLUMN_NAME_BEHIND.search(before.text))
        ):
            sight.byline = None
            sight.withdraw("byline_names")
            sight.evidence.append("names_before_text")
            found = True
    return found


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

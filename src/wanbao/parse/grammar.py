"""The grammar of a newspaper page: what may follow what, and how likely.

A page is read from top to bottom in stages: nothing is open, a headline was seen, in the text of an article… Every
role of a piece is a step from one stage to another, with a weight (natural logarithms of odds, as in
`wanbao.parse.weights`).
"""

from __future__ import annotations

from wanbao.errors import Record

STAGES = (
    "nothing",  # no article is open
    "column",  # a column of briefs is open, no item yet
    "credited",  # an author line was seen: the headline must come
    "kicker",  # a kicker was seen: the headline must come
    "headline",  # a headline was seen, no text yet
    "deck",  # a deck was seen, no text yet
    "author",  # an author line after the headline, no text yet
    "pictured",  # headline and picture were seen, no text yet
    "tabled",  # headline and table were seen
    "subhead",  # a sub-headline was just seen
    "subhead_authored",  # the same in an article whose author was named at its head
    "body",  # in the text of an article that has named no author yet
    "authored",  # in the text of an article whose author was named at its head
    "brief",  # in the text of an untitled piece
    "item",  # in the text of an item of a column of briefs
    "closed",  # the article was closed by a signature, a jump, or was a photo story
    "between",  # an item of a column of briefs was closed by a signature
)

_HEADED = ("headline", "deck", "author", "pictured")
_TEXT = ("body", "brief", "item")
TWINS = {"body": "authored", "subhead": "subhead_authored"}
"""Stages that remember that the author was named: every step from the first leads from the second alike."""
_ANY = tuple(stage for stage in STAGES if stage not in TWINS.values())


class Step(Record, frozen=True):
    """A role, from where it may come, where it leads, and the weight of coming from there."""

    role: str
    """The role."""
    come_from: dict[str, float]
    """The stages it may follow, with weights."""
    to: str
    """The stage it leads to; empty: the stage stays."""
    starts: bool = False
    """Whether it starts a new article."""


def _from(stages: tuple[str, ...], weight: float) -> dict[str, float]:
    return dict.fromkeys(stages, weight)


STEPS: tuple[Step, ...] = (
    Step(
        "headline",
        {"nothing": 0, "column": -1, "headline": -6, "deck": -6, "author": -7, "pictured": -0.9, "tabled": 0.5}
        | {"subhead": -6, "body": -0.7, "brief": 0, "item": -0.5, "closed": 1, "between": 0.5},
        "headline",
        starts=True,
    ),
    Step(
        "kicker",
        {"nothing": 0, "column": -2, "headline": -7, "deck": -7, "author": -8, "pictured": -1.2, "tabled": 0.3}
        | {"subhead": -6, "body": -1, "brief": -0.2, "item": -1, "closed": 0.8, "between": 0.2},
        "kicker",
        starts=True,
    ),
    Step("headline_after", {"kicker": 0.6, "credited": 0.6}, "headline"),
    Step("headline_more", {"headline": -2}, "headline"),
    Step("kicker_after", {"kicker": -3, "credited": 0}, "kicker"),
    Step(
        "byline_before", {"nothing": -1.5, "closed": -1.5, "between": -2, "body": -4.5, "brief": -3}, "credited", True
    ),
    Step("deck", {"headline": 0, "deck": -3.5, "pictured": -3}, "deck"),
    Step(
        "subhead",
        {"headline": -2.4, "deck": -2.6, "author": -1.5, "pictured": -3.2, "tabled": -2.5, "subhead": -3, "body": 0}
        | {"brief": -2.5, "item": -3, "closed": -4},
        "subhead",
    ),
    Step("byline", {"headline": 1, "deck": 1, "pictured": 0.5, "author": -0.5, "subhead": -4, "body": -5}, "author"),
    Step(
        "open",
        {"headline": 2.2, "deck": 2.2, "author": 1.8, "pictured": 2.2, "tabled": 1, "kicker": -4, "subhead": -3.2}
        | {"body": -3, "closed": -7},
        "body",
    ),
    Step(
        "open_by",
        {"headline": 2.2, "deck": 2.2, "author": 1.4, "pictured": 2.2, "tabled": 1, "kicker": -4, "subhead": -3.2}
        | {"body": -3, "closed": -7},
        "authored",
    ),
    Step("open_brief", {"brief": -4, "item": -4}, ""),
    Step("open_brief_by", {"brief": -4, "item": -4}, ""),
    Step(
        "open_new", {"nothing": 0, "brief": 1, "closed": 0.7, "body": -4, "pictured": -3, "tabled": -1}, "brief", True
    ),
    Step(
        "open_by_new",
        {"nothing": 0, "brief": 1, "closed": 0.7, "body": -4, "pictured": -3, "tabled": -1},
        "brief",
        True,
    ),
    Step("open_by_item", {"column": 2, "item": 1, "between": 1}, "item", True),
    Step("open_item", {"column": 2, "item": 1, "between": 1}, "item", True),
    Step(
        "para",
        {"headline": -0.5, "deck": -0.3, "author": 1, "pictured": -0.8, "subhead": 0.8, "body": 0.6}
        | {"kicker": -4, "closed": -3.5},
        "body",
    ),
    Step("para_tabled", {"tabled": -0.3}, "tabled"),
    Step(
        "last",
        {"headline": -0.5, "deck": -0.3, "author": -2, "pictured": -0.8, "subhead": 0.8, "body": 0.6, "brief": 0.3},
        "closed",
    ),
    Step("last_item", {"item": 0.5}, "between"),
    Step("last_untitled", {"nothing": -2.5, "closed": -3}, "closed", True),
    Step("last_new", {"column": 0.5, "item": -0.5, "between": 1}, "between", True),
    Step("para_brief", {"brief": 0.3, "item": 0.5}, ""),
    Step("para_untitled", {"nothing": -3, "closed": -4.2}, "brief", True),
    Step("para_new", {"column": 0.5, "item": -0.5, "between": 1}, "item", True),
    Step(
        "lead",
        {
            "nothing": -1,
            "column": 1.5,
            "item": 1.5,
            "between": 1.5,
            "body": -3.5,
            "brief": 0,
            "closed": -0.5,
            "subhead": -3,
        },
        "item",
        True,
    ),
    Step("lead_inside", {"headline": -3, "body": -1.5, "subhead": -1.5, "author": -2, "deck": -3}, "body"),
    Step("caption", _from(("headline", "deck", "pictured"), 0) | {"tabled": 0, "kicker": -5}, "pictured"),
    Step(
        "caption_above",
        {"nothing": 0, "closed": 0, "between": 0, "body": -2, "brief": -1.5, "item": -2, "credited": 0},
        "credited",
        True,
    ),
    Step(
        "caption_inside",
        _from(("author", "subhead", "body"), 0) | _from(("brief", "item", "closed", "between"), -0.4),
        "",
    ),
    Step(
        "photo",
        {"headline": 1.5, "deck": 1, "pictured": 0.5, "kicker": -2, "author": -2},
        "closed",
    ),
    Step(
        "photo_new",
        _from(("nothing", "closed", "column", "between", "tabled"), -0.2) | {"body": -3, "brief": -1.5, "item": -2},
        "closed",
        True,
    ),
    Step(
        "artwork",
        _from(("nothing", "closed", "body", "brief", "column", "between", "item", "tabled", "pictured"), -0.3),
        "closed",
        True,
    ),
    Step(
        "credit",
        _from(("pictured", "credited"), 1) | _from(_TEXT, 0) | _from(("closed", "subhead", "author", "between"), -0.2),
        "",
    ),
    Step("image", _from(_ANY, 0), ""),
    Step("table", {"headline": 1, "deck": 1, "pictured": 0.5, "author": 0, "kicker": -3, "tabled": 0}, "tabled"),
    Step(
        "table_inside", {"body": 0, "subhead": 0, "brief": 0, "item": 0, "closed": -1, "between": -1, "nothing": -1}, ""
    ),
    Step(
        "verse",
        {"headline": 0, "deck": 0, "author": 1, "pictured": 0, "tabled": 0, "subhead": 0.5, "body": 0.5, "kicker": -3}
        | {"closed": -3, "brief": 0, "item": 0},
        "body",
    ),
    Step("verse_new", {"nothing": -2, "column": -1, "between": -1}, "brief", True),
    Step("list", _from((*_HEADED, "body", "subhead", "tabled"), 0) | {"kicker": -3, "closed": -2}, "body"),
    Step("list_new", _from(("nothing", "column", "item", "brief", "between"), -1), "brief", True),
    Step("note", _from((*_HEADED, "body", "subhead", "closed", "tabled"), 0), ""),
    Step("note_new", _from(("nothing", "brief", "item", "between"), -2), "brief", True),
    Step(
        "jump_to",
        {"body": 0.5, "brief": 0.5, "item": 0, "subhead": -1, "pictured": -0.5, "headline": -2, "deck": -2},
        "closed",
    ),
    Step("jump_from", {"headline": 1, "deck": 1, "author": 0.5, "pictured": 0.5, "body": -2, "subhead": -5}, "author"),
    Step("jump_new", {"nothing": -1, "closed": -1, "brief": -1.5}, "brief", True),
    Step("jump_before", {"nothing": 0, "closed": 0, "brief": -1, "body": -2.5, "item": -2.5}, "credited", True),
    Step(
        "sign",
        {
            "body": 0.5,
            "brief": 0.5,
            "subhead": -4,
            "headline": -5,
            "author": -5,
            "pictured": -1.5,
            "tabled": 0,
            "closed": -3,
        },
        "closed",
    ),
    Step("sign_item", {"item": 0.5, "between": -3}, "between"),
    Step("furn", _from(_ANY, 0), ""),
    Step("head", _from(_ANY, -0.3) | {"nothing": 0.5}, ""),
    Step("staff", _from(_ANY, 0), ""),
    Step(
        "label",
        _from(("nothing", "column", "closed", "between", "tabled"), 0.5)
        | _from(("body", "brief", "item", "pictured"), -0.4),
        "nothing",
    ),
    Step(
        "briefs",
        _from(("nothing", "column", "closed", "body", "brief", "item", "between", "tabled", "pictured"), 0),
        "column",
    ),
)
"""The grammar of a page: what may follow what."""

VARIANTS: dict[str, tuple[str, ...]] = {
    "headline": ("headline", "headline_after", "headline_more"),
    "kicker": ("kicker", "kicker_after"),
    "open": ("open", "open_brief"),
    "open_by": ("open_by", "open_brief_by"),
    "open_by_new": ("open_by_new", "open_by_item"),
    "last": ("last", "last_item", "last_untitled"),
    "open_new": ("open_new", "open_item"),
    "para": ("para", "para_brief", "para_untitled", "para_tabled"),
    "lead": ("lead", "lead_inside"),
    "caption": ("caption", "caption_inside"),
    "photo": ("photo", "photo_new"),
    "table": ("table", "table_inside"),
    "verse": ("verse", "verse_new"),
    "list": ("list", "list_new"),
    "note": ("note", "note_new"),
    "byline": ("byline", "byline_before"),
    "jump_from": ("jump_from", "jump_new", "jump_before"),
    "sign": ("sign", "sign_item"),
}
"""The steps that realise a role of the evidence; a role not listed has one step of its own name."""

AGAIN = {"sign": -3.5, "sign_item": -3.0, "last": -3.0, "byline": -1.5, "byline_before": 1.5}
"""What these steps cost in an article whose author was named at its head: an article is signed once."""

ALIKE = {"photo": "caption", "artwork": "caption", "last": "para", "last_new": "para_new", "open_by": "open"} | {
    "caption_above": "caption",
    "open_by_new": "open_new",
    "credit": "caption",
    "head": "furn",
    "staff": "furn",
}
"""Roles that mean the same to a reader where neither starts an article: choosing between them is no doubt."""

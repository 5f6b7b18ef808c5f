"""Lead-ins: paragraphs that begin with a title in brackets, in bold or behind a mark: briefs, or items of a column."""

from __future__ import annotations

from itertools import pairwise

from wanbao.parse.row import Row
from wanbao.parse.sight import Sight
from wanbao.patterns import HAN, regex


def look_at_leads(row: Row) -> None:
    """The lead-ins of a page: several in a row are the titles of briefs, or items of a column."""
    if "bullet_lead" in row.shown or not _OPENING_BRACKETS.isdisjoint([sight.text[0] for sight in row.solid]):
        _bracket_leads(row.solid)
    if "bold_lead" in row.shown or "bullet_lead" in row.shown:
        _series_of_leads(row.solid)
        for sight in row.solid:
            if "bold_lead" in sight.evidence and "signed" in sight.evidence:
                sight.evidence.append("signed_lead")


def _bracket_leads(solid: list[Sight]) -> None:
    """Three texts in a row that begin with different words in 【】, or with a mark and a place: briefs with titles."""
    for form, names in ((_BRACKET_LEAD, ("bold_lead", "lead_series")), (_MARKED_PLACE, ("titled_lead",))):
        group: list[tuple[Sight, int]] = []
        first: Sight | None = None
        for sight in [*solid, None]:
            usable = sight is not None and sight.shape == "text" and not sight.opening and not sight.piece.lead
            found = form.match(sight.text) if sight is not None and usable else None
            if sight is not None and found and "editor_note" not in sight.evidence:
                group.append((sight, found.end()))
                continue
            if (
                len(group) >= 3
                and len({item.text[:end] for item, end in group}) >= 3
                and (form is _MARKED_PLACE or _titles_in_brackets(group, first))
            ):
                for item, end in group:
                    item.evidence += [name for name in names if name not in item.evidence]
                    if form is _BRACKET_LEAD:
                        item.piece.lead = end
            group, first = [], sight


_OPENING_BRACKETS = frozenset("【[")
_BRACKET_LEAD = regex(r"[【\[](?:[^【】\[\]。，]{2,10}|[^【】\[\]。]{11,32})[】\]](?=.{12})")
_LONG_TITLE = 13
_MARKED_PLACE = regex(rf"[●◆■▲★]\s?[{HAN}]{{2,4}}[\s\u3000](?!\d{{1,2}}[:：])(?=.{{12}})")


def _titles_in_brackets(group: list[tuple[Sight, int]], above: Sight | None) -> bool:
    """Whether words in 【】 are the titles of briefs: most texts name the place in their own words, or the name of a
    column of briefs stands above; 【市民反映】 and 【记者连线】 are parts of one story."""
    if any(item.text[end - 2] in "说称问答讲看点议评析法" or _PART.match(item.text) for item, end in group):
        return False  # 【烟农说】: who speaks
    named = sum(end >= _LONG_TITLE or item.text[1 : end - 1][:2] in item.text[end:] for item, end in group)
    return named > 0.5 * len(group) or (
        above is not None and not {"brief_column", "brief_ending"}.isdisjoint(above.evidence)
    )


_PART = regex(
    r"[【\[](?:[^】\]]{0,6}(?:来电|来信|反映|投诉|求助|爆料|核实|调查|求证|追访|回访|回应|答复|回复|反馈"
    r"|背景|经过|现场|结果|进展|影响|原因|案情|审理|判决|措施)"
    r"|(?:记者|市民|村民|居民|读者|网友|部门|法官|律师|警方|专家|医生)[^】\]]{2,4})[】\]]"
)
"""`【村民来电】`, `【部门回应】`: the parts that a report of a complaint, or of a case, is told in."""


def _series_of_leads(solid: list[Sight]) -> None:
    """Three paragraphs or more right under one heading that begin with a lead-in of one kind: items of a column."""
    group: list[Sight] = []
    here = False  # whether nothing but such paragraphs stood under the heading at first
    for before, sight in pairwise([None, *solid, None]):
        if sight is None or sight.is_heading:
            if len(group) >= 3 and all(_TIP.match(item.text) for item in group):
                for item in group:
                    item.withdraw("bullet_lead")
            elif len(group) >= 3:
                for item in group:
                    item.evidence.append("lead_series")
            group, here = [], False
        elif "bold_lead" in sight.evidence or "bullet_lead" in sight.evidence:
            here = here or before is None or before.is_heading
            if here:
                group.append(sight)


_TIP = regex("[●◆■▲★☆◇]\\s?[^。！？，,；]{2,14}[。！](?=.)")
"""`★一年清两次。春秋两季各清理一次…`: advice in a few words and why, no news."""

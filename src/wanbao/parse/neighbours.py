"""What pieces show beside each other: captions after pictures, headings in pairs, names of columns above headlines."""

from __future__ import annotations

from itertools import pairwise

from wanbao.parse.artists import find_artists
from wanbao.parse.authorship import judge_authorship
from wanbao.parse.captions import find_captions, named_things
from wanbao.parse.columns import judge_columns, ornamented
from wanbao.parse.compiled import judge_compiled
from wanbao.parse.continuity import judge_continuity
from wanbao.parse.lost_headings import find_lost_headings
from wanbao.parse.notices import CLASSIFIED, above_signature, classified, news_under, notice_at_foot, stray_calls
from wanbao.parse.picture_groups import group_pictures, picture_news
from wanbao.parse.pictures import credit_below, credits_above, judge_pictures, no_name, stands_alone
from wanbao.parse.row import Row
from wanbao.parse.series import lists_of_pupils
from wanbao.parse.sight import OPENED, Sight
from wanbao.parse.signers import judge_mottos
from wanbao.parse.single_lines import issued_by
from wanbao.parse.surroundings import NO_DECK, PICTURED, judge_news_page, judge_pairs
from wanbao.parse.tiers import Levels, judge_tiers
from wanbao.parse.titles import is_label
from wanbao.parse.unmarked import run_on
from wanbao.parse.untitled import news_below
from wanbao.patterns import HAN, regex
from wanbao.text import fold, is_han, unspaced

_LEADS_ON = regex("(?:—|－|―){2,}\\s?$")
_LISTED = regex(
    r"(?:联系人?|咨询人?|报名|[^：:]{0,4}(?:地址|时间|地点|电话|邮箱|票价|热线))[：:]|[^：:]*[：:](?:$|\s?[\d０-９])"
)
"""A line that ends with a colon, gives a number after one, or says whom to ask and where, is no deck."""


_SAID_BY = regex(
    rf"(?!联系|作者|电话|地址|时间|地点|主讲|主持|主办|嘉宾|票价|来源|记录|整理|文字|图片|报名|单位|编者|[{HAN}]{{0,4}}记者)[{HAN}]{{2,6}}[：:](?=[{HAN}“]{{3}})"
)
"""`掌门人：灶台在哪…`: who says what."""


def look_at_neighbours(sights: list[Sight]) -> None:
    """What pieces show beside each other: captions after pictures, headings in pairs."""
    for before, sight in pairwise(sights):
        _look_at_two(before, sight)
    lists_of_pupils(sights)
    row = Row(sights)
    if not PICTURED.isdisjoint(row.shown):
        for sight in sights:
            if sight.size > 60 and not PICTURED.isdisjoint(sight.evidence):
                sight.evidence.append("long_text")
    judge_mottos(row)
    find_lost_headings(row)
    if "furniture" in row.shown and _index(sights):
        row.look()
    _stories_below(row)
    if "no_marks" in row.shown:
        run_on(sights)
    _pairs(row, _levels(row))
    if "after_image" in row.shown or "credit" in row.shown:
        group_pictures(row)
    picture_news(row)
    named_things(row)
    if not _MAY_BE_PICTURED.isdisjoint(row.shown):
        find_captions(row)
    judge_pairs(row)
    judge_columns(row)
    _page_title(row)
    if "picture_title" in row.shown:
        find_artists(sights)
    judge_continuity(row)
    news_below(row)
    if "credit" in row.shown or "after_image" in row.shown:
        judge_pictures(row)
    if "furniture" in row.shown:
        above_signature(row.sights)
    judge_news_page(row)
    judge_authorship(row)
    judge_compiled(row)
    stray_calls(row)
    notice_at_foot(row)
    classified(row)
    last = row.solid[-1] if row.solid else None
    if last is not None and (last.is_heading or ("short_line" in last.evidence and not last.byline)):
        last.evidence.append("last_line")


_MAY_BE_PICTURED = frozenset(("byline", "credit_line", "dateline", "dateline_by"))
_FORECAST = regex("[海江河天气潮空]|.{1,4}(?:气象|天气|海况|水情|预报|指数)$")
"""How the heading of a forecast is worded."""
_AD_ALONE = regex(r"[(【]?(?:公益)?广告[)】]?")


def _look_at_two(before: Sight, sight: Sight) -> None:
    """What two pieces show that stand side by side."""
    if before.furniture and before.is_heading:
        news_under(before, sight)
    if before.shape == "image":
        if sight.shape == "text" and not sight.opening:
            sight.evidence.append(_after_image(sight))
    elif before.is_heading:
        if before.byline and sight.credit:
            no_name(before, sight)
        if (
            sight.size <= 26
            and "short_line" in sight.evidence
            and not _LISTED.match(sight.text)
            and sight.text[-1] not in "？?"
            and NO_DECK.isdisjoint(sight.evidence)
        ):
            sight.evidence.append("office_below" if issued_by(sight) else "under_heading")
            if _SAID_BY.match(sight.text):
                sight.evidence.append("deck_words")
        elif (
            sight.shape == "text"
            and sight.size <= 120
            and sight.text.rstrip()[-1] in "—－―"
            and _LEADS_ON.search(sight.text)
        ):
            sight.evidence.append("leads_on")
    elif "credit_line" in sight.evidence and not sight.furniture and credits_above(before, sight):
        before.evidence += ["credit", "long_caption" if before.size >= 60 else "short_caption"]
    elif sight.byline and before.shape == "text" and "short_line" not in before.evidence:
        credit_below(before, sight)
    if before.furniture == "ad" and "short_line" in sight.evidence and _AD_ALONE.fullmatch(fold(before.text).strip()):
        sight.evidence.append("furniture")
        sight.furniture = "ad"
    sea = (
        sight.furniture == "weather"
        and before.is_heading
        and before.size <= 6
        and _FORECAST.match(before.text) is not None
    )
    if sight.furniture and (sea or "notice_heading" in before.evidence or CLASSIFIED.fullmatch(before.text)):
        before.evidence += ["furniture", "furniture_heading"]
        before.furniture = sight.furniture


_MOST_STEADY, _LEAST_RANDOM, _MOST_RANDOM = 0.75, 4, 0.6


def _levels(row: Row) -> Levels:
    """Where headings of one level open articles and those of a deeper level never do, the deeper are sub-headlines.

    Answers what the levels of this page mean: they are steady where most articles open under headings of one level,
    and random where several open and no level has most of them.
    """
    opening: dict[int, int] = {}
    silent: dict[int, list[Sight]] = {}
    group, last = 0, -1  # the highest level among the headings that stand together, and where the last one stood
    for index in row.heads:
        sight, following = row.solid[index], row.opener(index)
        level = sight.piece.level
        if index != last + 1 or not level or is_label(sight):
            group = 0
        last = index
        if not level or following is None or is_label(sight):
            continue
        group = min(group or level, level)
        if following.is_heading:
            continue
        if following.shape in ("table", "html"):
            continue
        if not OPENED.isdisjoint(following.evidence):
            opening[group] = opening.get(group, 0) + 1
        else:
            silent.setdefault(level, []).append(sight)
    _back_up(row)
    total = sum(opening.values())
    if total < 2:
        return "steady"
    most = max(opening.values()) / total
    for level, headings in silent.items():
        if level not in opening and level > min(opening) and len(headings) > 1:
            for heading in headings:
                heading.evidence.append("never_opens")
    if most >= _MOST_STEADY:
        return "steady"
    return "random" if total >= _LEAST_RANDOM and most <= _MOST_RANDOM else "loose"


def _back_up(row: Row) -> None:
    """A heading of an article's own level below two sub-headlines of a deeper one: the article is over."""
    top, deeper = 0, 0
    last = -1
    for index in row.heads:
        sight, following = row.solid[index], row.after(index)
        level = sight.piece.level
        group, last = index == last + 1 and last >= 0, index
        if not level or following is None or is_label(sight):
            continue
        if following.is_heading or group:
            top, deeper = (min(top, level) if group and top else level), 0
        elif not OPENED.isdisjoint(following.evidence) or "jump_from" in following.evidence:
            top, deeper = level, 0
        elif top and level > top:
            deeper += 1
        elif top and level == top and deeper >= 2:
            sight.evidence.append("level_back")
            deeper = 0
        else:
            top, deeper = level, 0


def _names_index(line: str) -> bool:
    """Whether a line stands above what is on other pages."""
    return "导读" in line or "看点" in line


_INDEX_LINE = regex(
    r"^(?:第?\s?[A-Z]?\d{1,2}\s?版?[\s·.:：/|]+\S.{3,40}|.{4,40}[\s·.…:：/|]+第?\s?[A-Z]?\d{1,2}\s?版?)$"
)


def _index(sights: list[Sight]) -> bool:
    """The lines of a box that says what stands on other pages; whether there are any."""
    if not [sight for sight in sights if sight.furniture and _names_index(sight.text)]:
        return False
    inside = found = False
    for sight in sights:
        line = fold(sight.text).strip() if inside or sight.furniture else ""
        if sight.furniture and _names_index(line):
            inside = True
        elif inside and sight.size <= 50 and not sight.is_heading and _INDEX_LINE.match(line):
            if not sight.furniture:
                sight.furniture = "other"
                sight.evidence.append("furniture")
                found = True
        elif inside:
            inside = False
    return found


def _stories_below(row: Row) -> None:
    """A heading above nothing but a picture's story is a headline; one above short pieces with leads names a column."""
    if "bullet_lead" in row.shown or not _OPENING_BRACKETS.isdisjoint([sight.text[0] for sight in row.solid]):
        _bracket_leads(row.solid)
    if "bold_lead" in row.shown or "bullet_lead" in row.shown:
        _series_of_leads(row.solid)
    for index in row.lines:
        heading, below = row.solid[index], row.after(index)
        if not row.able[index] or below is None:
            continue
        after = row.after(index + 1)
        if "credit" in below.evidence and heading.is_heading and ornamented(unspaced(heading.text)):
            # 【定格】 above a picture that stands by itself
            heading.withdraw("label_size")
            heading.evidence.append("column_ending")
            continue
        pictured = "credit_line" in below.evidence and below.shape == "text" and (after is None or after.is_heading)
        if pictured or stands_alone(row, index + 1):
            heading.evidence.append("photo_heading")
            if after is not None and after.is_heading:
                after.evidence.append("after_photo")
        leads = after and not (_LEADS.isdisjoint(below.evidence) or _LEADS.isdisjoint(after.evidence))
        leads = leads or {"lead_series", "lead_dateline", "bold_lead"}.issubset(below.evidence)
        if heading.is_heading and heading.size <= 8 and leads:
            heading.evidence.append("before_leads")


_OPENING_BRACKETS = frozenset("【[")
_BRACKET_LEAD = regex(r"[【\[](?:[^【】\[\]。，]{2,10}|[^【】\[\]。]{11,32})[】\]](?=.{12})")
_LONG_TITLE = 13
_MARKED_PLACE = regex(rf"[●◆■▲★]\s?[{HAN}]{{2,4}}[\s\u3000](?!\d{{1,2}}[:：])(?=.{{12}})")


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
    r"[【\[](?:[^】\]]{0,6}(?:来电|来信|反映|投诉|求助|爆料|核实|调查|求证|追访|回访|回应|答复|回复|反馈|背景|经过|现场|结果|进展|影响|原因|案情|审理|判决|措施)"
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
_LEADS = frozenset(("lead_dateline", "titled_lead", "bold_lead"))


def _after_image(sight: Sight) -> str:
    if "picture_title" in sight.evidence:
        return "picture_after_image"
    if sight.size > 40 and not sight.credit and "。" in sight.text and is_han(sight.text[-1]):
        return "long_after_image"  # no caption of several sentences stops in the middle of one
    told = sight.size > 90 or (sight.size > 30 and _I.search(sight.text) is not None) or _SPOKEN.match(sight.text)
    return "after_image" if not told or sight.credit else "long_after_image"


_SPOKEN = regex("“[^”]{3,}[。！？]”(?=[^。！？“]{1,14}(?:说|道|喊|问|念|徒弟|告诉))")
"""`“一推二盖三点凉。”师傅说`: a whole sentence that somebody says opens a story, and no caption."""
_I = regex("(?:^|[，。,])我(?![国市省县区州军校院队])")
"""`我在候车亭等车`: somebody tells a story, no caption does."""


def _pairs(row: Row, levels: Levels) -> None:
    """Two headings in a row: kicker and headline, headline and deck, or headline and sub-headline."""
    alone = _alone(row)
    for index in row.pairs:
        judge_tiers(row, index, levels, alone)
        first, second = row.solid[index], row.solid[index + 1]
        if "bold_elsewhere" in first.evidence and "bold_minor" in second.evidence:
            first.evidence.append("above_minor")
        if _twin(second, row.solid[index + 2 : index + 40], len(unspaced(second.text))):
            second.evidence.append("twin")
    for index, following in pairwise(row.pairs):
        lines = row.solid[index : index + 3] if following == index + 1 else []
        if lines and _COUPLETS.issubset(lines[1].evidence) and all(map(_is_of_couplet, lines)):
            for line in lines:
                line.evidence += [] if "stack" in line.evidence else ["stack"]


def _alone(row: Row) -> int:
    """The level of headings that open a story and have no other beside them, where all of them have one; else 0."""
    levels = set()
    last = -2
    for index in row.heads:
        following, beside = row.after(index), index == last + 1
        last = index
        if beside or following is None or following.is_heading or is_label(row.solid[index]):
            continue
        if not OPENED.isdisjoint(following.evidence):
            levels.add(row.solid[index].piece.level)
    return (levels.pop() or 0) if len(levels) == 1 else 0


_COUPLETS = frozenset(("couplet_above", "couplet_below"))


def _is_of_couplet(line: Sight) -> bool:
    return not _COUPLETS.isdisjoint(line.evidence)


_SIGNED = OPENED | {"byline_names", "citizen"}


def _page_title(row: Row) -> None:
    """A supplement's page has its name at the top, larger than every headline."""
    headings = [sight for sight in row.sights if sight.piece.level and not sight.furniture]
    if len(headings) < 4 or headings[0] not in row.sights[:4] or is_label(headings[0]):
        return
    first, second = headings[0], headings[1]
    alone = all(sight.piece.level > first.piece.level for sight in headings[1:])
    if alone and len(unspaced(first.text)) <= 5 and not _DECK_LIKE.intersection(second.evidence):
        first.evidence.append("page_title")


_DECK_LIKE = frozenset(("dash", "long", "stops_inside", "long_second", "twin"))


def _twin(second: Sight, following: list[Sight], size: int) -> bool:
    """Whether text and headings of its own length and level follow the second heading, none opening an article."""
    alike: list[Sight] = []
    for here, after in pairwise(following):
        if not here.is_heading:
            if _SIGNED.intersection(here.evidence):
                break
            continue
        if here.piece.level != second.piece.level or after.is_heading or _SIGNED.intersection(after.evidence):
            break
        alike.append(here)
    alike = [here for here in alike if abs(len(unspaced(here.text)) - size) <= 2]
    if len(alike) < 2 or size > 9:
        return False
    for sight in alike:
        sight.evidence.append("series")
    return True

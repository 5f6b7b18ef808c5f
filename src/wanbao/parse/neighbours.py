"""What pieces show beside each other: captions after pictures, headings in pairs, names of columns above headlines."""

from __future__ import annotations

import re
from itertools import pairwise

from wanbao.conventions import COLUMN_ENDINGS
from wanbao.parse.continuity import judge_continuity
from wanbao.parse.sight import OPENED, Sight, passed_over
from wanbao.parse.titles import PICTURE_TITLE, SPACES, is_label
from wanbao.text import fold

_PICTURED = frozenset(("credit", "after_image", "picture_start", "picture_title"))


def look_at_neighbours(sights: list[Sight]) -> None:
    """What pieces show beside each other: captions after pictures, headings in pairs."""
    for before, sight in pairwise(sights):
        if before.piece.shape == "image" and sight.piece.shape == "text" and not sight.opening:
            sight.evidence.append(_after_image(sight))
        if (
            "credit_line" in sight.evidence
            and before.piece.shape == "text"
            and not before.opening
            and before.size <= 300
        ):
            before.evidence += ["credit", "long_caption" if before.size >= 60 else "short_caption"]
        if (
            before.is_heading
            and "short_line" in sight.evidence
            and sight.size <= 26
            and sight.text[-1] not in "：:"
            and not _NO_DECK.intersection(sight.evidence)
        ):
            sight.evidence.append("under_heading")
        if "notice_heading" in before.evidence and "furniture" in sight.evidence:
            before.evidence += ["furniture", "furniture_heading"]
            before.furniture = sight.furniture
    for sight in sights:
        if sight.size > 60 and _PICTURED.intersection(sight.evidence):
            sight.evidence.append("long_text")
    _short_lines(sights)
    _shared_credits(sights)
    _index(sights)
    _stories_below(sights)
    _levels(sights)
    _pairs(sights)
    _features(sights)
    _special_matter(sights)
    _columns(sights)
    _page_title(sights)
    _artists(sights)
    judge_continuity(sights)
    _news_page(sights)
    if sights and sights[-1].is_heading:
        sights[-1].evidence.append("last_line")


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
_NO_DECK = AUTHORS | {"place_name"}
_NO_TITLE = frozenset("：:，,。；;、") | frozenset("0123456789０１２３４５６７８９")
_ENDED = frozenset("。！？!?…”）)】」』—")


def _blocks(sights: list[Sight]) -> None:
    """Short lines of one block, where a page sets its paragraphs apart by blank lines: a poem or an address."""
    texts = [
        (a, b) for a, b in pairwise(sights) if a.piece.shape == b.piece.shape == "text" and "no_marks" not in b.evidence
    ]
    close = [(a, b) for a, b in texts if a.piece.parts[-1][1] + 1 == b.piece.line]
    if len(close) > 0.5 * len(texts) and len(close) > 8:
        return
    for pair in close:
        for sight in pair:
            if "short_line" in sight.evidence and "in_block" not in sight.evidence:
                sight.evidence.append("in_block")


_SPOKEN = re.compile(r"[^：:]{1,8}[：:].*[？?]$")


def _short_lines(sights: list[Sight]) -> None:
    """Short lines of plain text between finished paragraphs, and right before a heading."""
    _blocks(sights)
    solid = [sight for sight in sights if not passed_over(sight)]
    for before, sight, after in zip(solid, solid[1:], solid[2:], strict=False):
        if "in_block" in sight.evidence:
            continue
        if sight.piece.shape != "text" or "short_line" not in sight.evidence:
            continue
        if AUTHORS.intersection(sight.evidence) and not ("byline_pen" in sight.evidence and sight.size >= 4):
            continue
        if before.piece.shape == "text" and before.text[-1] not in _ENDED:
            continue
        if before.piece.shape not in ("text", "verse", "table", "html", "list"):
            continue
        if after.is_heading:
            if sight.size <= 8 and not _NO_TITLE.intersection(sight.text):
                sight.evidence.append("label_line")
        elif (
            after.piece.shape == "text"
            and after.size > 30
            and sight.size <= 18
            and not _NO_TITLE.intersection(sight.text[-1:] + sight.text[:1])
            and "furniture" not in after.evidence
            and before.size > 8
            and "。" not in sight.text
            and not _SPOKEN.match(sight.text)
            and "：“" not in sight.text
            and not after.text.startswith(("。", "，", "、"))
        ):
            sight.evidence.append("between_paragraphs" if "no_marks" in sight.evidence else "between_texts")
    _plain_series(solid)


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
            if other.piece.shape == "image":
                for caption in group:
                    if not _PICTURED.intersection(caption.evidence):
                        caption.evidence.append("shared_credit")
            elif other.piece.shape != "text" or other.size > 70 or other.opening or other.credit:
                break
            else:
                group.append(other)


_DECKS = frozenset(("dash", "stops_inside"))


_TABLE_TITLE = re.compile(r"(?:[表图榜]|价格|行情|名单|公告|一览|排行|情况|统计|指数|数据|牌价|积分)$")


def _special_matter(sights: list[Sight]) -> None:
    """Headings of tables, and headings after a poem."""
    solid = [sight for sight in sights if not passed_over(sight)]
    for index, sight in enumerate(solid[:-1]):
        if not sight.is_heading:
            continue
        after = solid[index + 1].piece.shape
        if after == "text" and index + 2 < len(solid) and _TABLE_TITLE.search(sight.text.strip()):
            after = solid[index + 2].piece.shape  # 单位：元 or a sentence of advice stands above the table
        if "byline" in solid[index + 1].evidence or "byline_names" in solid[index + 1].evidence:
            sight.evidence.append("author_follows")
        if after in ("table", "html"):
            sight.evidence.append("table_title" if _TABLE_TITLE.search(sight.text.strip()) else "above_table")
        if index and solid[index - 1].piece.shape == "verse" and after not in ("verse", "heading", "bold"):
            sight.evidence.append("after_verse")


def _news_page(sights: list[Sight]) -> None:
    """On a page whose stories open with datelines, a heading over plain text is rather a sub-headline."""
    solid = [sight for sight in sights if not passed_over(sight)]
    news, silent = 0, []
    for before, sight, after in zip([None, *solid], solid, solid[1:], strict=False):
        if not sight.is_heading or is_label(sight) or after.is_heading:
            continue
        if _DATED.intersection(after.evidence):
            news += 1
        elif (
            after.piece.shape == "text"
            and not AUTHORS.intersection(after.evidence)
            and (before is None or not before.is_heading)
        ):
            silent.append(sight)
    if news >= 3 and news >= 0.3 * (news + len(silent)):
        for sight in silent:
            if "new_words" not in sight.evidence and "few_words" not in sight.evidence:
                sight.evidence.append("news_page")


_DATED = frozenset(("dateline", "dateline_by", "byline_opens"))


def _features(sights: list[Sight]) -> None:
    """Two headings alike above a piece: a kicker is likelier where a dateline follows, a deck where none does."""
    solid = [sight for sight in sights if not passed_over(sight) and "caption" not in sight.evidence]
    alone = {here.piece.level for before, here in pairwise(solid) if here.is_heading and not before.is_heading}
    for first, second, after in zip(solid, solid[1:], solid[2:], strict=False):
        if not (_pairable(first) and _pairable(second)) or _DECKS.intersection(second.evidence) or after.is_heading:
            continue
        if "dateline" in after.evidence or "dateline_by" in after.evidence:
            if "long_second" not in second.evidence and "level_down" not in second.evidence:
                first.evidence.append("news_pair")
            continue
        one, two = len(SPACES.sub("", first.text)), len(SPACES.sub("", second.text))
        if after.piece.shape in ("text", "image") and (
            ("level_down" in second.evidence and second.piece.level not in alone) or (one <= 12 and two >= 1.5 * one)
        ):
            first.evidence.append("feature_first")
            second.evidence.append("feature_second")


def _levels(sights: list[Sight]) -> None:
    """Where headings of one level open articles and those of a deeper level never do, the deeper are sub-headlines."""
    opening: dict[int, int] = {}
    silent: dict[int, list[Sight]] = {}
    solid = [sight for sight in sights if not passed_over(sight)]
    for sight, following in pairwise(solid):
        level = sight.piece.level
        if level and not following.is_heading and not is_label(sight):
            if OPENED.intersection(following.evidence):
                opening[level] = opening.get(level, 0) + 1
            else:
                silent.setdefault(level, []).append(sight)
    if sum(opening.values()) < 2:
        return
    for level, headings in silent.items():
        if level not in opening and level > min(opening) and len(headings) > 1:
            for heading in headings:
                heading.evidence.append("never_opens")


_INDEX_WORDS = ("导读", "看点")
_INDEX_LINE = re.compile(
    r"^(?:第?\s?[A-Z]?\d{1,2}\s?版?[\s·.:：/|]+\S.{3,40}|.{4,40}[\s·.…:：/|]+第?\s?[A-Z]?\d{1,2}\s?版?)$"
)


def _index(sights: list[Sight]) -> None:
    """The lines of a box that says what stands on other pages."""
    inside = False
    for sight in sights:
        line = fold(sight.text).strip()
        if sight.furniture and any(word in line for word in _INDEX_WORDS):
            inside = True
        elif inside and sight.size <= 50 and not sight.is_heading and _INDEX_LINE.match(line):
            if not sight.furniture:
                sight.furniture = "other"
                sight.evidence.append("furniture")
        elif inside:
            inside = False


def _stories_below(sights: list[Sight]) -> None:
    """A heading above nothing but a picture's story is a headline; one above short pieces with leads names a column."""
    solid = [sight for sight in sights if not passed_over(sight)]
    for index, (heading, below) in enumerate(pairwise(solid)):
        if not heading.is_heading:
            continue
        after = solid[index + 2] if index + 2 < len(solid) else None
        told = "credit" in below.evidence and below.size >= 40
        if told and (after is None or after.is_heading):
            heading.evidence.append("photo_heading")
        if heading.size <= 8 and after and _LEADS.intersection(below.evidence) and _LEADS.intersection(after.evidence):
            heading.evidence.append("before_leads")


_LEADS = frozenset(("lead_dateline", "titled_lead", "bold_lead"))


def _after_image(sight: Sight) -> str:
    if "picture_title" in sight.evidence:
        return "picture_after_image"
    return "after_image" if sight.size <= 90 or sight.credit else "long_after_image"


def _pairs(sights: list[Sight]) -> None:
    """Two headings in a row: kicker and headline, headline and deck, or headline and sub-headline."""
    solid = [sight for sight in sights if not passed_over(sight)]
    for index, (first, second) in enumerate(pairwise(solid)):
        if not _pairable(first) or not _pairable(second):
            continue
        one, two = len(SPACES.sub("", first.text)), len(SPACES.sub("", second.text))
        if two < 0.78 * one:
            _much_shorter(first, second, one)
        elif two >= 1.6 * one and two >= 20:
            second.evidence.append("long_second")
        level_one, level_two = first.piece.level or 7, second.piece.level or 7
        if level_one < level_two:
            second.evidence.append("level_down")
        elif level_one > level_two:
            second.evidence.append("level_up")
            first.evidence.append("before_level_up")
        if _twin(second, solid[index + 2 : index + 40], two):
            second.evidence.append("twin")


_SIGNED = OPENED | {"byline_names", "citizen"}
_COLUMN_END = re.compile(f"(?:{'|'.join(COLUMN_ENDINGS)})$")


def _columns(sights: list[Sight]) -> None:
    """A short heading above a longer one may be the name of a standing column: 海角时评, then the headline."""
    solid = [sight for sight in sights if not passed_over(sight)]
    for first, second in pairwise(solid):
        if not (first.is_heading and _pairable(second)) or is_label(first) or "place_name" in first.evidence:
            continue
        bare = SPACES.sub("", first.text).strip("【】[]■□◎●·")
        size = len(SPACES.sub("", second.text))
        if size < 5 or (first.piece.level or 7) > (second.piece.level or 7) or "twin" in second.evidence:
            continue
        if len(bare) <= 8 and _COLUMN_END.search(bare):
            first.evidence.append("column_ending")
        elif len(bare) <= 3 and "dash" not in second.evidence and "long_second" not in second.evidence:
            first.evidence.append("column_size")


def _page_title(sights: list[Sight]) -> None:
    """A supplement's page has its name at the top, larger than every headline."""
    headings = [sight for sight in sights if sight.piece.level and not sight.furniture]
    if len(headings) < 4 or headings[0] not in sights[:4] or is_label(headings[0]):
        return
    first, second = headings[0], headings[1]
    alone = all(sight.piece.level > first.piece.level for sight in headings[1:])
    if alone and len(SPACES.sub("", first.text)) <= 5 and not _DECK_LIKE.intersection(second.evidence):
        first.evidence.append("page_title")


_DECK_LIKE = frozenset(("dash", "long", "stops_inside", "long_second", "twin"))


def _much_shorter(first: Sight, second: Sight, size: int) -> None:
    """A short heading under a long one: a deck under a headline of two lines, or a headline under a long kicker."""
    if "groups" in first.evidence:
        return
    if " " in first.text.strip() or "\u3000" in first.text.strip():
        first.evidence.append("much_longer")
        second.evidence.append("much_shorter")
    elif size >= 18:
        first.evidence.append("long_plain")
    else:
        second.evidence.append("shorter")


def _pairable(sight: Sight) -> bool:
    return (sight.is_heading or "no_marks" in sight.evidence) and not is_label(sight) and not sight.byline


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
    alike = [here for here in alike if abs(len(SPACES.sub("", here.text)) - size) <= 2]
    if len(alike) < 2 or size > 9:
        return False
    for sight in alike:
        sight.evidence.append("series")
    return True


def _artists(sights: list[Sight]) -> None:
    """Works of art by somebody whom a heading of this page names illustrate that article."""
    titles = [sight for sight in sights if "picture_title" in sight.evidence]
    if not titles:
        return
    headings = "\n".join(sight.text for sight in sights if sight.is_heading)
    for sight in titles:
        found = PICTURE_TITLE.match(fold(sight.text))
        who = (found.group("who") or found.group("artist") or "") if found else ""
        name = who.rstrip("绘作画剪书刻摄")
        if len(who) >= 2 and name in headings:
            sight.evidence.append("artist_in_heading")
            for heading in sights:
                if heading.is_heading and name in heading.text and "artist_heading" not in heading.evidence:
                    heading.evidence.append("artist_heading")

"""What stands around a heading: the author under it, the stories beside it, what follows it."""

from __future__ import annotations

from itertools import pairwise

from wanbao.nameforms import looks_like_name
from wanbao.parse.columns import ornamented
from wanbao.parse.decks import judge_decks
from wanbao.parse.letters import judge_letters
from wanbao.parse.pictures import stands_alone
from wanbao.parse.row import Row
from wanbao.parse.series import (
    forms,
    place_row,
    places,
    poems,
    poems_of_one,
    several_places,
    titled_briefs,
    untitled_briefs,
    untitled_items,
)
from wanbao.parse.sight import AUTHORS, OPENED, Sight
from wanbao.parse.signers import judge_signatures
from wanbao.parse.single_lines import may_end
from wanbao.parse.special import special_matter
from wanbao.parse.titles import is_label
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced

PICTURED = frozenset(("credit", "after_image", "picture_start", "picture_title"))
"""Evidence that a line belongs to a picture."""
LINES_OF_NAMES = frozenset(("byline", "byline_names", "citizen", "letter_from"))
"""Evidence that a line names an author."""
NO_DECK = AUTHORS | {"place_name"}
"""Evidence that a line under a heading is no deck."""


def judge_pairs(row: Row) -> None:
    """Headings in pairs and alone, by what stands under them."""
    judge_decks(row)
    judge_letters(row)
    judge_signatures(row)
    places(row.sights)
    several_places(row.sights)
    poems(row.sights)
    if "verse" in row.shown:
        poems_of_one(row.sights)
    if "bullet_lead" in row.shown:
        untitled_items(row.sights)
    if "brief_ending" in row.shown or "brief_column" in row.shown:
        untitled_briefs(row)
        titled_briefs(row)
    _features(row)
    forms(row)
    if "place_name" in row.shown:
        place_row(row)
    _last_names(row)
    special_matter(row)


def stories_below(row: Row) -> None:
    """A heading above nothing but a picture's story is a headline; one above short pieces with leads names a column."""
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


_LEADS = frozenset(("lead_dateline", "titled_lead", "bold_lead"))
_DECKS = frozenset(("dash", "stops_inside"))
_SIGNED_ABOVE = frozenset(("bracketed_source", "bracketed_names", "citizen"))
"""Evidence that the line above has signed: 冷知识 below it is no second author but the name of a column."""


def _is_marked_word(sight: Sight) -> bool:
    """`■暖心` above a heading: no name, but under what the paper prints the next story."""
    return _MARKED_WORD.fullmatch(sight.line) is not None and not looks_like_name(unspaced(sight.line[1:]))


_SPORTS = regex(r"[■●◆★▲□◇]\s?[中国女男英西意德法欧亚乒][超甲足篮排冠]")
"""`■中超`: what nobody is called by."""
_MARKED_WORD = regex(rf"[■●◆★▲□◇]\s?[{HAN}]{{2}}")


def _last_names(row: Row) -> None:
    """An author line between a text or caption and the next heading signs what stands above."""
    solid, able = row.solid, row.able
    labelled = sum(map(_is_marked_word, solid)) > 1  # one alone may be a pen name
    last = True  # whether the article ends right below
    for index in range(len(solid) - 1, 0, -1):
        before, sight = solid[index - 1], solid[index]
        if last and not sight.is_heading and _is_marked_word(sight) and (labelled or _SPORTS.fullmatch(sight.line)):
            sight.byline = None
            sight.withdraw("byline")
            sight.evidence.append("label_line")
        elif not last or sight.is_heading or before.is_heading or sight.size > 50:
            last = sight.is_heading or able[index]
        elif not LINES_OF_NAMES.isdisjoint(sight.evidence):
            if not _SIGNED_ABOVE.isdisjoint(before.evidence) and "byline_names" in sight.evidence and sight.size <= 4:
                sight.byline = None
                sight.withdraw("byline_names")
                sight.evidence.append("label_line")
                continue
            sight.evidence.append("last_names")
        elif (
            before.shape == "text"
            and not sight.furniture
            and may_end(sight)
            and ("short_line" in sight.evidence or sight.text[-1] in "日0123456789")
        ):
            sight.evidence.append("last_office")
        else:
            last = able[index]


def judge_news_page(row: Row) -> None:
    """On a page whose stories open with datelines, a heading over plain text is rather a sub-headline."""
    solid = row.solid
    news, quiet = 0, False
    silent: list[tuple[Sight, bool]] = []  # and whether it is the next behind another
    for index in row.heads:
        sight, after = solid[index], row.opener(index)
        if after is None or after.is_heading or is_label(sight):
            continue
        if not _DATED.isdisjoint(after.evidence):
            news += 1
            quiet = False
        elif (
            after.shape == "text"
            and AUTHORS.isdisjoint(after.evidence)
            and "photo_heading" not in sight.evidence
            and (index == 0 or not solid[index - 1].is_heading)
        ):
            silent.append((sight, quiet and not _tells_of_its_own(sight, after)))
            quiet = True
        else:
            quiet = False
    if news >= 3 and news >= 0.3 * (news + len(silent)):
        for sight, again in silent:
            if "new_words" not in sight.evidence and "few_words" not in sight.evidence:
                of_story = sight.size < _LONG or not _OF_STORY.isdisjoint(sight.evidence)
                sight.evidence.append("news_page" if of_story else "long_alone")
            elif again and sight.size < _VERY_LONG:
                sight.evidence.append("silent_again")


_LONG, _VERY_LONG = 18, 22
_OF_STORY = frozenset(("deeper", "bold_minor", "same_form", "same_words", "very_words", "most_words"))
"""What of 15 sub-headlines of so many letters each has, and of five headlines none. Of 13 very long headings whose text
shares nothing with what went before all are headlines."""


def _tells_of_its_own(heading: Sight, text: Sight) -> bool:
    """Whether a heading of a long clause, or news of a day, is rather a story than another part of a feature."""
    return bool(_ON_A_DAY.match(text.text) or _ONE_CLAUSE.fullmatch(heading.text.strip()))


_ONE_CLAUSE = regex("[^\\s，：:“]{12,}")
"""`挑着放映机走了二十八年山路`: of the 22 parts this evidence helped none was so long in one clause."""
_ON_A_DAY = regex(
    "[^，。,：:“”]{0,16}(?:[昨今前][天日晚晨]|日前|近日|入[春夏秋冬汛]以来|\\d{1,2}日)(?![^，。,：:“”]{0,8}记者)"
)
"""`北城一家幼儿园昨日…`: news of its own. Of 108 stories without a dateline 33 open with a day, of 131 parts
24, and half of these with what a reporter saw that day."""
_DATED = frozenset(("dateline", "dateline_by", "byline_opens"))


def _features(row: Row) -> None:
    """Two headings alike above a piece: a kicker is likelier where a dateline follows, a deck where none does."""
    solid = row.solid
    alone = {solid[index].piece.level for index in row.heads if index and not solid[index - 1].is_heading}
    _only_one_below(row)
    for index in row.pairs:
        first, second, after = solid[index], solid[index + 1], row.after(index + 1)
        if after is None or after.is_heading or not _DECKS.isdisjoint(second.evidence):
            continue
        if "dateline" in after.evidence or "dateline_by" in after.evidence:
            if "long_second" not in second.evidence and "level_down" not in second.evidence:
                first.evidence.append("news_pair")
            continue
        one, two = len(unspaced(first.text)), len(unspaced(second.text))
        if after.shape in ("text", "image") and (
            ("level_down" in second.evidence and second.piece.level not in alone) or (one <= 12 and two >= 1.5 * one)
        ):
            first.evidence.append("feature_first")
            second.evidence.append("feature_second")


_LEAST_LINE, _NOT_TWO_LINES = 7, 11


def _only_one_below(row: Row) -> None:
    """The second of two headings of a level, above a text in which no further heading stands: it divides nothing."""
    solid = row.solid
    following = dict(pairwise(row.heads))
    for index in row.pairs:
        first, second = solid[index], solid[index + 1]
        if first.piece.level != second.piece.level or not second.is_heading or (index and solid[index - 1].is_heading):
            continue
        if second.size < _LEAST_LINE or max(first.size, second.size) < _NOT_TWO_LINES:
            continue  # a name, or the two lines of a sub-headline
        after = following.get(index + 1)
        if after is None or is_label(solid[after]):
            second.evidence.append("no_siblings")
            continue
        below = row.opener(after)
        if below is not None and (below.is_heading or not OPENED.isdisjoint(below.evidence)):
            second.evidence.append("no_siblings")

"""What a run of plain text shows: an opening, a signature, a caption's credit, a lead-in, a lost heading mark."""

from __future__ import annotations

from wanbao.conventions import EDITOR_NOTE_WORDS, PLACE_NAMES
from wanbao.nameforms import is_sounded, looks_like_name
from wanbao.parse.credits import credit_of
from wanbao.parse.endings import signature
from wanbao.parse.jumps import jump
from wanbao.parse.openings import opening
from wanbao.parse.sight import LONGEST_LINE, NAMED, Rules, Sight
from wanbao.parse.single_lines import look_at_line
from wanbao.parse.titles import (
    CHAPTER,
    COLUMN_NAME_BEHIND,
    NOTICES,
    PICTURE_TITLE,
    begins_with_dash,
    look_at_label,
    look_at_unmarked,
)
from wanbao.patterns import HAN, regex
from wanbao.text import fold, is_han, unspaced

_PICTURE_WORDS = regex(r"图为|图中|这是|左图|右图|上图|下图|▲|►|▼|图[一二三四五\d][:：、是为]|^图[:：]|正在")
_PICTURE_START = regex(
    r"^[▲▼►◀▶☝↑↓←→]|^[（(]?(?:左|右|上|下|大|小|中|本|题)图[一二三四]?\s?[:：为是]|^[左右上下中]{1,2}图[\s\u3000](?=[\u4e00-\u9fff])|^图[一二三四五六七八九\d]?\s?[:：为]|^图[①-⑩]"
    r"|^图(?:说|注|解|片(?:说明|来源)?)\s?[:：]|^(?:数据|资料|图表)来源\s?[:：]|^照片(?:说明)?\s?[:：]"
)
"""`▲`, `左图为…`, `图：`, `图①`, `图说：`, `数据来源：`: with what the words of a picture begin."""
_STANDS_WHERE = regex(r"[（(](?:[前后中]排)?[左右](?:[起前后]?[一二三四五六七八九\d]?|图)[)）]")
"""`何小满（左）`, `（前排右二）`: where somebody stands in a picture."""
_PICTURES = "(?:剧照|截图|截屏|效果图|示意图|定妆照|宣传照|海报|书影|资料图片?|资料照片)"
_SHOWN = regex(
    f"[^，。；：:！？了是到说有]{{2,30}}{_PICTURES}|[^，。；：:！？]{{0,8}}《[^》]{{1,20}}》[^，。；：:！？]{{0,8}}{_PICTURES}。"
)
"""`《渡口人家》剧照。`: a picture out of something, named and no more."""
_SHOWN_LETTERS = frozenset("照图屏报影片")
"""With what those end."""
_PICTURE_LETTERS = frozenset("▲▼►◀▶☝↑↓←→（(左右上下大小中本题图数资照")
"""With what those begin."""
_PICTURE_NUMBER = regex(r"^[（(]?[\d０-９一二三四五图]{1,2}[）)、.．：:]")
_NOTE_WORD = "|".join(word for word in EDITOR_NOTE_WORDS if "编" in word or "开" in word)
_NOTE_START = regex(rf"[【\[（(](?:{_NOTE_WORD})[】\]）)]|(?:{_NOTE_WORD})\s?[:：\s—]")
_NOTE_LETTERS = frozenset("编开【[（(")
"""With what those begin."""
_BULLETS = frozenset("●◆▲△★■□◇○☆▶•")
_BULLET_LEAD = regex(r"^[●◆▲△★■□◇○☆▶•]\s?")
_TITLED = regex(
    r"^[●◆▲△★■□◇○☆▶•]?\s?[^\s，。,；：:]{3,12}[:：][^\s，。,；：:！？]{5,20}[\s\u3000](?=\S{6})"
    r"|^[●◆▲△★■□◇○☆▶•]\s?[^\s，。,；：:]{2,3}\u3000(?=\S{6})"
    r"|^[●◆▲△★■□◇○☆▶•]?\s?[^\s，。,；：:]{4,24}[\s\u3000:：]\s?(?=\S{3})"
)
"""`●市民热线：新桥何时通车 …`, `■旧书　…`, `新桥通车：昨日…`: a paragraph that begins with its title."""
_HOUR = regex(r"\d{1,2}[:：.]\d\d")
_DATED_LEAD = regex(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日(?!起.{6})|\d{1,2}[:.]\d\d|(?:星期|周)[一二三四五六日]|[上下]午|问[:：]|答[:：]|(?:时间|地点|票价|地址|电话)[:：]?"
)
"""A date, an hour, a speaker or a label in bold leads a paragraph, it is no headline; `6日起东城停水` is one."""
_ENDED = frozenset("。！？；!?;…")
_CAME_FROM = regex(
    r"[（(【]\s?[上紧]\s?接[^）)】]{1,16}[）)】]\s*(?:[^\s（(【].*[。！？…”]|[（(]?.{0,6}(?:记者|通讯员).+)"
)
"""`（上接A01版）续文。`: a sentence behind it, or who wrote it, however short."""
_LEAST_TURNED = 8
"""A text of so many characters may be the short rest of a column that goes on elsewhere: `怎么办？（下转5版）`."""


def look_at_text(sight: Sight, rules: Rules, marked: bool, near_top: bool) -> None:
    """What plain text shows."""
    sight.evidence.append("text")
    if sight.size <= _LONGEST_SENTENCE:
        sight.evidence.append("sentence")
    _look_for_turn(sight)
    _look_for_opening(sight, rules)
    if sight.size <= LONGEST_LINE:
        look_at_line(sight, rules, near_top)
        if sight.size <= 44 and (marked or sight.size <= _LONGEST_LABEL or not _begins_caption(sight.text)):
            short_line(sight, rules, marked, near_top)
    if sight.jump:
        _prefer_turn(sight)
    if sight.piece.lead or sight.text[0] in _BULLETS:
        _leads(sight, rules)
    if not _ALONE.isdisjoint(sight.evidence):
        return
    _caption(sight, rules)
    if not sight.credit:
        _look_for_signature(sight, rules)
    if sight.text[0] in _NOTE_LETTERS and _NOTE_START.match(sight.text):
        sight.evidence.append("editor_note")


_LONGEST_SENTENCE = 60


def _look_for_turn(sight: Sight) -> None:
    """下转 at its end, or 上接 and 续 at one of its ends, behind which it begins."""
    text, size = sight.text, sight.size
    end = text[-20:]
    turns = "转" in end or "详见" in end
    begun = size > 30 or _CAME_FROM.fullmatch(text)
    if (turns and size > _LEAST_TURNED) or (begun and ("续" in end[-8:] or "接" in text[:16])):
        sight.jump = jump(text)
        if sight.jump and not sight.jump.forward:
            sight.first = sight.jump.end
            sight.evidence.append("jump_opens")


def _look_for_opening(sight: Sight, rules: Rules) -> None:
    """A dateline, a topic or a by-line with which it begins; not in a line that stands in brackets."""
    rest = sight.text
    if sight.first:
        rest = rest[sight.first :].lstrip()
        sight.first = sight.size - len(rest)
    if rest and not (rest[0] in "（(" and rest[-1] in "）)" and sight.size <= _LONGEST_SENTENCE):
        sight.opening = opening(rest, rules.datelines, rules.grammar)
    if sight.opening is None:
        return
    kind = "dateline_by" if sight.opening.credits else "dateline"
    if sight.first + sight.opening.end >= sight.size:
        kind = "topic"
    sight.evidence.append(kind if sight.opening.dateline else "byline_opens")


def _prefer_turn(sight: Sight) -> None:
    """`下转第6版` and a title that looks like a dateline: what overlaps where the text goes on opens nothing."""
    if sight.opening and sight.jump and sight.jump.forward and sight.jump.start < sight.first + sight.opening.end:
        sight.opening = None
        sight.withdraw("dateline_by", "dateline", "topic", "byline_opens")


def _look_for_signature(sight: Sight, rules: Rules) -> None:
    """Who signed it at its end; `年减少三成。（何静）` is the short rest of a column."""
    if not (sight.size > 12 or (sight.size > 7 and "。（" in sight.text)):
        return
    sight.sign = signature(sight.text, rules.grammar)
    if sight.sign:
        placed = sight.sign.explicit or any(who.organisation for who in sight.sign.credits)
        sight.evidence.append("signed" if placed else "signed_name")


_PHONE_AT_END = regex(r"(?:\d[\d*×X\- ]{6,}|\*{4}\d*)[)]?$")
"""No headline ends with a telephone number."""
_ALONE = frozenset(("credit_line", "byline", "bracketed_names", "bracketed_source"))


_LONGEST_LABEL = 8
"""`▶新闻链接`: a label that begins as a caption does is no longer."""


def _begins_caption(text: str) -> bool:
    """Whether a line begins as only captions do."""
    return text[0] in _PICTURE_LETTERS and _PICTURE_START.match(text) is not None


_SENTENCE_BEFORE = regex("。[\u4e00-\u9fff]")
_LONGEST_DECK = 26
"""A longer line that begins a second sentence is prose that a column's end cut off."""


def short_line(sight: Sight, rules: Rules, marked: bool, near_top: bool) -> None:
    """A short line of plain text may be a heading that lost its mark."""
    text = sight.text.strip()
    if not _may_head(sight, text, marked):
        return
    sight.evidence.append("short_line")
    if text[-1] in "：:":
        sight.evidence.append("announces")
    if marked and begins_with_dash(text):
        sight.evidence.append("dash")
    if text[0] == "第" and CHAPTER.match(text):
        sight.evidence.append("chapter")
    _weigh_length(sight, text)
    bare = unspaced(text)
    if not marked:
        _look_as_heading(sight, text, bare)
    if bare in PLACE_NAMES:
        sight.evidence += ["place_name", "place_line"]
    if marked and text in NOTICES:
        sight.evidence.append("notice_heading")
    if len(bare) <= 8:
        look_at_label(sight, rules, bare, near_top)
        sight.withdraw("label_size", *(("announces",) if "note_word" in sight.evidence else ()))


def _may_head(sight: Sight, text: str, marked: bool) -> bool:
    """Whether a short line may be a heading: nothing else by itself, and neither a sentence nor cut off prose."""
    asks = (text[-1] in "？！?!" or _CALLED_OUT.fullmatch(text) is not None) and len(text) <= 22 and "。" not in text
    ended = text[-1] in _ENDED or (text[-1] in "”’" and text[-2:-1] in _ENDED)
    ended = ended or (text[-1] in "）)" and _SIGNED_END.search(text) is not None)
    if (ended and not asks) or (not is_han(text[-1]) and _PHONE_AT_END.search(fold(text[-20:]))):
        return False
    if sight.opening or sight.furniture or sight.head or sight.piece.lines > 1 or _WHEN_AND_WHERE.match(text):
        return False
    return marked or len(text) <= _LONGEST_DECK or not _SENTENCE_BEFORE.search(text)


_SIGNED_END = regex(r"[^（(]{6}。[（(][^（()）摄攝图圖影画]{2,20}[)）]$")
"""`……对不起买票的人。（葛宁）`"""
_CALLED_OUT = regex("“[^“”]{8,20}[！!]”")
"""`“你还敢在我的车上偷！”`"""
_WHEN_AND_WHERE = regex(
    rf"[{HAN}]{{0,4}}(?:时间[:：]\s?(?:[昨今明前][日天晚晨]|每|\d|[上下]午|周|星期|[{HAN}]?月)"
    rf"|地点[:：][{HAN}\d\s]{{0,16}}[省市县区镇乡村路街巷号楼馆场店园厅室院桥站港口处内外旁]$)"
)
"""`播报时间：昨日上午11时`, `事发地点：新河街`: what a report lists at its head."""


_ACCORDING = regex(rf"据[{HAN}、·]{{0,20}}(?:介绍|了解|悉|透露|报道|统计|反映)[，,]")
"""`据了解，…`: how paragraphs of a story begin."""
_LEAST_CUT = 22
"""Letters of a piece that a column's end cut off, at least."""


def _weigh_length(sight: Sight, text: str) -> None:
    """Whether a short line is rather short or long for a headline, the name of a column behind it apart."""
    if len(text) <= 14 and "，" not in text and "," not in text:
        sight.evidence.append("too_short")
    commas = text.count("，") + text.count(",")
    leads = text.endswith("——")
    told = len(text) - (len(column.group()) if (column := COLUMN_NAME_BEHIND.search(text)) else 0)
    if (commas > 1 and not leads) or "。" in text or (commas and told > 22 and not leads):
        sight.evidence.append("prose")
    elif told > 20:
        sight.evidence.append("long_line")
    if commas and len(text) > _LEAST_CUT and _ACCORDING.match(text):
        sight.evidence.append("according")


def _look_as_heading(sight: Sight, text: str, bare: str) -> None:
    """What a short line shows on a page without marks, where headings stand among such lines."""
    sight.evidence.append("no_marks")
    if len(bare) <= 3:
        sight.evidence.append("tiny")
    look_at_unmarked(sight, text)


def _leads(sight: Sight, rules: Rules) -> None:
    """What a bold or bulleted beginning shows."""
    text, lead = sight.text, sight.piece.lead
    if lead:
        if lead <= 40 and sight.size > lead + 8 and not _DATED_LEAD.match(fold(text[:lead])):
            line = "short_line" in sight.evidence and text[lead - 1] in "：:"
            sight.evidence.append("lead_line" if line else "bold_lead")
            if text[lead - 1] in "。！？；":
                sight.evidence.append("bold_sentence")
            if opening(text[lead:].lstrip(), rules.datelines, rules.grammar):
                sight.evidence.append("lead_dateline")
        return
    if sight.size > 14 and "byline" not in sight.evidence:
        sight.evidence.append("bullet_lead")
        dated = sight.opening is not None and sight.opening.dateline is not None
        titled = None if dated else _TITLED.match(text)
        if titled and text[titled.end()].isdigit() and _HOUR.match(text, titled.end()):
            sight.evidence.remove("bullet_lead")  # ★正月十三 19：30 …: an entry of a programme
            return
        if titled:
            sight.evidence.append("titled_lead")
        rest = text[titled.end() :] if titled else _BULLET_LEAD.sub("", text)
        if rest and opening(rest, rules.datelines, rules.grammar):
            sight.evidence.append("lead_dateline")


_LONGEST_TITLE = 8
"""Letters before a bracket that may hold any word."""


def _titles_picture(text: str) -> bool:
    """Whether a line is the title of a picture, with its genre or its artist in brackets. Behind a longer line the
    bracket must hold a name: `（监督哨）` is the column of `集体账户不是“自家钱柜”`."""
    found = PICTURE_TITLE.match(fold(text))
    if found is None or not found["artist"] or found.start("artist") <= _LONGEST_TITLE + 1:
        return found is not None
    return looks_like_name(found["artist"]) or looks_like_name(found["artist"][:-1]) or is_sounded(found["artist"])


def _caption(sight: Sight, rules: Rules) -> None:
    """Whether it ends with who took the picture, or is the title of a picture."""
    size, evidence = sight.size, sight.evidence
    if size > 600 or "letter_from" in evidence:
        return
    sight.credit = credit_of(sight, rules.grammar)
    taken = sight.credit is not None and "摄" in sight.text[-3:]
    bracketed = size <= 200 and ("（" in sight.text or "(" in sight.text)
    if size <= 40 and bracketed and not taken and NAMED.isdisjoint(evidence) and _titles_picture(sight.text):
        evidence.append("picture_title")
        if _PICTURE_NUMBER.match(sight.text):
            evidence.append("numbered_picture")
    elif sight.credit:
        evidence += ["credit", "long_caption" if size >= 60 else "short_caption"]
        if _PICTURE_WORDS.search(sight.text):
            evidence.append("picture_words")
    elif (
        3 < size <= 200
        and "note_word" not in evidence
        and _begins_caption(sight.text)
        and not (sight.opening and sight.opening.dateline)
    ):
        evidence.append("picture_start")
    elif size <= 40 and sight.text.rstrip("。")[-1:] in _SHOWN_LETTERS and _SHOWN.fullmatch(sight.text):
        evidence.append("shown_work")
    elif bracketed and not sight.opening and _STANDS_WHERE.search(sight.text):
        evidence.append("stands_where")

"""What each piece of a page shows: named pieces of evidence, weighed in `wanbao.parse.weights`.

Evidence is collected piece by piece, by small functions that each add names to the piece's list, and then between
neighbours (two headings in a row, a caption after its picture). Nothing is decided here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wanbao.conventions import BRIEF_COLUMNS, COLUMN_ENDINGS, EDITOR_NOTE_WORDS, FURNITURE, PLACES, SECTIONS
from wanbao.heads import Head, read_head
from wanbao.names import Byline, Grammar, grammar, looks_like_name
from wanbao.newspaper import Newspaper
from wanbao.parse.cuts import Ending, Opening, Turn, credit, jump, opening, signature
from wanbao.parse.datelines import DatelineReader, dateline_reader
from wanbao.parse.pieces import Piece
from wanbao.records import FurnitureKind
from wanbao.text import HAN, fold


class Sight:
    """A piece and what it shows."""

    __slots__ = (
        "byline",
        "credit",
        "evidence",
        "first",
        "furniture",
        "head",
        "jump",
        "opening",
        "piece",
        "sign",
        "size",
        "text",
    )

    def __init__(self, piece: Piece) -> None:
        self.piece = piece
        self.text = piece.text
        self.size = len(piece.text)
        """How many characters the text has."""
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
        self.sign: Ending | None = None
        """The signature at its end."""
        self.jump: Turn | None = None
        """下转 or 上接 at one of its ends."""
        self.head: Head | None = None
        """The whole of it as a running head or line of staff."""
        self.furniture: FurnitureKind = ""
        """Of what kind it is, if it is furniture."""

    @property
    def is_heading(self) -> bool:
        """Whether it is marked as a heading."""
        return self.piece.shape in ("heading", "bold")


_RULE_MARKS = frozenset("-=*_—·…~■□◆●★▲☆○※#|+ ")


class Rules:
    """A newspaper's patterns, compiled once."""

    def __init__(self, newspaper: Newspaper) -> None:
        self.newspaper = newspaper
        self.grammar: Grammar = grammar(newspaper.roles)
        self.datelines: DatelineReader = dateline_reader(newspaper)
        own = [(item.kind, (), re.compile(item.pattern)) for item in newspaper.furniture]
        self.furniture: list[tuple[FurnitureKind, tuple[str, ...], re.Pattern[str]]] = own + [
            (item.kind, item.keys, re.compile(item.pattern)) for item in FURNITURE
        ]
        self.columns = frozenset(newspaper.columns)
        keys = sorted({key for item in FURNITURE for key in item.keys if len(key) > 1 or key not in _RULE_MARKS})
        self.keys = re.compile("|".join(map(re.escape, keys)))
        self.keyless = [(kind, pattern) for kind, keys_, pattern in self.furniture if not keys_]

    def furniture_kind(self, line: str) -> FurnitureKind:
        """Of what kind of furniture a folded line is, or nothing."""
        if line and line[0] not in _RULE_MARKS and not self.keys.search(line):
            return next((kind for kind, pattern in self.keyless if pattern.search(line)), "")
        for kind, keys, pattern in self.furniture:
            if (not keys or any(key in line for key in keys)) and pattern.search(line):
                return kind
        return ""


@lru_cache(maxsize=8)
def rules_of(newspaper: Newspaper) -> Rules:
    """The compiled patterns of a newspaper."""
    return Rules(newspaper)


def observe(pieces: list[Piece], rules: Rules) -> list[Sight]:
    """What every piece shows, alone and beside its neighbours."""
    sights = [
        Sight(piece) for piece in pieces if piece.shape not in ("front", "page_mark", "mark") and piece.text.strip()
    ]
    marked = any(sight.is_heading for sight in sights)
    for index, sight in enumerate(sights):
        _look(sight, rules, marked, index < 5)
    _headings(sights)
    _neighbours(sights)
    return sights


def _look(sight: Sight, rules: Rules, marked: bool, near_top: bool) -> None:
    """Look at one piece alone."""
    shape = sight.piece.shape
    if shape in ("heading", "bold"):
        sight.evidence.append(shape)
        _line(sight, rules, near_top)
        _heading(sight, rules, near_top)
    elif shape == "text":
        _text(sight, rules, marked, near_top)
    else:
        sight.evidence.append("table" if shape == "html" else shape)


# --- single lines ---------------------------------------------------------------------------------------------------

_LETTER_FROM = re.compile(
    rf"(?:读者|市民|网友|居民|群众)\s?[{HAN}·]{{2,4}}\s?(?:(?:来信|来电|来稿|投诉|反映)\s?[—:：-]{{0,4}}|[—:：-]{{1,4}})$"
    rf"|(?:来电读者|来信人|投诉人|记录整理|记录|整理|口述|讲述|讲述人|撰文|执笔|采访|主持人?|嘉宾|作者|文字|图片|翻译|编译|漫画|供稿|采写)"
    rf"\s?[:：/]\s?[{HAN}A-Za-z·\s、，,（）()]{{2,40}}$"
)
_WHOLE_BRACKET = re.compile(r"[（(][^（）()]{1,60}[）)]$")
_SOURCE_INSIDE = re.compile(r"据|摘自|摘编|选自|来源|整理|综合|供稿|转载|原载|编译|提供")
_DATE_ALONE = re.compile(r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s?星期[一二三四五六日天])?$")
_MARKED_NAME = re.compile(rf"[■□▲△●◆◇N]\s?[{HAN}]")


def _line(sight: Sight, rules: Rules, near_top: bool) -> None:
    """What a short line may be beside a paragraph or heading: furniture, running head, by-line, jump."""
    text, evidence = sight.text, sight.evidence
    line = fold(text).strip()
    if sight.size <= 160:
        sight.head = read_head(line, rules.newspaper)
        if sight.head:
            evidence.append("head" if any(sight.head[:5]) else "staff")
        elif near_top and _DATE_ALONE.match(line):
            evidence.append("page_date")
    kind = rules.furniture_kind(line) if sight.size <= 240 and not sight.head else ""
    if kind:
        sight.furniture = kind
        evidence.append("furniture")
    if sight.size <= 40 and ("转" in text or "接" in text or "详见" in text):
        turn = jump(text)
        if turn and turn.start == 0 and turn.end >= len(text.rstrip()):
            sight.jump = turn
            sight.first = 0 if turn.forward else turn.end
            evidence.append("jump_to" if turn.forward else "jump_from")
    if sight.size <= 80 and not sight.head:
        _author_line(sight, rules, line)


def _author_line(sight: Sight, rules: Rules, line: str) -> None:
    """Names alone on a line."""
    evidence = sight.evidence
    if _WHOLE_BRACKET.match(line):
        inside = sight.text.strip()[1:-1]
        sight.byline = rules.grammar.read(inside)
        ending = credit(sight.text, rules.grammar)
        if ending and ending.start == 0:
            sight.credit = ending
            evidence.append("credit_line")
        elif sight.byline and (sight.byline.explicit or len(inside) <= 12):
            evidence.append("bracketed_names")
        elif _SOURCE_INSIDE.search(inside):
            evidence.append("bracketed_source")
        return
    if not sight.is_heading and _LETTER_FROM.match(line):
        evidence.append("letter_from")
        return
    hinted = rules.grammar.hint.search(line)
    if not hinted and (
        sight.size > 16 or not (_PLAIN_NAMES.fullmatch(line) or _MARKED_NAME.match(line) or "/" in line)
    ):
        return
    sight.byline = rules.grammar.read(sight.text)
    if sight.byline is None:
        return
    ending = credit(sight.text, rules.grammar) if any(word in line for word in "摄图绘画") else None
    if ending and ending.start == 0 and not any(who.role != "photographer" for who in sight.byline.credits):
        sight.credit = ending
        evidence.append("credit_line")
    elif sight.is_heading:
        _heading_author(sight, line)
    elif sight.byline.explicit or _MARKED_NAME.match(line) or "/" in line:
        spoken = line[:3] == "记者:" and not all(looks_like_name(who.name) for who in sight.byline.credits)
        evidence.append("byline_pen" if spoken else "byline")
    elif all(looks_like_name(who.name) for who in sight.byline.credits) and line not in _PLACES:
        evidence.append("byline_names")
    else:
        evidence.append("byline_pen")


def _heading_author(sight: Sight, line: str) -> None:
    """An author line that is marked as a heading must be beyond doubt: every name in the form of a name."""
    if not sight.byline or not all(looks_like_name(who.name) for who in sight.byline.credits) or line in _PLACES:
        sight.byline = None
        return
    sight.evidence += ["byline" if sight.byline.explicit else "byline_names", "heading_byline"]


_PLAIN_NAMES = re.compile(rf"[{HAN}·]{{2,4}}(?:[\s、,][{HAN}·]{{1,4}}){{0,3}}|[{HAN}]\s[{HAN}]{{1,2}}")


# --- headings -------------------------------------------------------------------------------------------------------

_PLACES = frozenset(PLACES)
_SECTIONS = frozenset(SECTIONS)
_BRIEF_COLUMNS = frozenset(BRIEF_COLUMNS)
_NOTE_WORDS = frozenset(EDITOR_NOTE_WORDS)
_SAYS = re.compile(
    r"(?:提出|要求|强调|指出|表示|认为|透露|宣布|呼吁|决定|建议|发出|报告|显示|披露|证实|明确|获悉|部署|说|称)[——:：]{0,2}$"
)
_DASH = re.compile(r"^\s?(?:——|--|—|－－|──)")
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．是]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]{1,2}[章节])"
)
_NOTICE = re.compile(
    r"^(?:讣告|讣闻|公告|通告|启事|声明|更正|致歉|招聘启事|征稿启事|寻人启事|招领启事|拍卖公告|招标公告|中标公告|遗失声明|道歉声明|鸣谢|征集启事)$"
)
_STOPS_INSIDE = re.compile(r"[，,。；;](?=.)")
_SPACES = re.compile(r"[\s\u3000]+")


def _heading(sight: Sight, rules: Rules, near_top: bool) -> None:
    """What a heading shows."""
    text, evidence = sight.text.strip(), sight.evidence
    bare = _SPACES.sub("", text)
    if len(bare) <= 3:
        evidence.append("tiny")
    if bare in _PLACES:
        evidence.append("place_name")
    if len(bare) <= 8:
        _label(sight, rules, bare, near_top)
    _heading_form(sight, text)
    if sight.furniture:
        evidence.append("furniture_heading")
    if "（" in text and (found := _PICTURE_TITLE.match(fold(text))) and found.group("genre"):
        evidence.append("picture_title")


def _label(sight: Sight, rules: Rules, bare: str, near_top: bool) -> None:
    """Whether a short heading is the name of a section or column."""
    evidence = sight.evidence
    if bare in rules.columns:
        evidence.append("column_name")
    elif bare in _BRIEF_COLUMNS:
        evidence.append("brief_column")
    elif bare in _SECTIONS:
        evidence.append("section_word")
        if near_top:
            evidence.append("at_top")
    elif bare.strip(":：【】[]") in _NOTE_WORDS:
        evidence.append("note_word")
    elif len(bare) <= 6:
        evidence.append("label_size")


def _heading_form(sight: Sight, text: str) -> None:
    """How the words of a heading stand."""
    evidence = sight.evidence
    if _SAYS.search(text):
        evidence.append("says")
    if _DASH.match(text):
        evidence.append("dash")
    elif text.endswith(("——", "——－", "--")):
        evidence.append("stops_inside")
    if len(text) > 28:
        evidence.append("long")
    if _STOPS_INSIDE.search(text):
        evidence.append("stops_inside")
    if text[-1:] in "。；":
        evidence.append("ends_like_text")
    if _NUMBERED.match(text):
        evidence.append("numbered")
    if _NOTICE.match(text):
        evidence.append("notice_heading")
    parts = text.split()
    if len(parts) >= 3 and max(map(len, parts)) <= 7:
        evidence.append("groups")


def _headings(sights: list[Sight]) -> None:
    """What headings show beside each other."""
    headings = [s for s in sights if s.is_heading and not s.furniture and not _is_label(s)]
    levels = [s.piece.level for s in headings if s.piece.level]
    if len(levels) >= 2:
        for sight in headings:
            if not sight.piece.level:
                sight.evidence.append("bold_minor")
    if len(set(levels)) > 1:
        top = min(levels)
        for sight in headings:
            if sight.piece.level:
                sight.evidence.append("deeper" if sight.piece.level > top else "shallow")


def _is_label(sight: Sight) -> bool:
    return any(name in sight.evidence for name in ("section_word", "brief_column", "column_name", "head"))


# --- text -----------------------------------------------------------------------------------------------------------

_PICTURE_WORDS = re.compile(r"图为|图中|这是|左图|右图|上图|下图|▲|►|▼|图[一二三四五\d][:：、是为]|^图[:：]|正在")
_GENRE = "水彩画?|速写|中国画|国画|油画|版画|木刻|书法|篆刻|摄影|剪纸|漫画|素描|水墨画?|彩墨画|粉画|宣传画|年画|插图|雕塑|工笔画?|连环画|资料图片?|资料照片?|图"
_PICTURE_TITLE = re.compile(
    rf"^(?:[\d一二三四五]{{1,2}}[、.．])?[^。！？，,]{{1,16}}\s?(?:[（(](?P<genre>{_GENRE})[^（）()]{{0,6}}[）)]\s?(?:[（(]?(?P<who>[{HAN}·]{{2,8}})[）)]?)?"
    rf"|[（(](?P<artist>[{HAN}·]{{2,6}}(?:绘|作|画|剪|书|刻|摄)?)[）)])$"
)
_PICTURE_START = re.compile(
    r"^[▲▼►◀▶☝]|^[（(]?(?:左|右|上|下|大|小|中|本|题)图[一二三四]?\s?[:：为是]|^图[一二三四①②③\d]?\s?[:：为]|^图为"
)
_PICTURE_NUMBER = re.compile(r"^[\d０-９一二三四五图]{1,2}[、.．：:]")
_NOTE_WORD = "|".join(word for word in EDITOR_NOTE_WORDS if "编" in word or "开" in word)
_NOTE_START = re.compile(rf"[【\[（(](?:{_NOTE_WORD})[】\]）)]|(?:{_NOTE_WORD})\s?[:：\s—]")
_BULLET_LEAD = re.compile(r"^[●◆▲★■□◇○☆▶•]\s?")
_TITLED = re.compile(r"^[●◆▲★■□◇○☆▶•]?\s?[^\s，。,；：:]{4,24}[\s\u3000:：]\s?(?=\S{3})")
_ENDED = frozenset("。！？；!?;…")


def _text(sight: Sight, rules: Rules, marked: bool, near_top: bool) -> None:
    """What plain text shows."""
    text, size, evidence = sight.text, sight.size, sight.evidence
    evidence.append("text")
    if size <= 60:
        evidence.append("sentence")
    if size > 30 and ("转" in text[-20:] or "接" in text[:16] or "详见" in text[-20:]):
        sight.jump = jump(text)
        if sight.jump and not sight.jump.forward:
            sight.first = sight.jump.end
    rest = text[sight.first :].lstrip() if sight.first else text
    sight.first = size - len(rest)
    sight.opening = opening(rest, rules.datelines, rules.grammar) if rest else None
    if sight.opening:
        kind = "dateline_by" if sight.opening.credits else "dateline"
        evidence.append(kind if sight.opening.dateline else "byline_opens")
    if size <= 240:
        _line(sight, rules, near_top)
        if size <= 44:
            _short_line(sight, rules, marked, near_top)
    _leads(sight, rules)
    if _ALONE.intersection(evidence):
        return
    _caption(sight, rules)
    if size > 12 and not sight.credit:
        sight.sign = signature(text, rules.grammar)
        if sight.sign:
            evidence.append("signed" if sight.sign.explicit else "signed_name")
    if text[0] in "编开【[（(" and _NOTE_START.match(text):
        evidence.append("editor_note")


_ALONE = frozenset(("credit_line", "byline", "bracketed_names", "bracketed_source"))


def _short_line(sight: Sight, rules: Rules, marked: bool, near_top: bool) -> None:
    """A short line of plain text may be a heading that lost its mark."""
    text = sight.text.strip()
    if text[-1] in _ENDED or sight.opening or sight.furniture or sight.head or sight.piece.lines > 1:
        return
    sight.evidence.append("short_line")
    if marked and _DASH.match(text):
        sight.evidence.append("dash")
    if not marked:
        sight.evidence.append("no_marks")
        bare = _SPACES.sub("", text)
        if len(bare) <= 3:
            sight.evidence.append("tiny")
        _heading_form(sight, text)
    bare = _SPACES.sub("", text)
    if len(bare) <= 8:
        _label(sight, rules, bare, near_top)
        if "label_size" in sight.evidence:
            sight.evidence.remove("label_size")


def _leads(sight: Sight, rules: Rules) -> None:
    """A bold or bulleted beginning."""
    text, lead = sight.text, sight.piece.lead
    if lead:
        if lead <= 40 and sight.size > lead + 8:
            sight.evidence.append("bold_lead")
            if opening(text[lead:].lstrip(), rules.datelines, rules.grammar):
                sight.evidence.append("lead_dateline")
        return
    if text[0] in "●◆▲★■□◇○☆▶•" and sight.size > 20 and "byline" not in sight.evidence:
        sight.evidence.append("bullet_lead")
        titled = _TITLED.match(text)
        if titled:
            sight.evidence.append("titled_lead")
        rest = text[titled.end() :] if titled else _BULLET_LEAD.sub("", text)
        if rest and opening(rest, rules.datelines, rules.grammar):
            sight.evidence.append("lead_dateline")


def _caption(sight: Sight, rules: Rules) -> None:
    """Whether it ends with who took the picture, or is the title of a picture."""
    size, evidence = sight.size, sight.evidence
    if size > 600:
        return
    sight.credit = credit(sight.text, rules.grammar)
    if size <= 40 and _PICTURE_TITLE.match(fold(sight.text)):
        evidence.append("picture_title")
        if _PICTURE_NUMBER.match(sight.text):
            evidence.append("numbered_picture")
    elif sight.credit:
        evidence += ["credit", "long_caption" if size >= 60 else "short_caption"]
        if _PICTURE_WORDS.search(sight.text):
            evidence.append("picture_words")
    elif _PICTURE_START.match(sight.text) and size <= 200:
        evidence.append("picture_start")


# --- neighbours -----------------------------------------------------------------------------------------------------

_PICTURED = frozenset(("credit", "after_image", "picture_start", "picture_title"))
_PASSED_OVER = frozenset(("furniture", "head", "staff", "image", "page_date"))


def _passed_over(sight: Sight) -> bool:
    return bool(_PASSED_OVER.intersection(sight.evidence))


def _neighbours(sights: list[Sight]) -> None:
    """What pieces show beside each other: captions after pictures, headings in pairs."""
    for before, sight in zip(sights, sights[1:], strict=False):
        if before.piece.shape == "image" and sight.piece.shape == "text" and not sight.opening:
            sight.evidence.append(_after_image(sight))
        if (
            "credit_line" in sight.evidence
            and before.piece.shape == "text"
            and not before.opening
            and before.size <= 300
        ):
            before.evidence += ["credit", "long_caption" if before.size >= 60 else "short_caption"]
        if before.is_heading and "short_line" in sight.evidence and sight.size <= 26 and not sight.byline:
            sight.evidence.append("under_heading")
        if "notice_heading" in before.evidence and "furniture" in sight.evidence:
            before.evidence += ["furniture", "furniture_heading"]
            before.furniture = sight.furniture
    for sight in sights:
        if sight.size > 60 and _PICTURED.intersection(sight.evidence):
            sight.evidence.append("long_text")
    _pairs(sights)
    _columns(sights)
    _page_title(sights)
    _artists(sights)
    _continuity(sights)
    if sights and sights[-1].is_heading:
        sights[-1].evidence.append("last_line")


def _after_image(sight: Sight) -> str:
    if "picture_title" in sight.evidence:
        return "picture_after_image"
    return "after_image" if sight.size <= 90 or sight.credit else "long_after_image"


def _pairs(sights: list[Sight]) -> None:
    """Two headings in a row: kicker and headline, headline and deck, or headline and sub-headline."""
    solid = [sight for sight in sights if not _passed_over(sight)]
    for index, (first, second) in enumerate(zip(solid, solid[1:], strict=False)):
        if not _pairable(first) or not _pairable(second):
            continue
        one, two = len(_SPACES.sub("", first.text)), len(_SPACES.sub("", second.text))
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


_OPENED = frozenset(("dateline", "dateline_by", "byline_opens", "byline", "letter_from"))


_COLUMN_END = re.compile(f"(?:{'|'.join(COLUMN_ENDINGS)})$")


def _columns(sights: list[Sight]) -> None:
    """A short heading above a longer one may be the name of a standing column: 海角时评, then the article's headline."""
    solid = [sight for sight in sights if not _passed_over(sight)]
    for first, second in zip(solid, solid[1:], strict=False):
        if not (first.is_heading and _pairable(second)) or _is_label(first) or "place_name" in first.evidence:
            continue
        bare = _SPACES.sub("", first.text).strip("【】[]■□◎●·")
        size = len(_SPACES.sub("", second.text))
        if size < 7 or (first.piece.level or 7) > (second.piece.level or 7) or "twin" in second.evidence:
            continue
        if len(bare) <= 8 and _COLUMN_END.search(bare):
            first.evidence.append("column_ending")
        elif len(bare) <= 4 and "dash" not in second.evidence and "long_second" not in second.evidence:
            first.evidence.append("column_size")


def _page_title(sights: list[Sight]) -> None:
    """A supplement's page has its name at the top, larger than every headline."""
    headings = [sight for sight in sights if sight.piece.level and not sight.furniture]
    if len(headings) < 4 or headings[0] not in sights[:4] or _is_label(headings[0]):
        return
    first, second = headings[0], headings[1]
    alone = all(sight.piece.level > first.piece.level for sight in headings[1:])
    if alone and len(_SPACES.sub("", first.text)) <= 5 and not _DECK_LIKE.intersection(second.evidence):
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
    return (sight.is_heading or "no_marks" in sight.evidence) and not _is_label(sight) and not sight.byline


def _twin(second: Sight, following: list[Sight], size: int) -> bool:
    """Whether the second heading is followed by text and headings of its own length and level, none opening an article."""
    alike: list[Sight] = []
    for here, after in zip(following, following[1:], strict=False):
        if not here.is_heading:
            if _OPENED.intersection(here.evidence):
                break
            continue
        if here.piece.level != second.piece.level or after.is_heading or _OPENED.intersection(after.evidence):
            break
        alike.append(here)
    alike = [here for here in alike if abs(len(_SPACES.sub("", here.text)) - size) <= 2]
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
        found = _PICTURE_TITLE.match(fold(sight.text))
        who = (found.group("who") or found.group("artist") or "") if found else ""
        name = who.rstrip("绘作画剪书刻摄")
        if len(who) >= 2 and name in headings:
            sight.evidence.append("artist_in_heading")
            for heading in sights:
                if heading.is_heading and name in heading.text and "artist_heading" not in heading.evidence:
                    heading.evidence.append("artist_heading")


# --- continuity -----------------------------------------------------------------------------------------------------

_COMMON = "的了在是和与等对为中有不也上这到将就说一个我们他她它记者年月日时后前"


def _han_without(common: str) -> str:
    """The main block of Han without these characters, as the inside of a class."""
    codes = sorted(map(ord, common))
    starts = [0x4E00, *(code + 1 for code in codes)]
    ends = [*(code - 1 for code in codes), 0x9FFF]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(starts, ends, strict=True) if first <= last)


_HAN_RUN = re.compile(f"[{_han_without(_COMMON)}]{{2,}}")
_AHEAD = 160
_BEHIND = 320


def _continuity(sights: list[Sight]) -> None:
    """Whether the text under a heading speaks of what the text above speaks of.

    Pairs of Han that both have are counted. Measured on 129 headings: under sub-headlines half share more than 15 % of
    their pairs with the text above, under headlines half share less than 3 %. Of several headings in a row the first
    is judged: whether a story begins there.
    """
    solid = [sight for sight in sights if not _passed_over(sight)]
    first = 0
    for index, sight in enumerate(solid[:-1]):
        if not (sight.is_heading or "no_marks" in sight.evidence) or _is_label(sight):
            first = index + 1
            continue
        following = next((s for s in solid[index + 1 : index + 5] if "credit" not in s.evidence), sight)
        if first < 2 or following.is_heading or _OPENED.intersection(following.evidence):
            continue
        ahead = _collected(solid[first : index + 8], _AHEAD, index - first + 1)
        behind = _collected(solid[max(0, first - 8) : first][::-1], _BEHIND, 0)
        if len(behind) >= 100 and len(ahead) >= 40:
            pairs = _pairs_of(ahead)
            name = _continuity_name(sum(pair in behind for pair in pairs) / max(1, len(pairs)))
            if name:
                solid[first].evidence.append(name)


def _continuity_name(shared: float) -> str:
    if shared < 0.035:
        return "new_words"
    if shared < 0.06:
        return "few_words"
    if shared > 0.13:
        return "very_words"
    return "same_words" if shared > 0.085 else ""


def _collected(sights: list[Sight], size: int, headings: int) -> str:
    """Text of these pieces up to a size: forwards the headings and then text up to the next one, backwards any."""
    text = ""
    for index, sight in enumerate(sights):
        if len(text) >= size or (headings and index >= headings and sight.is_heading):
            break
        room = size - len(text)
        text += f"{sight.text[:room] if headings else sight.text[-room:]}\n"
    return text


def _pairs_of(text: str) -> set[str]:
    """All pairs of neighbouring Han without common characters."""
    return {run[i : i + 2] for run in _HAN_RUN.findall(text) for i in range(len(run) - 1)}

"""The names of standing columns above headlines, and a kicker that lost its mark between them or above a headline.

    # 县域观察·小镇工厂       the name of a column
    从两元一斤到八元一只       a kicker without a mark
    # 生蚝怎样卖出好价钱        the headline

Only a heading that stands below tells what these lines are: none of them is looked at alone.
"""

from __future__ import annotations

from wanbao.conventions import COLUMN_ENDINGS
from wanbao.nameforms import writes_sounds
from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, OPENED, Sight
from wanbao.parse.titles import bids, is_label, names_place, names_time, says
from wanbao.patterns import HAN, regex
from wanbao.text import unspaced

_TWO_PARTS = regex(rf"([{HAN}“”]{{3,10}})[·•]([{HAN}“”]{{3,14}})")
"""`经济观察·工程一线`: a column and its series."""
_FOREIGN = frozenset("斯尔特德克拉里莱罗森曼纳尼维亚伊恩普布夫娜丁洛姆林卡巴马诺埃贝奥托萨哈乔安莫吉菲弗霍东")
"""Letters that write the names of foreigners: 安东尼·霍普斯 is made of them."""
_SHORT_NAME = regex(rf"[{HAN}]{{3,9}}")
_ATTENDS = regex(rf"(?:关注|聚焦|直击|追踪|走近|走进|记者)[{HAN}]{{2,5}}")
"""`关注渔民养老`"""
_LONGEST_KICKER, _LONGEST_COLUMN = 44, 20
_PICTURED = frozenset(("credit", "caption", "after_image", "long_after_image", "picture_start", "picture_title"))
_NO_KICKER = AUTHORS | OPENED | _PICTURED | {"furniture", "jump_to", "runs_from", "editor_note", "prose"}
_NO_NAME = frozenset(("occasion_start", "occasion_end", "says", "adds", "numbered", "place_name", "note_word", "asked"))


def judge_columns(row: Row) -> None:
    """What headings show that may be the names of columns."""
    _above_headlines(row)
    _names_above(row)


_NAMED_COLUMN = frozenset(("column_ending", "column_size", "column_four", "column_six"))
_DECKED = ("dash", "long_second", "deck_kind", "deck_start", "deck_words", "figures_below")
_CLAUSES = ("adds", "voice", "refers_back", "occasion_end", "occasion_start", "says", "numbered")
_NO_LABEL = frozenset((*_DECKED, *_CLAUSES, "first_line", "couplet_above", "person_box", "after_verse"))
"""Evidence that five or six letters and a longer line are headline and deck, or kicker and headline."""
_OTHER_AUTHORS = AUTHORS - {"byline_pen", "byline_names"}
_TELLS = regex(
    "(?:[上下]调|[涨降]价|上涨|下跌|通车|开通|落成|获批|发布|开幕|闭幕|召开|举行|启动|来袭|临近|在即|开考|揭晓|出台|升级|见效|完工|竣工"
    "|开业|关停|停运|停水|停电|获救|被抓|落网|获刑|宣判|实施|开工|投产|突破|回暖|降温|提前|推迟|取消"
    "|合龙|封顶|奠基|[挂揭]牌|出炉|夺冠|告捷|晋级|出线|首[航飞发]|发车|通[航水气]|开[园馆赛学镰播]|落幕|收官|告破|脱贫|丰收|上市|问世"
    "|[走热滞]销|走[红俏]|遇冷|[停复]课|复工|放[榜假]|返程|获奖|当选|辞职|去世|逝世|被[盗抢骗罚困]|走失|落水|坠楼|[起失]火"
    "|爆炸|塌方|决堤|翻车|追尾|身亡|遇难|失踪|中毒|沉没|逼近|登陆|来了|回落|[开通]了|改线|[断缺]电)$"
)
"""`新桥通车`, `会议召开`: it tells what happened, and names no column."""
_LIKE_NAMES = frozenset(("heading_byline", "byline_pen"))
_ORNAMENTS = "【】[]［］〔〕■□◎●·★☆◆◇▲△○※~～"
_NUMBER_BEHIND = regex(r"(?:[①-⑳]|[（(][\d一二三四五六七八九十]{1,3}[）)]|\d{1,3})$")
_TWO_WORDS = regex(rf"[{HAN}]{{2,4}}[·•][{HAN}]{{2,4}}")
"""`亲历·见证`, `招聘·租售`"""


def ornamented(text: str) -> bool:
    """Whether a heading stands in brackets or between ornaments: `【案例】`, `★校园动态★`."""
    return len(text) > 2 and (
        text[0] + text[-1] in ("【】", "［］", "[]", "〔〕")
        or text[0] == text[-1] in "★☆◆◇■□●○◎※~～"
        or (_TWO_WORDS.fullmatch(text) is not None and not _is_foreign(text))
    )


_EXPLAINS = frozenset(("dash", "long_second", "deck_kind", "deck_start"))
"""Evidence that a second heading explains the first: no name of a column has a deck."""
_COLUMN_END = regex(f"(?:{'|'.join(COLUMN_ENDINGS)})$|^(?:长篇|小说|长篇小说)?连载")

_CLAUSE_END = regex(
    rf"[{HAN}]{{3,}}(?:[走搬送请融登驶]?[进入上成](?:了|为)?)(?:课堂|讲堂|论坛|热线|直播间|窗口|讲坛|舞台|平台|门诊)$"
)
"""`苗绣进课堂`: a clause, no column's name."""


def _above_headlines(row: Row) -> None:
    """A short heading above a longer one may be the name of a standing column: 海角时评, then the headline."""
    for index, (first, second, able, below) in enumerate(
        zip(row.solid, row.solid[1:], row.able, row.able[1:], strict=False)
    ):
        if not below or not (able or _is_name_alone(first)) or is_label(first):
            continue
        told = _told(row, index + 2)
        if "place_name" in first.evidence:
            if second.is_heading and unspaced(first.text) in told[:_IN_DATELINE]:
                first.evidence.append("where_or_when")
        elif names_place(first.text, told) or names_time(first.text):
            first.evidence.append("where_or_when")
        elif not _stands_apart(first, second, told) and (name := _column_of(first, second)):
            first.evidence.append(name)
            _weigh_size(first, second)


_IN_DATELINE = 24
"""How far into the text a dateline names its place."""


def _is_name_alone(sight: Sight) -> bool:
    """Whether a line was read as an author only because it looks like a name, as the name of a column may."""
    return sight.byline is not None and not sight.byline.explicit and not _LIKE_NAMES.isdisjoint(sight.evidence)


def _stands_apart(first: Sight, second: Sight, told: str) -> bool:
    """Whether a heading above another is no column: an office that bids, long, a twin, below a picture, or what the
    text below tells of, as of 望江楼·听涛亭."""
    bare = unspaced(first.text)
    if bids(first.text) or len(first.text) > _LONGEST_COLUMN or ("·" in bare and bare in told):
        return True
    return not _OTHERS.isdisjoint(second.evidence) or "after_image" in first.evidence


_OTHERS = frozenset(("twin", "second_line"))
"""Evidence of a heading below that is built alike, or the rest of one clause."""


def _column_of(first: Sight, second: Sight) -> str | None:
    """By what a heading may be a column's name above another: how it ends, or how many letters it has."""
    spaceless = unspaced(first.text)
    bare = _NUMBER_BEHIND.sub("", spaceless.strip(_ORNAMENTS))
    if _EXPERT.fullmatch(bare):
        return None
    if BARRED.fullmatch(spaceless) or _I_AND.fullmatch(bare):
        return "column_ending"
    size = len(unspaced(second.text))
    if _ends_as_column(bare, spaceless):
        return _known_ending(first, second, bare, size)
    if len(bare) <= 3 and size > len(bare) and "dash" not in second.evidence:
        return "column_size"
    if _TELLS.search(bare) or not _OTHER_AUTHORS.isdisjoint(first.evidence):
        return None
    if len(bare) == 4 and size >= 5 and _EXPLAINS.isdisjoint(second.evidence):
        return "column_four"
    if len(bare) in (5, 6) and len(bare) + 2 <= size < 20 and _may_be_column(first, second):
        return "column_six"
    return None


BARRED = regex(
    rf"[|｜丨]?[{HAN}\d]{{3,12}}[|｜丨](?:我[与和][{HAN}]{{2,8}}|[{HAN}]{{1,4}}(?:{'|'.join(COLUMN_ENDINGS)}))"
)
"""`七十年风雨丨我与晚报`: a series and the column that it runs in; `民生调查丨社区食堂缘何遇冷` is a headline."""
_I_AND = regex(rf"我[与和](?:[{HAN}]{{0,3}}[晚日早晨]报|[{HAN}]{{0,2}}(?:热线|副刊))的?故事")
"""`我与晚报的故事`: what readers are asked to tell."""
_EXPERT = regex("(?:律师|法官|专家|医生)(?:说法|观点|点评|解读)")
"""`律师说法`: who has a word about the story above, and no column."""


def _ends_as_column(bare: str, spaceless: str) -> bool:
    """Whether a short heading ends as names of columns do or stands between ornaments, and is no clause."""
    short = len(bare) <= (6 if "的" in bare else 8)
    ends = _COLUMN_END.search(bare) is not None or ornamented(spaceless)
    return short and ends and _CLAUSE_END.search(bare) is None


def _known_ending(first: Sight, second: Sight, bare: str, size: int) -> str | None:
    """Such a name needs four letters below it, a lesser heading, or an author, unless it is short itself."""
    lesser = (first.piece.level or 7) < (second.piece.level or 7)
    if size < 4 and len(bare) >= 4 and not lesser and _AUTHORED.isdisjoint(second.evidence):
        return None
    return "column_ending" if len(bare) <= 6 else "column_ending_long"


def _weigh_size(first: Sight, second: Sight) -> None:
    """What a plain line above a story without an author says by its size alone, and what a column's name is not."""
    if "column_four" in first.evidence and "news_pair" in first.evidence:
        first.evidence.append("four_above_news")
    if _NAMED_COLUMN.isdisjoint(first.evidence):
        return
    short = not {"column_four", "column_six"}.isdisjoint(first.evidence)
    ending = "column_ending" in first.evidence and "no_marks" in first.evidence
    noted = "note_word" in first.evidence or ((short or ending) and len(unspaced(second.text)) >= 6)
    if first.piece.shape == "text" and _AUTHORED.isdisjoint(second.evidence) and not noted:
        first.evidence.append("label_size")
    first.withdraw("note_word")


_AUTHORED = frozenset(("author_follows", "author_below_deck"))


def _told(row: Row, index: int) -> str:
    """The beginning of the text below two headings, by-lines before it included."""
    return "\n".join(sight.text[:_LOOKED_AT] for sight in row.solid[index : index + 3])


_LOOKED_AT = 120


def _may_be_column(first: Sight, second: Sight) -> bool:
    """Whether five or six letters may name a column: nothing says headline and deck, or a sub-headline in two lines."""
    step = (first.piece.level or 7) - (second.piece.level or 7)
    if step < 0 or (step == 0 and (second.is_heading or len(unspaced(first.text)) > 5)):
        return False
    return _NO_LABEL.isdisjoint(first.evidence) and _NO_LABEL.isdisjoint(second.evidence)


def _names_above(row: Row) -> None:
    """Find columns' names and kickers without a mark above the headings of a page that marks its headings."""
    solid = row.solid
    if "no_marks" in row.shown:
        _unmarked_names(row)
        return
    for index in row.heads:
        below, headline = row.after(index), row.after(index + 1)
        if below is None or is_label(solid[index]):
            continue
        if below.is_heading:
            if _is_series(solid[index].text, _told(row, index + 2)) or _is_above_kicker(solid[index], below, headline):
                _name(solid[index], solid[index + 1 : index + 3])
            elif _is_column(solid[index], headline) and _is_long_kicker(solid[index], below):
                opening = row.after(index + 2)
                if opening is not None and not AUTHORS.isdisjoint(opening.evidence) and not opening.opening:
                    _name(solid[index], solid[index + 1 : index + 3])
        elif _may_be_kicker(below) and _is_column(solid[index], headline) and _is_known(solid[index], below):
            _name(solid[index])
            _kicker(below)
    for index in row.heads:
        if index and _may_lead_to(solid[index], solid[index - 1]):
            _kicker(solid[index - 1])


def _may_lead_to(heading: Sight, line: Sight) -> bool:
    """Whether a plain line above a heading leads on to it. To a word of two or three letters a sentence leads:
    `还是那条船——` above the part `一条船`."""
    return _leads(line.text) and _may_be_kicker(line) and heading.size > 3


def _unmarked_names(row: Row) -> None:
    """The same on a page without marks, where two lines or three stand together."""
    for index in row.pairs:
        first, second, third = row.solid[index], row.solid[index + 1], row.after(index + 1)
        above_kicker = third is not None and "no_marks" in third.evidence and _leads(second.text)
        if _is_series(first.text, _told(row, index + 2)) or (
            above_kicker and third is not None and _may_name(first, third)
        ):
            _name(first, row.solid[index + 1 : index + 3])


def _is_above_kicker(first: Sight, second: Sight, third: Sight | None) -> bool:
    """Whether a short heading stands above a kicker that leads on to a third heading, or bids attend to a subject above
    two others. What is of a kind with sub-headlines further down is no headline of a column."""
    if third is not None and "twin" in third.evidence:
        return False
    return (_leads(second.text) or _ATTENDS.fullmatch(first.text.strip()) is not None) and _is_column(first, third)


def _is_long_kicker(first: Sight, second: Sight) -> bool:
    """Whether a heading is so much longer than the one above that this is a column's name, where headline and author
    follow: `海角新事`, `海角县造林站三十年育出耐盐松苗`."""
    size = len(unspaced(second.text))
    return size >= max(_LEAST_KICKER, len(unspaced(first.text)) + _LONGER) and _TELLS.search(first.text) is None


_LEAST_KICKER, _LONGER = 11, 4


def _is_series(text: str, told: str = "") -> bool:
    """Whether a heading is made of a column's name and a series' name, and is no name of which the text below tells,
    nor of one who says something: `邻国首相炳·素拉暖强调`."""
    bare = unspaced(text)
    if _TWO_PARTS.fullmatch(bare) is None or says(bare):
        return False
    return not _is_foreign(bare) and bare not in told


def _is_foreign(text: str) -> bool:
    """Whether half of the letters are such as write the names of foreigners, or all write sounds: no column."""
    return 2 * sum(letter in _FOREIGN for letter in text) >= len(text) or all(map(writes_sounds, _PARTS.split(text)))


_PARTS = regex("[·•]")


def _is_known(heading: Sight, kicker: Sight) -> bool:
    """Whether a heading above a plain line names a column by how it ends or is made, or the line leads on: else these
    are rather a short headline and its deck, or what a picture shows."""
    return _leads(kicker.text) or _is_series(heading.text) or _COLUMN_END.search(unspaced(heading.text)) is not None


def _is_column(heading: Sight, headline: Sight | None) -> bool:
    """Whether a heading may be a column's name above this one: short, without a verb of news, or in two parts."""
    return headline is not None and headline.is_heading and _may_name(heading, headline)


def _may_name(heading: Sight, headline: Sight) -> bool:
    """Whether the words of a heading may be a column's name above this headline."""
    text = unspaced(heading.text)
    if not _NO_NAME.isdisjoint(heading.evidence) or _TELLS.search(text):
        return False
    return _is_series(text) or (len(heading.text.split()) == 1 and _SHORT_NAME.fullmatch(text) is not None)


def _leads(text: str) -> bool:
    """Whether a line leads on to the one below: `探访老城小区——`."""
    return text.rstrip().endswith(("——", "――", "－－"))


def _may_be_kicker(sight: Sight) -> bool:
    """Whether a plain line may be a kicker that lost its mark."""
    return (
        sight.shape == "text"
        and "short_line" in sight.evidence
        and sight.size <= _LONGEST_KICKER
        and _NO_KICKER.isdisjoint(sight.evidence)
    )


def _name(sight: Sight, below: list[Sight] | None = None) -> None:
    """A heading is a column's name; so the two below it are no second and third of three."""
    sight.withdraw("label_size")
    sight.evidence.append("column_above")
    for line in below or ():
        line.withdraw(*_OF_THREE)


_OF_THREE = ("three_alike_1", "three_alike_2", "three_alike_3", "first_of_three", "middle_of_three", "last_of_three")


def _kicker(sight: Sight) -> None:
    if "plain_kicker" not in sight.evidence:
        sight.withdraw("under_heading")
        sight.evidence.append("plain_kicker")

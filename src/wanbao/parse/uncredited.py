"""Captions that credit nobody: the other pictures of a credit that stands for several, and pairs of what is shown.

`集市上的竹编。`, then at the next picture `老邱在削竹篾。　以上图片均为本报记者周晓摄`: who took both.
`宋代青瓷盏。`, `宋代青瓷盏剖面图。`: one thing, photographed and drawn.
`1、市集一景。`, `2、老邱在削竹篾。周晓 摄`: numbers that end with a credit.
`护栏缺了一大块` below a headline, `何静/文 周晓/图` below it: who took what it shows.
"""

from __future__ import annotations

from wanbao.parse.row import Row
from wanbao.parse.sight import AUTHORS, Sight
from wanbao.patterns import HAN, regex

_FOR_SEVERAL = regex(r"(?:以上|上述)(?:[两二三四五六七八九\d][幅张]|[幅张组])?(?:图片|照片|图|照)(?!.{0,6}除)")
_FARTHEST = 40
"""So many pieces above at most stands the other picture of a story."""
_LONGEST = 40
_PICTURED = frozenset(
    (
        *("credit", "credit_line", "picture_title", "circled", "shared_credit", "after_image", "picture_start"),
        *("of_photographer", "stands_where", "before_dateline", "caption_begun"),
    )
)
"""Evidence of a caption."""
_SHOWN = regex(rf"[{HAN}A-Za-z\d·“”《》、（）()]{{4,38}}。")
"""One clause and nothing else."""
_TOLD = regex(
    "[了说称据是没不也都还却已就每才她他它我你]|曾|介绍|表示|认为|希望|记者|如今|近年|[去今明当]年|以来|将|延长|扩大|提高|减少|增加|实现"
)
"""Words of a tale or a report."""
_DRAWN = "线描|示意|效果|平面|剖面|结构|手绘|复原|测绘|设计|素描|速写|立体|解剖|局部"
_KIND = regex(rf"(?:{_DRAWN})图?。?$")
"""What somebody drew of a thing."""
_KIND_LAST = frozenset("图。").union(word[-1] for word in _DRAWN.split("|"))
"""With what that ends."""
_LEAST_SAME = 4
_TELLING = frozenset(("short_line", "under_heading", "credit_line", "credit"))
"""Evidence without which a longer text tells nothing here."""


def find_uncredited(row: Row) -> None:
    """Captions that only their words, their place or another caption tells."""
    for index, sight in enumerate(row.solid):
        if sight.size > _LONGEST and _TELLING.isdisjoint(sight.evidence):
            continue
        _by_itself(row, index)
        if "credit" in sight.evidence and (number := _NUMBER.match(sight.text)):
            _numbered_above(row, index, int(number[1]))
        if "credit" in sight.evidence and _FOR_SEVERAL.search(sight.text, max(0, sight.size - _LONGEST)):
            _other_picture(row, index)
        elif "credit_line" in sight.evidence and index and _FOR_SEVERAL.match(sight.text):
            if "credit" in row.solid[index - 1].evidence:
                _other_picture(row, index - 1)
        elif sight.size <= _LONGEST and index and _shows_kind(sight):
            for other in (row.solid[index - 1], row.after(index)):
                if other is not None and _same_thing(sight, other):
                    sight.evidence.append("shown_too")
                    other.evidence.append("shown_too")


def _by_itself(row: Row, index: int) -> None:
    """What a line's own words and the lines right beside it tell."""
    sight = row.solid[index]
    if "short_line" in sight.evidence and index and _shows_action(row.solid[index - 1], sight):
        sight.evidence.append("shows_action")
    elif "under_heading" in sight.evidence and _is_above_pictured(row, index):
        sight.evidence.append("above_pictured")
    if "credit_line" in sight.evidence and _is_left_of_picture(row, index):
        sight.evidence.append("credits_nobody")


def _is_left_of_picture(row: Row, index: int) -> bool:
    """Whether a credit names nobody, right below a heading, and what stands below it is more than a picture's words."""
    sight, below = row.solid[index], row.after(index)
    under = index > 0 and row.solid[index - 1].is_heading
    alone = below is not None and "credit_above" in below.evidence
    return under and not alone and sight.credit is not None and not sight.credit.credits


def _shows_action(above: Sight, sight: Sight) -> bool:
    """Whether a plain line below a heading or a whole text says what somebody is just doing, or whose picture it is."""
    whole = above.is_heading or above.text.rstrip()[-1:] in _ENDS
    return (
        whole and not sight.is_heading and sight.size <= _LONGEST and _ACTION.fullmatch(sight.text.strip()) is not None
    )


_ENDS = frozenset("。！？”")
"""How a whole text ends."""
_VISIBLE = "接受|展示|检查|排队|等候|表演|演示|整理|练习|训练|挑选|采摘|喂|玩耍|清理|抢修|打扫|搬运|休息|体验|查看|介绍"
_ACTION = regex(
    rf"[{HAN}“”·]{{2,12}}正在[{HAN}]{{0,6}}(?:{_VISIBLE})[{HAN}“”]{{0,8}}"
    rf"|[{HAN}]{{0,6}}(?:监控|镜头|摄像头|记录仪|手机)[{HAN}]{{0,4}}(?:拍下|拍到|记录)[{HAN}“”·\d]{{4,20}}的画面"
)
"""`小狗正在接受疫苗注射`, `监控拍下男子撬锁的画面`; not `广东正在成为高地`."""


def _is_above_pictured(row: Row, index: int) -> bool:
    """Whether one clause stands right below a headline, above the line of authors of whom one took pictures."""
    below = row.after(index)
    if not index or not row.solid[index - 1].is_heading or below is None or len(row.solid[index].text.split()) > 1:
        return False
    return "byline" in below.evidence and names_photographer(below)


_PHOTOGRAPHER = regex("(?:摄影|图片)\\s?[:：/]")


def names_photographer(sight: Sight) -> bool:
    """Whether the author line, or the by-line that opens a text, says who took the pictures."""
    found = sight.byline or sight.opening
    if found is None:
        return "letter_from" in sight.evidence and _PHOTOGRAPHER.search(sight.text) is not None
    return any(who.role == "photographer" for who in found.credits)


_NUMBER = regex(r"([1-9])(?:、|[.．](?!\d))")
"""The number of a picture."""


def _numbered_above(row: Row, index: int, number: int) -> None:
    """The captions with lower numbers above one with a credit."""
    while index and number > 1:
        index, number = index - 1, number - 1
        sight = row.solid[index]
        found = _NUMBER.match(sight.text) if sight.shape == "text" and sight.size <= 2 * _LONGEST else None
        if found is None or int(found[1]) != number:
            break
        if "credit" not in sight.evidence:
            sight.evidence.append("shown_too")


def _shows_kind(sight: Sight) -> bool:
    """Whether a caption ends with what somebody drew."""
    return sight.text[-1] in _KIND_LAST and _KIND.search(sight.text, max(0, sight.size - 4)) is not None


def _other_picture(row: Row, index: int) -> None:
    """Of a credit for several pictures the one whose words stand right above, or first in the story: where no other is
    known."""
    first = max(0, index - _FARTHEST)
    place = next((n for n in range(index - 1, first - 1, -1) if row.solid[n].is_heading), first - 1) + 1
    story = row.solid[place:index]
    if any(not _PICTURED.isdisjoint(sight.evidence) for sight in story):
        return
    texts = [sight for sight in story if AUTHORS.isdisjoint(sight.evidence)]
    for sight in (*texts[-1:], *texts[:1]):
        if _may_show(sight):
            sight.evidence.append("shown_too")
            return


def _may_show(sight: Sight) -> bool:
    """Whether a text is one short clause about what may be seen."""
    if sight.shape != "text" or sight.size > _LONGEST or sight.opening or sight.sign:
        return False
    return _SHOWN.fullmatch(sight.text.strip()) is not None and _TOLD.search(sight.text) is None


def _same_thing(drawn: Sight, sight: Sight) -> bool:
    """Whether two short texts name one thing, once as drawn: they begin alike, to the end of the shorter."""
    if not (_may_show(drawn) and _may_show(sight)) or not AUTHORS.isdisjoint(sight.evidence):
        return False
    name = sight.text.strip().rstrip("。")
    return len(name) >= _LEAST_SAME and drawn.text.strip().startswith(name)

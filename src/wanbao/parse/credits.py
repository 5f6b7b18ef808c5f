"""Who took a picture: the credit at the end of a caption, or a line that credits several."""

from __future__ import annotations

import re

from msgspec.structs import replace

from wanbao.credited import Byline, Credit
from wanbao.nameforms import ORGANISATION, is_sounded, looks_like_name
from wanbao.names import Grammar
from wanbao.parse.agency_credits import from_agency
from wanbao.parse.behind_credits import until_credit
from wanbao.parse.credit_starts import READERS, credit_start
from wanbao.parse.endings import Ending
from wanbao.parse.shared_credits import shared_credit, shared_start
from wanbao.parse.sight import Sight
from wanbao.patterns import HAN, regex
from wanbao.text import fold, unspaced

_CREDIT_ENDS = frozenset("摄影图绘画供拍提料发片照制社觉透新联国稿络CGPo")
_ART_ENDS = frozenset("作剪刻书")
_PREFIX_HINT = regex(r"本[版组文栏][图照摄]|(?:[图摄影片拍源文者像画])\s?[/／:：|｜]")
_BEHIND_WORD = regex("[/:：／｜|本]")
"""What such words have in them or behind them."""
_FAR = "宏鸿雄大远展壮永绘版巴"
"""Letters before 图 in given names: `王宏图`, `阿木巴图`; behind others it is the word, `记者何静图`."""
_CREDIT_END = regex(
    r"(?P<photo>(?:[/\s]|文图|图文)?\s?(?:摄影报道|摄(?:影)?\s?[/、]\s?(?:文|报道)|摄影|摄|供图|翻[拍摄]|拍摄|航拍|提供))"
    r"|(?P<art>(?:绘|画|作|剪|刻|书|制图|绘图|漫画))"
    rf"|(?P<alone>(?<=\s)图|(?<=[^文]/)图|(?:(?<=记者[{HAN}]{{2}})|(?<=记者[\s{HAN}][{HAN}]{{2}}))(?<![{_FAR}])图)"
    r"|(?P<stock>(?:人民视觉|视觉中国|东方IC|IC\s?photo)(?:供图|图片?)?"
    r"|(?:新华社发)?(?:路透社|美联社|法新社|共同社|塔斯社)照片|图(?:源|片(?:来自|来源于|源自))网络"
    r"|(?:资料|传真|压题|网络|视频|监控|手机|微信|效果|示意|配|本报|新华社|视觉中国|IC)\s?"
    r"(?:图片?|照片?|截图|发|供图|稿))"
)
"""`摄`, `/摄影`, `绘`, ` 图`, `视觉中国供图`, `资料图片`: with what a credit ends."""
_LONGEST_WORD = 20
"""No word that ends a credit is longer, with its bracket."""
_CREDIT_TAIL = regex(rf"(?:{_CREDIT_END.pattern})\s?[）)]?。?$")
_PREFIX_CREDIT = regex(
    r"(?:图片?|照片(?!.*摄$)|摄影者?|摄像|影像|拍摄者?|供图|[航翻]拍|图片提供|图片来源|图源"
    r"|漫画|绘[图画]|制图|插[图画]|摄(?!/报道)|图/文|文/图|图文|文图)"
    rf"\s?[/:：|]\s?(?:[{HAN}]{{2,10}}\s?)?[{HAN}·\s、]{{2,20}}$"
    rf"|(?:图/文|文/图)\s(?=[{HAN}]{{0,12}}(?:记者|通讯员)\s?[{HAN}])[{HAN}·\s、]{{4,40}}$"
)
"""`图/何静`, `摄影：周晓 林可`, `文/图 本报记者 何静`: who took it, behind the word that says so."""
_GIVEN_PICTURE = regex(
    rf"(?<![{HAN}A-Za-z0-9])[(]?(?:本[版文组]?)?(?:图片|照片|图)均?由([{HAN}A-Za-z]{{2,20}})提供[)]?$"
)
_ALL_PHOTOS = regex(
    rf"本[栏版组文]?[{HAN}]{{0,6}}(?:图片|照片|摄影(?!师|记者)|图)[{HAN}]{{0,3}}?[均由为]*"
    rf"(?P<names>[{HAN}·、\s]{{2,20}})摄(?:影)?"
)
"""`本版图片均由何静摄`, `本文照片 何静 摄`."""


def _no_name(text: str) -> bool:
    """Whether letters before 摄 or 画 cannot be a name: 他喜欢摄影, 画了一幅画."""
    if text[0] == "那" and len(text) == 3:
        return text[1] in "年时天个次里些位是"  # 那 is a surname as well
    return text[0] in "他她我你它这那" or (
        len(text) > 3 and not looks_like_name(text) and not is_sounded(text) and "·" not in text
    )


_REACH = 60
"""No credit is longer."""


def credit(text: str, grammar: Grammar) -> Ending | None:
    """The credit that ends a caption (`本报记者 张三 摄`, `（李四供图）`), or None where the text ends otherwise."""
    if text[-1] not in "。！？”":
        goes_on = len(text) > _LONGEST_CAPTION or text.startswith(_LAST_OF_STORY)
        if goes_on and text[-1] in "摄图）)" and _SIGNED_TOO.search(text, len(text) - _LAST):
            return None
        if text[0] in "图上下左右▲" and text[-1] in "）)" and (both := _DESCRIBED.search(text)):
            byline = grammar.read(both["who"])
            return Ending(both.start(1), byline.credits, True) if byline and byline.explicit else None
        if "拍摄的" in text[:_SHOT_WITHIN] and (shot := _SHOT.search(text)) and (byline := grammar.read(shot["who"])):
            took = tuple(replace(who, role="photographer") for who in byline.credits)
            return Ending(shot.start("who"), took, True)
        text = _plainly_ended(text)
    end = text[-_REACH:]
    last = end.rstrip("）)。 ")[-1:]
    if last in "作绘书刻剪画" and (art := _artwork(text, grammar)):
        return art
    near = end[-20:]
    by_word = ("影" in near and "摄影" in near) or ("机" in near and "无人机" in near)
    if not by_word and not _may_credit(end, last):
        return None
    tail = fold(end)
    found = (_by_photographer(tail, grammar) if by_word else None) or _in_tail(tail, grammar)
    return Ending(found.start + len(text) - len(tail), found.credits, found.explicit) if found else None


def _plainly_ended(text: str) -> str:
    """A text that ends with no sentence, without what may stand behind its credit, and dots or square brackets around
    that."""
    if text[-1] in "·•" and (dotted := text.rstrip("·•").rfind("·", 0, -4)) > 0:
        text = f"{text[:dotted]} {text[dotted + 1 : -1]}"
    if text[-1] not in "。！？”":
        text = until_credit(text)
    if text[-1:] == "】" and (opened := text.rfind("【", max(0, len(text) - 40))) > 0:
        text = f"{text[:opened]}（{text[opened + 1 : -1]}）"
    return text


_LONGEST_CAPTION, _LAST = 60, 8
_LAST_OF_STORY = ("目前", "据悉", "据了解", "随后", "最终", "截至发稿", "截至记者发稿", "截至昨")
"""With what the last paragraph of a story begins, and no caption."""
_SIGNED_TOO = regex(r"文\s?[/／、]\s?[图摄][）)]?$")
"""`（晚报记者 何静 文/摄）` behind a text longer than that signs it; behind a short one it credits the picture."""


_DESCRIBED = regex(
    r"^(?:图为(?!什么|何)|图[：:①-⑨]|[上下左右]图|▲)[^\n]{6,160}?(\s?[（(](?P<who>[^（）()]{4,30}文\s?/\s?图)[）)])$"
)
"""`图为市民在选购海鲜（记者 何静 文/图）`: the words of a picture, signed by who wrote the story too."""


_SHOT_WITHIN = 24
_SHOT = regex(
    rf"^(?:[（(][^（）()]{{2,12}}[）)])?(?:这是)?(?:\d{{4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}日(?:在[^，。]{{2,10}})?拍摄的[^\n]{{6,200}}?[。！？”]\s?"
    rf"(?P<who>(?:本报|新华社|[{HAN}]{{2,4}}报)[{HAN}]{{0,4}}记者\s?[{HAN}]{{2,3}})$"
)
"""`9月17日拍摄的南湖公园内的王莲。…本报记者何静`: the words of a picture, with who took it and no word for that."""


def credit_of(sight: Sight, grammar: Grammar) -> Ending | None:
    """The credit that ends the text of a piece: a form of author line may ask for it before the caption does."""
    if sight.ending is None:
        sight.ending = credit(sight.text, grammar) or _NO_ENDING
    return None if sight.ending is _NO_ENDING else sight.ending


_NO_ENDING = Ending(-1, (), False)


def _by_photographer(tail: str, grammar: Grammar) -> Ending | None:
    """`特约摄影 李江`: nothing stands behind the name."""
    found = _PHOTOGRAPHER.search(tail)
    names = _in_form(grammar.read(found.group("names"))) if found else ()
    if found is None or not names:
        return None
    word = unspaced(found.group("word"))
    return Ending(found.start(1), tuple(replace(who, role="photographer", role_printed=word) for who in names), True)


def _artwork(text: str, grammar: Grammar) -> Ending | None:
    """`雨后荷塘（水彩） 黎映红 作`, `“你出汗太多！”（周晓作）`."""
    art = _ARTWORK.search(text, max(0, len(text) - 30)) or _DRAWN.search(text, max(0, len(text) - 12))
    names = _in_form(grammar.read(art["names"])) if art else ()
    if art is None or not names:
        return None
    artists = tuple(replace(who, role="artist", role_printed=art["word"]) for who in names)
    return Ending(art.start("credit"), artists, True)


def _may_credit(text: str, last: str) -> bool:
    """Whether the letters at the end (`last` without brackets and stops) can be those of a credit: a cheap look."""
    if last in _CREDIT_ENDS or (last in _ART_ENDS and text[-1] in "）)") or "图据" in text[-12:]:
        return True
    first = max(0, len(text) - 36)  # a credit may stand behind its word: `图/李四`, `本版摄影 王五`
    if not _BEHIND_WORD.search(text, first):
        return False
    return _PREFIX_HINT.search(text, first) is not None or text.endswith(("摄/报道", "摄/报道）"))


def _in_tail(tail: str, grammar: Grammar) -> Ending | None:
    """The credit in the folded end of a text: an agency's, one for several pictures, one behind or before its word."""
    if found := from_agency(tail):
        return found
    begin = shared_start(tail)
    shared = shared_credit(tail[begin:].strip("() 。"), grammar) if begin >= 0 else None
    if shared is not None:
        return Ending(begin, shared, True)
    if ("提供" in tail[-4:] or "供图" in tail[-4:]) and "(" in tail and _WRITER_AND_GIVER.search(tail):
        return None
    if prefixed := _prefix(tail):
        return _behind_word(prefixed, grammar)
    if not _CREDIT_TAIL.search(tail, max(0, len(tail) - _LONGEST_WORD)):
        return None
    if given := _GIVEN_PICTURE.search(tail.rstrip("。")):
        return Ending(given.start(), _in_form(grammar.read(f"{_apart(given.group(1))} 供图")), True)
    return _before_word(tail, credit_start(tail), grammar)


def _apart(giver: str) -> str:
    """A body and who gave the picture there, parted: `海角学校李颖` → `海角学校 李颖`."""
    for size in (3, 2):
        body, name = giver[:-size], giver[-size:]
        if ORGANISATION.search(body) and looks_like_name(name):
            return f"{body} {name}"
    return giver


def _prefix(tail: str) -> re.Match[str] | None:
    """A credit behind its word that begins the tail or follows a sentence: `图/李四`."""
    if _WORD_MARKS.isdisjoint(tail[-36:]):
        return None
    found = _PREFIX_CREDIT.search(tail.rstrip(")") if tail[-1] == ")" else tail)
    if found is None or (tail[-1] == ")" and tail[found.start() - 1] != "("):
        return None
    return found if found.start() == 0 or tail[found.start() - 1] in _BEFORE_WORD else None


_WORD_MARKS = frozenset("/:|")
"""What stands between a word and whom it credits, where the word comes first."""
_BEFORE_WORD = frozenset(" 。)!?”(□■●◆◎○▲")


def _behind_word(prefixed: re.Match[str], grammar: Grammar) -> Ending | None:
    """Who is credited behind a word."""
    bracketed = prefixed.string[prefixed.start() - 1 : prefixed.start()] == "("
    start = prefixed.start() - bracketed
    byline = grammar.read(prefixed.group().replace("照片", "图片").replace("|", "/"))
    if "源" in prefixed.group()[:4]:
        return Ending(start, (), True)
    if byline is None and prefixed.group().startswith(("供图", "图片提供")):
        return Ending(start, (), True)  # 供图：市图书馆
    return Ending(start, byline.credits, True) if byline else None


def _before_word(tail: str, start: int, grammar: Grammar) -> Ending | None:
    """Who is credited from `start` of the tail on, before a word such as 摄 or 供图."""
    inside = _names_before_word(tail[start:])
    if inside.endswith("提供") and "由" in inside:
        return None  # 奖品由商家提供
    if inside.endswith("提供") and tail.rstrip()[-1] == "。" and not ("图" in inside or "照" in inside):
        return None  # 不得向他人提供。
    if _names_nobody(inside, grammar):
        return Ending(start, (), True)
    inside = _GLUED_PICTURE.sub(r"\1 图", _BY_READER.sub("", inside))
    if _GIVEN_BY_NAME.fullmatch(inside) and looks_like_name(inside[:-2].strip()):
        inside = f"{inside[:-2]}供图"
    byline = grammar.read(inside)
    bracketed = tail[start] in "(（"
    if bracketed and inside.endswith("供图") and re.fullmatch(rf"[{HAN}]{{4,14}}供图", inside):
        return Ending(start, _in_form(byline), True)
    certain = bracketed and _NAME_AND_WORD.fullmatch(inside) is not None
    if byline is None or (not byline.explicit and not certain and any(_no_name(who.name) for who in byline.credits)):
        return None
    return _pictures(start, byline, inside)


def _names_before_word(printed: str) -> str:
    """The names and the word of a printed credit, without brackets and what is printed before them."""
    inside = printed.strip().rstrip("。").strip("() ").rstrip("。")
    everything = _ALL_PHOTOS.fullmatch(inside)
    if everything:
        inside = everything.group("names") + "摄"
    inside = _BEFORE_CREDIT.sub("", inside)
    if "发(" in inside:
        inside = inside[inside.index("(") + 1 :]
    for kind_of_picture in ("摄)(", "摄("):
        if kind_of_picture in inside:
            return inside[: inside.index(kind_of_picture) + 1]
    return inside


def _names_nobody(inside: str, grammar: Grammar) -> bool:
    """Whether a credit names a stock of pictures or an office, but nobody: `资料图片`, `市气象局供图`."""
    return (
        _CREDIT_END.fullmatch(inside) is not None
        or _STOCK_ONLY.fullmatch(inside) is not None
        or (_GIVEN_BY.fullmatch(inside) is not None and not grammar.read(inside))
    )


def _in_form(byline: Byline | None) -> tuple[Credit, ...]:
    """Those whose names have the form of a name."""
    return tuple(who for who in byline.credits if looks_like_name(who.name)) if byline else ()


def _pictures(start: int, byline: Byline, inside: str) -> Ending | None:
    """Those of a read credit who took or gave the picture; None where it signs the story as well."""
    if _also_written(byline):
        return None  # （记者 李江 图片由记者 周晓 摄）, 李江 文 周晓 摄
    pictures = tuple(who for who in byline.credits if who.role in ("photographer", "artist"))
    if byline.explicit and pictures and _WROTE_TOO.search(inside):
        return Ending(start, byline.credits, True)
    if not byline.explicit and inside.endswith(("供图", "提供")):
        named = tuple(who for who in pictures if looks_like_name(who.name) or "·" in who.name)
        return Ending(start, named, True)
    return Ending(start, pictures, True) if pictures or not byline.credits else None


_WROTE_TOO = regex(r"摄(?:影)?\s?[/、]\s?文$")
"""`通讯员 李江 摄/文`: of a picture that is all there is to read, he wrote the words too."""


def _also_written(byline: Byline) -> bool:
    """Whether somebody in it wrote and took no picture."""
    took = {who.name for who in byline.credits if who.role in ("photographer", "artist")}
    wrote = [who for who in byline.credits if who.role == "reporter" or (who.role == "author" and not who.organisation)]
    return bool(took) and any(who.name not in took for who in wrote if byline.explicit or who.role_printed == "文")


_ARTWORK = regex(
    r"[(（](?:水彩|水粉|油画|国画|中国画|版画|剪纸|书法|篆刻|素描|速写|漫画|儿童画|农民画|烙画)"
    r"[^()（）]{0,6}[)）]\s?"
    rf"(?P<credit>(?P<names>[{HAN}]{{2,4}}(?:[\s、][{HAN}]{{1,4}})?)\s?(?P<word>作|绘|书|刻|剪))$"
)
"""`雨后荷塘（水彩） 黎映红 作`: a picture, how it is made, and by whom."""
_DRAWN = regex(rf"(?<=”)\s?(?P<credit>[(（](?P<names>[{HAN}]{{2,4}})(?P<word>作|绘|画)[)）])$")
"""`“你出汗太多！”（周晓作）`: what is said in a cartoon, and who drew it."""
_WRITER_AND_GIVER = regex(
    rf"\([{HAN}]{{0,8}}(?:记者|通讯员)\s?[{HAN}\s、]{{2,16}}\s(?:图片?\s?[/:]?\s?)?由?[{HAN}]{{3,10}}"
    r"(?:供图|提供)\s?\)$"
)
"""`（记者 李江 图片由市图书馆提供）`: who wrote the story, and a body that gave the picture."""
_GIVEN_BY_NAME = regex(rf"[{HAN}]{{2,3}}\s?提供")
"""`周晓提供`"""
_BY_READER = regex(rf"^(?:{'|'.join(sorted(READERS))})[\s:]{{1,2}}(?=\S)")
"""`读者 何春来 摄`: one of the readers took it."""
_GLUED_PICTURE = regex(rf"(记者\s?[{HAN}]{{1,2}}[{HAN}])(?<![{_FAR}])图$")
"""`记者 何静图`"""
_NAME_AND_WORD = regex(rf"[{HAN}]{{2,6}}\s(?:摄|摄影)")
"""`（阿鲁拉日 摄）`: in brackets and set apart from 摄 any letters are a name."""
_BEFORE_CREDIT = regex(
    rf"^(?:[①-⑳]\s?\d{{0,2}}|[{HAN}]{{2,5}}[网社报]发\s"
    r"|\(?(?:资料|无人机|手机|视频)(?:照片|图片|图(?!片))\)?\s?"
    r"|(?:压题|题头|题图|配|本[版文栏])?(?:照片|图片|照|图)(?::|均?[由为](?!本[版文]))"
    r"|(?:压题|题头)(?:照片|图片?)|题图)\s?(?=\S)"
)
"""`⑧3张晓 摄`, `（海角网发 市消防支队供图）`: a mark of the make-up, or who passed the picture on."""
_GIVEN_BY = regex(
    rf"[{HAN}]{{2,12}}(?:\s?(?:供图|提供|资料图片?|发)|\s图|(?<=[社局馆网队台院校部司心方者室])图)"
    r"|(?:市民|读者|网友|村民|居民|游客|(?:本报)?记者)\s?(?:拍摄|摄)"
)
"""`市消防支队供图`, `海州市供电局图`, `市民拍摄`: who gave a picture."""
_STOCK_ONLY = regex(rf"(?:本报)?资料(?:图片?|照片)|[{HAN}]{{2,8}}(?:日报|晚报|报社|时报|通讯社)\s?摄")
_PHOTOGRAPHER = regex(
    r"(?:^|(?<=[。!?”\s)]))((?:[■□●]\s?(?=(?:特约|本报|首席){0,2}摄影(?:师|记者)))?\(?(?P<word>"
    rf"(?:(?:特约|本报|本刊|签约|首席){{0,2}}摄影(?:师|记者)?|无人机(?:航拍|拍摄))\s?[:/]?"
    rf"(?:\s?(?:[{HAN}]{{2,8}})?(?:记者|通讯员))?)\s?[:/]?\s?"
    rf"(?P<names>[{HAN}]{{2,4}}(?:[\s、][{HAN}]{{2,4}}){{0,2}})\)?)$"
)
"""`本报摄影记者 何静`, `（摄影：何静 周晓）`: the whole credit, or what stands behind the last sentence."""

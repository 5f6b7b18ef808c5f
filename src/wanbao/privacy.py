"""Numbers that are nobody's business: identity cards, and private mobile telephones, hidden from readers.

Papers print them in small advertisements, lost notices and calls for help, where on paper a few read them for a day. An
archive is searched for ever, so its readers see `440902************` and `138****5678` instead, in pages, search, feeds
and data alike. The source keeps what was printed, and so does its view (原文对照). Left alone are hotlines and whatever
number an office says is for asking or calling it, sums of money, and numbers of documents and accounts.

`mask` in newspaper.yml says which kinds are hidden; those that are not are still found, and noted (I124).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from wanbao.errors import Note
from wanbao.patterns import regex
from wanbao.records import Article, Page, Passage

_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ－＋　", "0123456789Xx-+ ")
"""Full-width digits and what stands among them in half width, place for place."""
_FEWEST: Final = 11
"""How many digits such a number has at least."""
_MAY_HOLD = regex(r"[0-9０-９](?:[-－\s]{0,2}[0-9０-９]){10}")
"""What a text without any such number has not; most have none."""
_MOBILE = regex(r"(?<![0-9A-Za-z.])(?:\+?86[- ]?)?1[3-9][0-9]([- ]?)([0-9]{4})\1[0-9]{4}(?![0-9A-Za-z])")
"""`13800138000`, `138-0013-8000`, `+8613800138000`; what is hidden is the second group."""
_IDENTITY = regex(r"(?<![0-9A-Za-z])[1-9][0-9]{5} ?((?:18|19|20)[0-9]{6} ?[0-9]{3}[0-9Xx])(?![0-9A-Za-z])")
"""`440902199001011233`: where somebody is registered, the day of birth, a number, a check digit (GB 11643—1999)."""
_OLD_IDENTITY = regex(r"(?<![0-9A-Za-z])[1-9][0-9]{5} ?([0-9]{9})(?![0-9A-Za-z])")
"""`440902900101123`: before 1999 they had no check digit; without the word nothing tells them from other numbers."""
_SAYS_IDENTITY = regex(r"身份证|公民身份号码|身分證|身份證|公民身份號碼")
_OFFICE = regex(
    r"热线|專線|专线|熱線|客服|总机|總機|"
    r"(?:举报|投诉|报警|咨询|报名|服务|监督|订报|预约|求助|新闻|爆料|报料|救援|值班|办公室?|招聘|订餐|订票|售票|广告|发行|编辑部|"
    r"舉報|投訴|報警|諮詢|報名|服務|監督|訂報|預約|新聞|廣告|發行|編輯部)(?:联系|聯繫)?(?:电话|電話|手机|手機)"
)
"""`新闻热线`, `报名电话`, `广告联系手机`: who asks to be called is an office, not a person."""
_OTHER_NUMBER = regex(
    r"(?:编号|单号|账号|帐号|卡号|证号|合同|批号|注册号|單號|帳號|卡號|證號|批號|註冊號|QQ|第)[^0-9]{0,3}\Z"
)
"""`合同编号：`, `账号 `: right before a number of another kind."""
_MEASURE = regex(r"\s?(?:[元万萬亿億吨噸]|人次|公里|平方|立方)")
"""What follows a sum or a count: `13800138000元`."""
_SENTENCE_END = regex(r"[。！？；!?;\n]")
_BETWEEN = "0123456789*、，,/和或及()（）:： -"
"""What stands between numbers that are given together: `报名电话：13800138000、13900139000`."""
_AROUND = 40
"""How many characters before a number may tell whose it is."""
_NEAR = 8
"""How many may say that it is a number of another kind."""
_CHECKED_SIZE = 18
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
"""How long a number with a check digit is, and how that is told (ISO 7064, MOD 11-2)."""
_PRIVATE_KINDS = ("ad", "notice")
"""The furniture in which a mobile telephone is mostly a person's."""
_NAMES = {"identity": "an identity-card number", "mobile": "a mobile telephone number"}

Found = tuple[str, int, int]
"""A kind (`identity` or `mobile`), and where what is to be hidden begins and ends."""


def masked(page: Page, text: str, kinds: tuple[str, ...]) -> tuple[Page, tuple[Note, ...]]:
    """The page as readers may see it, numbers of these kinds hidden, with a note (I124) for every kind in every piece
    of its articles; `text` is that of its source."""
    if not _MAY_HOLD.search(text):
        return page, ()
    notes = tuple(note for article in page.articles for note in _noted(article, page.source, kinds))
    hide = _hider(kinds)
    articles = tuple(_hidden(article, hide) for article in page.articles)
    return replace(page, articles=articles, furniture=_furniture(page, kinds)), notes


def numbers_in(text: str) -> Iterator[Found]:
    """The numbers of a text that are nobody's business, each where it has to be hidden."""
    if len(text) < _FEWEST or not _MAY_HOLD.search(text):
        return
    narrow = text.translate(_NARROW)
    cards = [*_IDENTITY.finditer(narrow), *_OLD_IDENTITY.finditer(narrow)]
    places = [found.span(1) for found in cards if _is_card(narrow, found)]
    yield from (("identity", start, end) for start, end in places)
    for found in _MOBILE.finditer(_starred(narrow, places)):
        if _is_private(narrow, found):
            yield "mobile", *found.span(2)


def _starred(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The text with stars for the letters and digits of these places."""
    parts, done = [], 0
    for start, end in sorted(places):
        parts += [text[done:start], "".join("*" if char.isalnum() else char for char in text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def _is_card(text: str, found: re.Match[str]) -> bool:
    """Whether a number that looks like an identity card's is one: its digits agree, or the text says so."""
    digits = found[0].replace(" ", "").upper()
    return (len(digits) == _CHECKED_SIZE and _is_right(digits)) or bool(
        _SAYS_IDENTITY.search(_before(text, found.start()))
    )


def _before(text: str, at: int) -> str:
    """What stands before a place in its sentence, other numbers apart."""
    before = text[max(0, at - 2 * _AROUND) : at].rstrip(_BETWEEN)[-_AROUND:]
    return _SENTENCE_END.split(before)[-1]


def _is_right(number: str) -> bool:
    """Whether the digits of an identity card are a day of birth and agree with its check digit (ISO 7064, MOD 11-2)."""
    if not (1 <= int(number[10:12]) <= 12 and 1 <= int(number[12:14]) <= 31):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return number[17] == _CHECKS[total % 11]


def _is_private(text: str, found: re.Match[str]) -> bool:
    """Whether a number that looks like a mobile telephone is one, and not one that an office asks to be called at."""
    before = text[max(0, found.start() - _NEAR) : found.start()]
    if _MEASURE.match(text, found.end()) or _OTHER_NUMBER.search(before):
        return False
    return not _OFFICE.search(_before(text, found.start()))


def _hider(kinds: tuple[str, ...]) -> Callable[[str], str]:
    """What hides numbers of these kinds in a text, character for character."""

    def hide(text: str) -> str:
        return _starred(text, [(start, end) for kind, start, end in numbers_in(text) if kind in kinds])

    return hide


def _hidden(article: Article, hide: Callable[[str], str]) -> Article:
    """The article as readers may see it."""

    def all_of(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(hide, texts))

    return replace(
        article,
        kicker=hide(article.kicker),
        headline=hide(article.headline),
        deck=hide(article.deck),
        headline_lines=all_of(article.headline_lines),
        kicker_lines=all_of(article.kicker_lines),
        deck_lines=all_of(article.deck_lines),
        title=hide(article.title),
        bylines=all_of(article.bylines),
        body=tuple(_passage(passage, hide) for passage in article.body),
        signature=hide(article.signature),
        notes=tuple(
            replace(note, message=hide(note.message), taken=hide(note.taken), refused=hide(note.refused))
            for note in article.notes
        ),
    )


def _passage(passage: Passage, hide: Callable[[str], str]) -> Passage:
    return replace(
        passage,
        printed=hide(passage.printed),
        text=hide(passage.text),
        lead=hide(passage.lead),
        credit=hide(passage.credit),
        rows=tuple(tuple(replace(cell, text=hide(cell.text)) for cell in row) for row in passage.rows),
    )


def _furniture(page: Page, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """What was set aside, as readers may see it: telephones only in small advertisements and notices."""
    everywhere, elsewhere = _hider(kinds), _hider(tuple(kind for kind in kinds if kind != "mobile"))
    found = [block.kind for block in page.blocks if block.role in ("furniture", "column_label")]
    of_text = dict(zip(page.furniture, found, strict=False)) if len(found) == len(page.furniture) else {}
    return tuple(
        everywhere(text) if of_text.get(text) in _PRIVATE_KINDS else elsewhere(text) for text in page.furniture
    )


def _noted(article: Article, path: str, kinds: tuple[str, ...]) -> Iterator[Note]:
    """A note for every kind in every piece of an article."""
    pieces = [(" ".join((*article.kicker_lines, *article.headline_lines, *article.deck_lines)), article.first_line)]
    for passage in article.body:
        line = passage.spans[0].line if passage.spans else article.first_line
        pieces.append((f"{passage.lead} {passage.text}", line))
    pieces.append((article.signature, article.last_line))
    for text, line in pieces:
        for kind in dict.fromkeys(kind for kind, _, _ in numbers_in(text)):
            if kind in kinds:
                told, remedy = "is hidden from readers", f"write a `mask` without {kind} in newspaper.yml to show such"
            else:
                told, remedy = "is shown to readers", f"add {kind} to `mask` in newspaper.yml to hide such"
            yield Note("I124", f"{_NAMES[kind]} {told}", remedy, path, line)

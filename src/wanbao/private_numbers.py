"""Which numbers of a text are nobody's business, and which of the many that look like them are not.

The numbers of identity cards and mobile telephones are found however they are set apart. Whose a telephone is, the
words before it tell: an office or shop that asks to be called, or a person. Sums, and numbers of documents and
accounts, are neither.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from wanbao.errors import Record
from wanbao.patterns import regex

_NARROW = str.maketrans(
    "０１２３４５６７８９Ｘｘ×－―‐‑‒–—﹣＋．（）\u3000\xa0\u2002\u2003\u2009\u200b\u200c\u200d\u2060\ufeff",
    "0123456789XxX-------" + "-+.()" + " " * 10,
)
"""The digit, mark or blank that a character of a number stands for."""
_FEWEST: Final = 11
"""How many digits such a number has at least."""
_MAY_HOLD = regex(r"[0-9０-９](?:[^0-9０-９A-Za-z\u4e00-\u9fff]{0,2}[0-9０-９]){10}")
"""What a text without any such number has not; most have none."""
_MOBILE = regex(
    r"(?<![0-9])(?<![0-9]\.)(?:(?:\+|00)?86[-) ]{0,2}|0)?"
    r"(1[-* ]{0,2}[3-9](?:[-* ]{0,2}[0-9]){9}|1[3-9][0-9]\.[0-9]{4}\.[0-9]{4})(?![0-9]|\.[0-9])"
)
"""`13800138000`, `138-0013-8000`, `+86 138 00138000`, `1 3 8 0 …`."""
_IDENTITY = regex(r"(?<![0-9])([1-9](?:[-* ]{0,2}[0-9]){16}[-* ]{0,2}[0-9Xx])(?![0-9A-Za-z])")
"""`440902199001011233`: where somebody is registered, the day of birth, a number, a check digit (GB 11643—1999)."""
_OLD_IDENTITY = regex(r"(?<![0-9])([1-9](?:[-* ]{0,2}[0-9]){14})(?![0-9A-Za-z])")
"""`440902900101123`: before 1999 they had no check digit; without the word nothing tells them from other numbers."""
_BORN = regex(r"[0-9]{6}(?:18|19|20)[0-9]{9}[0-9X]")
"""Such a number of 18 digits by the century of birth in it."""
_BORN_EARLY = regex(r"[0-9]{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}")
"""One of 15 digits by the day of birth in it, `900101`."""
_SAYS_IDENTITY = regex(r"身份证|二代证|证件号|身份号码|身分證|身份證|證件號|身份號碼")
_SAYS_SO_BEHIND = regex(r" ?[(,，]? ?(?:身份证|身份證)")
"""`…(身份证)`: the word may stand behind the number as well."""
_NO_CARD = regex(
    r"(?:[账帐帳卡][号號]|[单單][号號]|注册号|註冊號|合同|批[号號]|执照号?|許可證|许可证|奖券|奖号码?|发票)[^0-9]{0,4}\Z"
)
"""`账号：`, `许可证 `: what stands right before a number that only has as many digits."""
_SAYS_PHONE = regex(
    r"电话|手机|致电|来电|拨打|联系|联络|微信|短信|電話|手機|來電|撥打|聯繫|聯絡|(?<![A-Za-z])(?:tel|phone|mobile|wechat|wx|vx)",
    re.IGNORECASE,
)
"""`电话：`, `微信 `, `Tel.`: a telephone is told, whatever stands behind it."""
_SAYS_PERSON = regex(r"先生|女士|小姐|老师|师傅|经理|同学|老師|師傅|經理|同學|[某总總]")
_LETTER = regex(r"[A-Za-z]\.?\Z")
"""The end of a word in letters: of `SN` the number is the rest, but `Tel.` says that it is a telephone."""
_SAYS_IN_LETTERS = regex(r"(?<![A-Za-z])(?:tel|phone|mobile|mob|wechat|wx|vx|t|m)\.?\Z", re.IGNORECASE)
_OFFICE = regex(
    r"热线|專線|专线|熱線|客服|总机|總機|(?:广告|发行|编辑|廣告|發行|編輯)部|派出所|"
    r"(?:举报|投诉|报警|咨询|报名|服务|监督|订报|预约|求助|新闻|爆料|报料|救援|值班|办公室?|招聘|订餐|订票|售票|广告|发行|"
    r"舉報|投訴|報警|諮詢|報名|服務|監督|訂報|預約|新聞|廣告|發行|"
    r"[所部站局院社店]|中心|公司|超市|商场|酒楼|酒家|宾馆|餐厅|门市|(?:居|村)委会)的?(?:联系|聯繫)?(?:电话|電話|手机|手機|微信)"
)
"""`新闻热线`, `报名电话`, `某某超市电话`: who asks to be called is an office or a shop, not a person."""
_THEN_A_PERSON = regex(r"[，,称说稱說映](?!联系人|聯繫人).*?(?:失主|先生|女士|小姐|某|本人|[他她其]的?[手电電])")
"""`拨打热线，称他的手机`: somebody called an office, and the number is of who called."""
_OTHER_NUMBER = regex(
    r"(?:编号|编码|代码|单号|(?<![宝信])[账帐]号|(?<!机)卡号|证号|合同|批号|注册号|序列号|流水号|工号|学号|户号|条形?码|专利号|奖号码?|"
    r"彩票号?|奖券号?|发票号?|票号|书号|刊号|户头|編號|單號|帳號|卡號|證號|批號|註冊號|QQ号?码?|No\.?|№)[^0-9话話机機信系电電]{0,3}\Z"
    r"|第\s?\Z",
    re.IGNORECASE,
)
"""`合同编号：`, `账号 `: right before a number of another kind."""
_MEASURE = regex(
    r"\s?(?:[美港日欧台歐]?[元圆圓]|[万萬亿億吨噸股斤米度]|人次|公[里斤顷頃]|千[瓦克米]|平方|立方)"
    r"(?!.?.?(?:先生|女士|小姐|老师|师傅|经理|老師|師傅|經理|[某总總]))"
)
"""What follows a sum or a count: `13800138000元`."""
_SENTENCE_END = regex(r"[。！？；!?;\n]|(?<![A-Za-z])\.(?![0-9])")
_BETWEEN = "0123456789*、，,/和或及()（）:： -"
"""What stands between numbers that are given together: `报名电话：13800138000、13900139000`."""
_AROUND = 40
"""How many characters before a number may tell whose it is."""
_NEAR = 12
"""How many may say that it is a number of another kind."""
_SET_APART = 3
"""How many blanks and hyphens a number has at most that is told by its digits alone."""
_SHORT = 80
"""The length of a text that may be nothing but a number."""
_CHECKED_SIZE = 18
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
"""How long a number with a check digit is, and how that is told (ISO 7064, MOD 11-2)."""


class Number(Record, frozen=True):
    """A number that may be nobody's business."""

    kind: Literal["identity", "mobile"]
    """Of what it is the number."""
    digits: str
    """The number without anything between its digits."""
    start: int
    """Where in the text that begins which has to be hidden from readers, should it be private."""
    end: int
    """Where that ends."""
    whose: Literal["private", "office", ""]
    """What the text says: a person's, or an office's that asks to be called; empty for a number of another kind."""


def numbers_in(text: str) -> tuple[Number, ...]:
    """The numbers of a text that look like those of identity cards and mobile telephones."""
    if len(text) < _FEWEST or not _MAY_HOLD.search(text):
        return ()
    narrow = text.translate(_NARROW)
    cards = [_card(narrow, found) for pattern in (_IDENTITY, _OLD_IDENTITY) for found in pattern.finditer(narrow)]
    cards = [card for card in cards if card.whose]
    rest = starred(narrow, cards)
    return (*cards, *(_telephone(rest, found) for found in _MOBILE.finditer(rest)))


def starred(text: str, numbers: list[Number]) -> str:
    """The text with stars for what is to be hidden of these numbers."""
    parts, done = [], 0
    for number in sorted(numbers, key=lambda number: number.start):
        hidden = text[number.start : number.end]
        parts += [text[done : number.start], "".join("*" if char.isalnum() or char == "×" else char for char in hidden)]
        done = number.end
    return "".join([*parts, text[done:]])


def _card(text: str, found: re.Match[str]) -> Number:
    """What looks like the number of an identity card: all but its place of issue is to be hidden."""
    digits, places = _parts(found)
    return Number("identity", digits, places[6], places[-1] + 1, "private" if _is_card(text, found, digits) else "")


def _telephone(text: str, found: re.Match[str]) -> Number:
    """What looks like a mobile telephone: the four digits in the middle are to be hidden."""
    digits, places = _parts(found)
    return Number("mobile", digits, places[3], places[6] + 1, _whose(text, found))


def _parts(found: re.Match[str]) -> tuple[str, list[int]]:
    """The digits of a number and their places."""
    begin = found.start(1)
    places = [begin + at for at, char in enumerate(found[1]) if char.isalnum()]
    return "".join([found.string[at] for at in places]).upper(), places


def _before(text: str, at: int) -> str:
    """What stands before a place in its sentence, other numbers apart."""
    before = text[max(0, at - 2 * _AROUND) : at].rstrip(_BETWEEN)[-_AROUND:]
    return _SENTENCE_END.split(before)[-1]


def _is_card(text: str, found: re.Match[str], digits: str) -> bool:
    """Whether a number that looks like an identity card's is one: its digits agree, or the text says so."""
    near = text[max(0, found.start() - _NEAR) : found.start()]
    if len(digits) < _CHECKED_SIZE:
        if not _BORN_EARLY.fullmatch(digits):
            return False
    elif not _BORN.fullmatch(digits):
        return False
    elif _is_right(digits) and len(found[1]) <= _CHECKED_SIZE + _SET_APART:
        return not _LETTER.search(near) or near[-2:].upper() == "ID"
    says = _SAYS_IDENTITY.search(_before(text, found.start())) or _SAYS_SO_BEHIND.match(text, found.end())
    return bool(says) and not _NO_CARD.search(near)


def _is_right(number: str) -> bool:
    """Whether the digits of an identity card are a day of birth and agree with its check digit (ISO 7064, MOD 11-2)."""
    if not (1 <= int(number[10:12]) <= 12 and 1 <= int(number[12:14]) <= 31):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return number[17] == _CHECKS[total % 11]


def _whose(text: str, found: re.Match[str]) -> Literal["private", "office", ""]:
    """Whose a number that looks like a mobile telephone is."""
    if _is_of_another_kind(text, found):
        return ""
    before = _before(text, found.start())
    if not found[1].isdigit() and not _is_told(text, found, before):
        return ""
    offices = list(_OFFICE.finditer(before))
    return "office" if offices and not _THEN_A_PERSON.search(before, offices[-1].end()) else "private"


def _is_of_another_kind(text: str, found: re.Match[str]) -> bool:
    """Whether what stands right beside a number says that it is no telephone: a word or letter before it, or, where
    nobody says that it is one, a measure or letter behind it."""
    near, behind = text[max(0, found.start() - _NEAR) : found.start()], text[found.end() : found.end() + 1]
    if _OTHER_NUMBER.search(near) or (_LETTER.search(near) and not _SAYS_IN_LETTERS.search(near)):
        return True
    goes_on = behind.isascii() and behind.isalpha()
    return not _SAYS_PHONE.search(near) and (goes_on or _MEASURE.match(text, found.end()) is not None)


def _is_told(text: str, found: re.Match[str], before: str) -> bool:
    """Whether what stands around a number that is set apart says that it is one and not several: a word of telephones
    or people before it, or nothing at all."""
    if _SAYS_PHONE.search(before) or _SAYS_PERSON.search(before):
        return True
    return len(text) < _SHORT and not f"{text[: found.start()]}{text[found.end() :]}".strip(_BETWEEN)

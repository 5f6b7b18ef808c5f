"""Characters that say the same as another: what programs that take text out of PDF files print for Chinese.

Fonts map several code points to one glyph, and such programs may give any of them back: radicals (`⽂` for `文`),
compatibility ideographs (U+F914 for `樂`), small, vertical and half-width punctuation (`﹐`, `︵`, `｡`). Rules look at
the ordinary form and the reader gets it; the printed one is kept. Forms after the Unicode Standard: compatibility
mappings (NFKC) of single Han characters, Equivalent_Unified_Ideograph of the radicals that have none.
"""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

from wanbao.patterns import regex

_RADICALS = """
    ⺟母 ⺠民 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼
    ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟 ⼾户
"""
"""Radicals of the supplement that stand for a whole character, each before it; and ⼾, which Simplified fonts draw for
户 (Noto and Source Han give it back) and which NFKC makes 戶."""
_PUNCTUATION = """
    ﹐， ﹑、 ﹔； ﹕： ﹖？ ﹗！ ﹙（ ﹚） ﹝〔 ﹞〕 ︐， ︑、 ︒。 ︓： ︔； ︕！ ︖？
    ︵（ ︶） ︹〔 ︺〕 ︻【 ︼】 ︽《 ︾》 ︿〈 ﹀〉 ﹁「 ﹂」 ﹃『 ﹄』
    ｡。 ､、 ｢「 ｣」 ･· ‧· ╱／ ∕／
"""
"""Small, vertical and half-width marks, other slashes and dots, each before the form that Chinese text is set in."""
_ODD_BLANKS = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_PLAIN = dict.fromkeys(map(ord, _ODD_BLANKS), " ") | {0x2001: "\u3000", 0x2003: "\u3000"}
"""A blank as wide as a letter is one of Chinese; every other one says no more than a space."""
VARIANTS = "⺀-⿕\uf900-\ufad9︐-﹫｡-･‧╱∕"
"""Ranges that hold every character with an ordinary form, as the inside of a class."""
_HAS_VARIANT = regex(f"[{VARIANTS}]", exact=True)
_IS_UNUSUAL = regex(f"[{_ODD_BLANKS}{VARIANTS}]", exact=True)


@cache
def _ordinary() -> dict[int, str]:
    """The ordinary form of every such code point."""
    table = {}
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA)):
        form = normalize("NFKC", chr(code))
        if len(form) == 1 and form != chr(code):
            table[code] = form
    table |= {ord(pair[0]): pair[1] for pair in (_RADICALS + _PUNCTUATION).split()}
    return table


def ordinary(text: str) -> str:
    """The text with the ordinary form of every character; each keeps its place."""
    return text.translate(_ordinary()) if _HAS_VARIANT.search(text) else text


def with_plain_blanks(text: str) -> str:
    """The text with spaces, full width or half, for the blanks of other widths; every character keeps its place."""
    return text.translate(_PLAIN)


def is_unusual(text: str) -> bool:
    """Whether the text has blanks of other widths or characters with an ordinary form."""
    return _IS_UNUSUAL.search(text) is not None


_ROUND = {
    "〈": "（",
    "〉": "）",
    "(": "（",
    ")": "）",
    "〔": "（",
    "〕": "）",
    "［": "（",
    "］": "）",
    "[": "(",
    "]": ")",
}
_CREDITED = "记者|記者|通讯员|通訊員|[摄攝][〕］\\]]|[图圖文][/／]"
_OTHER_CREDIT = regex(rf"[〔［\[](?=[^〔〕［］\[\]\n]{{0,60}}(?:{_CREDITED}))([^〔〕［］\[\]\n]+)[〕］\]](?!\()")


_POINTED = regex(
    r"(?:〈|[（(](?=[^〈〉（）()\n]{1,80}〉))"
    r"(?=(?:本报|实习|见习|特约|首席|全媒体){0,2}(?:记者|通讯员)[\s:：]|作者(?:系|为|单位)|[^〈〉（）()\s]{2,4}\s?[摄攝][〉)）])"
    r"([^〈〉（）()\n]{1,80})[〉)）]"
)
"""`〈记者 何静)`: Tesseract reads the full-width brackets of Chinese so; a title in such brackets begins otherwise."""


def with_round_brackets(text: str) -> str:
    """The text with round brackets for others around a credit; each keeps its place."""
    if "〈" in text or "〉" in text:
        text = _POINTED.sub(lambda found: f"（{found[1]}）", text)
    if "〔" not in text and "［" not in text and "[" not in text:
        return text
    return _OTHER_CREDIT.sub(lambda found: _ROUND[found[0][0]] + found[1] + _ROUND[found[0][-1]], text)


_ALSO = (("．", "·"), ("口", "□"))
"""What is looked at as another in some places only (`wanbao.parse.for_looking`)."""


def looks_as(char: str, form: str) -> bool:
    """Whether the text for looking has this form where the source prints the character."""
    plain = _ordinary().get(ord(char), char)
    return char != form and (form in (plain, _ROUND.get(plain)) or (char, form) in _ALSO)

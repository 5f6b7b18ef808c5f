"""From bytes to text: which encoding a file is in, and which characters in it cannot be text.

A byte order mark settles the matter, else UTF-8 is tried. Only bytes that are no UTF-8 are looked at more closely:
UTF-16 without a mark, GB18030 and Big5 are told apart by whether the result reads like Chinese. A UTF-8 file with a
few damaged bytes reads like Chinese in none of the others and is refused, with the place of the damage: to decode it
as GB18030 would turn every character of it into another.
"""

from __future__ import annotations

import codecs
import re

from wanbao.errors import Record
from wanbao.patterns import regex


class Decoded(Record, frozen=True):
    """A file as text."""

    text: str
    """The text, lines separated by `\\n` alone, no byte order mark."""
    encoding: str
    """The encoding, by its usual name."""


class UndecodableError(ValueError):
    """The bytes are no text in any encoding we know."""

    def __init__(self, offset: int, line: int, byte: int, encoding: str) -> None:
        super().__init__(f"the byte 0x{byte:02X} at offset {offset} is no {encoding.upper()}")
        self.offset = offset
        """The first offending byte, from 0."""
        self.line = line
        """The line it stands in, from 1."""


_MARKS = (
    # UTF-32 before UTF-16, whose mark begins alike.
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_OTHERS = (("gb18030", "gb18030"), ("big5hkscs", "big5"), ("utf-16-le", "utf-16"), ("utf-16-be", "utf-16"))
_SAMPLE = 1 << 16
"""How many bytes are looked at to tell encodings apart."""
_ENOUGH = 4096
"""How many characters are enough to tell whether a text reads like Chinese."""
_DOUBT = 6
"""A few characters prove little: they count as if so many uncommon ones stood among them."""


_FOREIGN = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (.docx, .xlsx, .odt, .epub)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"AT&TFORM", "a DjVu document"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
)
"""How files of other kinds begin. Some of them are valid UTF-8 for a long way and would be published as they are."""
_MARK_AND_SPACE = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]{0,64}")


def foreign(data: bytes) -> str:
    """What kind of document, picture or archive a file is, in words; empty for what may be text."""
    begin = _MARK_AND_SPACE.match(data)
    assert begin is not None
    head = data[begin.end() : begin.end() + 16]
    return next((kind for sign, kind in _FOREIGN if head.startswith(sign)), "")


def decode(data: bytes) -> Decoded:
    """The text of a file's bytes. UndecodableError where they are text in no encoding we know."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_unix(_strict(data, codec, len(mark))), name)
    if b"\0" in data[:_SAMPLE] and _zeros_alternate(data[:_SAMPLE]):
        return Decoded(_unix(_strict(data, _utf16_order(data), 0)), "utf-16")
    try:
        return Decoded(_unix(data.decode()), "utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, error)


def _unix(text: str) -> str:
    """The text with `\\n` for every end of line."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _strict(data: bytes, codec: str, mark: int) -> str:
    """The text after a mark of so many bytes, or UndecodableError."""
    try:
        return data[mark:].decode(codec)
    except UnicodeDecodeError as error:
        line = data[mark : mark + error.start].decode(codec, "replace").count("\n") + 1
        raise UndecodableError(mark + error.start, line, data[mark + error.start], codec.rsplit("-", 1)[0]) from error


# --- without a mark -------------------------------------------------------------------------------------------------


def _zeros_alternate(sample: bytes) -> bool:
    """Whether zero bytes stand as in UTF-16 of Latin letters: in most pairs, and always on the same side. Such text
    would also pass as UTF-8 full of NULs; UTF-16 of Chinese never does, and is found among the others.
    """
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return (even == 0 or odd == 0) and (even + odd) * 5 >= len(sample)


def _utf16_order(data: bytes) -> str:
    return "utf-16-le" if data[1:_SAMPLE:2].count(0) else "utf-16-be"


_CHINESE_TEXT = regex("[\t\n\r\x20-\x7e\u2014\u2018-\u201d\u2026\u00b7\u3000-\u3017\u4e00-\u9fa5\uff01-\uff5e]")
_HAN = regex("[\u4e00-\u9fa5]")
_COMMON = frozenset(
    # The most frequent characters of newspaper Chinese, in simplified and traditional form; they make up a third
    # of any running text and are next to never met where one encoding is read as another.
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白"
    "教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且"
    "讯市县镇村街晚者员镇局委书会长版编辑星期名茂据悉昨"
    "這個國時來們對會發動過說產種後學經進電裡現實體當從業應開還點沒結問題無關線間與內數氣變條樣質總設長頭資邊級圖統見計別運農幾區強戰"
    "則處隊給門規熱領東導壓爭濟階術極聯認權證轉單風帶場車務萬達積議聲報類離華確張馬節話況傳許廣記東聞"
)


def _guess(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """The text in the encoding, other than UTF-8, in which it reads most like Chinese. UndecodableError where it does
    in none, or where it does but for a damaged place: that place is then named, rather than the first Chinese byte.
    """
    if _is_damaged_utf8(data):
        raise _undecodable(data, error.start, "utf-8")
    best, name, text = 0.0, "utf-8", ""
    damage: UnicodeDecodeError | None = error
    for codec, its_name in _OTHERS:
        its_text, its_damage = _as_far_as_it_goes(data, codec)
        score = _reads_like_chinese(its_text[:_ENOUGH])
        if score > best:
            best, name, text, damage = score, its_name, its_text, its_damage
    if damage:
        raise _undecodable(data, damage.start, name)
    return Decoded(_unix(text), name)


def _as_far_as_it_goes(data: bytes, codec: str) -> tuple[str, UnicodeDecodeError | None]:
    """The text up to the first byte that the codec cannot read, and that byte's error if there is one."""
    try:
        return data.decode(codec), None
    except UnicodeDecodeError as error:
        return data[: error.start].decode(codec), error


def _undecodable(data: bytes, offset: int, encoding: str) -> UndecodableError:
    ends = data.count(b"\n", 0, offset) or data.count(b"\r", 0, offset)
    return UndecodableError(offset, ends + 1, data[offset], encoding)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is sound UTF-8."""
    text = data[:_SAMPLE].decode(errors="replace")
    damaged = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text) - damaged
    return sound > 2 * damaged


def _reads_like_chinese(text: str) -> float:
    """How far the text reads like Chinese: the share of common characters among the Han, 0 for what is no text."""
    if len(_CHINESE_TEXT.findall(text)) < 0.9 * len(text):
        return 0.0
    han = _HAN.findall(text)
    if not han:
        return 0.0
    return (0.1 + sum(char in _COMMON for char in han)) / (_DOUBT + len(han))

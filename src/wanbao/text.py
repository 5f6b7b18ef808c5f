"""Characters: widths, Han, Chinese numerals, and the punctuation that OCR narrowed.

Nothing here knows about newspapers. The printed text is never changed in place: `repair_punctuation` makes a second
text for the reader. NFKC is never used on text that is kept, because it narrows `，：（）` and breaks `…`.
"""

from __future__ import annotations

import re
from itertools import pairwise

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Han characters as the inside of a regular expression's class (`〇` among them)."""
CJK = HAN + "。，、；：？！“”‘’（）《》〈〉【】「」『』…—·"
"""Han and the punctuation that is set full width, as the inside of a class."""

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_NARROW_LETTERS = {
    code: code - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for code in range(ord(first), ord(last) + 1)
}
_HAN_RUN = re.compile(f"[{HAN}]+")
_MOST_PASSES = 8  # a mark made wide can be the neighbour that the next one wanted; more than two passes are never seen
_WIDE_ASCII = re.compile("[\uff01-\uff5e\xa0\u3000]")
_WIDE_LETTER = re.compile("[０-９Ａ-Ｚａ-ｚ]")


def fold(text: str) -> str:
    """The text with full-width ASCII and ideographic spaces made half width: as long as before, for matching only."""
    return text.translate(_NARROW) if _WIDE_ASCII.search(text) else text


def count_han(text: str) -> int:
    """How many Han characters the text has."""
    return sum(map(len, _HAN_RUN.findall(text)))


def is_han(char: str) -> bool:
    """Whether one character is Han."""
    return _HAN_RUN.match(char) is not None


# --- numerals -------------------------------------------------------------------------------------------------------

_DIGITS = {
    char: value for value, chars in enumerate(("〇零○O０", "一壹１", "二贰两２", "三叁３", "四肆４")) for char in chars
}
_DIGITS |= {
    char: value for value, chars in enumerate(("五伍５", "六陆６", "七柒７", "八捌８", "九玖９"), 5) for char in chars
}
_DIGITS |= {str(value): value for value in range(10)}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS = {"廿": 20, "卅": 30, "卌": 40}


def chinese_number(text: str) -> int | None:
    """The number that a run of numerals means: `十八` 18, `二〇二二` 2022, `廿三` 23, `３１` 31; None where it is none.

    Up to 9,999; mixtures that nobody prints (`十二十`) are None.
    """
    if not text or len(text) > 8:
        return None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, digit, last_unit = 0, None, 10_000
    for char in text:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        elif char in _TENS:
            if digit is not None or last_unit <= 10:
                return None
            total, last_unit = total + _TENS[char], 10
        else:
            unit = _UNITS.get(char, 0)
            if not unit or unit >= last_unit or (digit is None and unit != 10):
                return None
            total, digit, last_unit = total + (1 if digit is None else digit) * unit, None, unit
    return total + (digit or 0)


# --- punctuation ----------------------------------------------------------------------------------------------------

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_NARROWED = re.compile("[,:;?!()\"'.０-９Ａ-Ｚａ-ｚ•・‧—]")
"""What may have to be repaired, besides `--` and `。。。`."""
_PROTECTED = re.compile(
    r"(?:https?://|www\.)[\x21-\x7e]+?(?=[,.;:!?)]*(?:[^\x21-\x7e]|$))|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII
)
_MARK = re.compile(r"[,:;?!]++")
_STOP = re.compile(r"\.(?=$|\n|[" + CJK + "])")
_BEFORE_STOP = re.compile(f"[{HAN}”’）》]")
_BRACKET = re.compile(r"[()]")
_ONE_HAN = re.compile(f"[{HAN}]")
_QUOTE = {'"': ("“", "”"), "'": ("‘", "’")}
_IS_CJK = re.compile(f"[{CJK}]")
_DOTS = re.compile(r"\.{3,}|。{3,}|…(?!…)(?<!……)")
_DASHES = re.compile(r"-{2,}(?=[^-]|$)")
_MIDDLE_DOT = re.compile(rf"(?<=[{HAN}])[•・‧](?=[{HAN}])")


def repair_punctuation(text: str) -> str:
    """The text with the punctuation that OCR narrowed made full width again, by context.

    Marks change only beside Chinese; times, scores, thousands, decimals, Latin runs, URLs and addresses stay. An
    unpaired bracket or quotation mark stays too (`unpaired` finds it). Full-width digits and letters become half width.
    Repairing twice changes nothing more. The rules are those of the domain notes, 3.2, measured on real pages.
    """
    if not _UNUSUAL.search(text) and "--" not in text and "。。。" not in text:
        plain = _repair_plain(text)
        if plain is not None:
            return plain
    elif not _NARROWED.search(text) and "--" not in text and "。。。" not in text:
        return text
    for _ in range(_MOST_PASSES):
        repaired = _around_protected(text) if "://" in text or "www." in text or "@" in text else _repair(text)
        if repaired == text or not _left_over(repaired):
            return repaired
        text = repaired
    return text


_UNUSUAL = re.compile("[\"'０-９Ａ-Ｚａ-ｚ•・‧…@]")
_LONELY = re.compile("[,:;?!](?<![\u4e00-\u9fff].)(?![\u4e00-\u9fff])")
"""A mark that no Han touches: a time, a score, thousands, or a mark beside another."""
_PERHAPS_STOP = re.compile(r"\.(?=$|[\n,:;?!()" + CJK + "])")


def _repair_plain(text: str) -> str | None:
    """The repair of what nearly all texts are: every mark touches Han, points stand inside numbers, brackets have
    partners and Han. None where the text is not so plain; then every rule must be tried.
    """
    if "." in text and ("..." in text or "www." in text or _PERHAPS_STOP.search(text)):
        return None
    marks = [mark for mark in _WIDE if mark in text]
    if marks and _LONELY.search(text):
        return None
    if "(" in text:
        text = _brackets(text)
        if "(" in text:
            return None
    for mark in marks:
        text = text.replace(mark, _WIDE[mark])
    return text


def _left_over(text: str) -> bool:
    """Whether narrow marks remain that another pass might change."""
    return _NARROW_MARK.search(text) is not None


_NARROW_MARK = re.compile("[,:;?!(\"'.…]")


def _around_protected(text: str) -> str:
    """Repair what stands between URLs and addresses."""
    parts, done = [], 0
    for found in _PROTECTED.finditer(text):
        parts += [_repair(text[done : found.start()]), found.group()]
        done = found.end()
    return "".join([*parts, _repair(text[done:])])


def _repair(text: str) -> str:
    if _WIDE_LETTER.search(text):
        text = text.translate(_NARROW_LETTERS)
    if "(" in text or ")" in text:
        text = _brackets(text)
    text = _wide_marks(text)
    if "..." in text or "。。。" in text or "…" in text:
        text = _DOTS.sub(_ellipsis, text)
    if "." in text:
        text = _STOP.sub(_full_stop, text)
    if '"' in text or "'" in text:
        text = _quotes(_quotes(text, '"'), "'")
    if "--" in text:
        text = _DASHES.sub("——", text)
    if "•" in text or "・" in text or "‧" in text:
        text = _MIDDLE_DOT.sub("·", text)
    return text


def _wide_marks(text: str) -> str:
    """Widen marks beside Chinese: at a stroke where every mark touches Han, one by one where some do not."""
    result = text
    for mark, wide in _WIDE.items():
        if mark not in result:
            continue
        parts = result.split(mark)
        for left, right in pairwise(parts):
            if not ("\u4e00" <= left[-1:] <= "\u9fff" or "\u4e00" <= right[:1] <= "\u9fff"):
                return _MARK.sub(_wide_mark, text)
        result = wide.join(parts)
    return result


def _wide_mark(found: re.Match[str]) -> str:
    """Marks become wide where Chinese stands before or after them, looked for across up to eight spaces."""
    text, (start, end) = found.string, found.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == " ":
        before = text[max(0, start - 9) : start].rstrip(" ")[-1:]
    if after == " ":
        after = text[end : end + 9].lstrip(" ")[:1]
    if not ("\u4e00" <= before <= "\u9fff" or "\u4e00" <= after <= "\u9fff" or _IS_CJK.search(before + after)):
        return found.group()
    marks = found.group()
    return _WIDE[marks] if end - start == 1 else "".join(map(_WIDE.__getitem__, marks))


def _full_stop(found: re.Match[str]) -> str:
    """A point becomes 。 only after Han or a closing mark, and never after a digit or letter."""
    start = found.start()
    return "。" if start and _BEFORE_STOP.match(found.string, start - 1) else "."


def _ellipsis(found: re.Match[str]) -> str:
    """`...` becomes `……` beside Chinese; a run of two or more `…` is printed so already."""
    text, start, end = found.string, found.start(), found.end()
    beside = text[start - 1 : start] + text[end : end + 1]
    return "……" if _IS_CJK.search(beside) or found.group()[0] == "。" else found.group()


def _bracket_pairs(text: str) -> tuple[list[tuple[int, int, bool]], list[int]]:
    """Pairs of `(` and `)` with whether Han stands between them, and the places of brackets without a partner."""
    pairs: list[tuple[int, int, bool]] = []
    waiting: list[int] = []
    lonely: list[int] = []
    last_han = seen = -1
    for found in _BRACKET.finditer(text):
        place = found.start()
        if _ONE_HAN.search(text, seen + 1, place):
            last_han = seen
        if found.group() == "(":
            waiting.append(place)
        elif waiting:
            start = waiting.pop()
            pairs.append((start, place, last_han >= start))
        else:
            lonely.append(place)
        seen = place
    return pairs, sorted(lonely + waiting)


def _brackets(text: str) -> str:
    """Brackets change by pair: where Han stands inside, before or after."""
    pairs, _ = _bracket_pairs(text)
    chars: list[str] | None = None
    for start, end, has_han in pairs:
        if has_han or _IS_CJK.match(text[start - 1 : start]) or _IS_CJK.match(text[end + 1 : end + 2]):
            chars = chars or list(text)
            chars[start], chars[end] = "（", "）"
    return "".join(chars) if chars else text


def _quotes(text: str, quote: str) -> str:
    """Straight quotation marks change by turns, where their number is even and Chinese stands beside them."""
    places = [index for index, char in enumerate(text) if char == quote]
    if len(places) % 2 or not places:
        return text
    chars = list(text)
    for opening, closing in zip(places[::2], places[1::2], strict=True):
        beside = text[opening - 1 : opening] + text[opening + 1] + text[closing - 1] + text[closing + 1 : closing + 2]
        if _IS_CJK.search(beside):
            chars[opening], chars[closing] = _QUOTE[quote]
    return "".join(chars)


_PARTNERS = {"(": ")", "（": "）", "“": "”", "‘": "’", "《": "》", "【": "】"}
_CLOSERS = {close: opener for opener, close in _PARTNERS.items()}
_PAIRED = re.compile("[()（）“”‘’《》【】]")


def unpaired(text: str) -> tuple[int, ...]:
    """The places of brackets and quotation marks without a partner, and of straight quotes whose number is odd."""
    waiting: list[tuple[int, str]] = []
    lonely: list[int] = []
    for found in _PAIRED.finditer(text):
        char = {"(": "（", ")": "）"}.get(found.group(), found.group())
        if char in _PARTNERS:
            waiting.append((found.start(), char))
        elif waiting and waiting[-1][1] == _CLOSERS[char]:
            waiting.pop()
        else:
            lonely.append(found.start())
    if text.count('"') % 2:
        lonely.append(text.rindex('"'))
    return tuple(sorted(lonely + [place for place, _ in waiting]))

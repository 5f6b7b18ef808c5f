"""Punctuation: what OCR narrowed is made full width again by context, and brackets without a partner are found.

The printed text is never changed in place: `repair_punctuation` makes a second text for the reader.
"""

from __future__ import annotations

import re
from itertools import pairwise

from wanbao.patterns import HAN, regex
from wanbao.text import HAN_RUN, is_han
from wanbao.variants import VARIANTS, ordinary

_CJK = HAN + "。，、；：？！“”‘’（）《》〈〉【】「」『』…—·"
"""Han and the punctuation that is set full width, as the inside of a class."""
_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_NARROWED = regex("[,:;?!()\"'.０-９Ａ-Ｚａ-ｚ•・‧．—]")
"""What may have to be repaired, besides odd dashes and `。。。`."""
_NARROW_LETTERS = {
    code: code - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for code in range(ord(first), ord(last) + 1)
}
_WIDE_LETTER = regex("[０-９Ａ-Ｚａ-ｚ]")
_MOST_PASSES = 8  # a mark made wide can be the neighbour that the next one wanted; more than two passes are never seen
_PROTECTED = regex(
    r"(?:https?://|www\.)[\x21-\x7e]+?(?=[,.;:!?)]*(?:[^\x21-\x7e]|$))|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}",
    re.ASCII,
)
_MARK = regex(r"[,:;?!]++")
_STOP = regex(r"\.(?=$|\n|[" + _CJK + "])", exact=True)
_BRACKET = regex(r"[()]")
_QUOTE = {'"': ("“", "”"), "'": ("‘", "’")}
_IS_CJK = regex(f"[{_CJK}]", exact=True)
_DOTS = regex(r"\.{3,}|。{3,}|…(?!…)(?<!……)")
_DASHES = regex("(?<![—－―─–-])[—－―─–-]{2,6}(?![—－―─–-])")
"""A dash of Chinese in any form that OCR gives it, `———`, `－－`, `——－`, `--`; a line of seven and more is drawn."""
_RARE_DASHES = regex("[—-][－―─–]|[－―─–][—－―─–-]")
"""Two dashes side by side of which one has a form that is no other mark: `－－`, `—－`."""
_MIDDLE_DOT = regex(rf"(?<=[{HAN}])[•・‧](?=[{HAN}])", exact=True)
_WIDE_DOT = regex(rf"(?<=[{HAN}])(?<![〇零一二三四五六七八九十])．(?=[{HAN}])", exact=True)
"""Of `三．五小時` the stop of Latin stays."""
_WIDE_STOP = regex(rf"[{HAN}”’）]．[ \u3000]*(?:\n|$)", exact=True)


def with_middle_dots(text: str) -> str:
    """The text with · for the full stop of Latin that stands for one: `喬治．史密斯`, `文．何靜`.

    Where ．ends a paragraph it is this text's own full stop, and no dot inside of a name.
    """
    if "．" not in text or _WIDE_STOP.search(text):
        return text
    return _WIDE_DOT.sub("·", text)


def repair_punctuation(text: str) -> str:
    """The text with the punctuation that OCR narrowed made full width again, by context.

    Marks change only beside Chinese; times, scores, thousands, decimals, Latin runs, URLs and addresses stay. An
    unpaired bracket or quotation mark stays too (`unpaired` finds it). Full-width digits and letters become half width,
    and characters that say the same as another get the ordinary form (`variants`).
    Repairing twice changes nothing more. The rules were measured on real pages.
    """
    if not text:
        return text
    if "。。。" not in text and not _has_odd_dashes(text) and not _UNUSUAL.search(text):
        plain = _repair_plain(text)
        if plain is not None:
            return plain
    else:
        text = ordinary(text)
        if "。。。" not in text and not _has_odd_dashes(text) and not _NARROWED.search(text):
            return text
    for _ in range(_MOST_PASSES):
        repaired = _around_protected(text) if "://" in text or "www." in text or "@" in text else _repair(text)
        if repaired == text or not _left_over(repaired):
            return repaired
        text = repaired
    return text


def _has_odd_dashes(text: str) -> bool:
    """Whether two dashes or more stand side by side that are not `——`."""
    if "———" in text or ("-" in text and ("--" in text or "—-" in text or "-—" in text)):
        return True
    rare = "－" in text or "―" in text or "─" in text or "–" in text
    return rare and _RARE_DASHES.search(text) is not None


_UNUSUAL = regex(f"[\"'０-９Ａ-Ｚａ-ｚ•・‧．…@{VARIANTS}]|(?<![\u4e00-\u9fff])[,:;?!](?![\u4e00-\u9fff])")
"""What asks for more than one rule, or a mark that no Han touches: in a time, a score, thousands, beside another; or a
character with an ordinary form."""
_PLAIN_BRACKETS = regex(
    rf"[^()]*+(?:(?:(?<=[{_CJK}])\([^()]*+\)|\((?:(?![{HAN}])[^()])*+[{HAN}][^()]*+\)|\([^()]*+\)(?=[{_CJK}]))[^()]*+)++",
    exact=True,
)
"""A text whose brackets change one and all: none inside of another, and Chinese in or beside each."""
_PERHAPS_STOP = regex(r"\.(?=$|[\n,:;?!()" + _CJK + "])")


def _repair_plain(text: str) -> str | None:
    """The repair of what nearly all texts are, in which every mark touches Han: points stand inside numbers, brackets
    have partners and Han. None where the text is not so plain; then every rule must be tried.
    """
    if "." in text and ("..." in text or "www." in text or _PERHAPS_STOP.search(text)):
        return None
    if "(" in text:
        text = text.replace("(", "（").replace(")", "）") if _PLAIN_BRACKETS.fullmatch(text) else _brackets(text)
        if "(" in text:
            return None
    return text.replace(",", "，").replace(":", "：").replace(";", "；").replace("?", "？").replace("!", "！")


def _left_over(text: str) -> bool:
    """Whether narrow marks remain that another pass might change."""
    return _NARROW_MARK.search(text) is not None


_NARROW_MARK = regex("[,:;?!(\"'.…]")


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
    if _has_odd_dashes(text):
        text = _DASHES.sub("——", text)
    if "•" in text or "・" in text or "‧" in text:
        text = _MIDDLE_DOT.sub("·", text)
    return with_middle_dots(text)


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
    before = found.string[found.start() - 1 : found.start()]
    return "。" if before and (before in "”’）》" or is_han(before)) else "."


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
        if HAN_RUN.search(text, seen + 1, place):
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
    pairs, lonely = _bracket_pairs(text)
    wide = [
        (start, end)
        for start, end, has_han in pairs
        if has_han or _IS_CJK.match(text[start - 1 : start]) or _IS_CJK.match(text[end + 1 : end + 2])
    ]
    if len(wide) == len(pairs) and not lonely:
        return text.replace("(", "（").replace(")", "）")
    chars = list(text)
    for start, end in wide:
        chars[start], chars[end] = "（", "）"
    return "".join(chars)


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
_PAIRED = regex("[()（）“”‘’《》【】]")


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

"""Characters: widths, blanks, Han and Chinese numerals.

Nothing here knows about newspapers. NFKC is never used on text that is kept, because it narrows `，：（）` and breaks
`…`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wanbao.patterns import HAN, regex

_NARROW = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\xa0": " "}
HAN_RUN = regex(f"[{HAN}]+", exact=True)
"""A run of Han and of nothing else."""
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
"""The numbers from 1 to 20 in circles."""
_HAN_HALVES = bytes([*range(0x34, 0x4D), *range(0x4E, 0xA0), 0xF9, 0xFA])
_UNCLEAR_HALVES = bytes([0x4D, *range(0xD8, 0xE0)])
_NO_LETTERS = regex(r"[\W_]+")
_WIDE_ASCII = regex("[\uff01-\uff5e\xa0\u3000]")


def fold(text: str) -> str:
    """The text with full-width ASCII and ideographic spaces made half width: as long as before, for matching only."""
    place = 0
    while wide := _WIDE_ASCII.search(text, place):  # a few kinds of them, each replaced at a stroke
        place = wide.start()
        text = text.replace(text[place], _NARROW[text[place]])
    return text


def unspaced(text: str) -> str:
    """The text without any space."""
    return "".join(text.split())


def holds_any(text: str, signs: Iterable[str]) -> bool:
    """Whether the text holds any of these signs; one character is found much sooner than several, so it is asked for
    before them."""
    return any(sign[0] in text and sign in text for sign in signs)


def letters_alone(text: str) -> str:
    """The text without marks and blanks: its letters and digits."""
    return _NO_LETTERS.sub("", text)


def shortened(text: str, most: int) -> str:
    """The text or, where it is longer than so many characters, its beginning with … as the last of them."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def count_han(text: str) -> int:
    """How many Han characters the text has.

    By the higher halves of its UTF-16 code units, which costs a fraction of matching; where a half tells too little
    (beyond the basic plane, and among the hexagrams behind extension A), by matching.
    """
    halves = text.encode("utf-16-le", "surrogatepass")[1::2]
    rest = halves.translate(None, _HAN_HALVES)
    if len(rest.translate(None, _UNCLEAR_HALVES)) != len(rest):
        return sum(map(len, HAN_RUN.findall(text)))
    return len(halves) - len(rest) + text.count("〇")


def is_han(char: str) -> bool:
    """Whether one character is Han."""
    return HAN_RUN.match(char) is not None


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


def of_spans(spans: Iterable[tuple[int, int, int]], lines: Sequence[str], first_line: int) -> str:
    """The characters of a text in these spans (line, start, end), `lines` beginning with line `first_line`.

    A blank stands between two of them, but where they are parts of one word: only marks lie between them on a line.
    """
    found, last, until = "", 0, 0
    for number, start, end in spans:
        line = lines[number - first_line]
        inside = number == last and not any(map(str.isspace, line[until:start]))
        found += f"{'' if inside or not found else ' '}{line[start:end]}"
        last, until = number, end
    return found

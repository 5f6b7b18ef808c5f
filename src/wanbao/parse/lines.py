"""What lines without a blank line between them are together: verse, or a table set with spaces."""

from __future__ import annotations

from collections import Counter

from wanbao.patterns import HAN, regex

_HOUR = regex(r"(?:次日|凌晨)?\s?\d{1,2}\s?[:：]\s?\d\d\s")
_DIGIT = regex(r"\d")
_COUPLET = regex("(?:上联|下联|横批|横额|横联)\\s?[:：]")
_STANZA = regex(r"[（(]?(?:[一二三四五六七八九十]|其[一二三四五六七八九十])[）)]?")
"""The number of a stanza, or of a poem in a group, on a line of its own."""
NO_VERSE = regex(r"[：:0-9０-９A-Za-z（(●◆■□▲★]|[省市县区局院校司会社部处]$")
"""What stands in addresses, lists and signatures of offices, not in verse."""

NEWS = regex(
    r"[\s\u3000]*[【（(]?(?:据|综合)?.{1,16}?(?:讯|(?<![家水停用发充供节断触])[電电])(?![话视影动器梯脑力价费厂池缆])"
)
"""How news begins, roughly: a dateline ends here with 讯 or 电, and 家电 or 停电 is none."""


def tables_inside(texts: list[str]) -> list[tuple[int, int]]:
    """Where tables set with spaces stand among lines: (first line, one past the last)."""
    if not any(" " in text for text in texts[1:-1]):
        return []
    if _is_table(texts):
        return [(0, len(texts))]
    found: list[tuple[int, int]] = []
    start = 0
    for index in range(len(texts) + 1):
        if index < len(texts) and _may_be_row(texts[index]):
            continue
        if index - start >= 3 and _is_table(texts[start:index]):
            found.append((start, index))
        start = index + 1
    return found


def _may_be_row(text: str) -> bool:
    """Whether a line may be a row of a table: a few short cells."""
    return 3 <= len(text) <= 60 and " " in text and text[-1] not in "。！？；" and len(text.split()) >= 3


def _is_table(texts: list[str]) -> bool:
    """Whether lines have the same number of short cells with figures, or are a programme by the hour."""
    if any(len(text) > 60 or text[-1] in "。！？；" for text in texts):
        return False
    if " " not in texts[-1] and not _DIGIT.search(texts[-1]):
        return False  # who provides the figures stands below them
    by_hour = sum(_HOUR.match(text) is not None for text in texts)
    if by_hour >= max(3, 0.75 * len(texts)):
        return True
    rows = [text.split() for text in texts]
    cells, times = Counter(map(len, rows)).most_common(1)[0]
    figures = sum(_DIGIT.search(text) is not None for text in texts)
    if cells < 3 or times < max(3, 0.5 * len(texts)) or figures < 0.5 * len(texts):
        return False
    return all(len(cell) <= 12 for row in rows if len(row) == cells for cell in row)


_FEW = 12
_LONG = 8
"""A poem of so many lines may have longer ones, and a colon here and there."""


def is_verse(texts: list[str], least: int) -> bool:
    """Whether lines, at least so many, are verse and no short paragraphs: even, or ended where verse ends."""
    if all(_COUPLET.match(text) for text in texts):
        return True
    if len(texts) > 6 and len(lines := [text for text in texts if not _STANZA.fullmatch(text)]) < len(texts) - 1:
        return is_verse(lines, least)
    if len(texts) >= 2 and _is_regular(texts):
        return True
    if 2 * sum(text[0] == "“" and text[-1] == "”" for text in texts) > len(texts):
        return False  # what several people say
    lengths = sorted(map(len, texts))
    if len(texts) == 2 and 5 <= lengths[0] == lengths[1] <= 14 and _is_couplet(*texts):
        return True
    few = len(texts) // _FEW  # of a long poem some lines may be what no short one has
    if lengths[-1] > 24 or sum(len(text) < 2 for text in texts[1:]) > few or len(texts) < least:
        return False
    if len(texts) < 4 and lengths[-1] > 14:
        return False
    amiss = sum(NO_VERSE.search(text) is not None for text in texts)
    if lengths[-1] <= 14 and amiss <= few:
        return True
    if len(texts) >= _LONG and lengths[-1] <= 18 and amiss <= len(texts) // 6 and not _is_list(texts):
        return True
    middle = lengths[len(lengths) // 2]
    even = sum(abs(length - middle) <= 2 for length in lengths)
    ended = sum(text[-1] in "，。！？；,!?;…—”" for text in texts)
    labelled = any(":" in text or "：" in text for text in texts)
    return ended >= 0.6 * len(texts) or (even >= 0.8 * len(texts) and not labelled)


def _is_list(texts: list[str]) -> bool:
    """Whether lines have figures, or many of them end sentences: a list, or short paragraphs."""
    return any(_DIGIT.search(text) for text in texts) or sum(text[-1] in "。”" for text in texts) > len(texts) // 3


_REGULAR = regex(rf"(?:[{HAN}]{{5}}[，,][{HAN}]{{5}}|[{HAN}]{{7}}[，,][{HAN}]{{7}})[。！？；!?;]")


def _is_regular(texts: list[str]) -> bool:
    """Whether lines are pairs of five or of seven letters, as old-style verse has them, perhaps below a title."""
    lines = texts[1:] if len(texts) > 2 and len(texts[0]) <= 8 and texts[0][-1] not in "。，：:" else texts
    return len({*map(len, lines)}) == 1 and all(_REGULAR.fullmatch(line) for line in lines)


def _is_couplet(first: str, second: str) -> bool:
    """Two lines of one length, the first open, the second closed."""
    return (first[-1] in "，；" and second[-1] == "。") and not NO_VERSE.search(first + second)

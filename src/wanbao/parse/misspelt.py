"""What looks like an attribute at the end of a line and is none, and attributes that stand where none counts."""

from __future__ import annotations

from collections.abc import Iterator

from wanbao.errors import Note
from wanbao.parse.attributes import KNOWN_ATTRIBUTES
from wanbao.parse.invisible import INVISIBLE
from wanbao.parse.tags import NAMES
from wanbao.patterns import HAN, regex
from wanbao.records import Source
from wanbao.text import chinese_number, holds_any
from wanbao.typos import nearest

_PAIR = regex(r"[{｛]([^{}｛｝]{1,80})[}｝]")
_END = regex(rf"(?:[\s{INVISIBLE}]|</?(?i:{NAMES})\s?/?>)*\Z")
_HAN_NUMBER = regex("#[一二三四五六七八九十]{1,3}")
_LIKE_WORD = regex(rf"\.?[A-Za-z_-]+|\.[{HAN}]{{1,4}}|#[A-Za-z0-9_-]*|{_HAN_NUMBER.pattern}")
_DOT = regex(r"\s*\.\s*")
_NARROW = str.maketrans("．。＃，,、０１２３４５６７８９", "..#   0123456789")
"""Signs as a Chinese keyboard sets them, and those between attributes, with what they were meant to be."""
_OTHERWISE = {
    **dict.fromkeys(("主题", "标题", "主标题"), "headline"),
    **dict.fromkeys(("引题", "眉题", "肩题"), "kicker"),
    **dict.fromkeys(("副题", "副标题"), "deck"),
    **dict.fromkeys(("图说", "图片说明"), "caption"),
    "小标题": "subhead",
    "作者": "byline",
    "署名": "signature",
    "正文": "paragraph",
    "编者按": "note",
    **dict.fromkeys(("title", "heading", "head"), "headline"),
    **dict.fromkeys(("subtitle", "subheadline"), "deck"),
    **dict.fromkeys(("author", "authors"), "byline"),
    **dict.fromkeys(("body", "text", "para"), "paragraph"),
    "subheading": "subhead",
}
"""What attributes are called in Chinese, and in other programs."""
_MOST_PAIRS = 40
"""How many pairs of braces of a line are looked at, from its end."""
_STAYS = "is not known and stays text"


def misspelt_attributes(source: Source) -> list[Note]:
    """A note for everything that looks like an attribute and is none, or stands inside of a line (W119); it stays text.

    At its end whatever may be misspelt is told, inside of it only what would be an attribute elsewhere.
    """
    notes: list[Note] = []
    if not holds_any(source.text, ("}", "｝", "{.", "{#")):
        return notes
    for number, line in enumerate(source.text.split("\n"), source.first_line):
        if number < source.first_line + source.front_matter_lines or line.startswith(":::"):
            continue
        if "}" in line or "｝" in line:
            notes += [Note("W119", *told, line=number) for told in _wrong(line)]
        elif "{" in line and (opened := _OPEN.search(line)) and all(map(_is_sound, opened[1].split())):
            what = f"the attribute {opened[0].strip()} has no end and stays text"
            notes.append(Note("W119", what, f"write {_braces(opened[1].split())}", line=number))
    return notes


_OPEN = regex(r"\{((?:\s*[.#]\w{1,12})+)\s*$")
"""`{.headline` at the end of a line."""


def _wrong(line: str) -> list[tuple[str, str]]:
    """What is wrong in a line, and what to do about it, in its order."""
    found: list[tuple[str, str]] = []
    end = _end(line)
    numbered = False
    for pair in reversed(list(_PAIR.finditer(line))[-_MOST_PAIRS:]):
        words, meant = pair[1].split(), _meant(pair[1])
        told = list(_at_the_end(pair[0], words, meant)) if pair.end() == end else []
        if told or (pair.end() == end and all(map(_is_sound, words))):
            end = len(line[: pair.start()].rstrip())
            if "#" in pair[0]:
                if numbered and not told:
                    told = [(f"{pair[0]} is a second number of the article and stays text", "leave one of them")]
                numbered = True
        elif meant and all(_is_sound(word) and word[0] == "." for word in meant):
            what = f"the attribute {pair[0]} stands inside of the line and stays text"
            told = [(what, f"write {_braces(meant)} at the end of the line, behind all other marks")]
        found = told + found
    return found


def _end(line: str) -> int:
    """Where a line ends but for blanks, tags and what shows nothing."""
    found = _END.search(line, max(0, len(line) - 80))
    return found.start() if found else len(line)


def _meant(inside: str) -> list[str]:
    """The words between braces as they were probably meant."""
    return _DOT.sub(" .", inside.translate(_NARROW)).split()


def _is_sound(word: str) -> bool:
    """Whether a word is an attribute or the number of an article."""
    return word[1:] in KNOWN_ATTRIBUTES if word[0] == "." else word[0] == "#" and word[1:].isdigit()


def _braces(words: list[str]) -> str:
    return f"{{{' '.join(words)}}}"


def _at_the_end(printed: str, words: list[str], meant: list[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with braces at the end of a line, which may hold something else than attributes."""
    if meant and all(map(_is_sound, meant)):
        if words != meant or printed[0] + printed[-1] != "{}":
            yield f"the attribute {printed} {_STAYS}", f"write {_braces(meant)}"
        elif sum(word[0] == "#" for word in meant) > 1:
            yield f"the attribute {printed} holds several numbers and stays text", "write the one of this article"
        return
    dotless = KNOWN_ATTRIBUTES.issuperset(map(str.lower, meant))
    spelt = any(word[0] == "." or _HAN_NUMBER.fullmatch(word) for word in meant)
    if (dotless or spelt) and all(map(_LIKE_WORD.fullmatch, meant)):
        for word in meant:
            if not _is_sound(word):
                yield f"the attribute {word} {_STAYS}", _remedy(word.strip("."))


def _remedy(word: str) -> str:
    if word[:1] == "#" and (number := chinese_number(word[1:])):
        return f"write {{#{number}}}"
    near = _OTHERWISE.get(word) or nearest(word.lower(), sorted(KNOWN_ATTRIBUTES), 0.6)
    return f"write {{.{near}}}" if near else f"known are {', '.join(sorted(KNOWN_ATTRIBUTES))}"

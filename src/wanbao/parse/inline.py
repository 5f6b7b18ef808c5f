r"""What Markdown, HTML and LaTeX write inside of a line: escapes, entities, links, emphasis, numbers set as formulas.

Converters escape what Markdown would read (`1\.`, `139\*\*\*\*0000`: CommonMark 0.31, section 2.4), web pages have
entities (`&amp;`), and OCR models set figures as formulas (`$2 0 \%$`, `$3 5 ^ { \circ } \mathrm { C }$`). The reader
gets what is meant. Every character keeps its place: the first of what was written stand for what it means, the others
become characters that show nothing, which are set aside as marks (`wanbao.parse.invisible`). What no such tool writes,
or nobody can tell, stays as it is: prices (`$5`), masked names (`李*和王*`), formulas with other commands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from wanbao.parse.image_marks import ESCAPED
from wanbao.parse.invisible import INVISIBLE
from wanbao.patterns import HAN, regex
from wanbao.text import CIRCLED, holds_any

_NOTHING = INVISIBLE[0]


def without_inline_marks(text: str, begin: int) -> str:
    """The text as it is meant, character for character, its first `begin` lines (front matter) as they are."""
    if not holds_any(text, _SIGNS):
        return text
    lines = text.split("\n")
    lines[begin:] = [_meant(line) for line in lines[begin:]]
    return "\n".join(lines)


_SIGNS = ("\\", "$", "&", "](", "]{", "~~", "*", "__", "{#", "------", "<http", "@")
_AS_THEY_ARE = regex(r"!\[|<!--|<img\b")
"""Pictures and comments: what stands in them is no text."""


def _meant(line: str) -> str:
    """The line as it is meant."""
    if line.lstrip()[:1] == "\\" and (found := _SET_AS.fullmatch(line)):
        line = _set_as(found)
    if ("![" in line or "<" in line) and _AS_THEY_ARE.search(line):
        return line
    written = line
    if "$" in line or "\\(" in line:
        line = _FORMULA.sub(_formula, line)
    if "&" in line:
        line = _ENTITY.sub(_entity, line)
    if "](" in line or "]{" in line:
        line = _LINK.sub(_link, line)
    if "<" in line:
        line = _AUTOLINK.sub(_inside, line)
    if "~~" in line:
        line = _STRUCK.sub(_inside, line)
    if "__" in line:
        line = _UNDERSCORED.sub(r"**\1**", line)
    if "{#" in line and line[0] == "#":
        line = _NAME_OF_HEADING.sub(_nothing, line)
    if "------" in line:
        line = _DASH.sub(_dash, line)
    if "***" in line:
        line = _STRONGER.sub(_strong, line)
    if "*" in line and len(_STAR.findall(line)) % 2 == 0:  # an odd one is the mark of a note
        line = _EMPHASIS.sub(_inside, line)
    if "\\" in line:
        line = _ESCAPE.sub(_escaped, line)
    return line if line is written else _with_plain_start(line, written)


_LINE_MARKS = {"#": "＃", "*": "＊", "-": "－", "+": "＋", ">": "＞", "|": "｜"}


def _with_plain_start(line: str, written: str) -> str:
    """The line with a wide form of its first character where that would now begin a heading, a list, a quotation or a
    table, and did not as it was written."""
    start = len(line) - len(line.lstrip(_BLANK))
    mark = line[start : start + 1]
    wide = _LINE_MARKS.get(mark)
    if wide is None or line.startswith("**", start) or written.lstrip(_BLANK)[:1] == mark:
        return line
    if not line.strip(_BLANK + mark):
        return line.replace(mark, wide)  # `\*\*\*` between two parts
    if mark in "-+*" and line[start + 1 :].lstrip(INVISIBLE)[:1] not in _BLANKS:
        return line  # `\-5℃`
    if mark == "#" and line.rstrip(_BLANK).endswith("#"):
        return line.replace("#", wide)  # `\#海角\#`
    return f"{line[:start]}{wide}{line[start + 1 :]}"


def _stand_for(meant: str, written: str) -> str:
    """What is meant, as long as what is written."""
    return meant + _NOTHING * (len(written) - len(meant))


# --- Markdown --------------------------------------------------------------------------------------------------------

_ESCAPE = regex(rf"\\(?:({ESCAPED})|\s*$)")
r"""A backslash before punctuation, but `\|` in a row of a table; or at the end of a line, which breaks it there."""
_BLANKS = (" ", "\t", "\u3000")
_BLANK = f" \t\u3000{INVISIBLE}"
_LINK = regex(
    r"(?<!!)\[([^\[\]]{0,200})\](\((?:(?:https?://|www\.|mailto:|tel:|\.{0,2}/|#)[^()\s]{0,600}|[\w./-]{1,300}\.html?)\)"
    r"|\{(?:\.(?:underline|ul|mark|smallcaps)|#[\w-]{1,80})\})"
)
"""A link, and the spans that pandoc writes for Word: `[渡口]{.underline}`, `[]{#_Toc12}`."""
_AUTOLINK = regex(r"(<)(https?://[^<>\s]{3,600}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4})(>)")
"""`<https://haijiao.example>` (CommonMark 0.31, section 6.5)."""
_STRUCK = regex(r"((?!(?<=\d)~~\d)~~)([^~\s](?:[^~]{0,200}[^~\s])?)((?!(?<=\d)~~\d)~~)")
"""`~~渡口~~`; `8~~10元` is a range, and of `~~98~~88元` two prices would become one."""
_STAR = regex(r"\*(?!\s)|(?<=\S)\*")
"""But not one between blanks, or before the item of a list."""
_EMPHASIS = regex(
    rf"(?:(?<=^)|(?<=[\s，。、；：！？“”《》（）(]))(\*)(?=[{HAN}A-Za-z“《])([^*]{{1,200}}?(?<=[{HAN}A-Za-z”》。！？]))(\*)(?=$|[\s，。、；：！？“”《》（）)])"
)
"""`*渔歌*` between blanks or marks; a masked name goes on without one."""

_STRONGER = regex(
    rf"(?:(?<=^)|(?<=[\s，。、；：！？“”《》（）(]))\*\*\*(?=[{HAN}A-Za-z\d“《（(])([^*]{{1,200}}?)(?<=\S)\*\*\*(?=$|[\s，。、；：！？“”《》（）)])"
)
"""`***渡口***`: strong and set off."""
_UNDERSCORED = regex(
    rf"(?:(?<=^)|(?<=[\s>，。、；：！？“”《》（）(]))__(?=[{HAN}A-Za-z\d“《（(])(?=[^_]*[{HAN}A-Z])([^_]{{2,200}}?)(?<=\S)__(?=$|[\s，。、；：！？“”《》（）(])"
)
"""`__渡口__`, as mammoth writes bold; `__年__月` is a form to fill in, `__init__` code."""
_NAME_OF_HEADING = regex(r"(?<=\s)\{#(?!(?:\d+|[一二三四五六七八九十]{1,3})\})[^{}\s]{1,80}\}(?=\s*$)")
"""`{#渡口}` at the end of a heading, which Google's documents and pandoc write; `{#3}` numbers an article."""
_DASH = regex(rf"(?<!-)-{{6}}(?=[{HAN}“《])|(?<=[{HAN}”》。！？，])-{{6}}(?!-)")
"""`——` as pandoc writes it."""


def _escaped(found: re.Match[str]) -> str:
    if found[1] == "|":
        return found[0]
    return _NOTHING + found[0][1:]


def _strong(found: re.Match[str]) -> str:
    return f"**{_NOTHING}{found[1]}{_NOTHING}**"


def _link(found: re.Match[str]) -> str:
    return f"{_NOTHING}{found[1]}{_NOTHING}{_NOTHING * len(found[2])}"


def _nothing(found: re.Match[str]) -> str:
    return _NOTHING * len(found[0])


def _dash(found: re.Match[str]) -> str:
    return _stand_for("——", found[0])


def _inside(found: re.Match[str]) -> str:
    return f"{_NOTHING * len(found[1])}{found[2]}{_NOTHING * len(found[3])}"


# --- HTML ------------------------------------------------------------------------------------------------------------

_ENTITY = regex(r"&(?!(?:nbsp|ensp|emsp|thinsp);)(?:[A-Za-z][A-Za-z\d]{1,24}|#\d{1,6}|#[xX][\dA-Fa-f]{1,5});")
"""But blanks, which are tags (`wanbao.parse.tags`)."""
_WIDE = {"<": "＜", ">": "＞", "|": "｜"}
"""What would begin a tag or part a table stands for itself in the form of Chinese text."""


def _entity(found: re.Match[str]) -> str:
    meant = unescape(found[0])
    if len(meant) != 1 or not meant.isprintable() or meant.isspace():
        return found[0]
    return _stand_for(_WIDE.get(meant, meant), found[0])


# --- LaTeX -----------------------------------------------------------------------------------------------------------

_SET_AS = regex(r"\s*\\(?P<command>section|subsection|subsubsection|title|caption)\*?\{(?P<text>[^{}]{1,200})\}\s*")
r"""`\section*{渡口}`: a line that Mathpix sets as a heading or a caption."""


def _set_as(found: re.Match[str]) -> str:
    start, end = found.span("text")
    mark = _NOTHING if found["command"] == "caption" else "#"
    return mark + _NOTHING * (start - 1) + found["text"] + _NOTHING * (len(found.string) - end)


_FORMULA = regex(
    r"(?<![\\A-Za-z\d$])\$(?P<dollar>(?:\\\$|[ -#%-~]){1,200}?)(?<!\\)\$(?![\d$])"
    r"|\\\((?P<bracket>(?:(?!\\[()])[ -~]){1,200})\\\)"
    r"|(?<![\\$])\$\$(?P<display>(?:\\\$|[ -#%-~]){1,200}?)(?<!\\)\$\$(?!\$)",
    re.ASCII,
)
r"""`$…$`, `$$…$$` and `\(…\)` with nothing but ASCII inside: `$5 和 $10` are prices."""
_SIGNS_OF = {
    "%": "%",
    "$": "$",
    "#": "#",
    "&": "&",
    "_": "_",
    "{": "{",
    "}": "}",
    "times": "×",
    "div": "÷",
    "pm": "±",
    "sim": "～",
    "approx": "≈",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "cdot": "·",
    "prime": "′",
    "degree": "°",
    "circ": "○",
    "bigcirc": "○",
    "bullet": "●",
    "square": "□",
    "Box": "□",
    "blacksquare": "■",
    "star": "☆",
    "bigstar": "★",
    "triangle": "△",
    "blacktriangle": "▲",
    "blacktriangledown": "▼",
    "diamond": "◇",
    "blacklozenge": "◆",
    "rightarrow": "→",
    "to": "→",
    "leftarrow": "←",
    "ldots": "…",
    "cdots": "…",
    "dots": "…",
    "mu": "μ",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "pi": "π",
    "Omega": "Ω",
}
"""What a command prints."""
_SET_LETTERS = "mathrm|mathbf|mathsf|mathit|text|textbf|textrm|rm|bf|it|boldsymbol|operatorname|left|right|quad|qquad"
"""Commands that only say how to set what follows."""
_RAISED = {"2": "²", "3": "³"}
_PART = regex(
    r"(?P<celsius>\^\s*\{?\s*\\circ\s*\}?\s*(?:\\(?:mathrm|text|rm)\s*)?\{?\s*C\b\s*\}?)"
    r"|(?P<degree>\^\s*\{?\s*\\circ\s*\}?)"
    r"|\\(?:textcircled|circled)\s*\{\s*(?:\\\w+\s*)?\{?\s*(?P<circled>\d\s?\d?)\s*\}?\s*\}"
    r"|\^\s*\{?\s*(?P<raised>[23])\s*\}?"
    r"|\\frac\s*\{\s*(?P<above>[\d\s]{1,9})\}\s*\{\s*(?P<below>[\d\s]{1,9})\}"
    rf"|\\(?:{_SET_LETTERS})(?![A-Za-z])|\\[,;:! ]"
    r"|\\(?P<sign>[A-Za-z]+|[%$#&_{}])"
    r"|(?P<plain>[\dA-Za-z.,:;%+\-=/()\[\]<>'!?*|@\"`])"
    r"|[{}\s~]"
)
r"""`^\circ \mathrm{C}`, `\textcircled{1}`, `^{2}`, `\frac{1}{2}`, `\%`: of what a formula in a text is made."""


def _formula(found: re.Match[str]) -> str:
    """What a formula means, or itself where a part of it is not known; in the text it is set without blanks."""
    written = found[0]
    inside = found["dollar"] or found["bracket"] or found["display"] or ""
    edge = 1 if found["dollar"] else 2
    if not _may_be_formula(inside):
        return written
    meant: list[str] = []
    at = 0
    while at < len(inside):
        part = _PART.match(inside, at)
        if part is None or (sign := _sign(part)) is None:
            return written
        meant.append(_stand_for(sign, part[0]))
        at = part.end()
    return f"{_NOTHING * edge}{''.join(meant)}{_NOTHING * edge}"


def _may_be_formula(inside: str) -> bool:
    """Whether it has what only a formula has, or is a number."""
    return "\\" in inside or "^" in inside or _NUMBER.fullmatch(inside) is not None


_NUMBER = regex(r"\s*[\d\s.,:/+\-]*\d\s?%?\s*")
"""But `$ 5 , $ 10` and `$ 20 / $ 30` are prices."""


def _sign(part: re.Match[str]) -> str | None:
    """What a part of a formula prints; None for a command that is not known."""
    for name, prints in _PRINTS.items():
        if part[name] is not None:
            return prints(part[name])
    return f"{_close(part['above'])}/{_close(part['below'])}" if part["above"] is not None else ""


def _close(digits: str) -> str:
    return "".join(digits.split())


def _circle(digits: str) -> str | None:
    number = int(_close(digits))
    return CIRCLED[number - 1] if 0 < number <= len(CIRCLED) else None


_PRINTS: dict[str, Callable[[str], str | None]] = {
    "plain": str,
    "celsius": lambda _: "℃",
    "degree": lambda _: "°",
    "circled": _circle,
    "raised": _RAISED.__getitem__,
    "sign": _SIGNS_OF.get,
}
"""What each group of a part prints."""

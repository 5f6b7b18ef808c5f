"""Pictures as converters write them, and what they leave for those that they left out.

Markdown's `![alt](address "title")`, with pandoc's attributes (`{width="5.8in"}`) or by a name (`![][image1]`, as
Google's documents are exported), HTML's `<img>`, and words in brackets. A converter may write the picture itself in
place of its address (`data:image/png;base64,…`): that is no address of a file.
"""

from __future__ import annotations

from wanbao.patterns import regex

MARKDOWN_IMAGE = (
    r"!\[[^\[\]]{0,500}\](?:\((?:[^()\s]{0,2000}|data:image/[^()\s]*)(?:\s\"[^\"]{0,300}\")?\)"
    r"(?:\{[^{}=]{0,100}=[^{}]{0,300}\})?+|\[[^\[\]]{1,80}\])"
)
"""A picture in Markdown; also inside of a line."""
HTML_IMAGE = r"<img\b[^<>]*>"
"""A picture in HTML; also inside of a line."""
_IMAGE = regex(MARKDOWN_IMAGE)
_FIRST = regex(rf"\s*(?:{MARKDOWN_IMAGE}|{HTML_IMAGE})(?=\s*[^\s{{])")
_HTML_LINE = regex(rf"(?:<(?:div|p|center|figure)\b[^<>]{{0,300}}>\s*)?{HTML_IMAGE}\s*(?:</(?:div|p|center|figure)>)?")
_LATEX = regex(r"\\includegraphics(?:\[[^\[\]]{0,300}\])?\{([^{}\s]{1,2000})\}")
"""How Mathpix writes a picture in a figure."""
_REFERENCE = regex(r"\[[^\[\]]{1,80}\]:\s{1,4}<?(?:data:image/|https?://)[^\s<>]*>?")
"""`[image1]: <data:image/png;base64,…>`: what a name stands for, at the end of a document."""
_PICTURE = "图|图片|照片|插图|配图|题图|图像|[Ii]mage|[Pp]hoto|[Pp]icture|[Ff]igure"
_PLACEHOLDER = regex(
    rf"!?[\[【（(]\s?(?:{_PICTURE})\s?\d{{0,2}}略?\s?[\]】）)]|\[\]"
    rf"|!?[\[【]\s?(?:(?!图[：:])(?:{_PICTURE}))\s?\d{{0,2}}\s?[：:](?![^\]】]*(?:摄|供图|提供|来源|资料))[^\[\]【】]{{1,60}}[\]】]"
    r"|(?:\*\*)?==> picture \[[\d x]{1,20}\] intentionally omitted <==(?:\*\*)?(?:<br>)?"
)
"""`[图片]`, `（图略）`, `[Image: …]`, `[]`: what stands for a picture that a program left out."""
_SOURCE = regex(r"""\bsrc\s*=\s*["']?([^"'\s<>]{1,2000})""")
"""The address in a picture's HTML tag."""
_ADDRESS = regex(r"\]\(([^()\s]{0,2000})(?:\s\"[^\"]{0,300}\")?\)")
ESCAPED = r"[!-/:-@\[-`{}~]"
"""What a backslash takes its meaning from in Markdown (CommonMark): any punctuation of ASCII."""
_ESCAPE = regex(rf"\\({ESCAPED})")
r"""`a\_b.jpg`: Markdown's escapes in an address (CommonMark 0.31, section 2.4)."""


def is_html_picture(line: str) -> bool:
    """Whether a line, without blank ends, is a picture in HTML and nothing else."""
    return "<img" in line and _HTML_LINE.fullmatch(line) is not None


def is_picture(line: str) -> bool:
    """Whether a line, without blank ends, is a picture in Markdown or LaTeX and nothing else."""
    return line[:2] in ("![", "\\i") and (_IMAGE.fullmatch(line) or _LATEX.fullmatch(line)) is not None


def is_placeholder(line: str) -> bool:
    """Whether a line, without blank ends, only stands for a picture."""
    return _PLACEHOLDER.fullmatch(line) is not None


def is_reference(line: str) -> bool:
    """Whether a line, without blank ends, only says what the name of a picture stands for."""
    return _REFERENCE.fullmatch(line) is not None


def behind_picture(line: str) -> int:
    """Where the picture ends with which a line begins that has more behind it; 0 where it begins with none."""
    found = _FIRST.match(line) if "![" in line or "<img" in line else None
    return found.end() if found else 0


def address_of(picture: str) -> str:
    """The address of a picture as written; empty where it has none of a file."""
    if is_placeholder(picture):
        return ""
    found = {"<": _SOURCE, "\\": _LATEX}.get(picture[0], _ADDRESS).search(picture)
    address = found[1] if found else ""
    return "" if address.startswith("data:") else _ESCAPE.sub(r"\1", address)

"""HTML that OCR and PDF tools leave around the text: tags are set aside as marks, and what they say is kept.

PaddleOCR centres pictures and captions with `<div style="text-align: center;">`, converters write `<h2>` for `##` and
`<b>` for `**`, vision models `<header>`, Azure `:selected:`, DeepSeek-OCR `<|ref|>…<|/ref|>`, PyMuPDF4LLM comments
around the text of a picture; pages copied from the web have `&nbsp;`. Pictures inside of text are set aside as well.
Tags that no such tool writes (`<script>`) stay text, and so do those of tables and comments, which are read as what
they are.
"""

from __future__ import annotations

import re
from itertools import takewhile

from wanbao.parse.image_marks import HTML_IMAGE, MARKDOWN_IMAGE, is_html_picture, is_picture
from wanbao.parse.piece import Piece
from wanbao.patterns import regex
from wanbao.records import Span
from wanbao.text import holds_any

NAMES = "h[1-6]|p|div|span|b|strong|i|em|u|font|center|br|sup|sub|small|big|a"
NAMES += "|section|article|figure|figcaption|header|footer"
"""Tags that are set aside, as the inside of a group."""
_ATTRIBUTE = r"""\s+[a-z-]{1,20}\s?=\s?(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'|[^\s"'<>]{1,100})"""
_TAG = regex(
    rf"<(?P<end>/?)(?P<name>{NAMES})(?:{_ATTRIBUTE}){{0,8}}\s?/?>|&(?:nbsp|ensp|emsp|thinsp);|:(?:un)?selected:"
    rf"|<!--\s?(?:start|end) of picture text\s?-->|(?:\*\*)?-----\s(?:start|end) of picture text\s-----(?:\*\*)?"
    rf"|<\|ref\|>[a-z_ ]{{1,30}}<\|/ref\|><\|det\|>[\[\]\d, ]{{1,400}}<\|/det\|>"
    rf"|<\|det\|>[\[\]\d, ]{{1,400}}<\|/det\|>|<[|｜]/?[a-z_▁]{{1,30}}[|｜]>"
    rf"|(?P<picture>{MARKDOWN_IMAGE}|{HTML_IMAGE})",
    re.IGNORECASE,
)
"""A tag, whose attributes have values: `a<b 和 x>y` is a sentence."""
_SIGNS = ("<", "&", "selected:", "![", " picture text ")
_HEADING = regex(r"\s?(#{1,6})\s")
_PAGE_HEAD = regex(
    r"<!-- Page(?:Header|Number)=\"([^\"<>\n]{0,40}"
    r"(?:\d{4}\s?年\s?\d|20\d\d[-./]\d|\d\s?版|第?\s?[A-DＡ-Ｄ]\s?\d{1,2}\b)[^\"<>\n]{0,40})\" -->\s*"
)
"""`<!-- PageHeader="2022年5月18日 A02" -->`: what Azure takes for the running head of a page, where it holds a date or
the number of a page."""
_TABLE = regex("</?table", re.IGNORECASE)
_BOLD = frozenset(("b", "strong"))


def has_tags(text: str) -> bool:
    """Whether any of them may stand in the text: asked once a page."""
    return holds_any(text, _SIGNS) and (_TAG.search(text) is not None or "<!-- Page" in text)


def _may_hold(line: str) -> bool:
    """Whether anything stands in a line with which a tag begins: a cheap look."""
    return "<" in line or "&" in line or ":" in line or "-----" in line or "![" in line


def without_tags(lines: list[str], begin: int, first_line: int) -> tuple[list[str], list[Piece]]:
    """The lines without tags at their ends from `begin` on, behind the front matter, and those as marks.

    Those inside are taken out later (`take_out_tags`). Columns stay as they are: blanks stand where a tag stood, and
    the Markdown mark that means the same.
    """
    bare: list[str] = lines[:begin]
    marks: list[Piece] = []
    table = False
    for number, line in enumerate(lines[begin:], first_line + begin):
        opened = "<" in line and _TABLE.search(line) is not None
        if "<!-- Page" in line and (head := _PAGE_HEAD.fullmatch(line)):
            marks.append(Piece("mark", "", [], [Span(number, 0, head.start(1)), Span(number, head.end(1), len(line))]))
            line = " " * head.start(1) + head[1] + " " * (len(line) - head.end(1))
        elif not (table or opened) and _may_hold(line) and not _is_picture(line.strip()) and _TAG.search(line):
            line, spans = _bare(line, number)
            marks += [Piece("mark", "", [], [span]) for span in spans]
        if opened:
            table = "</table" not in line.lower()
        elif not line.strip():
            table = False  # as `tables.more_html` ends one that was never closed
        bare.append(line)
    return bare, marks


def _is_picture(line: str) -> bool:
    """Whether a line, without blank ends, is a picture and nothing else."""
    return is_picture(line) or is_html_picture(line)


def _bare(line: str, number: int) -> tuple[str, list[Span]]:
    """The line with blanks, or Markdown's marks, for the tags at its ends, and where these stand."""
    tags = list(_TAG.finditer(line))
    head = list(takewhile(lambda tag: not tag["picture"], _row_of(line, tags)))  # a picture is a line of its own
    tail = [] if len(head) == len(tags) else _row_of(line, tags[len(head) :], last=True)
    says_nothing = bool(head) and len(head) == len(tags) and not line[head[-1].end() :].strip()
    level = 0 if says_nothing else _level(head)
    letters, spans = list(line), []
    for tag in head + tail:
        letters[tag.start() : tag.end()] = " " * len(tag.group())
        spans.append([tag.start(), tag.end()])
    if level:
        _write(letters, spans[0], "#" * level, first=True)
    elif head and (marked := _HEADING.match(line, head[-1].end())):
        _write(letters, spans[0], marked[1], first=True)  # mammoth sets anchors before a heading's mark
        letters[marked.start(1) : marked.end(1)] = " " * len(marked[1])
        spans.append([marked.start(1), marked.end(1)])
    elif _is_bold(head, tail) and "*" not in line and not line[head[-1].end()].isspace():
        _write(letters, spans[len(head) - 1], "**", first=False)
        _write(letters, spans[len(head)], "**", first=True)
    return "".join(letters), [Span(number, start, end) for start, end in spans if start < end]


def _row_of(line: str, tags: list[re.Match[str]], last: bool = False) -> list[re.Match[str]]:
    """The tags with which a line begins, or ends, one after the other."""
    row: list[re.Match[str]] = []
    place = len(line) if last else 0
    for tag in reversed(tags) if last else tags:
        between = line[tag.end() : place] if last else line[place : tag.start()]
        if between.strip():
            break
        row.append(tag)
        place = tag.start() if last else tag.end()
    return row[::-1] if last else row


_MOST_BEFORE, _DEEPEST = 3, 4
"""Blanks before a heading's mark, as in Markdown; and the level of which the mark fills the whole of `<h4>`."""


def _level(head: list[re.Match[str]]) -> int:
    """The level of the heading that the first tag of a line begins, or 0."""
    if not head or head[0].start() > _MOST_BEFORE or head[0]["end"] or not _is_heading(head[0]):
        return 0
    return min(int(head[0]["name"][1]), _DEEPEST)


def _is_heading(tag: re.Match[str]) -> bool:
    """Whether it is one of `<h1>` to `<h6>`, or ends one."""
    return tag["name"] is not None and len(tag["name"]) == 2 and tag["name"][0] in "hH"


def _is_bold(head: list[re.Match[str]], tail: list[re.Match[str]]) -> bool:
    """Whether the innermost tags around a line set the whole of it in bold, or as a heading inside of another tag."""
    if not (head and tail and head[-1]["name"] and tail[0]["name"]) or head[-1]["end"] or not tail[0]["end"]:
        return False
    name = head[-1]["name"].lower()
    return name == tail[0]["name"].lower() and (name in _BOLD or _is_heading(head[-1]))


def _write(letters: list[str], span: list[int], mark: str, first: bool) -> None:
    """Write a mark into the place of a tag that is at least as long, at its beginning or its end, which is set aside
    as the mark and no longer as the tag."""
    start = span[0] if first else span[1] - len(mark)
    letters[start : start + len(mark)] = mark
    span[:] = [start + len(mark), span[1]] if first else [span[0], start]


def take_out_tags(piece: Piece) -> None:
    """Make marks of the tags inside of a piece's text."""
    if piece.shape in _AS_THEY_ARE or not _may_hold(piece.text):
        return
    runs = [run.span() for run in _TAG.finditer(piece.text)]
    if runs and runs[0] != (0, len(piece.text)):
        piece.marks += [span for start, end in runs for span in piece.spans(start, end)]
        piece.take_out(runs)


_AS_THEY_ARE = ("image", "html", "table", "front", "mark", "page_mark")

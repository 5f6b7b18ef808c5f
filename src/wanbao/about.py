"""The maintainer's own text about the archive, `articles/about.md`: CommonMark with tables, raw HTML shown as text.

A site has no pictures but what its theme brings, and asks no other host for anything, so a picture in the text is left
out: its words stand in its place, and a warning says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wanbao.config import ABOUT, MAX_SIZE
from wanbao.disk import read_plain
from wanbao.errors import Note, SettingsError
from wanbao.strange import find_strange, replace_forbidden

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_OWN = "data:"
"""How a picture begins that lies in the text itself."""


def about_text(path: Path) -> tuple[str, list[Note]]:
    """The text and what is wrong with it (W114, W122); empty where there is none. Raises SettingsError E201."""
    try:
        text = read_plain(path, MAX_SIZE).decode("utf-8-sig", errors="replace")
    except FileNotFoundError:
        return "", []
    except OSError as error:
        raise SettingsError(Note("E201", f"cannot be read: {error.strerror}", "", str(path))) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    notes = list(_pictures(text))
    if strange := find_strange(text):
        what = f"holds characters that cannot be text, the first U+{ord(strange.first):04X}"
        notes.append(Note("W114", what, "remove them from the file", ABOUT, strange.line, strange.column))
    return replace_forbidden(text), notes


def _pictures(text: str) -> Iterator[Note]:
    """A warning for each picture that is left out."""
    if "![" not in text:  # to load markdown-it takes longer than a build with nothing to do
        return
    for block in _reader().parse(text):
        line = block.map[0] + 1 if block.map else 0
        for token in block.children or ():
            if token.type in ("softbreak", "hardbreak"):
                line += 1
            elif token.type == "image" and not _is_own(token):
                what = f"the picture {str(token.attrs['src'])[:80]!r} is left out"
                yield Note("W122", what, "write a link to it, or show it in a theme of your own", ABOUT, line)


def about_html(text: str) -> str:
    """The text as HTML. The page has its headline: a text that brings another has all its headings one level lower."""
    if not text.strip():
        return ""
    reader = _reader()
    tokens = reader.parse(text)
    if any(token.tag == "h1" for token in tokens):
        for token in tokens:
            if token.type in ("heading_open", "heading_close"):
                token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
    html: str = reader.renderer.render(tokens, reader.options, {})
    return html


def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    shown = reader.renderer.rules["image"]  # type: ignore[attr-defined]

    def picture(tokens: list[Token], at: int, options: Any, env: Any) -> str:
        if _is_own(tokens[at]):
            return str(shown(tokens, at, options, env))
        from markdown_it.common.utils import escapeHtml

        return escapeHtml(reader.renderer.renderInlineAsText(tokens[at].children or [], options, env))  # type: ignore[attr-defined]

    reader.renderer.rules["image"] = picture  # type: ignore[attr-defined]
    return reader


def _is_own(picture: Token) -> bool:
    return str(picture.attrs.get("src", "")).startswith(_OWN)

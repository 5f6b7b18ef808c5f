"""What a finished file refers to, read off its text: links, loads, ids, title, language.

Written for speed over our own, valid output (some 2 ms a page; `html.parser` needs ten times that), by the rules of the
HTML standard that matter here: comments and raw text elements hide their content, quoted values may hold `>`,
attribute names have no case, values may hold character references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from msgspec import Struct

from wanbao.patterns import regex


class Reference(NamedTuple):
    """An address that stands in a file."""

    url: str
    """The address as written, character references resolved."""
    offset: int
    """Where in the text it stands."""
    place: str
    """What holds it: `<a href>`, `url()`."""
    loads: bool = False
    """True where the reader's browser fetches it of itself, without a click."""


class PageFacts(Struct, frozen=True):
    """What one HTML page says about itself and about others."""

    references: tuple[Reference, ...]
    """Every address it links to or loads, in order."""
    ids: tuple[tuple[str, int], ...]
    """Every id with its offset, in order, doubles included."""
    named: tuple[Reference, ...]
    """Ids that labels and descriptions of this page name; they must be ids of this same page."""
    data: tuple[tuple[str, int], ...]
    """The content of every JSON script with its offset."""
    title: str
    """The title, white space at its ends removed; empty where there is none."""
    heading: str
    """The text of the first h1; empty where there is none."""
    language: str
    """The `lang` of the html element."""
    base: str
    """The `href` of the base element; empty where there is none."""
    canonical: str
    """The canonical address; empty where there is none."""
    robots: str
    """The robots directive."""


_ATTRIBUTES = r"""((?:[^>"']++|"[^"]*+"|'[^']*+')*+)"""
_TAG = regex(r"<(?:!--|([a-zA-Z][a-zA-Z0-9:-]*+)" + _ATTRIBUTES + ">)")
_ATTRIBUTE = regex(r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_HEADING = regex(r"<h1\b" + _ATTRIBUTES + r">(.*?)</h1\s*>", re.DOTALL | re.IGNORECASE)
_ANY_TAG = regex(r"<[^>]*>")
_RAW = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "title", "textarea")}
_REFRESH = regex(r"\s*[0-9.]+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)

_CSS_COMMENT = regex(r"/\*.*?\*/", re.DOTALL)
_CSS_URL = regex(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.I)
_JS_LOAD = regex(
    r"""(?:^|[;\s}])(?:import|export)\s*(?:[\w$*{}\s,]+?\s*from\s*)?["']([^"'\n]+)["']"""
    r"""|\bimport\s*\(\s*["'`]([^"'`\n]+)["'`]"""
    r"""|\b(?:fetch|importScripts|EventSource|WebSocket|sendBeacon|Worker)\s*\(\s*["'`]((?:https?:|wss?:|//)[^"'`\n]*)"""
)
"""`import a from "./b.js"`, `import('./b.js')`, `fetch("https://…")`: what a script loads."""

_LINKS = {
    ("a", "href"),
    ("area", "href"),
    ("blockquote", "cite"),
    ("q", "cite"),
    ("ins", "cite"),
    ("del", "cite"),
}
_LOADS = {
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("frame", "src"),
    ("embed", "src"),
    ("audio", "src"),
    ("video", "src"),
    ("source", "src"),
    ("track", "src"),
    ("input", "src"),
    ("video", "poster"),
    ("object", "data"),
    ("use", "href"),
    ("image", "href"),
    ("form", "action"),
    ("button", "formaction"),
    ("input", "formaction"),
}
"""A form's action loads nothing by itself, but a reader's words must not go to another host either."""
_SETS = {("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset")}
_NAMING = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "headers"}
_LOADING_RELATIONS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest"}
    | {"preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"}
)


def scan(text: str) -> PageFacts:
    """Read off an HTML page what it refers to. Never fails; a page that is no HTML has no facts."""
    gathering = _Gathering()
    position = 0
    while match := _TAG.search(text, position):
        position = match.end()
        if match[1] is None:
            end = text.find("-->", position)
            position = len(text) if end < 0 else end + 3
            continue
        name = match[1].lower()
        if match[2] or name in _RAW:
            attributes = _attributes(match[2])
            gathering.tag(name, attributes, match.start())
            if name in _RAW:
                close = _RAW[name].search(text, position)
                end = close.start() if close else len(text)
                gathering.raw(name, attributes, text[position:end], position)
                position = end
    return gathering.facts(text)


def css_references(text: str, offset: int = 0) -> Iterator[Reference]:
    """Every address a stylesheet loads."""
    plain = _CSS_COMMENT.sub(lambda comment: " " * len(comment[0]), text)
    for match in _CSS_URL.finditer(plain):
        url = next((group for group in match.groups() if group is not None), "")
        yield Reference(url, offset + match.start(), "url()", loads=True)


def script_references(text: str, offset: int = 0) -> Iterator[Reference]:
    """Every module a script imports by a literal name, and every other host it asks by a literal address."""
    for match in _JS_LOAD.finditer(text):
        url = match[1] or match[2] or match[3]
        yield Reference(url, offset + match.start(), "script", loads=True)


def _attributes(text: str) -> dict[str, str]:
    """The attributes of a tag; of two with one name the first counts, as in the standard."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        value = double or single or bare
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found


class _Gathering:
    """The facts of a page while it is being read."""

    __slots__ = ("base", "canonical", "data", "ids", "language", "named", "references", "robots", "title")

    def __init__(self) -> None:
        self.references: list[Reference] = []
        self.ids: list[tuple[str, int]] = []
        self.named: list[Reference] = []
        self.data: list[tuple[str, int]] = []
        self.title = self.language = self.base = self.canonical = self.robots = ""

    def tag(self, name: str, attributes: dict[str, str], offset: int) -> None:
        """Take in an opening tag."""
        for key, value in attributes.items():
            if key == "id":
                self.ids.append((value, offset))
            elif (name, key) in _LINKS:
                self.references.append(Reference(value, offset, f"<{name} {key}>"))
            elif (name, key) in _LOADS or (key == "xlink:href"):
                self.references.append(Reference(value, offset, f"<{name} {key}>", loads=True))
            elif (name, key) in _SETS:
                self.references += _set_references(value, offset, f"<{name} {key}>")
            elif key in _NAMING:
                self.named += [Reference(part, offset, f"<{name} {key}>") for part in value.split()]
            elif key == "style" and "url(" in value:
                self.references += css_references(value, offset)
        if name == "link":
            self._link(attributes, offset)
        elif name == "meta":
            self._meta(attributes, offset)
        elif name == "html":
            self.language = attributes.get("lang", "").strip()
        elif name == "base":
            self.base = attributes.get("href", "")

    def raw(self, name: str, attributes: dict[str, str], content: str, offset: int) -> None:
        """Take in the content of an element that holds no tags."""
        if name == "title":
            # An svg has titles too; the page's own comes first.
            self.title = self.title or unescape(content).strip()
        elif name == "style":
            self.references += css_references(content, offset)
        elif name == "script":
            if "json" in attributes.get("type", ""):
                self.data.append((content, offset))
            else:
                self.references += script_references(content, offset)

    def facts(self, text: str) -> PageFacts:
        """Everything taken in."""
        heading = _HEADING.search(text)
        return PageFacts(
            references=tuple(self.references),
            ids=tuple(self.ids),
            named=tuple(self.named),
            data=tuple(self.data),
            title=self.title,
            heading=unescape(_ANY_TAG.sub("", heading[2])).strip() if heading else "",
            language=self.language,
            base=self.base,
            canonical=self.canonical,
            robots=self.robots,
        )

    def _link(self, attributes: dict[str, str], offset: int) -> None:
        relations = attributes.get("rel", "").lower().split()
        url = attributes.get("href", "")
        if "canonical" in relations:
            self.canonical = url
        loads = not _LOADING_RELATIONS.isdisjoint(relations)
        self.references.append(Reference(url, offset, f"<link rel={'+'.join(relations)}>", loads))

    def _meta(self, attributes: dict[str, str], offset: int) -> None:
        content = attributes.get("content", "")
        if attributes.get("http-equiv", "").lower() == "refresh" and (match := _REFRESH.match(content)):
            self.references.append(Reference(match[1].strip(), offset, "<meta refresh>", loads=True))
        elif attributes.get("name", "").lower() == "robots":
            self.robots = content


def _set_references(value: str, offset: int, place: str) -> Iterator[Reference]:
    """The addresses of a `srcset`."""
    for candidate in re.split(r",\s+|,$", value):
        if url := candidate.split():
            yield Reference(url[0], offset, place, loads=True)

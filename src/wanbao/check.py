"""A finished site, looked at from outside: does every link answer, is every file whole, does it ask other hosts?

It reads nothing but the output folder, so it says the same of a site built by somebody else. Every reference of
every HTML page, stylesheet, script, feed and sitemap is followed to a file, and to an id in it:

    E401  a link leads nowhere, or only where the site lies at the root of a host or is served by a web server
    E402  an id is used twice in one page
    E403  a page has no title, no heading or no language
    E404  search does not find what is there, or finds what is not
    E407  a page asks another host for something
    E408  a file is cut short or not well-formed
    W406  a page cannot be reached from the home page by links
"""

from __future__ import annotations

import json
import os
import posixpath
import re
from array import array
from bisect import bisect_right
from codecs import BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.parsers import expat

from msgspec import Struct, field

from wanbao import urls
from wanbao.errors import Note, PublishError
from wanbao.pagescan import PageFacts, Reference, css_references, scan, script_references
from wanbao.patterns import regex
from wanbao.search import HEAD, check_index

_SCHEME = regex(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_HARMLESS_SCHEMES = frozenset({"mailto", "tel", "data"})
_WHOLE = regex(r"</html\s*>\s*\Z", re.IGNORECASE)
_JSON_FEED = "https://jsonfeed.org/"


def check_site(site: Path) -> Iterator[Note]:
    """Check every file of a finished site; the notes come sorted by file, line and code.

    Nothing outside the site is touched: an address on another host is taken as it stands. Raises PublishError (E302)
    where there is no such folder.
    """
    if not site.is_dir():
        raise PublishError(Note("E302", "there is no such folder", "name a finished site", str(site)))
    web = _Web(site, {address: number for number, address in enumerate(list_files(site))})
    if urls.HOME in web.numbers:
        web.base = _base_of(scan(_decode(site / urls.HOME)).canonical)
    else:
        web.notes.append(Note("E401", "the site has no home page", "build it again", urls.HOME))
    for address in web.numbers:
        _check_file(web, address)
    _check_fragments(web)
    _check_reach(web)
    if HEAD in web.numbers:
        web.notes.extend(check_index(lambda address: (site / address).read_bytes()))
    yield from sorted(web.notes, key=lambda note: (note.path, note.line, note.code, note.message))


def list_files(site: Path) -> list[str]:
    """The addresses of all files of a site, sorted; hidden files and folders are not part of it."""
    found: list[str] = []
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(site / folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{folder}{entry.name}/")
                elif entry.is_file():
                    found.append(folder + entry.name)
    return sorted(found)


class _Web(Struct):
    """The site while it is being checked. Small for each page, so that a large site fits into memory."""

    site: Path
    """The output folder."""
    numbers: dict[str, int]
    """Every file and its number."""
    base: str = ""
    """Where the home page says that the site lies, with `/` at the end; empty where it does not say."""
    ids: dict[str, str] = field(default_factory=dict)
    """For every page its ids, each between two NUL."""
    wanted: list[tuple[str, str, Reference, int]] = field(default_factory=list)
    """(page asked, page asking, reference, line) for every id asked of another page."""
    edges: dict[str, array[int]] = field(default_factory=dict)
    """For every page the numbers of the files it links to."""
    exempt: set[str] = field(default_factory=set)
    """Pages that need not be reachable: moved, withdrawn, not found."""
    notes: list[Note] = field(default_factory=list)
    """What was found."""


class _Lines:
    """The line of an offset in a text, found without counting from the top each time."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def at(self, offset: int) -> int:
        """The line, from 1."""
        if self._starts is None:
            self._starts = [match.end() for match in re.finditer("\n", self._text)]
        return bisect_right(self._starts, offset) + 1


def _decode(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def _base_of(canonical: str) -> str:
    """Where the site lies, told by the canonical address of its home page."""
    return canonical[: canonical.rfind("/") + 1] if re.match("https?://", canonical) else ""


def _check_file(web: _Web, address: str) -> None:
    kind = posixpath.splitext(address)[1]
    checker = _CHECKERS.get(kind)
    if not checker and address != urls.ROBOTS:
        return
    data = (web.site / address).read_bytes()
    try:
        # A byte order mark comes before anything a server says: the shards of the search index are UTF-16.
        text = data.decode("utf-16" if data.startswith(BOM_UTF16_LE) else "utf-8")
    except UnicodeDecodeError as error:
        web.notes.append(Note("E408", f"byte {error.start} is not UTF-8", "build the site again", address))
        return
    (checker or _check_robots)(web, address, text)


# HTML ----------------------------------------------------------------------------------------------------------------


def _check_page(web: _Web, address: str, text: str) -> None:
    facts = scan(text)
    lines = _Lines(text)
    if not _WHOLE.search(text, max(0, len(text) - 200)):
        web.notes.append(Note("E408", "the page is cut short: it does not end in </html>", "build again", address))
    web.notes += _missing(address, facts)
    web.notes += _ids_of(web, address, facts, lines)
    for content, offset in facts.data:
        web.notes += _json_faults(address, content, lines.at(offset))
    folder = posixpath.dirname(address)
    if facts.base:
        folder = posixpath.dirname(_inside(web, facts.base) or urls.HOME)
    targets = {_follow(web, address, folder, reference, lines) for reference in facts.references}
    web.edges[address] = array("L", sorted(web.numbers[target] for target in targets if target in web.numbers))
    if address == urls.NOT_FOUND or "noindex" in facts.robots:
        web.exempt.add(address)


def _missing(address: str, facts: PageFacts) -> Iterator[Note]:
    """What every page must have for a reader who does not see it."""
    if not facts.title:
        yield Note("E403", "the page has no title", "give its view a title", address)
    if not facts.heading:
        yield Note("E403", "the page has no heading (h1)", "give its template an h1 with text", address)
    if not facts.language:
        yield Note("E403", "the page does not say its language", "give its html element a lang", address)


def _ids_of(web: _Web, address: str, facts: PageFacts, lines: _Lines) -> Iterator[Note]:
    """Remember the ids of a page; tell of doubles and of labels that name none."""
    seen: dict[str, int] = {}
    for name, offset in facts.ids:
        if name in seen:
            first = lines.at(seen[name])
            yield Note(
                "E402", f"the id “{name}” stands in line {first} too", "make it unique", address, lines.at(offset)
            )
        seen.setdefault(name, offset)
    web.ids[address] = "\0" + "\0".join(seen) + "\0"
    for reference in facts.named:
        if reference.url not in seen:
            message = f"{reference.place} names “{reference.url}”, which is no id of this page"
            yield Note("E401", message, "name an id that is there", address, lines.at(reference.offset))


# Other files ---------------------------------------------------------------------------------------------------------


def _check_stylesheet(web: _Web, address: str, text: str) -> None:
    _follow_all(web, address, css_references(text), text)


def _check_script(web: _Web, address: str, text: str) -> None:
    _follow_all(web, address, script_references(text), text)


def _check_robots(web: _Web, address: str, text: str) -> None:
    found = re.finditer(r"(?mi)^sitemap:[ \t]*(\S+)", text)
    _follow_all(web, address, (Reference(match[1], match.start(), "Sitemap:") for match in found), text)


def _check_xml(web: _Web, address: str, text: str) -> None:
    """Follow the links of Atom feeds and sitemaps; any XML must be well-formed."""
    found: list[tuple[Reference, int]] = []
    inside_loc: list[str] = []
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name in ("link", "content") and (url := attributes.get("href") or attributes.get("src")):
            found.append((Reference(url, 0, f"<{name}>"), parser.CurrentLineNumber))
        elif name == "loc":
            inside_loc.append("")

    def characters(data: str) -> None:
        if inside_loc:
            inside_loc[-1] += data

    def end(name: str) -> None:
        if name == "loc":
            found.append((Reference(inside_loc.pop().strip(), 0, "<loc>"), parser.CurrentLineNumber))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = characters
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        message = f"not well-formed XML: {expat.errors.messages[error.code]}"
        web.notes.append(Note("E408", message, "build the site again", address, error.lineno))
    folder = posixpath.dirname(address)
    for reference, line in found:
        _follow_from(web, address, folder, reference, line)
        if reference.place == "<loc>" and not (web.base and reference.url.startswith(web.base)):
            message = f"<loc> “{reference.url}” is no address of this site"
            web.notes.append(Note("E401", message, "build with the right base URL", address, line))


def _check_json(web: _Web, address: str, text: str) -> None:
    """Any JSON must be well-formed; the addresses of a JSON feed must answer."""
    faults = list(_json_faults(address, text, 1))
    web.notes += faults
    if faults or _JSON_FEED not in text[:300]:
        return
    feed = json.loads(text)
    found = [feed.get("home_page_url"), feed.get("feed_url"), feed.get("next_url")]
    found += [item.get("url") for item in feed.get("items", ())]
    for url in filter(None, found):
        _follow_from(web, address, posixpath.dirname(address), Reference(url, 0, "url"), 0)


def _json_faults(address: str, text: str, line: int) -> Iterator[Note]:
    try:
        json.loads(text)
    except ValueError as error:
        at = line + (error.lineno - 1 if isinstance(error, json.JSONDecodeError) else 0)
        yield Note("E408", f"not well-formed JSON: {error}", "build the site again", address, at)


_CHECKERS = {
    ".html": _check_page,
    ".css": _check_stylesheet,
    ".js": _check_script,
    ".mjs": _check_script,
    ".xml": _check_xml,
    ".svg": _check_xml,
    ".json": _check_json,
    ".webmanifest": _check_json,
}


# Following a reference -----------------------------------------------------------------------------------------------


def _follow_all(web: _Web, address: str, references: Iterator[Reference], text: str) -> None:
    lines = _Lines(text)
    for reference in references:
        _follow(web, address, posixpath.dirname(address), reference, lines)


def _follow(web: _Web, address: str, folder: str, reference: Reference, lines: _Lines) -> str:
    """Follow a reference of a page; the file it leads to, or empty. The line is worked out only where it is needed."""
    plain = reference.url
    # The common case, a relative link to a file that is there, without further ado.
    if "#" not in plain and ":" not in plain and "%" not in plain and "?" not in plain and plain[:1] not in ("/", ""):
        target = posixpath.normpath(f"{folder}/{plain}" if folder else plain)
        if target in web.numbers and not plain.endswith("/"):
            return target
    return _follow_from(web, address, folder, reference, lines.at(reference.offset))


def _follow_from(web: _Web, address: str, folder: str, reference: Reference, line: int) -> str:
    url = reference.url.strip()
    if re.match("//|https?:", url, re.IGNORECASE) and not (web.base and url.startswith(web.base)):
        if reference.loads:
            message = f"{reference.place} asks another host: “{url}”"
            web.notes.append(Note("E407", message, "ship the file with the site", address, line))
        return ""
    target, problem = _locate(web, address, folder, url)
    if problem:
        message = f"{reference.place} “{reference.url}” leads nowhere: {problem}"
        web.notes.append(Note("E401", message, "make the target or drop the link", address, line))
        return ""
    fragment = unquote(url.partition("#")[2].partition(":~:")[0])
    if fragment and fragment != "top" and target.endswith(".html"):
        web.wanted.append((target, address, reference._replace(url=fragment), line))
    return target


def _locate(web: _Web, address: str, folder: str, url: str) -> tuple[str, str]:
    """(file, problem): where a reference leads, or why it leads nowhere."""
    if not url:
        return "", "it is empty"
    absolute = bool(web.base) and url.startswith(web.base)
    scheme = _SCHEME.match(url)
    if scheme and not absolute:
        harmless = scheme[1].lower() in _HARMLESS_SCHEMES
        return "", "" if harmless else f"{scheme[1]}: is no address"
    path = unquote(re.split("[?#]", url, maxsplit=1)[0])
    if absolute or path.startswith("/"):
        if not absolute and address != urls.NOT_FOUND:
            return "", "it starts at the root of the host, where the site may not lie"
        inside = _inside(web, url)
        return (inside, "" if inside in web.numbers else f"there is no {inside}")
    if not path:
        return address, ""
    target = posixpath.normpath(posixpath.join(folder, path))
    if target.startswith("../"):
        return "", "it leaves the site"
    if path.endswith("/") or (target not in web.numbers and f"{target}/{urls.HOME}" in web.numbers):
        return "", "it names a folder, which is no page for a reader who opens the site from disk"
    return target, "" if target in web.numbers else f"there is no {target}"


def _inside(web: _Web, url: str) -> str:
    """The file that an absolute address or path of this site names, as a host would answer it."""
    path = unquote(urlsplit(url).path)
    root = urlsplit(web.base).path if web.base else "/"
    path = path.removeprefix(root).lstrip("/")
    return f"{path}{urls.HOME}" if not path or path.endswith("/") else path


# The whole -----------------------------------------------------------------------------------------------------------


def _check_fragments(web: _Web) -> None:
    """Every id that was asked for must be there."""
    for target, address, reference, line in web.wanted:
        if f"\0{reference.url}\0" not in web.ids.get(target, ""):
            where = "this page" if target == address else target
            message = f"{reference.place} leads to “#{reference.url}”, which is no id of {where}"
            web.notes.append(Note("E401", message, "name an id that is there", address, line))


def _check_reach(web: _Web) -> None:
    """Every page must be reachable from the home page."""
    addresses = list(web.numbers)
    reached = {urls.HOME}
    front = [urls.HOME]
    while front:
        for number in web.edges.get(front.pop(), ()):
            target = addresses[number]
            if target not in reached:
                reached.add(target)
                front.append(target)
    for address in web.edges:
        if address not in reached and address not in web.exempt:
            message = "no chain of links leads here from the home page"
            web.notes.append(Note("W406", message, "link it from a list, or mark it noindex", address))

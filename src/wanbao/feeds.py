"""Feeds of what is new, and the map of the site for search engines.

Everything here is made from the archive alone; no clock is read, so the same archive gives the same bytes.

**Ids.** A feed's and an entry's id must be an absolute IRI that never changes (RFC 4287, 4.2.6). The archive may have
no host today and another one tomorrow, so ids are no addresses: they are `urn:uuid:` names (RFC 9562, version 5) of
the article's permanent id, the same with and without a base URL.

**Times.** A newspaper knows days, Atom wants moments (RFC 3339). A day is written as its noon in UTC, which is that
same day in all but the farthest time zones. `updated` is compulsory: for an issue dated by month or year it is the
first day that the date can mean, which puts such issues behind dated ones and, unlike the last, cannot lie in the
future; for an unknown date it is 1970-01-01, the day that readers show for none. `published` is only written where the
day is certain.

**Texts.** A feed brings the first words of an article, in Atom as its summary. JSON Feed 1.1 has a summary too, but
also demands a content, which is these words with the way to the whole text.

**Without a base URL** Atom keeps working, as its links may be relative. JSON Feed and site maps need absolute
addresses: do not write them then, and leave the site map out of robots.txt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha1
from itertools import islice

import msgspec

from wanbao.dates import bounds, is_day
from wanbao.errors import Record
from wanbao.reference import one_line

NAMESPACE = "6f1c2a52-5d0b-5e0e-9a55-0b6d7e2f4c11"
"""The namespace of all ids, drawn once; another one would make every entry new to every reader."""

UNKNOWN = "1970-01-01T12:00:00Z"
"""The moment written where nothing is known."""

TOMBSTONES = ' xmlns:at="http://purl.org/atompub/tombstones/1.0"'
"""The vocabulary of deletion entries, named where there are any."""

MOST_URLS = 50_000
"""How many addresses a site map may hold (sitemaps.org protocol)."""


class Entry(Record, frozen=True):
    """Something new: an article or an issue."""

    id: str
    """Its permanent id: `mmwb-20220518-A02-3`."""
    url: str
    """Its absolute address or, without a base URL, its address from the root."""
    title: str
    """What it is called."""
    date: str
    """The date of issue, EDTF."""
    summary: str = ""
    """The first words of the text."""
    authors: tuple[str, ...] = ()
    """Who wrote it; empty where nobody is named."""
    section: str = ""
    """版名."""
    changed: str = ""
    """The day of its last correction (`2024-02-01`), where it was corrected."""


class Deletion(Record, frozen=True):
    """Something that was withdrawn."""

    id: str
    """The permanent id that its entry had."""
    day: str
    """The day it was withdrawn: `2024-02-01`."""


class Feed(Record, frozen=True):
    """What a feed says about itself."""

    id: str
    """A lasting name: `mmwb-articles`."""
    title: str
    """What it is called."""
    home: str
    """The address of the page it belongs to, absolute or from the root."""
    address: str
    """Its own address, absolute or from the root."""
    author: str
    """Who stands for texts without an author: the newspaper or its publisher."""
    subtitle: str = ""
    """A sentence about it."""
    language: str = "zh-Hans"
    """The language of the texts (BCP 47)."""
    rights: str = ""
    """The statement of rights."""
    more: str = ""
    """What the link to the whole text of an entry reads, in JSON Feed; the entry's title where it is empty."""


# --- Atom -----------------------------------------------------------------------------------------------------------


def atom(feed: Feed, entries: Sequence[Entry], deletions: Sequence[Deletion] = ()) -> bytes:
    """The feed in Atom (RFC 4287), entries in the order given, withdrawn ones as deletion entries (RFC 6721)."""
    moments = [*(updated(entry) for entry in entries), *(_noon(gone.day) for gone in deletions)]
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom"{TOMBSTONES if deletions else ""} xml:lang="{_xml(feed.language)}">',
        *_element("id", name_of(feed.id)),
        f"<title>{_xml(feed.title) or '-'}</title>",
        *_element("subtitle", feed.subtitle),
        *_element("updated", max(moments, default=UNKNOWN)),
        f'<link rel="self" type="application/atom+xml" href="{_xml(feed.address)}"/>',
        f'<link rel="alternate" type="text/html" href="{_xml(feed.home)}"/>',
        f"<author><name>{_xml(feed.author) or '-'}</name></author>",
        *_element("rights", feed.rights),
        *(line for entry in entries for line in _entry(entry)),
        *(f'<at:deleted-entry ref="{name_of(gone.id)}" when="{_noon(gone.day)}"/>' for gone in deletions),
        "</feed>",
        "",
    )
    return "\n".join(lines).encode()


def _entry(entry: Entry) -> Iterator[str]:
    yield "<entry>"
    yield from _element("id", name_of(entry.id))
    # An entry must have a title; one that is empty is allowed and no reader likes it.
    yield f"<title>{_xml(entry.title) or _xml(entry.id)}</title>"
    yield f'<link rel="alternate" type="text/html" href="{_xml(entry.url)}"/>'
    if is_day(entry.date):
        yield from _element("published", _noon(entry.date))
    yield from _element("updated", updated(entry))
    yield from (f"<author><name>{_xml(name)}</name></author>" for name in entry.authors if one_line(name))
    if entry.section:
        yield f'<category term="{_xml(entry.section)}"/>'
    yield from _element("summary", entry.summary)
    yield "</entry>"


def name_of(identifier: str) -> str:
    """The lasting IRI of a permanent id: `urn:uuid:…`, a UUID of version 5 (RFC 9562, 5.5).

    Made by hand, because the standard library's module also draws UUIDs from clock and chance and is kept out.
    """
    seed = bytes.fromhex(NAMESPACE.replace("-", "")) + identifier.encode("utf-8", "surrogatepass")
    digest = bytearray(sha1(seed, usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def updated(entry: Entry) -> str:
    """When the entry last changed: the day of its correction or of its issue, the later one."""
    return max(_noon(entry.date), _noon(entry.changed) if entry.changed else "")


def _noon(edtf: str) -> str:
    """The moment written for a date: noon of the first day it can mean."""
    first = bounds(edtf)[0] if edtf else date.min
    return UNKNOWN if first == date.min else f"{first.isoformat()}T12:00:00Z"


def _element(name: str, text: str) -> Iterator[str]:
    """The element, or nothing where it would be empty."""
    if escaped := _xml(text):
        yield f"<{name}>{escaped}</{name}>"


def _xml(text: str) -> str:
    """The text as XML may hold it, in an element or an attribute: characters that XML forbids are left out."""
    kept = one_line(text).replace("&", "&amp;").replace("<", "&lt;")
    return kept.replace(">", "&gt;").replace('"', "&quot;")


# --- JSON Feed ------------------------------------------------------------------------------------------------------


def json_feed(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """The feed as JSON Feed 1.1; only for a site with a base URL, as its addresses have nothing to be relative to."""
    top: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": one_line(feed.title) or "-",
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "description": one_line(feed.subtitle),
        "language": feed.language,
        "authors": [{"name": one_line(feed.author)}] if feed.author else [],
    }
    items = [_known(_item(entry, one_line(feed.more))) for entry in entries]
    return msgspec.json.encode(_known(top) | {"items": items})


def _item(entry: Entry, more: str) -> dict[str, object]:
    title, summary = one_line(entry.title), one_line(entry.summary)
    return {
        "id": name_of(entry.id),
        "url": entry.url,
        "title": title,
        "summary": summary,
        # An item must have a content. The first words are none of the whole text, so the way to that stands below them.
        "content_html": f'{_paragraph(summary)}<p><a href="{_xml(entry.url)}">{_xml(more or title) or "-"}</a></p>',
        "date_published": _noon(entry.date) if is_day(entry.date) else "",
        "date_modified": _noon(entry.changed) if entry.changed else "",
        "authors": [{"name": name} for name in map(one_line, entry.authors) if name],
        "tags": [one_line(entry.section)] if entry.section else [],
    }


def _paragraph(text: str) -> str:
    """The text as a paragraph of HTML, or nothing where it would be empty."""
    return f"<p>{escaped}</p>" if (escaped := _xml(text)) else ""


def _known(fields: dict[str, object]) -> dict[str, object]:
    """The fields without empty ones."""
    return {key: value for key, value in fields.items() if value}


# --- site map -------------------------------------------------------------------------------------------------------


class Location(Record, frozen=True):
    """An address in a site map."""

    url: str
    """The absolute address."""
    changed: str = ""
    """The day of the last correction (`2024-02-01`); empty where none is known, never the day of the build."""


def sitemaps(locations: Iterable[Location]) -> Iterator[bytes]:
    """The site maps of these addresses, in order, each as full as the protocol allows: only the last one grows."""
    rest = iter(locations)
    while part := list(islice(rest, MOST_URLS)):
        yield _map("urlset", "url", part)


def sitemap_index(maps: Iterable[Location]) -> bytes:
    """The index of all site maps. ValueError where there are more than an index may hold."""
    listed = list(maps)
    if len(listed) > MOST_URLS:
        raise ValueError(f"{len(listed)} site maps are more than an index may hold")
    return _map("sitemapindex", "sitemap", listed)


def _map(root: str, item: str, locations: Sequence[Location]) -> bytes:
    rows = [
        f"<{item}><loc>{_xml(at.url)}</loc>{f'<lastmod>{_xml(at.changed)}</lastmod>' if at.changed else ''}</{item}>\n"
        for at in locations
    ]
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return "".join((head, *rows, f"</{root}>\n")).encode()


def robots(sitemap_url: str = "") -> bytes:
    """robots.txt: everything may be read; the site map where it has an absolute address."""
    map_line = f"\nSitemap: {sitemap_url}\n" if sitemap_url else ""
    return f"User-agent: *\nAllow: /\n{map_line}".encode()

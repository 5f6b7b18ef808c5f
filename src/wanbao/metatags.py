"""What a page tells previews and, an article's, reference managers about itself: `<meta>` elements.

An article's elements and their order are those with which Zotero's own translators, run on test pages, save a newspaper
article with all its fields: `DC.type=newspaperArticle` and `DC.source` decide, `citation_*` fill. Three things undo
that and are never written: `citation_journal_title` (makes it a journal article), `og:type=website` (makes it a web
page: other pages are such), COinS on an article's page (wins over everything and knows less).

Keys whose value is unknown are left out. A date is written only as far as it is certain, and not at all where it is an
estimate: these vocabularies have no sign for one.
"""

from __future__ import annotations

from functools import lru_cache

from wanbao.dates import is_day
from wanbao.errors import Record
from wanbao.markup import escape_text
from wanbao.reference import Imprint, Reference, inverted, locale, one_line

_OG_LOCALES = {"zh": "zh_CN", "zh-Hans": "zh_CN", "zh-Hant": "zh_HK", "en": "en_US"} | {
    "zh-TW": "zh_TW",
    "zh-Hant-TW": "zh_TW",
    "zh-HK": "zh_HK",
    "zh-Hant-HK": "zh_HK",
}


def metas(ref: Reference, rights: str = "") -> str:
    """The elements of an article's head as HTML, one a line, in order: Dublin Core, Highwire, PRISM, Open Graph,
    Twitter. A template would print the thirty of them in ten times the time."""
    shared = _metas_shared(ref.imprint, rights)
    return "".join(
        [
            _named("DC.type", "newspaperArticle"),
            _named("DC.title", ref.title),
            *map(_creator, ref.authors),
            shared.source,
            _named("DC.identifier", ref.id),
            shared.rights,
            _named("citation_title", ref.title),
            *map(_citation_author, ref.authors),
            shared.printed,
            _named("citation_public_url", ref.url),
            shared.edition,
            _property("og:title", ref.title),
            shared.site,
            _property("og:url", ref.url),
            _property("og:description", ref.abstract),
            shared.section,
        ]
    ).rstrip("\n")


def preview(title: str, site: str, language: str, url: str = "", description: str = "", kind: str = "website") -> str:
    """The elements of any other page, Open Graph and Twitter; `kind` is what the page is of (`og:type`)."""
    return "".join(
        [
            _property("og:type", kind),
            _property("og:title", title),
            _property("og:site_name", site),
            _property("og:url", url),
            _property("og:description", description),
            _property("og:locale", _OG_LOCALES.get(language, "")),
            _named("twitter:card", "summary"),
        ]
    ).rstrip("\n")


class _Metas(Record, frozen=True):
    """The elements that all articles of a newspaper page share, as they stand between those of an article's own."""

    source: str
    rights: str
    printed: str
    edition: str
    site: str
    section: str


@lru_cache(maxsize=64)
def _metas_shared(printed: Imprint, rights: str) -> _Metas:
    day = "" if printed.estimated else printed.day
    return _Metas(
        source=_named("DC.source", printed.newspaper)
        + _named("DC.publisher", printed.publisher)
        + _named("DC.date", day)
        + _named("DC.language", printed.language),
        rights=_named("DC.rights", one_line(rights)),
        printed=_named("citation_publication_date", day.replace("-", "/"))
        + _named("citation_firstpage", printed.pages_told)
        + _named("citation_issue", printed.issue_number)
        + _named("citation_publisher", printed.publisher)
        + _named("citation_language", locale(printed.language)),
        edition=_named("prism.edition", printed.edition) + _property("og:type", "article"),
        site=_property("og:site_name", printed.newspaper),
        section=_property("og:locale", _OG_LOCALES.get(printed.language, ""))
        + _property("article:published_time", day if is_day(day) else "")
        + _property("article:section", printed.section)
        + _named("twitter:card", "summary"),
    )


@lru_cache(maxsize=4096)
def _creator(name: str) -> str:
    return _named("DC.creator", name)


@lru_cache(maxsize=4096)
def _citation_author(name: str) -> str:
    return _named("citation_author", inverted(name))


def _named(name: str, content: str) -> str:
    """The element of a name, which is our own and needs no escaping; nothing where its content is unknown."""
    return f'<meta name="{name}" content="{escape_text(content)}">\n' if content else ""


def _property(name: str, content: str) -> str:
    """The element of an Open Graph property (`og:`, `article:`)."""
    return f'<meta property="{name}" content="{escape_text(content)}">\n' if content else ""

"""What a page tells machines about itself: `<meta>` elements for reference managers and previews, JSON-LD for search.

The elements and their order are those with which Zotero's own translators, run on test pages, save a newspaper
article with all its fields: `DC.type=newspaperArticle` and `DC.source` decide, `citation_*` fill. Three things undo
that and are never written: `citation_journal_title` (makes it a journal article), `og:type=website` (makes it a web
page), COinS on an article's page (wins over everything and knows less). JSON-LD follows schema.org 30.0.

Keys whose value is unknown are left out. A date is written only as far as it is certain, and not at all where it is an
estimate: these vocabularies have no sign for one. Without a base URL nothing has an absolute address, so the parts of
the JSON-LD are then tied together by blank nodes (`_:paper`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from wanbao import urls
from wanbao.dates import is_day, iso_prefix
from wanbao.errors import Record
from wanbao.markup import escape_text
from wanbao.newspaper import Newspaper
from wanbao.records import Article, Contributor
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.reference import WRITERS, Imprint, Reference, clean_name, inverted, known, locale, one_line

_OG_LOCALES = {"zh": "zh_CN", "zh-Hans": "zh_CN", "zh-Hant": "zh_HK", "en": "en_US"} | {
    "zh-TW": "zh_TW",
    "zh-Hant-TW": "zh_TW",
    "zh-HK": "zh_HK",
    "zh-Hant-HK": "zh_HK",
}


# --- <meta> ---------------------------------------------------------------------------------------------------------


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
        + _named("citation_firstpage", printed.page)
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


# --- JSON-LD: types of schema.org, each with the keys we can know; a key left at its default is not written -----------


class _Thing(msgspec.Struct, omit_defaults=True, tag_field="@type", rename={"id": "@id"}):
    id: str = ""
    url: str = ""
    name: str = ""


class _Ref(msgspec.Struct, rename={"id": "@id"}):
    """A node that is described elsewhere in the same script."""

    id: str


class _Place(_Thing, tag="Place"):
    pass


class _Organization(_Thing, tag="Organization"):
    pass


class _NewsMediaOrganization(_Thing, tag="NewsMediaOrganization"):
    pass


class _Person(_Thing, tag="Person"):
    jobTitle: str = ""  # noqa: N815
    affiliation: _Organization | None = None


class _PropertyValue(_Thing, tag="PropertyValue"):
    propertyID: str = ""  # noqa: N815
    value: str = ""


class _Newspaper(_Thing, tag="Newspaper"):
    alternateName: str = ""  # noqa: N815
    identifier: _PropertyValue | None = None
    inLanguage: str = ""  # noqa: N815
    locationCreated: _Place | None = None  # noqa: N815
    publisher: _NewsMediaOrganization | None = None


class _NewsArticle(_Thing, tag="NewsArticle"):
    mainEntityOfPage: str = ""  # noqa: N815
    identifier: str = ""
    headline: str = ""
    alternativeHeadline: tuple[str, ...] = ()  # noqa: N815
    dateline: str = ""
    locationCreated: _Place | None = None  # noqa: N815
    datePublished: str = ""  # noqa: N815
    printPage: str = ""  # noqa: N815
    pageStart: str = ""  # noqa: N815
    printSection: str = ""  # noqa: N815
    printEdition: str = ""  # noqa: N815
    articleSection: str = ""  # noqa: N815
    wordCount: int = 0  # noqa: N815
    inLanguage: str = ""  # noqa: N815
    author: tuple[_Person, ...] = ()
    contributor: tuple[_Person, ...] = ()
    isPartOf: msgspec.Raw | None = None  # noqa: N815
    publisher: _Ref | None = None
    copyrightNotice: str = ""  # noqa: N815
    usageInfo: str = ""  # noqa: N815
    isAccessibleForFree: bool = False  # noqa: N815


class _PublicationIssue(_Thing, tag="PublicationIssue"):
    issueNumber: str = ""  # noqa: N815
    datePublished: str = ""  # noqa: N815
    isPartOf: _Newspaper | None = None  # noqa: N815
    hasPart: tuple[_NewsArticle, ...] = ()  # noqa: N815


class _ListItem(_Thing, tag="ListItem"):
    position: int = 0
    item: str = ""


class _BreadcrumbList(_Thing, tag="BreadcrumbList"):
    itemListElement: tuple[_ListItem, ...] = ()  # noqa: N815


class _CollectionPage(_Thing, tag="CollectionPage"):
    inLanguage: str = ""  # noqa: N815
    mainEntity: _Ref | None = None  # noqa: N815
    breadcrumb: _BreadcrumbList | None = None


class _WebSite(_Thing, tag="WebSite"):
    alternateName: str = ""  # noqa: N815
    description: str = ""
    inLanguage: str = ""  # noqa: N815
    about: _Ref | None = None


def issue_part(issue: IssueCard, newspaper: Newspaper) -> msgspec.Raw:
    """The PublicationIssue of the Newspaper that the articles of an issue are parts of, the same for all of them."""
    return msgspec.Raw(msgspec.json.encode(_issue(issue, newspaper)))


def article_json_ld(
    ref: Reference, article: Article, card: Card, part_of: msgspec.Raw, newspaper: Newspaper, rights: str = ""
) -> str:
    """An article's page: a NewsArticle in its PublicationIssue (`issue_part`); safe inside a script element."""
    dateline, printed = article.dateline, ref.imprint
    above_and_below = (" ".join(article.kicker_lines), " ".join(article.deck_lines))
    # The first credit of a name counts.
    writers: dict[str, Contributor] = {}
    helpers: dict[str, Contributor] = {}
    for credit in article.contributors:
        name = clean_name(credit.name)
        if credit.role in WRITERS:
            writers.setdefault(name, credit)
        if name and name not in ref.authors:
            helpers.setdefault(name, credit)
    return _script(
        _NewsArticle(
            id=_id(newspaper, card.address, "article"),
            mainEntityOfPage=ref.url,
            identifier=ref.id,
            headline=ref.title,
            alternativeHeadline=tuple(
                [text for text in map(one_line, above_and_below) if not ref.title.endswith(text)]
            ),
            dateline=one_line(dateline.printed) if dateline else "",
            locationCreated=_place(dateline.place) if dateline else None,
            datePublished="" if printed.estimated else printed.day,
            printPage=printed.page,
            pageStart=printed.page,
            printSection=printed.section,
            printEdition=printed.edition,
            articleSection=printed.section,
            wordCount=card.han,
            inLanguage=printed.language,
            author=tuple([_person(name, writers[name], newspaper) for name in ref.authors if name in writers]),
            contributor=tuple([_person(name, credit, newspaper) for name, credit in helpers.items()]),
            isPartOf=part_of,
            publisher=_Ref(_id(newspaper, urls.HOME, "publisher")) if newspaper.publisher else None,
            copyrightNotice=known(rights),
            usageInfo=urls.public(newspaper.base_url, urls.ABOUT),
            isAccessibleForFree=True,
        )
    )


def issue_json_ld(issue: IssueCard, newspaper: Newspaper, crumbs: Sequence[tuple[str, str]] = ()) -> str:
    """An issue's page: a CollectionPage about a PublicationIssue with its articles, and the way there.

    `crumbs` are (name, address in the site) from home to this page; they are written only where the site has a base
    URL, as are the articles: without addresses the list would only repeat what the page shows.
    """
    base = newspaper.base_url
    page = _CollectionPage(
        url=urls.public(base, issue.address),
        inLanguage=newspaper.interface_language,
        mainEntity=_Ref(_id(newspaper, issue.address, "issue")),
        breadcrumb=_breadcrumbs(base, crumbs),
    )
    articles = tuple(
        _NewsArticle(
            id=_id(newspaper, card.address, "article"),
            url=urls.public(base, card.address),
            headline=one_line(card.title),
        )
        for sheet in issue.pages
        for card in sheet.cards
    )
    return _script(page, _issue(issue, newspaper, articles if base else ()))


def home_json_ld(newspaper: Newspaper) -> str:
    """The home page: the WebSite and the Newspaper it is about."""
    home = urls.public(newspaper.base_url, urls.HOME)
    paper = _newspaper(newspaper)
    site = _WebSite(
        id=_id(newspaper, urls.HOME, "website"),
        url=home,
        name=paper.name,
        alternateName=one_line(newspaper.name_en),
        description=one_line(newspaper.description),
        inLanguage=newspaper.interface_language,
        about=_Ref(paper.id),
    )
    number = one_line(newspaper.cn)
    whole = msgspec.structs.replace(
        paper,
        url=home,
        alternateName=one_line(newspaper.name_en),
        identifier=_PropertyValue(propertyID="CN", value=number) if number else None,
        locationCreated=_place(newspaper.place),
    )
    return _script(site, whole)


def _newspaper(newspaper: Newspaper) -> _Newspaper:
    publisher = one_line(newspaper.publisher)
    house = _NewsMediaOrganization(id=_id(newspaper, urls.HOME, "publisher"), name=publisher) if publisher else None
    return _Newspaper(
        id=_id(newspaper, urls.HOME, "newspaper"),
        name=one_line(newspaper.name),
        inLanguage=newspaper.language,
        publisher=house,
    )


def _issue(issue: IssueCard, newspaper: Newspaper, articles: tuple[_NewsArticle, ...] = ()) -> _PublicationIssue:
    estimated = any(mark in issue.date for mark in "~?%")
    return _PublicationIssue(
        id=_id(newspaper, issue.address, "issue"),
        url=urls.public(newspaper.base_url, issue.address),
        name=one_line(issue.edition),
        issueNumber=one_line(issue.number),
        datePublished="" if estimated else iso_prefix(issue.date),
        isPartOf=_newspaper(newspaper),
        hasPart=articles,
    )


def _person(name: str, credit: Contributor, newspaper: Newspaper) -> _Person:
    organisation = known(credit.organisation)
    return _Person(
        name=name,
        jobTitle=known(credit.role_printed),
        affiliation=_Organization(name=organisation) if organisation else None,
        url=urls.public(newspaper.base_url, urls.person(credit.name)),
    )


def _place(name: str) -> _Place | None:
    return _Place(name=one_line(name)) if name else None


def _breadcrumbs(base_url: str, crumbs: Sequence[tuple[str, str]]) -> _BreadcrumbList | None:
    if not (base_url and crumbs):
        return None
    items = (
        _ListItem(position=place, name=one_line(name), item=urls.public(base_url, address))
        for place, (name, address) in enumerate(crumbs, 1)
    )
    return _BreadcrumbList(itemListElement=tuple(items))


def _id(newspaper: Newspaper, address: str, part: str) -> str:
    """The node's name: an address with a fragment or, without a base URL, a name that holds in this script alone."""
    if newspaper.base_url:
        return f"{urls.public(newspaper.base_url, address)}#{part}"
    return f"_:{part}"


_encode = msgspec.json.Encoder().encode
_UNSAFE = (("<", r"\u003c"), (">", r"\u003e"), ("&", r"\u0026"), ("\u2028", r"\u2028"), ("\u2029", r"\u2029"))


def _script(*things: _Thing) -> str:
    """The things as JSON that can neither end a script element nor open a comment in one."""
    graph = b",".join(map(_encode, things)).decode()
    for char, escaped in _UNSAFE:
        graph = graph.replace(char, escaped)
    if len(things) == 1:
        return '{"@context":"https://schema.org",' + graph[1:]
    return '{"@context":"https://schema.org","@graph":[' + graph + "]}"

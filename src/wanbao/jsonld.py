"""What a page tells search engines about itself: JSON-LD after schema.org 30.0.

Each type of the vocabulary is a record with the keys that we can know; a key left at its default is not written. A date
is written only as far as it is certain, and not at all where it is an estimate: the vocabulary has no sign for one.
Without a base URL nothing has an absolute address, so the parts of a script are then tied together by blank nodes
(`_:paper`).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wanbao import urls
from wanbao.authorlines import authors_for_reader
from wanbao.dates import iso_prefix
from wanbao.newspaper import Newspaper, listed_as
from wanbao.records import Article, Contributor
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.reference import WRITERS, Reference, clean_name, known, one_line


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


class _Credited(_Thing, tag="Person"):
    """Somebody with all roles held, of whom a page tells."""

    alternateName: str = ""  # noqa: N815
    jobTitle: tuple[str, ...] = ()  # noqa: N815


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
    pagination: str = ""
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


class _ProfilePage(_Thing, tag="ProfilePage"):
    inLanguage: str = ""  # noqa: N815
    mainEntity: _Credited | None = None  # noqa: N815


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
    writers, helpers = _people(ref, article, newspaper)
    return _script(
        _NewsArticle(
            id=_id(newspaper, card.address, "article"),
            mainEntityOfPage=ref.url,
            identifier=ref.id,
            headline=ref.title,
            alternativeHeadline=tuple(
                [text for text in map(one_line, above_and_below) if not ref.title.endswith(text)]
            ),
            dateline=one_line(authors_for_reader(dateline.printed, ())) if dateline else "",
            locationCreated=_place(dateline.place) if dateline else None,
            datePublished="" if printed.estimated else printed.day,
            printPage=printed.page,
            pageStart=printed.page,
            pagination=printed.pages_told if printed.further else "",
            printSection=printed.section,
            printEdition=printed.edition,
            articleSection=printed.section,
            wordCount=card.han,
            inLanguage=printed.language,
            author=writers,
            contributor=helpers,
            isPartOf=part_of,
            publisher=_Ref(_id(newspaper, urls.HOME, "publisher")) if newspaper.publisher else None,
            copyrightNotice=known(rights),
            usageInfo=urls.public(newspaper.base_url, urls.ABOUT),
            isAccessibleForFree=True,
        )
    )


def _people(ref: Reference, article: Article, newspaper: Newspaper) -> tuple[tuple[_Person, ...], tuple[_Person, ...]]:
    """Who wrote an article, in the order of its reference, and who else contributed.

    The first credit of a name counts.
    """
    writers: dict[str, Contributor] = {}
    helpers: dict[str, Contributor] = {}
    for credit in article.contributors:
        name = clean_name(credit.name)
        if credit.role in WRITERS:
            writers.setdefault(name, credit)
        if name and name not in ref.authors:
            helpers.setdefault(name, credit)
    return (
        tuple([_person(name, writers[name], newspaper) for name in ref.authors if name in writers]),
        tuple([_person(name, credit, newspaper) for name, credit in helpers.items()]),
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


def person_json_ld(name: str, romanised: str, roles: Sequence[str], address: str, newspaper: Newspaper) -> str:
    """A person's page: a ProfilePage of somebody with the roles held, by their names for readers, and no more: it lists
    what somebody is credited for and is no biography."""
    url = urls.public(newspaper.base_url, address)
    called, other = clean_name(name), one_line(romanised)
    return _script(
        _ProfilePage(
            url=url,
            inLanguage=newspaper.interface_language,
            mainEntity=_Credited(
                id=_id(newspaper, address, "person"),
                url=url,
                name=called,
                alternateName=other if other != called else "",
                jobTitle=tuple(map(one_line, roles)),
            ),
        )
    )


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
        url=urls.public(newspaper.base_url, urls.person(listed_as(newspaper.persons, credit))),
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

"""An article as its reader sees it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from wanbao import urls
from wanbao.authorlines import authors_for_reader, signature_of, tells_more
from wanbao.cite import downloads
from wanbao.cite.gbt7714 import gbt7714_2015, gbt7714_2025
from wanbao.dates import display, is_day, iso_prefix
from wanbao.errors import Record
from wanbao.jsonld import article_json_ld
from wanbao.linebreaks import stretches_of
from wanbao.metatags import metas
from wanbao.newspaper import listed_as
from wanbao.plan.base import Context, doubt, head, page_label, role_label, series_part
from wanbao.plan.body import body_of
from wanbao.plan.surroundings import Surroundings
from wanbao.records import Article, Contributor
from wanbao.records.card import Card
from wanbao.reference import Reference, reference
from wanbao.related import Relation
from wanbao.relative import anchor
from wanbao.views.article import ArticleView, Citation, Credit, Related
from wanbao.views.head import Head, Link

SIBLINGS = 20
"""How many articles before and after an article its page lists: all of them on any page a person would print."""
ROLES = ("reporter", "intern", "correspondent", "author", "commentator", "compiler", "artist", "photographer")
"""The order of credits: who writes stands before who illustrates."""


def article_view(
    ctx: Context,
    around: Surroundings,
    at: int,
    article: Article,
    before: Card | None,
    after: Card | None,
    related: tuple[Relation, ...],
) -> ArticleView:
    """The page of the article that stands `at` so many on its page, from 0; `before` and `after` are its neighbours."""
    issue, crumbs = around.issue, around.crumbs
    card = around.page.cards[at]
    origin = card.address
    ref = reference(article, card, around.printed, urls.public(ctx.newspaper.base_url, card.address))
    serial = _serial(ctx, origin, card, article) if card.series else NO_SERIES
    day = anchor(article.dateline.date if article.dateline else "", issue.date)
    headline = article.headline_lines or (article.title,)
    told = "".join([passage.text for passage in article.body])
    byline = byline_of(article)
    return ArticleView(
        head=_head(ctx, around, article, card, ref, (before, after)),
        id=card.id,
        kicker=article.kicker_lines,
        headline=headline,
        headline_stretches=tuple(stretches_of(line, told) for line in headline),
        untitled=not article.headline_lines,
        deck=article.deck_lines,
        dateline=byline if tells_more(byline, article.contributors) else "",
        credits=credits_in(ctx, origin, article.contributors),
        body=body_of(ctx, origin, issue, around.turns, (around.number, at), article, day),
        signature=signature_of(article),
        series=serial.others,
        kind=article.kind,
        date=crumbs[-2].text if issue.date else display("", ctx.language),
        datetime=iso_prefix(issue.date),
        issue=crumbs[-2],
        page=crumbs[-1],
        doubts=tuple([doubt(ctx, note, around.ledger) for note in article.notes if note.severity == "doubt"]),
        citations=citations_of(ref),
        downloads=downloads_of(ref),
        source=_source(ctx, around, article),
        source_url=around.source_url,
        pages=around.pages,
        siblings=_siblings(around, at, card),
        related=tuple(_related(ctx, origin, relation) for relation in related),
        report=_report(ctx, card),
        rights=around.rights,
        han=card.han,
        language=around.language,
        kicker_href=serial.kicker,
        deck_href=serial.deck,
    )


def _head(
    ctx: Context,
    around: Surroundings,
    article: Article,
    card: Card,
    ref: Reference,
    neighbours: tuple[Card | None, Card | None],
) -> Head:
    """The head of the article's page; `neighbours` are the articles before and after it."""
    before, after = neighbours
    return head(
        ctx,
        card.address,
        article.title,
        nav="years" if is_day(around.issue.date) else "undated",
        description=card.excerpt,
        crumbs=around.crumbs,
        previous=_neighbour(ctx, card, before),
        following=_neighbour(ctx, card, after),
        metas=metas(ref, around.rights),
        json_ld=article_json_ld(ref, article, card, around.part_of, ctx.newspaper, around.rights),
    )


def citations_of(ref: Reference) -> tuple[Citation, ...]:
    """How to cite the article, the newer edition of the standard first."""
    return (
        Citation("GB/T 7714—2025", gbt7714_2025(ref)),
        Citation("GB/T 7714—2015", gbt7714_2015(ref)),
    )


def downloads_of(ref: Reference) -> tuple[Link, ...]:
    """The citation files of the article, each in its link."""
    return tuple(Link(href, name, file) for name, href, file in downloads(ref))


def _source(ctx: Context, around: Surroundings, article: Article) -> Link:
    """The link to the article's lines in the source."""
    lines = ctx.strings.text("source_lines", first=str(article.first_line), last=str(article.last_line))
    return Link(f"{around.ledger}#L{article.first_line}", lines)


def _siblings(around: Surroundings, at: int, card: Card) -> tuple[Link, ...]:
    """The articles of its page around an article, and among them, without an address, the article itself."""
    links = around.siblings
    return (*links[max(0, at - SIBLINGS) : at], Link("", card.title), *links[at + 1 : at + SIBLINGS + 1])


def _related(ctx: Context, origin: str, relation: Relation) -> Related:
    """A related article with every reason there is."""
    link = Link(urls.relative(origin, relation.address), relation.title, display(relation.date, ctx.language))
    if relation.same:
        return Related(link, ctx.strings["related_same"])
    reasons = []
    if relation.series:
        kind = "related_series" if relation.counted else "related_column"
        reasons.append(ctx.strings.text(kind, name=relation.series))
    if relation.names:
        shared = "、".join(f"“{name}”" for name in relation.names)
        reasons.append(ctx.strings.text("related_names", names=shared))
    if relation.writers:
        reasons.append(ctx.strings.text("related_writers", names="、".join(relation.writers)))
    return Related(link, " · ".join(reasons))


class _Serial(Record, frozen=True):
    """The links to the columns and series of an article."""

    kicker: str
    """Where the kicker leads, that names one."""
    deck: str
    """Where the deck leads."""
    others: tuple[Link, ...]
    """Those that neither of them names."""


NO_SERIES = _Serial("", "", ())


def _serial(ctx: Context, origin: str, card: Card, article: Article) -> _Serial:
    kicker, deck = "".join(article.kicker_lines), "".join(article.deck_lines)
    links = {"kicker": "", "deck": ""}
    others = []
    for name, part in card.series:
        href = urls.relative(origin, urls.series(name))
        where = "kicker" if name in kicker else "deck" if name in deck else ""
        if where and not links[where]:
            links[where] = href
        else:
            others.append(Link(href, name, series_part(ctx, part) if part else ""))
    return _Serial(links["kicker"], links["deck"], tuple(others))


def _neighbour(ctx: Context, card: Card, other: Card | None) -> Link | None:
    """The way to the article before or after one, with the page of the paper where that is another."""
    if not other:
        return None
    page = page_label(ctx, other.page) if other.page != card.page else ""
    return Link(urls.relative(card.address, other.address), other.title, page)


def byline_of(article: Article) -> str:
    """The dateline and bylines that stand on lines of their own; those that open a paragraph are shown there."""
    leads = {passage.lead for passage in article.body if passage.lead}
    return "　".join(authors_for_reader(line, article.contributors) for line in article.bylines if line not in leads)


def credits_in(ctx: Context, origin: str, contributors: Iterable[Contributor]) -> tuple[Credit, ...]:
    """Who is credited, by role, with links to their pages."""
    by_role: dict[str, dict[str, Link]] = {}
    root = urls.root(origin)  # nobody's page shares a folder with an article
    for person in contributors:
        hint = "" if person.certain else ctx.strings.text("name_doubt", printed=person.printed)
        link = Link(root + urls.person(listed_as(ctx.newspaper.persons, person)), person.name, hint)
        by_role.setdefault(person.role, {}).setdefault(person.name, link)
    roles = sorted(by_role, key=ROLES.index)
    return tuple(Credit(role_label(ctx, role), tuple(by_role[role].values())) for role in roles)


def _report(ctx: Context, card: Card) -> str:
    """A mail that reports an error, with the article's id, title and address filled in; empty where the paper names no
    address."""
    contact = ctx.newspaper.mail
    if not contact:
        return ""
    subject = quote(f"[{card.id}] {ctx.strings['report_subject']}")
    where = urls.public(ctx.newspaper.base_url, card.address) or card.address
    return f"mailto:{quote(contact, safe='@,')}?subject={subject}&body={quote(f'{card.title}{chr(10)}{where}')}"

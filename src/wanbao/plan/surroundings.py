"""What the articles of a newspaper page share: the way to them, and what lies beside them."""

from __future__ import annotations

import msgspec

from wanbao import urls
from wanbao.errors import Record
from wanbao.jsonld import issue_part
from wanbao.plan.base import Context, issue_crumbs, nearest, page_label, text_language
from wanbao.plan.continuations import Turns
from wanbao.records import Place
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard
from wanbao.reference import Imprint, imprint
from wanbao.views.head import Link

PAGES = 50
"""How many pages before and after a page are listed: all of them in any issue a person would print."""


class Surroundings(Record, frozen=True):
    """What is the same for all articles of a newspaper page: they lie in one folder, so their links are too."""

    issue: IssueCard
    """The issue."""
    number: int
    """The place of the newspaper page in the issue, from 0."""
    page: PageCard
    """The newspaper page."""
    turns: Turns
    """The continuations of the issue."""
    crumbs: tuple[Link, ...]
    """The way to an article."""
    siblings: tuple[Link, ...]
    """All articles of the page."""
    pages: tuple[Link, ...]
    """The pages of the issue around this one, which has no href; none where it is the only one."""
    ledger: str
    """The link to the source, line by line."""
    part_of: msgspec.Raw
    """The issue as the articles' metadata name it."""
    printed: Imprint
    """Where and when they were printed, as they are cited."""
    language: str
    """The language of their text where it is not the newspaper's."""
    rights: str
    """The statement of rights."""
    source_url: str
    """Where the text was taken from; empty where nobody wrote it down."""


def surroundings(ctx: Context, issue: IssueCard, number: int, place: Place, turns: Turns) -> Surroundings:
    """What the articles of a newspaper page share; it stands `number` in its issue, from 0."""
    page = issue.pages[number]
    folder = urls.folder_of(page.address)
    origin = urls.article(folder, 1)
    here = Link(urls.relative(origin, page.address), page_label(ctx, page.number), page.section)
    return Surroundings(
        issue,
        number,
        page,
        turns,
        crumbs=(*issue_crumbs(ctx, origin, issue), here),
        siblings=tuple(Link(urls.relative(origin, card.address), card.title) for card in page.cards),
        pages=pages_nearby(ctx, origin, issue, number) if len(issue.pages) > 1 else (),
        ledger=urls.relative(origin, urls.ledger(folder)),
        part_of=issue_part(issue, ctx.newspaper),
        printed=imprint(ctx.newspaper, issue, page, place.language or ctx.newspaper.language),
        language=text_language(ctx, place),
        rights=place.rights or ctx.newspaper.rights,
        source_url=place.source_url,
    )


def pages_nearby(ctx: Context, origin: str, issue: IssueCard, number: int) -> tuple[Link, ...]:
    """The pages of an issue around the one that stands `number` in it, from 0, which has no href."""
    here = issue.pages[number]
    return tuple(
        Link("" if page is here else urls.relative(origin, page.address), page_label(ctx, page.number), page.section)
        for page in nearest(issue.pages, number, PAGES)
    )

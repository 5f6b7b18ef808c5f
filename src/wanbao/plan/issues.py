"""The files of one issue: its page, its newspaper pages, its articles, and the source line by line.

Everything here is made from the understood pages of this issue and the names of its two neighbours, so an issue is
planned and rendered alone, in whichever process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

from wanbao import urls
from wanbao.cite.gbt7714 import gbt7714_issue
from wanbao.dates import is_day, iso_prefix
from wanbao.errors import Note
from wanbao.exports import issue_jsonl
from wanbao.jsonld import issue_json_ld
from wanbao.plan.article import article_view, byline_of
from wanbao.plan.base import (
    Context,
    View,
    article_entry,
    doubt,
    head,
    in_a_row,
    issue_crumbs,
    list_crumbs,
    page_label,
    text_language,
)
from wanbao.plan.continuations import Part, turns
from wanbao.plan.dated import date_of
from wanbao.plan.jobs import FrontJob, IssueJob
from wanbao.plan.parts import credited_in_parts, with_parts
from wanbao.plan.surroundings import pages_nearby, surroundings
from wanbao.records import Article, Block
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard, cards_of
from wanbao.related import related
from wanbao.store.files import StoredPage
from wanbao.views.article import ArticleView
from wanbao.views.head import Link
from wanbao.views.issue import IssueView, PageEntry, WholeArticle, WholePage, WholeView
from wanbao.views.ledger import LedgerLine, LedgerRun, LedgerView
from wanbao.views.page import PageView

if TYPE_CHECKING:
    from wanbao.search import SearchDoc


def issue_views(ctx: Context, job: IssueJob, pages: Sequence[StoredPage]) -> Iterator[View]:
    """The newspaper pages and articles of an issue; `pages` are its understood pages in the order of its pages."""
    issue, address = job.issue, urls.whole(job.issue.key)
    flat = cards_of(issue.pages)
    earlier = dict(job.earlier)
    links = turns(issue)
    # Only where something is continued: an issue may have ten thousand articles.
    parts = _parts(pages) if links.further else {}
    whole: list[WholePage] = []
    at = 0
    for number, (card, stored) in enumerate(zip(issue.pages, pages, strict=True)):
        yield View(card.address, "page.html", _page_view(ctx, issue, number, stored))
        yield View(urls.ledger(urls.folder_of(card.address)), "ledger.html", _ledger_view(ctx, issue, card, stored))
        around = surroundings(ctx, issue, number, stored.page.place, links)
        texts = []
        for order, article in enumerate(stored.page.articles):
            before = flat[at - 1] if at else None
            after = flat[at + 1] if at + 1 < len(flat) else None
            others = related(flat[at], earlier[at]) if at in earlier else ()
            record = article_view(ctx, around, order, article, before, after, others)
            joined = with_parts(ctx, around, order, record, parts) if links.has((number, order)) else record
            yield View(flat[at].address, "article.html", joined)
            # Not the record, which holds far more than its text: an issue may have ten thousand articles.
            texts.append(_whole_article(urls.relative(address, flat[at].address), record, byline_of(article)))
            at += 1
        whole.append(WholePage(_page_link(ctx, address, card), tuple(texts)))
    yield View(address, "whole.html", _whole_view(ctx, issue, tuple(whole)))
    data = issue_jsonl(ctx.newspaper, issue, [stored.page for stored in pages])
    yield View(urls.issue_data(issue.key), "", data=data)


def _parts(pages: Sequence[StoredPage]) -> dict[Part, Article]:
    """Every article of an issue by its page and place, from 0."""
    return {
        (number, order): article
        for number, stored in enumerate(pages)
        for order, article in enumerate(stored.page.articles)
    }


def front_views(ctx: Context, job: FrontJob) -> Iterator[View]:
    """The page of an issue."""
    yield View(job.issue.address, "issue.html", _issue_view(ctx, job))


def _whole_view(ctx: Context, issue: IssueCard, pages: tuple[WholePage, ...]) -> WholeView:
    """All text of an issue; `pages` have its articles as their own pages show them, in order."""
    address = urls.whole(issue.key)
    date = date_of(ctx.language, issue)
    return WholeView(
        head=head(
            ctx,
            address,
            f"{ctx.strings['whole']} · {date}",
            here=ctx.strings["whole"],
            nav="years" if is_day(issue.date) else "undated",
            crumbs=issue_crumbs(ctx, address, issue),
            robots="noindex",
        ),
        issue=Link(urls.relative(address, issue.address), date),
        pages=pages,
        articles=sum(len(page.articles) for page in pages),
        citation=gbt7714_issue(
            ctx.newspaper.name,
            ctx.newspaper.place,
            ctx.newspaper.publisher,
            issue.date,
            issue.edition,
            urls.public(ctx.newspaper.base_url, issue.address),
        ),
        rights=ctx.newspaper.rights,
    )


def _whole_article(href: str, article: ArticleView, byline: str) -> WholeArticle:
    return WholeArticle(
        href=href,
        id=article.id,
        kicker=article.kicker,
        headline=article.headline,
        deck=article.deck,
        dateline=byline,
        body=article.body,
        signature=article.signature,
        language=article.language,
    )


def search_docs(job: IssueJob, pages: Sequence[StoredPage]) -> tuple[SearchDoc, ...]:
    """The articles of an issue as the search knows them, in order of print."""
    from wanbao.search import doc_of_article

    links = turns(job.issue)
    parts = _parts(pages) if links.further else {}
    return tuple(
        doc_of_article(card, article, credited_in_parts(links, (number, order), parts))
        for number, (page, stored) in enumerate(zip(job.issue.pages, pages, strict=True))
        for order, (card, article) in enumerate(zip(page.cards, stored.page.articles, strict=True))
    )


def _issue_view(ctx: Context, job: FrontJob) -> IssueView:
    issue = job.issue
    entries = tuple(
        PageEntry(
            link=Link(urls.relative(issue.address, page.address), page_label(ctx, page.number), page.section),
            articles=tuple(
                article_entry(ctx, issue.address, card, with_excerpt=not at and page is issue.pages[0])
                for at, card in enumerate(page.cards)
            ),
            id="p-" + urls.folder_of(page.address).rpartition("/")[2],
        )
        for page in issue.pages
    )
    date = date_of(ctx.language, issue)
    return IssueView(
        head=head(
            ctx,
            issue.address,
            date,
            nav="years" if is_day(issue.date) else "undated",
            crumbs=list_crumbs(ctx, issue.address, issue),
            description=ctx.strings.text("issue_description", paper=ctx.newspaper.name, date=date),
            previous=_neighbour(issue.address, job.previous),
            following=_neighbour(issue.address, job.following),
            json_ld=issue_json_ld(issue, ctx.newspaper),
        ),
        date=date,
        datetime=iso_prefix(issue.date),
        dated=is_day(issue.date),
        number=_running_number(ctx, issue.number),
        source="" if is_day(issue.date) else issue.pages[0].source,
        pages=entries,
        articles=sum(page.articles for page in issue.pages),
        whole=urls.relative(issue.address, urls.whole(issue.key)),
        data=urls.relative(issue.address, urls.issue_data(issue.key)),
    )


def _running_number(ctx: Context, number: str) -> str:
    """The running number of an issue as readers know it, `总第9876期`; as it is written where it is no plain number."""
    return ctx.strings.text("issue_number", n=number) if number.isdecimal() else number


def _neighbour(origin: str, neighbour: tuple[str, str] | None) -> Link | None:
    return Link(urls.relative(origin, neighbour[0]), neighbour[1]) if neighbour else None


def _page_link(ctx: Context, origin: str, page: PageCard) -> Link:
    return Link(urls.relative(origin, page.address), page_label(ctx, page.number), page.section)


def _page_name(ctx: Context, origin: str, page: PageCard) -> Link:
    """The link to a page where one text must say it all."""
    link = _page_link(ctx, origin, page)
    return Link(link.href, f"{link.text} {link.hint}".strip())


def _page_view(ctx: Context, issue: IssueCard, number: int, stored: StoredPage) -> PageView:
    card = issue.pages[number]
    origin = card.address
    label = page_label(ctx, card.number)
    title = f"{label} {card.section}".strip()
    before = issue.pages[number - 1] if number else None
    after = issue.pages[number + 1] if number + 1 < len(issue.pages) else None
    ledger = urls.relative(origin, urls.ledger(urls.folder_of(card.address)))
    return PageView(
        head=head(
            ctx,
            origin,
            f"{title} · {date_of(ctx.language, issue)}",
            here=title,
            nav="years" if is_day(issue.date) else "undated",
            crumbs=issue_crumbs(ctx, origin, issue),
            previous=_page_name(ctx, origin, before) if before else None,
            following=_page_name(ctx, origin, after) if after else None,
        ),
        label=label,
        section=card.section,
        issue=Link(urls.relative(origin, issue.address), date_of(ctx.language, issue)),
        articles=tuple(article_entry(ctx, origin, article, with_excerpt=True) for article in card.cards),
        pages=pages_nearby(ctx, origin, issue, number),
        staff=stored.page.staff,
        furniture=stored.page.furniture,
        doubts=tuple(doubt(ctx, note, ledger) for note in _doubts(stored)),
        ledger=ledger,
        source_url=stored.page.place.source_url,
        language=text_language(ctx, stored.page.place),
    )


def _doubts(stored: StoredPage) -> list[Note]:
    return [note for note in stored.page.notes if note.severity == "doubt"]


def _ledger_view(ctx: Context, issue: IssueCard, card: PageCard, stored: StoredPage) -> LedgerView:
    address = urls.ledger(urls.folder_of(card.address))
    starts = {article.first_line: found for article, found in zip(stored.page.articles, card.cards, strict=True)}
    page = _page_name(ctx, address, card)
    date = date_of(ctx.language, issue)
    return LedgerView(
        head=head(
            ctx,
            address,
            f"{ctx.strings['ledger']} · {page.text} · {date}",
            here=ctx.strings["ledger"],
            nav="years" if is_day(issue.date) else "undated",
            crumbs=[*issue_crumbs(ctx, address, issue), page],
            robots="noindex",
        ),
        page=Link(page.href, f"{date} {page.text}"),
        source=card.source,
        lines=tuple(_ledger_lines(ctx, address, stored, starts)),
        source_url=stored.page.place.source_url,
        language=text_language(ctx, stored.page.place),
    )


def _ledger_lines(ctx: Context, origin: str, stored: StoredPage, starts: dict[int, Card]) -> Iterator[LedgerLine]:
    by_line: dict[int, list[tuple[int, int, Block]]] = {}
    names: dict[str, str] = {
        role: ctx.strings[f"block_{role}"] for role in {block.role for block in stored.page.blocks}
    }
    for block in stored.page.blocks:
        for at, start, end in block.spans:
            by_line.setdefault(at, []).append((start, end, block))
    lines = stored.text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    for number, line in enumerate(lines, stored.first_line):
        pieces = by_line.get(number, [])
        if not pieces:  # blank, as every second line of most pages
            yield LedgerLine(number, (LedgerRun(line, "", "", ""),) if line else (), None, "")
            continue
        card = starts.get(number)
        link = Link(urls.relative(origin, card.address), card.title) if card else None
        if len(pieces) == 1 and pieces[0][0] == 0 and pieces[0][1] == len(line):
            block = pieces[0][2]
            role = names[block.role]
            whole = LedgerRun(line, role, block.role, block.rule)
            yield LedgerLine(number, (whole,), link, role if block.role != "mark" else "")
            continue
        if len(pieces) > 1:
            pieces.sort(key=_BY_PLACE)
        roles = dict.fromkeys([names[block.role] for _, _, block in pieces if block.role != "mark"])
        yield LedgerLine(number, tuple(_ledger_runs(line, pieces, names)), link, in_a_row(ctx, roles))


_BY_PLACE = itemgetter(0, 1)


def _ledger_runs(line: str, pieces: list[tuple[int, int, Block]], names: dict[str, str]) -> Iterator[LedgerRun]:
    """A line in runs: what each block covers of it, and the blanks between."""
    done = 0
    for start, end, block in pieces:
        if start > done:
            yield LedgerRun(line[done:start], "", "", "")
        yield LedgerRun(line[start:end], names[block.role], block.role, block.rule)
        done = end
    if done < len(line):
        yield LedgerRun(line[done:], "", "", "")

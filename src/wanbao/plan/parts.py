"""The pages of an article that goes on upon another page of the issue (下转, 上接).

Its first part shows the whole text. Each part keeps its own page too, because that is where it was printed; but it is
one article, so all of them are cited as one: by the headline and the address of the first part, with the authors and
the page numbers of all.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from wanbao import urls
from wanbao.authorlines import signature_of
from wanbao.jsonld import article_json_ld
from wanbao.metatags import metas
from wanbao.plan.article import citations_of, credits_in, downloads_of
from wanbao.plan.base import Context, doubt
from wanbao.plan.body import body_of
from wanbao.plan.continuations import Part, Turns
from wanbao.plan.surroundings import Surroundings
from wanbao.punctuation import repair_punctuation
from wanbao.records import Article, Contributor
from wanbao.reference import imprint, one_line, reference
from wanbao.relative import anchor
from wanbao.views.article import ArticleView

Parts = Mapping[Part, Article]
"""All articles of an issue."""


def credited_in_parts(turns: Turns, part: Part, parts: Parts) -> tuple[Contributor, ...]:
    """Everybody credited in an article that has several parts, in order; nobody for one that has not."""
    if not turns.has(part):
        return ()
    return tuple(person for one in turns.whole(part) for person in parts[one].contributors)


def with_parts(ctx: Context, around: Surroundings, at: int, view: ArticleView, parts: Parts) -> ArticleView:
    """The page of a part of an article, with the text of the parts in which it goes on, cited as the whole."""
    return _cited_whole(ctx, around, at, _with_rest(ctx, around, at, view, parts), parts)


def _cited_whole(ctx: Context, around: Surroundings, at: int, view: ArticleView, parts: Parts) -> ArticleView:
    """The page of a part with the citation, the metadata and the credits of all its article."""
    issue, whole = around.issue, around.turns.whole((around.number, at))
    pages = [issue.pages[number] for number, _ in whole]
    cards = [page.card(order) for page, (_, order) in zip(pages, whole, strict=True)]
    people = credited_in_parts(around.turns, whole[0], parts)
    article = replace(parts[whole[0]], contributors=people)
    card = replace(cards[0], han=sum(card.han for card in cards))
    printed = replace(
        imprint(ctx.newspaper, issue, pages[0], around.printed.language),
        further=tuple(dict.fromkeys(one_line(page.number) for page in pages[1:] if page.number)),
    )
    ref = reference(article, card, printed, urls.public(ctx.newspaper.base_url, card.address))
    told = article_json_ld(ref, article, card, around.part_of, ctx.newspaper, around.rights)
    return replace(
        view,
        head=replace(view.head, metas=metas(ref, around.rights), json_ld=told),
        credits=credits_in(ctx, around.page.cards[at].address, people),
        citations=citations_of(ref),
        downloads=downloads_of(ref),
    )


def _with_rest(ctx: Context, around: Surroundings, at: int, view: ArticleView, parts: Parts) -> ArticleView:
    """The page of a part with the text of the parts in which it goes on, if any.

    Its paragraphs are anchored as `c1p2`: the first part's second. No line of the source is told: it is another page's.
    """
    issue, origin = around.issue, around.page.cards[at].address
    start = (around.number, at)
    body, doubts, signature = list(view.body), list(view.doubts), view.signature
    for number, part in enumerate(around.turns.rest(start), 1):
        article, page = parts[part], issue.pages[part[0]]
        day = anchor(article.dateline.date if article.dateline else "", issue.date)
        before = {repair_punctuation(jump.printed) for jump in article.jumps if jump.direction == "from"}
        body += [
            replace(piece, id=f"c{number}{piece.id}", source="")
            for piece in body_of(ctx, origin, issue, around.turns, part, article, day)
            if not (piece.kind == "jump" and piece.text in before)
        ]
        ledger = urls.relative(origin, urls.ledger(urls.folder_of(page.address)))
        doubts += [doubt(ctx, note, ledger) for note in article.notes if note.severity == "doubt"]
        signature = signature_of(article) or signature
    return replace(view, body=tuple(body), doubts=tuple(doubts), signature=signature)

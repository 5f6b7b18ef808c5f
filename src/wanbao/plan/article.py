"""An article as its reader sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

import msgspec
from msgspec.structs import replace

from wanbao import cite, urls
from wanbao.dates import display, in_words, is_day, iso_prefix
from wanbao.errors import Record
from wanbao.metadata import article_json_ld, issue_part, metas
from wanbao.plan.base import (
    Context,
    doubt,
    head,
    issue_crumbs,
    nearest,
    page_label,
    role_label,
    series_part,
    text_language,
)
from wanbao.plan.continuations import Part, Turns
from wanbao.records import Article, Contributor, Jump, Passage, Place, same_page
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard
from wanbao.reference import Imprint, imprint, reference
from wanbao.related import Relation
from wanbao.relative import anchor, relative_dates
from wanbao.text import repair_punctuation
from wanbao.views.article import ArticleView, Citation, Credit, Related
from wanbao.views.body import BodyPart, Run
from wanbao.views.head import Link

SIBLINGS = 20
"""How many articles before and after an article its page lists: all of them on any page a person would print."""
PAGES = 50
"""How many pages before and after a page are listed: all of them in any issue a person would print."""


ROLES = ("reporter", "intern", "correspondent", "author", "commentator", "compiler", "artist", "photographer")
"""The order of credits: who writes stands before who illustrates."""


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


def pages_nearby(ctx: Context, origin: str, issue: IssueCard, number: int) -> tuple[Link, ...]:
    """The pages of an issue around the one that stands `number` in it, from 0, which has no href."""
    here = issue.pages[number]
    return tuple(
        Link("" if page is here else urls.relative(origin, page.address), page_label(ctx, page.number), page.section)
        for page in nearest(issue.pages, number, PAGES)
    )


def surroundings(ctx: Context, issue: IssueCard, number: int, place: Place, turns: Turns) -> Surroundings:
    """What the articles of a newspaper page share; it stands `number` in its issue, from 0."""
    page = issue.pages[number]
    folder = page.address.rpartition("/")[0]
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
    issue, crumbs, siblings = around.issue, around.crumbs, around.siblings
    card = around.page.cards[at]
    origin = card.address
    ref = reference(article, card, around.printed, urls.public(ctx.newspaper.base_url, card.address))
    serial = _serial(ctx, origin, card, article) if card.series else NO_SERIES
    day = anchor(article.dateline.date if article.dateline else "", issue.date)
    return ArticleView(
        head=head(
            ctx,
            origin,
            article.title,
            nav="years" if is_day(issue.date) else "undated",
            description=card.excerpt,
            crumbs=crumbs,
            previous=_neighbour(origin, before),
            following=_neighbour(origin, after),
            metas=metas(ref, around.rights),
            json_ld=article_json_ld(ref, article, card, around.part_of, ctx.newspaper, around.rights),
        ),
        id=card.id,
        kicker=article.kicker_lines,
        headline=article.headline_lines or (article.title,),
        untitled=not article.headline_lines,
        deck=article.deck_lines,
        dateline=_loose_bylines(article),
        credits=_credits(ctx, origin, article.contributors),
        body=_body(ctx, origin, issue, around.turns, (around.number, at), article, day),
        signature=repair_punctuation(article.signature),
        series=serial.others,
        kind=article.kind,
        date=crumbs[-2].text if issue.date else display("", ctx.language),
        datetime=iso_prefix(issue.date),
        issue=crumbs[-2],
        page=crumbs[-1],
        doubts=tuple([doubt(ctx, note, around.ledger) for note in article.notes if note.severity == "doubt"]),
        citations=(
            Citation("GB/T 7714—2025", cite.gbt7714_2025(ref)),
            Citation("GB/T 7714—2015", cite.gbt7714_2015(ref)),
        ),
        downloads=tuple(Link(href, name, file) for name, href, file in cite.downloads(ref)),
        source=Link(
            f"{around.ledger}#L{article.first_line}",
            ctx.strings.text("source_lines", first=str(article.first_line), last=str(article.last_line)),
        ),
        source_url=around.source_url,
        pages=around.pages,
        siblings=(*siblings[max(0, at - SIBLINGS) : at], Link("", card.title), *siblings[at + 1 : at + SIBLINGS + 1]),
        related=tuple(_related(ctx, origin, relation) for relation in related),
        report=_report(ctx, card),
        rights=around.rights,
        han=card.han,
        language=around.language,
        kicker_href=serial.kicker,
        deck_href=serial.deck,
    )


def with_rest(
    ctx: Context, around: Surroundings, at: int, view: ArticleView, parts: Mapping[Part, Article]
) -> ArticleView:
    """The page of an article with the text of the parts in which it goes on; `parts` are all articles of the issue.

    Each part keeps its own page too, because that is where it was printed and what may be cited. Its paragraphs are
    anchored as `c1p2`: the first part's second. No line of the source is told: it is another page's.
    """
    issue, origin = around.issue, around.page.cards[at].address
    start = (around.number, at)
    body, doubts, signature = list(view.body), list(view.doubts), view.signature
    people = [*parts[start].contributors]
    for number, part in enumerate(around.turns.rest(start), 1):
        article, page = parts[part], issue.pages[part[0]]
        day = anchor(article.dateline.date if article.dateline else "", issue.date)
        before = {repair_punctuation(jump.printed) for jump in article.jumps if jump.direction == "from"}
        body += [
            replace(piece, id=f"c{number}{piece.id}", source="")
            for piece in _body(ctx, origin, issue, around.turns, part, article, day)
            if not (piece.kind == "jump" and piece.text in before)
        ]
        ledger = urls.relative(origin, urls.ledger(page.address.rpartition("/")[0]))
        doubts += [doubt(ctx, note, ledger) for note in article.notes if note.severity == "doubt"]
        people += article.contributors
        signature = repair_punctuation(article.signature) or signature
    return replace(
        view,
        body=tuple(body),
        doubts=tuple(doubts),
        credits=_credits(ctx, origin, people),
        signature=signature,
    )


def _related(ctx: Context, origin: str, relation: Relation) -> Related:
    """A related article with every reason there is."""
    link = Link(urls.relative(origin, relation.address), relation.title, display(relation.date, ctx.language))
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


def _neighbour(origin: str, card: Card | None) -> Link | None:
    return Link(urls.relative(origin, card.address), card.title) if card else None


def _loose_bylines(article: Article) -> str:
    """Bylines that stand on lines of their own; those that open a paragraph are shown there."""
    leads = {passage.lead for passage in article.body if passage.lead}
    return "　".join(repair_punctuation(line) for line in article.bylines if line not in leads)


def _credits(ctx: Context, origin: str, contributors: Iterable[Contributor]) -> tuple[Credit, ...]:
    by_role: dict[str, dict[str, Link]] = {}
    root = urls.root(origin)  # nobody's page shares a folder with an article
    for person in contributors:
        hint = "" if person.certain else ctx.strings.text("name_doubt", printed=person.printed)
        link = Link(root + urls.person(person.name), person.name, hint)
        by_role.setdefault(person.role, {}).setdefault(person.name, link)
    roles = sorted(by_role, key=ROLES.index)
    return tuple(Credit(role_label(ctx, role), tuple(by_role[role].values())) for role in roles)


def _body(
    ctx: Context, origin: str, issue: IssueCard, turns: Turns, part: Part, article: Article, day: str
) -> tuple[BodyPart, ...]:
    """The body of the article that is this part of the issue, for a page at `origin`; `day` is what 今天 means."""
    targets = {jump.printed: _jump(origin, issue, turns, part, jump) for jump in article.jumps}
    names = _doubtful_names(ctx, article)
    parts = _poems(
        [_part(number, passage, day, targets, names, ctx.language) for number, passage in enumerate(article.body, 1)]
    )
    if not article.jumps:
        return tuple(parts)
    before, after = _lone_jumps(article, targets)
    return (*before, *parts, *after)


def _poems(parts: list[BodyPart]) -> list[BodyPart]:
    """The parts, stanzas in a row marked as those of one poem."""
    kinds = ["", *(part.kind for part in parts), ""]
    if "verse" not in kinds:
        return parts
    return [
        replace(part, opens=kinds[at] != "verse", closes=kinds[at + 2] != "verse") if part.kind == "verse" else part
        for at, part in enumerate(parts)
    ]


def _lone_jumps(article: Article, targets: dict[str, str]) -> tuple[list[BodyPart], list[BodyPart]]:
    """Jump lines that were cut out of a paragraph, 上接 before the body and 下转 after it.

    Their anchors are `j1`, `j2`: the `p1` of the passages stay what they are.
    """
    shown = {passage.printed for passage in article.body if passage.kind == "jump"}
    before: list[BodyPart] = []
    after: list[BodyPart] = []
    for number, jump in enumerate(article.jumps, 1):
        if jump.printed not in shown:
            part = BodyPart("jump", f"j{number}", repair_punctuation(jump.printed), href=targets[jump.printed])
            (before if jump.direction == "from" else after).append(part)
    return before, after


def _doubtful_names(ctx: Context, article: Article) -> tuple[tuple[str, str], ...]:
    """(the name as the lead prints it, what the reader is told of it) for every name that is read with a doubt."""
    return tuple(
        (repair_punctuation(person.printed), ctx.strings.text("lead_doubt", name=person.name))
        for person in article.contributors
        if not person.certain and person.printed
    )


def _lead_runs(lead: str, names: tuple[tuple[str, str], ...]) -> tuple[Run, ...]:
    """The lead as printed with doubtful names marked, or nothing where it has none."""
    for printed, told in names:
        before, found, after = lead.partition(printed)
        if found:
            rest = _lead_runs(after, names) or ((Run(after),) if after else ())
            return (*((Run(before),) if before else ()), Run(printed, "doubt", told), *rest)
    return ()


def _part(
    number: int,
    passage: Passage,
    day: str,
    targets: dict[str, str],
    names: tuple[tuple[str, str], ...],
    language: str,
) -> BodyPart:
    text, credit = passage.text, ""
    if passage.credit and text.endswith(shown := repair_punctuation(passage.credit)):
        text, credit = text[: -len(shown)].rstrip(), shown
    lines: tuple[str, ...] = ()
    if passage.kind in ("subhead", "verse", "list"):
        lines = tuple(line for line in text.replace("　", "\n").split("\n") if line.strip())
    # What continues from another page may open with the words that say so, which stand on a line of their own already.
    lead = "" if passage.lead in targets else repair_punctuation(passage.lead)
    return BodyPart(
        kind=passage.kind,
        id=f"p{number}",
        text=text,
        runs=_runs(text, day, language) if passage.kind == "paragraph" else (),
        lead=lead,
        lead_runs=_lead_runs(lead, names) if lead and names else (),
        credit=credit,
        rows=passage.rows,
        lines=lines,
        source=_lines_of(passage),
        href=targets.get(passage.printed, "") if passage.kind == "jump" else "",
    )


def _lines_of(passage: Passage) -> str:
    """The lines of the source that a passage stands in: `7`, `7-9`."""
    if not passage.spans:
        return ""
    first, last = passage.spans[0].line, passage.spans[-1].line
    return f"{first}-{last}" if last > first else str(first)


def _runs(text: str, day: str, language: str) -> tuple[Run, ...]:
    """The text with its relative dates resolved, or nothing where there are none."""
    found = relative_dates(text, day)
    if not found:
        return ()
    runs, done = [], 0
    for word in found:
        if word.start > done:
            runs.append(Run(text[done : word.start]))
        runs.append(Run(text[word.start : word.end], "time", in_words(word.edtf, language), iso_prefix(word.edtf)))
        done = word.end
    if done < len(text):
        runs.append(Run(text[done:]))
    return tuple(runs)


def _jump(origin: str, issue: IssueCard, turns: Turns, part: Part, jump: Jump) -> str:
    """Where 下转 and 上接 lead: to the other part where it is found, else to the page, else nowhere."""
    target = next((other for other in issue.pages if same_page(other.number, jump.page)), None)
    if target is None:
        return ""
    other = turns.other(part, jump.direction)
    if other is not None and issue.pages[other[0]] is target:
        return urls.relative(origin, target.cards[other[1]].address)
    return urls.relative(origin, target.address)


def _report(ctx: Context, card: Card) -> str:
    """A mail that reports an error, with the article's id, title and address filled in; empty where the paper names no
    address."""
    contact = ctx.newspaper.contact
    if "@" not in contact or "/" in contact:
        return ""
    subject = quote(f"[{card.id}] {ctx.strings['report_subject']}")
    where = urls.public(ctx.newspaper.base_url, card.address) or card.address
    return f"mailto:{quote(contact, safe='@')}?subject={subject}&body={quote(f'{card.title}{chr(10)}{where}')}"

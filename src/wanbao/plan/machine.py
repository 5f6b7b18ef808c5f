"""What machines read: feeds, site maps, robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wanbao import urls
from wanbao.feeds import MOST_URLS, Deletion, Entry, Feed, Location, atom, json_feed, robots, sitemap_index, sitemaps
from wanbao.plan.base import Context, View
from wanbao.plan.jobs import FeedJob, RobotsJob, SearchJob, SitemapJob
from wanbao.records.card import Card
from wanbao.reference import WRITERS


def feed_views(ctx: Context, job: FeedJob) -> Iterator[View]:
    """The Atom feed and, where addresses are known, the JSON feed."""
    paper = ctx.newspaper
    entries = [_entry(ctx, card) for card in job.cards]
    gone = [Deletion(identifier, day) for identifier, day in job.withdrawn]
    yield View(urls.FEED, "", data=atom(_feed(ctx, urls.FEED), entries, gone))
    if paper.base_url:
        yield View(urls.JSON_FEED, "", data=json_feed(_feed(ctx, urls.JSON_FEED), entries))


def _feed(ctx: Context, address: str) -> Feed:
    paper = ctx.newspaper
    return Feed(
        id=f"{paper.short}-articles",
        title=paper.name,
        home=urls.public(paper.base_url, urls.HOME) or urls.HOME,
        address=urls.public(paper.base_url, address) or address,
        author=paper.publisher or paper.name,
        subtitle=paper.description,
        language=paper.language,
        rights=paper.rights,
        more=ctx.strings["feed_more"],
    )


def _entry(ctx: Context, card: Card) -> Entry:
    return Entry(
        id=card.id,
        url=urls.public(ctx.newspaper.base_url, card.address) or card.address,
        title=card.title,
        date=card.date,
        summary=card.excerpt,
        authors=tuple(dict.fromkeys(name for name, role, _ in card.contributors if role in WRITERS)),
        section=card.section,
    )


def sitemap_views(ctx: Context, job: SitemapJob) -> Iterator[View]:
    """The site map of a year; a site whose address is unknown has none, because a site map holds absolute addresses."""
    base = ctx.newspaper.base_url
    if base:
        addresses = [address for page in job.addresses for address in _with_articles(*page)]
        locations = (Location(urls.public(base, address)) for address in addresses)
        parts = _parts(job.year, len(addresses))
        for address, data in zip(parts, sitemaps(locations), strict=True):
            yield View(address, "", data=data)


def _with_articles(page: str, articles: int, numbers: Sequence[int]) -> Iterator[str]:
    """The address of a newspaper page, and those of its articles."""
    yield page
    folder = urls.folder_of(page)
    yield from (urls.article(folder, number) for number in numbers or range(1, articles + 1))


def _parts(name: str, addresses: int) -> list[str]:
    """The addresses of a site map, which is cut where it would hold more than the protocol allows."""
    count = -(-addresses // MOST_URLS)
    return [urls.sitemap_of(f"{name}-{part}" if part else name) for part in range(count)]


def robots_views(ctx: Context, job: RobotsJob) -> Iterator[View]:
    """robots.txt, the index of site maps and the site map of the pages that belong to no year."""
    base = ctx.newspaper.base_url
    if base:
        yield from sitemap_views(ctx, SitemapJob("site", tuple((address, 0, ()) for address in job.addresses)))
        listed = [part for name, count in (("site", len(job.addresses)), *job.years) for part in _parts(name, count)]
        yield View(urls.SITEMAP, "", data=sitemap_index([Location(urls.public(base, part)) for part in listed]))
    yield View(urls.ROBOTS, "", data=robots(urls.public(base, urls.SITEMAP)))


def search_views(ctx: Context, job: SearchJob) -> Iterator[View]:
    """The list of segments and the table of traditional characters."""
    from wanbao.search import head_files

    for address, data in head_files(job.segments):
        yield View(address, "", data=data)

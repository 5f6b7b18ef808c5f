"""What machines read: feeds, site maps, robots.txt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wanbao import urls
from wanbao.feeds import MOST_URLS, Entry, Feed, Location, atom, json_feed, robots, sitemap_index, sitemaps
from wanbao.plan.base import Context, View
from wanbao.records import Card, IssueCard
from wanbao.reference import WRITERS
from wanbao.search import IssueRun, Segment, head_files
from wanbao.store import digest_of

ENTRIES = 100
"""How many articles a feed holds, at the least all of the newest issue."""


@dataclass(frozen=True, slots=True)
class FeedJob:
    """Make the feeds."""

    cards: tuple[Card, ...]
    """The newest articles, newest issue first, in order of print within an issue."""


@dataclass(frozen=True, slots=True)
class SitemapJob:
    """Make the site map of a year."""

    year: str
    """The year, or `undated`."""
    addresses: tuple[str, ...]
    """The pages of that year, in order."""


@dataclass(frozen=True, slots=True)
class RobotsJob:
    """Make the index of site maps and robots.txt."""

    years: tuple[tuple[str, int], ...]
    """(year or `undated`, addresses) of every site map of issues."""
    addresses: tuple[str, ...]
    """The pages that belong to no year."""


def feed_views(ctx: Context, job: FeedJob) -> Iterator[View]:
    """The Atom feed and, where addresses are known, the JSON feed."""
    paper = ctx.newspaper
    entries = [_entry(ctx, card) for card in job.cards]
    yield View(urls.FEED, "", data=atom(_feed(ctx, urls.FEED), entries))
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
        locations = (Location(urls.public(base, address)) for address in job.addresses)
        parts = _parts(job.year, len(job.addresses))
        for address, data in zip(parts, sitemaps(locations), strict=True):
            yield View(address, "", data=data)


def _parts(name: str, addresses: int) -> list[str]:
    """The addresses of a site map, which is cut where it would hold more than the protocol allows."""
    count = -(-addresses // MOST_URLS)
    return [urls.sitemap_of(f"{name}-{part}" if part else name) for part in range(count)]


def robots_views(ctx: Context, job: RobotsJob) -> Iterator[View]:
    """robots.txt, the index of site maps and the site map of the pages that belong to no year."""
    base = ctx.newspaper.base_url
    if base:
        yield from sitemap_views(ctx, SitemapJob("site", job.addresses))
        listed = [part for name, count in (("site", len(job.addresses)), *job.years) for part in _parts(name, count)]
        yield View(urls.SITEMAP, "", data=sitemap_index([Location(urls.public(base, part)) for part in listed]))
    yield View(urls.ROBOTS, "", data=robots(urls.public(base, urls.SITEMAP)))


@dataclass(frozen=True, slots=True)
class SegmentJob:
    """Make one segment of the search index."""

    segment: Segment
    """The segment."""


@dataclass(frozen=True, slots=True)
class SearchJob:
    """Make the files of the search that belong to no segment."""

    segments: tuple[Segment, ...]
    """All segments."""


def search_views(ctx: Context, job: SearchJob) -> Iterator[View]:
    """The list of segments and the table of traditional characters."""
    for address, data in head_files(job.segments):
        yield View(address, "", data=data)


def search_run(ctx: Context, issue: IssueCard) -> IssueRun:
    """An issue as the search index knows it; its run is kept under a name that changes with its text."""
    docs = sum(len(page.cards) for page in issue.pages)
    return IssueRun(issue.key, issue.date, digest_of(ctx.newspaper.digest, issue.key, issue.digest), docs)

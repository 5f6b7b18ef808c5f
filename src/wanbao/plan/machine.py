"""What machines read: feeds, site maps, robots.txt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wanbao import urls
from wanbao.feeds import Entry, Feed, Location, atom, json_feed, robots, sitemap_index, sitemaps
from wanbao.plan.base import Context, View
from wanbao.records import Card
from wanbao.reference import WRITERS

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

    years: tuple[str, ...]
    """The years that have a site map, and `undated`."""
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
        for part, data in enumerate(sitemaps(locations)):
            yield View(urls.sitemap_of(f"{job.year}-{part}" if part else job.year), "", data=data)


def robots_views(ctx: Context, job: RobotsJob) -> Iterator[View]:
    """robots.txt, the index of site maps and the site map of the pages that belong to no year."""
    base = ctx.newspaper.base_url
    if base:
        rest = (Location(urls.public(base, address)) for address in job.addresses)
        yield View(urls.sitemap_of("site"), "", data=next(iter(sitemaps(rest))))
        names = ("site", *job.years)
        maps = [Location(urls.public(base, urls.sitemap_of(name))) for name in names]
        yield View(urls.SITEMAP, "", data=sitemap_index(maps))
    yield View(urls.ROBOTS, "", data=robots(urls.public(base, urls.SITEMAP)))

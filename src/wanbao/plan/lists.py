"""The pages that list issues: home, years, undated ones; those that list nothing; and the theme's own files."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from msgspec.structs import replace

from wanbao import urls
from wanbao.about import about_html
from wanbao.dates import display
from wanbao.jsonld import home_json_ld
from wanbao.newspaper import Newspaper
from wanbao.plan.base import ATOM, JSON_FEED, Context, View, alternates, head, issue_entry
from wanbao.plan.jobs import AssetsJob, HomeJob, PlainJob, UndatedJob, YearJob
from wanbao.views.about import AboutView
from wanbao.views.calendar import Day, Month, UndatedView, YearEntry, YearView
from wanbao.views.entries import Fact
from wanbao.views.head import Link
from wanbao.views.home import HomeView
from wanbao.views.plain import PlainView

LEADS = 7
"""How many headlines of the newest issue the home page shows: one, and rows of two or three that are full."""
MORE_LEADS = 3
"""How many headlines of each issue before it."""
_FEEDS = {ATOM: "Atom", JSON_FEED: "JSON Feed"}
"""What the formats of feeds are called."""


def assets_views(ctx: Context, job: AssetsJob) -> Iterator[View]:
    """The theme's own files."""
    for address, data in job.files:
        yield View(address, "", data=data)


def home_views(ctx: Context, job: HomeJob) -> Iterator[View]:
    """The home page."""
    issues, articles, people = job.totals
    record = HomeView(
        head=head(
            ctx,
            urls.HOME,
            ctx.strings["home"],
            nav="home",
            description=ctx.newspaper.description,
            json_ld=home_json_ld(ctx.newspaper),
        ),
        latest=tuple(
            issue_entry(ctx, urls.HOME, issue, MORE_LEADS if number else LEADS)
            for number, issue in enumerate(job.latest)
        ),
        years=_years(urls.HOME, job.years),
        undated=tuple(issue_entry(ctx, urls.HOME, issue, 0 if job.latest else LEADS) for issue in job.undated),
        undated_total=job.undated_total,
        issues=issues,
        articles=articles,
        people=people,
        span=_span(ctx, *job.span),
        days=job.days,
    )
    yield View(urls.HOME, "home.html", record)


def _span(ctx: Context, first: str, last: str) -> str:
    if not first:
        return ""
    return display(first if first == last else f"{first}/{last}", ctx.language)


def _years(origin: str, years: tuple[tuple[str, int, int], ...], current: str = "") -> tuple[YearEntry, ...]:
    return tuple(
        YearEntry(Link(urls.relative(origin, urls.year(year)), year), issues, articles, year == current)
        for year, issues, articles in years
    )


def year_views(ctx: Context, job: YearJob) -> Iterator[View]:
    """The calendar of a year."""
    address = urls.year(job.year)
    names = [year for year, *_ in job.years]
    at = names.index(job.year)
    by_day: dict[str, list[Link]] = {}
    for day, issue, edition, articles in job.days:
        hint = ctx.strings.text("n_articles", n=articles)
        by_day.setdefault(day, []).append(Link(urls.relative(address, issue), edition or day, hint))
    record = YearView(
        head=head(
            ctx,
            address,
            ctx.strings.text("year_title", year=job.year),
            nav="years",
            previous=_year_link(address, names[at + 1 : at + 2]),
            following=_year_link(address, names[at - 1 : at] if at else []),
        ),
        year=job.year,
        years=_years(address, job.years, job.year),
        months=tuple(_month(ctx, int(job.year), month, by_day) for month in range(1, 13)),
        partial=tuple(issue_entry(ctx, address, issue) for issue in job.partial),
        issues=len(job.days) + len(job.partial),
        articles=job.articles,
    )
    yield View(address, "year.html", record)


def _year_link(origin: str, years: list[str]) -> Link | None:
    return Link(urls.relative(origin, urls.year(years[0])), years[0]) if years else None


def _month(ctx: Context, year: int, month: int, by_day: dict[str, list[Link]]) -> Month:
    """A month's calendar. The weeks are those of the calendar of days: an ISO week-year would misplace Dec 30."""
    weeks = []
    issues = 0
    for week in calendar.Calendar(firstweekday=0).monthdayscalendar(year, month):
        cells = []
        for number in week:
            links = by_day.get(date(year, month, number).isoformat(), []) if number else []
            issues += len(links)
            cells.append(Day(number, links[0] if links else None, tuple(links[1:])))
        weeks.append(tuple(cells))
    return Month(month, ctx.strings[f"month_{month}"], f"m-{month:02}", tuple(weeks), issues)


def undated_views(ctx: Context, job: UndatedJob) -> Iterator[View]:
    """The list of issues whose day is not known."""
    record = UndatedView(
        head=head(ctx, urls.UNDATED, ctx.strings["undated"], nav="undated"),
        issues=tuple(issue_entry(ctx, urls.UNDATED, issue, 3) for issue in job.issues),
    )
    yield View(urls.UNDATED, "undated.html", record)


def plain_views(ctx: Context, job: PlainJob) -> Iterator[View]:
    """About, search and the page for addresses that are not there."""
    text, base_url = ctx.strings, ctx.newspaper.base_url
    yield View(urls.ABOUT, "about.html", _about_view(ctx, job))
    if ctx.has_search:
        yield View(urls.SEARCH, "search.html", PlainView(head(ctx, urls.SEARCH, text["search"], nav="search")))
    not_found = head(ctx, urls.NOT_FOUND, text["not_found_title"], robots="noindex")
    # A host shows this page under any address, so its links need the site's whole path, where that is known.
    if base_url:
        root = urlsplit(base_url).path.rstrip("/") + "/"
        not_found = replace(not_found, root=root, alternates=alternates(ctx.newspaper, root))
    yield View(urls.NOT_FOUND, "not_found.html", PlainView(not_found, base_url))


def _about_view(ctx: Context, job: PlainJob) -> AboutView:
    """The page about the archive."""
    paper, text = ctx.newspaper, ctx.strings
    facts = [
        ("fact_name", paper.name),
        ("fact_name_en", paper.name_en),
        ("fact_former_names", "、".join(paper.former_names)),
        ("fact_publisher", paper.publisher),
        ("fact_place", paper.place),
        ("fact_cn", paper.cn),
    ]
    root = urls.root(urls.ABOUT)
    tables = [(year, text["undated"] if year == "undated" else year) for year in job.tables]
    return AboutView(
        head=head(ctx, urls.ABOUT, text["about"], nav="about"),
        facts=tuple(Fact(text[name], value) for name, value in facts if value),
        rights=paper.rights,
        contact=paper.mail or paper.contact,
        contact_href=contact_href(paper),
        html=about_html(ctx.about),
        package=Link(root + urls.DATA_PACKAGE, urls.DATA_PACKAGE),
        schema=Link(root + urls.ARTICLE_SCHEMA, urls.ARTICLE_SCHEMA.rpartition("/")[2]),
        tables=tuple(Link(root + urls.table(year), shown) for year, shown in tables),
        feeds=tuple(Link(way, _FEEDS[kind]) for kind, way, _ in alternates(paper, root)),
    )


def contact_href(paper: Newspaper) -> str:
    """The link to a paper's contact: an address for mail or a web address; empty for anything else."""
    if paper.contact.startswith(("https://", "http://")):
        return paper.contact
    return f"mailto:{paper.mail}" if paper.mail else ""

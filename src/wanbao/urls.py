"""Every address of the site is made here, one function for each kind of page, and nowhere else.

An address is the path of a file below the site's root, ASCII, with `/`: `2022/05/18/A02/3.html`. It is made of what a
newspaper prints on itself (date, page, order on it) or, where nothing is printed, of a digest of the text; never of a
headline, which may be corrected, nor of anything another page could change. So an address, once published, stays.

Links name the file, `…/index.html` included, because a folder opened from disk (`file://`) has no web server to
find it; the address for citations (`public`) leaves `index.html` out.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from urllib.parse import quote

from wanbao.patterns import regex

HOME = "index.html"
ABOUT = "about/index.html"
PEOPLE = "people/index.html"
SECTIONS = "sections/index.html"
SERIES = "series/index.html"
STATISTICS = "statistics/index.html"
DAYS = "days/index.html"
SEARCH = "search/index.html"
UNDATED = "undated/index.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
JSON_FEED = "feed.json"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
MANIFEST = "manifest.json"
DATA_PACKAGE = "datapackage.json"
ARTICLE_SCHEMA = "data/article.schema.json"

LARGEST_FIXED = 999
"""The largest number that a maintainer may fix for an article; the smallest is 1."""

_EDITIONS = {"增刊": "supplement", "特刊": "special", "号外": "extra", "增期": "additional"}
"""Editions that a masthead names, and what they are called in an address."""

_DAY = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_PLAIN = regex(r"(?:[A-Za-z0-9]{1,40}|[A-TV-Z]?[0-9]{1,3}-[A-TV-Z]?[0-9]{1,3})\Z")
_ENCODED = regex(r"u[0-9a-f]+\Z")
_RESERVED = {"INDEX", "CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}
"""The index of a folder, and names that Windows keeps for devices: a site must survive being unpacked there."""


def token(text: str) -> str:
    """Text as one ASCII part of an address: plain letters and digits stay, and so does the number of a spread
    (`A02-A03`); anything else becomes code points.

    The result is never empty, holds neither `.` nor `/`, is at most 40 characters long, is no name that some file
    system reserves, and no two texts share one (long texts by the strength of a 64-bit digest).
    """
    kept = text.strip()
    if _PLAIN.match(kept) and not _ENCODED.match(kept) and kept.upper() not in _RESERVED:
        return kept
    if 0 < len(kept) <= 6:
        return "u" + "-".join(f"{ord(c):x}" for c in kept)
    return "u-" + blake2b(kept.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def issue_key(date: str, edition: str, name: str) -> str:
    """What makes one issue: the day and the edition, or the lasting name of an undated one.

    `date` is EDTF or empty; anything coarser than a day counts as undated, so that an issue keeps its address while
    its date is narrowed down.
    """
    if not _DAY.match(date):
        return f"undated-{token(name)}"
    return f"{date}+{_EDITIONS.get(edition) or token(edition)}" if edition else date


def issue_folder(key: str) -> str:
    """The folder of an issue: `2022/05/18`, `2022/05/18-extra`, `undated/f016e08b`."""
    if key.startswith("undated-"):
        return "undated/" + key[len("undated-") :]
    date, _, edition = key.partition("+")
    folder = date.replace("-", "/")
    return f"{folder}-{edition}" if edition else folder


def issue(key: str) -> str:
    """The page of an issue."""
    return issue_folder(key) + "/index.html"


def whole(key: str) -> str:
    """All text of an issue on one page, for reading through and for printing."""
    return issue_folder(key) + "/whole.html"


def page_folder(key: str, number: str, stamp: str) -> str:
    """The folder of a newspaper page; one without a number is named by the digest of its text."""
    folder = issue_folder(key)
    if number:
        return f"{folder}/{token(number)}"
    return f"{folder}/x" if key == f"undated-{stamp}" else f"{folder}/x-{stamp}"


def page(folder: str) -> str:
    """The page of a newspaper page."""
    return folder + "/index.html"


def ledger(folder: str) -> str:
    """The source of a newspaper page, line by line."""
    return folder + "/source.html"


def article(folder: str, number: int) -> str:
    """The page of the article of that number on its newspaper page."""
    return f"{folder}/{number}.html"


def folder_of(address: str) -> str:
    """The folder of the newspaper page to which an address belongs: that of the page, its source or an article."""
    return address.rpartition("/")[0]


def number_of(address: str) -> int:
    """The number of an article on its newspaper page, by its address. Raises ValueError for another address."""
    return int(address.rpartition("/")[2].partition(".")[0])


def issue_of(folder: str) -> str:
    """The key of the issue in which a newspaper page of that folder lies."""
    whole, _, _ = folder.rpartition("/")
    if whole.startswith("undated/"):
        return "undated-" + whole[len("undated/") :]
    date, _, edition = whole.partition("-")
    return f"{date.replace('/', '-')}+{edition}" if edition else date.replace("/", "-")


def page_number(folder: str) -> str:
    """The number of the newspaper page of that folder; empty where it has none or its address does not tell it."""
    part = folder.rpartition("/")[2]
    return "" if part.startswith(("u", "x")) else part


def around(article: str) -> tuple[str, ...]:
    """The addresses around an article's: its newspaper page, the source of that, its issue, all of its text."""
    folder = folder_of(article)
    key = issue_of(folder)
    return page(folder), ledger(folder), issue(key), whole(key)


def article_id(short: str, key: str, folder: str, number: int) -> str:
    """The permanent id of an article: `mmwb-20220518-A02-3`."""
    date = key[len("undated-") :] if key.startswith("undated-") else key.replace("-", "")
    return f"{short}-{date}-{folder.rsplit('/', 1)[1]}-{number}"


def year(number: int | str) -> str:
    """The calendar of a year."""
    return f"{number}/index.html"


def day(month_and_day: str) -> str:
    """What the paper printed on a day of the year, `05-18`, in whichever year."""
    return f"days/{month_and_day}.html"


@lru_cache(maxsize=4096)
def person(name: str) -> str:
    """The page of somebody credited: the code points of the name, which no other name can ever claim."""
    return f"people/{'-'.join(f'{ord(c):x}' for c in name)}.html"


def section(name: str) -> str:
    """The page of a section (版名)."""
    return f"sections/{token(name)}.html"


def series(name: str) -> str:
    """The page of a series or standing column (系列, 栏目)."""
    return f"series/{token(name)}.html"


def part(whole: str, period: str) -> str:
    """A part of a list that is cut by year or month: `people/6881-5948/2022.html`; the list itself for no period."""
    return f"{whole.removesuffix('.html')}/{period}.html" if period else whole


def issue_data(key: str) -> str:
    """The articles of an issue as data, one a line."""
    return issue_folder(key) + "/articles.jsonl"


def table(year: str) -> str:
    """The index of a year's articles as a table, or of the undated ones (`undated`)."""
    return f"data/articles-{year}.csv"


def sitemap_of(number: str) -> str:
    """The sitemap of a year, or of the undated issues (`undated`)."""
    return f"sitemap-{number}.xml"


def asset(name: str, digest: str) -> str:
    """A file of the theme, named by its content so that it may be cached for ever."""
    stem, dot, suffix = name.rpartition(".")
    return f"assets/{stem}-{digest[:10]}{dot}{suffix}"


@lru_cache(maxsize=4096)
def root(address: str) -> str:
    """The way from a page up to the root: `../../`, or empty."""
    return "../" * address.count("/")


def relative(origin: str, target: str) -> str:
    """The link from one address to another, without the folders they share."""
    name = target.rfind("/") + 1
    return _way(origin[: origin.rfind("/") + 1], target[:name]) + target[name:]


@lru_cache(maxsize=4096)  # a list leads to the folders of many pages, and a page to its neighbours, again and again
def _way(origin: str, target: str) -> str:
    """The way from one folder to another, each with a slash at its end."""
    end, up = len(origin), ""
    while not target.startswith(origin[:end]):
        end, up = origin.rfind("/", 0, end - 1) + 1, up + "../"
    return up + target[end:]


def public(base_url: str, address: str) -> str:
    """The absolute address for citations and feeds, or empty where the site has no base URL."""
    if not base_url:
        return ""
    path = address[: -len("index.html")] if address == HOME or address.endswith("/index.html") else address
    return base_url.rstrip("/") + "/" + quote(path)


def is_article(address: str) -> bool:
    """Whether this is the address of an article: `2022/05/18/A01/3.html`, `undated/x/A01/3.html`."""
    # Without a pattern: it is asked at the very end of a build, when the code of patterns has been remembered.
    *folders, name = address.split("/")
    number, _, ending = name.partition(".")
    if ending != "html" or not _has_digits(number) or not all(folders):
        return False
    if folders[:1] == ["undated"]:
        return len(folders) == 3
    if len(folders) != 4:
        return False
    year, month, day, _ = folders
    return len(year) == 4 and len(month) == 2 and len(day) > 1 and all(map(_has_digits, (year, month, day[:2])))


_LOOSE = regex(
    r"([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})(-[0-9a-z-]+)?/(?:([A-Za-z]?)0*([0-9]{1,3})/)?([0-9a-z]+)\.html\Z"
)
"""An address of a day's paper as somebody may write it from memory: `2022/5/18/A2/03.html`, `2022-05-18/A02/3.html`."""


def meant_by(address: str) -> tuple[str, ...]:
    """The addresses of a day's paper that one written from memory may stand for, itself left out."""
    found = _LOOSE.match(address)
    if not found:
        return ()
    year_, month, day_, edition, block, number, name = found.groups(default="")
    folder = f"{year_}/{month:0>2}/{day_:0>2}{edition}"
    pages = (f"/{block.upper()}{number}", f"/{block.upper()}{number:0>2}") if number else ("",)
    last = name.lstrip("0") if name.isdigit() else name
    return tuple(one for one in dict.fromkeys(f"{folder}{page_}/{last}.html" for page_ in pages) if one != address)


def _has_digits(text: str) -> bool:
    """Whether a text is digits and nothing else."""
    return text.isascii() and text.isdigit()

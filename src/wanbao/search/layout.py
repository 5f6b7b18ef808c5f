"""Which issues share a segment of the index, and what a segment is called.

A segment is a stretch of time: a year; a month where the year is large; the newest month apart from the rest of its
year where that year is already of some size, so that the paper of today does not rewrite the year; the undated issues
apart. Its name holds a digest of its runs: one that is already published needs no work. It lies in a folder that is
named by how its articles are numbered: as long as that stays, so do the shards in which nothing changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from wanbao.errors import Record
from wanbao.patterns import regex
from wanbao.search.run import FORMAT

LARGE_YEAR = 24_000
"""A year of more articles than this is cut into months."""
HOT_YEAR = 3_000
"""In the newest year, the newest month is apart from the others from this many articles on. To keep its other months
apart as well would spare making them anew when a month begins, and cost every reader: at seven months a page's first
query 36 % more bytes and 25 files instead of 16; quarters still 11 % and two files."""
_DAY = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class IssueRun(NamedTuple):
    """An issue as the index knows it."""

    key: str
    """The issue's key: `2022-05-18`."""
    date: str
    """EDTF; empty where unknown."""
    digest: str
    """The key under which its run is kept: hex digits that change with its texts."""
    docs: int
    """How many articles it has."""
    number: int = 0
    """Its running number (总期号); 0 where it has none or that is no number."""


class Segment(Record, frozen=True):
    """A stretch of time of the index."""

    label: str
    """What stretch: `2005`, `2005-07`, `undated`."""
    issues: tuple[IssueRun, ...]
    """Its issues, oldest first."""
    name: str
    """Where it lies below `search/`; two segments of one name have the same bytes: `2005-3f09ab12/90c1d7e4`."""

    @property
    def docs(self) -> int:
        """How many articles it has."""
        return sum(issue.docs for issue in self.issues)


def meta_file(name: str) -> str:
    """The file that says what a segment of that name holds and where."""
    return f"search/{name}.js"


def shard_file(name: str, shard: str) -> str:
    """A shard of a segment of that name."""
    return f"search/{name.partition('/')[0]}/{shard}.js"


def segments(issues: Sequence[IssueRun]) -> tuple[Segment, ...]:
    """The segments of an archive, oldest first, undated last. Issues without articles are left out."""
    ordered = sorted((issue for issue in issues if issue.docs), key=lambda issue: (issue.date, issue.key))
    dated = [issue for issue in ordered if _DAY.fullmatch(issue.date)]
    years: dict[str, list[IssueRun]] = {}
    for issue in dated:
        years.setdefault(issue.date[:4], []).append(issue)
    stretches: dict[str, list[IssueRun]] = {}
    for year, of_year in years.items():
        size = sum(issue.docs for issue in of_year)
        newest = dated[-1].date[:7]
        for issue in of_year:
            month = issue.date[:7]
            apart = size > LARGE_YEAR or (size > HOT_YEAR and month == newest)
            stretches.setdefault(month if apart else year, []).append(issue)
    undated = [issue for issue in ordered if not _DAY.fullmatch(issue.date)]
    if undated:
        stretches["undated"] = undated
    return tuple(_segment(label, tuple(members)) for label, members in stretches.items())


def _segment(label: str, issues: tuple[IssueRun, ...]) -> Segment:
    numbering = _digest((issue.key, issue.docs) for issue in issues)
    return Segment(label, issues, f"{label}-{numbering}/{_digest(issues)}")


def _digest(rows: Iterable[tuple[object, ...]]) -> str:
    text = "\n".join([f"wanbao search {FORMAT}", *("\t".join(map(str, row)) for row in rows)])
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()

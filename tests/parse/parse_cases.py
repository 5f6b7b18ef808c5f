"""The parser's case files: source above a line of `=====`, the page as it must be understood below.

A case file is a whole page or a piece of one, composed by us. What is expected is written for the eye: one line for
every field that is not empty, `pytest --accept` rewrites it, and the diff is the review.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wanbao.newspaper import Newspaper, load_newspaper
from wanbao.parse import parse_page
from wanbao.records import Article, Page, Passage, Place, Source

CASES = Path(__file__).parents[1] / "cases" / "parse"
DIVIDER = "\n=====\n"


def newspaper() -> Newspaper:
    """The made-up newspaper of the case files."""
    return load_newspaper(CASES / "newspaper.yml")


def case_files() -> list[Path]:
    """All case files, in order of name."""
    return sorted(CASES.glob("*.md"))


def read_case(path: Path) -> tuple[str, str]:
    """Source and expectation of a case file."""
    source, _, expected = path.read_text("utf-8").partition(DIVIDER)
    return source, expected


def write_case(path: Path, source: str, expected: str) -> None:
    """Write a case file."""
    path.write_text(f"{source}{DIVIDER}{expected}", "utf-8")


def parse_text(text: str, paper: Newspaper | None = None) -> Page:
    """A page from bare text."""
    return parse_page(Source("page.md", text, "0" * 32, Place()), paper or newspaper())


def rendered(page: Page) -> str:
    """The page, one line a field."""
    lines = [*_place_lines(page)]
    for article in page.articles:
        lines += ["", *_article_lines(article)]
    if page.header_lines or page.furniture:
        lines.append("")
    lines += [f"header: {text}" for text in page.header_lines]
    lines += [f"dropped: {text}" for text in page.furniture]
    notes = [f"note: {note.code} line {note.line}: {note.taken} / {note.refused}" for note in page.notes]
    return "\n".join([*lines, *([""] if notes else []), *notes]).strip("\n") + "\n"


def _place_lines(page: Page) -> Iterator[str]:
    place = page.place
    for name in ("newspaper", "date", "page_number", "section", "issue_number"):
        evidence = getattr(place, name)
        if evidence is not None:
            yield f"{name}: {evidence.value}"
    for role, name in page.staff:
        yield f"staff: {role} {name}"


def _article_lines(article: Article) -> Iterator[str]:
    number = f" #{article.number}" if article.number != article.order else ""
    yield f"## {article.order} {article.kind}{number}"
    for name in ("column", "kicker", "headline", "deck"):
        if value := getattr(article, name):
            yield f"{name}: {value}"
    if article.dateline:
        parts = (article.dateline.source, article.dateline.place, article.dateline.date, article.dateline.kind)
        yield f"dateline: {article.dateline.printed} = {' | '.join(part for part in parts if part)}"
    for byline in article.bylines:
        yield f"byline: {byline}"
    for who in article.contributors:
        tail = "" if who.certain else " ?"
        yield f"{who.role}: {who.name} ({who.role_printed}, {who.organisation}, {who.where}){tail}"
    for passage in article.body:
        yield from _passage_lines(passage)
    if article.signature:
        yield f"signature: {article.signature}"
    for turn in article.jumps:
        yield f"jump {turn.direction} {turn.page}: {turn.printed}"


def _passage_lines(passage: Passage) -> Iterator[str]:
    image = f" [{passage.image}]" if passage.image else ""
    joins = f" (+{passage.joins})" if passage.joins else ""
    first, *rest = passage.text.split("\n")
    yield f"{passage.kind}{image}{joins}: {first}"
    yield from (f"  {line}" for line in rest)
    if passage.credit:
        yield f"  credit: {passage.credit}"

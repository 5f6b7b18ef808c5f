"""One page as JSON, texts as printed: what `wanbao parse FILE --json` prints and the evaluation reads."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from wanbao.newspaper import Newspaper, load_newspaper, parse_newspaper
from wanbao.parse import parse_page
from wanbao.records import Article, Page, Place, Source


def page_to_dict(page: Page) -> dict[str, object]:
    """The page as plain dicts and lists: `page`, `articles`, `dropped`."""
    place = page.place
    return {
        "page": {
            "file": page.source,
            "paper": place.newspaper.value if place.newspaper else "",
            "date": place.date.value if place.date else "",
            "page_no": place.page_number.value if place.page_number else "",
            "name": place.section.value if place.section else "",
            "header_lines": list(page.header_lines),
            "staff": [list(entry) for entry in page.staff],
        },
        "articles": [article_to_dict(article) for article in page.articles],
        "dropped": list(page.furniture),
        "notes": [str(note) for note in page.notes],
    }


def article_to_dict(article: Article) -> dict[str, object]:
    """One article; paragraphs begin after dateline and by-line, names are clean, everything else is as printed."""
    texts = {kind: [part.printed for part in article.body if part.kind == kind] for kind in ("caption", "subhead")}
    paragraphs = _paragraphs(article)
    names = {
        role: [who.name for who in article.contributors if who.role == role]
        for role in (
            "reporter",
            "correspondent",
            "photographer",
            "intern",
            "author",
            "artist",
            "compiler",
            "commentator",
        )
    }
    return {
        "kind": article.kind,
        "kicker": article.kicker,
        "headline": article.headline,
        "subheadline": article.deck,
        "dateline": article.dateline.printed if article.dateline else "",
        "bylines": list(article.bylines),
        "reporters": names["reporter"] + names["commentator"],
        "correspondents": names["correspondent"],
        "photographers": names["photographer"],
        "interns": names["intern"],
        "authors": names["author"] + names["artist"] + names["compiler"],
        "captions": texts["caption"],
        "subheads": texts["subhead"],
        "paragraphs": paragraphs,
        "signature": article.signature,
        "tables": [part.printed for part in article.body if part.kind == "table"],
        "jump": " ".join(turn.printed for turn in article.jumps),
    }


def _paragraphs(article: Article) -> list[str]:
    """Its paragraphs, the items of lists among them; a poem is one, its stanzas a line after each other."""
    found: list[str] = []
    before = ""
    for part in article.body:
        if part.kind == "list":
            found += part.printed.split("\n")
        elif part.kind == "verse" and before == "verse":
            found[-1] += f"\n{part.printed}"
        elif part.kind in ("paragraph", "verse", "editor_note"):
            found.append(part.printed)
        before = part.kind
    return found


@lru_cache(maxsize=1)
def _profile() -> Newspaper:
    """The profile beside us, or a bare one where there is none."""
    path = Path("articles/newspaper.yml")
    return load_newspaper(path) if path.is_file() else parse_newspaper("name: 本报\n")


def parse_text_to_dict(text: str, newspaper: Newspaper | None = None) -> dict[str, object]:
    """A page's text, parsed without file, front matter or cache."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return page_to_dict(parse_page(Source("page.md", clean, "", Place()), newspaper or _profile()))

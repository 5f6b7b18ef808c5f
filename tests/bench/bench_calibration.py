"""How far the parser's confidence can be trusted: of the decisions without a doubt note, how many are right.

    python tests/bench/bench_calibration.py FOLDER [FOLDER…] [--errors N]

Each folder holds labelled pages as in the shared evaluation: `pages/NAME.md` and `truth/NAME.json`. A decision is the
role of one run of characters, together with the article it was given to, and for a paragraph also where it ends. It is
right if the truth has these characters in that field of that article. A decision is doubtful if a note (D502, D503,
D504) stands on one of its lines; it is in doubt by another's note if it stands below a heading that may be the other
of headline and sub-headline, and so begins an article or not, or if it is the other of two headings of which one may be
kicker or headline, headline or deck, which is told once. Nothing here is a test: third-party pages stay outside of the
repository.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from wanbao.newspaper import Newspaper, parse_newspaper
from wanbao.parse import parse_page
from wanbao.records import Block, Page, Place, Source

FIELDS = {
    "headline": ("headline",),
    "kicker": ("kicker",),
    "deck": ("subheadline",),
    "subhead": ("subheads",),
    "caption": ("captions",),
    "dateline": ("bylines", "dateline"),
    "byline": ("bylines",),
    "signature": ("signature",),
    "jump": ("jump",),
    "table": ("tables",),
    "paragraph": ("paragraphs",),
    "verse": ("paragraphs",),
    "list": ("paragraphs",),
    "editor_note": ("paragraphs",),
}
"""The fields of the truth that a role may stand in."""
APART = ("furniture", "running_head", "staff", "column_label")
HEADINGS = ("headline", "kicker", "deck", "subhead")
DOUBTS = ("D502", "D503", "D504")
BINS = (1.0, 2.0, 4.0, 8.0, 99.0)


class Decision(NamedTuple):
    """One run of characters with its role."""

    page: str
    line: int
    role: str
    text: str
    margin: float
    doubtful: bool
    implied: bool
    right: bool


def plain(text: str) -> str:
    """Folded to half width, without blanks, marks and the scaffolding of tables: what is compared."""
    bare = re.sub(r"</?[a-z][^<>]*>|^[|\s:-]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"[\s*|#●◆▲△★☆■□◇○•]", "", unicodedata.normalize("NFKC", bare))


def field_text(article: dict[str, Any], field: str) -> str:
    """A field of a labelled article as one text, alternatives of headings among it."""
    values = [article.get(field, "")] + [other.get(field, "") for other in article.get("alternatives", [])]
    return "\n".join(plain("".join(value) if isinstance(value, list) else str(value)) for value in values)


def tiers(article: dict[str, Any]) -> tuple[str, str]:
    """Kicker and headline, and headline and deck, as one heading prints them."""
    kicker, headline, deck = (plain(article.get(name, "")) for name in ("kicker", "headline", "subheadline"))
    return kicker + headline, headline + deck


def printed(block: Block, lines: list[str]) -> str:
    """The characters of a block."""
    return plain("\n".join(lines[span.line - 1][span.start : span.end] for span in block.spans))


def homes(role: str, text: str, truth: dict[str, Any]) -> set[int]:
    """The labelled articles that have these characters in a field for this role; -1 for what is set aside."""
    if role in APART:
        aside = [plain(line) for line in truth["dropped"] + truth["page"].get("header_lines", [])]
        return {-1} if any(text in line or line in text for line in aside) else set()
    return {
        index
        for index, article in enumerate(truth["articles"])
        if any(text in field_text(article, field) for field in FIELDS[role])
        or (role == "headline" and text in tiers(article))
    }


def lines_implied(page: Page) -> Iterator[int]:
    """The lines below a doubtful heading of which the same doubt speaks."""
    notes = {note.line: {note.taken, note.refused} for note in page.notes if note.code in DOUBTS}
    about: set[str] = set()
    for block in page.blocks:
        line = block.spans[0].line
        if block.role in HEADINGS:
            if about in ({"kicker", "headline"}, {"headline", "deck"}):
                yield line
            about = next((notes[span.line] for span in block.spans if span.line in notes), set())
        elif about == {"headline", "subhead"}:
            yield line


def decisions(name: str, page: Page, source: str, truth: dict[str, Any]) -> Iterator[Decision]:
    """All decisions of a page."""
    lines = source.split("\n")
    doubted = {note.line for note in page.notes if note.code in DOUBTS}
    implied = set(lines_implied(page))
    blocks = [block for block in page.blocks if block.role in FIELDS or block.role in APART]
    found = [(block, printed(block, lines)) for block in blocks]
    fits = [homes(block.role, text, truth) if text else set() for block, text in found]
    votes: dict[int, Counter[int]] = {}
    for (block, text), fit in zip(found, fits, strict=True):
        for home in fit if len(fit) == 1 else ():
            votes.setdefault(block.article, Counter())[home] += len(text)
    mine = {order: counts.most_common(1)[0][0] for order, counts in votes.items() if order}
    for (block, text), fit in zip(found, fits, strict=True):
        if not text:
            continue
        right = (-1 if block.role in APART else mine.get(block.article)) in fit
        if right and block.role == "paragraph":
            right = any(plain(par).endswith(text[-10:]) for a in truth["articles"] for par in a["paragraphs"])
        on_lines = {span.line for span in block.spans}
        doubtful = bool(on_lines & doubted)
        yield Decision(
            name, block.spans[0].line, block.role, text, block.margin, doubtful, block.spans[0].line in implied, right
        )


def of_folder(folder: Path, newspaper: Newspaper) -> Iterator[Decision]:
    """All decisions of a labelled folder."""
    for path in sorted((folder / "truth").glob("*.json")):
        truth = json.loads(path.read_text("utf-8"))
        text = (folder / "pages" / f"{path.stem}.md").read_text("utf-8").replace("\r\n", "\n").removeprefix("\ufeff")
        page = parse_page(Source(f"{path.stem}.md", text, "0" * 32, Place()), newspaper)
        yield from decisions(path.stem, page, text, truth)


def share(found: list[Decision]) -> str:
    """How many of these are right, for printing."""
    return (
        f"{sum(one.right for one in found)}/{len(found)} = {sum(one.right for one in found) / max(1, len(found)):.4f}"
    )


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong decisions without a note")
    asked = parser.parse_args()
    newspaper = parse_newspaper("name: 本报\n")
    found = [one for folder in asked.folders for one in of_folder(folder, newspaper)]
    calm = [one for one in found if not one.doubtful]
    print(f"all decisions          {share(found)}")
    print(f"without a doubt note   {share(calm)}")
    print(f"  nor one that implies {share([one for one in calm if not one.implied])}")
    print(f"with a doubt note      {share([one for one in found if one.doubtful])}")
    low = 0.0
    for high in BINS:
        print(f"margin {low:4.1f} to {high:4.1f}    {share([one for one in found if low <= one.margin < high])}")
        low = high
    print(f"no other reading       {share([one for one in found if one.margin >= BINS[-1]])}")
    for role in sorted({one.role for one in calm}):
        print(f"  {role:<20} {share([one for one in calm if one.role == role])}")
    for one in [one for one in calm if not one.right][: asked.errors]:
        print(f"{one.page}:{one.line} {one.role} {one.margin:.1f} {one.text[:40]}")


if __name__ == "__main__":
    main()

"""One source file, understood and shown: what `wanbao parse` and `wanbao explain` print."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from wanbao.config import PROFILE
from wanbao.errors import Note, SettingsError
from wanbao.newspaper import Newspaper, load_newspaper, parse_newspaper
from wanbao.parse import parse_page
from wanbao.parse.tojson import page_to_dict
from wanbao.read import is_source, read_file
from wanbao.records import Page, Source


def understand_one(file: Path, profile: Path | None) -> tuple[list[tuple[Source, Page]], tuple[Note, ...]]:
    """The pages of one file and all findings.

    Raises SettingsError for a profile that is wrong, and for a file that is none or that no build would read.
    """
    folder, path = _place_of(file)
    _refuse_what_is_no_page(file, path)
    newspaper = _newspaper(file, profile)
    result = read_file(folder, path, newspaper)
    pages = [(source, parse_page(source, newspaper)) for source in result.sources]
    return pages, (*result.notes, *(note for _, page in pages for note in page.notes))


def _refuse_what_is_no_page(file: Path, path: str) -> None:
    """SettingsError for what a build would pass over; `path` is that of the file in its articles folder."""
    remedy = "name a file of articles/ that ends in .md or .txt"
    if file.is_dir():
        raise SettingsError(Note("E106", "this is a folder, not a file", remedy, str(file)))
    if not file.exists():
        raise SettingsError(Note("E106", "there is no such file", remedy, str(file)))
    if not is_source(path):
        raise SettingsError(Note("E106", "this is no page text; a build passes it over", remedy, str(file)))


def _place_of(file: Path) -> tuple[Path, str]:
    """The articles folder a file lies in, told by its profile, and the path from there: folders tell dates too.

    A symbolic link that the user names is followed; within articles/ none is.
    """
    real = file.resolve()
    root = next((folder for folder in real.parents if (folder / PROFILE).is_file()), real.parent)
    return root, real.relative_to(root).as_posix()


def _newspaper(file: Path, profile: Path | None) -> Newspaper:
    """The profile named, or the nearest one, or one that knows nothing but what holds for all newspapers."""
    if profile is not None:
        return load_newspaper(profile)
    places = [*(folder / PROFILE for folder in file.absolute().parents), Path("articles") / PROFILE]
    found = next((place for place in places if place.is_file()), None)
    return load_newspaper(found) if found else parse_newspaper("name: 报纸")


def pages_as_json(pages: Sequence[tuple[Source, Page]]) -> str:
    """One page as an object, several as a list."""
    dicts = [page_to_dict(page) for _, page in pages]
    encoded = msgspec.json.encode(dicts[0] if len(dicts) == 1 else dicts)
    return msgspec.json.format(encoded, indent=1).decode()


def page_as_text(page: Page) -> str:
    """A page for reading: its articles with what was found in each."""
    lines = []
    place = page.place
    for name in ("newspaper", "date", "page_number", "section", "issue_number", "edition"):
        evidence = getattr(place, name)
        if evidence is not None:
            lines.append(f"{name.replace('_', ' ')}: {evidence.value} (from the {evidence.kind})")
    for article in page.articles:
        lines.append("")
        lines.append(
            f"{article.number}. {article.title}  [{article.kind}, lines {article.first_line}-{article.last_line}]"
        )
        named = [("kicker", article.kicker), ("deck", article.deck)]
        named.append(("dateline", article.dateline.printed if article.dateline else ""))
        named.append(("signature", article.signature))
        lines.extend(f"   {name}: {value}" for name, value in named if value)
        for person in article.contributors:
            doubt = "" if person.certain else f" (printed {person.printed})"
            lines.append(f"   {person.role}: {person.name}{doubt}")
        for passage in article.body:
            text = passage.text.replace("\n", " / ")
            lines.append(f"   {passage.kind:9} {text if len(text) <= 60 else text[:30] + '…' + text[-28:]}")
    for text in (*page.header_lines, *page.furniture):
        lines.append(f"set aside: {text}")
    return "\n".join(lines).strip()

"""One tiny site as it must be, page by page: `pytest --accept` rewrites it, and the diff is the review."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from wanbao.build import build
from wanbao.config import Config

SITE = Path(__file__).parent / "site"
TEXTS = {".html", ".xml", ".json", ".jsonl", ".csv", ".txt"}
_DIGEST = re.compile(r"(?<=[-/])[0-9a-f]{10}(?=\.(?:css|js|svg))|(?<=undated-)[0-9a-f]{8}|(?<=-)[0-9a-f]{6}(?=/)")


def test_the_tiny_site_is_as_it_was_accepted(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    build(Config(articles=SITE / "articles", output=tmp_path / "site", remember=False))
    published = {path.relative_to(tmp_path / "site").as_posix(): path for path in (tmp_path / "site").rglob("*")}
    files = sorted(name for name, path in published.items() if path.is_file())
    # Names that carry a digest of the theme or of the program's version would change with every commit.
    golden(SITE / "expected" / "files.txt", "".join(f"{_masked(name)}\n" for name in files))
    for name in files:
        if Path(name).suffix in TEXTS and name != "manifest.json":
            golden(SITE / "expected" / name, _masked(published[name].read_bytes().decode("utf-8")))


def test_nothing_accepted_is_no_longer_made(tmp_path: Path) -> None:
    build(Config(articles=SITE / "articles", output=tmp_path / "site", remember=False))
    accepted = {path.relative_to(SITE / "expected").as_posix() for path in (SITE / "expected").rglob("*.*")}
    stale = {name for name in accepted if not (tmp_path / "site" / name).is_file()} - {"files.txt"}
    assert stale == set(), "remove these from tests/site/expected"


def _masked(text: str) -> str:
    return _DIGEST.sub("…", text)

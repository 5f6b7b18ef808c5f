"""A small published index, made without an engine: issues of `SearchDoc`s in, files out."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wanbao.search import (
    IssueRun,
    Piece,
    Sample,
    SearchDoc,
    build_segment,
    digest_of,
    head_files,
    run_of_issue,
    segments,
    text_files,
)

CASES = Path(__file__).parent.parent / "cases" / "search" / "meaning.json"

Issue = tuple[str, str, tuple[SearchDoc, ...]]
"""Key, date, articles."""


def publish(issues: Iterable[Issue]) -> dict[str, bytes]:
    """Every file of the search of an archive."""
    files: dict[str, bytes] = {}
    runs: dict[str, bytes] = {}
    rows = []
    for key, date, docs in issues:
        digest = digest_of(docs)
        runs[digest] = run_of_issue(docs)
        rows.append(IssueRun(key, date, digest, len(docs)))
        files.update(text_files(key, docs))
    cut = segments(rows)
    for segment in cut:
        files.update(build_segment(segment, runs.__getitem__))
    files.update(head_files(cut))
    return files


def samples(issues: Iterable[Issue]) -> list[Sample]:
    return [Sample(key, number, doc) for key, _, docs in issues for number, doc in enumerate(docs)]


def cases() -> tuple[list[Issue], list[dict[str, Any]]]:
    """The shared cases: an archive, and queries with what they must find."""
    data = json.loads(CASES.read_text(encoding="utf-8"))
    return [_issue(issue) for issue in data["issues"]], data["cases"]


def _issue(values: dict[str, Any]) -> Issue:
    return values["key"], values["date"], tuple(_doc(values["date"], doc) for doc in values["docs"])


def _doc(date: str, values: dict[str, Any]) -> SearchDoc:
    body = tuple(Piece(*piece) for piece in values.pop("body"))
    people = tuple((name, role) for name, role in values.pop("contributors"))
    variants = tuple(values.pop("variants", ()))
    return SearchDoc(**values, body=body, contributors=people, variants=variants, date=date)


PARTS = [
    "市",
    "镇",
    "工会",
    "荔枝",
    "春耕",
    "学校",
    "三名",
    "讲座",
    "开幕",
    "2022年",
    "老人",
    "，",
    "。",
    "C919",
    "“好”",
]


def archive(days: int, seed: int = 3) -> list[Issue]:
    """An archive of made-up issues, five articles a day, the same for the same seed."""
    draw = random.Random(seed)
    issues = []
    for day in range(1, days + 1):
        date = f"2022-{(day - 1) // 28 + 1:02d}-{(day - 1) % 28 + 1:02d}"
        docs = []
        for number in range(5):
            body = tuple(Piece(f"p{n}", "".join(draw.choices(PARTS, k=40))) for n in (1, 2))
            docs.append(SearchDoc(f"{date}/{number}.html", "".join(draw.choices(PARTS, k=5)), body=body, date=date))
        issues.append((date, date, tuple(docs)))
    return issues

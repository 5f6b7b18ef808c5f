"""The meaning of a query, case by case: by the text itself, and by the published files through the Python reader."""

from __future__ import annotations

from typing import Any

import pytest

from search.small_site import cases, publish
from wanbao.search import Filters, Search
from wanbao.search.query import matches, parse

ISSUES, CASES = cases()
FILES = publish(ISSUES)
DOCS = [doc for _, _, docs in ISSUES for doc in docs]


def name(case: dict[str, Any]) -> str:
    return f"{case['query']} {case.get('filters', '')}".strip()


@pytest.mark.parametrize("case", CASES, ids=name)
def test_published_files_answer_as_the_case_says(case: dict[str, Any]) -> None:
    found = Search(FILES.__getitem__).answers(case["query"], Filters(**case.get("filters", {})))
    assert [doc.address for doc in found] == case["found"]


@pytest.mark.parametrize("case", [case for case in CASES if not case.get("filters")], ids=name)
def test_the_text_itself_answers_as_the_case_says(case: dict[str, Any]) -> None:
    terms = parse(case["query"])
    assert {doc.address for doc in DOCS if terms and matches(doc, terms)} == set(case["found"])

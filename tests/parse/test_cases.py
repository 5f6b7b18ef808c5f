"""Every case file is understood as it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from parse_cases import case_files, parse_text, read_case, rendered, write_case


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_a_page_is_understood_as_its_case_file_says(path: Path, accept: bool) -> None:
    source, expected = read_case(path)
    found = rendered(parse_text(source))
    if accept:
        write_case(path, source, found)
    else:
        assert found == expected


def test_there_are_cases_for_every_quirk() -> None:
    assert len(case_files()) >= 150

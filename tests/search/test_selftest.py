"""The index proves itself, and the proof notices when it is wrong."""

from __future__ import annotations

import pytest

from search.small_site import cases, publish, samples
from wanbao.search import Sample, SearchDoc, selftest
from wanbao.search.pack import pack
from wanbao.search.write import HEAD

ISSUES, _ = cases()


def test_a_whole_index_has_nothing_to_note() -> None:
    assert selftest(publish(ISSUES).__getitem__, samples(ISSUES), seed=7, per_length=20) == ()


def test_an_empty_archive_has_nothing_to_note() -> None:
    assert selftest(publish([]).__getitem__, [], seed=7) == ()


def test_articles_without_any_text_have_nothing_to_note() -> None:
    issues = [("2022-05-18", "2022-05-18", (SearchDoc("a", ""), SearchDoc("b", "")))]
    assert selftest(publish(issues).__getitem__, samples(issues), seed=7) == ()


def test_an_article_that_the_index_does_not_know_is_missed() -> None:
    key, _, docs = ISSUES[0]
    late = SearchDoc("late", "临时增加的一篇报道")
    notes = selftest(publish(ISSUES).__getitem__, [Sample(key, len(docs), late)], seed=7)
    assert {note.code for note in notes} == {"E404"}
    assert "misses late" in notes[0].message and "searching for “" in notes[0].message


def test_a_text_that_is_no_longer_there_is_wrongly_found() -> None:
    key, _, docs = ISSUES[0]
    emptied = Sample(key, 0, SearchDoc(docs[0].address, "另一个标题"))
    others = [sample for sample in samples(ISSUES) if (sample.issue_key, sample.number) != (key, 0)]
    notes = selftest(publish(ISSUES).__getitem__, [emptied, *others], seed=7, per_length=20)
    assert any("wrongly finds a1" in note.message for note in notes)


@pytest.mark.parametrize("content", [b"", b"not a file", pack(b'{"format": 999}')])
def test_an_index_that_cannot_be_read_is_one_note_and_no_traceback(content: bytes) -> None:
    files = publish(ISSUES) | {HEAD: content}
    assert [note.code for note in selftest(files.__getitem__, samples(ISSUES), seed=7)] == ["E404"]


def test_a_missing_file_is_one_note_and_no_traceback() -> None:
    nothing: dict[str, bytes] = {}
    assert [note.code for note in selftest(nothing.__getitem__, samples(ISSUES), seed=7)] == ["E404"]

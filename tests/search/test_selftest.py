"""The index proves itself, and the proof notices when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.small_site import archive, cases, publish, samples
from wanbao.check import check_site
from wanbao.search import Sample, SearchDoc, check_index, selftest, some
from wanbao.search.pack import pack, varints
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


def test_a_published_index_is_checked_by_its_own_texts() -> None:
    files = publish(archive(60))
    assert check_index(files.__getitem__) == ()
    shard = max((name for name in files if "/p" in name and "people" not in name), key=lambda name: len(files[name]))
    empty = pack(varints([0]))
    notes = check_index((files | {shard: empty}).__getitem__, per_length=20)
    assert notes and {note.code for note in notes} == {"E404"}
    assert all("misses" in note.message for note in notes)


@pytest.mark.parametrize("content", [b"", b"not a file", pack(b'{"format": 999}'), pack(b"[]")])
def test_a_published_index_that_cannot_be_read_is_one_note(content: bytes) -> None:
    files = publish(ISSUES) | {HEAD: content}
    assert [note.code for note in check_index(files.__getitem__)] == ["E404"]


def test_a_proof_looks_at_articles_from_all_over_an_issue() -> None:
    assert some([]) == [] and some([1, 2]) == [1, 2]
    chosen = some(range(100))
    assert len(chosen) <= 16 and chosen[0] == 0 and chosen[-1] > 90


@pytest.mark.parametrize("is_whole", [True, False])
def test_the_check_of_a_site_asks_its_index(tmp_path: Path, is_whole: bool) -> None:
    for address, content in publish(archive(20)).items():
        target = tmp_path / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if is_whole or "/w" not in address else pack(varints([0, 0])))
    notes = [note for note in check_site(tmp_path) if note.code == "E404"]
    assert bool(notes) != is_whole

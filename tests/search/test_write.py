"""Published files: the same for the same articles, and only those of the change for a change."""

from __future__ import annotations

import pytest

from search.small_site import archive, publish, samples
from wanbao.search import IssueRun, Search, build_segment, run_of_issue, segments, selftest, write


def test_the_same_articles_make_the_same_bytes() -> None:
    assert publish(archive(9)) == publish(archive(9)[::-1])


def test_a_new_issue_writes_its_texts_its_segment_and_the_head(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wanbao.search.layout.HOT_YEAR", 50)
    before, after = publish(archive(39)), publish(archive(40))
    changed = {address for address in after if before.get(address) != after[address]}
    folders = {address.rsplit("/", 1)[0] for address in changed}
    assert {folder.split("-")[0] for folder in folders} == {"search", "search/2022", "search/text/2022"}
    assert sum(folder.startswith("search/2022-02-") for folder in folders) == len(folders) - 2
    assert sum(folder.startswith("search/text/2022-02-12-") for folder in folders) == 1


def test_many_shards_and_stretches_answer_like_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "SHARD_SIZE", 60)
    monkeypatch.setattr(write, "LONE_SIZE", 100)
    monkeypatch.setattr(write, "_STRETCH", 200)
    issues = archive(30)
    files = publish(issues)
    assert sum("/p" in address for address in files) > 20
    assert selftest(files.__getitem__, samples(issues), seed=1, per_length=25) == ()


def test_a_unit_of_its_own_and_the_union_of_its_pairs_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    issues = archive(20)
    monkeypatch.setattr(write, "LONE_SIZE", 0)
    listed = Search(publish(issues).__getitem__)
    monkeypatch.setattr(write, "LONE_SIZE", 1 << 30)
    united = Search(publish(issues).__getitem__)
    for unit in "市镇工枝好年":
        assert list(listed.answers(unit)) == list(united.answers(unit)) != []


def test_a_run_that_does_not_fit_its_issue_is_refused() -> None:
    (_, date, docs) = archive(1)[0]
    segment = segments([IssueRun(date, date, "ab", 4)])[0]
    with pytest.raises(ValueError, match="has 5 articles, not 4"):
        list(build_segment(segment, lambda _: run_of_issue(docs)))

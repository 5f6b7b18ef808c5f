"""Published files: the same for the same articles, and only those of the change for a change."""

from __future__ import annotations

import json
import random

import pytest
from msgspec.structs import replace

from search.small_site import Issue, archive, publish, samples
from wanbao.search import IssueRun, Piece, Search, build_segment, head_files, run_of_issue, segments, selftest, write
from wanbao.search.pack import unpack
from wanbao.search.write import numbers_of


def test_the_same_articles_make_the_same_bytes() -> None:
    assert publish(archive(9)) == publish(archive(9)[::-1])


def test_a_new_issue_writes_its_texts_its_segment_and_the_head(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wanbao.search.layout.HOT_YEAR", 50)
    before, after = publish(archive(39)), publish(archive(40))
    changed = {address for address in after if before.get(address) != after[address]}
    texts = [f"search/text/2022-02-12/{number}.js" for number in range(3)]
    month = {address for address in changed if address.startswith("search/2022-02-")}
    assert changed == {"search/head.js", *texts, *month}
    assert len({address.split("/")[1] for address in month}) == 1


def edited(issues: list[Issue], at: int, number: int, text: str) -> list[Issue]:
    """The same archive, another paragraph put after the first of one article."""
    key, date, docs = issues[at]
    first, *others = docs[number].body
    doc = replace(docs[number], body=(first, Piece("p9", text), *others))
    return [*issues[:at], (key, date, (*docs[:number], doc, *docs[number + 1 :])), *issues[at + 1 :]]


def test_an_edited_article_writes_its_text_what_names_it_and_the_shards_that_hold_what_is_new(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(write, "SHARD_SIZE", 60)
    issues = archive(30)
    before = publish(issues)
    assert sum("/p" in address for address in before) > 40
    after = publish(edited(issues, 12, 3, "龙舟赛在海湾举行。"))
    made = {address for address in after if before.get(address) != after[address]}
    shards = {address for address in made if "/p" in address}
    assert made - shards == {"search/head.js", "search/text/2022-01-13/1.js", *segment_file(after)}
    # Eight pairs are new; one shard may be more because one grew too large.
    assert 1 <= len(shards) <= 9
    assert len(before.keys() - after.keys()) <= 1 + 9


def segment_file(files: dict[str, bytes]) -> list[str]:
    """The file that says what the only segment holds."""
    ((name, *_),) = json.loads(unpack(files["search/head.js"]))["segments"]
    return [f"search/{name}.js"]


def test_another_numbering_of_articles_is_another_folder() -> None:
    issues = archive(9)
    key, date, docs = issues[4]
    fewer = publish([*issues[:4], (key, date, docs[:-1]), *issues[5:]])
    folders = [{a.split("/")[1] for a in files if a.startswith("search/2022-")} for files in (publish(issues), fewer)]
    assert folders[0].isdisjoint(folders[1])
    assert [len(names) for names in folders] == [1, 1]


def test_shards_end_where_they_did_when_one_pair_comes_or_goes() -> None:
    draw = random.Random(5)
    pairs = sorted(draw.sample(range(1 << 30), 40_000))
    entries = [(pair, 1 + int(draw.random() ** -0.8) % 1500, b"") for pair in pairs]
    cutter = write.Shards(2000)
    known = set(cutter.cut(entries))
    assert len(known) > 80
    others = 0
    for _ in range(60):
        at = draw.randrange(len(entries))
        changed = [*entries[:at], *entries[at + 1 :]] if draw.random() < 0.5 else list(entries)
        if len(changed) == len(entries):
            changed.insert(at, (entries[at][0] - 1, 2, b""))
        others += len(set(cutter.cut(changed)) - known)
    assert others < 1.1 * 60


def test_words_end_their_shards_where_they_did_when_one_comes_or_goes() -> None:
    draw = random.Random(6)
    lists = [(f"{number:x}", draw.randrange(1, 30), b"") for number in sorted(draw.sample(range(1 << 30), 9_000))]
    known = [part[0][0] for part in write._cut_words(lists)]
    others = 0
    for _ in range(60):
        at = draw.randrange(len(lists))
        others += len({part[0][0] for part in write._cut_words([*lists[:at], *lists[at + 1 :]])}.difference(known))
    assert len(known) > 40
    assert others < 0.2 * 60


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


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([0, 0, 0], {}),
        ([7000, 7001, 7002, 7003], {"numbers": [0, 7000]}),
        ([0, 7001, 7002], {"numbers": [1, 7001]}),
        ([7000, 0, 7001, 7002, 7005, 0, 0], {"numbers": [0, 7000, 1, 0, 2, 7001, 4, 7005, 5, 0]}),
        ([7000, 7000, 6999], {"numbers": [0, 7000, 1, 7000, 2, 6999]}),
    ],
)
def test_running_numbers_are_said_where_they_do_not_rise_by_one(numbers: list[int], said: dict[str, list[int]]) -> None:
    issues = [IssueRun(f"2022-05-{at + 1:02}", f"2022-05-{at + 1:02}", "ab", 1, n) for at, n in enumerate(numbers)]
    (segment,) = segments(issues)
    assert numbers_of(segment) == said
    _, (_, packed) = head_files([segment])
    (row,) = json.loads(unpack(packed))["segments"]
    known = [number for number in numbers if number]
    assert row[4:] == ([min(known), max(known)] if known else [])


def test_a_run_that_does_not_fit_its_issue_is_refused() -> None:
    (_, date, docs) = archive(1)[0]
    segment = segments([IssueRun(date, date, "ab", 4)])[0]
    with pytest.raises(ValueError, match="has 5 articles, not 4"):
        list(build_segment(segment, lambda _: run_of_issue(docs)))


def test_a_run_that_is_cut_short_is_refused() -> None:
    (_, date, docs) = archive(1)[0]
    segment = segments([IssueRun(date, date, "ab", 5)])[0]
    run = run_of_issue([*docs[:-1], replace(docs[-1], title="")])  # so the last list is a number: that it has none
    with pytest.raises(ValueError, match="cut short"):
        list(build_segment(segment, lambda _: run[:-4]))

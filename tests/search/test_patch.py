"""A segment that is patched is the one that is made anew, byte for byte, and little of it is made."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from search.small_site import PARTS, Issue, archive
from wanbao.search import (
    IssueRun,
    Piece,
    build_segment,
    digest_of,
    patch_segment,
    run_of_issue,
    segments,
    write,
)


class Built:
    """The only segment of an archive, made from all runs."""

    def __init__(self, issues: list[Issue], first: int = 7001) -> None:
        runs = {digest_of(docs): run_of_issue(docs) for _, _, docs in issues}
        self.runs = runs
        rows = [
            IssueRun(key, date, digest_of(docs), len(docs), first + at if first and at % 5 else 0)
            for at, (key, date, docs) in enumerate(issues)
        ]
        (self.segment,) = segments(rows)
        self.files = dict(build_segment(self.segment, runs.__getitem__))


def patched(after: Built, before: Built) -> dict[str, bytes | None] | None:
    files = patch_segment(
        after.segment, before.segment, before.files.__getitem__, {**before.runs, **after.runs}.__getitem__
    )
    return None if files is None else dict(files)


def whole(files: dict[str, bytes | None] | None, before: Built) -> dict[str, bytes]:
    assert files is not None
    return {address: before.files[address] if data is None else data for address, data in files.items()}


NEW = [*PARTS, "龙舟", "海湾", "荔枝", "市镇", "C919", "BRT", "3.5%", "\U00020bb7", "市市"]


def edited(draw: random.Random, issues: list[Issue]) -> list[Issue]:
    """The same archive, some words of a few articles other ones."""
    issues = list(issues)
    for _ in range(draw.choice([1, 1, 1, 2, 7])):
        at = draw.randrange(len(issues))
        key, date, docs = issues[at]
        number = draw.randrange(len(docs))
        doc = docs[number]
        change = draw.randrange(5)
        text = "".join(draw.choices(NEW, k=draw.choice([1, 3, 60])))
        if change == 0:
            doc = replace(doc, title=text)
        elif change == 1:
            doc = replace(doc, body=(*doc.body, Piece("p9", text)))
        elif change == 2:
            doc = replace(doc, body=doc.body[1:])
        elif change == 3:
            doc = replace(doc, contributors=(("陈" + text[:1], "reporter"),), variants=(text,))
        else:
            doc = replace(doc, body=(Piece("p1", text), *doc.body[1:]))
        issues[at] = (key, date, (*docs[:number], doc, *docs[number + 1 :]))
    return issues


@pytest.mark.parametrize("lone", [16_384, 300, 40])
@pytest.mark.parametrize("size", [20, 60, 200, 2560])
def test_a_patched_segment_is_the_one_made_anew(size: int, lone: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "SHARD_SIZE", size)
    monkeypatch.setattr(write, "LONE_SIZE", lone)
    draw = random.Random(size + lone)
    issues = archive(28, seed=size)
    issues, later = issues[:20], issues[20:]
    before = Built(issues)
    for turn in range(8):
        if turn != 2:  # then issues come alone
            issues = edited(draw, issues)
        if turn in (2, 3, 7):
            issues = [*issues, *later[: draw.choice([1, 1, 3])]]
            del later[: len(issues) - before.segment.docs // 5]
        after = Built(issues)
        assert whole(patched(after, before), before) == after.files
        before = after


def test_other_running_numbers_of_the_same_texts_change_one_file() -> None:
    issues = archive(9)
    for first, later in ((7001, 7002), (7001, 0), (0, 7001)):
        before, after = Built(issues, first), Built(issues, later)
        files = patched(after, before)
        assert whole(files, before) == after.files
        assert files is not None
        assert [address.count("/") for address, data in files.items() if data is not None] == [2]
        assert after.files.keys() != before.files.keys()


def test_little_is_read_and_made_for_one_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "SHARD_SIZE", 60)
    issues = archive(28)
    before = Built(issues)
    key, date, docs = issues[12]
    doc = replace(docs[3], body=(*docs[3].body, Piece("p9", "龙舟赛在海湾举行。")))
    after = Built([*issues[:12], (key, date, (*docs[:3], doc, *docs[4:])), *issues[13:]])
    runs, files = [], []

    def load_run(digest: str) -> bytes:
        runs.append(digest)
        return {**before.runs, **after.runs}[digest]

    def read(address: str) -> bytes:
        files.append(address)
        return before.files[address]

    made = patch_segment(after.segment, before.segment, read, load_run)
    assert made is not None
    assert len(made) > 60
    assert sum(data is not None for _, data in made) <= 10
    assert len(files) < 40
    assert sorted(runs) == sorted([digest_of(docs), digest_of((*docs[:3], doc, *docs[4:]))])


def test_other_numbers_places_or_files_are_not_patched() -> None:
    issues = archive(9)
    before = Built(issues)
    key, date, docs = issues[4]
    fewer = Built([*issues[:4], (key, date, docs[:-1]), *issues[5:]])
    assert patched(fewer, before) is None
    assert patched(Built(issues[:-1]), before) is None
    assert patched(before, Built(issues[1:])) is None
    assert patched(before, Built(issues[:-2])) is not None
    elsewhere = Built([*issues[:4], (key, date, (replace(docs[0], section="要闻"), *docs[1:])), *issues[5:]])
    assert patched(elsewhere, before) is None
    traditional = Built([*issues[:4], (key, date, (replace(docs[0], title="產業工人"), *docs[1:])), *issues[5:]])
    assert patched(traditional, before) is None
    after = Built([*issues[:4], (key, date, (replace(docs[0], title="荔枝"), *docs[1:])), *issues[5:]])
    assert patched(after, before) is not None
    before.runs.clear()
    assert patched(after, before) is None


def test_what_is_published_otherwise_is_not_patched() -> None:
    issues = archive(9)
    before = Built(issues)
    key, date, docs = issues[4]
    after = Built([*issues[:4], (key, date, (replace(docs[0], title="荔枝"), *docs[1:])), *issues[5:]])
    runs = {**before.runs, **after.runs}
    for files in ({}, dict.fromkeys(before.files, b"")):
        assert patch_segment(after.segment, before.segment, files.__getitem__, runs.__getitem__) is None
    runs[digest_of(docs)] = runs[digest_of(issues[7][2])]
    assert patch_segment(after.segment, before.segment, before.files.__getitem__, runs.__getitem__) is None

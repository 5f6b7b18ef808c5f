"""What is stored, and what stands for the parts that something was made from."""

from __future__ import annotations

import itertools
from pathlib import Path

from wanbao.digests import digest_of
from wanbao.errors import Note
from wanbao.packing import decoded, encoded
from wanbao.store.files import FileRecord
from wanbao.store.share import Share


def test_other_parts_have_another_digest() -> None:
    parts = [
        *((), ("",), ("", ""), ("a", "bc"), ("ab", "c"), ("abc",), ("c", "ab")),
        *((b"abc", "d"), (b"ab", "cd"), ("汉", "字"), ("汉字",), ("a\udc80",), ("a", "\udc80"), ("a\udc81",)),
    ]
    digests = [digest_of(*each) for each in parts]
    assert not [pair for pair in itertools.combinations(digests, 2) if pair[0] == pair[1]]
    assert all(len(digest) == 32 and set(digest) <= set("0123456789abcdef") for digest in digests)


def test_a_digest_is_the_same_in_every_process() -> None:
    assert digest_of("2022-05-18", b"\0\xff", "汉") == "f55607b54ae3556eed21833531e7956a"
    assert digest_of("\udce5.md") == "7bf130ff6f6208ed68a22dec04511051"


def test_a_record_keeps_its_findings_packed() -> None:
    notes = (Note("W110", "no date", "name the file by it", "a.md"), Note("D501", "two readings", "", "a.md", 3))
    record = FileRecord.of((1, 2, 3, 4), "ab", "cd", notes=notes)
    assert record.notes == notes
    assert decoded(encoded([record]), list[FileRecord])[0].notes == notes
    assert FileRecord.of((1, 2, 3, 4), "ab", "cd").notes == ()


def test_who_is_alone_with_a_cache_is_asked_of_all_who_use_it(tmp_path: Path) -> None:
    with Share() as one:
        one.take(tmp_path)
        with Share() as other:
            other.take(tmp_path)
            assert not one.is_alone()
        assert one.is_alone()
    with Share() as nobody:
        nobody.take(tmp_path / "nowhere")
        assert nobody.is_alone()

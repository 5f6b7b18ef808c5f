"""Bytes survive a script file, whatever they are."""

from __future__ import annotations

import random

import pytest

from wanbao.search.pack import Reader, pack, posting, unpack, varints


def test_no_content_is_harmed() -> None:
    draw = random.Random(1)
    for size in (0, 1, 2, 3, 255, 4096, 40_001):
        content = draw.randbytes(size)
        assert unpack(pack(content)) == content


def test_a_file_is_one_line_of_text_that_any_reader_takes_for_utf_16() -> None:
    draw = random.Random(2)
    for _ in range(20):
        file = pack(draw.randbytes(5000))
        text = file.decode("utf-16")  # strict: a lone surrogate would fail
        assert file.startswith(b"\xff\xfe")
        assert text.startswith('wb("') and text.endswith('")')
        assert not set('"\\\n\r\u2028\u2029') & set(text[4:-2])


def test_the_same_content_makes_the_same_file() -> None:
    assert pack(b"wanbao" * 50) == pack(b"wanbao" * 50)


@pytest.mark.parametrize("file", [b"", "\ufeffwx(1)".encode("utf-16-le"), pack(b"much text " * 9)[:-20]])
def test_a_damaged_file_is_refused(file: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(file)


def test_lists_of_numbers_come_back() -> None:
    docs = [0, 1, 5, 127, 128, 255, 16_384, 70_000]
    assert Reader(posting(docs)).posting(len(docs)) == tuple(docs)
    reader = Reader(varints([300, 0, 1 << 31]))
    assert [reader.number() for _ in range(3)] == [300, 0, 1 << 31]

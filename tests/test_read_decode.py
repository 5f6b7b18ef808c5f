"""A page reads the same in every encoding and with every line end."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading import codes, read

SIMPLIFIED = "# 城北新桥昨日通车\n\n样例晚报讯 记者从市交通局获悉，新桥全长三百二十米，市民出行更加方便。\n"
TRADITIONAL = "# 城北新橋昨日通車\n\n樣例晚報訊 記者從市交通局獲悉，新橋全長三百二十米，市民出行更加方便。\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("codec", "mark", "name", "text"),
    [
        ("utf-8", b"", "utf-8", SIMPLIFIED),
        ("utf-8", b"\xef\xbb\xbf", "utf-8", SIMPLIFIED),
        ("utf-16-le", b"\xff\xfe", "utf-16", SIMPLIFIED),
        ("utf-16-be", b"\xfe\xff", "utf-16", SIMPLIFIED),
        ("utf-16-le", b"", "utf-16", SIMPLIFIED),
        ("utf-16-be", b"", "utf-16", SIMPLIFIED),
        ("utf-16-le", b"", "utf-16", "Bridge open to traffic, a letter from abroad\n"),
        ("utf-16-be", b"", "utf-16", "Bridge open to traffic, a letter from abroad\n"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32", SIMPLIFIED),
        ("gb18030", b"", "gb18030", SIMPLIFIED),
        ("gb18030", b"", "gb18030", SIMPLIFIED + "𠮷\n"),
        ("gbk", b"", "gb18030", TRADITIONAL),
        ("big5", b"", "big5", TRADITIONAL),
    ],
)
def test_a_page_reads_the_same_in_every_encoding_and_with_every_line_end(
    codec: str, mark: bytes, name: str, text: str, ending: str, tmp_path: Path
) -> None:
    sources, notes = read(tmp_path, "x.txt", mark + text.replace("\n", ending).encode(codec))
    assert sources[0].text == text
    assert sources[0].encoding == name
    assert codes(notes) == ([] if name == "utf-8" else ["I116"])


def test_a_damaged_gb18030_file_is_told_at_its_damage(tmp_path: Path) -> None:
    data = SIMPLIFIED.encode("gb18030")
    sources, notes = read(tmp_path, "x.txt", data[:39] + b"\xff" + data[39:])
    assert sources == ()
    assert "0xFF at offset 39 is no GB18030" in notes[0].message
    assert notes[0].line == 3


def test_a_stray_nul_makes_no_utf16_of_a_file(tmp_path: Path) -> None:
    assert read(tmp_path, "x.txt", "abc\x00def 正文\n").sources[0].encoding == "utf-8"
    assert read(tmp_path, "y.txt", (SIMPLIFIED + "a\x00b").encode("gb18030")).sources[0].encoding == "gb18030"

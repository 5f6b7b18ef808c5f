"""Reading a file: whatever it holds, it is read or told of, and the others are read all the same."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reading import PAGE, PAPER, codes, read
from wanbao.config import MAX_LINES, MAX_SIZE
from wanbao.errors import CODES
from wanbao.read import ReadResult, discover, read_and_identify, read_file
from wanbao.records import Evidence
from wanbao.signatures import UNKNOWN, identify

CASES = Path(__file__).parent / "cases" / "read"

# --- broken files ----------------------------------------------------------------------------------------------------


BROKEN: list[dict[str, Any]] = yaml.safe_load((CASES / "broken.yml").read_text(encoding="utf-8"))


def content(case: dict[str, Any]) -> bytes:
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    text = case.get("text") or case["template"].replace("{}", case.get("of", "x") * case["repeat"])
    return str(text).encode()


@pytest.mark.parametrize("case", BROKEN, ids=[case["file"] for case in BROKEN])
def test_a_broken_file_gives_its_own_code_and_line_and_no_page(case: dict[str, Any], tmp_path: Path) -> None:
    sources, notes = read(tmp_path, case["file"], content(case))
    assert sources == ()
    assert codes(notes) == [case["code"]]
    (note,) = notes
    assert note.path == case["file"]
    assert note.severity == "error"
    assert note.remedy
    assert case["says"] in note.message + note.remedy
    assert note.line == max(case["line"], 0) or (not case["line"] and note.line > 0)
    assert str(note).isprintable()


def test_broken_files_hide_no_good_one(tmp_path: Path) -> None:
    for index, case in enumerate(BROKEN):
        (tmp_path / case["file"]).write_bytes(content(case))
        (tmp_path / f"good-{index:02}.md").write_text(PAGE)
    paths, notes = discover(tmp_path)
    assert notes == ()
    results = {path: read_file(tmp_path, path, PAPER) for path in paths}
    assert sum(len(result.sources) for result in results.values()) == len(BROKEN)
    assert [path for path in paths if results[path].sources] == [path for path in paths if path.startswith("good-")]


def test_everything_wrong_in_front_matter_is_told_at_once(tmp_path: Path) -> None:
    text = "---\ndat: x\npage: ../x\ndate: 2022-02-30\nsource_url: javascript:alert(1)\n---\n"
    notes = read(tmp_path, "x.md", text).notes
    assert [(note.line, note.code) for note in notes] == [(2, "E103"), (3, "E104"), (4, "E105"), (5, "E104")]


def test_an_error_says_once_that_the_file_is_left_out(tmp_path: Path) -> None:
    notes = read(tmp_path, "x.md", "---\ndat: x\npag: 1\n---\n" + PAGE).notes
    assert [note.message for note in notes] == [
        "unknown key 'dat'; the file is left out, its pages are not in the site until this is mended",
        "unknown key 'pag'",
    ]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n%text", "a PDF"),
        (b"\xef\xbb\xbf\n%PDF-1.4\n", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"GIF89a", "a GIF picture"),
        (b"{\\rtf1\\ansi", "a Rich Text document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    ],
)
def test_a_document_with_the_name_of_a_text_is_told_what_it_is(head: bytes, kind: str, tmp_path: Path) -> None:
    sources, (note,) = read(tmp_path, "x.md", head + b" plain words\n" * 20)
    assert sources == ()
    assert note.code == "E117"
    assert note.message.startswith(f"this is {kind}")


@pytest.mark.parametrize("text", ["GIF 动图怎么做\n", "PK 赛昨日开幕\n", "100%PDF-格式\n", "{rtf}\n"])
def test_a_text_that_begins_nearly_as_a_document_is_a_text(text: str, tmp_path: Path) -> None:
    sources, notes = read(tmp_path, "x.md", text)
    assert (len(sources), notes) == (1, ())


@pytest.mark.parametrize("text", ["", " \n\u3000\n", "\n" * 9_999, "\f\n", "---\ndate: 2022\n---", "---\n---\n\n \n"])
def test_an_empty_file_is_no_page(text: str, tmp_path: Path) -> None:
    sources, (note,) = read(tmp_path, "x.md", text)
    assert (sources, note.code) == ((), "W112")
    assert note.message.startswith("the file holds front matter" if "-" in text else "the file is empty")


def test_a_date_in_a_name_that_does_not_exist_is_told_of(tmp_path: Path) -> None:
    (source,), (note,) = read(tmp_path, "2022-02-30-A01.txt", PAGE)
    assert source.place.date is None
    assert (note.code, "2022-02-30" in note.message, bool(note.remedy)) == ("W113", True, True)
    assert (
        read(tmp_path, "2022年4月31日/A01.txt", PAGE).notes[0].message.startswith("the path gives the date 2022-04-31")
    )
    assert read(tmp_path, "2022-02-30-A02.txt", "---\ndate: 2022-02-28\n---\n" + PAGE).notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "---\npage: A01\n---\n" + PAGE,
        "---\npage: A01\n---\n\n---\n\n" + PAGE,  # a rule below it
        PAGE + "\n---\n\n来源：海角晚报\n",
        PAGE + "\n——\n日期：5月18日\n",
        PAGE + "\nupdate: A01\n",
        PAGE + "\nOn this page: a bridge. Its date: unknown.\n",
        "Page: the boy who carried letters\n\n" + PAGE,  # an English page
        "<!-- page: A01 要闻 -->\n\n" + PAGE,
        "# 要闻\n\n---\n\n日期：待定\n",
    ],
)
def test_lines_that_are_no_front_matter_are_left_alone(text: str, tmp_path: Path) -> None:
    assert "W127" not in codes(read(tmp_path, "2023-05-18-A01.md", text).notes)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n---\npage: A03\n---\n" + PAGE, 3),
        ("# 海角晚报\n---\npage: A03\n---\n" + PAGE, 3),
        ("——\npage: A03\n——\n" + PAGE, 2),
        ("```yaml\ndate: 2023-05-18\npage: A03\n```\n" + PAGE, 2),
        ("page：A03\nsection：要闻\n\n" + PAGE, 1),
        ("---\ndate: 2023-05-18\n---\n" + PAGE + "\n---\npage: A02\n---\n" + PAGE, 9),
    ],
)
def test_front_matter_that_is_read_as_text_is_told(text: str, line: int, tmp_path: Path) -> None:
    [note] = [note for note in read(tmp_path, "2023-05-18.md", text).notes if note.code == "W127"]
    assert note.line == line
    assert text.split("\n")[line - 1] in note.message


def test_every_code_of_reading_is_known() -> None:
    assert {case["code"] for case in BROKEN} <= set(CODES)


# --- files that do not stand still -----------------------------------------------------------------------------------


def test_a_file_that_vanished_is_named(tmp_path: Path) -> None:
    (note,) = read_file(tmp_path, "x.md", PAPER).notes
    assert (note.code, note.path) == ("E106", "x.md")
    assert "vanished" in note.message


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "x.md").write_text(PAGE)
    monkeypatch.setattr(os, "open", refuse)
    (note,) = read_file(tmp_path, "x.md", PAPER).notes
    assert (note.code, note.path) == ("E106", "x.md")


@pytest.mark.parametrize(("times", "expected"), [(1, []), (99, ["E108"])])
def test_a_file_that_changes_is_read_again_once_and_then_refused(
    times: int, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.md"
    file.write_text(PAGE)
    real, left = os.read, [times]

    def read_and_grow(descriptor: int, size: int) -> bytes:
        data = real(descriptor, size)
        if left[0]:
            left[0] -= 1
            with file.open("a") as more:
                more.write("又一段。\n")
        return data

    monkeypatch.setattr(os, "read", read_and_grow)
    sources, notes = read_file(tmp_path, "x.md", PAPER)
    assert codes(notes) == expected
    assert [source.text for source in sources] == ([] if expected else [PAGE + "又一段。\n"])


def test_a_file_is_known_again_by_what_was_read_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.md"
    file.write_text(PAGE)
    for content in (b"\xff", PAGE.encode()):
        file.write_bytes(content)
        assert read_and_identify(tmp_path, "x.md", PAPER)[1:] == identify(str(file))
    monkeypatch.setattr("wanbao.read.files.MAX_SIZE", 1)
    assert read_and_identify(tmp_path, "x.md", PAPER)[1:] == identify(str(file), 1)
    file.unlink()
    assert read_and_identify(tmp_path, "x.md", PAPER)[1:] == (UNKNOWN, "")


def test_a_file_cut_short_under_our_hands_is_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.md").write_text(PAGE)
    monkeypatch.setattr(os, "read", lambda descriptor, size: b"")
    assert codes(read_file(tmp_path, "x.md", PAPER).notes) == ["E108"]


def test_a_disk_that_reads_in_small_pieces_gives_the_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.md").write_text(PAGE)
    real = os.read
    monkeypatch.setattr(os, "read", lambda descriptor, size: real(descriptor, min(size, 7)))
    assert read_file(tmp_path, "x.md", PAPER).sources[0].text == PAGE


def test_a_disk_that_fails_is_an_error_of_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> bytes:
        raise OSError(5, "Input/output error")

    (tmp_path / "x.md").write_text(PAGE)
    monkeypatch.setattr(os, "read", fail)
    (note,) = read_file(tmp_path, "x.md", PAPER).notes
    assert (note.code, "Input/output error" in note.message) == ("E106", True)


# --- hostile files ---------------------------------------------------------------------------------------------------


def test_a_file_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "x.md").open("wb") as file:
        file.truncate(MAX_SIZE + 1)
    monkeypatch.setattr(os, "read", lambda descriptor, size: pytest.fail("was read"))
    assert codes(read_file(tmp_path, "x.md", PAPER).notes) == ["E107"]


def test_a_file_of_too_many_lines_is_refused_because_each_takes_memory_however_short_it_is(tmp_path: Path) -> None:
    assert read(tmp_path, "x.md", "文\n\n" * (MAX_LINES - 1)).sources
    assert codes(read(tmp_path, "y.md", "文\n" * MAX_LINES).notes) == ["E107"]


def test_a_file_of_too_many_pages_is_refused(tmp_path: Path) -> None:
    assert codes(read(tmp_path, "x.md", "<!-- page 1 -->\n文\n" * 1001).notes) == ["E107"]
    assert codes(read(tmp_path, "y.md", "\f文\n" * 1002).notes) == ["E107"]


@pytest.mark.parametrize(
    "text",
    [
        "文" * 5_000_000,
        " " * 10_000_000 + "文",
        "\n" * 1_000_000 + "文",
        "---\n" + "\n" * 1_000_000,
        "---\n" + "a" * 10_000_000,
        "---\n" + "#" * 1_000_000 + "\na",
        "<!-- page" + " " * 1_000_000 + "x",
        ("<!-- page" + " " * 300 + "\n") * 3_000,
        "\f" * 1_000_000 + "文",
        ("文" + "\f" * 1000) * 1000,
        "版" * 1_000_000,
        "\u202e" * 1_000_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_long_lines_and_many_marks_are_read_in_time_that_grows_with_the_file(text: str, tmp_path: Path) -> None:
    sources, notes = read(tmp_path, "x.md", text)
    assert "".join(source.text for source in sources).replace("\ufffd", "\f").replace(" ", "").replace(
        "\f", ""
    ) == text.replace(" ", "").replace("\f", "")
    assert set(codes(notes)) <= {"W114", "E102"}


def test_what_cannot_be_text_is_told_once_and_what_no_page_may_hold_is_replaced(tmp_path: Path) -> None:
    text = "标题\n\n正\u202e文\x00和\x07与\ufffe及\x85又\u2028再\ufdd0末\U0001ffff\n"
    sources, notes = read(tmp_path, "x.md", text)
    assert sources[0].text == "标题\n\n正\u202e文\ufffd和\ufffd与\ufffd及\ufffd又\u2028再\ufffd末\ufffd\n"
    (note,) = notes
    assert (note.code, note.line, note.column) == ("W114", 3, 2)
    assert "8 characters" in note.message
    assert "U+202E" in note.message
    assert "6 of them" in note.message


def test_markup_and_template_syntax_are_only_text(tmp_path: Path) -> None:
    text = "# {{ 7 * 7 }}\n\n<script>alert(1)</script> {% include '/etc/passwd' %} javascript:alert(1)\n"
    assert read(tmp_path, "x.md", text) == ReadResult(read(tmp_path, "x.md", text).sources, ())
    assert read_file(tmp_path, "x.md", PAPER).sources[0].text == text


@given(st.binary(max_size=400))
@example(b"")
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00\x00")
@example(b"\xef\xbb\xbf---\n---\n")
@example(b"---\n\x00: a\n---\n")
def test_any_bytes_are_read_or_told_of(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    sources, notes = read(tmp_path_factory.getbasetemp(), "any.md", data)
    assert bool(sources) != any(note.severity == "error" or note.code == "W112" for note in notes)
    for source in sources:
        assert "\r" not in source.text
        assert len(source.digest) == 32
        source.text.encode()


HEADS = st.sampled_from(["", "---\ndate: 2022\n---\n", "---\n", "\ufeff", "<!-- page A02 要闻 -->\n", "\f"])
PIECES = st.sampled_from(
    ["# 标题\n", "正文。", "\n\n", "\f", "<!-- 版 A03 -->\n", "---\n", "样例晚报 2022年5月18日 第A04版\n"]
)


@given(HEADS, st.lists(PIECES | st.text(max_size=12), max_size=12).map("".join))
def test_no_character_of_a_text_is_lost(tmp_path_factory: pytest.TempPathFactory, head: str, body: str) -> None:
    text = head + body
    sources, notes = read(tmp_path_factory.getbasetemp(), "any.md", text)
    if not sources:
        assert any(note.severity == "error" or note.code == "W112" for note in notes)
        return
    kept = "".join(source.text for source in sources)
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert len(kept) == len(expected)
    assert all(a == b or a == "\ufffd" or (a, b) == (" ", "\f") for a, b in zip(kept, expected, strict=True))
    line = 1
    for source in sources:
        assert source.first_line == line
        line += source.text.count("\n")


# --- the digest ------------------------------------------------------------------------------------------------------


def test_the_digest_is_that_of_text_and_place_and_not_of_the_path(tmp_path: Path) -> None:
    def digest(path: str, text: str) -> str:
        return read(tmp_path, path, text).sources[0].digest

    here = digest("2022-05-18/A02.md", PAGE)
    assert digest("archive/20220518-A02.txt", PAGE) == here
    assert digest("2022-05-18/A02.md", "\ufeff" + PAGE.replace("\n", "\r\n")) == here
    others = {
        digest("2022-05-19/A02.md", PAGE),
        digest("2022-05-18/A03.md", PAGE),
        digest("2022-05-18/A02.md", PAGE + " "),
        digest("2022-05-18/A02.md", "\n" + PAGE),
        digest("2022-05-18/A02.md", "---\nrights: x\n---\n" + PAGE),
        digest("x.md", PAGE),
    }
    assert len(others) == 6
    assert here not in others


def test_a_fact_from_another_place_of_evidence_is_another_digest(tmp_path: Path) -> None:
    said = read(tmp_path, "x.md", "---\ndate: 2022-05-18\n---\n" + PAGE).sources[0]
    named = read(tmp_path, "2022-05-18.md", "---\nid: x\n---\n" + PAGE).sources[0]
    assert said.place.date == Evidence("2022-05-18", "front matter", 2)
    assert named.place.date == Evidence("2022-05-18", "file name")
    assert said.digest != named.digest

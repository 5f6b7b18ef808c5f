"""Front matter: each key, and what a key may hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao.dates import parse_edtf
from wanbao.read.frontmatter import KEYS, NO_FRONT_MATTER, FrontMatter, read_front_matter
from wanbao.records import Evidence, Place
from wanbao.strange import is_clean

FULL = """---
# where this page belongs
newspaper: 样例晚报
date: 2022-05-18
issue: 总第09876期
page: 第ａ02版
section: 要闻
edition: 增刊
staff:
  责编: 甲某
  校对: [乙某, 丙某]
  美编:
source_url: https://example.org/paper/A02.html?x=1&y=2#top
rights: |
  版权所有
  不得转载
language: zh-Hant
id: may-1998
---
正文
"""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "正文\n",
        "---",
        "---\n正文里有一条线\n---\n",
        "----\ndate: 2022\n---\n",
        "\n---\ndate: 2022\n---\n",
        " ---\ndate: 2022\n---\n",
        "---\n# 标题\n\n正文\n",
        "---\n\n正文\n\n---\n",
        "---\n昨日上午:一座桥通车\n---\n",
        "---\n来源：样例晚报\n---\n",
        "---\n市民：这座桥真好\ndate：今天\n说的都是实话。\n---\n",
        "---\n记者：日期是哪天？\n---\n",
        "---\nsection two\n---\n",
        "---\npage 2 tells more\n---\n",
        "---\nPage 2\n---\n",
        "---\nsection 要闻\n昨日上午一座桥通车\n---\n",
        "---\n\t市民: 这座桥真好\n---\n",
    ],
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert read_front_matter(text, "x.md") == NO_FRONT_MATTER


def test_every_key_is_read_with_its_line() -> None:
    def said(value: str, line: int) -> Evidence:
        return Evidence(value, "front matter", line)

    assert read_front_matter(FULL, "x.md") == FrontMatter(
        Place(
            newspaper=said("样例晚报", 3),
            date=said("2022-05-18", 4),
            issue_number=said("09876", 5),
            page_number=said("A02", 6),
            section=said("要闻", 7),
            edition=said("增刊", 8),
            staff=(("责编", "甲某"), ("校对", "乙某"), ("校对", "丙某")),
            source_url="https://example.org/paper/A02.html?x=1&y=2#top",
            rights="版权所有 不得转载",
            language="zh-Hant",
            name="may-1998",
        ),
        19,
        (),
    )


def test_the_example_shows_every_key_of_the_table() -> None:
    shown = set(re.findall(r"^([a-z_]+):", FULL, re.MULTILINE))
    assert {key.name for key in KEYS} - shown == {"page_name"}  # another word for `section`
    assert all(key.kind and key.meaning.endswith(".") for key in KEYS)


def test_the_readme_names_every_key() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z_]+)` \|.*", readme, re.MULTILINE)
    assert {key.name for key in KEYS} - set(rows) == {"page_name"}
    assert "`page_name` means the same" in readme


def test_page_name_is_another_word_for_section() -> None:
    place = read_front_matter("---\npage_name: 要闻\n---\n", "x.md").place
    assert place == Place(section=Evidence("要闻", "front matter", 2))


@pytest.mark.parametrize("key", [key.name for key in KEYS])
def test_a_key_without_a_value_says_nothing(key: str) -> None:
    assert read_front_matter(f"---\n{key}:\n---\n", "x.md") == FrontMatter(Place(), 3, ())
    assert read_front_matter(f"---\n{key}: ~\n---\n", "x.md") == FrontMatter(Place(), 3, ())


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("page: A01 要闻", "write `page: A01` and, on a line of its own, `section: 要闻`"),
        ("page: 第a01版：要闻", "write `page: A01` and, on a line of its own, `section: 要闻`"),
        ("page: 1.5", "write `A02`, `3` or, of two pages made as one, `A02-A03`"),
        ("page: [A01, A02]", "write `page: A01-A02`"),
        ("page: [A01, A02, A03]", "write `A02`, `3` or, of two pages made as one, `A02-A03`"),
        ("page: a-02", "write `page: A02`"),
        ("staff: 甲某", "write `staff: {责编: 甲某, 版式: 乙某}`"),
        ("id: 荔枝节", "write such a name, as `may-1998`, of at most 40 characters"),
        ("section: [要闻]", "write one short line of text behind the colon"),
        ("language: chinese", "write `zh-Hans`, `zh-Hant`, `en` …"),
        ("source_url: www.example.org/x", "write the whole address, https://…"),
        ("rights: [a]", "write one text behind the colon"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_with_how_to_write_it(line: str, remedy: str) -> None:
    (note,) = read_front_matter(f"---\n{line}\n---\n", "x.md").notes
    assert (note.code, note.remedy) == ("E104", remedy)


@pytest.mark.parametrize("key", ["headline", "title", "author", "weather", "标题"])
def test_a_key_that_is_like_none_is_told_all_there_are(key: str) -> None:
    (note,) = read_front_matter(f"---\n{key}: x\n---\n", "x.md").notes
    assert note.remedy.startswith("the keys are newspaper, date, ")


@pytest.mark.parametrize("key", [key.name for key in KEYS])
def test_a_key_misspelt_is_told_its_name(key: str) -> None:
    (note,) = read_front_matter(f"---\n{key[:-1] or key}{key[-1] * 2}: x\n---\n", "x.md").notes
    assert note.remedy == f"did you mean `{key}`?"


@pytest.mark.parametrize(
    ("written", "kept"),
    [("2022", "2022"), ("2022~", "2022~"), ("'2022-05'", "2022-05"), ("[2022-04..2022-06]", "[2022-04..2022-06]")],
)
def test_a_date_may_be_as_vague_as_it_is_known(written: str, kept: str) -> None:
    date = read_front_matter(f"---\ndate: {written}\n---\n", "x.md").place.date
    assert date
    assert date.value == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [("2", "2"), ("02", "02"), ("'3'", "3"), ("a2", "A2"), ("第３版", "3"), ("B02a", "B02A"), ("特1", "特1")],
)
def test_a_page_number_is_text(written: str, kept: str) -> None:
    page = read_front_matter(f"---\npage: {written}\n---\n", "x.md").place.page_number
    assert page
    assert page.value == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("创刊号", "创刊号"),
        ("2022-135", "2022-135"),
        ("1 2345", "1 2345"),
        ("9876", "9876"),
        ("第１２３４５號", "12345"),
        ("總第12345期", "12345"),
        ("总第7012号", "7012"),
        ("'7,012'", "7012"),
    ],
)
def test_a_running_number_is_kept_without_what_is_printed_around_it(written: str, kept: str) -> None:
    issue = read_front_matter(f"---\nissue: {written}\n---\n", "x.md").place.issue_number
    assert issue
    assert issue.value == kept


@pytest.mark.parametrize(
    ("block", "line", "message", "remedy"),
    [
        ("section 要闻", 2, "no colon stands behind 'section'", "write `section: …`"),
        ("date: 2022-05-18\npage = A02", 3, "no colon stands behind 'page'", "write `page: …`"),
        (
            "\tsection: 要闻",
            2,
            "a blank stands before 'section'",
            "begin the line with `section: …`, and so all others",
        ),
        ("  版名: 要闻", 2, "a blank stands before '版名'", "begin the line with `section: …`, and so all others"),
    ],
)
def test_keys_that_yaml_does_not_read_are_told_with_how_to_write_them(
    block: str, line: int, message: str, remedy: str
) -> None:
    (note,) = read_front_matter(f"---\n{block}\n---\n正文\n", "x.md").notes
    assert (note.code, note.line, note.message, note.remedy) == ("E102", line, message, remedy)


def test_an_empty_front_matter_is_one() -> None:
    assert read_front_matter("---\n---\n正文\n", "x.md") == FrontMatter(Place(), 2, ())
    assert read_front_matter("---\n# nothing known\n...\n正文\n", "x.md") == FrontMatter(Place(), 3, ())


def test_a_lone_surrogate_in_an_escape_is_refused() -> None:
    (note,) = read_front_matter('---\nsection: "a\\uD800b"\n---\n', "x.md").notes
    assert note.severity == "error"
    assert str(note).isprintable()


NAMES = st.sampled_from([*(key.name for key in KEYS), "日期", "~", "true", "'x'", "? a"]) | st.text(max_size=6)
VALUES = st.text(max_size=20) | st.sampled_from(
    [
        "A02",
        "[a, b]",
        "{a: b}",
        "{责编: [甲某, ~]}",
        "{~: ~}",
        "[2022]",
        "2022~",
        "'",
        '"\\n"',
        "|",
        "*a",
        "!!int 3",
        "- x",
    ]
)


@given(st.lists(st.tuples(NAMES, st.sampled_from([": ", ":", ": \n  "]), VALUES), max_size=5))
def test_any_front_matter_gives_clean_facts_or_notes(entries: list[tuple[str, str, str]]) -> None:
    text = "---\n" + "".join(f"{name}{colon}{value}\n" for name, colon, value in entries) + "---\n正文\n"
    read = read_front_matter(text, "x.md")
    place = read.place
    assert all(note.severity == "error" and 0 < note.line <= text.count("\n") for note in read.notes)
    assert read.lines <= text.count("\n")
    facts = [place.newspaper, place.date, place.issue_number, place.page_number, place.section, place.edition]
    said = [fact.value for fact in facts if fact] + [place.source_url, place.rights, place.language, place.name]
    assert all(
        is_clean(value) and "\n" not in value for value in [*said, *(part for pair in place.staff for part in pair)]
    )
    if place.date:
        assert parse_edtf(place.date.value) == place.date.value

"""The archive as data, read back by readers that are not ours."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from test_reference import ARTICLE, CARD, contributor
from wanbao.errors import Note
from wanbao.exports import Part, article_schema, datapackage, index_csv, issue_jsonl, issue_rows
from wanbao.newspaper import Newspaper
from wanbao.records import Cell, Dateline, Jump, Page, Passage, Place, Span
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard
from wanbao.reference import one_line

PAPER = Newspaper("茂名晚报", short="mmwb", publisher="茂名日报社", rights="版权归茂名日报社所有。")
FULL = replace(
    ARTICLE,
    kicker_lines=("又是一年", "好光景"),
    deck_lines=("——根子镇见闻",),
    dateline=Dateline("据新华社北京5月1日电", "新华社", "北京", "5月1日", "电", via=True),
    bylines=("茂名晚报讯 记者陈小满",),
    contributors=(
        contributor("陈小满", role_printed="记者", organisation="茂名日报社"),
        replace(contributor("石蕾蕾", "correspondent"), printed="石蕾 蕾", certain=False),
    ),
    body=(
        Passage(
            "paragraph",
            "昨日上午,果农忙。",
            "昨日上午，果农忙。",
            (Span(7, 0, 9), Span(9, 0, 4)),
            lead="茂名晚报讯",
            joins=1,
        ),
        Passage("caption", "采摘。岑一 摄", "采摘。岑一 摄", (Span(11, 0, 7),), credit="岑一 摄"),
        Passage(
            "table", "甲 乙", "甲 乙", (Span(13, 0, 3),), rows=((Cell("甲", 2, scope="col"),), (Cell("一"), Cell("")))
        ),
    ),
    signature="（陈小满）",
    column="荔乡故事",
    jumps=(Jump("to", "A06", "（下转A06版）"),),
    notes=(
        Note("D501", "a name could be read in two ways", line=7, taken="石蕾蕾", refused="石蕾"),
        Note("W111", "the page has no number"),
    ),
)


def sheet_of(*cards: Card) -> PageCard:
    return PageCard.of("2023/11/02/A03/index.html", "A03", "民生", "2023-11-02/A03.md", "d", cards, 0)


SHEET = sheet_of(CARD)
ISSUE = IssueCard("2023-11-02", "2023/11/02/index.html", "2023-11-02", "9876", "特刊", (SHEET,), "d")
PAGE = Page("2023-11-02/A03.md", "d", Place(), (FULL,), (), (), (), ())
SCHEMA = json.loads(article_schema())


def lines(data: bytes) -> list[Any]:
    assert not data or data.endswith(b"\n")
    return [json.loads(line) for line in data.decode().split("\n")[:-1]]


def check(data: bytes) -> list[Any]:
    """Every line is what the schema says, and says nothing that is unknown."""
    records = lines(data)
    for record in records:
        Draft202012Validator(SCHEMA).validate(record)
        assert not [key for key, value in record.items() if value in ("", [], {}, None)]
    return records


def test_an_article_of_which_little_is_known_has_a_short_record() -> None:
    card = replace(CARD, id="mmwb-f016e08b-x-2", address="undated/f016e08b/x/2.html", date="", han=0)
    sheet = PageCard.of("undated/f016e08b/x/index.html", "", "", "odd.txt", "d", (card,), 0)
    issue = IssueCard("undated-f016e08b", "undated/f016e08b/index.html", "", "", "", (sheet,), "d")
    bare = replace(ARTICLE, contributors=(), headline_lines=())
    assert check(issue_jsonl(PAPER, issue, [replace(PAGE, articles=(bare,))])) == [
        {
            "id": "mmwb-f016e08b-x-2",
            "address": "undated/f016e08b/x/2.html",
            "title": "晒荔枝 话丰年",
            "newspaper": "茂名晚报",
            "issue": "undated-f016e08b",
            "order": 2,
            "kind": "news",
            "source": "odd.txt",
            "lines": [1, 9],
            "ledger": "undated/f016e08b/x/source.html",
        }
    ]


def test_a_record_holds_all_that_the_page_of_the_article_shows() -> None:
    assert check(issue_jsonl(PAPER, ISSUE, [PAGE])) == [
        {
            "id": "mmwb-20231102-A03-2",
            "address": "2023/11/02/A03/2.html",
            "title": "晒荔枝 话丰年",
            "newspaper": "茂名晚报",
            "issue": "2023-11-02",
            "order": 2,
            "kind": "news",
            "date": "2023-11-02",
            "issue_number": "9876",
            "edition": "特刊",
            "page": "A03",
            "section": "民生",
            "column": "荔乡故事",
            "kicker": ["又是一年", "好光景"],
            "headline": ["晒荔枝", "话丰年"],
            "deck": ["——根子镇见闻"],
            "dateline": {
                "printed": "据新华社北京5月1日电",
                "source": "新华社",
                "place": "北京",
                "date": "5月1日",
                "via": True,
            },
            "bylines": ["茂名晚报讯 记者陈小满"],
            "contributors": [
                {
                    "name": "陈小满",
                    "role": "reporter",
                    "role_printed": "记者",
                    "organisation": "茂名日报社",
                    "where": "byline",
                },
                {
                    "name": "石蕾蕾",
                    "role": "correspondent",
                    "printed": "石蕾 蕾",
                    "where": "byline",
                    "doubtful": True,
                },
            ],
            "body": [
                {"kind": "paragraph", "text": "昨日上午，果农忙。", "lead": "茂名晚报讯", "joins": 1, "lines": [7, 9]},
                {"kind": "caption", "text": "采摘。岑一 摄", "credit": "岑一 摄", "lines": [11, 11]},
                {
                    "kind": "table",
                    "text": "甲 乙",
                    "rows": [[{"text": "甲", "colspan": 2, "scope": "col"}], [{"text": "一"}, {"text": ""}]],
                    "lines": [13, 13],
                },
            ],
            "signature": "（陈小满）",
            "jumps": [["to", "A06"]],
            "han": 12,
            "doubts": [
                {
                    "code": "D501",
                    "message": "a name could be read in two ways",
                    "line": 7,
                    "taken": "石蕾蕾",
                    "refused": "石蕾",
                }
            ],
            "source": "2023-11-02/A03.md",
            "lines": [1, 9],
            "ledger": "2023/11/02/A03/source.html",
        }
    ]


def test_an_article_that_has_lost_its_card_is_in_no_file() -> None:
    issue = replace(ISSUE, pages=(sheet_of(),))
    assert issue_jsonl(PAPER, issue, [PAGE]) == b""


def test_the_files_of_several_issues_one_after_the_other_are_one_file() -> None:
    data = issue_jsonl(PAPER, ISSUE, [PAGE])
    assert len(check(data + data)) == 2


TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)


@given(TEXT, TEXT)
def test_any_text_comes_back_as_it_was(text: str, name: str) -> None:
    article = replace(FULL, body=(Passage("verse", text, text, ()),), contributors=(contributor(name),))
    (record,) = check(issue_jsonl(PAPER, ISSUE, [replace(PAGE, articles=(article,))]))
    assert record["body"][0].get("text", "") == text
    assert record["contributors"][0]["name"] == name


def test_every_field_of_the_schema_is_explained() -> None:
    for name, definition in SCHEMA["$defs"].items():
        assert definition["description"], name
        for field, value in definition["properties"].items():
            told = "description" in value or "$ref" in json.dumps(value)
            assert told, f"{name}.{field}"


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_the_index_has_a_row_for_every_article_and_a_byte_order_mark() -> None:
    card = replace(
        CARD,
        kicker='又是一年 "好光景", 真的',
        contributors=(
            ("陈小满", "reporter", "全媒体记者"),
            ("吴迪", "reporter", "记者"),
            ("石蕾蕾", "correspondent", "通讯员"),
            ("何苗", "intern", "实习生"),
        ),
        doubts=1,
    )
    data = index_csv(map(issue_rows, [replace(ISSUE, pages=(sheet_of(card, CARD),)), ISSUE]))
    assert data.startswith(b"\xef\xbb\xbfid,date,")
    rows = read_csv(data)
    assert len(rows) == 3
    assert rows[0] == {
        "id": "mmwb-20231102-A03-2",
        "date": "2023-11-02",
        "issue": "2023-11-02",
        "edition": "特刊",
        "page": "A03",
        "section": "民生",
        "order": "2",
        "kind": "news",
        "kicker": '又是一年 "好光景", 真的',
        "title": "晒荔枝 话丰年",
        "reporters": "陈小满;吴迪",
        "correspondents": "石蕾蕾",
        "photographers": "",
        "others": "何苗 实习生",
        "han": "12",
        "doubts": "1",
        "address": "2023/11/02/A03/2.html",
    }


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_keeps_to_its_cell(text: str) -> None:
    card = replace(CARD, title=text, kicker=text, section=text, contributors=((text, "artist", text),))
    (row,) = read_csv(index_csv([issue_rows(replace(ISSUE, edition=text, pages=(sheet_of(card),)))]))
    assert row["title"] == row["kicker"] == row["section"] == row["edition"] == one_line(text)
    assert row["address"] == CARD.address


PARTS = (
    Part("2022", "data/index-2022.csv", ("2022/05/18/articles.jsonl", "2022/05/19/articles.jsonl")),
    Part("undated", "data/index-undated.csv", ("undated/f016e08b/articles.jsonl",)),
)


def test_the_description_names_every_file_once() -> None:
    package = json.loads(datapackage(PAPER, PARTS, "data/article.schema.json"))
    names = [resource["name"] for resource in package["resources"]]
    assert names == ["index-2022", "articles-2022", "index-undated", "articles-undated"]
    assert all(re.fullmatch(r"[-a-z0-9._/]+", name) for name in [package["name"], *names])
    assert [resource["type"] for resource in package["resources"]] == ["table", "json"] * 2
    paths = [resource["path"] for resource in package["resources"]]
    assert paths[0] == "data/index-2022.csv" and paths[3] == ["undated/f016e08b/articles.jsonl"]
    assert package["contributors"] == [{"title": "茂名日报社", "roles": ["publisher"]}]
    assert package["description"] == "版权归茂名日报社所有。"
    assert "licenses" not in package and "created" not in package and "homepage" not in package


def test_the_description_of_a_table_fits_the_table() -> None:
    package = json.loads(datapackage(PAPER, PARTS, "data/article.schema.json"))
    fields = package["resources"][0]["schema"]["fields"]
    (row,) = read_csv(index_csv([issue_rows(ISSUE)]))
    assert [field["name"] for field in fields] == list(row)
    for field in fields:
        assert field["description"]
        assert field["type"] == "string" or int(row[field["name"]]) >= 0


def test_an_empty_archive_has_a_description_without_files() -> None:
    assert json.loads(datapackage(Newspaper("茂名晚报"), (), "data/article.schema.json"))["resources"] == []

"""What a bibliography has to know of an article."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wanbao.newspaper import Newspaper
from wanbao.records import Article, Contributor, ContributorRole
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard
from wanbao.reference import (
    Imprint,
    Reference,
    authors,
    clean_name,
    imprint,
    inverted,
    locale,
    one_line,
    reference,
    split_name,
)

CASES = Path(__file__).parent / "cases" / "cite"


def contributor(name: str, role: ContributorRole = "reporter", **more: object) -> Contributor:
    return Contributor(name=name, role=role, printed=name, **more)  # type: ignore[arg-type]


ARTICLE = Article(
    order=2,
    number=2,
    kind="news",
    kicker="",
    headline="晒荔枝 话丰年",
    deck="",
    headline_lines=("晒荔枝", "话丰年"),
    kicker_lines=(),
    deck_lines=(),
    title="晒荔枝　话丰年",
    dateline=None,
    bylines=(),
    contributors=(contributor("陈小满"), contributor("岑一", "photographer", where="caption")),
    body=(),
    signature="",
    jumps=(),
    column="",
    first_line=1,
    last_line=9,
)
CARD = Card(
    id="mmwb-20231102-A03-2",
    address="2023/11/02/A03/2.html",
    title="晒荔枝　话丰年",
    kicker="",
    date="2023-11-02",
    page="A03",
    section="民生",
    order=2,
    kind="news",
    contributors=(),
    excerpt="昨日上午，\u3000高州根子的果农",
    han=12,
    doubts=0,
)


@pytest.mark.parametrize("text", ["", "荔枝丰收在望", "晒荔枝 话丰年", "A·B", "葛\U000e0100城", "𠮷野家"])
def test_a_clean_line_is_left_alone(text: str) -> None:
    assert one_line(text) == text


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_a_line_holds_no_control_character_and_no_doubled_space(text: str) -> None:
    line = one_line(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in line)
    assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff")
    assert "  " not in line and line == line.strip()
    assert one_line(line) == line
    letters = [c for c in text if c.isalnum()]
    assert [c for c in line if c.isalnum()] == letters, "nothing that is text is lost"


def test_white_space_of_any_kind_becomes_one_space() -> None:
    assert one_line("晒荔枝\u3000\u3000话\r\n丰年\u2028。") == "晒荔枝 话 丰年 。"


def test_no_space_survives_inside_a_chinese_name() -> None:
    assert clean_name("赵\u3000立") == "赵立"
    assert clean_name("Wu  Di") == "Wu Di"


@pytest.mark.parametrize("role", ["photographer", "artist"])
def test_who_made_the_pictures_is_no_author(role: ContributorRole) -> None:
    assert authors((contributor("岑一", role), contributor("陈小满"))) == ("陈小满",)
    assert authors((contributor("岑一", role),)) == ()


def test_authors_stand_in_order_of_print_each_once() -> None:
    credits = (
        contributor("黄海生", "correspondent"),
        contributor("陈小满", "reporter"),
        contributor("陈小满", "author", where="signature"),
        contributor("陈小满", "photographer", where="caption"),
        contributor("何苗", "intern"),
    )
    assert authors(credits) == ("黄海生", "陈小满", "何苗")


def test_by_lines_are_credited_before_captions() -> None:
    people = (contributor("岑一", "photographer", where="caption"), contributor("陈小满"))
    assert replace(ARTICLE, contributors=people).credited == people[::-1]
    assert replace(ARTICLE, contributors=people[::-1]).credited == people[::-1]


def test_a_writer_of_the_caption_counts_only_where_nobody_else_wrote() -> None:
    caption = contributor("岑一", "reporter", where="caption")
    assert authors((caption, contributor("陈小满"))) == ("陈小满",)
    assert authors((caption, contributor("梁二", "photographer"))) == ("岑一",)


def test_a_reference_takes_its_facts_from_the_article_and_the_paper() -> None:
    paper = Newspaper("茂名\u3000晚报", publisher="茂名日报社", place="茂名")
    page = PageCard.of("2023/11/02/A03/index.html", "A03", "民生", "A03.md", "d", (CARD,), 0, date="2023-11-02")
    issue = IssueCard("2023-11-02", "2023/11/02/index.html", "2023-11-02", "9876", "特刊", (page,), "d")
    printed = imprint(paper, issue, page, "zh-Hant")
    assert printed == Imprint(
        newspaper="茂名 晚报",
        publisher="茂名日报社",
        place="茂名",
        language="zh-Hant",
        date="2023-11-02",
        page="A03",
        section="民生",
        edition="特刊",
        issue_number="9876",
    )
    assert reference(ARTICLE, CARD, printed, "https://example.org/2023/11/02/A03/2.html") == Reference(
        id="mmwb-20231102-A03-2",
        title="晒荔枝 话丰年",
        imprint=printed,
        authors=("陈小满",),
        url="https://example.org/2023/11/02/A03/2.html",
        abstract="昨日上午， 高州根子的果农",
    )


def names() -> list[list[str]]:
    lines = (CASES / "names.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("name", "family", "rest"), names())
def test_a_name_is_split_only_where_its_border_is_certain(name: str, family: str, rest: str) -> None:
    assert split_name(name) == (family, rest)
    assert inverted(name) == (f"{family}, {rest}" if rest else name)


def test_reference_managers_name_a_language_by_its_region() -> None:
    assert [locale(tag) for tag in ("zh-Hans", "zh", "zh-Hant", "en-GB")] == ["zh-CN", "zh-CN", "zh-Hant", "en-GB"]


@pytest.mark.parametrize(
    ("edtf", "day", "estimated"),
    [
        ("", "", False),
        ("2022-05-18", "2022-05-18", False),
        ("2022", "2022", False),
        ("[2022-04-25..2022-06-08]", "2022", False),
        ("2021/2023", "", False),
        ("2022~", "2022", True),
        ("2022-05?", "2022-05", True),
    ],
)
def test_of_a_date_only_what_is_certain_is_cited(edtf: str, day: str, estimated: bool) -> None:
    printed = Imprint("茂名晚报", date=edtf)
    assert (printed.day, printed.estimated) == (day, estimated)

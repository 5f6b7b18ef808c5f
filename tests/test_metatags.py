"""What an article's page tells reference managers, read back by an HTML parser that is not ours."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wanbao.metatags import metas, preview
from wanbao.reference import Imprint, Reference, one_line

REF = Reference(
    id="mmwb-20231102-A03-2",
    title="晒荔枝 话丰年",
    imprint=Imprint(
        newspaper="茂名晚报",
        publisher="茂名日报社",
        place="茂名",
        date="2023-11-02",
        page="A03",
        section="民生",
        edition="特刊",
        issue_number="9876",
    ),
    authors=("陈小满", "尕玛多吉"),
    url="https://example.org/wb/2023/11/02/A03/2.html",
    abstract="昨日上午……",
)
UNKNOWN = Reference("mmwb-f016e08b-x-1", "荔枝丰收在望", Imprint("茂名晚报"))


class Tags(HTMLParser):
    """Collects the attributes of every element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.attributes: list[list[tuple[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.append(attrs)


def pairs(ref: Reference, rights: str = "") -> list[tuple[str, str]]:
    attributes = map(dict, Tags(metas(ref, rights)).attributes)
    return [(found.get("name") or found.get("property") or "", found["content"] or "") for found in attributes]


def printed_on(edtf: str) -> Reference:
    return replace(REF, imprint=replace(REF.imprint, date=edtf))


def test_what_is_unknown_is_left_out_of_the_head() -> None:
    assert pairs(UNKNOWN) == [
        ("DC.type", "newspaperArticle"),
        ("DC.title", "荔枝丰收在望"),
        ("DC.source", "茂名晚报"),
        ("DC.language", "zh-Hans"),
        ("DC.identifier", "mmwb-f016e08b-x-1"),
        ("citation_title", "荔枝丰收在望"),
        ("citation_language", "zh-CN"),
        ("og:type", "article"),
        ("og:title", "荔枝丰收在望"),
        ("og:site_name", "茂名晚报"),
        ("og:locale", "zh_CN"),
        ("twitter:card", "summary"),
    ]


def test_the_head_holds_everything_that_is_known_in_the_tested_order() -> None:
    assert pairs(REF, "版权归茂名日报社所有。") == [
        ("DC.type", "newspaperArticle"),
        ("DC.title", "晒荔枝 话丰年"),
        ("DC.creator", "陈小满"),
        ("DC.creator", "尕玛多吉"),
        ("DC.source", "茂名晚报"),
        ("DC.publisher", "茂名日报社"),
        ("DC.date", "2023-11-02"),
        ("DC.language", "zh-Hans"),
        ("DC.identifier", "mmwb-20231102-A03-2"),
        ("DC.rights", "版权归茂名日报社所有。"),
        ("citation_title", "晒荔枝 话丰年"),
        ("citation_author", "陈, 小满"),
        ("citation_author", "尕玛多吉"),
        ("citation_publication_date", "2023/11/02"),
        ("citation_firstpage", "A03"),
        ("citation_issue", "9876"),
        ("citation_publisher", "茂名日报社"),
        ("citation_language", "zh-CN"),
        ("citation_public_url", "https://example.org/wb/2023/11/02/A03/2.html"),
        ("prism.edition", "特刊"),
        ("og:type", "article"),
        ("og:title", "晒荔枝 话丰年"),
        ("og:site_name", "茂名晚报"),
        ("og:url", "https://example.org/wb/2023/11/02/A03/2.html"),
        ("og:description", "昨日上午……"),
        ("og:locale", "zh_CN"),
        ("article:published_time", "2023-11-02"),
        ("article:section", "民生"),
        ("twitter:card", "summary"),
    ]


@pytest.mark.parametrize(("language", "named"), [("zh-TW", "zh_TW"), ("zh-HK", "zh_HK"), ("zh-Hant", "zh_HK")])
def test_traditional_chinese_is_named_by_its_region(language: str, named: str) -> None:
    ref = replace(REF, imprint=replace(REF.imprint, language=language))
    assert ("og:locale", named) in pairs(ref)


def test_only_open_graph_is_written_as_a_property() -> None:
    for found in map(dict, Tags(metas(REF)).attributes):
        assert ("property" in found) == str(found.get("name") or found["property"]).startswith(("og:", "article:"))


@pytest.mark.parametrize("ref", [REF, UNKNOWN, printed_on("2022")])
def test_nothing_is_written_that_makes_zotero_take_it_for_something_else(ref: Reference) -> None:
    written = pairs(ref)
    assert "citation_journal_title" not in dict(written)
    assert ("og:type", "website") not in written
    assert all(content and content == one_line(content) for _, content in written)


@pytest.mark.parametrize(
    ("edtf", "day", "published"),
    [("2022", "2022", None), ("2022-05", "2022-05", None), ("2022~", None, None), ("2021/2023", None, None)],
)
def test_a_date_is_written_as_far_as_it_is_certain(edtf: str, day: str | None, published: str | None) -> None:
    found = dict(pairs(printed_on(edtf)))
    assert found.get("DC.date") == day
    assert found.get("citation_publication_date") == (day.replace("-", "/") if day else None)
    assert found.get("article:published_time") == published


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=30).map(one_line).filter(bool))
def test_whatever_a_headline_holds_is_read_back_from_the_head(text: str) -> None:
    assert [content for _, content in pairs(replace(UNKNOWN, title=text))].count(text) >= 3


def test_a_preview_says_what_is_known_and_nothing_else() -> None:
    bare = Tags(preview("统计", "茂名晚报", "zh-Hans"))
    assert [dict(each) for each in bare.attributes] == [
        {"property": "og:type", "content": "website"},
        {"property": "og:title", "content": "统计"},
        {"property": "og:site_name", "content": "茂名晚报"},
        {"property": "og:locale", "content": "zh_CN"},
        {"name": "twitter:card", "content": "summary"},
    ]
    whole = Tags(preview("陈小满", "茂名晚报", "fr", "https://example.org/", "“甲”<乙>", "profile"))
    told = {(tag.get("property") or tag.get("name")): tag["content"] for tag in map(dict, whole.attributes)}
    assert (told["og:type"], told["og:url"]) == ("profile", "https://example.org/")
    assert told["og:description"] == "“甲”<乙>" and "og:locale" not in told

"""What pages tell search engines, read back by an HTML parser and a JSON parser that are not ours."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from test_metatags import REF, UNKNOWN
from test_reference import ARTICLE, CARD, contributor
from wanbao import urls
from wanbao.jsonld import article_json_ld, home_json_ld, issue_json_ld, issue_part, person_json_ld
from wanbao.newspaper import Newspaper
from wanbao.records import Dateline
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard
from wanbao.reference import Imprint, one_line

BARE = Newspaper("茂名晚报")
PAPER = Newspaper(
    "茂名晚报",
    name_en="Maoming Evening News",
    publisher="茂名日报社",
    place="茂名",
    base_url="https://example.org/wb/",
    description="一份晚报的旧刊",
    cn="CN44-0000",
)
PAGE = PageCard.of("2023/11/02/A03/index.html", "A03", "民生", "2023-11-02/A03.md", "d", (CARD,), 0)
ISSUE = IssueCard("2023-11-02", "2023/11/02/index.html", "2023-11-02", "9876", "特刊", (PAGE,), "d")
CREDITED = replace(
    ARTICLE,
    kicker_lines=("又是一年", "好光景"),
    dateline=Dateline("新华社北京5月1日电", "新华社", "北京", "5月1日", "电"),
    contributors=(
        contributor("陈小满", role_printed="全媒体记者", organisation="茂名日报社"),
        contributor("尕玛多吉", "correspondent", role_printed="通讯员"),
        contributor("岑一", "photographer", role_printed="摄", where="caption"),
        contributor("陈小满", "photographer", role_printed="摄", where="caption"),
    ),
)


class Script(HTMLParser):
    """Collects what stands inside script elements, as a browser would see it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inside, self.text = False, ""
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.inside = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        self.text += data if self.inside else ""


def read(json_ld: str) -> Any:
    """The JSON as a page's reader finds it in the page."""
    found = Script(f'<script type="application/ld+json">{json_ld}</script><p>')
    assert found.tags == ["script", "p"]
    return json.loads(found.text)


def nodes(value: Any) -> list[dict[str, Any]]:
    """Every object in the graph."""
    if isinstance(value, list):
        return [node for inner in value for node in nodes(inner)]
    if not isinstance(value, dict):
        return []
    return [value, *(node for inner in value.values() for node in nodes(inner))]


def check_graph(json_ld: str) -> Any:
    """No empty value, and every reference leads to a node that is described."""
    value = read(json_ld)
    assert value["@context"] == "https://schema.org"
    for node in nodes(value):
        assert all(inner not in ("", [], {}, None) for inner in node.values()), node
    described = {node["@id"] for node in nodes(value) if "@id" in node and len(node) > 1}
    assert {node["@id"] for node in nodes(value) if set(node) == {"@id"}} <= described
    return value


def test_an_article_of_which_little_is_known_says_little() -> None:
    issue = IssueCard("undated-f016e08b", "undated/f016e08b/index.html", "", "", "", (), "d")
    card = replace(CARD, address="undated/f016e08b/x/1.html", id=UNKNOWN.id, han=0)
    bare = replace(ARTICLE, contributors=())
    assert check_graph(article_json_ld(UNKNOWN, bare, card, issue_part(issue, BARE), BARE)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "_:article",
        "identifier": "mmwb-f016e08b-x-1",
        "headline": "荔枝丰收在望",
        "inLanguage": "zh-Hans",
        "isPartOf": {
            "@type": "PublicationIssue",
            "@id": "_:issue",
            "isPartOf": {"@type": "Newspaper", "@id": "_:newspaper", "name": "茂名晚报", "inLanguage": "zh-Hans"},
        },
        "isAccessibleForFree": True,
    }


def test_a_deck_that_the_title_leads_on_to_is_no_other_headline() -> None:
    ref = replace(REF, title="对话何静：又是一年好光景")
    article = replace(CREDITED, kicker_lines=("丰收时节",), deck_lines=("又是一年好光景",))
    graph = check_graph(article_json_ld(ref, article, CARD, issue_part(ISSUE, PAPER), PAPER))
    assert graph["headline"] == "对话何静：又是一年好光景"
    assert graph["alternativeHeadline"] == ["丰收时节"]


def test_an_article_says_who_did_what_and_where_it_stood_in_the_paper() -> None:
    site = "https://example.org/wb/"
    assert check_graph(
        article_json_ld(REF, CREDITED, CARD, issue_part(ISSUE, PAPER), PAPER, "版权归茂名日报社所有。")
    ) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"{site}2023/11/02/A03/2.html#article",
        "mainEntityOfPage": f"{site}2023/11/02/A03/2.html",
        "identifier": "mmwb-20231102-A03-2",
        "headline": "晒荔枝 话丰年",
        "alternativeHeadline": ["又是一年 好光景"],
        "dateline": "新华社北京5月1日电",
        "locationCreated": {"@type": "Place", "name": "北京"},
        "datePublished": "2023-11-02",
        "printPage": "A03",
        "pageStart": "A03",
        "printSection": "民生",
        "printEdition": "特刊",
        "articleSection": "民生",
        "wordCount": 12,
        "inLanguage": "zh-Hans",
        "author": [
            {
                "@type": "Person",
                "url": site + urls.person("陈小满"),
                "name": "陈小满",
                "jobTitle": "全媒体记者",
                "affiliation": {"@type": "Organization", "name": "茂名日报社"},
            },
            {"@type": "Person", "url": site + urls.person("尕玛多吉"), "name": "尕玛多吉", "jobTitle": "通讯员"},
        ],
        "contributor": [{"@type": "Person", "url": site + urls.person("岑一"), "name": "岑一", "jobTitle": "摄"}],
        "isPartOf": {
            "@type": "PublicationIssue",
            "@id": f"{site}2023/11/02/#issue",
            "url": f"{site}2023/11/02/",
            "name": "特刊",
            "issueNumber": "9876",
            "datePublished": "2023-11-02",
            "isPartOf": {
                "@type": "Newspaper",
                "@id": f"{site}#newspaper",
                "name": "茂名晚报",
                "inLanguage": "zh-Hans",
                "publisher": {"@type": "NewsMediaOrganization", "@id": f"{site}#publisher", "name": "茂名日报社"},
            },
        },
        "publisher": {"@id": f"{site}#publisher"},
        "copyrightNotice": "版权归茂名日报社所有。",
        "usageInfo": f"{site}about/",
        "isAccessibleForFree": True,
    }


def test_an_issue_lists_its_articles_and_the_way_there() -> None:
    crumbs = (("首页", "index.html"), ("2023", "2023/index.html"), ("2023年11月2日", "2023/11/02/index.html"))
    page, issue = check_graph(issue_json_ld(ISSUE, PAPER, crumbs))["@graph"]
    assert page["@type"] == "CollectionPage" and page["mainEntity"] == {"@id": issue["@id"]}
    way = page["breadcrumb"]["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in way] == [
        (1, "首页", "https://example.org/wb/"),
        (2, "2023", "https://example.org/wb/2023/"),
        (3, "2023年11月2日", "https://example.org/wb/2023/11/02/"),
    ]
    assert [part["headline"] for part in issue["hasPart"]] == ["晒荔枝 话丰年"]


def test_an_issue_without_addresses_only_says_what_it_is() -> None:
    page, issue = check_graph(issue_json_ld(ISSUE, BARE, (("首页", "index.html"),)))["@graph"]
    assert set(page) == {"@type", "inLanguage", "mainEntity"} and "hasPart" not in issue


def test_an_article_and_its_issue_name_the_same_issue() -> None:
    article = read(article_json_ld(REF, CREDITED, CARD, issue_part(ISSUE, PAPER), PAPER))
    _, issue = read(issue_json_ld(ISSUE, PAPER))["@graph"]
    assert article["isPartOf"]["@id"] == issue["@id"]
    assert article["@id"] == issue["hasPart"][0]["@id"]


@pytest.mark.parametrize("paper", [BARE, PAPER])
def test_the_home_page_describes_the_site_and_the_paper(paper: Newspaper) -> None:
    site, newspaper = check_graph(home_json_ld(paper))["@graph"]
    assert (site["@type"], newspaper["@type"]) == ("WebSite", "Newspaper")
    assert site["about"] == {"@id": newspaper["@id"]}
    if paper.cn:
        assert newspaper["identifier"] == {"@type": "PropertyValue", "propertyID": "CN", "value": "CN44-0000"}


@given(st.text(alphabet=st.sampled_from("<>&/!-scriptSCRIPT\u2028\u2029\u0000\ud800荔枝]\"'"), max_size=40))
def test_no_text_breaks_out_of_the_script(text: str) -> None:
    hostile = f"</script><!--{text}<script>"
    paper = replace(PAPER, name=hostile, publisher=hostile, description=hostile)
    ref = replace(REF, title=one_line(hostile), imprint=Imprint(one_line(hostile)))
    article = replace(CREDITED, kicker_lines=(hostile,), contributors=(contributor(hostile, role_printed=hostile),))
    ref = replace(ref, authors=(one_line(hostile).replace(" ", ""),) if "荔" in text or "枝" in text else ())
    for json_ld in (
        article_json_ld(ref, article, CARD, issue_part(ISSUE, paper), paper, hostile),
        issue_json_ld(ISSUE, paper, ((hostile, "index.html"),)),
        home_json_ld(paper),
        person_json_ld(hostile, hostile, (hostile,), "people/4f55.html", paper),
    ):
        assert not set(json_ld) & set("<>&\u2028\u2029\u0000")
        read(json_ld)
    assert read(home_json_ld(paper))["@graph"][0]["name"] == one_line(hostile)


def test_the_page_of_a_person_tells_of_somebody_with_all_roles() -> None:
    page = check_graph(person_json_ld("陈小满", "Chen Xiaoman", ("记者", "摄影"), "people/9648.html", PAPER))
    where = "https://example.org/wb/people/9648.html"
    assert page == {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "url": where,
        "inLanguage": "zh-Hans",
        "mainEntity": {
            "@type": "Person",
            "@id": f"{where}#person",
            "url": where,
            "name": "陈小满",
            "alternateName": "Chen Xiaoman",
            "jobTitle": ["记者", "摄影"],
        },
    }
    bare = check_graph(person_json_ld("Tom Lee", "Tom Lee", (), "people/9648.html", BARE))
    assert bare["mainEntity"] == {"@type": "Person", "@id": "_:person", "name": "Tom Lee"}

"""Feeds and site maps, held to the rules of their formats by another XML parser and another JSON parser."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from urllib.robotparser import RobotFileParser
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wanbao import feeds
from wanbao.feeds import Deletion, Entry, Feed, Location, atom, json_feed, name_of, robots, sitemap_index, sitemaps
from wanbao.reference import one_line

ATOM = "{http://www.w3.org/2005/Atom}"
GONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RFC_3339 = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")

FEED = Feed("mmwb-articles", "茂名晚报", "https://example.org/", "https://example.org/feed.xml", "茂名日报社")
ENTRY = Entry(
    "mmwb-20231102-A03-2",
    "https://example.org/2023/11/02/A03/2.html",
    "晒荔枝 话丰年",
    "2023-11-02",
    summary="昨日上午，高州根子的果农……",
    authors=("陈小满", "尕玛多吉"),
    section="民生",
)
UNDATED = Entry("mmwb-f016e08b-x-1", "https://example.org/undated/f016e08b/x/1.html", "荔枝丰收在望", "")


def texts(parent: ET.Element, name: str) -> list[str]:
    return [element.text or "" for element in parent.findall(ATOM + name)]


def check_atom(data: bytes) -> ET.Element:
    """What RFC 4287 demands of a feed and its entries (4.1.1, 4.1.2, 4.2.6, 4.2.15)."""
    feed = ET.fromstring(data)
    assert feed.tag == ATOM + "feed"
    for element in (feed, *feed.findall(ATOM + "entry")):
        for once in ("id", "title", "updated"):
            assert len(texts(element, once)) == 1, once
        assert RFC_3339.fullmatch(texts(element, "updated")[0])
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", texts(element, "id")[0])
        assert texts(element, "title")[0].strip()
        assert all(RFC_3339.fullmatch(moment) for moment in texts(element, "published"))
        assert len([link for link in element.findall(ATOM + "link") if link.get("rel") == "alternate"]) == 1
        assert all(author.findtext(ATOM + "name") for author in element.findall(ATOM + "author"))
        assert all(child.text or len(child) or child.attrib for child in element), "no empty element"
    assert len(feed.findall(ATOM + "author")) == 1, "so that entries need none of their own"
    ids = [texts(entry, "id")[0] for entry in feed.findall(ATOM + "entry")]
    assert len(set(ids)) == len(ids)
    return feed


def test_an_empty_archive_has_a_valid_feed() -> None:
    feed = check_atom(atom(FEED, ()))
    assert texts(feed, "updated") == ["1970-01-01T12:00:00Z"]


def test_an_entry_says_what_is_known() -> None:
    (entry,) = check_atom(atom(FEED, [ENTRY])).findall(ATOM + "entry")
    assert texts(entry, "title") == ["晒荔枝 话丰年"]
    assert texts(entry, "published") == texts(entry, "updated") == ["2023-11-02T12:00:00Z"]
    assert texts(entry, "summary") == ["昨日上午，高州根子的果农……"]
    assert [author.findtext(ATOM + "name") for author in entry.findall(ATOM + "author")] == ["陈小满", "尕玛多吉"]
    (link,) = entry.findall(ATOM + "link")
    assert link.get("href") == "https://example.org/2023/11/02/A03/2.html"
    (category,) = entry.findall(ATOM + "category")
    assert category.get("term") == "民生"


@pytest.mark.parametrize(
    ("edtf", "moment"),
    [
        ("", "1970-01-01T12:00:00Z"),
        ("../2022-05", "1970-01-01T12:00:00Z"),
        ("2022", "2022-01-01T12:00:00Z"),
        ("2022-05", "2022-05-01T12:00:00Z"),
        ("[2022-04-25..2022-06-08]", "2022-04-25T12:00:00Z"),
        ("2022~", "2022-01-01T12:00:00Z"),
    ],
)
def test_a_date_that_is_no_day_is_never_published_as_one(edtf: str, moment: str) -> None:
    entry = replace(UNDATED, date=edtf)
    (element,) = check_atom(atom(FEED, [entry])).findall(ATOM + "entry")
    assert (texts(element, "published"), texts(element, "updated")) == ([], [moment])
    (item,) = json.loads(json_feed(FEED, [entry]))["items"]
    assert "date_published" not in item and "date_modified" not in item


def test_a_feed_is_as_new_as_what_it_holds() -> None:
    corrected = replace(ENTRY, id="mmwb-1", changed="2024-02-01")
    feed = check_atom(atom(FEED, [ENTRY, corrected, UNDATED]))
    assert texts(feed, "updated") == ["2024-02-01T12:00:00Z"]
    moments = [texts(entry, "updated")[0] for entry in feed.findall(ATOM + "entry")]
    assert moments == ["2023-11-02T12:00:00Z", "2024-02-01T12:00:00Z", "1970-01-01T12:00:00Z"]


def test_an_entry_keeps_its_id_when_the_site_gets_an_address() -> None:
    local = replace(ENTRY, url="2023/11/02/A03/2.html")
    homeless = replace(FEED, home="index.html", address="feed.xml")
    without, having = check_atom(atom(homeless, [local])), check_atom(atom(FEED, [ENTRY]))
    assert texts(without, "id") == texts(having, "id")
    assert [texts(e, "id") for e in without.findall(ATOM + "entry")] == [
        texts(e, "id") for e in having.findall(ATOM + "entry")
    ]


def test_ids_are_what_they_have_always_been() -> None:
    assert name_of("mmwb-20231102-A03-2") == "urn:uuid:ed5c3752-ff68-5074-bd50-8b4f0b1a5e42"


@given(st.text(max_size=20))
def test_ids_are_uuids_of_version_5(identifier: str) -> None:
    assert name_of(identifier) == f"urn:uuid:{uuid5(UUID(feeds.NAMESPACE), identifier)}"


def test_what_was_withdrawn_is_told_by_its_id_alone() -> None:
    feed = check_atom(atom(FEED, [UNDATED], [Deletion(ENTRY.id, "2024-02-01")]))
    (gone,) = feed.findall(GONE)
    assert (gone.get("ref"), gone.get("when")) == (name_of(ENTRY.id), "2024-02-01T12:00:00Z")
    assert texts(feed, "updated") == ["2024-02-01T12:00:00Z"]
    assert b"tombstones" not in atom(FEED, [ENTRY])


ANY = st.text(alphabet=st.characters(exclude_categories=[]), max_size=20)


@given(ANY, ANY, ANY)
def test_any_text_makes_valid_feeds(title: str, name: str, url: str) -> None:
    feed = replace(FEED, title=title, author=name, subtitle=name, rights=title, language="zh")
    entry = replace(ENTRY, title=title, summary=name, section=title, url="https://example.org/" + url, authors=(name,))
    check_atom(atom(feed, [entry]))
    check_json(json_feed(replace(feed, home="https://example.org/"), [replace(entry, url=ENTRY.url)]))
    (element,) = ET.fromstring(atom(feed, [entry])).findall(ATOM + "entry")
    assert texts(element, "title") == [one_line(title) or entry.id]
    assert "".join(texts(element, "summary")) == one_line(name)


def check_json(data: bytes) -> dict[str, object]:
    """What JSON Feed 1.1 demands."""
    feed: dict[str, object] = json.loads(data)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str) and feed["title"]
    items = feed["items"]
    assert isinstance(items, list)
    for item in items:
        assert isinstance(item["id"], str) and item["content_html"]
        assert item["url"].startswith("https://")
        assert all(RFC_3339.fullmatch(item[key]) for key in ("date_published", "date_modified") if key in item)
        assert all(value not in ("", [], None) for value in item.values())
    return feed


def test_the_json_feed_says_the_same() -> None:
    told = replace(FEED, subtitle="旧刊", more="看全文")
    feed = check_json(json_feed(told, [replace(ENTRY, changed="2024-02-01"), UNDATED]))
    assert feed["items"] == [
        {
            "id": name_of(ENTRY.id),
            "url": ENTRY.url,
            "title": "晒荔枝 话丰年",
            "summary": "昨日上午，高州根子的果农……",
            "content_html": f'<p>昨日上午，高州根子的果农……</p><p><a href="{ENTRY.url}">看全文</a></p>',
            "date_published": "2023-11-02T12:00:00Z",
            "date_modified": "2024-02-01T12:00:00Z",
            "authors": [{"name": "陈小满"}, {"name": "尕玛多吉"}],
            "tags": ["民生"],
        },
        {
            "id": name_of(UNDATED.id),
            "url": UNDATED.url,
            "title": "荔枝丰收在望",
            "content_html": f'<p><a href="{UNDATED.url}">看全文</a></p>',
        },
    ]
    assert feed["description"] == "旧刊" and feed["authors"] == [{"name": "茂名日报社"}]
    assert check_json(json_feed(FEED, []))["items"] == []
    (item,) = json.loads(json_feed(FEED, [replace(UNDATED, summary="甲<乙>&“丙”", title="丁<")]))["items"]
    assert item["summary"] == "甲<乙>&“丙”"
    assert item["content_html"] == f'<p>甲&lt;乙&gt;&amp;“丙”</p><p><a href="{UNDATED.url}">丁&lt;</a></p>'


def test_a_site_map_lists_addresses_and_never_makes_up_a_day() -> None:
    (data,) = sitemaps([Location("https://example.org/a?x=1&y=2"), Location("https://example.org/b", "2024-02-01")])
    rows = ET.fromstring(data).findall(MAP + "url")
    assert [(row.findtext(MAP + "loc"), row.findtext(MAP + "lastmod")) for row in rows] == [
        ("https://example.org/a?x=1&y=2", None),
        ("https://example.org/b", "2024-02-01"),
    ]


def test_nothing_makes_no_site_map() -> None:
    assert list(sitemaps([])) == []


def test_a_site_map_is_cut_where_the_protocol_ends_and_only_its_last_part_grows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(feeds, "MOST_URLS", 3)
    before = list(sitemaps(Location(f"https://example.org/{n}") for n in range(4)))
    after = list(sitemaps(Location(f"https://example.org/{n}") for n in range(8)))
    assert [len(ET.fromstring(data)) for data in after] == [3, 3, 2]
    assert before[0] == after[0]
    with pytest.raises(ValueError, match="4 site maps"):
        sitemap_index(Location(f"https://example.org/sitemap-{n}.xml") for n in range(4))


def test_the_index_lists_the_site_maps() -> None:
    root = ET.fromstring(sitemap_index([Location("https://example.org/sitemap-2022.xml")]))
    assert root.tag == MAP + "sitemapindex"
    assert [row.findtext(MAP + "loc") for row in root.findall(MAP + "sitemap")] == [
        "https://example.org/sitemap-2022.xml"
    ]


@pytest.mark.parametrize("url", ["", "https://example.org/sitemap.xml"])
def test_robots_may_read_everything_and_find_the_map_where_there_is_one(url: str) -> None:
    reader = RobotFileParser()
    reader.parse(robots(url).decode().splitlines())
    assert reader.can_fetch("anybody", "https://example.org/2023/11/02/A03/2.html")
    assert reader.site_maps() == ([url] if url else None)

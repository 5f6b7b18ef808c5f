"""Addresses are ASCII, permanent, and no two things share one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao import urls


@pytest.mark.parametrize("text", ["A02", "2", "B10", "07"])
def test_a_plain_page_number_is_left_alone(text: str) -> None:
    assert urls.token(text) == text


@pytest.mark.parametrize(
    "text", ["../..", "a/b", ".", "..", "CON", "nul", "com1", "", " ", "要闻", "a" * 300, "\0", "\ud800"]
)
def test_a_token_is_always_one_safe_ascii_name(text: str) -> None:
    token = urls.token(text)
    assert re.fullmatch(r"[A-Za-z0-9-]{1,40}", token)
    assert token.upper() not in {"CON", "NUL", "COM1"}


@given(st.text(max_size=12), st.text(max_size=12))
def test_two_texts_never_share_a_token(one: str, other: str) -> None:
    assert (urls.token(one) == urls.token(other)) == (one.strip() == other.strip())


def test_a_dated_issue_is_found_by_its_date() -> None:
    key = urls.issue_key("2022-05-18", "", "f016e08b")
    folder = urls.page_folder(key, "A02", "f016e08b")
    assert urls.issue(key) == "2022/05/18/index.html"
    assert urls.article(folder, 3) == "2022/05/18/A02/3.html"
    assert urls.article_id("mmwb", key, folder, 3) == "mmwb-20220518-A02-3"


def test_an_edition_does_not_take_the_address_of_the_daily_paper() -> None:
    key = urls.issue_key("2022-05-18", "号外", "")
    assert urls.issue(key) == "2022/05/18-extra/index.html"


@pytest.mark.parametrize("date", ["", "2022", "2022-05", "2022~", "2022-05-XX"])
def test_an_issue_keeps_its_address_while_its_date_is_narrowed_down(date: str) -> None:
    assert urls.issue(urls.issue_key(date, "", "f016e08b")) == "undated/f016e08b/index.html"


def test_a_spread_keeps_its_number_in_its_address() -> None:
    assert urls.page_folder("2022-05-18", "A02-A03", "f016e08b") == "2022/05/18/A02-A03"
    assert urls.token("u41-42") != "u41-42"


def test_a_page_without_a_number_is_named_by_its_text() -> None:
    undated = urls.issue_key("", "", "f016e08b")
    assert urls.article(urls.page_folder(undated, "", "f016e08b"), 1) == "undated/f016e08b/x/1.html"
    dated = urls.issue_key("2022-05-18", "", "f016e08b")
    assert urls.page_folder(dated, "", "f016e08b") == "2022/05/18/x-f016e08b"


def test_a_link_goes_up_no_further_than_it_must() -> None:
    assert urls.relative("2022/05/18/A02/3.html", "2022/05/18/A02/4.html") == "4.html"
    assert urls.relative("2022/05/18/A02/3.html", "2022/05/18/index.html") == "../index.html"
    assert urls.relative("2022/05/18/A02/3.html", "people/6881-5948.html") == "../../../../people/6881-5948.html"
    assert urls.relative("index.html", "people/index.html") == "people/index.html"


def test_a_public_address_names_no_index_file() -> None:
    assert urls.public("https://example.org/wb", "2022/05/18/index.html") == "https://example.org/wb/2022/05/18/"
    assert urls.public("https://example.org/wb/", "index.html") == "https://example.org/wb/"
    assert urls.public("https://example.org/wb", "2022/05/18/A02/3.html").endswith("/A02/3.html")
    assert urls.public("", "index.html") == ""


def test_people_of_one_pinyin_have_pages_of_their_own() -> None:
    assert urls.person("梁奈") != urls.person("梁耐")
    assert urls.person("梁奈") == "people/6881-5948.html"


def test_only_article_pages_count_as_articles() -> None:
    assert urls.is_article("2022/05/18/A02/3.html")
    assert urls.is_article("undated/f016e08b/x/1.html")
    for other in ("2022/05/18/A02/index.html", "2022/05/18/A02/source.html", "people/6881-5948.html", "index.html"):
        assert not urls.is_article(other)


@given(st.sampled_from(["2022-05-18", "2022-05", ""]), st.text(max_size=4), st.text(max_size=4), st.text(max_size=4))
def test_the_folder_of_a_page_tells_its_issue_and_number(date: str, edition: str, name: str, number: str) -> None:
    key = urls.issue_key(date, edition, name)
    folder = urls.page_folder(key, number, "f016e08b")
    assert urls.issue_of(folder) == key
    assert urls.page_number(folder) in {"", number.strip()}


def test_a_page_without_a_number_tells_none() -> None:
    numbers = [urls.page_number(f"2022/05/18/{part}") for part in ("A02", "A02-A03", "x-f016e08b", "x", "u8981-95fb")]
    assert numbers == ["A02", "A02-A03", "", "", ""]


def test_an_address_tells_its_folder_and_an_articles_its_number() -> None:
    folder = "2022/05/18/A02"
    for address in (urls.page(folder), urls.ledger(folder), urls.article(folder, 13)):
        assert urls.folder_of(address) == folder
    assert urls.number_of(urls.article(folder, 13)) == 13
    with pytest.raises(ValueError, match="index"):
        urls.number_of(urls.page(folder))

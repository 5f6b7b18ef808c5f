"""Which texts were printed before, and which only look so."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from wanbao.build.findings import findings_of
from wanbao.config import Config
from wanbao.records import Article, Passage
from wanbao.records.card import Card
from wanbao.records.pagecard import PageCard
from wanbao.sametext import SHORTEST, repeated, text_digest

CARD = Card("", "", "荔枝熟了", "", "", "", "", 1, "news", (), "", 0, 0)
TEXT = "荔枝昨日开园，果农说今年的收成比去年好。" * 4


def article(*texts: str) -> Article:
    body = tuple(Passage("paragraph", text, text, ()) for text in texts)
    return Article(1, 1, "news", "", "", "", (), (), (), "", None, (), (), body, "", (), "", 1, 1)


def page(source: str, *texts: str) -> PageCard:
    cards = tuple(
        replace(CARD, address=f"{source}/{n}.html", text=text and text * 16) for n, text in enumerate(texts, 1)
    )
    return PageCard.of(f"{source}/index.html", "A01", "", f"{source}.md", "0", cards, 0)


def told(*pages: PageCard) -> list[tuple[str, str, str]]:
    return [(note.code, note.path, note.message) for note in repeated(pages)]


def test_short_texts_and_other_letters_have_no_digest_in_common() -> None:
    assert text_digest(article("今日多云。")) == "" and text_digest(article()) == ""
    assert text_digest(article("荔" * (SHORTEST - 1))) == ""
    assert text_digest(article(TEXT)) != text_digest(article(TEXT.replace("去年", "前年")))


def test_marks_blanks_and_breaks_do_not_count() -> None:
    one = text_digest(article(TEXT))
    assert len(one) == 16
    assert one == text_digest(article(TEXT[:13], TEXT[13:].replace("，", ", ")))


def test_pages_of_their_own_texts_are_not_noted() -> None:
    assert told(page("a", "1", "2", ""), page("b", "3", "", "")) == []
    assert told(page("a", "", ""), page("b", "", "")) == []
    assert told() == []


def test_a_text_printed_again_among_others_is_no_fault() -> None:
    assert told(page("a", "1", "2", "3"), page("b", "4", "1", "5")) == []


def test_a_page_that_prints_again_what_an_earlier_one_has_names_its_file() -> None:
    expected = [("W125", "c.md", "2 of the 4 articles have the same text as in a.md")]
    assert told(page("a", "1", "2"), page("b", "5"), page("c", "1", "2", "3", "")) == expected


def test_a_text_that_stands_twice_on_a_page_is_told_with_both_addresses() -> None:
    [(code, path, message)] = told(page("a", "1", "2", "1"), page("b", "3"))
    assert (code, path) == ("W126", "a.md")
    assert "“荔枝熟了” (a/3.html) has the same text as a/1.html" in message


def test_check_tells_of_a_page_under_two_dates(tmp_path: Path) -> None:
    (tmp_path / "newspaper.yml").write_text("name: 海州晚报\n", "utf-8")
    for day, words in (("2022-05-18", "今年的收成"), ("2022-05-19", "今年的收成"), ("2022-05-20", "往年的收成")):
        (tmp_path / day).mkdir()
        text = f"# 荔枝熟了\n\n海州晚报讯 记者何静 {TEXT}\n".replace("今年的收成", words)
        (tmp_path / day / "A02.md").write_text(text, "utf-8")
    found = [(note.code, note.path) for note in findings_of(Config(articles=tmp_path, output=tmp_path / "site"))]
    assert found == [("W125", "2022-05-19/A02.md")]

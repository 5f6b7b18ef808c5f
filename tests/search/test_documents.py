"""What search knows of an article: every printed text, paragraphs made whole, other readings where there are any."""

from __future__ import annotations

from msgspec.structs import replace

from wanbao import urls
from wanbao.records import Article, Contributor, Passage
from wanbao.records.card import Card
from wanbao.search import Piece, SearchDoc, digest_of, doc_of_article
from wanbao.search.documents import doc_of_row, fields, row


def passage(text: str, kind: str = "paragraph", printed: str = "") -> Passage:
    return Passage(kind=kind, printed=printed or text, text=text, spans=())  # type: ignore[arg-type]


def article(*body: Passage, headline: str = "新桥通车", people: tuple[Contributor, ...] = ()) -> Article:
    return Article(
        order=1,
        number=1,
        kind="news",
        kicker="百姓盼了三年",
        headline=headline,
        deck="",
        headline_lines=(headline,),
        kicker_lines=("百姓盼了三年",),
        deck_lines=(),
        title=headline,
        dateline=None,
        bylines=("晚报讯 记者石蕾 蕾",),
        contributors=people,
        body=body,
        signature="（通讯员甲乙）",
        jumps=(),
        column="",
        first_line=1,
        last_line=9,
    )


CARD = Card(
    id="x-1",
    address="2022/05/18/A02/1.html",
    title="新桥通车",
    kicker="百姓盼了三年",
    date="2022-05-18",
    page="A02",
    section="民生",
    order=1,
    kind="news",
    contributors=(("石蕾蕾", "reporter", "记者"), ("石蕾蕾", "reporter", "文")),
    excerpt="",
    han=0,
    doubts=0,
)


def test_a_plain_article_has_no_other_readings() -> None:
    doc = doc_of_article(CARD, article(passage("昨日，新桥通车。", printed="昨日,新桥 通车。")))
    assert doc.variants == ()


def test_every_text_is_a_field_and_the_headline_is_the_first() -> None:
    doc = doc_of_article(CARD, article(passage("昨日通车。"), passage("桥长三里", "caption")))
    assert fields(doc)[:2] == ("新桥通车", "百姓盼了三年")
    assert {"晚报讯记者石蕾蕾", "(通讯员甲乙)", "昨日通车。", "桥长三里"} <= set(fields(doc))
    assert (doc.date, doc.page, doc.section, doc.address) == ("2022-05-18", "A02", "民生", CARD.address)


def test_a_contributor_is_named_once_a_role() -> None:
    assert doc_of_article(CARD, article()).contributors == (("石蕾蕾", "reporter"),)


def test_an_article_is_found_by_the_column_it_runs_under() -> None:
    card = replace(CARD, kicker="", series=(("渡口夜话", 0),))
    doc = doc_of_article(card, replace(article(), kicker_lines=()))
    assert (doc.kicker, doc.variants) == ("渡口夜话", ())
    assert doc.series == (("渡口夜话", urls.series("渡口夜话")),)
    assert doc_of_row(row(doc)) == doc
    doc = doc_of_article(replace(CARD, series=(("渡口夜话", 0), ("百姓盼了", 1))), article())
    assert (doc.kicker, doc.variants) == ("百姓盼了三年", ("渡口夜话",))


def test_what_goes_on_from_another_page_says_so_and_has_the_writers_of_all_its_parts() -> None:
    others = (Contributor("石蕾蕾", "reporter", "石蕾蕾"), Contributor("何静", "reporter", "何静"))
    doc = doc_of_article(replace(CARD, continues="A01"), article(), others)
    assert doc.continues == "A01" and doc.contributors == (("石蕾蕾", "reporter"), ("何静", "reporter"))
    assert row(doc)[-2:] == [[], "A01"] and doc_of_row(row(doc)) == doc
    doc = doc_of_article(replace(CARD, continues="A01", series=(("渡口夜话", 0),)), article())
    assert doc_of_row(row(doc)) == doc


def test_pieces_are_anchored_in_the_order_of_the_body_and_empty_ones_keep_their_number() -> None:
    doc = doc_of_article(CARD, article(passage("一。"), passage("", "image"), passage("三。")))
    assert [piece.anchor for piece in doc.body] == ["p1", "p3"]


def test_a_finished_paragraph_is_not_read_on() -> None:
    doc = doc_of_article(
        CARD, article(passage("桥通了。"), passage("车来了。"), passage("小标题", "subhead"), passage("人笑。"))
    )
    assert [piece.continues for piece in doc.body] == [False] * 4


def test_a_paragraph_that_a_column_cut_is_read_on() -> None:
    doc = doc_of_article(CARD, article(passage("共分别发"), passage("展党员十名。")))
    assert doc.body == (Piece("p1", "共分别发"), Piece("p2", "展党员十名。", True))
    assert "共分别发展党员十名。" in fields(doc)


def test_what_was_printed_is_another_reading_where_the_text_says_otherwise() -> None:
    corrected = passage("书记林鸣到场。", printed="书记林鸟到场。")
    person = Contributor(name="石蕾蕾", role="reporter", printed="石雷蕾")
    doc = doc_of_article(CARD, article(corrected, people=(person,)))
    assert doc.variants == ("书记林鸟到场。", "石雷蕾")


def test_an_article_comes_back_from_its_row_and_its_digest_follows_its_text() -> None:
    doc = doc_of_article(CARD, article(passage("桥通"), passage("了。")))
    assert doc_of_row(row(doc)) == doc
    assert digest_of([doc]) == digest_of([doc_of_row(row(doc))])
    assert digest_of([doc]) != digest_of([SearchDoc(doc.address, doc.title)]) != digest_of([])


def test_by_lines_are_shown_as_the_page_shows_them() -> None:
    doc = doc_of_article(CARD, replace(article(), bylines=("晚报讯 (记者何静,通讯员周晓)",)))
    assert doc.byline == "晚报讯 （记者何静，通讯员周晓）\n（通讯员甲乙）"

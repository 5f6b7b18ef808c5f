"""Which article of an issue goes on in which, and the page of an article that does."""

from __future__ import annotations

from time import process_time

import pytest
from msgspec.structs import replace

from wanbao.errors import Note
from wanbao.newspaper import Newspaper
from wanbao.plan.article import article_view
from wanbao.plan.base import Context, article_entry
from wanbao.plan.continuations import turns
from wanbao.plan.parts import credited_in_parts, with_parts
from wanbao.plan.surroundings import surroundings
from wanbao.records import Article, Contributor, Jump, Passage, Place, Span, same_page
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard
from wanbao.render import default_theme
from wanbao.strings import load_strings
from wanbao.views.article import ArticleView

CTX = Context(Newspaper("海州晚报"), load_strings((default_theme(),)), "")


def _issue(*pages: tuple[str, tuple[str, ...], tuple[tuple[int, str, str], ...]]) -> IssueCard:
    """An issue of (page number, headlines, jumps)."""
    return IssueCard(
        "2023-05-18", "2023/05/18/index.html", "2023-05-18", "", "", tuple(_page(*page) for page in pages), ""
    )


def _page(number: str, titles: tuple[str, ...], jumps: tuple[tuple[int, str, str], ...]) -> PageCard:
    folder = f"2023/05/18/{number}"
    cards = tuple(
        Card(f"x-{order}", f"{folder}/{order}.html", title, "", "2023-05-18", number, "", order, "news", (), "", 9, 0)
        for order, title in enumerate(titles, 1)
    )
    return PageCard.of(f"{folder}/index.html", number, "", "a.md", "", cards, 0, jumps=jumps)


# --- leave alone ----------------------------------------------------------------------------------------------------


def test_an_issue_without_jumps_has_no_continuations() -> None:
    assert not turns(_issue(("1", ("渡口通航",), ()), ("4", ("渡口通航",), ()))).further


def test_a_jump_that_nothing_answers_joins_nothing() -> None:
    assert not turns(_issue(("1", ("渡口通航",), ((1, "to", "4"),)), ("4", ("菜价回落",), ()))).further
    assert not turns(_issue(("1", ("渡口通航",), ()), ("4", ("菜价回落",), ((1, "from", "1"),)))).further


def test_two_that_go_on_and_one_that_comes_from_there_are_left_open_where_no_headline_tells() -> None:
    issue = _issue(
        ("1", ("渡口通航", "菜价回落"), ((1, "to", "4"), (2, "to", "4"))), ("4", ("春耕",), ((1, "from", "1"),))
    )
    assert not turns(issue).further


# --- join -----------------------------------------------------------------------------------------------------------


def test_the_only_two_that_name_each_others_page_belong_together_however_the_number_is_written() -> None:
    found = turns(_issue(("A01", ("渡口通航",), ((1, "to", "A6"),)), ("A06", ("春耕", "续文"), ((2, "from", "A1"),))))
    assert found.further == {(0, 0): (1, 1)}
    assert found.back == {(1, 1): (0, 0)}


def test_of_several_the_headline_decides_and_then_the_order_of_print() -> None:
    titles = ("老渡口重新通航", "菜价连续回落", "春耕开始")
    issue = _issue(
        ("1", titles, ((1, "to", "4"), (2, "to", "4"), (3, "to", "4"))),
        (
            "4",
            ("菜价连续回落", "（续）", "老渡口重新通航 百姓拍手"),
            ((1, "from", "1"), (2, "from", "1"), (3, "from", "1")),
        ),
    )
    assert turns(issue).further == {(0, 0): (1, 2), (0, 1): (1, 0), (0, 2): (1, 1)}


def test_a_chain_is_followed_to_its_end_and_a_circle_once() -> None:
    through = _issue(
        ("1", ("渡口",), ((1, "to", "2"),)),
        ("2", ("渡口",), ((1, "from", "1"), (1, "to", "3"))),
        ("3", ("渡口",), ((1, "from", "2"),)),
    )
    assert turns(through).rest((0, 0)) == ((1, 0), (2, 0))
    assert turns(through).rest((1, 0)) == ((2, 0),)
    circle = _issue(
        ("1", ("渡口",), ((1, "to", "2"), (1, "from", "2"))), ("2", ("渡口",), ((1, "from", "1"), (1, "to", "1")))
    )
    assert turns(circle).rest((0, 0)) == ((1, 0),)


# --- the article's page ---------------------------------------------------------------------------------------------

START = Article(
    1, 1, "news", "", "渡口通航", "", ("渡口通航",), (), (), "渡口通航", None, (),
    (Contributor("林晓岚", "reporter", "林晓岚"),),
    (Passage("paragraph", "渡口昨日通航。", "渡口昨日通航。", (Span(3, 0, 7),)),),
    "", (Jump("to", "A6", "（下转A6版）"),), "", 1, 3,
)  # fmt: skip
REST = replace(
    START,
    contributors=(Contributor("周海", "photographer", "周海"),),
    body=(
        Passage("subhead", "百年渡口", "百年渡口", ()),
        Passage("paragraph", "今天首航。", "今天首航。", (Span(9, 0, 5),)),
    ),
    signature="（林晓岚）",
    jumps=(Jump("from", "A1", "（上接A1版）"),),
    notes=(Note("D501", "存疑", "", "b.md", 9),),
)
ISSUE = _issue(("A01", ("渡口通航",), ((1, "to", "A6"),)), ("A06", ("渡口通航",), ((1, "from", "A1"),)))


def _view() -> ArticleView:
    around = surroundings(CTX, ISSUE, 0, Place(), turns(ISSUE))
    alone = article_view(CTX, around, 0, START, None, None, ())
    return with_parts(CTX, around, 0, alone, {(0, 0): START, (1, 0): REST})


def test_the_first_part_shows_the_whole_text_and_says_where_the_rest_was_printed() -> None:
    assert [(part.kind, part.id, part.text, part.href) for part in _view().body] == [
        ("paragraph", "p1", "渡口昨日通航。", ""),
        ("jump", "j1", "（下转A6版）", "../A06/1.html"),
        ("subhead", "c1p1", "百年渡口", ""),
        ("paragraph", "c1p2", "今天首航。", ""),
    ]


def test_lines_of_another_pages_source_are_not_told_as_this_pages() -> None:
    assert [part.source for part in _view().body] == ["3", "", "", ""]


def test_who_is_credited_and_what_is_doubtful_in_the_rest_is_told_with_the_first_part() -> None:
    view = _view()
    assert [person.text for credit in view.credits for person in credit.people] == ["林晓岚", "周海"]
    assert view.signature == "（林晓岚）"
    assert [mark.href.partition("#")[0] for mark in view.doubts] == ["../A06/source.html"]


def _cited(view: ArticleView) -> str:
    return view.citations[0].text


def test_an_article_of_one_part_is_cited_by_its_page_and_credits_nobody_else() -> None:
    links = turns(_issue(("A01", ("渡口通航",), ((1, "to", "A6"),)), ("A06", ("春耕",), ())))
    assert credited_in_parts(links, (0, 0), {(0, 0): START, (1, 0): REST}) == ()
    around = surroundings(CTX, ISSUE, 0, Place(), links)
    assert _cited(article_view(CTX, around, 0, START, None, None, ())) == ("林晓岚. 渡口通航[N]. 海州晚报（A01）.")


def test_all_parts_are_cited_as_one_article_with_the_authors_and_pages_of_all() -> None:
    links, parts = turns(ISSUE), {(0, 0): replace(START, contributors=()), (1, 0): replace(REST, title="渡口（续）")}
    parts[1, 0] = replace(parts[1, 0], contributors=START.contributors)
    views = []
    for number in (0, 1):
        around = surroundings(CTX, ISSUE, number, Place(), links)
        alone = article_view(CTX, around, 0, parts[number, 0], None, None, ())
        views.append(with_parts(CTX, around, 0, alone, parts))
    assert [_cited(view) for view in views] == ["林晓岚. 渡口通航[N]. 海州晚报（A01，A06）."] * 2
    assert [[credit.people[0].text for credit in view.credits] for view in views] == [["林晓岚"]] * 2
    for view in views:
        assert '<meta name="citation_firstpage" content="A01, A06">' in view.head.metas
        assert '"pagination":"A01, A06"' in view.head.json_ld and '"wordCount":18' in view.head.json_ld
        assert "SP%20%20-%20A01,%20A06" in view.downloads[0].href and view.downloads[0].hint == "x-1.ris"
        assert any("A01,%20A06" in link.href for link in view.downloads if link.text == "CSL-JSON")


def test_of_a_part_all_parts_are_known_and_a_circle_begins_with_the_first_in_print() -> None:
    through = _issue(
        ("1", ("渡口",), ((1, "to", "2"),)),
        ("2", ("渡口",), ((1, "from", "1"), (1, "to", "3"))),
        ("3", ("渡口",), ((1, "from", "2"),)),
    )
    assert {turns(through).whole((number, 0)) for number in range(3)} == {((0, 0), (1, 0), (2, 0))}
    circle = _issue(
        ("1", ("渡口",), ((1, "to", "2"), (1, "from", "2"))), ("2", ("渡口",), ((1, "from", "1"), (1, "to", "1")))
    )
    assert {turns(circle).whole((number, 0)) for number in range(2)} == {((0, 0), (1, 0))}


def test_lists_say_that_an_article_goes_on_from_a_page() -> None:
    card = ISSUE.pages[1].cards[0]
    assert article_entry(CTX, "index.html", card, hint="5月18日").link.hint == "5月18日"
    continued = replace(card, continues="A01")
    assert article_entry(CTX, "index.html", continued, hint="5月18日").link.hint == "5月18日 · 上接第A01版"
    assert article_entry(CTX, "index.html", continued).link.hint == "上接第A01版"


def test_the_second_part_keeps_its_own_page_and_leads_back() -> None:
    around = surroundings(CTX, ISSUE, 1, Place(), turns(ISSUE))
    view = article_view(CTX, around, 0, REST, None, None, ())
    assert [(part.id, part.href) for part in view.body if part.kind == "jump"] == [("j1", "../A01/1.html")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("A02", "A2", True),
        ("A02-A03", "A3", True),
        ("A02", "A02-A03", True),
        ("A02-A03", "A04", False),
        ("A02-A03", "", False),
        ("", "", False),
    ],
)
def test_a_spread_is_each_of_its_pages(one: str, other: str, same: bool) -> None:
    assert same_page(one, other) is same


# --- very many ------------------------------------------------------------------------------------------------------


def test_four_times_as_many_that_go_on_take_about_four_times_as_long() -> None:
    def seconds(times: int) -> float:
        orders = range(1, times + 1)
        alike = ("渡口通航",) * times
        issue = _issue(
            ("1", alike, tuple((order, "to", "2") for order in orders)),
            ("2", alike, tuple((order, "from", "1") for order in orders)),
            *((str(order), ("春耕",), ((1, "to", str(order + 1)),)) for order in range(3, times)),
        )
        start = process_time()
        assert len(turns(issue).further) == times
        return process_time() - start

    few = min(seconds(1_000) for _ in range(3))
    assert min(seconds(4_000) for _ in range(2)) < 10 * few  # the square would be 16


def test_a_headline_that_one_was_joined_with_is_alike_to_no_other() -> None:
    titles = ("老渡口重新通航", "老渡口重新通航", "菜价连续回落")
    issue = _issue(
        ("1", titles[1:], ((1, "to", "4"), (2, "to", "4"))),
        ("4", titles[::2], ((1, "from", "1"), (2, "from", "1"))),
    )
    assert turns(issue).further == {(0, 0): (1, 0), (0, 1): (1, 1)}

"""What an article's page shows of its record: nothing that is printed is left out, and doubts are marked in place."""

from __future__ import annotations

from typing import get_args
from urllib.parse import parse_qs, urlsplit

from msgspec.structs import replace

from wanbao import urls
from wanbao.newspaper import Newspaper
from wanbao.plan.article import ROLES
from wanbao.plan.article import article_view as make
from wanbao.plan.base import Context
from wanbao.plan.continuations import turns
from wanbao.plan.surroundings import surroundings
from wanbao.records import Article, Contributor, ContributorRole, Jump, Passage, Place, Span
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard
from wanbao.render import default_theme
from wanbao.strings import load_strings
from wanbao.views.article import ArticleView
from wanbao.views.body import Run

CTX = Context(Newspaper("海州晚报"), load_strings((default_theme(),)), "")


def _page(number: str, jumps: tuple[tuple[int, str, str], ...] = ()) -> PageCard:
    address = f"2023/05/18/{number}"
    card = Card("x-1", f"{address}/1.html", "渡口通航", "", "2023-05-18", number, "", 1, "news", (), "", 9, 0)
    return PageCard.of(f"{address}/index.html", number, "", "a.md", "", (card,), 0, jumps=jumps)


HERE, THERE = _page("A01", ((1, "to", "A6"), (1, "from", "B9"))), _page("A06", ((1, "from", "A01"),))
ISSUE = IssueCard("2023-05-18", "2023/05/18/index.html", "2023-05-18", "", "", (HERE, THERE), "")


def _article(body: tuple[Passage, ...], jumps: tuple[Jump, ...] = (), people: tuple[Contributor, ...] = ()) -> Article:
    return Article(
        1, 1, "news", "", "渡口通航", "", ("渡口通航",), (), (), "渡口通航", None, (), people, body, "", jumps, "", 1, 3
    )


def _view(
    body: tuple[Passage, ...],
    jumps: tuple[Jump, ...] = (),
    people: tuple[Contributor, ...] = (),
    ctx: Context = CTX,
) -> ArticleView:
    article = _article(body, jumps, people)
    around = surroundings(ctx, ISSUE, 0, Place(), turns(ISSUE))
    return make(ctx, around, 0, article, None, None, ())


def _text(lead: str = "") -> Passage:
    return Passage("paragraph", "渡口昨日通航。", "渡口昨日通航。", (), lead=lead)


def test_a_jump_line_that_is_a_passage_is_shown_once() -> None:
    line = "（下转A6版）"
    view = _view((_text(), Passage("jump", line, line, ())), (Jump("to", "A6", line),))
    assert [(part.kind, part.id) for part in view.body] == [("paragraph", "p1"), ("jump", "p2")]
    assert view.body[1].href == "../A06/1.html"


def test_jump_lines_cut_out_of_the_text_stand_around_it_and_lead_to_the_other_part() -> None:
    view = _view((_text(),), (Jump("to", "A6", "（下转A6版）"), Jump("from", "B9", "（上接B9版）")))
    shown = [(part.kind, part.id, part.text, part.href) for part in view.body]
    assert shown[0] == ("jump", "j2", "（上接B9版）", "")
    assert shown[1][:2] == ("paragraph", "p1")
    assert shown[2] == ("jump", "j1", "（下转A6版）", "../A06/1.html")


def test_a_jump_line_that_opens_the_text_is_not_said_twice() -> None:
    line = "（上接B9版）"
    view = _view((_text(line),), (Jump("from", "B9", line),))
    assert [(part.kind, part.text, part.lead) for part in view.body] == [
        ("jump", line, ""),
        ("paragraph", "渡口昨日通航。", ""),
    ]


def test_a_report_of_an_error_names_the_whole_address_where_it_is_known() -> None:
    body = {}
    for base in ("", "https://archive.example/haizhou/"):
        paper = replace(CTX.newspaper, contact="editor@archive.example", base_url=base)
        report = urlsplit(_view((_text(),), ctx=replace(CTX, newspaper=paper)).report)
        assert report.path == "editor@archive.example"
        body[base] = parse_qs(report.query)["body"]
    assert list(body.values()) == [
        ["渡口通航\n2023/05/18/A01/1.html"],
        ["渡口通航\nhttps://archive.example/haizhou/2023/05/18/A01/1.html"],
    ]


def test_stanzas_in_a_row_are_those_of_one_poem() -> None:
    verse, title = Passage("verse", "潮来石上白", "潮来石上白", ()), Passage("subhead", "灯", "灯", ())
    view = _view((_text(), verse, verse, verse, title, verse))
    edges = [(part.opens, part.closes) for part in view.body]
    middle = [(True, False), (False, False), (False, True)]
    assert edges == [(False, False), *middle, (False, False), (True, True)]


def test_a_certain_name_is_not_marked_in_the_lead() -> None:
    person = Contributor("林晓岚", "reporter", "林晓岚")
    assert _view((_text("本报讯 记者林晓岚"),), people=(person,)).body[0].lead_runs == ()


def test_the_lead_stays_as_printed_and_its_doubtful_name_is_marked() -> None:
    lead = "本报讯 记者林晓岚 石蕾 蕾 通讯员孙红梅"
    people = (
        Contributor("林晓岚", "reporter", "林晓岚"),
        Contributor("石蕾蕾", "reporter", "石蕾 蕾", certain=False),
    )
    part = _view((_text(lead),), people=people).body[0]
    assert "".join(run.text for run in part.lead_runs) == part.lead == lead
    assert part.lead_runs[1] == Run("石蕾 蕾", "doubt", "这里读作“石蕾蕾”，存疑")


def test_who_writes_is_credited_before_who_photographs() -> None:
    people = (Contributor("周海", "photographer", "周海"), Contributor("林晓岚", "reporter", "林晓岚"))
    assert [credit.role for credit in _view((_text(),), people=people).credits] == ["记者", "摄影"]


def test_every_role_has_its_place_among_the_credits() -> None:
    assert sorted(ROLES) == sorted(get_args(ContributorRole))


def test_a_relative_date_is_told_in_words() -> None:
    (part,) = _view((Passage("paragraph", "渡口昨日通航。", "渡口昨日通航，去年动工。", ()),)).body
    assert [(run.text, run.title, run.datetime) for run in part.runs if run.kind] == [
        ("昨日", "2023年5月17日 星期三", "2023-05-17"),
        ("去年", "2022年", "2022"),
    ]


def test_a_passage_tells_the_lines_of_the_source_it_stands_in() -> None:
    cut = Passage("paragraph", "渡口通航。", "渡口通航。", (Span(13, 0, 2), Span(15, 0, 3)))
    whole = Passage("paragraph", "渡口通航。", "渡口通航。", (Span(17, 0, 5),))
    assert [part.source for part in _view((cut, whole)).body] == ["13-15", "17"]


def test_an_article_links_to_the_pages_of_its_issue_and_names_where_the_text_was_taken_from() -> None:
    around = surroundings(CTX, ISSUE, 0, Place(source_url="https://example.org/a"), turns(ISSUE))
    assert [(link.href, link.text) for link in around.pages] == [("", "第A01版"), ("../A06/index.html", "第A06版")]
    single = replace(ISSUE, pages=(HERE,))
    alone = surroundings(CTX, single, 0, Place(), turns(single))
    assert alone.pages == ()
    view = make(CTX, around, 0, _article(()), None, None, ())
    assert view.source_url == "https://example.org/a"


def test_kicker_and_deck_lead_to_the_series_they_name_and_others_stand_above() -> None:
    card = replace(HERE.cards[0], series=(("非遗课堂", 0), ("旧城见闻", 2), ("海州行", 3)))
    page = PageCard.of(HERE.address, HERE.number, "", "a.md", "", (card,), 0, HERE.jumps)
    issue = replace(ISSUE, pages=(page,))
    around = surroundings(CTX, issue, 0, Place(), turns(issue))
    article = replace(_article(()), kicker_lines=("非遗课堂",), deck_lines=("——旧城见闻之二",))
    view = make(CTX, around, 0, article, None, None, ())
    assert view.kicker_href == "../../../../" + urls.series("非遗课堂")
    assert view.deck_href == "../../../../" + urls.series("旧城见闻")
    assert [(link.text, link.hint) for link in view.series] == [("海州行", "之三")]


def test_a_neighbour_on_another_page_of_the_paper_is_shown_with_it() -> None:
    around = surroundings(CTX, ISSUE, 0, Place(), turns(ISSUE))
    beside = replace(HERE.cards[0], address="2023/05/18/A01/2.html", title="早稻插秧过半")
    unknown = replace(beside, address="2023/05/18/x-1a/1.html", page="")
    for other, hint in ((beside, ""), (THERE.cards[0], "第A06版"), (unknown, "版次不详")):
        made = make(CTX, around, 0, _article((_text(),)), None, other, ())
        assert made.head.next
        assert (made.head.next.text, made.head.next.hint) == (other.title, hint)
    assert not make(CTX, around, 0, _article((_text(),)), None, None, ()).head.previous

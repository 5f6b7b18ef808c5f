"""What an article's page shows of its record: nothing that is printed is left out, and doubts are marked in place."""

from __future__ import annotations

from typing import get_args

from wanbao.newspaper import Newspaper
from wanbao.plan.article import ROLES, surroundings
from wanbao.plan.article import article_view as make
from wanbao.plan.base import Context
from wanbao.records import Article, Card, Contributor, ContributorRole, IssueCard, Jump, PageCard, Passage, Place
from wanbao.render import default_theme
from wanbao.strings import load_strings
from wanbao.views import ArticleView, Run

CTX = Context(Newspaper("海州晚报"), load_strings((default_theme(),)), "")


def _page(number: str, jumps: tuple[tuple[int, str, str], ...] = ()) -> PageCard:
    address = f"2023/05/18/{number}"
    card = Card("x-1", f"{address}/1.html", "渡口通航", "", "2023-05-18", number, "", 1, "news", (), "", 9, 0)
    return PageCard(f"{address}/index.html", number, "", "a.md", "", (card,), 0, jumps=jumps)


HERE, THERE = _page("A01"), _page("A06", ((1, "from", "A01"),))
ISSUE = IssueCard("2023-05-18", "2023/05/18/index.html", "2023-05-18", "", "", (HERE, THERE), "")


def _view(body: tuple[Passage, ...], jumps: tuple[Jump, ...] = (), people: tuple[Contributor, ...] = ()) -> ArticleView:
    article = Article(
        1, "news", "", "渡口通航", "", ("渡口通航",), (), (), "渡口通航", None, (), people, body, "", jumps, "", 1, 3
    )
    around = surroundings(CTX, ISSUE, 0, Place())
    return make(CTX, around, 0, article, None, None, ())


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

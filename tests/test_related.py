"""Articles are related by rare names they share, to earlier ones alone."""

from collections.abc import Sequence

from msgspec.structs import replace

from wanbao.records import Article, ContributorRole, Passage
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard
from wanbao.related import COMMON, Candidates, Relation, candidates, names_of, standings
from wanbao.related import related as related_of

CARD = Card("", "", "", "", "", "", "", 1, "news", (), "", 0, 0)


def issue(day: int, *articles: tuple[str, ...]) -> IssueCard:
    date = f"2022-05-{day:02}"
    cards = tuple(
        replace(CARD, address=f"{date}/{n}", title=f"第{n}篇", date=date, names=names)
        for n, names in enumerate(articles, 1)
    )
    return IssueCard(date, date, date, "", "", (PageCard.of(date, "A01", "", "x.md", "0", cards, 0),), "0")


def issue_of(day: int, *cards: Card) -> IssueCard:
    date = f"2022-05-{day:02}"
    placed = tuple(replace(card, address=f"{date}/{n}", date=date) for n, card in enumerate(cards, 1))
    return IssueCard(date, date, date, "", "", (PageCard.of(date, "A01", "", "x.md", "0", placed, 0),), "0")


def relations(issues: Sequence[IssueCard]) -> list[tuple[tuple[Relation, ...], ...]]:
    cards = [[card for page in i.pages for card in page.cards] for i in issues]
    found = [of_issue for of_issue, _ in candidates(issues)]
    return [
        tuple(related_of(card, dict(of_issue).get(at, Candidates())) for at, card in enumerate(of_cards))
        for of_cards, of_issue in zip(cards, found, strict=True)
    ]


def related(*issues: IssueCard) -> dict[str, list[str]]:
    cards = [[card.address for page in i.pages for card in page.cards] for i in issues]
    found = relations(issues)
    return {
        address: [relation.address for relation in of_article]
        for addresses, of_issue in zip(cards, found, strict=True)
        for address, of_article in zip(addresses, of_issue, strict=True)
        if of_article
    }


def test_articles_without_a_shared_name_are_not_related() -> None:
    assert related(issue(1, ("荔枝文化节",)), issue(2, ("龙舟邀请赛",), ())) == {}


def test_one_short_name_is_not_enough() -> None:
    assert related(issue(1, ("职通车",)), issue(2, ("职通车",))) == {}


def test_one_long_name_or_two_short_ones_relate_to_the_earlier_article() -> None:
    assert related(issue(1, ("荔枝文化节",)), issue(2, ("荔枝文化节",))) == {"2022-05-02/1": ["2022-05-01/1"]}
    assert related(issue(1, ("职通车", "双向")), issue(2, ("职通车", "双向"))) == {"2022-05-02/1": ["2022-05-01/1"]}


def test_articles_of_one_issue_are_not_related_to_each_other() -> None:
    assert related(issue(1, ("荔枝文化节",), ("荔枝文化节",))) == {}


def test_articles_of_the_same_text_are_related_and_say_so() -> None:
    card = replace(CARD, names=("荔枝文化节",), text="00112233aabbccdd")
    days = [issue_of(1, replace(CARD, names=("荔枝文化节",))), issue_of(2, replace(card, names=())), issue_of(3, card)]
    found = relations(days)[2][0]
    assert [(one.address, one.same, one.names) for one in found] == [
        ("2022-05-02/1", True, ()),
        ("2022-05-01/1", False, ("荔枝文化节",)),
    ]
    assert related(issue_of(1, card), issue_of(2, replace(card, names=(), text="ff112233aabbccdd"))) == {}


def test_a_common_name_relates_nothing() -> None:
    days = [issue(day, *[("二十大报告",)] * 5) for day in range(1, 9)]
    found = related(*days)
    assert "2022-05-02/1" in found
    assert not any(address.startswith("2022-05-08") for address in found)
    assert COMMON < 5 * 7


def test_an_issue_added_later_changes_nothing_before_it() -> None:
    first = [issue(1, ("荔枝文化节",)), issue(2, ("荔枝文化节", "双向奔赴")), issue(3, ("双向奔赴",))]
    before, keys = relations(first), [stands for _, stands in candidates(first)]
    more = [*first, issue(4, ("荔枝文化节",), ("双向奔赴",))]
    assert [stands for _, stands in candidates(more)][:3] == keys
    assert relations(more)[:3] == before


def test_names_are_what_stands_between_quotation_marks() -> None:
    passage = Passage("paragraph", "", "启动“粤菜师傅”工程，依照《安全生产法》，他说：“好，我来。”还有“A1”。", ())
    article = Article(
        order=1, number=1, kind="news", kicker="", headline="", deck="", headline_lines=("“职通车”开进企业",),
        kicker_lines=(),
        deck_lines=(), title="", dateline=None, bylines=(), contributors=(), body=(passage,), signature="", jumps=(),
        column="", first_line=1, last_line=2,
    )  # fmt: skip
    assert names_of(article) == ("职通车", "安全生产法", "粤菜师傅")


def test_what_the_headline_says_and_the_text_repeats_is_a_name_too() -> None:
    passages = tuple(Passage("paragraph", "", text, ()) for text in ("老码头的石阶。", "他在老码头摆摊。老码头变了。"))
    headline = ("老码头修旧如旧", "五一迎来八万游客")
    article = Article(
        order=1, number=1, kind="news", kicker="", headline="", deck="", headline_lines=headline, kicker_lines=(),
        deck_lines=(), title="", dateline=None, bylines=(), contributors=(), body=passages, signature="", jumps=(),
        column="", first_line=1, last_line=2,
    )  # fmt: skip
    assert names_of(article) == ("老码头",)


def test_parts_of_a_series_belong_together_and_say_so() -> None:
    one, two = (replace(CARD, series=(("旧城更新见闻", part),)) for part in (1, 2))
    *_, last = relations([issue_of(1, one), issue_of(2, two)])
    (relation,) = last[0]
    assert (relation.address, relation.series, relation.counted) == ("2022-05-01/1", "旧城更新见闻", True)


def test_a_shared_column_or_writer_alone_is_too_little_and_both_are_enough() -> None:
    column = (("读者来信", 0),)
    by: tuple[tuple[str, ContributorRole, str], ...] = (("石蕾蕾", "reporter", "记者"),)
    found = [
        [relation.writers for of_article in last for relation in of_article]
        for earlier, later in (
            (replace(CARD, series=column), replace(CARD, series=column)),
            (replace(CARD, contributors=by, names=("甲乙丙",)), replace(CARD, contributors=by, names=("丁戊己",))),
            (replace(CARD, series=column, contributors=by), replace(CARD, series=column, contributors=by)),
            (replace(CARD, names=("职通车",), contributors=by), replace(CARD, names=("职通车",), contributors=by)),
        )
        for *_, last in (relations([issue_of(1, earlier), issue_of(2, later)]),)
    ]
    assert found == [[], [], [("石蕾蕾",)], [("石蕾蕾",)]]


def test_what_stands_for_the_candidates_changes_with_their_cards_and_with_no_others_of_the_page() -> None:
    used = replace(CARD, names=("荔枝文化节",))
    later = issue(2, ("荔枝文化节",))

    def stands(*cards: Card) -> str:
        return [key for _, key in candidates([issue_of(1, *cards), later])][1]

    before = stands(used, CARD)
    assert stands(used, replace(CARD, title="别的", han=999)) == before
    assert len({before, stands(replace(used, title="别的"), CARD), stands(CARD, used), stands(CARD, CARD)}) == 4
    assert all(key == "" for _, key in candidates([issue(1, ("荔枝文化节",)), issue(2, ("龙舟",))]))


def test_what_was_found_before_is_not_found_again_and_the_rest_is_the_same() -> None:
    days = [issue(1, ("荔枝文化节",)), issue(2, ("荔枝文化节", "双向奔赴")), issue(3, ("双向奔赴",))]
    whole = standings(days)
    marks = whole.marks
    assert list(whole.found.values()) == [found for found, _ in candidates(days)]
    assert standings(days, marks[:2]).marks == standings(days, marks).marks == marks
    assert standings(days, marks).found == {}
    more = [*days, issue(4, ("荔枝文化节",))]
    assert standings(more, marks).marks == standings(more).marks
    assert dict(standings(more, marks).found) == {more[3].key: standings(more).found[more[3].key]}
    other = [replace(issue(1, ("龙舟邀请赛",)), digest="1"), *days[1:]]
    assert standings(other, marks) == standings(other)
    assert standings(other, marks).marks != marks


def test_only_the_wanted_issues_are_told_of_and_as_if_all_were() -> None:
    days = [
        issue(1, ("荔枝文化节",)),
        issue(2, ("荔枝文化节", "双向奔赴")),
        issue(3, ("双向奔赴",)),
        issue(4, ("双向奔赴",)),
    ]
    whole = list(candidates(days))
    assert list(candidates(days, [1, 3])) == [whole[1], whole[3]]
    assert list(candidates(days, [])) == []

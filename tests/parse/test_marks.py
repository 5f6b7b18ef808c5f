"""Attributes: one that is misspelt stays text, and one that fixes an article's number changes nothing else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from parse_cases import parse_text, rendered

from wanbao.parse.numbers import without_numbers
from wanbao.records import Page


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("沿江路整治还路于民 {.headlin}", "write {.headline}"),
        ("沿江路整治还路于民 {.subheads}", "write {.subhead}"),
        ("沿江路整治还路于民 {.headline .Furniture}", "write {.furniture}"),
        ("沿江路整治还路于民 {.brek}", "write {.break}"),
        ("沿江路整治还路于民 {headline}", "write {.headline}"),
        ("沿江路整治还路于民 {.headlin}{.article}", "write {.headline}"),
        ("沿江路整治还路于民 {.headline} {.articel}", "write {.article}"),
        ("沿江路整治还路于民 {.headlin #3}", "write {.headline}"),
        ("沿江路整治还路于民 {Headline}", "write {.headline}"),
        ("沿江路整治还路于民 {.标题}", "write {.headline}"),
        ("沿江路整治还路于民 {.引题}", "write {.kicker}"),
        ("沿江路整治还路于民 {。headline}", "write {.headline}"),
        ("沿江路整治还路于民 ｛.headline｝", "write {.headline}"),
        ("沿江路整治还路于民 {．headline，＃3}", "write {.headline #3}"),
        ("沿江路整治还路于民 {. headline}", "write {.headline}"),
        ("沿江路整治还路于民 {.headline.article}", "write {.headline .article}"),
        ("沿江路整治还路于民 {.headline #1 #2}", "write the one of this article"),
        ("沿江路整治还路于民 {#1}{.headline #2}", "leave one of them"),
        ("沿江路整治还路于民 {#三}", "write {#3}"),
        ("沿江路整治还路于民 {.title}", "write {.headline}"),
        ("沿江路整治还路于民 {.subtitle}", "write {.deck}"),
        ("沿江路整治还路于民 {.headline", "write {.headline}"),
        ("<h2>沿江路整治还路于民 {.headlin}</h2>", "write {.headline}"),
        ("**沿江路整治还路于民 {.headline}**", "write {.headline} at the end of the line, behind all other marks"),
        ("## 沿江路整治还路于民 {.headline} ##", "write {.headline} at the end of the line, behind all other marks"),
        ("沿江路整治{.headline}还路于民。", "write {.headline} at the end of the line, behind all other marks"),
    ],
)
def test_a_misspelt_attribute_is_told_with_the_nearest(line: str, remedy: str) -> None:
    page = parse_text(f"# 标题\n\n{line}\n")
    (note,) = [note for note in page.notes if note.code == "W119"]
    assert (note.line, note.remedy) == (3, remedy)
    assert "{" in rendered(page) or "｛" in rendered(page)


def test_a_doubt_names_the_attributes_of_both_readings() -> None:
    page = parse_text(
        "# 菜场换新颜 街坊送锦旗来\n\n# 居民给街道送来三十条毛巾\n\n"
        "海角晚报讯（记者 李江）昨天上午，河口街道的居民给街道送来三十条毛巾，感谢菜场换了新颜。\n"
    )
    (remedy,) = {
        note.remedy
        for note in page.notes
        if note.code == "D502" and {note.taken, note.refused} == {"kicker", "headline"}
    }
    assert "{.kicker}" in remedy and "{.headline}" in remedy


@pytest.mark.parametrize(
    "line",
    [
        *("集合 {1, 2}", "{.headline}", "见 {上文}", "沿江路整治还路于民 {.headline}", "{}", "{ }", "｛｝", "{.}"),
        *("沿江路{.css}整治", "沿江路整治 {foo}", "第{#3}条", "$\\frac{a}{b}$", "<h2>沿江路整治 {.headline}</h2>"),
        *(
            "沿江路整治 {.headline} <br>",
            "沿江路整治｛上文｝",
            "{note}沿江路整治",
            "沿江路 {.foo",
            "沿江路 {上文",
            "## 沿江路 {#sec-1}",
            "沿江路 {.headline} {#3}",
        ),
    ],
)
def test_other_braces_are_no_attribute(line: str) -> None:
    assert [note for note in parse_text(f"# 标题\n\n{line}\n").notes if note.code == "W119"] == []


@pytest.mark.parametrize(
    "braces", ["{.headline .article}", "{.headline}{.article}", "{.headline} {.article}", "{.article}{ .headline }"]
)
@pytest.mark.parametrize("line", ["注销公告", "**注销公告**", "## 注销公告"])
def test_several_attributes_stand_in_one_pair_of_braces_or_in_several(line: str, braces: str) -> None:
    page = parse_text(f"# 海角镇新桥通车\n\n昨日，新桥通车。\n\n{line} {braces}\n\n海角商行不慎遗失公章，声明作废。")
    assert [article.headline for article in page.articles] == ["海角镇新桥通车", "注销公告"]
    assert [note for note in page.notes if note.code == "W119"] == []


ONE = "# 海角镇新桥通车\n\n昨日，新桥通车。\n\n江边的人都来了，一直站到天黑{}\n\n桥上的灯也亮了，照得江面通红。\n"


@pytest.mark.parametrize(
    "attributes", ["{.paragraph}", "{.verse}", "{.paragraph .paragraph}", "{.subhead .break}", "{.paragraph .article}"]
)
def test_attributes_that_agree_are_left_alone(attributes: str) -> None:
    assert [note for note in parse_text(ONE.format(attributes)).notes if note.code[0] == "W"] == []


@pytest.mark.parametrize(
    ("attributes", "lost"),
    [
        ("{.caption .verse}", ["{.caption} and {.verse}"]),
        ("{.caption}{.verse}", ["{.caption} and {.verse}"]),
        ("{.caption .subhead .verse}", ["{.caption} and {.verse}", "{.subhead} and {.verse}"]),
        ("{.join .break .verse}", ["{.join} and {.break}"]),
        ("{.furniture .article .verse}", ["{.furniture} and {.verse}"]),
        ("{.furniture .verse .caption .verse}", ["{.furniture} and {.verse}", "{.caption} and {.verse}"]),
    ],
)
def test_of_attributes_that_contradict_each_other_the_last_counts(attributes: str, lost: list[str]) -> None:
    page = parse_text(ONE.format(attributes))
    told = [note for note in page.notes if note.code[0] == "W"]
    assert [(note.code, note.line) for note in told] == [("W123", 5)] * len(lost)
    assert [note.message.partition(" contradict")[0] for note in told] == lost
    assert "verse" in {part.kind for article in page.articles for part in article.body}


def test_an_attribute_that_the_page_has_no_place_for_is_told() -> None:
    page = parse_text("# 沿江路整治还路于民 {.caption}\n\n海角晚报讯 昨日上午，沿江路整治。\n")
    (note,) = [note for note in page.notes if note.code[0] == "W"]
    assert (note.code, note.line, note.remedy) == ("W123", 1, "take {.caption} away, or write another")


def test_a_long_word_in_braces_is_read_in_no_time() -> None:
    assert parse_text(f"# 标题\n\n沿江路整治还路于民 {{{'a' * 70}1}}\n").articles


THREE = """## 沿江路整治还路于民{a}

海角晚报讯 昨日上午，市城市管理局对沿江路一带的占道经营行为进行集中整治，清理摊位三十余处。

## 人行道恢复畅通{b}

海角晚报讯 沿江路人行道恢复畅通，占道摊位进入疏导点经营，市民出行更加安心。

<h2>海角大桥通车{c}</h2>

海角晚报讯 海角大桥昨日通车，全长两公里。{d}
"""


def three(**attributes: str) -> Page:
    return parse_text(THREE.format(**{name: attributes.get(name, "") for name in "abcd"}))


def as_read(page: Page) -> list[object]:
    """What was understood, but for the numbers."""
    return [replace(article, number=0) for article in page.articles]


@pytest.mark.parametrize(
    ("attributes", "numbers"),
    [
        ({}, [1, 2, 3]),
        ({"a": " {#3}"}, [3, 1, 2]),
        ({"b": "{#7}"}, [1, 7, 2]),
        ({"a": " {#2}", "b": " {#1}"}, [2, 1, 3]),
        ({"c": " {#1}"}, [2, 3, 1]),
        ({"d": " {#999}"}, [1, 2, 999]),
        ({"a": " {#002} "}, [2, 1, 3]),
        ({"b": " {#3}", "d": "{ #5 }"}, [1, 3, 5]),
    ],
)
def test_a_number_is_fixed_and_the_others_take_those_left(attributes: dict[str, str], numbers: list[int]) -> None:
    page = three(**attributes)
    assert [article.number for article in page.articles] == numbers
    assert [article.order for article in page.articles] == [1, 2, 3]
    assert as_read(page) == as_read(three())
    assert [note for note in page.notes if note.code in ("W119", "W121")] == []


@pytest.mark.parametrize("line", ["{.headline #3}", "{#3 .headline}", "{.headline} {#3}", "{#3} {.headline}"])
def test_a_number_stands_with_classes(line: str) -> None:
    page = three(a=f" {line}")
    assert [article.number for article in page.articles] == [3, 1, 2]
    assert page.articles[0].headline == "沿江路整治还路于民"
    assert as_read(page) == as_read(three(a=" {.headline}"))


@pytest.mark.parametrize(
    ("attributes", "numbers", "told"),
    [
        ({"a": " {#2}", "c": " {#2}"}, [1, 2, 3], [(1, "line 9"), (9, "line 1")]),
        ({"c": " {#7}", "d": "{#8}", "a": " {#3}"}, [3, 1, 2], [(9, "line 11"), (11, "line 9")]),
        ({"a": " {#0}"}, [1, 2, 3], [(1, "{#0}")]),
        ({"b": " {#1000}", "c": " {#1}"}, [2, 3, 1], [(5, "{#1000}")]),
    ],
)
def test_a_number_that_cannot_be_had_does_not_count(
    attributes: dict[str, str], numbers: list[int], told: list[tuple[int, str]]
) -> None:
    page = three(**attributes)
    notes = [note for note in page.notes if note.code == "W121"]
    assert [article.number for article in page.articles] == numbers
    assert [note.line for note in notes] == [line for line, _ in told]
    assert all(words in note.message for note, (_, words) in zip(notes, told, strict=True))
    assert as_read(page) == as_read(three())


def test_a_number_in_a_line_of_no_article_is_told() -> None:
    page = parse_text("# 标题\n\n{#3}\n\n海角晚报讯 海角大桥昨日通车，全长两公里。\n")
    assert [(note.code, note.line) for note in page.notes if note.code[0] == "W"] == [("W121", 3)]


@pytest.mark.parametrize(
    "line", ["第{1}条", "见 {#}", "{#a}", "{# 3}", "{#1 #2}", "{#1234567890}", "第{#3}条", "{#3}。"]
)
def test_other_braces_fix_no_number(line: str) -> None:
    page = parse_text(f"# 标题\n\n海角晚报讯 海角大桥昨日通车，全长两公里{line}\n")
    assert [article.number for article in page.articles] == [1]
    assert line in page.articles[0].body[0].printed
    assert [note for note in page.notes if note.code == "W121"] == []


@pytest.mark.parametrize("attribute", [" {#3}", "{#3}", " {.headline #3}", " {#3 .headline}", " {.headline} {#3}"])
def test_a_text_is_known_without_its_numbers(attribute: str) -> None:
    before = attribute.replace(" #3", "").replace("#3 ", "").replace(" {#3}", "").replace("{#3}", "")
    assert without_numbers(THREE.format(a=attribute, b="", c="", d="")) == THREE.format(a=before, b="", c="", d="")

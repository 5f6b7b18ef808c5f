"""What became of published addresses is told, with what to do, and doing it helps."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wanbao import unchanged
from wanbao.build import build
from wanbao.config import Config
from wanbao.errors import Note
from wanbao.following import Told, pairs_of, told_of
from wanbao.forwarding import forward
from wanbao.report import Report
from wanbao.unchanged import Watch
from wanbao.whereabouts import KIND

STORIES = {
    "灯": ("旧船厂点亮三百盏灯", "海州晚报讯 旧船厂昨夜点亮三百盏灯，岸边站满了看灯的人。"),
    "桥": ("新桥合龙", "海州晚报讯 跨海新桥昨日合龙，比原定工期早了四十天。"),
    "渡": ("渡口恢复通航", "海州晚报讯 停了半个月的渡口昨日恢复通航，首班船坐了六十二人。"),
    "市": ("早市搬进大棚", "海州晚报讯 河东早市今起搬进大棚，摊位由八十个增至一百二十个。"),
}


def page(names: str, **attributes: str) -> str:
    return "".join(f"# {STORIES[name][0]}{attributes.get(name, '')}\n\n{STORIES[name][1]}\n\n" for name in names)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A site of one page with three articles, and one of another."""
    made = Config(articles=tmp_path / "articles", output=tmp_path / "site", search=False, jobs=1)
    (made.articles / "2022-05-18").mkdir(parents=True)
    (made.articles / "newspaper.yml").write_text("name: 海州晚报\nshort: hzwb\n", "utf-8")
    write(made, page("灯桥渡"))
    write(made, page("市"), "A02")
    build(made)
    return made


def write(config: Config, text: str, name: str = "A01") -> None:
    (config.articles / "2022-05-18" / f"{name}.md").write_text(text, "utf-8")


def told(report: Report, code: str) -> list[Note]:
    return [note for note in report.notes if note.code == code]


def rebuilt(config: Config, text: str, code: str) -> list[Note]:
    write(config, text)
    return told(build(config), code)


def title_at(config: Config, number: int) -> str:
    text = (config.output / f"2022/05/18/A01/{number}.html").read_text("utf-8")
    return next(name for name, (title, _) in STORIES.items() if f"<title>{title}" in text)


def test_an_article_that_came_in_between_renumbers_those_behind_it(config: Config) -> None:
    one, other = rebuilt(config, page("灯市桥渡"), "W311")
    assert (one.path, one.line, other.line) == ("2022-05-18/A01.md", 9, 13)
    assert one.message == "“新桥合龙” was published as 2022/05/18/A01/2.html and has moved to 2022/05/18/A01/3.html"
    assert "{#2} at the end of this line" in one.remedy
    assert "{#3} at the end of this line" in other.remedy
    assert "{#4} at the end of line 5" in one.remedy
    assert one.remedy.endswith("; no later build says so again")
    assert told(build(config), "W311") == []


@pytest.mark.parametrize("fixed", [{"市": " {#4}"}, {"桥": " {#2}", "渡": " {#3}"}])
def test_what_the_warning_says_helps_and_is_no_new_renumbering(config: Config, fixed: dict[str, str]) -> None:
    rebuilt(config, page("灯市桥渡"), "W311")
    assert rebuilt(config, page("灯市桥渡", **fixed), "W311") == []
    assert [title_at(config, number) for number in (1, 2, 3, 4)] == ["灯", "桥", "渡", "市"]
    again = rebuilt(config, page("灯市桥渡"), "W311")
    assert [note.line for note in again] == [5, 9, 13]


def test_an_article_that_was_found_to_be_two_renumbers_those_behind_it(config: Config) -> None:
    write(config, page("灯桥渡").replace("，比原定", "。\n\n## 早了四十天\n\n比原定"))
    build(config)
    write(config, page("灯桥渡").replace("，比原定", "。\n\n## 早了四十天 {.headline}\n\n比原定"))
    found = told(build(config), "W311")
    assert [(note.line, note.message.partition("”")[0]) for note in found] == [(13, "“渡口恢复通航")]


def test_an_article_that_went_renumbers_those_behind_it(config: Config) -> None:
    (note,) = rebuilt(config, page("灯渡"), "W311")
    assert (note.line, "{#3} at the end of this line" in note.remedy) == (5, True)
    assert "line 1" not in note.remedy
    assert rebuilt(config, page("灯渡", 渡=" {#3}"), "W311") == []
    assert title_at(config, 3) == "渡"


@pytest.mark.parametrize(
    "text",
    [
        page("灯桥渡").replace("三百盏", "三千盏"),
        page("灯桥渡").replace("四十天", "五十天"),
        page("灯桥渡市"),
        page("灯桥"),
        page("灯桥市"),
        page("灯桥渡", 桥=" {#2}"),
    ],
)
def test_a_correction_that_moves_nothing_is_no_renumbering(config: Config, text: str) -> None:
    assert rebuilt(config, text, "W311") == []


def test_articles_that_change_places_are_told_though_text_and_title_were_corrected(config: Config) -> None:
    text = page("桥灯渡").replace("新桥合龙", "跨海新桥合龙").replace("三百盏灯，岸", "三千盏灯，岸")
    found = rebuilt(config, text, "W311")
    assert [note.line for note in found] == [1, 5]


def test_pages_that_change_their_numbers_are_told(config: Config) -> None:
    write(config, page("灯桥渡"), "A02")
    found = rebuilt(config, page("市"), "W311")
    assert {note.message.partition("”")[0] for note in found} == {"“旧船厂点亮三百盏灯", "“早市搬进大棚"}
    assert all("page number" in note.remedy for note in found)


def test_nothing_is_told_of_a_site_that_was_not_there_or_of_the_first_build_of_another(
    config: Config, tmp_path: Path
) -> None:
    shutil.rmtree(config.output)
    assert rebuilt(config, page("渡桥灯"), "W311") == []
    other = Config(articles=config.articles, output=tmp_path / "other", cache=config.cache_folder, search=False)
    assert told(build(other), "W311") == []


def test_a_lost_cache_and_a_build_without_one_tell_of_it_too(config: Config) -> None:
    shutil.rmtree(config.cache_folder)
    assert len(rebuilt(config, page("灯市桥渡"), "W311")) == 2
    write(config, page("灯桥渡"))
    afresh = Config(articles=config.articles, output=config.output, remember=False, search=False)
    assert len(told(build(afresh), "W311")) == 2


def test_data_of_another_form_tell_nothing(config: Config) -> None:
    (config.output / "2022/05/18/articles.jsonl").write_bytes(b'{"address": 7}\n\xff')
    assert rebuilt(config, page("灯市桥渡"), "W311") == []


# --- addresses that do not answer -------------------------------------------------------------------------------------

LOST = "2022/05/18/A01/3.html"


def lost(config: Config) -> list[str]:
    return [note.path for note in told(build(config), "W306")]


def test_a_lost_address_is_told_until_its_article_is_back(config: Config) -> None:
    write(config, page("灯桥"))
    assert lost(config) == lost(config) == [LOST]
    write(config, page("灯"))
    assert lost(config) == lost(config) == [LOST.replace("3", "2"), LOST]
    write(config, page("灯桥渡"))
    assert lost(config) == lost(config) == []


@pytest.mark.parametrize("entry", ["moved:\n  {}: 2022/05/18/A02/1.html\n", "gone:\n  {}: 应作者要求撤下\n"])
def test_a_lost_address_is_told_until_somebody_says_what_became_of_it(config: Config, entry: str) -> None:
    write(config, page("灯桥"))
    assert lost(config) == [LOST]
    (config.articles / "addresses.yml").write_text(entry.format(LOST), "utf-8")
    assert lost(config) == lost(config) == []
    (config.articles / "addresses.yml").unlink()
    assert lost(config) == [LOST]


def test_a_lost_address_is_told_by_builds_that_are_recalled(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "RACY_NS", -(10**18))
    write(config, page("灯桥"))
    build(config, watch=Watch(config))
    build(config, watch=Watch(config))
    recalled = Watch(config).recall()
    assert recalled is not None
    assert [note.path for note in told(recalled, "W306")] == [LOST]
    (config.articles / "addresses.yml").write_text(f"gone:\n  {LOST}: 撤稿\n", "utf-8")
    assert Watch(config).recall() is None
    assert told(build(config, watch=Watch(config)), "W306") == []


def test_a_lost_cache_forgets_a_lost_address_and_the_site_does_not_mind(config: Config, tmp_path: Path) -> None:
    write(config, page("灯桥"))
    build(config)
    kept = [path for path in (config.cache_folder / KIND).rglob("*") if path.is_file()]
    assert len(kept) == 1
    kept[0].write_bytes(b"\xc1" * 40)
    assert lost(config) == []
    clean = Config(articles=config.articles, output=tmp_path / "clean", remember=False, search=False)
    build(clean)
    assert (config.output / "manifest.json").read_bytes() == (clean.output / "manifest.json").read_bytes()


def test_what_a_file_with_an_error_held_answers_again_once_it_is_mended(config: Config, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in config.output.rglob("*") if path.is_file()}
    write(config, f"---\nsecton: 要闻\n---\n{page('灯桥渡')}")
    for _ in range(2):
        found = told(build(config), "W306")
        assert [note.path for note in found] == [LOST.replace("3", number) for number in "123"]
        assert {note.remedy for note in found} == {
            "it answers here again once the errors of 2022-05-18/A01.md are mended"
        }
    clean = Config(articles=config.articles, output=tmp_path / "clean", remember=False, search=False)
    build(clean)
    assert (config.output / "manifest.json").read_bytes() == (clean.output / "manifest.json").read_bytes()
    assert rebuilt(config, page("灯桥渡"), "W306") == []
    assert {path: path.read_bytes() for path in config.output.rglob("*") if path.is_file()} == before


def test_an_error_of_another_file_says_nothing_of_what_was_lost(config: Config) -> None:
    write(config, page("灯桥"))
    write(config, f"---\nsecton: 要闻\n---\n{page('市')}", "A02")
    found = {note.path: note.remedy for note in told(build(config), "W306")}
    assert "once the errors" not in found[LOST] and "once the errors of 2022-05-18/A02.md" in found.popitem()[1]


def test_a_build_that_remembers_nothing_tells_once(config: Config) -> None:
    afresh = Config(articles=config.articles, output=config.output, remember=False, search=False)
    write(config, page("灯桥"))
    assert lost(afresh) == [LOST]
    assert lost(afresh) == []


def test_a_build_that_remembers_nothing_leaves_what_others_remember(config: Config) -> None:
    write(config, page("灯桥"))
    assert lost(config) == [LOST]
    assert lost(Config(articles=config.articles, output=config.output, remember=False, search=False)) == []
    assert lost(config) == [LOST]


def test_what_is_lost_with_the_site_is_told_by_nobody_but_what_was_lost_before_is(config: Config) -> None:
    write(config, page("灯桥"))
    assert lost(config) == [LOST]
    shutil.rmtree(config.output)
    write(config, page("灯"))
    assert lost(config) == [LOST]


def test_another_site_of_the_same_cache_has_lost_nothing(config: Config, tmp_path: Path) -> None:
    write(config, page("灯桥"))
    assert lost(config) == [LOST]
    other = Config(articles=config.articles, output=tmp_path / "other", cache=config.cache_folder, search=False)
    assert lost(other) == lost(other) == []


def test_a_site_that_is_made_again_where_one_was_lost_still_misses_what_it_missed(config: Config) -> None:
    write(config, page("灯桥"))
    build(config)
    shutil.rmtree(config.output)
    assert lost(config) == [LOST]


def test_a_build_with_nothing_to_do_does_not_load_the_parser_for_it(config: Config) -> None:
    write(config, page("灯桥"))
    build(config)
    program = (
        "import sys\nfrom pathlib import Path\nfrom wanbao.build import build\nfrom wanbao.config import Config\n"
        f"report = build(Config(Path({str(config.articles)!r}), Path({str(config.output)!r}), search=False))\n"
        "print([note.code for note in report.notes if note.code == 'W306'], 'wanbao.parse' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "['W306'] False", result.stderr


# --- where lost articles are now ------------------------------------------------------------------------------------


def paste(config: Config, notes: list[Note]) -> None:
    """Write what the warnings say into addresses.yml."""
    entries = [note.remedy.split("`")[1] for note in notes]
    (config.articles / "addresses.yml").write_text("moved:\n" + "".join(f"  {entry}\n" for entry in entries), "utf-8")


def undated(config: Config, text: str) -> list[Note]:
    (config.articles / "found.md").write_text(text, "utf-8")
    return told(build(config), "W306")


@pytest.mark.parametrize(("wrong", "right"), [("三百盏灯，", "三千盏灯，"), ("旧桥合龙", "新桥合拢")])
def test_an_undated_page_that_was_corrected_is_found_again(config: Config, wrong: str, right: str) -> None:
    text = page("灯桥").replace("旧船厂", "老船厂").replace("新桥", "旧桥")
    assert undated(config, text) == []
    found = undated(config, text.replace(wrong, right))
    assert len(found) == 2
    paste(config, found)
    assert [note for note in build(config).notes if note.code in ("W306", "W307")] == []


def test_a_page_that_was_dated_is_found_again(config: Config) -> None:
    text = page("灯桥").replace("旧船厂", "老船厂").replace("新桥", "旧桥")
    undated(config, text)
    found = undated(config, f"---\ndate: 2022-05-20\npage: A03\n---\n{text}")
    assert [note.remedy.split("`")[1].partition(": ")[2] for note in found] == [
        "2022/05/20/A03/1.html",
        "2022/05/20/A03/2.html",
    ]
    assert "“老船厂点亮三百盏灯”" in found[0].message
    assert told(build(config), "W306") == found
    paste(config, found)
    assert told(build(config), "W306") == []


def test_a_page_that_comes_back_later_elsewhere_is_found_again(config: Config) -> None:
    (config.articles / "2022-05-18" / "A02.md").unlink()
    (note,) = told(build(config), "W306")
    assert "put it back" in note.remedy
    folder = config.articles / "2022-05-21"
    folder.mkdir()
    (folder / "A01.md").write_text(page("市"), "utf-8")
    (note,) = told(build(config), "W306")
    assert "`2022/05/18/A02/1.html: 2022/05/21/A01/1.html`" in note.remedy
    folder.rename(folder.with_name("2022-05-22"))
    first, second = told(build(config), "W306")
    assert "`2022/05/18/A02/1.html: 2022/05/22/A01/1.html`" in first.remedy
    assert "`2022/05/21/A01/1.html: 2022/05/22/A01/1.html`" in second.remedy
    shutil.rmtree(folder.with_name("2022-05-22"))
    assert all("put it back" in note.remedy for note in told(build(config), "W306"))


def redated(config: Config) -> list[Note]:
    """What is told of the issue once it is found to be of another day."""
    folder = config.articles / "2022-05-18"
    folder.rename(folder.with_name("2022-05-19"))
    return told(build(config), "W306")


def test_few_articles_of_an_issue_that_is_of_another_day_are_told_one_by_one(config: Config) -> None:
    (config.articles / "2022-05-18" / "A02.md").unlink()
    assert [note.path for note in redated(config)] == [
        *(f"2022/05/18/A01/{number}.html" for number in (1, 2, 3)),
        "2022/05/18/A02/1.html",
    ]


def test_many_articles_of_an_issue_that_is_of_another_day_are_told_together(config: Config) -> None:
    [note] = redated(config)
    assert note.path == "2022/05/18/index.html"
    assert note.message.startswith(f"4 published articles of this issue are no longer there: “{STORIES['灯'][0]}")
    assert "they seem to be in 2022/05/19/index.html now: have `wanbao moved` write" in note.remedy
    assert told(build(config), "W306") == [note]
    assert len([old for old, _ in forward(config).written if old.endswith(("/1.html", "/2.html", "/3.html"))]) == 4
    assert told(build(config), "W306") == []


def test_a_build_that_remembers_nothing_tells_of_each_because_nobody_can_be_asked(config: Config) -> None:
    folder = config.articles / "2022-05-18"
    folder.rename(folder.with_name("2022-05-19"))
    afresh = Config(articles=config.articles, output=config.output, remember=False, search=False)
    assert len(told(build(afresh), "W306")) == 4


def test_the_last_number_of_a_page_that_lost_an_article_is_another_article_s_now(config: Config) -> None:
    (note,) = rebuilt(config, page("灯渡"), "W306")
    assert f"`{LOST}: 2022/05/18/A01/2.html`" in note.remedy


def test_another_article_of_the_same_title_is_not_the_lost_one(config: Config) -> None:
    (config.articles / "2022-05-18" / "A02.md").unlink()
    folder = config.articles / "2022-05-21"
    folder.mkdir()
    text = f"# {STORIES['市'][0]}\n\n海州晚报讯 城西的菜贩昨天也进了新棚，风雨都淋不着了。\n"
    (folder / "A01.md").write_text(text, "utf-8")
    (note,) = told(build(config), "W306")
    assert "put it back" in note.remedy


@pytest.mark.parametrize(
    ("name", "head", "keys"),
    [
        ("a.md", "", "`id:` and `page:` there make"),
        ("A03.md", "", "`id:` there makes"),
        ("a.md", "id: odd\n", "`page:` there makes"),
    ],
)
def test_an_undated_page_is_told_what_makes_its_address_last(config: Config, name: str, head: str, keys: str) -> None:
    path = config.articles / name

    def built(head: str, text: str) -> Report:
        path.write_text(f"---\n{head}---\n{text}" if head else text, "utf-8")
        return build(config)

    (note,) = told(built(head, page("灯")), "W110")
    assert f"unless {keys} it last" in note.remedy
    lasting = "id: odd\npage: A03\n"
    assert all("last" not in note.remedy for note in told(built(lasting, page("灯")), "W110"))
    paste(config, told(build(config), "W306"))
    assert told(built(lasting, page("灯").replace("昨夜", "昨晚")), "W306") == []


# --- which article is which ------------------------------------------------------------------------------------------


def stories(*pairs: tuple[str, str], folder: str = "a") -> list[Told]:
    return [Told(f"{folder}/{n}.html", title, text, text) for n, (title, text) in enumerate(pairs, 1)]


def followed(old: list[Told], new: list[Told]) -> dict[int, int]:
    return {one.number: other.number for one, other in pairs_of(old, new)}


def test_articles_of_one_title_are_told_by_their_texts() -> None:
    old = stories(("头条", "一"), ("简讯", "二"), ("简讯", "三"))
    new = stories(("头条", "一"), ("简讯", "零"), ("简讯", "二"), ("简讯", "三"))
    assert followed(old, new) == {1: 1, 2: 3, 3: 4}


def test_articles_that_are_all_alike_stay_where_they_are() -> None:
    old = stories(*[("图片新闻", "")] * 3)
    assert followed(old, stories(*[("图片新闻", "")] * 4)) == {1: 1, 2: 2, 3: 3}
    assert followed(old, stories(("头条", "一"), *[("图片新闻", "")] * 2)) == {2: 2, 3: 3}


def test_a_thousand_articles_of_one_title_take_no_time() -> None:
    old = stories(*[("简讯", f"{n}日，市区{n}路公交改道。") for n in range(2000)])
    new = stories(*[("简讯", f"{n}日，城区{n}路公交改道。") for n in range(2000)], folder="b")
    assert followed(old, new) == {}


def test_a_line_without_a_text_is_an_article_too() -> None:
    (one,) = told_of(b'{"address":"2022/05/18/A01/1.html","title":"\xe7\x81\xaf"}\n')
    assert one == Told("2022/05/18/A01/1.html", "灯")
    assert told_of(b'{"address":"2022/05/18/index.html","title":"\xe7\x81\xaf"}\n') == []


def renamed(config: Config, short: str) -> list[str]:
    return [note.message.partition(":")[0] for note in told(build_with(config, short), "W312")]


def build_with(config: Config, settings: str) -> Report:
    (config.articles / "newspaper.yml").write_text(f"name: 海州晚报\n{settings}", "utf-8")
    return build(config)


def test_other_settings_than_the_prefix_of_ids_are_changed_without_a_word(config: Config) -> None:
    assert renamed(config, "short: hzwb\nplace: 海州\nbase_url: https://a.example\n") == []
    assert renamed(config, "short: hzwb\n") == []


def test_another_prefix_of_the_ids_is_told_once_and_no_address_moves(config: Config) -> None:
    before = set(config.output.rglob("*.html"))
    (note,) = told(build_with(config, "short: hz\n"), "W312")
    assert (note.path, note.message.partition(":")[0]) == (
        "newspaper.yml",
        "`short` was hzwb when the site was published and is hz now",
    )
    assert set(config.output.rglob("*.html")) == before
    assert told(build(config), "W312") == []
    assert renamed(config, "") == ["`short` was hzwb when the site was published and is paper now"]
    assert renamed(config, "short: hzwb\n") == []
    assert renamed(config, "short: hz\n") == ["`short` was hzwb when the site was published and is hz now"]

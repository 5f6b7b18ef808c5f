"""Who wrote it: by-lines in every form they are printed in, and names in pinyin."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao import romanised
from wanbao.bare import read_bare
from wanbao.nameforms import looks_like_name, split_names
from wanbao.names import grammar
from wanbao.romanised import romanise, sort_key

CASES = Path(__file__).parent / "cases" / "names" / "bylines.txt"


def cases() -> list[tuple[str, str]]:
    lines = [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(before, after) for before, _, after in (line.partition(" → ") for line in lines)]


def written(text: str) -> str:
    found = grammar().read(text)
    if found is None:
        return ""
    people = []
    for who in found.credits:
        organisation = f"({who.organisation})" if who.organisation else ""
        people.append(f"{who.role}={who.name}{organisation}{'' if who.certain else '?'}")
    return " ".join(people)


@pytest.mark.parametrize(("text", "expected"), cases())
def test_a_byline_is_read_or_left_alone(text: str, expected: str) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("记者从今天召开的会议上获悉", None),
        ("记者高速路上获悉", None),
        ("记者林政从地矿部门获悉", "从地矿部门获悉"),
        ("海角晚报记者了解到，我市", None),
        ("昨日上午，记者在现场看到", None),
        ("记者 昨日 来到", None),
        ("记者梁奈 通讯员石蕾 蕾 梁冲 近年来,市总工会", " 近年来,市总工会"),
        ("记者罗茂报道：岁末", "岁末"),
        ("从电视报道得知，上海南京路不久前封路", None),
        ("李江 周晓报道 昨天上午", "昨天上午"),
        ("记者王 政报道:从地矿部门", "从地矿部门"),
        ("新华社记者盖金、本报记者毛磊报道：记者从", "记者从"),
        ("通讯员胡明 10月8日凌晨", " 10月8日凌晨"),
        ("记者周文俊实习生谭嘉 市民老邓花六万元", " 市民老邓花六万元"),
        ("海角新闻记者周晓9月21日报道：台风", "台风"),
        ("记者何静 剪纸、陶艺、醒狮……", " 剪纸、陶艺、醒狮……"),
    ],
)
def test_a_bare_byline_ends_where_the_story_begins(text: str, rest: str | None) -> None:
    found = read_bare(grammar(), text)
    assert (None if found is None else text[found.end :]) == rest


def test_the_printed_name_is_kept() -> None:
    found = grammar().read("通讯员石蕾 蕾")
    assert found is not None
    assert [(who.name, who.printed) for who in found.credits] == [("石蕾蕾", "石蕾 蕾")]


def test_a_papers_own_role_word_is_known() -> None:
    found = grammar((("主播", "reporter"),)).read("主播 李江")
    assert found is not None
    assert [(who.name, who.role, who.role_printed) for who in found.credits] == [("李江", "reporter", "主播")]


@pytest.mark.parametrize(
    ("token", "names"),
    [
        ("李江", ("李江",)),
        ("欧阳晓", ("欧阳晓",)),
        ("诸葛亮明", ("诸葛亮明",)),
        ("王伟李江", ("王伟", "李江")),
        ("甘娜刘子倩", ("甘娜", "刘子倩")),
        ("买买提·吐尔逊", ("买买提·吐尔逊",)),
        ("李，江", ()),
        ("一二三四五六七八九", ()),
    ],
)
def test_names_run_together_are_parted(token: str, names: tuple[str, ...]) -> None:
    assert tuple(name for name, _ in split_names(token)) == names


def test_a_name_has_a_surname_first_and_is_no_common_word() -> None:
    assert [looks_like_name(text) for text in ("李江", "欧阳晓", "昨日", "从市", "剪纸", "王")] == [
        *(True, True),
        *(False, False, False, False),
    ]


@given(st.text(alphabet="记者通讯员摄文图/、 ，李江王伟报道N□（）·", max_size=40))
def test_any_text_is_read_without_losing_its_end(text: str) -> None:
    found = grammar().read(text)
    assert found is None or found.end == len(text)


@pytest.mark.parametrize(
    ("name", "romanised"),
    [
        *[("石蕾蕾", "Shi Leilei"), ("梁奈", "Liang Nai"), ("欧阳晓", "Ouyang Xiao"), ("单雄信", "Shan Xiongxin")],
        *[("区小明", "Ou Xiaoming"), ("曾国", "Zeng Guo"), ("解晓东", "Xie Xiaodong"), ("覃德", "Qin De")],
        *[("區小明", "Ou Xiaoming"), ("歐陽曉", "Ouyang Xiao"), ("蓋一山", "Ge Yishan")],
        *[("尉迟恭", "Yuchi Gong"), ("阿不都·买买提", "Abudou Maimaiti"), ("", "")],
    ],
)
def test_names_are_romanised_surname_first(name: str, romanised: str) -> None:
    assert romanise(name) == romanised


def test_the_profile_wins_over_the_rules() -> None:
    assert romanise("覃德", [("覃德", "Tan De")]) == "Tan De"


def test_characters_are_read_as_pypinyin_reads_them() -> None:
    characters = [chr(int(code)) for code in romanised._table()]
    read = [(char, romanised._from_table(char)) for char in characters if "\u3400" <= char <= "\u9fff"]
    assert len(read) > 20_000
    assert [(char, found) for char, found in read if [found] != romanised._by_pypinyin(char)] == []
    assert romanised._from_table("a") == romanised._from_table("\ue815") == romanised._from_table("\u4dff") == ""


@given(st.text(st.sampled_from("走基层·ABcÉß 1《》、“看，！～〇㐀𠀀\u3000\n—é呣")))
def test_texts_are_read_as_pypinyin_reads_them(text: str) -> None:
    assert romanised._by_table(text) in ([], romanised._by_pypinyin(text))
    if text and set(text) <= set("走基层·ABcÉß 1《》、“看，"):
        assert romanised._by_table(text)


def test_names_are_read_without_the_table_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(romanised, "_table", dict)
    monkeypatch.setattr(romanised, "_readings", {})
    romanised._syllables.cache_clear()
    assert romanise("石蕾绿") == "Shi Leilü".replace("ü", "v")


def test_names_sort_by_pinyin_with_tones_not_by_code_points() -> None:
    names = ["李江", "冼星", "区明", "单雄", "岑稳", "曾国", "仇和"]
    assert sorted(names, key=sort_key) == ["岑稳", "李江", "区明", "仇和", "单雄", "冼星", "曾国"]

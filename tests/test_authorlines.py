"""Lines of dateline and authors: what was set letter by letter is closed up, and nothing else."""

from __future__ import annotations

import pytest

from wanbao.authorlines import authors_for_reader, tells_more
from wanbao.records import Contributor

PEOPLE = (
    Contributor("何静", "reporter", "何 静"),
    Contributor("周晓", "reporter", "周晓"),
    Contributor("石岩", "reporter", "石 岩", certain=False),
)


@pytest.mark.parametrize(
    "line",
    [
        "本报讯 记者 周晓 林可欣",
        "海角晚报讯　记者 林 可 欣",  # nobody is known by this name
        "本报讯（记者 石 岩）",  # who it is, is doubtful
        "本报记者 周晓",
        "何 人 摄",
        "据新华社北京5月1日电",
    ],
)
def test_what_parts_people_stays(line: str) -> None:
    assert authors_for_reader(line, PEOPLE) == line


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("本 报 讯", "本报讯"),
        ("晨 报 讯(记 者 周晓)", "晨报讯（记者 周晓）"),
        ("本　报　讯　记　者　周晓", "本报讯　记者　周晓"),
        ("海角晚报讯 记者何 静报道:", "海角晚报讯 记者何静报道："),
        ("本 报 记 者 何 静 通 讯 员 周晓", "本报记者 何静 通讯员 周晓"),
        ("（记者 何 静 整 理）", "（记者 何静 整理）"),
    ],
)
def test_what_is_set_letter_by_letter_is_closed_up(line: str, shown: str) -> None:
    assert authors_for_reader(line, PEOPLE) == shown
    assert authors_for_reader(shown, PEOPLE) == shown


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("", True),
        ("海角晚报记者 何静", True),
        ("首席记者 何静", True),
        ("文/周晓 图/何静", True),
        ("何静（海角）", True),
        ("□ 石岩", True),  # who it is, is doubtful
        ("海角晚报讯", True),
        ("记者", True),
        ("□ 何静", False),
        ("■本报记者 何静 通讯员 周晓", False),
        ("作者：何静", False),
    ],
)
def test_a_line_that_only_names_whom_the_credits_name_tells_no_more(line: str, more: bool) -> None:
    assert tells_more(line, PEOPLE) is more

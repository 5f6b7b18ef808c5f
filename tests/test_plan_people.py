"""The pages of people: of a name, which several may have, and what tells them apart."""

from __future__ import annotations

import msgspec
import pytest

from wanbao.newspaper import Newspaper
from wanbao.packing import encoded
from wanbao.plan.base import Context
from wanbao.plan.indexes import person_views
from wanbao.plan.jobs import CreditRow, PersonJob
from wanbao.plan.stretches import Stretch
from wanbao.records import ROLES, ContributorRole
from wanbao.render import default_theme
from wanbao.strings import load_strings
from wanbao.views.people import PersonView

CTX = Context(Newspaper("海州晚报", publisher="海州日报社"), load_strings((default_theme(),)), "")


def credit(day: int, role: ContributorRole, body: str = "") -> CreditRow:
    date, held = f"2023-05-{day:02}", bytes([ROLES.index(role)])
    return f"2023/05/{day:02}/A01/1.html", f"第{day}日", "", held, "news", 0, date, "A01", 1, "", body


def page(*credits: CreditRow, stretch: Stretch | None = None) -> PersonView:
    packed = (encoded(credits),)
    job = PersonJob("何静", "people/4f55-9759.html", packed, ("reporter",), stretch or Stretch(len(credits)))
    [view] = person_views(CTX, job)
    assert isinstance(view.record, PersonView)
    return view.record


def groups(view: PersonView) -> list[tuple[str, list[str]]]:
    return [(group.label, [entry.link.text for entry in group.articles]) for group in view.groups]


@pytest.mark.parametrize(
    "credits",
    [
        (credit(1, "reporter", "海州晚报"), credit(2, "photographer"), credit(3, "reporter", "本报")),
        (credit(1, "reporter", "海州日报社"), credit(2, "reporter", "海州晚报"), credit(3, "reporter")),
        (credit(1, "correspondent"), credit(2, "correspondent"), credit(3, "photographer")),
        (credit(1, "reporter"), credit(2, "photographer"), credit(3, "intern")),
    ],
)
def test_who_always_signs_for_the_same_is_listed_by_year(credits: tuple[CreditRow, ...]) -> None:
    view = page(*credits)
    assert groups(view) == [("2023年", ["第3日", "第2日", "第1日"])]
    assert view.caveat == "这里列出以“何静”署名的全部文章；同名的人可能不止一位。"


def test_who_signs_for_several_is_listed_by_each_in_order_of_print() -> None:
    view = page(
        credit(1, "reporter", "海州晚报"),
        credit(2, "correspondent"),
        credit(3, "photographer"),
        credit(4, "reporter", "本报"),
        credit(5, "correspondent", "市总工会"),
    )
    assert groups(view) == [
        ("海州晚报 记者", ["第4日", "第1日"]),
        ("通讯员", ["第2日"]),
        ("未署单位 摄影", ["第3日"]),
        ("市总工会 通讯员", ["第5日"]),
    ]
    assert [group.id for group in view.groups] == ["s-1", "s-2", "s-3", "s-4"]
    assert view.caveat.startswith("这里列出以“何静”署名的全部文章，按署名的单位和身份分列")


def test_a_long_list_stays_cut_by_year() -> None:
    credits = credit(1, "reporter", "海州晚报"), credit(2, "correspondent")
    view = page(*credits, stretch=Stretch(500, periods=("2023", "2022")))
    assert groups(view) == [("2023年", ["第2日", "第1日"])]


def test_rows_survive_the_cache() -> None:
    row = credit(1, "reporter", "海州晚报")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(row), type=CreditRow) == row

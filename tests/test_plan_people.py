"""The pages of people: of a name, which several may have, and what tells them apart."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from wanbao.build import build
from wanbao.check import check_site
from wanbao.config import Config
from wanbao.newspaper import Newspaper, listed_as
from wanbao.packing import encoded
from wanbao.plan.base import Context
from wanbao.plan.credits import spellings
from wanbao.plan.jobs import CreditRow, PersonJob
from wanbao.plan.people import person_views
from wanbao.plan.stretches import Stretch
from wanbao.records import ROLES, Contributor, ContributorRole
from wanbao.render import default_theme
from wanbao.strings import load_strings
from wanbao.views.people import PersonView

CTX = Context(Newspaper("海州晚报", publisher="海州日报社"), load_strings((default_theme(),)), "")


def credit(day: int, role: ContributorRole, body: str = "") -> CreditRow:
    date, held = f"2023-05-{day:02}", bytes([ROLES.index(role)])
    address, title = f"2023/05/{day:02}/A01/1.html", f"第{day}日"
    return CreditRow(address, title, "", held, "news", 0, date, "A01", 1, organisation=body)


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


def test_a_body_names_each_role_once() -> None:
    both = bytes([ROLES.index("reporter"), ROLES.index("photographer")])
    view = page(
        credit(1, "photographer", "海州晚报"),
        msgspec.structs.replace(credit(2, "reporter", "海州晚报"), roles=both),
        credit(3, "reporter", "本报"),
        credit(4, "reporter", "新华社"),
    )
    assert [group.label for group in view.groups] == ["海州晚报 记者、摄影", "新华社 记者"]
    assert [entry.credits for entry in view.groups[0].articles] == ["记者", "记者、摄影", "摄影"]


def test_roles_are_parted_as_the_language_of_the_site_parts_them() -> None:
    english = Context(Newspaper("海州晚报"), load_strings((default_theme(),), "en"), "")
    both = bytes([ROLES.index("reporter"), ROLES.index("photographer")])
    row = msgspec.structs.replace(credit(2, "reporter"), roles=both)
    job = PersonJob("何静", "people/4f55-9759.html", (encoded((row,)),), ("reporter", "photographer"), Stretch(1))
    for ctx, roles in ((english, "Reporter, Photographer"), (CTX, "记者、摄影")):
        [view] = person_views(ctx, job)
        assert isinstance(view.record, PersonView)
        assert (view.record.roles, view.record.groups[0].articles[0].credits) == (roles, roles)
        assert f"（{roles}）" in view.record.head.description or f"({roles})" in view.record.head.description


def test_a_long_list_stays_cut_by_year() -> None:
    credits = credit(1, "reporter", "海州晚报"), credit(2, "correspondent")
    view = page(*credits, stretch=Stretch(500, periods=("2023", "2022")))
    assert groups(view) == [("2023年", ["第2日", "第1日"])]


def test_rows_survive_the_cache() -> None:
    row = credit(1, "reporter", "海州晚报")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(row), type=CreditRow) == row


# --- told apart by the profile ---------------------------------------------------------------------------------------

PERSONS = (("何静/通讯员", "何静（市总工会）"), ("何静/海州日报社", "何静（日报）"), ("晓风", "周晓岚"))


def signed(name: str, role: ContributorRole, role_printed: str, organisation: str = "") -> Contributor:
    return Contributor(name, role, name, role_printed, organisation)


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        (signed("何静", "reporter", "记者", "海州晚报"), "何静"),
        (signed("何静", "author", ""), "何静"),
        (signed("何静怡", "correspondent", "通讯员"), "何静怡"),
        (signed("何静", "correspondent", "特约通讯员"), "何静（市总工会）"),
        (signed("何静", "reporter", "记者", "海州日报社"), "何静（日报）"),
        (signed("晓风", "author", ""), "周晓岚"),
    ],
)
def test_only_whom_the_profile_tells_apart_is_listed_elsewhere(credit: Contributor, name: str) -> None:
    assert listed_as(PERSONS, credit) == name
    assert listed_as((), credit) == credit.name


STORY = """# 渡口通航

海州晚报讯 记者何静 通讯员林可 渡口昨日通航，两岸居民往来比过去快了一刻钟。

# 工会慰问

海州晚报讯 通讯员何静 市总工会昨日慰问一线职工，送去了防暑降温用品。
"""
UNDIVIDED, UNION = "people/4f55-9759.html", "people/4f55-9759-ff08-5e02-603b-5de5-4f1a-ff09.html"


def site(folder: Path, profile: str, text: str = STORY, fresh: bool = True) -> dict[str, bytes]:
    (folder / "articles" / "2023-05-18").mkdir(parents=True, exist_ok=True)
    (folder / "articles" / "newspaper.yml").write_text(f"name: 海州晚报\n{profile}", "utf-8")
    (folder / "articles" / "2023-05-18" / "A02.md").write_text(text, "utf-8")
    output = folder / ("fresh" if fresh else "site")
    build(Config(articles=folder / "articles", output=output, cache=folder / "cache", remember=not fresh))
    assert list(check_site(output)) == []
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_a_name_is_taken_apart_and_its_page_stays_and_leads_to_the_parts(tmp_path: Path) -> None:
    whole = site(tmp_path, "", fresh=False)
    assert UNDIVIDED in whole and UNION not in whole
    profile = "persons:\n  何静/通讯员: 何静（市总工会）\n"
    apart = site(tmp_path, profile, fresh=False)
    assert UNION.rpartition("/")[2].encode() in apart[UNDIVIDED] and b"A02/2.html" not in apart[UNDIVIDED]
    assert b"A02/2.html" in apart[UNION] and b"A02/1.html" not in apart[UNION]
    assert b'href="4f55-9759.html"' in apart[UNION]
    article = apart["2023/05/18/A02/2.html"].decode()
    assert f'{UNION}">何静</a>' in article and '"citation_author" content="何, 静"' in article
    assert apart == site(tmp_path, profile)


def test_who_is_listed_nowhere_else_still_has_a_page_that_leads_on(tmp_path: Path) -> None:
    apart = site(tmp_path, "persons:\n  何静: 周晓岚\n")
    page = apart[UNDIVIDED].decode()
    assert "以此署名的文章，列在：" in page and 'href="5468-6653-5c9a.html"' in page and "0 篇" not in page
    assert b"A02/1.html" in apart["people/5468-6653-5c9a.html"]


def test_a_name_that_nobody_signs_with_has_no_page(tmp_path: Path) -> None:
    apart = site(tmp_path, "persons:\n  晓风: 周晓岚\n")
    assert [name for name in apart if name.startswith(("people/6653", "people/5468"))] == []
    assert "以“何静”署名" in apart[UNDIVIDED].decode()


@pytest.mark.parametrize(
    "names",
    [
        (),
        ("何静", "何晶", "何静怡"),
        ("何靜", "何晶"),
        ("喆喆", "朱镕基", "朱榕基"),
        ("乾坤", "干坤"),
        ("陳偉", "陈伟（市总工会）"),
        ("He Jing", "Hé Jìng"),
    ],
)
def test_names_that_are_not_the_same_in_two_scripts_are_left_alone(names: tuple[str, ...]) -> None:
    assert spellings(names) == {}


def test_a_name_in_two_scripts_is_found_by_both() -> None:
    names = ("陳偉", "何静", "陈伟", "何靜", "黃穎", "黄颖", "喆喆", "何晶", "黄穎")
    assert spellings(names) == {
        "何静": ("何靜",),
        "何靜": ("何静",),
        "陈伟": ("陳偉",),
        "陳偉": ("陈伟",),
        "黄颖": ("黃穎", "黄穎"),
        "黃穎": ("黄穎", "黄颖"),
        "黄穎": ("黃穎", "黄颖"),
    }


def test_the_pages_of_a_name_in_two_scripts_lead_to_each_other_once_there_are_two(tmp_path: Path) -> None:
    other = "people/4f55-975c.html"
    alone = site(tmp_path, "", fresh=False)
    assert other not in alone and "繁简" not in alone[UNDIVIDED].decode()
    story = "\n# 渡口加班\n\n海州晚报讯 记者何靜 渡口昨日加开夜班，两岸居民往来比过去方便了许多。\n"
    both = site(tmp_path, "", STORY + story, fresh=False)
    for one, another in ((UNDIVIDED, other), (other, UNDIVIDED)):
        page = both[one].decode()
        assert "繁简写法不同的署名：" in page and f'href="{another.rpartition("/")[2]}"' in page and "以“何" in page
    assert both == site(tmp_path, "", STORY + story)
    assert site(tmp_path, "", fresh=False) == alone

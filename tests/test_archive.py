"""What is remembered of months and years says of an archive what going through all its pages would."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from wanbao.archive import VOLUMES, gather, page_order
from wanbao.plan.credits import credits_of, unpacked
from wanbao.plan.jobs import Bundle, PersonJob, SectionJob, SeriesJob
from wanbao.plan.later import filled
from wanbao.plan.stretches import Stretch
from wanbao.records.archive import Archive
from wanbao.records.card import Card
from wanbao.records.issue import Sheet
from wanbao.records.pagecard import PageCard
from wanbao.related import candidates, names_by_issue
from wanbao.store import CREDITS, Store

CARD = Card("", "", "", "", "", "", "", 1, "news", (), "", 7, 0)
DATES = ("2021-12-31", "2022-01-01", "2022-01-02", "2022-02-01", "2022-02", "2022", "2023-01-01", "")


def sheet(date: str, number: str, *cards: Card, section: str = "要闻", doubts: int = 1) -> Sheet:
    key = date or "undated-1"
    placed = tuple(replace(card, date=date, address=f"{key}/{number}/{n}.html") for n, card in enumerate(cards, 1))
    source, address = f"{key}/{number}.md", f"{key}/{number}/index.html"
    page = PageCard.of(address, number, section, source, f"digest of {source}", placed, doubts, date=date)
    return Sheet(key, date, "", "", page)


def archive_of(*dates: str, store: Store | None = None, named: str = "荔枝文化节") -> Archive:
    sheets = []
    for n, date in enumerate(dates):
        first = replace(CARD, names=(named if n % 2 else f"龙舟邀请赛{n % 5}",), series=(("街谈巷议", 0),))
        part = replace(CARD, series=(("旧城更新见闻", n + 1),))
        sheets += [sheet(date, "A01", first, part), sheet(date, "A02", CARD, section="副刊" if n % 3 else "")]
    return gather(sheets, store)


def test_months_say_what_is_in_all_pages() -> None:
    archive = archive_of(*DATES)
    pages = [page for issue in archive.issues for page in issue.pages]
    volumes = archive.volumes
    assert [volume.year for volume in volumes] == ["2021", "2022", "2023", ""]
    assert sum(volume.han for volume in volumes) == sum(page.han for page in pages)
    assert sum(volume.doubts for volume in volumes) == sum(page.doubts for page in pages)
    of_section = [one for volume in volumes for one in volume.sections if one.name == "副刊"]
    assert sum(one.articles for one in of_section) == sum(page.articles for page in pages if page.section == "副刊")
    parts = {one.month: one for volume in volumes for one in volume.series if one.name == "旧城更新见闻"}
    assert {month: one.articles for month, one in parts.items()} == {
        "2021-12": 1, "2022-01": 2, "2022-02": 2, "2022": 1, "2023-01": 1, "": 1,
    }  # fmt: skip
    assert all(one.counted for one in parts.values())
    assert (parts["2022-01"].first, parts["2022-01"].last) == ("2022-01-01", "2022-01-02")
    assert not any(one.counted for volume in volumes for one in volume.series if one.name == "街谈巷议")


def test_what_is_shown_of_a_month_changes_with_its_pages_alone() -> None:
    def shown(archive: Archive) -> dict[tuple[str, str], str]:
        return {(one.name, one.month): one.shown for volume in archive.volumes for one in volume.sections}

    before, after = shown(archive_of(*DATES)), shown(archive_of(*DATES, "2022-02-02"))
    assert {name for name in after if after[name] != before.get(name)} == {("要闻", "2022-02"), ("副刊", "2022-02")}


@pytest.mark.parametrize("period", ["", "2022-01", "2022", "undated", "2023-01"])
def test_a_page_of_a_list_gets_what_its_stretch_shows_and_no_more(period: str) -> None:
    archive = archive_of(*DATES)
    pages = [page for issue in archive.issues for page in issue.pages]
    stretch = Stretch(0, period)
    jobs = (SectionJob("副刊", (), stretch), SeriesJob("街谈巷议", False, (), stretch))
    section, series = (one.job for one in filled([Bundle("", "", 1, job) for job in jobs], archive))
    assert isinstance(section, SectionJob)
    assert isinstance(series, SeriesJob)
    dates = [page.date for page in pages if page.section == "副刊" and in_period(page.date, period)]
    assert [page.date for page in section.pages] == dates
    dates = [page.date for page in pages if page.number == "A01" and in_period(page.date, period)]
    assert [(one.page.date, one.at) for one in series.articles] == [(date, 0) for date in dates]


def in_period(date: str, period: str) -> bool:
    return not period or (date[:7] or "undated") == period


def test_the_page_of_a_cut_list_shows_its_newest_month() -> None:
    archive = archive_of(*DATES)
    job = SectionJob("副刊", (), Stretch(5, periods=("2022-02", "2022-01", "2022", "undated")))
    (one,) = filled([Bundle("", "", 1, job)], archive)
    assert isinstance(one.job, SectionJob)
    assert [page.date for page in one.job.pages] == ["2022-02"]


def test_issues_that_name_nothing_of_it_are_passed_over_and_nothing_is_missed() -> None:
    archive = archive_of(*DATES, *(f"2023-{month:02}-{day:02}" for month in (2, 3, 4) for day in range(1, 20)))
    names = names_by_issue(archive.volumes)
    last = len(archive.issues) - 1
    assert list(candidates(archive.issues, names=names)) == list(candidates(archive.issues))
    for wanted in ([3], [0, 9], [last - 1], [2, last]):
        assert list(candidates(archive.issues, wanted, names)) == list(candidates(archive.issues, wanted))


def test_what_is_remembered_of_a_month_is_the_same_and_may_be_damaged(tmp_path: Path) -> None:
    store = Store(tmp_path, "salt")
    whole = archive_of(*DATES)
    assert archive_of(*DATES, store=store) == whole
    more = archive_of(*DATES, "2022-02-02")
    assert archive_of(*DATES, "2022-02-02", store=store) == more
    kept = [path for path in (tmp_path / VOLUMES).rglob("*") if path.is_file()]
    assert kept
    for number, path in enumerate(kept):
        data = path.read_bytes()
        path.write_bytes((data[:-9], b"", kept[number - 1].read_bytes(), b"\xff" * 40)[number % 4])
    assert archive_of(*DATES, store=store) == whole
    for path in (tmp_path / VOLUMES).rglob("*"):
        if path.is_file():
            path.unlink()
    assert archive_of(*DATES, "2022-02-02", store=store) == more


def test_who_is_credited_is_told_by_year_and_is_the_same_where_it_is_remembered(tmp_path: Path) -> None:
    first = replace(CARD, title="渡口", contributors=(("何静", "reporter", ""), ("何静", "photographer", "摄")))
    second = replace(CARD, title="码头", contributors=(("林可", "author", ""), ("何静", "reporter", "")))
    archive = gather([sheet(date, "A01", first, second) for date in DATES])
    jobs = [
        PersonJob("何静", "", (), (), Stretch(500, periods=("2022", "2021"))),
        PersonJob("何静", "", (), (), Stretch(500, "undated")),
        PersonJob("林可", "", (), (), Stretch(9)),
    ]
    store = Store(tmp_path, "salt")
    plain = credits_of(jobs, archive, None)
    for _ in range(2):
        assert credits_of(jobs, archive, store) == plain
    assert list(plain["何静"]) == ["2022", "undated"]
    assert list(plain["林可"]) == ["2021", "2022", "2023", "undated"]
    rows = list(unpacked(plain["何静"]["2022"]))
    assert [(row.title, row.roles, row.date) for row in rows[:2]] == [
        ("渡口", b"\x00\x02", "2022-01-01"),
        ("码头", b"\x00", "2022-01-01"),
    ]
    assert len(rows) == 2 * sum(date.startswith("2022") for date in DATES)
    for path in (tmp_path / CREDITS).rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-9])
    assert credits_of(jobs, archive, store) == plain


def test_a_spread_stands_where_its_first_page_would() -> None:
    numbers = ["", "B01", "A10", "A02-A03", "A04", "A01"]
    assert sorted(numbers, key=page_order) == ["A01", "A02-A03", "A04", "A10", "B01", ""]


# --- slips in dates and numbers --------------------------------------------------------------------------------------


def numbered(*numbers: str) -> list[tuple[str, str]]:
    archive = gather([sheet("2023-05-18", number, CARD) for number in numbers])
    return [(note.path, note.message) for note in archive.notes if note.code == "W128"]


@pytest.mark.parametrize(
    "numbers",
    [
        ("A01", "A02", "A10"),
        ("A2", "B2", "2"),
        ("A02", "A02-A03"),
        ("A1", "A10", "A11"),
        ("封面", "封底"),
        ("特", "特1"),
    ],
)
def test_different_numbers_of_an_issue_are_left_alone(numbers: tuple[str, ...]) -> None:
    assert numbered(*numbers) == []


@pytest.mark.parametrize(("one", "other"), [("A02", "A2"), ("01", "1"), ("B010", "B10")])
def test_one_number_in_two_forms_is_told(one: str, other: str) -> None:
    [(path, message)] = numbered(other, "A05", one)
    assert path == f"2023-05-18/{other}.md"
    assert message.startswith(
        f"the page {other} stands beside the page {one} of the same issue, which 2023-05-18/{one}.md"
    )


DAILY = [f"2023-05-{day:02}" for day in range(1, 11)]


@pytest.mark.parametrize(
    "dates",
    [
        DAILY,
        [*DAILY, "2027-12-31"],
        [*DAILY, "2019-01-01", "2033", ""],
        [*DAILY[:5], "1998-01-01", "2033-01-01"],
    ],
)
def test_issues_that_stand_beside_others_or_among_few_are_left_alone(dates: list[str]) -> None:
    assert "I129" not in {note.code for note in archive_of(*dates).notes}


def test_an_issue_years_from_all_others_is_told() -> None:
    notes = [note for note in archive_of(*DAILY, "2033-05-11", "1203-05-11", "2033-06").notes if note.code == "I129"]
    assert [(note.path, note.message) for note in notes] == [
        ("1203-05-11/A01.md", "the issue of 1203-05-11 is 820 years before all others"),
        ("2033-05-11/A01.md", "the issue of 2033-05-11 is 10 years after all others"),
    ]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("", "", ""), ""),
        (("7012", "", "7012"), ""),
        (("", "7012", "7013"), "A03"),
        (("7012", "7013", "7013"), "A01"),
        (("7012", "7012", "7013"), "A03"),
    ],
)
def test_pages_that_disagree_about_the_number_of_their_issue_are_told_at_the_odd_one(
    numbers: tuple[str, ...], told: str
) -> None:
    sheets = [replace(sheet("2022-05-18", f"A0{n}", CARD), number=number) for n, number in enumerate(numbers, 1)]
    archive = gather(sheets, None)
    notes = [note for note in archive.notes if note.code == "W113"]
    assert [note.path for note in notes] == ([f"2022-05-18/{told}.md"] if told else [])
    first = next(filter(None, numbers), "")
    assert archive.issues[0].number == first
    assert all(note.remedy == f"correct the wrong ones; {first} is used" for note in notes)

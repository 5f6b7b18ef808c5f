"""An issue belongs to one segment, and a new issue changes one segment only."""

from __future__ import annotations

from wanbao.search.layout import HOT_YEAR, LARGE_YEAR, IssueRun, segments


def issue(date: str, docs: int = 10, digest: str = "00") -> IssueRun:
    return IssueRun(date or f"undated-{digest}", date, digest, docs)


def labels(*issues: IssueRun) -> list[str]:
    return [segment.label for segment in segments(issues)]


def test_an_empty_archive_has_no_segment() -> None:
    assert segments([]) == ()
    assert segments([issue("2022-05-18", 0)]) == ()


def test_small_years_stay_whole_and_undated_issues_come_last() -> None:
    assert labels(issue(""), issue("2022-05-18"), issue("2021-01-01"), issue("2022-01-02")) == [
        "2021",
        "2022",
        "undated",
    ]


def test_a_date_that_is_no_day_counts_as_undated() -> None:
    assert labels(issue("2022-05"), issue("2022")) == ["undated"]


def test_the_newest_month_of_a_sizeable_year_stands_apart() -> None:
    half = HOT_YEAR // 2 + 1
    assert labels(issue("2021-03-01", HOT_YEAR), issue("2022-03-01", half), issue("2022-04-01", half)) == [
        "2021",
        "2022",
        "2022-04",
    ]


def test_a_large_year_is_cut_into_months() -> None:
    half = LARGE_YEAR // 2 + 1
    assert labels(issue("2020-03-01", half), issue("2020-04-01", half), issue("2021-01-01")) == [
        "2020-03",
        "2020-04",
        "2021",
    ]


def test_every_issue_is_in_one_segment_and_oldest_first() -> None:
    issues = [issue(f"2022-{month:02d}-{day:02d}", 40) for month in range(12, 0, -1) for day in range(28, 0, -1)]
    members = [member for segment in segments(issues) for member in segment.issues]
    assert members == sorted(issues)


def test_the_order_in_which_issues_are_named_does_not_matter() -> None:
    issues = [issue("2022-05-18"), issue("2021-01-01"), issue("", digest="ab")]
    assert segments(issues) == segments(issues[::-1])


def test_a_new_issue_or_another_text_renames_its_segment_and_no_other() -> None:
    before = {s.label: s.name for s in segments([issue("2021-01-01"), issue("2022-05-18")])}
    added = {s.label: s.name for s in segments([issue("2021-01-01"), issue("2022-05-18"), issue("2022-05-19")])}
    edited = {s.label: s.name for s in segments([issue("2021-01-01"), issue("2022-05-18", digest="01")])}
    assert before["2021"] == added["2021"] == edited["2021"]
    assert len({before["2022"], added["2022"], edited["2022"]}) == 3

"""Issues by their dates: how an issue's date is shown, its year, and what each year has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from wanbao.dates import display, is_day, iso_prefix
from wanbao.records.issue import IssueCard

NAME = 12
"""How many characters of a headline stand for an issue without any date."""


def date_of(language: str, issue: IssueCard) -> str:
    """The date of an issue for display in the interface's language, with its edition."""
    shown = display(issue.date, language)
    if not issue.date:
        # Nothing else tells one issue without any date from another.
        shown = f"{shown}{'：' if language.startswith('zh') else ': '}{_name_of(issue)}"
    elif len(issue.date) == len("2022-08"):
        # A month stands well in a list of months, but the name of a day's paper says that its day is not known.
        remark = display("", language)
        shown = f"{shown}（{remark}）" if language.startswith("zh") else f"{shown} ({remark.lower()})"
    return f"{shown} {issue.edition}" if issue.edition else shown


def _name_of(issue: IssueCard) -> str:
    """The beginning of its first headline, or its key where there is no article."""
    title = next((card.title for page in issue.pages for card in page.cards), "")
    name = title.split(" ")[0] if len(title) > NAME else title
    if not name:
        return issue.key.removeprefix("undated-")
    return name if len(name) <= NAME else f"{name[:NAME]}…"


def year_of(issue: IssueCard) -> str:
    """The year of an issue, or empty where not even that is known."""
    return iso_prefix(issue.date)[:4]


def count_articles(issues: Iterable[IssueCard]) -> int:
    """How many articles these issues have."""
    return sum(page.articles for issue in issues for page in issue.pages)


def year_table(issues: tuple[IssueCard, ...]) -> tuple[tuple[str, int, int], ...]:
    """(year, issues, articles) of every year that is known, newest first."""
    numbers: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for issue in issues:
        if year := year_of(issue):
            numbers[year] += 1
            articles[year] += count_articles([issue])
    return tuple((year, numbers[year], articles[year]) for year in sorted(numbers, reverse=True))


def by_year(issues: Iterable[IssueCard]) -> dict[str, list[IssueCard]]:
    """The issues by year, those without a day under `undated`."""
    years: dict[str, list[IssueCard]] = {}
    for issue in issues:
        years.setdefault(year_of(issue) if is_day(issue.date) else "undated", []).append(issue)
    return years

"""The body of an article as its reader sees it, with relative dates, doubtful names and jumps to other pages."""

from __future__ import annotations

from msgspec.structs import replace

from wanbao import urls
from wanbao.authorlines import authors_for_reader
from wanbao.dates import in_words, iso_prefix
from wanbao.plan.base import Context
from wanbao.plan.continuations import Part, Turns
from wanbao.punctuation import repair_punctuation
from wanbao.records import Article, Contributor, Jump, Passage, same_page
from wanbao.records.issue import IssueCard
from wanbao.relative import relative_dates
from wanbao.views.body import BodyPart, Cell, Run


def body_of(
    ctx: Context, origin: str, issue: IssueCard, turns: Turns, part: Part, article: Article, day: str
) -> tuple[BodyPart, ...]:
    """The body of the article that is this part of the issue, for a page at `origin`; `day` is what 今天 means."""
    targets = {jump.printed: _jump(origin, issue, turns, part, jump) for jump in article.jumps}
    names = _doubtful_names(ctx, article)
    parts = _poems(
        [
            _part(number, passage, day, targets, names, article.contributors, ctx.language)
            for number, passage in enumerate(article.body, 1)
        ]
    )
    if not article.jumps:
        return tuple(parts)
    before, after = _lone_jumps(article, targets)
    return (*before, *parts, *after)


def _poems(parts: list[BodyPart]) -> list[BodyPart]:
    """The parts, stanzas in a row marked as those of one poem."""
    kinds = ["", *(part.kind for part in parts), ""]
    if "verse" not in kinds:
        return parts
    return [
        replace(part, opens=kinds[at] != "verse", closes=kinds[at + 2] != "verse") if part.kind == "verse" else part
        for at, part in enumerate(parts)
    ]


def _lone_jumps(article: Article, targets: dict[str, str]) -> tuple[list[BodyPart], list[BodyPart]]:
    """Jump lines that were cut out of a paragraph, 上接 before the body and 下转 after it.

    Their anchors are `j1`, `j2`: the `p1` of the passages stay what they are.
    """
    shown = {passage.printed for passage in article.body if passage.kind == "jump"}
    before: list[BodyPart] = []
    after: list[BodyPart] = []
    for number, jump in enumerate(article.jumps, 1):
        if jump.printed not in shown:
            part = BodyPart("jump", f"j{number}", repair_punctuation(jump.printed), href=targets[jump.printed])
            (before if jump.direction == "from" else after).append(part)
    return before, after


def _doubtful_names(ctx: Context, article: Article) -> tuple[tuple[str, str], ...]:
    """(the name as the lead prints it, what the reader is told of it) for every name that is read with a doubt."""
    return tuple(
        (repair_punctuation(person.printed), ctx.strings.text("lead_doubt", name=person.name))
        for person in article.contributors
        if not person.certain and person.printed
    )


def _lead_runs(lead: str, names: tuple[tuple[str, str], ...]) -> tuple[Run, ...]:
    """The lead as printed with doubtful names marked, or nothing where it has none."""
    for printed, told in names:
        before, found, after = lead.partition(printed)
        if found:
            rest = _lead_runs(after, names) or ((Run(after),) if after else ())
            return (*((Run(before),) if before else ()), Run(printed, "doubt", told), *rest)
    return ()


def _part(
    number: int,
    passage: Passage,
    day: str,
    targets: dict[str, str],
    names: tuple[tuple[str, str], ...],
    people: tuple[Contributor, ...],
    language: str,
) -> BodyPart:
    text, credit = passage.text, ""
    if passage.credit and text.endswith(shown := authors_for_reader(passage.credit, people)):
        text, credit = text[: -len(shown)].rstrip(), shown
    lines: tuple[str, ...] = ()
    if passage.kind in ("subhead", "verse", "list"):
        lines = tuple(line for line in text.replace("　", "\n").split("\n") if line.strip())
    # What continues from another page may open with the words that say so, which stand on a line of their own already.
    lead = "" if passage.lead in targets else authors_for_reader(passage.lead, people)
    return BodyPart(
        kind=passage.kind,
        id=f"p{number}",
        text=text,
        runs=_runs(text, day, language) if passage.kind == "paragraph" else (),
        lead=lead,
        lead_runs=_lead_runs(lead, names) if lead and names else (),
        credit=credit,
        rows=tuple(
            tuple(Cell(cell.text, cell.colspan, cell.rowspan, cell.scope) for cell in row) for row in passage.rows
        ),
        lines=lines,
        source=_lines_of(passage),
        href=targets.get(passage.printed, "") if passage.kind == "jump" else "",
    )


def _lines_of(passage: Passage) -> str:
    """The lines of the source that a passage stands in: `7`, `7-9`."""
    if not passage.spans:
        return ""
    first, last = passage.spans[0].line, passage.spans[-1].line
    return f"{first}-{last}" if last > first else str(first)


def _runs(text: str, day: str, language: str) -> tuple[Run, ...]:
    """The text with its relative dates resolved, or nothing where there are none."""
    found = relative_dates(text, day)
    if not found:
        return ()
    runs, done = [], 0
    for word in found:
        if word.start > done:
            runs.append(Run(text[done : word.start]))
        runs.append(Run(text[word.start : word.end], "time", in_words(word.edtf, language), iso_prefix(word.edtf)))
        done = word.end
    if done < len(text):
        runs.append(Run(text[done:]))
    return tuple(runs)


def _jump(origin: str, issue: IssueCard, turns: Turns, part: Part, jump: Jump) -> str:
    """Where 下转 and 上接 lead: to the other part where it is found, else to the page, else nowhere."""
    target = next((other for other in issue.pages if same_page(other.number, jump.page)), None)
    if target is None:
        return ""
    other = turns.other(part, jump.direction)
    if other is not None and issue.pages[other[0]] is target:
        return urls.relative(origin, target.cards[other[1]].address)
    return urls.relative(origin, target.address)

"""What happened, in one sentence, a list of findings and one exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

from wanbao.errors import Note, Record

FINE, FINDINGS, REFUSED = 0, 1, 2
"""Exit codes: all is well; built, but some input has errors (with --strict: warnings, doubts); nothing was built."""

MOST_TOLD = 40
"""How many findings a build prints; a systematic mistake has thousands."""

_KINDS = "EWDI"
"""Kinds of findings, by the letter of their codes, the worst first."""


class Report(Record, frozen=True):
    """What a build did."""

    files: int
    """Source files."""
    parsed: int
    """Source files that were read and parsed, not remembered."""
    issues: int
    """Issues."""
    articles: int
    """Articles."""
    pages: int
    """Files of the site."""
    written: int
    """Files that differed and were written."""
    removed: int
    """Files that are no longer made."""
    notes: tuple[Note, ...]
    """All findings but doubtful readings, ordered."""
    doubts: int
    """How many doubtful readings there are; `wanbao check` tells them."""
    left_out: int = 0
    """Source files no page of which is in the site."""
    reasons: tuple[str, ...] = ()
    """What was made again and why, for -v."""

    def sentence(self) -> str:
        """The closing sentence."""
        remembered = f" ({self.files - self.parsed} remembered)" if self.files > self.parsed else ""
        left_out = f", {self.left_out:,} left out" if self.left_out else ""
        issues = _n(self.issues, "issue")
        told = [
            f"{_n(self.files, 'file')}{remembered}{left_out}, {issues}, {_n(self.articles, 'article')}",
            f"{_n(self.pages, 'file')} in the site, {self.written} written, {self.removed} removed",
            findings(self.notes, self.doubts),
        ]
        return "; ".join(told) + "."

    def exit_code(self, strict: bool) -> int:
        """The exit code of the build."""
        return FINDINGS if strict and self.doubts else exit_code(self.notes, strict)

    def advice(self, strict: bool) -> str:
        """What is not as it should be, and what to do, behind that sentence; empty where the exit code is 0."""
        if self.exit_code(strict) == FINE:
            return ""
        if self.exit_code(strict=False) == FINE:
            return "All is built; --strict counts warnings and doubtful readings as failure."
        if not self.left_out:
            return "Mend what has errors and build again."
        pages = f"The pages of {_n(self.left_out, 'file')} left out are not in this site"
        return f"{pages}; their addresses answer once the errors are mended and the site is built again."


def refusal(notes: Sequence[Note]) -> str:
    """The closing sentence of a build that ended with these findings, before or while it published."""
    codes = {note.code for note in notes}
    if "E305" in codes:
        return "Nothing was built; the other build goes on."
    if codes & _BROKEN_OFF:
        return "The build was broken off; the next one finishes it."
    return "Nothing was built and nothing has changed; build again when this is mended."


_BROKEN_OFF = frozenset(("E304", "E308", "E310"))
"""Findings in the midst of work."""


def findings(notes: Iterable[Note], doubts: int = 0) -> str:
    """How many findings of each severity, in words; `doubts` are doubtful readings that are not among them."""
    counts = Counter(note.code[0] for note in notes)
    counts["D"] += doubts
    told = [_n(counts[kind], noun) for kind, noun in (("E", "error"), ("W", "warning"), ("D", "doubt")) if counts[kind]]
    return ", ".join(told) or "no findings"


def exit_code(notes: Iterable[Note], strict: bool) -> int:
    """The exit code for these findings."""
    bad = "EWD" if strict else "E"
    return FINDINGS if any(note.code[0] in bad for note in notes) else FINE


def ordered(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Findings, worst first: errors, warnings, doubts by margin, then by place; the same finding once."""
    found: dict[str, list[Note]] = {kind: [] for kind in _KINDS}
    for note in dict.fromkeys(notes):
        found[note.code[0]].append(note)
    for kind, of_kind in found.items():
        of_kind.sort(key=_by_margin if kind == "D" else _by_place)
    return tuple(chain.from_iterable(found.values()))


_PLACE = ("path", "line", "column", "code", "message", "remedy")
_by_place = attrgetter(*_PLACE)
_by_margin = attrgetter("margin", *_PLACE)


def told(report: Report, quiet: bool) -> list[str]:
    """The findings a build prints: errors and warnings one a line, which files were passed over, and whether the
    disk can be relied on; doubts are counted, `wanbao check` lists them.
    """
    notes = report.notes
    shown = [note for note in notes if note.code[0] in ("E" if quiet else "EW")]
    lines = [str(note) for note in shown[:MOST_TOLD]]
    if len(shown) > MOST_TOLD:
        lines.append(f"and {_n(len(shown) - MOST_TOLD, 'finding')} more; `wanbao check` lists them")
    if quiet:
        return lines
    lines.extend(str(note) for note in notes if note.code in ("I118", "I309"))
    if report.doubts:
        lines.append(f"{_n(report.doubts, 'doubtful reading')}; `wanbao check` lists them")
    return lines


def _n(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

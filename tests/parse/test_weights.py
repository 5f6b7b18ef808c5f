"""The table of weights is whole: a case file shows each piece of evidence; every role has its steps and reasons."""

from __future__ import annotations

from functools import cache

from parse_cases import case_files, newspaper, read_case

from wanbao.parse.evidence import observe
from wanbao.parse.grammar import AGAIN, ALIKE, STAGES, STEPS, TWINS, VARIANTS
from wanbao.parse.pieces import pieces_of
from wanbao.parse.sight import rules_of
from wanbao.parse.weights import EVIDENCE
from wanbao.records import Place, Source


@cache
def shown_by() -> dict[str, list[str]]:
    """The case files that show each piece of evidence."""
    rules = rules_of(newspaper())
    found: dict[str, list[str]] = {}
    for path in case_files():
        source, _ = read_case(path)
        for sight in observe(pieces_of(Source(path.name, source, "", Place())), rules):
            for name in sight.evidence:
                found.setdefault(name, []).append(path.stem)
    return found


def test_every_piece_of_evidence_is_shown_by_a_case_file() -> None:
    assert sorted(set(EVIDENCE) - set(shown_by())) == []


def test_no_evidence_is_shown_that_has_no_weight() -> None:
    assert sorted(set(shown_by()) - set(EVIDENCE)) == []


def test_every_weight_says_why() -> None:
    assert [name for name, weight in EVIDENCE.items() if len(weight.because) < 10 or not weight.roles] == []


def test_every_role_of_the_evidence_can_be_taken() -> None:
    steps = {step.role for step in STEPS}
    for weight in EVIDENCE.values():
        for role in weight.roles:
            assert set(VARIANTS.get(role, (role,))) <= steps


def test_every_step_comes_from_and_leads_to_a_stage() -> None:
    for step in STEPS:
        assert set(step.come_from) <= set(STAGES) and (not step.to or step.to in STAGES)
    assert set(TWINS) | set(TWINS.values()) <= set(STAGES)
    assert set(AGAIN) <= {step.role for step in STEPS}
    assert set(ALIKE) <= set(VARIANTS) | {step.role for step in STEPS}

"""The table of weights is whole: a case file shows each piece of evidence; every role has its steps and reasons."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from parse_cases import case_files, newspaper, read_case

from wanbao.parse import weights
from wanbao.parse.decode import Automaton, options_of
from wanbao.parse.evidence import observe
from wanbao.parse.grammar import AGAIN, ALIKE, STAGES, STEPS, TWINS, VARIANTS
from wanbao.parse.pieces import pieces_of
from wanbao.parse.sight import Sight, rules_of
from wanbao.parse.weights import EVIDENCE
from wanbao.records import Place, Source


@cache
def pages() -> list[list[Sight]]:
    """What every piece of every case file shows."""
    rules = rules_of(newspaper())
    sources = [Source(path.name, read_case(path)[0], "", Place()) for path in case_files()]
    return [observe(pieces_of(source), rules) for source in sources]


@cache
def shown_by() -> dict[str, list[str]]:
    """The case files that show each piece of evidence."""
    found: dict[str, list[str]] = {}
    for path, sights in zip(case_files(), pages(), strict=True):
        for sight in sights:
            for name in sight.evidence:
                found.setdefault(name, []).append(path.stem)
    return found


def test_no_piece_of_evidence_has_two_weights() -> None:
    modules = [Path(str(weights.__file__)), *Path(str(weights.__file__)).parent.glob("weights_*.py")]
    names = Counter(name for module in modules for name in _NAMED.findall(module.read_text("utf-8")))
    assert [name for name, count in names.items() if count > 1] == []


_NAMED = re.compile(r'^    "(\w+)": Weight\(', re.MULTILINE)


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


def test_weights_are_counted_in_hundredths() -> None:
    weights = [value for weight in EVIDENCE.values() for value in weight.roles.values()]
    weights += [value for step in STEPS for value in step.come_from.values()] + list(AGAIN.values())
    assert [value for value in weights if value != round(value * 100) / 100] == []


def test_what_the_decoder_remembers_changes_no_reading() -> None:
    forgetful, mindful = Automaton(most=10), Automaton(most=10**9)
    for sights in pages():
        options = [options_of(tuple(sight.evidence), None) for sight in sights]
        assert forgetful.read(options) == mindful.read(options) == mindful.read(options)
        assert forgetful.remembered <= 10
    assert mindful.remembered > 100

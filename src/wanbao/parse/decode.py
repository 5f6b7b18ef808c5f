"""The best reading of a page: dynamic programming over the grammar of `wanbao.parse.grammar`.

A reading is one step for every piece. Its weight is the sum of what the evidence says for each role and what
the grammar says for each step. The best reading is found forwards; going backwards, every piece learns how good
the page could still be if it had another role: the difference is its margin, our confidence.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from wanbao.parse.grammar import AGAIN, ALIKE, STAGES, STEPS, TWINS, VARIANTS, Step
from wanbao.parse.sight import Sight
from wanbao.parse.weights import EVIDENCE

_IMPOSSIBLE = -1e9
_STAGE = {name: index for index, name in enumerate(STAGES)}
_STEP = {step.role: index for index, step in enumerate(STEPS)}
_ROLE_STEPS: dict[str, tuple[int, ...]] = {
    role: tuple(_STEP[name] for name in VARIANTS.get(role, (role,)))
    for role in {name for weight in EVIDENCE.values() for name in weight.roles} | set(VARIANTS)
    if all(name in _STEP for name in VARIANTS.get(role, (role,)))
}
_ROLE_OF = {step: role for role, steps in _ROLE_STEPS.items() for step in steps}


def _moves(step: Step) -> tuple[tuple[int, int, float], ...]:
    """(from stage, to stage, weight) of every way to take a step; an article whose author was named remembers it."""
    moves: list[tuple[str, str, float]] = []
    for stage, weight in step.come_from.items():
        to = step.to or stage
        moves.append((stage, TWINS.get(to, to) if stage == "author" else to, weight))
        if stage in TWINS:
            moves.append((TWINS[stage], TWINS.get(to, to), weight + AGAIN.get(step.role, 0.0)))
    return tuple((_STAGE[stage], _STAGE[to], weight) for stage, to, weight in moves)


_BEAM = 20.0
"""Stages this much worse than the best are given up; no margin that small matters is lost."""


class Reading(NamedTuple):
    """What the decoder says about one piece."""

    role: str
    """The role of the evidence: a key of `VARIANTS` or a step of its own."""
    starts: bool
    """Whether an article starts here."""
    margin: float
    """By how much this reading of the piece beats the next best."""
    other: str
    """The next best role; empty where there is none."""
    rule: str
    """The evidence that says most for the role."""


def decode(sights: list[Sight], forced: dict[int, tuple[str, ...]]) -> list[Reading]:
    """The best reading of the whole page, one entry for each sight.

    `forced` holds, by index, the only roles that a piece may have because the maintainer said so.
    """
    options = [_options(tuple(sight.evidence), forced.get(index)) for index, sight in enumerate(sights)]
    return _backward(sights, options, _forward(options))


_Moves = dict[int, tuple[tuple[int, int, float], ...]]
"""For every stage a piece may be reached in: (step, stage it leads to, weight)."""


@lru_cache(maxsize=4096)
def _options(evidence: tuple[str, ...], allowed: tuple[str, ...] | None) -> _Moves:
    """Every way to read a piece that shows this evidence; the same evidence is weighed once."""
    totals: dict[str, float] = {}
    for name in evidence:
        for role, weight in EVIDENCE[name].roles.items():
            totals[role] = totals.get(role, 0.0) + weight
    if allowed is not None:
        totals = {role: totals.get(role, 0.0) for role in allowed}
    elif len(totals) > 3:
        floor = max(totals.values()) - 14
        totals = {role: weight for role, weight in totals.items() if weight > floor}
    moves: dict[int, list[tuple[int, int, float]]] = {}
    for role, weight in totals.items():
        for step in _ROLE_STEPS.get(role, ()):
            for stage, to, move in _moves(STEPS[step]):
                moves.setdefault(stage, []).append((step, to, weight + move))
    return {stage: tuple(ways) for stage, ways in moves.items()}


def _forward(options: list[_Moves]) -> list[dict[int, float]]:
    """The best weight with which each stage can be reached before each piece, and after the last."""
    scores = {0: 0.0}
    table = [scores]
    for moves in options:
        reached: dict[int, float] = {}
        for stage, value in scores.items():
            for _, to, cost in moves.get(stage, ()):
                if to not in reached or value + cost > reached[to]:
                    reached[to] = value + cost
        if len(reached) > 1:
            floor = max(reached.values()) - _BEAM
            reached = {stage: value for stage, value in reached.items() if value > floor}
        scores = reached or scores  # where the grammar has no step the piece is passed over
        table.append(scores)
    return table


def _backward(sights: list[Sight], options: list[_Moves], table: list[dict[int, float]]) -> list[Reading]:
    """Choose the steps from the end; the margin of each is against the best reading with another role for the piece."""
    final = table[-1]
    best_total = max(final.values())
    stage = next(stage for stage, value in final.items() if value == best_total)
    ahead = dict.fromkeys(final, 0.0)
    readings: list[Reading] = []
    for index in range(len(options) - 1, -1, -1):
        moves = options[index]
        here: dict[int, float] = {}
        best_of: dict[int, float] = {}
        chosen = before = -1
        chosen_value = _IMPOSSIBLE
        for origin, value in table[index].items():
            best = _IMPOSSIBLE
            for step, to, cost in moves.get(origin, ()):
                if to not in ahead:
                    continue
                after = cost + ahead[to]
                if after > best:
                    best = after
                if step not in best_of or value + after > best_of[step]:
                    best_of[step] = value + after
                if to == stage and value + cost > chosen_value:
                    chosen_value, chosen, before = value + cost, step, origin
            if best > _IMPOSSIBLE:
                here[origin] = best
        if chosen < 0:
            readings.append(Reading("para", False, 0.0, "", "no step of the grammar fits"))
            continue
        readings.append(_reading(sights[index], chosen, best_of, best_total))
        ahead, stage = here, before
    return readings[::-1]


def _reading(sight: Sight, step: int, best_of: dict[int, float], best_total: float) -> Reading:
    role, starts = _ROLE_OF[step], STEPS[step].starts
    rule = _rule(tuple(sight.evidence), role)
    if len(best_of) == 1:
        return Reading(role, starts, 99.0, "", rule)
    meaning = _MEANING[step]
    value, other = _IMPOSSIBLE, -1
    for candidate, total in best_of.items():
        if total > value and _MEANING[candidate] != meaning:
            value, other = total, candidate
    margin = min(99.0, best_total - value)
    return Reading(role, starts, margin, _ROLE_OF[other] if other >= 0 else "", rule)


@lru_cache(maxsize=4096)
def _rule(evidence: tuple[str, ...], role: str) -> str:
    """The evidence that says most for a role."""
    return max(evidence, key=lambda name: EVIDENCE[name].roles.get(role, -9.0))


_MEANING = {step: (ALIKE.get(role, role), STEPS[step].starts) for step, role in _ROLE_OF.items()}

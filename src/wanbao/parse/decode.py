"""The best reading of a page: dynamic programming over the grammar of `wanbao.parse.grammar`.

A reading is one step for every piece. Its weight is the sum of what the evidence says for each role and what
the grammar says for each step. The best reading is found forwards; going backwards, every piece learns how good
the page could still be if it had another role: the difference is its margin, our confidence.

Weights are counted in hundredths, as whole numbers: sums are exact, and what stands far above a piece cannot change its
margin by a rounding. The state of the search before a piece is how much worse than the best each stage is; few such
states come back on every page. So what a piece does to a state is remembered, as an automaton knows its transitions.
What is remembered is bounded; forgetting it costs only time.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from wanbao.errors import Record
from wanbao.parse.grammar import AGAIN, ALIKE, STAGES, STEPS, TWINS, VARIANTS, Step
from wanbao.parse.sight import Sight
from wanbao.parse.weights import EVIDENCE

K = TypeVar("K")
V = TypeVar("V")
_IMPOSSIBLE = -(10**9)
_HUNDRED = 100
_STAGE = {name: index for index, name in enumerate(STAGES)}
_STEP = {step.role: index for index, step in enumerate(STEPS)}
_ROLE_STEPS: dict[str, tuple[int, ...]] = {
    role: tuple(_STEP[name] for name in VARIANTS.get(role, (role,)))
    for role in {name for weight in EVIDENCE.values() for name in weight.roles} | set(VARIANTS)
    if all(name in _STEP for name in VARIANTS.get(role, (role,)))
}
_ROLE_OF = {step: role for role, steps in _ROLE_STEPS.items() for step in steps}


def _ways(step: Step) -> tuple[tuple[int, int, int], ...]:
    """(from stage, to stage, hundredths) of every way to take a step; a named author is remembered."""
    moves: list[tuple[str, str, float]] = []
    for stage, weight in step.come_from.items():
        to = step.to or stage
        moves.append((stage, TWINS.get(to, to) if stage == "author" else to, weight))
        if stage in TWINS:
            moves.append((TWINS[stage], TWINS.get(to, to), weight + AGAIN.get(step.role, 0.0)))
    return tuple((_STAGE[stage], _STAGE[to], round(weight * _HUNDRED)) for stage, to, weight in moves)


def _by_stage() -> tuple[dict[str, tuple[tuple[int, int, int], ...]], ...]:
    """For every stage and role the (step, stage it leads to, hundredths) of each way to take the role there."""
    found: list[dict[str, list[tuple[int, int, int]]]] = [{} for _ in STAGES]
    for role, steps in _ROLE_STEPS.items():
        for step in steps:
            for stage, to, move in _ways(STEPS[step]):
                found[stage].setdefault(role, []).append((step, to, move))
    return tuple({role: tuple(ways) for role, ways in of_stage.items()} for of_stage in found)


_WAYS = _by_stage()
_WEIGHTS = {
    name: tuple((role, round(value * _HUNDRED)) for role, value in weight.roles.items())
    for name, weight in EVIDENCE.items()
}
"""What each piece of evidence says for each role, in hundredths."""
_BEAM = 20 * _HUNDRED
"""Stages this much worse than the best are given up; no margin that small matters is lost."""
_FLOOR = 14 * _HUNDRED
"""Roles this much worse than the best that the evidence says are not tried."""


class Reading(Record, frozen=True):
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


_NO_STEP = Reading("para", False, 0.0, "", "no step of the grammar fits")


class _Moves(dict[int, tuple[tuple[int, int, int], ...]]):
    """For every stage the piece may be reached in: (step, stage it leads to, hundredths).

    Of the stages of the grammar a page reaches few, so the moves of one are collected when it is asked for.
    """

    def __init__(self, totals: dict[str, int]) -> None:
        self._totals = totals

    def __missing__(self, stage: int) -> tuple[tuple[int, int, int], ...]:
        ways = _WAYS[stage]
        found = self[stage] = tuple(
            (step, to, weight + move) for role, weight in self._totals.items() for step, to, move in ways.get(role, ())
        )
        return found


class _Reach(dict[int, tuple[tuple[int, int], ...]]):
    """The best of these moves: for every stage the stages it leads to, each with the most hundredths."""

    def __init__(self, moves: _Moves) -> None:
        self._moves = moves

    def __missing__(self, stage: int) -> tuple[tuple[int, int], ...]:
        best: dict[int, int] = {}
        for _, to, cost in self._moves[stage]:
            if to not in best or cost > best[to]:
                best[to] = cost
        found = self[stage] = tuple(best.items())
        return found


class _Rules(dict[str, str]):
    """For every role the evidence that says most for it."""

    def __init__(self, evidence: tuple[str, ...]) -> None:
        self._evidence = evidence

    def __missing__(self, role: str) -> str:
        found = self[role] = max(self._evidence, key=lambda name: EVIDENCE[name].roles.get(role, -9.0))
        return found


class Options:
    """Every way to read a piece that shows this evidence."""

    __slots__ = ("evidence", "moves", "reach", "rules")

    def __init__(self, evidence: tuple[str, ...], totals: dict[str, int]) -> None:
        self.evidence = evidence
        self.moves = _Moves(totals)
        self.reach = _Reach(self.moves)
        self.rules = _Rules(evidence)


class _State:
    """How much worse than the best stage each stage is, before a piece (forwards) or behind it (backwards)."""

    __slots__ = ("after", "scores")

    def __init__(self, scores: dict[int, int]) -> None:
        self.scores = scores
        self.after: dict[Options, _State] = {}
        """The states after each piece that was met in this one."""


def decode(sights: list[Sight], forced: dict[int, tuple[str, ...]]) -> list[Reading]:
    """The best reading of the whole page, one entry for each sight.

    `forced` holds, by index, the only roles that a piece may have because the maintainer said so.
    """
    options = [options_of(tuple(sight.evidence), None) for sight in sights]
    for index, roles in forced.items():
        options[index] = options_of(tuple(sights[index].evidence), roles)
    return _AUTOMATON.read(options)


@lru_cache(maxsize=4096)
def options_of(evidence: tuple[str, ...], allowed: tuple[str, ...] | None) -> Options:
    """Every way to read a piece that shows this evidence; the same evidence is weighed once."""
    totals: dict[str, int] = {}
    for name in evidence:
        for role, weight in _WEIGHTS[name]:
            totals[role] = totals.get(role, 0) + weight
    if allowed is not None:
        totals = {role: totals.get(role, 0) for role in allowed}
    elif len(totals) > 3:
        floor = max(totals.values()) - _FLOOR
        totals = {role: weight for role, weight in totals.items() if weight > floor}
    return Options(evidence, totals)


class Automaton:
    """The search, with what it remembers of other pages."""

    def __init__(self, most: int) -> None:
        self.most = most
        """How many transitions are remembered, each of some hundred bytes."""
        self.forget()

    def forget(self) -> None:
        """Begin with nothing but the state before the first piece."""
        self.states: dict[tuple[tuple[int, ...], tuple[int, ...]], _State] = {}
        self.back: dict[tuple[_State, Options, _State, int], tuple[Reading, _State, int]] = {}
        self.start = self.state({0: 0})
        self.remembered = 0

    def read(self, options: list[Options]) -> list[Reading]:
        """The best reading of the pieces with these options."""
        if self.remembered >= self.most:
            self.forget()
        return self.backward(options, self.forward(options))

    def forward(self, options: list[Options]) -> list[_State]:
        """The state before each piece, and after the last."""
        state = self.start
        table = [state]
        for option in options:
            state = state.after.get(option) or self.step(state, option)
            table.append(state)
        return table

    def backward(self, options: list[Options], table: list[_State]) -> list[Reading]:
        """Choose the steps from the end."""
        final = table[-1].scores
        stage = next(stage for stage, value in final.items() if value == 0)
        ahead = self.state(dict.fromkeys(final, 0))
        readings: list[Reading] = []
        for index in range(len(options) - 1, -1, -1):
            key = (table[index], options[index], ahead, stage)
            reading, ahead, stage = self.back.get(key) or self.step_back(key)
            readings.append(reading)
        readings.reverse()
        return readings

    def state(self, scores: dict[int, int]) -> _State:
        """The state with these scores, the best of which is 0."""
        key = (tuple(scores), tuple(scores.values()))
        return self.states.get(key) or self.states.setdefault(key, _State(scores))

    def step(self, state: _State, options: Options) -> _State:
        """The best weight with which each stage can be reached behind a piece."""
        reached: dict[int, int] = {}
        reach = options.reach
        for stage, value in state.scores.items():
            for to, cost in reach[stage]:
                total = value + cost
                if to not in reached or total > reached[to]:
                    reached[to] = total
        if not reached:
            return self.remember(state.after, options, state)  # the grammar has no step: the piece is passed over
        best = max(reached.values())
        floor = best - _BEAM
        after = {stage: value - best for stage, value in reached.items() if value > floor}
        return self.remember(state.after, options, self.state(after))

    def step_back(self, key: tuple[_State, Options, _State, int]) -> tuple[Reading, _State, int]:
        """The reading of a piece by the states before and behind it and the stage that is reached; then the state
        behind the piece before, seen from the end, and the stage reached by that.
        """
        origins, options, ahead, stage = key
        here: dict[int, int] = {}
        best_of: dict[int, int] = {}
        chosen = before = -1
        chosen_value = _IMPOSSIBLE
        moves, tails = options.moves, ahead.scores
        for origin, value in origins.scores.items():
            best = _IMPOSSIBLE
            for step, to, cost in moves[origin]:
                if to not in tails:
                    continue
                after = cost + tails[to]
                if after > best:
                    best = after
                if step not in best_of or value + after > best_of[step]:
                    best_of[step] = value + after
                if to == stage and value + cost > chosen_value:
                    chosen_value, chosen, before = value + cost, step, origin
            if best > _IMPOSSIBLE:
                here[origin] = best
        if chosen < 0:
            return self.remember(self.back, key, (_NO_STEP, ahead, stage))
        most = max(here.values())
        if most:
            here = {stage: value - most for stage, value in here.items()}
        return self.remember(self.back, key, (_reading(options.rules, chosen, best_of), self.state(here), before))

    def remember(self, table: dict[K, V], key: K, value: V) -> V:
        """Keep a transition, as long as there is room."""
        if self.remembered < self.most:
            self.remembered += 1
            table[key] = value
        return value


_AUTOMATON = Automaton(most=20_000)


def _reading(rules: _Rules, step: int, best_of: dict[int, int]) -> Reading:
    """The reading by a step; its margin is against the best reading of the page with another role for the piece."""
    role, starts = _ROLE_OF[step], STEPS[step].starts
    rule = rules[role]
    if len(best_of) == 1:
        return Reading(role, starts, _NO_DOUBT, "", rule)
    meaning = _MEANING[step]
    value, other = _IMPOSSIBLE, -1
    for candidate, total in best_of.items():
        if total > value and _MEANING[candidate] != meaning:
            value, other = total, candidate
    margin = min(_NO_DOUBT, (max(best_of.values()) - value) / _HUNDRED)
    return Reading(role, starts, margin, _ROLE_OF[other] if other >= 0 else "", rule)


_NO_DOUBT = 99.0
_MEANING = {step: (ALIKE.get(role, role), STEPS[step].starts) for step, role in _ROLE_OF.items()}

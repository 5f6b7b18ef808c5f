"""What the shape of two headings and the order of telling are worth, fitted to pairs of our own: run it by hand.

    PYTHONPATH=src python tests/bench/fit_headings.py

It reads `tests/cases/heading_shapes.tsv` (kicker or deck, the upper heading, the lower one: 2,180 pairs invented in the
manner of papers of 1998 to 2024 by people who knew no rule of the parser) and prints the table of
`wanbao.parse.weights_pairs`: logistic regression with a penalty on large weights, no library, the same figures every
time. Below it stands which share of the pairs of each eighth of the file is told rightly by the weights of the others.

What was tried on these pairs and on 455 of other hands, which were kept outside of the repository (126 of them from
pages that no rule was written from): single letters and pairs of letters with their places, 1,700 weights or the 137
best of them, tell no more than these ten shapes (0.9 and more of our own pairs by turns, three quarters of the
others'), nor does how many words of a heading return somewhere in its text. Of the 126 the words alone told
0.67, with a weight for a kicker in every pair 0.72, with shapes 0.75 to 0.77: the rest depends on what an editor wished
to say. People differ most about short decks, of which some write none, so only a quarter of the shapes' weight is
taken.
"""

from __future__ import annotations

import math
from pathlib import Path

from wanbao.parse.shapes import shapes_of
from wanbao.parse.tier_order import order_of

PAIRS = Path(__file__).parents[1] / "cases" / "heading_shapes.tsv"
ORDERED = PAIRS.with_name("heading_order.tsv")
_PENALTY = 2.0
_STEPS = 400

Pair = tuple[bool, dict[str, float]]
"""Whether the upper heading is a kicker, and how much of what both show, by name."""


def pairs() -> list[Pair]:
    """All pairs of the file."""
    rows = [line.split("\t") for line in PAIRS.read_text("utf-8").splitlines()]
    return [(kind == "kicker", dict.fromkeys(("any", *shapes_of(above, below)), 1.0)) for kind, above, below in rows]


def ordered() -> list[Pair]:
    """All pairs of the file with texts, and which of the two headings its text tells first."""
    known = []
    for line in ORDERED.read_text("utf-8").splitlines():
        kind, above, below, told = line.split("\t")
        early, late = order_of(above, below, told)
        known.append((kind == "kicker", {"any": 1.0, "early": early, "late": late}))
    return known


def fit(known: list[Pair]) -> dict[str, float]:
    """The weight of each name in nats: positive for a kicker above, negative for a deck below; `any` is for both."""
    weights = dict.fromkeys(sorted({name for _, shown in known for name in shown}), 0.0)
    rate = 1.0 / len(known)
    for _ in range(_STEPS):
        slope = {name: 0.0 if name == "any" else -_PENALTY * weight for name, weight in weights.items()}
        for is_kicker, shown in known:
            error = is_kicker - 1 / (1 + math.exp(-sum(weights[name] * much for name, much in shown.items())))
            for name, much in shown.items():
                slope[name] += error * much
        for name, step in slope.items():
            weights[name] += rate * step
    return weights


def told(weights: dict[str, float], unseen: list[Pair]) -> int:
    """How many pairs these weights tell rightly."""
    sums = [sum(weights.get(name, 0) * much for name, much in shown.items()) for _, shown in unseen]
    return sum((total > 0) == is_kicker for total, (is_kicker, _) in zip(sums, unseen, strict=True))


def show(known: list[Pair]) -> None:
    """Print the table of these pairs and what it is worth."""
    for name, weight in sorted(fit(known).items(), key=lambda item: -abs(item[1])):
        print(f"{name:24} {weight:+.2f}  {sum(name in shown for _, shown in known)} pairs")
    for part in range(8):
        unseen = known[part::8]
        others = [pair for at, pair in enumerate(known) if at % 8 != part]
        print(f"part {part + 1}: {told(fit(others), unseen) / len(unseen):.2f} of {len(unseen)}")


def main() -> None:
    """Print both tables: of shapes, and of the order in which texts tell."""
    show(pairs())
    show(ordered())


if __name__ == "__main__":
    main()

"""What the shape of two headings says, whatever they are about: a part of the table in `wanbao.parse.weights`.

`tests/bench/fit_headings.py` prints the weights of the shapes, fitted to pairs of our own. Only a quarter of their sum
is taken, because the words of the headings (`wanbao.parse.tier_rules`) know a part of it and because papers differ; to
it comes what is known before anything is seen. The sum speaks against the reading that it makes unlikely: against a
deck in the second heading, or against a kicker in the first. So no other reading of the two is made likelier by it.

Which of two headings the text tells first (`wanbao.parse.tier_order`) is told in the same steps. Where that speaks for
a deck it speaks half for the deck and half against the kicker, so that two headings do not rather become one.
"""

from __future__ import annotations

from wanbao.parse.weight import Weight

SHAPES = {
    "long_below": -2.4,
    "clause_below": 2.1,
    "short_below": 1.8,
    "much_longer_below": -1.6,
    "much_shorter_below": 1.6,
    "quoted_below": 1.2,
    "shorter_below": 1.1,
    "longer_below": -0.9,
    "quoted_above": -0.9,
    "even_clauses_above": 0.3,
}
"""Natural logarithms of odds by the name of a shape (`wanbao.parse.shapes`): for a kicker, or (negative) for a deck."""
SHARE = 0.27
"""The part of them that is taken."""
BEFORE = 0.3
"""What two headings say before anything is seen: of 455 pairs in pages of other hands 334 have a kicker, of 143 in ten
sets composed later 68; with this figure most of both, and of our 240 with texts, are told rightly."""
STEP = 0.5
"""The sum is told in so many nats; the table has a row for each number of these steps."""
STEPS = 5
"""The most steps that are told."""
KICKER_STEPS, DECK_STEPS = 4, 2
"""The most steps that shapes speak for a kicker, and for a deck."""
EARLY = 1.6
"""Nats for a kicker above if the first sentence has all words of the lower heading and none of the upper one's."""
LATE = 1.6
"""Nats for a kicker above if its words stand at the end of the text, those of the lower heading at the beginning."""
LONG = 0.26
"""Nats for a deck below for each character that it has more than `USUAL`: of 147 lower headings half as long again as
the upper one 116 are decks."""
SHORT = 0.183
"""Nats against it for each that it has less."""
USUAL = 12
"""Characters of a usual lower heading. `SHORT` was fitted, with the order of telling, to labelled pages; `LONG` was
made larger on pages composed later, because longer decks were missed and no kicker was lost."""

PAIRS: dict[str, Weight] = {
    **{
        f"shaped_kicker_{steps}": Weight(
            {"deck": -STEP * steps}, "two headings of one level in the shapes of kicker and headline"
        )
        for steps in range(1, KICKER_STEPS + 1)
    },
    **{
        f"order_kicker_{steps}": Weight(
            {"deck": -STEP * steps},
            "the text tells what is below first, or that is short",
        )
        for steps in range(1, STEPS + 1)
    },
    **{
        f"order_deck_{steps}": Weight(
            {"kicker": -STEP * steps / 2, "deck": STEP * steps / 2},
            "the text tells what is above first, or the other is long",
        )
        for steps in range(1, STEPS + 1)
    },
    **{
        f"shaped_deck_{steps}": Weight(
            {"kicker": -STEP * steps}, "two headings of one level in the shapes of headline and deck"
        )
        for steps in range(1, DECK_STEPS + 1)
    },
    "gives_out": Weight(
        {"kicker": 4.6, "headline": -1.4},
        "省法院发布典型案例 above a heading: who gave out what; of eleven such all are kickers",
    ),
    "told_in_one": Weight(
        {"kicker": -1.2, "headline": 0.4},
        "one short clause that tells all, above a longer line of two: of 17 such pairs 14 are headline and deck",
    ),
    "told_in_two": Weight({"deck": 0.6}, "two clauses below one short clause"),
}
"""Evidence by name."""

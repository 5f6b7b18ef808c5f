"""Lines of names alone: what each form of an author line says, form by form.

`FORMS` is the order in which they are asked; the first that knows the line has settled it, also where it settles that
the line names nobody (`数据来源:市统计局`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from wanbao.errors import Record
from wanbao.parse.bracketed_authors import (
    in_round_brackets,
    in_square_brackets,
    name_and_place,
    name_and_source,
    writes_from,
)
from wanbao.parse.named_authors import (
    after_dashes,
    behind_word,
    between_dots,
    from_abroad,
    of_a_book,
    set_apart,
    signed_by,
    taken_at,
    took_the_picture,
)
from wanbao.parse.offices import figures_from, of_an_office, role_alone, source_line
from wanbao.parse.plain_authors import by_grammar, with_day, without_role
from wanbao.parse.readers import (
    is_addressed_to,
    letter_from,
    lives_at,
    nameless,
    of_pupil,
    of_the_net,
    pictured_by_reader,
)
from wanbao.parse.sight import Rules, Sight


class Form(Record, frozen=True):
    """One form of an author line."""

    settles: Callable[[Sight, Rules, str], bool]
    """Whether it has settled the line (given as printed in the sight, and folded); what it found is noted in the
    sight."""
    first: str = ""
    """The letters with which such lines begin; empty where they begin with any."""
    last: str = ""
    """The letters with which they end; empty where they end with any."""
    heading: bool = True
    """Whether a heading may be such a line."""
    called: bool = True
    """Whether 记者 or another word for what somebody does may stand in it."""


def look_at_names(sight: Sight, rules: Rules, line: str) -> None:
    """Names alone on a line: the first form that knows it."""
    first, last = line[0] if line[0] in _FIRSTS else "", line[-1] if line[-1] in _LASTS else ""
    for settles in _forms_of(first, last, sight.is_heading, rules.grammar.hint.search(line) is not None):
        if settles(sight, rules, line):
            return


@cache
def _forms_of(first: str, last: str, heading: bool, called: bool) -> tuple[Callable[[Sight, Rules, str], bool], ...]:
    """The forms to ask about a line that begins and ends with these letters; empty for those that no form names.
    `called` says whether a role word stands in it."""
    begun = [form for form in FORMS if not form.first or (first and first in form.first)]
    ended = [form for form in begun if not form.last or (last and last in form.last)]
    return tuple(form.settles for form in ended if (form.heading or not heading) and (form.called or not called))


FORMS = (
    Form(figures_from, first="数资图"),
    Form(source_line, first="来据综摘选转原—《"),
    Form(of_pupil),
    Form(writes_from, last=")", heading=False, called=False),
    Form(in_square_brackets, first="【["),
    Form(in_round_brackets, first="（("),
    Form(behind_word, first="作文图"),
    Form(name_and_source, last=")", heading=False),
    Form(name_and_place, heading=False),
    Form(after_dashes, first="—-", heading=False),
    Form(pictured_by_reader, first="热读市网居村", last="道图文", heading=False),
    Form(letter_from, heading=False),
    Form(of_the_net, first="读网市", heading=False),
    Form(lives_at, heading=False, called=False),
    Form(nameless, last="者友民", heading=False),
    Form(is_addressed_to, last=":"),
    Form(role_alone, last="员部者论"),
    Form(of_a_book, heading=False),
    Form(between_dots, first="·•"),
    Form(from_abroad, first="[(【〔", heading=False),
    Form(of_an_office, heading=False),
    Form(signed_by, heading=False, called=False),
    Form(took_the_picture, last="摄影图绘画供拍提)PGo国觉发者社联新片照络", heading=False),
    Form(taken_at, heading=False),
    Form(set_apart, last="著文诗"),
    Form(with_day, last="日月", heading=False, called=False),
    Form(without_role, called=False),
    Form(by_grammar),
)
"""The forms of author lines, in the order in which they are asked: brackets first, what only looks like a name last."""
_FIRSTS = frozenset("".join(form.first for form in FORMS))
_LASTS = frozenset("".join(form.last for form in FORMS))

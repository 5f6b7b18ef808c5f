"""The role words of by-lines (记者, 通讯员, 摄影…): where they stand in a line, and what they mean."""

from __future__ import annotations

import re

from wanbao.byline_words import ON_THE_ROAD, TAILS
from wanbao.conventions import DESK_ROLES, ROLE_PREFIXES, ROLES
from wanbao.patterns import HAN, regex
from wanbao.records import ContributorRole


class RoleWords:
    """The role words that all newspapers know, with a newspaper's own."""

    def __init__(self, roles: tuple[tuple[str, ContributorRole], ...] = ()) -> None:
        self._meaning = dict((*ROLES, *DESK_ROLES, *roles))
        self._longest_first = sorted(self._meaning, key=lambda word: (-len(word), word))
        desk = dict(DESK_ROLES)
        words = "|".join(_spaced(word) for word in self._longest_first if word not in desk)
        desk_words = "|".join(desk)
        prefixes = rf"驻[{HAN}]{{1,3}}?|" + "|".join(
            _spaced(word) for word in sorted(ROLE_PREFIXES, key=lambda word: (-len(word), word))
        )
        tails = "|".join(_spaced(word) for word in self._longest_first if word in TAILS)
        # No role begins with another character than these: a search passes the others over quickly.
        begin = "".join(sorted({*"驻编责", *(word[0] for word in (*ROLE_PREFIXES, *self._longest_first))}))
        self.begins = frozenset(begin)
        """The letters with which a role word begins."""
        self.pattern = regex(
            rf"(?=[{re.escape(begin)}])(?:(?:(?:{prefixes})\s?)*(?!(?:{tails})(?:\s?报道|[^:/{HAN}\s]|\s*$|\s+(?:{words})))(?:{words})(?!(?<=记者)(?:[节会团站证们]|{ON_THE_ROAD}))(?<!工作者)"
            rf"|(?:{desk_words})(?=\s?[/:])|(?<=[○◎⊙■□◆●])编辑(?=\s)|(?<=[{HAN}]\s)(?:责任|见习)?编辑(?=[\s/:]))"
        )
        """A role word with its prefixes, where it is one: 记者节 is none."""
        self.hint = regex(
            "|".join(
                _spaced(word)
                for word in ("记者", "通讯员", *(word for word in self._longest_first if word not in desk))
            ).replace(_spaced("作者"), f"(?<!工){_spaced('作者')}")
        )
        """A word that may be one, wherever it stands."""
        self._known: dict[str, ContributorRole] = {}

    def means(self, role: str) -> ContributorRole:
        """What a printed role word means: that of the longest known word it ends with."""
        known = self._known
        if role not in known:
            words = (word for word in self._longest_first if role.endswith(word))
            known[role] = self._meaning.get(next(words, ""), "author")
        return known[role]


def _spaced(word: str) -> str:
    """A word that may be printed with spaces between its letters."""
    return r"\s?".join(map(re.escape, word))

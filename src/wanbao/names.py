"""Who wrote it: by-lines and the names in them.

A by-line is printed in a few hundred ways, all of one grammar:

    byline := [mark] segment (separator segment)* [报道]
    segment := [organisation] role [: /] names | names [/] tail
    tail := 摄 文 图 文/图 供图 …        (who took the picture, when it stands behind the names)

Names are kept twice, as printed (`石蕾 蕾`) and clean (`石蕾蕾`). Where a token could be read in two ways, the name is
marked uncertain; nothing is ever dropped.
"""

from __future__ import annotations

from functools import lru_cache

from wanbao.byline_reading import BylineReading
from wanbao.byline_tokens import PROSE
from wanbao.byline_words import BODY, SIGNED
from wanbao.bylines import only_people
from wanbao.credited import Byline, Credit
from wanbao.nameforms import ONLY_HAN, is_addressed, looks_like_name, reads_as_prose
from wanbao.patterns import HAN, regex
from wanbao.records import ContributorRole
from wanbao.rolewords import RoleWords
from wanbao.romanised import romanise as romanise
from wanbao.romanised import sort_key as sort_key
from wanbao.text import fold, unspaced

_MARKS = regex(
    r"^(?:[\s■□▲△●○◎⊙◆◇★☆▼▽※N•·*▇▋▌◤◢◣◥│┃丨-]|口(?=\s?(?:本报|记者|通讯员|实习|见习|特约|摄影|文[/:]|图[/:])))+(?=\S)"
)
"""What stands before names; 口 is a □ as OCR programs read it."""
_PLACE_AND_NAME = regex(rf"([{HAN}]{{1,5}}[县市区乡镇])·([{HAN}]{{2,3}})")
"""`海城縣‧何靜`: where somebody lives who signs a letter, in Taiwan's manner."""
_LIVES_IN = regex(rf"[{HAN}]{{2,7}}[省市县区镇乡村州盟旗]")
"""Where somebody lives who writes to the paper and is not named."""
_PEN_NAMED = regex(rf"[{HAN}]{{1,5}}[省市县区镇乡村州盟旗]读者\s[{HAN}]{{2,4}}$")
"""A reader of a place that is told signs as he likes: `海角县读者 望江南`."""


class Grammar:
    """The by-line grammar with a newspaper's own role words."""

    def __init__(self, roles: tuple[tuple[str, ContributorRole], ...] = ()) -> None:
        self.roles = words = RoleWords(roles)
        self.role, self.begins, self.hint = words.pattern, words.begins, words.hint
        self._read = lru_cache(maxsize=4096)(self._read_short)

    # --- whole texts --------------------------------------------------------------------------------------------

    def read(self, text: str) -> Byline | None:
        """The whole text as a by-line (an author line, the inside of a bracket, a credit), or None."""
        return self._read(text) if len(text) <= 160 else None

    def _read_short(self, text: str) -> Byline | None:
        line = only_people(text)
        if "·" in line and (found := _PLACE_AND_NAME.fullmatch(line)) and looks_like_name(found[2]):
            return Byline(len(text), (Credit(found[2], found[2], "author", "", found[1], True),), False)
        mark = _MARKS.match(line)
        start = mark.end() if mark else 0
        reader = BylineReading(self.roles, line, text, start)
        return reader.byline() if reader.whole() else None

    def read_signed(self, text: str) -> Byline | None:
        """A name with what its bearer is or where he lives, as letters and contributions are signed, or None.

        `市民 庄小萍`, `一读者 李明`, `高州 黄海生`, `信宜 方小山 撰`.
        """
        return None if self.hint.search(fold(text)) else self.read_uncalled(text)

    def read_uncalled(self, text: str) -> Byline | None:
        """The same of a text in which no role word stands."""
        line = fold(text).strip().lstrip("□■●◆▲ ")
        if len(line) > 34:
            return None
        found = SIGNED.fullmatch(line)
        if found is None:
            return self._of_one_body(line) if len(line) >= 8 else None
        name = unspaced(found.group("name"))
        if is_addressed(name) and (found.group("who") or _LIVES_IN.fullmatch(found.group("place"))):
            return Byline(len(text), (), True)  # 读者 李先生, 海州东城区 李女士
        pen_named = _PEN_NAMED.match(line) is not None and not PROSE.search(name) and not reads_as_prose(name)
        if (not looks_like_name(name) and not pen_named) or (
            not (found.group("who") or found.group("calling")) and looks_like_name(found.group("place"))
        ):
            return None
        credit = Credit(
            name,
            found.group("name"),
            "author",
            found.group("who") or found.group("calling") or "",
            found.group("place") or "",
            True,
        )
        return Byline(len(text), (credit,), bool(found.group("who")))

    def _of_one_body(self, line: str) -> Byline | None:
        """Several people of one body: `安县搪瓷厂 蔺德厚 李正才`, `省人民医院康复科 赵 元 任秋实`."""
        body, *parts = line.split()
        names: list[str] = []
        for before, part in zip(["", *parts], parts, strict=False):
            if len(part) == len(before) == 1 and len(names[-1]) < 3:
                names[-1] += part
            else:
                names.append(part)
        if not 2 <= len(names) <= 4 or not BODY.fullmatch(body) or not any(map(looks_like_name, names)):
            return None
        if not all(len(name) in (2, 3) and ONLY_HAN.fullmatch(name) for name in names):
            return None
        return Byline(len(line), tuple(Credit(name, name, "author", "", body, True) for name in names), False)


@lru_cache(maxsize=8)
def grammar(roles: tuple[tuple[str, ContributorRole], ...] = ()) -> Grammar:
    """The grammar for a newspaper's own role words, made once."""
    return Grammar(roles)

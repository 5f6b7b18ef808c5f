"""Lines of dateline and authors for the reader: words and names that a paper sets letter by letter are closed up.

Papers fill a narrow column with `本 报 讯` and `记 者 何 静`. The printed line is kept; this makes a second one, in
which blanks part people and nothing else. A name that can be read in two ways stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from wanbao.patterns import HAN, regex
from wanbao.punctuation import repair_punctuation
from wanbao.records import Article, Contributor
from wanbao.text import unspaced

_BLANK = "[ \u3000]"
_WORDS = (
    *("本报讯", "本报记者", "全媒体记者", "记者", "記者", "特约通讯员", "通讯员", "通訊員", "实习生", "實習生"),
    *("摄影报道", "摄影", "攝影", "报道", "報道", "整理"),
)
_WORD = regex("|".join(f"{_BLANK}{{0,2}}".join(word) for word in _WORDS))
"""The words that stand beside names, with blanks or without."""
_DATELINE = regex(rf"(?<![{HAN}])(?:[{HAN}]{_BLANK}{{1,2}}){{2,6}}[讯訊电電](?![{HAN}])")
"""A dateline of single letters: `晨 报 讯`."""


def authors_for_reader(line: str, people: Iterable[Contributor]) -> str:
    """A line of dateline and authors, or the signature, as its reader sees and searches it."""
    line = repair_punctuation(line)
    if " " not in line and "\u3000" not in line:
        return line
    line = _WORD.sub(_closed_up, line)
    for person in people:
        printed = repair_punctuation(person.printed)
        if person.certain and printed != person.name and unspaced(printed) == person.name:
            line = line.replace(printed, person.name)
    return _DATELINE.sub(_closed_up, line)


def _closed_up(found: re.Match[str]) -> str:
    """What was found, without blanks."""
    return unspaced(found.group())


def signature_of(article: Article) -> str:
    """The signature of an article for the reader."""
    return authors_for_reader(article.signature, article.contributors)


_TOLD = regex("本报|本報|记者|記者|通讯员|通訊員|实习生|實習生|作者|文")
"""What the list of credits says of the people it names."""
_LETTER = regex(r"\w")


def tells_more(line: str, people: Iterable[Contributor]) -> bool:
    """Whether a line of authors, as its reader sees it, says more than the credits do: `□ 何静` does not, where she is
    from or what she is (`首席记者`) does, and so does whatever can be read in two ways."""
    names = sorted((person.name for person in people if person.certain), key=len, reverse=True)
    rest = line
    for name in names:
        rest = rest.replace(name, "")
    return rest == line or _LETTER.search(_TOLD.sub("", rest)) is not None

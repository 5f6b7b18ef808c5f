"""Whether what follows a heading goes on with what stands above it: the words they share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import add

from wanbao.parse.row import Row
from wanbao.parse.sight import DATED, NAMED, OPENED, Sight
from wanbao.parse.titles import is_label
from wanbao.patterns import regex

_COMMON = "的了在是和与等对为中有不也上这到将就说一个我们他她它记者年月日时后前"


def _han_without(common: str) -> str:
    """The main block of Han without these characters, as the inside of a class."""
    codes = sorted(map(ord, common))
    starts = [0x4E00, *(code + 1 for code in codes)]
    ends = [*(code - 1 for code in codes), 0x9FFF]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(starts, ends, strict=True) if first <= last)


_LETTER = f"[{_han_without(_COMMON)}]"
_RUN = regex(f"{_LETTER}{{2,}}")
_PAIR = regex(f"{_LETTER}{{2}}")
_PAIR_BETWEEN = regex(f"(?<={_LETTER}){_LETTER}{{2}}")
"""Inside a run of letters the 2nd and 3rd, the 4th and 5th…: those that `_PAIR` has not."""
_NOT_SHORT = 12
"""Where the words decide little, three in four headings that are so long are headlines, of the shorter ones one in
two."""
_MINOR = frozenset(("deck_words", "numbered", "same_form", "deeper", "bold_minor"))
"""Evidence that a heading divides a story."""
_AHEAD = 250
_BEHIND = 400
_ENOUGH = 150
"""Of a shorter story the words decide nothing; then those before it count too."""
_LEAST_BEHIND, _LEAST_AHEAD, _FEW_AHEAD = 100, 40, 64
"""Characters without which nothing is said, and up to which only a little is."""
SHARED = frozenset(("same_words", "very_words", "most_words"))
"""Evidence that a heading and its text share words with what stands above."""
_STRANGE = ("new_words", "few_words")
"""What words say that the text above has not."""


def judge_continuity(row: Row) -> None:
    """Whether the text under a heading speaks of what the text above speaks of.

    Pairs of Han that both have are counted: 250 letters from the first heading on, against the last 400 of the story
    above. Shorter pieces tell less: for 110 against 280 letters a sub-headline shares more than a headline in 82 of
    100 couples of them, for these in 88, for longer ones in no more. Of several headings in a row the first is
    judged: whether a story begins there.
    """
    solid = row.solid
    begun = 0  # where the last story with an author or a dateline begins
    heading: Sight | None = None  # the one before, if no story opened under it
    for first, index in _headings(row):
        below = _below(solid, index)
        if below.shape in ("table", "html"):
            continue
        if first < 2 or below.is_heading or not OPENED.isdisjoint(below.evidence):
            heading = None
            begun = begun if below.is_heading else first
            continue
        ahead = _collected(solid[first : index + 8], _AHEAD, index - first + 1)
        name = _shared(ahead, _told_before(solid, begun, first), below)
        _note(name, solid[first], solid[index], heading)
        heading = solid[index]
    if not DATED.isdisjoint(row.shown):
        _datelines_apart(solid)


def _headings(row: Row) -> Iterator[tuple[int, int]]:
    """Of each heading that something follows, where the first one stands of those that stand together with it, and
    where it stands itself. The name of a section parts them."""
    first, last = 0, -2
    for index in row.lines:
        if not is_label(row.solid[index]) and index < len(row.solid) - 1:
            first, last = (first if index == last + 1 else index), index
            yield first, index


def _below(solid: list[Sight], index: int) -> Sight:
    """What stands below a heading: not the credit of a photograph that the heading is no title of."""
    heading, below = solid[index], solid[index + 1]
    if "credit" not in below.evidence or "photo_heading" in heading.evidence:
        return below
    return next((sight for sight in solid[index + 2 : index + 5] if "credit" not in sight.evidence), heading)


def _told_before(solid: list[Sight], begun: int, first: int) -> str:
    """The end of what stands above the heading at `first`, from the beginning of the story on; of a short story, with
    what stands above that."""
    behind = _collected(solid[max(begun, first - 8) : first][::-1], _BEHIND, 0)
    if len(behind) >= _ENOUGH:
        return behind
    return _collected(solid[max(0, first - 8) : first][::-1], _BEHIND, 0)


def _shared(ahead: str, behind: str, below: Sight) -> str:
    """How much of its words a heading and the text below it share with the text above; nothing where one of them is too
    short to say, or where the words are new but the text below speaks of somebody known."""
    if len(behind) < _LEAST_BEHIND or len(ahead) < _LEAST_AHEAD:
        return ""
    name = _continuity_name(ahead, behind)
    if name in _STRANGE and _KNOWN.match(below.text):
        return ""
    if name in ("very_words", "most_words") and len(ahead) < _FEW_AHEAD:
        return "same_words"  # of few words a share proves little
    return name


def _note(name: str, first: Sight, sight: Sight, before: Sight | None) -> None:
    """Note what the words say at the first of the headings that stand together; where a long one stands alone, and is
    not the other half of the heading before, few shared words say more."""
    if name and name not in first.evidence:
        first.evidence.append(name)
        if name in _STRANGE and "label_size" in first.evidence:
            first.evidence.append("label_apart")
    if name == "few_words" and first is sight and _is_long(sight) and not _parallel(before, sight):
        sight.evidence.append("few_words_long")


_KNOWN = regex(
    "(?![他她](?:今年|是|叫|，))[^，。,：:“”、]{0,12}(?<![其吉利])[他她](?![国人乡日山杀处律方])"
    "|[^，。,：:“”、]{1,14}也(?![许门是罗不没能会要可想爱得好])|与此同时|[^，。,：:“”、]{0,6}另一[边头侧方]"
)
"""`补丁里有他妻子缝的`: a first clause about him says that he is known from above. Of 1,056 stories without a dateline
two begin so, of 621 parts under sub-headlines eight. `人群里也有来问路的`, `另一头更热闹`: somebody else comes in
besides those above; of 87 stories none begins so, of 113 parts six."""


def _is_long(heading: Sight) -> bool:
    """Whether a heading is long for a sub-headline, and nothing else in it says that it is one."""
    marked = heading.is_heading or "between_paragraphs" in heading.evidence
    return marked and len(heading.text) >= _NOT_SHORT and _MINOR.isdisjoint(heading.evidence)


def _parallel(above: Sight | None, heading: Sight) -> bool:
    """Whether two headings stand in two halves and are of a length: sub-headlines of one story."""
    if above is None or "two_parts" not in above.evidence or "two_parts" not in heading.evidence:
        return False
    return abs(len(above.text) - len(heading.text)) <= 1


def _datelines_apart(solid: list[Sight]) -> None:
    """A dateline in the middle of a story that has one, above words that neither the story nor its headline shares: a
    brief of its own. One from another place belongs to a report from several."""
    dates = [index for index, sight in enumerate(solid) if index and not DATED.isdisjoint(sight.evidence)]
    inside = [index for index in dates if solid[index - 1].shape == "text" == solid[index].shape]
    if not inside:
        return
    stories = solid[_begin_of_story(solid, inside[0]) : inside[-1] + 1]
    story: list[str] = []
    head = ""
    dated = named = False
    for before, sight in pairwise([None, *stories]):
        if sight is None or sight.shape != "text" or "no_marks" in sight.evidence:
            head = "" if story or sight is None else head
            head += f"{sight.text}\n" if sight else ""
            story, dated, named = [], False, False
            continue
        named = named or (not story and not NAMED.isdisjoint(sight.evidence))
        if not DATED.isdisjoint(sight.evidence) and before is not None and before.shape == "text":
            signed = named or (dated and before.sign is not None)
            if _is_brief(sight, "".join(story)[-2 * _BEHIND :], head, dated=dated, signed=signed):
                sight.withdraw("other_place")
                sight.evidence.append("dateline_apart")
                story = []
        dated = dated or not DATED.isdisjoint(sight.evidence)
        story.append(sight.text[-2 * _BEHIND :])


def _is_brief(sight: Sight, behind: str, head: str, *, dated: bool, signed: bool) -> bool:
    """Whether a text with a dateline is a brief of its own below a story that ends with `behind` and has these
    headings; the story may have a dateline too, and be closed by its author."""
    elsewhere = "other_place" in sight.evidence
    if sight.sign is not None and signed and not elsewhere:
        return True
    start = sight.opening.end if sight.opening else 0
    ahead = sight.text[start : start + _AHEAD]
    if elsewhere and share(_OF_ALL_NEWS.sub("\n", head), ahead) > 0:
        return False
    least = _SHORT_STORY if dated else _LONG_STORY
    if len(behind) < least or sight.size < _LEAST_BRIEF:
        return False
    return share(ahead, behind) < _APART and share(head, ahead) < _NAMED


_OF_ALL_NEWS = regex("举行|召开|会见|访问|日前|今天|昨[天日]|发表|宣布")
"""What is in headlines and texts of any news, and tells of no matter that they share."""


def _begin_of_story(solid: list[Sight], index: int) -> int:
    """Where the headings begin under which the text at `index` stands."""
    while index and _is_told(solid[index - 1]):
        index -= 1
    while index and not _is_told(solid[index - 1]):
        index -= 1
    return index


def _is_told(sight: Sight) -> bool:
    """Whether it is a text of a story."""
    return sight.shape == "text" and "no_marks" not in sight.evidence


_LONG_STORY, _SHORT_STORY, _LEAST_BRIEF = 240, 120, 40
"""Letters of a story above a brief, of one that has a dateline as the brief has, and of the brief."""
_APART = 0.035
_NAMED = 0.12
"""What share of a headline's pairs a text has that it speaks of too."""


def word_pairs(text: str) -> list[str]:
    """The pairs of neighbouring Han without common characters in a text."""
    return _PAIR.findall(text) + _PAIR_BETWEEN.findall(text)


_FEW_LETTERS = 48
"""In a text that is not longer, pairs are looked for one by one; tables of pairs would take longer to make."""


def share(ahead: str, behind: str) -> float:
    """What share of the pairs of neighbouring Han without common characters in the first text stands in the second."""
    runs = _RUN.findall(ahead)
    letters = "\0".join(runs)
    behind = behind.replace("\0", " ")  # so that no pair with what stands between runs is found
    if len(letters) <= _FEW_LETTERS:
        found = sum(map(behind.__contains__, map(add, letters, letters[1:])))
    else:
        pairs = _in_twos(letters)
        known = {*pairs}.intersection(_in_twos(behind))
        found = sum(map(known.__contains__, pairs))
    return found / (len(letters) - 2 * len(runs) + 1)


def _in_twos(text: str) -> list[int]:
    """The pairs of neighbouring letters of a text as numbers: the 1st with the 2nd, the 3rd with the 4th…, then the 2nd
    with the 3rd… A letter of two halves (beyond the basic plane) is two, and makes no pair that two Han make."""
    letters = memoryview(text.encode("utf-16-le", "surrogatepass"))
    size = len(letters) // 2
    return letters[: size // 2 * 4].cast("I").tolist() + letters[2 : 2 + (size - 1) // 2 * 4].cast("I").tolist()


_NEW, _FEWER, _SAME, _MANY, _MOST = 0.03, 0.05, 0.09, 0.17, 0.25
"""On real pages, of 270 headings of stories without an author 147 stand above texts that share less than `_NEW`, of 402
sub-headlines four; more than `_SAME` is shared under 34 and 374 of them, more than `_MANY` under eleven and 260, more
than `_MOST` under three and 137. On composed pages all share less: below `_NEW` are 151 of 194 and 44 of 237, above
`_SAME` two and 77."""


def _continuity_name(ahead: str, behind: str) -> str:
    """How much of the words of a text another shares."""
    shared = share(ahead, behind)
    if shared < _NEW:
        return "new_words"
    if shared < _FEWER:
        return "few_words"
    if shared > _MANY:
        return "most_words" if shared > _MOST or _half_is_shared(ahead, behind) else "very_words"
    return "same_words" if shared > _SAME else ""


def _half_is_shared(ahead: str, behind: str) -> bool:
    """Whether of every other pair so many are shared that the rest may be new."""
    pairs = _PAIR.findall(ahead)
    return sum(map(behind.__contains__, pairs)) > 2 * _MANY * len(pairs)


def _collected(sights: list[Sight], size: int, headings: int) -> str:
    """Text of these pieces up to a size: forwards the headings and then text up to the next one, backwards any."""
    text = ""
    for index, sight in enumerate(sights):
        if len(text) >= size or (headings and index >= headings and sight.is_heading):
            break
        room = size - len(text)
        text += f"{sight.text[:room] if headings else sight.text[-room:]}\n"
    return text

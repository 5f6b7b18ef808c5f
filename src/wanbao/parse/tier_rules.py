"""What the words of two headings that stand together say: an ordered list of small rules.

A kicker tells the occasion, the reason or the mood, a headline names who acted, a deck adds a figure, a consequence or
a voice. A rule asks one thing of a pair and names what either heading shows by it. Of the alternatives in one row of a
list only the first that holds counts, so the surer ones stand first; one without evidence shuts out those behind it.
"""

from __future__ import annotations

from collections.abc import Callable

from wanbao.conventions import PLACE_NAMES
from wanbao.errors import Record
from wanbao.parse.headings import printed_lines, tells_who_came
from wanbao.parse.pair import Pair
from wanbao.parse.tier_patterns import (
    ACTOR,
    ADVICE,
    ADVISES,
    ANSWERED,
    AS_REPORTER,
    ASKS,
    AT_ONCE,
    ATTENDED,
    BESIDE,
    CAMPAIGN,
    CENTRAL,
    COUNT,
    EXPERT_TELLS,
    FACT,
    FOLLOW_UP,
    INTERVIEW,
    MATCH,
    MISHAP,
    NAMED_FIRST,
    OCCASION_END,
    OCCASION_START,
    OFFICIAL,
    OUTCOME,
    PARTY_SAYS,
    PLACE_LABEL,
    PUBLISHED,
    PUBLISHED_BRIEFLY,
    PURPOSE,
    QUANTITY,
    REFERS,
    SLOGAN,
    SPEECH_START,
    SPOKE_WITH,
    SPOKEN,
    SUBJECT,
    TELLS_WHICH,
    VERB,
    VOICE,
    VOICE_SAYS,
    WHO,
    WHOLE_QUOTE,
    WHY,
    WON,
)
from wanbao.parse.titles import SPACES, names_time
from wanbao.patterns import regex


class Rule(Record, frozen=True):
    """What is asked of a pair, and what it shows if the answer is yes."""

    holds: Callable[[Pair], bool]
    """The question."""
    above: tuple[str, ...] = ()
    """The evidence of the upper heading."""
    below: tuple[str, ...] = ()
    """The evidence of the lower heading."""
    refuted_above: str = ""
    """Evidence of the upper heading that is taken back."""
    refuted_below: str = ""
    """Evidence of the lower heading that is taken back."""


Rules = tuple[tuple[Rule, ...], ...]
"""Rows of alternatives, in the order in which they are tried."""


def judge_words(pair: Pair) -> None:
    """Add what the words of two headings say."""
    evidence = pair.second.evidence
    if "tiny" in evidence or "place_name" in evidence:
        return
    _apply(KICKERS, pair)
    if not _names_column(pair):
        _apply(DECKS, pair)


def _apply(rules: Rules, pair: Pair) -> None:
    """Try the rules, and note what those show that hold."""
    for alternatives in rules:
        for rule in alternatives:
            if rule.holds(pair):
                _note(rule, pair)
                break


def _note(rule: Rule, pair: Pair) -> None:
    """Note what a rule that holds shows."""
    if rule.refuted_above:
        pair.first.withdraw(rule.refuted_above)
    if rule.refuted_below:
        pair.second.withdraw(rule.refuted_below)
    pair.first.evidence += rule.above
    pair.second.evidence += rule.below


def _names_column(pair: Pair) -> bool:
    """Whether the upper heading is the name of a column more often than a headline: up to four letters."""
    shown = pair.first.evidence
    return pair.one <= 4 and pair.two < 20 and "occasion_start" not in shown and "occasion_end" not in shown


# --- what the upper heading is ---------------------------------------------------------------------------------------


def _interviewed(pair: Pair) -> bool:
    """`专访…` above a quotation, or an official above what he was asked about."""
    if INTERVIEW.match(pair.above) and WHOLE_QUOTE.match(pair.below):
        return True
    return ANSWERED.match(pair.below) is not None and OFFICIAL.fullmatch(pair.above) is not None


def _quoted(pair: Pair) -> bool:
    """A quotation below a heading that is none, and longer, unless that tells with whom one spoke."""
    if pair.one < 7 or not WHOLE_QUOTE.match(pair.below) or WHOLE_QUOTE.match(pair.above):
        return False
    return pair.two < pair.one or SPOKE_WITH.search(pair.above) is not None


def _labels_place(pair: Pair) -> bool:
    """`海角：…` above a heading without a place."""
    return PLACE_LABEL.match(pair.above) is not None and not PLACE_LABEL.match(pair.below)


_DASHES = ("——", "－－", "――")
_ANNOUNCING = (*_DASHES, "：", ":")


def _announces(pair: Pair) -> bool:
    """`群众普遍反映——`, `某报发表社论`, `专家提醒家长`: what is said is the headline."""
    if not (pair.above.endswith(_ANNOUNCING) or PUBLISHED.search(pair.above) or ADVISES.fullmatch(pair.above)):
        return False
    return "says" not in pair.first.evidence


def _begins_as_occasion(pair: Pair) -> bool:
    """`为…`, `历时…`, `去年前十一个月`: why or when."""
    return OCCASION_START.match(pair.above) is not None or names_time(pair.above)


def _begins_as_purpose(pair: Pair) -> bool:
    """`提高…`, `标志…` above a heading that does not begin so."""
    return PURPOSE.match(pair.above) is not None and not PURPOSE.match(pair.below)


def _says_but_who(pair: Pair) -> bool:
    """`湖南一乡村医生` above two clauses."""
    if not WHO.fullmatch(pair.above):
        return False
    return SPACES.search(pair.below) is not None and not VERB.search(pair.above)


def _gives_out(pair: Pair) -> bool:
    """`省法院发布典型案例`"""
    return PUBLISHED_BRIEFLY.fullmatch(pair.above) is not None


def _ends_as_occasion(pair: Pair) -> bool:
    """`…召开`, `…在即`: not where the heading below tells who spoke there or what went on besides, nor of a victory."""
    if OCCASION_END.search(pair.above) is None:
        return False
    besides = AT_ONCE.search(pair.below) and pair.above.endswith(("召开", "举行", "开幕", "开赛", "落幕", "闭幕"))
    return not (_spoken(pair) or WON.search(pair.above) or besides)


def _names_match(pair: Pair) -> bool:
    """`国际女子网球赛首轮`: which match, and nothing of it."""
    return pair.above[-1] in "赛杯轮场日" and MATCH.fullmatch(pair.above) is not None


def _is_of_state(pair: Pair) -> bool:
    """`国务院…`, but not who gives out what, with nothing of what it says."""
    if CENTRAL.match(pair.above) is None or PUBLISHED_BRIEFLY.fullmatch(pair.above):
        return False
    return "says" not in pair.first.evidence


def _is_balanced(pair: Pair) -> bool:
    """Clauses of one length or with one rhyme, the first of them short, that tell of no mishap: that is the news."""
    parts = pair.above.split() if not MISHAP.search(pair.above) else []
    return len(parts) >= 2 and len(parts[0]) <= _GROUP and (len({*map(len, parts)}) == 1 or _rhymes(parts))


def _is_couplet(pair: Pair) -> bool:
    """Two such of six letters and more, which may as well be a headline."""
    parts = pair.above.split()
    return len(parts) == 2 and len(parts[0]) > _SHORT_GROUP and _is_balanced(pair)


_SHORT_GROUP, _GROUP = 5, 8


def _rhymes(parts: list[str]) -> bool:
    """Whether two clauses end with the same words: `水退到哪里 种子补到哪里`."""
    return len(parts) == 2 and len(parts[0]) >= 4 and parts[0][-2:] == parts[1][-2:]


def _is_slogan(pair: Pair) -> bool:
    """`明确任务 坚持改革 推动发展` below one clause."""
    return pair.one >= 9 and SLOGAN.fullmatch(pair.below) is not None and not SPACES.search(pair.above)


def _names_campaign(pair: Pair) -> bool:
    """`晚报“暖冬行动”`: what the news belongs to, and nothing that happened."""
    return CAMPAIGN.fullmatch(pair.above) is not None and not CAMPAIGN.fullmatch(pair.below)


def _leads_on(pair: Pair) -> bool:
    """`…抛出橄榄枝——`"""
    return pair.above.endswith(_DASHES) and not pair.above.startswith(_DASHES)


def _follows_up(pair: Pair) -> bool:
    """`《路口的红绿灯坏了》追踪`: which story the one below goes on with."""
    return FOLLOW_UP.fullmatch(pair.above) is not None


KICKERS: Rules = (
    (Rule(_follows_up, above=("follows_up",)),),
    (Rule(_leads_on, above=("dash_leads",)),),
    (Rule(_names_campaign, above=("campaign",)),),
    (Rule(_interviewed, above=("interviewed",), below=("said",)), Rule(_quoted, above=("quoted_below",))),
    (Rule(_labels_place, above=("place_label",)),),
    (Rule(_announces, above=("says",)),),
    (
        Rule(_begins_as_occasion, above=("occasion_start",)),
        Rule(_begins_as_purpose, above=("purpose_above",)),
        Rule(_says_but_who, above=("who_above",)),
    ),
    (
        Rule(_gives_out, above=("gives_out",), refuted_above="notice_end"),
        Rule(_ends_as_occasion, above=("occasion_end",)),
    ),
    (Rule(_names_match, above=("match_named",)),),
    (Rule(_is_of_state, above=("central_subject",)),),
    (
        Rule(_is_couplet, above=("couplet",), refuted_above="two_parts"),
        Rule(_is_balanced, above=("balanced",), refuted_above="two_parts"),
    ),
    (Rule(_is_slogan, below=("slogan_below",)),),
)
"""What the upper heading is, by its words and by those of the lower one."""


# --- what the lower heading is ---------------------------------------------------------------------------------------


def _is_wordy(pair: Pair) -> bool:
    """A long heading with a stop inside: a deck, whoever it names."""
    return "long" in pair.second.evidence and "stops_inside" in pair.second.evidence


def _asks(pair: Pair) -> bool:
    """A question below a heading that is none."""
    return ASKS.search(pair.below) is not None and not ASKS.search(pair.above)


def _names_first(pair: Pair) -> bool:
    """`海角县…` below a heading that does not begin with a name."""
    return NAMED_FIRST.match(pair.below) is not None and not NAMED_FIRST.match(pair.above)


_COMMAS = frozenset("，,")
_CLAUSES = regex("[，,]")
_LEAST_OF_TWO = 4
"""Letters: `除夕，他们在岗位上` is one clause."""


def _alone_has_comma(pair: Pair) -> bool:
    """A comma in the lower heading alone, below one that sets a blank between its halves where others have a comma."""
    if _COMMAS.isdisjoint(pair.below) or not _COMMAS.isdisjoint(pair.above) or pair.below[0] == "“":
        return False
    if SPACES.search(pair.above) is None or "asks_below" in pair.second.evidence:
        return False
    return min(map(len, _CLAUSES.split(pair.below))) >= _LEAST_OF_TWO


def _quotes_word(pair: Pair) -> bool:
    """A word between quotation marks inside the lower heading alone."""
    return "“" in pair.below[1:] and "“" not in pair.above and pair.below[0] != "“" and not _is_wordy(pair)


def _advises(pair: Pair) -> bool:
    """`中医提醒：…` below a headline is no column."""
    shown = pair.second.evidence
    return "column_prefix" in shown and "deck_words" in shown and ADVICE.match(pair.below) is not None


def _is_no_deck(pair: Pair) -> bool:
    """A question is no deck; a wordy heading is one already."""
    return _is_wordy(pair) or "asks_below" in pair.second.evidence


def _spoken(pair: Pair) -> bool:
    """`李某主持…`, `各界代表致辞祝贺` below the occasion, unless the upper heading announces what was said."""
    if "says" in pair.first.evidence:
        return False
    return SPOKEN.match(pair.below) is not None or tells_who_came(printed_lines(pair.below))


def _speaks_on(pair: Pair) -> bool:
    """`勉励…`: what the one above says besides."""
    return "says" not in pair.first.evidence and SPEECH_START.match(pair.below) is not None


def _explains(pair: Pair) -> bool:
    """`主任医师何静谈耳鸣`, `本报记者探访…`"""
    told = EXPERT_TELLS.search(pair.below) or AS_REPORTER.match(pair.below)
    return told is not None and not EXPERT_TELLS.search(pair.above)


def _tells_which(pair: Pair) -> bool:
    """`砸的是自家姐夫的车`"""
    return TELLS_WHICH.match(pair.below) is not None


def _asks_why(pair: Pair) -> bool:
    """A question is a headline, whatever it begins with."""
    return WHY.search(pair.below) is not None


def _adds(pair: Pair) -> bool:
    """`最高…`, `…无人伤亡`, `…也可参加`"""
    below = pair.below
    return bool(FACT.match(below) or OUTCOME.search(below) or BESIDE.search(below))


def _attends(pair: Pair) -> bool:
    """`副市长何静等陪同`"""
    return ATTENDED.search(pair.below) is not None


def _party_says(pair: Pair) -> bool:
    """`邻国指责对方违约` below what was done, not below who says or asks something."""
    if pair.one < 6 or "says" in pair.first.evidence or PARTY_SAYS.match(pair.above):
        return False
    return PARTY_SAYS.match(pair.below) is not None


def _counts(pair: Pair) -> bool:
    """`三百多辆公交车…`"""
    return COUNT.match(pair.below) is not None


def _lets_speak(pair: Pair) -> bool:
    """`超市答应…`"""
    return VOICE_SAYS.match(pair.below) is not None


def _lets_act(pair: Pair) -> bool:
    """`警方…`"""
    return VOICE.match(pair.below) is not None


def _has_subject(pair: Pair) -> bool:
    """`我市…`, `一男子…`"""
    return SUBJECT.match(pair.below) is not None


def _acts(pair: Pair) -> bool:
    """Somebody or something that acts begins the upper heading: a headline."""
    return pair.one >= 6 and ACTOR.match(pair.above) is not None and "occasion_end" not in pair.first.evidence


def _asked_above(pair: Pair) -> bool:
    """A question or a call, `汇龙花园水龙头流污水？`, above a statement."""
    return pair.above[-1] in "？?！!" and pair.below[-1] not in "？?！!" and pair.below[0] != "“"


_COMMON_STARTS = frozenset("一二三四五六七八九十不大小中全市新")


def _takes_up(pair: Pair) -> bool:
    """The lower heading begins with a letter that the upper one has, which is neither common nor of a place."""
    below = pair.below
    return below[0] in pair.above and below[0] not in _COMMON_STARTS and below[:2] not in PLACE_NAMES


def _refers_back(pair: Pair) -> bool:
    """`他…`, `该…`: whom the upper heading has named."""
    return REFERS.search(pair.below) is not None


def _figures(pair: Pair) -> bool:
    """A figure in the lower heading alone, where that is not much the longer."""
    if pair.one < 9 or pair.two > 1.8 * pair.one:
        return False
    return QUANTITY.search(pair.below) is not None and not QUANTITY.search(pair.above)


DECKS: Rules = (
    (Rule(_is_wordy), Rule(_asks, below=("asks_below",)), Rule(_names_first, below=("named_below",))),
    (Rule(_quotes_word, below=("word_below",)),),
    (Rule(_alone_has_comma, below=("comma_below",), refuted_above="balanced"),),
    (Rule(_advises, below=("adds",), refuted_below="column_prefix"),),
    (
        Rule(_is_no_deck),
        Rule(_attends, below=("attended",)),
        Rule(_spoken, below=("spoken_below",)),
        Rule(_speaks_on, below=("speech_below",)),
        Rule(_explains, below=("expert_tells",)),
        Rule(_tells_which, below=("tells_which",)),
        Rule(_asks_why),
        Rule(_adds, below=("adds",)),
        Rule(_counts, below=("counts",)),
        Rule(_lets_speak, below=("voice", "voice_says")),
        Rule(_lets_act, below=("voice",)),
        Rule(_party_says, below=("party_says",)),
        Rule(_has_subject, below=("own_subject",)),
    ),
    (Rule(_acts, above=("actor_above",)), Rule(_asked_above, below=("asked_above",))),
    (Rule(_takes_up, below=("same_letter",)),),
    (Rule(_refers_back, below=("refers_back",)),),
    (Rule(_figures, below=("figures_below",), refuted_below="two_parts"),),
)
"""What the lower heading is, and what the upper one is beside it."""

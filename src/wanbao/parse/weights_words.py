"""What the words of two headings that stand together say: a part of the table in `wanbao.parse.weights`."""

from __future__ import annotations

from wanbao.parse.weight import Weight

WORDS: dict[str, Weight] = {
    "says": Weight({"kicker": 3, "headline": -1.5, "deck": -1}, "提出, 要求, 强调… at the end announce the headline"),
    "dash_leads": Weight(
        {"kicker": 4, "headline": -3}, "…—— leads on to the heading below: of ten such nine are kickers"
    ),
    "occasion_start": Weight({"kicker": 2}, "为…, 因…, 历时…, 昨日… above another heading: its reason, means or time"),
    "purpose_above": Weight(
        {"kicker": 3.2, "headline": -0.8}, "提高…, 标志… above another heading: what for, without a subject"
    ),
    "expert_tells": Weight(
        {"deck": 3, "headline": -1}, "主任医师某某谈耳鸣 below another heading: who explains what it is about"
    ),
    "who_above": Weight(
        {"kicker": 3, "headline": -1}, "湖南一乡村医生 above clauses without a subject: who they are about"
    ),
    "occasion_end": Weight({"kicker": 2.4}, "…会召开, …在即 above another heading tells the occasion: a kicker"),
    "match_named": Weight(
        {"kicker": 4, "headline": -0.5}, "the name of a match above another heading: all of twenty are kickers"
    ),
    "interviewed": Weight({"kicker": 2.5, "headline": -1}, "对话…, 专访… above what somebody said: whom"),
    "quoted_below": Weight(
        {"kicker": 2.2, "headline": -0.6},
        "what somebody said is the headline: the heading above tells what it is about",
    ),
    "slogan_below": Weight(
        {"headline": 2, "kicker": -3, "deck": -1},
        "three short calls below a clause with the occasion: the headline",
    ),
    "said": Weight({"headline": 1.5, "deck": -2}, "what somebody said, under a heading that tells who"),
    "couplet_above": Weight(
        {"headline": 1.3, "kicker": -0.9}, "two short headings of one length: a headline set as a couplet"
    ),
    "couplet_below": Weight({"headline": 1, "deck": -1}, "the second line of such a headline"),
    "stack": Weight(
        {"headline": 2, "kicker": -2, "deck": -2}, "three lines of one length or more in a row: one headline"
    ),
    "clauses_above": Weight({"kicker": 1.2, "headline": -0.4}, "several clauses above a single one: a kicker"),
    "place_label": Weight({"headline": 1, "kicker": -1.2}, "砀山：… begins a headline, the heading below goes on"),
    "actor_above": Weight({"headline": 0.7, "kicker": -0.7}, "老人…, 医院…: who acted stands in the first heading"),
    "same_letter": Weight({"deck": 0.6}, "it begins with a letter of the heading above: it goes on about the same"),
    "balanced": Weight({"kicker": 2.2, "headline": -0.3}, "short groups of one length are a kicker's rhythm"),
    "couplet": Weight({"kicker": 0.3}, "two halves of six letters and more: of 17 such above a heading 8 are kickers"),
    "campaign": Weight(
        {"kicker": 2.5, "headline": -1}, "晚报“暖冬行动” above another heading: what the news belongs to"
    ),
    "follows_up": Weight(
        {"kicker": 4, "headline": -3},
        "《…》追踪 above another heading: which story is gone on with; all six such are kickers",
    ),
    "counts": Weight({"deck": 0.8}, "三百多辆…, 10户人家…: how many there are, below a heading"),
    "adds": Weight({"deck": 1.8}, "最高…, 预计…, 违者…: a figure or a consequence without a subject is a deck"),
    "attended": Weight({"deck": 6.5}, "…等陪同, …出席: who else was there; of ten such lower headings all are decks"),
    "comma_below": Weight(
        {"deck": 2.2}, "a comma below a headline whose halves a blank parts: a deck, as all 29 such pairs looked at"
    ),
    "voice": Weight({"deck": 0.7}, "警方…, 物业…: what another party did is rather a deck"),
    "voice_says": Weight({"deck": 0.9}, "超市答应…, 顾客称…: where the other party speaks, a deck is likelier still"),
    "asked_above": Weight({"deck": 2.2}, "a question or a call above a statement: of eleven such ten are decks"),
    "party_says": Weight({"deck": 2.6}, "邻国指责…, 专家认为…: somebody else speaks; of 21 such 17 are decks"),
    "speech_below": Weight(
        {"deck": 2.2}, "勉励…, 呼吁…, 向…致以… without a subject go on with what the headline above tells"
    ),
    "spoken_below": Weight({"deck": 1.8}, "李某主持…, 王某出席…: who was at the occasion told above"),
    "central_subject": Weight(
        {"headline": 0.8, "kicker": -0.8}, "国务院…, 我国… above another heading: what the state does is the headline"
    ),
    "own_subject": Weight({"deck": -0.7}, "我市…, 一男子…: it names who acted, as a headline does a little more often"),
    "tells_which": Weight(
        {"deck": 3.2, "headline": -1}, "砸的是…, 救人的竟是… below another heading: which one it was that it tells of"
    ),
    "asks_below": Weight(
        {"headline": 1.3, "deck": -1.5, "subhead": 1.3},
        "a question below what raises it: of ten such pairs nine have the headline there",
    ),
    "named_below": Weight(
        {"headline": 0.4, "deck": -0.5},
        "only the heading below begins with a place or an office: of 78 such pairs 66 are kicker and headline",
    ),
    "word_below": Weight(
        {"headline": 0.4, "deck": -0.5},
        "only the heading below has a word in quotes: of 54 such pairs 49 are kicker and headline",
    ),
    "refers_back": Weight({"deck": 1.1}, "其, 他, 该 mean somebody whom the heading above names"),
    "deck_words": Weight({"deck": 0.9}, "昨晚…, 计划…, 医生提醒：… add a fact to the headline above"),
    "series_kicker": Weight({"kicker": 2, "headline": -0.6, "deck": -0.6}, "系列报道之三, 聚焦…: it says what series"),
    "deck_kind": Weight({"deck": 4}, "见闻, 侧记, …的故事: what kind of story it is; of 21 all are decks"),
    "deck_start": Weight({"deck": 1.1, "kicker": -0.2}, "一名…, 访…, 来自…: it explains a headline"),
    "figures_below": Weight({"deck": 0.5}, "the second of two headings tells how many or how much, the first does not"),
}

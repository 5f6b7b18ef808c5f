"""What tells a story without an author from a part of the story above: a piece of the table in
`wanbao.parse.weights`.

The figures are from headings of real pages and of pages in other hands (`wanbao.parse.authorship`).
"""

from __future__ import annotations

from wanbao.parse.weight import Weight

PARTS: dict[str, Weight] = {
    "brief_title": Weight(
        {"headline": 6, "subhead": -3, "kicker": -3},
        "bold under 简讯 and the like, one paragraph below each",
    ),
    "built_alike": Weight(
        {"subhead": 1.8, "headline": -1.2},
        "the headings of these parts are built alike, and nobody is named in any: parts of the story above",
    ),
    "clauses_silent": Weight(
        {"subhead": 2, "headline": -1.5, "kicker": -1.5},
        "a comma or a colon inside, nobody named below, where the page names its authors: of 119 none was a headline",
    ),
    "silent_story": Weight(
        {"headline": 1, "subhead": -1},
        "the only heading without an author below a story with one, or one in two long halves, whose text does not go "
        "on with the words of that story: of 75 such 69 are headlines",
    ),
    "day_told": Weight(
        {"headline": 0.9, "subhead": -0.9},
        "近日…, 8月15日… begin the text under it: of 44 such headings 34 are headlines, of 554 others 123",
    ),
    "lately_told": Weight(
        {"headline": 1.4, "subhead": -1.4},
        "近日…, 日前… begin the text under it: of 42 such headings of stories without a dateline 39 are headlines; "
        "of 30 with these words further on in its first sentence 26",
    ),
    "reader_told": Weight(
        {"headline": 2.6, "subhead": -2.6}, "读者盛先生反映… begins the text under it: a short letter of its own"
    ),
    "headline_words": Weight(
        {"subhead": 1.2, "headline": -1.2},
        "a quarter to a third of its pairs of letters stand in the headline above: 61 of 876 parts, one of 779 stories",
    ),
    "headline_again": Weight(
        {"subhead": 2, "headline": -2},
        "a third or more of its pairs of letters stand in the headline above: 94 of 876 parts, four of 779 stories",
    ),
    "own_work": Weight(
        {"headline": 2.4, "subhead": -2.4},
        "a book or a play in it of which only the text below speaks: of 21 such headings 20 begin a story",
    ),
    "above_caption": Weight(
        {"headline": 2.4, "subhead": -2.4},
        "a picture's words right below it, and no other heading beside it: all of 195 such headings are headlines",
    ),
    "above_picture": Weight(
        {"headline": 1.6, "subhead": -1.6},
        "the same where the words of the picture are not known as such: 13 of 13, and none of 181 sub-headlines",
    ),
    "below_aside": Weight(
        {"headline": 1.2, "subhead": -1.2},
        "an advertisement, a notice or a call to readers stands above it: all 35 such headings are headlines",
    ),
    "below_lead": Weight(
        {"headline": -1.5, "subhead": 1.5},
        "a reporter's line behind the first paragraphs stands above it, and it shares their words: all of six",
    ),
    "one_clause": Weight(
        {"headline": 0.4, "subhead": -0.4}, "twelve to eighteen letters without a space: a headline a little more often"
    ),
    "short_row": Weight(
        {"headline": -0.5, "subhead": 0.5},
        "two short headings and more in a row above texts that nobody signs: of 202 such 196 are parts of a story",
    ),
    "after_signed": Weight(
        {"headline": 1.2, "kicker": 1, "subhead": -2},
        "the one paragraph above has its dateline and is signed: a story that is over",
    ),
    "above_alike": Weight(
        {"headline": 4, "subhead": -4, "kicker": -1},
        "it has no colon, and those of the parts below all have: the headline of them",
    ),
    "whose_news": Weight(
        {"headline": 2, "subhead": -2}, "海角县石山乡：… begins with whose news it is: no part of another story"
    ),
    "labelled_part": Weight(
        {"subhead": 6, "headline": -3, "kicker": -3, "label": -4, "deck": -3},
        "a word or two and a heading above a text without an author, twice in a row: parts of one story",
    ),
    "long_alone": Weight(
        {"headline": 1.2, "subhead": -1},
        "eighteen letters over plain text among stories with datelines, and no sign of a sub-headline: a story",
    ),
    "own_title": Weight(
        {"headline": 1.6, "subhead": -1.6}, "a work that it names is what its text begins with, and is not named above"
    ),
    "asks_alone": Weight(
        {"subhead": -1.5, "headline": -1.5, "kicker": -1.5, "para": 0.5},
        "a question without a mark between paragraphs, where headings have marks or no other line asks: the text asks",
    ),
    "between_questions": Weight(
        {"subhead": 3, "headline": -2, "kicker": -2}, "questions of one interview stand above it and below"
    ),
}
"""Evidence by name."""

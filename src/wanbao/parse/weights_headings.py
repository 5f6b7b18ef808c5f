"""What the evidence of headings and lines that may be headings says: a part of the table in `wanbao.parse.weights`."""

from __future__ import annotations

from wanbao.parse.weight import Weight

_THREE_ALIKE = (
    "three headings of one level above a dateline: of 64 such on the pages looked at 60 are kicker, headline, deck"
)

HEADINGS: dict[str, Weight] = {
    "no_marks": Weight(
        {"headline": 3, "kicker": 3.2, "deck": 3.6, "subhead": 3, "caption": -1},
        "the page has no heading marks: short lines must be headings",
    ),
    "long_line": Weight({"subhead": -1.6}, "an unmarked line of more than twenty characters is rarely a sub-headline"),
    "runs_on": Weight(
        {"headline": -2.5, "kicker": -2.5, "deck": -2.5, "subhead": -2.5, "para": 0.5},
        "its last and the next line's first character make a word of this page: a column's end cut it",
    ),
    "runs_from": Weight(
        {"headline": -3, "kicker": -3, "deck": -3, "subhead": -3, "para": 0.5},
        "an unmarked line below a paragraph that stops in the middle of a sentence goes on with it",
    ),
    "two_halves": Weight(
        {"para": -1.5}, "an unmarked line in two halves with a space between is no piece that a column's end cut"
    ),
    "stops_nowhere": Weight(
        {"para": -1.5},
        "two or three unmarked lines without a stop between a finished paragraph and a story are all headings",
    ),
    "stops_above_text": Weight(
        {"para": -0.7}, "the same above a text that names nobody: it may as well go on with the story above"
    ),
    "prose": Weight(
        {"headline": -3, "kicker": -3, "deck": -2, "subhead": -3},
        "several commas in an unmarked line are prose that a column's end cut off",
    ),
    "according": Weight(
        {"headline": -3, "kicker": -3, "deck": -6, "subhead": -3},
        "据…介绍， begins a paragraph that a column's end cut off",
    ),
    "too_short": Weight({"para": -1}, "a paragraph of a dozen characters without a stop is rare"),
    "last_line": Weight(
        {"headline": -3, "kicker": -4, "subhead": -3}, "nothing follows that it could be the heading of"
    ),
    "tiny": Weight(
        {"subhead": 0.9, "headline": -1.2, "kicker": -1, "deck": -2}, "one to three characters make no headline"
    ),
    "place_name": Weight(
        {"subhead": 2.5, "headline": -2, "deck": -4, "kicker": -1}, "a bare place name divides a round-up"
    ),
    "place_row": Weight(
        {"subhead": 3, "headline": -2, "kicker": -2}, "one of several places in a row, each above a dateline of its own"
    ),
    "above_places": Weight(
        {"headline": 2, "subhead": -2, "kicker": -2}, "the places of a row stand under it: the headline of all"
    ),
    "place_line": Weight(
        {"subhead": 3, "headline": -2, "caption": -4, "para": -2}, "an unmarked line with a bare place name does too"
    ),
    "place_of_dateline": Weight(
        {"subhead": 9, "headline": -3, "kicker": -4, "deck": -4},
        "the dateline under it names the same place: a part of a report from several places",
    ),
    "dateline_of_place": Weight({"open": 2, "open_by": 2}, "the dateline of such a part goes on with the report"),
    "after_answers": Weight(
        {"headline": 1.6, "kicker": 1, "subhead": -1.8},
        "questions and answers stand above, and none below: what they were about is over",
    ),
    "office_below": Weight(
        {"byline": 6, "para": -2}, "an office alone between the headline and the text of a notice: who issues it"
    ),
    "dash": Weight({"deck": 5, "headline": -3, "kicker": -4, "subhead": -1}, "—— opens a deck"),
    "long": Weight({"deck": 1.5, "headline": -0.8, "subhead": -1}, "more than 28 characters are rarely a headline"),
    "stops_inside": Weight(
        {"deck": 1.3, "headline": -0.6, "kicker": -0.3, "subhead": -0.2}, "commas and stops make a deck"
    ),
    "groups": Weight({"kicker": 2.6, "headline": -0.6, "deck": -0.3}, "several short groups are a kicker's rhythm"),
    "numbered": Weight(
        {"subhead": 2.2, "headline": -1.5, "kicker": -2, "deck": -2}, "一、 or （一） numbers sub-headlines"
    ),
    "bold_minor": Weight(
        {"subhead": 2, "headline": -1.6, "kicker": -1.6, "deck": -0.5}, "bold on a page with # headings is minor"
    ),
    "deeper": Weight(
        {"subhead": 0.8, "headline": -0.3, "kicker": -0.8}, "a deeper level than the page's first headings"
    ),
    "smaller": Weight(
        {"deck": 0.7}, "a deeper level, on a page whose stories open under several: rather a deck than a kicker"
    ),
    "never_opens": Weight(
        {"subhead": 2.6, "headline": -1.6, "kicker": -1.6},
        "headings of this deeper level never open an article on this page",
    ),
    "level_back": Weight(
        {"headline": 1.6, "subhead": -1.6},
        "the level of the article's own heading, after two sub-headlines of a deeper one: the next article",
    ),
    "shallow": Weight({"headline": 0.3, "subhead": -0.5}, "the highest level on a page that has several"),
    "long_plain": Weight(
        {"kicker": 0.9, "headline": -0.2}, "the first of two headings is one long clause: a kicker that tells the news"
    ),
    "shorter": Weight({"deck": 0.6}, "the second of two headings is shorter than the first, which is one clause"),
    "much_longer": Weight(
        {"headline": 1, "kicker": -1.2}, "the first of two headings is much longer: headline and deck"
    ),
    "much_shorter": Weight({"deck": 1.4, "headline": -0.4}, "the second of two headings is much shorter: a deck"),
    "level_down": Weight({"deck": 1.4, "headline": -0.7, "kicker": -0.3}, "a smaller heading right after a larger one"),
    "above_own_level": Weight(
        {"kicker": 1.5, "headline": -1},
        "it is larger than the heading below, which has the level of all headlines that stand by themselves",
    ),
    "own_level": Weight(
        {"headline": 1.5, "deck": -2, "subhead": -1.5}, "the level of all headlines that stand by themselves"
    ),
    "where_or_when": Weight(
        {"kicker": 3, "headline": -2, "label": -3}, "浙江海角县 or 前五个月 above a headline: a kicker"
    ),
    "column_above": Weight(
        {"label": 4.5, "headline": -2, "kicker": -2, "subhead": -2},
        "a short heading, or one in two parts (经济观察·工程一线), above kicker and headline names their column",
    ),
    "plain_kicker": Weight(
        {"kicker": 6.5, "para": -2, "deck": -3, "caption": -4},
        "a plain line that leads on (——) to the heading below, or stands between a column's name and the headline",
    ),
    "level_up": Weight({"headline": 0.6, "deck": -0.8}, "a larger heading right after a smaller one"),
    "before_level_up": Weight({"kicker": 0.8}, "a smaller heading right before a larger one"),
    "long_second": Weight({"deck": 1, "headline": -0.2}, "the second heading is much longer than the first"),
    "twin": Weight(
        {"subhead": 2.2, "deck": -0.5, "headline": -0.8}, "the second heading is of a kind with the later sub-headlines"
    ),
    "section_word": Weight({"label": 3.5, "headline": -2, "subhead": -0.5}, "the name of a newspaper section"),
    "at_top": Weight({"label": 1.5}, "at the head of the page, where the section's name stands"),
    "label_size": Weight({"label": -5}, "a short heading may be the name of a column"),
    "column_ending": Weight(
        {"label": 6.8, "kicker": -1, "headline": -1},
        "it ends like the name of a standing column, and a headline follows",
    ),
    "column_ending_long": Weight(
        {"label": 3, "kicker": -0.5}, "the same in seven or eight characters, which may as well be a kicker"
    ),
    "column_four": Weight(
        {"label": 5.9, "kicker": -0.4, "headline": -0.2},
        "four characters above a longer heading are the name of a column more often than a kicker",
    ),
    "column_six": Weight(
        {"label": 5.7, "kicker": -0.4, "headline": -0.2},
        "five or six characters above a longer line: in 600 articles one kicker was so short and ninety columns' names",
    ),
    "four_above_news": Weight({"label": -0.5}, "a dateline stands under the headline below: it may be a kicker"),
    "label_apart": Weight(
        {"label": 1.4}, "what follows shares few words with what went before, as under a column's name"
    ),
    "first_of_three": Weight({"kicker": 1.8, "headline": -0.8}, "three headings above a text: kicker, headline, deck"),
    "middle_of_three": Weight({"headline": 1.8, "deck": -1}, "the second of three headings, and the shortest"),
    "compiled_below": Weight(
        {"headline": 3, "label": -8, "kicker": -3},
        "items without openings stand under it, and one hand compiled them: a column's name as headline",
    ),
    "compiled_item": Weight(
        {"subhead": 2.5, "headline": -2.5, "kicker": -3, "deck": -3}, "one of the items that one hand compiled"
    ),
    "three_alike_1": Weight({"kicker": 0.6, "headline": -0.3}, _THREE_ALIKE),
    "three_alike_2": Weight({"headline": 0.6, "kicker": -0.3, "deck": -0.4}, _THREE_ALIKE),
    "three_alike_3": Weight({"deck": 1.2, "headline": -0.5}, _THREE_ALIKE),
    "second_line": Weight(
        {"headline": 3, "deck": -2, "kicker": -2}, "the second line of a headline set in two headings"
    ),
    "first_line": Weight(
        {"headline": 1, "kicker": -5, "deck": -2},
        "its clause goes on in the heading below: the first line of a headline set in two",
    ),
    "last_of_three": Weight({"deck": 1.8, "headline": -1, "caption": -2}, "the third of three headings"),
    "column_size": Weight(
        {"label": 6.7, "kicker": -0.6}, "so short a heading above a headline is rather a column's name than a kicker"
    ),
    "page_title": Weight(
        {"label": 11, "headline": -1, "kicker": -1}, "one short heading above all others is the name of the page"
    ),
    "brief_ending": Weight({"briefs": 2.5, "headline": -0.5}, "it ends like the name of a column of briefs"),
    "before_leads": Weight({"briefs": 3, "headline": -0.5}, "short pieces with headlines in front stand under it"),
    "column_name": Weight({"label": 7}, "the profile names this standing column"),
    "brief_column": Weight({"briefs": 5, "headline": -2, "subhead": -2}, "简讯, 短波…: the name of a column of briefs"),
    "note_word": Weight(
        {"subhead": 3, "headline": -2.5, "kicker": -3, "deck": -2}, "编者按, 相关链接… never are headlines"
    ),
    "note_above": Weight(
        {"label": 5.5, "subhead": -3}, "延伸阅读, 相关新闻 above a heading name the box that begins with it"
    ),
    "whole_sentence": Weight(
        {"para": 2, "deck": 1}, "a long sentence with its full stop was marked as a heading by mistake"
    ),
    "notice_heading": Weight(
        {"headline": 4.5, "subhead": -4.5, "kicker": -4, "deck": -3, "byline": -4},
        "讣告, 启事… are the headings of notices",
    ),
    "ends_like_text": Weight({"headline": -2, "kicker": -2.5, "subhead": -1.5, "deck": -0.3}, "a full stop ends it"),
    "label_line": Weight({"label": 5.5, "para": -1}, "a short plain line between a text and a headline names a column"),
    "between_texts": Weight(
        {"subhead": 3, "headline": 2, "kicker": 0.5, "para": -1},
        "a short line without a stop between finished paragraphs is a heading that lost its mark",
    ),
    "in_block": Weight(
        {"headline": -2.5, "kicker": -2.5, "deck": -5, "subhead": -2.5, "para": 1},
        "one of several short lines without a blank line between them, on a page that has such lines",
    ),
    "between_paragraphs": Weight(
        {"headline": 0.6, "subhead": 0.6, "kicker": 0.3, "para": -0.8},
        "on a page without marks such a line is a heading of any kind",
    ),
    "plain_series": Weight({"subhead": 1.5, "headline": -1, "para": -0.5}, "several such lines under one headline"),
    "shared_credit": Weight({"caption": 5, "para": -0.5}, "it stands between a picture and the credit of several"),
    "two_parts": Weight({"headline": 0.3, "deck": -0.1}, "two halves with a space between are a headline's two lines"),
    "notice_end": Weight(
        {"headline": 2, "subhead": -2, "kicker": -1.5, "deck": -2},
        "…公告, …启事, …通知 at its end: a notice of its own",
    ),
    "label_before_leads": Weight({"briefs": 5.5, "para": -1}, "a short plain line above paragraphs with lead-ins"),
    "speaker": Weight({"para": 3, "lead": -4}, "the same name in bold stands before other paragraphs: who speaks"),
    "lead_line": Weight(
        {"subhead": 7.5, "headline": 1, "para": -2},
        "a short line that begins in bold with a colon: a sub-headline in two parts",
    ),
    "circled": Weight(
        {"caption": 5, "photo": 2, "para": -0.5}, "one of several texts with ①②…, some of them after pictures"
    ),
    "interrupts": Weight(
        {"caption": 9, "para": -1}, "a sentence without an indent between two halves of a paragraph: a caption"
    ),
    "news_pair": Weight({"kicker": 0.1}, "two headings above a dateline are kicker and headline a little more often"),
    "column_behind": Weight(
        {"headline": 2.2, "deck": -2.5, "kicker": -1},
        "…（走进古城）: the name of a column stands behind headlines, hardly ever behind kickers and decks",
    ),
    "column_prefix": Weight({"headline": 1.5, "subhead": -1}, "名医问答：… is a headline with its column before it"),
    "bold_elsewhere": Weight({"subhead": -1.2}, "this page sets its sub-headlines in bold without #"),
    "table_title": Weight(
        {"headline": 2.5, "subhead": -2}, "a price list, a ranking, a table of results stands by itself"
    ),
    "above_table": Weight({"headline": 0.8}, "a table follows at once: a piece of its own more often than not"),
    "after_table": Weight(
        {"headline": 1.6, "kicker": 1.6, "subhead": -1.6},
        "a heading and nothing but its table end right above it: a box has no parts",
    ),
    "above_dates": Weight(
        {"headline": 4.5, "subhead": -2.5}, "lines that begin with dates stand under it: a time-line"
    ),
    "person_box": Weight(
        {"headline": 7.5, "subhead": -3, "kicker": -2, "byline": -6}, "人物：某某 is the title of a box about somebody"
    ),
    "box_label": Weight({"label": 14, "subhead": -2}, "人物名片 above a name: what kind of box it is"),
    "titled_table": Weight(
        {"headline": 8, "subhead": -2, "label": -3, "para": -3}, "天气预报 right above a table: what the box is called"
    ),
    "notice_at_foot": Weight({"furn": 12}, "公告 alone above one text at the foot of the page: a notice set aside"),
    "weather_outlook": Weight({"furn": 14}, "未来一周天气趋势 above what the weather service says: a weather box"),
    "box_title": Weight({"furn": 12}, "今日电视 above a box that is set aside, and no story below: its title"),
    "call_for_works": Weight({"furn": 12}, "…启事 above texts that ask readers for works and say where to send them"),
    "forecast_below": Weight({"furn": 12}, "a forecast right below the name of a weather box"),
    "letter_below": Weight({"headline": 4, "subhead": -4}, "编辑同志： stands under it: a letter begins"),
    "author_follows": Weight({"headline": 1.5, "kicker": 0.3, "subhead": -1.5}, "an author line stands under it"),
    "author_below_deck": Weight(
        {"headline": 1.5, "deck": 1.5, "kicker": 0.3, "subhead": -1.5},
        "an author line stands under two headings of which the second goes on with the first",
    ),
    "last_names": Weight(
        {"sign": 2, "byline": -2}, "an author line right above the next headline signs the text above"
    ),
    "last_office": Weight(
        {"sign": 5.5, "para": -1.5, "headline": -4, "kicker": -5, "deck": -5, "subhead": -4, "caption": -3},
        "the last line above the next headline is an office, a date or both: it signs a notice",
    ),
    "announces": Weight(
        {"headline": -3, "kicker": -3, "deck": -4, "subhead": -2, "para": 1},
        "a colon at its end announces what follows",
    ),
    "names_before_text": Weight(
        {"sign": -3, "byline": -2, "headline": 1.5, "subhead": 1.5},
        "letters like a name between two texts, where nobody signs",
    ),
    "flush": Weight(
        {"headline": 1.5, "kicker": 1.5, "deck": 1, "subhead": 1.5, "para": -0.5},
        "a short line without an indent on a page that indents its paragraphs",
    ),
    "no_siblings": Weight(
        {"subhead": -1.2},
        "right under another heading of its level, and the story has none further: it divides nothing",
    ),
    "silent_again": Weight(
        {"subhead": 0.7, "headline": -0.35, "kicker": -0.35},
        "the stories of this page open with datelines, and here two headings in turn have none: perhaps one feature's, "
        "though of nine such eight were stories of their own",
    ),
    "news_page": Weight(
        {"subhead": 1.6, "headline": -0.8, "kicker": -0.8},
        "the stories of this page open with datelines, and none stands under this heading",
    ),
    "slogan": Weight(
        {"label": 2, "para": -1}, "□ and twice four letters that are no names: what several stories have in common"
    ),
    "after_notice": Weight(
        {"headline": 1.5, "kicker": 1.2, "subhead": -2.5}, "特此更正, 致歉 ends the notice above: it has no more parts"
    ),
    "after_jump": Weight(
        {"headline": 1.5, "kicker": 1.2, "subhead": -2.5}, "the text above goes on elsewhere: it has no more parts here"
    ),
    "after_photo": Weight(
        {"headline": 2.4, "kicker": 2.2, "subhead": -3.6},
        "a headline with a picture and its words alone stands above: no text to divide",
    ),
    "own_author": Weight(
        {"headline": 1.6, "kicker": 1.2, "subhead": -1.6},
        "the text under it is signed, and the story above has its author: another story",
    ),
    "above_minor": Weight(
        {"subhead": -1.2}, "a sub-headline in bold stands right under it, on a page that sets them so"
    ),
    "nobody_named": Weight(
        {"subhead": 1.6, "headline": -0.8, "kicker": -0.8},
        "the stories of this page name their authors, and the text under it names none of its own",
    ),
    "names_of_next": Weight(
        {"byline": 2.5, "sign": -2.5}, "the story above has named its author, the one below names none"
    ),
    "after_verse": Weight({"headline": 0.8, "subhead": -2.5}, "a poem has no prose after a sub-headline"),
    "feature_first": Weight({"kicker": -0.2, "headline": 0.1}, "a feature seldom has a kicker"),
    "feature_second": Weight({"deck": 0.1}, "a feature often has a deck"),
    "same_form": Weight(
        {"subhead": 2.5, "headline": -0.8, "kicker": -1.5, "deck": -1},
        "a word and a phrase, or questions, in several headings: sub-headlines of one article",
    ),
    "chapter": Weight({"subhead": 8, "byline": -8, "sign": -8, "para": -1}, "第七章… on a line of its own"),
    "asked": Weight(
        {"para": 6, "headline": -4, "kicker": -5, "deck": -5, "subhead": -1},
        "问：…？ and 记者：…？ in bold are the questions of an interview",
    ),
}
"""Evidence by name."""

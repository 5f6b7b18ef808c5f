"""What each piece of evidence says for each role; `wanbao.parse.grammar` says what may follow what.

Weights are natural logarithms of odds, roughly: 1 is a hint, 3 is strong, 5 is nearly certain. Each row says why. The
decoder adds the weights of all evidence that a piece shows for a role to the weight of the step into that role, and
takes the reading of the whole page with the highest sum. `tests/parse/test_weights.py` finds each row's case files.
The rows of headings stand in `wanbao.parse.weights_headings`, those of the words of two headings in
`wanbao.parse.weights_words`, of their shapes in `wanbao.parse.weights_pairs`, of parts of a story in
`wanbao.parse.weights_parts`.
"""

from __future__ import annotations

from wanbao.parse.weight import Weight
from wanbao.parse.weights_headings import HEADINGS
from wanbao.parse.weights_pairs import PAIRS
from wanbao.parse.weights_parts import PARTS
from wanbao.parse.weights_words import WORDS

EVIDENCE: dict[str, Weight] = {
    # --- what a piece is made of: the roles it may have at all ---
    "heading": Weight(
        {"headline": 0, "kicker": -0.5, "deck": -0.4, "subhead": 0},
        "a line with # is a heading of some kind; its level means little",
    ),
    "bold": Weight(
        {"headline": -0.3, "kicker": -0.6, "deck": -1, "subhead": 0.2},
        "a line in bold is a heading of some kind, more often a small one",
    ),
    "short_line": Weight(
        {"para": -0.5, "headline": -3.2, "kicker": -3.7, "deck": -3.9, "subhead": -3.2, "caption": 0.8},
        "a short line without a full stop may be a heading that lost its mark",
    ),
    "text": Weight({"para": 0}, "plain text is a paragraph unless something says otherwise"),
    "long_text": Weight({"caption": -4, "photo": -5}, "a long run of text that has a caption's marks"),
    "sentence": Weight({"caption": -4, "photo": -5}, "one sentence or two may be a caption"),
    "image": Weight({"image": 0}, "a Markdown image"),
    "table": Weight({"table": 0}, "rows of cells are a table"),
    "verse": Weight({"verse": 0, "para": -4}, "lines that end where they want to"),
    "list": Weight({"list": 0}, "Markdown bullets"),
    **HEADINGS,
    **WORDS,
    **PAIRS,
    **PARTS,
    # --- text ---
    "dateline": Weight({"open": 4, "open_new": 4, "para": -4}, "a dateline opens an article"),
    "dateline_by": Weight({"open_by": 4, "open_by_new": 4, "para": -4}, "a dateline with a by-line opens an article"),
    "dateline_apart": Weight(
        {"open_new": 3, "open_by_new": 3},
        "a dateline inside a story that has one, above words the story does not share",
    ),
    "below_pictures": Weight(
        {"open_new": 3, "open_by_new": 3},
        "a dateline below the pictures of 图片新闻: news of its own without a headline",
    ),
    "item_apart": Weight(
        {"open_new": 8, "lead": -1, "para": -1},
        "one of three items of news or more below a story, which speak of nothing that it tells",
    ),
    "other_place": Weight(
        {"open": 3.6, "open_by": 3.6},
        "a second dateline from elsewhere under one headline: a report from several places",
    ),
    "topic": Weight(
        {"byline": 8, "para": -4}, "a wire's dateline and the agency's own headline, on a line of their own"
    ),
    "byline_opens": Weight({"open_by": 2.5, "open_by_new": 1.5, "para": -2}, "a by-line opens an article, more weakly"),
    "jump_opens": Weight(
        {"open": 3, "open_by": 1, "open_new": 4.5, "para": -1},
        "上接第1版 before the first words opens what began there",
    ),
    "bold_lead": Weight({"lead": 2, "para": -0.5}, "a bold beginning is the headline of a brief"),
    "bold_sentence": Weight({"lead": -5, "para": 1}, "a bold sentence leads a paragraph, it is no headline"),
    "bullet_lead": Weight({"lead": 0.5}, "● or ◆ opens a brief"),
    "lead_series": Weight({"lead": 1.6}, "one of three or more paragraphs with a lead-in of one kind"),
    "titled_lead": Weight({"lead": 1.5}, "after the mark stands a short title"),
    "lead_dateline": Weight({"lead": 3}, "a dateline stands after the lead-in"),
    "photo_heading": Weight({"headline": 2, "subhead": -1}, "only a picture with its story stands under it"),
    "picture_news": Weight(
        {"label": 7, "headline": -3, "kicker": -3, "para": -2},
        "图片新闻 above a picture: the column it stands in, and no headline",
    ),
    "new_words": Weight(
        {"headline": 1.6, "kicker": 1.4, "subhead": -1.6},
        "what follows shares no words with what went before: a new story",
    ),
    "few_words": Weight(
        {"headline": 0.8, "kicker": 0.7, "subhead": -0.8}, "what follows shares few words with what went before"
    ),
    "few_words_long": Weight(
        {"headline": 0.5, "kicker": 0.3, "subhead": -0.3}, "the same under a heading that is long for a sub-headline"
    ),
    "same_words": Weight(
        {"headline": -0.2, "kicker": -0.3, "subhead": 0.4},
        "what follows shares words with what went before: of 336 such 228 are parts",
    ),
    "very_words": Weight(
        {"headline": -1, "kicker": -1, "subhead": 1.6}, "what follows speaks of the same things as what went before"
    ),
    "most_words": Weight(
        {"headline": -1.9, "kicker": -1.9, "subhead": 2.5}, "a quarter of its words and more stand there too"
    ),
    "series": Weight(
        {"subhead": 1.8, "headline": -0.6}, "one of several short headings of like length under one headline"
    ),
    "artist_heading": Weight({"headline": 1.5}, "works by somebody it names, or two by one artist, stand under it"),
    "credit": Weight({"caption": 6, "photo": 6.5, "para": -2}, "it ends with who took the picture"),
    "picture_words": Weight({"photo": 1.2, "caption": 0.6}, "图为, 这是, 右图… describe a picture"),
    "placed_picture": Weight({"caption": 3}, "右上图, 左图 tell where a picture of the story stands beside it"),
    "picture_start": Weight(
        {"caption": 7.5, "photo": 6, "para": -1, "headline": -3, "subhead": -3}, "图为, 右图, ▲ begin a caption"
    ),
    "stands_where": Weight(
        {"caption": 4.5, "photo": 3.5, "para": -1.5},
        "何小满（左）, （前排右二）: where somebody stands in a picture; nothing but captions says it in 40 pages",
    ),
    "of_no_story": Weight(
        {"photo": 4.2, "caption": -1}, "its words have nothing to do with the story above: a picture of its own"
    ),
    "of_hardly_a_story": Weight(
        {"photo": 1.5, "caption": -0.3},
        "its words have little to do with the story above: it may be a picture of its own",
    ),
    "of_photographer": Weight(
        {"caption": 5.5, "para": -0.5},
        "a sentence of what is seen, behind the end of a story that has a photographer and no other caption",
    ),
    "above_pictured": Weight(
        {"caption": 5, "deck": -1},
        "one clause below a headline, and below it who wrote and who took the picture: rather what is seen than a deck",
    ),
    "shows_action": Weight(
        {"caption": 6.4, "deck": -1.5, "para": -1},
        "小狗正在接受注射, …撬锁的画面: a plain line by itself that says what is to be seen",
    ),
    "shown_too": Weight(
        {"caption": 5.5, "para": -0.5},
        "the other picture of a credit that stands for several, or one thing photographed and drawn",
    ),
    "before_dateline": Weight({"caption": 4.5, "para": -1}, "a sentence between headline and dateline"),
    "credit_above": Weight({"photo": 9, "caption": 3, "para": -1}, "the only text under a heading and a credit"),
    "of_next_story": Weight(
        {"caption_above": 9, "photo": -1, "caption": -2}, "it speaks of the story below and not of the one above"
    ),
    "shown_work": Weight(
        {"caption": 7, "photo": -3, "para": -1}, "names what the picture shows, a film or a plan, and no more"
    ),
    "short_caption": Weight({"photo": -1.5}, "a short caption is not the whole story"),
    "long_caption": Weight({"photo": 1, "caption": -0.4}, "a caption of some length is a photo story"),
    "after_image": Weight(
        {"caption": 5.5, "photo": 4.5, "para": -0.5, "byline": -4, "sign": -4, "headline": -3, "deck": -4},
        "it stands right after a picture",
    ),
    "caption_begun": Weight(
        {"caption": 8, "photo": 7, "para": -2},
        "it stops in mid-sentence under a picture or headline, and a credit ends it",
    ),
    "caption_ends": Weight({"caption": 3, "photo": -6}, "it goes on with the caption above, which a column's end cut"),
    "leads_on": Weight(
        {"deck": 7, "para": -2}, "a text under a heading that ends with —— leads into the story: a deck"
    ),
    "above_author": Weight(
        {"deck": 8, "para": -2}, "a text without a stop between a headline and the author's name: a deck"
    ),
    "above_letter": Weight(
        {"deck": 8, "para": -1}, "a line between the headline of a letter and its 编辑同志：: a deck"
    ),
    "said_below": Weight(
        {"headline": 6, "deck": -2, "para": -1}, "a short plain line below …强调, …要求 is what was said: the headline"
    ),
    "under_heading": Weight(
        {"deck": 3.4}, "a short line of plain text between headline and text is a deck that lost its mark"
    ),
    "deck_line": Weight(
        {"deck": 1.6}, "a clause or two without a stop, ten letters at least, between a heading and a whole paragraph"
    ),
    "below_colon": Weight({"headline": 4}, "a heading with a colon at its end leads to this plain line"),
    "picture_after_image": Weight({"caption": 1, "artwork": 1}, "the title of a picture stands right after one"),
    "names_thing": Weight(
        {"photo": 8, "caption": 4, "para": -1},
        "the only text below a headline and its picture begins with the name of what is seen: a picture's story",
    ),
    "long_after_image": Weight({"caption": -3, "photo": -2}, "too long for a caption without credit"),
    "picture_title": Weight(
        {"caption": 5.5, "artwork": 4.4, "para": -2}, "the title of a work of art with its genre or artist"
    ),
    "art_heading": Weight(
        {"artwork": 3, "kicker": -3, "headline": -1}, "it is marked as a heading: a work of art that stands by itself"
    ),
    "artist_in_heading": Weight({"artwork": -6}, "its artist wrote the article or is its subject"),
    "drawing_title": Weight({"caption": 9, "byline": -6}, "words below a heading and who drew, and nothing else there"),
    "told_above": Weight({"artwork": -4, "label": -6}, "the story right above speaks of what a work of art shows"),
    "title_of_story": Weight({"artwork": -6}, "the title of a picture has a headline of this page in it"),
    "news_picture": Weight(
        {"photo": 7, "caption": -1}, "one of the numbered pictures of 图片新闻, each with its own matter and credit"
    ),
    "numbered_next": Weight(
        {"caption": 5, "photo": -3, "para": -1}, "the next number after a caption's: one of several pictures of a story"
    ),
    "kicker_line": Weight(
        {"kicker": 9, "label": -1, "para": -1},
        "a short plain line above a headline that says where it happened: a kicker",
    ),
    "lost_above": Weight(
        {"kicker": 8, "headline": 6.3, "label": -1, "para": -1},
        "a plain clause right above a heading lost its mark: a kicker rather than the headline, whose type is larger",
    ),
    "numbered_picture": Weight({"caption": 1.5, "artwork": -3}, "pictures of one article are numbered"),
    "credit_line": Weight(
        {"credit": 4, "byline": 1, "sign": 0, "para": -3, "headline": -4, "kicker": -4, "deck": -4, "subhead": -4},
        "a line that only says who took the picture",
    ),
    "credits_nobody": Weight(
        {"caption": 6, "byline": -2}, "图源网络 right below a headline: what is left of a picture, and no author"
    ),
    "byline": Weight({"byline": 4, "sign": 3.5, "para": -3}, "a line of roles and names"),
    "heading_byline": Weight({"byline": -1.5, "sign": -4}, "a by-line rarely is marked as a heading"),
    "marked_deck": Weight(
        {"deck": 9, "headline": -6, "kicker": -5, "subhead": -4},
        "a heading with ● right below another: a point of the story; of 14 such headings all are decks",
    ),
    "author_above": Weight(
        {"byline": 6, "sign": -6, "headline": -3},
        "海角大学教授 何静 as a heading right above a headline: of 42 lines of a post and a name all name the author",
    ),
    "byline_names": Weight(
        {"byline": 2.2, "sign": 1.5, "caption": -0.5, "para": -0.5}, "a line of names in the form of names"
    ),
    "byline_pen": Weight({"byline": 1.2, "sign": -1.5}, "a line of two to four characters may be a pen name"),
    "letter_from": Weight({"byline": 4, "sign": 0.5, "para": -3}, "读者某某来信 opens a letter, rarely ends it"),
    "taught_by": Weight(
        {"byline": 4, "sign": 5.5, "para": -3, "caption": -1},
        "指导老师：… stands with the pupil's name, above the text or below it",
    ),
    "bracketed_names": Weight(
        {
            "sign": 4.5,
            "byline": 1.8,
            "para": -3,
            "caption": -1,
            "headline": -3,
            "kicker": -4,
            "deck": -4,
            "subhead": -4,
        },
        "names in brackets on a line of their own",
    ),
    "untitled_item": Weight(
        {"para_new": 3.5, "lead": -1}, "one of several paragraphs in a row with the same mark under a short heading"
    ),
    "above_items": Weight({"briefs": 6, "headline": -1}, "paragraphs with the same mark, untitled, stand under it"),
    "poem_line": Weight(
        {"para": 6, "headline": -4, "kicker": -6, "deck": -6, "subhead": -4, "byline": -6, "sign": -6, "caption": -3},
        "a short line of a group of poems",
    ),
    "poem_title": Weight(
        {"subhead": 9, "headline": -2, "kicker": -5, "deck": -5, "label": -8}, "the title of one poem in a group"
    ),
    "citizen": Weight({"sign": 4.4, "byline": 1.5, "para": -3}, "市民某某, 读者某某 sign a letter"),
    "motto": Weight(
        {"para": 5, "sign": -2, "subhead": -3, "headline": -4, "kicker": -5, "deck": -6, "caption": -4, "label": -5},
        "——编者, ——摘自… between two texts: whose words stand above the story proper",
    ),
    "letter_signed": Weight(
        {"para": 9, "headline": -6, "subhead": -6, "kicker": -6, "deck": -6, "caption": -4, "label": -4},
        "who signs a letter that a reporter's story quotes: a line of the story",
    ),
    "below_letter": Weight(
        {"subhead": 5, "headline": -3, "kicker": -4, "deck": -4},
        "the reporter goes on below a letter that his story quotes",
    ),
    "bracketed_source": Weight(
        {"sign": 4, "para": -2, "headline": -4, "kicker": -5, "deck": -4, "subhead": -4},
        "据…, 摘自…, …整理 in brackets on a line of their own",
    ),
    "jump_to": Weight({"jump_to": 6, "para": -3}, "下转第6版 ends what goes on elsewhere"),
    "jump_from": Weight({"jump_from": 6, "para": -3}, "上接第1版 opens what began elsewhere"),
    "editor_note": Weight({"note": 3, "para": 0}, "编者按: opens an editor's note"),
    "signed_lead": Weight({"lead": 2.4}, "a bold beginning and a signature at the end: a brief, whole"),
    "signed_name": Weight({"last": 0.8, "last_new": 0.6, "para": 0}, "a name in brackets may end an article"),
    "signed": Weight({"last": 2.5, "last_new": 2, "para": -1}, "its end is signed"),
    "signed_like_others": Weight(
        {"last": 2, "last_new": 1, "para": -1}, "one of several on the page whose last paragraphs are signed"
    ),
    "picture_report": Weight(
        {"caption": 1, "photo": -1}, "one of several pictures of a story that is told in pictures"
    ),
    "another_picture": Weight(
        {"caption": 2.5, "photo": -1.5}, "right after a picture under the same headline: another picture of it"
    ),
    "part_number": Weight(
        {"subhead": 4, "headline": -4, "kicker": -4, "para": -1},
        "a line with nothing but the number of a part, `（二）`",
    ),
    # --- set aside ---
    "head": Weight({"head": 9, "headline": -3, "para": -3}, "the whole line is made of a running head's parts"),
    "staff": Weight({"staff": 9, "para": -3, "byline": -3}, "责编, 版式, 校对 and their names"),
    "page_date": Weight({"head": 5, "para": -1}, "a date alone at the head of the page"),
    "page_section": Weight(
        {"head": 8, "headline": -2, "subhead": -2},
        "the section's name or a page number, among the lines of the running head",
    ),
    "masthead": Weight({"head": 8}, "the paper's name or the page's number alone at the head of the page"),
    "furniture": Weight(
        {"furn": 7, "para": -1, "headline": -3, "subhead": -3}, "one of the furniture patterns finds it"
    ),
    "furniture_words": Weight(
        {"furn": 5, "para": -1}, "several of its words speak to the reader of the paper, of codes, numbers or goods"
    ),
    "stray_parts": Weight(
        {"furn": 4.5, "para": -1}, "a line in three parts without a stop stands alone between two stories"
    ),
    "furniture_heading": Weight({"furn": 2}, "the heading of something that is set aside"),
}

DOUBT = 3
"""A margin below this makes a note, but for the readings of `DOUBTS`: on 180 pages that rules met late or never,
decisions with 2 to 2.5 were right in 0.83 of cases, those with 2.5 to 3 in 0.88, with 3 to 4 in 0.92, above in 0.98.
So two or three notes stand on a page."""
DOUBTS: dict[tuple[str, str], float] = {
    ("subhead", "headline"): 5,
    ("headline", "deck"): 5,
    ("kicker", "headline"): 5,
    ("deck", "headline"): 4,
    ("caption", "para"): 1,
    ("photo", "para"): 1,
}
"""The same by the role taken and the next best. Of 41 sub-headlines with a margin of 3 to 5 eight began a story, and of
49 headlines and kickers above another heading nine were the other, while 32 captions with 1 to 3 were all captions."""

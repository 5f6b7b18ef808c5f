"""How long the parser takes for the seed page, beside markdown-it-py parsing the same text.

    python tests/bench/bench_parse.py [ROUNDS]

Runs are interleaved in one process; medians of CPU time. The goal is at most 3 ms and three times markdown-it-py,
which only finds blocks; ours also decides what they are, reads names and datelines and joins columns.

Measured before and after the work on speed, in turns on a busy machine (loads of 8 to 14, so only ratios count): the
seed page 4.1 and 3.1 times markdown-it-py; pages of six articles (56 pieces) 12.2 and 7.9 times the seed page's
markdown-it-py: 1.5 times as fast, with some forty rules more than before. Where the time of such a page goes now:

    pieces 6 %    evidence of single pieces 31 %    of neighbours 16 %, half of it shared words (`continuity`)
    decode 11 % in a cold build (its automaton answers half of the pieces of 1,000 articles), 3 % once it is warm
    assemble 14 %    finish 11 %, half of it punctuation

A page takes 12,000 calls of functions (16,400 two sessions ago, with many rules fewer). What is left is spread over
some three hundred small functions and a hundred patterns, none above 4 %; the dearest are the pairs of Han that
`continuity` looks up, the way back through the automaton, the keys of furniture and the repair of punctuation. States
of the automaton hardly come again in another order: to sort them saves nothing; to remember 50,000 transitions instead
of 20,000 would answer a fifth more pieces and take 15 MB more of each process.

Since then, by instructions (`valgrind --tool=cachegrind --cache-sim=no`), which neighbours do not disturb, on pages
parsed once: 33.1 million a page of 7,000 characters before, 30.3 after at the same rules; the seed page 12.4 and 11.3,
markdown-it-py's 4.15. That is 2.7 times as many, but 3.5 times the time (3.7 before): 2.1 ms at best. What it took: all
keys of furniture in one search, spaces taken out and wide letters folded without patterns or tables, marks and what is
unusual in one pass, pairs of letters cut in C. Compiled by mypyc the seed page takes 8.3 million; see `bench_build`.

Why 2.7 times the instructions take 3.5 times as long: code that is seldom called twice in a row does not stay in the
processor's first cache. `valgrind --tool=cachegrind --cache-sim=yes` counts 168,000 misses of code for the seed page,
33,000 for markdown-it-py; instructions / 3.5 + 14 for each of these + 6 for each miss of data gives the measured ratio
within 2 %, and does not depend on neighbours. By it the seed page took 3.41 times markdown-it-py, 3.50 after the newest
rules came, and takes 3.20 with the same rules now. So what counts is how many functions and patterns are asked at all:
all lines of a page are folded, and searched for keys of furniture, at a stroke; an author line is asked about only by
the forms that begin and end as it does; letters are asked for before patterns. Collecting garbage costs nothing here.

Since then, with the same rules, page and answers (sums of the model; md is markdown-it-py's 1.84 million cycles):

    | seed page | instructions | misses of code | of data | by the model | what it took |
    |---|---|---|---|---|---|
    | before | 12.0 million | 163,000 | 100,000 | 3.43 md | |
    | after | 10.5 million | 153,000 | 94,000 | 3.09 md | furniture asks first what nearly every line fails (4 %) |
    | | | | | | the engine is told first letters (`wanbao.firstletters`, 3 %) |
    | | | | | | passes begin where they may find something; nothing folded twice (3 %) |

And since then, with some rules more at the end (md is 1.87 million cycles; function calls 2,410 and 2,040):

    | seed page | instructions | misses of code | of data | by the model | what it took |
    |---|---|---|---|---|---|
    | before | 11.4 million | 163,000 | 102,000 | 3.29 md | |
    | after | 10.2 million | 142,000 | 92,000 | 2.92 md | credits read once; half of the words decide (5 %) |
    | | | | | | passes begin from the lines that may be headings (`Row.lines`), or from candidates (3 %) |
    | | | | | | a letter is asked for before a pattern, a role word once a line (3 %) |

A page of the archive that `bench_build` makes (57 pieces): 13.3 and 12.4 million cycles.

Counted with a fixed hash seed and no collector, so that runs of the same code agree to the digit, before and after the
newest rules: the seed page 12.65 and 12.98 million instructions, page 024 of the shared pages 5.42 and 5.49; and again,
when openings cut in two were put together and silent headings weighed by their form: 13.06 and 13.41, 5.52 and 5.59.

What rules had added since was looked for by replaying each call of a pattern in a loop, and by counting steps of
Python. Of 731 calls of patterns on the seed page 506 are left, most of the others asked for groups of words that tell
what speaks to readers (`furniture.cues`): one search for any of these words comes first now.

    | million instructions                          | before | after | what it took (on the seed page)
    |-----------------------------------------------|--------|-------|------------------------------------------------
    | seed page (by the model 3.53 md and 3.44)     |  13.46 | 12.77 | any cue is looked for before each group (3.4 %)
    | 024 of the shared pages                       |   5.59 |  5.49 | a letter, a blank or a colon before ten more
    | 018                                           |  10.58 | 10.04 | patterns; letters, widths and pairs counted in
    | 030, which has many plain lines               |  27.92 | 24.11 | C (2 %)
    | 2005-01-04/08 of 240 articles of `corpus.py`  |  32.86 | 31.40 | folding one kind of wide letter at a time
    | two real pages of many plain lines            |  18.40 | 16.84 | (a third less by the clock, on short lines)
    |                                               |  31.34 | 27.29 |

140 real pages took 8.8 to 9.6 ms each before and 6.7 to 7.4 after (three pairs of runs, the least of five each). The
seed page took 4.61 and 4.57 times as long as markdown-it-py (medians of six pairs on a busy machine). It did not come
back to 10.2 million: what the rules since added lies in 485 functions, and none has more than 2.5 % of the 110,000
steps. Fewer rules, or compiled ones, would be the next step. With the rules that came in the same session (lines that
lost their marks beside headings, HTML, more signatures) it takes 12.92 million, page 024 5.53 and
030 24.27; with the order in which a text tells its headings and what else the session after brought 13.34, 5.65, 24.78.

After some 300 rules more, by the difference of three and thirteen parses in one process: the seed page 15.86 million
without and 15.67 with pairs of letters as numbers and keys grouped by first letters, page 2005-01-04/08 of `corpus.py`,
whose long stories share words, 37.40 and 35.22.

Asked again by stages (instructions of a page that is taken so far and no further): pieces 8 %, openings and stanzas 4
%, what pieces show by themselves 37 %, beside each other 34 % (three tenths of that the words that texts share), decode
1 %, assemble 6 %, finish 8 %. The seed page 16.03 million before and 14.55 after, with the rules that came meanwhile;
nineteen of the labelled pages together 391 and 348 million; 5.78 and 5.38 times as long as markdown-it-py (medians of
four turns on a busy machine). What it took: groups of cues looked for by bundles, single characters looked for before
signs of two, and no look for pictures, tags or blanks of printed lines where a page can have none (5 %, together);
passes that ask first whether there is anything to do, as for poems far apart and openings cut in two (2 %); letters
before words and patterns (2.5 %); fewer questions about texts that end with a stop (0.5 %); compiled patterns that are
asked without a detour (0.5 %); pairs of letters as numbers of half the size, which is hardly less work but took a fifth
off the time of comparing two texts (140 µs and 111). The goal of 12.5 million was not reached. The dearest that is left
are the words that texts share (9 %) and the keys of furniture (3 %).

Tried and left: pairs of letters looked for one by one, of those only whose letters both texts have (a third more work
than sets) or of all (four fifths more); the keys of furniture by the rarer of their first two letters (10 µs of 2,200),
as a table of words by their first letter (its steps of Python cost what they spare), in two to twelve groups of first
letters (slower); two letters in place of one before many alternatives (a tenth of such a search), and alternatives of
alternatives spread out (nothing on the seed page, and 18 ms more to compile); the letters of the text above in a set
before pairs are looked for (slower); pairs of letters from runs, or those of the text above in a set (slower by the
clock, both); pieces and what they show as msgspec structs (made twice as fast, but written to more slowly: nothing
gained). What was left then: 95,000 steps of Python, a quarter of the instructions and none above 3.5 % of them in one
function; patterns, a fifth, of which two fifths pass over letters in classes; looking for words with `in`, 5 %, on
pages with many headings 10 %.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt

from wanbao.newspaper import load_newspaper
from wanbao.parse import parse_page
from wanbao.records import Place, Source

ARTICLES = Path(__file__).parents[2] / "articles"
SEED = ARTICLES / "000_f016e08bf08a1df3.txt"


def once(work: Callable[[], object]) -> float:
    """The CPU time of one call, in milliseconds."""
    start = time.process_time_ns()
    work()
    return (time.process_time_ns() - start) / 1e6


def main(rounds: int) -> None:
    """Measure and print."""
    text = SEED.read_text("utf-8")
    newspaper = load_newspaper(ARTICLES / "newspaper.yml")
    source = Source(SEED.name, text, "0" * 32, Place())
    markdown = MarkdownIt()
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(once(lambda: parse_page(source, newspaper)))
        theirs.append(once(lambda: markdown.parse(text)))
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(f"parse_page   {mine:.3f} ms  (best {min(ours):.3f})")
    print(f"markdown-it  {other:.3f} ms  (best {min(theirs):.3f})")
    print(f"ratio        {mine / other:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)

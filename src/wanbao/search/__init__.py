"""Search that is simply right: any substring, on any dumb host. This page is the format, version 2.

**What is found.** A term is compared with an article's fields (headline, kicker, deck, bylines, body, captions, other
readings) after both were folded (`fold`): full and half width, capitals, traditional and simplified, quotation marks
and printed spaces do not count; every other mark does. A paragraph that a column cut is read on. Runs of letters and
digits are whole words. `query.matches` is that meaning in a few lines; everything else only makes it quick.

**How.** A folded text is a row of *units* (one Han character, or one word as one code). For every pair of neighbours
the index lists the articles that hold it, without positions. A reader's code looks up the pairs of a term, intersects
the lists, and reads the text of those few articles it is about to show: that settles longer terms, and gives the
snippet. One or two Han characters need no text, so their totals are true at once.

**Files**, all below `search/`, each loadable by `<script src>` (`pack` says how bytes lie in them):

    head.js                        JSON: format, segments [folder, first date, last date, articles],
                                   years [year, articles]
    <label>-<digest>/meta.js       one segment: JSON line {traditional: whether any text is,
                                   issues: [key, date or "" where it is the key, text digest, [place, count, …]],
                                   places: [page, section], words: first word of every word shard,
                                   shards: how many p and t files}; then for p and t: the first pair of every shard,
                                   as steps of first units, high bytes, low bytes of second units
    <label>-<digest>/p<n>.js       pairs → articles: count; steps of pairs; list lengths; lists (first, steps)
    <label>-<digest>/t<n>.js       the same of headlines alone
    <label>-<digest>/w<n>.js       words → articles: count, length of the text; words, one a line; list lengths; lists.
                                   `@name` and `@name/role` are the articles of a contributor
    <label>-<digest>/people.js     all `@name/role` of the segment, for counting
    text/<issue>-<digest>/<n>.js   two articles (`documents.row`), JSON in GB 18030: what is shown and what is verified
    simplified.js                  the table of traditional characters, loaded where texts or the query have any

A pair is `first << 16 | second`, both UTF-16; second 0 is "a mark or the end follows"; second 65535 is "anything",
written where a unit is so frequent that the union of its pairs would be long. Numbers are varints, low seven bits
first. A word's code is `code(word)` (6400 codes): pairs with a word therefore need the text. Articles are numbered
through a segment, in the order of its issues.

**What changes.** The files of a segment (`layout`: a year, the newest month, undated) are named by a digest of their
runs, so a new issue writes its text files, one segment and `head.js`. A run (`run`) is all that indexing needs of an
issue; it is kept in the cache and makes a rewritten segment cheap.
"""

from wanbao.search.documents import Piece, SearchDoc, digest_of, doc_of_article
from wanbao.search.layout import IssueRun, Segment, segments
from wanbao.search.reader import Filters, Search
from wanbao.search.run import FORMAT, run_of_issue, text_files
from wanbao.search.selftest import Sample, check_index, selftest, some
from wanbao.search.write import HEAD, build_segment, head_files

__all__ = [
    "FORMAT",
    "HEAD",
    "Filters",
    "IssueRun",
    "Piece",
    "Sample",
    "Search",
    "SearchDoc",
    "Segment",
    "build_segment",
    "check_index",
    "digest_of",
    "doc_of_article",
    "head_files",
    "run_of_issue",
    "segments",
    "selftest",
    "some",
    "text_files",
]

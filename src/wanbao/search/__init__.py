"""Search that is simply right: any substring, on any dumb host. This page is the format, version 3.

**What is found.** A term is compared with an article's fields (headline, kicker, deck, bylines, body, captions, other
readings) after both were folded (`fold`): full and half width, capitals, traditional and simplified, quotation marks
and printed spaces do not count; every other mark does. A paragraph that a column cut is read on. Runs of letters and
digits are whole words. `query.matches` is that meaning in a few lines; everything else only makes it quick.

**How.** A folded text is a row of *units* (one Han character, or one word as one code). For every pair of neighbours
the index lists the articles that hold it, without positions. A reader's code looks up the pairs of a term, intersects
the lists, and reads the text of those few articles it is about to show: that settles longer terms, and gives the
snippet. One or two Han characters need no text, so their totals are true at once.

**Files**, all below `search/`, each loadable by `<script src>` (`pack` says how bytes lie in them):

    head.js                        JSON: format, segments [name, first date, last date, articles, and
                                   the least and greatest running number, if any], years [year, articles]
    <label>-<numbering>/           one segment:
        <digest>.js                what it holds: JSON line {traditional: whether any text is,
                                   issues: [key, date or "" where it is the key, text digest, [place, count, …]],
                                   places: [page, section], numbers: from which issue on the running numbers
                                   rise by one from which (`write.numbers_of`), words: first word of every word shard,
                                   shards: how many p and t files}; then for p and t: where every shard begins, as
                                   steps of first units, high bytes, low bytes of second units, and its digest; then
                                   the digests of the word shards
        p<pair>-<digest>.js        pairs from this one on → articles: count; steps of pairs; list lengths; lists (first,
                                   steps)
        t<pair>-<digest>.js        the same of headlines alone
        w<n>-<digest>.js           words → articles: count, length of the text; words, one a line; list lengths; lists.
                                   `@name` and `@name/role` are the articles of a contributor. The last one holds all
                                   `@name/role` of the segment once more, for counting and for a role without a name
    text/<issue>/<n>.js            two articles (`documents.row`), JSON in GB 18030: what is shown and what is verified
    simplified.js                  the table of traditional characters, loaded where texts or the query have any

A pair is `first << 16 | second`, both UTF-16; second 0 is "a mark or the end follows"; second 65535 is "anything",
written where a unit is so frequent that the union of its pairs would be long. Numbers are varints, low seven bits
first. A word's code is `code(word)` (6400 codes): pairs with a word therefore need the text. Articles are numbered
through a segment, in the order of its issues.

**What changes.** A segment (`layout`: a year, the newest month, undated) is named by a digest of its runs, its folder
by how its articles are numbered, a shard by its content (`write`). So a new issue writes its text files, one segment
and `head.js`; another text of an article its text file, the file that says what its segment holds, `head.js`, and those
shards that hold what is new or gone in it. Either is made from what is published of the segment (`patch`), as far as
its articles keep their numbers. A run (`run`) is all that indexing needs of an issue; it is kept in the cache and makes
a rewritten segment cheap.

**Who reads an older edition** has its list of segments in hand and may ask for a shard that is gone; then the list is
asked for anew. The names of text files stay, and the reader puts the issue's digest behind `?`, so that no cache hands
out an older one. A newer one does no harm, because what is shown is verified there.
"""

from wanbao.search.documents import Piece, SearchDoc, digest_of, doc_of_article
from wanbao.search.layout import IssueRun, Segment, segments
from wanbao.search.patch import patch_segment
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
    "patch_segment",
    "run_of_issue",
    "segments",
    "selftest",
    "some",
    "text_files",
]

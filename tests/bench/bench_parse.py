"""How long the parser takes for the seed page, beside markdown-it-py parsing the same text.

    python tests/bench/bench_parse.py [ROUNDS]

Runs are interleaved in one process; medians of CPU time. The goal is at most 3 ms and three times markdown-it-py,
which only finds blocks; ours also decides what they are, reads names and datelines and joins columns.
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

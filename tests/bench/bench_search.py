"""What search costs: run it by hand on the truth file of a generated archive (the corpus tool's `truth.jsonl`).

    export PYTHONPATH=src:tests
    python tests/bench/bench_search.py build   TRUTH ARTICLES SITE   # time, memory, sizes
    python tests/bench/bench_search.py traffic TRUTH ARTICLES SITE   # bytes and files per query, in Node
    python tests/bench/bench_search.py browser TRUTH ARTICLES SITE [EACH]   # recall, precision, time, in Chromium

EACH is the number of queries of every length. `build` writes the search of the archive into SITE, with a page for it;
the other two ask it. Totals are counted as the page counts them, and the bytes hold everything that is loaded, the
texts of the results included.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from wanbao.punctuation import repair_punctuation
from wanbao.search import (
    IssueRun,
    Piece,
    SearchDoc,
    build_segment,
    digest_of,
    head_files,
    run_of_issue,
    segments,
    text_files,
)
from wanbao.search.documents import fields

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "templates" / "static" / "search"
RUNNER = ROOT / "tests" / "search" / "reader.cjs"
PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>search</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' file:">
<p>search</p>%s"""


def documents(truth: Path, articles: int) -> Iterator[tuple[str, tuple[SearchDoc, ...]]]:
    """(date, articles) of every issue."""
    date = ""
    docs: list[SearchDoc] = []
    with truth.open(encoding="utf-8") as lines:
        for _, line in zip(range(articles), lines, strict=False):
            values = json.loads(line)
            if values["date"] != date and docs:
                yield date, tuple(docs)
                docs = []
            date = values["date"]
            docs.append(document(values))
    if docs:
        yield date, tuple(docs)


def document(values: dict[str, Any]) -> SearchDoc:
    parts = [text for _, text in values["blocks"]] + values["captions"]
    people = [(name, "reporter") for name in values["reporters"]]
    people += [(name, "correspondent") for name in values["correspondents"]]
    return SearchDoc(
        address=f"{values['date'].replace('-', '/')}/{values['page']}/{values['index']}.html",
        title=values["headline"],
        kicker=values["kicker"],
        byline=f"{values['dateline']}\n{values['credit']}".strip(),
        body=tuple(Piece(f"p{number}", repair_punctuation(text)) for number, text in enumerate(parts, 1)),
        date=values["date"],
        page=str(values["page"]),
        section=values["page_name"],
        contributors=tuple(people),  # type: ignore[arg-type]
    )


def build(truth: Path, articles: int, site: Path) -> None:
    spent = dict.fromkeys(["runs", "text files", "segments", "writing files"], 0.0)
    sizes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    runs = site / "runs"
    runs.mkdir(parents=True, exist_ok=True)
    made: set[Path] = set()

    def write(address: str, content: bytes, kind: str) -> None:
        start = time.process_time()
        target = site / address
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(content)
        spent["writing files"] += time.process_time() - start
        sizes[kind] += len(content)
        counts[kind] += 1

    rows = []
    for date, docs in documents(truth, articles):
        sizes["the texts, UTF-8"] += sum(len(text.encode()) for doc in docs for text in fields(doc))
        digest = digest_of(docs)
        start = time.process_time()
        (runs / digest).write_bytes(run_of_issue(docs))
        spent["runs"] += time.process_time() - start
        rows.append(IssueRun(date, date, digest, len(docs)))
        start = time.process_time()
        files = list(text_files(date, docs))
        spent["text files"] += time.process_time() - start
        for address, content in files:
            write(address, content, "text files")
    for segment in segments(rows):
        before = sum(spent.values())
        start = time.process_time()
        files = list(build_segment(segment, lambda digest: (runs / digest).read_bytes()))
        spent["segments"] += time.process_time() - start
        for address, content in files:
            write(address, content, "index")
        print(f"  {segment.label}: {segment.docs} articles, {sum(spent.values()) - before:.2f} s")
    for address, content in head_files(segments(rows)):
        write(address, content, "index")
    names = [path.name for path in sorted(SCRIPTS.glob("*.js")) if path.name < "70"]
    for name in names:
        (site / name).write_bytes((SCRIPTS / name).read_bytes())
    (site / "search.html").write_text(PAGE % "".join(f'<script src="{name}"></script>' for name in names))
    print({kind: f"{seconds:.2f} s" for kind, seconds in spent.items()})
    print({kind: (size, counts[kind]) for kind, size in sizes.items()})
    print(f"index / texts = {sizes['index'] / sizes['the texts, UTF-8']:.3f}; ", end="")
    print(f"text files / texts = {sizes['text files'] / sizes['the texts, UTF-8']:.3f}; ", end="")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def queries(docs: Sequence[SearchDoc], each: int, seed: int = 9) -> list[tuple[str, str]]:
    """(kind, query): Han substrings of 1 to 8 characters, names, numbers with a unit, two terms, absent texts."""
    draw = random.Random(seed)
    found: list[tuple[str, str]] = []
    while len(found) < 8 * each:
        length = len(found) // each + 1
        text = draw.choice(draw.choice(docs).body).text
        runs = re.findall(f"[\u4e00-\u9fff]{{{length},}}", text)
        if runs:
            run = draw.choice(runs)
            start = draw.randrange(len(run) - length + 1)
            found.append((str(length), run[start : start + length]))
    two = [query for kind, query in found if kind == "2"]
    letters = sorted({letter for doc in docs[:200] for letter in doc.title if letter.isalpha()})
    while len(found) < 12 * each:
        doc = draw.choice(docs)
        if doc.contributors:
            found.append(("name", draw.choice(doc.contributors)[0]))
        numbers = re.findall("[0-9.]+[万元人名吨公里]", " ".join(piece.text for piece in doc.body))
        if numbers:
            found.append(("number", draw.choice(numbers)))
        found.append(("two terms", " ".join(draw.sample(two, 2))))
        found.append(("absent", "".join(draw.sample(letters, 4))))
    draw.shuffle(found)
    return found


def percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def traffic(truth: Path, articles: int, site: Path, each: int = 30) -> None:
    docs = [doc for _, issue in documents(truth, articles) for doc in issue]
    asked = queries(docs, each)
    command = ["node", str(RUNNER), str(SCRIPTS), str(site)]
    text = json.dumps([{"query": query, "limit": 10} for _, query in asked])
    answers = json.loads(subprocess.run(command, input=text, capture_output=True, check=True, encoding="utf-8").stdout)
    code = b"\n".join(path.read_bytes() for path in sorted(SCRIPTS.glob("*.js")))
    first = answers[0]
    print(f"first search: {first['bytes']} bytes ({first['texts']} of texts) in {first['files']} files, ", end="")
    print(f"and {len(code)} bytes of code ({len(gzip.compress(code))} where the host compresses)")
    kinds = dict.fromkeys(["all", *sorted({kind for kind, _ in asked})])
    for kind in kinds:
        rows = [a for (k, _), a in zip(asked[1:], answers[1:], strict=True) if kind in ("all", k)]
        size, files = [row["bytes"] for row in rows], [row["files"] for row in rows]
        lists = [row["bytes"] - row["texts"] for row in rows]
        exact = sum(row["total"]["exact"] for row in rows)
        print(
            f"{kind:10} {len(rows):4} queries: bytes median {percentile(size, 0.5):6} p95 {percentile(size, 0.95):6} "
            f"max {max(size):6}, without texts {percentile(lists, 0.5):6} {percentile(lists, 0.95):6}; "
            f"files {percentile(files, 0.5):2} {percentile(files, 0.95):2}; true totals {exact}"
        )


def browser(truth: Path, articles: int, site: Path, each: int = 200) -> None:
    from playwright.sync_api import sync_playwright

    from browsing import launch, start_server

    # Transfer is the time in which at least one file was on its way; the rest is unpacking, deciding and reading.
    docs = [doc for _, issue in documents(truth, articles) for doc in issue]
    asked = [(kind, query) for kind, query in queries(docs, each) if kind.isdigit()]
    folded = [(doc.address, fields(doc)) for doc in docs]
    server = start_server(site)
    ask = """async ([query, limit]) => {
        performance.clearResourceTimings();
        const start = performance.now();
        const answer = new finder.Answer(query);
        const first = await answer.next(10);
        const time = performance.now() - start;
        const loads = performance.getEntriesByType("resource").map((entry) => [entry.startTime, entry.responseEnd]);
        let [transfer, until] = [0, start];
        for (const [from, to] of loads.sort((a, b) => a[0] - b[0])) {
            transfer += Math.max(0, to - Math.max(from, until));
            until = Math.max(until, to);
        }
        let found = first;
        while (limit && !answer.isDone) found = found.concat(await answer.next(200));
        return [time, time - transfer, found.map(({ doc }) => doc.address), answer.total];
    }"""
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    times: dict[str, list[tuple[float, float]]] = {}
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/search.html")
        page.evaluate("performance.setResourceTimingBufferSize(10_000)")
        for kind, query in asked:
            expected = {address for address, texts in folded if any(query in text for text in texts)}
            limit = len(expected) <= 400
            spent, without, found, total = page.evaluate(ask, [query, limit])
            times.setdefault(kind, []).append((spent, without))
            if limit or total["exact"]:
                assert total["count"] == len(expected), (query, total, len(expected))
            missed[kind] += bool(expected - set(found)) if limit else 0
            wrong[kind] += bool(set(found) - expected)
        chromium.close()
    server.shutdown()
    times["all"] = [spent for rows in times.values() for spent in rows]
    for kind, rows in sorted(times.items()):
        told = [f"{missed[kind]} miss an article, {wrong[kind]} find a wrong one" if kind != "all" else "all lengths"]
        for label, spent in zip(("first answers", "without transfer"), zip(*rows, strict=True), strict=True):
            median, late = statistics.median(spent), percentile(spent, 0.95)
            told.append(f"{label} after {median:.0f} ms (median), {late:.0f} ms (p95), {max(spent):.0f} ms (longest)")
        print(f"length {kind}: {len(rows)} queries, {'; '.join(told)}")


if __name__ == "__main__":
    what, path, number, folder, *more = sys.argv[1:]
    {"build": build, "traffic": traffic, "browser": browser}[what](
        Path(path), int(number), Path(folder), *map(int, more)
    )

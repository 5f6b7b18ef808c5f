"""A fuzz target for the parser: `python tests/parse/fuzz_parse.py --seconds 60 [--seed N] [--keep FOLDER]`.

Pages are mutated from the case files and from what earlier runs kept. An input that makes the parser give a role
by a rule in a combination not seen before joins the corpus; with `--keep` it is written, so the corpus grows from run
to run. A page that raises, loses a character or gives one twice stops the run; it is made smaller and written to
`tests/cases/fuzz/`, where `test_fuzz_corpus.py` holds it for ever.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from parse_cases import case_files, newspaper, parse_text, read_case
from test_conservation import MARKS, WORDS, uncovered

FOUND = Path(__file__).parents[1] / "cases" / "fuzz"
PAPER = newspaper()


def fault(text: str) -> str:
    """What is wrong with the reading of a text; empty where nothing is."""
    try:
        wrong = uncovered(text, parse_text(text, PAPER))
    except Exception as error:  # whatever it raises is the finding
        return f"{type(error).__name__}: {error}"
    return wrong[0] if wrong else ""


def signal(text: str) -> frozenset[tuple[str, str]]:
    """Which roles were given by which rules: what an input is kept for."""
    return frozenset((block.role, block.rule) for block in parse_text(text, PAPER).blocks)


def mutated(text: str, other: str, chance: random.Random) -> str:
    """The text with some characters lost, doubled, swapped, or parts of newspapers and of another page put in."""
    chars = list(text)
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(chars) + 1)
        match chance.randrange(6):
            case 0:
                del chars[place : place + chance.randrange(1, 8)]
            case 1:
                chars[place:place] = chance.choice(MARKS + WORDS)
            case 2:
                chars[place:place] = chr(
                    chance.choice([chance.randrange(0x20, 0x3000), chance.randrange(0x4E00, 0x9FFF)])
                )
            case 3:
                start = chance.randrange(len(other) + 1)
                chars[place:place] = other[start : start + chance.randrange(80)]
            case 4:
                chars[place:place] = chars[place : place + chance.randrange(40)]
            case _:
                chars[place:place] = "\n" * chance.randrange(1, 3)
    return "".join(chars)[:20_000]


def smaller(text: str, holds: Callable[[str], bool]) -> str:
    """A smaller text for which `holds` still holds."""
    size = len(text) // 2
    while size:
        place = 0
        while place < len(text):
            shorter = text[:place] + text[place + size :]
            if holds(shorter):
                text = shorter
            else:
                place += size
        size //= 2
    return text


def run(seconds: float, seed: int, keep: Path | None) -> int:
    """Fuzz for some seconds; the number of faults found (0 or 1)."""
    chance = random.Random(seed)
    corpus = [read_case(path)[0] for path in case_files()]
    corpus += [path.read_text("utf-8") for folder in (FOUND, keep) if folder for path in sorted(folder.glob("*.md"))]
    seen = {signal(text) for text in corpus}
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        text = mutated(chance.choice(corpus), chance.choice(corpus), chance)
        count += 1
        if wrong := fault(text):
            text = smaller(text, lambda shorter: bool(fault(shorter)))
            _write(FOUND, text)
            print(f"after {count} pages: {wrong}\n{text!r}")
            return 1
        if (new := signal(text)) not in seen:
            seen.add(new)
            corpus.append(text)
            if keep:
                _write(keep, text)
    print(f"{count} pages, {len(corpus)} in the corpus, no fault")
    return 0


def _write(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    (folder / f"{name}.md").write_text(text, "utf-8", errors="surrogatepass")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--keep", type=Path)
    chosen = options.parse_args()
    sys.exit(run(chosen.seconds, chosen.seed, chosen.keep))

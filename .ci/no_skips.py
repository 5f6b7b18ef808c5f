"""The verdict on a test report: some tests passed, and every skipped one is excused by name.

    no_skips.py REPORT.xml ALLOWED

ALLOWED holds one regular expression a line (blank lines and `#` comments apart), searched in `name: reason`.
"""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path


def verdict(report: str, allowed: str) -> tuple[str, list[str]]:
    """One sentence about the run, and every skip that nothing excuses. Raises ValueError where nothing passed."""
    patterns = [line for line in allowed.splitlines() if line.strip() and not line.startswith("#")]
    cases = list(ET.fromstring(report).iter("testcase"))
    skips = [
        f"{case.get('classname')}.{case.get('name')}: {skip.get('message')}"
        for case in cases
        for skip in case.iter("skipped")
    ]
    passed = sum(1 for case in cases if not len(list(case.iter("skipped"))) and case.find("failure") is None)
    if not passed:
        raise ValueError("no test passed")
    unexcused = [skip for skip in skips if not any(re.search(pattern, skip) for pattern in patterns)]
    return f"{passed} passed, {len(skips)} skipped", unexcused


if __name__ == "__main__":
    sentence, unexcused = verdict(Path(sys.argv[1]).read_text("utf-8"), Path(sys.argv[2]).read_text("utf-8"))
    print(sentence)
    for skip in unexcused:
        print(f"skipped without excuse: {skip}", file=sys.stderr)
    sys.exit(bool(unexcused))

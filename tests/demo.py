"""A demo archive for looking at and for browser tests: twelve dated issues over three years, and three undated ones.

`write(folder)` composes newspaper pages from the invented articles of `tests/cases/demo/` in the ways in which pages
come: a file for a page, a file for a whole issue with marked pages, dates in file names, in front matter and in
running heads, a supplement, days at the ends of years, a leap day, and pages whose date nobody knows. The same
folder every time: no clock, no chance.
"""

from __future__ import annotations

import re
from pathlib import Path

CASES = Path(__file__).parent / "cases" / "demo"

Page = tuple[str, str, tuple[str, ...]]
"""Page number, section, and the keys of what stands on the page."""

ISSUES: tuple[tuple[str, tuple[Page, ...]], ...] = (
    ("2022-12-31", (("A01", "要闻", ("park", "night", "staff")), ("A02", "民生", ("clinic", "rain", "weather")))),
    ("2023-01-01", (("A01", "要闻", ("ferry", "xinhua")),)),
    (
        "2023-05-17",
        (
            ("A01", "要闻", ("meeting", "rice", "boat", "staff")),
            ("A02", "民生", ("meeting2", "letter", "budget", "hotline")),
            ("A03", "副刊", ("verse", "history")),
        ),
    ),
    (
        "2023-05-18",
        (
            ("A01", "要闻", ("quay", "rice", "boat", "staff")),
            ("A02", "民生", ("clinic", "park", "rain", "weather", "ad")),
            ("A03", "教育", ("school", "tradition", "staff2")),
            ("A04", "体育", ("sports", "lost", "hotline")),
        ),
    ),
    ("2023-05-20", (("A01", "要闻", ("quay2", "score")), ("A02", "评论", ("comment", "letter")))),
    ("2023-06-22", (("A01", "要闻", ("festival", "notice")), ("A02", "副刊", ("food", "verse", "qr")))),
    ("2023-09-03", (("A01", "要闻", ("typhoon", "staff")), ("A02", "民生", ("interview", "tea")))),
    ("2023-09-13", (("A01", "要闻", ("typhoon2", "budget")),)),
    ("2023-11-06", (("A01", "县域", ("harvest", "tradition")), ("A02", "文化", ("quay3", "history")))),
    ("2023-12-31", (("A01", "要闻", ("yearend", "night")), ("A02", "民生", ("tea", "ferry")))),
    ("2024-02-29", (("A01", "要闻", ("leap", "spring")), ("A02", "副刊", ("food", "verse")))),
    ("2024-05-18", (("A01", "要闻", ("library", "english", "obit")), ("A02", "评论", ("comment", "interview")))),
)


def pieces(name: str) -> dict[str, str]:
    """The named pieces of a file of cases: `=== name`, then the text."""
    parts = re.split(r"^=== (\w+)\n", (CASES / name).read_text("utf-8"), flags=re.MULTILINE)
    return {key: text.strip("\n") for key, text in zip(parts[1::2], parts[2::2], strict=True)}


def write(folder: Path) -> None:
    """Write the sources of the demo archive into `folder`, which is made if need be."""
    texts = pieces("articles.md") | pieces("furniture.md")

    def page(keys: tuple[str, ...]) -> str:
        return "\n\n".join(texts[key] for key in keys) + "\n"

    files = {"newspaper.yml": (CASES / "newspaper.yml").read_text("utf-8")}
    for number, (date, pages) in enumerate(ISSUES):
        if number % 3 == 2:  # the whole issue in one file
            marks = (f"<!-- page: {name} {section} -->\n\n{page(keys)}" for name, section, keys in pages)
            files[f"{date}.md"] = "\n".join(marks)
        elif number % 3 == 1:  # the date in the folder's name, the rest in front matter
            for name, section, keys in pages:
                head = f"---\npage: {name}\nsection: {section}\nissue: {9800 + number}\n---\n\n"
                files[f"{date}/{name}.md"] = head + page(keys)
        else:  # everything in the name of the file
            for name, section, keys in pages:
                files[f"{date.replace('-', '')}_{name}_{section}.txt"] = page(keys)
    files["2023-06-22-zengkan.md"] = "---\ndate: 2023-06-22\nedition: 增刊\npage: 1\n---\n\n" + page(
        ("food", "festival")
    )
    files["旧报/running-head.txt"] = "海州晚报 2024年3月15日 星期五 A05版 文化\n\n" + page(("history", "tea"))
    files["旧报/year-only.md"] = "---\ndate: 2022\npage: A07\n---\n\n" + page(("interview", "park"))
    files["旧报/month-only.md"] = "---\ndate: 2022-08\n---\n\n" + page(("typhoon2",))
    files["scan_0007.txt"] = page(("quay", "clinic", "strange", "qr"))
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")

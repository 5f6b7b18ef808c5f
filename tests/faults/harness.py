"""Real faults for a build: an archive to build, ways to break it off, and the verdict on what is left.

The newspaper, its people and its news are invented.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wanbao.check import check_site

ROUNDS = 50 if os.environ.get("CI") else 8
"""How many random moments are tried; all of them in CI, some at a developer's desk."""

STUB = "正在更新".encode()
"""What a page says that stands in for one on its way in or out."""

_PROFILE = """name: 海州晚报
short: hzwb
publisher: 海州日报社
place: 海州
base_url: https://haizhou.example/archive/
"""

_WHO = ("市自来水公司", "海州中学", "东门街道办", "市图书馆", "渔港社区", "公交三公司", "市气象台", "老码头博物馆")
_DOES = (
    "昨日公布了新的安排",
    "请来居民代表一起商量",
    "用三个月完成了整修",
    "把服务时间延长到晚上九点",
    "收到一封特别的来信",
)
_WHY = ("为的是让老人少走一段路", "起因是去年夏天的那场大雨", "经费由区里和单位各出一半", "街坊们说这事盼了好几年")
_TAIL = ("记者在现场看到,队伍排到了巷口。", "下一步还要听取大家的意见。", "有关负责人表示，细节本周内公布。")
_NAMES = ("林晓", "周海平", "何秀英", "陈志远", "吴桂芳", "罗一鸣")


def page(seed: str, articles: int) -> str:
    """The text of a newspaper page, the same for the same seed."""
    chance = random.Random(seed)
    parts = []
    for _ in range(articles):
        who = chance.choice(_WHO)
        body = "\n\n".join(
            f"{chance.choice(_WHO)}{chance.choice(_DOES)}，{chance.choice(_WHY)}。{chance.choice(_TAIL)}"
            for _ in range(chance.randint(2, 4))
        )
        lead = f"海州晚报讯 记者{chance.choice(_NAMES)}报道："
        parts.append(f"# {who}{chance.choice(_DOES)}\n\n{lead}{body}\n")
    return "\n".join(parts)


def add_issue(articles: Path, day: str, pages: int = 2, each: int = 4, edition: str = "") -> None:
    """Drop an issue into a folder of articles: `pages` pages of `each` articles."""
    folder = articles / day
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, pages + 1):
        text = page(f"{day}{number}{edition}", each)
        (folder / f"A{number:02}.md").write_text(text, "utf-8")


def add_archive(articles: Path, issues: int, pages: int = 2, each: int = 4) -> None:
    """A folder of articles with a profile and as many issues as wanted, one a day over three years' first days."""
    articles.mkdir(parents=True, exist_ok=True)
    (articles / "newspaper.yml").write_text(_PROFILE, "utf-8")
    for number in range(issues):
        add_issue(articles, f"{2021 + number % 3}-{1 + number // 3 % 12:02}-{1 + number // 36:02}", pages, each)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one experiment happens: its articles, its output, its cache and its theme."""

    root: Path

    @property
    def articles(self) -> Path:
        return self.root / "articles"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def theme(self) -> Path:
        return self.root / "theme"

    def arguments(self, *more: str) -> list[str]:
        """What follows `wanbao` on the command line to build this desk's site."""
        given = ["build", "--articles", str(self.articles), "--output", str(self.site), "--quiet"]
        if self.theme.is_dir():
            given += ["--theme", str(self.theme)]
        return [*given, *more]

    def copy(self, root: Path) -> Desk:
        """The same desk elsewhere, stamps and links kept."""
        shutil.copytree(self.root, root, symlinks=True)
        return Desk(root)


def command(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "wanbao", *arguments]


def wanbao(
    arguments: Sequence[str],
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    prefix: Sequence[str] = (),
    timeout: float = 120,
) -> subprocess.CompletedProcess[str]:
    """Run wanbao as a user does, in a process of its own; one that hangs fails the test."""
    return subprocess.run(
        [*prefix, *command(arguments)],
        env={**os.environ, **(env or {})},
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )


def build(desk: Desk, *more: str) -> None:
    """Build a desk's site; it must succeed."""
    result = wanbao(desk.arguments(*more))
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr


def without_root_powers() -> list[str]:
    """What to put before a command so that permissions hold for it, also when the tests run as root."""
    if os.geteuid():
        return []
    powers = "-dac_override,-dac_read_search,-fowner"
    return ["setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}"]


# Verdicts ------------------------------------------------------------------------------------------------------------


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, hidden ones included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files in which two trees differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def wounds(site: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """What is wrong with a site in which a build from `before` to `after` was broken off.

    Every file must be the old one, the new one or a stub; what both have must be there; no link may dangle.
    """
    found = {name: data for name, data in tree(site).items() if not name.startswith(".")}
    wrong = [f"{name} is gone" for name in sorted(before.keys() & after.keys() - found.keys()) if name[0] != "."]
    for name, data in found.items():
        if data not in (before.get(name), after.get(name)) and not (name.endswith(".html") and STUB in data):
            wrong.append(f"{name} is neither the old file nor the new one")
    if "index.html" in found:
        wrong += [str(note) for note in check_site(site) if note.code in ("E401", "E403", "E408")]
    return wrong


def told_well(code: int, errors: str) -> list[str]:
    """What is wrong with how a broken build was told: exit code, message, no traceback."""
    wrong = []
    if "Traceback" in errors:
        wrong.append(f"a traceback: {errors[-600:]}")
    if code not in (0, 1, 2):
        wrong.append(f"exit code {code}: {errors[-300:]}")
    if code == 2 and not any(f" {letter}" in errors for letter in ("E1", "E2", "E3", "E4")):
        wrong.append(f"no message with a code: {errors!r}")
    return wrong


def mended(desk: Desk, after: Mapping[str, bytes]) -> list[str]:
    """What is wrong after the next build, which nothing disturbs: the site must be the clean one, byte for byte."""
    result = wanbao(desk.arguments())
    wrong = told_well(result.returncode, result.stderr)
    if result.returncode:
        wrong.append(f"the next build failed: {result.stderr[-300:]}")
    return wrong + [f"{name} differs from a clean build" for name in differences(tree(desk.site), after)]


# The change every experiment breaks off ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, repr=False)
class Change:
    """A site and what is about to become of it: an issue added, one removed, one edited, a template changed."""

    desk: Desk
    """The desk with the old site and the new articles: the next build makes the change."""
    before: dict[str, bytes]
    """The old site."""
    after: dict[str, bytes]
    """The site that a clean build of the new articles makes."""


def prepare(root: Path, issues: int, pages: int = 2, each: int = 4) -> Change:
    """Build an old site and change its sources in every way."""
    desk = Desk(root / "desk")
    add_archive(desk.articles, issues, pages, each)
    build(desk)
    before = tree(desk.site)
    days = sorted(path.name for path in desk.articles.iterdir() if path.is_dir())
    shutil.rmtree(desk.articles / days[1])
    add_issue(desk.articles, "2024-02-29", pages, each)
    add_issue(desk.articles, days[0], pages, each, edition="changed")
    edit_template(desk)
    clean = Desk(root / "clean")
    shutil.copytree(desk.articles, clean.articles)
    shutil.copytree(desk.theme, clean.theme)
    build(clean)
    return Change(desk, before, tree(clean.site))


def edit_template(desk: Desk, words: str = "改过的模板") -> None:
    """Give the desk a theme whose article page differs from the default one."""
    default = Path(__file__).parents[2] / "templates" / "article.html"
    desk.theme.mkdir(exist_ok=True)
    text = default.read_text("utf-8")
    assert "</article>" in text
    (desk.theme / "article.html").write_text(text.replace("</article>", f"<p>{words}</p></article>", 1), "utf-8")


def report(faults: Iterable[tuple[str, list[str]]]) -> str:
    """What to print of the experiments that went wrong, the first few in full."""
    bad = [f"{name}:\n    " + "\n    ".join(wrong[:6]) for name, wrong in faults if wrong]
    return f"{len(bad)} experiments failed\n" + "\n".join(bad[:8]) if bad else ""

"""Inputs of every awkward and hostile kind: named, set aside, the others built, nothing executed, nothing escapes."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import pytest
from harness import (
    ROUNDS,
    Desk,
    add_archive,
    add_issue,
    build,
    differences,
    page,
    told_well,
    tree,
    wanbao,
    without_root_powers,
)

from wanbao.check import check_site

HANG = 300
"""Seconds after which a build counts as hanging; a healthy one takes one or two, on a busy machine twenty."""

LARGE = 15_000_000 if os.environ.get("WANBAO_FAULTS") == "all" else 300_000
"""The size of the largest file that must be understood; more than 16 MB are not read."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "desk")
    add_archive(made.articles, issues=2, pages=1, each=2)
    return made


def healthy(desk: Desk, *more: str, prefix: tuple[str, ...] = ()) -> str:
    """Build a desk whose good issues must come out whole; gives what was said."""
    result = wanbao(desk.arguments(*more), timeout=HANG, prefix=prefix)
    assert not told_well(result.returncode, result.stderr), result.stderr
    assert result.returncode in (0, 1), result.stderr
    assert (desk.site / "2021/01/01/A01/1.html").is_file()
    assert (desk.site / "2022/01/01/A01/2.html").is_file()
    assert [str(note) for note in check_site(desk.site) if note.severity == "error"] == []
    return result.stderr


# Files that are no plain files ---------------------------------------------------------------------------------------


def test_what_is_no_plain_file_is_named_and_set_aside(desk: Desk) -> None:
    odd = desk.articles / "odd"
    odd.mkdir()
    os.mkfifo(odd / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(odd / "socket.md"))
    (odd / "folder.md").mkdir()
    (odd / "dangling.md").symlink_to("nowhere.md")
    (odd / "loop.md").symlink_to("loop.md")
    (odd / "circle").symlink_to(desk.articles)
    (odd / "secret.md").symlink_to("/etc/passwd")
    said = _said_of(desk)
    for name in ("pipe.md", "socket.md", "folder.md", "dangling.md", "loop.md", "circle", "secret.md"):
        assert f"odd/{name}" in said, f"{name} is not named in:\n{said}"
    assert "root:x:0:0" not in "".join(data.decode("utf-8", "replace") for data in tree(desk.site).values())


def _said_of(desk: Desk) -> str:
    """Everything said about a desk's articles, information included; its site must be healthy."""
    said = healthy(desk)
    checked = wanbao(["check", "--articles", str(desk.articles)], timeout=HANG)
    assert not told_well(checked.returncode, checked.stderr)
    return said + checked.stdout + checked.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a device")
def test_a_device_is_named_and_set_aside(desk: Desk) -> None:
    try:
        os.mknod(desk.articles / "zero.md", 0o600 | 0o020000, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("mount is not permitted, nor a device")
    assert "zero.md" in _said_of(desk)


def test_reading_a_pipe_that_came_in_place_of_a_file_does_not_hang(desk: Desk) -> None:
    os.mkfifo(desk.articles / "late.md")
    code = (
        "import sys\nfrom pathlib import Path\nfrom wanbao.newspaper import load_newspaper\n"
        "from wanbao.read import read_file\nroot = Path(sys.argv[1])\n"
        "print(read_file(root, 'late.md', load_newspaper(root / 'newspaper.yml')).notes[0].code)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(desk.articles)], capture_output=True, text=True, timeout=HANG, check=False
    )
    assert result.stdout.startswith(("E", "W")), result.stderr


@pytest.mark.parametrize("name", ["newspaper.yml", "addresses.yml", "about.md"])
@pytest.mark.parametrize("kind", ["a pipe", "a folder", "zeros without end", "50 MB", "nobody's"])
def test_a_settings_file_that_cannot_be_read_is_named(desk: Desk, name: str, kind: str) -> None:
    path = desk.articles / name
    path.unlink(missing_ok=True)
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a folder":
        path.mkdir()
    elif kind == "zeros without end":
        path.symlink_to("/dev/zero")
    else:
        path.write_bytes(b"a" * (50_000_000 if kind == "50 MB" else 9))
        path.chmod(0o644 if kind == "50 MB" else 0)
    result = wanbao(desk.arguments(), prefix=("prlimit", f"--as={300 << 20}", *without_root_powers()), timeout=HANG)
    assert not told_well(result.returncode, result.stderr)
    assert result.returncode == 2
    assert f"{name}: E201 cannot be read" in result.stderr
    assert not any(desk.site.iterdir() if desk.site.is_dir() else ())


def test_an_unreadable_file_is_named_and_the_others_built(desk: Desk) -> None:
    (desk.articles / "secret.md").write_text(page("secret", 1), "utf-8")
    (desk.articles / "secret.md").chmod(0)
    assert "secret.md: E106" in healthy(desk, prefix=tuple(without_root_powers()))


def test_an_unreadable_folder_is_named_and_the_others_built(desk: Desk) -> None:
    add_issue(desk.articles, "2023-05-05")
    (desk.articles / "2023-05-05").chmod(0)
    try:
        assert "2023-05-05: E106" in healthy(desk, prefix=tuple(without_root_powers()))
    finally:
        (desk.articles / "2023-05-05").chmod(0o755)


@pytest.mark.parametrize(
    "name",
    [
        "a b.md",
        "-rf.md",
        "a'\"&<b>.md",
        "a\nb.md",
        "%2e%2e.md",
        "a#b?c.md",
        "汉字.md",
        "e\u0301.md",
        "\u202egnp.md",
        "CON.md",
        "a" * 250 + ".md",
        "..md",
        "{{ 7*7 }}.md",
        "a\\b.md",
    ],
)
def test_any_file_name_is_fine(desk: Desk, name: str) -> None:
    (desk.articles / name).write_text(page(name, 1), "utf-8")
    said = healthy(desk)
    assert all(address.isascii() for address in tree(desk.site))
    assert "\u202e" not in said


def test_a_file_name_that_is_no_text_is_named(desk: Desk) -> None:
    path = os.fsencode(desk.articles) + b"/\xff\xfe.md"
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(page("x", 1).encode())
    said = _said_of(desk)
    assert ".md" in said


# Files that change under the build -----------------------------------------------------------------------------------


@contextmanager
def restless(path: Path) -> Iterator[None]:
    """Have another process write a file, cut it, let it grow and remove it, again and again; in the end it is whole."""
    text = page("restless", 3)
    code = (
        "import os, sys\npath, text = sys.argv[1:]\n"
        "while True:\n"
        "    for size in (len(text), 10, len(text) // 2):\n"
        "        with open(path, 'w', encoding='utf-8') as file:\n            file.write(text[:size])\n"
        "    with open(path, 'a', encoding='utf-8') as file:\n        file.write(text)\n"
        "    os.unlink(path)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(path), text])
    try:
        yield
    finally:
        process.kill()
        process.wait()
        path.write_text(text, "utf-8")


def test_an_input_that_changes_during_the_build_disturbs_no_other(desk: Desk, tmp_path: Path) -> None:
    with restless(desk.articles / "2023-03-03-A01.md"):
        for _ in range(max(4, ROUNDS // 4)):
            healthy(desk)
    build(desk)
    clean = Desk(tmp_path / "clean")
    shutil.copytree(desk.articles, clean.articles)
    build(clean)
    assert not differences(tree(desk.site), tree(clean.site))


# Hostile content -----------------------------------------------------------------------------------------------------

SPELLS = {
    "a script": "<script>alert(1)</script>",
    "an event": '" onmouseover="alert(1)" x=\'',
    "a javascript link": "javascript:alert(1)",
    "a Markdown script link": "[看](javascript:alert(1)) ![x](javascript:alert(2)) <javascript:alert(3)>",
    "a template": "{{ 1234*1000 }}{% for x in range(9) %}x{% endfor %}{# y #}",
    "the end of a comment": "--><script>alert(1)</script><!--",
    "the end of a title": "</title><script>alert(1)</script>",
    "the end of JSON": '</script><script>alert(1)</script>"}',
    "the end of CDATA": "]]><x/>",
    "a path upwards": "../../../../escaped",
    "an absolute path": "/tmp/escaped",
    "a reserved name": "CON",
    "a very long name": "长" * 5000,
    "control characters": "a\x01\x02\x08\x1b[31mb\x7f",
    "characters of direction": "a\u202eb\u2066c\u200f",
    "noncharacters": "a\ufffeb\uffff\U0010ffff",
    "a NUL": "a\0b",
    "a dot": ".",
    "two dots": "..",
    "an empty text": "",
    "a number": "12345678901234567890",
    "emoji": "👨‍👩‍👧‍👦",
}

FIELDS = ("newspaper", "date", "issue", "page", "section", "edition", "staff", "source_url", "rights", "language", "id")


class _Suspicious(HTMLParser):
    """Everything in a page that could run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag == "script"
        for name, value in attrs:
            if name.startswith("on"):
                self.found.append(f"<{tag} {name}={value}>")
            scheme = re.sub(r"[\s\0-\x20]", "", value or "").lower()
            if name in ("href", "src", "action", "data", "formaction") and scheme.startswith(
                ("javascript:", "vbscript:")
            ):
                self.found.append(f"<{tag} {name}={value}>")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script and "alert(" in data and not data.lstrip().startswith(("{", "[")):
            self.found.append(data[:80])


def suspicious(site: Path) -> list[str]:
    """What could run in the pages of a site, and every template that was executed."""
    found = []
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        parser = _Suspicious()
        parser.feed(text)
        found += [f"{path.relative_to(site)}: {thing}" for thing in parser.found]
        if "1234000" in text:
            found.append(f"{path.relative_to(site)}: a template was executed")
    return found


def test_the_watch_for_what_could_run_sees_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<script>alert(1)</script><a href=' javaScript:x'>x</a><p onclick=x>1234000</p>"
        '<script type="application/ld+json">{"headline": "alert(1)"}</script>'
    )
    assert len(suspicious(tmp_path)) == 4


def unchanged_outside(desk: Desk, before: dict[str, bytes]) -> None:
    """Nothing may appear beside the articles, the site and the cache."""
    now = {name: data for name, data in tree(desk.root).items() if not name.startswith(("site/", ".wanbao-cache/"))}
    assert now == before
    assert not Path("/tmp/escaped").exists()


@pytest.mark.parametrize("spell", SPELLS)
def test_hostile_text_in_any_field_does_nothing(desk: Desk, spell: str) -> None:
    text = SPELLS[spell]
    quoted = '"' + "".join(f"\\U{ord(c):08x}" if not c.isalnum() else c for c in text) + '"'
    for number, field in enumerate(FIELDS):
        value = f"{{责编: {quoted}}}" if field == "staff" else quoted
        head = f"---\n{field}: {value}\n---\n"
        (desk.articles / f"field-{number}.md").write_text(head + page(field, 1), "utf-8")
        raw = text.replace("\n", " ")
        (desk.articles / f"raw-{number}.md").write_text(f"---\n{field}: {raw}\n---\n" + page(field, 1), "utf-8")
    before = tree(desk.root)
    healthy(desk)
    unchanged_outside(desk, before)
    assert not suspicious(desk.site)
    assert all(re.fullmatch(r"[A-Za-z0-9._/-]+", name) and len(name) < 200 for name in tree(desk.site))


@pytest.mark.parametrize("spell", SPELLS)
def test_hostile_text_anywhere_in_an_article_does_nothing(desk: Desk, spell: str) -> None:
    text = SPELLS[spell]
    body = (
        f"# {text}\n\n## {text}\n\n海州晚报讯 记者{text[:20]}报道：{text}\n\n{text}\n\n### {text}\n\n"
        f"![{text}]({text[:60]})\n\n图为{text}。{text[:20]} 摄\n\n| {text} | 乙 |\n|---|---|\n| {text} | 丁 |\n\n"
        f"（{text[:20]}）\n"
    )
    (desk.articles / "2023-06-06-A01.md").write_text(body, "utf-8")
    before = tree(desk.root)
    healthy(desk)
    unchanged_outside(desk, before)
    assert not suspicious(desk.site)


@pytest.mark.parametrize("spell", SPELLS)
def test_hostile_text_in_the_profile_does_nothing(desk: Desk, spell: str) -> None:
    quoted = '"' + "".join(f"\\U{ord(c):08x}" if not c.isalnum() else c for c in SPELLS[spell]) + '"'
    for fields in (
        ("publisher", "place", "rights", "description", "name_en", "cn"),
        ("contact",),
        ("base_url", "short"),
    ):
        lines = "".join(f"{field}: {quoted}\n" for field in fields)
        (desk.articles / "newspaper.yml").write_text(f"name: 海州晚报\n{lines}", "utf-8")
        result = wanbao(desk.arguments(), timeout=HANG)
        assert not told_well(result.returncode, result.stderr), f"{fields}: {result.stderr}"
        if result.returncode != 2:
            assert not suspicious(desk.site), fields


BOMBS = {
    "aliases": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "depth": "date: " + "[" * 100_000,
    "closed depth": "date: " + "[" * 50_000 + "]" * 50_000,
    "block depth": "".join(" " * n + "a:\n" for n in range(2000)),
    "size": "rights: " + "权" * 3_000_000,
    "a tag": "date: !!python/object/apply:os.system ['touch /tmp/escaped']",
    "a local tag": "date: !x 2022-05-18",
    "a merge": "a: &a {date: 2022-05-18}\n<<: *a",
    "two documents": "date: 2022-05-18\n--- \nx: 1",
    "a key twice": "date: 2022-05-18\ndate: 2022-05-19",
    "a huge number": "issue: " + "9" * 100_000,
    "sexagesimal": "issue: 1:30:00",
    "a list for a date": "date: [2022-05-18]",
    "a mapping for a page": "page: {a: b}",
    "a boolean": "section: yes",
    "a date object": "section: 2022-05-18",
    "a binary": "section: !!binary aGVsbG8=",
    "no end": "date: 2022-05-18\n\n# x",
    "a lone surrogate": 'section: "\\ud800"',
    "a tab": "date:\t2022-05-18\n\tpage: 1",
    "an unknown key": "dat: 2022-05-18",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_front_matter_bomb_harms_nobody(desk: Desk, bomb: str) -> None:
    end = "" if bomb == "no end" else "\n---\n"
    (desk.articles / "bomb.md").write_text(f"---\n{BOMBS[bomb]}{end}" + page("bomb", 1), "utf-8")
    before = tree(desk.root)
    healthy(desk, prefix=("prlimit", f"--as={2 << 30}"))
    unchanged_outside(desk, before)
    profile = desk.articles / "newspaper.yml"
    profile.write_text(f"name: 海州晚报\n{BOMBS[bomb]}\n", "utf-8")
    result = wanbao(desk.arguments(), prefix=("prlimit", f"--as={2 << 30}"), timeout=HANG)
    assert not told_well(result.returncode, result.stderr), result.stderr
    assert result.returncode == 2
    assert "newspaper.yml" in result.stderr
    assert not Path("/tmp/escaped").exists()


FILES: dict[str, bytes] = {
    "nothing": b"",
    "white space": b" \n\t\n\r\n\xe3\x80\x80\n",
    "a byte order mark": b"\xef\xbb\xbf",
    "zeros": b"\0" * 100_000,
    "noise": bytes((n * n * 31 + n // 7) % 256 for n in range(50_000)),
    "UTF-16": page("utf-16", 2).encode("utf-16"),
    "UTF-16 cut in a character": page("utf-16", 2).encode("utf-16")[:-1],
    "GB18030": page("gb", 2).encode("gb18030"),
    "Big5": "# 港口啟用\n\n本報訊 市民昨日到場參觀。\n".encode("big5"),
    "UTF-8 cut in a character": page("cut", 2).encode()[:-2],
    "lone surrogates": "# 题\n\n本报讯 \ud800 文\udfff\n".encode("utf-8", "surrogatepass"),
    "overlong UTF-8": b"# \xc0\xaf\xc1\x81\n",
    "carriage returns": page("cr", 2).replace("\n", "\r").encode(),
    "line separators": "# 题\u2028本报讯\u2029文\x0b文\x0c文\x85文\n".encode(),
    "a line of 10 MB": "# 题\n\n".encode() + ("海州" * 1_700_000).encode() + b"\n",
    "100,000 headings": "".join(f"# 题{n}\n" for n in range(100_000)).encode(),
    "100,000 brackets": b"# x\n\n" + "（".encode() * 100_000 + b"\n",
    "100,000 stars": b"# x\n\n" + b"*" * 100_000 + b"\n\n" + b"_*" * 50_000 + b"\n",
    "100,000 backticks": b"# x\n\n" + b"`" * 100_000 + b"a" + b"`" * 99_999 + b"\n",
    "a deep quotation": b"# x\n\n" + b"> " * 10_000 + b"x\n",
    "deep HTML": b"# x\n\n" + b"<div><table><tr><td>" * 10_000 + b"\n",
    "a table of 20,000 cells": b"# x\n\n" + b"|a" * 20_000 + b"|\n" + b"|-" * 20_000 + b"|\n",
    "combining characters": "# 题\n\n".encode() + ("a" + "\u0301" * 50_000).encode() + b"\n",
    "a program": b"\x7fELF\x02\x01\x01" + bytes(2000),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(2000),
}


@pytest.mark.parametrize("name", FILES)
def test_any_file_is_understood_or_named_and_the_others_built(desk: Desk, name: str) -> None:
    (desk.articles / "2023-07-07-A01.md").write_bytes(FILES[name])
    healthy(desk, prefix=("prlimit", f"--as={3 << 30}"))
    assert not suspicious(desk.site)


MEMORY = 300 + 50 * LARGE // 1_000_000
"""The most address space a build of such a file may take (MB): what a small build takes, and so much a MB of text."""


def _as_pages(text: str) -> str:
    """Newspaper pages of 300 articles each."""
    return "\n".join(f"<!-- page A{n:03} -->\n\n{text}" for n in range(1, LARGE // len(text.encode()) + 1))


def _as_many_pages(text: str) -> str:
    """As many pages as a file may have."""
    size = len(text) * LARGE // len(text.encode()) // 990
    return "\n".join(f"<!-- page A{n:03} -->\n\n{text * (1 + size // len(text))}"[:size] for n in range(990))


def _as_one_page(text: str) -> str:
    """A single page with thousands of articles."""
    return text * (LARGE // len(text.encode()))


def _as_one_article(text: str) -> str:
    """Paragraphs without a heading among them."""
    return "# 题\n\n" + _as_one_page(re.sub(r"^# .*\n\n海州晚报讯 记者.*?：", "", text, flags=re.MULTILINE))


def _as_one_line(text: str) -> str:
    """All in one line."""
    return "# 题\n\n" + _as_one_page(text.replace("\n", ""))


@pytest.mark.parametrize("shape", [_as_pages, _as_many_pages, _as_one_page, _as_one_article, _as_one_line])
def test_a_very_large_file_is_understood_in_bounded_memory(desk: Desk, shape: Callable[[str], str]) -> None:
    (desk.articles / "2023-07-07.md").write_text(shape(page("large", 300)), "utf-8")
    limit = ("prlimit", f"--as={MEMORY << 20}")
    result = wanbao(desk.arguments("--jobs", "1"), prefix=limit, timeout=2 * HANG)
    assert not told_well(result.returncode, result.stderr), result.stderr
    assert result.returncode in (0, 1)
    assert (desk.site / "2021/01/01/A01/1.html").is_file()
    assert (desk.site / "2023/07/07/index.html").is_file()
    written = sum(path.stat().st_size for path in desk.site.rglob("*") if path.is_file())
    assert written < 60_000_000 + 60 * LARGE, f"a site of {written >> 20} MB"


@pytest.mark.parametrize("size", [(16 << 20) + 1, 50_000_000, 10 << 30])
def test_a_larger_file_than_is_read_is_named_at_once(desk: Desk, size: int) -> None:
    with (desk.articles / "huge.md").open("wb") as file:
        file.write("# 海州晚报讯\n\n".encode() * 1000)
        file.truncate(size)
    assert "huge.md: E107" in healthy(desk, prefix=("prlimit", f"--as={300 << 20}", "--cpu=60"))

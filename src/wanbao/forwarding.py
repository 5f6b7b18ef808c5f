"""`wanbao moved`: write into addresses.yml where published articles are now, as the last build has found out.

The pages of their issue and of their newspaper page go with them, where all articles went to one. Only entries of the
form `old: new` are added, and an entry that led to an address that has moved again is led on; every other line of the
file, comments too, stays as the maintainer wrote it. The next build has the old addresses answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from os.path import lexists, realpath
from pathlib import Path

from wanbao import urls
from wanbao.config import MAX_SIZE, Config
from wanbao.disk import keep, read_plain, write_whole
from wanbao.errors import Note, Record, SettingsError
from wanbao.moves import FILE, load_moves
from wanbao.patterns import regex
from wanbao.whereabouts import lost_addresses


class Forwarded(Record, frozen=True):
    """What was written, and what somebody has to look for."""

    written: tuple[tuple[str, str], ...] = ()
    """(old address, new address), ordered: the entries that came into the file."""
    unknown: tuple[str, ...] = ()
    """Published addresses that do not answer, and nothing tells where their articles are now; ordered."""

    def lines(self) -> list[str]:
        """A line for each address."""
        found = [f"{old} → {now}" for old, now in self.written]
        return found + [f"{old}: nothing tells where it is now" for old in self.unknown]

    def sentence(self) -> str:
        """What was done, and what is left to do."""
        if not (self.written or self.unknown):
            return f"Nothing to write: every address that the last build knows of answers, or is in {FILE}."
        told = [f"{len(self.written)} written into {FILE}"]
        if self.written:
            told.append("build again to have them answer")
        if self.unknown:
            told.append(f"{len(self.unknown)} left to you: write each under `moved:` or `gone:`")
        return "; ".join(told) + "."


def forward(config: Config) -> Forwarded:
    """Write the entries. Raises SettingsError: E201, E302 where there are no such articles or no such site, E203 where
    the file has a form that lines cannot be added to, and what `load_moves` raises of a file that is wrong. OSError
    where it cannot be written. The file is then as it was."""
    if not config.articles.is_dir():
        what, remedy = "there is no such folder of articles", "name the folder of your sources with --articles"
        raise SettingsError(Note("E201", what, remedy, str(config.articles)))
    if not lexists(config.output / urls.MANIFEST):
        what, remedy = "there is no site of wanbao here", "name the folder of the site with --output, or build it first"
        raise SettingsError(Note("E302", what, remedy, str(config.output)))
    path = config.articles / FILE
    before = load_moves(path)
    settled = {old for old, _ in before.moved} | {one.address for one in before.gone}
    lost = [one for one in lost_addresses(config) if one.told.address not in settled]
    articles = {one.told.address: one.now for one in lost if one.now}
    around = {old: new for old, new in _around(articles, str(config.output)).items() if old not in settled}
    entries = dict(sorted((articles | around).items()))
    if entries:
        _write(path, with_moved(_text(path), entries, str(path)))
    return Forwarded(tuple(entries.items()), tuple(one.told.address for one in lost if not one.now))


def _around(articles: Mapping[str, str], folder: str) -> dict[str, str]:
    """The issues and newspaper pages of these articles that do not answer either, and where all of them went."""
    ways: dict[str, set[str]] = {}
    for old, new in articles.items():
        for one, other in zip(urls.around(old), urls.around(new), strict=True):
            ways.setdefault(one, set()).add(other)
    return {
        one: other
        for one, others in ways.items()
        for other in others
        if len(others) == 1 and not lexists(f"{folder}/{one}") and lexists(f"{folder}/{other}")
    }


def _write(path: Path, text: str) -> None:
    """Put the new text in the place of the file, once it is known that it can be read."""
    there = Path(realpath(path))  # a link stays one
    beside = there.with_name(f".{there.name}.new")
    try:
        write_whole(str(beside), text.encode())
        load_moves(beside)
        keep(str(beside))
        beside.replace(there)
    finally:
        beside.unlink(missing_ok=True)


def _text(path: Path) -> str:
    """The file as it is; empty where there is none."""
    try:
        return read_plain(path, MAX_SIZE).decode("utf-8-sig")
    except FileNotFoundError:
        return ""


def with_moved(text: str, entries: Mapping[str, str], path: str) -> str:
    """The text of addresses.yml with these entries. Raises SettingsError (E203) where `moved:` is no block of lines."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = [_led_on(line, entries) for line in text.split("\n")]  # nowhere else: a comment may hold U+2028
    rest = lines.pop()  # what stands behind the last end of a line: mostly nothing
    if rest:
        lines.append(rest + end[:-1])
    heads = [index for index, line in enumerate(lines) if _MOVED.match(line)]
    if not heads:
        lines.append("moved:" + end[:-1])
    head = heads[0] if heads else len(lines) - 1
    if not _BLOCK.fullmatch(lines[head]):
        what = "`moved:` is not written as a block of lines, so nothing can be added"
        raise SettingsError(Note("E203", what, "write each entry on a line of its own below it", path, head + 1))
    indent = next((found[1] for line in lines[head + 1 :] if (found := _ENTRY.match(line))), "  ")
    new = [f"{indent}{old}: {now}{end[:-1]}" for old, now in sorted(entries.items())]
    return "\n".join([*lines[: head + 1], *new, *lines[head + 1 :], ""])


_MOVED = regex(r"moved\s*:")
"""The line that opens the entries, whatever stands behind it."""
_BLOCK = regex(r"moved\s*:\s*(?:#.*)?")
"""The same where they stand below it, a line each."""
_ENTRY = regex(r"(\s+)[^\s#]")
"""One of them, with what indents it."""
_LEADS = regex(r"(\s+[^\s:#]+:\s+)([^\s#]+)(\s*(?:#.*)?)")
"""`  undated/f016e08b/x/1.html: 2022/05/18/A02/1.html  # found by hand`: an entry in three parts."""


def _led_on(line: str, entries: Mapping[str, str]) -> str:
    """A line whose address has moved again, led on to where that is now; any other as it is."""
    entry = _LEADS.fullmatch(line)
    return f"{entry[1]}{entries[entry[2]]}{entry[3]}" if entry and entry[2] in entries else line

"""Addresses that were published once and no longer have a page of their own: `articles/addresses.yml`.

An address is made of date, page and order, so it changes when one of these is found out or was wrong, and it goes when
a source goes. Readers and citations keep the old one. The maintainer writes down what became of it, and the site
answers there: with the way to the new address, or with the word that the page is gone and why.

    moved:
      undated/f016e08b/x/1.html: 2022/05/18/A02/1.html
    gone:
      2022/05/18/A02/4.html: 2024-02-01 应作者要求撤下

The day at the head of a reason is the day of withdrawal; it may be left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from wanbao import urls
from wanbao.config import MAX_SIZE
from wanbao.dates import bounds
from wanbao.disk import read_plain
from wanbao.errors import Note, Record, SettingsError, YamlError
from wanbao.patterns import regex
from wanbao.settings import load_settings, strange_texts

FILE = "addresses.yml"
"""The name of the file, in the articles folder; it may be missing."""

_ADDRESS = regex(r"(?:[0-9A-Za-z-]+/)*[0-9A-Za-z-]+\.html\Z")
_KEYS = ("moved", "gone")
_WITHDRAWN = regex(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9-])\s*")
"""The day of withdrawal, at the head of a reason."""
_WRITTEN_DAY = regex(r"([0-9]{4})(?:年|[-./])([0-9]{1,2})(?:月|[-./])([0-9]{1,2})(?:日|(?![0-9.-]))")
"""The same in another form: `2024年2月1日`, `2024-2-1`, `2024/02/01`."""


class Gone(Record, frozen=True):
    """An address that is gone."""

    address: str
    """The old address."""
    reason: str
    """Why it is gone, for readers; empty where only the day is told."""
    day: str = ""
    """The day of withdrawal, `2024-02-01`; empty where it is not told."""


class Moves(Record, frozen=True):
    """What became of addresses that were published once."""

    moved: tuple[tuple[str, str], ...] = ()
    """(old address, new address), ordered."""
    gone: tuple[Gone, ...] = ()
    """What is gone, ordered by address."""
    lines: tuple[tuple[str, int], ...] = ()
    """(old address, line of the file)."""


def load_moves(path: Path) -> Moves:
    """Read the file; nothing where there is none.

    Raises SettingsError: E201 unreadable, E202 an unknown key, E203 something that is no address of a page or no
    text, or two entries for one.
    """
    value, lines = _settings(path)
    if value is None:
        return Moves()
    if not isinstance(value, dict):
        raise SettingsError(Note("E203", "the file must hold `moved:` and `gone:`", "", str(path), 1))
    _check_keys(value, path, lines)
    places = {key.partition(".")[2]: line for key, line in lines.items() if "." in key}
    for key in _KEYS:
        if not isinstance(value.get(key) or {}, dict):
            remedy = "write each on a line of its own below it, `old: new` under `moved:`, `old: reason` under `gone:`"
            raise SettingsError(
                Note("E203", f"`{key}` holds no entries of addresses", remedy, str(path), lines.get(key, 1))
            )
    moved = _entries(value.get("moved"), path, places)
    gone = tuple(_gone(old, text, path, places) for old, text in _entries(value.get("gone"), path, places))
    lost = {one.address for one in gone}
    for old, new in moved:
        _check(new, path, places.get(old, 0))
        if old in lost or new in dict(moved):
            remedy = "say once what became of it, and name the last address it moved to"
            raise SettingsError(Note("E203", f"{old} moves twice", remedy, str(path), places.get(old, 0)))
    return Moves(moved, gone, tuple(sorted(places.items())))


def _gone(old: str, text: str, path: Path, places: Mapping[str, int]) -> Gone:
    """What is said of an address that is gone. Raises SettingsError: E203 where its day is none of the calendar."""
    found = _WITHDRAWN.match(text)
    if not found:
        return Gone(old, text)
    try:
        bounds(found[1])
    except ValueError:
        what = f"{found[1]} is no day"
        raise SettingsError(Note("E203", what, "correct the date", str(path), places.get(old, 0))) from None
    return Gone(old, text[found.end() :], found[1])


def _settings(path: Path) -> tuple[object, Mapping[str, int]]:
    """What the YAML says, None where there is none, with the line of every key. Raises SettingsError: E201."""
    try:
        return load_settings(read_plain(path, MAX_SIZE).decode("utf-8-sig"), str(path))
    except FileNotFoundError:
        return None, {}
    except YamlError as error:
        raise SettingsError(Note("E201", error.message, "", str(path), error.line)) from None
    except OSError as error:
        raise SettingsError(Note("E201", f"cannot be read: {error.strerror}", "", str(path))) from None
    except UnicodeDecodeError as error:
        what = f"cannot be read: not UTF-8 at byte {error.start}"
        raise SettingsError(Note("E201", what, "save it as UTF-8", str(path))) from None


def _check_keys(value: Mapping[object, object], path: Path, lines: Mapping[str, int]) -> None:
    """Raises SettingsError: E202 for a key that is not ours, E203 for characters that cannot be text."""
    for key in value:
        if key not in _KEYS:
            remedy = "the keys are `moved` and `gone`"
            raise SettingsError(Note("E202", f"unknown key {key!r}", remedy, str(path), lines.get(str(key), 1)))
    for key, words in strange_texts(value):
        what = f"`{key}` holds characters that cannot be text: {words[:60]!a}"
        raise SettingsError(Note("E203", what, "", str(path), lines.get(key, 0)))


def in_the_way(moves: Moves, addresses: Iterable[str]) -> dict[str, str]:
    """The old addresses at which nothing can be published, each with the address that is in its way: of a page of the
    site, or of another entry. Folded, because many file systems take A2 and a2 for one folder."""
    if not (moves.moved or moves.gone):
        return {}
    there = {address.casefold(): address for address in addresses}
    found = {}
    for old in (*(old for old, _ in moves.moved), *(one.address for one in moves.gone)):
        folded = old.casefold()
        if folded in there:
            found[old] = there[folded]
        there.setdefault(folded, old)
    return found


def findings(moves: Moves, addresses: Collection[str], path: str) -> list[Note]:
    """What is wrong with these entries for a site of these addresses (W307), and which could say more (I313)."""
    lines = dict(moves.lines)
    notes = []
    for old, new in moves.moved:
        if new not in addresses:
            remedy = "correct the new address, or put the old one under `gone:`"
            notes.append(
                Note(
                    "W307", f"{old} is said to have moved to {new}, which is not there", remedy, path, lines.get(old, 0)
                )
            )
    blocked = in_the_way(moves, addresses)
    for old, other in blocked.items():
        what, remedy = f"{old} has a page of its own", _page_is_there(old)
        if old != other:
            what = f"{old} is {other} where a file system takes small and capital letters for one; it is left out"
            remedy = "remove the entry, or write the address as it was published"
        notes.append(Note("W307", what, remedy, path, lines.get(old, 0)))
    for one in moves.gone:
        line = lines.get(one.address, 0)
        slips = [Note("W307", what, remedy, path, line) for what, remedy in _slips(one, addresses)]
        notes += slips
        if not (one.day or slips or one.address in blocked) and urls.is_article(one.address):
            what = f"{one.address} is gone without a day, so the feed asks nobody to delete a copy"
            notes.append(
                Note("I313", what, "write the day before the reason, as 2024-02-01, if readers shall", path, line)
            )
    return notes


def _slips(gone: Gone, addresses: Collection[str]) -> Iterable[tuple[str, str]]:
    """What somebody may have meant who wrote the entry otherwise than it has to be: what is wrong, and what to do."""
    if gone.address not in addresses:
        for meant in urls.meant_by(gone.address):
            if meant in addresses and meant.casefold() != gone.address.casefold():  # which is told as in the way
                yield f"{gone.address} is no page of the site; {meant} is, and is still shown", f"write `{meant}`"
    day = _WRITTEN_DAY.match(gone.reason) if not gone.day else None
    if day:
        written, iso = day[0], f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}"
        yield (
            f"{written} is no day of withdrawal in this form; it is shown as a part of the reason",
            f"write `{iso}` before the reason, if {gone.address} was withdrawn on that day",
        )


def _page_is_there(old: str) -> str:
    """What to do about an entry for an address at which a page is."""
    remedy = "remove the entry: the page is there; or take the article's lines out of its source"
    if urls.is_article(old) and (number := urls.number_of(old)) < urls.LARGEST_FIXED:
        remedy += f"; if another article has moved up to it, write {{#{number + 1}}} at the end of its headline"
    return remedy


def _entries(value: object, path: Path, lines: dict[str, int]) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        return ()
    for old, new in value.items():
        _check(str(old), path, lines.get(str(old), 0))
        if not isinstance(new, str) or not new.strip():
            what = f"{old} has nothing behind it"
            raise SettingsError(
                Note("E203", what, "write the new address or the reason", str(path), lines.get(str(old), 0))
            )
    return tuple(sorted((str(old), str(new).strip()) for old, new in value.items()))


def _check(address: str, path: Path, line: int) -> None:
    if not _ADDRESS.match(address) or address in (urls.HOME, urls.NOT_FOUND):
        remedy = "write it as wanbao does: 2022/05/18/A02/3.html"
        raise SettingsError(Note("E203", f"{address!r} is no address of a page", remedy, str(path), line))

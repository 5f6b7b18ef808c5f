"""Which files of articles/ hold newspaper pages.

Only plain files are read. A symbolic link is never followed, wherever it leads: one that leaves the folder could
publish what was never meant to be published, one that stays inside would publish a page twice, one that leads to its
own parent would never end. Each one is named, so that nobody wonders where a page has gone.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from wanbao.disk import Folders
from wanbao.errors import Note
from wanbao.patterns import regex
from wanbao.strange import is_clean

SUFFIXES = (".md", ".txt")
"""How the names of sources end, in either case."""

NOT_SOURCES = ("newspaper.yml", "about.md", "corrections.yml", "takedowns.yml", "addresses.yml")
"""Files at the head of articles/ that say something about the newspaper and hold no page of it."""

_README = regex(r"readme(?![a-z0-9])")
_NAMED = 3
"""How many of the files that were passed over are named."""

_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


def discover(articles: Path) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    """The sources below `articles`, as paths relative to it with `/`, by code point; and what was left aside, and why.

    Names that begin with a dot are passed over in silence, other files that hold no page in one I118 for all.
    """
    found, notes = discovered(articles, Folders())
    return tuple(found), notes


def discovered(articles: Path, look: Folders) -> tuple[dict[str, os.DirEntry[str]], tuple[Note, ...]]:
    """The same by what `look` has seen or sees now, each source with its entry."""
    paths: dict[str, os.DirEntry[str]] = {}
    others: list[str] = []
    notes: list[Note] = []
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            entries = look.entries(f"{articles}/{folder}" if folder else str(articles))
        except OSError as error:
            notes.append(_unreadable(folder or ".", error))
            continue
        for entry in entries:
            _sort_out(entry, folder, paths, others, folders, notes)
    if others:
        notes.append(_passed_over(sorted(others)))
    return dict(sorted(paths.items())), tuple(sorted(notes, key=lambda note: (note.path, note.code)))


def is_source(path: str) -> bool:
    """Whether a file of this path, relative to the articles folder, is one to hold newspaper pages."""
    name = path.rpartition("/")[2].lower()
    return name.endswith(SUFFIXES) and path not in NOT_SOURCES and not (name[0] == "r" and _README.match(name))


def _sort_out(
    entry: os.DirEntry[str],
    folder: str,
    paths: dict[str, os.DirEntry[str]],
    others: list[str],
    folders: list[str],
    notes: list[Note],
) -> None:
    """Put one entry of a folder where it belongs."""
    name = entry.name
    if name.startswith("."):
        return
    path = f"{folder}/{name}" if folder else name
    is_page = is_source(path)
    if entry.is_symlink():
        if is_page or _leads_to_folder(entry):
            notes.append(_skipped(path, f"a symbolic link that leads {_where(entry.path)}"))
    elif entry.is_dir(follow_symlinks=False):
        if is_page:
            notes.append(_skipped(path, "a folder"))
        elif _is_text(path):
            folders.append(path)
        else:
            notes.append(_bad_name(path))
    elif not is_page:
        if path not in NOT_SOURCES and entry.is_file(follow_symlinks=False):
            others.append(path)
    elif not entry.is_file(follow_symlinks=False):
        notes.append(_skipped(path, kind_of(entry.stat(follow_symlinks=False).st_mode)))
    elif _is_text(path):
        paths[path] = entry
    else:
        notes.append(_bad_name(path))


def kind_of(mode: int) -> str:
    """What a file of this mode is, in words."""
    return _KINDS.get(stat.S_IFMT(mode), "no plain file")


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """Whether a link leads to a folder, which might hold pages; a broken link may have done so."""
    try:
        return stat.S_ISDIR(entry.stat().st_mode)
    except OSError:
        return True


def _where(path: str) -> str:
    """Where a link leads, as far as that explains why it is of no use."""
    try:
        Path(path).stat()
    except FileNotFoundError:
        return "nowhere"
    except OSError:
        return "round in a loop"
    return "elsewhere"


def _is_text(path: str) -> bool:
    """Whether the name can be written down in a message, a page and a web address: not bytes that are no UTF-8, which
    Python keeps as surrogates, nor controls or characters that turn the direction of what follows.
    """
    return path.isprintable() or ("\n" not in path and "\t" not in path and is_clean(path))


def _skipped(path: str, what: str) -> Note:
    return Note(
        "W115", f"skipped: it is {what}", "put a plain file or a plain folder in its place", path=writable(path)
    )


def _passed_over(paths: list[str]) -> Note:
    """One note for all files that hold no page."""
    what = "1 file holds" if len(paths) == 1 else f"{len(paths)} files hold"
    more = ", …" if len(paths) > _NAMED else ""
    named = ", ".join(writable(path) for path in paths[:_NAMED]) + more
    remedy = "a page is a text file that ends in .md or .txt and is not named README"
    return Note("I118", f"{what} no page and stayed unread: {named}", remedy, path=".")


def _bad_name(path: str) -> Note:
    message = "not read: the name holds characters that cannot be text"
    return Note("E106", message, "rename it", path=writable(path))


def _unreadable(path: str, error: OSError) -> Note:
    reason = error.strerror or str(error)
    return Note("E106", f"the folder cannot be read: {reason}", "check that it exists and may be read", path=path)


def writable(path: str) -> str:
    """A path that can be printed: what cannot be text as `\\udcff`, `\\x0a`."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in path)

"""The files of a theme that are published as they are.

Stylesheets, the scripts of every page and those of the search are written in small files by purpose and published as
one each, in order of their names, because every file is a request; without comments and indents, because every
reader would wait for them. Addresses carry a digest of the content, so a browser may keep them for ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING

from wanbao import urls
from wanbao.digests import digest_of
from wanbao.errors import Note, Record, SettingsError
from wanbao.newspaper import Newspaper
from wanbao.patterns import regex
from wanbao.render import files_below, static_files
from wanbao.settings import remembered
from wanbao.strings import DEFAULT_LANGUAGE
from wanbao.typos import nearest

if TYPE_CHECKING:
    from wanbao.views.site import Site

STYLE = "style.css"
SCRIPT = "site.js"
SEARCH = "search.js"
TRADITIONAL = "traditional.js"

SIMPLIFIED = ("zh", "zh-CN", "zh-Hans", "zh-Hans-CN", "zh-SG", "zh-Hans-SG")
"""Languages whose readers may want traditional characters."""

_JOINED = {("css", "css"): STYLE, ("js", "js"): SCRIPT, ("search", "js"): SEARCH}
"""What is joined: (folder, ending) and the name of the whole."""


_ADDRESS = regex(r"[A-Za-z0-9._/-]{1,100}")
"""The names below `static/` of which addresses can be made."""


class Assets(Record, frozen=True):
    """The published files of a theme."""

    files: tuple[tuple[str, bytes], ...]
    """(address, content), ordered."""
    addresses: tuple[tuple[str, str], ...]
    """(name in the theme, address), ordered."""


def load_assets(theme_dirs: tuple[Path, ...]) -> Assets:
    """The published files of these theme folders, the first folder winning for each name.

    Raises SettingsError E205 for a name that can be no address, and a style or script that is not UTF-8.
    """
    joined: dict[str, list[bytes]] = {}
    rest: list[tuple[str, bytes]] = []
    for name, data in sorted(static_files(theme_dirs)):
        if not _ADDRESS.fullmatch(name):
            remedy = "name it with at most 100 letters and digits of ASCII, `.`, `_` and `-`"
            raise SettingsError(Note("E205", "a file with this name cannot be published", remedy, f"static/{name}"))
        target = _JOINED.get((name.partition("/")[0], name.rpartition(".")[2]))
        if target is None:
            rest.append((name, data))
        else:
            try:
                joined.setdefault(target, []).append(_LEAN[target.rpartition(".")[2]](data))
            except UnicodeDecodeError as error:
                what = f"the file is not UTF-8 at byte {error.start}"
                raise SettingsError(Note("E205", what, "save it as UTF-8", f"static/{name}")) from None
    files = [*((name, b"\n".join(parts)) for name, parts in joined.items()), *rest]
    placed = [
        (name, urls.asset(name.replace("/", "-"), sha256(data).hexdigest()), data) for name, data in files if data
    ]
    return Assets(
        files=tuple(sorted((address, data) for _, address, data in placed)),
        addresses=tuple(sorted((name, address) for name, address, _ in placed)),
    )


_CSS = regex(
    r"""
    (?= [\s"'u/;{},>:] ) (?:  # where nothing can begin, which is nearly everywhere, nothing is tried
    (?P<kept> "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | url\([^)]*\) | /\*!.*?\*/ )
    | (?:\s|/\*.*?\*/|;(?=\s*\}))* (?P<mark>[{};,>]) (?:\s|/\*(?!!).*?\*/)*
    | (?P<colon>:)\s+
    | (?:\s|/\*.*?\*/)+ )
    """,
    re.DOTALL | re.VERBOSE,
)
"""`a { color : red ; } /* why */`: blanks and comments go, strings and `/*! kept */` stay."""


def _lean_css(data: bytes) -> bytes:
    """A stylesheet without comments and needless white space; texts, addresses and `/*! … */` stay as they are."""
    return remembered("css", data.decode("utf-8"), _without_blanks).encode()


def _without_blanks(stylesheet: str) -> str:
    return _CSS.sub(lambda found: found[found.lastindex] if found.lastindex else " ", stylesheet).strip()


def _lean_js(data: bytes) -> bytes:
    """A script without indents and lines that are comments; one with a text that runs over lines stays as it is."""
    lines = [line.strip() for line in data.decode("utf-8").split("\n")]
    if any(line.count("`") % 2 for line in lines):
        return data
    return "\n".join(line for line in lines if line and not line.startswith("//")).encode()


_LEAN: dict[str, Callable[[bytes], bytes]] = {"css": _lean_css, "js": _lean_js}


def theme_digests(theme_dirs: tuple[Path, ...], language: str) -> dict[str, str]:
    """32 hex digits that stand for all templates of these folders, in their order, and the texts of this language: of
    all of them under the empty name, and under the name of each page's template of those that may shape such a page.

    Files are read but not parsed, so that a build with nothing to do is over at once. A page is shaped by its own
    template and by all that are not another page's own; and none is a page's own that another file names.
    """
    # The default language is asked for what the other leaves out.
    texts = {f"strings/{name}.yml" for name in (language, DEFAULT_LANGUAGE)}
    files = [
        (f"{place}/{name}", name, Path(path).read_bytes())
        for place, folder in enumerate(theme_dirs)
        for name, path in sorted(files_below(folder))
        if name in texts or not name.startswith(("static/", "strings/"))
    ]
    templates = [(name, data) for _, name, data in files if name not in texts]
    lowered = [(name, data.lower()) for name, data in templates]
    pages = {path.name for path in _heads(theme_dirs[-1])} if all(_is_plain(data) for _, data in templates) else set()
    pages -= {page for page in pages for name, data in lowered if name != page and page.encode() in data}
    own = {page: _digest_of_files(file for file in files if file[1] == page) for page in sorted(pages)}
    shared = _digest_of_files(file for file in files if file[1] not in own)
    return {"": digest_of(shared, *own.values()), **{page: digest_of(shared, of_page) for page, of_page in own.items()}}


def _digest_of_files(files: Iterable[tuple[str, str, bytes]]) -> str:
    digest = blake2b(digest_size=16)
    for path, _, data in files:
        digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
    return digest.hexdigest()


_LEADING_ELSEWHERE = regex(r"{%[-+]?\s*(?:extends|include|import|from)\b\s*(?P<where>[^%]*)")
_PLAIN_NAME = regex(r"""("[^"\\{]*"|'[^'\\{]*')\s*-?(?:(?:import|as|ignore\s+missing|with|without)\b[\w\s,]*-?)?""")


def _is_plain(template: bytes) -> bool:
    """Whether each other template that this one leads to is named by a plain text, and not worked out."""
    text = template.decode("utf-8", "replace")
    return all(_PLAIN_NAME.fullmatch(found["where"]) for found in _LEADING_ELSEWHERE.finditer(text))


def unused_templates(theme: Path, default: Path) -> list[Note]:
    """A warning for every template at the head of a theme that no page uses, as it is none of the default's names or no
    file.

    A name that begins with `_` is for the theme's own templates to include.
    """
    known = [path.name for path in _heads(default)]
    notes = []
    for path in _heads(theme):
        if path.name not in known and not path.name.startswith("_"):
            near = nearest(path.name, known)
            remedy = f"did you mean `{near}`?" if near else f"put it into parts/, or use one of {', '.join(known)}"
            notes.append(Note("W206", "no page uses this template", remedy, str(path)))
        elif not path.is_file():
            notes.append(Note("W206", "this is no plain file, so no page uses it", "put a file there", str(path)))
    return notes


def _heads(folder: Path) -> list[Path]:
    """The templates that lie at the head of a folder, ordered."""
    return sorted(path for path in folder.iterdir() if path.suffix == ".html")


def site_of(
    newspaper: Newspaper,
    assets: tuple[tuple[str, str], ...],
    *,
    undated: bool,
    sections: bool,
    series: bool,
    search: bool,
) -> Site:
    """What is the same on every page; `assets` are `Assets.addresses`."""
    from wanbao.views.site import Site

    address = dict(assets).get
    script = address(SCRIPT, "")
    return Site(
        name=newspaper.name,
        name_en=newspaper.name_en,
        publisher=newspaper.publisher,
        description=newspaper.description,
        language=newspaper.interface_language,
        style=address(STYLE, ""),
        scripts=(script,) if script else (),
        search_script=address(SEARCH, "") if search else "",
        icon=address("icon.svg", ""),
        traditional=address(TRADITIONAL, "") if newspaper.language in SIMPLIFIED else "",
        has_undated=undated,
        has_sections=sections,
        has_series=series,
        has_search=search,
        has_contact=bool(newspaper.contact),
        rights=newspaper.rights,
        text_language="" if newspaper.language == newspaper.interface_language else newspaper.language,
        assets=assets,
    )

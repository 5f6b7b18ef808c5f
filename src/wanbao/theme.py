"""The files of a theme that are published as they are: one stylesheet, one script, and the rest by name.

Stylesheets and scripts are written in small files by purpose and published as one each, in order of their names,
because every file is a request. Addresses carry a digest of the content, so a browser may keep them for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from wanbao import urls
from wanbao.newspaper import Newspaper
from wanbao.render import static_files
from wanbao.views import Site

STYLE = "style.css"
SCRIPT = "site.js"


@dataclass(frozen=True, slots=True)
class Assets:
    """The published files of a theme."""

    files: tuple[tuple[str, bytes], ...]
    """(address, content), ordered."""
    addresses: tuple[tuple[str, str], ...]
    """(name in the theme, address), ordered."""

    def address(self, name: str) -> str:
        """The address of a file by its name in the theme, or empty."""
        return dict(self.addresses).get(name, "")


def load_assets(theme_dirs: tuple[Path, ...]) -> Assets:
    """The published files of these theme folders, the first folder winning for each name."""
    styles: list[tuple[str, bytes]] = []
    scripts: list[tuple[str, bytes]] = []
    rest: list[tuple[str, bytes]] = []
    for name, data in sorted(static_files(theme_dirs)):
        target = styles if _inside(name, "css", ".css") else scripts if _inside(name, "js", ".js") else rest
        target.append((name, data))
    files = [(STYLE, b"".join(data for _, data in styles)), (SCRIPT, b"\n".join(data for _, data in scripts)), *rest]
    placed = [
        (name, urls.asset(name.replace("/", "-"), sha256(data).hexdigest()), data) for name, data in files if data
    ]
    return Assets(
        files=tuple(sorted((address, data) for _, address, data in placed)),
        addresses=tuple(sorted((name, address) for name, address, _ in placed)),
    )


def _address(name: str, data: bytes) -> str:
    return urls.asset(name.replace("/", "-"), sha256(data).hexdigest())


def _inside(name: str, folder: str, suffix: str) -> bool:
    return name.startswith(folder + "/") and name.endswith(suffix)


def site_of(newspaper: Newspaper, assets: Assets, *, undated: bool, sections: bool, search: bool) -> Site:
    """What is the same on every page."""
    script = assets.address(SCRIPT)
    return Site(
        name=newspaper.name,
        name_en=newspaper.name_en,
        publisher=newspaper.publisher,
        description=newspaper.description,
        language=newspaper.interface_language,
        style=assets.address(STYLE),
        scripts=(script,) if script else (),
        icon=assets.address("icon.svg"),
        has_undated=undated,
        has_sections=sections,
        has_search=search,
        rights=newspaper.rights,
        assets=assets.addresses,
    )

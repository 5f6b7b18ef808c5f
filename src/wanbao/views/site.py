"""What is the same on every page."""

from __future__ import annotations

from wanbao.views.head import Record


class Site(Record, frozen=True):
    """What is the same on every page; the templates see it as `site`."""

    name: str
    """The newspaper's name."""
    name_en: str
    """Its English name, or empty."""
    publisher: str
    """The publisher."""
    description: str
    """A sentence about the archive."""
    language: str
    """The language of the interface (BCP 47)."""
    style: str
    """The address of the stylesheet."""
    scripts: tuple[str, ...]
    """The addresses of the scripts of every page."""
    icon: str
    """The address of the icon; empty for none."""
    has_undated: bool
    """True where some issue has no date."""
    has_sections: bool
    """True where some page has a section name."""
    has_series: bool
    """True where some article belongs to a series or standing column."""
    has_search: bool
    """True where the site has a search."""
    has_contact: bool
    """True where the newspaper says whom to write to."""
    rights: str
    """The statement of rights, for the foot of every page."""
    text_language: str = ""
    """The language of the newspaper's text where it is not the interface's (BCP 47); empty where they are one."""
    search_script: str = ""
    """The address of the script of the search page; empty for a site without search."""
    traditional: str = ""
    """The address of the script that makes the text traditional; empty for a paper not in simplified Chinese."""
    assets: tuple[tuple[str, str], ...] = ()
    """(name, address) of every other file of the theme."""

"""References in BibTeX: `@article` with `entrysubtype = {newspaper}`, as the gbt7714 styles and biblatex want it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from wanbao.cite.pieces import Pieces
from wanbao.patterns import regex
from wanbao.reference import Imprint, Reference

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # Not `\{`: BibTeX counts braces before TeX sees the backslash, and one without a partner would end the file.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "#": r"\#",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
    }
)
_SPECIAL = regex(r"[\\{}~^#$%&_]")
_NOT_IN_URL = regex(r"[^A-Za-z0-9%/:=&?~#+!$,;'@()*\[\]._-]")
_CUTS_NAMES = regex(r"[\s,\\{]")
_NOT_IN_KEY = regex(r"[^A-Za-z0-9:./+-]")
_BABEL = {"zh": "chinese", "en": "english"}


def bibtex_entry(ref: Reference) -> Pieces:
    """The reference as one BibTeX entry, its key the permanent id. It has the year twice: biblatex and the gbt7714
    styles read `date`, which tells the day; classic styles know only `year`.

    Chinese names stand whole: the gbt7714 styles print them so, and a comma would put a space into them.
    """
    pieces = [("@article{", _key(ref.id))]
    end = ",\n  entrysubtype = {newspaper},\n"
    if ref.authors:
        pieces += [(f"{end}  author = {{", ""), *_bibtex_authors(ref.authors)]
        end = "},\n"
    if ref.title:
        pieces.append((f"{end}  title = {{{{", _tex(ref.title)))
        end = "}},\n"
    end += _bibtex_printed(ref.imprint)
    if ref.url:
        # biblatex reads a URL as it stands, so it is made safe by its own rules and not by TeX's.
        pieces.append((f"{end}  url = {{", _NOT_IN_URL.sub(lambda found: quote(found.group()), ref.url)))
        end = "},\n"
    return [*pieces, (f"{end}}}\n", "")]


def _bibtex_authors(names: tuple[str, ...]) -> Pieces:
    between = [(" and ", "")] * (2 * len(names) - 1)
    between[::2] = map(_tex_author, names)
    return between


@lru_cache(maxsize=64)
def _bibtex_printed(printed: Imprint) -> str:
    return _bibtex_lines(
        (
            ("journal", _braced(printed.newspaper)),
            ("publisher", _braced(printed.publisher)),
            ("address", _braced(printed.place)),
            ("date", printed.day),
            ("year", printed.day[:4]),
            ("number", _tex(printed.issue_number)),
            ("pages", _tex(printed.pages_told)),
            ("langid", _BABEL.get(printed.language.split("-")[0].lower(), "")),
        )
    )


def _bibtex_lines(fields: Iterable[tuple[str, str]]) -> str:
    return "".join([f"  {name} = {{{value}}},\n" for name, value in fields if value])


def _braced(text: str) -> str:
    """The text with a second pair of braces, so that no style changes the case of its letters."""
    return f"{{{_tex(text)}}}" if text else ""


def _tex(text: str) -> str:
    """The text with everything escaped that means something to TeX."""
    return text.translate(_TEX) if _SPECIAL.search(text) else text


@lru_cache(maxsize=4096)
def _tex_author(name: str) -> tuple[str, str]:
    """The name; braces keep one whole that BibTeX would cut at a space, a comma or the word `and`."""
    escaped = _tex(name)
    return (f"{{{escaped}}}" if _CUTS_NAMES.search(escaped) else escaped), ""


def _key(identifier: str) -> str:
    """The id as BibTeX takes a key: ASCII without the characters that end it."""
    return _NOT_IN_KEY.sub("-", identifier)

"""Citations that can be pasted, and citation files that reference managers and LaTeX read.

| form          | source of its rules                                                                         |
| ------------- | ------------------------------------------------------------------------------------------- |
| GB/T 7714     | the national standard for references, editions 2015 and 2025, the form for newspapers `[N]` |
| RIS           | the RIS format as Zotero, EndNote and NoteExpress read it, type NEWS                         |
| BibTeX        | `@article` with `entrysubtype = {newspaper}`, as the gbt7714 styles and biblatex want it     |
| CSL-JSON      | `csl-data.json` of the Citation Style Language 1.0, type `article-newspaper`                 |

What is unknown is left out; nothing is taken from a clock, so the day of access, which GB/T 7714—2015 asks for behind
online references, is for the reader to add. Of a date only the year, month and day that are certain are printed; one
that is marked as estimated (EDTF `~ ? %`) stands in square brackets, as the standard has it for estimated years.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

from wanbao.cite.bibtex import bibtex_entry
from wanbao.cite.csl import csl_item
from wanbao.cite.pieces import Pieces
from wanbao.cite.ris import ris_record
from wanbao.patterns import regex
from wanbao.reference import Reference

FORMATS: tuple[tuple[str, str, str, Callable[[Reference], Pieces]], ...] = (
    ("RIS", "application/x-research-info-systems", "ris", ris_record),
    ("BibTeX", "application/x-bibtex", "bib", bibtex_entry),
    ("CSL-JSON", "application/vnd.citationstyles.csl+json", "json", csl_item),
)
"""(name, media type, suffix of the file, what makes it) of the citation files."""


def downloads(ref: Reference) -> tuple[tuple[str, str, str], ...]:
    """(name, address, file name) for every format, to be offered as `<a download="file name" href="address">`.

    The address holds the file itself, so it works from disk and without JavaScript, and an archive needs no three
    more files for each article. Measured on a typical article: RIS 0.6 KB, BibTeX 0.65 KB, CSL-JSON 0.8 KB, each 0.4 to
    0.5 KB compressed; base64 is no shorter and compresses badly.
    """
    return tuple(
        [(name, data_uri(media_type, make(ref)), f"{ref.id}.{suffix}") for name, media_type, suffix, make in FORMATS]
    )


_ESCAPES = {char: quote(char) for char in "%\r\n\t \"#&'<>[\\]^`{|}"}
"""What must not stand in an address or would be escaped in HTML."""
_NOT_IN_ADDRESS = regex("[" + "".join(rf"\x{ord(char):02x}" for char in _ESCAPES) + "]")


def data_uri(media_type: str, pieces: Pieces) -> str:
    """A text, which holds no control characters but line ends, as a `data:` address (RFC 2397) that needs no escaping
    in HTML. Letters beyond ASCII stay, as the URL standard allows: a third of their length in percent form."""
    written = [f"data:{media_type};charset=utf-8,"]
    for shared, own in pieces:
        written.append(_escaped_once(shared))
        if own:
            written.append(_escaped(own))
    return "".join(written)


def _escaped(text: str) -> str:
    return _NOT_IN_ADDRESS.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES[found[0]]


_escaped_once = lru_cache(maxsize=1024)(_escaped)

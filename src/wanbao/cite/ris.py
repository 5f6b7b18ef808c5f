"""References in the RIS format, type NEWS, as Zotero, EndNote and NoteExpress read it."""

from __future__ import annotations

from functools import lru_cache

from wanbao.cite.pieces import Pieces
from wanbao.reference import Imprint, Reference, inverted, locale


def ris_record(ref: Reference) -> Pieces:
    """The reference as one RIS record, lines ended by CRLF; records may follow one another in a file.

    Authors stand as `family, given`; the date as `YYYY/MM/DD/` with empty parts for what is unknown, an estimate with
    the remark 约 in the part that the format keeps for remarks. There is no abstract: the page shows the text.
    """
    pieces = [("TY  - NEWS\r\nID  - ", ref.id)]
    if ref.title:
        pieces.append(("\r\nTI  - ", ref.title))
    pieces += map(_ris_author, ref.authors)
    end = _ris_printed(ref.imprint)
    if ref.url:
        pieces.append((f"{end}\r\nUR  - ", ref.url))
        end = ""
    return [*pieces, (f"{end}\r\nER  - \r\n", "")]


@lru_cache(maxsize=4096)
def _ris_author(name: str) -> tuple[str, str]:
    return f"\r\nAU  - {inverted(name)}", ""


@lru_cache(maxsize=64)
def _ris_printed(printed: Imprint) -> str:
    day = printed.day
    fields = (
        ("T2", printed.newspaper),
        ("PB", printed.publisher),
        ("CY", printed.place),
        ("PY", day[:4]),
        ("DA", _ris_date(day, printed.estimated)),
        ("IS", printed.issue_number),
        ("SP", printed.pages_told),
        ("SE", printed.section),
        ("ET", printed.edition),
        ("LA", locale(printed.language)),
    )
    return "".join([f"\r\n{tag}  - {value}" for tag, value in fields if value])


def _ris_date(iso: str, estimate: bool) -> str:
    """`2022-05-18` as `2022/05/18/`, `2022` as `2022///`."""
    year, month, day = [*iso.split("-"), "", ""][:3]
    return f"{year}/{month}/{day}/{'约' if estimate else ''}" if year else ""

"""Citations that can be pasted, and citation files that reference managers and LaTeX read.

| form          | source of its rules                                                                        |
| ------------- | ------------------------------------------------------------------------------------------ |
| GB/T 7714     | the national standard for references, editions 2015 and 2025, the form for newspapers `[N]` |
| RIS           | the RIS format as Zotero, EndNote and NoteExpress read it, type NEWS                        |
| BibTeX        | `@article` with `entrysubtype = {newspaper}`, as the gbt7714 styles and biblatex want it    |
| CSL-JSON      | `csl-data.json` of the Citation Style Language 1.0, type `article-newspaper`                |

What is unknown is left out; nothing is taken from a clock, so the day of access, which GB/T 7714—2015 asks for behind
online references, is for the reader to add. Of a date only the year, month and day that are certain are printed; one
that is marked as estimated (EDTF `~ ? %`) stands in square brackets, as the standard has it for estimated years.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from wanbao.dates import iso_prefix
from wanbao.patterns import regex
from wanbao.reference import Imprint, Reference, inverted, locale, split_name

MOST_AUTHORS = 3
"""GB/T 7714 prints so many authors, then 等."""

FORMATS: tuple[tuple[str, str, str], ...] = (
    ("RIS", "application/x-research-info-systems", "ris"),
    ("BibTeX", "application/x-bibtex", "bib"),
    ("CSL-JSON", "application/vnd.citationstyles.csl+json", "json"),
)
"""(name, media type, suffix of the file) of the citation files."""


# --- GB/T 7714 ------------------------------------------------------------------------------------------------------


class _Marks(NamedTuple):
    """The marks that the editions of the standard set differently."""

    comma: str
    opening: str
    closing: str
    after_url: str


_MARKS_2015 = _Marks(", ", "(", ")", ".")
_MARKS_2025 = _Marks("，", "（", "）", "")
_MARKS_2025_LATIN = _Marks(", ", "(", ")", "")


def gbt7714_2015(ref: Reference) -> str:
    """The reference after GB/T 7714—2015, numeric system, without its number.

    `梁奈, 石蕾蕾, 梁冲, 等. 题名[N]. 茂名晚报, 2022-05-18(A02).`
    """
    return _numeric(ref, _MARKS_2015)


def gbt7714_2025(ref: Reference) -> str:
    """The reference after GB/T 7714—2025, numeric system, without its number.

    `梁奈，石蕾蕾，梁冲，等. 题名[N]. 茂名晚报，2022-05-18（A02）.`
    """
    return _numeric(ref, _marks_2025(ref))


def gbt7714_2025_author_year(ref: Reference) -> str:
    """The reference after GB/T 7714—2025, author-year system; a text without an author is by 佚名.

    `梁奈，石蕾蕾，梁冲，等，2022. 题名[N]. 茂名晚报，2022-05-18（A02）.` Such a reference is found by its year,
    so an unknown one is said to be unknown.
    """
    marks, chinese = _marks_2025(ref), ref.imprint.chinese
    names = _names(ref, marks) or ("佚名" if chinese else "Anon")
    label = _estimated(ref.imprint, ref.imprint.day[:4]) or ("日期不详" if chinese else "n.d")
    return f"{names}{marks.comma}{label}. {_work(ref, marks)}"


def gbt7714_issue(newspaper: str, place: str, publisher: str, date: str, edition: str, url: str) -> str:
    """A whole issue after GB/T 7714—2015: `茂名晚报[N]. 茂名: 茂名日报社, 2022-05-18.`; what is unknown is left out."""
    title = f"{newspaper}: {edition}" if edition else newspaper
    house = ": ".join(part for part in (place, publisher) if part)
    made = ", ".join(part for part in (house, iso_prefix(date)) if part)
    kind = "[N/OL]" if url else "[N]"
    return ". ".join(part for part in (f"{title}{kind}", made, url) if part) + "."


def _marks_2025(ref: Reference) -> _Marks:
    return _MARKS_2025 if ref.imprint.chinese else _MARKS_2025_LATIN


def _numeric(ref: Reference, marks: _Marks) -> str:
    names = _names(ref, marks)
    return (f"{names}. " if names else "") + _work(ref, marks)


def _names(ref: Reference, marks: _Marks) -> str:
    """The first three authors and 等."""
    names = list(ref.authors[:MOST_AUTHORS])
    if len(ref.authors) > MOST_AUTHORS:
        names.append("等" if ref.imprint.chinese else "et al")
    return marks.comma.join(names)


def _work(ref: Reference, marks: _Marks) -> str:
    """Everything behind the authors: `题名[N/OL]. 报名, 日期(版次). 地址`."""
    paper = _paper(ref.imprint, marks)
    if not ref.url:
        return f"{ref.title}[N]. {paper}."
    return f"{ref.title}[N/OL]. {paper}. {ref.url}{marks.after_url}"


@lru_cache(maxsize=64)
def _paper(printed: Imprint, marks: _Marks) -> str:
    """`报名, 日期(版次)`."""
    date = _estimated(printed, printed.day)
    page = f"{marks.opening}{printed.page}{marks.closing}" if printed.page else ""
    return marks.comma.join(part for part in (printed.newspaper, date) if part) + page


def _estimated(printed: Imprint, date: str) -> str:
    """The date, in square brackets where it is an estimate."""
    return f"[{date}]" if date and printed.estimated else date


_Pieces = list[tuple[str, str]]
"""A file in pieces: what comes again in other files, as the newspaper's name and those of authors do, and what follows
it and is this file's own."""


def _whole(pieces: _Pieces) -> str:
    return "".join([shared + own for shared, own in pieces])


# --- citation files -------------------------------------------------------------------------------------------------


def ris(ref: Reference, abstract: bool = True) -> str:
    """The reference as one RIS record, lines ended by CRLF; records may follow one another in a file.

    Authors stand as `family, given`; the date as `YYYY/MM/DD/` with empty parts for what is unknown, an estimate with
    the remark 约 in the part that the format keeps for remarks.
    """
    return _whole(_ris(ref, abstract))


def _ris(ref: Reference, abstract: bool) -> _Pieces:
    """A RIS record in pieces."""
    pieces = [("TY  - NEWS\r\nID  - ", ref.id)]
    if ref.title:
        pieces.append(("\r\nTI  - ", ref.title))
    pieces += map(_ris_author, ref.authors)
    end = _ris_printed(ref.imprint)
    for tag, value in (("AB", ref.abstract if abstract else ""), ("UR", ref.url)):
        if value:
            pieces.append((f"{end}\r\n{tag}  - ", value))
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
        ("SP", printed.page),
        ("SE", printed.section),
        ("ET", printed.edition),
        ("LA", locale(printed.language)),
    )
    return "".join([f"\r\n{tag}  - {value}" for tag, value in fields if value])


def _ris_date(iso: str, estimate: bool) -> str:
    """`2022-05-18` as `2022/05/18/`, `2022` as `2022///`."""
    year, month, day = [*iso.split("-"), "", ""][:3]
    return f"{year}/{month}/{day}/{'约' if estimate else ''}" if year else ""


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


def bibtex(ref: Reference) -> str:
    """The reference as one BibTeX entry, its key the permanent id. It has the year twice: biblatex and the gbt7714
    styles read `date`, which tells the day; classic styles know only `year`.

    Chinese names stand whole: the gbt7714 styles print them so, and a comma would put a space into them.
    """
    return _whole(_bibtex(ref))


def _bibtex(ref: Reference) -> _Pieces:
    """A BibTeX entry in pieces."""
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


def _bibtex_authors(names: tuple[str, ...]) -> _Pieces:
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
            ("pages", _tex(printed.page)),
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


def csl_json(*refs: Reference) -> str:
    """The references as CSL-JSON: a list of items, the form in which the files are exchanged."""
    return msgspec.json.encode([csl_item(ref) for ref in refs]).decode()


def csl_item(ref: Reference, abstract: bool = True) -> dict[str, object]:
    """The reference as one item of CSL-JSON, what is unknown left out, keys in a fixed order."""
    printed = ref.imprint
    item: dict[str, object] = {
        "id": ref.id,
        "type": "article-newspaper",
        "title": ref.title,
        "author": [_csl_name(name) for name in ref.authors],
        "container-title": printed.newspaper,
        "issued": _csl_date(printed),
        "page": printed.page,
        "section": printed.section,
        "edition": printed.edition,
        "issue": printed.issue_number,
        "publisher": printed.publisher,
        "publisher-place": printed.place,
        "language": locale(printed.language),
        "abstract": ref.abstract if abstract else "",
        "URL": ref.url,
    }
    return {key: value for key, value in item.items() if value}


def _csl_name(name: str) -> dict[str, str]:
    family, given = split_name(name)
    return {"family": family, "given": given} if given else {"literal": family}


def _csl_date(printed: Imprint) -> dict[str, object]:
    if not printed.day:
        return {}
    date: dict[str, object] = {"date-parts": [[int(part) for part in printed.day.split("-")]]}
    return date | {"circa": True} if printed.estimated else date


# --- handing a file over without a file -----------------------------------------------------------------------------


def downloads(ref: Reference, names: tuple[str, ...] = ("RIS", "BibTeX")) -> tuple[tuple[str, str, str], ...]:
    """(name, address, file name) for every format named, to be offered as `<a download="file name" href="address">`.

    The address holds the file itself, so it works from disk and without JavaScript, and an archive needs no three more
    files for each article. The abstract stays out: the page shows the text. Measured on a typical article: RIS 0.6 KB,
    BibTeX 0.65 KB, CSL-JSON 0.8 KB, each 0.4 to 0.5 KB compressed; base64 is no shorter and compresses badly.
    """
    return tuple(
        (name, data_uri(media_type, _FILES[name](ref)), f"{ref.id}.{suffix}")
        for name, media_type, suffix in FORMATS
        if name in names
    )


_FILES: dict[str, Callable[[Reference], _Pieces]] = {
    "RIS": lambda ref: _ris(ref, abstract=False),
    "BibTeX": _bibtex,
    "CSL-JSON": lambda ref: [("", msgspec.json.encode([csl_item(ref, abstract=False)]).decode())],
}
"""The files without abstracts."""
_ESCAPES = {char: quote(char) for char in "%\r\n\t \"#&'<>[\\]^`{|}"}
"""What must not stand in an address or would be escaped in HTML."""
_NOT_IN_ADDRESS = regex("[" + "".join(rf"\x{ord(char):02x}" for char in _ESCAPES) + "]")


def data_uri(media_type: str, pieces: _Pieces) -> str:
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

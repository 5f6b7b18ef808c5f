"""References in CSL-JSON, type `article-newspaper`: `csl-data.json` of the Citation Style Language 1.0, as Zotero,
pandoc and the processors of that language read it."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, repeat

import msgspec

from wanbao.cite.pieces import Pieces
from wanbao.reference import Imprint, Reference, locale, split_name


def csl_item(ref: Reference) -> Pieces:
    """The reference as a list of one item, the form in which the files are exchanged; keys in a fixed order, what is
    unknown left out. There is no abstract: the page shows the text."""
    pieces = [('[{"id":', _json(ref.id))]
    end = ',"type":"article-newspaper"'
    if ref.title:
        pieces.append((f'{end},"title":', _json(ref.title)))
        end = ""
    if ref.authors:
        names = map(_csl_name, ref.authors)
        pieces += [(f'{end},"author":[', ""), next(names), *chain.from_iterable(zip(repeat((",", "")), names))]
        end = "]"
    end += _csl_printed(ref.imprint)
    if ref.url:
        pieces.append((f'{end},"URL":', _json(ref.url)))
        end = ""
    return [*pieces, (f"{end}}}]\n", "")]


@lru_cache(maxsize=4096)
def _csl_name(name: str) -> tuple[str, str]:
    family, given = split_name(name)
    return _json({"family": family, "given": given} if given else {"literal": family}), ""


@lru_cache(maxsize=64)
def _csl_printed(printed: Imprint) -> str:
    fields = {
        "container-title": printed.newspaper,
        "issued": _csl_date(printed),
        "page": printed.pages_told,
        "section": printed.section,
        "edition": printed.edition,
        "issue": printed.issue_number,
        "publisher": printed.publisher,
        "publisher-place": printed.place,
        "language": locale(printed.language),
    }
    return "".join(f',"{name}":{_json(value)}' for name, value in fields.items() if value)


def _csl_date(printed: Imprint) -> dict[str, object]:
    if not printed.day:
        return {}
    date: dict[str, object] = {"date-parts": [[int(part) for part in printed.day.split("-")]]}
    return date | {"circa": True} if printed.estimated else date


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()

"""The archive as data: records for programs, made from the same records as the pages.

| file                        | holds                                                  | made anew when        |
| --------------------------- | ------------------------------------------------------ | --------------------- |
| one JSON Lines file an issue | an `ArticleRecord` in every line, with its whole text | that issue changes    |
| one CSV file a year         | a row for every article, without text                  | an issue of that year |
| `datapackage.json`          | what files there are (Frictionless Data Package 2.0)   | an issue comes or goes |
| the schema                  | what an `ArticleRecord` is (JSON Schema 2020-12)       | the program changes   |

The issue's file serves both as the answer for that issue and as a part of the whole: all of them, one after the other,
are the whole archive, so no text is written twice and adding an issue rewrites no other issue's text. Texts are those
of the pages; the printed ones stand on the page of the source. Files are UTF-8, keys have a fixed order, nothing is
taken from a clock. Values that are unknown or empty are left out.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

import msgspec

from wanbao import urls
from wanbao.errors import Record
from wanbao.newspaper import Newspaper
from wanbao.records import Article, ArticleKind, Cell, Contributor, ContributorRole, Page, Passage, PassageKind
from wanbao.records.card import Card
from wanbao.records.issue import IssueCard
from wanbao.records.pagecard import PageCard
from wanbao.reference import one_line


def _says(description: str) -> msgspec.Meta:
    return msgspec.Meta(description=description)


_Lines = Annotated[tuple[str, ...], _says("Its printed lines.")]
_Range = Annotated[tuple[int, int] | None, _says("First and last line in the source file.")]


class ContributorRecord(msgspec.Struct, omit_defaults=True):
    """Somebody credited with a part in the article."""

    name: Annotated[str, _says("The clean name.")]
    role: Annotated[ContributorRole, _says("The role, normalised.")]
    role_printed: Annotated[str, _says("The role as printed: 全媒体记者.")] = ""
    printed: Annotated[str, _says("The name as printed, where it differs.")] = ""
    organisation: Annotated[str, _says("The organisation.")] = ""
    where: Annotated[str, _says("byline, signature or caption.")] = ""
    doubtful: Annotated[bool, _says("True where the name could be read in another way.")] = False


class DatelineRecord(msgspec.Struct, omit_defaults=True):
    """电头: who sent the text, from where and when."""

    printed: Annotated[str, _says("As printed.")]
    source: Annotated[str, _says("Who: 新华社.")] = ""
    place: Annotated[str, _says("Where it was filed.")] = ""
    date: Annotated[str, _says("When it was filed, as printed.")] = ""
    via: Annotated[bool, _says("True where 据 stands before it: shortened by the editors.")] = False


class CellRecord(msgspec.Struct, omit_defaults=True):
    """A cell of a table."""

    text: Annotated[str, _says("What it says, for the reader; empty where nothing is printed.")]
    colspan: Annotated[int, _says("How many columns it is wide.")] = 1
    rowspan: Annotated[int, _says("How many rows it is high.")] = 1
    scope: Annotated[
        Literal["", "col", "row"], _says("What it heads, its column or its row; absent where it heads nothing.")
    ] = ""


class PassageRecord(msgspec.Struct, omit_defaults=True):
    """One piece of the body."""

    kind: Annotated[PassageKind, _says("What it is.")]
    text: Annotated[str, _says("The text for the reader.")] = ""
    lead: Annotated[
        str, _says("The dateline and byline that open the paragraph, as printed; not part of the text.")
    ] = ""
    credit: Annotated[str, _says("Of a caption: who made the picture, as printed.")] = ""
    rows: Annotated[
        tuple[tuple[CellRecord, ...], ...],
        _says("Of a table: its cells, each in the row in which it begins. Together they fill a rectangle."),
    ] = ()
    joins: Annotated[int, _says("How many breaks of column were mended in it.")] = 0
    lines: _Range = None


class DoubtRecord(msgspec.Struct, omit_defaults=True):
    """A doubtful reading."""

    code: Annotated[str, _says("What kind of doubt: D501.")]
    message: Annotated[str, _says("What is doubtful.")]
    line: Annotated[int, _says("The line of the source file.")] = 0
    taken: Annotated[str, _says("The reading that was taken.")] = ""
    refused: Annotated[str, _says("The reading that was refused.")] = ""


class ArticleRecord(msgspec.Struct, omit_defaults=True):
    """An article of a newspaper page."""

    id: Annotated[str, _says("The permanent id.")]
    address: Annotated[str, _says("The address of its page, from the root of the site.")]
    title: Annotated[str, _says("What it is called: the headline or, where none is printed, its first words.")]
    newspaper: Annotated[str, _says("The paper's name.")]
    issue: Annotated[str, _says("What makes its issue one: 2022-05-18, undated-f016e08b.")]
    order: Annotated[int, _says("Its place on the page, from 1.")]
    kind: Annotated[ArticleKind, _says("What sort of article.")]
    date: Annotated[str, _says("The date of issue, EDTF; absent where unknown.")] = ""
    issue_number: Annotated[str, _says("总期号.")] = ""
    edition: Annotated[str, _says("增刊, 特刊 …; absent for the daily paper.")] = ""
    page: Annotated[str, _says("版次.")] = ""
    section: Annotated[str, _says("版名.")] = ""
    column: Annotated[str, _says("栏目: the standing column it runs under.")] = ""
    kicker: Annotated[_Lines, _says("引题.")] = ()
    headline: Annotated[_Lines, _says("主题.")] = ()
    deck: Annotated[_Lines, _says("副题.")] = ()
    dateline: DatelineRecord | None = None
    bylines: Annotated[tuple[str, ...], _says("Dateline and byline lines as printed.")] = ()
    contributors: tuple[ContributorRecord, ...] = ()
    body: tuple[PassageRecord, ...] = ()
    signature: Annotated[str, _says("署名 at the end, as printed.")] = ""
    jumps: Annotated[tuple[tuple[str, str], ...], _says("下转 and 上接: (to or from, page).")] = ()
    han: Annotated[int, _says("The number of Han characters in the body.")] = 0
    doubts: tuple[DoubtRecord, ...] = ()
    source: Annotated[str, _says("The file it was read from.")] = ""
    lines: _Range = None
    ledger: Annotated[str, _says("The address of the source as printed, line by line.")] = ""


def issue_jsonl(newspaper: Newspaper, issue: IssueCard, pages: Sequence[Page]) -> bytes:
    """The articles of an issue as JSON Lines, in order of pages; `pages` are those of the issue, in its order."""
    records = [
        _article(newspaper.name, issue, sheet, card, article)
        for sheet, page in zip(issue.pages, pages, strict=True)
        for card, article in _matched(sheet, page)
    ]
    return _encoder.encode_lines(records)


_encoder = msgspec.json.Encoder()


def _matched(sheet: PageCard, page: Page) -> Iterable[tuple[Card, Article]]:
    """Every card with its article; an article that has lost its card was withdrawn."""
    articles = {article.order: article for article in page.articles}
    return ((card, articles[card.order]) for card in sheet.cards)


def _article(newspaper: str, issue: IssueCard, sheet: PageCard, card: Card, article: Article) -> ArticleRecord:
    dateline = article.dateline
    return ArticleRecord(
        id=card.id,
        address=card.address,
        title=one_line(article.title),
        newspaper=one_line(newspaper),
        issue=issue.key,
        date=issue.date,
        issue_number=one_line(issue.number),
        edition=one_line(issue.edition),
        page=one_line(sheet.number),
        section=one_line(sheet.section),
        order=article.order,
        kind=article.kind,
        column=article.column,
        kicker=article.kicker_lines,
        headline=article.headline_lines,
        deck=article.deck_lines,
        dateline=DatelineRecord(dateline.printed, dateline.source, dateline.place, dateline.date, dateline.via)
        if dateline
        else None,
        bylines=article.bylines,
        contributors=tuple(map(_contributor, article.credited)),
        body=tuple(map(_passage, article.body)),
        signature=article.signature,
        jumps=tuple((jump.direction, jump.page) for jump in article.jumps),
        han=card.han,
        doubts=tuple(
            DoubtRecord(note.code, note.message, note.line, note.taken, note.refused)
            for note in article.notes
            if note.severity == "doubt"
        ),
        source=sheet.source,
        lines=(article.first_line, article.last_line),
        ledger=urls.ledger(urls.folder_of(sheet.address)),
    )


def _contributor(person: Contributor) -> ContributorRecord:
    return ContributorRecord(
        name=person.name,
        role=person.role,
        role_printed=person.role_printed,
        printed=person.printed if person.printed != person.name else "",
        organisation=person.organisation,
        where=person.where,
        doubtful=not person.certain,
    )


def _passage(passage: Passage) -> PassageRecord:
    spans = passage.spans
    return PassageRecord(
        kind=passage.kind,
        text=passage.text,
        lead=passage.lead,
        credit=passage.credit,
        rows=tuple(tuple(map(_cell, row)) for row in passage.rows),
        joins=passage.joins,
        lines=(min(spans)[0], max(spans)[0]) if spans else None,
    )


def _cell(cell: Cell) -> CellRecord:
    return CellRecord(text=cell.text, colspan=cell.colspan, rowspan=cell.rowspan, scope=cell.scope)


def article_schema() -> bytes:
    """The JSON Schema of a line of an issue's file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | msgspec.json.schema(ArticleRecord)
    return msgspec.json.format(msgspec.json.encode(schema), indent=1) + b"\n"


# --- the index of a year --------------------------------------------------------------------------------------------

_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("id", "string", "The permanent id."),
    ("date", "string", "The date of issue, EDTF; empty where unknown."),
    ("issue", "string", "What makes its issue one."),
    ("edition", "string", "增刊, 特刊 …; empty for the daily paper."),
    ("page", "string", "版次."),
    ("section", "string", "版名."),
    ("order", "integer", "Its place on the page, from 1."),
    ("kind", "string", "news, photo, brief, letter, verse, box, notice."),
    ("kicker", "string", "引题."),
    ("title", "string", "What it is called."),
    ("reporters", "string", "记者, names separated by `;`."),
    ("correspondents", "string", "通讯员, names separated by `;`."),
    ("photographers", "string", "摄影, names separated by `;`."),
    ("others", "string", "Everybody else credited, `name role` separated by `;`."),
    ("han", "integer", "The number of Han characters in the body."),
    ("doubts", "integer", "How many doubtful readings it carries."),
    ("address", "string", "The address of its page, from the root of the site."),
)


def index_csv(rows: Iterable[bytes]) -> bytes:
    """Articles as CSV (RFC 4180), a row each, under a row of names; `rows` are those of each issue.

    A byte order mark stands before it, without which spreadsheet programs on Chinese systems read UTF-8 as GBK.
    """
    names = _csv([[name for name, _, _ in _COLUMNS]])
    return b"".join([codecs.BOM_UTF8, names, *rows])


def issue_rows(issue: IssueCard) -> bytes:
    """The rows of an issue's articles."""
    return _csv(_row(issue, card) for sheet in issue.pages for card in sheet.cards)


def _csv(rows: Iterable[Sequence[str | int]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def _row(issue: IssueCard, card: Card) -> tuple[str | int, ...]:
    names: dict[str, list[str]] = {"reporter": [], "correspondent": [], "photographer": []}
    others = []
    for name, role, printed in card.contributors:
        if role in names:
            names[role].append(one_line(name))
        else:
            others.append(one_line(f"{name} {printed}"))
    return (
        card.id,
        card.date,
        issue.key,
        one_line(issue.edition),
        one_line(card.page),
        one_line(card.section),
        card.order,
        card.kind,
        one_line(card.kicker),
        one_line(card.title),
        *(";".join(named) for named in names.values()),
        ";".join(others),
        card.han,
        card.doubts,
        card.address,
    )


# --- what files there are -------------------------------------------------------------------------------------------


class Part(Record, frozen=True):
    """The files of one year, or of the undated issues."""

    name: str
    """`2022`, or `undated`."""
    table: str
    """The address of its CSV file."""
    issues: tuple[str, ...]
    """The addresses of its issues' files."""


def datapackage(newspaper: Newspaper, parts: Sequence[Part], schema: str) -> bytes:
    """The description of all data files, to lie in the root of the site; `schema` is the address of the JSON Schema.

    No licence is named: what may be done with a newspaper's text is for its publisher to say.
    """
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": newspaper.short,
        "title": one_line(newspaper.name),
        "description": one_line(f"{newspaper.description} {newspaper.rights}"),
        "homepage": newspaper.base_url,
        "contributors": [{"title": one_line(newspaper.publisher), "roles": ["publisher"]}]
        if newspaper.publisher
        else [],
        "resources": [resource for part in parts for resource in (_table_of(part), _articles_of(part, schema))],
    }
    known = {key: value for key, value in package.items() if value or key == "resources"}
    return msgspec.json.format(msgspec.json.encode(known), indent=1) + b"\n"


class _Package(msgspec.Struct):
    """What is read of that description."""

    name: str = ""


def prefix_of(package: bytes) -> str:
    """The prefix of the permanent ids by the description of the data files of a site; empty where it does not tell."""
    try:
        return msgspec.json.decode(package, type=_Package).name
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return ""


def _table_of(part: Part) -> dict[str, object]:
    """The description of a CSV file."""
    fields = [{"name": name, "type": kind, "description": says} for name, kind, says in _COLUMNS]
    return {
        "name": f"index-{part.name}",
        "type": "table",
        "path": part.table,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": ["id"]},
    }


def _articles_of(part: Part, schema: str) -> dict[str, object]:
    """The description of the articles' files; `schema` is the address of the JSON Schema."""
    return {
        "name": f"articles-{part.name}",
        "type": "json",  # Readers would else take JSON Lines for a table, whose rows have no keys left out.
        "path": list(part.issues),
        "format": "jsonl",
        "mediatype": "application/jsonl",
        "encoding": "utf-8",
        "jsonSchema": schema,
    }

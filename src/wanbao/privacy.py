"""Numbers that are nobody's business: identity cards, and private mobile telephones, hidden from readers.

Papers print them in small advertisements, lost notices and calls for help, where on paper a few read them for a day. An
archive is searched for ever, so its readers see `440902************` and `138****5678` instead, in pages, search, feeds
and data alike. The source keeps what was printed, and so does its view (原文对照). Left alone are hotlines and whatever
number an office says is for asking or calling it, sums of money, and numbers of documents and accounts.

`mask` in newspaper.yml says which kinds are hidden; those that are not are still found, and noted (I124).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from msgspec.structs import replace

from wanbao.errors import Note
from wanbao.patterns import regex
from wanbao.private_numbers import Number, numbers_in, starred
from wanbao.records import Article, Page, Passage

_MAY_HOLD = regex(r"[0-9０-９](?:[^0-9０-９\u4e00-\u9fff]{0,16}[0-9０-９]){10}")
"""What a source without any such number has not; tags and marks of emphasis may stand inside of one."""
_OFFICES: Final = ("hotline", "address", "qr")
"""The furniture by which an office asks to be called, whatever its words are."""
_NAMES = {"identity": "an identity-card number", "mobile": "a mobile telephone number"}
_Hide = Callable[[str], str]


def masked(page: Page, text: str, kinds: tuple[str, ...]) -> tuple[Page, tuple[Note, ...]]:
    """The page as readers may see it, numbers of these kinds hidden, with a note (I124) for every kind on every line of
    its articles; `text` is that of its source.

    A number is the same wherever the page has it: hidden everywhere where one place says that it is a person's, unless
    another says that an office is called at it.
    """
    if not _MAY_HOLD.search(text):
        return page, ()
    private = _private(page)
    if not private:
        return page, ()
    notes = tuple(note for article in page.articles for note in _noted(article, page.source, private, kinds))

    def hide(text: str) -> str:
        return starred(text, [one for one in numbers_in(text) if one.digits in private and one.kind in kinds])

    articles = tuple(_hidden(article, hide) for article in page.articles)
    return replace(page, articles=articles, furniture=tuple(map(hide, page.furniture))), notes


def _private(page: Page) -> frozenset[str]:
    """The digits of the numbers on a page that are a person's and no office's."""
    numbers = [one for article in page.articles for text, _ in _pieces(article) for one in numbers_in(text)]
    kinds = [block.kind for block in page.blocks if block.role in ("furniture", "column_label")]
    told = kinds if len(kinds) == len(page.furniture) else [""] * len(page.furniture)
    for kind, text in zip(told, page.furniture, strict=True):
        numbers += [_set_aside(one, kind) for one in numbers_in(text)]
    private = {one.digits for one in numbers if one.whose == "private"}
    return frozenset(private.difference(one.digits for one in numbers if one.whose == "office"))


def _set_aside(number: Number, kind: str) -> Number:
    """A number in furniture of a kind."""
    return replace(number, whose="office") if number.kind == "mobile" and kind in _OFFICES else number


def _pieces(article: Article) -> Iterator[tuple[str, int]]:
    """The texts of an article, and the lines on which they begin."""
    for lines in (article.kicker_lines, article.headline_lines, article.deck_lines):
        for text in dict.fromkeys(("".join(lines), *lines)):
            yield text, article.first_line
    for passage in article.body:
        line = passage.spans[0].line if passage.spans else article.first_line
        yield f"{passage.lead} {passage.credit} " if passage.rows else f"{passage.lead} {passage.text}", line
        yield from ((cell.text, line) for row in passage.rows for cell in row)
    for text in (*article.bylines, article.signature):
        yield text, article.last_line


def _hidden(article: Article, hide: _Hide) -> Article:
    """The article as readers may see it."""

    return replace(
        article,
        kicker=hide(article.kicker),
        headline=hide(article.headline),
        deck=hide(article.deck),
        headline_lines=_lines(article.headline_lines, hide),
        kicker_lines=_lines(article.kicker_lines, hide),
        deck_lines=_lines(article.deck_lines, hide),
        title=hide(article.title),
        dateline=article.dateline and replace(article.dateline, printed=hide(article.dateline.printed)),
        bylines=tuple(map(hide, article.bylines)),
        contributors=tuple(
            replace(one, printed=hide(one.printed), organisation=hide(one.organisation)) for one in article.contributors
        ),
        body=tuple(_passage(passage, hide) for passage in article.body),
        signature=hide(article.signature),
        jumps=tuple(replace(jump, printed=hide(jump.printed)) for jump in article.jumps),
        notes=tuple(
            replace(note, message=hide(note.message), taken=hide(note.taken), refused=hide(note.refused))
            for note in article.notes
        ),
    )


def _lines(lines: tuple[str, ...], hide: _Hide) -> tuple[str, ...]:
    """The lines of a heading, a number that is broken between two of them hidden as well."""
    whole = hide("".join(lines))
    shown, done = [], 0
    for line in lines:
        shown.append(hide(whole[done : done + len(line)]))
        done += len(line)
    return tuple(shown)


def _passage(passage: Passage, hide: _Hide) -> Passage:
    return replace(
        passage,
        printed=hide(passage.printed),
        text=hide(passage.text),
        lead=hide(passage.lead),
        credit=hide(passage.credit),
        rows=tuple(tuple(replace(cell, text=hide(cell.text)) for cell in row) for row in passage.rows),
    )


def _noted(article: Article, path: str, private: frozenset[str], kinds: tuple[str, ...]) -> Iterator[Note]:
    """A note for every kind on every line that an article has such numbers on."""
    found = [(one.kind, line) for text, line in _pieces(article) for one in numbers_in(text) if one.digits in private]
    for kind, line in dict.fromkeys(found):
        if kind in kinds:
            told, remedy = "is hidden from readers", f"write a `mask` without {kind} in newspaper.yml to show such"
        else:
            told, remedy = "is shown to readers", f"add {kind} to `mask` in newspaper.yml to hide such"
        yield Note("I124", f"{_NAMES[kind]} {told}", remedy, path, line)

"""A whole site passes without a word, and every kind of fault, sown one at a time into it, is found where it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wanbao.check import check_site, list_files
from wanbao.errors import CODES, Note, PublishError

HEAD = '<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8"><title>晚报</title>\n'

WHOLE = {
    "index.html": HEAD
    + '<link rel="canonical" href="https://paper.example/old/">\n'
    + '<link rel="stylesheet" href="assets/style-1.css"><link rel="icon" href="data:,">\n'
    + '<link rel="alternate" type="application/atom+xml" href="feed.xml">\n'
    + '<script src="assets/main-1.js" defer></script>\n'
    + '<script type="application/ld+json">{"@type": "Periodical"}</script></head>\n'
    + '<body><!-- <a href="nowhere.html"> --><h1>晚报</h1>\n'
    + '<a href="2022/05/18/index.html#p-A02">5月18日</a> <a href="#end">末</a> <a href="#top">顶</a>\n'
    + '<a href="https://other.example/a?b=1&amp;c=2">别处</a> <a href="mailto:a@paper.example">信</a>\n'
    + '<img src="assets/a.svg" srcset="assets/a.svg 1x, assets/a.svg 2x" alt=""><p id="end" title="a>b">完</p>\n'
    + '<form action="search/index.html"><label for="q">搜</label><input id="q" name="q"></form>\n'
    + "<script>var text = \"<a href='nowhere.html'>\";</script></body></html>\n",
    "2022/05/18/index.html": HEAD
    + '<link rel="canonical" href="https://paper.example/old/2022/05/18/">'
    + '<link rel="stylesheet" href="../../../assets/style-1.css"></head>\n'
    + '<body><h1>5月18日</h1><h2 id="p-A02">A02版</h2>\n'
    + '<a href="1.html#p%E4%B8%80">一</a> <a href="../../../index.html">报</a></body></html>',
    "2022/05/18/1.html": HEAD
    + '</head><body><h1>题</h1><p id="p一">文</p><a href=index.html>回</a>'
    + '<blockquote cite="../../../about/a%20b.html">引</blockquote><a href="?page=2">二</a></body></html>',
    "about/a b.html": HEAD + '</head><body><h1>关于</h1><a href="../search/index.html?q=1">搜</a></body></html>',
    "search/index.html": HEAD + '</head><body><h1>搜</h1><a href="../about/a%20b.html">关于</a></body></html>',
    "404.html": HEAD + '</head><body><h1>没有此页</h1><a href="/old/index.html">报</a></body></html>',
    "2022/05/18/9.html": HEAD
    + '<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=1.html"></head>'
    + '<body><h1>已移走</h1><a href="1.html">一</a></body></html>',
    "assets/style-1.css": '/* url(nowhere.png) */ @import "more.css"; body { background: url( "a.svg" ) }',
    "assets/more.css": "a { background: url(data:image/png;base64,xx) }",
    "assets/main-1.js": 'import { a } from "./more.js";\nconst text = "url(nowhere.png)";',
    "assets/more.js": "export const a = 1;",
    "assets/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    "feed.xml": '<feed xmlns="http://www.w3.org/2005/Atom">\n<link href="https://paper.example/old/"/>\n'
    + '<entry><link href="https://paper.example/old/2022/05/18/1.html"/></entry></feed>',
    "feed.json": '{"version": "https://jsonfeed.org/version/1.1",\n"home_page_url": "https://paper.example/old/",'
    + '"items": [{"url": "https://paper.example/old/2022/05/18/1.html"}]}',
    "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n<url><loc>'
    + "https://paper.example/old/2022/05/18/</loc></url></urlset>",
    "robots.txt": "User-agent: *\nSitemap: https://paper.example/old/sitemap.xml\n",
    ".ledger": "hidden: no part of the site",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for address, text in WHOLE.items():
        path = tmp_path / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_a_whole_site_is_left_alone(site: Path) -> None:
    assert [str(note) for note in check_site(site)] == []


def test_hidden_files_are_no_part_of_the_site(site: Path) -> None:
    assert ".ledger" not in list_files(site)
    assert list_files(site) == sorted(set(WHOLE) - {".ledger"})


def change(address: str, old: str, new: str) -> Callable[[Path], None]:
    def sow(site: Path) -> None:
        text = (site / address).read_text("utf-8")
        assert old in text
        (site / address).write_text(text.replace(old, new, 1), "utf-8")

    return sow


def remove(address: str) -> Callable[[Path], None]:
    return lambda site: (site / address).unlink()


def write(address: str, data: bytes) -> Callable[[Path], None]:
    def sow(site: Path) -> None:
        (site / address).write_bytes(data)

    return sow


HOME = "index.html"
ISSUE = "2022/05/18/index.html"
ARTICLE = "2022/05/18/1.html"

FAULTS: dict[str, tuple[Callable[[Path], None], str, str, int, str]] = {
    # name: (how it is sown, code, file, line, words of the message)
    "a link to a missing page": (
        change(HOME, "2022/05/18/index.html#p-A02", "2022/05/19/index.html"),
        "E401",
        HOME,
        9,
        "there is no 2022/05/19/index.html",
    ),
    "a link with the wrong case": (change(ARTICLE, "index.html", "Index.html"), "E401", ARTICLE, 3, "Index.html"),
    "a link to a missing id": (change(HOME, "#p-A02", "#p-A03"), "E401", HOME, 9, "no id of 2022/05/18/index.html"),
    "a link to a missing id of its own page": (change(HOME, "#end", "#start"), "E401", HOME, 9, "no id of this page"),
    "a link to a folder": (change(ISSUE, "../../../index.html", "../../../"), "E401", ISSUE, 5, "names a folder"),
    "a link to a folder without slash": (
        change(HOME, "search/index.html", "search"),
        "E401",
        HOME,
        12,
        "names a folder",
    ),
    "a link from the root": (change(ISSUE, "../../../index.html", "/index.html"), "E401", ISSUE, 5, "starts at the ro"),
    "a link out of the site": (change(HOME, "#end", "../other.html"), "E401", HOME, 9, "leaves the site"),
    "an empty link": (change(HOME, "#end", ""), "E401", HOME, 9, "it is empty"),
    "a link that runs a script": (change(HOME, "#end", "javascript:alert(1)"), "E401", HOME, 9, "is no address"),
    "a link hidden in capitals": (change(HOME, '<a href="#end"', '<A HREF="x.html"'), "E401", HOME, 9, "no x.html"),
    "a link after a value with a bracket": (
        change(HOME, "完", '<a href="y.html">完</a>'),
        "E401",
        HOME,
        11,
        "there is no y.html",
    ),
    "a link in single quotes": (change(HOME, '"#end"', "'x.html'"), "E401", HOME, 9, "no x.html"),
    "a missing picture": (change(HOME, '<img src="assets/a.svg"', '<img src="b.png"'), "E401", HOME, 11, "no b.png"),
    "a missing picture of a set": (change(HOME, "assets/a.svg 2x", "c.png 2x"), "E401", HOME, 11, "no c.png"),
    "a missing script": (remove("assets/main-1.js"), "E401", HOME, 6, "there is no assets/main-1.js"),
    "a missing module": (remove("assets/more.js"), "E401", "assets/main-1.js", 1, "there is no assets/more.js"),
    "a missing stylesheet": (remove("assets/more.css"), "E401", "assets/style-1.css", 1, "no assets/more.css"),
    "a missing background": (
        change("assets/style-1.css", '"a.svg"', "b.svg"),
        "E401",
        "assets/style-1.css",
        1,
        "no assets/b.svg",
    ),
    "a missing background in a page": (
        change(ARTICLE, "<p ", '<p style="background: url(b.svg)" '),
        "E401",
        ARTICLE,
        3,
        "no 2022/05/18/b.svg",
    ),
    "a missing source of a quotation": (change(ARTICLE, "a%20b", "a%20c"), "E401", ARTICLE, 3, "no about/a c.html"),
    "a form that goes nowhere": (change(HOME, 'action="search/', 'action="find/'), "E401", HOME, 12, "no find/index"),
    "a refresh that goes nowhere": (
        change("2022/05/18/9.html", "url=1.html", "url=2.html"),
        "E401",
        "2022/05/18/9.html",
        3,
        "no 2022/05/18/2.html",
    ),
    "a canonical address that does not answer": (
        change(ISSUE, "05/18/", "05/19/"),
        "E401",
        ISSUE,
        3,
        "no 2022/05/19/index.html",
    ),
    "a label without a field": (change(HOME, 'for="q"', 'for="r"'), "E401", HOME, 12, "no id of this page"),
    "a feed entry that does not answer": (
        change("feed.xml", "18/1.html", "18/2.html"),
        "E401",
        "feed.xml",
        3,
        "no 2022/05/18/2.html",
    ),
    "a JSON feed item that does not answer": (
        change("feed.json", "18/1.html", "18/2.html"),
        "E401",
        "feed.json",
        0,
        "no 2022/05/18/2.html",
    ),
    "a sitemap entry that does not answer": (
        change("sitemap.xml", "05/18", "05/19"),
        "E401",
        "sitemap.xml",
        2,
        "no 2022/05/19/index.html",
    ),
    "a sitemap entry of another site": (
        change("sitemap.xml", "paper.example", "example.com"),
        "E401",
        "sitemap.xml",
        2,
        "no address of this site",
    ),
    "robots.txt with a missing sitemap": (remove("sitemap.xml"), "E401", "robots.txt", 2, "there is no sitemap.xml"),
    "no home page": (remove(HOME), "E401", HOME, 0, "no home page"),
    "an id used twice": (change(HOME, 'id="q"', 'id="end"'), "E402", HOME, 12, "line 11"),
    "no title": (change(ARTICLE, "<title>晚报</title>", ""), "E403", ARTICLE, 0, "title"),
    "an empty title": (change(ARTICLE, "<title>晚报</title>", "<title> </title>"), "E403", ARTICLE, 0, "title"),
    "no heading": (change(ARTICLE, "<h1>题</h1>", "<h2>题</h2>"), "E403", ARTICLE, 0, "h1"),
    "an empty heading": (change(ARTICLE, "<h1>题</h1>", "<h1><b> </b></h1>"), "E403", ARTICLE, 0, "h1"),
    "no language": (change(ARTICLE, ' lang="zh-Hans"', ""), "E403", ARTICLE, 0, "language"),
    "an orphan": (change(HOME, "2022/05/18/index.html#p-A02", "#end"), "W406", ARTICLE, 0, "no chain of links"),
    "a script from another host": (
        change(HOME, '"assets/main-1.js"', '"https://cdn.example/a.js"'),
        "E407",
        HOME,
        6,
        "https://cdn.example/a.js",
    ),
    "a picture from another host, without a scheme": (
        change(HOME, '<img src="assets/a.svg"', '<img src="//cdn.example/a.png"'),
        "E407",
        HOME,
        11,
        "//cdn.example/a.png",
    ),
    "a stylesheet from another host": (
        change(HOME, '"assets/style-1.css"', '"HTTPS://cdn.example/a.css"'),
        "E407",
        HOME,
        4,
        "cdn.example/a.css",
    ),
    "a connection made ahead": (
        change(HOME, 'rel="icon" href="data:,"', 'rel="preconnect" href="https://cdn.example"'),
        "E407",
        HOME,
        4,
        "cdn.example",
    ),
    "a font from another host": (
        change("assets/more.css", "data:image/png;base64,xx", "https://fonts.example/a.woff2"),
        "E407",
        "assets/more.css",
        1,
        "fonts.example",
    ),
    "a script that asks another host": (
        change("assets/more.js", "1;", 'fetch("https://api.example/");'),
        "E407",
        "assets/more.js",
        1,
        "api.example",
    ),
    "a form to another host": (
        change(HOME, 'action="search/index.html"', 'action="https://search.example/"'),
        "E407",
        HOME,
        12,
        "search.example",
    ),
    "a page cut short": (change(ARTICLE, "</html>", ""), "E408", ARTICLE, 0, "cut short"),
    "a page of another encoding": (write(ARTICLE, "题".encode("gb18030")), "E408", ARTICLE, 0, "byte 0 is not UTF-8"),
    "XML cut short": (change("feed.xml", "</feed>", ""), "E408", "feed.xml", 3, "not well-formed XML"),
    "a bare ampersand in XML": (change("sitemap.xml", "18/", "18/?a&b"), "E408", "sitemap.xml", 2, "not well-formed"),
    "JSON cut short": (change("feed.json", "]}", "]"), "E408", "feed.json", 2, "not well-formed JSON"),
    "JSON in a page cut short": (change(HOME, '"Periodical"}', '"Periodical"'), "E408", HOME, 7, "not well-formed JSO"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_sown_fault_is_found(site: Path, name: str) -> None:
    sow, code, path, line, words = FAULTS[name]
    sow(site)
    notes = list(check_site(site))
    assert any(
        note.code == code and note.path == path and note.line == line and words in note.message for note in notes
    ), [str(note) for note in notes]


def test_the_fault_table_covers_every_code_of_this_check() -> None:
    told = {code for _, code, *_ in FAULTS.values()}
    assert told == {"E401", "E402", "E403", "W406", "E407", "E408"} <= set(CODES)


def test_a_site_without_a_base_url_is_checked_too(site: Path) -> None:
    change(HOME, '<link rel="canonical" href="https://paper.example/old/">', "")(site)
    change(ISSUE, '<link rel="canonical" href="https://paper.example/old/2022/05/18/">', "")(site)
    change("404.html", "/old/index.html", "/index.html")(site)
    for address in ("feed.xml", "feed.json", "sitemap.xml", "robots.txt"):
        (site / address).unlink()
    change(HOME, '<link rel="alternate" type="application/atom+xml" href="feed.xml">', "")(site)
    assert [str(note) for note in check_site(site)] == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="E302 there is no such folder"):
        list(check_site(tmp_path / "nowhere"))


def test_notes_come_in_one_order(site: Path) -> None:
    for name in ("an id used twice", "a link to a missing page", "no title", "XML cut short"):
        FAULTS[name][0](site)
    notes = list(check_site(site))

    def place(note: Note) -> tuple[str, int, str, str]:
        return note.path, note.line, note.code, note.message

    assert notes == sorted(notes, key=place)
    assert notes == list(check_site(site))

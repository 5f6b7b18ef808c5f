"""Rendering: every kind of page, whole and escaped; errors that name file and line; digests that cover what is used."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from pages import ABOUT, ARTICLE, LEDGER, PAGE, PAGES_OF_EVERY_KIND, SITE
from wanbao import urls
from wanbao.errors import SettingsError
from wanbao.render import Renderer, default_theme, static_files
from wanbao.strings import load_strings
from wanbao.theme import SCRIPT, STYLE, load_assets
from wanbao.views.article import ArticleView
from wanbao.views.body import BodyPart
from wanbao.views.head import Link
from wanbao.views.ledger import LedgerView
from wanbao.views.page import PageView

THEME = (default_theme(),)
VOID = {"meta", "link", "input", "img", "br", "hr", "rect"}


class Outline(HTMLParser):
    """What a test wants to know of a page: its ids, links, headings, and whether all tags are closed."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.lang = ""
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if tag == "a":
            self.hrefs.append(values.get("href") or "")
        if tag == "html":
            self.lang = values.get("lang") or ""
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(THEME, SITE, load_strings(THEME))


@pytest.mark.parametrize("name", PAGES_OF_EVERY_KIND)
def test_every_kind_of_page_is_whole(renderer: Renderer, name: str) -> None:
    page = renderer.render(*PAGES_OF_EVERY_KIND[name])
    outline = Outline(page)
    assert page.startswith(b"<!DOCTYPE html>\n<html lang=")
    assert outline.open == []
    assert outline.tags.count("h1") == 1
    assert outline.tags.count("main") == outline.tags.count("footer") == 1
    assert len(outline.ids) == len(set(outline.ids))
    assert "" not in outline.hrefs
    for href in outline.hrefs:
        if href.startswith("#"):
            assert href[1:] in outline.ids, href


@pytest.mark.parametrize("name", PAGES_OF_EVERY_KIND)
def test_a_template_that_is_made_flat_prints_the_same(renderer: Renderer, name: str) -> None:
    template, view = PAGES_OF_EVERY_KIND[name]
    flat = Renderer(THEME, SITE, load_strings(THEME), often=[template])
    assert flat.render(template, view) == renderer.render(template, view)


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
@pytest.mark.parametrize("name", PAGES_OF_EVERY_KIND)
def test_every_kind_of_page_speaks_every_language(name: str, language: str) -> None:
    renderer = Renderer(THEME, replace(SITE, language=language), load_strings(THEME, language))
    assert Outline(renderer.render(*PAGES_OF_EVERY_KIND[name])).lang == language


@pytest.mark.parametrize(
    ("template", "view", "parts"),
    [
        ("page.html", PAGE, ('<li class="entry entry-news" lang="zh-Hant">',)),
        ("ledger.html", LEDGER, ('<ol class="ledger" lang="zh-Hant">',)),
        (
            "article.html",
            ARTICLE,
            ('<hgroup lang="zh-Hant">', '<div class="body" lang="zh-Hant"', '<ol lang="zh-Hant">'),
        ),
    ],
)
def test_a_page_in_a_language_of_its_own_says_so(
    renderer: Renderer, template: str, view: PageView | LedgerView | ArticleView, parts: tuple[str, ...]
) -> None:
    page = renderer.render(template, replace(view, language="zh-Hant")).decode()
    assert all(part in page for part in parts)
    assert "zh-Hant" not in renderer.render(template, replace(view, language="")).decode()


def test_every_template_of_a_page_has_a_made_up_record() -> None:
    templates = {path.name for path in default_theme().glob("*.html")}
    assert templates - {template for template, _ in PAGES_OF_EVERY_KIND.values()} == {"base.html"}


@pytest.mark.parametrize("path", sorted(default_theme().rglob("*.html")), ids=lambda path: path.name)
def test_every_template_opens_with_a_comment_that_says_what_it_shows(path: Path) -> None:
    assert path.read_text("utf-8").startswith("{#- ")


def test_an_article_of_2800_characters_weighs_at_most_20_kilobytes_and_everything_beside_it_40(
    renderer: Renderer,
) -> None:
    body = tuple(BodyPart("paragraph", f"p{n}", "春江潮水连海平" * 20) for n in range(1, 21))
    page = renderer.render("article.html", replace(ARTICLE, body=body))
    assert len(page) < 20_000
    published = load_assets(THEME)
    address = dict(published.addresses)
    beside = sum(len(data) for name, data in published.files if name in (address[STYLE], address[SCRIPT]))
    assert beside < 40 * 1024


def test_no_page_names_another_host_where_it_would_be_asked(renderer: Renderer) -> None:
    for template, view in PAGES_OF_EVERY_KIND.values():
        page = renderer.render(template, view).decode()
        assert 'src="http' not in page and 'src="//' not in page and 'rel="stylesheet" href="http' not in page
    for name, data in static_files(THEME):
        if name.startswith("css/"):
            assert b"http" not in data and b"@import" not in data and b"url(" not in data, name


def test_addresses_written_in_templates_are_those_of_the_site(renderer: Renderer) -> None:
    page = renderer.render("home.html", PAGES_OF_EVERY_KIND["home"][1]).decode()
    for address in (urls.HOME, urls.SECTIONS, urls.PEOPLE, urls.UNDATED, urls.STATISTICS, urls.ABOUT):
        assert f'href="{address}"' in page
    assert f'action="{urls.SEARCH}"' in page


def test_text_is_escaped_wherever_it_stands(renderer: Renderer) -> None:
    evil = "<script>alert('\"&')</script>"
    part = replace(ARTICLE.body[1], text=evil)
    view = replace(ARTICLE, headline=(evil,), kicker=(evil,), body=(part,), siblings=(Link('"><b>', evil),))
    page = renderer.render("article.html", view).decode()
    assert "alert('" not in page
    assert '"><b>' not in page


def test_markdown_of_the_maintainer_is_printed_as_it_is(renderer: Renderer) -> None:
    assert ABOUT.html in renderer.render("about.html", ABOUT).decode()


def _theme(folder: Path, name: str, text: str) -> tuple[Path, ...]:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return (folder, *THEME)


def test_a_users_template_can_extend_the_one_it_replaces(tmp_path: Path) -> None:
    own = '{% extends "default/about.html" %}{% block title %}own title{% endblock %}'
    theme = _theme(tmp_path, "about.html", own)
    page = Renderer(theme, SITE, load_strings(theme)).render("about.html", ABOUT).decode()
    assert "<title>own title</title>" in page
    assert ABOUT.html in page


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("{{ view.head.titel }}", 1, "titel"),
        ("\n\n{{ view.nothing }}", 3, "nothing"),
        ("\n{% if %}", 2, "Expected"),
        ("\n{{ 1 // 0 }}", 2, "zero"),
        ('\n{% include "parts/none.html" %}', 2, "parts/none.html"),
        ("\n{{ s.no_such_text }}", 2, "no_such_text"),
        ('\n{{ s.text("no_such_text") }}', 2, "no_such_text"),
    ],
)
def test_whatever_is_wrong_in_a_template_is_told_with_its_file_and_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    theme = _theme(tmp_path, "about.html", text)
    with pytest.raises(SettingsError, match=message) as caught:
        Renderer(theme, SITE, load_strings(theme)).render("about.html", ABOUT)
    assert caught.value.note.code == "E205"
    assert (caught.value.note.path, caught.value.note.line) == (str(tmp_path / "about.html"), line)


def test_the_place_of_an_error_is_told_by_a_flat_template_too(tmp_path: Path) -> None:
    text = '{% extends "base.html" %}\n{% block main %}\n{{ view.html if view.html else 1 // 0 }}{% endblock %}'
    theme = _theme(tmp_path, "about.html", text)
    renderer = Renderer(theme, SITE, load_strings(theme), often=["about.html"])
    with pytest.raises(SettingsError, match="zero") as caught:
        renderer.render("about.html", replace(ABOUT, html=""))
    assert (caught.value.note.path, caught.value.note.line) == (str(tmp_path / "about.html"), 3)


def test_a_template_that_does_not_exist_is_named() -> None:
    with pytest.raises(SettingsError, match=r"'nowhere\.html' does not exist"):
        Renderer(THEME, SITE, load_strings(THEME)).render("nowhere.html", ABOUT)


def test_a_file_of_the_users_static_folder_wins_and_others_are_added(tmp_path: Path) -> None:
    (tmp_path / "static" / "css").mkdir(parents=True)
    (tmp_path / "static" / "css" / "00-tokens.css").write_text("own", "utf-8")
    (tmp_path / "static" / "logo.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "static" / ".hidden").write_text("", "utf-8")
    files = dict(static_files((tmp_path, *THEME)))
    assert files["css/00-tokens.css"] == b"own"
    assert files["logo.svg"] == b"<svg/>"
    assert ".hidden" not in files
    assert "css/10-base.css" in files
    assert list(files) == sorted(files)


def test_the_papers_text_is_marked_with_its_language_where_the_interface_speaks_another() -> None:
    site = replace(SITE, language="en", text_language="zh-Hans")
    renderer = Renderer(THEME, site, load_strings(THEME, "en"))
    article = renderer.render("article.html", ARTICLE).decode()
    assert '<hgroup lang="zh-Hans">' in article
    assert '<div class="body" lang="zh-Hans"' in article
    assert '<div class="body" lang="ja"' in renderer.render("article.html", replace(ARTICLE, language="ja")).decode()
    assert '<ol lang="zh-Hans">' in renderer.render("issue.html", PAGES_OF_EVERY_KIND["issue"][1]).decode()


def test_nothing_is_marked_where_text_and_interface_speak_one_language(renderer: Renderer) -> None:
    assert renderer.render("article.html", ARTICLE).count(b' lang="zh') == 1


def test_a_report_of_errors_is_offered_where_somebody_gets_it() -> None:
    texts = load_strings(THEME)
    silent = Renderer(THEME, replace(SITE, has_contact=False), texts)
    assert texts["report_copy"] in Renderer(THEME, SITE, texts).render("article.html", ARTICLE).decode()
    assert texts["report_copy"] not in silent.render("article.html", ARTICLE).decode()
    told = silent.render("about.html", replace(ABOUT, contact="", contact_href="")).decode()
    assert texts["contact_none"] in told and f"可向出版单位{SITE.publisher}提出" in told
    assert texts["contact_none"] not in silent.render("about.html", ABOUT).decode()

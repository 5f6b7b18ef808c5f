"""Citations that can be pasted and citation files, read back by readers that are not ours."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import rispy  # type: ignore[import-untyped]
import yaml
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page
from pybtex.database import parse_string  # type: ignore[import-untyped]

from wanbao.cite import FORMATS, data_uri, downloads
from wanbao.cite.bibtex import bibtex_entry
from wanbao.cite.csl import csl_item
from wanbao.cite.gbt7714 import gbt7714_2015, gbt7714_2025
from wanbao.cite.pieces import whole
from wanbao.cite.ris import ris_record
from wanbao.reference import Imprint, Reference, clean_name, one_line

CASES = Path(__file__).parent / "cases" / "cite"


def ris(ref: Reference) -> str:
    return whole(ris_record(ref))


def bibtex(ref: Reference) -> str:
    return whole(bibtex_entry(ref))


def csl(ref: Reference) -> str:
    return whole(csl_item(ref))


def cases(name: str) -> list[Any]:
    entries = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(entry, id=entry["case"]) for entry in entries]


def ref_of(entry: dict[str, Any]) -> Reference:
    known = {"id": "mmwb-1", **entry["ref"]}
    printed = Imprint(**{name: known.pop(name) for name in Imprint.__struct_fields__ if name in known})
    return Reference(**(known | {"imprint": printed, "authors": tuple(known.get("authors", ()))}))


@pytest.mark.parametrize("entry", cases("gbt7714.yml"))
def test_a_citation_is_what_the_standard_prints(entry: dict[Any, Any]) -> None:
    ref = ref_of(entry)
    made = {2015: gbt7714_2015(ref), 2025: gbt7714_2025(ref)}
    assert made == {key: entry[key] for key in made}


@pytest.mark.parametrize("entry", cases("files.yml"))
def test_a_citation_file_is_what_the_cases_show(entry: dict[str, Any]) -> None:
    ref = ref_of(entry)
    assert ris(ref) == entry["ris"].replace("\n", "\r\n")
    assert bibtex(ref) == entry["bib"]
    assert csl(ref) == entry["csl"] + "\n"


@pytest.mark.parametrize("entry", cases("files.yml"))
def test_another_reader_finds_the_same_in_ris(entry: dict[str, Any]) -> None:
    ref = ref_of(entry)
    (record,) = rispy.loads(ris(ref))
    assert record["type_of_reference"] == "NEWS"
    assert record["title"] == ref.title
    assert [name.replace(", ", "") for name in record.get("authors", [])] == list(ref.authors)
    assert record.get("year", "") == re.sub(r"\D.*", "", ref.imprint.date)
    assert record.get("urls", [""]) == [ref.url]


@pytest.mark.parametrize("entry", cases("files.yml"))
def test_another_reader_finds_the_same_in_bibtex(entry: dict[str, Any]) -> None:
    ref = ref_of(entry)
    (record,) = parse_string(bibtex(ref), "bibtex").entries.values()
    assert record.type == "article" and record.key == ref.id
    people = [str(person).strip("{}") for person in record.persons.get("author", [])]
    assert people == list(ref.authors)
    assert record.fields["entrysubtype"] == "newspaper"
    assert record.fields.get("pages", "") == ref.imprint.page
    assert record.fields.get("year", "") == re.sub(r"\D.*", "", ref.imprint.date)


@pytest.mark.parametrize("entry", cases("files.yml"))
def test_another_reader_finds_the_same_in_csl_json(entry: dict[str, Any]) -> None:
    ref = ref_of(entry)
    (item,) = json.loads(csl(ref))
    assert (item["id"], item["type"], item["title"]) == (ref.id, "article-newspaper", ref.title)
    assert ["".join(name.values()) for name in item.get("author", [])] == list(ref.authors)
    (parts,) = item.get("issued", {"date-parts": [[]]})["date-parts"]
    assert parts == [int(part) for part in ref.imprint.day.split("-") if part]
    assert (item.get("page", ""), item.get("URL", "")) == (ref.imprint.page, ref.url)


def test_records_of_several_articles_make_one_file() -> None:
    refs = [ref_of(entry.values[0]) for entry in cases("files.yml")]
    assert [r["id"] for r in rispy.loads("".join(map(ris, refs)))] == [ref.id for ref in refs]
    assert list(parse_string("".join(map(bibtex, refs)), "bibtex").entries) == [ref.id for ref in refs]


ANY = st.text(alphabet=st.characters(exclude_categories=[]), max_size=30)
LINES = ANY.map(one_line)
HOSTILE = st.builds(
    Reference,
    id=st.just("mmwb-1"),
    title=LINES.filter(bool),
    imprint=st.builds(
        Imprint, newspaper=LINES.filter(bool), publisher=LINES, page=LINES, section=LINES, issue_number=LINES
    ),
    authors=st.lists(ANY.map(clean_name).filter(bool), unique=True, max_size=5).map(tuple),
    abstract=LINES,
)


@given(HOSTILE)
def test_whatever_the_text_the_files_hold_one_whole_record(ref: Reference) -> None:
    assert len(parse_string(bibtex(ref), "bibtex").entries) == 1
    (item,) = json.loads(csl(ref))
    assert item["title"] == ref.title and item.get("page", "") == ref.imprint.page
    record = ris(ref)
    assert record.endswith("ER  - \r\n") and record.count("\n") == record.count("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in record.split("\r\n")[:-1])
    assert len(rispy.loads(record)) == 1


@given(HOSTILE)
def test_no_control_character_reaches_a_citation(ref: Reference) -> None:
    pasted = gbt7714_2015(ref) + gbt7714_2025(ref)
    files = bibtex(ref).replace("\n", "") + ris(ref).replace("\r\n", "") + csl(ref).rstrip("\n")
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", pasted + files)


@given(ANY.map(one_line), st.sampled_from([media_type for _, media_type, _, _ in FORMATS]))
def test_a_data_address_gives_the_text_back_and_needs_no_escaping(text: str, mime: str) -> None:
    address = data_uri(mime, [(text, text), (text, "")])
    head, _, tail = address.partition(",")
    assert head == f"data:{mime};charset=utf-8"
    assert unquote(tail, errors="strict") == text * 3
    assert not set(address) & set("<>\"'&#` \r\n\t")


def test_a_browser_saves_the_citations_from_disk_as_they_were_made(browser_page: Page, tmp_path: Path) -> None:
    ref = ref_of(cases("files.yml")[1].values[0])
    texts = {"RIS": ris(ref), "BibTeX": bibtex(ref), "CSL-JSON": csl(ref)}
    offered = downloads(ref)
    assert [name for name, _, _ in offered] == list(texts)
    links = "".join(f'<a download="{file}" href="{address}">{name}</a><br>' for name, address, file in offered)
    site = tmp_path / "page.html"
    site.write_text(f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title>{links}', encoding="utf-8")
    browser_page.goto(site.as_uri())
    for name, _, file in offered:
        with browser_page.expect_download() as download:
            browser_page.get_by_text(name, exact=True).click()
        assert download.value.suggested_filename == file
        assert Path(download.value.path()).read_bytes() == texts[name].encode()


def test_the_citations_offered_on_a_page_are_light() -> None:
    offered = downloads(ref_of(cases("files.yml")[1].values[0]))
    assert [name for name, _, _ in offered] == ["RIS", "BibTeX", "CSL-JSON"]
    assert sum(len(address.encode()) for _, address, _ in offered) < 2500

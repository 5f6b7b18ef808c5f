"""The reader's code in Node answers as the shared cases say and as the Python reader does, order and total included."""

from __future__ import annotations

import base64
import json
import random
import shutil
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from search.small_site import Issue, archive, cases, publish
from wanbao.search import Piece, Search, SearchDoc
from wanbao.search.fold import simplified
from wanbao.search.query import parse

SCRIPTS = Path(__file__).parents[2] / "templates" / "static" / "search"
RUNNER = Path(__file__).with_name("reader.cjs")

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")


def ask(folder: Path, issues: list[Issue], queries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the reader's code answers on the published files of an archive."""
    for address, content in publish(issues).items():
        target = folder / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    command = ["node", str(RUNNER), str(SCRIPTS), str(folder)]
    done = subprocess.run(command, input=json.dumps(queries), capture_output=True, check=True, encoding="utf-8")
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def test_the_readers_code_answers_as_the_cases_say(tmp_path: Path) -> None:
    issues, asked = cases()
    for case, answer in zip(asked, ask(tmp_path, issues, asked), strict=True):
        count = len(case["found"])
        assert answer["found"] == case["found"], case
        assert answer["total"] == {"count": count, "exact": True, "most": count}, case


def test_the_readers_code_and_the_python_reader_agree_on_random_queries(tmp_path: Path) -> None:
    issues = archive(60)
    draw = random.Random(11)
    docs = [doc for _, _, docs in issues for doc in docs]
    queries = []
    for number in range(240):
        text = draw.choice(draw.choice(docs).body).text
        start = draw.randrange(len(text) - 8)
        query = text[start : start + number % 8 + 1] + draw.choice(["", "", " 工会", " -荔枝", "*", " “春耕”"])
        queries.append({"query": query, "order": draw.choice(["newest", "oldest"])})
    search = Search(publish(issues).__getitem__)
    for asked, answer in zip(queries, ask(tmp_path, issues, queries), strict=True):
        expected = [doc.address for doc in search.answers(asked["query"])] if parse(asked["query"]) else []
        assert sorted(answer["found"]) == sorted(expected), asked
        if asked["order"] == "newest":
            assert answer["found"] == expected


def test_a_very_long_query_is_answered_like_any_other(tmp_path: Path) -> None:
    issues = archive(10)
    doc = issues[4][2][3]
    text = doc.body[0].text
    texts, wrong = text[:90], text[:40] + "啊" + text[40:80]
    answers = ask(tmp_path, issues, [{"query": texts}, {"query": wrong}])
    assert [answer["found"] for answer in answers] == [[doc.address], []]
    assert answers[0]["files"] < 40


def test_best_first_is_the_same_articles_with_headline_hits_before_others(tmp_path: Path) -> None:
    issues = archive(30)
    (answer,) = ask(tmp_path, issues, [{"query": "荔枝 工会", "order": "best"}])
    titles = {doc.address: doc.title for _, _, docs in issues for doc in docs}
    search = Search(publish(issues).__getitem__)
    assert sorted(answer["found"]) == sorted(doc.address for doc in search.answers("荔枝 工会"))
    both = [("荔枝" in titles[address]) + ("工会" in titles[address]) for address in answer["found"]]
    assert both[:3] == [2, 2, 2] and both[-1] == 0


def test_years_are_counted_and_an_issue_of_which_only_the_year_is_known_is_undated(tmp_path: Path) -> None:
    issues, _ = cases()
    docs = (replace(issues[0][2][0], address="v1", date="2022"),)
    (answer,) = ask(tmp_path, [*issues, ("undated-77", "2022", docs)], [{"query": "老城区"}])
    assert answer["years"] == [["2022", 1], ["2021", 1], ["undated", 2]]


def test_what_was_read_and_is_no_answer_is_not_counted_beside_the_answers(tmp_path: Path) -> None:
    def doc(page: str, text: str) -> SearchDoc:
        body = (Piece("p1", text),)
        return SearchDoc(page, "荔枝", body=body, page=page, contributors=(("何静", "reporter"),), date="2022-05-18")

    # Pairs and words of a number stand apart from one another in the last two.
    texts = {"A01": "3月2日开幕", "A02": "比分为2:1", "B01": "3月15日，2日后再来", "B02": "排第2:第1的是"}
    docs = tuple(doc(page, text) for page, text in texts.items())
    queries = [{"query": query, "people": True} for query in ("3月2日", "2:1", "荔枝")]
    answers = ask(tmp_path, [("2022-05-18", "2022-05-18", docs)], queries)
    assert [answer["total"]["exact"] for answer in answers] == [True, True, True]
    assert [answer["pages"] for answer in answers[:2]] == [[["A01", 1]], [["A02", 1]]]
    assert [answer["years"] for answer in answers] == [[["2022", 1]], [["2022", 1]], [["2022", 4]]]
    assert [answer["people"] for answer in answers] == [[["何静/reporter", n]] for n in (1, 1, 4)]


def test_a_snippet_marks_the_printed_form_of_what_was_asked(tmp_path: Path) -> None:
    issues, _ = cases()
    queries = [{"query": query} for query in ("打造五大服务品牌", "产业工人技能大赛昨天", "分别发展新会员")]
    answers = ask(tmp_path, issues, queries)
    marked = ["".join(text for text, hit in answer["snippets"][0]["runs"] if hit) for answer in answers]
    assert marked == ["打造“五大服务”品牌", "產業工人技能大賽昨天", "分别发展新会员"]
    assert [answer["snippets"][0]["anchor"] for answer in answers] == ["p1", "p1", "p2"]
    assert answers[0]["forms"] == [["打造“五大服务”品牌"]]


def test_only_what_folds_alike_without_the_table_is_taken_for_plain() -> None:
    code = (
        (SCRIPTS / "10-fold.js").read_text(encoding="utf-8")
        + """
      const wrong = [];
      const table = new Set(process.argv[1]);
      for (let point = 0x80; point < 0x2ffff; point++) {
        if (point >= 0xd800 && point < 0xe000) continue;
        const character = String.fromCodePoint(point);
        const small = character.normalize("NFKC").toLowerCase();
        if ([...small].some((c) => table.has(c)) && !finder.isStrange(character)) wrong.push(character);
      }
      console.log(JSON.stringify([wrong, finder.isStrange("茂名晚报讯，新会员109名（图）")]));"""
    )
    command = ["node", "-e", code, "".join(simplified())]
    assert json.loads(subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout) == [[], False]


DATES = {
    "2022年5月18日 荔枝": ["2022", 5, 18, "荔枝"],
    "荔枝 2022-05-18": ["2022", 5, 18, "荔枝"],
    "２０２２．５．１８": ["2022", 5, 18, ""],
    "2022年5月的荔枝": ["2022", 5, 0, "的荔枝"],
    "2022/05": ["2022", 5, 0, ""],
    "20220518": ["2022", 5, 18, ""],
    "荔枝 ２０２２０５１８": ["2022", 5, 18, "荔枝"],
    "2022年 荔枝": ["2022", 0, 0, "荔枝"],
    "2022": ["2022", 0, 0, ""],
    "荔枝 2022": ["2022", 0, 0, "荔枝"],
    "2022 荔枝": ["2022", 0, 0, "荔枝"],
    "何静 ２０２２ 荔枝": ["2022", 0, 0, "何静 荔枝"],
    "荔枝 -2022": None,
    "荔枝2022": None,
    "2022荔枝": None,
    "荔枝 3022": None,
    "荔枝 1256": None,
    "20225": None,
    "5月18日": ["", 5, 18, ""],
    "端午5月18号": ["", 5, 18, "端午"],
    "5.18": ["", 5, 18, ""],
    "3.28亿元": None,
    "515": None,
    "2022年13月18日": ["2022", 0, 0, "13月18日"],
    "13月18日": None,
    "荔枝": None,
    "2022名": None,
    "20221318": None,
    "88480518": None,
    "120220518": None,
    "20220518号": None,
}


def of_finder(code: str, queries: list[str]) -> object:
    """What the scripts of the search page give for each of these: `code` is a function of one, in JavaScript."""
    scripts = "globalThis.document = {};" + "".join(
        path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.glob("*.js")) if path.name < "70"
    )
    scripts += f"console.log(JSON.stringify(JSON.parse(process.argv[1]).map({code})));"
    command = ["node", "-e", scripts, json.dumps(queries)]
    return json.loads(subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout)


def test_the_dates_in_a_query_are_known_with_what_else_it_asks() -> None:
    parts = "((date) => date && [date.year, date.month, date.day, date.rest])"
    assert of_finder(f"(query) => {parts}(finder.dateIn(query))", list(DATES)) == list(DATES.values())


NUMBERS = {
    "1256": ["1,256"],
    "1,256": ["1256"],
    "１，２５６元": ["1256元"],
    "共1234567人": ["共1,234,567人"],
    "1,234,567": ["1234567"],
    "515": [],
    "1,25": [],
    "1,2345": ["1,2,345"],
    "三,四": [],
}


def test_large_numbers_are_looked_for_in_the_other_spelling_too() -> None:
    assert of_finder("finder.numbersOtherwise", list(NUMBERS)) == list(NUMBERS.values())


UNFOLD = """
const { readFileSync } = require("node:fs");
for (const name of ["10-fold.js", "30-files.js"]) {
  require("node:vm").runInThisContext(readFileSync(`${process.argv[1]}/${name}`, "utf8"));
}
const reader = require("node:vm").runInThisContext("finder");
const made = JSON.parse(readFileSync(0, "utf8")).map((text) => reader.inflate(Buffer.from(text, "base64")));
process.stdout.write(JSON.stringify(made.map((bytes) => Buffer.from(bytes).toString("base64"))));
"""


def deflated(draw: random.Random) -> tuple[bytes, bytes]:
    """(content, the same in deflate blocks of every kind: stored, with fixed codes, with codes of their own)."""
    content, blocks = b"", b""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    for _ in range(draw.randrange(1, 6)):
        letters = draw.choice([b"ab", "渡口通航菜价回落".encode(), bytes(range(256))])
        piece = bytes(draw.choices(letters, k=draw.choice([0, 1, 7, 300, 20_000])))
        piece = draw.choice([piece, draw.randbytes(draw.randrange(70_000))])
        content += piece
        blocks += packer.compress(piece) + packer.flush(draw.choice([zlib.Z_FULL_FLUSH, zlib.Z_SYNC_FLUSH]))
    return content, blocks + packer.flush()


def test_every_kind_of_deflate_block_is_unfolded() -> None:
    draw = random.Random(5)
    cases = [deflated(draw) for _ in range(40)]
    fixed = zlib.compressobj(9, zlib.DEFLATED, -15, strategy=zlib.Z_FIXED)
    cases.append((b"wanbao" * 99, fixed.compress(b"wanbao" * 99) + fixed.flush()))
    # One letter over and over ends its block with a very short code, and a stored block begins at the next byte.
    for times in range(5000, 9000, 259):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        many = b"a" * times + b"b" * (times % 7)
        blocks = packer.compress(many) + packer.flush(zlib.Z_SYNC_FLUSH) + packer.compress(b"c") + packer.flush()
        cases.append((many + b"c", blocks))
    asked = json.dumps([base64.b64encode(blocks).decode() for _, blocks in cases])
    command = ["node", "-e", UNFOLD, str(SCRIPTS)]
    done = subprocess.run(command, input=asked, capture_output=True, check=True, encoding="utf-8")
    for (content, _), answer in zip(cases, json.loads(done.stdout), strict=True):
        assert base64.b64decode(answer) == content

"""Addresses that were published once still answer."""

from pathlib import Path

import pytest

from wanbao.errors import SettingsError
from wanbao.moves import Gone, Moves, findings, in_the_way, load_moves


def load(tmp_path: Path, text: str) -> Moves:
    path = tmp_path / "addresses.yml"
    path.write_text(text, encoding="utf-8")
    return load_moves(path)


def test_no_file_means_that_nothing_moved(tmp_path: Path) -> None:
    assert load_moves(tmp_path / "addresses.yml") == Moves()
    assert load(tmp_path, "# nothing yet\n") == Moves()


def test_what_moved_and_what_is_gone_is_read(tmp_path: Path) -> None:
    moves = load(
        tmp_path, "moved:\n  undated/f016/x/1.html: 2022/05/18/A02/1.html\ngone:\n  2022/05/18/A02/4.html: 撤稿\n"
    )
    assert moves.moved == (("undated/f016/x/1.html", "2022/05/18/A02/1.html"),)
    assert moves.gone == (Gone("2022/05/18/A02/4.html", "撤稿"),)
    assert dict(moves.lines) == {"undated/f016/x/1.html": 2, "2022/05/18/A02/4.html": 4}


@pytest.mark.parametrize(
    ("text", "reason", "day"),
    [
        ("应 2024-02-01 来信撤下", "应 2024-02-01 来信撤下", ""),
        ("2024年2月1日撤下", "2024年2月1日撤下", ""),
        ("2024-02 撤下", "2024-02 撤下", ""),
        ("2024-02-011 号来信", "2024-02-011 号来信", ""),
        ("2024-02-01 应作者要求撤下", "应作者要求撤下", "2024-02-01"),
        ("2024-02-01应作者要求撤下", "应作者要求撤下", "2024-02-01"),
        ("2024-02-01", "", "2024-02-01"),
    ],
)
def test_a_reason_may_begin_with_the_day_of_withdrawal(tmp_path: Path, text: str, reason: str, day: str) -> None:
    moves = load(tmp_path, f"gone:\n  2022/05/18/A02/4.html: {text}\n")
    assert moves.gone == (Gone("2022/05/18/A02/4.html", reason, day),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("gone:\n  a.html: 2024-02-30 撤稿\n", "E203 2024-02-30 is no day"),
        ("moved: [a.html]\n", "addresses.yml:1: E203 `moved` holds no entries"),
        ("# ours\ngone:\n  2022/05/18/A02/4.html\n", "addresses.yml:2: E203 `gone` holds no entries of addresses"),
        ("- a\n", "E203"),
        ("move:\n  a.html: b.html\n", "E202"),
        ("moved:\n  ../../etc/passwd: a.html\n", "E203"),
        ("moved:\n  /etc/x.html: a.html\n", "E203"),
        ("moved:\n  a/../b.html: a.html\n", "E203"),
        ("moved:\n  a.html: https://elsewhere.example/\n", "E203"),
        ("moved:\n  index.html: a.html\n", "E203"),
        ("moved:\n  a.html:\n", "E203"),
        ("moved:\n  a.html: b.html\n  b.html: c.html\n", "E203"),
        ("moved:\n  a.html: b.html\ngone:\n  a.html: 撤稿\n", "E203"),
        ("moved: &x\n  a.html: b.html\n", "E201"),
        ('gone:\n  a.html: "撤\\0稿"\n', "E203 `gone.a.html` holds characters that cannot be text"),
        ('gone:\n  "a\\x01.html": 撤稿\n', "E203"),
    ],
)
def test_a_wrong_entry_is_an_error(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(SettingsError, match=code):
        load(tmp_path, text)


def test_addresses_that_a_file_system_takes_for_one_are_not_both_published(tmp_path: Path) -> None:
    moves = load(tmp_path, "moved:\n  B/1.html: A/1.html\ngone:\n  a/1.html: 撤稿\n  b/1.html: 撤稿\n  d.html: 撤稿\n")
    assert in_the_way(moves, {"A/1.html", "c.html"}) == {"a/1.html": "A/1.html", "b/1.html": "B/1.html"}
    notes = findings(moves, {"A/1.html": "", "c.html": ""}, "addresses.yml")
    assert [(note.code, note.line) for note in notes] == [("W307", 4), ("W307", 5)]


def test_an_entry_that_leads_nowhere_or_is_not_needed_is_warned_of(tmp_path: Path) -> None:
    moves = load(tmp_path, "moved:\n  a.html: gone.html\n  b.html: c.html\ngone:\n  c.html: 撤稿\n")
    notes = findings(moves, frozenset({"b.html", "c.html"}), "addresses.yml")
    assert [(note.code, note.line, note.message.split()[0]) for note in notes] == [
        ("W307", 2, "a.html"),
        ("W307", 3, "b.html"),
        ("W307", 5, "c.html"),
    ]


SHOWN = frozenset({"2022/05/07/A03/3.html", "2022/05/07-special/1/2.html", "2022/05/07/index.html", "people/4f55.html"})


@pytest.mark.parametrize(
    "entry",
    [
        "2022/05/07/A03/4.html: 2024-02-01 撤稿",  # an address that the site had, with its lines taken out
        "2022/05/07/B03/3.html: 撤稿",
        "2021/5/7/A03/3.html: 撤稿",  # of a site before this one: nothing here can be meant
        "old/2022-5-7.html: 撤稿",
        "2022/05/07/A04/index.html: 应2024年2月1日来信撤下",
        "2022/05/07/A04/1.html: 2024年2月起不再提供",
        "2022/05/07/A04/1.html: 2024-02-011 号来信",
        "2022/05/07/A04/1.html: 2024.2.1.5 号来信",
    ],
)
def test_an_entry_for_what_is_gone_is_left_alone(tmp_path: Path, entry: str) -> None:
    notes = findings(load(tmp_path, f"gone:\n  {entry}\n"), SHOWN, "addresses.yml")
    assert [note for note in notes if note.code != "I313"] == []


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("2022/05/07/A03/4.html: 2024-02-01 撤稿", False),
        ("2022/05/07/A03/4.html: 2024-02-01", False),
        ("2022/05/07/A04/index.html: 撤下", False),  # a newspaper page is in no feed
        ("2022/05/07/A03/3.html: 撤稿", False),  # the page is there, which is told
        ("2022/05/07/A04/1.html: 2024年2月1日 撤稿", False),  # told with how to write it
        ("2022/05/07/A03/4.html: 应作者要求撤下", True),
        ("2022/05/07/A04/1.html: 2024年2月起不再提供", True),
    ],
)
def test_an_article_taken_down_without_a_day_is_told_as_information(tmp_path: Path, entry: str, told: bool) -> None:
    notes = findings(load(tmp_path, f"gone:\n  {entry}\n"), SHOWN, "addresses.yml")
    assert [note.line for note in notes if note.code == "I313"] == ([2] if told else [])


def test_an_address_of_a_former_site_may_lead_to_the_one_it_looks_like(tmp_path: Path) -> None:
    moves = load(tmp_path, "moved:\n  2022/5/7/A3/3.html: 2022/05/07/A03/3.html\n")
    assert findings(moves, SHOWN, "addresses.yml") == []


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("2022/5/7/A03/3.html", "2022/05/07/A03/3.html"),
        ("2022/05/07/A3/3.html", "2022/05/07/A03/3.html"),
        ("2022/05/07/A03/03.html", "2022/05/07/A03/3.html"),
        ("2022-05-07/A03/3.html", "2022/05/07/A03/3.html"),
        ("2022/05/07-special/01/2.html", "2022/05/07-special/1/2.html"),
        ("2022/5/7/index.html", "2022/05/07/index.html"),
    ],
)
def test_a_slip_in_the_address_of_what_is_gone_is_told(tmp_path: Path, address: str, meant: str) -> None:
    [note] = findings(load(tmp_path, f"gone:\n  {address}: 2024-02-01 撤稿\n"), SHOWN, "addresses.yml")
    assert (note.code, note.line, note.remedy) == ("W307", 2, f"write `{meant}`")
    assert note.message == f"{address} is no page of the site; {meant} is, and is still shown"


def test_a_slip_in_capitals_is_told_once(tmp_path: Path) -> None:
    [note] = findings(load(tmp_path, "gone:\n  2022/05/07/a03/3.html: 撤稿\n"), SHOWN, "addresses.yml")
    assert note.message.startswith("2022/05/07/a03/3.html is 2022/05/07/A03/3.html where")


@pytest.mark.parametrize("day", ["2024年2月1日", "2024-2-1", "2024/02/01", "2024.2.1"])
def test_a_day_of_withdrawal_in_another_form_is_told(tmp_path: Path, day: str) -> None:
    moves = load(tmp_path, f"gone:\n  2022/05/07/A04/1.html: {day} 应作者要求撤下\n")
    [note] = findings(moves, SHOWN, "addresses.yml")
    assert note.message.startswith(f"{day} is no day of withdrawal in this form")
    assert note.remedy.startswith("write `2024-02-01` before the reason")

"""The cells of tables: what spans what, what heads what, and that together they fill a rectangle."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest
from parse_cases import parse_text

from wanbao.parse.tables import rows_of
from wanbao.records import Cell

HTML = "<table>{}</table>"


def shown(text: str) -> list[str]:
    """The rows of a table, cells parted by `|`, each with what it spans and heads where that is anything."""
    return ["|".join(map(_shown, row)) for row in rows_of(text)]


def _shown(cell: Cell) -> str:
    wide = f" {cell.colspan}x{cell.rowspan}" if cell.colspan > 1 or cell.rowspan > 1 else ""
    return f"{cell.text}{wide}{' ' * bool(cell.scope)}{cell.scope}"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("<tr><td>红球</td><td>04</td></tr><tr><td>蓝球</td><td>11</td></tr>", ["红球|04", "蓝球|11"]),
        ("<tr>红球<td>04</td></tr><tr>蓝球</tr>", ["红球|04", "蓝球|"]),
        ('<tr><td colspan="1" rowspan="0">红球</td><td>04</td></tr>', ["红球|04"]),
        ("<tr><th>红球</th><th>04</th></tr>", ["红球|04"]),  # where all cells head something none does
        ("<tr><td></td></tr><tr></tr>", []),
    ],
)
def test_plain_cells_span_and_head_nothing(text: str, rows: list[str]) -> None:
    assert shown(HTML.format(text)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "<tr><td colspan='3'>第7期</td></tr><tr><td>红球</td><td>04</td><td>09</td></tr>"
            "<tr><td>蓝球</td><td>11</td></tr>",
            ["第7期 3x1", "红球|04|09", "蓝球|11|"],
        ),
        (
            "<thead><tr><th rowspan='2'>地区</th><th colspan=2>气温</th></tr>"
            "<tr><td>最低</td><td>最高</td></tr></thead>"
            "<tbody><tr><td>河口</td><td>12</td><td>20</td></tr></tbody>",
            ["地区 1x2 col|气温 2x1 col", "最低 col|最高 col", "河口|12|20"],
        ),
        (
            "<tr><td></td><th>批发</th></tr><tr><th rowspan=2>猪肉</th><td>15</td></tr><tr><td>16</td></tr>",
            ["|批发 col", "猪肉 1x2 row|15", "16"],
        ),
        ("<caption>菜价</caption><tr><td>白菜<td>2元<tr><td>萝卜<td>1元", ["菜价 2x1", "白菜|2元", "萝卜|1元"]),
    ],
)
def test_spans_heads_and_captions_stay(text: str, rows: list[str]) -> None:
    assert shown(HTML.format(text)) == rows


def test_the_row_above_the_rule_heads_a_table_of_pipes() -> None:
    assert shown("| 品种 | 价 |\n|---|---|\n| 白菜 | 2元 |") == ["品种 col|价 col", "白菜|2元"]
    assert shown("| 白菜 | 2元 |\n| 萝卜 |") == ["白菜|2元", "萝卜|"]


def test_a_row_that_is_left_out_is_spanned_no_more() -> None:
    blank = '<tr><td rowspan="3">猪肉</td><td>15</td></tr><tr><td> </td></tr><tr><td>16</td></tr><tr></tr>'
    assert shown(HTML.format(blank)) == ["猪肉 1x2|15", "16"]


def test_spans_end_with_the_table_and_absurd_ones_are_none() -> None:
    row = '<tr><td colspan="100000" rowspan="65534">甲</td></tr>'
    assert shown(HTML.format(f"{row}<tr><td>乙</td></tr>")) == ["甲 1x2|", "乙"]
    assert shown(HTML.format(row * 30)) == ["甲"] * 30


def test_whatever_cells_claim_they_fill_a_rectangle() -> None:
    chance = Random(7)
    for _ in range(2000):
        rows = [
            "".join(
                f"<td colspan={chance.randint(0, 4)} rowspan={chance.randint(0, 4)}>{chance.choice('甲乙 ')}"
                for _ in range(chance.randint(0, 4))
            )
            for _ in range(chance.randint(1, 5))
        ]
        text = HTML.format("".join(f"<tr>{row}" for row in rows))
        assert _is_full(rows_of(text)), text


def _is_full(rows: tuple[tuple[Cell, ...], ...]) -> bool:
    """Whether each place belongs to one cell, and in each column and row one begins."""
    places: set[tuple[int, int]] = set()
    begun = set()
    count = 0
    for down, row in enumerate(rows):
        across = 0
        for cell in row:
            while (down, across) in places:
                across += 1
            begun.add(across)
            places |= {(down + y, across + x) for y in range(cell.rowspan) for x in range(cell.colspan)}
            count += cell.rowspan * cell.colspan
    width = 1 + max((across for _, across in places), default=-1)
    whole = {(down, across) for down in range(len(rows)) for across in range(width)}
    return all(rows) and count == len(places) and places == whole and begun == set(range(width))


@pytest.mark.parametrize(
    "text",
    [
        "<tr><td colspan=999 rowspan=999>甲" * 20_000,
        "<tr>" + "<td rowspan=999>甲" * 20_000 + "<tr><td>乙" * 1000,
        "<tr>" + "<td>甲" * 20_000 + "<tr><td>乙" * 20_000,
    ],
)
def test_a_hostile_table_is_read_in_its_own_length(text: str) -> None:
    start = process_time()
    rows = rows_of(HTML.format(text))
    assert sum(map(len, rows)) < 90_000
    assert process_time() - start < 10


def test_cells_and_text_say_the_same() -> None:
    page = parse_text(
        "# 菜价公告\n\n<table><tr><td>日期:5月6日</td><td>单价(元)</td></tr>"
        "<tr><td>白菜</td><td>2:1</td></tr></table>\n"
    )
    passage = page.articles[0].body[0]
    assert [[cell.text for cell in row] for row in passage.rows] == [["日期：5月6日", "单价（元）"], ["白菜", "2:1"]]
    assert passage.text == "日期：5月6日 单价（元）\n白菜 2:1"
    assert passage.printed == "日期:5月6日 单价(元)\n白菜 2:1"

"""What the shapes of two headings say: the table is the fit to our own pairs, and speaks for kicker or deck."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from parse_cases import CASES

from wanbao.parse.shapes import leaning, shapes_of
from wanbao.parse.weights_pairs import SHAPES

_SCRIPT = Path(__file__).parents[1] / "bench" / "fit_headings.py"


def pairs_of_shapes() -> list[list[str]]:
    """The upper and the lower heading of every pair that the weights were fitted to."""
    lines = (CASES.parent / "heading_shapes.tsv").read_text("utf-8").splitlines()
    return [line.split("\t")[1:] for line in lines]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("海角镇举办第三届渔民节", "百艘渔船挂彩出港"),
        ("停水通知贴了三天 居民还是没存水", "物业挨户送水"),
        ("昨天气温骤降", "“羽绒服”上街了"),
    ],
)
def test_a_short_clause_below_is_rather_the_headline(above: str, below: str) -> None:
    assert leaning(above, below) >= 1.5


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("老码头变公园", "投资三千二百万元的滨海步道月底完工 沿线八家餐馆已经签约"),
        ("“一元药”回来了", "市医保局首批列出四十七种常用药 全市一百二十家药店同步供应"),
    ],
)
def test_long_clauses_below_are_rather_a_deck(above: str, below: str) -> None:
    assert leaning(above, below) < 0


def test_every_shape_has_a_weight_and_every_weight_is_a_shape() -> None:
    assert {name for above, below in pairs_of_shapes() for name in shapes_of(above, below)} == set(SHAPES)


def test_the_weights_are_those_of_the_fit() -> None:
    spec = importlib.util.spec_from_file_location("fit_headings", _SCRIPT)
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    sys.modules["fit_headings"] = script
    spec.loader.exec_module(script)
    fitted = script.fit(script.pairs())
    assert {name: round(fitted[name], 1) for name in SHAPES} == SHAPES

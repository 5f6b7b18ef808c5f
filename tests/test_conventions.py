"""The general furniture patterns fit their own examples."""

from __future__ import annotations

import re

import pytest

from wanbao.furniture import FURNITURE
from wanbao.furniture.cues import CUES, LEAST, cued_kind
from wanbao.furniture.pattern import Pattern
from wanbao.text import fold


@pytest.mark.parametrize("item", FURNITURE, ids=lambda item: f"{item.kind}-{item.hits[0][:8]}")
def test_a_pattern_finds_its_hits_and_leaves_its_misses_alone(item: Pattern) -> None:
    pattern = re.compile(item.pattern)
    assert [line for line in item.hits if not pattern.search(fold(line))] == []
    assert [line for line in item.misses if pattern.search(fold(line))] == []


@pytest.mark.parametrize("item", FURNITURE, ids=lambda item: f"{item.kind}-{item.hits[0][:8]}")
def test_every_hit_holds_one_of_the_cheap_keys(item: Pattern) -> None:
    assert [line for line in item.hits if not any(key in fold(line) for key in item.keys)] == []


def test_every_pattern_is_proved_both_ways() -> None:
    assert all(item.hits and item.misses for item in FURNITURE)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("翻到心仪旧书 点右下小图 识别图中码听书", ""),
        ("识别图中码 关注老码头夜话", "qr"),
        ("订户搬家请提前三天告知本报发行部 改投不收费", "other"),
        ("代写书信 修钢笔 上门取送 江边街9号 5213**88", "hotline"),
        ("海角近岸 多云转小雨 17至22℃ 东北风四级", "weather"),
        ("来函请附回邮信封 寄本报副刊部", "other"),
        ("我要爆料 96060 一经采用 奖励50元", "hotline"),
        ("今日空气质量 良 AQI 76 紫外线指数 3级", "weather"),
        ("〔今日菜价〕青菜2.60 茭白5.80 毛豆4.50(元/500克)", "price"),
        ("微信识码 听记者读给您听", "qr"),
        ("父亲的自行车", ""),
        ("明起中到大雨 气温跌破10℃", ""),
        ("小雨打在三月的信封上", ""),
        ("台风傍晚登陆 沿海阵风11级 浪高5米", ""),
        ("爆管停水12小时 供水公司致歉", ""),
        ("求职者在招聘会上扫描二维码投递简历", ""),
        ("公司致歉 游客退款", ""),
        ("老人学会扫码 二维码不再难", ""),
        ("海角晚报记者从本报热线获悉 来稿上千", ""),
    ],
)
def test_the_words_of_a_line_tell_whether_it_speaks_to_the_reader(line: str, kind: str) -> None:
    assert cued_kind(fold(line)) == kind


def test_no_line_that_a_pattern_leaves_alone_is_told_by_its_words() -> None:
    lines = [line for item in FURNITURE for line in item.misses if line[-1] not in "。！？…，、；："]
    assert [line for line in lines if cued_kind(fold(line))] == []


def test_no_single_group_of_words_but_disclaimers_tides_and_prices_sets_a_line_aside() -> None:
    assert [cue.name for cue in CUES if cue.weight >= LEAST] == ["disclaimer", "tide", "price"]

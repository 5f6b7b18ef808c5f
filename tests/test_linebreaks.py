"""Where a headline may break: between words, as far as its own text tells them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wanbao.linebreaks import stretches_of

TOLD = (
    "海角县总工会昨日启动产业工人队伍建设改革。县总工会说，产业工人是渔港的骨干，工人队伍要稳，建设改革要快。"
    "今年全县有产业工人三千名，工人们说，改革以后，队伍里的年轻人多了，渔港的建设也快了，大家都高兴，干活更有劲头了。"
)


def words(line: str, told: str = TOLD) -> list[str]:
    return [run.text for run in stretches_of(line, told) if run.whole]


def test_words_that_the_text_uses_again_are_kept_whole() -> None:
    assert words("海角渔港推进产业工人队伍建设改革") == ["渔港", "产业工人", "队伍", "建设", "改革"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("产业工人队伍", TOLD),
        ("海角渔港推进产业工人队伍建设改革", "短文。"),
        ("老街新铺开张迎来八方游客", TOLD),
        ("", TOLD),
    ],
)
def test_where_the_text_tells_nothing_the_line_may_break_anywhere(line: str, told: str) -> None:
    assert words(line, told) == []


def test_a_word_is_no_longer_than_half_a_line_on_a_phone() -> None:
    told = "危险化学品重大危险源企业安全专项检查开始了。" * 8
    assert all(len(word) <= 7 for word in words("我市启动危险化学品重大危险源企业安全专项检查", told))


def test_marks_and_blanks_belong_to_no_word() -> None:
    assert words("“产业工人”说：队伍建设 改革快了") == ["产业工人", "队伍", "建设", "改革"]


@given(st.text(alphabet="产业工人队伍建设改革，“” 12AB", max_size=40))
def test_no_character_is_lost(line: str) -> None:
    assert "".join(run.text for run in stretches_of(line, TOLD)) == line

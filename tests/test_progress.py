"""A bar is drawn for whoever waits longer than a second, seldom enough, and wiped at the end."""

from __future__ import annotations

import io

from wanbao.progress import bar


def drawn(*steps: tuple[float, int, int]) -> str:
    """What a terminal gets: at so many seconds, so much is done of so much."""
    times = iter([0.0, *(at for at, done, total in steps if done < total)])
    stream = io.StringIO()
    draw = bar(stream, lambda: next(times))
    for _, done, total in steps:
        draw("read", done, total)
    return stream.getvalue()


def test_work_of_less_than_a_second_shows_none() -> None:
    assert drawn((0.1, 1, 10_000), (0.9, 9_999, 10_000), (1.5, 10_000, 10_000)) == ""


def test_work_of_more_than_a_second_shows_one_however_few_its_pieces() -> None:
    text = drawn((0.5, 1, 3), (1.2, 2, 3))
    assert "reading [" in text
    assert "2 of 3" in text


def test_it_is_drawn_ten_times_a_second_at_most() -> None:
    text = drawn(*((1 + n / 1000, n, 2_000) for n in range(1, 1_000)))
    assert 5 <= text.count("\r") <= 11


def test_it_is_wiped_when_the_work_is_done_and_when_it_fails() -> None:
    for last in ((0.0, 3, 3), (0.0, 0, 0)):
        assert drawn((1.2, 2, 3), last, last).endswith("2 of 3\x1b[K\r\x1b[K")

"""Numbers of the day: lottery draws and the plates that may not drive, as patterns with their proof."""

from __future__ import annotations

from wanbao.furniture.pattern import Pattern

DAILY_NUMBERS: tuple[Pattern, ...] = (
    Pattern(
        "other",
        ("开奖", "中奖号码", "体彩", "福彩"),
        r"^(?:中国|全国)?(?:体彩|福彩|体育彩票|福利彩票)[^。,;]{2,12}?\s?第?\s?\d{5,7}\s?期[^。,;]{0,10}?"
        r"(?:(?:开奖|中奖)(?:号码|结果)[^。;]{0,60}|\s?:[\d\s+,、|-]{3,40})$",
        (
            "体彩排列五 第16088期 开奖号码:3 1 9 0 7",
            "福彩双色球第2013044期开奖结果:01 08 12 17 25 30+11",
            "体彩排列3第18322期:604",
        ),
        ("昨晚开奖的双色球头奖被本市一名彩民收入囊中。", "排列三 第14163期 中奖号码:3 5 8"),
    ),
    Pattern(
        "other",
        ("限行",),
        r"^[^。,;]{0,8}(?:限行[^。,;]{0,6}尾号|尾号[^。,;]{0,4}限行|限行(?:提示|提醒|信息))[^。,;]{0,8}\d\s?[和、,/]\s?\d[。]?$",
        ("今日限行尾号:4和9", "尾号限行 周三 3、8", "限行提示 明日 5和0"),
        ("尾号限行今起恢复 司机可要看清", "限行尾号轮换 4和9改到周五"),
    ),
)
"""Lines that hold nothing but such numbers."""

"""What an article is called: by its headline or, without one, by its first words."""

from __future__ import annotations

import pytest
from parse_cases import parse_text

from wanbao.parse.first_words import first_words

TITLES = {
    # Whole sentences, without their last stop.
    "市文化馆4月起开放时间改为每日9时至21时。": "市文化馆4月起开放时间改为每日9时至21时",
    "东山区公布首批“小微花园”名单，一共有36处。": "东山区公布首批“小微花园”名单，一共有36处",
    "雨停了。天也晴了。孩子们都跑到河边去看新修好的那座石桥，一直看到天黑。": "雨停了。天也晴了",
    "你还记得老渡口吗？那里如今是一座公园，每天早上都有很多老人来唱戏。": "你还记得老渡口吗？",
    "“船要开了！”老何喊了一声，岸上的人都跑了起来，行李散了一地。": "“船要开了！”",
    # The last pause in reach; none between digits or marks that belong together.
    "市文化馆4月起延长开放时间，每日开放至21时，周一照常闭馆，节假日另行通知。": "市文化馆4月起延长开放时间…",
    "首班车改为早上6:30从渡口发车并且每隔十五分钟一班直到夜里停航为止": "首班车改为早上6:30从渡口发车并且每隔…",
    "他对记者说“船来了，人也来了，货也来了，日子总算是有了盼头": "他对记者说“船来了，人也来了，货也来了…",
    "镇里，人们都说这座桥修了整整三年才算是完工通车的，没有一天停过": "镇里，人们都说这座桥修了整整三年才算是完…",
    # No number and no Latin word is cut.
    "全县今年白茶采摘面积预计会达到20.06万亩比去年又增加了一成多": "全县今年白茶采摘面积预计会达到20.06…",
    "全县今年的白茶采摘面积预计将会达到120.06万亩比去年又增加了一成多": "全县今年的白茶采摘面积预计将会达到…",
    "新一代国产大型客机首次降落在海州机场Boeing公司也派人到场观看": "新一代国产大型客机首次降落在海州机场…",
    "Haizhou Evening News is printed every day of the year": "Haizhou Evening News…",
    "渡口 K105 路\n公交车今起改道。": "渡口K105路公交车今起改道",
    "": "",
    "好！": "好！",
}


@pytest.mark.parametrize("text", TITLES)
def test_first_words_end_where_the_text_pauses(text: str) -> None:
    assert first_words(text) == TITLES[text]


BODY = "本报讯（记者 何静）昨日，老渡口恢复通航，第一班船载着三十多位乘客从渡口出发，二十分钟后到达对岸。"


@pytest.mark.parametrize(
    ("headings", "title"),
    [
        ("# 对话“八〇后”造船人何静：\n一条船要走一百二十步\n", "一条船要走一百二十步"),  # kicker and headline
        ("# 老船长何静：\n## 一条船要走一百二十步\n", "一条船要走一百二十步"),
        ("# 老渡口今又通航——\n三十位乘客坐上了第一班船\n", "老渡口今又通航——三十位乘客坐上了第一班船"),
        ("# 老渡口今又通航\n## 三十位乘客坐上了第一班船\n", "老渡口今又通航"),
        ("# 老渡口今又通航：\n", "老渡口今又通航："),
    ],
)
def test_a_headline_that_leads_on_to_its_deck_is_only_half_a_name(headings: str, title: str) -> None:
    (article,) = parse_text(f"{headings}\n{BODY}\n").articles
    assert article.title == title
    assert article.title.startswith(article.headline)

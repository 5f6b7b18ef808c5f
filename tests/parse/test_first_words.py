"""What an article without a headline is called."""

from __future__ import annotations

import pytest

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

"""Four small pages and a site that is built of them, for tests of builds."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from wanbao.build import build
from wanbao.config import Config
from wanbao.report import Report

PAGE = """# {headline}

茂名晚报讯 记者{reporter} 昨日上午,{place}举行{headline}活动,吸引了{number}名市民参加。主办方表示,今后将继续办好。

活动现场气氛热烈,{place}的居民李阿姨说,大家都盼着明年再来。

# {place}新添健身步道

本报讯 记者黄小燕 通讯员陈志强 {place}新建的健身步道近日建成开放,全长{number}米,方便了附近居民。
"""
PLACES = ("河东社区", "官渡公园", "站前路", "水东湾", "好心湖畔")
HEADLINES = ("龙舟竞渡", "年货集市", "书画展", "亲子阅读", "乡村音乐会")
NAMES = ("梁小奈", "岑文稳", "李敏宁", "欧阳志远")


def write_page(articles: Path, name: str, seed: int) -> None:
    draw = random.Random(seed)
    text = PAGE.format(
        headline=draw.choice(HEADLINES) + str(seed),
        reporter=draw.choice(NAMES),
        place=draw.choice(PLACES),
        number=draw.randrange(100, 900),
    )
    path = articles / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def some_articles(folder: Path) -> Path:
    """Write the pages and their profile into a new folder."""
    folder.mkdir()
    (folder / "newspaper.yml").write_text("name: 茂名晚报\nshort: mmwb\npublisher: 茂名日报社\n", encoding="utf-8")
    for number, name in enumerate(("2022-05-18/A01.md", "2022-05-18/A02_民生.md", "2022-05-19/A01.md", "old.md")):
        write_page(folder, name, number)
    return folder


def run(articles: Path, output: Path, **settings: object) -> Report:
    return build(Config(articles=articles, output=output, **settings))  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def clean(articles: Path, output: Path) -> dict[str, bytes]:
    """What a clean build of these articles makes."""
    shutil.rmtree(output, ignore_errors=True)
    run(articles, output, remember=False)
    return tree(output)

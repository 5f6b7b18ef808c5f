"""What the last build left is known again, and whatever is otherwise is found out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wanbao import lastbuild
from wanbao.build import build
from wanbao.config import Config
from wanbao.lastbuild import LastBuild
from wanbao.manifest import Manifest, encode_manifest, read_known, read_manifest
from wanbao.store import files

PAGE = "# 河东{n}号院装上路灯\n\n本报讯 记者梁小奈 昨日，河东{n}号院装上了路灯。\n"
LOST = "2022/05/18/A01/1.html"
LIST = "people/index.html"


def write_issue(config: Config, day: int) -> None:
    folder = config.articles / f"2022-05-{day}"
    folder.mkdir(parents=True)
    (folder / "A01.md").write_text(PAGE.format(n=day), "utf-8")


@pytest.fixture(params=[False, True], ids=["marks too young to be trusted", "marks trusted"])
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Config:
    """A site to which an issue was added, so that some of its folders were looked at and some were changed."""
    if request.param:
        monkeypatch.setattr(lastbuild, "RACY_NS", -(10**18))
        monkeypatch.setattr(files, "RACY_NS", -(10**18))
    made = Config(articles=tmp_path / "articles", output=tmp_path / "site", search=False)
    write_issue(made, 18)
    (made.articles / "newspaper.yml").write_text("name: 海州晚报\nshort: hzwb\n", "utf-8")
    build(made)
    write_issue(made, 19)
    build(made)
    return made


def manifest_of(config: Config) -> Manifest:
    found = read_manifest(config.output)
    assert found is not None
    return found


def known(config: Config) -> bool:
    found = read_known(config.output, LastBuild(config).manifest)
    assert found is not None
    return found[1]


def missing(config: Config) -> set[str]:
    return LastBuild(config).missing(manifest_of(config), known(config))


def test_nothing_is_missing_where_nothing_was_touched(config: Config) -> None:
    assert known(config)
    assert missing(config) == set()
    assert not build(config).written


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def link_instead(path: Path) -> None:
    aside = path.rename(path.with_suffix(".old"))
    path.symlink_to(aside)


LOSSES: dict[str, Callable[[Path], object]] = {
    "removed": lambda path: path.unlink(),
    "removed with its folder": lambda path: shutil.rmtree(path.parent),
    "a folder instead": folder_instead,
    "a link instead": link_instead,
    "another name": lambda path: path.rename(path.with_suffix(".htm")),
}
ADDRESSES = (LOST, LIST, "2022/05/19/A01/1.html", "index.html")


@pytest.mark.parametrize(
    ("loss", "address"), [(loss, a) for loss in LOSSES for a in ADDRESSES if "/" in a or "with" not in loss]
)
def test_a_file_that_is_not_there_is_missed(config: Config, loss: str, address: str) -> None:
    LOSSES[loss](config.output / address)
    assert address in missing(config)
    if loss.startswith("removed"):
        before = manifest_of(config).files()
        report = build(config)
        assert report.written
        assert report.pages == len(before)
        assert (config.output / address).is_file()
        assert missing(config) == set()


def test_a_folder_in_another_s_place_is_looked_into(config: Config) -> None:
    folder = (config.output / LOST).parent
    folder.rename(folder.with_name("aside"))
    shutil.copytree(folder.with_name("aside"), folder)
    assert missing(config) == set()
    (folder / "1.html").unlink()
    assert missing(config) == {LOST}


def test_a_stranger_is_no_loss(config: Config) -> None:
    (config.output / LOST).with_name("notes.txt").write_text("mine")
    assert missing(config) == set()
    write_issue(config, 20)
    report = build(config)
    assert report.pages == len(manifest_of(config).files())
    assert missing(config) == set()


@pytest.mark.parametrize("form", ["older", "spaced", "unsorted"])
def test_a_manifest_that_we_did_not_write_last_is_looked_through(config: Config, form: str, tmp_path: Path) -> None:
    path = config.output / "manifest.json"
    data = path.read_bytes()
    if form == "older":  # of an issue less, whose files are nobody's then
        shutil.rmtree(config.articles / "2022-05-19")
        other = Config(articles=config.articles, output=tmp_path / "other", remember=False, search=False)
        build(other)
        path.write_bytes((other.output / "manifest.json").read_bytes())
        write_issue(config, 19)
    else:
        path.write_bytes(data.replace(b'":"', b'": "') if form == "spaced" else data.replace(b'{"files"', b'{ "files"'))
    assert not known(config)
    report = build(config)
    assert path.read_bytes() == data == encode_manifest(manifest_of(config))
    assert report.pages == len(manifest_of(config).files())
    assert known(config) or form != "older"


def test_a_manifest_that_leads_out_of_the_site_is_none(config: Config) -> None:
    path = config.output / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b'"2022/05/18/A01/1.html"', b'"../A01/1.html"'))
    assert read_manifest(config.output) is None


def test_a_lost_memory_is_at_worst_slower(config: Config) -> None:
    shutil.rmtree(config.cache_folder / lastbuild.KIND)
    assert not known(config)
    assert missing(config) == set()
    (config.output / LOST).unlink()
    assert missing(config) == {LOST}
    build(config)
    assert known(config)
    assert missing(config) == set()


def test_another_output_has_a_memory_of_its_own(config: Config, tmp_path: Path) -> None:
    other = Config(articles=config.articles, output=tmp_path / "other", cache=config.cache_folder, search=False)
    build(other)
    (other.output / LOST).unlink()
    assert missing(other) == {LOST}
    assert missing(config) == set()


def test_what_goes_leaves_no_trace(config: Config) -> None:
    shutil.rmtree(config.articles / "2022-05-19")
    report = build(config)
    assert report.removed
    assert report.pages == len(manifest_of(config).files())
    assert not (config.output / "2022/05/19").exists()
    assert known(config)
    assert missing(config) == set()


def test_the_store_keeps_the_pages_of_the_sources_and_no_others(config: Config) -> None:
    def pages() -> int:
        return sum(path.is_file() for path in (config.cache_folder / "pages").rglob("*"))

    write_issue(config, 20)
    build(config)
    assert pages() == 3
    (config.articles / "2022-05-20" / "A01.md").write_text(PAGE.format(n=21), "utf-8")
    build(config)
    assert pages() == 3
    (config.articles / "2022-05-20" / "A01.md").rename(config.articles / "2022-05-20" / "A02.md")
    build(config)
    assert pages() == 3
    shutil.rmtree(config.articles / "2022-05-20")
    build(config)
    assert pages() == 2
    (config.articles / "newspaper.yml").write_text("name: 新城晚报\nshort: xcwb\n", "utf-8")
    build(config)
    assert pages() == 2


def test_the_store_keeps_no_records_of_another_profile(config: Config) -> None:
    def shards() -> int:
        return sum(path.is_file() for path in (config.cache_folder / "files").rglob("*"))

    before = shards()
    (config.articles / "newspaper.yml").write_text("name: 新城晚报\nshort: xcwb\n", "utf-8")
    build(config)
    assert 0 < shards() <= before

"""The newspaper's profile: what is compulsory, what is refused and how it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from wanbao.errors import SettingsError
from wanbao.newspaper import load_newspaper, parse_newspaper

PROFILE = Path(__file__).parents[1] / "articles" / "newspaper.yml"


def refused(text: str) -> SettingsError:
    with pytest.raises(SettingsError) as caught:
        parse_newspaper(text)
    return caught.value


def test_a_name_alone_is_a_profile() -> None:
    paper = parse_newspaper("name: 海角晚报\n")
    assert (paper.name, paper.short, paper.language) == ("海角晚报", "paper", "zh-Hans")
    assert paper.own_names == ("海角晚报",)


def test_our_own_profile_is_read() -> None:
    paper = load_newspaper(PROFILE)
    assert (paper.name, paper.short, paper.publisher) == ("茂名晚报", "mmwb", "茂名日报社")
    assert paper.own_names == ("茂名日报", "茂名晚报", "茂名网")


def test_the_digest_follows_the_content_and_nothing_else() -> None:
    one, same = parse_newspaper("name: 甲报\nplace: 甲\n"), parse_newspaper("# remark\nplace: 甲\nname: 甲报\n")
    assert one.digest == same.digest
    assert one.digest != parse_newspaper("name: 甲报\nplace: 乙\n").digest


def test_a_missing_profile_says_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_newspaper(tmp_path / "newspaper.yml")
    assert caught.value.note.code == "E201"
    assert "name:" in caught.value.note.remedy


def test_a_profile_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "newspaper.yml"
    path.write_bytes("name: 茂名晚报".encode("gb18030"))
    with pytest.raises(SettingsError) as caught:
        load_newspaper(path)
    assert caught.value.note.code == "E201"


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("", "E203", 0, "key: value"),
        ("- a\n", "E203", 0, "key: value"),
        ("name:\n", "E203", 1, "name"),
        ("name: a\nplace: [\n", "E201", 3, "not YAML"),
        ("name: a\n\tplace: b\n", "E201", 2, "not YAML"),
        ("https://example.org\n", "E203", 0, "key: value"),
        ("name：茂名晚报\n", "E203", 1, "a full-width colon stands behind `name`"),
        ("# ours\nname:茂名晚报\n", "E203", 2, "no space stands behind `name:`"),
        ("name: a\r\nfurniture:\r\n  - kind: qr\r\nshort:mmwb\r\n", "E203", 4, "behind `short:`"),
        ("name: a\nshort：mmwb\n", "E203", 2, "behind `short`"),
        ("name: a\npersons:\n  晓风: [周晓岚]\n", "E203", 3, "means ['周晓岚']"),
        ("name: a\nname: b\n", "E201", 2, "second time"),
        ("place: 茂名\n", "E203", 0, "name"),
        ("name: a\nplcae: 茂名\n", "E202", 2, "plcae"),
        ("name: a\nplace: [x]\n", "E203", 2, "place"),
        ("name: a\ndatelines: {x: y}\n", "E203", 2, "datelines"),
        ("name: a\nroles:\n  主播: boss\n", "E203", 3, "主播"),
        ("name: a\nroles: x\n", "E203", 2, "roles"),
        ("name: a\nshort: Über\n", "E203", 2, "short"),
        ("name: a\nshort: ''\n", "E203", 2, "short"),
        ("name: a\nbase_url: example.org\n", "E203", 2, "base_url"),
        ("name: a\nbase_url: https://example.org/x?y\n", "E203", 2, "base_url"),
        ("name: a\nbase_url: https://example.org/#y\n", "E203", 2, "base_url"),
        ("name: a\nlanguage: 'zh\" x=y'\n", "E203", 2, "language"),
        ("name: a\nlanguage: ''\n", "E203", 2, "language"),
        ("name: a\ninterface_language: ' '\n", "E203", 2, "interface_language"),
        ("name: a\nroles:\n  '': reporter\n", "E203", 3, "nothing before"),
        ("name: a\nroles: {' ': reporter}\n", "E203", 2, "nothing before"),
        ("name: a\npeople:\n  覃德: ''\n", "E203", 3, "nothing before"),
        ("name: a\ncolumns:\n  - 健康\n  - ''\n", "E203", 4, "is empty"),
        ("name: a\ndatelines: ' '\n", "E203", 2, "is empty"),
        ("name: a\nformer_names: [甲报, '\u3000']\n", "E203", 2, "is empty"),
        ('name: a\ndescription: "a\\0\\x01b"\n', "E203", 2, "cannot be text"),
        ('name: a\ndescription: "a\\u202eb"\n', "E203", 2, "cannot be text"),
        ('name: a\npeople:\n  覃德: "\\x7f"\n', "E203", 3, "cannot be text"),
        ("name: a\npersons:\n  张伟: 张伟\n", "E203", 3, "tells nobody"),
        ("name: a\npersons:\n  张伟/: 张伟（甲）\n", "E203", 3, "tells nobody"),
        ("name: a\npersons:\n  /记者: 张伟（甲）\n", "E203", 3, "tells nobody"),
        ("name: a\npersons:\n  张伟/记者: 张伟\n", "E203", 3, "tells nobody"),
        ("name: a\npersons: [张伟]\n", "E203", 2, "persons"),
        ("name: a\nmask:\n  - identity\n  - phone\n", "E203", 4, "phone"),
        ("name: a\nmask: {mobile: x}\n", "E203", 2, "mask"),
        ("name: a\nfurniture: x\n", "E203", 2, "furniture"),
        ("name: a\nfurniture: [x]\n", "E203", 2, "furniture"),
        ("name: a\nfurniture:\n  - kind: qr\n", "E203", 3, "pattern"),
        ("name: a\nfurniture:\n  - {kind: qr, pattern: ' '}\n", "E203", 3, "pattern"),
        ("name: a\nfurniture:\n  - kind: xx\n    pattern: a\n", "E203", 3, "kind"),
        ("name: a\nfurniture:\n  - {kind: qr, pattern: '(', hits: []}\n", "E203", 3, "regular expression"),
        ("name: a\nfurniture:\n  - kind: qr\n    pattern: ^b\n    hits: [ab]\n", "E204", 4, "ab"),
        ("name: a\nfurniture:\n  - kind: qr\n    pattern: b\n    misses: [ab]\n", "E204", 4, "ab"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, code: str, line: int, words: str) -> None:
    note = refused(text).note
    assert (note.code, note.line) == (code, line)
    assert words in note.message
    assert note.remedy or not ("key: value" in words or "behind" in words or "means" in words)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", ("identity", "mobile")),
        ("mask: []\n", ()),
        ("mask:\n", ()),
        ("mask: mobile\n", ("mobile",)),
        ("mask: [mobile, identity]\n", ("identity", "mobile")),
    ],
)
def test_private_numbers_are_hidden_unless_the_profile_says_otherwise(text: str, kinds: tuple[str, ...]) -> None:
    assert parse_newspaper(f"name: a\n{text}").mask == kinds


def test_an_unknown_key_names_the_nearest() -> None:
    assert "place" in refused("name: a\nplcae: 茂名\n").note.remedy
    assert "pattern" in refused("name: a\nfurniture:\n  - patern: a\n").note.remedy


def test_a_base_url_ends_with_a_slash() -> None:
    assert parse_newspaper("name: a\nbase_url: https://example.org/x\n").base_url == "https://example.org/x/"


def test_an_own_role_word_and_furniture_are_kept() -> None:
    text = (
        "name: a\nroles:\n  主播: reporter\nfurniture:\n  - kind: qr\n    pattern: ^x\n    hits: [xy]\n    misses: yx\n"
    )
    paper = parse_newspaper(text)
    assert paper.roles == (("主播", "reporter"),)
    assert [(item.kind, item.pattern, item.misses) for item in paper.furniture] == [("qr", "^x", ("yx",))]


@pytest.mark.parametrize(
    ("pattern", "code", "words"),
    [
        ("(a+)+b", "E204", "takes for ever"),
        ("(?:客户端|客户端)*扫码", "E204", "takes for ever"),
        (r"(\w+\s?)+$", "E204", "takes for ever"),
        ("(" * 5000, "E203", "no regular expression"),
        ("a{99999999999999999999}", "E203", "no regular expression"),
        ("[[:alpha:]]", "E203", "no regular expression"),
    ],
)
def test_a_pattern_that_harms_is_refused(pattern: str, code: str, words: str) -> None:
    error = refused(f"name: 海角晚报\nfurniture:\n- pattern: '{pattern}'\n")
    assert error.note.code == code
    assert words in error.note.message
    assert len(error.note.message) < 300


@pytest.mark.parametrize("name", ["\u200b", "——", "' '", "\u3000"])
def test_a_name_that_shows_nothing_is_none(name: str) -> None:
    assert "`name` is missing" in str(refused(f"name: {name}\n"))


def test_what_could_steer_a_terminal_is_written_out() -> None:
    told = str(refused('name: 海角晚报\nshort: "\\e[2J\\u202e"\n"\\e[31m": 1\n'))
    assert "\x1b" not in told
    assert "\u202e" not in told


@pytest.mark.parametrize(
    ("contact", "mail"),
    [
        ("editor@example.org", "editor@example.org"),
        ("mailto:editor@example.org", "editor@example.org"),
        ("a@example.org, b@example.org", "a@example.org,b@example.org"),
        ("", ""),
        ("https://example.org/@editor", ""),
        ("电话 0668-2881234", ""),
        ("编辑部 editor@example.org", ""),
        ("editor@example.org?subject=x", ""),
    ],
)
def test_a_contact_is_an_address_for_mail_or_is_none(contact: str, mail: str) -> None:
    assert parse_newspaper(f"name: a\ncontact: '{contact}'\n").mail == mail


def test_a_list_that_is_written_as_one_text_is_told() -> None:
    note = refused("name: a\ncolumns: 今日论坛、老街\n").note
    assert (note.code, note.line, note.remedy) == ("E203", 2, "write `columns: [今日论坛, 老街]`")
    assert parse_newspaper("name: a\ncolumns: 今日论坛\n").columns == ("今日论坛",)
    assert parse_newspaper("name: a\ncolumns: [今日，明日]\n").columns == ("今日，明日",)


def test_a_profile_under_another_name_is_named(tmp_path: Path) -> None:
    for name in ("Newspaper.YAML", "newspaper.yml.txt"):
        (tmp_path / name).write_text("name: a\n", "utf-8")
        with pytest.raises(SettingsError) as caught:
            load_newspaper(tmp_path / "newspaper.yml")
        assert caught.value.note.remedy == f"rename {name} to newspaper.yml"
        (tmp_path / name).unlink()

"""Front matter: the YAML between `---` and `---` at the head of a file, in which a maintainer says where it belongs.

`KEYS` is the whole of it: what may be written, of which kind, and what it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from wanbao.dates import parse_edtf, parse_printed_date
from wanbao.errors import Note, Record, YamlError
from wanbao.patterns import HAN, LANGUAGE_TAG, regex
from wanbao.records import Evidence, Place
from wanbao.settings import load_front_matter
from wanbao.strange import is_clean
from wanbao.text import fold
from wanbao.typos import nearest


class Key(Record, frozen=True):
    """One key of the front matter."""

    name: str
    """How it is written."""
    kind: str
    """What kind of value it takes, in words."""
    meaning: str
    """What it says, in a sentence."""
    chinese: tuple[str, ...]
    """What somebody might write instead, and is then told the name."""


KEYS: tuple[Key, ...] = (
    Key("newspaper", "text", "The paper's name, where it is not the one of newspaper.yml.", ("报名", "报纸")),
    Key(
        "date",
        "EDTF date",
        "The date of issue: `2022-05-18`, or what is known of it: `2022-05`, `2022`, `2022~`.",
        ("日期", "出版日期"),
    ),
    Key("issue", "text", "The running number of the issue (总期号): `9876`.", ("期号", "总期号")),
    Key(
        "page",
        "page number",
        "The page number (版次), text: `A02`, `3`; of a spread `A02-A03`.",
        ("版次", "版", "版面"),
    ),
    Key("section", "text", "The name of the section (版名): `要闻`.", ("版名", "栏目")),
    Key("page_name", "text", "The same as `section`.", ()),
    Key("edition", "text", "What kind of issue, where it is not the daily paper: `增刊`, `特刊`, `号外`.", ("版本",)),
    Key(
        "staff",
        "roles and names",
        "Who made the page: a role with a name, or with a list of names: `责编: 甲某`.",
        ("责编", "编辑", "校对", "版式"),
    ),
    Key("source_url", "http or https address", "Where the text was taken from.", ("来源", "网址", "出处")),
    Key("rights", "text", "The statement of rights for this page, in place of the newspaper's.", ("版权",)),
    Key("language", "BCP 47 language tag", "The language of the text: `zh-Hans`, `zh-Hant`, `en`.", ("语言",)),
    Key(
        "id",
        "short name",
        "A lasting name for an undated issue, used in its address: small letters, digits and `-`, at most 40.",
        ("编号",),
    ),
)
_NAMES = tuple(key.name for key in KEYS)
_BY_CHINESE = {chinese: key.name for key in KEYS for chinese in key.chinese}

_FENCE = regex(r"---[ \t]*\n")
_END = regex(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LOOKS_LIKE_YAML = regex(
    r"(?:[ \t]*(?:#.*)?\n)*(?:[\w\"'?-]+[ \t]*:(?:[ \t\n]|\Z)|[{\[!&*%?]|(?:---|\.\.\.)[ \t]*$)", re.M
)


_PAIR = regex(r"[ \t]*(?P<key>\w{1,20})[ \t]*(?P<colon>[:：])(?P<space>[ \t]|\Z)?")
_COLONLESS = regex(
    rf"[ \t]*(?P<key>{'|'.join(_NAMES)})(?:[ \t]*[=＝][ \t]*|[ \t]+)(?=\S*[0-9{HAN}])(?P<value>\S+)[ \t]*"
)
"""`section 要闻`, `page = A02`: a key and one value, with anything but a colon between them."""
_LONGEST_LINE = 2000
_SURE_KEYS = frozenset(_NAMES) | {"日期", "出版日期", "版次", "版名", "期号", "总期号"}
"""Keys that stand in no newspaper text as they do here; `来源：` and `编辑：` may."""


class FrontMatter(Record, frozen=True):
    """What the head of a file says."""

    place: Place
    """Where the page belongs, as far as it is said."""
    lines: int
    """How many lines it takes, fences included; 0 where the file has none."""
    notes: tuple[Note, ...]
    """What is wrong with it; any note here is an error."""


NO_FRONT_MATTER = FrontMatter(Place(), 0, ())


def read_front_matter(text: str, path: str) -> FrontMatter:
    """Read the front matter of a file's text. A rule (`---`) above prose is no front matter."""
    if not text.startswith("---"):
        return NO_FRONT_MATTER
    fence = _FENCE.match(text)
    if fence is None:
        return NO_FRONT_MATTER
    end = _END.search(text, fence.end())
    if not _LOOKS_LIKE_YAML.match(text, fence.end()):
        line = _badly_separated(text[fence.end() : end.start()]) if end else None
        return _wrong(path, line.number, "E102", line.message, line.remedy) if line else NO_FRONT_MATTER
    if end is None:
        return _wrong(path, 1, "E102", "the front matter has no end", "close it with a line of three hyphens, `---`")
    lines = text.count("\n", 0, end.start()) + 1
    try:
        value, numbers = load_front_matter(text[fence.end() : end.start()], path)
    except YamlError as error:
        line = _badly_separated(text[fence.end() : end.start()])
        if line:
            return _wrong(path, line.number, "E102", line.message, line.remedy)
        remedy = "write one `key: value` on a line; put text with special characters between quotation marks"
        return _wrong(path, error.line + 1, "E102", f"the front matter cannot be read: {error}", remedy)
    if value is None:
        return FrontMatter(Place(), lines, ())
    if not isinstance(value, dict):
        return _wrong(path, 2, "E102", "the front matter is no list of keys", "write one `key: value` on a line")
    return _Reader(path, numbers).read(value, lines)


class _BadLine(Record, frozen=True):
    """A line of front matter whose key and value are not separated as YAML wants it."""

    number: int
    """The line of the file."""
    message: str
    """What is wrong."""
    remedy: str
    """How to write it."""


def _badly_separated(block: str) -> _BadLine | None:
    """The first line such as `date：2022-05-18`, `date:2022-05-18` or `date 2022-05-18`, or a first line that stands
    in from the edge, in a block that is surely meant as keys: nothing but such lines, and one key that front matter
    knows.
    """
    lines = [(number, line) for number, line in enumerate(block.split("\n"), 2) if line.strip()]
    pairs = [(number, _pair(line)) for number, line in lines]
    if not all(pair for _, pair in pairs) or not {pair["key"].lower() for _, pair in pairs if pair} & _SURE_KEYS:
        return None
    for number, pair in pairs:
        if pair and (message := _bad_separator(pair)):
            latin = " with the colon of the Latin keyboard" if "full-width" in message else ""
            return _BadLine(number, message, f"write `{_BY_CHINESE.get(pair['key'], pair['key'])}: …`{latin}")
    if pairs[0][1] and pairs[0][1].start("key"):
        key = pairs[0][1]["key"]
        remedy = f"begin the line with `{_BY_CHINESE.get(key, key)}: …`, and so all others"
        return _BadLine(pairs[0][0], f"a blank stands before {_quoted(key)}", remedy)
    return None


def _pair(line: str) -> re.Match[str] | None:
    """The key of a line and what stands behind it."""
    return (_PAIR.match(line) or _COLONLESS.fullmatch(line)) if len(line) <= _LONGEST_LINE else None


def _bad_separator(pair: re.Match[str]) -> str:
    """What is wrong between a key and its value; empty where nothing is."""
    key = _quoted(pair["key"])
    if "value" in pair.re.groupindex:
        return f"no colon stands behind {key}"
    if pair["colon"] == "：":
        return f"a full-width colon stands behind {key}"
    return "" if pair["space"] else f"no space stands behind the colon of {key}"


def _wrong(path: str, line: int, code: str, message: str, remedy: str) -> FrontMatter:
    return FrontMatter(Place(), 0, (Note(code, message, remedy, path=path, line=line),))


class _WrongKindError(ValueError):
    """A value is not of the kind its key takes."""


class _BadDateError(ValueError):
    """A date that is no date."""


class _Reader:
    """Reads one mapping and gathers what is wrong with it, so that all of it is told at once."""

    def __init__(self, path: str, numbers: dict[str, int]) -> None:
        self.path = path
        self.numbers = numbers
        self.notes: list[Note] = []

    def read(self, values: dict[str, object], lines: int) -> FrontMatter:
        """The place that these values say."""
        said: dict[str, str] = {}
        staff: tuple[tuple[str, str], ...] = ()
        for name, value in values.items():
            if name not in _NAMES:
                self._unknown(str(name))
                continue
            if value is None:
                continue  # a key without a value says no more than no key
            try:
                if name == "staff":
                    staff = _staff(value)
                else:
                    said[name] = _CONVERTERS[name](value)
            except _BadDateError as error:
                self._note("E105", name, str(error), _date_remedy(value))
            except _WrongKindError as error:
                self._note("E104", name, f"`{name}` {error}", _remedy(name, value))
        return FrontMatter(self._place(said, staff), lines, tuple(self.notes))

    def _place(self, said: dict[str, str], staff: tuple[tuple[str, str], ...]) -> Place:
        def evidence(name: str) -> Evidence | None:
            return Evidence(said[name], "front matter", self._line(name)) if said.get(name) else None

        return Place(
            newspaper=evidence("newspaper"),
            date=evidence("date"),
            issue_number=evidence("issue"),
            page_number=evidence("page"),
            section=evidence("section") or evidence("page_name"),
            edition=evidence("edition"),
            staff=staff,
            source_url=said.get("source_url", ""),
            rights=said.get("rights", ""),
            language=said.get("language", ""),
            name=said.get("id", ""),
        )

    def _unknown(self, name: str) -> None:
        near = _BY_CHINESE.get(name) or nearest(name.lower(), _NAMES, 0.6)
        known = "the keys are " + ", ".join(_NAMES)
        self._note("E103", name, f"unknown key {_quoted(name)}", f"did you mean `{near}`?" if near else known)

    def _note(self, code: str, name: str, message: str, remedy: str) -> None:
        self.notes.append(Note(code, message, remedy, path=self.path, line=self._line(name)))

    def _line(self, name: str) -> int:
        return self.numbers.get(name, 1) + 1  # the opening fence is line 1 of the file


# --- the kinds of value ---------------------------------------------------------------------------------------------

_PAGE = regex(r"[A-Za-z]{0,3}[0-9]{1,4}(?:[A-Za-z]?|-[A-Za-z]{0,3}[0-9]{1,4})|[\u4e00-\u9fff]{1,4}[0-9]{0,4}")
_NUMBER_AND_NAME = regex(r"第?(?P<number>[A-Za-z]?[0-9]{1,3})版?[ :·]*(?P<section>[\u4e00-\u9fff]{2,12})")
"""A page number with the name of its section behind it: `A01 要闻`, `第A01版:要闻`."""
_RUNNING_NUMBER = regex(r"[总總]?\s?第?\s?(?P<number>[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3})+)\s?[期号號]?")
"""The running number of an issue with what is printed around it: `总第9876期`, `第9876號`."""
_PARTED = regex(r"(?<=[A-Za-z])[-_. ]+(?=[0-9])")
"""What stands between the letter and the number of a page and should not: `A-02`."""
_URL = regex(r"https?://[^\s<>\"'`{}|\\^/]+(?:/[^\s<>\"'`{}|\\^]*)?", re.IGNORECASE)
_ID = regex(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


def _quoted(value: object) -> str:
    """A value for a message, short and safe to print."""
    text = str(value) if isinstance(value, (str, int, float)) else type(value).__name__
    return ascii(text[:60]) if not is_clean(text) else repr(text if len(text) <= 60 else text[:60] + "…")


def _text(value: object, longest: int) -> str:
    """One line of text: white space folded, nothing in it that cannot be text."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise _WrongKindError("must be text")
    text = " ".join(str(value).split())
    if not is_clean(text):
        raise _WrongKindError(f"holds characters that cannot be text: {_quoted(text)}")
    if len(text) > longest:
        raise _WrongKindError(f"is longer than {longest} characters")
    return text


def _short(value: object) -> str:
    return _text(value, 80)


def _long(value: object) -> str:
    return _text(value, 2000)


def _date(value: object) -> str:
    if isinstance(value, list):  # YAML takes the brackets of an EDTF set, `[2022-04..2022-06]`, for a list
        value = f"[{','.join(map(str, value))}]"
    try:
        return parse_edtf(_short(value))
    except _WrongKindError:
        raise
    except ValueError as error:
        raise _BadDateError(str(error)) from error


def _date_remedy(value: object) -> str:
    text = str(value)[:80]
    compact = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text, re.ASCII)
    printed = parse_printed_date("-".join(compact.groups()) if compact else text)
    return f"write `{printed}`" if printed else "write the year, month and day as 2022-05-18, or what is known of them"


def _remedy(name: str, value: object) -> str:
    """How to write what is of the wrong kind."""
    if name == "page":
        return _page_remedy(value)
    return _HOW_TO_WRITE.get(name, "write one short line of text behind the colon")


_HOW_TO_WRITE = {
    "staff": "write `staff: {责编: 甲某, 版式: 乙某}`",
    "source_url": "write the whole address, https://…",
    "rights": "write one text behind the colon",
    "language": "write `zh-Hans`, `zh-Hant`, `en` …",
    "id": "write such a name, as `may-1998`, of at most 40 characters",
}


def _page_remedy(value: object) -> str:
    """How to write what is no page number; of one that is nearly one, that one."""
    if isinstance(value, list) and len(value) == 2:
        value = "-".join(map(str, value))
    text = fold(str(value)).strip().removeprefix("第").removesuffix("版").strip()
    if found := _NUMBER_AND_NAME.fullmatch(text):
        return f"write `page: {found['number'].upper()}` and, on a line of its own, `section: {found['section']}`"
    joined = _PARTED.sub("", text)
    if _PAGE.fullmatch(joined):
        return f"write `page: {joined.upper()}`"
    return "write `A02`, `3` or, of two pages made as one, `A02-A03`"


def _issue(value: object) -> str:
    text = _short(value)
    if found := _RUNNING_NUMBER.fullmatch(fold(text)):
        return found["number"].replace(",", "")
    return text.removeprefix("总").removeprefix("第").removesuffix("期")


def _page(value: object) -> str:
    text = fold(_short(value)).strip().removeprefix("第").removesuffix("版").strip()
    if text and not _PAGE.fullmatch(text):
        raise _WrongKindError(f"is no page number: {_quoted(value)}")
    return text.upper()


def _matching(pattern: re.Pattern[str], what: str) -> Callable[[object], str]:
    """A converter for text of one form."""

    def convert(value: object) -> str:
        text = _long(value)
        if text and not pattern.fullmatch(text):
            raise _WrongKindError(f"is no {what}: {_quoted(text)}")
        return text

    return convert


def _staff(value: object) -> tuple[tuple[str, str], ...]:
    """Roles with a name or a list of names, as (role, name)."""
    if not isinstance(value, dict):
        raise _WrongKindError("must be roles with names, as in `责编: 甲某`")
    pairs = []
    for role, names in value.items():
        for name in names if isinstance(names, list) else [names]:
            if isinstance(name, (dict, list)):
                raise _WrongKindError(f"has no name for {_quoted(role)}")
            if name is not None:
                pairs.append((_short(role), _short(name)))
    return tuple(pairs)


_CONVERTERS: dict[str, Callable[[object], str]] = {
    "newspaper": _short,
    "date": _date,
    "issue": _issue,
    "page": _page,
    "section": _short,
    "page_name": _short,
    "edition": _short,
    "source_url": _matching(_URL, "http or https address"),
    "rights": _long,
    "language": _matching(LANGUAGE_TAG, "language tag"),
    "id": _matching(_ID, "short name of small letters, digits and `-`"),
}

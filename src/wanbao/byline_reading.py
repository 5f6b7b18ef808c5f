"""One by-line as it is read: the names found so far, and the role word that holds for them."""

from __future__ import annotations

from msgspec.structs import replace

from wanbao.byline_words import BOTH, GLUED_ENDS, READERS, TAIL_GLUED, TAILS, TOOK_PART
from wanbao.credited import Byline, Credit
from wanbao.errors import Record
from wanbao.nameforms import (
    COMPOUND,
    NOT_NAME,
    ONLY_HAN,
    ORGANISATION,
    SINGLE,
    is_addressed,
    is_bearing,
    is_body,
    is_house,
    is_house_word,
    is_overlong,
    looks_like_name,
    may_be_person,
    may_have_helped,
    reads_as_prose,
    spaced_sizes,
    split_names,
)
from wanbao.patterns import HAN, regex
from wanbao.records import ContributorRole
from wanbao.rolewords import RoleWords
from wanbao.text import unspaced

PROSE = regex(r"[。！？!?；“”（）()《》\d%]|举行|召开|资料|认为|表示")
"""Signs that a stretch is a sentence, and no names."""
_TEXT_AND_PICTURE = regex(rf"([{HAN}]{{2,3}})文([{HAN}]{{2,3}})[图摄]")
"""`李江文周晓图`: who wrote it and who took the picture, run together."""
_TOKEN = regex(r"[^\s、,;/:|丨&■□▲●◆○⊙]+")


_NAME_AND_PAPER = regex(rf"([{HAN}]{{2,3}})([{HAN}]{{2}}(?:[日晚早晨商时快导]报|都市报|青年报))")
"""A name and the paper of whoever comes next, run together."""


class _Name(Record, frozen=True):
    """A name token with the role words it stands under."""

    text: str
    printed: str
    role: str
    organisation: str
    certain: bool
    roles: tuple[ContributorRole, ...] = ()


class BylineReading:
    """One by-line being read: the names found so far and the role word that holds."""

    def __init__(self, roles: RoleWords, line: str, printed: str, start: int) -> None:
        self.roles = roles
        self.line, self.printed = line, printed
        self.start = start
        self.names: list[_Name] = []
        self.role = self.organisation = ""
        self.waiting: tuple[ContributorRole, ...] = ()
        self.explicit = False
        self.pictured = "图" in line or "摄" in line
        self.tailed = 0  # names before this index have their tail
        self.took_part = False  # 参与采写 stands behind them

    def whole(self) -> bool:
        """Read everything; False where something in it cannot belong to a by-line."""
        place, named = self.start, 0
        for found in self.roles.pattern.finditer(self.line, self.start):
            if not self.before_role(place, found.start()):
                return False
            if self.role == "摄影" and len(self.names) == named and self.line[place : place + 1] in ("/", ":", " "):
                self.waiting = ("photographer",)  # 摄影/本报记者 钟鸣
            if self.waiting == ("author",) and len(self.names) > named:
                self.waiting = ()  # 口述/何静 整理/周晓
            named = len(self.names)
            self.role, self.explicit = unspaced(found.group()), True
            if self.waiting and self.roles.means(self.role) == "artist":
                self.waiting = ()  # 图/周晓 制图/何静
            if _PICTURE_ROLE.match(found.group()):
                self.waiting, self.role = ("photographer",), self.role.removeprefix("摄影")
            place = found.end()
        return self.plain(place, len(self.line), []) and bool(self.names or (self.explicit and self.organisation))

    def before_role(self, start: int, end: int) -> bool:
        """What stands before a role word: names of the role before it, then perhaps an organisation."""
        self_role, first = self.role, not self.explicit
        tokens = _join_paper(self.tokens(start, end)) if first else self.tokens(start, end)
        if not first and tokens and (glued := _NAME_AND_PAPER.fullmatch(tokens[-1][0])) and looks_like_name(glued[1]):
            token, begin, last = tokens.pop()  # 通讯员孔方海角晚报记者
            tokens += [(glued[1], begin, begin + len(glued[1])), (glued[2], last - len(glued[2]), last)]
        led = self.line[start : start + 1] in ("/", ":")  # 采写/南都记者: whose the writer is
        organisation: list[str] = []
        while tokens and (
            ORGANISATION.search(tokens[-1][0])
            or ((first or (led and len(tokens) == 1)) and tokens[-1][2] == end)
            or (not organisation and len(tokens) > 1 and tokens[-1][2] == end and is_house_word(tokens[-1][0]))
            or (not organisation and is_house(tokens[-1][0]))
        ):
            token = tokens[-1][0]
            if PROSE.search(token) or len(token) > (16 if ORGANISATION.search(token) else 12):
                return False
            if token in TAILS or len(token) < 2 or (len(token) == 3 and looks_like_name(token)):
                break
            organisation.insert(0, tokens.pop()[0])
        if not self.plain(start, end, tokens):
            return False
        if organisation or self.role == self_role:
            self.organisation = "".join(organisation)
        return True

    def tokens(self, start: int, end: int) -> list[tuple[str, int, int]]:
        """The tokens of a stretch without role words: (text, start, end)."""
        if start >= end:
            return []
        if not self.pictured:
            return _split(self.line, start, end)
        if wrote := _WROTE_AND_TOOK.search(self.line, start, end):
            return self.tokens(start, wrote.end()) + self.tokens(wrote.end(), end)
        tokens: list[tuple[str, int, int]] = []
        for both in BOTH.finditer(self.line, start, end):
            tokens += _split(self.line, start, both.start())
            tokens.append(("\0", both.start(), both.end()))
            start = both.end()
        return tokens + _split(self.line, start, end)

    def plain(self, start: int, end: int, given: list[tuple[str, int, int]]) -> bool:
        """Read a stretch without role words; `given` are its tokens where they are known."""
        tokens = given or (self.tokens(start, end) if not self.explicit or (start < end and not given) else [])
        if given == [] and end != len(self.line):
            tokens = []
        spaced = 0
        for index, (token, first, last) in enumerate(tokens):
            if spaced or (len(token) == 1 and (spaced := self.letter_spaced(tokens, index))):
                spaced -= 1
            elif token == "\0":
                self.tail(("reporter", "photographer"), "文/图")
            elif token in TAILS and not self.begins_name(tokens, index):
                self.word(token, first, last)
            elif token in READERS and self.waiting:
                continue  # 图/读者 周晓
            elif (
                self.role
                and len(token) >= 3
                and index + 1 < len(tokens)
                and not may_be_person(token)
                and (ORGANISATION.search(token) or is_body(token))
            ):
                self.organisation = token
                if token.endswith("记者站"):
                    self.role = "记者"  # 通讯员 邹江 东岛记者站 陈波
            elif not self.name(token, first, last):
                return False
        return True

    def letter_spaced(self, tokens: list[tuple[str, int, int]], index: int) -> int:
        """Take names printed letter by letter (`邱 小 明`); how many tokens they are, 0 where there are none."""
        if self.closes(tokens, index) or (len(self.names) > self.tailed and len(self.names[-1].text) == 1):
            return 0
        end = index
        while end < len(tokens) and len(tokens[end][0]) == 1 and ONLY_HAN.fullmatch(tokens[end][0]):
            if end > index and self.line[tokens[end][2] : tokens[end][2] + 1] in ("/", ":"):
                break
            if end > index and (tokens[end][1] != tokens[end - 1][2] + 1 or self.line[tokens[end][1] - 1] != " "):
                break
            if end > index + 1 and tokens[end][0] == "文" and self.pictured and len(tokens) > end + 3:
                break  # 何 静 文 吕 航 摄
            end += 1
        if end - index > 3 and tokens[end - 1][0] in TAILS and (self.pictured or tokens[end - 1][0] != "文"):
            end -= 1
        alone = (
            end - index == 3
            and (
                tokens[end - 1][0] == "摄"  # 周 岚 摄: no given name ends so
                or (tokens[end - 1][0] == "图" and end == len(tokens) and self.ends_with_picture(tokens[index:]))
                or (tokens[end - 1][0] == "文" and end < len(tokens) and tokens[-1][0] in ("摄", "图", "摄影"))
            )
        )
        chars = "".join(token for token, _, _ in tokens[index : end - alone])
        if len(chars) == 4 and chars[-1] == chars[-2] and chars[0] in SINGLE:
            # 和 晓 芬 芬: a name printed letter by letter, its last letter twice
            self.add(chars[:3], self.printed[tokens[index][1] : tokens[index + 3][2]], False)
            return 4
        pair = len(chars) == 2 and len(self.names) > self.tailed and len(self.names[-1].text) > 1
        sizes = (2,) if alone or (pair and end - index == 2) else spaced_sizes(chars)
        if not sizes or (sizes == (3,) and self.names and len(self.names[-1].text) == 1):
            return 0
        start = 0
        for size in sizes:
            first, last = tokens[index + start][1], tokens[index + start + size - 1][2]
            self.add(chars[start : start + size], self.printed[first:last], chars[start] in SINGLE)
            start += size
        return len(chars)

    def ends_with_picture(self, letters: list[tuple[str, int, int]]) -> bool:
        """Whether 图 behind two letters set apart says who took the picture: `何 静 文 吕 航 图`, `记者 白 韬 图`, but
        not `记者 李 宏 图`."""
        alone = bool(self.role) and not self.names and letters[0][0] in SINGLE and letters[1][0] not in "宏鸿雄"
        return self.tailed > 0 or alone

    def begins_name(self, tokens: list[tuple[str, int, int]], index: int) -> bool:
        """Whether 文 or 图 behind a role word is no tail but the first letter of a padded name: 记者 图 雅."""
        token, _, last = tokens[index]
        if token not in ("文", "图") or not self.explicit or self.waiting or len(self.names) > self.tailed:
            return False
        following = tokens[index + 1] if index + 1 < len(tokens) else ("", 0, 0)
        alone = index + 2 >= len(tokens) or len(tokens[index + 2][0]) > 1
        return alone and len(following[0]) == 1 and following[1] == last + 1 and self.line[last] == " "

    def closes(self, tokens: list[tuple[str, int, int]], index: int) -> bool:
        """Whether a letter alone belongs to the name before it: 何静 文 吕 航 摄, 周勤勤 勤 摄."""
        token = tokens[index][0]
        if len(self.names) == self.tailed or len(self.names[-1].text) == 1:
            return False
        if token == "文":
            return len(tokens) > index + 3 and tokens[-1][0] in ("摄", "图", "摄影")
        return index + 2 == len(tokens) and tokens[-1][0] == "摄" and self.doubles(token)

    def word(self, token: str, first: int, last: int) -> None:
        """文, 图, 摄 as a token of its own: a tail, or a credit before the names it belongs to."""
        before, after = self.line[first - 1 : first] if first else "", self.line[last : last + 1]
        is_prefix = after in ("/", ":") and before != "/" and self.line[last + 1 :] not in ("", "报道")
        one_char_name = len(token) == 1 and self.names and len(self.names[-1].text) == 1
        if one_char_name and token != "摄":
            self.append_char(token, first)
        elif is_prefix or len(self.names) == self.tailed:
            self.waiting, self.role = TAILS[token], self.role or token
            self.tailed = len(self.names)
        else:
            self.tail(TAILS[token], token)

    def tail(self, roles: tuple[ContributorRole, ...], word: str) -> None:
        """Give the names since the last tail the roles of this one."""
        self.took_part |= word in TOOK_PART
        if len(self.names) == self.tailed:
            self.waiting = roles
            return
        for index in range(self.tailed, len(self.names)):
            name = self.names[index]
            kept: tuple[ContributorRole, ...] = roles
            if "reporter" in roles:
                kept = (self.roles.means(name.role) if name.role else "author", "photographer")
            elif name.role and not {"photographer", "artist"}.intersection(roles):
                kept = ()
            self.names[index] = replace(name, roles=kept or name.roles, role=name.role or word)
        self.tailed = len(self.names)
        self.waiting = ()

    def name(self, token: str, first: int, last: int) -> bool:
        """Take a token as one name or several; False where it is none."""
        glued = self.with_tail(token, first)
        if glued is not None:
            return glued
        if NOT_NAME.match(token) or reads_as_prose(token):
            return False
        if len(token) == 1:
            return self.append_char(token, first)
        if token.endswith(("等", "等人")) and looks_like_name(token.removesuffix("人").removesuffix("等")):
            token = token.removesuffix("人").removesuffix("等")
        if not self.role and last < len(self.line) and is_bearing(token):
            self.organisation = token
            return True
        if is_body(token):
            self.organisation = token
            return True
        parts = split_names(token)
        for part, certain in parts:
            offset = first + token.index(part)
            printed = self.printed[offset : offset + len(part)]
            if self.names and len(part) < 3 and self.lacks(part):
                self.join(part, first)
            else:
                self.add(part, printed, certain)
        return bool(parts)

    def with_tail(self, token: str, first: int) -> bool | None:
        """Take a token that ends with what was done, `李江摄`, `李江文周晓图`; None where it ends with a name."""
        both = _TEXT_AND_PICTURE.fullmatch(token) if self.pictured and len(token) > 5 else None
        if both and both.group(1)[0] in SINGLE and both.group(2)[0] in SINGLE:
            self.add(both.group(1), both.group(1), True)
            self.tail((), "文")
            self.add(both.group(2), both.group(2), True)
            self.tail(("photographer",), "图")
            return True
        if token[-1] not in GLUED_ENDS or ("·" in token and not token.endswith(("报道", "摄", "摄影"))):
            return None
        glued = TAIL_GLUED.search(token)
        if glued is None:
            return None
        stem, word = token[: glued.start()], glued.group()
        if len(stem) == 3 and len(word) == 1 and word != "摄" and _TAIL_NEXT.match(self.line, first + len(token)):
            return None  # 照日格图 摄
        written = self.role and self.roles.means(self.role) in ("reporter", "correspondent", "intern")
        if written and word == "图" and len(stem) == 3 and stem[0] not in SINGLE and stem[:2] not in COMPOUND:
            return None  # 通讯员 照日格图: no family is called so, so the last letter is the name's
        if word == "文" and len(stem) == 1 and stem in SINGLE and not self.pictured:
            return None  # 瞿 苗 卿文: where nothing is pictured, nobody is said to have written
        least = 3 if word in "文图画" or (word == "绘" and written) else 2  # 方文 and 曾会文 are names
        if len(stem) == 1 and word in ("摄", "摄影", "报道") and len(self.names) > self.tailed and self.doubles(stem):
            self.append_char(stem, first)  # 李华 华摄: the last letter of a name twice
            self.tail(TAILS[word], word)
            return True
        if len(stem) < least and not (len(stem) == 1 and self.names and self.unfinished(self.names[-1])):
            return None
        if len(stem) == 1 and len(self.names[-1].text) == 2:
            self.join(stem, first)
        elif not self.name(stem, first, first + len(stem)):
            return False
        self.tail(TAILS[word], word)
        return True

    def doubles(self, char: str) -> bool:
        """Whether a letter repeats the last one of a name of two or three."""
        return len(self.names[-1].text) in (2, 3) and self.names[-1].text[-1] == char

    def unfinished(self, name: _Name) -> bool:
        """Whether a name printed letter by letter may go on: `梁` or `梁 小`."""
        if len(name.text) == 2 and len(self.names) > self.tailed:
            return " " in name.printed or name.text in COMPOUND
        return len(name.text) == 1

    def add(self, text: str, printed: str, certain: bool) -> None:
        """Take a name under the role word that holds."""
        roles = self.waiting
        if "reporter" in roles:  # 图/文 魏长河: no word calls him a reporter; 文/图 通讯员 林江 is a correspondent
            roles = (self.roles.means(self.role) if self.role else "author", "photographer")
        self.names.append(_Name(text, printed, self.role, self.organisation, certain, roles))

    def append_char(self, char: str, first: int) -> bool:
        """A token of one character: the end or the beginning of a padded name, or a doubled character."""
        if not ONLY_HAN.fullmatch(char):
            return False
        last = self.names[-1] if len(self.names) > self.tailed else None
        if last and len(last.text) == 1:
            self.join(char, first)
        elif last and last.text[-1] == char and last.role == self.role:
            name = last.text + char if len(last.text) == 2 else last.text
            self.names[-1] = replace(last, text=name, printed=f"{last.printed} {char}", certain=False)
        elif last and len(last.text) == 2 and char not in SINGLE and last.role == self.role:
            self.join(char, first, certain=False)
        else:
            self.add(char, char, False)
        return True

    def lacks(self, part: str) -> bool:
        """Whether the last name is a surname that lacks the one or two letters behind it: 鲜于 菲菲, 闫 成成."""
        last = self.names[-1].text
        if last in COMPOUND:
            return len(self.names) > self.tailed
        return last in SINGLE and (part[0] not in SINGLE or part[0] == part[-1])

    def join(self, text: str, first: int, certain: bool = True) -> None:
        """Put letters to the end of the last name."""
        last = self.names[-1]
        self.names[-1] = replace(last, text=last.text + text, printed=f"{last.printed} {text}", certain=certain)

    def byline(self) -> Byline | None:
        """What was read, as credits; None where a name stayed a single character."""
        credits: list[Credit] = []
        spoken = not self.explicit and ("," in self.line or ":" in self.line)
        if spoken and not all(looks_like_name(name.text) for name in self.names):
            return None  # 李江说,天气很好
        if not self.explicit and any(is_addressed(name.text) for name in self.names):
            return None
        if self.took_part and not all(may_have_helped(name.text) for name in self.names):
            return None  # 三千名学生参与采写
        explicit = self.explicit or self.took_part
        if self.explicit and [len(name.text) for name in self.names[-2:]] == [2, 1]:
            self.join(self.names.pop().text, 0, certain=False)  # 涂小 满
        for name in self.names:
            if not self.explicit and (len(name.text) == 1 or is_overlong(name.text)):
                return None
            roles = name.roles or ((self.roles.means(name.role),) if name.role else ("author",))
            for role in roles:
                credits.append(Credit(name.text, name.printed, role, name.role, name.organisation, name.certain))
        return Byline(len(self.printed), tuple(credits), explicit)


_TAIL_NEXT = regex(r"\s(?:摄|摄影|供图)\s*$")
_WROTE_AND_TOOK = regex(rf"(?<![文图摄影])/文(?=[{HAN}]{{1,3}}\s?[{HAN}]{{1,2}}/[图摄])")
"""`何静/文周晓/图`: who wrote and who took the picture, without a blank between."""
_PICTURE_ROLE = regex("摄影\\s+本报")
"""`摄影 本报记者 李江` is no 摄影记者 of the paper's but who took the picture."""


def _split(line: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The tokens between separators, with their places."""
    return [(found.group(), *found.span()) for found in _TOKEN.finditer(line, start, end)]


def _join_paper(tokens: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The tokens, a paper's name that is printed letter by letter (`瑶 乡 晚 报`) put together."""
    if len(tokens) < 3 or not all(len(token) == 1 for token, _, _ in tokens) or tokens[-1][0] not in "报网社台刊":
        return tokens
    return [("".join(token for token, _, _ in tokens), tokens[0][1], tokens[-1][2])]

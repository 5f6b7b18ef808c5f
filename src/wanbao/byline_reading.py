"""One by-line as it is read: the names found so far, and the role word that holds for them."""

from __future__ import annotations

from msgspec.structs import replace

from wanbao.byline_tokens import (
    BOTH_TAILS,
    Token,
    is_organisation,
    take_organisation,
    tokens_of,
    with_paper_joined,
    with_paper_parted,
)
from wanbao.byline_words import GLUED_ENDS, READERS, TAIL_GLUED, TAILS, TOOK_PART
from wanbao.credited import Byline, Credit
from wanbao.errors import Record
from wanbao.nameforms import (
    COMPOUND,
    NOT_NAME,
    ONLY_HAN,
    SINGLE,
    is_addressed,
    is_bearing,
    is_body,
    is_overlong,
    looks_like_name,
    may_have_helped,
    reads_as_prose,
    spaced_sizes,
    split_names,
)
from wanbao.patterns import HAN, regex
from wanbao.records import ContributorRole
from wanbao.rolewords import RoleWords
from wanbao.text import unspaced

_TEXT_AND_PICTURE = regex(rf"([{HAN}]{{2,3}})文([{HAN}]{{2,3}})[图摄]")
"""`李江文周晓图`: who wrote it and who took the picture, run together."""


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
        rest = tokens_of(self.line, place, len(self.line), self.pictured)
        return self.plain(rest) and bool(self.names or (self.explicit and self.organisation))

    def before_role(self, start: int, end: int) -> bool:
        """What stands before a role word: names of the role before it, then perhaps an organisation."""
        role, first = self.role, not self.explicit
        tokens = tokens_of(self.line, start, end, self.pictured)
        tokens = with_paper_joined(tokens) if first else with_paper_parted(tokens)
        led = self.line[start : start + 1] in ("/", ":")  # 采写/南都记者: whose the writer is
        organisation = take_organisation(tokens, end, first, led)
        if organisation is None or not self.plain(tokens):
            return False
        if organisation or self.role == role or self.organisation.endswith("记者站"):
            self.organisation = organisation  # a correspondent is not of the reporters' station
        return True

    def plain(self, tokens: list[Token]) -> bool:
        """Read the tokens of a stretch without role words; False where one of them cannot belong to a by-line."""
        spaced = 0
        for index, (token, first, last) in enumerate(tokens):
            if spaced or (len(token) == 1 and (spaced := self.letter_spaced(tokens, index))):
                spaced -= 1
            elif token == BOTH_TAILS:
                self.tail(("reporter", "photographer"), "文/图")
            elif token in TAILS and not self.begins_name(tokens, index):
                self.word(token, first, last)
            elif token in READERS and self.waiting:
                continue  # 图/读者 周晓
            elif self.role and index + 1 < len(tokens) and is_organisation(token):
                self.organisation = token
                if token.endswith("记者站"):
                    self.role = "记者"  # 通讯员 邹江 东岛记者站 陈波
            elif not self.name(token, first, last):
                return False
        return True

    def letter_spaced(self, tokens: list[Token], index: int) -> int:
        """Take names printed letter by letter (`邱 小 明`); how many tokens they are, 0 where there are none."""
        if self.closes(tokens, index) or (len(self.names) > self.tailed and len(self.names[-1].text) == 1):
            return 0
        end = self.letters_end(tokens, index)
        is_tailed = end - index == 3 and self.says_what_two_did(tokens, index, end)
        chars = "".join(token.text for token in tokens[index : end - is_tailed])
        if len(chars) == 4 and chars[-1] == chars[-2] and chars[0] in SINGLE:
            # 和 晓 芬 芬: a name printed letter by letter, its last letter twice
            self.add(chars[:3], self.printed[tokens[index].start : tokens[index + 3].end], False)
            return 4
        pair = len(chars) == 2 and len(self.names) > self.tailed and len(self.names[-1].text) > 1
        sizes = (2,) if is_tailed or (pair and end - index == 2) else spaced_sizes(chars)
        if not sizes or (sizes == (3,) and self.names and len(self.names[-1].text) == 1):
            return 0
        start = 0
        for size in sizes:
            first, last = tokens[index + start].start, tokens[index + start + size - 1].end
            self.add(chars[start : start + size], self.printed[first:last], chars[start] in SINGLE)
            start += size
        return len(chars)

    def letters_end(self, tokens: list[Token], index: int) -> int:
        """One past the letters from this token on that stand one blank apart, without a tail behind several names."""
        end = index
        while end < len(tokens) and len(tokens[end].text) == 1 and ONLY_HAN.fullmatch(tokens[end].text):
            if end > index and self.begins_anew(tokens, index, end):
                break
            end += 1
        if end - index > 3 and tokens[end - 1].text in TAILS and (self.pictured or tokens[end - 1].text != "文"):
            end -= 1
        return end

    def begins_anew(self, tokens: list[Token], index: int, at: int) -> bool:
        """Whether a letter belongs to no name of the letters before it, which begin at `index`."""
        letter = tokens[at]
        if letter.text in TAILS and self.line[letter.end : letter.end + 1] in ("/", ":"):
            return True  # 何 静 图/周 晓, but not 何 静/文
        if letter.start != tokens[at - 1].end + 1 or self.line[letter.start - 1] != " ":
            return True
        # 何 静 文 吕 航 摄
        return at > index + 1 and letter.text == "文" and self.pictured and len(tokens) > at + 3

    def says_what_two_did(self, tokens: list[Token], index: int, end: int) -> bool:
        """Whether the last of three letters is no end of a name but what was done: `周 岚 摄`."""
        word = tokens[end - 1].text
        if word == "摄":
            return True  # no given name ends so
        if word == "图":
            return end == len(tokens) and self.ends_with_picture(tokens[index:])
        return word == "文" and end < len(tokens) and tokens[-1].text in ("摄", "图", "摄影")

    def ends_with_picture(self, letters: list[Token]) -> bool:
        """Whether 图 behind two letters set apart says who took the picture: `何 静 文 吕 航 图`, `记者 白 韬 图`, but
        not `记者 李 宏 图`."""
        alone = bool(self.role) and not self.names and letters[0].text in SINGLE and letters[1].text not in "宏鸿雄"
        return self.tailed > 0 or alone

    def begins_name(self, tokens: list[Token], index: int) -> bool:
        """Whether 文 or 图 behind a role word is no tail but the first letter of a padded name: 记者 图 雅."""
        token = tokens[index]
        if token.text not in ("文", "图") or not self.explicit or self.waiting or len(self.names) > self.tailed:
            return False
        following = tokens[index + 1] if index + 1 < len(tokens) else Token("", 0, 0)
        alone = index + 2 >= len(tokens) or len(tokens[index + 2].text) > 1
        next_to_it = following.start == token.end + 1 and self.line[token.end] == " "
        return alone and len(following.text) == 1 and next_to_it

    def closes(self, tokens: list[Token], index: int) -> bool:
        """Whether a letter alone belongs to the name before it: 何静 文 吕 航 摄, 周勤勤 勤 摄."""
        letter = tokens[index].text
        if len(self.names) == self.tailed or len(self.names[-1].text) == 1:
            return False
        if letter == "文":
            return len(tokens) > index + 3 and tokens[-1].text in ("摄", "图", "摄影")
        return index + 2 == len(tokens) and tokens[-1].text == "摄" and self.doubles(letter)

    def word(self, token: str, first: int, last: int) -> None:
        """文, 图, 摄 as a token of its own: a tail, or a credit before the names it belongs to."""
        before, after = self.line[first - 1 : first] if first else "", self.line[last : last + 1]
        is_prefix = after in ("/", ":") and before != "/" and self.line[last + 1 :] not in ("", "报道")
        one_char_name = len(token) == 1 and self.names and len(self.names[-1].text) == 1
        if one_char_name and token != "摄":
            self.append_char(token)
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
            return self.append_char(token)
        if token.endswith(("等", "等人")) and looks_like_name(token.removesuffix("人").removesuffix("等")):
            token = token.removesuffix("人").removesuffix("等")
        if not self.role and last < len(self.line) and is_bearing(token):
            self.organisation = token
            if token.endswith("记者站"):
                self.role = "记者"  # 富阳记者站 骆江
            return True
        if is_body(token):
            self.organisation = token
            return True
        parts = split_names(token)
        for part, certain in parts:
            offset = first + token.index(part)
            printed = self.printed[offset : offset + len(part)]
            if self.names and len(part) < 3 and self.lacks(part):
                self.join(part)
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
        glued = self.glued_tail(token, first + len(token))
        if glued is None:
            return None
        stem, word = glued
        if len(stem) == 1 and word in ("摄", "摄影", "报道") and len(self.names) > self.tailed and self.doubles(stem):
            self.append_char(stem)  # 李华 华摄: the last letter of a name twice
        elif not (self.may_stand_before(stem, word) or (len(stem) == 1 and self.unfinished())):
            return None
        elif len(stem) == 1 and len(self.names[-1].text) == 2:
            self.join(stem)
        elif not self.name(stem, first, first + len(stem)):
            return False
        self.tail(TAILS[word], word)
        return True

    def glued_tail(self, token: str, end: int) -> tuple[str, str] | None:
        """What stands before the word with which a token ends, and that word; None where it is the end of a name."""
        if token[-1] not in GLUED_ENDS or ("·" in token and not token.endswith(("报道", "摄", "摄影"))):
            return None
        glued = TAIL_GLUED.search(token)
        if glued is None:
            return None
        stem, word = token[: glued.start()], glued.group()
        if len(stem) == 3 and len(word) == 1 and word != "摄" and _TAIL_NEXT.match(self.line, end):
            return None  # 照日格图 摄
        unknown = len(stem) == 3 and stem[0] not in SINGLE and stem[:2] not in COMPOUND
        if word == "图" and unknown and self.is_written():
            return None  # 通讯员 照日格图: no family is called so, so the last letter is the name's
        if word == "文" and len(stem) == 1 and stem in SINGLE and not self.pictured:
            return None  # 瞿 苗 卿文: where nothing is pictured, nobody is said to have written
        return stem, word

    def is_written(self) -> bool:
        """Whether the role that holds is that of one who writes."""
        return bool(self.role) and self.roles.means(self.role) in ("reporter", "correspondent", "intern")

    def may_stand_before(self, stem: str, word: str) -> bool:
        """Whether this is long enough for a name before a word that may as well end one: 方文 and 曾会文 are names."""
        return len(stem) >= (3 if word in "文图画" or (word == "绘" and self.is_written()) else 2)

    def doubles(self, char: str) -> bool:
        """Whether a letter repeats the last one of a name of two or three."""
        return len(self.names[-1].text) in (2, 3) and self.names[-1].text[-1] == char

    def unfinished(self) -> bool:
        """Whether the last name is printed letter by letter and may go on: `梁` or `梁 小`."""
        if not self.names:
            return False
        name = self.names[-1]
        if len(name.text) == 2 and len(self.names) > self.tailed:
            return " " in name.printed or name.text in COMPOUND
        return len(name.text) == 1

    def add(self, text: str, printed: str, certain: bool) -> None:
        """Take a name under the role word that holds."""
        roles = self.waiting
        if "reporter" in roles:  # 图/文 魏长河: no word calls him a reporter; 文/图 通讯员 林江 is a correspondent
            roles = (self.roles.means(self.role) if self.role else "author", "photographer")
        self.names.append(_Name(text, printed, self.role, self.organisation, certain, roles))

    def append_char(self, char: str) -> bool:
        """A token of one character: the end or the beginning of a padded name, or a doubled character."""
        if not ONLY_HAN.fullmatch(char):
            return False
        last = self.names[-1] if len(self.names) > self.tailed else None
        if last and len(last.text) == 1:
            self.join(char)
        elif last and last.text[-1] == char and last.role == self.role:
            name = last.text + char if len(last.text) == 2 else last.text
            self.names[-1] = replace(last, text=name, printed=f"{last.printed} {char}", certain=False)
        elif last and len(last.text) == 2 and char not in SINGLE and last.role == self.role:
            self.join(char, certain=False)
        else:
            self.add(char, char, False)
        return True

    def lacks(self, part: str) -> bool:
        """Whether the last name is a surname that lacks the one or two letters behind it: 鲜于 菲菲, 闫 成成."""
        last = self.names[-1].text
        if last in COMPOUND:
            return len(self.names) > self.tailed
        return last in SINGLE and (part[0] not in SINGLE or part[0] == part[-1])

    def join(self, text: str, certain: bool = True) -> None:
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
            self.join(self.names.pop().text, certain=False)  # 涂小 满
        for name in self.names:
            if not self.explicit and (len(name.text) == 1 or is_overlong(name.text)):
                return None
            roles = name.roles or ((self.roles.means(name.role),) if name.role else ("author",))
            for role in roles:
                credits.append(Credit(name.text, name.printed, role, name.role, name.organisation, name.certain))
        return Byline(len(self.printed), tuple(credits), explicit)


_TAIL_NEXT = regex(r"\s(?:摄|摄影|供图)\s*$")
_PICTURE_ROLE = regex("摄影\\s+本报")
"""`摄影 本报记者 李江` is no 摄影记者 of the paper's but who took the picture."""

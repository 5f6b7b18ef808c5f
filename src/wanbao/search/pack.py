"""How bytes lie in a file that a `<script src>` can load, and the numbers and lists inside.

A file is UTF-16 (little endian, byte order mark first, so that no server header can make a browser read it otherwise):
`wb("` parity, payload `")`. The payload is the deflated content, two bytes for each character; parity is `1` where the
last byte is padding. Characters that a string cannot hold (lone surrogates, `"`, `\\`, line ends) are written as `!`
and a stand-in. So a shard costs 3 % more than its compressed bytes, on any host; base64 costs 33 % where none
compresses.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, compress, islice, pairwise
from operator import sub

_OPEN = '\ufeffwb("'
_CLOSE = '")'
_ESCAPE = "!"
_WINDOW = -12
"""A window of 4 KB, no header: files are hardly larger, and setting up a wide window would cost more than packing."""
_SPECIAL = '!"\\\n\r\u2028\u2029\ufeff'
_ESCAPED = re.compile(_ESCAPE + "(.)", re.DOTALL)
_SUSPECT = re.compile(b"[\xd8-\xdf\x00\x20\xfe]")
"""The high byte of a character that a string may not hold."""


def _two(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


@cache  # the characters in question are some two thousand: to make all of them takes longer than to import the rest
def _safe(unsafe: bytes) -> bytes:
    """What is written for these two bytes of a payload; nothing where they may stand as they are."""
    point = int.from_bytes(unsafe, "little")
    if 0xD800 <= point < 0xE000:
        return _two(_ESCAPE + chr(0x4000 + point - 0xD800))
    found = _SPECIAL.find(chr(point))
    return _two(_ESCAPE + chr(0x5000 + found)) if found >= 0 else b""


def _unsafe(found: re.Match[str]) -> str:
    """The character for which a stand-in was written. Raises ValueError for anything else."""
    point = ord(found.group(1))
    if 0x4000 <= point < 0x4800:
        return chr(0xD800 + point - 0x4000)
    if 0x5000 <= point < 0x5000 + len(_SPECIAL):
        return _SPECIAL[point - 0x5000]
    raise ValueError("not a file of the search index")


def pack(content: bytes, level: int = 6) -> bytes:
    """The file that holds these bytes."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, _WINDOW)
    payload = deflate.compress(content) + deflate.flush()
    parity = len(payload) & 1
    return b"".join([_two(f"{_OPEN}{parity}"), *_escaped(payload + b"\0" * parity), _two(_CLOSE)])


def _escaped(payload: bytes) -> Iterator[bytes]:
    done = 0
    for found in _SUSPECT.finditer(payload[1::2]):
        at = 2 * found.start()
        safe = _safe(payload[at : at + 2])
        if safe:
            yield payload[done:at]
            yield safe
            done = at + 2
    yield payload[done:]


def unpack(file: bytes) -> bytes:
    """The bytes a file holds. Raises ValueError where it is no such file."""
    text = file.decode("utf-16-le")
    if not text.startswith(_OPEN) or not text.endswith(_CLOSE):
        raise ValueError("not a file of the search index")
    parity, safe = text[len(_OPEN)], text[len(_OPEN) + 1 : -len(_CLOSE)]
    payload = _ESCAPED.sub(_unsafe, safe).encode("utf-16-le", "surrogatepass")
    try:
        return zlib.decompress(payload[: len(payload) - int(parity)], -15)
    except zlib.error as broken:
        raise ValueError(f"a file of the search index is damaged: {broken}") from None


def varint(number: int) -> bytes:
    """A number, seven bits to a byte, the lowest first; the high bit says that more follow."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


class _Varints(dict[int, bytes]):
    """Every number met so far as its bytes: looking up is quicker than making."""

    def __missing__(self, number: int) -> bytes:
        self[number] = made = varint(number)
        return made


VARINTS = _Varints()


def varints(numbers: Iterable[int]) -> bytes:
    """Numbers, one after the other."""
    return b"".join(map(VARINTS.__getitem__, numbers))


def posting(docs: Sequence[int]) -> bytes:
    """Rising document numbers as their first and the steps between."""
    if len(docs) == 1:
        return VARINTS[docs[0]]
    return varints([docs[0], *map(sub, docs[1:], docs)])


LAST_BYTES = bytes(byte < 128 for byte in range(256))
"""For every byte, whether a number ends with it."""


class Reader:
    """Reads numbers off a run of bytes."""

    __slots__ = ("data", "position")

    def __init__(self, data: bytes, position: int = 0) -> None:
        self.data = data
        self.position = position

    def number(self) -> int:
        """The next number."""
        value = shift = 0
        while True:
            byte = self.data[self.position]
            self.position += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    def bytes(self, count: int) -> bytes:
        """The next `count` bytes."""
        self.position += count
        return self.data[self.position - count : self.position]

    def numbers(self, count: int) -> list[int]:
        """The next `count` numbers. Raises IndexError where there are fewer."""
        start = self.position
        data = self.data[start : start + count]
        if data.isascii() and len(data) == count:  # each is one byte
            self.position += count
            return list(data)
        rest = self.data[start:]
        ends = list(islice(compress(range(1, len(rest) + 1), rest.translate(LAST_BYTES)), count))
        if len(ends) < count:
            raise IndexError("there are not so many numbers")
        found: list[int] = []
        value = shift = 0
        for byte in rest[: ends[-1]]:
            if byte > 127:
                value |= (byte & 127) << shift
                shift += 7
            elif shift:
                found.append(value | byte << shift)
                value = shift = 0
            else:
                found.append(byte)
        self.position += ends[-1]
        return found

    def posting(self, count: int) -> tuple[int, ...]:
        """`count` rising document numbers."""
        return tuple(accumulate(self.numbers(count)))


def steps(numbers: Sequence[int]) -> list[int]:
    """The first number and the steps between."""
    return [*numbers[:1], *(after - before for before, after in pairwise(numbers))]

"""The form in which records are stored, and travel between processes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


@lru_cache(maxsize=64)
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


_encoder = msgspec.msgpack.Encoder()


def encoded(value: object) -> bytes:
    """A record in the form in which it is stored, and travels between processes."""
    return _encoder.encode(value)


def decoded(data: bytes | memoryview | msgspec.Raw, shape: type[T]) -> T:
    """The record that was encoded. Raises msgspec.MsgspecError for anything else."""
    found: T = _decoder(shape).decode(data)  # type: ignore[arg-type]
    return found

"""Which known word was probably meant by one that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], least: float = 0.5) -> str:
    """The known word that is most like this one; empty where none is by `least` (1 is the same word)."""
    # Imported here, because few runs meet a mistake and every run would wait for it.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), 1, least)), "")

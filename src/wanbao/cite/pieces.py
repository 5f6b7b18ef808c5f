"""Citation files as they are made: in pieces, of which some come again in other files."""

from __future__ import annotations

Pieces = list[tuple[str, str]]
"""A file in pieces: what comes again in other files, as the newspaper's name and those of authors do, and what follows
it and is this file's own."""


def whole(pieces: Pieces) -> str:
    """The file."""
    return "".join([shared + own for shared, own in pieces])

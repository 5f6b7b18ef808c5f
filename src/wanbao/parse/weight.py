"""The record of what one piece of evidence says."""

from __future__ import annotations

from wanbao.errors import Record


class Weight(Record, frozen=True):
    """What one piece of evidence says."""

    roles: dict[str, float]
    """For or against each role."""
    because: str
    """Why."""

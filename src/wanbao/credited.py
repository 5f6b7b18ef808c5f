"""People as by-lines, signatures and captions credit them."""

from __future__ import annotations

from wanbao.errors import Record
from wanbao.records import ContributorRole


class Credit(Record, frozen=True):
    """One person credited in a by-line, signature or caption."""

    name: str
    """The clean name."""
    printed: str
    """The name as printed."""
    role: ContributorRole
    """The role, normalised."""
    role_printed: str
    """The role as printed, without spaces: `全媒体记者`; the tail (`摄`) where no role word stands."""
    organisation: str
    """The organisation before the role word, as printed."""
    certain: bool
    """False where the name could be read in another way."""


class Byline(Record, frozen=True):
    """A by-line found at the beginning of a text."""

    end: int
    """One past its last character in the text."""
    credits: tuple[Credit, ...]
    """Everybody in it."""
    explicit: bool
    """Whether a role word is printed in it."""

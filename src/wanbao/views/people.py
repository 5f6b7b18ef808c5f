"""Those credited: their index, and the page of each."""

from __future__ import annotations

from wanbao.views.entries import ArticleGroup
from wanbao.views.head import Head, Link, Record


class PersonEntry(Record, frozen=True):
    """Somebody credited, in the index."""

    link: Link
    """The person's page; the hint is the romanised name."""
    roles: str
    """The roles held, for display."""
    articles: int
    """How many articles."""


class LetterGroup(Record, frozen=True):
    """The people whose names begin with one letter."""

    letter: str
    """A to Z."""
    people: tuple[PersonEntry, ...]
    """In order of pinyin."""


class PeopleView(Record, frozen=True):
    """The index of people."""

    head: Head
    """What every page has."""
    groups: tuple[LetterGroup, ...]
    """By first letter."""
    total: int
    """How many."""


class PersonView(Record, frozen=True):
    """Somebody credited."""

    head: Head
    """What every page has."""
    name: str
    """The name."""
    pinyin: str
    """The romanised name."""
    roles: str
    """The roles held, for display."""
    groups: tuple[ArticleGroup, ...]
    """The articles by year, newest first; or by whom they were signed for, where that differs."""
    total: int
    """How many articles."""
    years: tuple[Link, ...] = ()
    """Where the list is cut by year: all years, the one shown without href."""
    caveat: str = ""
    """That the list is of a name, which several people may have; empty where the profile tells them apart."""
    others: tuple[Link, ...] = ()
    """The pages of those who sign with this name, or of the names that this person signs with."""
    others_are: str = ""
    """What these are, to stand before them; empty where there are none."""
    spellings: tuple[Link, ...] = ()
    """The pages of the same name in the other script."""

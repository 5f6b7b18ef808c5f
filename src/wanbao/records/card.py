"""What an article is to others."""

from __future__ import annotations

from wanbao.errors import Record
from wanbao.records import ArticleKind, ContributorRole


class Card(Record, frozen=True):
    """What an article is to others: enough to list it, link it and credit it, never its body."""

    id: str
    """The permanent id: `mmwb-20220518-A02-3`."""
    address: str
    """Its address in the site: `2022/05/18/A02/3.html`."""
    title: str
    """What it is called."""
    kicker: str
    """引题 for the reader."""
    date: str
    """The issue's date, EDTF; empty where unknown."""
    page: str
    """版次; empty where unknown."""
    section: str
    """版名; empty where unknown."""
    order: int
    """Its place on the page."""
    kind: ArticleKind
    """What sort of article."""
    contributors: tuple[tuple[str, ContributorRole, str], ...]
    """(clean name, role, role as printed) of everybody credited, each name once a role."""
    excerpt: str
    """The first words of the body, for lists and feeds; at most 120 characters."""
    han: int
    """The number of Han characters in the body, subheads included."""
    doubts: int
    """How many doubtful readings it carries."""
    names: tuple[str, ...] = ()
    """The names it puts between quotation marks, by which later articles find it."""
    series: tuple[tuple[str, int], ...] = ()
    """(name, which part) of the series it belongs to; 0 for a standing column, which does not count its parts."""
    continues: str = ""
    """The page from which it says that it goes on (上接), as printed; empty where it begins here."""
    organisations: tuple[str, ...] = ()
    """For each of the contributors the organisation they sign for, empty for none; nothing where all are."""
    persons: tuple[str, ...] = ()
    """For each of the contributors the name under which their articles are listed; nothing where all are their own."""
    text: str = ""
    """16 hex digits of a digest of its text's letters, which the same text has elsewhere; empty for a short one."""

    @property
    def above(self) -> str:
        """What stands above its headline in a list: the kicker or, where there is none, the standing column."""
        if not self.kicker and self.series:
            return next((name for name, part in self.series if not part), "")
        return self.kicker.replace("　", " ")

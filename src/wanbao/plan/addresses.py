"""Which addresses the archive takes itself, and what becomes of those that were published once."""

from __future__ import annotations

from wanbao import urls
from wanbao.moves import Moves
from wanbao.plan.jobs import MovedJob
from wanbao.records import Archive


def addresses_of(archive: Archive) -> dict[str, str]:
    """The addresses that the archive itself takes, and what their pages are called."""
    taken = {}
    for issue in archive.issues:
        taken[issue.address] = issue.date
        taken[urls.whole(issue.key)] = issue.date
        for page in issue.pages:
            taken[page.address] = page.number
            taken[urls.ledger(page.address.rpartition("/")[0])] = page.number
            taken.update((card.address, card.title) for card in page.cards)
    taken.update((person.address, person.name) for person in archive.persons)
    return taken


def moved_job(moves: Moves, archive: Archive) -> MovedJob:
    """What to publish at old addresses. One that has its own page again is left to it; one whose new address is not
    there is gone, because a link must never lead nowhere (`moves.findings` tells the maintainer of both)."""
    taken = addresses_of(archive)
    moved = tuple((old, new, taken[new] or new) for old, new in moves.moved if old not in taken and new in taken)
    lost = [(old, "") for old, new in moves.moved if old not in taken and new not in taken]
    gone = [(old, reason) for old, reason in moves.gone if old not in taken]
    return MovedJob(moved, tuple(sorted([*gone, *lost])))

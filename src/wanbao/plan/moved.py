"""Pages at addresses that were published once and have no page of their own any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wanbao import urls
from wanbao.moves import Moves
from wanbao.plan.base import Context, View, head
from wanbao.records import Archive
from wanbao.views import Link, MovedView


@dataclass(frozen=True, slots=True)
class MovedJob:
    """Make the pages at old addresses."""

    moved: tuple[tuple[str, str, str], ...]
    """(old address, new address, what the new page is called)."""
    gone: tuple[tuple[str, str], ...]
    """(old address, why it is gone)."""


def addresses_of(archive: Archive) -> dict[str, str]:
    """The addresses that the archive itself takes, and what their pages are called."""
    taken = {}
    for issue in archive.issues:
        taken[issue.address] = issue.date
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


def moved_views(ctx: Context, job: MovedJob) -> Iterator[View]:
    """The pages at old addresses."""
    for old, new, title in job.moved:
        link = Link(urls.relative(old, new), title)
        record = MovedView(head(ctx, old, ctx.strings["moved_title"], robots="noindex"), link)
        yield View(old, "moved.html", record)
    for old, reason in job.gone:
        record = MovedView(head(ctx, old, ctx.strings["withdrawn_title"], robots="noindex"), None, reason)
        yield View(old, "moved.html", record)

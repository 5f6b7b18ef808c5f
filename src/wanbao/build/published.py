"""How what was made comes into place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wanbao.build.contents import in_order, manifest_of
from wanbao.build.planned import Planned
from wanbao.config import Config
from wanbao.lastbuild import LastBuild
from wanbao.publish import Output
from wanbao.report import Report, ordered
from wanbao.verify import strangers
from wanbao.whereabouts import Whereabouts

if TYPE_CHECKING:
    from wanbao.work import Made


def publish(planned: Planned, made: Mapping[str, Made], config: Config, output: Output, last: LastBuild) -> Report:
    """Move what was made into place, remember what the site now holds, and say what happened.

    Raises AddressError where two bundles want one address, PublishError where the file system refuses.
    """
    manifest = manifest_of(planned.inputs, planned.bundles, made, output)
    pages = last.count(manifest, output.manifest, output.is_known)
    whereabouts = Whereabouts(config, output, manifest)
    removed = output.commit(manifest, in_order(planned.bundles, made))
    found = list(planned.notes)
    if output.manifest is None and not output.fresh:
        found += strangers(output.folder, manifest.files())  # what a lost manifest named and this one does not
    if made or removed:
        changed = [*(address for one in made.values() for address in one.files), *removed]
        last.keep(manifest, output.manifest, pages, changed)
    wrong = {note.path for note in planned.notes if note.severity == "error"}
    return Report(
        files=planned.files,
        parsed=planned.parsed,
        issues=planned.issues,
        articles=planned.articles,
        pages=pages,
        written=sum(len(one.changed) for one in made.values()),
        removed=len(removed),
        notes=ordered([*found, *output.notes, *whereabouts.findings(removed, wrong)]),
        doubts=planned.doubts,
        left_out=planned.left_out,
        reasons=planned.reasons,
    )

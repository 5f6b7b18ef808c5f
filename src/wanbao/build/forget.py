"""What is forgotten at the end of a build: all that the next one cannot ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wanbao import learnt
from wanbao.archive import VOLUMES, volume_names
from wanbao.plan import TABLES, Bundle, IssueJob, SegmentJob, TableJob, schema_name, table_name
from wanbao.records.archive import Archive
from wanbao.related import RELATED
from wanbao.store import CREDITS, SEGMENTS, Store, run_name, segment_name


def wanted_of(store: Store, archive: Archive, bundles: Iterable[Bundle]) -> dict[str, list[str]]:
    """What the next build may ask the store for, by kind."""
    return {
        "runs": [run_name(store, bundle.job.run) for bundle in bundles if isinstance(bundle.job, IssueJob)],
        VOLUMES: (periods := list(volume_names(store, archive.issues))),
        CREDITS: periods,
        RELATED: [store.name(RELATED)],
        SEGMENTS: [
            segment_name(store, bundle.job.segment.label) for bundle in bundles if isinstance(bundle.job, SegmentJob)
        ],
        **learnt.wanted(),
        TABLES: [
            schema_name(store),
            *(table_name(store, bundle.job.year) for bundle in bundles if isinstance(bundle.job, TableJob)),
        ],
    }


def tidy(store: Store, wanted: Mapping[str, Iterable[str]], base: str) -> None:
    """Forget what no source and no page asks for any more."""
    for kind, names in wanted.items():
        store.sweep(kind, names)
    store.sweep_folders("templates", base)

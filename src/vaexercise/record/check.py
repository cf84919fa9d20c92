"""Finds everything in a log that is not as it was written."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from vaexercise.record.reading import Damage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.record.reading import Log
    from vaexercise.record.revision import Revision


def faults(log: Log) -> list[Damage]:
    """Damaged and unfinished lines, gaps in the chain of a sitting, replaced revisions that are not there."""
    found = list(log.damage)
    found += [
        Damage(name, log.lines_of(name) + 1, f"the line is unfinished: {count} bytes without an end")
        for name, count in log.unfinished.items()
    ]
    of_sitting: dict[str, list[Revision]] = {}
    for revision in log.fold.revisions.values():
        of_sitting.setdefault(revision.sitting, []).append(revision)
    for sitting, revisions in of_sitting.items():
        found += _gaps(sitting, sorted(revisions, key=lambda r: r.n))
    found += _missing_parents(log)
    return sorted(found, key=lambda d: (d.file, d.line))


def _gaps(sitting: str, revisions: list[Revision]) -> Iterator[Damage]:
    file = f"{sitting}.jsonl"
    if revisions[0].n != 1:
        yield Damage(file, 1, f"the lines before number {revisions[0].n} of this sitting are missing")
    for before, after in pairwise(revisions):
        if after.prev != before.id:
            yield Damage(file, after.n, f"the line does not follow on number {before.n} of its sitting")


def _missing_parents(log: Log) -> Iterator[Damage]:
    known = log.fold.revisions
    for revision in known.values():
        for parent in revision.parents:
            if parent not in known:
                yield Damage(
                    f"{revision.sitting}.jsonl", revision.n, f"it replaces {parent[:12]}…, which is not in the log"
                )

"""Finds everything in a log that is not as it was written."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from vaexercise.record import revision
from vaexercise.record.reading import Damage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vaexercise.record.reading import Log
    from vaexercise.record.revision import Revision


class Places:
    """Where each revision stands: the first file and line that has it."""

    def __init__(self, log: Log) -> None:
        self._of: dict[str, tuple[str, int]] = {}
        for name in log.disk.files(log.folder):
            for number, line in enumerate(log.disk.read(log.folder / name).split(b"\n")[:-1], start=1):
                try:
                    self._of.setdefault(revision.read(line).id, (name, number))
                except revision.Damaged:
                    continue

    def damage(self, one: Revision, reason: str) -> Damage:
        """Something wrong with a revision, where it stands."""
        return Damage(*self._of.get(one.id, ("", 0)), reason)


def faults(log: Log, places: Places) -> list[Damage]:
    """Damaged and unfinished lines, gaps in the chain of a sitting, replaced revisions that are not there.

    An unfinished line is none while a living sitting holds the file. Whole lines that were cut from the end of a
    file leave no trace in it.
    """
    found = [*log.damage, *_unfinished(log)]
    of_sitting: dict[str, list[Revision]] = {}
    for one in log.fold.revisions.values():
        of_sitting.setdefault(one.sitting, []).append(one)
    for revisions in of_sitting.values():
        found += _gaps(sorted(revisions, key=lambda r: (r.n, r.id)), places)
    found += _missing_parents(log.fold.revisions, places)
    return sorted(found)


def _unfinished(log: Log) -> Iterator[Damage]:
    for name, count in log.unfinished.items():
        if not log.disk.held(log.folder / name):
            line = log.disk.read(log.folder / name).count(b"\n") + 1
            yield Damage(name, line, f"the line is unfinished: {count} bytes without an end")


def _gaps(revisions: list[Revision], places: Places) -> Iterator[Damage]:
    first = revisions[0]
    if first.n != 1:
        yield places.damage(first, f"the lines before number {first.n} of this sitting are missing")
    for before, after in pairwise(revisions):
        if after.prev != before.id:
            yield places.damage(after, f"the line does not follow on number {before.n} of its sitting")


def _missing_parents(known: Mapping[str, Revision], places: Places) -> Iterator[Damage]:
    for one in known.values():
        for parent in one.parents:
            if parent not in known:
                yield places.damage(one, f"it replaces {parent[:12]}…, which is not in the log")

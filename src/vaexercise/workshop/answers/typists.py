"""Who typed for a group, and who does so now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.record.disk import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vaexercise.record.revision import Revision
    from vaexercise.workshop.workshop import Workshop

SOMEBODY = "somebody"
"""A person who types now without having said a name."""


def typists(workshop: Workshop, trail: Iterable[Revision]) -> tuple[str, ...]:
    """The names of all who wrote these revisions, in the order of their names."""
    return tuple(sorted({name for sitting in _sittings(trail) if (name := _name(workshop, sitting))}))


def typing_now(workshop: Workshop, trail: Iterable[Revision]) -> tuple[str, ...]:
    """Those of them whose command still runs on this machine, by name, or as somebody; nobody on Windows."""
    wrote = _sittings(trail)
    log = workshop.log
    files = [name for name in log.disk.files(log.folder) if _sitting_of(name) in wrote]
    living = {_sitting_of(name) for name in files if log.disk.held(log.folder / name)}
    return tuple(sorted({_name(workshop, sitting) or SOMEBODY for sitting in living}))


def _sittings(trail: Iterable[Revision]) -> set[str]:
    return {revision.sitting for revision in trail}


def _name(workshop: Workshop, sitting: str) -> str:
    return str(workshop.fold.body(f"sitting/{sitting}").get("by", ""))


def _sitting_of(file: str) -> str:
    """The sitting that writes a file: its name, before the number of a second file."""
    return file.removesuffix(SUFFIX).partition("-")[0]

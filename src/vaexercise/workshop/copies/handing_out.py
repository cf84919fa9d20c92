"""Makes a copy of a workshop for the laptop of one group's rapporteur: with what it needs, and nothing more.

Every line of the log is in it, with its id and its place in the chain, so that the copy verifies and merges like
any other. Content that the laptop does not need is taken out of it as an erasure would, but no erasure is
recorded: at home all of it stays. Of the people only the names are there, in a file beside the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import NoSuchFile, Refused
from vaexercise.model.groups import PLENARY, group_name
from vaexercise.model.text import counted
from vaexercise.record.copying import snapshot
from vaexercise.record.disk import RealDisk
from vaexercise.record.erasing import bared
from vaexercise.record.merging import merge
from vaexercise.record.reading import Log
from vaexercise.workshop import folder as folders
from vaexercise.workshop.copies.handed_out import FILE, HandOut
from vaexercise.workshop.copies.needed import Needed
from vaexercise.workshop.people.membership import member_names, rapporteur_name
from vaexercise.workshop.whole import new_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


class HandedOut(NamedTuple):
    """What is in the copy: how many people by name, how many points; whether it knows who sits where."""

    people: int
    points: int
    seats: bool


def hand_out(workshop: Workshop, session: Session, group: str, folder: Path) -> HandedOut:
    """Make a folder in which a group of a session can be captured, and which merges back like any copy.

    Others may be writing meanwhile. Raises `FolderInUse`, `NoSuchFile`, `NotSaved`, and `Refused` for a group that
    the copy could not know of; then there is nothing of it.
    """
    try:
        workshop.log.refresh()
        needed = Needed(workshop, session, group)
        seats = needed.has_seats()
        if not seats:
            _planned(workshop, session, group)
        kept, definitions = needed.revisions(), dict(_definitions(workshop.folder))
        files = snapshot(workshop.log.disk, workshop.log.folder)
    except OSError as error:
        raise NoSuchFile(path=error.filename or workshop.folder, reason=error.strerror) from error
    whose = HandOut(
        session.id,
        group,
        tuple(member_names(workshop, session, group)),
        rapporteur_name(workshop, session, group),
    )
    with new_folder(folder) as made:
        _fill(made, definitions, {name: bared(data, kept) for name, data in files.items()})
        (made / FILE).write_bytes(whose.written())
    return HandedOut(len(whose.members), len(needed.points), seats)


def _planned(workshop: Workshop, session: Session, group: str) -> None:
    """Raises `Refused` for a group that only the draw knows of."""
    planned = workshop.exercise(session).groups.count
    if group != PLENARY and int(group[1:]) > planned:
        raise Refused(
            reason=f"The draw cannot leave this folder: its rules name people, or what is private. Without it, a copy "
            f"knows of {counted(planned, 'group')}, not of {group_name(group)}. Take a whole copy: workshop backup"
        )


def _definitions(folder: Path) -> Iterator[tuple[str, bytes]]:
    """What commands read beside the log, by its path in the workshop; nothing else that may lie there."""
    yield folders.SETTINGS, (folder / folders.SETTINGS).read_bytes()
    exercises = folder / folders.EXERCISES
    for path in sorted((*exercises.glob("*.yaml"), *exercises.glob("lists/*.yaml"))):
        if path.is_file() and not path.name.startswith("."):
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _fill(made: Path, definitions: Mapping[str, bytes], log: Mapping[str, bytes]) -> None:
    for name, data in definitions.items():
        path = made / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(data)
    (made / folders.LOG).mkdir()
    merge(Log(made / folders.LOG, RealDisk()), log)

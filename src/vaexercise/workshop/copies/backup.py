"""Copies of a workshop in one file, and back."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from vaexercise.errors import NoSuchFile
from vaexercise.record.copying import snapshot
from vaexercise.workshop import folder as folders
from vaexercise.workshop.copies.handed_out import FILE
from vaexercise.workshop.copies.merging import unpacked
from vaexercise.workshop.pictures.kept import is_file
from vaexercise.workshop.whole import new_folder, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vaexercise.workshop.workshop import Workshop


def backup(workshop: Workshop, file: Path) -> int:
    """Write a zip of the workshop, whole or not at all; the number of files in it.

    Others may be writing meanwhile: of the log it holds all lines that were finished at one moment.
    Raises `NoSuchFile` and `NotSaved`.
    """
    try:
        packed, contents = io.BytesIO(), dict(_contents(workshop))
    except OSError as error:
        raise NoSuchFile(path=error.filename or workshop.folder, reason=error.strerror) from error
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(f"{workshop.folder.name}/{name}", data)
    write_file(file, packed.getvalue())
    return len(contents)


def _contents(workshop: Workshop) -> Iterator[tuple[str, bytes]]:
    folder = workshop.folder
    yield folders.SETTINGS, (folder / folders.SETTINGS).read_bytes()
    for path in sorted((folder / folders.EXERCISES).rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield path.relative_to(folder).as_posix(), path.read_bytes()
    for path in sorted((folder / folders.ATTACHMENTS).glob("*")):
        if is_file(path.name):
            yield path.relative_to(folder).as_posix(), path.read_bytes()
    for name in (FILE, folders.SYNONYMS):
        if (folder / name).is_file():
            yield name, (folder / name).read_bytes()
    for name, lines in snapshot(workshop.log.disk, workshop.log.folder).items():
        yield f"{folders.LOG}/{name}", lines


def restore(file: Path, folder: Path) -> int:
    """Make a workshop's folder from a zip, whole or not at all; the number of its files.

    Raises `FolderInUse`, `Refused` for a zip that holds no workshop, `NotSaved`.
    """
    files = unpacked(file)
    with new_folder(folder) as made:
        (made / folders.LOG).mkdir()
        for name, data in files.items():
            path = made / name
            path.parent.mkdir(exist_ok=True, parents=True)
            path.write_bytes(data)
    return len(files)

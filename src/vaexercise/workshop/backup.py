"""Copies of a workshop in one file, and back."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from vaexercise.workshop import folder as folders
from vaexercise.workshop.merging import unpacked
from vaexercise.workshop.whole import new_folder, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vaexercise.workshop.workshop import Workshop


def backup(workshop: Workshop, file: Path) -> int:
    """Write a zip of the workshop, whole or not at all; the number of files in it.

    Others may be writing meanwhile: of each log file it holds all lines that were finished when it was read.
    Raises `NotSaved`.
    """
    packed, contents = io.BytesIO(), dict(_contents(workshop.folder))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(f"{workshop.folder.name}/{name}", data)
    write_file(file, packed.getvalue())
    return len(contents)


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    yield folders.SETTINGS, (folder / folders.SETTINGS).read_bytes()
    for part in (folders.EXERCISES, folders.LOG):
        for path in sorted((folder / part).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                data = path.read_bytes()
                whole = data[: data.rfind(b"\n") + 1] if part == folders.LOG else data
                yield path.relative_to(folder).as_posix(), whole


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

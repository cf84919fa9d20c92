"""Finds and makes workshop folders."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from vaexercise.errors import NoWorkshop, Refused
from vaexercise.workshop.whole import new_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.definitions.library import Entry

SETTINGS = "workshop.yaml"
LOG = "log"
EXERCISES = "exercises"
ATTACHMENTS = "attachments"
"""Pictures of the day; there only if somebody attached one."""

SYNONYMS = "synonyms.txt"
"""Words that mean the same in this workshop; there only if somebody wrote it."""

EXAMPLES = """
# More that can stand here; take away the # in front, and keep the spaces:
#
# dates: 22 May 2012
# place: Geneva
# rooms:                        # in the order of the groups
#   - name: Room A
#     offers: [step-free, hearing-loop]
#   - name: Room B
# privacy:
#   attribution: group          # open, org_type, group or none
#   sensitive: [Dietary needs]  # columns that are never printed, besides those that never are
#   retention_days: 365         # so long after the last day, data of people are kept
"""


def find(start: Path) -> Path:
    """The workshop's folder at `start` or above it. Raises `NoWorkshop`."""
    start = Path(os.path.abspath(start))  # noqa: PTH100  resolve() would follow links out of the workshop
    for folder in (start, *start.parents):
        if os.path.isfile(folder / SETTINGS) and os.path.isdir(folder / LOG):  # noqa: PTH112, PTH113  never raise
            return folder
    raise NoWorkshop(folder=start)


def create(folder: Path, title: str, exercises: Sequence[Entry], details: dict[str, str]) -> None:
    """Make a workshop's folder, whole or not at all.

    Raises `Refused` if an exercise is named twice, `FolderInUse` if something is there, `NotSaved` if the system
    refuses.
    """
    ids = [entry.id for entry in exercises]
    if twice := [name for name in dict.fromkeys(ids) if ids.count(name) > 1]:
        raise Refused(reason=f"{', '.join(twice)} is named twice. Name each exercise once; nothing was made.")
    with new_folder(folder) as made:
        (made / LOG).mkdir()
        for entry in exercises:
            _copy(entry, made / EXERCISES)
        (made / SETTINGS).write_text(_settings(title, exercises, details), encoding="utf-8")


def _copy(entry: Entry, exercises: Path) -> None:
    exercises.mkdir(exist_ok=True)
    shutil.copyfile(entry.path, exercises / f"{entry.id}.yaml")
    for shared in entry.lists:
        (exercises / "lists").mkdir(exist_ok=True)
        shutil.copyfile(shared, exercises / "lists" / shared.name)


def _settings(title: str, exercises: Sequence[Entry], details: dict[str, str]) -> str:
    """The first workshop.yaml. JSON strings are YAML strings too, whatever they contain."""
    lines = [
        "# What the organiser edits. Every command takes up a change; nothing that was recorded is lost by it.",
        "schema: vaexercise/workshop/1",
        *(f"{key}: {_quoted(value)}" for key, value in {"title": title, **details}.items()),
        "sessions:",
    ]
    for number, entry in enumerate(exercises, start=1):
        lines += [f"  - id: {entry.id}", f"    exercise: {entry.id}"]
        if len(exercises) > 1:
            lines.append(f"    code: S{number}")
    return "\n".join([*lines, EXAMPLES])


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)

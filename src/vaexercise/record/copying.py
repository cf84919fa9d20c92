"""Reads a log as it stood at one moment, while others write into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from vaexercise.record.disk import Disk, State

TRIES = 1000


def finished(data: bytes) -> bytes:
    """All lines of a file that have their end."""
    return data[: data.rfind(b"\n") + 1]


def snapshot(disk: Disk, folder: Path) -> dict[str, bytes]:
    """The finished lines of every file, by its name. Raises `OSError`.

    Of one moment: no line is in it without those it builds on. If others never pause, it is as near to that as
    can be, and a merge of the whole log completes it.
    """
    found: dict[str, bytes] = {}
    for _ in range(TRIES):
        states = _at_rest(disk, folder)
        found = {name: finished(disk.read(folder / name)[: state.size]) for name, state in states.items()}
        if _unreplaced(states, disk.files(folder)):
            break
    return found


def _at_rest(disk: Disk, folder: Path) -> Mapping[str, State]:
    """All lengths, the same twice in a row: as files only grow, there was a moment when all were so long."""
    before = disk.files(folder)
    for _ in range(TRIES):
        after = disk.files(folder)
        if after == before:
            break
        before = after
    return before


def _unreplaced(states: Mapping[str, State], now: Mapping[str, State]) -> bool:
    return all(name in now and now[name].identity == state.identity for name, state in states.items())

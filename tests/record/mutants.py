"""Ways to get the record wrong, each the real code with one thing changed. The histories must notice every one."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import histories
from simulated_disk import SimulatedDisk

from vaexercise.record import erasing, fold, merging, reading, revision, sitting
from vaexercise.record.disk import SUFFIX, replace
from vaexercise.record.revision import Damaged, Place, Revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from vaexercise.record.reading import Log


def instead(*changes: tuple[object, str, object]) -> Callable[[], AbstractContextManager[object]]:
    """Makes something that holds these attributes changed."""

    def made() -> ExitStack:
        stack = ExitStack()
        for owner, name, value in changes:
            stack.enter_context(patch.object(owner, name, value))
        return stack

    return made


def nothing(*_: object) -> None:
    """Do nothing."""


def unverified(line: bytes) -> Revision:
    """Take a line at its word."""
    try:
        parts = json.loads(line[65:], strict=False)
        head, body = parts["head"], parts.get("body")
        facts = {key: value for key, value in head.items() if key != "hash"}
        facts["parents"] = tuple(facts["parents"])
        return Revision(id=line[:64].decode(errors="replace"), body=body or {}, erased=body is None, **facts)
    except (ValueError, KeyError, TypeError) as error:
        raise Damaged("no JSON") from error


def copied_blindly(log: Log, files: Mapping[str, bytes]) -> merging.Merged:
    """Their files in the place of ours."""
    for name, data in files.items():
        if not log.disk.held(log.folder / name):
            replace(log.disk, log.folder / name, data)
    log.refresh()
    return merging.Merged((), (), ())


def newest_only(self: fold.Fold, slot: str) -> tuple[Revision, ...]:
    """Of several versions the one with the greatest id, as if that were the last."""
    return tuple(sorted(self._heads.get(slot, {}).values())[-1:])


def own_file(self: SimulatedDisk, path: Path) -> int:
    """Every sitting of a laptop writes a file of one name, over what is there."""
    self._call()
    return self._opened(path.with_name(f"laptop{self.seed % 3}{SUFFIX}") if path.suffix == SUFFIX else path)


def one_parent(slot: str, body: revision.Body, parents: Iterable[str], place: Place, salt: str) -> Any:  # noqa: ANN401
    """Name only one of the versions that are replaced."""
    return revision.write(slot, body, sorted(parents)[:1], place, salt)


def without_erasures(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Their lines but for erasures."""
    return {
        name: b"".join(line for line in data.splitlines(keepends=True) if b'"slot":"erasure/' not in line)
        for name, data in files.items()
    }


_merge = merging.merge


def erasures_left_out(log: Log, files: Mapping[str, bytes]) -> merging.Merged:
    return _merge(log, without_erasures(files))


def old_body_taken(log: Log, files: Mapping[str, bytes]) -> merging.Merged:
    """Take every line as it comes, and erase only when somebody erases."""
    with (
        patch.object(merging, "stripped", lambda line, _: line),
        patch.object(merging, "erase_all", lambda log: log.refresh() or []),
        patch.object(merging, "_is_new", lambda theirs, known, _: theirs.id not in known or known[theirs.id].erased),
    ):
        return _merge(log, files)


def saved_before_synced(self: sitting.Sitting, data: bytes) -> None:
    """Say saved, and sync at the next time."""
    file = self._file if self._file is not None else self._begin()
    self._disk.sync(file)
    self._disk.append(file, data)


def replaced_unsynced(disk: SimulatedDisk, path: Path, data: bytes) -> None:
    """Give the new file the old one's name before its bytes are on the medium."""
    beside = path.with_name(f".{path.name}.new")
    disk.remove(beside)
    file = disk.create(beside)
    disk.append(file, data)
    disk.close(file)
    disk.rename(beside, path)
    disk.sync_folder(path.parent)


def written_in_place(disk: SimulatedDisk, path: Path, data: bytes) -> None:
    """Write over the old file."""
    disk.remove(path)
    file = disk.create(path)
    disk.append(file, data)
    disk.sync(file)
    disk.close(file)
    disk.sync_folder(path.parent)


MUTANTS = {
    "no fsync": instead((SimulatedDisk, "sync", nothing)),
    "no folder sync": instead((SimulatedDisk, "sync_folder", nothing)),
    "saved before synced": instead((sitting.Sitting, "_write", saved_before_synced)),
    "unverified lines": instead((revision, "read", unverified)),
    "torn tail trusted": instead((merging, "finished", bytes)),
    "blind copy": instead((merging, "merge", copied_blindly)),
    "last writer wins": instead((fold.Fold, "heads", newest_only)),
    "reused file name": instead((SimulatedDisk, "create", own_file)),
    "parents not all named": instead((sitting, "write", one_parent)),
    "erasure lost in merge": instead((merging, "merge", erasures_left_out)),
    "erased body back from an old copy": instead(
        (merging, "merge", old_body_taken), (reading.Log, "unerased", lambda _: [])
    ),
    "renamed before synced": instead((merging, "replace", replaced_unsynced), (erasing, "replace", replaced_unsynced)),
    "rewritten in place": instead((merging, "replace", written_in_place), (erasing, "replace", written_in_place)),
    "rest of a replacing left": instead((SimulatedDisk, "leftovers", lambda *_: [])),
    "rest of a line left": instead((revision, "remains", lambda _: {})),
    "copied by hand, never synced": instead((merging, "_settle", nothing)),
}


def verdict(name: str, examples: int) -> str:
    """What the histories found wrong with a mutant; empty if nothing."""
    try:
        histories.prove(examples, MUTANTS[name])
    except Exception as error:  # noqa: BLE001  whatever a mutant does wrong
        return f"{type(error).__name__}: {str(error).splitlines()[0][:100]}"
    return ""

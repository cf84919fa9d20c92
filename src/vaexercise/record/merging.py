"""Puts another log's lines into ours: the union of both, whatever the order, however often, cut at any moment.

A file of theirs that goes on where ours ends makes ours longer; lines that stand elsewhere go, as they
are, into a file named after ours and their digest. Each file changes at one stroke. An erased body never
comes back.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.record import revision
from vaexercise.record.copying import finished
from vaexercise.record.disk import SUFFIX, replace
from vaexercise.record.erasing import erase_all, stripped
from vaexercise.record.fold import ERASURE
from vaexercise.record.reading import Damage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vaexercise.record.reading import Log
    from vaexercise.record.revision import Revision

_OUR_NAMES = re.compile(r"[0-9a-z]+(?:-[0-9]+)?(?:~[0-9a-f]+)*")
_DIGEST = 16


class Merged(NamedTuple):
    """What came in: revisions that were new here; what is damaged there; files still to be erased here."""

    added: tuple[Revision, ...]
    damage: tuple[Damage, ...]
    held: tuple[str, ...]


class _Line(NamedTuple):
    revision: Revision
    text: bytes


def merge(log: Log, files: Mapping[str, bytes]) -> Merged:
    """Take in the files of another log, by name. Raises `OSError`; repeating it then goes on where it stopped."""
    with log.disk.alone(log.folder):
        return _merge(log, files)


def _merge(log: Log, files: Mapping[str, bytes]) -> Merged:
    log.refresh()
    damage: list[Damage] = []
    theirs = {name: list(_lines(name, data, damage)) for name, data in sorted(files.items())}
    erased = log.fold.erased | _erased(line.revision for lines in theirs.values() for line in lines)
    known = dict(log.fold.revisions)
    for name, lines in theirs.items():
        fresh = [line for line in lines if _is_new(line.revision, known, erased)]
        if fresh:
            kept = [_Line(line.revision, stripped(line.text, erased)) for line in lines]
            _put(log, name, kept, {line.revision.id for line in fresh})
            known.update((line.revision.id, line.revision) for line in fresh)
    before = set(log.fold.revisions)
    log.refresh()
    held = erase_all(log)
    _settle(log)
    added = tuple(r for key, r in log.fold.revisions.items() if key not in before)
    return Merged(added, tuple(damage), tuple(held))


def _settle(log: Log) -> None:
    """What was here already may have been copied by hand, and not be on the medium yet."""
    for name in log.disk.files(log.folder):
        log.disk.settle(log.folder / name)
    log.disk.sync_folder(log.folder)


def _lines(name: str, data: bytes, damage: list[Damage]) -> Iterable[_Line]:
    """The whole and verified lines. One without its end is still being written, or was torn: no damage."""
    for number, line in enumerate(data.split(b"\n")[:-1], start=1):
        try:
            yield _Line(revision.read(line), line)
        except revision.Damaged as error:
            damage.append(Damage(name, number, str(error)))


def _erased(revisions: Iterable[Revision]) -> set[str]:
    return {slot for r in revisions if r.slot.startswith(ERASURE) for slot in r.body.get("slots", ())}


def _is_new(theirs: Revision, known: Mapping[str, Revision], erased: set[str]) -> bool:
    """Whether we lack the line, or have it without the body that it has there and may have here."""
    ours = known.get(theirs.id)
    if ours is None:
        return True
    return ours.erased and not theirs.erased and theirs.slot not in erased


def _put(log: Log, name: str, lines: list[_Line], fresh: set[str]) -> None:
    stem = name.removesuffix(SUFFIX)
    here = log.disk.files(log.folder)
    if _OUR_NAMES.fullmatch(stem):
        if name not in here:
            _write(log, name, b"", lines)
            return
        ours = log.disk.read(log.folder / name)
        following = _continuation(ours, lines)
        if following is not None and not log.disk.held(log.folder / name):
            _write(log, name, finished(ours), following)
            return
    apart = [line for line in lines if line.revision.id in fresh]
    digest = sha256(b"\n".join(line.text for line in apart)).hexdigest()[:_DIGEST]
    stem = stem if _OUR_NAMES.fullmatch(stem) else "other"
    _write(log, f"{stem.partition('~')[0]}~{digest}{SUFFIX}", b"", apart)


def _continuation(ours: bytes, theirs: list[_Line]) -> list[_Line] | None:
    """What comes after our lines in their file; None if theirs is not ours with more at its end."""
    *whole, torn = ours.split(b"\n")
    if len(whole) > len(theirs) or any(o != t.text for o, t in zip(whole, theirs, strict=False)):
        return None
    following = theirs[len(whole) :]
    return following if not torn or (following and following[0].text.startswith(torn)) else None


def _write(log: Log, name: str, start: bytes, lines: Iterable[_Line]) -> None:
    replace(log.disk, log.folder / name, start + b"".join(line.text + b"\n" for line in lines))

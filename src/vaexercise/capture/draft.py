"""The line that is being typed, kept for whoever starts again after a crash.

It is in no log and in no backup: nobody has pressed Enter, so nothing has been said yet. Beside each draft lies a
file that its sitting holds locked. The system gives a lock back when a process ends, even by `kill -9` or a power
cut; so a draft whose lock can be had is one that its typist has lost, and every other belongs to somebody who may be
typing at it now and must not find it offered to a colleague. Where locks do not work, nobody could tell, and no
draft is kept.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.capture.held import Hold
from vaexercise.errors import NotSaved
from vaexercise.model.text import clean_text
from vaexercise.workshop.whole import PRIVATE_FOLDER, write_file

if TYPE_CHECKING:
    from pathlib import Path

DRAFTS = "drafts"
_DRAFT, _LOCK = ".json", ".lock"


class Place(NamedTuple):
    """What was being answered; `blank` and `point` are empty where there is none."""

    session: str
    group: str
    question: str
    blank: str = ""
    point: str = ""


class Kept(NamedTuple):
    """A draft of a sitting that has ended, and the lock that keeps others from being offered it too."""

    place: Place
    text: str
    file: Path
    hold: Hold


class Draft:
    """The draft of one sitting, in a workshop's folder. A disk that refuses stops nobody from typing.

    `kept` is where it belongs and what it says, as long as there is one.
    """

    def __init__(self, folder: Path, sitting: str) -> None:
        self._file = folder / DRAFTS / f"{sitting}{_DRAFT}"
        self._hold: Hold | None = None
        self.kept: tuple[Place, str] | None = None

    def keep(self, place: Place, text: str) -> None:
        """Put this line in the place of the one before; an empty line takes that away."""
        if not text.strip():
            self.clear()
            return
        data = json.dumps({**place._asdict(), "text": text}).encode()
        with suppress(OSError, NotSaved):
            self._file.parent.mkdir(PRIVATE_FOLDER, exist_ok=True)
            self._hold = self._hold or Hold(self._file.with_suffix(_LOCK))
            write_file(self._file, data)
            self.kept = place, text

    def clear(self) -> None:
        """The line is done: nothing of it stays."""
        self.kept = None
        if self._hold:
            _remove(self._file, self._hold)
            self._hold = None


def left_behind(folder: Path, session: str, group: str) -> list[Kept]:
    """The drafts of sittings that have ended, for a group in a session, oldest first; damaged ones are left out.

    As long as one is in use here, nobody else is offered it.
    """
    drafts = folder / DRAFTS
    for lock in drafts.glob(f"*{_LOCK}"):
        _sweep(lock)
    return [kept for file in _oldest_first(drafts) if (kept := _lost(file, session, group))]


def discard(kept: Kept) -> None:
    """The draft was taken up, or nobody wants it: nothing of it stays."""
    _remove(kept.file, kept.hold)


def discard_about(folder: Path, place: Place) -> bool:
    """Take away the drafts of a point (of an answer, if no point is named); false if somebody may be typing at one."""
    every, done = list((folder / DRAFTS).glob(f"*{_DRAFT}")), True
    for file in every:
        read = _read(file)
        if read and _is_about(read[0], place):
            try:
                _remove(file, Hold(file.with_suffix(_LOCK)))
            except OSError:
                done = False
    return done


def _is_about(draft: Place, place: Place) -> bool:
    if place.point:
        return (draft.session, draft.point) == (place.session, place.point)
    return (draft.session, draft.group, draft.question) == (place.session, place.group, place.question)


def _remove(file: Path, hold: Hold) -> None:
    """The draft and what a crash left beside it; the lock last; then the folder, if nothing else is in it."""
    with suppress(OSError):
        for beside in (file, *file.parent.glob(f".{file.name}.*")):
            beside.unlink(missing_ok=True)
    hold.remove()
    with suppress(OSError):
        file.parent.rmdir()


def _sweep(lock: Path) -> None:
    """Take away a lock without a draft: a crash came before the first was written."""
    draft = lock.with_suffix(_DRAFT)
    with suppress(OSError):
        if not draft.exists():
            hold = Hold(lock)
            if not draft.exists():
                _remove(draft, hold)


def _oldest_first(drafts: Path) -> list[Path]:
    aged: list[tuple[int, Path]] = []
    for file in drafts.glob(f"*{_DRAFT}"):
        with suppress(OSError):  # another may just have taken up its own
            if file.is_file():
                aged.append((file.stat().st_mtime_ns, file))
    return [file for _, file in sorted(aged)]


def _lost(file: Path, session: str, group: str) -> Kept | None:
    """A draft for this group, if its sitting has ended; read again once it is ours, for it may just have gone."""
    found = _read(file)
    if not found or (found[0].session, found[0].group) != (session, group):
        return None
    with suppress(OSError):
        hold = Hold(file.with_suffix(_LOCK))
        if last := _read(file):
            return Kept(*last, file, hold)
        hold.remove()
    return None


def _read(file: Path) -> tuple[Place, str] | None:
    """A draft that is whole, cleaned as everything typed is."""
    try:
        facts = json.loads(file.read_bytes())
        text, place = facts.pop("text"), Place(**facts)
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None
    if not all(isinstance(fact, str) for fact in (text, *place)):
        return None
    return (place, clean) if (clean := clean_text(text)) else None

"""A workshop that is open: what it holds now, and the sitting that adds to it."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from vaexercise import __version__
from vaexercise.errors import NotSaved, Refused, Unknown
from vaexercise.model.text import clean_line
from vaexercise.record.disk import RealDisk
from vaexercise.record.erasing import finish_erasing
from vaexercise.record.reading import Log
from vaexercise.record.sitting import Sitting
from vaexercise.workshop import folder as folders
from vaexercise.workshop.pictures.kept import drop_erased
from vaexercise.workshop.taking import recorded_exercise, recorded_sessions, recorded_settings, take

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.session import Session
    from vaexercise.model.settings import Settings
    from vaexercise.record.disk import Disk
    from vaexercise.record.fold import Fold
    from vaexercise.record.revision import Body


def now() -> str:
    """The time here, with its distance from UTC, to the millisecond."""
    return datetime.now().astimezone().isoformat(timespec="milliseconds")


class Workshop:
    """An open workshop. `by` is the name of the person who types; `notices` are sentences for them; `clock` says now.

    Opening takes up what was changed in the definition files. Raises `NoWorkshop`, and `Problems` for
    definition files that are wrong and of which no earlier version was recorded, and `NoSuchFile` for a log that
    the system does not let us read.
    """

    def __init__(
        self, folder: Path, *, by: str = "", command: str = "", clock: Callable[[], str] = now, disk: Disk | None = None
    ) -> None:
        self.folder = folders.find(folder)
        self.log = Log(self.folder / folders.LOG, disk or RealDisk())
        self.log.refresh()
        self._command, self.clock = command, clock
        self.sitting = self._sitting(by)
        self.notices: list[str] = []
        self._gathered: list[tuple[str, Body]] | None = None
        self._replacing: dict[str, tuple[str, ...]] = {}
        self._alone = False
        self._finish_erasing()
        take(self)
        self.sessions = recorded_sessions(self.fold)

    def _finish_erasing(self) -> None:
        """Go on with what an erasure could not reach before: files that were held then, or that came since."""
        if self.log.unerased():
            with suppress(OSError):
                finish_erasing(self.log)
        with suppress(NotSaved):
            drop_erased(self.folder, self.fold)

    @property
    def fold(self) -> Fold:
        """The content of the log as far as it has been read."""
        return self.log.fold

    @cached_property
    def settings(self) -> Settings:
        """What workshop.yaml says."""
        return recorded_settings(self.fold)

    def record(
        self, entries: Iterable[tuple[str, Body]], *, replacing: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    ) -> None:
        """Write revisions; when this returns they are on the medium. Raises `NotSaved`.

        `replacing` says for slots which revisions are replaced, if not those in force: of what was changed
        meanwhile, both versions stay. Inside `together`, all is only gathered.
        """
        if self._gathered is None:
            self.sitting.record(entries, replacing)
            return
        self._gathered += entries
        self._replacing.update(replacing)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else writes here meanwhile, and what others wrote before is known. Raises `NotSaved`.

        It may be nested. On disks without locks nobody waits: then codes may be given twice, and are told apart.
        """
        if self._alone:
            yield
            return
        with ExitStack() as stack:
            try:
                stack.enter_context(self.log.disk.alone(self.log.folder))
                self.log.refresh()
            except OSError as error:
                raise NotSaved(
                    what="this entry was not written to the workshop's log", reason=error.strerror
                ) from error
            self._alone = True
            try:
                yield
            finally:
                self._alone = False

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write all that is recorded inside as one: all of it is saved, or none. An error inside means none."""
        with self.alone():
            self._gathered, self._replacing = [], {}
            try:
                yield
                entries = self._gathered
            finally:
                self._gathered = None
            if entries:
                self.sitting.record(entries, self._replacing)

    def hand_over(self, by: str) -> None:
        """Somebody else types from now on: a new sitting under their name."""
        self.sitting.close()
        self.sitting = self._sitting(by)

    def _sitting(self, by: str) -> Sitting:
        facts = {"program": __version__, "by": clean_line(by), "command": self._command}
        return Sitting(self.log, self.clock, {name: fact for name, fact in facts.items() if fact})

    def exercise(self, session: Session) -> Exercise:
        """The definition that a session runs."""
        return recorded_exercise(self.fold, session.exercise)

    def session(self, name: str = "") -> Session:
        """The session with that id or exercise; unnamed, the only one. Raises `Unknown` or `Refused`."""
        sessions = self.sessions
        known = ", ".join(session.id for session in sessions)
        if not name:
            if len(sessions) == 1:
                return sessions[0]
            raise Refused(reason=f"This workshop has several sessions: {known}. Say which: --session ID")
        for session in sessions:
            if name in (session.id, session.exercise):
                return session
        raise Unknown(kind="session", name=name, hint=f"This workshop has: {known}.")

"""Where a workshop stands, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vaexercise.model.groups import PLENARY
from vaexercise.model.plain import to_plain
from vaexercise.model.text import counted, in_language
from vaexercise.workshop.answers.overview import Progress, progress
from vaexercise.workshop.copies.handed_out import handed_out
from vaexercise.workshop.people import seating
from vaexercise.workshop.people.purging import reminder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.session import Session
    from vaexercise.workshop.copies.handed_out import HandOut
    from vaexercise.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True)
class SessionStanding:
    """Where one session stands."""

    session: str
    title: str
    minutes: int
    sizes: tuple[int, ...]
    seed: int | None
    progress: tuple[Progress, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the workshop stands, and the command that comes next."""

    title: str
    folder: str
    participants: int
    sessions: tuple[SessionStanding, ...]
    conflicts: int
    next: str
    reminder: str = ""

    def plain(self) -> Any:  # noqa: ANN401  for programs
        """As JSON."""
        return to_plain(self)

    def lines(self) -> list[str]:
        """As sentences, one a line."""
        found = [f"{self.title}", f"Folder: {self.folder}", f"Participants: {self.participants}"]
        for session in self.sessions:
            found.append(f"Session {session.session}: {session.title}, {session.minutes} minutes")
            if session.sizes:
                sizes = ", ".join(map(str, session.sizes))
                found.append(f"  Groups: {len(session.sizes)}, of {sizes} people (seed {session.seed})")
            found += [f"  {_sentence(row)}" for row in session.progress]
        if self.conflicts:
            found.append(f"Conflicts: {self.conflicts} (two versions of one thing; both are kept)")
        return [*found, *filter(None, [self.reminder])]


def _sentence(row: Progress) -> str:
    left = f"; open: {', '.join(row.open)}" if row.open and row.done else ""
    left += f"; incomplete: {', '.join(row.incomplete)}" if row.incomplete else ""
    left += f"; {row.signing}" if row.signing else ""
    return f"{row.name}: {row.done} of {counted(row.asked, 'question')}, {counted(row.points, 'point')}{left}"


def standing(workshop: Workshop) -> Standing:
    """Where the workshop stands now."""
    fold, kind = workshop.fold, "participant/"
    people = sum(1 for _ in fold.slots(kind)) + len(fold.elsewhere(kind)) + len(fold.emptied(kind))
    sessions, copy = tuple(_session_standing(workshop, session) for session in workshop.sessions), handed_out(workshop)
    return Standing(
        title=workshop.settings.title,
        folder=str(workshop.folder),
        participants=people,
        sessions=sessions,
        conflicts=len(workshop.fold.conflicts()),
        next=_next_of_copy(copy, sessions) if copy else _next(people, sessions),
        reminder=reminder(workshop),
    )


def _session_standing(workshop: Workshop, session: Session) -> SessionStanding:
    exercise, drawn = workshop.exercise(session), seating.draws(workshop, session)
    groups = seating.seats(workshop, session, *drawn[0]) if drawn else {}
    return SessionStanding(
        session=session.id,
        title=in_language(exercise.title, exercise.language),
        minutes=exercise.minutes,
        sizes=tuple(map(len, groups.values())),
        seed=drawn[0][1].seed if drawn else None,
        progress=tuple(progress(workshop, session)),
    )


def _next(people: int, sessions: tuple[SessionStanding, ...]) -> str:
    if not people:
        return "participants import FILE.csv"
    several = len(sessions) > 1
    for session in sessions:
        which = f" --session {session.session}" if several else ""
        if not session.sizes:
            return f"groups assign{which}"
        if left := next(_left(session, which), ""):
            return left
    return "plenary summary --output summary.html" + (f" --session {sessions[-1].session}" if several else "")


def _next_of_copy(copy: HandOut, sessions: tuple[SessionStanding, ...]) -> str:
    """In a copy for one group, which needs no option to say whose it is."""
    of = next(session for session in sessions if session.session == copy.session)
    left = next(_left(of, ""), "")
    return left.partition(" --group")[0] or "workshop backup FILE"


def _left(session: SessionStanding, which: str) -> Iterator[str]:
    """What groups still have to do in a session: first enter everything, then sign off."""
    for row in session.progress:
        if row.open and not row.signed:
            yield f"feedback enter{which} --group {row.group.removeprefix('g')}"
    for row in session.progress:
        if not row.signed and row.group != PLENARY:
            yield f"feedback sign-off{which} --group {row.group.removeprefix('g')}"

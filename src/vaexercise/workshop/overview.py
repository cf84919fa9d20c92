"""Where a workshop stands, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vaexercise.model.form import is_asked, is_filled
from vaexercise.model.groups import PLENARY, group_name, numbered
from vaexercise.model.plain import to_plain
from vaexercise.model.text import counted, in_language
from vaexercise.workshop import seating
from vaexercise.workshop.feedback import Feedback

if TYPE_CHECKING:
    from vaexercise.model.feedback import Response
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a group is: questions asked and done, points, headlines, codes of open and of half done questions."""

    group: str
    asked: int
    done: int
    points: int
    stars: int
    open: tuple[str, ...]
    incomplete: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The group as people say it."""
        return group_name(self.group)

    def plain(self) -> Any:  # noqa: ANN401  for programs
        """As JSON."""
        return to_plain(self)


def answering(workshop: Workshop, session: Session) -> tuple[str, ...]:
    """The keys of all who answer: the groups, those too that are no longer drawn but spoke, then the plenary."""
    count = max(seating.group_count(workshop, session), *map(_number, seating.spoke(workshop, session)), 0)
    groups = numbered(count)
    return (*groups, PLENARY) if workshop.exercise(session).asked(PLENARY) else groups


def _is_half_done(question: Question, response: Response) -> bool:
    """Whether something that is asked for is still empty in an answer, or in a point of several blanks."""
    given = [entry.values for entry in response.entries]
    blanks = question.form().blanks
    return any(not is_filled(b, v) for v in given for b in blanks if (b.required or response.answer) and is_asked(b, v))


def _number(group: str) -> int:
    return 0 if group == PLENARY else int(group[1:])


def progress(workshop: Workshop, session: Session) -> list[Progress]:
    """How far each group is, and the plenary."""
    exercise, said = workshop.exercise(session), Feedback(workshop, session)
    found = []
    for group in answering(workshop, session):
        questions = exercise.asked(PLENARY if group == PLENARY else "group")
        responses = said.responses(questions, [group])
        by_id = {response.question: response for response in responses}
        asked = [
            q
            for q in questions
            if q.when is None or (q.when.question in by_id and q.when.holds(by_id[q.when.question].said))
        ]
        left = tuple(q.code or q.id for q in asked if by_id[q.id].state == "open")
        points = [point for response in responses for point in response.points]
        stars = sum(point.star for point in points)
        half = tuple(q.code or q.id for q in asked if _is_half_done(q, by_id[q.id]))
        found.append(Progress(group, len(asked), len(asked) - len(left), len(points), stars, left, half))
    return found


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
        return found


def _sentence(row: Progress) -> str:
    left = f"; open: {', '.join(row.open)}" if row.open and row.done else ""
    left += f"; incomplete: {', '.join(row.incomplete)}" if row.incomplete else ""
    return f"{row.name}: {row.done} of {counted(row.asked, 'question')}, {counted(row.points, 'point')}{left}"


def standing(workshop: Workshop) -> Standing:
    """Where the workshop stands now."""
    people = sum(1 for _ in workshop.fold.slots("participant/"))
    sessions = tuple(_session_standing(workshop, session) for session in workshop.sessions)
    return Standing(
        title=workshop.settings.title,
        folder=str(workshop.folder),
        participants=people,
        sessions=sessions,
        conflicts=len(workshop.fold.conflicts()),
        next=_next(people, sessions),
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
        for row in session.progress:
            if row.open:
                return f"feedback enter{which} --group {row.group.removeprefix('g')}"
    return "plenary summary --output summary.html" + (f" --session {sessions[-1].session}" if several else "")

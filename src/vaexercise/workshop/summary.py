"""From the record of a session to its synthesis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.plenary.synthesis import synthesise
from vaexercise.workshop import seating
from vaexercise.workshop.feedback import Feedback
from vaexercise.workshop.overview import answering
from vaexercise.workshop.people import erased_participants, participants, people_elsewhere

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.workshop.workshop import Workshop


def synthesis(workshop: Workshop, session: Session) -> Synthesis:
    """All that the groups of a session said, put together."""
    said, drawn = Feedback(workshop, session), seating.draws(workshop, session)
    exercise = said.complete(workshop.exercise(session))
    return synthesise(
        settings=workshop.settings,
        exercise=exercise,
        people=[*participants(workshop), *erased_participants(workshop), *people_elsewhere(workshop)],
        groups=seating.seats(workshop, session, *drawn[0]) if drawn else {},
        responses=said.responses(exercise.walk(), answering(workshop, session)),
    )

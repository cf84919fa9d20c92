"""What a vote on themes is on: until its first ballot, the themes as they are called now; from then on, as then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.vote import VoteItem
from vaexercise.workshop.plenary.ballots import cast
from vaexercise.workshop.plenary.sortings import Sortings

if TYPE_CHECKING:
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.model.vote import Vote
    from vaexercise.workshop.workshop import Workshop


def question_of(workshop: Workshop, session: Session, key: str) -> Question | None:
    """The question with that id, if it is still asked."""
    return next((question for question in workshop.exercise(session).walk() if question.id == key), None)


def themes_now(workshop: Workshop, session: Session, question: str) -> tuple[VoteItem, ...]:
    """The themes of a question that is still asked, as they are now."""
    asked = question_of(workshop, session, question)
    themes = Sortings(workshop, session).sorting(asked).themes if asked else ()
    return tuple(VoteItem(theme.id, theme.title) for theme in themes)


def as_called_now(workshop: Workshop, session: Session, vote: Vote) -> Vote:
    """The vote under the titles that its themes have now, unless a ballot was cast on those that it has."""
    if not vote.question or cast(workshop, session, vote).voters[""]:
        return vote
    titles = dict(themes_now(workshop, session, vote.question))
    return replace(vote, items=tuple(VoteItem(key, titles.get(key, title)) for key, title in vote.items))


def keep_titles(workshop: Workshop, session: Session, vote: Vote) -> None:
    """Record under which titles a vote gets its first ballot: people vote on these words."""
    slot = f"vote/{session.id}/{vote.id}"
    body = workshop.fold.body(slot)
    items = [item._asdict() for item in as_called_now(workshop, session, vote).items]
    if body and body["items"] != items and not cast(workshop, session, vote).voters[""]:
        workshop.record([(slot, {**body, "items": items})])

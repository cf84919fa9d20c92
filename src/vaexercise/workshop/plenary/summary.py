"""From the record of a session to its synthesis."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.messages import ENGLISH, speaking
from vaexercise.model.feedback import Response
from vaexercise.plenary.leaks import Secret, secrets
from vaexercise.plenary.sources import Sources
from vaexercise.plenary.synthesis import Decided, Remark, Synthesis, synthesise
from vaexercise.plenary.wording import in_words
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.overview import answering
from vaexercise.workshop.answers.withdrawn import withdrawals
from vaexercise.workshop.people import seating
from vaexercise.workshop.people.participants import erased_participants, participants, people_elsewhere
from vaexercise.workshop.pictures.attachments import day_pictures
from vaexercise.workshop.plenary.actions import actions
from vaexercise.workshop.plenary.comments import comments
from vaexercise.workshop.plenary.easy_read import easy_texts
from vaexercise.workshop.plenary.method import method
from vaexercise.workshop.plenary.sentences import edits
from vaexercise.workshop.plenary.themes import themes_of
from vaexercise.workshop.plenary.votes import results

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Answer, Point
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


class Whole(NamedTuple):
    """A session put together, with what it is made of: the exercise with all options, responses, decisions."""

    synthesis: Synthesis
    exercise: Exercise
    responses: tuple[Response, ...]
    decided: Decided

    @property
    def entries(self) -> list[tuple[Point | Answer, str]]:
        """All that was said, with its words; what is private, too."""
        questions = {question.id: question for question in self.exercise.walk()}
        language = self.synthesis.language
        said = [entry for response in self.responses for entry in response.entries]
        return [(entry, in_words(entry, questions.get(entry.question), language).text) for entry in said]

    def sources(self) -> Sources:
        """What its sentences may cite: nothing private."""
        openly = {entry.code: (entry, words) for entry, words in self.entries if not entry.private}
        return Sources(self.synthesis, openly)

    def secrets(self) -> list[Secret]:
        """The words of private points and answers that nobody said openly, the exercise neither."""
        hidden = [(entry.code, words) for entry, words in self.entries if entry.private]
        openly = [words for entry, words in self.entries if not entry.private]
        prompts = [str(words) for question in self.exercise.walk() for words in (question.prompt, question.hint)]
        return secrets(hidden, [*openly, *prompts])


def synthesis(workshop: Workshop, session: Session, language: str = "") -> Synthesis:
    """All that the groups of a session said, put together, with what the plenary made of it.

    Its own words are in `language`; unsaid, they are English, and labels of the exercise in the workshop's language.
    """
    return whole(workshop, session, language).synthesis


def whole(workshop: Workshop, session: Session, language: str = "") -> Whole:
    """The synthesis, and what it is made of."""
    with speaking(language or ENGLISH):
        return _whole(workshop, session, language)


def _whole(workshop: Workshop, session: Session, language: str) -> Whole:
    said, drawn = Feedback(workshop, session), seating.draws(workshop, session)
    exercise = said.complete(workshop.exercise(session))
    responses = [*said.responses(exercise.walk(), answering(workshop, session)), *_strays(said, exercise)]
    decided = _decided(workshop, session)
    made = synthesise(
        settings=workshop.settings,
        exercise=exercise,
        people=[*participants(workshop), *erased_participants(workshop), *people_elsewhere(workshop)],
        groups=seating.seats(workshop, session, *drawn[0]) if drawn else {},
        responses=responses,
        decided=decided,
        language=language,
    )
    return Whole(made, exercise, tuple(responses), decided)


def _strays(said: Feedback, exercise: Exercise) -> Iterator[Response]:
    """Points of questions that the exercise does not have any more, so that they are not lost."""
    known = {question.id for question in exercise.walk()}
    for point in said.points():
        if point.question not in known:
            yield Response(group=point.group, question=point.question, state="answered", code="", points=(point,))


def _decided(workshop: Workshop, session: Session) -> Decided:
    sortings = themes_of(workshop, session)
    return Decided(
        sortings={sorting.question: sorting for sorting in sortings},
        votes=tuple(results(workshop, session)),
        actions=tuple(actions(workshop, session)),
        remarks={
            about: tuple(Remark(group=comment.group, text=comment.text) for comment in said)
            for about, said in comments(workshop, session).items()
        },
        edits=edits(workshop, session),
        withdrawn=frozenset(one.code for one in withdrawals(workshop, session)),
        easy=easy_texts(workshop, session),
        pictures=day_pictures(workshop.fold),
        method=method(workshop, session, sortings),
    )

"""Role cards: what a facilitator, a rapporteur, a timekeeper and an interpreter do in a group."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.messages import count, say, spoken, to_say
from vaexercise.report.model import Section
from vaexercise.report.pack.brief import listed
from vaexercise.report.pack.pack import Part, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vaexercise.model.exercise import Exercise


class Card(NamedTuple):
    """A role, what it is for, and what one does; `facts` are what this exercise says besides."""

    role: str
    purpose: str
    does: tuple[str, ...]
    facts: Callable[[Exercise], Iterator[str]]


def roles(exercise: Exercise) -> Part:
    """A card for each role. The first begins a page; they are cut apart."""
    sections, data = [], []
    for number, card in enumerate(_CARDS):
        does = [*map(say, card.does), *card.facts(exercise)]
        sections.append(
            Section(
                label=say("Role card"),
                heading=say(card.role),
                language=spoken(),
                anchor=f"role-{card.role.lower()}",
                blocks=(words(say(card.purpose)), listed(say("What you do"), does)),
                new_page=number == 0,
            )
        )
        data.append({"role": card.role.lower(), "purpose": say(card.purpose), "does": does})
    return Part(tuple(sections), data)


def _of_facilitators(exercise: Exercise) -> Iterator[str]:
    if exercise.access.read_back:
        yield say("Before the end, have everything read aloud, and ask whether the group agrees.")


def _of_rapporteurs(exercise: Exercise) -> Iterator[str]:
    if most := max((question.headline for question in exercise.walk()), default=0):
        yield count(
            most,
            "Mark {n} headline with a star where a question asks for one.",
            "Mark up to {n} headlines with a star where a question asks for them.",
        )
    if exercise.report_back:
        yield count(
            exercise.report_back.minutes_per_group,
            "In plenary you have {n} minute: say the headlines, not everything.",
            "In plenary you have {n} minutes: say the headlines, not everything.",
        )


def _of_timekeepers(exercise: Exercise) -> Iterator[str]:
    if minutes := sum(step.minutes for step in exercise.agenda if step.kind == "group"):
        yield count(minutes, "The group has {n} minute in all.", "The group has {n} minutes in all.")
    planned = [f"{question.code or question.id} {question.minutes}" for question in exercise.walk() if question.minutes]
    if planned:
        yield say("Minutes for each question: {planned}.", planned=", ".join(planned))


def _of_interpreters(exercise: Exercise) -> Iterator[str]:
    if more := exercise.access.extra_time_percent:
        yield say("A group that works with you has {percent} % more time.", percent=more)


_CARDS = (
    Card(
        to_say("Facilitator"),
        to_say("You help everybody in the group to take part."),
        (
            to_say("Say at the beginning what is asked, and how much time there is."),
            to_say("Ask what people need in order to hear, see, speak and be understood."),
            to_say("Invite those who have not spoken yet; nobody has to."),
            to_say("Lead back to the question, and set aside what belongs elsewhere."),
            to_say("Keep your own view for another time."),
        ),
        _of_facilitators,
    ),
    Card(
        to_say("Rapporteur"),
        to_say("You write down what the group says, and tell it to the plenary."),
        (
            to_say("Write one point a line: what was said, not what you think of it."),
            to_say("Where people disagree, write both, and that they do."),
            to_say("Do not write who said what. Ask before you write a personal story."),
            to_say("If you cannot keep up, ask people to wait."),
        ),
        _of_rapporteurs,
    ),
    Card(
        to_say("Timekeeper"),
        to_say("You see to it that every question gets its time."),
        (
            to_say("Say aloud when half of the time is over, and when five minutes and one minute are left."),
            to_say("Use words: not everybody sees a raised hand or a card."),
            to_say("If a question takes longer, let the group decide what to shorten."),
        ),
        _of_timekeepers,
    ),
    Card(
        to_say("Interpreter"),
        to_say("You make it possible that people of different languages work together."),
        (
            to_say("Read the questions and the words of the field beforehand."),
            to_say("Choose a place where those who need you see and hear you well."),
            to_say("Interpret all that is said, and nothing else."),
            to_say("Ask people to speak one after the other, and to slow down, as often as you need."),
            to_say("Change with your colleague in time, or ask for a break."),
            to_say("What you hear here stays here."),
        ),
        _of_interpreters,
    ),
)

"""Asks, before a conversation, what was not said on the command line: which exercise, which group, who types."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from vaexercise.errors import Refused
from vaexercise.model.groups import PLENARY, group_name
from vaexercise.model.text import clean_line, counted, did_you_mean, in_language
from vaexercise.workshop.answers.overview import answering
from vaexercise.workshop.people.membership import member_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.capture.consoles.console import Console
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

T = TypeVar("T")


def which_session(workshop: Workshop, console: Console, *, again: bool) -> Session:
    """The only session, else the one that is chosen by its number or id, asked `again` until it is one.

    Raises `Refused` at the end of input, and for what is none if it is not asked again: in a pipe the next line is
    not for this question.
    """
    sessions = workshop.sessions
    if len(sessions) == 1:
        return sessions[0]
    for number, session in enumerate(sessions, start=1):
        exercise = workshop.exercise(session)
        console.say(f"{number} {session.id}: {in_language(exercise.title, exercise.language)}")
    by_word = {str(number): session for number, session in enumerate(sessions, start=1)}
    by_word |= {session.id.casefold(): session for session in sessions}
    refusal = "No exercise was named. Name it: --exercise ID."
    return _chosen(console, "Which exercise? ", by_word, refusal, again=again)


def which_group(workshop: Workshop, session: Session, console: Console, *, again: bool) -> str:
    """The key of the group that is chosen by its number, or the plenary's, asked for and refused likewise."""
    keys = answering(workshop, session)
    for key in keys:
        members = member_names(workshop, session, key)
        people = f", {counted(len(members), 'person', 'people')}" if members else ""
        console.say(f"{'plenary: the whole room' if key == PLENARY else group_name(key)}{people}")
    words = {word: key for key in keys for word in (key.removeprefix("g"), group_name(key).casefold(), key)}
    refusal = "No group was named. Name it: --group 2, or --group plenary."
    return _chosen(console, "Which group? ", words, refusal, again=again)


def who(members: Sequence[str], rapporteur: str, console: Console) -> str:
    """The name of the person who types: one of the members by number or name, any other name, or nobody's.

    A number that is no member's is asked for again.
    """
    for number, name in enumerate(members, start=1):
        console.say(f"{number} {name}")
    usual = f"Enter for {rapporteur}" if rapporteur else "Enter to leave it open"
    while True:
        try:
            line = clean_line(console.ask(f"Who types? A number or a name; {usual}: ", choices=members))
        except EOFError:
            return rapporteur
        if not line.isdecimal():
            return completed_name(line, members) or rapporteur
        if line in map(str, range(1, len(members) + 1)):
            return members[int(line) - 1]
        console.say(f"There is no {line:.40} here.")


def completed_name(name: str, members: Sequence[str]) -> str:
    """The name of the only member whose name begins so; else the name itself."""
    near = [member for member in members if name and member.casefold().startswith(name.casefold())]
    return near[0] if len(near) == 1 else name


def _chosen(console: Console, prompt: str, words: Mapping[str, T], refusal: str, *, again: bool) -> T:
    """What one of the words stands for."""
    while True:
        try:
            line = clean_line(console.ask(prompt, choices=list(words))).casefold()
        except EOFError as error:
            raise Refused(reason=f"\n{refusal}") from error
        if line in words:
            return words[line]
        near = did_you_mean(line, words).capitalize()
        said = f"There is no {line:.40} here. {near}".rstrip() if line else f"Say one of: {', '.join(words)}."
        if not again:
            raise Refused(reason=f"{said} {refusal}" if line else refusal)
        console.say(said)
